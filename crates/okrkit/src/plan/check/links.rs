//! Links: their ends, what they ask of these, and the graph they make.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::graph::{Ends, Graph};
use super::super::index::Index;
use super::super::{KeyResult, Link, LinkKind, Node, PlanDocument};
use super::names::{told, unknown};
use super::nodes::Nodes;
use super::parts::check_weight;
use crate::issue::{Code, Issue, quote};
use crate::measure::{Children, ChildrenRollUp, Measure};
use crate::unit::Unit;
use crate::wire::Context;

/// What is known of the links so far.
struct Links<'a> {
    nodes: &'a Nodes<'a>,
    by_id: &'a Index,
    ends: Vec<Ends>,
    /// The link of a child and a parent.
    pairs: BTreeMap<(Node, Node), usize>,
    /// The scales of key results that were asked for, by number.
    scales: BTreeMap<usize, Scale<'a>>,
}

/// Checks the links of a document, and gives the graph if there is one.
pub(super) fn check_links(document: &PlanDocument, nodes: &Nodes<'_>, by_id: &Index, cx: &mut Context) -> Option<Graph> {
    let mut links = Links {
        nodes,
        by_id,
        ends: Vec::with_capacity(document.links.len()),
        pairs: BTreeMap::new(),
        scales: BTreeMap::new(),
    };
    for (i, link) in document.links.iter().enumerate() {
        cx.name("links", |cx| cx.index(i, |cx| links.check(i, link, cx)));
    }
    let complete = links.ends.len() == document.links.len();
    match Graph::new(nodes.n_objectives(), nodes.owner, std::mem::take(&mut links.ends)) {
        Ok(graph) => complete.then_some(graph),
        Err(circles) => {
            for members in circles {
                links.report_circle(&members, cx);
            }
            None
        }
    }
}

impl<'a> Links<'a> {
    fn find(&self, id: &str) -> Option<Node> {
        self.by_id.find(id, |node| self.nodes.id(node))
    }

    fn check(&mut self, i: usize, link: &Link, cx: &mut Context) {
        check_weight(link.weight, cx);
        if let (Some(starts), Some(end)) = (link.starts, link.ends)
            && end < starts
            && !cx.is_lost("starts")
        {
            cx.report_at("ends", Code::DateOrder, format!("the link would start on {starts} and end on {end}"));
        }
        let ends = [("child", &link.child), ("parent", &link.parent)].map(|(member, id)| {
            let found = self.find(id).filter(|_| !cx.is_lost(member));
            if found.is_none() && !self.nodes.is_incomplete && !cx.is_lost(member) {
                let known = self.nodes.all().map(|node| self.nodes.id(node));
                let message = unknown("objective or key result", id, known, cx);
                cx.report_at(member, Code::LinkUnknown, message);
            }
            found
        });
        let [Some(child), Some(parent)] = ends else { return };
        let names = || (quote(&link.child), quote(&link.parent));
        if child == parent {
            cx.report(Code::LinkSelf, format!("{} is linked to itself", quote(&link.child)));
        } else if self.nodes.objective_of(child) == self.nodes.objective_of(parent)
            && (matches!(child, Node::Objective(_)) || matches!(parent, Node::Objective(_)))
        {
            let (child, parent) = names();
            cx.report(
                Code::LinkOwnObjective,
                format!("{child} and {parent} are an objective and a key result of its own"),
            );
        } else if let Entry::Vacant(vacant) = self.pairs.entry((child, parent)) {
            vacant.insert(i);
            self.ends.push(Ends { child, parent });
            if link.kind == LinkKind::Contributes && !cx.is_lost("kind") {
                self.check_contribution(child, parent, cx);
            }
        } else {
            let (child, parent) = names();
            cx.report(Code::LinkDuplicate, format!("{child} is linked to {parent} already"));
        }
    }

    fn report_circle(&self, members: &[Node], cx: &mut Context) {
        // The circle is told from its first link on: between others a key result only belongs to its objective.
        let mut steps = members.iter().zip(members.iter().cycle().skip(1)).enumerate();
        let first = steps.find_map(|(at, (child, parent))| self.pairs.get(&(*child, *parent)).map(|link| (at, *link)));
        let (at, link) = first.unwrap_or_default();
        let (way, about) = told(members.iter().cycle().skip(at).take(members.len()).map(|node| self.nodes.id(*node)).collect());
        let path = cx.name("links", |cx| cx.index(link, |cx| cx.pointer()));
        cx.push(Issue::new(Code::LinkLoop, path, format!("the links go round in a circle: {way}")).about(about));
    }

