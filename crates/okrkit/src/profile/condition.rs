//! The conditions of the pace table.

use super::{PaceStatus, Profile};
use crate::plan::Status;
use crate::wire;

wire::record! {
    /// Bounds of a figure, all of which must hold. Figures are compared at nine decimals, so that 0.5 − 0.4 is 0.1.
    pub struct Bounds is "bounds" {
        /// Greater than this.
        above: Option<f64> = optional;
        /// This or greater.
        at_least: Option<f64> = optional;
        /// Less than this.
        below: Option<f64> = optional;
        /// This or less.
        at_most: Option<f64> = optional;
    }
}

wire::record! {
    /// What a pace row tests; all that is given must hold. A figure that is not there holds nothing.
    pub struct Condition is "a condition" {
        /// Expected − progress.
        gap: Option<Bounds> = optional;
        /// The gap as a part of what is expected; 0 where nothing is expected yet.
        relative_gap: Option<Bounds> = optional;
        /// Progress / expected; beyond every bound where nothing is expected yet: upwards if progress is 0 or more.
        ratio: Option<Bounds> = optional;
        /// Progress, as shown.
        progress: Option<Bounds> = optional;
        /// The computed score.
        score: Option<Bounds> = optional;
        /// The grade of the computed score.
        grade: Option<Bounds> = optional;
        /// The share of the time that has gone.
        elapsed: Option<Bounds> = optional;
        /// The latest confidence.
        confidence: Option<Bounds> = optional;
        /// Days since the last check-in of any kind.
        days_since_check_in: Option<Bounds> = optional;
    }
}

/// A figure at nine decimals, as status, success and bands compare it.
pub(crate) fn nine(value: f64) -> f64 {
    let scaled = value * 1e9;
    // From 2^52 on a double has no decimals left to round.
    if scaled.abs() < 4_503_599_627_370_496.0 { whole(scaled) / 1e9 } else { value }
}

/// The nearest whole number, half away from 0, of a number below 2^52. The same steps on every platform.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "below 2^52 whole numbers are exact both ways"
)]
pub(crate) fn whole(value: f64) -> f64 {
    (value + 0.5_f64.copysign(value)) as i64 as f64
}

impl Bounds {
    /// Whether there is no bound among them.
    pub(super) fn is_empty(&self) -> bool {
        [self.above, self.at_least, self.below, self.at_most].iter().all(Option::is_none)
    }

    pub(crate) fn hold(&self, figure: Option<f64>) -> bool {
        Limits::of(self).hold(figure)
    }
}

/// How many bounds a figure can have.
const N_LIMITS: usize = 4;

/// Bounds at nine decimals, ready to be compared with.
#[derive(Debug, Clone, Copy)]
struct Limits {
    above: Option<f64>,
    at_least: Option<f64>,
    below: Option<f64>,
    at_most: Option<f64>,
}

impl Limits {
    fn of(bounds: &Bounds) -> Self {
        Self {
            above: bounds.above.map(nine),
            at_least: bounds.at_least.map(nine),
            below: bounds.below.map(nine),
            at_most: bounds.at_most.map(nine),
        }
    }

    fn hold(&self, figure: Option<f64>) -> bool {
        // As `each_hold`, and no further than the first that does not: this is asked of every node.
        let Some(figure) = figure.map(nine) else { return false };
        self.above.is_none_or(|bound| figure > bound)
            && self.at_least.is_none_or(|bound| figure >= bound)
            && self.below.is_none_or(|bound| figure < bound)
            && self.at_most.is_none_or(|bound| figure <= bound)
    }

    /// Whether each of the four holds.
    fn each_hold(&self, figure: Option<f64>) -> [bool; N_LIMITS] {
        let Some(figure) = figure.map(nine) else { return [false; N_LIMITS] };
        [
            self.above.is_none_or(|bound| figure > bound),
            self.at_least.is_none_or(|bound| figure >= bound),
            self.below.is_none_or(|bound| figure < bound),
            self.at_most.is_none_or(|bound| figure <= bound),
        ]
    }
}

/// The figures that a condition can test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tested {
    Gap,
    RelativeGap,
    Ratio,
    Progress,
    Score,
    Grade,
    Elapsed,
    Confidence,
    DaysSinceCheckIn,
}

impl Tested {
    /// The name of its field in a condition.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::RelativeGap => "relative_gap",
            Self::Ratio => "ratio",
            Self::Progress => "progress",
            Self::Score => "score",
            Self::Grade => "grade",
            Self::Elapsed => "elapsed",
            Self::Confidence => "confidence",
            Self::DaysSinceCheckIn => "days_since_check_in",
        }
    }
}

