//! Where a plan keeps its objectives: in chunks that plans share, each with the rows that evaluation reads.

use std::sync::Arc;
use std::vec::Drain;

use super::Objective;
use super::columns::Columns;
use super::edit::{Placed, by_place};
use super::kept::{Keeping, Kept, Stored};
use super::row::Row;
use crate::time::Date;

/// How many objectives share a chunk, and how many chunks a group: an edit of one objective copies its chunk, its group and the
/// list of groups, and not the plan.
const CHUNK: usize = 32;
const GROUP: usize = 64;

/// Some objectives that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    kept: Arc<Kept>,
    /// Of each objective what stands in the place of the one that is kept, which other plans have too; none at all where nothing does.
    edited: Box<[Option<Arc<Stored>>]>,
    pub(crate) columns: Columns,
}

impl Chunk {
    pub(crate) fn n_objectives(&self) -> usize {
        self.kept.n_objectives()
    }

    pub(crate) fn objective(&self, at: usize) -> Option<&Objective> {
        self.get(at).map(|stored| &stored.objective)
    }

    pub(crate) fn row(&self, at: usize, within: usize) -> Option<Row<'_>> {
        self.get(at)?.rows.get(within)
    }

    pub(crate) fn n_key_results(&self) -> usize {
        self.columns.cells().len()
    }

    pub(super) fn text_kept(&self) -> usize {
        self.kept.text_len()
    }

    fn edited(&self, at: usize) -> Option<&Arc<Stored>> {
        self.edited.get(at)?.as_ref()
    }

    fn get(&self, at: usize) -> Option<&Stored> {
        self.edited(at).map(AsRef::as_ref).or_else(|| self.kept.get(at))
    }

    /// The id of an objective, at 0, and of its key results, from 1 on.
    fn id(&self, at: usize, within: usize) -> Option<&str> {
        self.kept.id(at, self.columns.begin(at), within)
    }

    /// Adds check-ins to key results of an objective, sorted by place.
    fn check_in(&mut self, at: usize, added: Drain<'_, Placed>) {
        let stored = match (self.edited.get_mut(at), Arc::get_mut(&mut self.kept)) {
            (Some(Some(stored)), _) => Arc::make_mut(stored),
            (_, Some(kept)) => match kept.get_mut(at) {
                Some(stored) => stored,
                None => return,
            },
            _ => {
                let Some(stored) = self.kept.get(at).cloned() else { return };
                if self.edited.is_empty() {
                    self.edited = vec![None; self.n_objectives()].into();
                }
                let Some(slot) = self.edited.get_mut(at) else { return };
                Arc::make_mut(slot.insert(Arc::new(stored)))
            }
        };
        stored.rows.check_in(added.as_slice());
        let touched = by_place(added.as_slice()).filter_map(<[_]>::first);
        self.columns.renew(at, touched.map(|((_, within), _)| (*within, stored.rows.get(*within))));
        for ((_, within), check_in) in added {
            let Some(key_result) = stored.objective.key_results.get_mut(within) else {
                continue;
            };
            make_room(&mut key_result.check_ins, 1);
            key_result.check_ins.push(check_in);
        }
    }

    /// Whether an objective is the very one of another chunk.
    fn is_same(&self, other: &Self, at: usize) -> bool {
        match (self.edited(at), other.edited(at)) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => Arc::ptr_eq(&self.kept, &other.kept),
            _ => false,
        }
    }
}

/// Room for some more, and for a quarter: most lists of check-ins are short, a plan has very many, and twice as many would take more
/// memory from afar.
pub(super) fn make_room<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more + list.len() / 4);
    }
}

type Group = Arc<[Arc<Chunk>]>;

/// The objectives of a plan. Cheap to clone; what is changed of a clone is copied, and the rest shared.
#[derive(Debug, Clone)]
pub(super) struct Store {
    // INVARIANT: every group but the last holds GROUP chunks and every chunk but the last CHUNK objectives, so that a place tells
    // its chunk.
    groups: Arc<[Group]>,
}

impl Default for Store {
    fn default() -> Self {
        Self { groups: Arc::new([]) }
    }
}

/// A store that is filled, objective by objective.
#[derive(Debug, Default)]
pub(super) struct Filling<'t> {
    chunks: Vec<Arc<Chunk>>,
    // Of the chunk at hand.
    keeping: Keeping<'t>,
    columns: Columns,
}

