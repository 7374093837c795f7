//! Rows on their way to their objectives, in rounds of two steps.
//!
//! First each row is judged, in the order of the table, and laid with its key to the part of the groups that its hash belongs to. Then
//! part after part takes what was laid there. What the second step looks up is so little that it stays near the processor, where one
//! step alone would wait for memory several times a row. Threads share rows in the first step and parts in the second; a part takes
//! what the threads laid in their order, so sums run in the order of the rows.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use okrkit::{PartialObjective, PartialScore, RowKeyResult, RowRules, RowShare};

use crate::column::{Texts, row};
use crate::keys::{Hasher, Key, KeyColumn, N_PARTS, PART_BITS, part_of};
use crate::rows::Rows;
use crate::scoring::Part;

/// As many rows are a round, and less than twice as many where the last ones would make a short one: what is laid out fits into memory
/// near the processor, and starting threads costs little beside it.
pub(crate) const ROUND: usize = 1 << 18;

/// Below so many rows, starting threads costs more than they save.
const WORTH_THREADS: usize = 1 << 17;

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

/// A row as it lies with its part.
#[derive(Debug)]
struct Laid<S> {
    /// The hash of its key; of a place in a dictionary the number among those of the part.
    hash: u32,
    /// Its number within the round.
    row: u32,
    /// Of a text where it ends, of a number itself.
    key: u64,
    share: S,
}

/// The rows that one thread laid to one part.
#[derive(Debug)]
struct Lay<S> {
    rows: Vec<Laid<S>>,
    /// The texts of their keys, one after the other.
    texts: String,
}

/// Some rows of a batch, within a round.
#[derive(Debug, Clone)]
struct Piece<'a> {
    rows: &'a Rows,
    range: Range<usize>,
    /// The number of its first row within the round.
    first: usize,
}

/// The texts of a dictionary that belong to one part.
#[derive(Debug, Default)]
struct Dictionary {
    texts: String,
    /// Of each text where it ends, its hash, and the number of its group counted from 1: 0 until a row brings it.
    each: Vec<(usize, u32, u32)>,
}

impl Dictionary {
    fn text(&self, at: usize) -> Option<(&str, u32)> {
        let (end, hash, _) = *self.each.get(at)?;
        let begin = at.checked_sub(1).and_then(|before| self.each.get(before)).map_or(0, |(end, ..)| *end);
        Some((self.texts.get(begin..end)?, hash))
    }
}

/// Where the places of a dictionary belong: of each its part, and its number among those of the part.
type Places = Vec<u32>;

/// How keys are laid.
#[derive(Debug)]
enum Way {
    Texts,
    Numbers,
    /// By their places in a dictionary.
    Places(Places),
}

/// What rows are put to their objectives by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) rules: &'a RowRules,
    pub(crate) hasher: &'a Hasher,
    pub(crate) n_threads: NonZeroUsize,
}

