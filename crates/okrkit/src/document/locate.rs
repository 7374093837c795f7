//! Where in a text a JSON pointer leads, and what of a text can be mended.

use std::collections::BTreeMap;

use serde::Serialize;

use super::is_json;
use super::scan::{Event, Scan, Step};
use crate::issue::{Code, Issue, Issues, quote};
use crate::wire::escape;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalars.
    pub column: usize,
    /// The byte, from 0.
    pub offset: usize,
}

impl Position {
    /// The place of a byte, or of the character it is a part of.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let begin = (0..=offset.min(text.len()))
            .rev()
            .find(|offset| text.is_char_boundary(*offset))
            .unwrap_or_default();
        let before = text.get(..begin).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            offset: begin,
        }
    }
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
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let begin = text.len() - body.trim_start().len();
    let mut wanted = Wanted::default();
    let ends: Vec<usize> = pointers.into_iter().map(|pointer| wanted.add(pointer)).collect();
    if is_json(body) {
        wanted.find(body, text.len() - body.len());
    }
    let offsets: Vec<usize> = ends.into_iter().map(|end| wanted.offset(end).unwrap_or(begin)).collect();
    positions(text, &offsets)
}

/// The wanted pointers as one tree; its root, the outermost value, is at 0.
#[derive(Debug)]
struct Wanted<'p>(Vec<Place<'p>>);

#[derive(Debug, Default)]
struct Place<'p> {
    parent: usize,
    below: BTreeMap<&'p str, usize>,
    /// Where the value was seen last, and at which sight of its parent: with another sight of that it counts no more.
    seen: Option<(usize, usize)>,
    sights: usize,
}

impl Default for Wanted<'_> {
    fn default() -> Self {
        Self(vec![Place::default()])
    }
}

impl<'p> Wanted<'p> {
    /// Puts a pointer into the tree, and says where it ends.
    fn add(&mut self, pointer: &'p str) -> usize {
        let mut at = 0;
        for segment in pointer.split('/').skip(1) {
            let new = self.0.len();
            let Some(place) = self.0.get_mut(at) else { return at };
            let next = *place.below.entry(segment).or_insert(new);
            if next == new {
                self.0.push(Place {
                    parent: at,
                    ..Place::default()
                });
            }
            at = next;
        }
        at
    }

    /// Walks a text and notes where the values stand, counted from `begin` bytes before it.
    fn find(&mut self, text: &str, begin: usize) {
        // Of each open container its place in the tree, if any pointer goes there.
        let mut way: Vec<Option<usize>> = Vec::new();
        for event in Scan::new(text) {
            match event {
                Event::Open(offset, step) => {
                    let at = self.see(way.last().copied().flatten(), step, begin + offset);
                    way.push(at);
                }
                Event::Scalar(offset, _, step) => {
                    self.see(way.last().copied().flatten(), step, begin + offset);
                }
                Event::Close => {
                    way.pop();
                }
            }
        }
    }

    /// Notes a value, and gives its place in the tree. No step leads to the outermost.
    fn see(&mut self, around: Option<usize>, step: Option<Step<'_>>, offset: usize) -> Option<usize> {
        let (at, sight) = match step {
            None => (0, 0),
            Some(step) => {
                let around = self.0.get(around?)?;
                if around.below.is_empty() {
                    return None;
                }
                (*around.below.get(escape(&step.segment()).as_ref())?, around.sights)
            }
        };
        let place = self.0.get_mut(at)?;
        place.seen = Some((offset, sight));
        place.sights += 1;
        Some(at)
    }

    /// Where the value of a place is, or of the nearest one around it that was found.
    fn offset(&self, end: usize) -> Option<usize> {
        let mut way = vec![end];
        while let Some(place) = way.last().and_then(|at| self.0.get(*at)).filter(|_| way.last() != Some(&0)) {
            way.push(place.parent);
        }
        let mut found = None;
        let mut sights = 0;
        for place in way.into_iter().rev().map_while(|at| self.0.get(at)) {
            match place.seen {
                Some((offset, sight)) if sight == sights => (found, sights) = (Some(offset), place.sights),
                _ => break,
            }
        }
        found
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
    /// How many were wrong beyond those that are told.
    pub(super) more: usize,
}

/// Deeper than the parser goes, so that nothing there can have stopped it.
const DEEPEST: usize = 128;

/// JSON that the parser refuses may still be JSON: numbers beyond the doubles, escapes of half a surrogate pair. `None` where
/// that is not what is wrong.
pub(super) fn mend_scalars(text: &str) -> Option<Mended> {
    if !is_json(text) {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    let mut issues = Vec::new();
    let (mut done, mut n, mut n_bytes) = (0, 0, 0);
    // How deep the `ext` lies that the walk is in: what stands under it is kept to the letter and not read.
    let mut ext = None;
    let mut scan = Scan::new(text);
    while let Some(event) = scan.next() {
        let is_ext = |step: Option<Step<'_>>| matches!(step, Some(Step::Member(_))) && step.is_some_and(|step| step.segment() == "ext");
        let (begin, raw, step) = match event {
            Event::Open(_, step) => {
                if ext.is_none() && is_ext(step) {
                    ext = Some(scan.depth());
                }
                continue;
            }
            Event::Close => {
                ext = ext.filter(|depth| *depth <= scan.depth());
                continue;
            }
            Event::Scalar(begin, raw, step) => (begin, raw, step),
        };
        let Some((instead, code)) = fault(raw).filter(|_| ext.is_none() && scan.depth() <= DEEPEST && !is_ext(step)) else {
            continue;
        };
        mended.push_str(text.get(done..begin)?);
        mended.push_str(instead);
        done = begin + raw.len();
        n += 1;
        if issues.len() < Issues::MOST && n_bytes < Issues::MOST_BYTES {
            let path: String = scan.steps().flat_map(|step| ["/".to_owned(), escape(&step.segment()).into_owned()]).collect();
            let message = match code {
                Code::NumberRange => format!("the number {} is beyond the finite doubles", quote(raw)),
                _ => "the text holds an escape of half a surrogate pair".to_owned(),
            };
            n_bytes += path.len() + message.len();
            issues.push(Issue::new(code, path, message));
        }
    }
    if n == 0 {
        return None;
    }
    mended.push_str(text.get(done..)?);
    let more = n - issues.len();
    Some(Mended { text: mended, issues, more })
}

/// What to put in the place of a scalar that cannot be read, and the code of what is wrong with it.
fn fault(raw: &str) -> Option<(&'static str, Code)> {
    match raw.as_bytes().first()? {
        b'"' if raw.contains("\\u") && serde_json::from_str::<String>(raw).is_err() => Some(("\"\"", Code::DocumentSyntax)),
        b'-' | b'0'..=b'9' if serde_json::from_str::<f64>(raw).is_err() => Some(("0", Code::NumberRange)),
        _ => None,
    }
}
