use super::fields::Take;
use super::gauge::EventsScale;
use super::{Log, MeasureFields, ReadingRule, must_be_positive};
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

/// F7: occurrences: Σ/count. Each check-in with `value` or `event` is one, worth 1; where `each_at_least` is given, 1 when its
/// value reaches it, else 0, or `value/each_at_least` within 0 and 1 when `partial`.
///
/// Worked: 5 webinars of 200 attendees, held with 250, 180 and 200: (1 + 0 + 1)/5 = 0.4; partly counted
/// (1 + 0.9 + 1)/5 = 0.58.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Events {
    /// How many there shall be, above 0.
    pub count: f64,
    /// What each must reach to count, above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each_at_least: Option<f64>,
    /// Whether one that falls short counts in part.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <bool>::default())))]
    pub partial: bool,
    /// The unit of the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Allowed as on every measure that takes values; the reading of events is always the worth that counted.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <ReadingRule>::default())))]
    pub reading: ReadingRule,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Events {
    /// So many occurrences, of any size.
    #[must_use]
    pub fn new(count: f64) -> Self {
        Self { count, ..Self::default() }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            count: take.required("count", |f| f.count),
            each_at_least: take.fields.each_at_least,
            partial: take.fields.partial.unwrap_or_default(),
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        (fields.count, fields.each_at_least, fields.partial) = (Some(self.count), self.each_at_least, Some(self.partial));
        (fields.unit, fields.reading, fields.ext) = (self.unit, Some(self.reading), self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        must_be_positive(cx, "count", self.count);
        if let Some(each) = self.each_at_least {
            must_be_positive(cx, "each_at_least", each);
        }
    }

    pub(crate) fn scale(&self) -> EventsScale {
        EventsScale {
            count: self.count,
            each_at_least: self.each_at_least.into(),
            partial: self.partial,
        }
    }
}

impl EventsScale {
    /// What one occurrence is worth, in \[0,1\].
    pub(crate) fn worth(&self, value: Option<f64>) -> f64 {
        match (self.each_at_least.get(), value) {
            (None, _) => 1.0,
            // An occurrence whose size nobody noted has not been seen to reach it.
            (Some(_), None) => 0.0,
            (Some(each), Some(value)) if self.partial => (value / each).clamp(0.0, 1.0),
            (Some(each), Some(value)) => f64::from(value >= each),
        }
    }

    /// What all are worth together. `None` where there was none.
    pub(super) fn worth_of(&self, log: &Log<'_>) -> Option<f64> {
        let mut worth = None;
        log.each_event(|value| worth = Some(worth.unwrap_or(0.0) + self.worth(value)));
        worth
    }
}