    /// Checks what a contributing link asks of a key result above.
    fn check_contribution(&mut self, child: Node, parent: Node, cx: &mut Context) {
        let Node::KeyResult(above) = parent else { return };
        let Some(parent) = self.nodes.key_result(above) else { return };
        if self.is_lost(above, "kind", cx) {
            return;
        }
        if !matches!(parent.measure, Measure::Children(_)) {
            let kind = parent.measure.kind();
            cx.report(
                Code::LinkNotChildren,
                format!(
                    "{} has a measure of its own, of kind `{kind}`, so nothing can contribute to it",
                    quote(&parent.id)
                ),
            );
            return;
        }
        let sum = self.scale_of(above, parent, cx);
        if sum.is_sum
            && !self.is_lost(above, "roll_up", cx)
            && let Some(message) = self.refuses_to_add(child, &parent.id, sum, cx)
        {
            cx.report(Code::LinkUnit, message);
        }
    }

    /// Why the reading of a child cannot be added to a sum, if it cannot.
    fn refuses_to_add(&mut self, child: Node, sum: &str, scale: Scale<'_>, cx: &Context) -> Option<String> {
        let to = quote(sum);
        let Node::KeyResult(below) = child else {
            let objective = quote(self.nodes.id(child));
            return Some(format!("the objective {objective} has no reading that could be added to {to}"));
        };
        let key_result = self.nodes.key_result(below)?;
        if self.is_lost(below, "kind", cx) || self.is_lost(below, "roll_up", cx) {
            return None;
        }
        let (id, kind) = (quote(&key_result.id), key_result.measure.kind());
        if matches!(key_result.measure, Measure::Observe(_)) {
            return Some(format!(
                "{id} is watched and never scored (a measure of kind `{kind}`), so it cannot be added to {to}"
            ));
        }
        if !key_result.measure.reads_number() {
            return Some(format!(
                "the reading of {id} is no number (a measure of kind `{kind}`), it cannot be added to {to}"
            ));
        }
        let (own, other) = self.scale_of(below, key_result, cx).differs(scale)?;
        Some(format!("the readings of {id} ({}) cannot be added to {to} ({})", named(own), named(other)))
    }

    /// Whether the document leaves open what a field of a measure is.
    fn is_lost(&self, key_result: usize, field: &str, cx: &Context) -> bool {
        !cx.is_sound() && cx.is_broken(&format!("{}/measure/{field}", self.nodes.path(Node::KeyResult(key_result))))
    }

    /// The scale of a key result, looked at once however many links end at it.
    fn scale_of(&mut self, at: usize, key_result: &'a KeyResult, cx: &Context) -> Scale<'a> {
        if let Some(scale) = self.scales.get(&at) {
            return *scale;
        }
        let mut scale = Scale {
            is_sum: matches!(
                key_result.measure,
                Measure::Children(Children {
                    roll_up: ChildrenRollUp::Sum,
                    ..
                })
            ),
            units: [Counted::NotKnown; 2],
        };
        if !self.is_lost(at, "unit", cx) {
            scale.add(key_result.measure.unit_of_reading());
        }
        for (i, amendment) in key_result.amendments.iter().enumerate() {
            let Some(fields) = &amendment.set.measure else { continue };
            let is_lost = !cx.is_sound() && cx.is_broken(&format!("{}/amendments/{i}/set/measure/unit", self.nodes.path(Node::KeyResult(at))));
            if fields.unit.is_some() && !is_lost && !matches!(key_result.measure, Measure::Events(_)) {
                scale.add(fields.unit.as_ref());
            }
            scale.is_sum |= fields.roll_up == Some(ChildrenRollUp::Sum);
        }
        self.scales.insert(at, scale);
        scale
    }
}

/// In which units a key result is counted, in any version of its measure.
#[derive(Debug, Clone, Copy)]
struct Scale<'a> {
    /// Whether it ever is a sum of children.
    is_sum: bool,
    /// Two of them where there are several: no unit is the same as both.
    units: [Counted<'a>; 2],
}

/// What a reading counts.
#[derive(Debug, Clone, Copy)]
enum Counted<'a> {
    NotKnown,
    In(Option<&'a Unit>),
}

impl<'a> Scale<'a> {
    fn add(&mut self, unit: Option<&'a Unit>) {
        match &mut self.units {
            [first @ Counted::NotKnown, _] => *first = Counted::In(unit),
            [Counted::In(first), second @ Counted::NotKnown] if !is_same(*first, unit) => *second = Counted::In(unit),
            _ => {}
        }
    }

    fn units(self) -> impl Iterator<Item = Option<&'a Unit>> {
        self.units.into_iter().filter_map(|counted| match counted {
            Counted::NotKnown => None,
            Counted::In(unit) => Some(unit),
        })
    }

    /// A unit of this one and one of the other that are not the same.
    fn differs<'o>(self, other: Scale<'o>) -> Option<(Option<&'a Unit>, Option<&'o Unit>)> {
        let mut pairs = self.units().flat_map(|own| other.units().map(move |other| (own, other)));
        pairs.find(|(own, other)| !is_same(*own, *other))
    }
}

fn is_same(a: Option<&Unit>, b: Option<&Unit>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is_same(b),
        _ => false,
    }
}

fn named(unit: Option<&Unit>) -> String {
    match unit.map(Unit::to_string) {
        Some(name) if !name.is_empty() => quote(&name),
        Some(_) => "plain numbers".to_owned(),
        None => "no unit".to_owned(),
    }
}
