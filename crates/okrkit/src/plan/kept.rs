//! The objectives of a chunk as they were first: their ids, and their values or the text that these are made of when somebody asks.

use std::fmt;
use std::sync::OnceLock;

use super::row::{Entry, RowHead, Rows};
use super::short::short;
use super::{CheckIn, KeyResult, Objective};
use crate::document;

/// An objective with what evaluation reads of its key results.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) objective: Objective,
    pub(super) rows: Rows,
}

impl Stored {
    pub(super) fn of(objective: Objective) -> Self {
        let rows = Rows::new(&objective.key_results);
        Self { objective, rows }
    }

    /// How many bytes it takes at least: those of its fields and lists, without what its texts and maps have elsewhere.
    pub(super) fn size(&self) -> usize {
        let check_ins: usize = self.objective.key_results.iter().map(|key_result| key_result.check_ins.len()).sum();
        let of_each_key_result = size_of::<KeyResult>() + size_of::<RowHead>();
        size_of::<Self>() + self.objective.key_results.len() * of_each_key_result + check_ins * (size_of::<CheckIn>() + size_of::<Entry>())
    }
}

/// Some objectives that follow each other.
#[derive(Default)]
pub(super) struct Kept {
    /// Of each objective its own id, then those of its key results.
    ids: Packed,
    /// Of each objective its text as it was read; empty where its values were there from the beginning.
    texts: Packed,
    values: Box<[OnceLock<Box<Stored>>]>,
}

impl Kept {
    pub(super) fn n_objectives(&self) -> usize {
        self.values.len()
    }

    /// The ids of an objective whose key results begin with that number among those of the chunk: at 0 its own, then those of its
    /// key results.
    pub(super) fn id(&self, objective: usize, first_key_result: usize, within: usize) -> Option<&str> {
        self.values.get(objective)?;
        Some(self.ids.get(objective + first_key_result + within))
    }

    /// The values of an objective.
    pub(super) fn get(&self, at: usize) -> Option<&Stored> {
        // It was read before, and without any problem: that is why its text is here.
        let make = || Box::new(Stored::of(document::read_again(self.texts.get(at))));
        self.values.get(at).map(|values| values.get_or_init(make).as_ref())
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Stored> {
        self.get(at)?;
        self.values.get_mut(at)?.get_mut().map(AsMut::as_mut)
    }

    pub(super) fn text_len(&self) -> usize {
        self.texts.text.len()
    }

    /// Of how many objectives there are values.
    #[cfg(test)]
    pub(super) fn n_made(&self) -> usize {
        self.values.iter().filter(|values| values.get().is_some()).count()
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("n_objectives", &self.n_objectives()).finish_non_exhaustive()
    }
}

/// Texts in one.
#[derive(Debug, Default)]
struct Packed {
    text: Box<str>,
    /// Where each ends; it begins where the one before ends.
    ends: Box<[u32]>,
}

impl Packed {
    fn get(&self, at: usize) -> &str {
        let begin = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let found = || self.text.get(begin? as usize..*self.ends.get(at)? as usize);
        found().unwrap_or_default()
    }
}

/// What will be kept of the chunk at hand, with texts as they stand in the document. Its room serves one chunk after the other.
#[derive(Debug, Default)]
pub(super) struct Keeping<'t> {
    ids: String,
    id_ends: Vec<u32>,
    texts: Vec<&'t str>,
    n_bytes: usize,
    values: Vec<OnceLock<Box<Stored>>>,
}

impl<'t> Keeping<'t> {
    pub(super) fn n_objectives(&self) -> usize {
        self.values.len()
    }

    /// Adds an objective: its values, or the text that they can be made of.
    pub(super) fn push(&mut self, stored: Stored, text: Option<&'t str>) {
        let ids = stored.objective.key_results.iter().map(|key_result| &key_result.id);
        for id in [&stored.objective.id].into_iter().chain(ids) {
            self.ids.push_str(id);
            self.id_ends.push(short(self.ids.len()));
        }
        // Texts of which no number tells the end are not kept.
        let text = text.filter(|text| u32::try_from(self.n_bytes + text.len()).is_ok());
        self.n_bytes += text.map_or(0, str::len);
        self.texts.push(text.unwrap_or_default());
        self.values.push(match text {
            Some(_) => OnceLock::new(),
            None => Box::new(stored).into(),
        });
    }

    /// All of it, in as much room as it needs; nothing is left.
    pub(super) fn take(&mut self) -> Kept {
        let mut n_bytes = 0;
        let text_ends = self.texts.iter().map(|text| {
            n_bytes += text.len();
            short(n_bytes)
        });
        let kept = Kept {
            ids: Packed {
                ends: self.id_ends.as_slice().into(),
                text: self.ids.as_str().into(),
            },
            texts: Packed {
                ends: text_ends.collect(),
                text: self.texts.concat().into(),
            },
            values: self.values.drain(..).collect(),
        };
        self.ids.clear();
        self.id_ends.clear();
        self.texts.clear();
        self.n_bytes = 0;
        kept
    }
}
