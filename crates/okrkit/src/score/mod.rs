//! Evaluation: readings → progress → roll-up → pace → status.
//!
//! [`evaluate`] is a pure function of a plan, a profile and a day. Every node gets its figures once, in an order in which all
//! that it is computed from comes first; sums run in the order of the document, so the same input gives the same bits.

mod ahead;
mod figures;
mod fill;
mod frame;
mod groups;
mod key_result;
mod line;
mod live;
mod objective;
#[cfg(feature = "rayon")]
pub mod parallel;
mod partial;
mod projected;
mod roll_up;
mod rows;
mod scorecard;
mod scores;
mod series;
mod status;
#[cfg(test)]
mod tests;

pub use figures::{KeyResultScore, NodeScore, ObjectiveScore, Original};
pub(crate) use groups::members_of;
pub use groups::{Group, GroupBy, GroupScore};
pub(crate) use key_result::{KeyResultFacts, as_score, path_value};
pub(crate) use line::{KeyResultLine, Line};
pub use live::{Changes, Live};
pub use partial::PartialScore;
pub(crate) use projected::Put;
pub(crate) use roll_up::{Division, Excluded, Figure, LinksUp, Member, Part, Side};
pub use rows::{PartialGroup, PartialObjective, RowKeyResult, RowRules, RowShare};
pub use scorecard::Scorecard;
pub use scores::{ScoreColumns, Scores, scores};
pub(crate) use series::{Series, series};
pub(crate) use status::{StatusRule, pace_facts, rank};

use std::sync::Arc;

use crate::plan::{Objective, Plan};
use crate::profile::{Pace, Profile};
use crate::time::AsOf;
use line::ObjectiveLine;

/// Computes the scorecard of a plan as of a day, by the rules of a profile.
///
/// ```
/// use okrkit::{Date, Profile, Status};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow quarterly sales revenue", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "Reach 500,000 USD in sales",
///      "measure": {"kind": "metric", "start": 0, "target": 500000},
///      "check_ins": [{"on": "2026-01-31", "value": 120000}]}]}]}"#)?;
/// let card = okrkit::evaluate(&plan, &Profile::named("default")?, Date::new(2026, 2, 14)?);
/// let grow = card.objective("grow").ok_or("no such objective")?;
/// assert_eq!(grow.progress.value(), Some(0.24));
/// // 44 of 89 days have gone: 0.494 is expected, the gap is 0.254.
/// assert_eq!(grow.status, Status::AtRisk);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes time in proportion to the key results, check-ins and links.
#[must_use]
pub fn evaluate(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) -> Scorecard {
    let mut card = Scorecard::empty(plan.clone(), profile.clone(), as_of.into());
    card.fill(plan);
    card
}

/// A scorecard as it is read: what is computed so far, and what it is computed from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) profile: &'a Profile,
    pub(crate) as_of: AsOf,
    pub(crate) key_results: &'a [KeyResultLine],
    pub(crate) objectives: &'a [ObjectiveLine],
    /// The number of the first of `key_results`: while a plan is computed there are only those of one objective.
    pub(crate) first_key_result: usize,
    /// The names of the profile's grade bands, so that nodes share them.
    pub(crate) bands: &'a [Arc<str>],
    pub(crate) pace: &'a Pace,
    /// Of each KPI whether it is out of range; empty where no objective has guardrails.
    pub(crate) out_of_range: &'a [bool],
    /// Of each node, by its number: what its links weigh together; empty where nothing is divided among parents.
    pub(crate) links_up: &'a [LinksUp],
}

impl Sheet<'_> {
    /// The guardrails of an objective that are out of range on the day.
    pub(crate) fn breached<'o>(&'o self, objective: &'o Objective) -> impl Iterator<Item = &'o str> {
        let is_out = |id: &&String| {
            let place = self.plan.place_of_kpi(id);
            place.and_then(|at| self.out_of_range.get(at)).copied().unwrap_or_default()
        };
        objective.guardrails.iter().filter(is_out).map(String::as_str)
    }

    /// The name of the band a grade belongs to.
    fn band(&self, grade: Option<f64>) -> Option<Arc<str>> {
        self.bands.get(self.profile.band_at(grade?)?).cloned()
    }
}
