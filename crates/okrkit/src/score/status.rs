//! F13: status.

use super::{Sheet, line::Line};
use crate::plan::{Ambition, Stage, Status};
use crate::profile::{Facts, nine};

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
}

impl StatusRule {
    /// Whether it goes by figures, of which a score set by hand is none.
    pub(crate) const fn is_by_figures(self) -> bool {
        matches!(self, Self::NoData | Self::Success | Self::Kept | Self::AchievedRunning | Self::Pace)
    }
}

/// What the status of a node depends on beside its figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub(super) ambition: Ambition,
    /// Where the profile shows the worst member: its status.
    pub(super) worst: Option<Status>,
}

/// What pace conditions are asked about.
pub(crate) fn pace_facts<'a>(sheet: &Sheet<'a>, node: &Line) -> Facts<'a> {
    Facts {
        profile: sheet.profile,
        progress: node.progress.value().unwrap_or_default(),
        expected: node.expected,
        score: node.measured_score(),
        elapsed: node.elapsed,
        confidence: node.confidence(),
        days_since_check_in: node.days_since_check_in,
    }
}

impl Sheet<'_> {
    /// The status of a node whose other figures are there, and the rule that gave it: the first that holds.
    pub(super) fn status(&self, node: &Line, verdict: Verdict) -> (Status, StatusRule) {
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
            return (if achieved { Status::Achieved } else { Status::Missed }, StatusRule::Success);
        }
        if let Some(kept) = node.kept {
            return (if kept { Status::OnTrack } else { self.pace.worst }, StatusRule::Kept);
        }
        if let Some(worst) = verdict.worst {
            return (worst, StatusRule::Worst);
        }
        if self.profile.achieve_running && nine(progress) >= 1.0 {
            return (Status::Achieved, StatusRule::AchievedRunning);
        }
        (self.pace.status(&pace_facts(self, node)), StatusRule::Pace)
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

/// Share on track or achieved − share at risk, of those with a verdict. `None` where none has one.
///
/// Worked: 5 on track, 3 behind, 2 at risk: (5 − 2)/10 = 0.3.
pub(super) fn net_confidence(statuses: impl Iterator<Item = Status>) -> Option<f64> {
    let (mut good, mut bad, mut n) = (0.0, 0.0, 0.0);
    for status in statuses {
        match status {
            Status::NoData | Status::NotStarted | Status::NotScored | Status::Dropped => continue,
            Status::OnTrack | Status::Achieved => good += 1.0,
            Status::AtRisk => bad += 1.0,
            Status::Behind | Status::Missed | Status::Closed => {}
        }
        n += 1.0;
    }
    (n > 0.0).then(|| (good - bad) / n)
}
