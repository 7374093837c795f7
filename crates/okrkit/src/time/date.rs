use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Months, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::Serialize;

use crate::issue::{Code, quote};
use crate::wire::{self, Scalar};

/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999, written `YYYY-MM-DD`.
///
/// ```
/// use okrkit::Date;
/// let day: Date = "2026-02-14".parse()?;
/// assert_eq!(day.to_string(), "2026-02-14");
/// assert_eq!(day.days_since(Date::new(2026, 1, 31)?), 14);
/// assert!("2026-02-30".parse::<Date>().is_err());
/// # Ok::<(), okrkit::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day there is, 0001-01-01.
    pub const MIN: Self = Self(constant(1, 1, 1));
    /// The last day there is, 9999-12-31.
    pub const MAX: Self = Self(constant(9999, 12, 31));

    /// A day by year (1–9999), month (1–12) and day of the month.
    ///
    /// # Errors
    /// Where the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::in_range).ok_or(DateError)
    }

    fn in_range(day: NaiveDate) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&day).then_some(Self(day))
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whole days from `earlier` to this day; negative where `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.num_days_from_ce() - earlier.0.num_days_from_ce()
    }

    /// The day `days` later (or earlier, where negative). `None` outside the years 1 to 9999.
    #[must_use]
    pub fn add_days(self, days: i32) -> Option<Self> {
        self.0.checked_add_signed(TimeDelta::days(i64::from(days))).and_then(Self::in_range)
    }

    /// The same day of the month `months` later, clipped to the month's end. `None` beyond the year 9999.
    ///
    /// Worked: 2026-01-31 and one month is 2026-02-28.
    #[must_use]
    pub fn add_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).and_then(Self::in_range)
    }

    /// The day of the week: 0 on Monday, 6 on Sunday.
    pub(crate) fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// 00:00 UTC of the day.
    #[must_use]
    pub fn midnight(self) -> Instant {
        Instant(self.0.and_time(chrono::NaiveTime::MIN).and_utc())
    }
}

const fn constant(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        // The two constants above are calendar days.
        None => NaiveDate::MIN,
    }
}

impl Default for Date {
    fn default() -> Self {
        Self::MIN
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        fn digits(part: &[u8]) -> Option<u32> {
            part.iter()
                .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
        }
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return Err(DateError);
        };
        let year = digits(&[y1, y2, y3, y4]).and_then(|year| i32::try_from(year).ok()).ok_or(DateError)?;
        Self::new(year, digits(&[m1, m2]).ok_or(DateError)?, digits(&[d1, d2]).ok_or(DateError)?)
    }
}

/// No calendar day, or no instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a calendar date `YYYY-MM-DD` of the years 0001 to 9999, or not an RFC 3339 instant")
    }
}

impl std::error::Error for DateError {}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

wire::leaf!(Date, "a date `YYYY-MM-DD`", |found, cx| match found {
    Scalar::Text(text) => Some(text.parse().unwrap_or_else(|DateError| {
        cx.report(Code::DateInvalid, format!("{} is not a calendar date `YYYY-MM-DD`", quote(text)));
        Date::default()
    })),
    _ => None,
});

/// A moment, written in RFC 3339. It is kept in UTC: the offset it was written with is not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<Utc>);

impl Default for Instant {
    fn default() -> Self {
        Date::MIN.midnight()
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Instant {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let instant = DateTime::parse_from_rfc3339(text).map_err(|_| DateError)?.to_utc();
        // Within the years that have four digits, so that what is written can be read again.
        Date::in_range(instant.date_naive()).map(|_| Self(instant)).ok_or(DateError)
    }
}

impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

wire::leaf!(Instant, "an RFC 3339 instant", |found, cx| match found {
    Scalar::Text(text) => Some(text.parse().unwrap_or_else(|DateError| {
        cx.report(
            Code::DateInvalid,
            format!("{} is not an RFC 3339 instant such as `2026-03-01T09:00:00Z`", quote(text)),
        );
        Instant::default()
    })),
    _ => None,
});

#[cfg(feature = "schema")]
mod schema {
    use super::{Date, Instant};

    macro_rules! text_format {
        ($ty:ty, $name:literal, $format:literal) => {
            impl schemars::JsonSchema for $ty {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    $name.into()
                }
                fn inline_schema() -> bool {
                    true
                }
                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({ "type": "string", "format": $format })
                }
            }
        };
    }

    text_format!(Date, "Date", "date");
    text_format!(Instant, "Instant", "date-time");
}
