//! The members of an objective as what can be moved, and what cannot.

use serde::Serialize;

use super::RequiredPolicy;
use crate::forecast::Estimate;
use crate::measure::{Between, Judge, Measure, Outcome, Reason, Zone};
use crate::plan::{Contribution, KeyResult, Node, Plan};
use crate::score::{Figure, KeyResultFacts, Member, Part, Scorecard, Sheet, Side, as_score};
use crate::wire;

wire::words! {
    /// Why a member stays as it is.
    pub enum Holds is "why a member stays" {
        /// Its score is set by hand.
        ManualScore = "manual_score",
        /// It takes no check-ins on the day: it or its objective is closed or dropped.
        Closed = "closed",
        /// Its first day is after the day asked about: ask as of a day of its own.
        NotStarted = "not_started",
        /// It is an objective: its own key results move it.
        Objective = "objective",
        /// It is made of what contributes to it.
        RolledUp = "rolled_up",
        /// It moves another member too, so what it brings is not its own share alone.
        Entangled = "entangled",
        /// The start is not known.
        Start = "start",
        /// The baseline is not known.
        Baseline = "baseline",
        /// It has no figure that a check-in could mend.
        Undefined = "undefined",
        /// It is a share of check-ins or slots, or a composite: no single check-in brings a given progress.
        NotInvertible = "not_invertible",
    }
}

/// A member that stays as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Held {
    /// The id of the key result or objective.
    pub node: String,
    /// Its score; `no_data` where it has none and does not enter.
    pub score: Estimate,
    /// Why it stays.
    pub why: Holds,
}

/// Which scores a key result can be brought to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ladder {
    /// Every one.
    Any,
    /// These, rising.
    Rungs(Vec<f64>),
    /// So many of `count` so far, and each further one more.
    Count { so_far: f64, count: f64 },
}

/// A member that a check-in can move.
#[derive(Debug)]
pub(super) struct Mover<'a> {
    /// Its place among the members.
    pub(super) place: usize,
    pub(super) key_result: &'a KeyResult,
    pub(super) facts: KeyResultFacts<'a>,
    /// Its score; 0 where it has no data yet.
    pub(super) now: f64,
    /// Whether it has no figure that enters the roll-up today.
    pub(super) is_missing: bool,
    pub(super) ladder: Ladder,
    /// The highest score it can reach.
    pub(super) ceiling: f64,
    pub(super) policy: RequiredPolicy,
}

impl Mover<'_> {
    pub(super) fn measure(&self) -> &Measure {
        &self.facts.judged.measure
    }

    /// The least score it can be brought to that is at least so much and no less than today's; else the highest.
    pub(super) fn rung(&self, score: f64) -> f64 {
        if score <= self.now && !self.is_missing {
            return self.now;
        }
        let rung = match &self.ladder {
            Ladder::Any => score,
            Ladder::Rungs(rungs) => rungs.iter().copied().find(|rung| *rung >= score - self.policy.same).unwrap_or(self.ceiling),
            Ladder::Count { so_far, count } => (so_far + self.more(*so_far, *count, score)) / count,
        };
        rung.min(self.ceiling).max(self.now)
    }

    /// How many more of `count` it takes to get to a score: one at least where there is no figure yet, for a figure there must be.
    pub(super) fn more(&self, so_far: f64, count: f64, score: f64) -> f64 {
        more(so_far, count, score, self.policy.same).max(if self.is_missing { 1.0 } else { 0.0 })
    }

    /// The highest score it can be brought to that is at most so much.
    pub(super) fn rung_below(&self, score: f64) -> f64 {
        let rung = match &self.ladder {
            Ladder::Any => score,
            Ladder::Rungs(rungs) => rungs.iter().copied().rfind(|rung| *rung <= score + self.policy.same).unwrap_or(self.now),
            Ladder::Count { so_far, count } => (so_far + (score * count - so_far + self.policy.same).floor()) / count,
        };
        rung.min(self.ceiling).max(self.now)
    }

    /// The least score above one that it can be brought to.
    pub(super) fn next_rung(&self, score: f64) -> Option<f64> {
        let next = match &self.ladder {
            Ladder::Any => self.ceiling,
            Ladder::Rungs(rungs) => rungs.iter().copied().find(|rung| *rung > score + self.policy.same)?,
            Ladder::Count { so_far, count } => (so_far + (score * count - so_far + self.policy.same).floor() + 1.0) / count,
        };
        Some(next.min(self.ceiling)).filter(|next| *next > score + self.policy.same)
    }
}

