//! Reading wire types: one pass over the JSON, every problem collected with its path.
//!
//! A derived `Deserialize` stops at the first problem. The types here are read by [`Read`] instead: a value that does not
//! fit is noted in the [`Context`] and skipped, and its default stays, so that the reader goes on and the shape of the
//! document stays as it is. A document with at least one issue is never handed out.
//!
//! Nothing here is generic over what it reads from: a type says by tables and small functions what goes where, and one loop over
//! the parser serves all of them.

mod leaf;
#[cfg(feature = "call")]
mod members;
mod read;
mod record;
mod source;
#[cfg(test)]
mod tests;

pub use leaf::{Ext, Nullable};
pub(crate) use leaf::{Leaf, Scalar, read_scalar, wrong_type};
#[cfg(feature = "call")]
pub(crate) use members::{Members, Ranged, Setting, Settings, Word, read_into, read_settings, read_whole, read_word};
pub(crate) use read::{Found, Read, Record, Shape, bits, read_entries, read_record, read_word_or};
pub(crate) use record::{leaf, record, settings, words};
pub(crate) use source::{Pairs, Source, Stop, Take, read_from};

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
#[cfg(feature = "call")]
use std::ops::RangeInclusive;

use crate::issue::{Code, Guesses, Issue, Issues, nearest, quote};

/// The ranges of settings: a part of a whole.
#[cfg(feature = "call")]
pub(crate) const SHARE: RangeInclusive<f64> = 0.0..=1.0;
/// 0 or more.
#[cfg(feature = "call")]
pub(crate) const FROM_0: RangeInclusive<f64> = 0.0..=f64::MAX;
/// How many: what is counted is far fewer than this.
#[cfg(feature = "call")]
pub(crate) const COUNT: RangeInclusive<f64> = 0.0..=2_147_483_647.0;
/// How many days: no more than there are between the first one and the last.
#[cfg(feature = "call")]
pub(crate) const DAYS: RangeInclusive<f64> = 0.0..=3_652_058.0;

/// Whole numbers from one to another.
#[cfg(feature = "call")]
#[expect(clippy::cast_precision_loss, reason = "ranges end long before 2^53")]
pub(crate) const fn whole(least: usize, most: usize) -> RangeInclusive<f64> {
    least as f64..=most as f64
}

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

/// Whether an optional field holds its default, and so is left out of the text.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Notes that a required field is absent.
pub(crate) fn missing(cx: &mut Context, name: &'static str) {
    cx.name(name, |cx| cx.report_with(Code::DocumentMissingField, || format!("field `{name}` is missing")));
}

/// Notes a second occurrence of a field.
pub(crate) fn twice_told(cx: &mut Context, name: &str) {
    cx.key(name, |cx| {
        cx.report_with(Code::DocumentDuplicateField, || format!("field {} is given twice", quote(name)));
    });
}

/// Notes a field that a record does not have.
fn tell_foreign(cx: &mut Context, name: &str, shape: &Shape) {
    let elsewhere = shape.elsewhere.filter(|(lists, _)| lists.iter().any(|names| names.contains(&name)));
    let code = elsewhere.map_or(Code::DocumentUnknownField, |(_, code)| code);
    let message = || {
        if elsewhere.is_some() {
            return format!("{} has no {}, only {}", shape.label, quote(name), list(shape.fields));
        }
        unknown_in(name, shape.label, shape.fields)
    };
    cx.key(name, |cx| cx.report_with(code, message));
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
