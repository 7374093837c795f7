//! What made figures change: edits that name a node, and members that changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, ChangedFigure, NodeChange, Presence};
use crate::measure::MeasureKind;
use crate::plan::{Contribution, Edit, Node, Plan};
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

/// What changed of a node that others are computed from.
#[derive(Debug, Clone, Copy)]
struct Moved {
    /// Whether anything of it enters a roll-up.
    enters: bool,
    /// Whether its last check-in is of another day.
    is_fresh: bool,
}

impl Moved {
    fn of(change: &NodeChange) -> Self {
        // What else there is follows from these, or is shown alone.
        let enters = |figure: ChangedFigure| {
            matches!(
                figure,
                ChangedFigure::Reading
                    | ChangedFigure::Outcome
                    | ChangedFigure::Progress
                    | ChangedFigure::Score
                    | ChangedFigure::Expected
                    | ChangedFigure::Status
                    | ChangedFigure::Confidence
                    | ChangedFigure::Stage
                    | ChangedFigure::Starts
                    | ChangedFigure::Ends
                    | ChangedFigure::Share
            )
        };
        Self {
            enters: change.presence != Presence::Kept || change.figures.iter().any(|change| enters(change.figure)),
            is_fresh: change.figure(ChangedFigure::DaysSinceCheckIn).is_some(),
        }
    }
}

/// Fills in what made each change.
pub(super) fn explain(changes: &mut [NodeChange], touched: &Touched, before: &Scorecard, after: &Scorecard) {
    let moved: BTreeMap<String, Moved> = changes.iter().map(|change| (change.node.clone(), Moved::of(change))).collect();
    let gone = parents_gone(before.plan(), after.plan());
    for change in changes {
        let members = members(&change.node, before, after);
        let mut edits: Vec<usize> = touches(&change.node, &members, &gone, before, after)
            .iter()
            .flat_map(|touch| touched.edits(touch))
            .collect();
        edits.sort_unstable();
        edits.dedup();
        change.because = edits.into_iter().map(|edit| Cause::Edit { edit }).collect();
        let is_fresh = change.figure(ChangedFigure::DaysSinceCheckIn).is_some();
        // What is only watched is no member, and checked in all the same.
        let own = if is_fresh {
            own_key_results(&change.node, before, after)
        } else {
            BTreeSet::new()
        };
        let is_checked_in = |id: &str| own.contains(id) && moved.get(id).is_some_and(|moved| moved.is_fresh);
        let is_moved = |id: &str| moved.get(id).is_some_and(|moved| moved.enters) || is_checked_in(id);
        let known: BTreeSet<&str> = members.iter().map(String::as_str).collect();
        let watched = own.iter().filter(|id| !known.contains(*id) && is_checked_in(id));
        let causes = members.iter().map(String::as_str).filter(|id| is_moved(id)).chain(watched.copied());
        change.because.extend(causes.map(|id| Cause::Member { node: id.to_owned() }));
        if change.figure(ChangedFigure::Share).is_some()
            && let Some(objective) = [after, before].into_iter().find_map(|card| objective_of(&change.node, card))
        {
            change.because.push(Cause::Shares { objective });
        }
    }
}

/// The key results of an objective before and after, by id.
fn own_key_results<'a>(id: &str, before: &'a Scorecard, after: &'a Scorecard) -> BTreeSet<&'a str> {
    let own = [after, before]
        .into_iter()
        .filter_map(|card| card.plan().objective(id))
        .flat_map(|objective| &objective.key_results);
    own.map(|key_result| key_result.id.as_str()).collect()
}

/// The objective of a key result.
fn objective_of(id: &str, card: &Scorecard) -> Option<String> {
    let Node::KeyResult(at) = card.plan().node(id)? else { return None };
    Some(card.plan().key_result_at(at)?.0.id.clone())
}

/// What an edit has to name to have a part in the figures of a node.
fn touches(id: &str, members: &[String], gone: &BTreeMap<&str, Vec<Touch>>, before: &Scorecard, after: &Scorecard) -> Vec<Touch> {
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
    touches.extend(members.iter().filter_map(|member| restaged(member, before, after)).map(Touch::Under));
    touches.extend(members.iter().filter_map(|member| gone.get(member.as_str())).flatten().cloned());
    touches
}

/// The objective of a member that is a key result, where it is in another stage: what is drafted or dropped contributes nothing.
fn restaged(member: &str, before: &Scorecard, after: &Scorecard) -> Option<String> {
    let objective = objective_of(member, after)?;
    let stage = |card: &Scorecard| card.objective(&objective).map(|score| score.stage);
    (stage(before) != stage(after)).then_some(objective)
}

/// By child, what names parents that are gone: where a child is divided among its parents, the others have more of it.
fn parents_gone<'a>(before: &'a Plan, after: &Plan) -> BTreeMap<&'a str, Vec<Touch>> {
    let mut gone: BTreeMap<&str, Vec<Touch>> = BTreeMap::new();
    for link in before.links().iter().filter(|link| after.node(&link.parent).is_none()) {
        let touches = gone.entry(link.child.as_str()).or_default();
        touches.push(Touch::Node(link.parent.clone()));
        if let Some(Node::KeyResult(at)) = before.node(&link.parent) {
            touches.extend(before.key_result_at(at).map(|(objective, _)| Touch::Under(objective.id.clone())));
        }
    }
    gone
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
