//! Cycles by the calendar.

use super::Cycle;
use crate::time::{Cadence, Date, DateError};

impl Cycle {
    /// A cycle of any length.
    #[must_use]
    pub fn new(id: impl Into<String>, starts: Date, ends: Date) -> Self {
        Self {
            id: id.into(),
            starts,
            ends,
            ..Self::default()
        }
    }

    /// A quarter of a calendar year, `quarter` from 1 to 4, with an id such as `2026-q1`.
    ///
    /// ```
    /// let q1 = okrkit::Cycle::quarter(2026, 1)?;
    /// assert_eq!((q1.id.as_str(), q1.ends.to_string()), ("2026-q1", "2026-03-31".to_owned()));
    /// # Ok::<(), okrkit::DateError>(())
    /// ```
    ///
    /// # Errors
    /// Where there is no such quarter.
    pub fn quarter(year: i32, quarter: u32) -> Result<Self, DateError> {
        Self::part(year, quarter, 4, "q")
    }

    /// A half of a calendar year, `half` 1 or 2, with an id such as `2026-h1`.
    ///
    /// # Errors
    /// Where there is no such half.
    pub fn half(year: i32, half: u32) -> Result<Self, DateError> {
        Self::part(year, half, 2, "h")
    }

    /// A calendar year, with its number as id.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn year(year: i32) -> Result<Self, DateError> {
        Ok(Self::new(format!("{year:04}"), Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
    }

    /// A fiscal year that starts with the first of a month, named after the calendar year in which it ends, with an id such as
    /// `fy2026`: `fiscal_year(2026, 4)` runs from 2025-04-01 to 2026-03-31, `fiscal_year(2026, 1)` is the calendar year.
    ///
    /// # Errors
    /// Where there is no such month or year.
    pub fn fiscal_year(year: i32, first_month: u32) -> Result<Self, DateError> {
        let starts = Date::new(if first_month == 1 { year } else { year - 1 }, first_month, 1)?;
        Ok(Self::new(format!("fy{year:04}"), starts, last_day(starts, 12)?))
    }

    /// A quarter of such a fiscal year, with an id such as `fy2026-q1`.
    ///
    /// # Errors
    /// Where there is no such quarter, month or year.
    pub fn fiscal_quarter(year: i32, first_month: u32, quarter: u32) -> Result<Self, DateError> {
        let whole = Self::fiscal_year(year, first_month)?;
        if !(1..=4).contains(&quarter) {
            return Err(DateError);
        }
        let starts = whole.starts.add_months((quarter - 1) * 3).ok_or(DateError)?;
        Ok(Self::new(format!("fy{year:04}-q{quarter}"), starts, last_day(starts, 3)?))
    }

    /// The cycle as a part of another.
    #[must_use]
    pub fn within(mut self, parent: impl Into<String>) -> Self {
        self.parent = Some(parent.into());
        self
    }

    /// The cycle with check-ins due at a cadence.
    #[must_use]
    pub fn checked_in_every(mut self, cadence: Cadence) -> Self {
        self.check_in_every = Some(cadence);
        self
    }

    fn part(year: i32, part: u32, parts: u32, letter: &str) -> Result<Self, DateError> {
        if !(1..=parts).contains(&part) {
            return Err(DateError);
        }
        let months = 12 / parts;
        let starts = Date::new(year, (part - 1) * months + 1, 1)?;
        Ok(Self::new(format!("{year:04}-{letter}{part}"), starts, last_day(starts, months)?))
    }
}

/// The last of so many months from the first of one.
fn last_day(starts: Date, months: u32) -> Result<Date, DateError> {
    // By the last month's first day, since the year 9999 has no day after its last.
    let last_month = starts.add_months(months - 1).ok_or(DateError)?;
    (28..=31)
        .rev()
        .find_map(|day| Date::new(last_month.year(), last_month.month(), day).ok())
        .ok_or(DateError)
}