fn more(so_far: f64, count: f64, score: f64, same: f64) -> f64 {
    (score * count - so_far - same * count.max(1.0)).ceil().max(0.0)
}

/// The members of an objective with what can be done about them.
#[derive(Debug)]
pub(super) struct Team<'a> {
    sides: (Side, Option<(Side, f64)>),
    sums: (Sums, Sums),
    pub(super) members: Vec<Member>,
    pub(super) movers: Vec<Mover<'a>>,
    pub(super) held: Vec<Held>,
}

impl<'a> Team<'a> {
    pub(super) fn of(sheet: &Sheet<'a>, objective: usize, policy: RequiredPolicy) -> Self {
        let mut side = Side::default();
        let sides = sheet.sides(objective, &mut side);
        let members: Vec<Member> = sides.members().copied().collect();
        let sides = (sides.first.clone(), sides.second);
        let sums = (Sums::of(&sides.0), sides.1.as_ref().map(|(second, _)| Sums::of(second)).unwrap_or_default());
        let moved_elsewhere = below(sheet, &members);
        let (mut movers, mut held) = (Vec::new(), Vec::new());
        for (place, member) in members.iter().enumerate() {
            match mover(sheet, place, member, &moved_elsewhere, policy) {
                Ok(mover) => movers.push(mover),
                Err(why) => held.push(Held {
                    node: sheet.plan.id_of(member.node).to_owned(),
                    score: sheet.node(member.node).map_or(Estimate::from(Outcome::NotScored), |line| match line.score() {
                        Some(score) => Estimate::of(score),
                        None => line.progress.into(),
                    }),
                    why,
                }),
            }
        }
        Self {
            sides,
            sums,
            members,
            movers,
            held,
        }
    }

    /// F8 and F10: what part of the objective's score each member makes, once the missing ones named have a figure too.
    pub(super) fn shares(&self, joins: impl Fn(usize) -> bool) -> Vec<f64> {
        let joined = |side: &Side, from: usize| {
            let mut side = side.clone();
            for (place, member) in side.members.iter_mut().enumerate() {
                if joins(from + place) {
                    member.score = member.score.or(Some(0.0));
                }
            }
            side
        };
        let first = joined(&self.sides.0, 0);
        let Some((second, part)) = &self.sides.1 else {
            return first.shares(Figure::Score).collect();
        };
        let second = joined(second, first.members.len());
        let has = |side: &Side| side.members.iter().any(|member| member.score.is_some());
        let (first_part, second_part) = match (has(&first), has(&second)) {
            (true, true) => (*part, 1.0 - *part),
            _ => (1.0, 1.0),
        };
        let first_shares = first.shares(Figure::Score).map(|share| first_part * share);
        let second_shares: Vec<f64> = second.shares(Figure::Score).map(|share| second_part * share).collect();
        first_shares.chain(second_shares).collect()
    }
}

/// What F8 and F9 of a side come down to, so that one member can be exchanged without going through all: fixed shares, free
/// weights in units of the largest, and each of them times the scores.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    unit: f64,
    fixed: f64,
    fixed_scores: f64,
    free: f64,
    free_scores: f64,
    n: usize,
}

impl Sums {
    fn of(side: &Side) -> Self {
        let weight = |member: &Member| if let Part::Free(weight) = member.part { weight } else { 0.0 };
        let mut sums = Self {
            unit: side.members.iter().map(weight).fold(0.0, f64::max),
            ..Self::default()
        };
        for member in &side.members {
            if let Some(score) = member.score {
                sums.add(member.part, score);
                sums.n += 1;
            }
        }
        sums
    }

    fn add(&mut self, part: Part, score: f64) {
        match part {
            Part::Fixed(share) => self.fixed += share,
            Part::Free(weight) => self.free += weight / self.unit,
        }
        self.add_score(part, score);
    }

