//! A plan that is worked on, with its figures kept up to date.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::ahead::read_ahead;
use super::frame::frame_of;
use super::roll_up::Side;
use super::{KeyResultScore, NodeScore, Scorecard, evaluate};
use crate::issue::Issues;
use crate::plan::{Edit, Node, Plan, only_check_ins};
use crate::profile::Profile;
use crate::time::AsOf;

/// What an edit changed: exactly what a front end has to draw again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changes {
    /// The nodes whose figures are others than before, and those that are new: objectives before key results, each in the order of
    /// the document.
    pub nodes: Vec<Node>,
    /// The ids of the nodes that are gone, in the order of the document that had them.
    pub removed: Vec<String>,
}

impl Changes {
    /// Whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.removed.is_empty()
    }
}

/// A plan with its scorecard, kept up to date edit by edit.
///
/// After a check-in only its key result and what is rolled up from it are computed again, level by level and only as far as
/// figures change, so it takes as long in a plan of a million as in one of ten. Whatever was applied, the figures are those of
/// [`evaluate`], to the last bit.
///
/// It owns its plan, and a [`Plan`] is a value that is cheap to clone: whoever wants to go back keeps the one of before and
/// [shows](Self::show) it again. What clones share is copied when it is first changed, so the first check-ins after a clone take
/// longer than those after them.
///
/// ```
/// use okrkit::{CheckIn, Date, Edit, Live, Profile};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [
///     {"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///       {"id": "revenue", "title": "R", "measure": {"kind": "metric", "start": 0, "target": 500000}}]},
///     {"id": "learn", "title": "Learn", "cycle": "q1"}]}"#)?;
/// let mut live = Live::new(plan, Profile::named("default")?, Date::new(2026, 2, 14)?);
/// let before = live.plan().clone();
///
/// let check_in = CheckIn::of_value("2026-02-13".parse()?, 240_000.0);
/// let changes = live.apply([Edit::CheckIn { key_result: "revenue".into(), check_in }])?;
/// let changed: Vec<(&str, Option<f64>)> = changes.nodes.iter().map(|node| (live.plan().id_of(*node), live.node(*node).and_then(|node| node.score))).collect();
/// assert_eq!(changed, [("grow", Some(0.48)), ("revenue", Some(0.48))]);
///
/// assert_eq!(live.show(before).nodes, changes.nodes);
/// assert_eq!(live.card().objective("grow").and_then(|grow| grow.score), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Live {
    card: Scorecard,
    side: Side,
}

impl Live {
    /// Evaluates a plan, to be kept up to date.
    #[must_use]
    pub fn new(plan: Plan, profile: Profile, as_of: impl Into<AsOf>) -> Self {
        let shared = plan.clone();
        let mut card = Scorecard::empty(plan, profile, as_of.into());
        card.fill(&shared);
        Self::of(card)
    }

    /// Goes on from a scorecard, which is not computed again.
    #[must_use]
    pub fn of(card: Scorecard) -> Self {
        Self { card, side: Side::default() }
    }

