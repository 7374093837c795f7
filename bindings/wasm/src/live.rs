//! A plan that is worked on: edits go in, the figures they changed come out.

use std::collections::BTreeMap;

use okrkit::{Changes, Issues, KeyResultScore, Live, Node, ObjectiveScore};
use serde::Serialize;

/// What edits changed, with the figures as they are now.
#[derive(Debug, Serialize)]
struct Changed<'a> {
    objectives: BTreeMap<&'a str, ObjectiveScore>,
    key_results: BTreeMap<&'a str, KeyResultScore>,
    removed: &'a [String],
}

/// Applies edits, and writes what they changed.
pub(crate) fn apply(live: &mut Live, edits: &str) -> Result<String, Issues> {
    let changes = live.apply(okrkit::plan::read_edits(edits)?)?;
    Ok(told(live, &changes))
}

/// What changed, with the figures as they are now.
pub(crate) fn told(live: &Live, changes: &Changes) -> String {
    let mut told = Changed {
        objectives: BTreeMap::new(),
        key_results: BTreeMap::new(),
        removed: &changes.removed,
    };
    for node in &changes.nodes {
        let id = live.plan().id_of(*node);
        match node {
            Node::Objective(_) => told.objectives.extend(live.card().objective(id).map(|score| (id, score))),
            Node::KeyResult(_) => told.key_results.extend(live.card().key_result(id).map(|score| (id, score))),
        }
    }
    crate::answer::json(&told)
}
