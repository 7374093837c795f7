//! Where in a text a JSON pointer points, found by walking the raw values: their slices are parts of the text itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::is_json;
use crate::issue::{Code, Issue, quote};
use crate::wire::escape;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalars.
    pub column: usize,
    /// The byte, from 0.
    pub offset: usize,
}

/// The members of an object as they stand, duplicates and all.
struct Members<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut out = Vec::new();
                while let Some(key) = map.next_key_seed(crate::wire::KeySeed)? {
                    out.push((key, map.next_value()?));
                }
                Ok(Members(out))
            }
        }
        de.deserialize_map(Object)
    }
}

/// The values within a value, with the segments that lead to them.
fn children<'t>(raw: &'t str) -> Vec<(Cow<'t, str>, &'t str)> {
    match raw.as_bytes().first() {
        Some(b'{') => serde_json::from_str::<Members<'t>>(raw)
            .map_or_else(|_| Vec::new(), |members| members.0.into_iter().map(|(key, value)| (key, value.get())).collect()),
        Some(b'[') => serde_json::from_str::<Vec<&'t RawValue>>(raw).map_or_else(
            |_| Vec::new(),
            |items| items.into_iter().enumerate().map(|(i, item)| (Cow::Owned(i.to_string()), item.get())).collect(),
        ),
        _ => Vec::new(),
    }
}

/// Where `part`, a slice of `text`, begins in it.
fn offset_of(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}

fn range_of(text: &str, part: &str) -> Range<usize> {
    let begin = offset_of(text, part);
    begin..begin + part.len()
}

/// Where JSON pointers lead in a text: for each, the place of the value, or of the nearest object around it where there is no
/// such value. Of a field given twice it is the second.
///
/// ```
/// let text = "{\n  \"okrkit\": 1,\n  \"id\": 7\n}";
/// let found = okrkit::document::locate(text, ["/id"]);
/// assert_eq!((found[0].line, found[0].column), (3, 9));
/// ```
///
/// Takes one walk down the text for all pointers together.
#[must_use]
pub fn locate<'p>(text: &str, pointers: impl IntoIterator<Item = &'p str>) -> Vec<Position> {
    let pointers: Vec<&str> = pointers.into_iter().collect();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut offsets = vec![offset_of(text, body.trim_start()); pointers.len()];
    let wanted: Vec<(usize, &str)> = pointers.iter().copied().enumerate().collect();
    walk(text, body.trim(), &wanted, &mut offsets);
    positions(text, &offsets)
}

/// Notes where the wanted pointers lead, as seen from `raw`.
fn walk(text: &str, raw: &str, wanted: &[(usize, &str)], offsets: &mut [usize]) {
    let mut by_segment: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for &(at, pointer) in wanted {
        if let Some(offset) = offsets.get_mut(at) {
            *offset = offset_of(text, raw);
        }
        if let Some(rest) = pointer.strip_prefix('/') {
            let (segment, rest) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
            by_segment.entry(segment).or_default().push((at, rest));
        }
    }
    if by_segment.is_empty() {
        return;
    }
    for (segment, value) in children(raw) {
        if let Some(wanted) = by_segment.get(escape(&segment).as_ref()) {
            walk(text, value, wanted, offsets);
        }
    }
}

/// Lines and columns of byte offsets.
fn positions(text: &str, offsets: &[usize]) -> Vec<Position> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|at| offsets.get(*at));
    let mut out = vec![Position { line: 1, column: 1, offset: 0 }; offsets.len()];
    let (mut line, mut column, mut at) = (1, 1, 0);
    for place in order {
        let Some(&offset) = offsets.get(place) else { continue };
        for c in text.get(at..offset).unwrap_or_default().chars() {
            if c == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        at = offset;
        if let Some(slot) = out.get_mut(place) {
            *slot = Position { line, column, offset };
        }
    }
    out
}

/// A text whose unreadable scalars are replaced by ones that can be read, and what was wrong with them.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) issues: Vec<Issue>,
}

/// JSON that the parser refuses may still be JSON: numbers beyond the doubles, escapes of half a surrogate pair. `None` where
/// that is not what is wrong.
pub(super) fn mend_scalars(text: &str) -> Option<Mended> {
    if !is_json(text) {
        return None;
    }
    let mut found = Vec::new();
    let mut issues = Vec::new();
    collect(text, text.trim(), &mut String::new(), &mut found, &mut issues);
    if found.is_empty() {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for (range, instead) in found {
        mended.push_str(text.get(at..range.start)?);
        mended.push_str(instead);
        at = range.end;
    }
    mended.push_str(text.get(at..)?);
    Some(Mended { text: mended, issues })
}

fn collect(text: &str, raw: &str, path: &mut String, found: &mut Vec<(Range<usize>, &'static str)>, issues: &mut Vec<Issue>) {
    match raw.as_bytes().first() {
        Some(b'"') if serde_json::from_str::<String>(raw).is_err() => {
            found.push((range_of(text, raw), "\"\""));
            issues.push(Issue::new(
                Code::DocumentSyntax,
                path.as_str(),
                "the text holds an escape of half a surrogate pair",
            ));
        }
        Some(b'-' | b'0'..=b'9') if serde_json::from_str::<f64>(raw).is_err() => {
            found.push((range_of(text, raw), "0"));
            issues.push(Issue::new(
                Code::NumberRange,
                path.as_str(),
                format!("the number {} is beyond the finite doubles", quote(raw)),
            ));
        }
        _ => {
            for (segment, value) in children(raw) {
                // What stands under `ext` is kept to the letter and not read.
                if segment == "ext" {
                    continue;
                }
                let before = path.len();
                path.push('/');
                path.push_str(&escape(&segment));
                collect(text, value, path, found, issues);
                path.truncate(before);
            }
        }
    }
}
