//! What each side put in the place of the same entry: corrections of one check-in, and edits of one entry that has no id.

use std::collections::{BTreeMap, BTreeSet};

use super::logs::{Counted, Key, day};
use super::{Conflict, Taken, Three};
use crate::diff::{FieldValue, Of};
use crate::wire::escape;

/// An entry by its key.
type Entry<'a> = (&'a Key, &'a FieldValue);

/// A list of entries on three sides, as it is put together.
pub(super) struct Rivals<'s, 'a> {
    pub(super) of: &'s Of,
    pub(super) path: &'s str,
    pub(super) sides: &'s Three<Counted<'a>>,
    pub(super) kept: &'s mut Counted<'a>,
    pub(super) conflicts: &'s mut Vec<Conflict>,
}

impl Rivals<'_, '_> {
    /// Keeps of what rivals only ours, and tells of theirs. Both would count: a sum would have the same thing in it twice.
    pub(super) fn settle(&mut self, keys: &Three<Vec<Key>>) {
        let sides = self.sides;
        let ours = fresh(&keys.ours, &sides.ours, &sides.theirs, &sides.base);
        let theirs = fresh(&keys.theirs, &sides.theirs, &sides.ours, &sides.base);
        self.corrections(&ours, &theirs);
        self.edits(&keys.base, &ours, &theirs);
    }

    /// Check-ins that name the same one, and what a side wrote into that one itself.
    fn corrections(&mut self, ours: &[Entry<'_>], theirs: &[Entry<'_>]) {
        let corrected: BTreeSet<&str> = ours.iter().chain(theirs).filter_map(|(_, entry)| replaces(entry)).collect();
        for id in corrected {
            let place = Key::Id(id.to_owned());
            let base = self.sides.base.get(&place).map(|(_, entry)| *entry);
            let side = |fresh: &'_ [Entry<'_>], other: &Counted<'_>| -> Vec<(Key, FieldValue)> {
                // Where both wrote something else into it, that is a conflict already.
                let is_left = base.is_some() && other.get(&place).map(|(_, entry)| *entry) == base;
                let own = fresh.iter().filter(|(key, _)| is_left && **key == place);
                own.chain(following(fresh, id)).map(|(key, entry)| ((*key).clone(), (*entry).clone())).collect()
            };
            let (ours, theirs) = (side(ours, &self.sides.theirs), side(theirs, &self.sides.ours));
            self.take(&format!("{}/{}", self.path, escape(id)), base.into_iter().collect(), &ours, &theirs);
        }
    }

    /// Entries without an id that both sides took out, where each put in another of the day or the same of another day.
    fn edits(&mut self, base: &[Key], ours: &[Entry<'_>], theirs: &[Entry<'_>]) {
        let mut gone: BTreeMap<String, Vec<&FieldValue>> = BTreeMap::new();
        let mut left: BTreeMap<&Key, usize> = BTreeMap::new();
        for key in base {
            let Some((n, entry)) = self.sides.base.get(key).copied() else { continue };
            let count = |side: &Counted<'_>| side.get(key).map_or(0, |(n, _)| *n);
            let left = left
                .entry(key)
                .or_insert_with(|| n.saturating_sub(count(&self.sides.ours).max(count(&self.sides.theirs))));
            if matches!(key, Key::Text(_)) && replaces(entry).is_none() && *left > 0 && !day(entry).is_empty() {
                *left -= 1;
                gone.entry(day(entry)).or_default().push(entry);
            }
        }
        for (on, gone) in gone {
            let undated: Vec<FieldValue> = gone.iter().map(|entry| without_day(entry)).collect();
            let side = |fresh: &[Entry<'_>]| -> Vec<(Key, FieldValue)> {
                let is_edit = |key: &Key, entry: &FieldValue| {
                    replaces(entry).is_none() && !self.sides.base.contains_key(key) && (day(entry) == on || undated.contains(&without_day(entry)))
                };
                let edits = fresh.iter().filter(|(key, entry)| is_edit(key, entry)).take(gone.len());
                let with_followers = edits.flat_map(|edit| {
                    let followers = edit.1.get("id").and_then(FieldValue::text).map(|id| following(fresh, id));
                    std::iter::once(edit).chain(followers.unwrap_or_default())
                });
                with_followers.map(|(key, entry)| ((*key).clone(), (*entry).clone())).collect()
            };
            let (ours, theirs) = (side(ours), side(theirs));
            self.take(&format!("{}/{}", self.path, escape(&on)), gone, &ours, &theirs);
        }
    }

    /// Ours, and a conflict, where both sides have something and it is not under the same ids, which are in conflict already.
    fn take(&mut self, field: &str, base: Vec<&FieldValue>, ours: &[(Key, FieldValue)], theirs: &[(Key, FieldValue)]) {
        let keys = |side: &'_ [(Key, FieldValue)]| -> BTreeSet<Key> { side.iter().map(|(key, _)| key.clone()).collect() };
        if ours.is_empty() || theirs.is_empty() || keys(ours) == keys(theirs) {
            return;
        }
        for (key, _) in theirs {
            match self.sides.ours.get(key) {
                Some(own) => self.kept.insert(key.clone(), *own),
                None => self.kept.remove(key),
            };
            if let Key::Id(id) = key {
                let place = format!("{}/{}", self.path, escape(id));
                let told = self.conflicts.iter_mut().filter(|told| told.of == *self.of && told.field == place);
                told.for_each(|told| told.taken = Taken::Ours);
            }
        }
        let (base, ours, theirs) = (
            told(base.into_iter().cloned().collect()),
            told(ours.iter().map(|(_, entry)| entry.clone()).collect()),
            told(theirs.iter().map(|(_, entry)| entry.clone()).collect()),
        );
        let three = Three {
            base: base.as_ref(),
            ours: ours.as_ref(),
            theirs: theirs.as_ref(),
        };
        self.conflicts.push(three.conflict(self.of, field, Taken::Ours));
    }
}

