//! Why two plans make none together: for each problem of what came out, what either side did to it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Conflict, Taken, Three};
use crate::diff::{FieldValue, Flat, List, Of};
use crate::issue::{Code, Issues};
use crate::plan::PlanDocument;

/// A conflict for each problem, each once. Both sides are plans, so every problem comes of what one did beside the other.
pub(super) fn conflicts(document: &PlanDocument, issues: &Issues, sides: Three<&Flat>) -> Vec<Conflict> {
    let written = FieldValue::of(document);
    let merged = Flat::of_value(written.clone());
    let refusal = Refusal {
        homes: sides.map(Flat::homes),
        sides,
        home: merged.homes(),
        merged: &merged,
    };
    let mut told = BTreeSet::new();
    let cases = issues.iter().map(|issue| (issue.code, place(&written, &issue.path), issue.nodes.as_slice()));
    // Of what is wrong with one field the sides did the same.
    let cases = cases.filter(|(_, (of, member), nodes)| told.insert((of.clone(), *member, *nodes)));
    cases.map(|(code, (of, member), nodes)| refusal.conflict(code, of, member, nodes)).collect()
}

/// What a problem may come of, and which of its fields; without fields any.
type Suspect = (Of, Option<Fields>);
type Fields = &'static [&'static str];

/// The links of a circle, and the key results of it that were moved.
fn around(nodes: &[String]) -> Vec<Suspect> {
    let links = nodes.iter().zip(nodes.iter().skip(1)).map(|(child, parent)| Of::Link {
        child: child.clone(),
        parent: parent.clone(),
    });
    let moved = nodes.iter().skip(1).map(|id| (Of::KeyResult(id.clone()), Some(&[OBJECTIVE][..])));
    links.map(|link| (link, None)).chain(moved).collect()
}

struct Refusal<'a> {
    sides: Three<&'a Flat>,
    homes: Three<BTreeMap<&'a Of, &'a List>>,
    merged: &'a Flat,
    home: BTreeMap<&'a Of, &'a List>,
}

