//! Keys of groups, numbered as they appear: hashed once, their texts in one place.

use ahash::RandomState;
use arrow_array::builder::{Int64Builder, LargeStringBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use hashbrown::HashTable;
use okrkit::Code;

use crate::column::Texts;
use crate::issue::{RowIssue, RowIssues};

/// A column of keys.
#[derive(Debug, Clone)]
pub(crate) enum KeyColumn {
    Texts(Texts),
    Numbers(ScalarBuffer<i64>, Option<NullBuffer>),
}

/// A key of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key<'a> {
    Text(&'a str),
    Number(i64),
}

impl KeyColumn {
    fn of(array: &dyn Array) -> Option<Self> {
        fn widened<T: ArrowPrimitiveType>(array: &dyn Array) -> KeyColumn
        where
            i64: From<T::Native>,
        {
            let array = array.as_primitive::<T>();
            KeyColumn::Numbers(array.values().iter().map(|value| i64::from(*value)).collect(), array.nulls().cloned())
        }
        Some(match array.data_type() {
            DataType::Int64 => {
                let array = array.as_primitive::<Int64Type>();
                Self::Numbers(array.values().clone(), array.nulls().cloned())
            }
            DataType::Int32 => widened::<Int32Type>(array),
            DataType::Int16 => widened::<Int16Type>(array),
            DataType::Int8 => widened::<Int8Type>(array),
            DataType::UInt32 => widened::<UInt32Type>(array),
            DataType::UInt16 => widened::<UInt16Type>(array),
            DataType::UInt8 => widened::<UInt8Type>(array),
            _ => Self::Texts(Texts::of(array)?),
        })
    }

    pub(crate) fn read(name: &str, array: &ArrayRef, issues: &mut RowIssues) -> Option<Self> {
        let found = Self::of(array.as_ref());
        if found.is_none() {
            let message = format!("expected a column of texts or whole numbers, found {}", array.data_type());
            issues.push(RowIssue::new(Code::DocumentWrongType, None, name, message));
        }
        found
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<Key<'_>> {
        match self {
            Self::Texts(texts) => texts.get(at).map(Key::Text),
            Self::Numbers(values, nulls) => {
                let is_there = nulls.as_ref().is_none_or(|nulls| nulls.is_valid(at));
                values.get(at).filter(|_| is_there).map(|value| Key::Number(*value))
            }
        }
    }

    /// How many different places a dictionary column has: what a [`Memo`] for it holds.
    fn n_codes(&self) -> usize {
        match self {
            Self::Texts(Texts::Coded(_, values)) => values.len(),
            _ => 0,
        }
    }

    pub(crate) fn is_coded(&self) -> bool {
        matches!(self, Self::Texts(Texts::Coded(..)))
    }

    #[inline]
    fn code(&self, at: usize) -> Option<usize> {
        match self {
            Self::Texts(Texts::Coded(codes, _)) => codes.get(at),
            _ => None,
        }
    }
}

/// The hash function of one scoring: rows of a key always come to the same part.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hasher(RandomState);

impl Hasher {
    #[inline]
    pub(crate) fn hash(&self, key: Key<'_>) -> u64 {
        match key {
            Key::Text(text) => self.0.hash_one(text),
            Key::Number(number) => self.0.hash_one(number),
        }
    }

    /// The hashes of some rows; each text of a dictionary is hashed once. Null has any.
    pub(crate) fn hash_rows(&self, column: &KeyColumn, rows: std::ops::Range<usize>, out: &mut Vec<u64>) {
        let mut known = vec![0_u64; column.n_codes()];
        out.extend(rows.map(|at| {
            let hash = || column.get(at).map_or(0, |key| self.hash(key));
            match column.code(at).and_then(|code| known.get_mut(code)) {
                None => hash(),
                Some(known) => {
                    if *known == 0 {
                        // 0 stands for what was not hashed yet.
                        *known = hash() | 1;
                    }
                    *known
                }
            }
        }));
    }
}

/// The groups of the places of a dictionary column, so that each of its texts is looked up once.
#[derive(Debug, Default)]
pub(crate) struct Memo(Vec<u32>);

impl Memo {
    pub(crate) fn of(column: &KeyColumn) -> Self {
        Self(vec![0; column.n_codes()])
    }
}

/// Keys with their numbers.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    /// Hash and number.
    table: HashTable<(u64, u32)>,
    texts: String,
    /// Of each key where its text ends; it begins where that of the one before ends.
    ends: Vec<usize>,
    numbers: Vec<i64>,
}

