//! Changes of a plan, as data, and the one function that applies them.

use std::collections::BTreeSet;

use super::check::{Takes, check_check_in};
use super::{
    Amendment, CheckIn, Cycle, Decision, KeyResult, KeyResultBeside, Kpi, KpiReading, Link, LintSettings, ManualScore, Node, Objective, ObjectiveBeside, Plan,
    PlanDocument, Stage, StageChange, Team, Text,
};
use crate::issue::{Code, Issue, Issues, quote};
use crate::time::Date;
use crate::wire::{Context, Ext};

/// One change of a plan.
///
/// ```
/// use okrkit::{CheckIn, Edit};
/// # let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
/// #   "objectives": [{"id": "o", "title": "o", "cycle": "c", "key_results": [
/// #     {"id": "k", "title": "k", "measure": {"kind": "metric", "start": 0, "target": 10}}]}]}"#)?;
/// let check_in = CheckIn::of_value("2026-02-10".parse()?, 4.0);
/// let after = plan.apply([Edit::CheckIn { key_result: "k".into(), check_in }])?;
/// assert_eq!(after.key_result("k").map(|kr| kr.check_ins.len()), Some(1));
/// assert_eq!(plan.key_result("k").map(|kr| kr.check_ins.len()), Some(0), "the old plan is as it was");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an edit is made, applied and gone")]
#[non_exhaustive]
pub enum Edit {
    /// Sets the plan's title.
    SetTitle(Option<Text>),
    /// Sets the plan's description.
    SetDescription(Option<Text>),
    /// Sets the profile the plan is meant to be judged by.
    SetProfile(Option<String>),
    /// Sets how the plan wants to be linted.
    SetLint(Option<LintSettings>),
    /// Sets the plan's data of your own.
    SetExt(Option<Ext>),
    /// Adds a cycle.
    AddCycle(Cycle),
    /// Puts a cycle in the place of the one with its id.
    ChangeCycle(Cycle),
    /// Removes a cycle.
    RemoveCycle(String),
    /// Adds a team.
    AddTeam(Team),
    /// Puts a team in the place of the one with its id.
    ChangeTeam(Team),
    /// Removes a team.
    RemoveTeam(String),
    /// Adds a KPI.
    AddKpi(Kpi),
    /// Puts a KPI in the place of the one with its id.
    ChangeKpi(Kpi),
    /// Removes a KPI.
    RemoveKpi(String),
    /// Adds a reading of a KPI.
    ReadKpi {
        /// The id of the KPI.
        kpi: String,
        /// What it was.
        reading: KpiReading,
    },
    /// Adds an objective, with its key results.
    AddObjective(Objective),
    /// Puts an objective, with its key results, in the place of the one with its id.
    ChangeObjective(Objective),
    /// Removes an objective, its key results and every link that ends at one of them.
    RemoveObjective(String),
    /// Adds something to be decided about an objective.
    AddDecision {
        /// The id of the objective.
        objective: String,
        /// What is to be decided.
        decision: Decision,
    },
    /// Says that something was decided about an objective: of the decisions of these words the first that is open.
    Decide {
        /// The id of the objective.
        objective: String,
        /// The decision's [`what`](Decision::what).
        what: String,
        /// The day on which it was decided.
        on: Date,
        /// What was decided.
        outcome: Option<String>,
    },
    /// Adds a key result to an objective.
    AddKeyResult {
        /// The id of the objective.
        objective: String,
        /// What is added.
        key_result: KeyResult,
    },
    /// Puts a key result in the place of the one with its id.
    ChangeKeyResult(KeyResult),
    /// Removes a key result and every link that ends at it.
    RemoveKeyResult(String),
    /// Checks in. Costs the same in a plan of any size, but for a few hundred pointers; in a [`Live`](crate::Live) plan not even those.
    CheckIn {
        /// The id of the key result.
        key_result: String,
        /// What is checked in; it becomes the last of the list.
        check_in: CheckIn,
    },
    /// Changes the terms of a key result from a day on.
    Amend {
        /// The id of the key result.
        key_result: String,
        /// The change.
        amendment: Amendment,
    },
    /// Changes the stage of an objective or key result from a day on: activates, closes, drops it.
    SetStage {
        /// The id of the objective or key result.
        node: String,
        /// The change.
        change: StageChange,
    },
    /// Sets the score of an objective or key result by hand from a day on.
    SetScore {
        /// The id of the objective or key result.
        node: String,
        /// The score.
        score: ManualScore,
    },
    /// Adds a link.
    Link(Link),
    /// Removes the link between two.
    Unlink {
        /// The id of the child.
        child: String,
        /// The id of the parent.
        parent: String,
    },
}

