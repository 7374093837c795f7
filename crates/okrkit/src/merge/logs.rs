//! Lists of dated facts, united.

use std::collections::{BTreeMap, BTreeSet};

use super::order::{self, zipped};
use super::rivals::Rivals;
use super::{Conflict, Taken, Three};
use crate::diff::{FieldValue, Of};
use crate::wire::escape;

/// By what two entries are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Check-ins by their ids, which others name.
    Id(String),
    /// All else by what it says.
    Text(String),
}

impl Key {
    fn of(entry: &FieldValue) -> Self {
        match entry.get("id").and_then(FieldValue::text) {
            Some(id) => Self::Id(id.to_owned()),
            None => Self::Text(entry.canonical()),
        }
    }
}

/// The entries of one side: how often each is there, and what it says.
pub(super) type Counted<'a> = BTreeMap<Key, (usize, &'a FieldValue)>;

fn counted<'a>(entries: &'a [FieldValue], keys: &[Key]) -> Counted<'a> {
    let mut counted = Counted::new();
    for (entry, key) in entries.iter().zip(keys) {
        counted.entry(key.clone()).or_insert((0, entry)).0 += 1;
    }
    counted
}

/// The entries of both sides that one of them did not take out.
pub(super) fn merged(of: &Of, path: &str, lists: Three<&[FieldValue]>, conflicts: &mut Vec<Conflict>) -> Vec<FieldValue> {
    let keys = lists.map(|list| list.iter().map(Key::of).collect::<Vec<_>>());
    let sides = Three {
        base: counted(lists.base, &keys.base),
        ours: counted(lists.ours, &keys.ours),
        theirs: counted(lists.theirs, &keys.theirs),
    };
    let since = conflicts.len();
    let mut kept: Counted<'_> = Counted::new();
    let all: BTreeSet<&Key> = [&keys.base, &keys.ours, &keys.theirs].into_iter().flatten().collect();
    for key in all {
        let three = Three {
            base: sides.base.get(key).copied(),
            ours: sides.ours.get(key).copied(),
            theirs: sides.theirs.get(key).copied(),
        };
        let found = match key {
            Key::Id(id) => by_id(
                of,
                &format!("{path}/{}", escape(id)),
                three.map(|found| found.map(|(_, entry)| entry)),
                conflicts,
            )
            .map(|entry| (1, entry)),
            Key::Text(_) => by_text(three),
        };
        kept.extend(found.map(|found| (key.clone(), found)));
    }
    Rivals::of(of, path, &sides, &mut kept, conflicts, since).settle(&keys);
    restore(of, path, &sides, &mut kept, conflicts);
    in_order(of, path, &keys, &kept, conflicts)
}

/// A check-in that has an id.
fn by_id<'a>(of: &Of, path: &str, three: Three<Option<&'a FieldValue>>, conflicts: &mut Vec<Conflict>) -> Option<&'a FieldValue> {
    if let Some(agreed) = three.agreed() {
        return agreed;
    }
    // Where one side took it out and the other changed it, it stays.
    let taken = if three.ours.is_some() { Taken::Ours } else { Taken::Theirs };
    conflicts.push(three.conflict(of, path, taken));
    three.ours.or(three.theirs)
}

/// An entry that is what it says: as often as the side has it that changed that, and where both did, as often as it is on either.
fn by_text(three: Three<Option<(usize, &FieldValue)>>) -> Option<(usize, &FieldValue)> {
    let counts = three.map(|found| found.map_or(0, |(count, _)| count));
    let count = counts.agreed().unwrap_or(counts.ours.max(counts.theirs));
    let entry = three.each().into_iter().flatten().map(|(_, entry)| entry).next()?;
    (count > 0).then_some((count, entry))
}

