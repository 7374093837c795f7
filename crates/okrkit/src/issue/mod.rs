//! What is wrong with a document or an alignment, as data.
//!
//! A reader of okrkit never stops at the first mistake. It returns [`Issues`]: every problem at once, each with a stable
//! [`Code`], a JSON pointer to the place, a message that names the offending text, and help that says what to do.
//!
//! Messages are one line, lower case, without a full stop, and put the user's own text in backticks.

mod code;
#[cfg(test)]
mod tests;

pub use code::{Code, UnknownCode};

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::document::Position;

/// How much an [`Issue`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look; the plan is computed as it stands.
    Warning,
    /// Must be mended. As a problem of a document it stops the document from being read; as an alignment finding it
    /// never does (a profile calls a rule an error, the plan is still valid).
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One problem: what, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// The stable code. Once published it is never renamed.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// RFC 6901 JSON pointer into the document, `""` for the document itself. For a missing field it names the absent member.
    pub path: String,
    /// One line that says what is wrong here.
    pub message: String,
    /// The ids it is about, in order. For a circle: its members, the first repeated at the end. For a double count: the
    /// first path, then the second.
    pub nodes: Vec<String>,
    /// Where in the text it is, if the text is no JSON in UTF-8. What is JSON has its `path`, and
    /// [`locate`](crate::document::locate) finds the place.
    pub position: Option<Position>,
}

impl Issue {
    pub(crate) fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            path: path.into(),
            message: message.into(),
            nodes: Vec::new(),
            position: None,
        }
    }

    pub(crate) fn at(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    pub(crate) fn about(mut self, nodes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.nodes = nodes.into_iter().map(Into::into).collect();
        self
    }

    /// What to do about a problem of this kind.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.code.help()
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        if !self.path.is_empty() {
            write!(f, " (at {})", self.path)?;
        }
        Ok(())
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Issue", 7)?;
        out.serialize_field("code", self.code.as_str())?;
        out.serialize_field("severity", &self.severity)?;
        out.serialize_field("path", &self.path)?;
        out.serialize_field("message", &self.message)?;
        out.serialize_field("help", self.help())?;
        if !self.nodes.is_empty() {
            out.serialize_field("nodes", &self.nodes)?;
        }
        if let Some(position) = self.position {
            out.serialize_field("position", &position)?;
        }
        out.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Issue {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Issue".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (severity, position) = (generator.subschema_for::<Severity>(), generator.subschema_for::<Position>());
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        schemars::json_schema!({
            "description": "One problem: what, where, and what to do about it.",
            "type": "object",
            "properties": {
                "code": { "description": "The stable code.", "enum": codes },
                "severity": severity,
                "path": { "description": "RFC 6901 JSON pointer to the place; for a missing field it names the absent member.", "type": "string" },
                "message": { "description": "One line that says what is wrong here.", "type": "string" },
                "help": { "description": "What to do about a problem of this kind.", "type": "string" },
                "nodes": { "description": "The ids it is about, in order.", "type": "array", "items": { "type": "string" } },
                "position": position
            },
            "required": ["code", "severity", "path", "message", "help"],
            "additionalProperties": false
        })
    }
}

/// Every problem of one input: first what is wrong with its text and structure, then what is wrong with what it says, each in the
/// order of the document. Never empty when it is an error.
///
/// Of an input with more than [`Issues::MOST`] problems the first so many are told, and [`more`](Self::more) counts the rest:
/// a document can hold a million of them in two megabytes. Fewer are told where that many would be longer than 16 MiB, as they
/// can be with keys of a megabyte in their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issues {
    told: Vec<Issue>,
    more: usize,
}

impl Serialize for Issues {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.told.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Issues {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Issues".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Vec<Issue>>()
    }
}

impl Issues {
    /// The most problems that are told of one input.
    pub const MOST: usize = 10_000;
    /// How long paths and messages may become before no more are told.
    pub(crate) const MOST_BYTES: usize = 1 << 24;

    pub(crate) fn from_vec(told: Vec<Issue>) -> Self {
        Self { told, more: 0 }
    }

    pub(crate) fn with_more(mut self, more: usize) -> Self {
        self.more = more;
        self
    }

    /// How many problems were found beyond those that are told. Once there are any, nothing further is looked for than what
    /// reading comes across, so it is a lower bound.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }

    /// The problems, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Issue> {
        self.told.iter()
    }

    /// How many are told.
    #[must_use]
    pub fn len(&self) -> usize {
        self.told.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// Whether a problem of this kind is among them.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.told.iter().any(|issue| issue.code == code)
    }
}

impl fmt::Display for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, issue) in self.told.iter().enumerate() {
            if n > 0 {
                writeln!(f)?;
            }
            write!(f, "{issue}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Issues {}

impl IntoIterator for Issues {
    type Item = Issue;
    type IntoIter = std::vec::IntoIter<Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.told.into_iter()
    }
}

impl<'a> IntoIterator for &'a Issues {
    type Item = &'a Issue;
    type IntoIter = std::slice::Iter<'a, Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.told.iter()
    }
}

/// The known name that `word` most likely meant, if one is near enough to be worth saying.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Guesses::default().nearest(word, known)
}

/// What finding out which names were meant may cost, for all unknown names of one input together.
///
/// A name looked at costs 1, and comparing it letter by letter as much again for every 64 pairs of bytes. That gives a few
/// hundred unknown names their suggestion among a thousand ids, and ten among a hundred thousand; the rest do without one.
#[derive(Debug)]
pub(crate) struct Guesses {
    left: usize,
}

impl Default for Guesses {
    fn default() -> Self {
        Self { left: 2_000_000 }
    }
}

impl Guesses {
    /// The known name that `word` most likely meant, if one is near enough to be worth saying and there is something left.
    pub(crate) fn nearest<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        // A user's word can be a megabyte long; nothing of that length is a misspelt name.
        if word.len() > 64 {
            return None;
        }
        let length = word.chars().count();
        let mut best = None;
        for name in known {
            self.left = self.left.checked_sub(1)?;
            // As many letters as the lengths differ by are wrong, and at most half of the longer may be.
            let other = name.chars().count();
            if length.abs_diff(other) * 2 > length.max(other) {
                continue;
            }
            self.left = self.left.checked_sub(word.len() * name.len() / 64)?;
            let likeness = strsim::normalized_damerau_levenshtein(word, name);
            if likeness >= 0.5 && best.is_none_or(|(most, _)| likeness >= most) {
                best = Some((likeness, name));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// The user's own text, in backticks, on one line, cut where it would swamp the message.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::from("`");
    for c in text.chars().take(LONGEST) {
        // Control characters and line separators would break the one-line rule; everything else is ordinary text.
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

/// Ids in order, with arrows between. Of a long way its two ends.
pub(crate) fn way(ids: &[&str]) -> String {
    const END: usize = 12;
    let told = |ids: &[&str]| ids.iter().map(|id| quote(id)).collect::<Vec<_>>().join(" → ");
    match (ids.get(..END), ids.get(ids.len().saturating_sub(END)..)) {
        (Some(first), Some(last)) if ids.len() > 2 * END => format!("{} → … → {}", told(first), told(last)),
        _ => told(ids),
    }
}
