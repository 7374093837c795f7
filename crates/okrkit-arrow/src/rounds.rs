//! Rows on their way to their objectives, in rounds of two steps.
//!
//! First the keys of rows are hashed, and each row is put on the list of the part that its hash belongs to; there are as many parts as
//! threads. Then each part takes the rows of its list, so threads share rows in the first step and objectives in the second, and sums
//! run in the order of the rows.
//!
//! Where there are more objectives than fit into memory near the processor, the second step waits for memory several times a row. So a
//! block of rows goes through each kind of look-up together: what its rows ask for is on its way at the same time.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use okrkit::{PartialObjective, PartialScore, RowKeyResult, RowRules, RowShare};

use crate::column::row;
use crate::keys::{Hasher, Key};
use crate::rows::Rows;
use crate::scoring::Part;

/// As many rows are a round of several threads: starting them costs little beside it.
pub(crate) const ROUND: usize = 1 << 18;

/// Below so many rows, starting threads costs more than they save.
const WORTH_THREADS: usize = 1 << 17;

/// As many rows are listed in one go: what is noted of them stays near the processor.
const PIECE: usize = 1 << 12;

/// More threads than a round has pieces would have nothing to do.
pub(crate) const MOST_THREADS: usize = ROUND / PIECE;

/// How many rows go through each kind of look-up together.
const BLOCK: usize = 256;

/// The sums of an objective.
pub(crate) trait Sums: Copy + Send {
    /// What a row adds.
    type Share: Copy + Send + Sync;

    fn share(rules: &RowRules, row: &RowKeyResult) -> Self::Share;

    /// An objective of which this is the first row.
    fn begin(rows: &Rows, at: usize) -> Self;

    fn take(&mut self, share: &Self::Share);

    /// Those of a part.
    fn of(part: &mut Part) -> &mut Vec<Self>;
}

impl Sums for PartialScore {
    /// Weight and score; without weight it is none.
    type Share = (f64, f64);

    #[inline]
    fn share(rules: &RowRules, row: &RowKeyResult) -> Self::Share {
        rules.member_score(row).unwrap_or_default()
    }

    fn begin(_: &Rows, _: usize) -> Self {
        Self::default()
    }

    #[inline]
    fn take(&mut self, (weight, score): &Self::Share) {
        if *weight > 0.0 {
            self.add(*weight, *score);
        }
    }

    fn of(part: &mut Part) -> &mut Vec<Self> {
        &mut part.scores
    }
}

impl Sums for PartialObjective {
    type Share = RowShare;

    #[inline]
    fn share(rules: &RowRules, row: &RowKeyResult) -> RowShare {
        rules.share(row)
    }

    fn begin(rows: &Rows, at: usize) -> Self {
        let ambition = rows.get(at).map(|row| row.ambition).unwrap_or_default();
        Self::new(ambition, rows.objective_stage(at))
    }

    #[inline]
    fn take(&mut self, share: &RowShare) {
        self.add(share);
    }

    fn of(part: &mut Part) -> &mut Vec<Self> {
        &mut part.objectives
    }
}

/// Some rows of a batch.
#[derive(Debug, Clone)]
struct Piece<'a> {
    /// The number of the batch among those that wait.
    nth: usize,
    rows: &'a Rows,
    range: Range<usize>,
    /// Of each place of a dictionary the hash of its text; empty where there is none.
    hashes: &'a [u32],
}

/// Rows of a piece that belong to a part: the hash of the key, and the number within the piece.
type List = Vec<(u32, u32)>;

/// What a part notes while rows are put to it.
#[derive(Debug, Default)]
struct Desk {
    /// The batch whose dictionary it is.
    nth: Option<usize>,
    /// Of each place of a dictionary the group, counted from 1: 0 until a row brings it.
    known: Vec<u32>,
    /// Of each row of a block the group that its key probably is, and where the text of that one lies.
    guesses: Vec<Option<u32>>,
    ranges: Vec<Range<usize>>,
    /// Number of a row within the batch, and its group.
    found: Vec<(usize, u32)>,
}

