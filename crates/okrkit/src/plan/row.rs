//! What evaluation reads of a key result, in few words that lie side by side.

use super::edit::{Placed, by_place};
use super::store::make_room;
use super::{CheckIn, KeyResult, Status};
use crate::measure::Gauge;
use crate::number::Maybe;
use crate::time::Date;

/// What evaluation reads of most check-ins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) on: Date,
    pub(crate) status: Option<Status>,
    pub(crate) done: Option<bool>,
    pub(crate) event: bool,
    value: Maybe,
    confidence: Maybe,
}

impl Entry {
    fn of(check_in: &CheckIn) -> Self {
        Self {
            on: check_in.on,
            status: check_in.status,
            done: check_in.done,
            event: check_in.event,
            value: check_in.value.into(),
            confidence: check_in.confidence.into(),
        }
    }

    pub(crate) fn value(&self) -> Option<f64> {
        self.value.get()
    }

    pub(crate) fn confidence(&self) -> Option<f64> {
        self.confidence.get()
    }
}

/// A key result with the entries of its check-ins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) head: &'a RowHead,
    entries: &'a [Entry],
}

/// The facts of a key result that are looked at every time.
#[derive(Debug, Clone)]
pub(crate) struct RowHead {
    pub(crate) weight: Maybe,
    pub(crate) share: Maybe,
    /// What the measure comes down to, where that is a few numbers.
    pub(crate) gauge: Option<Gauge>,
    pub(crate) starts: Option<Date>,
    pub(crate) ends: Option<Date>,
    /// Where its entries end among those of the objective; they begin where those of the one before end.
    entries_end: usize,
    /// Whether its terms are what is written: no amendment, no change of stage, no manual score, no expected path.
    pub(crate) is_as_written: bool,
    /// Whether the days rise and nothing is corrected, withdrawn or recorded later, so that what counts on a day is all up to it.
    is_log_plain: bool,
    /// Whether any check-in has the owner's own status.
    pub(crate) has_status: bool,
}

/// The rows of an objective.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    heads: Box<[RowHead]>,
    entries: Vec<Entry>,
}

impl Rows {
    pub(super) fn new(key_results: &[KeyResult]) -> Self {
        let mut entries = Vec::with_capacity(key_results.iter().map(|key_result| key_result.check_ins.len()).sum());
        let heads = key_results.iter().map(|key_result| {
            entries.extend(key_result.check_ins.iter().map(Entry::of));
            RowHead::new(key_result, entries.len())
        });
        Self {
            heads: heads.collect(),
            entries,
        }
    }

    pub(super) fn get(&self, within: usize) -> Option<Row<'_>> {
        let before = within.checked_sub(1).and_then(|before| self.heads.get(before));
        let head = self.heads.get(within)?;
        let entries = self.entries.get(before.map_or(0, |before| before.entries_end)..head.entries_end)?;
        Some(Row { head, entries })
    }
}

impl Rows {
    /// Adds check-ins to those of their key results, which come one after the other. What lies behind is moved once for all of them.
    pub(super) fn check_in(&mut self, added: &[Placed]) {
        for added in by_place(added) {
            self.note(added);
        }
        let Some((_, any)) = added.first() else { return };
        let mut from = self.entries.len();
        let mut to = from + added.len();
        make_room(&mut self.entries, added.len());
        // Each place is written below.
        self.entries.resize(to, Entry::of(any));
        for added in by_place(added).rev() {
            let head = added.first().and_then(|((_, within), _)| self.heads.get(*within));
            let end = head.map_or(from, |head| head.entries_end.min(from));
            // As far as those go that are not placed yet.
            self.entries.copy_within(end..from, end + (to - from));
            to -= (from - end) + added.len();
            from = end;
            let slots = self.entries.get_mut(to..).unwrap_or_default();
            for (slot, (_, check_in)) in slots.iter_mut().zip(added) {
                *slot = Entry::of(check_in);
            }
        }
        let (mut n_before, mut added) = (0, added.iter().peekable());
        let first = added.peek().map_or(self.heads.len(), |((_, within), _)| *within);
        for (at, head) in self.heads.iter_mut().enumerate().skip(first) {
            while added.next_if(|((_, within), _)| *within == at).is_some() {
                n_before += 1;
            }
            head.entries_end += n_before;
        }
    }

    /// Notes in the head of a key result what check-ins that are added to it mean for all of its.
    fn note(&mut self, added: &[Placed]) {
        let Some(((_, within), first)) = added.first() else { return };
        let row = self.get(*within);
        let is_later = row.is_none_or(|row| row.entries.last().is_none_or(|last| last.on <= first.on));
        let Some(head) = self.heads.get_mut(*within) else { return };
        head.is_log_plain &= is_later && is_log_plain(added.iter().map(|(_, check_in)| check_in));
        head.has_status |= added.iter().any(|(_, check_in)| check_in.status.is_some());
    }
}

/// Whether the days rise, and each is no correction and came as it happened.
fn is_log_plain<'c>(mut check_ins: impl Iterator<Item = &'c CheckIn> + Clone) -> bool {
    let is_plain = |check_in: &CheckIn| check_in.recorded.is_none() && check_in.replaces.is_none() && !check_in.void;
    check_ins.clone().is_sorted_by_key(|check_in| check_in.on) && check_ins.all(is_plain)
}

impl RowHead {
    fn new(key_result: &KeyResult, entries_end: usize) -> Self {
        let check_ins = &key_result.check_ins;
        Self {
            weight: key_result.weight.into(),
            share: key_result.share.into(),
            gauge: key_result.measure.gauge(),
            starts: key_result.starts,
            ends: key_result.ends,
            entries_end,
            is_as_written: key_result.amendments.is_empty()
                && key_result.stage.is_none()
                && key_result.stages.is_empty()
                && key_result.manual_scores.is_empty()
                && key_result.expected_path.is_empty(),
            is_log_plain: is_log_plain(check_ins.iter()),
            has_status: check_ins.iter().any(|check_in| check_in.status.is_some()),
        }
    }
}

impl<'a> Row<'a> {
    /// All entries, where from the last day on they are all that counts.
    pub(crate) fn all(&self) -> Option<&'a [Entry]> {
        self.head.is_log_plain.then_some(self.entries)
    }

    /// The entries up to a day, where they are all that counts then.
    pub(crate) fn up_to(&self, on: Date) -> Option<&'a [Entry]> {
        // From the end: the day asked about is mostly near it, and the list short.
        let n = self.entries.iter().rposition(|entry| entry.on <= on).map_or(0, |last| last + 1);
        self.entries.get(..n).filter(|_| self.head.is_log_plain)
    }
}