impl Refusal<'_> {
    fn conflict(&self, code: Code, of: Of, member: Option<&str>, nodes: &[String]) -> Conflict {
        let circle = |of: fn(String) -> Of| nodes.iter().skip(1).map(|id| (of(id.clone()), Some(&["parent"][..]))).collect();
        match (code, &of) {
            (Code::LinkLoop, _) => self.told(Of::Plan, "/links", around(nodes)),
            (Code::TeamLoop, _) => self.told(Of::Plan, "/teams", circle(Of::Team)),
            (Code::CycleLoop, _) => self.told(Of::Plan, "/cycles", circle(Of::Cycle)),
            (Code::ShareSum, Of::Objective(id)) if member == Some("key_results") => self.shares(id),
            _ => self.at(of, member),
        }
    }

    /// What the shares of an objective's key results come of.
    fn shares(&self, objective: &str) -> Conflict {
        let key_results = self.merged.list(&List::KeyResults(objective.to_owned()));
        let of = |fields: Option<Fields>| {
            let suspects = key_results.iter().map(|of| (of.clone(), fields)).collect();
            self.told(Of::Objective(objective.to_owned()), "/key_results", suspects)
        };
        let told = of(Some(&["share", "stage", "stages", "amendments", OBJECTIVE]));
        if told.ours.is_some() && told.theirs.is_some() { told } else { of(None) }
    }

    /// What a problem of one thing comes of: that thing, where both sides changed it; else what it has to do with as well.
    fn at(&self, of: Of, member: Option<&str>) -> Conflict {
        let both = |name: &str| {
            let three = self.sides.map(|side| side.things.get(&of).and_then(|thing| thing.get(name)));
            (three.ours != three.base && three.theirs != three.base).then_some(three)
        };
        if let Some((name, three)) = member.and_then(|name| Some((name, both(name)?))) {
            return three.conflict(&of, &format!("/{name}"), Taken::Both);
        }
        let [ours, theirs] = [self.changed(&of, None, Side::Ours), self.changed(&of, None, Side::Theirs)];
        if ours.is_none() || theirs.is_none() {
            let related = self.related(&of);
            return self.told(of, "", related);
        }
        let names = ours.iter().chain(&theirs).flat_map(FieldValue::members).map(|(name, _)| name.clone()).collect();
        Conflict {
            base: self.before(&of, names),
            of,
            field: String::new(),
            ours,
            theirs,
            taken: Taken::Both,
        }
    }

    /// A thing and what is checked together with it: what it stands in or refers to, and who has its id.
    fn related(&self, of: &Of) -> Vec<Suspect> {
        let mut found = vec![of.clone()];
        let mut next = 0;
        while let Some(of) = found.get(next).cloned() {
            next += 1;
            let value = self.merged.things.get(&of);
            let text = |name: &str| value.and_then(|value| value.get(name)).and_then(FieldValue::text).map(str::to_owned);
            let named = |id: &String| [Of::Objective(id.clone()), Of::KeyResult(id.clone())];
            let more: Vec<Of> = match &of {
                Of::Plan | Of::Kpi(_) | Of::Cycle(_) | Of::Team(_) => Vec::new(),
                Of::Objective(id) => named(id).into_iter().chain(text("cycle").map(Of::Cycle)).collect(),
                Of::KeyResult(id) => {
                    let home = self.home.get(&of).and_then(|list| list.objective()).map(|id| Of::Objective(id.to_owned()));
                    named(id).into_iter().chain(home).collect()
                }
                Of::Link { child, parent } => [child, parent].into_iter().flat_map(named).collect(),
            };
            for one in more {
                if self.merged.things.contains_key(&one) && !found.contains(&one) {
                    found.push(one);
                }
            }
        }
        found.into_iter().map(|of| (of, None)).collect()
    }

    /// What each side did to some things.
    fn told(&self, of: Of, field: &str, suspects: Vec<Suspect>) -> Conflict {
        let (mut base, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for (suspect, fields) in suspects {
            let [own, other] = [Side::Ours, Side::Theirs].map(|side| self.changed(&suspect, fields, side));
            let names: BTreeSet<String> = own.iter().chain(&other).flat_map(FieldValue::members).map(|(name, _)| name.clone()).collect();
            let with_id = |value: FieldValue| self.named(&suspect, value);
            if !names.is_empty() {
                base.extend(self.before(&suspect, names).map(with_id));
            }
            ours.extend(own.map(with_id));
            theirs.extend(other.map(with_id));
        }
        let list = |items: Vec<FieldValue>| (!items.is_empty()).then_some(FieldValue::List(items));
        Conflict {
            of,
            field: field.to_owned(),
            base: list(base),
            ours: list(ours),
            theirs: list(theirs),
            taken: Taken::Both,
        }
    }

    /// The fields of a thing that a side has otherwise than before, `null` where it has none now; all of it where it is new.
    fn changed(&self, of: &Of, fields: Option<&[&str]>, side: Side) -> Option<FieldValue> {
        let own = side.of(&self.sides).things.get(of)?;
        let before = self.sides.base.things.get(of).map(FieldValue::by_name).unwrap_or_default();
        let now = own.by_name();
        let changed = own.members().iter().filter(|(name, value)| before.get(name.as_str()) != Some(&value)).cloned();
        let gone = before
            .keys()
            .filter(|name| !now.contains_key(*name))
            .map(|name| ((*name).to_owned(), FieldValue::Null));
        let home = side.of(&self.homes).get(of).filter(|home| self.homes.base.get(of) != Some(home));
        let moved = home
            .and_then(|list| list.objective())
            .map(|id| (OBJECTIVE.to_owned(), FieldValue::Text(id.to_owned())));
        let members = changed.chain(gone).chain(moved);
        let members: Vec<_> = members
            .filter(|(name, _)| fields.is_none_or(|fields| fields.contains(&name.as_str())))
            .collect();
        (!members.is_empty()).then_some(FieldValue::Object(members))
    }

    /// The same fields as they were.
    fn before(&self, of: &Of, names: BTreeSet<String>) -> Option<FieldValue> {
        let before = self.sides.base.things.get(of)?;
        let home = self.homes.base.get(of).and_then(|list| list.objective());
        let value = |name: &str| match name {
            OBJECTIVE => home.map(|id| FieldValue::Text(id.to_owned())),
            name => before.get(name).cloned(),
        };
        Some(FieldValue::Object(
            names.into_iter().filter_map(|name| Some((name.clone(), value(&name)?))).collect(),
        ))
    }

    /// Fields of a thing, after its id.
    fn named(&self, of: &Of, value: FieldValue) -> FieldValue {
        let FieldValue::Object(members) = value else { return value };
        let ids: &[&str] = if matches!(of, Of::Link { .. }) { &["child", "parent"] } else { &["id"] };
        let thing = self.merged.things.get(of);
        let own = ids.iter().filter_map(|name| Some(((*name).to_owned(), thing?.get(name)?.clone())));
        let rest = members.into_iter().filter(|(name, _)| !ids.contains(&name.as_str()));
        FieldValue::Object(own.chain(rest).collect())
    }
}

/// The field of a key result under which it is told in which objective it stands.
const OBJECTIVE: &str = "objective";

#[derive(Debug, Clone, Copy)]
enum Side {
    Ours,
    Theirs,
}

impl Side {
    fn of<T>(self, three: &Three<T>) -> &T {
        match self {
            Self::Ours => &three.ours,
            Self::Theirs => &three.theirs,
        }
    }
}

/// What a pointer into a document leads to: a thing with an id, and the field of it.
fn place<'p>(document: &FieldValue, path: &'p str) -> (Of, Option<&'p str>) {
    let mut names = path.split('/').skip(1).peekable();
    let Some(list) = names.peek().and_then(|name| List::OF_PLAN.into_iter().find(|list| list.name() == *name)) else {
        return (Of::Plan, names.next());
    };
    names.next();
    let Some(thing) = document.get(list.name()).and_then(|items| item(items, names.next())) else {
        return (Of::Plan, path.split('/').nth(1));
    };
    let mut of = list.of(thing);
    let mut member = names.next();
    if let (Of::Objective(id), Some("key_results")) = (&of, member)
        && let Some(key_result) = thing.get("key_results").and_then(|items| item(items, names.next()))
    {
        of = List::KeyResults(id.clone()).of(key_result);
        member = names.next();
    }
    (of, member)
}

fn item<'v>(list: &'v FieldValue, at: Option<&str>) -> Option<&'v FieldValue> {
    list.items().get(at?.parse::<usize>().ok()?)
}
