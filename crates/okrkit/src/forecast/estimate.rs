//! A figure that may be missing, with the reason.

use serde::Serialize;

use crate::measure::{Outcome, Reason};
use crate::wire;

wire::words! {
    /// Why there is no estimate.
    pub enum Lack is "why there is no estimate" {
        /// Nothing was checked in that the measure reads.
        NoCheckIns = "no_check_ins",
        /// Fewer days with a figure than the method needs.
        TooFewObservations = "too_few_observations",
        /// The start, where the course begins, is not known, or the measure has none.
        Start = "start",
        /// The baseline is not known yet.
        Baseline = "baseline",
        /// Nothing enters the roll-up.
        NoMembers = "no_members",
        /// Start and target are the same, so there is no way between them.
        NoDistance = "no_distance",
        /// The target is 0, and the profile divides by it.
        TargetZero = "target_zero",
        /// A number is beyond the range of doubles, or is none.
        Overflow = "overflow",
        /// The node is measured and never scored.
        NotScored = "not_scored",
        /// The reading is no number that moves along a line: done or not, zones, composites, shares of a threshold.
        NotNumeric = "not_numeric",
        /// It is made of members, and there is none for some of those, or it can only be told of each.
        Members = "members",
        /// The measure has no such goal.
        NoGoal = "no_goal",
        /// It has not begun: the day is before the first one, or it is a draft.
        NotStarted = "not_started",
        /// It is over: the day is after the last one, or it is closed or dropped.
        Over = "over",
        /// No time has gone yet to divide by.
        NoTimeGone = "no_time_gone",
        /// No time is left.
        NoTimeLeft = "no_time_left",
        /// There is no interval: the method has none, or it is to hold always, and so has no ends.
        NoInterval = "no_interval",
        /// The figure changes in steps, or not at all, so it has no slope.
        Steps = "steps",
        /// It does not move, or away from the target.
        Never = "never",
        /// The target is reached, but after the horizon of the policy.
        BeyondHorizon = "beyond_horizon",
    }
}

/// A computed figure, or why there is none. Never a made-up number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Estimate {
    /// A finite number.
    Value {
        /// The number.
        value: f64,
    },
    /// There is nothing to compute it from.
    NoData {
        /// Why.
        reason: Lack,
    },
}

impl Estimate {
    /// The number, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value { value } => Some(value),
            Self::NoData { .. } => None,
        }
    }

    /// Why there is no number.
    #[must_use]
    pub const fn reason(self) -> Option<Lack> {
        match self {
            Self::Value { .. } => None,
            Self::NoData { reason } => Some(reason),
        }
    }

    /// A computed number, unless it left the range of doubles.
    pub(crate) fn of(value: f64) -> Self {
        if value.is_finite() {
            // −0 is written as 0, as everywhere.
            Self::Value { value: value + 0.0 }
        } else {
            Self::none(Lack::Overflow)
        }
    }

    pub(crate) const fn none(reason: Lack) -> Self {
        Self::NoData { reason }
    }

    pub(crate) fn or(value: Option<f64>, reason: Lack) -> Self {
        value.map_or(Self::none(reason), Self::of)
    }

    pub(crate) fn then(self, next: impl FnOnce(f64) -> Self) -> Self {
        match self {
            Self::Value { value } => next(value),
            none @ Self::NoData { .. } => none,
        }
    }
}

impl From<Result<f64, Lack>> for Estimate {
    fn from(result: Result<f64, Lack>) -> Self {
        result.map_or_else(Self::none, Self::of)
    }
}

impl From<Reason> for Lack {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::NoCheckIns => Self::NoCheckIns,
            Reason::Start => Self::Start,
            Reason::Baseline => Self::Baseline,
            Reason::NoMembers => Self::NoMembers,
            Reason::NoDistance => Self::NoDistance,
            Reason::TargetZero => Self::TargetZero,
            Reason::Overflow => Self::Overflow,
        }
    }
}

impl From<Outcome> for Estimate {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Value(value) => Self::of(value),
            Outcome::NoData(reason) | Outcome::Undefined(reason) => Self::none(reason.into()),
            Outcome::NotScored => Self::none(Lack::NotScored),
        }
    }
}
