//! The order of lists: what stayed, and what was put in between.

/// Which of a sequence of places can stay as they are while the others are moved: the most that rise, from the front.
///
/// Takes O(n log n).
pub(super) fn rising(places: &[usize]) -> Vec<bool> {
    // Of the rising runs of each length, the index of the one with the least end; and what came before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end).is_some_and(|end| end < place));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(stays) = stays.get_mut(at) {
            *stays = true;
        }
        next = before.get(at).copied().flatten();
    }
    stays
}

/// A list with others put in, each at its place in the result. What has a place beyond the end comes last.
pub(super) fn weave<T>(kept: Vec<T>, mut added: Vec<(usize, T)>) -> Vec<T> {
    added.sort_by_key(|(at, _)| *at);
    let mut out = Vec::with_capacity(kept.len() + added.len());
    let mut kept = kept.into_iter();
    for (at, item) in added {
        let missing = at.saturating_sub(out.len());
        out.extend(kept.by_ref().take(missing));
        out.push(item);
    }
    out.extend(kept);
    out
}
