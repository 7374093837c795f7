//! A difference put into force.

use std::collections::{BTreeMap, BTreeSet};

use super::order::weave;
use super::{Change, FieldValue, Flat, List, Of, PlanDiff};
use crate::document;
use crate::issue::{Code, Issue, Issues};
use crate::plan::Plan;

impl PlanDiff {
    /// The plan with every change made, all or none.
    ///
    /// A plan that differs from the one the difference was made of where nothing changed is as good: it is changed in the same
    /// places. Where both changed the same, [`merge`](crate::merge::merge()) tells.
    ///
    /// # Errors
    /// [`Code::DiffMismatch`] for each change of something that does not stand there as the difference says it did, with a
    /// pointer to the change; and whatever the changes would make of a valid plan that is none.
    pub fn apply(&self, plan: &Plan) -> Result<Plan, Issues> {
        let mut work = Work {
            flat: Flat::of(plan),
            issues: Vec::new(),
        };
        for (i, change) in self.changes.iter().enumerate() {
            work.change(i, change);
        }
        work.fields(&self.changes);
        work.entries(&self.changes);
        work.places(&self.changes);
        if !work.issues.is_empty() {
            return Err(Issues::from_vec(work.issues));
        }
        document::read(&work.flat.into_value().canonical())
    }
}

/// Follows a pointer of names. `None` where it leads nowhere.
fn follow<'v>(value: &'v mut FieldValue, pointer: &str) -> Option<&'v mut FieldValue> {
    pointer.split('/').skip(1).try_fold(value, |value, name| value.get_mut(&unescaped(name)))
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

struct Work {
    flat: Flat,
    issues: Vec<Issue>,
}

impl Work {
    fn mismatch(&mut self, i: usize, message: String) {
        self.issues.push(Issue::new(Code::DiffMismatch, format!("/changes/{i}"), message));
    }

    /// Makes a change that does not depend on the others.
    fn change(&mut self, i: usize, change: &Change) {
        match change {
            Change::Added { of, value, .. } => {
                if self.flat.things.contains_key(of) {
                    self.mismatch(i, format!("{of} is there already"));
                } else {
                    self.flat.things.insert(of.clone(), value.clone());
                }
            }
            Change::Removed { of, value, .. } => match self.flat.things.get(of) {
                Some(found) if found == value => drop(self.flat.things.remove(of)),
                Some(_) => self.mismatch(i, format!("{of} is not what it was when it was removed")),
                None => self.mismatch(i, format!("there is no {of}")),
            },
            Change::Moved { of, .. } if !self.flat.things.contains_key(of) => self.mismatch(i, format!("there is no {of}")),
            Change::Moved { .. } | Change::Field { .. } | Change::EntryAdded { .. } | Change::EntryRemoved { .. } => {}
        }
    }

