use super::fields::Take;
use super::gauge::Way;
use super::{MeasureFields, ReadingRule};
use crate::issue::Code;
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

/// F1: a number on its way from a start to a target, up or down: progress (c − s)/(t − s).
///
/// Worked: from 100 to 60 at 80 is (80 − 100)/(60 − 100) = 0.5; at 110 it is −0.25.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metric {
    /// Where it began, on the metric's own scale. `null` (or absent): not known yet, progress is `no_data` with reason `start`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Nullable"))]
    pub start: Option<f64>,
    /// Where it shall be.
    pub target: f64,
    /// The unit of both, and of the check-ins.
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

impl Metric {
    /// A metric between two known numbers.
    #[must_use]
    pub fn new(start: f64, target: f64) -> Self {
        Self {
            start: Some(start),
            target,
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            start: take.fields.start.and_then(|start| start.0),
            target: take.required("target", |f| f.target),
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        fields.start = Some(wire::Nullable(self.start));
        (fields.target, fields.unit, fields.reading, fields.ext) = (Some(self.target), self.unit, Some(self.reading), self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        if self.start == Some(self.target) {
            cx.report(
                Code::MeasureStartEqualsTarget,
                format!("start and target are both `{}`, so there is no way between them", self.target),
            );
        }
    }

    pub(super) fn way(&self) -> Way {
        Way {
            start: self.start.into(),
            target: self.target,
        }
    }
}