/// What conditions are asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) progress: f64,
    pub(crate) expected: f64,
    pub(crate) score: Option<f64>,
    pub(crate) elapsed: f64,
    pub(crate) confidence: Option<f64>,
    pub(crate) days_since_check_in: Option<i32>,
}

impl Facts<'_> {
    fn gap(&self) -> f64 {
        self.expected - self.progress
    }

    fn relative_gap(&self) -> f64 {
        if self.expected == 0.0 { 0.0 } else { self.gap() / self.expected }
    }

    fn ratio(&self) -> f64 {
        if self.expected != 0.0 {
            self.progress / self.expected
        } else if self.progress >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }

    pub(crate) fn figure(&self, tested: Tested) -> Option<f64> {
        match tested {
            Tested::Gap => Some(self.gap()),
            Tested::RelativeGap => Some(self.relative_gap()),
            Tested::Ratio => Some(self.ratio()),
            Tested::Progress => Some(self.progress),
            Tested::Score => self.score,
            Tested::Grade => self.score.map(|score| self.profile.grade_of(score)),
            Tested::Elapsed => Some(self.elapsed),
            Tested::Confidence => self.confidence,
            Tested::DaysSinceCheckIn => self.days_since_check_in.map(f64::from),
        }
    }
}

impl Condition {
    /// The figures it tests, with their bounds.
    pub(crate) fn tests(&self) -> impl Iterator<Item = (Tested, &Bounds)> {
        [
            (Tested::Gap, &self.gap),
            (Tested::RelativeGap, &self.relative_gap),
            (Tested::Ratio, &self.ratio),
            (Tested::Progress, &self.progress),
            (Tested::Score, &self.score),
            (Tested::Grade, &self.grade),
            (Tested::Elapsed, &self.elapsed),
            (Tested::Confidence, &self.confidence),
            (Tested::DaysSinceCheckIn, &self.days_since_check_in),
        ]
        .into_iter()
        .filter_map(|(tested, bounds)| bounds.as_ref().map(|bounds| (tested, bounds)))
    }
}

/// The pace table as it is asked for many nodes: the bounds rounded, what is not tested left out.
#[derive(Debug, Clone)]
pub(crate) struct Pace {
    rows: Vec<(Vec<(Tested, Limits)>, Status)>,
    /// The worst status of the table.
    pub(crate) worst: Status,
}

impl Pace {
    pub(crate) fn of(profile: &Profile) -> Self {
        let rows = profile.pace.iter().map(|row| {
            let tests = row.when.iter().flat_map(Condition::tests);
            (tests.map(|(tested, bounds)| (tested, Limits::of(bounds))).collect(), row.status.into())
        });
        Self {
            rows: rows.collect(),
            worst: profile.pace.iter().map(|row| row.status).max().unwrap_or(PaceStatus::AtRisk).into(),
        }
    }

    /// The status of the first row that holds.
    pub(crate) fn status(&self, facts: &Facts<'_>) -> Status {
        let holds = |tests: &[(Tested, Limits)]| tests.iter().all(|(tested, limits)| limits.hold(facts.figure(*tested)));
        let row = self.rows.iter().find(|(tests, _)| holds(tests));
        // The last row of a table always holds.
        row.map_or(Status::AtRisk, |(_, status)| *status)
    }

    /// Which of all bounds hold, a bit each, where there are few enough.
    pub(crate) fn bounds_held(&self, facts: &Facts<'_>) -> u64 {
        let tests = self.rows.iter().flat_map(|(tests, _)| tests);
        let held = tests.flat_map(|(tested, limits)| limits.each_hold(facts.figure(*tested)));
        held.fold(0, |bits, holds| bits << 1 | u64::from(holds))
    }

    /// Whether all figures that it tests only rise or only fall while what is expected, the time gone and the days since a check-in
    /// rise and nothing else changes, and all its bounds can be told by [`bounds_held`](Self::bounds_held). Each step of computing
    /// them then goes one way too, roundings included; dividing the gap by what is expected need not.
    pub(crate) fn is_monotone(&self) -> bool {
        let mut tests = self.rows.iter().flat_map(|(tests, _)| tests);
        tests.clone().count() * N_LIMITS <= 64 && tests.all(|(tested, _)| *tested != Tested::RelativeGap)
    }
}
