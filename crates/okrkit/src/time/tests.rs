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

#[test]
fn slots_cover_the_cycle_without_a_gap_and_each_holds_its_days() {
    for every in [Cadence::Day, Cadence::Week, Cadence::TwoWeeks, Cadence::Month, Cadence::Quarter] {
        // From the last of a month, so that the slots are clipped; and to the end of the calendar.
        for (starts, ends) in [(date("2023-12-31"), date("2024-12-30")), (date("9999-10-31"), Date::MAX)] {
            let slots = Slots::new(starts, ends, every);
            let mut next = Some(starts);
            for slot in 0..slots.count() {
                let span = slots.span(slot);
                assert_eq!(span.map(|(first, _)| first), next, "{every} {slot}");
                let last = span.map(|(_, last)| last);
                assert_eq!([next, last].map(|day| day.and_then(|day| slots.of(day))), [Some(slot); 2], "{every} {slot}");
                next = last.and_then(|last| last.add_days(1));
            }
            assert_eq!(next, ends.add_days(1), "{every}");
            assert_eq!(slots.span(slots.count()), None, "{every}");
        }
    }
    let months = Slots::new(date("2024-01-31"), date("2024-04-10"), Cadence::Month);
    assert_eq!(months.span(1), Some((date("2024-02-29"), date("2024-03-30"))));
    assert_eq!(months.span(2), Some((date("2024-03-31"), date("2024-04-10"))));
}
