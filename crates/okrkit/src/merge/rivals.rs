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
    of: &'s Of,
    path: &'s str,
    sides: &'s Three<Counted<'a>>,
    kept: &'s mut Counted<'a>,
    /// Where the conflicts of this list are among all, by their fields.
    told: BTreeMap<String, usize>,
    conflicts: &'s mut Vec<Conflict>,
}

impl<'s, 'a> Rivals<'s, 'a> {
    /// `since` is how many conflicts there were before this list.
    pub(super) fn of(
        of: &'s Of,
        path: &'s str,
        sides: &'s Three<Counted<'a>>,
        kept: &'s mut Counted<'a>,
        conflicts: &'s mut Vec<Conflict>,
        since: usize,
    ) -> Self {
        let own = conflicts.iter().enumerate().skip(since);
        Self {
            of,
            path,
            sides,
            kept,
            told: own.map(|(at, told)| (told.field.clone(), at)).collect(),
            conflicts,
        }
    }

    /// Keeps of what rivals only ours, and tells of theirs. Both would count: a sum would have the same thing in it twice.
    pub(super) fn settle(&mut self, keys: &Three<Vec<Key>>) {
        let sides = self.sides;
        let ours = Fresh::of(&keys.ours, &sides.ours, &sides.theirs, &sides.base);
        let theirs = Fresh::of(&keys.theirs, &sides.theirs, &sides.ours, &sides.base);
        self.corrections(&ours, &theirs);
        self.edits(keys, &ours, &theirs);
    }

    /// Check-ins that name the same one, and what a side wrote into that one itself.
    fn corrections(&mut self, ours: &Fresh<'_>, theirs: &Fresh<'_>) {
        let corrected: BTreeSet<&str> = ours.corrections.keys().chain(theirs.corrections.keys()).copied().collect();
        for id in corrected {
            let place = Key::Id(id.to_owned());
            let base = self.sides.base.get(&place).map(|(_, entry)| *entry);
            // Where both wrote something else into it, that is a conflict already.
            let is_left = |other: &Counted<'_>| base.is_some() && other.get(&place).map(|(_, entry)| *entry) == base;
            let [own, other] = [(ours, &self.sides.theirs), (theirs, &self.sides.ours)].map(|(side, other)| side.by_id.get(id).filter(|_| is_left(other)));
            let is_changed = |side: &Fresh<'_>, own: Option<&Entry<'_>>| own.is_some() || side.corrections.contains_key(id);
            if is_changed(ours, own) && is_changed(theirs, other) {
                let [ours, theirs] = [(ours, own), (theirs, other)].map(|(side, own)| own.copied().into_iter().chain(side.following(id)).collect::<Vec<_>>());
                self.take(&format!("{}/{}", self.path, escape(id)), base.into_iter().collect(), &ours, &theirs);
            }
        }
    }