impl Work<'_> {
    /// Puts rows to their objectives.
    pub(crate) fn put<S: Sums>(&self, waiting: &[Rows], parts: &mut [Part]) {
        let mut gathered: Vec<Piece<'_>> = Vec::new();
        let mut way = Way::Texts;
        let mut dictionaries: Vec<Dictionary> = std::iter::repeat_with(Dictionary::default).take(N_PARTS).collect();
        for rows in waiting {
            if !self.goes_on(&way, rows) {
                self.put_all::<S>(&std::mem::take(&mut gathered), (&way, &mut dictionaries), parts);
                way = self.way(rows, &mut dictionaries);
            }
            let range = 0..rows.len;
            gathered.push(Piece { rows, range, first: 0 });
        }
        self.put_all::<S>(&gathered, (&way, &mut dictionaries), parts);
    }

    /// The dictionary by whose places rows are laid. Every batch has one of its own, so short ones are laid as texts where threads
    /// can then share several.
    fn dictionary<'r>(&self, rows: &'r Rows) -> Option<&'r Texts> {
        let is_alone = self.n_threads.get() == 1 || rows.len >= WORTH_THREADS;
        rows.key.dictionary().filter(|_| is_alone)
    }

    /// Whether rows can be laid with the ones before.
    fn goes_on(&self, way: &Way, rows: &Rows) -> bool {
        match way {
            Way::Texts => matches!(rows.key, KeyColumn::Texts(_)) && self.dictionary(rows).is_none(),
            Way::Numbers => matches!(rows.key, KeyColumn::Numbers(..)),
            Way::Places(_) => false,
        }
    }

    /// Round after round.
    fn put_all<S: Sums>(&self, pieces: &[Piece<'_>], (way, dictionaries): (&Way, &mut [Dictionary]), parts: &mut [Part]) {
        let n = n_rows(pieces);
        for mut round in cut(pieces, n.div_ceil((n / ROUND).max(1))) {
            number(&mut round);
            self.round::<S>(&round, way, parts, dictionaries);
        }
    }

    fn round<S: Sums>(&self, round: &[Piece<'_>], way: &Way, parts: &mut [Part], dictionaries: &mut [Dictionary]) {
        let n = n_rows(round);
        let n_threads = if n < WORTH_THREADS { 1 } else { self.n_threads.get() };
        if n_threads == 1 {
            let lays = [self.lay::<S>(round, way)];
            for (at, (part, dictionary)) in parts.iter_mut().zip(dictionaries).enumerate() {
                self.take::<S>(part, at, &lays, (round, way), dictionary);
            }
            return;
        }
        let pieces = cut(round, n.div_ceil(n_threads));
        let lays: Vec<Vec<Lay<S::Share>>> = thread::scope(|scope| {
            let running: Vec<_> = pieces.iter().map(|pieces| scope.spawn(move || self.lay::<S>(pieces, way))).collect();
            let joined = running.into_iter().map(|thread| thread.join().unwrap_or_else(|payload| resume_unwind(payload)));
            joined.collect()
        });
        let lays = &lays;
        let per_thread = N_PARTS.div_ceil(n_threads);
        thread::scope(|scope| {
            for (nth, (parts, dictionaries)) in parts.chunks_mut(per_thread).zip(dictionaries.chunks_mut(per_thread)).enumerate() {
                scope.spawn(move || {
                    for (at, (part, dictionary)) in parts.iter_mut().zip(dictionaries).enumerate() {
                        self.take::<S>(part, nth * per_thread + at, lays, (round, way), dictionary);
                    }
                });
            }
        });
    }

    /// The first step: of some pieces of a round.
    fn lay<S: Sums>(&self, pieces: &[Piece<'_>], way: &Way) -> Vec<Lay<S::Share>> {
        let n = n_rows(pieces);
        let room = n / N_PARTS + n / (8 * N_PARTS);
        let mut lays: Vec<Lay<S::Share>> = std::iter::repeat_with(|| Lay {
            rows: Vec::with_capacity(room),
            texts: String::new(),
        })
        .take(N_PARTS)
        .collect();
        for Piece { rows, range, first } in pieces {
            for (nth, at) in range.clone().enumerate() {
                let row = u32::try_from(first + nth).unwrap_or(u32::MAX);
                // Every row was looked at, and has a key and figures.
                let (Some(figures), Some((part, hash))) = (rows.get(at), self.place(rows, at, way)) else {
                    continue;
                };
                let Some(lay) = lays.get_mut(part) else { continue };
                let key = match way {
                    Way::Places(_) => 0,
                    Way::Texts | Way::Numbers => match rows.key.get(at) {
                        Some(Key::Text(text)) => {
                            lay.texts.push_str(text);
                            lay.texts.len() as u64
                        }
                        Some(Key::Number(number)) => number.cast_unsigned(),
                        None => continue,
                    },
                };
                let share = S::share(self.rules, &figures);
                lay.rows.push(Laid { hash, row, key, share });
            }
        }
        lays
    }

    /// The part of a row, and the hash of its key, or the number of its place among those of the part.
    #[inline]
    fn place(&self, rows: &Rows, at: usize, way: &Way) -> Option<(usize, u32)> {
        let Way::Places(places) = way else {
            let hash = self.hasher.hash(rows.key.get(at)?);
            return Some((part_of(hash), hash));
        };
        let place = places.get(rows.key.code(at)?)?;
        Some((part_of(*place), place & (u32::MAX >> PART_BITS)))
    }

    /// How the keys of rows are laid. Each text of a dictionary is hashed once, and laid to its part.
    fn way(&self, rows: &Rows, dictionaries: &mut [Dictionary]) -> Way {
        let Some(texts) = self.dictionary(rows) else {
            return if matches!(rows.key, KeyColumn::Numbers(..)) {
                Way::Numbers
            } else {
                Way::Texts
            };
        };
        for dictionary in dictionaries.iter_mut() {
            dictionary.texts.clear();
            dictionary.each.clear();
        }
        let places = (0..texts.len()).map(|at| {
            // What no row has may be null.
            let text = texts.get(at).unwrap_or_default();
            let hash = self.hasher.hash(Key::Text(text));
            let Some(dictionary) = dictionaries.get_mut(part_of(hash)) else { return 0 };
            let nth = u32::try_from(dictionary.each.len()).unwrap_or(u32::MAX);
            dictionary.texts.push_str(text);
            dictionary.each.push((dictionary.texts.len(), hash, 0));
            hash >> (32 - PART_BITS) << (32 - PART_BITS) | nth
        });
        Way::Places(places.collect())
    }

    /// The second step: of one part.
    fn take<S: Sums>(&self, part: &mut Part, at: usize, lays: &[Vec<Lay<S::Share>>], (round, way): (&[Piece<'_>], &Way), dictionary: &mut Dictionary) {
        for lay in lays.iter().filter_map(|lays| lays.get(at)) {
            let mut begin = 0;
            for laid in &lay.rows {
                let (group, is_new) = match way {
                    Way::Texts => {
                        let end = usize::try_from(laid.key).unwrap_or_default();
                        let text = lay.texts.get(begin..end).unwrap_or_default();
                        begin = end;
                        part.keys.number(Key::Text(text), laid.hash)
                    }
                    Way::Numbers => part.keys.number(Key::Number(laid.key.cast_signed()), laid.hash),
                    Way::Places(_) => {
                        let at = laid.hash as usize;
                        let known = dictionary.each.get(at).map_or(0, |(.., group)| *group);
                        if let Some(group) = known.checked_sub(1) {
                            (group as usize, false)
                        } else {
                            let Some((text, hash)) = dictionary.text(at) else { continue };
                            let (group, is_new) = part.keys.number(Key::Text(text), hash);
                            if let Some((.., known)) = dictionary.each.get_mut(at) {
                                *known = u32::try_from(group).unwrap_or(u32::MAX).saturating_add(1);
                            }
                            (group, is_new)
                        }
                    }
                };
                if is_new && let Some((rows, at)) = row_of(round, laid.row) {
                    self.begin::<S>(part, rows, at);
                }
                if let Some(sums) = S::of(part).get_mut(group) {
                    sums.take(&laid.share);
                }
            }
        }
    }

    /// Begins an objective, which appeared for the first time.
    fn begin<S: Sums>(&self, part: &mut Part, rows: &Rows, at: usize) {
        part.first.push(row(rows.first_row, at));
        S::of(part).push(S::begin(rows, at));
        for (group, column) in part.groups.iter_mut().zip(&rows.groups) {
            let key = column.get(at);
            group.of.push(key.map(|key| group.keys.number(key, self.hasher.hash(key)).0));
        }
    }
}

fn n_rows(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().map(|piece| piece.range.len()).sum()
}

/// Numbers the rows of a round.
fn number(round: &mut [Piece<'_>]) {
    let mut first = 0;
    for piece in round {
        piece.first = first;
        first += piece.range.len();
    }
}

/// The row of a number within a round.
fn row_of<'a>(round: &[Piece<'a>], row: u32) -> Option<(&'a Rows, usize)> {
    let row = row as usize;
    let piece = round.get(round.partition_point(|piece| piece.first <= row).checked_sub(1)?)?;
    Some((piece.rows, piece.range.start + (row - piece.first)))
}

/// Pieces cut into runs of at most so many rows.
fn cut<'a>(pieces: &[Piece<'a>], most: usize) -> Vec<Vec<Piece<'a>>> {
    let most = most.max(1);
    let mut runs: Vec<Vec<Piece<'_>>> = Vec::new();
    let mut room = 0;
    for piece in pieces {
        let (mut begin, mut first) = (piece.range.start, piece.first);
        while begin < piece.range.end {
            if room == 0 {
                runs.push(Vec::new());
                room = most;
            }
            let n = room.min(piece.range.end - begin);
            if let Some(run) = runs.last_mut() {
                run.push(Piece {
                    rows: piece.rows,
                    range: begin..begin + n,
                    first,
                });
            }
            (begin, first, room) = (begin + n, first + n, room - n);
        }
    }
    runs
}
