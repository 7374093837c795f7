//! Objectives and key results by number and by id.

use super::super::index::Index;
use super::super::store::Store;
use super::super::{KeyResult, Node};
use crate::id;
use crate::issue::{Code, quote};
use crate::wire::Context;

/// Objectives and key results by number.
pub(super) struct Nodes<'a> {
    pub(super) store: &'a Store,
    pub(super) owner: &'a [u32],
    pub(super) first: &'a [u32],
    /// Whether some id is not known, for want of a sound document: a reference that finds nothing may then mean it.
    pub(super) is_incomplete: bool,
}

impl<'a> Nodes<'a> {
    pub(super) fn n_objectives(&self) -> usize {
        self.first.len()
    }

    pub(super) fn key_result(&self, at: usize) -> Option<&'a KeyResult> {
        let (objective, within) = self.place_of(at)?;
        self.store.get(objective)?.objective.key_results.get(within)
    }

    /// The objective of a key result, and its place there.
    fn place_of(&self, key_result: usize) -> Option<(usize, usize)> {
        let objective = *self.owner.get(key_result)? as usize;
        Some((objective, key_result - *self.first.get(objective)? as usize))
    }

    pub(super) fn id(&self, node: Node) -> &'a str {
        let (objective, within) = self.place(node);
        self.store.id(objective, within)
    }

    /// The pointer to a node.
    pub(super) fn path(&self, node: Node) -> String {
        match (node, self.place(node)) {
            (Node::Objective(at), _) => format!("/objectives/{at}"),
            (Node::KeyResult(_), (objective, within)) => format!("/objectives/{objective}/key_results/{}", within.saturating_sub(1)),
        }
    }

    pub(super) fn within<R>(&self, node: Node, cx: &mut Context, inner: impl FnOnce(&mut Context) -> R) -> R {
        cx.name("objectives", |cx| match node {
            Node::Objective(at) => cx.index(at, inner),
            Node::KeyResult(_) => {
                let (objective, within) = self.place(node);
                cx.index(objective, |cx| cx.name("key_results", |cx| cx.index(within.saturating_sub(1), inner)))
            }
        })
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Node> + use<> {
        (0..self.n_objectives()).map(Node::Objective).chain((0..self.owner.len()).map(Node::KeyResult))
    }

    /// All nodes by id, with what is wrong with the ids noted.
    pub(super) fn by_id(&self, cx: &mut Context) -> Index {
        let by_id = Index::new(self.all().map(|node| (self.id(node), node)));
        for node in self.all() {
            let id = self.id(node);
            // Most ids are plain: nothing is said, and the path to them need not be built.
            if id.len() > id::MAX_ID_CHARS || id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
                self.within(node, cx, |cx| id::check(cx, "id", id));
            }
        }
        for node in by_id.twice(|node| (self.id(node), self.place(node))) {
            self.within(node, cx, |cx| {
                cx.report_at(
                    "id",
                    Code::IdDuplicate,
                    format!("another objective or key result has the id {}", quote(self.id(node))),
                );
            });
        }
        by_id
    }

    /// Where a node stands in the document: its objective, and 0 or its place within.
    pub(super) fn place(&self, node: Node) -> (usize, usize) {
        match node {
            Node::Objective(at) => (at, 0),
            Node::KeyResult(at) => self.place_of(at).map_or((at, 1), |(objective, within)| (objective, within + 1)),
        }
    }

    pub(super) fn objective_of(&self, node: Node) -> usize {
        self.place(node).0
    }
}
