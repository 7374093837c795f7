//! What goes on in the next cycle.

mod ids;
mod measure;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::issue::{Code, Issue, Issues, quote};
use crate::measure::{Measure, Reading};
use crate::plan::{Cycle, KeyResult, KeyResultBeside, Link, LinkKind, Node, Objective, ObjectiveBeside, Plan, Stage, Status, Terms};
use crate::profile::{Profile, nine};
use crate::score::{Scorecard, evaluate};
use crate::time::{AsOf, Date};
use crate::wire;

use ids::Ids;

wire::words! {
    /// Where a key result that is carried forward starts again.
    pub enum CarryHow is "where a key result starts again" {
        /// From where it is, to the same target: what is achieved is kept, and progress begins at 0. From 60 to 100 at 80 becomes from
        /// 80 to 100. Increments, whose sum begins anew with the cycle, are left what is left: 300 of 500 becomes 0 to 200.
        Continue = "continue",
        /// From the start once more, by the terms last in force: nothing is taken from the cycle that ended.
        Restart = "restart",
        /// What is left, counted from 0: 30 of 50 deals becomes 20 deals. What is not counted up from 0 is a level, which no new cycle
        /// sets back; it goes on as by `continue`.
        Residual = "residual",
    }
}

wire::words! {
    /// What is carried forward.
    pub enum CarryWhich is "what is carried forward" {
        /// What is not complete: progress below 1, or no progress to tell.
        Unfinished = "unfinished",
        /// What did not succeed by the plan's profile: an aspirational objective at 0.8 is left, though it is not complete.
        FellShort = "fell_short",
        /// Everything that was neither drafted nor dropped.
        All = "all",
    }
}

/// How a cycle is carried forward.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CarryPolicy {
    /// Where key results start again. `continue` by default.
    pub how: CarryHow,
    /// Which objectives and key results go on. `unfinished` by default.
    pub which: CarryWhich,
}

wire::settings! {
    CarryPolicy is "a policy of carrying forward" { how, which }
}

wire::words! {
    /// Why something is left behind.
    pub enum LeftWhy is "why something is left behind" {
        /// It is complete.
        Reached = "reached",
        /// It succeeded by the plan's profile.
        Succeeded = "succeeded",
        /// It was given up.
        Dropped = "dropped",
        /// It never began.
        Draft = "draft",
        /// It goes on in the next cycle already.
        AlreadyCarried = "already_carried",
        /// An objective of whose key results none goes on.
        NothingLeft = "nothing_left",
        /// A key result that would go on, of an objective that does not: carry it on by hand where it is needed.
        ObjectiveLeft = "objective_left",
    }
}

wire::words! {
    /// Why a link is left behind.
    pub enum LeftLinkWhy is "why a link is left behind" {
        /// Its parent is of the same cycle, and does not go on.
        ParentLeft = "parent_left",
        /// Its parent went on before, and that copy cannot take the link: it has a measure of its own now, or the child is linked
        /// to it already.
        ParentChanged = "parent_changed",
        /// The cycle of its parent ends before the next one begins.
        ParentEnded = "parent_ended",
        /// The link itself ends before the next cycle begins.
        LinkEnded = "link_ended",
    }
}

/// A node and the one that goes on from it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Carried {
    /// The id in the cycle that ended.
    pub from: String,
    /// The id in the next one.
    pub to: String,
}

/// A node that does not go on.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftBehind {
    /// The id.
    pub id: String,
    /// Why.
    pub why: LeftWhy,
}

/// A link of something that goes on, which its copy does not have.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftLink {
    /// The id of the child, in the cycle that ended.
    pub child: String,
    /// The id of the parent.
    pub parent: String,
    /// Why.
    pub why: LeftLinkWhy,
}

/// A plan that goes on.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct CarriedForward {
    /// The plan, with all that was there and what goes on.
    pub plan: Plan,
    /// What was copied: each objective before its key results, in the order of the document.
    pub copied: Vec<Carried>,
    /// What was left behind, likewise: each objective and key result of the cycle is either copied or left.
    pub left: Vec<LeftBehind>,
    /// The links upwards that what was copied had and its copies have not, in the order of the document.
    pub left_links: Vec<LeftLink>,
}