    /// The plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.card.plan()
    }

    /// The figures as they are now.
    #[must_use]
    pub fn card(&self) -> &Scorecard {
        &self.card
    }

    /// The figures that any node has.
    #[must_use]
    pub fn node(&self, node: Node) -> Option<NodeScore> {
        self.card.sheet().node_score(node)
    }

    /// Applies edits, all or none, and tells what they changed.
    ///
    /// Check-ins take time in proportion to what is above them; other edits check and compute the whole plan again.
    ///
    /// # Errors
    /// As [`Plan::apply`]; plan and figures stay as they are.
    pub fn apply(&mut self, edits: impl IntoIterator<Item = Edit>) -> Result<Changes, Issues> {
        let check_ins = match only_check_ins(edits) {
            Ok(check_ins) => check_ins,
            Err(edits) => {
                let plan = self.plan().apply_any(edits)?;
                return Ok(self.evaluate(&plan));
            }
        };
        let check_ins = self.plan().check_in(check_ins, |key_result| read_ahead(&self.card, key_result))?;
        let places: Vec<usize> = check_ins.places().map(|(objective, within)| self.plan().first_of(objective) + within).collect();
        let before = Before::of(&self.card, &places);
        self.card.plan_mut().add(check_ins);
        Ok(self.renew(places, &before))
    }

    /// Shows another plan, such as an earlier one, and tells what that changed. Where the two differ by check-ins alone, only what
    /// those touch is computed.
    pub fn show(&mut self, plan: Plan) -> Changes {
        let Some(objectives) = plan.checked_in_since(self.plan()) else {
            return self.evaluate(&plan);
        };
        let places: Vec<usize> = objectives.flat_map(|at| plan.key_results_of(at)).collect();
        let before = Before::of(&self.card, &places);
        *self.card.plan_mut() = plan;
        self.renew(places, &before)
    }

    /// Goes to another day, and tells what that changed.
    pub fn move_to(&mut self, as_of: impl Into<AsOf>) -> Changes {
        let card = evaluate(self.plan(), self.card.profile(), as_of);
        self.show_card(card)
    }

    /// Judges by another profile, and tells what that changed.
    pub fn judge_by(&mut self, profile: &Profile) -> Changes {
        let card = evaluate(self.plan(), profile, self.card.as_of());
        self.show_card(card)
    }

    fn evaluate(&mut self, plan: &Plan) -> Changes {
        let card = evaluate(plan, self.card.profile(), self.card.as_of());
        self.show_card(card)
    }

    /// Shows another scorecard, of whatever plan, day and profile, and tells what is otherwise there.
    pub fn show_card(&mut self, card: Scorecard) -> Changes {
        let old = std::mem::replace(&mut self.card, card);
        let plan = self.card.plan();
        let is_another = |node: &Node| match old.plan().node(plan.id_of(*node)) {
            None => true,
            Some(before) => !same_figures(&old, before, &self.card, *node),
        };
        let removed = nodes(old.plan()).filter(|node| plan.node(old.plan().id_of(*node)).is_none());
        Changes {
            nodes: nodes(plan).filter(is_another).collect(),
            removed: removed.map(|node| old.plan().id_of(node).to_owned()).collect(),
        }
    }

    /// Computes key results again, and what is above them as far as figures change.
    fn renew(&mut self, key_results: Vec<usize>, before: &Before) -> Changes {
        let mut changed = Vec::new();
        let mut waiting = Waiting::default();
        for at in key_results {
            waiting.push(self.plan(), Node::KeyResult(at));
        }
        let mut last = None;
        while let Some(node) = waiting.pop() {
            if last.replace(node) == Some(node) {
                continue;
            }
            let is_another = match node {
                Node::KeyResult(at) => self.renew_key_result(at),
                Node::Objective(at) => self.renew_objective(at, &mut changed),
            };
            if is_another {
                changed.push(node);
                for above in above(&self.card, node) {
                    waiting.push(self.card.plan(), above);
                }
            }
        }
        changed.extend(before.differing(&self.card));
        changed.sort_unstable();
        changed.dedup();
        Changes {
            nodes: changed,
            removed: Vec::new(),
        }
    }

    fn renew_key_result(&mut self, at: usize) -> bool {
        let sheet = self.card.sheet();
        let Some((frame, within)) = sheet.place(at) else { return false };
        let mut line = sheet.key_result(&frame, within, &mut self.side);
        let Some(slot) = self.card.key_results.get_mut(at) else { return false };
        // Its share is the objective's to say, which comes after it.
        line.share = slot.share;
        let is_another = *slot != line;
        *slot = line;
        is_another
    }

    fn renew_objective(&mut self, at: usize, changed: &mut Vec<Node>) -> bool {
        let Some(frame) = frame_of(self.card.plan(), self.card.as_of(), at) else {
            return false;
        };
        let (first, n) = (frame.first, frame.facts.n_key_results as usize);
        let line = self.card.sheet().objective(&frame, &mut self.side);
        let mut shares = self.side.own_shares.iter().copied().peekable();
        for within in 0..n {
            let share = shares.next_if(|(member, _)| *member == within).map_or(0.0, |(_, share)| share);
            if let Some(own) = self.card.key_results.get_mut(first + within)
                && own.share.to_bits() != share.to_bits()
            {
                own.share = share;
                changed.push(Node::KeyResult(first + within));
            }
        }
        let Some(slot) = self.card.objectives.get_mut(at) else { return false };
        let is_another = *slot != line;
        *slot = line;
        is_another
    }
}

