//! Reading wire types: one pass over the JSON, every problem collected with its path.
//!
//! A derived `Deserialize` stops at the first problem. The types here are read by [`Read`] instead: a value that does not
//! fit is noted in the [`Context`], replaced by its default and skipped, so that the reader goes on and the shape of the
//! document stays as it is. A document with at least one issue is never handed out.

mod leaf;
#[cfg(feature = "call")]
mod members;
mod record;
#[cfg(test)]
mod tests;

pub use leaf::{Ext, Nullable};
pub(crate) use leaf::{Leaf, Scalar, drain_map, drain_seq, read_scalar, wrong_type};
#[cfg(feature = "call")]
pub(crate) use members::{Members, Setting, Settings, Word, read_into, read_settings, read_whole, read_word};
pub(crate) use record::{leaf, record, settings, words};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::issue::{Code, Guesses, Issue, Issues, nearest, quote};

/// One segment of the path to the value being read.
#[derive(Debug, Clone)]
enum Segment {
    Name(&'static str),
    Key(String),
    Index(usize),
}

/// Where the reader is, and what it found wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Context {
    path: Vec<Segment>,
    issues: Vec<Issue>,
    /// Problems found beyond those that are told.
    more: usize,
    /// How long the paths and messages are that are noted.
    n_bytes: usize,
    /// The places where structure is broken, sorted: what is checked later says nothing below or at them, where only defaults stand.
    broken: Vec<String>,
    /// What may still be spent on finding out which names were meant.
    guesses: Guesses,
}

impl Context {
    pub(crate) fn pointer(&self) -> String {
        let mut out = String::new();
        for segment in &self.path {
            out.push('/');
            match segment {
                Segment::Name(name) => out.push_str(name),
                Segment::Key(key) => out.push_str(&escape(key)),
                // Writing to a String cannot fail.
                Segment::Index(index) => drop(write!(out, "{index}")),
            }
        }
        out
    }

    pub(crate) fn name<R>(&mut self, name: &'static str, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.within(Segment::Name(name), inner)
    }

    pub(crate) fn index<R>(&mut self, index: usize, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.within(Segment::Index(index), inner)
    }

    pub(crate) fn key<R>(&mut self, key: &str, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.within(Segment::Key(key.to_owned()), inner)
    }

    fn within<R>(&mut self, segment: Segment, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.path.push(segment);
        let out = inner(self);
        self.path.pop();
        out
    }

    /// Notes a problem at the present place.
    pub(crate) fn report(&mut self, code: Code, message: impl Into<String>) {
        if self.is_full() && self.broken.is_empty() {
            self.more += 1;
        } else {
            let path = self.pointer();
            self.push(Issue::new(code, path, message));
        }
    }

