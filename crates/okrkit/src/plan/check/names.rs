//! Ids that others refer to.

use std::collections::BTreeMap;

use super::super::graph::parent_circles;
use crate::id;
use crate::issue::{Code, Issue, quote, way};
use crate::wire::Context;

/// Things with ids of one namespace.
pub(super) struct Named<'a> {
    member: &'static str,
    what: &'static str,
    at: BTreeMap<&'a str, usize>,
    /// Whether some id is not known, for want of a sound document: a reference that finds nothing may then mean it.
    is_incomplete: bool,
}

impl<'a> Named<'a> {
    pub(super) fn new(cx: &mut Context, member: &'static str, what: &'static str, ids: impl Iterator<Item = &'a str>) -> Self {
        let mut at = BTreeMap::new();
        let mut is_incomplete = cx.is_lost(member);
        cx.name(member, |cx| {
            for (i, id) in ids.enumerate() {
                cx.index(i, |cx| {
                    is_incomplete |= cx.is_lost("id");
                    id::check(cx, "id", id);
                    if at.contains_key(id) && !id.is_empty() {
                        cx.report_at("id", Code::IdDuplicate, format!("another {what} has the id {}", quote(id)));
                    }
                });
                at.entry(id).or_insert(i);
            }
        });
        Self {
            member,
            what,
            at,
            is_incomplete,
        }
    }

    /// Their places, sorted by id.
    pub(super) fn places(&self) -> Vec<usize> {
        self.at.values().copied().collect()
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    /// Whether an id is one of these, as far as a document that may not be sound tells.
    pub(super) fn may_have(&self, id: &str) -> bool {
        self.is_incomplete || self.at.contains_key(id)
    }

    /// The ids, in the order of their code points.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.at.keys().copied()
    }

    /// The place of what a member of the present place refers to; where there is no such thing, that is noted.
    pub(super) fn refer(&self, member: &'static str, id: Option<&str>, code: Code, cx: &mut Context) -> Option<usize> {
        cx.name(member, |cx| self.refer_here(id?, code, cx))
    }

    /// The same for an id that stands at the present place.
    pub(super) fn refer_here(&self, id: &str, code: Code, cx: &mut Context) -> Option<usize> {
        let found = self.find(id);
        if found.is_none() && !self.is_incomplete {
            let message = unknown(self.what, id, self.at.keys().copied(), cx);
            cx.report(code, message);
        }
        found
    }

    /// Follows the parents, and notes those that go round in a circle. Gives the place of each one's parent.
    pub(super) fn check_parents(&self, parents: Vec<Option<&str>>, unknown: Code, circle: Code, cx: &mut Context) -> Vec<Option<usize>> {
        let mut above = Vec::with_capacity(parents.len());
        cx.name(self.member, |cx| {
            for (i, parent) in parents.into_iter().enumerate() {
                above.push(cx.index(i, |cx| self.refer("parent", parent, unknown, cx)));
            }
        });
        let circles = parent_circles(&above);
        if !circles.is_empty() {
            let ids: BTreeMap<usize, &str> = self.at.iter().map(|(id, at)| (*at, *id)).collect();
            for members in circles {
                let first = members.first().copied().unwrap_or_default();
                let (way, nodes) = told(members.iter().filter_map(|at| ids.get(at).copied()).collect());
                let path = cx.name(self.member, |cx| cx.index(first, |cx| cx.name("parent", |cx| cx.pointer())));
                let message = format!("the {} go round in a circle: {way}", self.member);
                cx.push(Issue::new(circle, path, message).about(nodes));
            }
        }
        above
    }
}

/// "there is no team `sale`, did you mean `sales`?"
pub(super) fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>, cx: &mut Context) -> String {
    let near = cx
        .nearest(id, known)
        .map_or_else(String::new, |near| format!(", did you mean {}?", quote(near)));
    format!("there is no {what} {}{near}", quote(id))
}

/// A circle in words, "a → b → a", and its ids, the first repeated at the end.
pub(super) fn told(mut ids: Vec<&str>) -> (String, Vec<String>) {
    ids.extend(ids.first().copied());
    (way(&ids), ids.into_iter().map(str::to_owned).collect())
}
