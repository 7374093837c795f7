//! The check-ins of a key result as evaluation reads them: a few words each, side by side.

use super::{CheckIn, KeyResult, Status};
use crate::time::Date;

/// What evaluation needs of most check-ins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) on: Date,
    pub(crate) status: Option<Status>,
    /// NaN where there is none: a value of a plan is finite.
    value: f64,
    confidence: f64,
}

impl Entry {
    fn of(check_in: &CheckIn) -> Self {
        Self {
            on: check_in.on,
            status: check_in.status,
            value: check_in.value.unwrap_or(f64::NAN),
            confidence: check_in.confidence.unwrap_or(f64::NAN),
        }
    }

    pub(crate) fn value(&self) -> Option<f64> {
        Some(self.value).filter(|value| !value.is_nan())
    }

    pub(crate) fn confidence(&self) -> Option<f64> {
        Some(self.confidence).filter(|confidence| !confidence.is_nan())
    }
}

/// The log of one key result.
#[derive(Debug, Clone)]
pub(crate) struct Track {
    entries: Box<[Entry]>,
    /// Whether the days rise and nothing is corrected, withdrawn or recorded later, so that what counts on a day is all up to it.
    is_plain: bool,
    /// Whether any check-in replaces another.
    pub(crate) is_corrected: bool,
}

impl Track {
    pub(super) fn of(key_result: &KeyResult) -> Self {
        let check_ins = &key_result.check_ins;
        let is_corrected = check_ins.iter().any(|check_in| check_in.replaces.is_some());
        let is_plain = !is_corrected
            && check_ins.is_sorted_by_key(|check_in| check_in.on)
            && check_ins.iter().all(|check_in| check_in.recorded.is_none() && !check_in.void);
        Self {
            entries: check_ins.iter().map(Entry::of).collect(),
            is_plain,
            is_corrected,
        }
    }

    /// The entries up to a day, where they are all that counts then.
    pub(crate) fn up_to(&self, on: Date) -> Option<&[Entry]> {
        // From the end: the day asked about is mostly near it, and the list short.
        let n = self.entries.iter().rposition(|entry| entry.on <= on).map_or(0, |last| last + 1);
        self.entries.get(..n).filter(|_| self.is_plain)
    }
}