/// What rows are put to their objectives by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) rules: &'a RowRules,
    pub(crate) hasher: &'a Hasher,
}

impl Work<'_> {
    /// Puts rows to their objectives, on as many threads as there are parts.
    pub(crate) fn put<S: Sums>(&self, waiting: &[Rows], parts: &mut [Part]) {
        let hashes: Vec<Vec<u32>> = waiting.iter().map(|rows| self.hashes(rows)).collect();
        let pieces: Vec<Piece<'_>> = waiting
            .iter()
            .zip(&hashes)
            .enumerate()
            .flat_map(|(nth, (rows, hashes))| cut(nth, rows, hashes))
            .collect();
        let n: usize = waiting.iter().map(|rows| rows.len).sum();
        let is_shared = parts.len() > 1 && n >= WORTH_THREADS;
        let mut desks: Vec<Desk> = parts.iter().map(|_| Desk::default()).collect();
        for round in pieces.chunks(if is_shared { ROUND / PIECE } else { 1 }) {
            if is_shared {
                self.on_threads::<S>(round, parts, &mut desks);
                continue;
            }
            let lists: Vec<Vec<List>> = round.iter().map(|piece| self.list(piece, parts.len())).collect();
            for (at, (part, desk)) in parts.iter_mut().zip(&mut desks).enumerate() {
                self.take::<S>(part, desk, round.iter().zip(lists.iter().filter_map(|lists| lists.get(at))));
            }
        }
    }

    /// A round on several threads.
    fn on_threads<S: Sums>(&self, round: &[Piece<'_>], parts: &mut [Part], desks: &mut [Desk]) {
        let n = parts.len();
        let lists: Vec<Vec<List>> = thread::scope(|scope| {
            let per_thread = round.len().div_ceil(n).max(1);
            let list = |pieces: &[Piece<'_>]| -> Vec<Vec<List>> { pieces.iter().map(|piece| self.list(piece, n)).collect() };
            let running: Vec<_> = round.chunks(per_thread).map(|pieces| scope.spawn(move || list(pieces))).collect();
            let joined = running.into_iter().map(|thread| thread.join().unwrap_or_else(|payload| resume_unwind(payload)));
            joined.flatten().collect()
        });
        let lists = &lists;
        thread::scope(|scope| {
            for (at, (part, desk)) in parts.iter_mut().zip(desks).enumerate() {
                scope.spawn(move || self.take::<S>(part, desk, round.iter().zip(lists.iter().filter_map(|lists| lists.get(at)))));
            }
        });
    }

    /// Hashes each text of a dictionary once.
    fn hashes(&self, rows: &Rows) -> Vec<u32> {
        let Some(texts) = rows.key.dictionary() else { return Vec::new() };
        // What no row has may be null.
        (0..texts.len())
            .map(|at| self.hasher.hash(Key::Text(texts.get(at).unwrap_or_default())))
            .collect()
    }

    /// The first step: of some rows, for each part.
    fn list(&self, piece: &Piece<'_>, n_parts: usize) -> Vec<List> {
        let n = piece.range.len();
        let mut lists: Vec<List> = std::iter::repeat_with(|| Vec::with_capacity(n / n_parts + n / (8 * n_parts)))
            .take(n_parts)
            .collect();
        for (at, nth) in piece.range.clone().zip(0..) {
            let hash = match code(piece, at) {
                Some(place) => piece.hashes.get(place).copied(),
                None => piece.rows.key.get(at).map(|key| self.hasher.hash(key)),
            };
            // Every row was looked at, and has a key.
            if let Some(hash) = hash
                && let Some(list) = lists.get_mut(part_of(hash, n_parts))
            {
                list.push((hash, nth));
            }
        }
        lists
    }

    /// The second step: of one part.
    fn take<'a, S: Sums>(&self, part: &mut Part, desk: &mut Desk, lists: impl Iterator<Item = (&'a Piece<'a>, &'a List)>) {
        let mut shares: Vec<(S::Share, u32)> = Vec::with_capacity(BLOCK);
        for (piece, list) in lists {
            let rows = piece.rows;
            if !piece.hashes.is_empty() && desk.nth != Some(piece.nth) {
                desk.nth = Some(piece.nth);
                desk.known.clear();
                desk.known.resize(piece.hashes.len(), 0);
            }
            for block in list.chunks(BLOCK) {
                self.find::<S>(part, desk, piece, block);
                shares.clear();
                shares.extend(
                    desk.found
                        .iter()
                        .filter_map(|(at, group)| Some((S::share(self.rules, &rows.get(*at)?), *group))),
                );
                // Apart from the shares, for the same reason.
                let sums = S::of(part);
                for (share, group) in &shares {
                    if let Some(sums) = sums.get_mut(*group as usize) {
                        sums.take(share);
                    }
                }
            }
        }
    }

    /// Finds the groups of some rows of a piece, and begins those that are new. Each loop asks for memory of one kind, and does so little
    /// else that the processor is many rows ahead of what it waits for.
    fn find<S: Sums>(&self, part: &mut Part, desk: &mut Desk, piece: &Piece<'_>, block: &[(u32, u32)]) {
        let rows = piece.rows;
        desk.found.clear();
        desk.guesses.clear();
        if piece.hashes.is_empty() {
            desk.guesses.extend(block.iter().map(|(hash, _)| part.keys.guess(*hash)));
            desk.ranges.clear();
            desk.ranges
                .extend(desk.guesses.iter().map(|guess| guess.map_or(0..0, |guess| part.keys.range(guess))));
        } else {
            let known = |nth: &u32| desk.known.get(code(piece, piece.range.start + *nth as usize)?)?.checked_sub(1);
            desk.guesses.extend(block.iter().map(|(_, nth)| known(nth)));
            desk.ranges.clear();
            desk.ranges.resize(block.len(), 0..0);
        }
        for (((hash, nth), guess), range) in block.iter().zip(&desk.guesses).zip(&desk.ranges) {
            let at = piece.range.start + *nth as usize;
            let place = code(piece, at);
            let is_it = |guess: &u32| place.is_some() || rows.key.get(at).is_some_and(|key| part.keys.is(*guess, range, key));
            if let Some(guess) = guess.filter(is_it) {
                desk.found.push((at, guess));
                continue;
            }
            let Some(key) = rows.key.get(at) else { continue };
            let (number, is_new) = part.keys.number(key, *hash);
            if is_new {
                self.begin::<S>(part, rows, at);
            }
            if let Some(known) = place.and_then(|place| desk.known.get_mut(place)) {
                *known = number + 1;
            }
            desk.found.push((at, number));
        }
    }

    /// Begins an objective, which appeared for the first time.
    #[cold]
    fn begin<S: Sums>(&self, part: &mut Part, rows: &Rows, at: usize) {
        part.first.push(row(rows.first_row, at));
        S::of(part).push(S::begin(rows, at));
        for (group, column) in part.groups.iter_mut().zip(&rows.groups) {
            let key = column.get(at);
            group.of.push(key.map(|key| group.keys.number(key, self.hasher.hash(key)).0));
        }
    }
}

/// The part that a hash belongs to: by its upper bits, where a table goes by the lower ones.
#[inline]
pub(crate) fn part_of(hash: u32, n_parts: usize) -> usize {
    ((u64::from(hash) * n_parts as u64) >> 32) as usize
}

/// The place of a row's text in the dictionary.
#[inline]
fn code(piece: &Piece<'_>, at: usize) -> Option<usize> {
    if piece.hashes.is_empty() { None } else { piece.rows.key.code(at) }
}

/// The pieces of a batch.
fn cut<'a>(nth: usize, rows: &'a Rows, hashes: &'a [u32]) -> impl Iterator<Item = Piece<'a>> {
    let begins = (0..rows.len).step_by(PIECE);
    begins.map(move |begin| Piece {
        nth,
        rows,
        range: begin..(begin + PIECE).min(rows.len),
        hashes,
    })
}
