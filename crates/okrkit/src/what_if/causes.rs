//! What made figures change: edits that name a node, and members that changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, ChangedFigure, NodeChange};
use crate::measure::MeasureKind;
use crate::plan::{Contribution, Edit, Node};
use crate::score::{Scorecard, Side};

/// What an edit names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Touch {
    /// A node.
    Node(String),
    /// All key results of an objective.
    Under(String),
    /// What a node contributes to.
    LinkOf(String),
    /// All objectives of a cycle, with their key results.
    Cycle(String),
    /// The objectives that an indicator guards.
    Kpi(String),
}

/// By what is named: the places of the edits.
#[derive(Debug, Default)]
pub(super) struct Touched(BTreeMap<Touch, Vec<usize>>);

impl Touched {
    pub(super) fn by(edits: &[Edit]) -> Self {
        let mut touched = Self::default();
        for (at, edit) in edits.iter().enumerate() {
            for touch in named(edit) {
                touched.0.entry(touch).or_default().push(at);
            }
        }
        touched
    }

    fn edits(&self, touch: &Touch) -> impl Iterator<Item = usize> + '_ {
        self.0.get(touch).into_iter().flatten().copied()
    }
}

fn named(edit: &Edit) -> Vec<Touch> {
    let (node, whole) = (
        |id: &str| Touch::Node(id.to_owned()),
        |id: &str| vec![Touch::Node(id.to_owned()), Touch::Under(id.to_owned())],
    );
    match edit {
        Edit::CheckIn { key_result, .. } | Edit::Amend { key_result, .. } => vec![node(key_result)],
        Edit::AddKeyResult { key_result, .. } | Edit::ChangeKeyResult(key_result) => vec![node(&key_result.id)],
        Edit::RemoveKeyResult(id) | Edit::SetScore { node: id, .. } => vec![node(id)],
        Edit::AddObjective(objective) | Edit::ChangeObjective(objective) => whole(&objective.id),
        Edit::RemoveObjective(id) | Edit::SetStage { node: id, .. } => whole(id),
        Edit::Link(link) => vec![node(&link.parent), Touch::LinkOf(link.child.clone())],
        Edit::Unlink { child, parent } => vec![node(parent), Touch::LinkOf(child.clone())],
        Edit::AddCycle(cycle) | Edit::ChangeCycle(cycle) => vec![Touch::Cycle(cycle.id.clone())],
        Edit::RemoveCycle(id) => vec![Touch::Cycle(id.clone())],
        Edit::AddKpi(kpi) | Edit::ChangeKpi(kpi) => vec![Touch::Kpi(kpi.id.clone())],
        Edit::RemoveKpi(id) | Edit::ReadKpi { kpi: id, .. } => vec![Touch::Kpi(id.clone())],
        // None of these has a part in a figure.
        Edit::SetTitle(_)
        | Edit::SetDescription(_)
        | Edit::SetProfile(_)
        | Edit::SetLint(_)
        | Edit::SetExt(_)
        | Edit::AddDecision { .. }
        | Edit::Decide { .. }
        | Edit::AddTeam(_)
        | Edit::ChangeTeam(_)
        | Edit::RemoveTeam(_) => Vec::new(),
    }
}

/// Fills in what made each change.
pub(super) fn explain(changes: &mut [NodeChange], touched: &Touched, before: &Scorecard, after: &Scorecard) {
    let moved: BTreeSet<String> = changes.iter().map(|change| change.node.clone()).collect();
    for change in changes {
        let members = members(&change.node, before, after);
        let mut edits: Vec<usize> = touches(&change.node, &members, before, after)
            .iter()
            .flat_map(|touch| touched.edits(touch))
            .collect();
        edits.sort_unstable();
        edits.dedup();
        change.because = edits.into_iter().map(|edit| Cause::Edit { edit }).collect();
        let members = members.into_iter().filter(|member| moved.contains(member));
        change.because.extend(members.map(|node| Cause::Member { node }));
        if change.figure(ChangedFigure::Share).is_some()
            && let Some(objective) = [after, before].into_iter().find_map(|card| objective_of(&change.node, card))
        {
            change.because.push(Cause::Shares { objective });
        }
    }
}

/// The objective of a key result.
fn objective_of(id: &str, card: &Scorecard) -> Option<String> {
    let Node::KeyResult(at) = card.plan().node(id)? else { return None };
    Some(card.plan().key_result_at(at)?.0.id.clone())
}

/// What an edit has to name to have a part in the figures of a node.
fn touches(id: &str, members: &[String], before: &Scorecard, after: &Scorecard) -> Vec<Touch> {
    let mut touches = vec![Touch::Node(id.to_owned())];
    for card in [before, after] {
        let objective = match card.plan().node(id) {
            Some(Node::Objective(at)) => card.plan().objective_at(at),
            Some(Node::KeyResult(at)) => card.plan().key_result_at(at).map(|(objective, _)| objective),
            None => None,
        };
        if let Some(objective) = objective {
            touches.push(Touch::Cycle(objective.cycle.clone()));
            if objective.id == id {
                touches.extend(objective.guardrails.iter().cloned().map(Touch::Kpi));
            } else {
                touches.push(Touch::Under(objective.id.clone()));
            }
        }
    }
    touches.extend(members.iter().cloned().map(Touch::LinkOf));
    touches
}

/// The members of a node's roll-up before and after, by id, each once.
fn members(id: &str, before: &Scorecard, after: &Scorecard) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut members = Vec::new();
    let mut side = Side::default();
    for card in [after, before] {
        let (plan, sheet) = (card.plan(), card.sheet());
        let nodes: Vec<Node> = match plan.node(id) {
            Some(Node::Objective(at)) => sheet.sides(at, &mut side).members().map(|member| member.node).collect(),
            Some(node @ Node::KeyResult(at)) if plan.key_result_at(at).is_some_and(|(_, it)| it.measure.kind() == MeasureKind::Children) => {
                sheet.children(node).iter().map(Contribution::child).collect()
            }
            _ => Vec::new(),
        };
        members.extend(nodes.into_iter().map(|node| plan.id_of(node).to_owned()).filter(|id| seen.insert(id.clone())));
    }
    members
}