/// What only one side says, in its order: what was not there before, and the other has not.
fn fresh<'a>(keys: &'a [Key], own: &Counted<'a>, other: &Counted<'_>, base: &Counted<'_>) -> Vec<Entry<'a>> {
    let mut seen = BTreeSet::new();
    let entries = keys.iter().filter(|key| seen.insert(*key)).filter_map(|key| Some((key, own.get(key)?)));
    let is_fresh = |(key, (n, entry)): &(&Key, &(usize, &FieldValue))| {
        let says_so = |side: &Counted<'_>, least: usize| side.get(key).is_some_and(|(count, it)| it == entry && *count >= least);
        !says_so(other, 1) && !says_so(base, *n)
    };
    entries.filter(is_fresh).map(|(key, (_, entry))| (key, *entry)).collect()
}

/// What corrects a check-in, and what corrects that in its turn.
fn following<'f, 'a>(fresh: &'f [Entry<'a>], id: &'f str) -> Vec<&'f Entry<'a>> {
    // What is corrected stands before what corrects it.
    let mut ids = BTreeSet::from([id]);
    let mut found = Vec::new();
    for one in fresh {
        if replaces(one.1).is_some_and(|id| ids.contains(id)) {
            ids.extend(one.1.get("id").and_then(FieldValue::text));
            found.push(one);
        }
    }
    found
}

fn replaces(entry: &FieldValue) -> Option<&str> {
    entry.get("replaces").and_then(FieldValue::text)
}

fn without_day(entry: &FieldValue) -> FieldValue {
    let mut entry = entry.clone();
    entry.put("on", None);
    entry.put("due", None);
    entry
}

/// An entry, or the list of several.
fn told(mut entries: Vec<FieldValue>) -> Option<FieldValue> {
    if entries.len() > 1 { Some(FieldValue::List(entries)) } else { entries.pop() }
}