/// A check-in with the place of its key result: that of its objective, and its own there.
pub(super) type Placed = ((usize, usize), CheckIn);

/// The check-ins of one key result after the other, of check-ins sorted by place.
pub(super) fn by_place(check_ins: &[Placed]) -> impl DoubleEndedIterator<Item = &[Placed]> {
    check_ins.chunk_by(|(one, _), (other, _)| one == other)
}

/// Check-ins that were checked, sorted by place.
#[derive(Debug)]
pub(crate) struct CheckIns(Vec<Placed>);

impl CheckIns {
    /// The key results, by their places.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        by_place(&self.0).filter_map(<[_]>::first).map(|(place, _)| *place)
    }
}

/// Check-ins with the ids of their key results, if the edits are nothing else; or the edits as they were.
pub(crate) fn only_check_ins(edits: impl IntoIterator<Item = Edit>) -> Result<Vec<(String, CheckIn)>, Vec<Edit>> {
    let mut edits = edits.into_iter();
    let mut check_ins = Vec::new();
    while let Some(edit) = edits.next() {
        match edit {
            Edit::CheckIn { key_result, check_in } => check_ins.push((key_result, check_in)),
            other => {
                let before = check_ins.into_iter().map(|(key_result, check_in)| Edit::CheckIn { key_result, check_in });
                return Err(before.chain([other]).chain(edits).collect());
            }
        }
    }
    Ok(check_ins)
}

impl Plan {
    /// The plan with edits applied in order, all or none.
    ///
    /// Adding, changing and removing checks the whole plan again; check-ins alone check only themselves.
    ///
    /// # Errors
    /// Every problem the edits would make, with pointers into the document as it would then be; the plan stays as it is. An edit
    /// of something that is not there has a pointer to the edit itself, `/edits/0`.
    pub fn apply(&self, edits: impl IntoIterator<Item = Edit>) -> Result<Self, Issues> {
        match only_check_ins(edits) {
            Ok(check_ins) => {
                let check_ins = self.check_in(check_ins, |_| ())?;
                let mut plan = self.clone();
                plan.add(check_ins);
                Ok(plan)
            }
            Err(edits) => self.apply_any(edits),
        }
    }

    pub(crate) fn apply_any(&self, edits: Vec<Edit>) -> Result<Self, Issues> {
        let mut document = self.to_document();
        let mut unknown = Vec::new();
        for (i, edit) in edits.into_iter().enumerate() {
            if let Err(message) = apply_to(&mut document, edit) {
                unknown.push(Issue::new(Code::EditUnknown, format!("/edits/{i}"), message));
            }
        }
        match (Self::from_document(document), unknown.is_empty()) {
            (Ok(plan), true) => Ok(plan),
            (Ok(_), false) => Err(Issues::from_vec(unknown)),
            (Err(issues), _) => {
                let more = issues.more();
                Err(Issues::from_vec(unknown.into_iter().chain(issues).collect()).with_more(more))
            }
        }
    }

    /// Check-ins with their places, if all of them are right. Only they are checked. `ahead` is told early of the key results they
    /// most likely are of, by their numbers.
    pub(crate) fn check_in(&self, check_ins: Vec<(String, CheckIn)>, ahead: impl Fn(usize)) -> Result<CheckIns, Issues> {
        let mut issues = Vec::new();
        let mut added = Vec::with_capacity(check_ins.len());
        for (i, (id, check_in)) in check_ins.into_iter().enumerate() {
            match self.place_of_key_result(&id, &ahead) {
                Some(place) => added.push((place, check_in)),
                None => issues.push(Issue::new(Code::EditUnknown, format!("/edits/{i}"), no("key result", &id))),
            }
        }
        // Those of one key result stay in their order.
        added.sort_by_key(|(place, _)| *place);
        let added = CheckIns(added);
        let mut cx = Context::default();
        for added in by_place(&added.0) {
            let Some(((owner, within), _)) = added.first() else { continue };
            if let Some(key_result) = self.objective_at(*owner).and_then(|objective| objective.key_results.get(*within)) {
                cx.name("objectives", |cx| {
                    cx.index(*owner, |cx| {
                        cx.name("key_results", |cx| cx.index(*within, |cx| check_added(key_result, added, cx)));
                    });
                });
            }
        }
        issues.extend(cx.into_issues());
        if issues.is_empty() { Ok(added) } else { Err(Issues::from_vec(issues)) }
    }