    /// Entries without an id that both sides took out, and what either put in that may have been one of them.
    fn edits(&mut self, keys: &Three<Vec<Key>>, ours: &Fresh<'_>, theirs: &Fresh<'_>) {
        let gone = gone(&keys.base, self.sides);
        if gone.is_empty() {
            return;
        }
        let is_new = |(key, entry): &Entry<'_>| replaces(entry).is_none() && !self.sides.base.contains_key(*key);
        let both = self
            .sides
            .ours
            .iter()
            .filter(|(key, (_, entry))| self.sides.theirs.get(*key).is_some_and(|(_, other)| other == entry));
        let both: Vec<Entry<'_>> = both.map(|(key, (_, entry))| (key, *entry)).collect();
        let sides = [(From::Ours, &ours.entries), (From::Theirs, &theirs.entries), (From::Both, &both)];
        let put_in = sides
            .into_iter()
            .flat_map(|(from, entries)| entries.iter().filter(|entry| is_new(entry)).map(move |entry| (from, *entry)));
        let put_in: Vec<(From, Entry<'_>)> = put_in.collect();
        for case in cases(&gone, &put_in) {
            let of = |from: From| {
                case.put_in
                    .iter()
                    .filter_map(|at| put_in.get(*at))
                    .filter(move |(own, _)| *own == from)
                    .map(|(_, entry)| *entry)
            };
            // What both put in alike is the edit of both, and what one added beside it is new.
            if of(From::Both).count() >= case.gone.len() {
                continue;
            }
            let [ours, theirs] = [(From::Ours, ours), (From::Theirs, theirs)].map(|(from, side)| {
                let with_followers = of(from).flat_map(|edit| std::iter::once(edit).chain(id(edit.1).map(|id| side.following(id)).unwrap_or_default()));
                with_followers.collect::<Vec<_>>()
            });
            self.take(&format!("{}/{}", self.path, escape(case.day)), case.gone, &ours, &theirs);
        }
    }

    /// Tells what either side has, unless it is under the same ids, which are in conflict already. Ours is kept; theirs where there
    /// is none of ours.
    fn take(&mut self, field: &str, base: Vec<&FieldValue>, ours: &[Entry<'_>], theirs: &[Entry<'_>]) {
        let keys = |side: &'_ [Entry<'_>]| -> BTreeSet<Key> { side.iter().map(|(key, _)| (*key).clone()).collect() };
        if keys(ours) == keys(theirs) {
            return;
        }
        let taken = if ours.is_empty() { Taken::Theirs } else { Taken::Ours };
        for (key, _) in theirs.iter().filter(|_| taken == Taken::Ours) {
            match self.sides.ours.get(*key) {
                Some(own) => self.kept.insert((*key).clone(), *own),
                None => self.kept.remove(*key),
            };
            if let Key::Id(id) = key {
                let at = self.told.get(&format!("{}/{}", self.path, escape(id)));
                if let Some(told) = at.and_then(|at| self.conflicts.get_mut(*at)) {
                    told.taken = Taken::Ours;
                }
            }
        }
        let entries = |side: &[Entry<'_>]| told(side.iter().map(|(_, entry)| (*entry).clone()).collect());
        let (base, ours, theirs) = (told(base.into_iter().cloned().collect()), entries(ours), entries(theirs));
        let three = Three {
            base: base.as_ref(),
            ours: ours.as_ref(),
            theirs: theirs.as_ref(),
        };
        self.conflicts.push(three.conflict(self.of, field, taken));
    }
}

/// What only one side says: what was not there before, and the other has not.
struct Fresh<'a> {
    /// In the order of the side.
    entries: Vec<Entry<'a>>,
    by_id: BTreeMap<&'a str, Entry<'a>>,
    /// Where among the entries the corrections of each check-in are.
    corrections: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Fresh<'a> {
    fn of(keys: &'a [Key], own: &Counted<'a>, other: &Counted<'_>, base: &Counted<'_>) -> Self {
        let mut seen = BTreeSet::new();
        let entries = keys.iter().filter(|key| seen.insert(*key)).filter_map(|key| Some((key, own.get(key)?)));
        let is_fresh = |(key, (n, entry)): &(&Key, &(usize, &FieldValue))| {
            let says_so = |side: &Counted<'_>, least: usize| side.get(key).is_some_and(|(count, it)| it == entry && *count >= least);
            !says_so(other, 1) && !says_so(base, *n)
        };
        let entries: Vec<Entry<'a>> = entries.filter(is_fresh).map(|(key, (_, entry))| (key, *entry)).collect();
        let mut corrections: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, (_, entry)) in entries.iter().enumerate() {
            if let Some(id) = replaces(entry) {
                corrections.entry(id).or_default().push(at);
            }
        }
        Self {
            by_id: entries.iter().filter_map(|entry| Some((id(entry.1)?, *entry))).collect(),
            entries,
            corrections,
        }
    }

    /// What corrects a check-in, and what corrects that in its turn.
    fn following(&self, corrected: &str) -> Vec<Entry<'a>> {
        let (mut open, mut found) = (vec![corrected], BTreeSet::new());
        while let Some(one) = open.pop() {
            for at in self.corrections.get(one).into_iter().flatten() {
                if found.insert(*at) {
                    open.extend(self.entries.get(*at).and_then(|(_, entry)| id(entry)));
                }
            }
        }
        found.into_iter().filter_map(|at| self.entries.get(at).copied()).collect()
    }
}

