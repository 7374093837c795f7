//! What a low grade asks for in the next cycle.

use super::{Closing, FinalGrade};
use crate::plan::{Ambition, Node, Status};
use crate::profile::nine;
use crate::rhythm::{counting_of, discipline};
use crate::wire;

wire::words! {
    /// What a node that fell short asks for; the first that fits.
    pub enum NextStepWhat is "a next step" {
        /// There is no figure: find a measure and a start, or do without the goal.
        Measure = "measure",
        /// A promise was not kept, and that is looked into whatever the score: find out why, and say so to those who relied on it.
        PostMortem = "post_mortem",
        /// The last check-in names something in the way: remove it before promising more.
        Unblock = "unblock",
        /// Fewer check-ins came in time than one can judge by: look at it more often.
        CheckIn = "check_in",
        /// It is nearly there: carry it forward and finish it.
        Finish = "finish",
        /// There was no real progress: ask whether it is worth it, and whether this is the way.
        Rethink = "rethink",
        /// It has no score of success, as what is done to learn has not, and did not get far: write down what was learned, and what to
        /// try instead.
        Learn = "learn",
        /// It moved and fell short: carry it forward with a target of the right size, or with more time for it.
        Resize = "resize",
    }
}

/// What one node asks for.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NextStep {
    /// The id of the objective or key result.
    pub node: String,
    /// What it asks for.
    pub what: NextStepWhat,
    /// Its score.
    pub score: Option<f64>,
    /// The score that success asks for.
    pub success: Option<f64>,
    /// Of a key result with slots: the share of check-ins that came in time.
    pub discipline: Option<f64>,
    /// What stands in the way, in the words of the last check-in.
    pub blocker: Option<String>,
    /// Who is asked.
    pub people: Vec<String>,
}

impl Closing<'_> {
    /// For everything that fell short, or has no figure to tell. What has no score of success falls short where it did not get far.
    pub(super) fn next_steps(&self, grades: &[FinalGrade]) -> Vec<NextStep> {
        let rates = discipline(self.plan, self.card.as_of()).by_key_result;
        let fell_short = |grade: &&FinalGrade| match grade.score {
            Some(score) => grade.success.map_or_else(|| nine(score) < nine(self.policy.far), |success| !success),
            None => !matches!(grade.status, Status::NotScored | Status::NotStarted),
        };
        let steps = grades.iter().filter(fell_short).map(|grade| {
            let blocker = self.blocker(&grade.node);
            let success = self.profile.success.of(grade.ambition);
            let rate = rates.get(&grade.node).and_then(|rate| rate.rate);
            NextStep {
                what: self.what(grade, success, rate, blocker.is_some()),
                node: grade.node.clone(),
                score: grade.score,
                success,
                discipline: rate,
                blocker,
                people: grade.people.clone(),
            }
        });
        steps.collect()
    }

    fn what(&self, grade: &FinalGrade, success: Option<f64>, rate: Option<f64>, is_blocked: bool) -> NextStepWhat {
        let Some(score) = grade.score else { return NextStepWhat::Measure };
        if grade.ambition == Ambition::Committed && grade.objective.is_none() {
            NextStepWhat::PostMortem
        } else if is_blocked {
            NextStepWhat::Unblock
        } else if rate.is_some_and(|rate| nine(rate) < nine(self.policy.discipline_at_least)) {
            NextStepWhat::CheckIn
        } else if success.is_some_and(|success| nine(success - score) <= nine(self.policy.near)) {
            NextStepWhat::Finish
        } else if success.is_none() {
            NextStepWhat::Learn
        } else if nine(score) < nine(self.policy.far) {
            NextStepWhat::Rethink
        } else {
            NextStepWhat::Resize
        }
    }

    /// What the latest check-in of a key result says is in the way.
    fn blocker(&self, id: &str) -> Option<String> {
        let Some(Node::KeyResult(at)) = self.plan.node(id) else { return None };
        let (objective, key_result) = self.plan.key_result_at(at)?;
        let check_ins = counting_of(objective, key_result, self.card.as_of());
        check_ins.into_iter().max_by_key(|check_in| check_in.on)?.blocker.clone()
    }
}
