//! Fields, one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Conflict, Taken, Three, logs, order};
use crate::diff::{FieldValue, Of, is_log};
use crate::wire::escape;

/// Fields of one object that exclude each other: set on both sides they are in conflict, not both.
const EXCLUSIVE: [(&str, &str); 2] = [("weight", "share"), ("percent", "amount")];

/// Merges the fields of one thing.
pub(super) struct Fields<'a> {
    pub(super) of: &'a Of,
    pub(super) conflicts: &'a mut Vec<Conflict>,
}

type Values<'v> = Three<Option<&'v FieldValue>>;

impl Fields<'_> {
    /// What comes of a value at a path, in a field of a name; the thing itself has neither.
    pub(super) fn merged(&mut self, path: &str, name: &str, three: Values<'_>) -> Option<FieldValue> {
        if let Some(agreed) = three.agreed() {
            return agreed.cloned();
        }
        let all = |is: fn(&FieldValue) -> bool| three.each().into_iter().flatten().all(is);
        if let (Some(ours), Some(theirs)) = (three.ours, three.theirs)
            && all(FieldValue::is_object)
            && (name.is_empty() || ours.get("kind") == theirs.get("kind"))
        {
            return Some(self.object(path, name, three, [ours, theirs]));
        }
        if all(FieldValue::is_list) {
            let lists = three.map(|list| list.map_or(&[][..], FieldValue::items));
            if is_log(name) {
                return Some(FieldValue::List(logs::merged(self.of, path, lists, self.conflicts)));
            }
            if let Some(merged) = self.keyed(path, name, lists) {
                return Some(FieldValue::List(merged));
            }
        }
        self.conflicts.push(three.conflict(self.of, path, Taken::Ours));
        three.ours.cloned()
    }

    fn object(&mut self, path: &str, name: &str, three: Values<'_>, [ours, theirs]: [&FieldValue; 2]) -> FieldValue {
        // Fields of a measure of another kind say nothing about these.
        let base = three.base.filter(|base| name.is_empty() || base.get("kind") == ours.get("kind"));
        let named = Three {
            base: base.map(FieldValue::by_name).unwrap_or_default(),
            ours: ours.by_name(),
            theirs: theirs.by_name(),
        };
        let is_known = |member: &str| named.ours.contains_key(member) || named.theirs.contains_key(member);
        let removed = base.into_iter().flat_map(FieldValue::members).filter(|(member, _)| !is_known(member));
        let added = theirs.members().iter().filter(|(member, _)| !named.ours.contains_key(member.as_str()));
        let mut members = Vec::new();
        for (member, _) in ours.members().iter().chain(added).chain(removed) {
            let inner = Three {
                base: named.base.get(member.as_str()).copied(),
                ours: named.ours.get(member.as_str()).copied(),
                theirs: named.theirs.get(member.as_str()).copied(),
            };
            let merged = self.merged(&format!("{path}/{}", escape(member)), member, inner);
            members.extend(merged.map(|merged| (member.clone(), merged)));
        }
        let mut out = FieldValue::Object(members);
        for (one, other) in EXCLUSIVE {
            let has_both = |value: &FieldValue| value.get(one).is_some() && value.get(other).is_some();
            if has_both(&out) && !has_both(ours) && !has_both(theirs) {
                let pair = |value: &FieldValue| {
                    let given = [one, other].into_iter().filter_map(|name| Some((name.to_owned(), value.get(name)?.clone())));
                    FieldValue::Object(given.collect())
                };
                let (before, own, other_side) = (base.map(pair), pair(ours), pair(theirs));
                let three = Three {
                    base: before.as_ref(),
                    ours: Some(&own),
                    theirs: Some(&other_side),
                };
                self.conflicts.push(three.conflict(self.of, &format!("{path}/{one}"), Taken::Ours));
                out.put(one, ours.get(one).cloned());
                out.put(other, ours.get(other).cloned());
            }
        }
        out
    }

    /// A list whose items have names of their own. `None` where it is no such list.
    fn keyed(&mut self, path: &str, name: &str, lists: Three<&[FieldValue]>) -> Option<Vec<FieldValue>> {
        let key = |item: &FieldValue| -> Option<String> {
            match name {
                "owners" => item.get("who")?.text().map(str::to_owned),
                "steps" => item.get("id")?.text().map(str::to_owned),
                "guardrails" => item.text().map(str::to_owned),
                _ => None,
            }
        };
        let keys = lists.map(|list| list.iter().map(key).collect::<Option<Vec<_>>>());
        let keys = Three {
            base: keys.base?,
            ours: keys.ours?,
            theirs: keys.theirs?,
        };
        let by_key = |keys: &[String], items: &'_ [FieldValue]| -> Option<BTreeMap<String, FieldValue>> {
            let map: BTreeMap<String, FieldValue> = keys.iter().cloned().zip(items.iter().cloned()).collect();
            (map.len() == keys.len()).then_some(map)
        };
        let items = Three {
            base: by_key(&keys.base, lists.base)?,
            ours: by_key(&keys.ours, lists.ours)?,
            theirs: by_key(&keys.theirs, lists.theirs)?,
        };
        let mut merged: BTreeMap<String, FieldValue> = BTreeMap::new();
        for key in items.base.keys().chain(items.ours.keys()).chain(items.theirs.keys()).collect::<BTreeSet<_>>() {
            let three = Three {
                base: items.base.get(key),
                ours: items.ours.get(key),
                theirs: items.theirs.get(key),
            };
            let found = present(self.of, &format!("{path}/{}", escape(key)), three, self.conflicts, |path, conflicts| {
                Fields { of: self.of, conflicts }.merged(path, "", three)
            });
            merged.extend(found.map(|found| (key.clone(), found)));
        }
        let members = merged.keys().cloned().collect();
        let lists = Three {
            base: keys.base.as_slice(),
            ours: keys.ours.as_slice(),
            theirs: keys.theirs.as_slice(),
        };
        let order = order::merged(lists, &members);
        if order.is_conflict {
            let told = lists.map(|keys| FieldValue::List(keys.iter().cloned().map(FieldValue::Text).collect()));
            let three = Three {
                base: Some(&told.base),
                ours: Some(&told.ours),
                theirs: Some(&told.theirs),
            };
            self.conflicts.push(three.conflict(self.of, path, Taken::Ours));
        }
        Some(order.keys.iter().filter_map(|key| merged.remove(key)).collect())
    }
}

/// What comes of something that a side may have removed: gone where the other left it as it was, kept with a conflict where not.
pub(super) fn present(
    of: &Of,
    path: &str,
    three: Values<'_>,
    conflicts: &mut Vec<Conflict>,
    both: impl FnOnce(&str, &mut Vec<Conflict>) -> Option<FieldValue>,
) -> Option<FieldValue> {
    match (three.base, three.ours, three.theirs) {
        (_, Some(_), Some(_)) => both(path, conflicts),
        (Some(base), Some(left), None) | (Some(base), None, Some(left)) if base != left => {
            let taken = if three.ours.is_some() { Taken::Ours } else { Taken::Theirs };
            conflicts.push(three.conflict(of, path, taken));
            Some(left.clone())
        }
        (None, ours, theirs) => ours.or(theirs).cloned(),
        (Some(_), _, _) => None,
    }
}
