//! Differences as text for reviewers.

use std::fmt;

use super::{Change, FieldValue, PlanDiff};

impl fmt::Display for PlanDiff {
    /// A line for each thing, `+` added, `-` removed, `~` changed, `>` moved; below it a line for each field and entry.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = None;
        for change in &self.changes {
            let is_within = matches!(change, Change::Field { .. } | Change::EntryAdded { .. } | Change::EntryRemoved { .. });
            if is_within && told != Some(change.of()) {
                writeln!(f, "~ {}", change.of())?;
            }
            told = Some(change.of());
            writeln!(f, "{change}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = |objective: &Option<String>| {
            let of = objective.as_deref().map(crate::issue::quote);
            of.map_or_else(String::new, |objective| format!(" of {objective}"))
        };
        match self {
            Self::Added { of, objective, value, .. } => write!(f, "+ {of}{}{}", within(objective), title(value)),
            Self::Removed { of, objective, value, .. } => write!(f, "- {of}{}{}", within(objective), title(value)),
            Self::Moved { of, from, to, at } if from == to => write!(f, "> {of}{} to place {}", within(to), at + 1),
            Self::Moved { of, from, to, .. } => write!(f, "> {of} moved{} to one{}", within(from).replacen(" of", " from", 1), within(to)),
            Self::Field { field, before, after, .. } => {
                let shown = |value: &Option<FieldValue>| value.as_ref().map_or_else(|| "–".to_owned(), FieldValue::to_string);
                write!(f, "    {}: {} → {}", field.trim_start_matches('/'), shown(before), shown(after))
            }
            Self::EntryAdded { field, entry, .. } => write!(f, "    + {}: {}", field.trim_start_matches('/'), Entry(entry)),
            Self::EntryRemoved { field, entry, .. } => write!(f, "    - {}: {}", field.trim_start_matches('/'), Entry(entry)),
        }
    }
}

/// The title of what was added or removed, in English where it has several.
fn title(value: &FieldValue) -> String {
    let title = match value.get("title") {
        Some(texts @ FieldValue::Object(_)) => texts
            .get("en")
            .or_else(|| texts.members().first().map(|(_, text)| text))
            .and_then(FieldValue::text),
        title => title.and_then(FieldValue::text),
    };
    title.map_or_else(String::new, |title| format!(": {}", FieldValue::Text(title.to_owned())))
}

/// An entry as names and values.
struct Entry<'a>(&'a FieldValue);

impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (name, value)) in self.0.members().iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            match (name.as_str(), value) {
                ("on" | "recorded" | "due" | "decided", FieldValue::Text(day)) => write!(f, "{comma}{name} {day}")?,
                _ => write!(f, "{comma}{name} {value}")?,
            }
        }
        Ok(())
    }
}
