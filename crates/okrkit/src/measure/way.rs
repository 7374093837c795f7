//! F1 on its way from a start to a target: what metrics and changes come down to.

use super::{Outcome, ReadingRule, Reason, Rules, toward};
use crate::number::Maybe;

/// A way from a start to a target, and how values become the reading on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    pub(super) start: Maybe,
    pub(super) target: f64,
    pub(crate) reading: ReadingRule,
}

impl Way {
    /// How far a number on the measure's own scale is.
    pub(crate) fn progress_of(&self, value: f64, rules: &Rules<'_>) -> Outcome {
        toward(rules.progress, self.start.get(), Reason::Start, self.target, value)
    }

    /// The target, where it is within the doubles.
    pub(crate) fn target(&self) -> Option<f64> {
        Some(self.target).filter(|target| target.is_finite())
    }
}