impl<'t> Filling<'t> {
    /// Adds an objective, with the first and last day of its cycle. Where there is a text that it was read from, and evaluation
    /// asks for nothing but its columns, the text is kept in its place, unless it takes more memory than the values.
    pub(super) fn push(&mut self, objective: Objective, cycle: (Date, Date), text: Option<&'t str>) {
        let stored = Stored::of(objective);
        self.columns.push(&stored.objective, &stored.rows, cycle);
        let is_told = self.columns.facts().last().is_some_and(|facts| facts.is_plain && !facts.is_guarded);
        let most = stored.size();
        self.keeping.push(stored, text.filter(|text| is_told && text.len() <= most));
        if self.keeping.n_objectives() == CHUNK {
            self.end_chunk();
        }
    }

    fn end_chunk(&mut self) {
        self.chunks.push(Arc::new(Chunk {
            kept: Arc::new(self.keeping.take()),
            edited: Box::default(),
            columns: self.columns.take(),
        }));
    }

    pub(super) fn finish(mut self) -> Store {
        if self.keeping.n_objectives() > 0 {
            self.end_chunk();
        }
        let groups = self.chunks.chunks(GROUP).map(Arc::from);
        Store { groups: groups.collect() }
    }
}

impl Store {
    pub(super) fn chunks(&self) -> impl Iterator<Item = &Chunk> + Clone {
        self.groups.iter().flat_map(|group| group.iter()).map(AsRef::as_ref)
    }

    pub(super) fn objectives(&self) -> impl Iterator<Item = &Objective> {
        let places = self.chunks().flat_map(|chunk| (0..chunk.n_objectives()).map(move |at| (chunk, at)));
        places.filter_map(|(chunk, at)| chunk.objective(at))
    }

    /// The chunk of an objective, and its place there.
    pub(super) fn chunk_of(&self, objective: usize) -> Option<(&Chunk, usize)> {
        let chunk = objective / CHUNK;
        let chunk = self.groups.get(chunk / GROUP)?.get(chunk % GROUP)?;
        Some((chunk, objective % CHUNK))
    }

    pub(super) fn get(&self, objective: usize) -> Option<&Stored> {
        let (chunk, at) = self.chunk_of(objective)?;
        chunk.get(at)
    }

    /// The id of an objective, at 0, and of its key results, from 1 on. Empty where there is none.
    pub(super) fn id(&self, objective: usize, within: usize) -> &str {
        self.chunk_of(objective).and_then(|(chunk, at)| chunk.id(at, within)).unwrap_or_default()
    }

    /// Adds check-ins to key results of an objective, sorted by place. What other plans share is copied before.
    pub(super) fn check_in(&mut self, objective: usize, added: Drain<'_, Placed>) {
        let (chunk, at) = (objective / CHUNK, objective % CHUNK);
        let group = Arc::make_mut(&mut self.groups).get_mut(chunk / GROUP);
        let Some(chunk) = group.and_then(|group| Arc::make_mut(group).get_mut(chunk % GROUP)) else {
            return;
        };
        Arc::make_mut(chunk).check_in(at, added);
    }

    /// The places of the objectives that are not the very ones of another store of as many.
    pub(super) fn differing<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = usize> + 's {
        let groups = self.groups.iter().zip(other.groups.iter()).enumerate();
        let groups = groups.filter(|(_, (one, other))| !Arc::ptr_eq(one, other));
        let chunks = groups.flat_map(|(at, (one, other))| one.iter().zip(other.iter()).enumerate().map(move |(within, pair)| (at * GROUP + within, pair)));
        let chunks = chunks.filter(|(_, (one, other))| !Arc::ptr_eq(one, other));
        chunks.flat_map(|(at, (one, other))| {
            (0..one.n_objectives())
                .filter(move |within| !one.is_same(other, *within))
                .map(move |within| at * CHUNK + within)
        })
    }

    /// Of how many objectives there are values.
    #[cfg(test)]
    pub(super) fn n_made(&self) -> usize {
        self.chunks().map(|chunk| chunk.kept.n_made()).sum()
    }

    /// Whether this is another store, of which nothing was changed since.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.groups, &other.groups)
    }
}
