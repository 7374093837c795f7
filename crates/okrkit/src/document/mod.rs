//! The document: JSON text in, a [`Plan`] out, and back.
//!
//! A reader of version N reads versions 1 to N. There is one version so far; the next one adds a function from the document
//! of version 1 to that of version 2, and `read` goes through it.

mod locate;
mod scan;
#[cfg(feature = "schema")]
mod schema;
mod text;

use locate::Mended;
pub use locate::{Position, locate};
#[cfg(all(feature = "schema", feature = "call"))]
pub(crate) use schema::{plain_description, refuse_null_of_absent};
#[cfg(feature = "schema")]
pub use schema::{plan_schema, profile_schema};
pub(crate) use text::{to_compact, to_text};

use serde::de::Deserializer as _;

use crate::issue::{Code, Issue, Issues};
use crate::plan::{FormatVersion, Plan, PlanDocument};
use crate::wire::{self, Context, Read};

/// The newest version of the plan document, and the one that [`write`](write()) writes.
pub const FORMAT_VERSION: u32 = FormatVersion::NEWEST.0;

/// Reads a plan.
///
/// ```
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [], "objectives": []}"#)?;
/// assert_eq!(plan.id(), "acme");
///
/// let issues = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [], "objectves": []}"#).unwrap_err();
/// let found: Vec<String> = issues.iter().map(|issue| format!("{} {}", issue.path, issue.message)).collect();
/// assert_eq!(found, [
///     "/objectves unknown field `objectves` in a plan, did you mean `objectives`?",
///     "/objectives field `objectives` is missing",
/// ]);
/// # Ok::<(), okrkit::Issues>(())
/// ```
///
/// Of a long text the plan keeps what it needs: see [`Plan`].
///
/// # Errors
/// Every problem at once, up to [`Issues::MOST`]. A text that is not JSON is [`Code::DocumentSyntax`] alone, a version that is not known
/// [`Code::DocumentUnsupportedVersion`] alone.
pub fn read(text: &str) -> Result<Plan, Issues> {
    if let Some(plan) = Plan::streamed(text) {
        return Ok(plan);
    }
    let (document, mut cx) = read_document::<PlanDocument>(text).map_err(Issues::from_vec)?;
    if let Some(issues) = unsupported(document.okrkit, "okrkit", &cx) {
        return Err(issues);
    }
    Plan::checked(document, &mut cx).ok_or_else(|| cx.refusal())
}

/// Reads a plan from bytes that should be UTF-8.
///
/// # Errors
/// As [`read`]; bytes that are not UTF-8 are [`Code::DocumentSyntax`].
pub fn read_bytes(bytes: &[u8]) -> Result<Plan, Issues> {
    read(text_of(bytes)?)
}

/// Bytes as text, or where they stop being UTF-8.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Issues> {
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = error.valid_up_to();
        let text = bytes.get(..valid).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
        let place = Position::of(text, valid);
        let message = format!("the text is not UTF-8 from byte {valid} on, at line {} column {}", place.line, place.column);
        Issues::from_vec(vec![Issue::new(Code::DocumentSyntax, "", message).at(place)])
    })
}

/// The canonical text of a plan: the same plan, the same bytes, and [`read`] gives the same plan again.
///
/// Two spaces a level, fields in the order of the format, what holds its default left out, whole numbers without a fraction,
/// a line break at the end. `ext` stands as it was written.
#[must_use]
pub fn write(plan: &Plan) -> String {
    to_text(plan)
}

/// Reads a type with a version field of its own, then checks it. `problems` were found in the text it was made of.
pub(crate) fn read_with<T: Read + Default>(
    text: &str,
    problems: Vec<Issue>,
    version: impl FnOnce(&T) -> FormatVersion,
    member: &'static str,
    check: impl FnOnce(&T, &mut Context),
) -> Result<T, Issues> {
    let (value, mut cx) = read_document::<T>(text).map_err(Issues::from_vec)?;
    if let Some(issues) = unsupported(version(&value), member, &cx) {
        return Err(issues);
    }
    cx.preceded_by(problems);
    cx.end_of_structure();
    check(&value, &mut cx);
    if cx.has_issues() { Err(cx.refusal()) } else { Ok(value) }
}

/// Reads one value that is no document of its own.
///
/// # Errors
/// Every problem of structure at once.
#[cfg(feature = "call")]
pub(crate) fn read_value<T: Read + Default>(text: &str) -> Result<T, Issues> {
    let (value, cx) = read_document::<T>(text).map_err(Issues::from_vec)?;
    if cx.has_issues() { Err(cx.refusal()) } else { Ok(value) }
}

/// The document in a text that was written of plans, not checked as a plan.
pub(crate) fn read_unchecked(text: &str) -> Result<PlanDocument, Issues> {
    read_with(text, Vec::new(), |document: &PlanDocument| document.okrkit, "okrkit", |_, _| ())
}

