use super::fields::Take;
use super::gauge::ExactScale;
use super::{MeasureFields, Outcome, ReadingRule, Reason};
use crate::issue::Code;
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

/// F4: a number to be hit, where more is as wrong as less: 1 within the tolerance, else max(0, 1 − |c − t|/|t − s|).
///
/// Worked: exactly 5 from 0, at 6: 1 − 1/5 = 0.8; at 10: 0.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Exact {
    /// Where it began; the distance from here to the target is where progress is 0 on either side.
    pub start: f64,
    /// What is to be hit.
    pub target: f64,
    /// How far off still counts as hit, 0 or more.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <f64>::default())))]
    pub tolerance: f64,
    /// The unit of the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// What the values amount to.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <ReadingRule>::default())))]
    pub reading: ReadingRule,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Exact {
    /// A number to be hit exactly.
    #[must_use]
    pub fn new(start: f64, target: f64) -> Self {
        Self {
            start,
            target,
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            start: take.known("start", |f| f.start),
            target: take.required("target", |f| f.target),
            tolerance: take.fields.tolerance.unwrap_or_default(),
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        fields.start = Some(wire::Nullable(Some(self.start)));
        (fields.target, fields.tolerance) = (Some(self.target), Some(self.tolerance));
        (fields.unit, fields.reading, fields.ext) = (self.unit, Some(self.reading), self.ext);
    }

    #[expect(clippy::float_cmp, reason = "measures compare the doubles as they are")]
    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        if self.start == self.target {
            cx.report(
                Code::MeasureStartEqualsTarget,
                format!("start and target are both `{}`, so there is no way between them", self.target),
            );
        }
        if self.tolerance < 0.0 {
            cx.report_at(
                "tolerance",
                Code::MeasureNotPositive,
                format!("`tolerance` must not be below 0, found `{}`", self.tolerance),
            );
        }
    }

    pub(super) fn scale(&self) -> ExactScale {
        ExactScale {
            start: self.start,
            target: self.target,
            tolerance: self.tolerance,
        }
    }
}

impl ExactScale {
    pub(super) fn progress_of(&self, value: f64) -> Outcome {
        let off = (value - self.target).abs();
        if off <= self.tolerance {
            return Outcome::Value(1.0);
        }
        #[expect(clippy::float_cmp, reason = "measures compare the doubles as they are")]
        if self.start == self.target {
            return Outcome::Undefined(Reason::NoDistance);
        }
        let way = (self.target - self.start).abs();
        // Distances longer than the doubles have no ratio.
        if off.is_finite() && way.is_finite() {
            Outcome::Value((1.0 - off / way).max(0.0))
        } else {
            Outcome::Undefined(Reason::Overflow)
        }
    }
}
