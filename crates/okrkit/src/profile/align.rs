//! What a profile says about alignment.

use crate::issue::Severity;
use crate::wire;

wire::words! {
    /// What a breach of an alignment rule is.
    pub enum RuleSeverity is "a severity" {
        /// Not looked for.
        Off = "off",
        /// A [`Severity::Warning`].
        Warning = "warning",
        /// A [`Severity::Error`].
        Error = "error",
    }
}

impl RuleSeverity {
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

wire::words! {
    /// How the dates of a child must lie to its parent's.
    pub enum PeriodRule is "how the periods must lie" {
        /// Any way.
        Free = "free",
        /// They share a day.
        Overlap = "overlap",
        /// The child's lie within the parent's.
        Within = "within",
    }
}

wire::record! {
    /// The rule about dates of children.
    pub struct PeriodCheck is "the rule of periods" {
        /// What is asked for.
        rule: PeriodRule = required;
        /// What a breach is.
        severity: RuleSeverity = required;
    }
}

wire::record! {
    /// A rule with a largest number.
    pub struct Limit is "a rule with a limit" {
        /// The largest number that is no breach.
        max: f64 = required;
        /// What a breach is.
        severity: RuleSeverity = required;
    }
}

wire::record! {
    /// The alignment rules. None of them ever stops a plan from being read.
    pub struct AlignRules is "alignment rules" {
        /// [`Code::AlignLevel`](crate::Code::AlignLevel).
        level: RuleSeverity = required;
        /// [`Code::AlignPeriod`](crate::Code::AlignPeriod).
        period: PeriodCheck = required;
        /// [`Code::AlignParents`](crate::Code::AlignParents).
        parents: RuleSeverity = required;
        /// [`Code::AlignDepth`](crate::Code::AlignDepth).
        depth: Limit = required;
        /// [`Code::AlignFanOut`](crate::Code::AlignFanOut).
        fan_out: Limit = required;
        /// [`Code::AlignOrphan`](crate::Code::AlignOrphan).
        orphan: RuleSeverity = required;
        /// [`Code::AlignDoubleCount`](crate::Code::AlignDoubleCount).
        double_count: RuleSeverity = required;
    }
}
