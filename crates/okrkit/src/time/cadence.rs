use super::Date;
use crate::wire;

wire::words! {
    /// How often something is due: the length of a slot.
    pub enum Cadence is "a cadence" {
        /// Every day.
        Day = "day",
        /// Every seven days.
        Week = "week",
        /// Every fourteen days.
        TwoWeeks = "two_weeks",
        /// Every month, from the same day of the month, clipped to the month's end.
        Month = "month",
        /// Every three months, likewise.
        Quarter = "quarter",
    }
}

/// The slots of a cycle: they run from its first day, a stub at the end counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots {
    starts: Date,
    ends: Date,
    every: Cadence,
}

impl Slots {
    pub(crate) fn new(starts: Date, ends: Date, every: Cadence) -> Self {
        Self { starts, ends, every }
    }

    /// Which slot a day falls in, from 0. `None` outside the cycle.
    pub(crate) fn of(&self, on: Date) -> Option<usize> {
        if on < self.starts || on > self.ends {
            return None;
        }
        let slot = match self.every {
            Cadence::Day => on.days_since(self.starts),
            Cadence::Week => on.days_since(self.starts) / 7,
            Cadence::TwoWeeks => on.days_since(self.starts) / 14,
            Cadence::Month => self.months_to(on),
            Cadence::Quarter => self.months_to(on) / 3,
        };
        usize::try_from(slot).ok()
    }

    /// How many slots the cycle has. At least one, since a cycle has a day.
    pub(crate) fn count(&self) -> usize {
        self.of(self.ends).map_or(0, |last| last + 1)
    }

    /// First and last day of a slot, counted from 0. `None` for one that the cycle does not have.
    pub(crate) fn span(&self, slot: usize) -> Option<(Date, Date)> {
        let starts = self.begins(slot).filter(|starts| *starts <= self.ends)?;
        let before_next = slot.checked_add(1).and_then(|next| self.begins(next)).and_then(|next| next.add_days(-1));
        Some((starts, before_next.map_or(self.ends, |last| last.min(self.ends))))
    }

    fn begins(&self, slot: usize) -> Option<Date> {
        let n = u32::try_from(slot).ok()?;
        let days = |each: u32| {
            n.checked_mul(each)
                .and_then(|days| i32::try_from(days).ok())
                .and_then(|days| self.starts.add_days(days))
        };
        match self.every {
            Cadence::Day => days(1),
            Cadence::Week => days(7),
            Cadence::TwoWeeks => days(14),
            Cadence::Month => self.starts.add_months(n),
            Cadence::Quarter => n.checked_mul(3).and_then(|months| self.starts.add_months(months)),
        }
    }

    /// Whole months from the first day to a later one, by the clipped day of the month.
    fn months_to(&self, on: Date) -> i32 {
        let apart = (on.year() - self.starts.year()) * 12 + i32::try_from(on.month()).unwrap_or(0) - i32::try_from(self.starts.month()).unwrap_or(0);
        // The slot that begins in the month of `on` may begin later than `on`.
        match u32::try_from(apart).ok().and_then(|months| self.starts.add_months(months)) {
            Some(begins) if begins <= on => apart,
            _ => apart - 1,
        }
    }
}