    fn add_score(&mut self, part: Part, score: f64) {
        match part {
            Part::Fixed(share) => self.fixed_scores += share * score,
            Part::Free(weight) => self.free_scores += weight / self.unit * score,
        }
    }

    /// What a fixed share and a free weight of 1 are worth.
    fn worth(&self) -> (f64, f64) {
        let scale = if self.free > 0.0 && self.fixed < 1.0 { 1.0 } else { self.fixed };
        let free = if self.free > 0.0 { (1.0 - self.fixed).max(0.0) / self.free } else { 0.0 };
        (if scale > 0.0 { 1.0 / scale } else { 0.0 }, free)
    }

    fn score(&self) -> f64 {
        let (fixed, free) = self.worth();
        fixed * self.fixed_scores + free * self.free_scores
    }

    /// The share of a member that is among them.
    fn share(&self, part: Part) -> f64 {
        let (fixed, free) = self.worth();
        match part {
            Part::Fixed(share) => fixed * share,
            Part::Free(weight) => free * (weight / self.unit),
        }
    }
}

impl Team<'_> {
    /// The share of one mover alone, and what all others bring then.
    pub(super) fn alone(&self, mover: &Mover<'_>) -> Option<(f64, f64)> {
        let member = self.members.get(mover.place)?;
        let is_first = mover.place < self.sides.0.members.len();
        let (mut own, other) = if is_first { (self.sums.0, self.sums.1) } else { (self.sums.1, self.sums.0) };
        if let Some(score) = member.score {
            // Its share stays; what it brings goes.
            own.add_score(member.part, -score);
        } else {
            own.add(member.part, 0.0);
            own.n += 1;
        }
        let (own_part, other_part) = match &self.sides.1 {
            Some((_, first)) if other.n > 0 => {
                if is_first {
                    (*first, 1.0 - *first)
                } else {
                    (1.0 - *first, *first)
                }
            }
            _ => (1.0, 0.0),
        };
        Some((own_part * own.share(member.part), own_part * own.score() + other_part * other.score()))
    }
}

/// The key results that members which are no plain key results are made of, by number, sorted.
fn below(sheet: &Sheet<'_>, members: &[Member]) -> Vec<bool> {
    let plan: &Plan = sheet.plan;
    let (mut objectives, mut key_results) = (vec![false; plan.n_objectives()], vec![false; plan.n_key_results()]);
    let is_rolled_up = |at: usize| plan.key_result_at(at).is_some_and(|(_, it)| matches!(it.measure, Measure::Children(_)));
    let tops = members.iter().map(|member| member.node).filter(|node| match node {
        Node::Objective(_) => true,
        Node::KeyResult(at) => is_rolled_up(*at),
    });
    let mut next: Vec<Node> = tops.flat_map(|node| parts(sheet, node)).collect();
    while let Some(node) = next.pop() {
        let seen = match node {
            Node::Objective(at) => objectives.get_mut(at),
            Node::KeyResult(at) => key_results.get_mut(at),
        };
        let Some(seen) = seen.filter(|seen| !**seen) else { continue };
        *seen = true;
        next.extend(parts(sheet, node));
    }
    key_results
}

/// What a node may be computed from, a level down.
fn parts(sheet: &Sheet<'_>, node: Node) -> Vec<Node> {
    let own = match node {
        Node::Objective(at) => {
            let first = sheet.plan.first_of(at);
            first..first + sheet.plan.objective_at(at).map_or(0, |objective| objective.key_results.len())
        }
        Node::KeyResult(_) => 0..0,
    };
    own.map(Node::KeyResult).chain(sheet.children(node).iter().map(Contribution::child)).collect()
}

