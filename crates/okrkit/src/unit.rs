//! What a number counts.

use iso_currency::Currency;

use crate::issue::{Code, quote};
use crate::wire::{self, Context};

wire::words! {
    /// The kind of a [`Unit`].
    pub enum UnitKind is "a kind of unit" {
        /// A bare number.
        Number = "number",
        /// Per cent, on its own scale: 85 means 85 %.
        Percent = "percent",
        /// Points of a score, e.g. a net promoter score.
        Points = "points",
        /// Money, with the currency in `code`.
        Currency = "currency",
        /// Time, in the unit named by `of`.
        Duration = "duration",
        /// Things counted, named by `of`.
        Count = "count",
    }
}

wire::words! {
    /// The period of a rate, as in calls per week.
    pub enum Period is "a period" {
        /// A day.
        Day = "day",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter.
        Quarter = "quarter",
        /// A year.
        Year = "year",
    }
}

pub(crate) const DURATIONS: &[&str] = &["minute", "hour", "day", "week", "month"];

wire::record! {
    /// The unit of a measure's numbers. Two are the same when they are exactly equal; nothing is ever converted.
    ///
    /// ```
    /// use okrkit::Unit;
    /// assert_eq!(Unit::currency("USD").to_string(), "USD");
    /// assert_eq!(Unit::count("calls").per(okrkit::Period::Week).to_string(), "calls per week");
    /// assert_ne!(Unit::currency("USD"), Unit::currency("EUR"));
    /// ```
    pub struct Unit is "a unit" beside UnitBeside {
        /// The kind.
        kind: UnitKind = required;
        /// The ISO 4217 code of a currency, e.g. `USD`. Required there, allowed nowhere else.
        code: Option<String> = rare;
        /// What is counted (any text, `count`), or `minute`, `hour`, `day`, `week`, `month` (`duration`, required there).
        of: Option<String> = rare;
        /// The period of a rate.
        per: Option<Period> = optional;
    }
}

impl Unit {
    /// A unit of a kind, with nothing else said.
    #[must_use]
    pub fn new(kind: UnitKind) -> Self {
        Self { kind, ..Self::default() }
    }

    fn of(kind: UnitKind, of: String) -> Self {
        let of = Some(of);
        Self {
            beside: UnitBeside { of, ..UnitBeside::default() }.boxed(),
            ..Self::new(kind)
        }
    }

    /// Per cent.
    #[must_use]
    pub fn percent() -> Self {
        Self::new(UnitKind::Percent)
    }

    /// Money, by ISO 4217 code. The code is checked when the plan is built.
    #[must_use]
    pub fn currency(code: impl Into<String>) -> Self {
        let code = Some(code.into());
        Self {
            beside: UnitBeside { code, ..UnitBeside::default() }.boxed(),
            ..Self::new(UnitKind::Currency)
        }
    }

    /// Things counted.
    #[must_use]
    pub fn count(of: impl Into<String>) -> Self {
        Self::of(UnitKind::Count, of.into())
    }

    /// Time, in `minute`, `hour`, `day`, `week` or `month`.
    #[must_use]
    pub fn duration(of: impl Into<String>) -> Self {
        Self::of(UnitKind::Duration, of.into())
    }

    /// The unit as a rate.
    #[must_use]
    pub fn per(mut self, period: Period) -> Self {
        self.per = Some(period);
        self
    }

    /// Whether numbers of the two may be added: exactly equal, data of one's own aside.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.kind, &self.code, &self.of, self.per) == (other.kind, &other.code, &other.of, other.per)
    }

    pub(crate) fn check(&self, cx: &mut Context) {
        match (&self.code, self.kind) {
            (Some(code), UnitKind::Currency) if Currency::from_code(code).is_none() => {
                cx.report_at("code", Code::UnitCurrency, format!("{} is not a currency of ISO 4217", quote(code)));
            }
            (None, UnitKind::Currency) => wire::missing(cx, "code"),
            (Some(_), kind) if kind != UnitKind::Currency => {
                cx.report_at("code", Code::DocumentUnknownField, format!("a unit of kind `{kind}` has no `code`"));
            }
            _ => {}
        }
        match (&self.of, self.kind) {
            (Some(of), UnitKind::Duration) if !DURATIONS.contains(&of.as_str()) => {
                cx.name("of", |cx| wire::unknown_word(cx, of, "a unit of time", DURATIONS));
            }
            (None, UnitKind::Duration) => wire::missing(cx, "of"),
            (Some(_), kind) if !matches!(kind, UnitKind::Duration | UnitKind::Count) => {
                cx.report_at("of", Code::DocumentUnknownField, format!("a unit of kind `{kind}` has no `of`"));
            }
            _ => {}
        }
    }
}

impl std::fmt::Display for Unit {
    /// For people: `USD`, `%`, `calls per week`; a bare number has no name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self.kind {
            UnitKind::Number => "",
            UnitKind::Percent => "%",
            UnitKind::Points => "points",
            UnitKind::Currency => self.code.as_deref().unwrap_or(""),
            UnitKind::Duration | UnitKind::Count => self.of.as_deref().unwrap_or(""),
        };
        f.write_str(name)?;
        match self.per {
            Some(period) if name.is_empty() => write!(f, "per {period}"),
            Some(period) => write!(f, " per {period}"),
            None => Ok(()),
        }
    }
}
