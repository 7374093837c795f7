use super::fields::Take;
use super::gauge::{Way, number_through};
use super::{Log, MeasureFields, Measured, Outcome, Reading, ReadingRule, Reason};
use crate::issue::Code;
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

wire::words! {
    /// Where the way of a [`Change`] begins.
    pub enum ChangeFrom is "where a change starts from" {
        /// At the baseline: for levels, such as a deal size.
        Baseline = "baseline",
        /// At 0: for flows that start anew, such as this quarter's sales.
        Zero = "zero",
    }
}

/// F2: a number to be moved against a baseline. The target is t = b(1 + percent/100) or b + amount, the start b (or 0), and
/// progress F1 between them.
///
/// Worked: +10 % of 200 is 220, so 210 is (210 − 200)/(220 − 200) = 0.5. Ten percent of a baseline 0 is `undefined`
/// (`no_distance`): there is no way to go.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// What it is compared with. `null` (or absent): not known yet, progress is `no_data` with reason `baseline`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Nullable"))]
    pub baseline: Option<f64>,
    /// By how many per cent of the baseline: 10 means +10 %. One of `percent` and `amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// By how much, on the metric's own scale. One of `percent` and `amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// Where the way begins; without it at 0 when the reading is `sum`, else at the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ChangeFrom>,
    /// The unit of the baseline and of the check-ins.
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

impl Change {
    /// A change by per cent of a baseline.
    #[must_use]
    pub fn by_percent(baseline: Option<f64>, percent: f64) -> Self {
        Self {
            baseline,
            percent: Some(percent),
            ..Self::default()
        }
    }

    /// A change by an amount.
    #[must_use]
    pub fn by_amount(baseline: Option<f64>, amount: f64) -> Self {
        Self {
            baseline,
            amount: Some(amount),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            baseline: take.fields.baseline.and_then(|baseline| baseline.0),
            percent: take.fields.percent,
            amount: take.fields.amount,
            from: take.fields.from,
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        fields.baseline = Some(wire::Nullable(self.baseline));
        (fields.percent, fields.amount, fields.from) = (self.percent, self.amount, self.from);
        (fields.unit, fields.reading, fields.ext) = (self.unit, Some(self.reading), self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        match (self.percent, self.amount) {
            (Some(_), Some(_)) => cx.report(Code::MeasureOneOf, "a `change` takes `percent` or `amount`, found both"),
            (None, None) => cx.report(Code::MeasureOneOf, "a `change` takes `percent` or `amount`, found neither"),
            _ if self.never_moves() => {
                cx.report(
                    Code::MeasureStartEqualsTarget,
                    "the change leads back to where it starts, so there is no way to go",
                );
            }
            _ => {}
        }
    }

    /// Whether start and target are the same whatever the baseline.
    fn never_moves(&self) -> bool {
        match self.starts_from() {
            ChangeFrom::Baseline => self.percent == Some(0.0) || self.amount == Some(0.0),
            ChangeFrom::Zero => self.percent == Some(-100.0),
        }
    }

    /// Where the way begins, the default filled in.
    #[must_use]
    pub fn starts_from(&self) -> ChangeFrom {
        self.from.unwrap_or(if self.reading == ReadingRule::Sum {
            ChangeFrom::Zero
        } else {
            ChangeFrom::Baseline
        })
    }

    /// The way, once the baseline is known.
    pub(super) fn way(&self) -> Option<Way> {
        let (start, target) = self.ends_of_way()?;
        Some(Way { start: start.into(), target })
    }

    /// Start and target of the way, once the baseline is known.
    pub(crate) fn ends_of_way(&self) -> Option<(f64, f64)> {
        let baseline = self.baseline?;
        let start = match self.starts_from() {
            ChangeFrom::Baseline => baseline,
            ChangeFrom::Zero => 0.0,
        };
        let target = match (self.percent, self.amount) {
            (Some(percent), _) => baseline * (1.0 + percent / 100.0),
            (None, Some(amount)) => baseline + amount,
            (None, None) => start,
        };
        Some((start, target))
    }

    /// While the baseline is not known there is a reading at most.
    pub(super) fn evaluate(&self, log: &Log<'_>) -> Measured {
        let (number, progress) = number_through(log.read(self.reading), |_| Outcome::NoData(Reason::Baseline));
        Measured {
            reading: number.map(Reading::Number),
            progress,
        }
    }
}
