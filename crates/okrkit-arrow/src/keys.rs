//! Keys of groups, numbered as they appear: hashed once, their texts in one place.

use std::collections::BTreeMap;
use std::ops::Range;

use ahash::RandomState;
use arrow_array::builder::{Int64Builder, LargeStringBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
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

/// What the keys of a column are, however they are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyType {
    Texts,
    Numbers,
}

impl KeyType {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Numbers => "whole numbers",
        }
    }
}

/// What the keys of each column are in the batches that were added. [`Keys`], and the columns that come out, hold keys of one type, so
/// a batch with another is refused.
#[derive(Debug, Default)]
pub(crate) struct KeyTypes(BTreeMap<String, KeyType>);

impl KeyTypes {
    /// Remembers the type of a column whose batch is added.
    pub(crate) fn note(&mut self, name: &str, column: &KeyColumn) {
        if let Some(own) = column.key_type()
            && !self.0.contains_key(name)
        {
            self.0.insert(name.to_owned(), own);
        }
    }
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

    /// Reads a column, of the type that it had before.
    pub(crate) fn read(name: &str, array: &ArrayRef, types: &KeyTypes, issues: &mut RowIssues) -> Option<Self> {
        let found = Self::of(array.as_ref());
        let own = found.as_ref().map(Self::key_type);
        let before = types.0.get(name).copied();
        let message = match (own, before) {
            (None, _) => format!("expected a column of texts or whole numbers, found {}", array.data_type()),
            (Some(Some(own)), Some(before)) if own != before => {
                let before = before.as_str();
                format!(
                    "expected {before} as in the batches before, found {}: cast the column to one type in all batches",
                    array.data_type()
                )
            }
            _ => return found,
        };
        issues.push(RowIssue::new(Code::DocumentWrongType, None, name, message));
        None
    }

    /// `None` for a column without any value, which goes with either.
    const fn key_type(&self) -> Option<KeyType> {
        match self {
            Self::Texts(texts) if texts.is_untyped() => None,
            Self::Texts(_) => Some(KeyType::Texts),
            Self::Numbers(..) => Some(KeyType::Numbers),
        }
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

    /// The texts of a dictionary that has no more of them than there are rows, so that it pays to look each up once.
    pub(crate) fn dictionary(&self) -> Option<&Texts> {
        match self {
            Self::Texts(texts @ Texts::Coded(_, values)) if values.len() <= texts.len() => Some(values),
            _ => None,
        }
    }

    /// The place of a row's text in its dictionary.
    #[inline]
    pub(crate) fn code(&self, at: usize) -> Option<usize> {
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
    pub(crate) fn hash(&self, key: Key<'_>) -> u32 {
        let hash = match key {
            Key::Text(text) => self.0.hash_one(text),
            Key::Number(number) => self.0.hash_one(number),
        };
        (hash >> 32) as u32
    }
}

/// Keys with their numbers: all texts, or all numbers, as [`KeyTypes`] see to.
///
/// A slot of the table is a hash and a number, in eight bytes that are one look into memory; a key lies in the first free slot from the
/// place of its hash on. Keys only ever come, none goes.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    /// As many as a power of two. A number counts from 1; 0 is a free slot.
    slots: Vec<(u32, u32)>,
    texts: String,
    /// Of each key where its text ends; it begins where that of the one before ends.
    ends: Vec<usize>,
    numbers: Vec<i64>,
}

impl Keys {
    pub(crate) fn len(&self) -> usize {
        self.ends.len().max(self.numbers.len())
    }

    /// Where the text of a key lies.
    #[inline]
    pub(crate) fn range(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let begin = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        begin..self.ends.get(number).copied().unwrap_or_default()
    }

    /// Whether a number, whose text lies there, is that of a key.
    #[inline]
    pub(crate) fn is(&self, number: u32, range: &Range<usize>, key: Key<'_>) -> bool {
        match key {
            Key::Text(text) => (number as usize) < self.ends.len() && self.texts.get(range.clone()) == Some(text),
            Key::Number(value) => self.numbers.get(number as usize) == Some(&value),
        }
    }

    pub(crate) fn get(&self, number: usize) -> Option<Key<'_>> {
        if let Some(value) = self.numbers.get(number) {
            return Some(Key::Number(*value));
        }
        self.ends.get(number)?;
        self.texts.get(self.range(u32::try_from(number).ok()?)).map(Key::Text)
    }

    /// From the place of a hash on: the first slot that is free or holds what is looked for.
    #[inline]
    fn slot(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<(usize, Option<u32>)> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let (known, number) = *self.slots.get(at)?;
            let Some(number) = number.checked_sub(1) else { return Some((at, None)) };
            if known == hash && is(number) {
                return Some((at, Some(number)));
            }
            at = (at + 1) & mask;
        }
    }

    /// The number that a key of this hash probably has.
    #[inline]
    pub(crate) fn guess(&self, hash: u32) -> Option<u32> {
        self.slot(hash, |_| true)?.1
    }

    /// The number of a key, and whether it is new.
    #[inline]
    pub(crate) fn number(&mut self, key: Key<'_>, hash: u32) -> (u32, bool) {
        if let Some((_, Some(number))) = self.slot(hash, |number| self.is(number, &self.range(number), key)) {
            return (number, false);
        }
        // More groups than 32 bits count do not fit into memory with what is kept of each.
        let number = u32::try_from(self.len()).unwrap_or(u32::MAX - 1);
        match key {
            Key::Text(text) => {
                self.texts.push_str(text);
                self.ends.push(self.texts.len());
            }
            Key::Number(value) => self.numbers.push(value),
        }
        if self.len() * 4 > self.slots.len() * 3 {
            let more = vec![(0, 0); (2 * self.slots.len()).max(16)];
            for (hash, number) in std::mem::replace(&mut self.slots, more) {
                self.put(hash, number);
            }
        }
        self.put(hash, number + 1);
        (number, true)
    }

    /// Puts what is not there yet into a slot.
    fn put(&mut self, hash: u32, number: u32) {
        if number > 0
            && let Some((at, _)) = self.slot(hash, |_| false)
            && let Some(slot) = self.slots.get_mut(at)
        {
            *slot = (hash, number);
        }
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