/// Copies what is to go on from one cycle into another.
///
/// It is judged by all that the plan holds, whatever its day, by the plan's own profile. A copy is named after its original and
/// the cycle (`grow` becomes `grow-q2`, and that `grow-q3`), says where it comes from in `continued_from`, and keeps title, team,
/// owners, weights, cadence, guardrails and open decisions. Check-ins, amendments, scores, stages, dates of its own, the expected
/// path and what was learned stay with the original: the terms last in force are what the copy begins with.
///
/// Links among what is copied are copied too, and those up to nodes outside the cycle whose own cycles have not ended when the
/// next one begins, so that a quarter goes on contributing to its year. What was copied before is not copied again, nor are its own
/// links upwards: called twice, the second call changes nothing. A link of what is copied now leads to the copy of its parent
/// whichever call made that. An objective that is left has its key results left with it, each with a reason of its own,
/// and so has one that was copied before: a key result added to it since is named, and not copied.
///
/// Steps done and events that took place are not asked for again, unless all restarts. Thresholds, bands, zones and what is
/// moved by children are copied as they are.
///
/// ```
/// use okrkit::review::CarryPolicy;
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}, {"id": "q2", "starts": "2026-04-01", "ends": "2026-06-30"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "deals", "title": "50 deals", "measure": {"kind": "metric", "start": 0, "target": 50}, "check_ins": [{"on": "2026-03-30", "value": 30}]}]}]}"#)?;
/// let carried = okrkit::carry_forward(&plan, "q1", "q2", &CarryPolicy::default())?;
/// let deals = carried.plan.key_result("deals-q2").ok_or("not copied")?;
/// // It goes on from 30 to the same 50.
/// assert_eq!(serde_json::to_string(&deals.measure)?, r#"{"kind":"metric","start":30.0,"target":50.0}"#);
/// assert_eq!(okrkit::carry_forward(&carried.plan, "q1", "q2", &CarryPolicy::default())?.copied.len(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Code::CycleUnknown`] where there is no cycle of a name; [`Code::CycleOrder`] where the next one does not begin and end after
/// the one that ended; and whatever the check finds in the plan that would result.
pub fn carry_forward(plan: &Plan, from: &str, to: &str, policy: &CarryPolicy) -> Result<CarriedForward, Issues> {
    let cycle = |id: &str| {
        let found = plan.cycles().iter().find(|cycle| cycle.id == id);
        found.ok_or_else(|| Issues::from_vec(vec![Issue::new(Code::CycleUnknown, "", format!("there is no cycle {}", quote(id)))]))
    };
    let (from, to) = (cycle(from)?, cycle(to)?);
    if to.starts <= from.starts || to.ends <= from.ends {
        let days = |cycle: &Cycle| format!("{} ({} to {})", quote(&cycle.id), cycle.starts, cycle.ends);
        let message = format!("what is carried forward from {} goes on in a later cycle, found {}", days(from), days(to));
        return Err(Issues::from_vec(vec![Issue::new(Code::CycleOrder, "/to", message)]));
    }
    // By a day after everything, so that what was entered after the cycle's last day counts as well.
    let card = evaluate(plan, &Profile::named(plan.profile())?, AsOf::from(Date::MAX));
    let mut carrying = Carrying {
        plan,
        card: &card,
        policy,
        from,
        to,
        ids: Ids::new(plan, from, to),
        before: carried_before(plan, to),
        new_ids: BTreeMap::new(),
        copied: Vec::new(),
        left: Vec::new(),
        left_links: Vec::new(),
    };
    let objectives: Vec<Objective> = (0..plan.n_objectives()).filter_map(|at| carrying.objective(at)).collect();
    let links: Vec<Link> = plan.links().iter().filter_map(|link| carrying.link(link)).collect();
    let Carrying { copied, left, left_links, .. } = carrying;
    if copied.is_empty() {
        let plan = plan.clone();
        return Ok(CarriedForward {
            plan,
            copied,
            left,
            left_links,
        });
    }
    let mut document = plan.to_document();
    document.objectives.extend(objectives);
    document.links.extend(links);
    Ok(CarriedForward {
        plan: Plan::from_document(document)?,
        copied,
        left,
        left_links,
    })
}

