//! The two passes of an evaluation.
//!
//! The first goes chunk by chunk through the plan and computes what waits for nothing beyond its own objective: nearly all. The
//! second goes up the links, in topological order, and computes what they lead to.

use super::frame::{Frame, frame_of, frames};
use super::line::{KeyResultLine, ObjectiveLine};
use super::roll_up::Side;
use super::{Scorecard, Sheet};
use crate::plan::{Chunk, Node, Plan};

/// A chunk, and where it stands: the numbers of its first objective and of its first key result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) chunk: &'a Chunk,
    pub(super) objective: usize,
    pub(super) key_result: usize,
}

/// The chunks of a plan with their places.
pub(super) fn places(plan: &Plan) -> impl Iterator<Item = Place<'_>> {
    plan.chunks().scan((0, 0), |(objective, key_result), chunk| {
        let place = Place {
            chunk,
            objective: *objective,
            key_result: *key_result,
        };
        *objective += chunk.n_objectives();
        *key_result += chunk.n_key_results();
        Some(place)
    })
}

impl Scorecard {
    /// Computes every node, in an order in which what it depends on comes first.
    pub(super) fn fill(&mut self, plan: &Plan) {
        let (mut key_results, mut objectives) = (std::mem::take(&mut self.key_results), std::mem::take(&mut self.objectives));
        key_results.clear();
        objectives.clear();
        key_results.reserve_exact(plan.n_key_results());
        objectives.reserve_exact(plan.n_objectives());
        let mut side = Side::default();
        for place in places(plan) {
            self.sheet().fill_chunk(&place, &mut key_results, &mut objectives, &mut side);
        }
        (self.key_results, self.objectives) = (key_results, objectives);
        self.fill_late(plan, &mut side);
    }

    /// The second pass.
    pub(super) fn fill_late(&mut self, plan: &Plan, side: &mut Side) {
        for node in plan.graph().late() {
            if !self.sheet().is_late(node) {
                continue;
            }
            match node {
                Node::Objective(at) => {
                    let Some(frame) = frame_of(plan, self.as_of(), at) else { continue };
                    let line = self.sheet().objective(&frame, side);
                    if let Some(slot) = self.objectives.get_mut(at) {
                        *slot = line;
                    }
                    let first = frame.first;
                    put_shares(self.key_results.get_mut(first..).unwrap_or_default(), side);
                }
                Node::KeyResult(at) => {
                    let sheet = self.sheet();
                    let Some((frame, within)) = sheet.place(at) else { continue };
                    let line = sheet.key_result(&frame, within, side);
                    if let Some(slot) = self.key_results.get_mut(at) {
                        *slot = line;
                    }
                }
            }
        }
    }
}

/// Key results were computed before it was known what part of their objective they make.
fn put_shares(lines: &mut [KeyResultLine], side: &Side) {
    for (within, share) in &side.own_shares {
        if let Some(line) = lines.get_mut(*within) {
            line.share = *share;
        }
    }
}

impl<'a> Sheet<'a> {
    /// Whether a node waits for what links lead to it.
    pub(super) fn is_late(&self, node: Node) -> bool {
        self.plan.graph().is_late(node, self.profile.pool.takes_children())
    }

    /// The first pass over one chunk, whose figures are added to `lines` and `objectives`. This sheet needs none.
    pub(super) fn fill_chunk(&self, place: &Place<'a>, lines: &mut Vec<KeyResultLine>, objectives: &mut Vec<ObjectiveLine>, side: &mut Side) {
        for frame in frames(self.plan, self.as_of, place) {
            objectives.push(self.fill_objective(&frame, lines, side));
        }
    }

    /// The figures of an objective; those of its key results are added to `lines`. What waits for others has none yet.
    pub(super) fn fill_objective(&self, frame: &Frame<'a>, lines: &mut Vec<KeyResultLine>, side: &mut Side) -> ObjectiveLine {
        let begins = lines.len();
        if frame.facts.is_plain && self.as_of.known.is_none() {
            self.push_plain(frame, lines);
        } else {
            lines.extend((0..frame.facts.n_key_results as usize).map(|within| {
                if self.is_late(Node::KeyResult(frame.first + within)) {
                    KeyResultLine::default()
                } else {
                    self.key_result(frame, within, side)
                }
            }));
        }
        if self.is_late(Node::Objective(frame.at)) {
            return ObjectiveLine::default();
        }
        let sheet = Sheet {
            key_results: lines.get(begins..).unwrap_or_default(),
            first_key_result: frame.first,
            ..*self
        };
        let line = sheet.objective(frame, side);
        put_shares(lines.get_mut(begins..).unwrap_or_default(), side);
        line
    }
}
