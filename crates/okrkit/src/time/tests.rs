use super::{Cadence, Date, Slots};

fn date(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or_default()
}

#[test]
fn slots_cover_the_cycle_without_a_gap_and_each_holds_its_days() {
    for every in [Cadence::Day, Cadence::Week, Cadence::TwoWeeks, Cadence::Month, Cadence::Quarter] {
        // From the last of a month, so that the slots are clipped; and to the end of the calendar.
        for (starts, ends) in [(date(2023, 12, 31), date(2024, 12, 30)), (date(9999, 10, 31), Date::MAX)] {
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
    let months = Slots::new(date(2024, 1, 31), date(2024, 4, 10), Cadence::Month);
    assert_eq!(months.span(1), Some((date(2024, 2, 29), date(2024, 3, 30))));
    assert_eq!(months.span(2), Some((date(2024, 3, 31), date(2024, 4, 10))));
}