impl Keys {
    pub(crate) fn len(&self) -> usize {
        self.ends.len().max(self.numbers.len())
    }

    #[inline]
    fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let begin = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.texts.get(begin..end).unwrap_or_default()
    }

    /// Whether a number is that of a key.
    #[inline]
    fn is(&self, number: u32, key: Key<'_>) -> bool {
        match key {
            Key::Text(text) => (number as usize) < self.ends.len() && self.text(number) == text,
            Key::Number(value) => self.numbers.get(number as usize) == Some(&value),
        }
    }

    pub(crate) fn get(&self, number: usize) -> Option<Key<'_>> {
        if let Some(value) = self.numbers.get(number) {
            return Some(Key::Number(*value));
        }
        self.ends.get(number)?;
        Some(Key::Text(self.text(u32::try_from(number).ok()?)))
    }

    /// The number of a key, and whether it is new.
    #[inline]
    pub(crate) fn number(&mut self, key: Key<'_>, hash: u64) -> (usize, bool) {
        if let Some((_, found)) = self.table.find(hash, |&(known, number)| known == hash && self.is(number, key)) {
            return (*found as usize, false);
        }
        let number = self.len();
        match key {
            Key::Text(text) => {
                self.texts.push_str(text);
                self.ends.push(self.texts.len());
            }
            Key::Number(value) => self.numbers.push(value),
        }
        // More groups than 32 bits count do not fit into memory with what is kept of each.
        let short = u32::try_from(number).unwrap_or(u32::MAX);
        self.table.insert_unique(hash, (hash, short), |(hash, _)| *hash);
        (number, true)
    }

    /// The number that a key of this hash probably has.
    #[inline]
    pub(crate) fn guess(&self, hash: u64) -> Option<u32> {
        self.table.find(hash, |(known, _)| *known == hash).map(|(_, number)| *number)
    }

    /// The number of a row's key, and whether it is new. `None` for null. A right guess spares looking for it.
    #[inline]
    pub(crate) fn number_of_row(&mut self, column: &KeyColumn, at: usize, hash: u64, guess: Option<u32>, memo: &mut Memo) -> Option<(usize, bool)> {
        let slot = column.code(at).and_then(|code| memo.0.get_mut(code));
        let Some(slot) = slot else {
            let key = column.get(at)?;
            return Some(match guess.filter(|guess| self.is(*guess, key)) {
                Some(number) => (number as usize, false),
                None => self.number(key, hash),
            });
        };
        if let Some(known) = slot.checked_sub(1) {
            return Some((known as usize, false));
        }
        let (number, is_new) = self.number(column.get(at)?, hash);
        *slot = u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1);
        Some((number, is_new))
    }
}

/// Keys as a column, in any order: numbers where they are numbers, else texts.
pub(crate) fn column<'a>(keys: impl Iterator<Item = Option<Key<'a>>> + Clone) -> ArrayRef {
    let is_numbers = keys.clone().flatten().next().is_some_and(|key| matches!(key, Key::Number(_)));
    if is_numbers {
        let mut out = Int64Builder::new();
        for key in keys {
            match key {
                Some(Key::Number(value)) => out.append_value(value),
                _ => out.append_null(),
            }
        }
        return std::sync::Arc::new(out.finish());
    }
    let text = |key: Option<Key<'a>>| match key {
        Some(Key::Text(text)) => Some(text),
        _ => None,
    };
    let n_bytes: usize = keys.clone().map(|key| text(key).map_or(0, str::len)).sum();
    if i32::try_from(n_bytes).is_ok() {
        let mut out = StringBuilder::with_capacity(keys.size_hint().0, n_bytes);
        keys.for_each(|key| out.append_option(text(key)));
        return std::sync::Arc::new(out.finish());
    }
    let mut out = LargeStringBuilder::with_capacity(keys.size_hint().0, n_bytes);
    keys.for_each(|key| out.append_option(text(key)));
    std::sync::Arc::new(out.finish())
}
