//! What evaluation reads of most key results, in flat rows that lie side by side.

use super::row::{Row, Rows};
use super::{Ambition, Objective, Status};
use crate::measure::{Log, Way};
use crate::number::Maybe;
use crate::time::Date;

/// What the progress of a plain key result is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) start: f64,
    pub(crate) target: f64,
    /// What its check-ins amount to once the last of them is in. NaN where none has a value.
    pub(crate) reading: f64,
}

impl Cell {
    /// How far it has come from its start to its target, before any clamp. NaN where that is no number.
    fn come(&self) -> f64 {
        let come = (self.reading - self.start) / (self.target - self.start) + 0.0;
        if come.is_finite() { come } else { f64::NAN }
    }
}

/// What a plain key result brings into its objective: all that scores alone read of it, so it lies together and apart from the rest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stake {
    /// How far it has come from its start to its target, before any clamp: divided once and not for every score. NaN where that is no
    /// number.
    pub(crate) come: f64,
    /// Its weight as a part of the weights of all key results of its objective that have a figure: what it gets where the others are
    /// left out. 0 where it has none itself, NaN where no key result has one or not all of them are plain.
    pub(crate) share: f64,
}

/// What the other figures of a plain key result are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said {
    pub(crate) confidence: Maybe,
    /// The day of the last check-in.
    pub(crate) last: Option<Date>,
    pub(crate) status: Option<Status>,
    /// Whether cell and this are all there is to know of the key result: it is a way from start to target, its terms are as they
    /// were written, its log is plain, it has no days of its own and a weight above 0.
    pub(crate) is_plain: bool,
}

/// What evaluation reads of an objective.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// Its first and last day.
    pub(crate) period: (Date, Date),
    /// The day of the last check-in of all its key results.
    pub(crate) last: Option<Date>,
    pub(crate) n_key_results: u32,
    pub(crate) ambition: Ambition,
    /// Whether it has been active all along and no score was set by hand.
    pub(crate) is_undated: bool,
    /// Whether that is so, and all its key results are plain.
    pub(crate) is_plain: bool,
    pub(crate) is_guarded: bool,
}

/// So many bytes come from memory at once.
const LINE: usize = 64;

/// The rows of some objectives that follow each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    facts: Vec<Facts>,
    /// Where the rows of each objective end; they begin where those of the one before end.
    ends: Vec<u32>,
    cells: Vec<Cell>,
    stakes: Vec<Stake>,
    weights: Vec<f64>,
    said: Vec<Said>,
    /// The day of the last check-in, or of one that was there before an edit.
    last: Option<Date>,
    /// The first of the last days of the objectives.
    ends_first: Option<Date>,
}

