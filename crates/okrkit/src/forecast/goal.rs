//! What there is to reach, as ranges of readings.

use serde::Serialize;

use super::Estimate;
use crate::measure::{Measure, Range, Rules};
use crate::plan::Ambition;
use crate::profile::Profile;
use crate::wire;

wire::words! {
    /// Something to be reached by the end.
    pub enum Goal is "a goal" {
        /// What is promised, of levels.
        Commit = "commit",
        /// What is aimed at: progress 1, or the level of that name. Bands have none.
        Target = "target",
        /// What would be outstanding, of levels.
        Stretch = "stretch",
        /// The score from which the profile says achieved, by the ambition of the objective; learning has none.
        Success = "success",
    }
}

/// How likely a goal is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Chance {
    /// Which goal.
    pub goal: Goal,
    /// The reading nearest to today's that reaches it. `None` where none does.
    pub reading: Option<f64>,
    /// How likely the reading at the end reaches it, in \[0,1\], by the predictive distribution of least squares: Student's t
    /// with the degrees of freedom of the [`Interval`](super::Interval) around the line, Q((reading − line)/standard error).
    pub probability: Estimate,
}

/// The goals of a measure with the readings that reach them.
pub(super) fn goals(measure: &Measure, rules: &Rules<'_>, profile: &Profile, ambition: Ambition) -> Vec<(Goal, Vec<Range>)> {
    let mut out = Vec::new();
    match measure {
        Measure::Levels(levels) => {
            let beyond = |level: f64| {
                let rises = [levels.commit, levels.target, levels.stretch]
                    .into_iter()
                    .flatten()
                    .all(|level| level > levels.start);
                vec![if rises { Range::from(level) } else { Range::up_to(level) }]
            };
            let given = [(Goal::Commit, levels.commit), (Goal::Target, levels.target), (Goal::Stretch, levels.stretch)];
            out.extend(given.into_iter().filter_map(|(goal, level)| Some((goal, beyond(level?)))));
        }
        Measure::Bands(_) => {}
        measure => out.extend(measure.reaching(1.0, rules).map(|ranges| (Goal::Target, ranges))),
    }
    if let Some(success) = profile.success.of(ambition) {
        let shown = &profile.clamp.shown;
        // What the clamp gives away or keeps back, no reading changes.
        let ranges = if success <= 0.0 || shown.floor.0.is_some_and(|floor| floor >= success) {
            measure.reaching(1.0, rules).map(|_| vec![Range::ALL])
        } else if shown.cap.0.is_some_and(|cap| cap < success) {
            measure.reaching(1.0, rules).map(|_| Vec::new())
        } else {
            measure.reaching(success, rules)
        };
        out.extend(ranges.map(|ranges| (Goal::Success, ranges)));
    }
    out
}

/// What a key result is on its way to: progress 1; of levels `target`, else `stretch`, else `commit`; of bands the best score.
pub(crate) fn aim(measure: &Measure, rules: &Rules<'_>) -> Option<Vec<Range>> {
    match measure {
        Measure::Levels(levels) => {
            let level = levels.target.or(levels.stretch).or(levels.commit)?;
            Some(vec![if level > levels.start { Range::from(level) } else { Range::up_to(level) }])
        }
        Measure::Bands(bands) => {
            let best = bands.points.iter().map(|point| point.score).fold(0.0, f64::max);
            measure.reaching(best, rules)
        }
        measure => measure.reaching(1.0, rules),
    }
}
