//! Two plans held against each other.

use std::collections::{BTreeMap, VecDeque};

use super::order::rising;
use super::{Change, FieldValue, Flat, List, Of, is_log};
use crate::wire::escape;

pub(super) fn changes(before: &Flat, after: &Flat) -> Vec<Change> {
    let mut sides = Sides {
        before,
        after,
        places: before
            .lists
            .iter()
            .flat_map(|(list, order)| order.iter().enumerate().map(move |(at, of)| (of, (list, at))))
            .collect(),
        changes: Vec::new(),
    };
    sides.fields(&Of::Plan);
    for list in List::OF_PLAN {
        sides.list(&list);
    }
    sides.changes
}

struct Sides<'a> {
    before: &'a Flat,
    after: &'a Flat,
    /// Where each thing stood before.
    places: BTreeMap<&'a Of, (&'a List, usize)>,
    changes: Vec<Change>,
}

impl Sides<'_> {
    fn list(&mut self, list: &List) {
        let (before, after) = (self.before, self.after);
        let order = after.list(list);
        let objective = || list.objective().map(str::to_owned);
        let was_here = |of: &Of| self.places.get(of).filter(|(home, _)| *home == list).map(|(_, at)| *at);
        let places: Vec<usize> = order.iter().filter_map(was_here).collect();
        let mut stays = rising(&places).into_iter();
        let stays: Vec<bool> = order.iter().map(|of| was_here(of).is_some() && stays.next().unwrap_or_default()).collect();
        for ((at, of), stays) in order.iter().enumerate().zip(stays) {
            match (self.places.get(of), stays) {
                (None, _) => self.changes.push(Change::Added {
                    of: of.clone(),
                    objective: objective(),
                    at,
                    value: after.things.get(of).cloned().unwrap_or_default(),
                }),
                (Some((home, _)), false) => {
                    self.changes.push(Change::Moved {
                        of: of.clone(),
                        from: home.objective().map(str::to_owned),
                        to: objective(),
                        at,
                    });
                    self.fields(of);
                }
                (Some(_), true) => self.fields(of),
            }
            if let Of::Objective(id) = of {
                self.list(&List::KeyResults(id.clone()));
            }
        }
        for (at, of) in before.list(list).iter().enumerate() {
            let Some(value) = before.things.get(of).filter(|_| !after.things.contains_key(of)) else {
                continue;
            };
            self.changes.push(Change::Removed {
                of: of.clone(),
                objective: objective(),
                at,
                value: value.clone(),
            });
            if let Of::Objective(id) = of {
                self.list(&List::KeyResults(id.clone()));
            }
        }
    }

    fn fields(&mut self, of: &Of) {
        let found = (self.before.things.get(of), self.after.things.get(of));
        Fields {
            of,
            changes: &mut self.changes,
        }
        .compare(&mut String::new(), "", found.0, found.1);
    }
}

struct Fields<'a> {
    of: &'a Of,
    changes: &'a mut Vec<Change>,
}

impl Fields<'_> {
    fn compare(&mut self, path: &mut String, name: &str, before: Option<&FieldValue>, after: Option<&FieldValue>) {
        if before == after {
            return;
        }
        match (before, after) {
            (Some(before), Some(after)) if before.is_object() && after.is_object() => {
                let (old, new) = (before.by_name(), after.by_name());
                let added = after.members().iter().filter(|(name, _)| !old.contains_key(name.as_str()));
                for (name, _) in before.members().iter().chain(added) {
                    let length = path.len();
                    path.push('/');
                    path.push_str(&escape(name));
                    self.compare(path, name, old.get(name.as_str()).copied(), new.get(name.as_str()).copied());
                    path.truncate(length);
                }
            }
            (before, after) if is_log(name) && [before, after].into_iter().flatten().all(FieldValue::is_list) => {
                self.entries(path, before.map_or(&[], FieldValue::items), after.map_or(&[], FieldValue::items));
            }
            (before, after) => self.changes.push(Change::Field {
                of: self.of.clone(),
                field: path.clone(),
                before: before.cloned(),
                after: after.cloned(),
            }),
        }
    }

    /// Entries are matched with equal ones; those whose order changed are taken out and put in again.
    fn entries(&mut self, path: &str, before: &[FieldValue], after: &[FieldValue]) {
        let same = before.iter().zip(after).take_while(|(before, after)| before == after).count();
        let (before, after) = (before.get(same..).unwrap_or_default(), after.get(same..).unwrap_or_default());
        let mut known: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, entry) in before.iter().enumerate() {
            known.entry(entry.canonical()).or_default().push_back(at);
        }
        let found: Vec<Option<usize>> = after
            .iter()
            .map(|entry| known.get_mut(&entry.canonical()).and_then(VecDeque::pop_front))
            .collect();
        let places: Vec<usize> = found.iter().copied().flatten().collect();
        let mut stays = rising(&places).into_iter();
        let mut is_kept = vec![false; before.len()];
        let mut is_new = vec![true; after.len()];
        for (found, is_new) in found.into_iter().zip(&mut is_new) {
            let Some(place) = found else { continue };
            if stays.next().unwrap_or_default() {
                *is_new = false;
                if let Some(kept) = is_kept.get_mut(place) {
                    *kept = true;
                }
            }
        }
        for ((at, entry), _) in before.iter().enumerate().zip(is_kept).filter(|(_, kept)| !kept) {
            self.changes.push(Change::EntryRemoved {
                of: self.of.clone(),
                field: path.to_owned(),
                at: same + at,
                entry: entry.clone(),
            });
        }
        for ((at, entry), _) in after.iter().enumerate().zip(is_new).filter(|(_, is_new)| *is_new) {
            self.changes.push(Change::EntryAdded {
                of: self.of.clone(),
                field: path.to_owned(),
                at: same + at,
                entry: entry.clone(),
            });
        }
    }
}
