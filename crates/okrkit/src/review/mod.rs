//! The end of a cycle: what came of it, what it teaches, and what goes on.
//!
//! [`close`] is the report: final grades, success by ambition, bands, what low grades ask for, moved goalposts, wins, what was too
//! easy, and what was learned. [`carry_forward`] makes the plan that goes on in the next cycle.

mod carry;
mod easy;
mod goalposts;
mod next;

pub use carry::{Carried, CarriedForward, CarryHow, CarryPolicy, CarryWhich, LeftBehind, LeftLink, LeftLinkWhy, LeftWhy, carry_forward};
pub use easy::{TooEasy, TooEasyFor};
pub use goalposts::MovedGoalposts;
pub use next::{NextStep, NextStepWhat};

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::plan::{Ambition, Node, Objective, Plan, Status, Text};
use crate::profile::{Profile, nine};
use crate::rhythm::people_of;
use crate::score::{GroupScore, NodeScore, Scorecard, evaluate};
use crate::time::AsOf;
use crate::wire;

/// How a cycle is looked back on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ReviewPolicy {
    /// How far short of success a score may be and ask only to be finished. 0.1 by default.
    pub near: f64,
    /// Below this score a goal or the way to it is to be thought over. 0.3 by default, below which Google's guide sees no real
    /// progress.
    pub far: f64,
    /// The rate of check-ins in time below which nobody can tell what a low grade means. 0.5 by default.
    pub discipline_at_least: f64,
    /// The score from which a key result counts as easy. 1 by default.
    pub easy_score: f64,
    /// For how many cycles in a row every result has to be easy to be told. 3 by default.
    pub easy_cycles: f64,
    /// How many days may lie between two cycles in a row. 7 by default.
    pub cycle_gap_days: f64,
    /// By what part of its length a cycle may be longer or shorter than the one before. 0.25 by default, so that a year is no
    /// predecessor of a quarter.
    pub cycle_length_tolerance: f64,
}

wire::settings! {
    ReviewPolicy is "a policy of reviews" {
        near in wire::SHARE,
        far in wire::SHARE,
        discipline_at_least in wire::SHARE,
        easy_score in wire::SHARE,
        easy_cycles in 1.0..=f64::MAX,
        cycle_gap_days in wire::DAYS,
        cycle_length_tolerance in wire::FROM_0,
    }
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        Self {
            near: 0.1,
            far: 0.3,
            discipline_at_least: 0.5,
            easy_score: 1.0,
            easy_cycles: 3.0,
            cycle_gap_days: 7.0,
            cycle_length_tolerance: 0.25,
        }
    }
}

/// What a node ends with.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FinalGrade {
    /// The id of the objective or key result.
    pub node: String,
    /// The objective of a key result; none for an objective.
    pub objective: Option<String>,
    /// What success meant.
    pub ambition: Ambition,
    /// The score, the manual one where there is one.
    pub score: Option<f64>,
    /// F14.
    pub grade: Option<f64>,
    /// The band of the grade.
    pub band: Option<Arc<str>>,
    /// The status on the day.
    pub status: Status,
    /// Whether the score reaches what success asks of its ambition. None without a score, and where the profile asks nothing (by
    /// default of learning goals).
    pub success: Option<bool>,
    /// Its owners; those of the objective for a key result without any.
    pub people: Vec<String>,
}

/// How objectives of one ambition ended.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AmbitionReview {
    /// The ambition.
    pub ambition: Ambition,
    /// How many objectives have it.
    pub n: usize,
    /// How many succeeded.
    pub succeeded: usize,
    /// How many did not.
    pub fell_short: usize,
    /// succeeded / (succeeded + fell short), in \[0,1\]. None where none was judged.
    pub success_rate: Option<f64>,
}

/// How many nodes ended in a band.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BandCount {
    /// The band; none for those without a grade.
    pub band: Option<String>,
    /// How many objectives.
    pub objectives: usize,
    /// How many of their key results.
    pub key_results: usize,
}

/// What a team learned.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lesson {
    /// The id of the objective.
    pub objective: String,
    /// In the words of the plan.
    pub learned: Text,
}