/// What goes on in a cycle already: of the id of each original that of its copy, the first in the order of the document.
fn carried_before<'a>(plan: &'a Plan, to: &Cycle) -> BTreeMap<&'a str, &'a str> {
    let mut copies = BTreeMap::new();
    for objective in plan.objectives().filter(|objective| objective.cycle == to.id) {
        let own = objective.key_results.iter().map(|key_result| (&key_result.continued_from, &key_result.id));
        for (from, id) in std::iter::once((&objective.continued_from, &objective.id)).chain(own) {
            if let Some(from) = from {
                copies.entry(from.as_str()).or_insert(id.as_str());
            }
        }
    }
    copies
}

struct Carrying<'a> {
    plan: &'a Plan,
    card: &'a Scorecard,
    policy: &'a CarryPolicy,
    from: &'a Cycle,
    to: &'a Cycle,
    ids: Ids<'a>,
    /// Of each node that was copied by an earlier call: the id of its copy.
    before: BTreeMap<&'a str, &'a str>,
    /// Of each node that was copied: the id of its copy.
    new_ids: BTreeMap<&'a str, String>,
    copied: Vec<Carried>,
    left: Vec<LeftBehind>,
    left_links: Vec<LeftLink>,
}

impl<'a> Carrying<'a> {
    fn objective(&mut self, at: usize) -> Option<Objective> {
        let objective = self.plan.objective_at(at).filter(|objective| objective.cycle == self.from.id)?;
        let first = self.plan.first_of(at);
        let own_why = self.left_why(Node::Objective(at), &objective.id);
        let (mut key_results, mut left) = (Vec::new(), Vec::new());
        for (within, key_result) in objective.key_results.iter().enumerate() {
            let why = self.left_why(Node::KeyResult(first + within), &key_result.id);
            match why.or(own_why.map(|_| LeftWhy::ObjectiveLeft)) {
                Some(why) => left.push((&key_result.id, why)),
                None => key_results.push(key_result),
            }
        }
        // An objective without any key result has all of itself left.
        let nothing_left = (key_results.is_empty() && !left.is_empty()).then_some(LeftWhy::NothingLeft);
        let own_why = own_why.or(nothing_left);
        let copy = own_why.is_none().then(|| {
            let id = self.copy(&objective.id);
            let key_results = key_results.into_iter().map(|key_result| self.key_result(key_result)).collect();
            renewed(objective, id, &self.to.id, key_results)
        });
        if let Some(why) = own_why {
            self.leave(&objective.id, why);
        }
        for (id, why) in left {
            self.leave(id, why);
        }
        copy
    }

    fn left_why(&self, node: Node, id: &str) -> Option<LeftWhy> {
        let line = self.card.sheet().node(node)?;
        if self.before.contains_key(id) {
            return Some(LeftWhy::AlreadyCarried);
        }
        match line.stage {
            Stage::Dropped => return Some(LeftWhy::Dropped),
            Stage::Draft => return Some(LeftWhy::Draft),
            Stage::Active | Stage::Closed => {}
        }
        let is_reached = line.progress.value().is_some_and(|progress| nine(progress) >= 1.0);
        match self.policy.which {
            CarryWhich::Unfinished => is_reached.then_some(LeftWhy::Reached),
            CarryWhich::FellShort => (line.status == Status::Achieved).then_some(LeftWhy::Succeeded),
            CarryWhich::All => None,
        }
    }

    fn leave(&mut self, id: &str, why: LeftWhy) {
        self.left.push(LeftBehind { id: id.to_owned(), why });
    }

    /// Takes a new id for a node, and notes that it was copied.
    fn copy(&mut self, id: &'a str) -> String {
        let new = self.ids.for_copy_of(id);
        self.new_ids.insert(id, new.clone());
        self.copied.push(Carried {
            from: id.to_owned(),
            to: new.clone(),
        });
        new
    }