impl Columns {
    pub(super) fn push(&mut self, objective: &Objective, rows: &Rows, cycle: (Date, Date)) {
        for within in 0..objective.key_results.len() {
            let (cell, weight, said) = rows.get(within).and_then(of_row).unwrap_or(NOT_PLAIN);
            self.cells.push(cell);
            let (come, share) = (cell.come(), f64::NAN);
            self.stakes.push(Stake { come, share });
            self.weights.push(weight);
            self.said.push(said);
        }
        // No list that memory holds is longer than that.
        self.ends.push(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
        let period = objective.period(cycle);
        self.ends_first = Some(self.ends_first.map_or(period.1, |first| first.min(period.1)));
        self.facts.push(Facts {
            period,
            last: None,
            n_key_results: u32::try_from(objective.key_results.len()).unwrap_or(u32::MAX),
            ambition: objective.ambition,
            is_undated: objective.stage.is_none() && objective.stages.is_empty() && objective.manual_scores.is_empty(),
            is_plain: false,
            is_guarded: !objective.guardrails.is_empty(),
        });
        self.sum_up(self.facts.len() - 1);
        self.divide(self.facts.len() - 1);
    }

    /// Takes in what check-ins changed of key results of an objective.
    pub(super) fn renew<'r>(&mut self, objective: usize, key_results: impl Iterator<Item = (usize, Option<Row<'r>>)>) {
        let begin = self.begin(objective);
        let mut is_first = false;
        for (within, row) in key_results {
            let at = begin + within;
            let (cell, weight, said) = row.and_then(of_row).unwrap_or(NOT_PLAIN);
            if let (Some(old_cell), Some(old_weight), Some(old_said)) = (self.cells.get_mut(at), self.weights.get_mut(at), self.said.get_mut(at)) {
                (*old_cell, *old_weight, *old_said) = (cell, weight, said);
            }
            if let Some(stake) = self.stakes.get_mut(at) {
                let come = cell.come();
                is_first |= stake.come.is_nan() != come.is_nan();
                stake.come = come;
            }
        }
        let was_plain = self.facts.get(objective).is_some_and(|facts| facts.is_plain);
        self.sum_up(objective);
        // A check-in changes no weight, and only the first one who has a figure.
        let is_plain = self.facts.get(objective).is_some_and(|facts| facts.is_plain);
        if is_plain != was_plain || is_first {
            self.divide(objective);
        }
    }

    fn sum_up(&mut self, objective: usize) {
        let rows = self.begin(objective)..self.end(objective);
        let said = self.said.get(rows).unwrap_or_default();
        let (last, all) = (said.iter().filter_map(|said| said.last).max(), said.iter().all(|said| said.is_plain));
        if let Some(facts) = self.facts.get_mut(objective) {
            facts.last = last;
            facts.is_plain = facts.is_undated && all;
        }
        self.last = self.last.max(last);
    }

    /// Divides an objective among its key results by their weights.
    fn divide(&mut self, objective: usize) {
        let rows = self.begin(objective)..self.end(objective);
        let weights = self.weights.get(rows.clone()).unwrap_or_default();
        let stakes = self.stakes.get_mut(rows).unwrap_or_default();
        let of = |stake: &Stake, weight: f64| if stake.come.is_nan() { 0.0 } else { weight };
        let sum = stakes.iter().zip(weights).fold(0.0, |sum, (stake, weight)| sum + of(stake, *weight));
        let is_plain = self.facts.get(objective).is_some_and(|facts| facts.is_plain);
        let whole = if is_plain && f64::is_finite(sum) && sum > 0.0 { sum } else { f64::NAN };
        for (stake, weight) in stakes.iter_mut().zip(weights) {
            stake.share = of(stake, *weight) / whole;
        }
    }

    /// All rows, in as much room as they need. None are left, and the room they had serves others.
    pub(super) fn take(&mut self) -> Self {
        // A clone of a list has no room to spare.
        let rows = self.clone();
        self.facts.clear();
        self.ends.clear();
        self.cells.clear();
        self.stakes.clear();
        self.weights.clear();
        self.said.clear();
        (self.last, self.ends_first) = (None, None);
        rows
    }

    fn end(&self, objective: usize) -> usize {
        self.ends.get(objective).map_or(0, |end| *end as usize)
    }

    /// Where the rows of an objective begin.
    pub(super) fn begin(&self, objective: usize) -> usize {
        objective.checked_sub(1).map_or(0, |before| self.end(before))
    }

    pub(crate) fn facts(&self) -> &[Facts] {
        &self.facts
    }

    /// Where the key results of each objective end.
    pub(crate) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// The cells of all key results, objective by objective.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The stakes of all key results, objective by objective.
    pub(crate) fn stakes(&self) -> &[Stake] {
        &self.stakes
    }

    /// Looks at all that scores alone read of these rows, so that it is near when they do. What is seen means nothing.
    pub(crate) fn touch(&self) -> u64 {
        let ends = self.ends.iter().step_by(LINE / size_of::<u32>()).map(|end| u64::from(*end));
        let stakes = self.stakes.iter().step_by(LINE / size_of::<Stake>()).map(|stake| stake.come.to_bits());
        ends.chain(stakes).fold(0, |seen, bits| seen ^ bits)
    }

    /// The first of the last days of the objectives; `None` where there are none.
    pub(crate) const fn ends_first(&self) -> Option<Date> {
        self.ends_first
    }

    /// No check-in is of a later day.
    pub(crate) const fn last(&self) -> Option<Date> {
        self.last
    }

    /// The weights of the key results of an objective.
    pub(crate) fn weights_of(&self, objective: usize) -> &[f64] {
        self.weights.get(self.begin(objective)..self.end(objective)).unwrap_or_default()
    }

    /// The weights of all key results, objective by objective.
    pub(crate) fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// What there is of the key results of an objective; all of it where they are plain.
    pub(crate) fn rows_of(&self, objective: usize) -> impl Iterator<Item = (&Cell, &Said)> {
        let rows = self.begin(objective)..self.end(objective);
        let said = self.said.get(rows.clone()).unwrap_or_default();
        self.cells.get(rows).unwrap_or_default().iter().zip(said)
    }

    /// The weight of a key result, where it is plain.
    pub(crate) fn plain_weight(&self, objective: usize, within: usize) -> Option<f64> {
        let at = self.begin(objective) + within;
        self.said.get(at).filter(|said| said.is_plain)?;
        self.weights.get(at).copied()
    }

    /// What there is of a key result, where that is all.
    pub(crate) fn plain(&self, objective: usize, within: usize) -> Option<(&Cell, &Said)> {
        let at = self.begin(objective) + within;
        let said = self.said.get(at).filter(|said| said.is_plain)?;
        Some((self.cells.get(at)?, said))
    }
}

/// The progress of such a cell is no number, so that none is taken for one.
const NOT_PLAIN: (Cell, f64, Said) = (
    Cell {
        start: f64::NAN,
        target: f64::NAN,
        reading: f64::NAN,
    },
    f64::NAN,
    Said {
        confidence: Maybe::NONE,
        last: None,
        status: None,
        is_plain: false,
    },
);

/// What there is of a row, where that is all, with its weight. Its share goes by those beside it.
fn of_row(row: Row<'_>) -> Option<(Cell, f64, Said)> {
    let head = row.head;
    let (way, rule) = head.gauge.as_ref()?.way()?;
    let Way { start, target } = *way;
    let start = start.get()?;
    let weight = head.weight.get().unwrap_or(1.0);
    let distance = target - start;
    let is_plain = head.is_as_written
        && head.starts.is_none()
        && head.ends.is_none()
        && head.share.get().is_none()
        && weight > 0.0
        && distance.is_finite()
        && distance != 0.0;
    let entries = row.all().filter(|_| is_plain)?;
    let reading = Log::of_entries_alone(entries).read(rule).unwrap_or(f64::NAN);
    let last = entries.last().map(|entry| entry.on);
    let confidence = entries.iter().rev().find_map(super::Entry::confidence).into();
    let status = entries.iter().rev().find_map(|entry| entry.status);
    let cell = Cell { start, target, reading };
    // A sum beyond the doubles is a reading of its own kind.
    (!reading.is_infinite()).then_some((
        cell,
        weight,
        Said {
            confidence,
            last,
            status,
            is_plain: true,
        },
    ))
}