/// Puts back what one side took out and a correction of the other names.
fn restore<'a>(of: &Of, path: &str, sides: &Three<Counted<'a>>, kept: &mut Counted<'a>, conflicts: &mut Vec<Conflict>) {
    let named = |entry: &FieldValue| entry.get("replaces").and_then(FieldValue::text).map(|id| Key::Id(id.to_owned()));
    let mut wanted: Vec<Key> = kept.values().filter_map(|(_, entry)| named(entry)).collect();
    while let Some(key) = wanted.pop() {
        let Some(found @ (_, entry)) = sides.base.get(&key).copied().filter(|_| !kept.contains_key(&key)) else {
            continue;
        };
        if let Key::Id(id) = &key {
            let value = |side: &Counted<'a>| side.get(&key).map(|(_, entry)| *entry);
            let three = Three {
                base: value(&sides.base),
                ours: value(&sides.ours),
                theirs: value(&sides.theirs),
            };
            conflicts.push(three.conflict(of, &format!("{path}/{}", escape(id)), Taken::Base));
        }
        wanted.extend(named(entry));
        kept.insert(key, found);
    }
}

/// What was there before in its old order, or in that of the side which changed it; then what was added: each side's additions in
/// their order, by day and text.
fn in_order(of: &Of, path: &str, keys: &Three<Vec<Key>>, kept: &Counted<'_>, conflicts: &mut Vec<Conflict>) -> Vec<FieldValue> {
    let numbered = Three {
        base: numbered(&keys.base),
        ours: numbered(&keys.ours),
        theirs: numbered(&keys.theirs),
    };
    let before: BTreeSet<(&Key, usize)> = numbered.base.iter().copied().collect();
    let count = |key: &Key| kept.get(key).map_or(0, |(count, _)| *count);
    let core = before.iter().copied().filter(|(key, n)| *n < count(key)).collect();
    let lists = Three {
        base: numbered.base.as_slice(),
        ours: numbered.ours.as_slice(),
        theirs: numbered.theirs.as_slice(),
    };
    let [ours, theirs] = [lists.ours, lists.theirs].map(|list| list.iter().copied().filter(|one| before.contains(one)).collect::<Vec<_>>());
    let order = order::merged(
        Three {
            base: lists.base,
            ours: &ours,
            theirs: &theirs,
        },
        &core,
    );
    if order.is_conflict {
        let told = lists.map(|list| {
            let entries = list.iter().filter_map(|(key, _)| kept.get(*key)).map(|(_, entry)| (*entry).clone());
            FieldValue::List(entries.collect())
        });
        let three = Three {
            base: Some(&told.base),
            ours: Some(&told.ours),
            theirs: Some(&told.theirs),
        };
        conflicts.push(three.conflict(of, path, Taken::Ours));
    }
    let mut left: BTreeMap<&Key, usize> = kept.iter().map(|(key, (count, _))| (key, *count)).collect();
    let mut out = Vec::new();
    let mut put = |key: &Key| {
        if let (Some(left), Some((_, entry))) = (left.get_mut(key).filter(|left| **left > 0), kept.get(key)) {
            *left -= 1;
            out.push((*entry).clone());
        }
    };
    order.keys.iter().for_each(|(key, _)| put(key));
    // Day and text are what is compared; the key comes along.
    let ranked = |list: &[(&Key, usize)]| -> Vec<(String, String, Key)> {
        let added = list.iter().filter(|one| !before.contains(one));
        let entries = added.filter_map(|(key, _)| Some((*key, kept.get(*key)?.1)));
        entries.map(|(key, entry)| (day(entry).to_owned(), entry.canonical(), key.clone())).collect()
    };
    let (ours, theirs) = (ranked(lists.ours), ranked(lists.theirs));
    let (ours, theirs): (Vec<_>, Vec<_>) = (ours.iter().collect(), theirs.iter().collect());
    for (_, _, key) in zipped(&ours, &theirs) {
        put(key);
    }
    out
}

/// Each key with how often it stood there before.
fn numbered(keys: &[Key]) -> Vec<(&Key, usize)> {
    let mut seen: BTreeMap<&Key, usize> = BTreeMap::new();
    let number = |key| {
        let n = seen.entry(key).or_default();
        *n += 1;
        (key, *n - 1)
    };
    keys.iter().map(number).collect()
}

/// The day of an entry; a decision has the one on which it is due.
pub(super) fn day(entry: &FieldValue) -> &str {
    let day = entry.get("on").or_else(|| entry.get("due"));
    day.and_then(FieldValue::text).unwrap_or_default()
}
