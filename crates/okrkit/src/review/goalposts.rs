//! Where amendments moved what is judged by.

use super::Closing;
use crate::plan::Node;
use crate::profile::{Goalposts, Profile, nine};
use crate::score::{Scorecard, evaluate};
use crate::time::Date;

/// A node whose score depends on which terms count.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MovedGoalposts {
    /// The id of the key result, or of an objective with such a one below it.
    pub node: String,
    /// How many amendments are in force; 0 for an objective.
    pub n_amendments: usize,
    /// The day of the last of them.
    pub amended_on: Option<Date>,
    /// Why, in the words of the last of them.
    pub reason: Option<String>,
    /// The target as it was written.
    pub original_target: Option<f64>,
    /// The target in force.
    pub target: Option<f64>,
    /// The computed score by the original terms.
    pub original_score: Option<f64>,
    /// The computed score by the terms in force.
    pub score: Option<f64>,
}

impl Closing<'_> {
    /// Amended key results, and the objectives whose scores they move. Manual scores are left aside.
    pub(super) fn goalposts(&self) -> Vec<MovedGoalposts> {
        let as_of = self.card.as_of();
        let is_amended = |node: Node| {
            let Node::KeyResult(at) = node else { return false };
            let key_result = self.plan.key_result_at(at).map(|(_, key_result)| key_result);
            key_result.is_some_and(|key_result| key_result.amendments.iter().any(|amendment| as_of.sees(amendment.on, amendment.recorded)))
        };
        if !self.nodes().any(|(_, node)| is_amended(node)) {
            return Vec::new();
        }
        let other = |goalposts| {
            let profile = Profile {
                goalposts,
                ..self.profile.clone()
            };
            evaluate(self.plan, &profile, as_of)
        };
        let (original, in_force);
        let (original, in_force) = match self.profile.goalposts {
            Goalposts::InForce => {
                original = other(Goalposts::Original);
                (&original, self.card)
            }
            Goalposts::Original => {
                in_force = other(Goalposts::InForce);
                (self.card, &in_force)
            }
        };
        let score = |card: &Scorecard, node| card.sheet().node(node).and_then(crate::score::Line::measured_score);
        let moved = self.nodes().filter_map(|(_, node)| {
            let (before, after) = (score(original, node), score(in_force, node));
            let is_amended = is_amended(node);
            if !is_amended && before.map(nine) == after.map(nine) {
                return None;
            }
            let amendments = match node {
                Node::KeyResult(at) => self.plan.key_result_at(at).map_or(&[][..], |(_, key_result)| &key_result.amendments),
                Node::Objective(_) => &[],
            };
            let seen = || amendments.iter().filter(|amendment| as_of.sees(amendment.on, amendment.recorded));
            // Of two on a day the later in the list.
            let last = seen().max_by_key(|amendment| amendment.on);
            let target = |card: &Scorecard| match node {
                Node::KeyResult(at) => card.sheet().target(at),
                Node::Objective(_) => None,
            };
            Some(MovedGoalposts {
                node: self.plan.id_of(node).to_owned(),
                n_amendments: seen().count(),
                amended_on: last.map(|amendment| amendment.on),
                reason: last.map(|amendment| amendment.reason.clone()),
                original_target: target(original),
                target: target(in_force),
                original_score: before,
                score: after,
            })
        });
        moved.collect()
    }
}
