//! Contributions that reach one ancestor on two ways.
//!
//! From each node that contributes to several, the ways up are followed side by side, the lowest ancestor first. Each way keeps
//! the first step it began with. Where ways of two first steps come together they meet: that ancestor is told, once, and the
//! ways end there, since whatever lies above would only repeat it. When all that goes on began with one step, nothing can meet
//! any more, and the search ends.
//!
//! Every ancestor below the meetings is passed once, and keeps where it was reached from and not the way to it. That is linear
//! in what is found in all but tangles: two ways side by side for a long while, from very many nodes. So that these end too,
//! the whole search has a [`budget`] in proportion to the plan; when it is spent, a last finding says so.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{View, contributes_to};
use crate::issue::{Code, Issue, quote, way};
use crate::plan::Node;

/// How many ancestors may be passed, and how many ids told: some for every node and link, and enough for any small plan.
fn budget(view: &View<'_>) -> usize {
    let plan = view.plan;
    100_000 + 50 * (plan.n_objectives() + plan.n_key_results() + plan.links().len())
}

/// For each node that contributes to several: the nearest ancestors where two of the ways meet, with both ways.
pub(super) fn double_counts(view: &View<'_>, out: &mut Vec<Issue>) {
    let mut search = Search { view, left: budget(view) };
    for node in view.nodes().filter(|node| view.counts(*node)) {
        let first = contributes_to(view, node);
        if first.len() > 1 && search.from(node, &first, out).is_none() {
            let message = format!(
                "there are more ways up than can be followed: beyond {} it was not looked for what counts twice",
                quote(&view.id(node))
            );
            out.push(view.at_node(Code::AlignDoubleCount, node, message));
            return;
        }
    }
}

/// An arrival at a node.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    /// Which of the steps from the contributor the way began with.
    first: usize,
    /// The passed node it comes from; `None`: the contributor.
    from: Option<usize>,
    length: usize,
}

/// A node that was reached and not passed yet.
#[derive(Debug, Clone, Copy)]
struct Reached {
    node: Node,
    shortest: Arrival,
    /// The shortest that began otherwise.
    other: Option<Arrival>,
}

impl Reached {
    fn again(&mut self, arrival: Arrival) {
        if arrival.first == self.shortest.first {
            if arrival.length < self.shortest.length {
                self.shortest = arrival;
            }
        } else if self.other.is_none_or(|other| arrival.length < other.length) {
            self.other = Some(arrival);
        }
    }
}

struct Search<'v, 'a> {
    view: &'v View<'a>,
    left: usize,
}

impl Search<'_, '_> {
    /// Follows the ways up from one node. `None` where the budget is spent.
    fn from(&mut self, node: Node, first: &[Node], out: &mut Vec<Issue>) -> Option<()> {
        let mut passed: Vec<(Node, Arrival)> = Vec::new();
        let mut reached = Frontier::default();
        for (first, parent) in first.iter().enumerate() {
            let arrival = Arrival { first, from: None, length: 1 };
            reached.add(self.place(*parent), *parent, arrival);
        }
        while let Some(Reached { node: at, shortest, other }) = reached.next() {
            self.left = self.left.checked_sub(1)?;
            if let Some(other) = other {
                self.left = self.left.checked_sub(shortest.length + other.length)?;
                out.push(self.finding(node, at, [shortest, other], &passed));
                continue;
            }
            passed.push((at, shortest));
            for above in contributes_to(self.view, at) {
                let arrival = Arrival {
                    from: Some(passed.len() - 1),
                    length: shortest.length + 1,
                    ..shortest
                };
                reached.add(self.place(above), above, arrival);
            }
        }
        Some(())
    }

    fn place(&self, node: Node) -> usize {
        self.view.plan.graph().place(node)
    }

    fn finding(&self, node: Node, at: Node, mut ways: [Arrival; 2], passed: &[(Node, Arrival)]) -> Issue {
        ways.sort_by_key(|way| (way.length, way.first));
        let plan = self.view.plan;
        let [short, long] = ways.map(|way| {
            let mut ids = vec![plan.id_of(at)];
            let mut from = way.from;
            while let Some((node, arrival)) = from.and_then(|place| passed.get(place)) {
                ids.push(plan.id_of(*node));
                from = arrival.from;
            }
            ids.push(plan.id_of(node));
            ids.reverse();
            ids
        });
        let (child, ancestor) = (quote(plan.id_of(node)), quote(plan.id_of(at)));
        let message = format!("{child} counts twice for {ancestor}: {} and {}", way(&short), way(&long));
        let issue = self.view.at_node(Code::AlignDoubleCount, node, message);
        issue.about(short.into_iter().chain(long))
    }
}

/// The nodes that were reached and not passed, lowest first: by then all ways to a node have arrived.
#[derive(Debug, Default)]
struct Frontier {
    reached: BTreeMap<usize, Reached>,
    /// How many of them were reached by ways of each first step alone.
    firsts: BTreeMap<usize, usize>,
    /// How many are meetings.
    n_meetings: usize,
}

impl Frontier {
    fn add(&mut self, place: usize, node: Node, arrival: Arrival) {
        match self.reached.entry(place) {
            Entry::Vacant(vacant) => {
                vacant.insert(Reached {
                    node,
                    shortest: arrival,
                    other: None,
                });
                *self.firsts.entry(arrival.first).or_default() += 1;
            }
            Entry::Occupied(mut occupied) => {
                let reached = occupied.get_mut();
                let before = *reached;
                reached.again(arrival);
                if before.other.is_none() && reached.other.is_some() {
                    self.n_meetings += 1;
                    self.leave(before.shortest.first);
                }
            }
        }
    }

    fn leave(&mut self, first: usize) {
        if let Some(n) = self.firsts.get_mut(&first) {
            *n -= 1;
            if *n == 0 {
                self.firsts.remove(&first);
            }
        }
    }

    /// The lowest of them, as long as any two may still meet.
    fn next(&mut self) -> Option<Reached> {
        if self.n_meetings == 0 && self.firsts.len() < 2 {
            return None;
        }
        let (_, reached) = self.reached.pop_first()?;
        match reached.other {
            Some(_) => self.n_meetings -= 1,
            None => self.leave(reached.shortest.first),
        }
        Some(reached)
    }
}