    /// Adds what was checked to the plan itself.
    pub(crate) fn add(&mut self, mut check_ins: CheckIns) {
        // From the last objective on, so that what is taken out moves nothing.
        while let Some(((objective, _), _)) = check_ins.0.last() {
            let objective = *objective;
            let begin = check_ins.0.partition_point(|((other, _), _)| *other < objective);
            self.store.check_in(objective, check_ins.0.drain(begin..));
        }
    }

    /// The objective of a key result, and its place among that objective's.
    fn place_of_key_result(&self, id: &str, ahead: impl Fn(usize)) -> Option<(usize, usize)> {
        let id_of = |node| {
            // Their ids have half a hash in common, and so are most likely the same.
            if let Node::KeyResult(at) = node {
                ahead(at);
            }
            self.id_of(node)
        };
        let Node::KeyResult(at) = self.head.by_id.find(id, id_of)? else { return None };
        let owner = self.owner_of(at)?;
        Some((owner, at - self.first_of(owner)))
    }
}

/// Checks what is added to the check-ins of a key result.
fn check_added(key_result: &KeyResult, added: &[Placed], cx: &mut Context) {
    let takes = Takes::of(key_result, cx);
    let names_one = |(_, added): &(_, CheckIn)| added.id.is_some() || added.replaces.is_some();
    let earlier = if added.iter().any(names_one) { key_result.check_ins.as_slice() } else { &[] };
    let mut ids: BTreeSet<&str> = earlier.iter().filter_map(|earlier| earlier.id.as_deref()).collect();
    cx.name("check_ins", |cx| {
        for (at, (_, added)) in added.iter().enumerate() {
            cx.index(key_result.check_ins.len() + at, |cx| {
                super::finite::check_in(cx, added);
                check_check_in(added, &takes, &mut ids, cx);
            });
        }
    });
}

fn no(what: &str, id: &str) -> String {
    format!("there is no {what} {}", quote(id))
}

/// The place of what an id names in a list.
fn place<T>(items: &[T], what: &str, id: &str, id_of: impl Fn(&T) -> &str) -> Result<usize, String> {
    items.iter().position(|item| id_of(item) == id).ok_or_else(|| no(what, id))
}

fn replace<T>(items: &mut [T], what: &str, new: T, id_of: impl Fn(&T) -> &str) -> Result<(), String> {
    let slot = items.iter_mut().find(|item| id_of(item) == id_of(&new));
    match slot {
        Some(slot) => {
            *slot = new;
            Ok(())
        }
        None => Err(no(what, id_of(&new))),
    }
}

fn objective<'d>(document: &'d mut PlanDocument, id: &str) -> Option<&'d mut Objective> {
    document.objectives.iter_mut().find(|objective| objective.id == id)
}

fn key_result<'d>(document: &'d mut PlanDocument, id: &str) -> Result<&'d mut KeyResult, String> {
    let mut all = document.objectives.iter_mut().flat_map(|objective| &mut objective.key_results);
    all.find(|key_result| key_result.id == id).ok_or_else(|| no("key result", id))
}

/// The stage of a node, and its changes.
fn stages_of<'d>(document: &'d mut PlanDocument, id: &str) -> Result<(&'d mut Option<Stage>, &'d mut Vec<StageChange>), String> {
    if document.objectives.iter().any(|objective| objective.id == id) {
        let beside: &mut ObjectiveBeside = objective(document, id).ok_or_else(|| no("objective", id))?;
        return Ok((&mut beside.stage, &mut beside.stages));
    }
    let beside: &mut KeyResultBeside = key_result(document, id).map_err(|_| no("objective or key result", id))?;
    Ok((&mut beside.stage, &mut beside.stages))
}

fn unlink_nodes(document: &mut PlanDocument, gone: &BTreeSet<String>) {
    document.links.retain(|link| !gone.contains(&link.child) && !gone.contains(&link.parent));
}

