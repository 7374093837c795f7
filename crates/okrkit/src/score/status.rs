//! F13: status.

use super::{Sheet, line::Line};
use crate::plan::{Ambition, Objective, Stage, Status};
use crate::profile::{BILLION, Facts, billionths, nine};

/// Which rule gave a status; for explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusRule {
    Dropped,
    NotStarted,
    NotScored,
    NoData,
    /// Over, and judged by its score.
    Success,
    /// Over, with no score of success for its ambition.
    NoSuccess,
    /// A threshold judged by its latest reading.
    Kept,
    Worst,
    AchievedRunning,
    Pace,
    /// Over, and its score is one of success, but a guardrail is out of range.
    Guardrail,
    /// It would be achieved while it runs, but a guardrail is out of range, so its pace decides.
    PaceWithGuardrail,
}

impl StatusRule {
    /// Whether it goes by figures, of which a score set by hand is none.
    pub(crate) const fn is_by_figures(self) -> bool {
        matches!(
            self,
            Self::NoData | Self::Success | Self::Guardrail | Self::Kept | Self::AchievedRunning | Self::Pace | Self::PaceWithGuardrail
        )
    }
}

/// What the status of a node depends on beside its figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict<'o> {
    /// That of the objective, or of the objective of the key result.
    pub(super) ambition: Ambition,
    /// The objective, where its guardrails are asked: they say nothing of its key results.
    pub(super) guarded: Option<&'o Objective>,
    /// Where the profile shows the worst member: its status.
    pub(super) worst: Option<Status>,
}

impl Verdict<'_> {
    pub(super) const fn of_key_result(ambition: Ambition) -> Self {
        Self {
            ambition,
            guarded: None,
            worst: None,
        }
    }
}

/// What pace conditions are asked about.
pub(crate) fn pace_facts<'a>(sheet: &Sheet<'a>, node: &Line) -> Facts<'a> {
    Facts {
        profile: sheet.profile,
        progress: node.progress.value().unwrap_or_default(),
        expected: node.expected,
        score: node.measured_score(),
        confidence: node.confidence(),
        period: (node.starts, node.ends),
        last: node.last,
        on: sheet.as_of.on,
    }
}

impl Sheet<'_> {
    /// The status of a node whose other figures are there, and the rule that gave it: the first that holds.
    #[inline]
    pub(super) fn status(&self, node: &Line, verdict: Verdict<'_>) -> (Status, StatusRule) {
        // Asked only where something would be achieved.
        let is_withheld = || verdict.guarded.is_some_and(|objective| self.breached(objective).next().is_some());
        if node.stage == Stage::Dropped {
            return (Status::Dropped, StatusRule::Dropped);
        }
        if node.stage == Stage::Draft || self.as_of.on < node.starts {
            return (Status::NotStarted, StatusRule::NotStarted);
        }
        if node.progress == crate::measure::Outcome::NotScored {
            return (Status::NotScored, StatusRule::NotScored);
        }
        let Some(progress) = node.progress.value() else {
            return (Status::NoData, StatusRule::NoData);
        };
        if node.stage == Stage::Closed || self.as_of.on > node.ends {
            let Some(success) = self.profile.success.of(verdict.ambition) else {
                return (Status::Closed, StatusRule::NoSuccess);
            };
            let achieved = node.measured_score().is_some_and(|score| nine(score) >= nine(success));
            if achieved && is_withheld() {
                return (Status::Missed, StatusRule::Guardrail);
            }
            return (if achieved { Status::Achieved } else { Status::Missed }, StatusRule::Success);
        }
        if let Some(kept) = node.kept {
            return (if kept { Status::OnTrack } else { self.pace.worst }, StatusRule::Kept);
        }
        let (would_be, rule) = match verdict.worst {
            Some(worst) => (worst, StatusRule::Worst),
            None if self.profile.achieve_running && billionths(progress) >= BILLION => (Status::Achieved, StatusRule::AchievedRunning),
            None => return (self.pace.status(&pace_facts(self, node)), StatusRule::Pace),
        };
        if would_be == Status::Achieved && is_withheld() {
            return (self.pace.status(&pace_facts(self, node)), StatusRule::PaceWithGuardrail);
        }
        (would_be, rule)
    }
}

/// From the worst to the best, as an objective that shows its worst member ranks them.
pub(crate) const fn rank(status: Status) -> u8 {
    match status {
        Status::Missed => 0,
        Status::AtRisk => 1,
        Status::Behind => 2,
        Status::NoData => 3,
        Status::NotStarted => 4,
        Status::OnTrack => 5,
        Status::Closed => 6,
        Status::Achieved => 7,
        Status::NotScored => 8,
        Status::Dropped => 9,
    }
}

/// How many are well, how many at risk, of those with a verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Verdicts {
    good: u32,
    bad: u32,
    n: u32,
}

impl Verdicts {
    pub(super) fn add(&mut self, status: Status) {
        // Counted without asking first, since nobody can guess what comes next.
        self.good += u32::from(matches!(status, Status::OnTrack | Status::Achieved));
        self.bad += u32::from(status == Status::AtRisk);
        self.n += u32::from(!matches!(status, Status::NoData | Status::NotStarted | Status::NotScored | Status::Dropped));
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.good += other.good;
        self.bad += other.bad;
        self.n += other.n;
    }

    /// Share on track or achieved − share at risk. `None` where none has a verdict.
    ///
    /// Worked: 5 on track, 3 behind, 2 at risk: (5 − 2)/10 = 0.3.
    pub(super) fn net_confidence(self) -> Option<f64> {
        (self.n > 0).then(|| (f64::from(self.good) - f64::from(self.bad)) / f64::from(self.n))
    }
}

/// [`Verdicts::net_confidence`] of some nodes.
pub(super) fn net_confidence(statuses: impl Iterator<Item = Status>) -> Option<f64> {
    let mut verdicts = Verdicts::default();
    statuses.for_each(|status| verdicts.add(status));
    verdicts.net_confidence()
}
