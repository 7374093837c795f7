//! Who enters a roll-up, and with which share.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::Oracle;
use super::values::{Figure, day_of, list, number, text, word};

/// A figured objective or key result.
pub(super) struct Node {
    pub(super) id: String,
    /// As shown: clamped.
    pub(super) progress: Figure,
    /// What it adds to a sum of children's readings.
    pub(super) reading: Option<f64>,
    /// The figures that only the scorecard shows, by name.
    pub(super) beside: Map<String, Value>,
    /// With manual scores, its own and those below.
    pub(super) score: Option<f64>,
    /// Without its own manual score.
    pub(super) computed: Option<f64>,
    /// Without any manual score, below it either.
    pub(super) pure: Option<f64>,
    pub(super) has_manual: bool,
    pub(super) expected: f64,
    pub(super) ends: NaiveDate,
    pub(super) confidence: Option<f64>,
    pub(super) checked_in: Option<NaiveDate>,
    pub(super) status: String,
    pub(super) stage: String,
    /// Of an objective: the resulting shares of its key results.
    pub(super) shares: HashMap<String, f64>,
    /// Of a key result: what it would be by the terms as written, where they matter.
    pub(super) original: Option<Value>,
}

/// What F13 looks at.
pub(super) struct Standing<'s> {
    pub(super) stage: &'s str,
    pub(super) ambition: &'s str,
    pub(super) starts: NaiveDate,
    pub(super) ends: NaiveDate,
    pub(super) progress: Figure,
    pub(super) pure: Option<f64>,
    pub(super) expected: f64,
    pub(super) confidence: Option<f64>,
    pub(super) checked_in: Option<NaiveDate>,
    /// Whether a guardrail is out of range.
    pub(super) is_withheld: bool,
}

/// A member of a roll-up.
pub(super) struct Member {
    pub(super) part: Part,
    pub(super) node: Rc<Node>,
}

#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A share that is kept as it is.
    Fixed(f64),
    /// A weight, in proportion to the others.
    Free(f64),
}

/// One F9 of an objective, and what it counts for where there are two.
pub(super) struct Side {
    pub(super) counts: f64,
    pub(super) members: Vec<Member>,
}

/// F8: the shares of those that have a figure; the others have none.
pub(super) fn shares(parts: &[(Part, bool)]) -> Vec<f64> {
    let fixed: f64 = parts
        .iter()
        .map(|(part, has)| if let (Part::Fixed(share), true) = (part, has) { *share } else { 0.0 })
        .sum();
    let free: f64 = parts
        .iter()
        .map(|(part, has)| if let (Part::Free(weight), true) = (part, has) { *weight } else { 0.0 })
        .sum();
    // Amendments not known yet can let the fixed ones exceed the whole; then they are scaled, as if nobody were free.
    let scale = if free > 0.0 && fixed <= 1.0 { 1.0 } else { fixed };
    let rest = (1.0 - fixed).max(0.0);
    let share = |(part, has): &(Part, bool)| match part {
        _ if !has => 0.0,
        Part::Fixed(share) => share / scale,
        Part::Free(weight) => rest * weight / free,
    };
    parts.iter().map(share).collect()
}

/// F9: Σ shareᵢ·xᵢ over the members that have the figure.
pub(super) fn roll_up(members: &[Member], figure: impl Fn(&Member) -> Option<f64>) -> Option<f64> {
    let parts: Vec<(Part, bool)> = members.iter().map(|member| (member.part, figure(member).is_some())).collect();
    if parts.iter().all(|(_, has)| !has) {
        return None;
    }
    Some(
        members
            .iter()
            .zip(shares(&parts))
            .map(|(member, share)| share * figure(member).unwrap_or(0.0))
            .sum(),
    )
}

/// F10: the sides mixed; one without a figure gives way.
pub(super) fn mix(sides: &[Side], figure: impl Fn(&Side) -> Option<f64>) -> Option<f64> {
    let figures: Vec<(f64, f64)> = sides.iter().filter_map(|side| figure(side).map(|figure| (side.counts, figure))).collect();
    match figures.as_slice() {
        [] => None,
        [(_, alone)] => Some(*alone),
        several => Some(several.iter().map(|(counts, figure)| counts * figure).sum()),
    }
}

