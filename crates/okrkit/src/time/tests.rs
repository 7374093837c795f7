#![expect(clippy::float_cmp, reason = "the doubles are the same to the bit")]

use super::{Cadence, Date, Slots, elapsed};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// From 31 January: the February slot begins on the 28th, the next on 31 March, and 30 April is the last day of none but its own.
#[test]
fn months_are_clipped_to_their_end_and_a_stub_counts() {
    let slots = Slots::new(date("2026-01-31"), date("2026-04-30"), Cadence::Month);
    let of = |day: &str| slots.of(date(day));
    assert_eq!(
        [of("2026-01-31"), of("2026-02-27"), of("2026-02-28"), of("2026-03-30")],
        [Some(0), Some(0), Some(1), Some(1)]
    );
    assert_eq!(
        [of("2026-03-31"), of("2026-04-29"), of("2026-04-30"), of("2026-05-01")],
        [Some(2), Some(2), Some(3), None]
    );
    assert_eq!(slots.count(), 4);
}

/// 90 days are twelve weeks and a stub of six days.
#[test]
fn a_quarter_has_thirteen_weekly_slots() {
    let slots = |every| Slots::new(date("2026-01-01"), date("2026-03-31"), every).count();
    assert_eq!(slots(Cadence::Day), 90);
    assert_eq!(slots(Cadence::Week), 13);
    assert_eq!(slots(Cadence::TwoWeeks), 7);
    assert_eq!(slots(Cadence::Quarter), 1);
}

#[test]
fn the_time_gone_stays_within_its_period() {
    let gone = |day: &str| elapsed(date("2026-01-01"), date("2026-04-11"), date(day));
    assert_eq!(
        [gone("2025-12-31"), gone("2026-01-01"), gone("2026-02-20"), gone("2026-04-12")],
        [0.0, 0.0, 0.5, 1.0]
    );
    let one_day = |day: &str| elapsed(date("2026-01-01"), date("2026-01-01"), date(day));
    assert_eq!([one_day("2025-12-31"), one_day("2026-01-01")], [0.0, 1.0]);
}
