//! Forecasts rolled up.

use serde::Serialize;

use super::children::{Projected, rolled_up};
use super::key_result::{Trace, traces};
use super::{Estimate, Forecast, ForecastPolicy, Lack, Method};
use crate::plan::{Node, Plan};
use crate::profile::{Profile, nine};
use crate::score::{Scorecard, Side, evaluate};
use crate::time::AsOf;

/// What a method says of an objective at the end of its members' periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ObjectiveProjection {
    /// The method.
    pub method: Method,
    /// The projected progress of the members, rolled up by the profile. Where the method carries none of them on it is `no_data`,
    /// with `over` where all are over and else `members`: that all stays as it is today is no forecast.
    pub progress: Estimate,
    /// The score likewise, manual ones included, in \[0,1\]. One that is set by hand on the objective itself stays in any case.
    pub score: Estimate,
    /// Whether the score without manual ones reaches the profile's success for the ambition. `None` where either is missing.
    pub is_success: Option<bool>,
    /// Members, by id, that the method has no number for and that stand where they are today, in the order of the roll-up: key
    /// results and, where children enter the pool, objectives.
    pub held: Vec<String>,
}

/// Where an objective is going.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ObjectiveForecast {
    /// The id of the objective.
    pub objective: String,
    /// The day asked about.
    pub as_of: AsOf,
    /// The progress of the day, as the scorecard shows it.
    pub progress: Estimate,
    /// What each method says, in the order of [`Method::ALL`].
    pub projections: Vec<ObjectiveProjection>,
}

impl ObjectiveForecast {
    /// What a method says.
    #[must_use]
    pub fn by(&self, method: Method) -> Option<&ObjectiveProjection> {
        self.projections.iter().find(|projection| projection.method == method)
    }
}

/// The forecasts of a whole plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Forecasts {
    /// Of each objective, in the order of the document.
    pub objectives: Vec<ObjectiveForecast>,
    /// Of each key result, in the order of the document.
    pub key_results: Vec<Forecast>,
}

/// The forecast of an objective. `None` where there is no such objective. Takes as long as [`forecast_all`], which says of each.
///
/// Each key result gets the progress that a method projects for its last day, and everything is rolled up again by the profile:
/// shares, clamps, pools, links, missing data. Where the method has no number for a key result, today's figures stay; where it has
/// one for none, there is no forecast.
///
/// Worked: one key result projected to 0.9, one with a single check-in at 0.3 that least squares cannot carry on: (0.9 + 0.3)/2 =
/// 0.6, and the second is among those [`held`](ObjectiveProjection::held).
#[must_use]
pub fn forecast_objective(plan: &Plan, profile: &Profile, objective: &str, as_of: impl Into<AsOf>, policy: &ForecastPolicy) -> Option<ObjectiveForecast> {
    let Node::Objective(at) = plan.node(objective)? else { return None };
    let card = evaluate(plan, profile, as_of);
    let traced = traces(&card.sheet(), policy);
    let by_method = Projected::by_each_method(&card, &traced);
    of_objective(&card, at, &by_method)
}

/// The forecasts of every objective and key result.
///
/// Takes time in proportion to the plan, and beyond that, of a sum of others, to the days with a figure of all its members, n of them
/// in time n·log n: a figure that enters many sums, or a chain of sums, counts once for each. They are kept in memory, 16 bytes
/// each, during the call; a sum of a single member of the same first day shares its. In a plan no more than 4,000,000 such figures
/// are added up: a sum that would exceed them is not carried on (`members`), and no sum of it; others still are.
#[must_use]
pub fn forecast_all(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, policy: &ForecastPolicy) -> Forecasts {
    let card = evaluate(plan, profile, as_of);
    let sheet = card.sheet();
    let traced = traces(&sheet, policy);
    let by_method = Projected::by_each_method(&card, &traced);
    let key_result = |(at, trace): (usize, &Option<Trace<'_>>)| match trace {
        Some(trace) => Some(trace.forecast(&sheet, policy)),
        None => rolled_up(&sheet, at, &by_method),
    };
    Forecasts {
        objectives: (0..plan.n_objectives()).filter_map(|at| of_objective(&card, at, &by_method)).collect(),
        key_results: traced.iter().enumerate().filter_map(key_result).collect(),
    }
}

fn of_objective(card: &Scorecard, at: usize, by_method: &[Projected]) -> Option<ObjectiveForecast> {
    let objective = card.plan().objective_at(at)?;
    let success = card.profile().success.of(objective.ambition);
    let projections = by_method.iter().map(|projected| {
        let sheet = projected.card.sheet();
        let mut side = Side::default();
        let members = sheet.sides(at, &mut side);
        let held = members
            .members()
            .map(|member| member.node)
            .filter(|node| !projected.standing(*node).is_carried());
        let standing = projected.standing(Node::Objective(at));
        let line = sheet.objectives.get(at).map(|line| &line.node);
        let score = Estimate::or(line.and_then(crate::score::Line::score), Lack::NoMembers);
        let measured = line.filter(|_| standing.is_carried()).and_then(crate::score::Line::measured_score);
        ObjectiveProjection {
            method: projected.method,
            progress: standing.estimate(line.map_or(Estimate::none(Lack::NoMembers), |line| line.progress.into())),
            score: if line.is_some_and(|line| line.is_manual) {
                score
            } else {
                standing.estimate(score)
            },
            is_success: measured.zip(success).map(|(score, success)| nine(score) >= nine(success)),
            held: held.map(|node| card.plan().id_of(node).to_owned()).collect(),
        }
    });
    Some(ObjectiveForecast {
        objective: objective.id.clone(),
        as_of: card.as_of(),
        progress: card.sheet().objectives.get(at)?.node.progress.into(),
        projections: projections.collect(),
    })
}