impl<'p> Oracle<'p> {
    /// Stage active or closed, measured, and of a key result the objective too.
    pub(super) fn counts(&self, id: &str) -> bool {
        let stands = |node| matches!(self.stage(node), "active" | "closed");
        let (objective, key_result) = self.find(id);
        stands(objective) && key_result.is_none_or(|key_result| stands(key_result) && key_result["measure"]["kind"] != "observe")
    }

    pub(super) fn ignores_weights(&self) -> bool {
        self.profile["weights"] == "ignore"
    }

    pub(super) fn own_members(&self, objective: &'p Value) -> Vec<Member> {
        let mut members = Vec::new();
        for key_result in list(objective, "key_results") {
            let terms = self.in_force(key_result);
            let part = terms.share.map_or_else(|| Part::Free(terms.weight.unwrap_or(1.0)), Part::Fixed);
            let (Part::Fixed(weight) | Part::Free(weight)) = part;
            let stands = matches!(self.stage(key_result), "active" | "closed") && key_result["measure"]["kind"] != "observe";
            if stands && weight > 0.0 {
                let part = if self.ignores_weights() { Part::Free(1.0) } else { part };
                members.push(Member {
                    part,
                    node: self.node(text(key_result, "id")),
                });
            }
        }
        members
    }

    /// The links in force on the day that move their parents.
    pub(super) fn links(&self) -> impl Iterator<Item = &'p Value> {
        list(self.plan, "links").iter().filter(|link| {
            let has_begun = day_of(link, "starts").is_none_or(|starts| starts <= self.day);
            let has_ended = day_of(link, "ends").is_some_and(|ends| ends < self.day);
            word(link, "kind", "contributes") == "contributes" && has_begun && !has_ended
        })
    }

    pub(super) fn linked_members(&self, parent: &str) -> Vec<Member> {
        let leads_here = |link: &&Value| link["parent"] == parent && link_weight(link) > 0.0 && self.counts(text(link, "child"));
        self.links()
            .filter(leads_here)
            .map(|link| Member {
                part: self.link_part(link),
                node: self.node(text(link, "child")),
            })
            .collect()
    }

    pub(super) fn link_part(&self, link: &Value) -> Part {
        let weight_of = |link: &Value| match link_weight(link) {
            weight if weight > 0.0 && self.ignores_weights() => 1.0,
            weight => weight,
        };
        let weight = weight_of(link);
        if self.profile["multi_parent"] == "divide" {
            // link weight × link weight / Σ of the child's contributing link weights
            let all: f64 = self.links().filter(|other| other["child"] == link["child"]).map(weight_of).sum();
            return Part::Free(weight * weight / all);
        }
        Part::Free(weight)
    }

    /// F10: who enters an objective.
    pub(super) fn sides(&self, objective: &'p Value) -> Vec<Side> {
        let own = || self.own_members(objective);
        let linked = || self.linked_members(text(objective, "id"));
        let pool = &self.profile["pool"];
        if let Some(own_share) = number(pool, "own_share") {
            return vec![
                Side {
                    counts: own_share,
                    members: own(),
                },
                Side {
                    counts: 1.0 - own_share,
                    members: linked(),
                },
            ];
        }
        let members = match pool.as_str().unwrap() {
            "key_results" => own(),
            // Where nothing contributes, as at the leaves of the tree, its key results.
            "children" => Some(linked()).filter(|members| !members.is_empty()).unwrap_or_else(own),
            "pooled" => own().into_iter().chain(linked()).collect(),
            other => panic!("pool `{other}`"),
        };
        vec![Side { counts: 1.0, members }]
    }

    /// What stands for a missing figure: nothing or 0, by whether the member's own last day has passed.
    pub(super) fn substitute(&self, node: &Node) -> Option<f64> {
        let policy = if self.day > node.ends { "missing_at_close" } else { "missing" };
        (self.profile[policy] == "zero").then_some(0.0)
    }

    pub(super) fn member_progress(&self, member: &Member) -> Option<f64> {
        let node = &member.node;
        node.progress
            .map_or_else(|_| self.substitute(node), |progress| Some(self.clamp("member", progress)))
    }

    pub(super) fn member_score(&self, member: &Member) -> Option<f64> {
        member.node.score.or_else(|| self.substitute(&member.node))
    }

    pub(super) fn member_pure_score(&self, member: &Member) -> Option<f64> {
        member.node.pure.or_else(|| self.substitute(&member.node))
    }
}

pub(super) fn link_weight(link: &Value) -> f64 {
    number(link, "weight").unwrap_or(1.0)
}