    /// Notes a problem at the present place, whose message is only made where it will be told.
    pub(crate) fn report_with(&mut self, code: Code, message: impl FnOnce() -> String) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.report(code, message());
        }
    }

    /// Notes a problem at a member of the present place.
    pub(crate) fn report_at(&mut self, member: &'static str, code: Code, message: impl Into<String>) {
        self.name(member, |cx| cx.report(code, message));
    }

    pub(crate) fn push(&mut self, issue: Issue) {
        if self.is_broken(&issue.path) {
            return;
        }
        if self.is_full() {
            self.more += 1;
        } else {
            self.n_bytes += issue.path.len() + issue.message.len();
            self.issues.push(issue);
        }
    }

    /// Notes problems that hold whatever else is said of their places, and takes back what was said of the values there.
    pub(crate) fn mended(&mut self, issues: Vec<Issue>, more: usize) {
        let places: BTreeSet<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        self.issues.retain(|issue| {
            let is_of_the_name = matches!(issue.code, Code::DocumentDuplicateField | Code::DocumentUnknownField);
            is_of_the_name || !places.contains(issue.path.as_str())
        });
        let room = Issues::MOST.saturating_sub(self.issues.len());
        self.more += more + issues.len().saturating_sub(room);
        self.issues.extend(issues.into_iter().take(room));
    }

    /// Takes over the problems of something that stands at the present place.
    #[cfg(feature = "call")]
    pub(crate) fn absorb(&mut self, issues: Issues) {
        let place = self.pointer();
        self.more += issues.more();
        for mut issue in issues {
            issue.path.insert_str(0, &place);
            self.push(issue);
        }
    }

    /// Puts problems before those noted so far, and takes out of these what would be told twice.
    pub(crate) fn preceded_by(&mut self, problems: Vec<Issue>) {
        if problems.is_empty() {
            return;
        }
        let mut issues = problems;
        let told: BTreeSet<(String, String)> = issues.iter().map(|issue| (issue.path.clone(), issue.message.clone())).collect();
        let is_new = |issue: &Issue| !told.contains(&(issue.path.clone(), issue.message.clone()));
        issues.extend(std::mem::take(&mut self.issues).into_iter().filter(is_new));
        self.more += issues.len().saturating_sub(Issues::MOST);
        issues.truncate(Issues::MOST);
        self.n_bytes = issues.iter().map(|issue| issue.path.len() + issue.message.len()).sum();
        self.issues = issues;
    }

    /// Whether as many problems are noted as will be told: what is found from here on is only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.issues.len() >= Issues::MOST || self.n_bytes >= Issues::MOST_BYTES
    }

    /// From here on, what was noted before counts as structural.
    pub(crate) fn end_of_structure(&mut self) {
        self.broken = self.issues.iter().map(|issue| issue.path.clone()).collect();
        self.broken.sort_unstable();
    }

    /// Whether structure is broken nowhere.
    pub(crate) fn is_sound(&self) -> bool {
        self.broken.is_empty()
    }

    /// Whether structure is broken at `path` or above it, so that what stands there is only a default.
    pub(crate) fn is_broken(&self, path: &str) -> bool {
        if self.broken.is_empty() {
            return false;
        }
        let is_listed = |place: &str| self.broken.binary_search_by(|broken| broken.as_str().cmp(place)).is_ok();
        let above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        is_listed(path) || above.into_iter().any(is_listed)
    }

    /// Whether structure is broken anywhere at or below `member` of the present place.
    pub(crate) fn is_broken_within(&self, member: &'static str) -> bool {
        if self.broken.is_empty() {
            return false;
        }
        let path = format!("{}/{member}", self.pointer());
        let below = format!("{path}/");
        let first = self.broken.partition_point(|broken| *broken < below);
        self.is_broken(&path) || self.broken.get(first).is_some_and(|broken| broken.starts_with(&below))
    }

    /// Whether structure is broken at `member` of the present place or above it, so that of the member nothing is known.
    pub(crate) fn is_lost(&self, member: &'static str) -> bool {
        !self.broken.is_empty() && self.is_broken(&format!("{}/{member}", self.pointer()))
    }

    /// Whether a problem noted since there were `before` is at exactly this member of the present place.
    pub(crate) fn is_broken_since(&self, before: usize, member: &'static str) -> bool {
        if self.n_issues() == before {
            return false;
        }
        let path = format!("{}/{member}", self.pointer());
        self.is_full() || self.issues.iter().skip(before).any(|issue| issue.path == path)
    }

    /// Whether a problem is noted at exactly this place.
    pub(crate) fn is_broken_at(&self, path: &str) -> bool {
        self.issues.iter().any(|issue| issue.path == path)
    }

    /// Which of the known names was most likely meant. Where too many were compared already, none is offered.
    pub(crate) fn nearest<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        self.guesses.nearest(word, known)
    }

    pub(crate) fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// How many problems were found, told or not.
    pub(crate) fn n_issues(&self) -> usize {
        self.issues.len() + self.more
    }

    pub(crate) fn has_issues(&self) -> bool {
        !self.issues.is_empty()
    }

    pub(crate) fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// What was found wrong, as the answer to who handed it in.
    pub(crate) fn refusal(self) -> Issues {
        Issues::from_vec(self.issues).with_more(self.more)
    }
}

/// A key as a segment of an RFC 6901 pointer.
pub(crate) fn escape(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) {
        Cow::Owned(key.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(key)
    }
}

/// A type that is read from JSON with every problem collected.
pub(crate) trait Read: Sized + Default {
    /// Reads one value. What does not fit is noted in `cx` and replaced by a default; the error is one of syntax alone.
    fn read<'de, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<Self, D::Error>;
}

/// Hands a [`Read`] type to a serde access.
pub(crate) struct Seed<'c, T>(pub(crate) &'c mut Context, pub(crate) PhantomData<T>);

impl<'de, T: Read> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<T, D::Error> {
        T::read(de, self.0)
    }
}

/// A map key, borrowed from the text where it can be.
pub(crate) struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<Self::Value, D::Error> {
        struct Key;
        impl<'de> Visitor<'de> for Key {
            type Value = Cow<'de, str>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
        }
        de.deserialize_str(Key)
    }
}

