use super::fields::Take;
use super::{Log, Measure, MeasureKind, Measured, Outcome, Reading, Reason, Rules};
use crate::issue::Code;
use crate::wire::{self, Context};
use serde::Serialize;
use std::collections::BTreeMap;

wire::words! {
    /// How the parts of a [`Composite`] make one figure.
    pub enum Combine is "how parts combine" {
        /// Their mean.
        Mean = "mean",
        /// The weakest.
        Min = "min",
        /// Their product: each part scales the others.
        Product = "product",
    }
}

/// Several measures that make one result together, such as a system launched *and* used. Each part's progress is clamped to
/// \[0,1\], then combined; a part without data leaves the whole without.
///
/// Worked: launched (1) and adopted by 45 of 90 (0.5): the mean is 0.75, the weaker part 0.5, the product 0.5.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Composite {
    /// The parts by name, at least one; none of them composite, children or observe.
    pub parts: BTreeMap<String, Measure>,
    /// How they combine.
    pub combine: Combine,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Composite {
    /// Named parts, combined.
    #[must_use]
    pub fn new<N: Into<String>>(combine: Combine, parts: impl IntoIterator<Item = (N, Measure)>) -> Self {
        Self {
            parts: parts.into_iter().map(|(name, part)| (name.into(), part)).collect(),
            combine,
            ext: None,
        }
    }

    /// What no part is.
    pub(crate) const NO_PARTS: [MeasureKind; 3] = [MeasureKind::Composite, MeasureKind::Children, MeasureKind::Observe];

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            parts: take.required("parts", |f| f.parts.take()),
            combine: take.required("combine", |f| f.combine),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn check(&self, cx: &mut Context, cycle_every: Option<crate::time::Cadence>) {
        cx.name("parts", |cx| {
            if self.parts.is_empty() {
                cx.report(Code::MeasureEmpty, "a `composite` needs at least one part");
            }
            for (name, part) in &self.parts {
                cx.key(name, |cx| {
                    if Self::NO_PARTS.contains(&part.kind()) {
                        cx.report_at("kind", Code::DocumentUnknownKind, format!("a part of a composite cannot be `{}`", part.kind()));
                    } else {
                        part.check(cx, cycle_every);
                    }
                });
            }
        });
    }

    pub(super) fn evaluate(&self, log: &Log<'_>, rules: &Rules<'_>) -> Measured {
        let mut readings = BTreeMap::new();
        let (mut sum, mut least, mut product, mut n) = (0.0, f64::INFINITY, 1.0, 0.0);
        let (mut no_data, mut no_answer) = (None, None);
        for (name, part) in &self.parts {
            let measured = part.evaluate(&log.part(name), rules);
            match measured.progress {
                Outcome::Value(progress) => {
                    let progress = progress.clamp(0.0, 1.0);
                    (sum, least, product, n) = (sum + progress, f64::min(least, progress), product * progress, n + 1.0);
                }
                Outcome::NoData(reason) => no_data = no_data.or(Some(reason)),
                other => no_answer = no_answer.or(Some(other)),
            }
            readings.insert(name.clone(), measured.reading);
        }
        // Data that is not there comes before a formula without an answer: with the data there might be one.
        let progress = match (no_data.map(Outcome::NoData).or(no_answer), self.combine) {
            (Some(outcome), _) => outcome,
            _ if n == 0.0 => Outcome::NoData(Reason::NoCheckIns),
            (None, Combine::Mean) => Outcome::Value(sum / n),
            (None, Combine::Min) => Outcome::Value(least),
            (None, Combine::Product) => Outcome::Value(product),
        };
        let any = readings.values().any(Option::is_some);
        Measured {
            reading: any.then_some(Reading::Parts(readings)),
            progress,
        }
    }
}
