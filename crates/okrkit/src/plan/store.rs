//! Where a plan keeps its objectives: in chunks that plans share, each with the rows that evaluation reads.

use std::sync::Arc;

use super::columns::Columns;
use super::row::{Row, Rows};
use super::{CheckIn, Objective};
use crate::time::Date;

/// How many objectives share a chunk, and how many chunks a group: an edit of one objective copies its chunk, its group and the
/// list of groups, and not the plan.
const CHUNK: usize = 32;
const GROUP: usize = 64;

/// An objective with what evaluation reads of its key results.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) objective: Objective,
    pub(super) rows: Rows,
}

/// Some objectives that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    objectives: Vec<Arc<Stored>>,
    pub(crate) columns: Columns,
}

impl Chunk {
    pub(crate) fn n_objectives(&self) -> usize {
        self.objectives.len()
    }

    pub(crate) fn objective(&self, at: usize) -> Option<&Objective> {
        self.objectives.get(at).map(|stored| &stored.objective)
    }

    pub(crate) fn row(&self, at: usize, within: usize) -> Option<Row<'_>> {
        self.objectives.get(at)?.rows.get(within)
    }

    pub(crate) fn n_key_results(&self) -> usize {
        self.columns.cells().len()
    }
}

/// Room for one more, and for a quarter: most lists of check-ins are short, a plan has very many, and twice as many would take more
/// memory from afar.
pub(super) fn make_room<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() {
        list.reserve_exact(1 + list.len() / 4);
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

impl Store {
    /// Of objectives, each with the first and last day of its cycle.
    pub(super) fn new(objectives: impl Iterator<Item = (Objective, (Date, Date))>) -> Self {
        let mut objectives = objectives.peekable();
        let mut chunks = Vec::new();
        while objectives.peek().is_some() {
            let mut chunk = Chunk {
                objectives: Vec::with_capacity(CHUNK),
                columns: Columns::default(),
            };
            for (objective, cycle) in objectives.by_ref().take(CHUNK) {
                let rows = Rows::new(&objective.key_results);
                chunk.columns.push(&objective, &rows, cycle);
                chunk.objectives.push(Arc::new(Stored { objective, rows }));
            }
            chunk.columns.shrink();
            chunks.push(Arc::new(chunk));
        }
        let groups = chunks.chunks(GROUP).map(Arc::from);
        Self { groups: groups.collect() }
    }

    pub(super) fn chunks(&self) -> impl Iterator<Item = &Chunk> + Clone {
        self.groups.iter().flat_map(|group| group.iter()).map(AsRef::as_ref)
    }

    pub(super) fn objectives(&self) -> impl Iterator<Item = &Objective> {
        self.chunks().flat_map(|chunk| &chunk.objectives).map(|stored| &stored.objective)
    }

    /// The chunk of an objective, and its place there.
    pub(super) fn chunk_of(&self, objective: usize) -> Option<(&Chunk, usize)> {
        let chunk = objective / CHUNK;
        let chunk = self.groups.get(chunk / GROUP)?.get(chunk % GROUP)?;
        Some((chunk, objective % CHUNK))
    }

    pub(super) fn get(&self, objective: usize) -> Option<&Stored> {
        let (chunk, at) = self.chunk_of(objective)?;
        chunk.objectives.get(at).map(AsRef::as_ref)
    }

    /// Adds a check-in to a key result. What other plans share is copied before.
    pub(super) fn check_in(&mut self, objective: usize, within: usize, check_in: CheckIn) {
        let (chunk, at) = (objective / CHUNK, objective % CHUNK);
        let group = Arc::make_mut(&mut self.groups).get_mut(chunk / GROUP);
        let Some(chunk) = group.and_then(|group| Arc::make_mut(group).get_mut(chunk % GROUP)) else {
            return;
        };
        let chunk = Arc::make_mut(chunk);
        let Some(stored) = chunk.objectives.get_mut(at) else { return };
        let stored = Arc::make_mut(stored);
        let Some(key_result) = stored.objective.key_results.get_mut(within) else {
            return;
        };
        stored.rows.check_in(within, &check_in);
        make_room(&mut key_result.check_ins);
        key_result.check_ins.push(check_in);
        chunk.columns.renew(at, within, stored.rows.get(within));
    }

    /// The places of the objectives that are not the very ones of another store of as many.
    pub(super) fn differing<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = usize> + 's {
        let groups = self.groups.iter().zip(other.groups.iter()).enumerate();
        let groups = groups.filter(|(_, (one, other))| !Arc::ptr_eq(one, other));
        let chunks = groups.flat_map(|(at, (one, other))| one.iter().zip(other.iter()).enumerate().map(move |(within, pair)| (at * GROUP + within, pair)));
        let chunks = chunks.filter(|(_, (one, other))| !Arc::ptr_eq(one, other));
        let objectives = chunks.flat_map(|(at, (one, other))| {
            one.objectives
                .iter()
                .zip(&other.objectives)
                .enumerate()
                .map(move |(within, pair)| (at * CHUNK + within, pair))
        });
        objectives.filter(|(_, (one, other))| !Arc::ptr_eq(one, other)).map(|(at, _)| at)
    }
}