/// The visitor methods of scalars, for types that take none of them.
macro_rules! scalar_is_wrong {
    () => {
        fn visit_bool<E>(self, v: bool) -> Result<Self::Value, E> {
            Ok(self.wrong($crate::wire::Scalar::Bool(v)))
        }
        fn visit_i64<E>(self, v: i64) -> Result<Self::Value, E> {
            #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
            Ok(self.wrong($crate::wire::Scalar::Number(v as f64)))
        }
        fn visit_u64<E>(self, v: u64) -> Result<Self::Value, E> {
            #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
            Ok(self.wrong($crate::wire::Scalar::Number(v as f64)))
        }
        fn visit_f64<E>(self, v: f64) -> Result<Self::Value, E> {
            Ok(self.wrong($crate::wire::Scalar::Number(v)))
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(self.wrong($crate::wire::Scalar::Null))
        }
    };
}
pub(crate) use scalar_is_wrong;

impl<T: Read> Read for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<Self, D::Error> {
        struct List<'c, T>(&'c mut Context, PhantomData<T>);
        impl<T> List<'_, T> {
            fn wrong(self, found: Scalar<'_>) -> Vec<T> {
                wrong_type(self.0, "a list", found);
                Vec::new()
            }
        }
        impl<'de, T: Read> Visitor<'de> for List<'_, T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            scalar_is_wrong!();
            fn visit_str<E>(self, v: &str) -> Result<Self::Value, E> {
                Ok(self.wrong(Scalar::Text(v)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                drain_map(map)?;
                Ok(self.wrong(Scalar::Object))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut out = Vec::new();
                loop {
                    self.0.path.push(Segment::Index(out.len()));
                    // On an error of syntax the path stays: it is the place of the error.
                    let item = seq.next_element_seed(Seed(self.0, PhantomData))?;
                    self.0.path.pop();
                    let Some(item) = item else {
                        out.shrink_to_fit();
                        return Ok(out);
                    };
                    // Lists are short more often than not, and a plan holds very many of them.
                    if out.is_empty() {
                        out.reserve_exact(1);
                    }
                    out.push(item);
                }
            }
        }
        de.deserialize_any(List(cx, PhantomData))
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<Self, D::Error> {
        struct Map<'c, T>(&'c mut Context, PhantomData<T>);
        impl<T> Map<'_, T> {
            fn wrong(self, found: Scalar<'_>) -> BTreeMap<String, T> {
                wrong_type(self.0, "an object", found);
                BTreeMap::new()
            }
        }
        impl<'de, T: Read> Visitor<'de> for Map<'_, T> {
            type Value = BTreeMap<String, T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            scalar_is_wrong!();
            fn visit_str<E>(self, v: &str) -> Result<Self::Value, E> {
                Ok(self.wrong(Scalar::Text(v)))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                drain_seq(seq)?;
                Ok(self.wrong(Scalar::Array))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                read_entries(map, self.0)
            }
        }
        de.deserialize_any(Map(cx, PhantomData))
    }
}

/// The entries of a map whose keys are the user's own.
pub(crate) fn read_entries<'de, T: Read, A: MapAccess<'de>>(mut map: A, cx: &mut Context) -> Result<BTreeMap<String, T>, A::Error> {
    let mut out = BTreeMap::new();
    while let Some(key) = map.next_key_seed(KeySeed)? {
        cx.path.push(Segment::Key(key.clone().into_owned()));
        let value = map.next_value_seed(Seed(cx, PhantomData))?;
        if out.contains_key(key.as_ref()) {
            cx.report_with(Code::DocumentDuplicateField, || format!("field {} is given twice", quote(&key)));
        } else {
            out.insert(key.into_owned(), value);
        }
        cx.path.pop();
    }
    Ok(out)
}

/// Reads the value of a named member; on an error of syntax the path stays, as the place of the error.
pub(crate) fn read_member<'de, T: Read, A: MapAccess<'de>>(map: &mut A, cx: &mut Context, name: &'static str) -> Result<T, A::Error> {
    cx.path.push(Segment::Name(name));
    let value = map.next_value_seed(Seed(cx, PhantomData))?;
    cx.path.pop();
    Ok(value)
}

impl<T: Read> Read for Option<T> {
    fn read<'de, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<Self, D::Error> {
        T::read(de, cx).map(Some)
    }
}

/// Whether an optional field holds its default, and so is left out of the text.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Notes that a required field is absent.
pub(crate) fn missing(cx: &mut Context, name: &'static str) {
    cx.name(name, |cx| cx.report_with(Code::DocumentMissingField, || format!("field `{name}` is missing")));
}

/// Notes a second occurrence of a field and skips it.
pub(crate) fn twice<'de, A: MapAccess<'de>>(cx: &mut Context, name: &'static str, map: &mut A) -> Result<(), A::Error> {
    twice_told(cx, name);
    map.next_value::<IgnoredAny>().map(drop)
}