/// The problems of structure in a text, of those that are asked for.
pub(crate) fn problems_of<T: Read + Default>(text: &str, keep: impl FnMut(&Issue) -> bool) -> Vec<Issue> {
    let issues = match read_document::<T>(text) {
        Ok((_, cx)) => cx.into_issues(),
        Err(issues) => issues,
    };
    issues.into_iter().filter(keep).collect()
}

/// Where the version is not known nothing else is reported: what the rest means is not known either.
fn unsupported(version: FormatVersion, member: &'static str, cx: &Context) -> Option<Issues> {
    // What is no object has no version to speak of; that it is none is the problem.
    if version == FormatVersion::NEWEST || cx.is_broken_at("") {
        return None;
    }
    let path = format!("/{member}");
    let found = cx.issues().iter().find(|issue| issue.path == path).cloned();
    let issue = match found {
        Some(issue) if issue.code == Code::DocumentUnsupportedVersion => issue,
        Some(issue) => Issue::new(Code::DocumentUnsupportedVersion, path, issue.message),
        None => Issue::new(
            Code::DocumentUnsupportedVersion,
            path,
            format!("there is no `{member}` that says which version the format has, this reader knows 1"),
        ),
    };
    Some(Issues::from_vec(vec![issue]))
}

/// One pass over the text. Where numbers beyond the doubles stop the parser, it goes over a text that has them replaced.
fn read_document<T: Read + Default>(text: &str) -> Result<(T, Context), Vec<Issue>> {
    let (mut value, mut cx) = (T::default(), Context::default());
    let Some(mended) = read_or_mend(text, &mut value, &mut cx)? else {
        return Ok((value, cx));
    };
    // Assigned, so that what was read so far is gone before it is read again.
    (value, cx) = (T::default(), Context::default());
    read_mended(mended, &mut value, &mut cx)?;
    Ok((value, cx))
}

/// Reads a text, or gives one that can be read in its place.
fn read_or_mend(whole: &str, value: &mut dyn Read, cx: &mut Context) -> Result<Option<Mended>, Vec<Issue>> {
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let Err(error) = parse(text, value, cx) else { return Ok(None) };
    if let Some(mended) = locate::mend_scalars(text) {
        return Ok(Some(mended));
    }
    let place = place_of(&error, whole, text);
    let message = format!("{}, at line {} column {}", what_is_wrong(&error), place.line, place.column);
    Err(vec![Issue::new(Code::DocumentSyntax, cx.pointer(), message).at(place)])
}

fn read_mended(mended: Mended, value: &mut dyn Read, cx: &mut Context) -> Result<(), Vec<Issue>> {
    if let Err(error) = parse(&mended.text, value, cx) {
        // What is wrong with the mended text is wrong with the one that was given, and only the path to it is the same in both.
        return Err(vec![Issue::new(Code::DocumentSyntax, cx.pointer(), what_is_wrong(&error))]);
    }
    cx.mended(mended.issues, mended.more);
    Ok(())
}

/// What the parser says, without the place that it ends its messages with.
fn what_is_wrong(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "the text ends too early".to_owned();
    }
    let whole = error.to_string();
    whole.split(" at line ").next().unwrap_or(&whole).to_owned()
}

/// Where the parser stopped: it counts columns in bytes, from where the byte order mark ended. What ends too early does so at
/// its end.
fn place_of(error: &serde_json::Error, whole: &str, text: &str) -> Position {
    let mark = whole.len() - text.len();
    if error.is_eof() {
        return Position::of(whole, whole.len());
    }
    let lines_before = error.line().saturating_sub(1);
    let begin = text.match_indices('\n').map(|(end, _)| end + 1).take(lines_before).last().unwrap_or_default();
    Position::of(whole, mark + (begin + error.column()).saturating_sub(1))
}

fn parse(text: &str, value: &mut dyn Read, cx: &mut Context) -> Result<(), serde_json::Error> {
    let mut de = serde_json::Deserializer::from_str(text);
    wire::read_from(&mut de, value, cx)?;
    de.end()
}

/// Reads the value that a text begins with, and says where it ends. `None` where that is no JSON.
pub(crate) fn read_first(text: &str, value: &mut dyn Read, cx: &mut Context) -> Option<usize> {
    let mut de = serde_json::Deserializer::from_str(text);
    wire::read_from(&mut de, value, cx).ok()?;
    Some(de.into_iter::<serde::de::IgnoredAny>().byte_offset())
}

/// Reads a value that was read before, without any problem.
pub(crate) fn read_again<T: Read + Default>(text: &str) -> T {
    let (mut value, mut cx) = (T::default(), Context::default());
    let read = parse(text, &mut value, &mut cx);
    debug_assert!(read.is_ok() && !cx.has_issues(), "what was read once is read again");
    value
}

/// Parses nothing, and says whether the text is JSON.
fn is_json(text: &str) -> bool {
    let mut de = serde_json::Deserializer::from_str(text);
    de.deserialize_ignored_any(serde::de::IgnoredAny).is_ok() && de.end().is_ok()
}