/// What came of a cycle.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CycleReview {
    /// The id of the cycle.
    pub cycle: String,
    /// The day it is looked at.
    pub as_of: AsOf,
    /// Whether its last day is over. Until then all of this is how it stands, not how it ended.
    pub is_over: bool,
    /// The figures over its objectives.
    pub total: GroupScore,
    /// Each objective followed by its key results, in the order of the document. Drafts and what was dropped are left out.
    pub grades: Vec<FinalGrade>,
    /// For each ambition that occurs.
    pub by_ambition: Vec<AmbitionReview>,
    /// For each band of the profile, from the lowest, and for what has no grade.
    pub bands: Vec<BandCount>,
    /// Objectives and key results to celebrate: those that succeeded, in the order of the document.
    pub wins: Vec<String>,
    /// What each node that fell short asks for.
    pub next_steps: Vec<NextStep>,
    /// Where amendments moved what is judged by.
    pub goalposts: Vec<MovedGoalposts>,
    /// For whom every result was easy, cycle after cycle.
    pub too_easy: Vec<TooEasy>,
    /// What was learned.
    pub learned: Vec<Lesson>,
    /// The ids of objectives of which nobody wrote down what was learned.
    pub without_learned: Vec<String>,
}

impl CycleReview {
    /// The final grade of a node, by id. Looks through the grades in order.
    #[must_use]
    pub fn grade(&self, node: &str) -> Option<&FinalGrade> {
        self.grades.iter().find(|grade| grade.node == node)
    }
}

/// What came of the objectives of a cycle, as of a day. `None` where there is no such cycle.
///
/// The score as it is shown decides over success, the manual one where a team has set one: that is the grade people agreed on.
/// (The status goes by computed scores, and may differ.)
///
/// Worked: by `default` an aspirational objective at 0.7 succeeded and a committed one at 0.9 fell short. Success among
/// aspirational ones is 1/1 and among committed ones 0/1.
///
/// ```
/// use okrkit::review::{NextStepWhat, ReviewPolicy};
/// use okrkit::{Date, Profile};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "o", "title": "O", "cycle": "q1", "key_results": [
///     {"id": "k", "title": "K", "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [{"on": "2026-03-30", "value": 6}]}]}]}"#)?;
/// let (profile, day) = (Profile::named("default")?, Date::new(2026, 4, 2)?);
/// let review = okrkit::close(&plan, &profile, "q1", day, &ReviewPolicy::default()).ok_or("no such cycle")?;
/// assert_eq!(review.grade("o").and_then(|grade| grade.success), Some(false));
/// // 0.6 is within 0.1 of the 0.7 that success asks for.
/// assert_eq!(review.next_steps.iter().map(|step| step.what).collect::<Vec<_>>(), [NextStepWhat::Finish, NextStepWhat::Finish]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes an evaluation, two where something was amended, and time in proportion to slots and check-ins.
#[must_use]
pub fn close(plan: &Plan, profile: &Profile, cycle: &str, as_of: impl Into<AsOf>, policy: &ReviewPolicy) -> Option<CycleReview> {
    let found = plan.cycles().iter().find(|found| found.id == cycle)?;
    let as_of = as_of.into();
    let card = evaluate(plan, profile, as_of);
    let closing = Closing {
        plan,
        profile,
        policy,
        card: &card,
        objectives: counting_in(plan, &card, cycle),
    };
    let grades: Vec<FinalGrade> = closing.nodes().filter_map(|(objective, node)| closing.grade(objective, node)).collect();
    let objectives = || closing.objectives.iter().filter_map(|at| plan.objective_at(*at));
    Some(CycleReview {
        cycle: cycle.to_owned(),
        as_of,
        is_over: as_of.on > found.ends,
        total: card.sheet().group(closing.objectives.iter().copied()),
        by_ambition: by_ambition(&grades),
        bands: bands(profile, &grades),
        wins: grades
            .iter()
            .filter(|grade| grade.success == Some(true))
            .map(|grade| grade.node.clone())
            .collect(),
        next_steps: closing.next_steps(&grades),
        goalposts: closing.goalposts(),
        too_easy: easy::too_easy(&card, found, policy),
        learned: objectives()
            .filter_map(|objective| {
                Some(Lesson {
                    objective: objective.id.clone(),
                    learned: objective.learned.clone()?,
                })
            })
            .collect(),
        without_learned: objectives()
            .filter(|objective| objective.learned.is_none())
            .map(|objective| objective.id.clone())
            .collect(),
        grades,
    })
}

