//! Reading lists, maps and records.

use std::collections::BTreeMap;

use super::source::Items;
use super::{Context, Pairs, Scalar, Segment, Source, Stop, Take, missing, tell_foreign, twice_told, unknown_word, wrong_type};
use crate::issue::{Code, quote};

/// A type that is read from JSON with every problem collected.
pub(crate) trait Read {
    /// Reads one value over a default. What does not fit is noted in `cx` and leaves the default; the error is one of syntax alone.
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop>;
}

impl<T: Read + Default> Read for Vec<T> {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        value.hand(&mut List(self), cx)
    }
}

struct List<'a, T>(&'a mut Vec<T>);

impl<T: Read + Default> Take for List<'_, T> {
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
        wrong_type(cx, "a list", found);
    }

    fn list(&mut self, items: &mut dyn Items, cx: &mut Context) -> Result<(), Stop> {
        let list = &mut *self.0;
        read_items(items, cx, &mut |value, cx| {
            // Lists are short more often than not, and a plan holds very many of them.
            if list.is_empty() {
                list.reserve_exact(1);
            }
            list.push(T::default());
            list.last_mut().map_or(Ok(()), |item| item.read(value, cx))
        })?;
        list.shrink_to_fit();
        Ok(())
    }
}

fn read_items(items: &mut dyn Items, cx: &mut Context, read: &mut dyn FnMut(&mut dyn Source, &mut Context) -> Result<(), Stop>) -> Result<(), Stop> {
    for at in 0.. {
        cx.path.push(Segment::Index(at));
        // On an error of syntax the path stays: it is the place of the error.
        let is_more = items.next(&mut |value| read(value, cx))?;
        cx.path.pop();
        if !is_more {
            break;
        }
    }
    Ok(())
}

impl<T: Read + Default> Read for BTreeMap<String, T> {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        value.hand(&mut Map(self), cx)
    }
}

struct Map<'a, T>(&'a mut BTreeMap<String, T>);

impl<T: Read + Default> Take for Map<'_, T> {
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
        wrong_type(cx, "an object", found);
    }

    fn object(&mut self, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
        read_entries(self.0, pairs, cx)
    }
}

/// The entries of a map whose keys are the user's own.
pub(crate) fn read_entries<T: Read + Default>(map: &mut BTreeMap<String, T>, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
    let mut key = String::new();
    while pairs.key(&mut |name| name.clone_into(&mut key))? {
        cx.path.push(Segment::Key(key.clone()));
        let mut item = T::default();
        pairs.value(&mut |value| item.read(value, cx))?;
        if map.contains_key(&key) {
            cx.report_with(Code::DocumentDuplicateField, || format!("field {} is given twice", quote(&key)));
        } else {
            map.insert(std::mem::take(&mut key), item);
        }
        cx.path.pop();
    }
    Ok(())
}

impl<T: Read + Default> Read for Option<T> {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        self.get_or_insert_default().read(value, cx)
    }
}

/// What a record is made of.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What it is, for messages.
    pub(crate) label: &'static str,
    /// The names of its fields.
    pub(crate) fields: &'static [&'static str],
    /// Which of them must be given: one bit for each.
    pub(crate) required: u64,
    /// Fields that belong to something else, and the code that says so.
    pub(crate) elsewhere: Option<(&'static [&'static [&'static str]], Code)>,
}

/// The places of what holds, one bit for each; the last bit is for `ext`.
pub(crate) const fn bits(mut list: &[bool]) -> u64 {
    assert!(list.len() < 64, "a record has fewer than 64 fields");
    let (mut bits, mut bit) = (0, 1);
    while let [first, rest @ ..] = list {
        if *first {
            bits |= bit;
        }
        (list, bit) = (rest, bit << 1);
    }
    bits
}

/// An object of the document.
pub(crate) trait Record {
    /// What it is made of.
    fn shape(&self) -> &'static Shape;

    /// Reads the value of a field, by its place in the shape.
    fn read_field(&mut self, at: usize, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop>;

    /// Puts away what the reading of fields made and left empty.
    fn settle(&mut self) {}
}

/// Reads a record from whatever comes.
pub(crate) fn read_record(record: &mut dyn Record, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
    value.hand(&mut Object(record), cx)
}

struct Object<'a>(&'a mut dyn Record);

impl Take for Object<'_> {
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
        wrong_type(cx, self.0.shape().label, found);
    }

    fn object(&mut self, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
        read_members(self.0, pairs, cx)
    }
}

fn read_members(record: &mut dyn Record, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
    let shape = record.shape();
    // One bit for each field: no record has more than 64, which the macro that declares them sees to.
    let mut given = 0_u64;
    let mut next = 0;
    let mut foreign = String::new();
    while let Some(at) = pairs.place(shape.fields, next, &mut foreign)? {
        let Some(&name) = shape.fields.get(at) else {
            tell_foreign(cx, &foreign, shape);
            pairs.value(&mut |value| value.pass())?;
            continue;
        };
        if given & (1 << at) != 0 {
            twice_told(cx, name);
            pairs.value(&mut |_| Ok(()))?;
            continue;
        }
        given |= 1 << at;
        next = at + 1;
        cx.path.push(Segment::Name(name));
        // On an error of syntax the path stays: it is the place of the error.
        pairs.value(&mut |value| record.read_field(at, value, cx))?;
        cx.path.pop();
    }
    let lacking = shape.required & !given;
    if lacking != 0 {
        let fields = shape.fields.iter().enumerate();
        fields.filter(|(at, _)| lacking & (1 << at) != 0).for_each(|(_, name)| missing(cx, name));
    }
    record.settle();
    Ok(())
}

/// Reads a value that is a word or else an object. `of_word` is asked only for words among `words`.
pub(crate) fn read_word_or(
    value: &mut dyn Source,
    cx: &mut Context,
    words: &'static [&'static str],
    record: &mut dyn Record,
    of_word: &mut dyn FnMut(&str),
) -> Result<Found, Stop> {
    let mut take = WordOr {
        words,
        record,
        of_word,
        found: Found::Nothing,
    };
    value.hand(&mut take, cx)?;
    Ok(take.found)
}

/// Which of a word and an object was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    Word,
    Object,
}

struct WordOr<'a> {
    words: &'static [&'static str],
    record: &'a mut dyn Record,
    of_word: &'a mut dyn FnMut(&str),
    found: Found,
}

impl Take for WordOr<'_> {
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
        let label = self.record.shape().label;
        match found {
            Scalar::Text(word) if self.words.contains(&word) => {
                (self.of_word)(word);
                self.found = Found::Word;
            }
            Scalar::Text(word) => unknown_word(cx, word, label, self.words),
            _ => wrong_type(cx, label, found),
        }
    }

    fn object(&mut self, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
        self.found = Found::Object;
        read_members(self.record, pairs, cx)
    }
}
