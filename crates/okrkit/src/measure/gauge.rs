//! What most measures come down to: a few numbers that lie beside the check-ins, so that evaluation reads nothing else.

use super::{Log, Outcome, ReadingRule, Reason, Rules, toward};
use crate::number::Maybe;

/// How a number becomes progress.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scale {
    Way(Way),
    Within(Within),
    Exact(ExactScale),
    Levels(LevelsScale),
}

/// F1: from a start to a target.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    pub(crate) start: Maybe,
    pub(crate) target: f64,
}

/// F3: within bounds or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Within {
    /// The smallest number within.
    pub(super) lowest: f64,
    /// The largest number within.
    pub(super) highest: f64,
}

/// F4: hit or missed by so much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExactScale {
    pub(super) start: f64,
    pub(super) target: f64,
    pub(super) tolerance: f64,
}

/// F5: against levels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LevelsScale {
    pub(super) start: f64,
    pub(super) commit: Maybe,
    pub(super) target: Maybe,
    pub(super) stretch: Maybe,
}

/// F7: what occurrences are worth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EventsScale {
    pub(super) count: f64,
    pub(super) each_at_least: Maybe,
    pub(super) partial: bool,
}

/// A measure that needs no more of its check-ins than their entries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Gauge {
    /// A number, read by a rule, on a scale.
    Number(Scale, ReadingRule),
    Events(EventsScale),
    Done,
}

impl Scale {
    pub(crate) fn progress_of(&self, value: f64, rules: &Rules<'_>) -> Outcome {
        match self {
            Self::Way(way) => toward(rules.progress, way.start.get(), Reason::Start, way.target, value),
            Self::Within(bounds) => Outcome::Value(f64::from(bounds.contains(value))),
            Self::Exact(exact) => exact.progress_of(value),
            Self::Levels(levels) => levels.score_of(value, rules.anchors),
        }
    }
}

impl Within {
    pub(super) fn contains(&self, value: f64) -> bool {
        (self.lowest..=self.highest).contains(&value)
    }
}

impl Gauge {
    /// The reading, where it is a number, and the progress.
    pub(crate) fn evaluate(&self, log: &Log<'_>, rules: &Rules<'_>) -> (Option<f64>, Outcome) {
        match self {
            Self::Number(scale, reading) => number_through(log.read(*reading), |value| scale.progress_of(value, rules)),
            Self::Events(events) => number_through(events.worth_of(log), |worth| Outcome::finite(worth / events.count)),
            Self::Done => (
                None,
                log.done().map_or(Outcome::NoData(Reason::NoCheckIns), |done| Outcome::Value(f64::from(done))),
            ),
        }
    }

    /// The way it measures, and how its check-ins are read.
    pub(crate) fn way(&self) -> Option<(&Way, ReadingRule)> {
        match self {
            Self::Number(Scale::Way(way), rule) => Some((way, *rule)),
            _ => None,
        }
    }

    /// The one number it aims at, where that is within the doubles.
    pub(crate) fn target(&self) -> Option<f64> {
        match self {
            Self::Number(Scale::Way(way), _) => Some(way.target).filter(|target| target.is_finite()),
            Self::Number(Scale::Exact(exact), _) => Some(exact.target),
            Self::Number(Scale::Levels(levels), _) => levels.target.get(),
            Self::Events(events) => Some(events.count),
            Self::Number(Scale::Within(_), _) | Self::Done => None,
        }
    }

    /// F12: what is expected once a share `elapsed` of the time has gone.
    pub(crate) fn expected(&self, elapsed: f64, rules: &Rules<'_>) -> f64 {
        match self {
            Self::Number(Scale::Levels(levels), _) => levels.on_line(elapsed, rules.anchors).map_or(elapsed, |(_, _, score)| score),
            _ => elapsed,
        }
    }

    /// Whether what is expected is the share of the time that has gone.
    pub(crate) const fn expects_time_gone(&self) -> bool {
        !matches!(self, Self::Number(Scale::Levels(_), _))
    }

    /// Whether it is met or not met by its reading, so that pace has no meaning for it.
    pub(crate) const fn is_kept_or_broken(&self) -> bool {
        matches!(self, Self::Number(Scale::Within(_), _))
    }
}

/// A number as a reading, and put through a formula; without a number, no data.
pub(crate) fn number_through(value: Option<f64>, formula: impl FnOnce(f64) -> Outcome) -> (Option<f64>, Outcome) {
    match value {
        Some(value) if value.is_finite() => (Some(value), formula(value)),
        Some(_) => (None, Outcome::Undefined(Reason::Overflow)),
        None => (None, Outcome::NoData(Reason::NoCheckIns)),
    }
}