/// The objectives of a cycle that count, by their places.
fn counting_in(plan: &Plan, card: &Scorecard, cycle: &str) -> Vec<usize> {
    let counts = |at: usize| card.sheet().node(Node::Objective(at)).is_some_and(|line| line.stage.counts());
    let objectives = plan.objectives().enumerate();
    objectives
        .filter(|(at, objective)| objective.cycle == cycle && counts(*at))
        .map(|(at, _)| at)
        .collect()
}

/// What a review is made of.
struct Closing<'a> {
    plan: &'a Plan,
    profile: &'a Profile,
    policy: &'a ReviewPolicy,
    card: &'a Scorecard,
    /// The objectives of the cycle that count, by their places.
    objectives: Vec<usize>,
}

impl<'a> Closing<'a> {
    /// The objectives, each followed by its key results that count.
    fn nodes(&self) -> impl Iterator<Item = (&'a Objective, Node)> {
        self.objectives
            .iter()
            .filter_map(|at| Some((*at, self.plan.objective_at(*at)?)))
            .flat_map(|(at, objective)| {
                let first = self.plan.first_of(at);
                let own = (first..first + objective.key_results.len()).map(Node::KeyResult);
                let counts = |node: &Node| self.card.sheet().node(*node).is_some_and(|line| line.stage.counts());
                [Node::Objective(at)].into_iter().chain(own.filter(counts)).map(move |node| (objective, node))
            })
    }

    fn grade(&self, objective: &Objective, node: Node) -> Option<FinalGrade> {
        let NodeScore {
            score, grade, band, status, ..
        } = self.card.sheet().node_score(node)?;
        let key_result = match node {
            Node::KeyResult(at) => self.plan.key_result_at(at).map(|(_, key_result)| key_result),
            Node::Objective(_) => None,
        };
        let asked = self.profile.success.of(objective.ambition);
        Some(FinalGrade {
            node: self.plan.id_of(node).to_owned(),
            objective: key_result.map(|_| objective.id.clone()),
            ambition: objective.ambition,
            success: score.zip(asked).map(|(score, asked)| nine(score) >= nine(asked)),
            score,
            grade,
            band,
            status,
            people: people_of(objective, key_result),
        })
    }
}

fn by_ambition(grades: &[FinalGrade]) -> Vec<AmbitionReview> {
    let reviews = Ambition::ALL.iter().map(|ambition| {
        let of_it = || grades.iter().filter(|grade| grade.objective.is_none() && grade.ambition == *ambition);
        let count = |success: bool| of_it().filter(|grade| grade.success == Some(success)).count();
        let (succeeded, fell_short) = (count(true), count(false));
        #[expect(clippy::cast_precision_loss, reason = "objectives are counted, and far fewer than 2^52")]
        let success_rate = succeeded as f64 / (succeeded + fell_short) as f64;
        AmbitionReview {
            ambition: *ambition,
            n: of_it().count(),
            succeeded,
            fell_short,
            success_rate: (succeeded + fell_short > 0).then_some(success_rate),
        }
    });
    reviews.filter(|review| review.n > 0).collect()
}

fn bands(profile: &Profile, grades: &[FinalGrade]) -> Vec<BandCount> {
    let mut out: Vec<BandCount> = Vec::new();
    // Two bands may have one name: they are one then. Profiles have few.
    for name in profile.grade.bands.iter().map(|band| Some(band.band.as_str())).chain([None]) {
        if out.iter().any(|count| count.band.as_deref() == name) {
            continue;
        }
        let of_it = |grade: &&FinalGrade| grade.band.as_deref() == name && grade.status != Status::NotScored;
        let (objectives, key_results): (Vec<_>, Vec<_>) = grades.iter().filter(of_it).partition(|grade| grade.objective.is_none());
        out.push(BandCount {
            band: name.map(str::to_owned),
            objectives: objectives.len(),
            key_results: key_results.len(),
        });
    }
    out
}
