//! What a check-in is going to need, read ahead of it.

use std::hint::black_box;

use super::Scorecard;
use super::line::{KeyResultLine, Line};
use super::live::above;
use crate::plan::{Entry, Node};

/// How far up to read. What is above that is above many, and so mostly near.
const LEVELS: usize = 3;

/// How many of a list to read. Of a long one the rest comes by itself, as lists are read from front to back; and where
/// an edit has very many check-ins, what each has read ahead may not grow with all that lies beside it, as their objective is gone over
/// once for all of them.
const MOST: usize = 64;

/// Reads some of every line of memory that a check-in of a key result is going to need.
///
/// In a large plan hardly any of it is in the cache, and the work on a check-in goes from one to the other, waiting for memory each
/// time. Here nothing depends on what is read but where the next level is, so a level is fetched in about the time of one wait.
pub(super) fn read_ahead(card: &Scorecard, key_result: usize) {
    black_box(read_key_result(card, key_result));
    let mut node = Node::KeyResult(key_result);
    for _ in 0..LEVELS {
        let Some(next) = above(card, node).next() else { return };
        black_box(match next {
            Node::Objective(at) => read_objective(card, at),
            Node::KeyResult(at) => read_key_result(card, at),
        });
        node = next;
    }
}

/// What is read of a key result: its check-ins, its row and its figures.
fn read_key_result(card: &Scorecard, at: usize) -> Option<u64> {
    let plan = card.plan();
    let owner = plan.owner_of(at)?;
    let within = at.checked_sub(plan.first_of(owner))?;
    let (chunk, in_chunk) = plan.chunk_of(owner)?;
    let key_result = chunk.objective(in_chunk)?.key_results.get(within)?;
    let mut seen = u64::from(*key_result.id.as_bytes().first()?) ^ u64::from(key_result.measure.is_of_number());
    seen ^= key_result.check_ins.last().and_then(|last| last.value).map_or(0, f64::to_bits);
    // The rows after it are moved.
    for row in (within..).take(MOST).map_while(|within| chunk.row(in_chunk, within)) {
        seen ^= row.all().and_then(<[_]>::last).and_then(Entry::value).map_or(0, f64::to_bits);
    }
    if let Some((cell, said)) = chunk.columns.plain(in_chunk, within) {
        seen ^= cell.target.to_bits() ^ u64::from(said.last.is_some());
    }
    Some(seen ^ read_line(card.key_results.get(at)?))
}

/// What is read of an objective: its facts, and the figures of all that may be rolled up.
fn read_objective(card: &Scorecard, at: usize) -> Option<u64> {
    let plan = card.plan();
    let (chunk, in_chunk) = plan.chunk_of(at)?;
    let facts = chunk.columns.facts().get(in_chunk)?;
    let mut seen = u64::from(facts.n_key_results) ^ chunk.columns.weights_of(in_chunk).first().map_or(0, |weight| weight.to_bits());
    let first = plan.first_of(at);
    for line in card.key_results.get(first..first + facts.n_key_results as usize)?.iter().take(MOST) {
        seen ^= read_line(line);
    }
    if card.profile().pool.takes_children() {
        for contribution in plan.graph().contributions(Node::Objective(at)).iter().take(MOST) {
            let Some(line) = card.sheet().node(contribution.child()) else { continue };
            seen ^= read_node(line);
        }
    }
    Some(seen ^ read_node(&card.objectives.get(at)?.node))
}

fn read_line(line: &KeyResultLine) -> u64 {
    read_node(&line.node) ^ line.share().to_bits()
}

/// What stands at both ends.
fn read_node(line: &Line) -> u64 {
    line.progress.value().map_or(0, f64::to_bits) ^ u64::from(line.stage.counts())
}