fn mover<'a>(sheet: &Sheet<'a>, place: usize, member: &Member, moved_elsewhere: &[bool], policy: RequiredPolicy) -> Result<Mover<'a>, Holds> {
    let Node::KeyResult(at) = member.node else { return Err(Holds::Objective) };
    let line = sheet.key_results.get(at).ok_or(Holds::Undefined)?;
    let (key_result, facts) = sheet.facts(at).ok_or(Holds::Undefined)?;
    if matches!(key_result.measure, Measure::Children(_)) {
        return Err(Holds::RolledUp);
    }
    if line.node.is_manual {
        return Err(Holds::ManualScore);
    }
    if facts.frozen.iter().any(|(first, last)| (*first..=*last).contains(&sheet.as_of.on)) {
        return Err(Holds::Closed);
    }
    if sheet.as_of.on < line.node.starts {
        return Err(Holds::NotStarted);
    }
    if moved_elsewhere.get(at).copied().unwrap_or_default() {
        return Err(Holds::Entangled);
    }
    match line.node.progress {
        Outcome::Value(_) | Outcome::NoData(Reason::NoCheckIns) => {}
        Outcome::NoData(Reason::Start) => return Err(Holds::Start),
        Outcome::NoData(Reason::Baseline) => return Err(Holds::Baseline),
        _ => return Err(Holds::Undefined),
    }
    let has_figure = line.node.progress.value().is_some();
    let (ladder, top) = ladder(&facts, key_result, has_figure, policy.same)?;
    // What the clamp keeps back, no reading reaches.
    let ceiling = as_score(sheet.profile.clamp.shown.apply(top));
    Ok(Mover {
        place,
        now: if has_figure { member.score.unwrap_or_default() } else { 0.0 },
        is_missing: !has_figure,
        ceiling,
        ladder,
        key_result,
        facts,
        policy,
    })
}

/// Which progress a measure can be brought to, and the highest.
fn ladder(facts: &KeyResultFacts<'_>, key_result: &KeyResult, has_figure: bool, same: f64) -> Result<(Ladder, f64), Holds> {
    let (measure, rules): (&Measure, _) = (&facts.judged.measure, &facts.rules);
    let rungs = |mut rungs: Vec<f64>| {
        rungs.sort_by(f64::total_cmp);
        let top = rungs.last().copied().unwrap_or_default();
        (Ladder::Rungs(rungs), top)
    };
    Ok(match measure {
        Measure::Metric(_) | Measure::Change(_) | Measure::Exact(_) => {
            if measure.reaching(1.0, rules).is_none() {
                let knows_start = !matches!(measure, Measure::Change(_));
                return Err(if has_figure {
                    Holds::Undefined
                } else if knows_start {
                    Holds::Start
                } else {
                    Holds::Baseline
                });
            }
            (Ladder::Any, 1.0)
        }
        Measure::Bands(bands) => {
            let scores: Vec<f64> = bands.points.iter().map(|point| point.score).collect();
            match bands.between {
                Between::Linear => (Ladder::Any, scores.into_iter().fold(0.0, f64::max)),
                Between::Step => rungs(scores),
            }
        }
        Measure::Levels(levels) => (Ladder::Any, levels.points(rules.anchors).map(|(_, score)| score).fold(0.0, f64::max)),
        Measure::Threshold(threshold) if threshold.judge == Judge::Latest => rungs(vec![1.0]),
        Measure::Done(_) => rungs(vec![1.0]),
        Measure::Zones(_) => rungs(Zone::ALL.iter().map(|zone| zone.score(rules.anchors)).collect()),
        Measure::Milestones(milestones) => {
            let log = facts.log(key_result);
            rungs(milestones.still_to_do(&log).into_iter().map(|(_, progress)| progress).collect())
        }
        Measure::Events(events) => {
            let log = facts.log(key_result);
            let mut so_far = 0.0;
            log.each_event(|value| so_far += events.scale().worth(value));
            let count = events.count;
            (Ladder::Count { so_far, count }, ((so_far + more(so_far, count, 1.0, same)) / count).max(1.0))
        }
        _ => return Err(Holds::NotInvertible),
    })
}

/// The score today, by these shares, of members with a figure.
pub(super) fn score_of(members: &[Member], shares: &[f64]) -> f64 {
    members.iter().zip(shares).filter_map(|(member, share)| Some(share * member.score?)).sum()
}

/// The objective of a scorecard by id.
pub(super) fn objective_at(card: &Scorecard, id: &str) -> Option<usize> {
    match card.plan().node(id)? {
        Node::Objective(at) => Some(at),
        Node::KeyResult(_) => None,
    }
}