    fn key_result(&mut self, key_result: &'a KeyResult) -> KeyResult {
        let terms = Terms::in_force(key_result, self.card.as_of());
        let reading: Option<Reading> = self.card.key_result(&key_result.id).and_then(|score| score.reading);
        // A share of slots that were as long as the old cycle said needs that said, where the new one says nothing.
        let every = self.from.check_in_every.filter(|_| self.to.check_in_every.is_none());
        KeyResult {
            id: self.copy(&key_result.id),
            title: key_result.title.clone(),
            owners: key_result.owners.clone(),
            measure: measure::carried(&terms.measure, reading.as_ref(), self.policy.how, every),
            weight: terms.weight,
            beside: KeyResultBeside {
                description: key_result.description.clone(),
                share: terms.share,
                check_in_every: key_result.check_in_every,
                check_in_due: key_result.check_in_due.clone(),
                continued_from: Some(key_result.id.clone()),
                kpi: key_result.kpi.clone(),
                ext: key_result.ext.clone(),
                ..KeyResultBeside::default()
            }
            .boxed(),
            ..KeyResult::default()
        }
    }

    fn link(&mut self, link: &Link) -> Option<Link> {
        let child = self.new_ids.get(link.child.as_str())?;
        let parent = match (self.new_ids.get(link.parent.as_str()), self.left_link_why(link)) {
            (Some(parent), _) => Ok(parent.clone()),
            (None, None) => Ok(link.parent.clone()),
            (None, Some(LeftLinkWhy::ParentLeft)) => match self.before.get(link.parent.as_str()) {
                Some(parent) if self.takes(parent, link) => Ok((*parent).to_owned()),
                Some(_) => Err(LeftLinkWhy::ParentChanged),
                None => Err(LeftLinkWhy::ParentLeft),
            },
            (None, Some(why)) => Err(why),
        };
        let parent = match parent {
            Ok(parent) => parent,
            Err(why) => {
                self.left_links.push(LeftLink {
                    child: link.child.clone(),
                    parent: link.parent.clone(),
                    why,
                });
                return None;
            }
        };
        Some(Link {
            child: child.clone(),
            parent,
            starts: None,
            ends: None,
            ..link.clone()
        })
    }

    /// Whether a copy that was made before, and may have been changed since, can be the parent that a link is led to.
    fn takes(&self, parent: &str, link: &Link) -> bool {
        let graph = self.plan.graph();
        let mut upwards = self.plan.node(&link.child).into_iter().flat_map(|child| graph.up(child));
        let is_linked = upwards.any(|at| self.plan.links().get(at).is_some_and(|link| link.parent == parent));
        let is_measured = |measure: &Measure| !matches!(measure, Measure::Children(_));
        let has_readings = self.plan.key_result(parent).is_some_and(|it| is_measured(&it.measure));
        !(is_linked || (has_readings && link.kind == LinkKind::Contributes))
    }

    /// Why a link does not lead out of the cycle to something that has not ended when the next one begins.
    fn left_link_why(&self, link: &Link) -> Option<LeftLinkWhy> {
        let objective = match self.plan.node(&link.parent) {
            Some(Node::Objective(at)) => Some(at),
            Some(Node::KeyResult(at)) => self.plan.owner_of(at),
            None => None,
        };
        match objective.and_then(|at| self.plan.cycle_of(at)) {
            Some(cycle) if cycle.id == self.from.id => Some(LeftLinkWhy::ParentLeft),
            Some(cycle) if cycle.ends < self.to.starts => Some(LeftLinkWhy::ParentEnded),
            _ => link.ends.filter(|ends| *ends < self.to.starts).map(|_| LeftLinkWhy::LinkEnded),
        }
    }
}

/// An objective as it begins in another cycle.
fn renewed(objective: &Objective, id: String, cycle: &str, key_results: Vec<KeyResult>) -> Objective {
    Objective {
        id,
        title: objective.title.clone(),
        cycle: cycle.to_owned(),
        team: objective.team.clone(),
        owners: objective.owners.clone(),
        category: objective.category.clone(),
        ambition: objective.ambition,
        tags: objective.tags.clone(),
        key_results,
        beside: ObjectiveBeside {
            description: objective.description.clone(),
            visibility: objective.visibility,
            guardrails: objective.guardrails.clone(),
            decisions: objective.decisions.iter().filter(|decision| decision.decided.is_none()).cloned().collect(),
            continued_from: Some(objective.id.clone()),
            ext: objective.ext.clone(),
            ..ObjectiveBeside::default()
        }
        .boxed(),
        ..Objective::default()
    }
}
