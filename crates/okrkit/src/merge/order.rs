//! The order of a merged list whose items have ids.

use std::collections::{BTreeMap, BTreeSet};

use super::Three;

/// A merged order, and whether both sides changed it and not alike.
pub(super) struct Order<K> {
    pub(super) keys: Vec<K>,
    pub(super) is_conflict: bool,
}

/// The items of `members` in a merged order: those from before as the side has them that changed their order; what a side added
/// right after what stands before it on that side, and of several additions at one place in rising order where that is free.
///
/// Lists have every key once. Members that are in none of them come last.
pub(super) fn merged<K: Ord + Clone>(lists: Three<&[K]>, members: &BTreeSet<K>) -> Order<K> {
    let lists = lists.map(|list| list.iter().filter(|key| members.contains(*key)).collect::<Vec<&K>>());
    let Three { base, ours, theirs } = lists;
    let place: BTreeMap<&K, usize> = base.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let core = |list: &[&K]| -> Vec<usize> { list.iter().filter_map(|key| place.get(*key).copied()).collect() };
    let (ours_core, theirs_core) = (core(&ours), core(&theirs));
    let (is_ours_kept, is_theirs_kept) = (ours_core.is_sorted(), theirs_core.is_sorted());
    let is_conflict = !is_ours_kept && !is_theirs_kept && ours_core != theirs_core;
    let kept = if is_ours_kept { theirs_core } else { ours_core };

    // What the leading side no longer has comes after what stood before it.
    let leading: BTreeSet<usize> = kept.iter().copied().collect();
    let mut behind: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut last = None;
    for at in 0..base.len() {
        if leading.contains(&at) {
            last = Some(at);
        } else {
            behind.entry(last).or_default().push(at);
        }
    }
    let mut old: Vec<usize> = behind.remove(&None).unwrap_or_default();
    for at in kept {
        old.push(at);
        old.extend(behind.remove(&Some(at)).into_iter().flatten());
    }

    let ours = anchored(&ours, &place);
    let theirs = anchored(&theirs, &place);
    let mut keys: Vec<K> = Vec::with_capacity(members.len());
    let mut put: BTreeSet<&K> = BTreeSet::new();
    for anchor in std::iter::once(None).chain(old.into_iter().map(Some)) {
        if let Some(key) = anchor.and_then(|at| base.get(at)).filter(|key| put.insert(key)) {
            keys.push((*key).clone());
        }
        let [ours, theirs] = [&ours, &theirs].map(|side| side.get(&anchor).map_or(&[][..], Vec::as_slice));
        for key in zipped(ours, theirs) {
            if put.insert(key) {
                keys.push(key.clone());
            }
        }
    }
    keys.extend(members.iter().filter(|key| !put.contains(key)).cloned());
    Order { keys, is_conflict }
}

/// What a side added, by what stands before it.
fn anchored<'k, K: Ord>(list: &[&'k K], place: &BTreeMap<&K, usize>) -> BTreeMap<Option<usize>, Vec<&'k K>> {
    let mut added: BTreeMap<Option<usize>, Vec<&'k K>> = BTreeMap::new();
    let mut anchor = None;
    for key in list {
        match place.get(*key) {
            Some(at) => anchor = Some(*at),
            None => added.entry(anchor).or_default().push(key),
        }
    }
    added
}

/// Two sequences as one that keeps the order of each: of the two that are next, the lesser one first, and equal ones once.
pub(super) fn zipped<T: Ord + Copy>(ours: &[T], theirs: &[T]) -> Vec<T> {
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    let mut out = Vec::with_capacity(ours.len() + theirs.len());
    loop {
        let next = match (ours.peek(), theirs.peek()) {
            (Some(own), Some(other)) if other < own => theirs.next(),
            (Some(own), Some(other)) if other == own => theirs.next().and(ours.next()),
            (Some(_), _) => ours.next(),
            (None, _) => theirs.next(),
        };
        match next {
            Some(next) => out.push(*next),
            None => return out,
        }
    }
}