/// Who put something in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum From {
    Ours,
    Theirs,
    Both,
}

/// Entries without an id that both sides took out, one by one.
fn gone<'a>(base: &[Key], sides: &Three<Counted<'a>>) -> Vec<&'a FieldValue> {
    let mut left: BTreeMap<&Key, usize> = BTreeMap::new();
    let mut gone = Vec::new();
    for key in base {
        let Some((n, entry)) = sides.base.get(key).copied() else { continue };
        let count = |side: &Counted<'_>| side.get(key).map_or(0, |(n, _)| *n);
        let left = left
            .entry(key)
            .or_insert_with(|| n.saturating_sub(count(&sides.ours).max(count(&sides.theirs))));
        if matches!(key, Key::Text(_)) && replaces(entry).is_none() && *left > 0 && !day(entry).is_empty() {
            *left -= 1;
            gone.push(entry);
        }
    }
    gone
}

/// Entries that both took out, and where among what was put in is all that may have been one of them.
struct Case<'a> {
    /// The day of the first of them.
    day: &'a str,
    gone: Vec<&'a FieldValue>,
    put_in: BTreeSet<usize>,
}

/// An entry that was put in may have been one of the same day, or one that says the same of another day. Which it was nobody wrote
/// down, so what may have been one of several brings these into one case: apart, one of them would be settled and the other count.
fn cases<'a>(gone: &[&'a FieldValue], put_in: &[(From, Entry<'_>)]) -> Vec<Case<'a>> {
    // All by their marks: a day, or a text without the day.
    let marks = |entry: &FieldValue| [format!("on {}", day(entry)), without_day(entry).canonical()];
    let gone_marks: Vec<[String; 2]> = gone.iter().map(|entry| marks(entry)).collect();
    let put_in_marks: Vec<[String; 2]> = put_in.iter().map(|(_, (_, entry))| marks(entry)).collect();
    let (gone_by_mark, put_in_by_mark) = (by_mark(&gone_marks), by_mark(&put_in_marks));
    let (mut settled, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut cases = Vec::new();
    for (entry, own) in gone.iter().zip(&gone_marks) {
        let mut open: Vec<&String> = own.first().into_iter().collect();
        let (mut of, mut found) = (BTreeSet::new(), BTreeSet::new());
        while let Some(mark) = open.pop() {
            let Some(here) = gone_by_mark.get(mark).filter(|_| seen.insert(mark)) else {
                continue;
            };
            let new = put_in_by_mark.get(mark).map_or(&[][..], Vec::as_slice);
            // What was taken out is of one case by its day, and by its text only where that was put in.
            if !new.is_empty() || mark.starts_with("on ") {
                of.extend(here.iter().copied().filter(|at| settled.insert(*at)));
                open.extend(here.iter().filter_map(|at| gone_marks.get(*at)).flatten());
            }
            found.extend(new.iter().copied());
            open.extend(new.iter().filter_map(|at| put_in_marks.get(*at)).flatten());
        }
        if !of.is_empty() {
            cases.push(Case {
                day: day(entry),
                gone: of.into_iter().filter_map(|at| gone.get(at).copied()).collect(),
                put_in: found,
            });
        }
    }
    cases
}

fn by_mark(marks: &[[String; 2]]) -> BTreeMap<&String, Vec<usize>> {
    let mut found: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate().flat_map(|(at, marks)| marks.iter().map(move |mark| (at, mark))) {
        found.entry(mark).or_default().push(at);
    }
    found
}

fn id(entry: &FieldValue) -> Option<&str> {
    entry.get("id").and_then(FieldValue::text)
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