    /// Sets fields, object by object, since a plan may have as many tags as it likes.
    fn fields(&mut self, changes: &[Change]) {
        type Set<'a> = (usize, &'a str, String, Option<&'a FieldValue>, Option<&'a FieldValue>);
        let mut objects: BTreeMap<(&Of, &str), Vec<Set<'_>>> = BTreeMap::new();
        for (i, change) in changes.iter().enumerate() {
            if let Change::Field { of, field, before, after } = change {
                let (parent, name) = field.rsplit_once('/').unwrap_or_default();
                let set = (i, field.as_str(), unescaped(name), before.as_ref(), after.as_ref());
                objects.entry((of, parent)).or_default().push(set);
            }
        }
        let mut wrong = Vec::new();
        for ((of, parent), sets) in objects {
            let mut object = self.flat.things.get_mut(of).and_then(|thing| follow(thing, parent));
            let mut members: BTreeMap<String, (usize, FieldValue)> = BTreeMap::new();
            if let Some(FieldValue::Object(found)) = &mut object {
                let found = std::mem::take(found).into_iter().enumerate();
                members = found.map(|(at, (name, value))| (name, (at, value))).collect();
            }
            let n_before = members.len();
            for (i, field, name, before, after) in sets {
                if object.is_none() || members.get(&name).map(|(_, found)| found) != before {
                    wrong.push((i, format!("{} of {of} is not what it was", crate::issue::quote(field))));
                    continue;
                }
                let at = members.remove(&name).map_or(n_before + i, |(at, _)| at);
                members.extend(after.map(|after| (name, (at, after.clone()))));
            }
            if let Some(FieldValue::Object(slot)) = object {
                let mut members: Vec<_> = members.into_iter().collect();
                members.sort_by_key(|(_, (at, _))| *at);
                slot.extend(members.into_iter().map(|(name, (_, value))| (name, value)));
            }
        }
        wrong.sort_unstable();
        for (i, message) in wrong {
            self.mismatch(i, message);
        }
    }

    /// Takes entries out of their lists and puts others in, list by list.
    fn entries(&mut self, changes: &[Change]) {
        /// Of one list: the first change of it, what goes and what comes.
        #[derive(Default)]
        struct Entries<'a> {
            gone: BTreeMap<usize, (usize, &'a FieldValue)>,
            added: Vec<(usize, FieldValue)>,
            first: usize,
        }
        let mut lists: BTreeMap<(&Of, &str), Entries<'_>> = BTreeMap::new();
        for (i, change) in changes.iter().enumerate() {
            let new = || Entries {
                first: i,
                ..Entries::default()
            };
            match change {
                Change::EntryRemoved { of, field, at, entry } => {
                    lists.entry((of, field)).or_insert_with(new).gone.insert(*at, (i, entry));
                }
                Change::EntryAdded { of, field, at, entry } => {
                    lists.entry((of, field)).or_insert_with(new).added.push((*at, entry.clone()));
                }
                _ => {}
            }
        }
        for ((of, field), Entries { mut gone, added, first }) in lists {
            let (parent, name) = field.rsplit_once('/').unwrap_or_default();
            let Some(slot) = self.flat.things.get_mut(of).and_then(|thing| follow(thing, parent)) else {
                self.mismatch(first, format!("there is no {of}"));
                continue;
            };
            let mut kept = Vec::new();
            for (at, entry) in slot.take(name).map(FieldValue::into_items).unwrap_or_default().into_iter().enumerate() {
                match gone.get(&at) {
                    Some((_, expected)) if **expected == entry => drop(gone.remove(&at)),
                    _ => kept.push(entry),
                }
            }
            slot.put(name, Some(FieldValue::List(weave(kept, added))));
            for (at, (i, _)) in gone {
                self.mismatch(i, format!("{}/{at} of {of} is not the entry that was removed", field.trim_start_matches('/')));
            }
        }
    }

    /// Brings lists into their new order.
    fn places(&mut self, changes: &[Change]) {
        let mut moved: BTreeSet<&Of> = BTreeSet::new();
        let mut added: BTreeMap<List, Vec<(usize, Of)>> = BTreeMap::new();
        for change in changes {
            let (of, objective, at) = match change {
                Change::Added { of, objective, at, .. } => (of, objective, at),
                Change::Moved { of, to, at, .. } => {
                    moved.insert(of);
                    (of, to, at)
                }
                _ => continue,
            };
            let list = List::fixed(of).or_else(|| objective.clone().map(List::KeyResults));
            if let Some(list) = list {
                added.entry(list).or_default().push((*at, of.clone()));
            }
        }
        let things = &self.flat.things;
        self.flat
            .lists
            .values_mut()
            .for_each(|order| order.retain(|of| things.contains_key(of) && !moved.contains(of)));
        for (list, added) in added {
            let kept = self.flat.lists.remove(&list).unwrap_or_default();
            self.flat.lists.insert(list, weave(kept, added));
        }
        let mut stranded = Vec::new();
        for (list, order) in &self.flat.lists {
            if let Some(objective) = list.objective().filter(|_| !order.is_empty())
                && !self.flat.things.contains_key(&Of::Objective(objective.to_owned()))
            {
                stranded.push(objective.to_owned());
            }
        }
        for objective in stranded {
            let i = changes
                .iter()
                .position(|change| *change.of() == Of::Objective(objective.clone()))
                .unwrap_or_default();
            self.mismatch(i, format!("{} still has key results, or there is no such objective", Of::Objective(objective)));
        }
    }
}
