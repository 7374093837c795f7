//! The figures of a node as evaluation keeps them: what the rest follows from, side by side in little room.
//!
//! A plan of a million key results fills a hundred megabytes with them, and filling memory takes longer than computing. What can be
//! had from the day and the plan without much ado (the time gone, a target) is therefore looked up when a node is read.

use super::Sheet;
use super::figures::{KeyResultScore, NodeScore, ObjectiveScore};
use crate::measure::{Outcome, Reading, Reason};
use crate::number::Maybe;
use crate::plan::{Node, Stage, Status};
use crate::time::{Date, elapsed};

/// What objectives and key results have in common. The fields are those of [`NodeScore`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    pub(crate) progress: Outcome,
    pub(super) score: Maybe,
    /// The score without any manual one, which status and pace go by.
    pub(super) measured_score: Maybe,
    pub(crate) expected: f64,
    pub(super) confidence: Maybe,
    /// The day of the last check-in of any kind.
    pub(super) last: Option<Date>,
    pub(crate) starts: Date,
    pub(crate) ends: Date,
    pub(crate) stage: Stage,
    pub(crate) status: Status,
    pub(crate) is_manual: bool,
    /// Of a threshold judged by its latest reading: whether it is met.
    pub(crate) kept: Option<bool>,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            progress: Outcome::NoData(Reason::NoMembers),
            score: Maybe::NONE,
            measured_score: Maybe::NONE,
            expected: 0.0,
            confidence: Maybe::NONE,
            last: None,
            starts: Date::default(),
            ends: Date::default(),
            stage: Stage::default(),
            status: Status::default(),
            is_manual: false,
            kept: None,
        }
    }
}

impl Line {
    pub(crate) fn score(&self) -> Option<f64> {
        self.score.get()
    }

    pub(crate) fn measured_score(&self) -> Option<f64> {
        self.measured_score.get()
    }

    pub(crate) fn confidence(&self) -> Option<f64> {
        self.confidence.get()
    }

    /// Expected − progress.
    pub(crate) fn gap(&self) -> Option<f64> {
        let progress = self.progress.value()?;
        Some(self.expected - progress).filter(|gap| gap.is_finite())
    }

    /// Progress / expected.
    fn ratio(&self) -> Option<f64> {
        let progress = self.progress.value()?;
        Some(progress / self.expected).filter(|ratio| ratio.is_finite() && self.expected != 0.0)
    }
}

/// The figures of a key result.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct KeyResultLine {
    pub(crate) node: Line,
    /// The reading, where it is a number.
    pub(super) number: Maybe,
    pub(super) share: f64,
    pub(super) owner_status: Option<Status>,
}

impl KeyResultLine {
    /// F8: its part of its objective's progress.
    pub(crate) fn share(&self) -> f64 {
        self.share
    }

    /// The reading, where it is a number.
    pub(crate) fn number(&self) -> Option<f64> {
        self.number.get()
    }
}

/// The figures of an objective.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct ObjectiveLine {
    pub(crate) node: Line,
    /// The computed score, where a manual one takes its place.
    pub(super) computed_score: Maybe,
    pub(super) net_confidence: Maybe,
}

impl Sheet<'_> {
    /// The figures that any node has, with what follows from them.
    pub(crate) fn node_score(&self, node: Node) -> Option<NodeScore> {
        match node {
            Node::Objective(at) => self.objectives.get(at).map(|line| self.full(&line.node, line.computed_score)),
            Node::KeyResult(at) => self.key_results.get(at).map(|line| self.key_result_node(line)),
        }
    }

    pub(super) fn full(&self, line: &Line, computed_score: Maybe) -> NodeScore {
        let grade = line.score().map(|score| self.profile.grade_of(score));
        NodeScore {
            progress: line.progress,
            score: line.score(),
            computed_score: computed_score.get(),
            is_manual: line.is_manual,
            grade,
            band: self.band(grade),
            expected: line.expected,
            gap: line.gap(),
            ratio: line.ratio(),
            elapsed: elapsed(line.starts, line.ends, self.as_of.on),
            status: line.status,
            confidence: line.confidence(),
            stage: line.stage,
            starts: line.starts,
            ends: line.ends,
            days_since_check_in: line.last.map(|last| self.as_of.on.days_since(last)),
        }
    }

    fn key_result_node(&self, line: &KeyResultLine) -> NodeScore {
        let computed = if line.node.is_manual { line.node.measured_score } else { Maybe::NONE };
        self.full(&line.node, computed)
    }

    /// The figures of a key result with what follows from them.
    pub(super) fn key_result_score(&self, at: usize, line: &KeyResultLine) -> KeyResultScore {
        let as_written = self.as_written(at);
        let (reading, original) = match line.number() {
            Some(number) if as_written.is_some() => (Some(Reading::Number(number)), None),
            // Without a check-in it has no reading.
            None if self.plan.is_plain(at) => (None, None),
            // Few readings are no numbers and few terms are amended: they are looked up when they are asked for.
            _ => self.reading_and_original(at).unwrap_or_default(),
        };
        KeyResultScore {
            node: self.key_result_node(line),
            reading,
            target: as_written.map_or_else(|| self.target(at), Maybe::get),
            share: line.share,
            owner_status: line.owner_status,
            original,
        }
    }

    /// The figures of an objective with what follows from them.
    pub(super) fn objective_score(&self, at: usize, line: &ObjectiveLine) -> ObjectiveScore {
        let is_guarded = self.plan.facts_of(at).is_some_and(|facts| facts.is_guarded);
        let guarded = if is_guarded { self.plan.objective_at(at) } else { None };
        ObjectiveScore {
            guardrails: guarded.into_iter().flat_map(|objective| self.breached(objective)).map(str::to_owned).collect(),
            node: self.full(&line.node, line.computed_score),
            net_confidence: line.net_confidence.get(),
        }
    }
}
