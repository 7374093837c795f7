//! The conditions of the pace table.

use super::{PaceStatus, Profile};
use crate::plan::Status;
use crate::time::{Date, elapsed};
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
#[expect(clippy::cast_precision_loss, reason = "below 2^52 whole numbers are exact both ways")]
pub(crate) fn whole(value: f64) -> f64 {
    nearest(value) as f64
}

#[expect(clippy::cast_possible_truncation, reason = "what is beyond is the greatest or the least there is, and NaN 0")]
fn nearest(value: f64) -> i64 {
    (value + 0.5_f64.copysign(value)) as i64
}

/// The billionths of a figure that is no NaN. Two of which one is below a million compare by these as by [`nine`], which takes
/// a division more.
pub(crate) fn billionths(value: f64) -> i64 {
    nearest(value * 1e9)
}

/// The billionths of 1.
pub(crate) const BILLION: i64 = 1_000_000_000;

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

    /// The least and the greatest figure that holds, in billionths. `None` where a bound is a million or more, or NaN.
    fn ends(&self) -> Option<(i64, i64)> {
        let bounds = [self.above, self.at_least, self.below, self.at_most];
        let least = self.at_least.map(billionths).max(self.above.map(|bound| billionths(bound) + 1));
        let greatest = self
            .at_most
            .map(billionths)
            .into_iter()
            .chain(self.below.map(|bound| billionths(bound) - 1))
            .min();
        let ends = (least.unwrap_or(i64::MIN), greatest.unwrap_or(i64::MAX));
        bounds.iter().flatten().all(|bound| bound.abs() < 1e6).then_some(ends)
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
    pub(crate) confidence: Option<f64>,
    pub(crate) period: (Date, Date),
    /// The day of the last check-in.
    pub(crate) last: Option<Date>,
    /// The day itself.
    pub(crate) on: Date,
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
            Tested::Elapsed => Some(elapsed(self.period.0, self.period.1, self.on)),
            Tested::Confidence => self.confidence,
            Tested::DaysSinceCheckIn => self.last.map(|last| f64::from(self.on.days_since(last))),
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
    /// The same, where that is all there is to it.
    ladder: Option<Ladder>,
    /// The worst status of the table.
    pub(crate) worst: Status,
}

/// A table whose rows all test one figure, as most do: where it lies says all.
#[derive(Debug, Clone)]
struct Ladder {
    tested: Tested,
    /// From the last row to the first: the least and the greatest figure of which it holds, in billionths.
    rows: Vec<(i64, i64, Status)>,
    /// Where none of them holds.
    otherwise: Status,
}

impl Ladder {
    fn of(rows: &[(Vec<(Tested, Limits)>, Status)]) -> Option<Self> {
        let ((last, otherwise), before) = rows.split_last()?;
        let (tested, _) = *before.first()?.0.first()?;
        let rows = before.iter().rev().map(|(tests, status)| match tests.as_slice() {
            [(same, limits)] if *same == tested => limits.ends().map(|(least, greatest)| (least, greatest, *status)),
            _ => None,
        });
        let rows = rows.collect::<Option<_>>()?;
        last.is_empty().then_some(Self {
            tested,
            rows,
            otherwise: *otherwise,
        })
    }

    fn status(&self, facts: &Facts<'_>) -> Status {
        // A figure that is not there is within no bounds, and neither is NaN.
        let Some(figure) = facts.figure(self.tested).filter(|figure| !figure.is_nan()).map(billionths) else {
            return self.otherwise;
        };
        // Every row is looked at, since nobody can guess which holds: of those that do, the first of the table comes last.
        self.rows.iter().fold(
            self.otherwise,
            |found, (least, greatest, status)| {
                if (*least..=*greatest).contains(&figure) { *status } else { found }
            },
        )
    }
}

impl Pace {
    pub(crate) fn of(profile: &Profile) -> Self {
        let rows = profile.pace.iter().map(|row| {
            let tests = row.when.iter().flat_map(Condition::tests);
            (tests.map(|(tested, bounds)| (tested, Limits::of(bounds))).collect(), row.status.into())
        });
        let rows: Vec<_> = rows.collect();
        Self {
            ladder: Ladder::of(&rows),
            rows,
            worst: profile.pace.iter().map(|row| row.status).max().unwrap_or(PaceStatus::AtRisk).into(),
        }
    }

    /// The status of the first row that holds.
    #[inline]
    pub(crate) fn status(&self, facts: &Facts<'_>) -> Status {
        match &self.ladder {
            Some(ladder) => ladder.status(facts),
            None => self.status_by_rows(facts),
        }
    }

    fn status_by_rows(&self, facts: &Facts<'_>) -> Status {
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

#[cfg(test)]
mod tests {
    use super::{Facts, Pace};
    use crate::profile::{Profile, read};
    use crate::time::Date;

    fn of_pace(rows: &str) -> Profile {
        read(&format!(r#"{{"okrkit_profile": 1, "id": "own", "extends": "default", "pace": {rows}}}"#)).unwrap()
    }

    /// A ladder and the rows that it was made of say the same, on their bounds and beside them, without a figure and beyond all bounds.
    #[test]
    fn a_ladder_says_what_its_rows_say() {
        let own = [
            r#"[{"status": "on_track", "when": {"ratio": {"above": 0.25, "at_most": 0.5}}}, {"status": "behind", "when": {"ratio": {"at_least": 0.5, "below": 0.75}}}, {"status": "at_risk"}]"#,
            r#"[{"status": "behind", "when": {"score": {"below": 0.5}}}, {"status": "at_risk", "when": {"score": {"at_most": 0.75}}}, {"status": "on_track"}]"#,
            r#"[{"status": "behind", "when": {"days_since_check_in": {"above": 7}}}, {"status": "on_track"}]"#,
        ];
        let named = Profile::names().map(|name| Profile::named(name).unwrap());
        for profile in named.chain(own.map(of_pace)) {
            let pace = Pace::of(&profile);
            assert!(pace.ladder.is_some(), "{}", profile.id);
            let near = |bound: f64| [-1e-8, -1e-9, -6e-10, -4e-10, 0.0, 4e-10, 6e-10, 1e-9, 1e-8].map(|away| bound + away);
            let progress = (-8..=24)
                .flat_map(|eighth| near(f64::from(eighth) / 8.0))
                .chain((0..=20).flat_map(|tenth| near(f64::from(tenth) / 10.0)));
            for progress in progress {
                for (expected, score) in [(0.0, None), (1.0, Some(progress.clamp(0.0, 1.0))), (0.35, Some(0.5))] {
                    for day in [1, 7, 8, 9] {
                        let facts = Facts {
                            profile: &profile,
                            progress,
                            expected,
                            score,
                            confidence: None,
                            period: (Date::MIN, Date::MAX),
                            last: (day < 9).then_some(Date::MIN),
                            on: Date::MIN.add_days(day).unwrap(),
                        };
                        assert_eq!(pace.status(&facts), pace.status_by_rows(&facts), "{facts:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn rows_that_test_several_figures_make_no_ladder() {
        for rows in [
            r#"[{"status": "on_track", "when": {"gap": {"at_most": 0.1}, "elapsed": {"at_least": 0.5}}}, {"status": "at_risk"}]"#,
            r#"[{"status": "on_track", "when": {"gap": {"at_most": 0.1}}}, {"status": "behind", "when": {"ratio": {"at_least": 0.5}}}, {"status": "at_risk"}]"#,
            r#"[{"status": "on_track"}]"#,
        ] {
            assert!(Pace::of(&of_pace(rows)).ladder.is_none(), "{rows}");
        }
    }
}