/// Nodes to be computed, in topological order: what is taken out waits for nothing that is still in.
#[derive(Debug, Default)]
struct Waiting {
    /// The only one, whose place nobody has to know: mostly one way leads up.
    only: Option<Node>,
    /// Several, by their places. Without links all have one place, and key results still come before objectives.
    several: BinaryHeap<Reverse<(usize, bool, Node)>>,
}

impl Waiting {
    fn push(&mut self, plan: &Plan, node: Node) {
        if self.only.is_none() && self.several.is_empty() {
            self.only = Some(node);
            return;
        }
        let nodes = self.only.take().into_iter().chain([node]);
        let places = nodes.map(|node| Reverse((plan.graph().place(node), matches!(node, Node::Objective(_)), node)));
        self.several.extend(places);
    }

    fn pop(&mut self) -> Option<Node> {
        self.only.take().or_else(|| self.several.pop().map(|Reverse((_, _, node))| node))
    }
}

/// What a node's figures enter: its objective, and what it contributes to.
pub(super) fn above(card: &Scorecard, node: Node) -> impl Iterator<Item = Node> {
    let (plan, takes_children) = (card.plan(), card.profile().pool.takes_children());
    let own = match node {
        Node::KeyResult(at) => plan.owner_of(at).map(Node::Objective),
        Node::Objective(_) => None,
    };
    let parents = plan.graph().contributed_to(node);
    own.into_iter()
        .chain(parents.filter(move |parent| takes_children || matches!(parent, Node::KeyResult(_))))
}

fn nodes(plan: &Plan) -> impl Iterator<Item = Node> + use<> {
    (0..plan.n_objectives())
        .map(Node::Objective)
        .chain((0..plan.n_key_results()).map(Node::KeyResult))
}

/// Whether a node has the same figures in two scorecards.
fn same_figures(old: &Scorecard, before: Node, new: &Scorecard, now: Node) -> bool {
    match (before, now) {
        (Node::Objective(before), Node::Objective(now)) => {
            let figures = |card: &Scorecard, at| card.objectives.get(at).map(|line| card.sheet().objective_score(at, line));
            figures(old, before) == figures(new, now)
        }
        (Node::KeyResult(before), Node::KeyResult(now)) => full(old, before) == full(new, now),
        _ => false,
    }
}

fn full(card: &Scorecard, key_result: usize) -> Option<KeyResultScore> {
    let line = card.key_results.get(key_result)?;
    Some(card.sheet().key_result_score(key_result, line))
}

/// Figures of key results that are not kept in their lines, as they were: readings that are no numbers, and original terms.
#[derive(Debug, Default)]
struct Before(Vec<(usize, Option<KeyResultScore>)>);

impl Before {
    /// Of key results and of what is above them.
    fn of(card: &Scorecard, key_results: &[usize]) -> Self {
        let is_beyond = |at: &usize| !card.plan().is_plain(*at) && (card.sheet().as_written(*at).is_none() || !is_of_number(card.plan(), *at));
        let told = |at: usize| (at, full(card, at));
        if !card.plan().has_amended_children() {
            return Self(key_results.iter().copied().filter(is_beyond).map(told).collect());
        }
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<Node> = key_results.iter().map(|at| Node::KeyResult(*at)).collect();
        while let Some(node) = waiting.pop() {
            if seen.insert(node) {
                waiting.extend(above(card, node));
            }
        }
        let key_results = seen.into_iter().filter_map(|node| match node {
            Node::KeyResult(at) => Some(at),
            Node::Objective(_) => None,
        });
        Self(key_results.filter(is_beyond).map(told).collect())
    }

    /// Those that are others now.
    fn differing<'b>(&'b self, card: &'b Scorecard) -> impl Iterator<Item = Node> + 'b {
        let others = self.0.iter().filter(|(at, before)| full(card, *at) != *before);
        others.map(|(at, _)| Node::KeyResult(*at))
    }
}

/// Whether the reading of a key result, where it has one, is a number.
fn is_of_number(plan: &Plan, key_result: usize) -> bool {
    plan.key_result_at(key_result).is_some_and(|(_, key_result)| key_result.measure.is_of_number())
}