/// Notes a second occurrence of a field.
pub(crate) fn twice_told(cx: &mut Context, name: &str) {
    cx.key(name, |cx| {
        cx.report_with(Code::DocumentDuplicateField, || format!("field {} is given twice", quote(name)));
    });
}

/// Notes a field that a record does not have and skips it.
pub(crate) fn unknown_field<'de, A: MapAccess<'de>>(
    cx: &mut Context,
    name: &str,
    label: &str,
    known: &[&str],
    elsewhere: Option<(&[&[&str]], Code)>,
    map: &mut A,
) -> Result<(), A::Error> {
    let elsewhere = elsewhere.filter(|(lists, _)| lists.iter().any(|names| names.contains(&name)));
    let code = elsewhere.map_or(Code::DocumentUnknownField, |(_, code)| code);
    let message = || {
        if elsewhere.is_some() {
            return format!("{label} has no {}, only {}", quote(name), list(known));
        }
        unknown_in(name, label, known)
    };
    cx.key(name, |cx| cx.report_with(code, message));
    map.next_value::<Passed>().map(drop)
}

/// Notes a field that an object does not have.
#[cfg(feature = "call")]
pub(crate) fn tell_unknown(cx: &mut Context, name: &str, label: &str, known: &[&str]) {
    cx.key(name, |cx| cx.report_with(Code::DocumentUnknownField, || unknown_in(name, label, known)));
}

fn unknown_in(name: &str, label: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("unknown field {} in {label}, did you mean `{near}`?", quote(name)),
        None if known.is_empty() => format!("unknown field {} in {label}, which takes none", quote(name)),
        None => format!("unknown field {} in {label}, which takes {}", quote(name), list(known)),
    }
}

/// A value that is passed over, but for a number beyond the doubles or half a surrogate pair: those are told here too, since the
/// field may only be misspelt.
struct Passed;

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Passed;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }
            fn visit_bool<E>(self, _: bool) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_str<E>(self, _: &str) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_unit<E>(self) -> Result<Passed, E> {
                Ok(Passed)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Passed, A::Error> {
                drain_seq(seq).map(|()| Passed)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Passed, A::Error> {
                drain_map(map).map(|()| Passed)
            }
        }
        de.deserialize_any(Any)
    }
}

/// A value that is a word or else an object.
pub(crate) fn read_word_or<'de, D, T, R>(
    de: D,
    cx: &mut Context,
    words: &'static [&'static str],
    label: &'static str,
    of_word: impl FnOnce(&str) -> T,
    of_object: impl FnOnce(R, &mut Context) -> T,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default,
    R: Read,
{
    struct WordOr<'c, T, R, W, O> {
        cx: &'c mut Context,
        words: &'static [&'static str],
        label: &'static str,
        of_word: W,
        of_object: O,
        types: PhantomData<(T, R)>,
    }

    impl<T: Default, R, W, O> WordOr<'_, T, R, W, O> {
        fn wrong(self, found: Scalar<'_>) -> T {
            wrong_type(self.cx, self.label, found);
            T::default()
        }
    }

    impl<'de, T: Default, R: Read, W: FnOnce(&str) -> T, O: FnOnce(R, &mut Context) -> T> Visitor<'de> for WordOr<'_, T, R, W, O> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.label)
        }
        scalar_is_wrong!();
        fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
            drain_seq(seq)?;
            Ok(self.wrong(Scalar::Array))
        }
        fn visit_str<E>(self, word: &str) -> Result<T, E> {
            if self.words.contains(&word) {
                return Ok((self.of_word)(word));
            }
            unknown_word(self.cx, word, self.label, self.words);
            Ok(T::default())
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            let object = R::read(serde::de::value::MapAccessDeserializer::new(map), self.cx)?;
            Ok((self.of_object)(object, self.cx))
        }
    }

    de.deserialize_any(WordOr {
        cx,
        words,
        label,
        of_word,
        of_object,
        types: PhantomData,
    })
}

/// Notes a word outside an enumeration.
pub(crate) fn unknown_word(cx: &mut Context, word: &str, label: &str, known: &[&str]) {
    cx.report_with(Code::DocumentUnknownWord, || outside(word, label, known));
}

/// "`activ` is not a stage (draft, active, closed, dropped), did you mean `active`?"
pub(crate) fn outside(word: &str, label: &str, known: &[&str]) -> String {
    let near = nearest(word, known.iter().copied()).map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
    format!("{} is not {label} ({}){near}", quote(word), known.join(", "))
}

/// Names in backticks with commas between.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The text is none of an enumeration's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    pub(crate) label: &'static str,
    pub(crate) known: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {} ({})", self.label, self.known.join(", "))
    }
}

impl std::error::Error for UnknownWord {}
