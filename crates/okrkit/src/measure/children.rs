use super::fields::Take;
use super::{MeasureFields, Outcome, Reason, Rules, toward};
use crate::issue::Code;
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

wire::words! {
    /// How a [`Children`] measure takes what contributes to it.
    pub enum ChildrenRollUp is "how children roll up" {
        /// The mean of their progress, by link weights (F9).
        Mean = "mean",
        /// The readings of key results added, then F1. Link weights do not count, but 0 leaves a child out.
        Sum = "sum",
        /// The least progress, each within the profile's clamp of members. Link weights likewise.
        Min = "min",
    }
}

/// What contributing links bring to a key result, instead of check-ins of its own.
///
/// Worked: children at 29 of 30, 30 of 30 and 20 of 40: added 79 of 100 = 0.79; averaged (0.967 + 1 + 0.5)/3 = 0.822.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Children {
    /// How they roll up.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <ChildrenRollUp>::default())))]
    pub roll_up: ChildrenRollUp,
    /// For `sum`, required: where the sum began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<f64>,
    /// For `sum`, required: where it shall be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// For `sum`: the unit, the same as each child's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Children {
    /// The mean of the children's progress.
    #[must_use]
    pub fn mean() -> Self {
        Self::default()
    }

    /// The children's readings added.
    #[must_use]
    pub fn sum(start: f64, target: f64) -> Self {
        Self {
            roll_up: ChildrenRollUp::Sum,
            start: Some(start),
            target: Some(target),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        let start = take.fields.start;
        Self {
            roll_up: take.fields.roll_up.unwrap_or_default(),
            start: take.unwrap_known("start", start),
            target: take.fields.target,
            unit: take.fields.unit.take(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        fields.start = self.start.map(|start| wire::Nullable(Some(start)));
        (fields.roll_up, fields.target, fields.unit, fields.ext) = (Some(self.roll_up), self.target, self.unit, self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        if self.roll_up == ChildrenRollUp::Sum {
            for (name, field) in [("start", self.start), ("target", self.target)] {
                if field.is_none() {
                    cx.report_at(name, Code::DocumentMissingField, format!("a sum of children needs `{name}`"));
                }
            }
            if self.start.is_some() && self.start == self.target {
                cx.report(Code::MeasureStartEqualsTarget, "start and target are the same, so there is no way between them");
            }
            return;
        }
        for (name, given) in [
            ("start", self.start.is_some()),
            ("target", self.target.is_some()),
            ("unit", self.unit.is_some()),
        ] {
            if given {
                cx.report_at(
                    name,
                    Code::DocumentUnknownField,
                    format!("only a sum of children has a `{name}`, this rolls up by `{}`", self.roll_up),
                );
            }
        }
    }

    pub(crate) fn progress_of(&self, value: f64, rules: &Rules<'_>) -> Outcome {
        match self.target {
            Some(target) => toward(rules.progress, self.start, Reason::Start, target, value),
            None => Outcome::Undefined(Reason::NoDistance),
        }
    }
}
