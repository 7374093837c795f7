//! Plans whose links are the point: without circles, and with one.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Json, Tape, tapes};

/// Plans with many links, in any order of the document, none of which goes round.
pub(crate) fn without_circle() -> impl Strategy<Value = Json> {
    tapes(120).prop_map(|mut tape| Json(Weave::new(&mut tape).plan()))
}

/// The same, with a circle closed.
pub(crate) fn with_circle() -> impl Strategy<Value = Json> {
    tapes(150).prop_map(|mut tape| {
        let mut weave = Weave::new(&mut tape);
        weave.close(&mut tape);
        Json(weave.plan())
    })
}

struct Weave {
    /// Of each objective, how many key results it has.
    sizes: Vec<usize>,
    links: Vec<(String, String)>,
}

impl Weave {
    fn new(tape: &mut Tape) -> Self {
        let sizes: Vec<usize> = (0..2 + tape.below(7)).map(|_| tape.below(3)).collect();
        // A place in a hidden order for each objective; links run down it, whatever the order of the document.
        let mut rank: Vec<usize> = (0..sizes.len()).collect();
        for at in (1..rank.len()).rev() {
            rank.swap(at, tape.below(at + 1));
        }
        let mut weave = Self { sizes, links: Vec::new() };
        let mut pairs = BTreeSet::new();
        for _ in 0..tape.below(25) {
            let (one, other) = (tape.below(rank.len()), tape.below(rank.len()));
            if one == other {
                continue;
            }
            let (parent, child) = if rank[one] < rank[other] { (one, other) } else { (other, one) };
            let link = (weave.node(tape, child), weave.node(tape, parent));
            if pairs.insert(link.clone()) {
                weave.links.push(link);
            }
        }
        weave
    }

    /// An objective, or one of its key results.
    fn node(&self, tape: &mut Tape, objective: usize) -> String {
        match tape.below(self.sizes[objective] + 1) {
            0 => format!("o{objective}"),
            nth => format!("o{objective}k{}", nth - 1),
        }
    }

    /// Links that lead through some objectives and back to the first. A circle may come in at a key result and leave from its
    /// objective, since the one belongs to the other.
    fn close(&mut self, tape: &mut Tape) {
        let mut around: Vec<usize> = (0..self.sizes.len()).collect();
        for at in (1..around.len()).rev() {
            around.swap(at, tape.below(at + 1));
        }
        around.truncate(2 + tape.below(around.len() - 1));
        let ends: Vec<(String, String)> = around
            .iter()
            .map(|objective| {
                let enters = self.node(tape, *objective);
                let leaves = if tape.chance(50) { enters.clone() } else { format!("o{objective}") };
                (enters, leaves)
            })
            .collect();
        for (at, (_, leaves)) in ends.iter().enumerate() {
            let link = (leaves.clone(), ends[(at + 1) % ends.len()].0.clone());
            if !self.links.contains(&link) {
                self.links.insert(tape.below(self.links.len() + 1), link);
            }
        }
    }

    fn plan(&self) -> Value {
        let objectives: Vec<Value> = self
            .sizes
            .iter()
            .enumerate()
            .map(|(n, size)| {
                let key_results: Vec<Value> = (0..*size)
                    .map(|k| json!({"id": format!("o{n}k{k}"), "title": "k", "measure": {"kind": "children"}}))
                    .collect();
                json!({"id": format!("o{n}"), "title": "o", "cycle": "c", "key_results": key_results})
            })
            .collect();
        let links: Vec<Value> = self
            .links
            .iter()
            .enumerate()
            .map(|(at, (child, parent))| json!({"child": child, "parent": parent, "kind": if at % 3 == 0 { "supports" } else { "contributes" }}))
            .collect();
        json!({
            "okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
            "objectives": objectives, "links": links
        })
    }
}