fn apply_to(document: &mut PlanDocument, edit: Edit) -> Result<(), String> {
    match edit {
        Edit::SetTitle(title) => document.title = title,
        Edit::SetDescription(description) => document.description = description,
        Edit::SetProfile(profile) => document.profile = profile,
        Edit::SetLint(lint) => document.lint = lint,
        Edit::SetExt(ext) => document.ext = ext,
        Edit::AddCycle(cycle) => document.cycles.push(cycle),
        Edit::ChangeCycle(cycle) => replace(&mut document.cycles, "cycle", cycle, |cycle| &cycle.id)?,
        Edit::RemoveCycle(id) => {
            let at = place(&document.cycles, "cycle", &id, |cycle| &cycle.id)?;
            document.cycles.remove(at);
        }
        Edit::AddTeam(team) => document.teams.push(team),
        Edit::ChangeTeam(team) => replace(&mut document.teams, "team", team, |team| &team.id)?,
        Edit::RemoveTeam(id) => {
            let at = place(&document.teams, "team", &id, |team| &team.id)?;
            document.teams.remove(at);
        }
        Edit::AddKpi(kpi) => document.kpis.push(kpi),
        Edit::ChangeKpi(kpi) => replace(&mut document.kpis, "KPI", kpi, |kpi| &kpi.id)?,
        Edit::RemoveKpi(id) => {
            let at = place(&document.kpis, "KPI", &id, |kpi| &kpi.id)?;
            document.kpis.remove(at);
        }
        Edit::ReadKpi { kpi: id, reading } => match document.kpis.iter_mut().find(|kpi| kpi.id == id) {
            Some(kpi) => kpi.readings.push(reading),
            None => return Err(no("KPI", &id)),
        },
        Edit::AddObjective(objective) => document.objectives.push(objective),
        Edit::ChangeObjective(objective) => replace(&mut document.objectives, "objective", objective, |objective| &objective.id)?,
        Edit::RemoveObjective(id) => {
            let at = place(&document.objectives, "objective", &id, |objective| &objective.id)?;
            let removed = document.objectives.remove(at);
            let gone = removed.key_results.into_iter().map(|key_result| key_result.id).chain([removed.id]).collect();
            unlink_nodes(document, &gone);
        }
        Edit::AddDecision { objective: id, decision } => {
            objective(document, &id).ok_or_else(|| no("objective", &id))?.decisions.push(decision);
        }
        Edit::Decide {
            objective: id,
            what,
            on,
            outcome,
        } => {
            let of = objective(document, &id).ok_or_else(|| no("objective", &id))?;
            let mut open = of.decisions.iter_mut().filter(|decision| decision.decided.is_none());
            let decision = open
                .find(|decision| decision.what == what)
                .ok_or_else(|| format!("{} has no open decision {}", quote(&id), quote(&what)))?;
            decision.decided = Some(on);
            decision.outcome = outcome.or_else(|| decision.outcome.take());
        }
        Edit::AddKeyResult { objective: id, key_result } => {
            objective(document, &id).ok_or_else(|| no("objective", &id))?.key_results.push(key_result);
        }
        Edit::ChangeKeyResult(new) => {
            let slot = key_result(document, &new.id)?;
            *slot = new;
        }
        Edit::RemoveKeyResult(id) => {
            key_result(document, &id)?;
            for objective in &mut document.objectives {
                objective.key_results.retain(|key_result| key_result.id != id);
            }
            unlink_nodes(document, &BTreeSet::from([id]));
        }
        Edit::CheckIn { key_result: id, check_in } => key_result(document, &id)?.check_ins.push(check_in),
        Edit::Amend { key_result: id, amendment } => key_result(document, &id)?.amendments.push(amendment),
        Edit::SetStage { node, change } => {
            let (stage, stages) = stages_of(document, &node)?;
            // Beside changes an absent stage reads `draft`; a node that was active without saying so stays active before.
            if stages.is_empty() {
                stage.get_or_insert(Stage::Active);
            }
            stages.push(change);
        }
        Edit::SetScore { node, score } => match objective(document, &node) {
            Some(objective) => objective.manual_scores.push(score),
            None => key_result(document, &node)
                .map_err(|_| no("objective or key result", &node))?
                .manual_scores
                .push(score),
        },
        Edit::Link(link) => document.links.push(link),
        Edit::Unlink { child, parent } => {
            let before = document.links.len();
            document.links.retain(|link| (&link.child, &link.parent) != (&child, &parent));
            if document.links.len() == before {
                return Err(format!("there is no link from {} to {}", quote(&child), quote(&parent)));
            }
        }
    }
    Ok(())
}
