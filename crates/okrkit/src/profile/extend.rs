//! Profiles that say only what differs from a named one.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::{Profile, named, read, unknown};
use crate::issue::{Code, Issue, Issues};

/// The members of an object as they are written.
type Members<'t> = BTreeMap<String, &'t RawValue>;

/// A text with what it extends filled in.
pub(super) struct Extended {
    pub(super) text: String,
    /// What is wrong with the structure of the text as it was given.
    pub(super) problems: Vec<Issue>,
}

/// The text with what it extends filled in, if it extends anything.
pub(super) fn extended(text: &str) -> Result<Option<Extended>, Issues> {
    let Ok(mut own) = serde_json::from_str::<Members<'_>>(text.strip_prefix('\u{feff}').unwrap_or(text)) else {
        return Ok(None);
    };
    let Some(extends) = own.remove("extends") else { return Ok(None) };
    // The version is that of the text and is not taken from elsewhere; where it is not known, nothing else is said.
    if own
        .get("okrkit_profile")
        .is_none_or(|version| serde_json::from_str::<f64>(version.get()).ok() != Some(1.0))
    {
        return Ok(None);
    }
    // Twice the same field would be lost in the merge, so the document is looked through as it stands first.
    let mut n_extends = 0;
    let mut own_issues = crate::document::problems_of::<Profile>(text, |issue| {
        let is_extends = issue.code == Code::DocumentUnknownField && issue.path == "/extends";
        n_extends += usize::from(is_extends);
        issue.code != Code::DocumentMissingField && !is_extends
    });
    if n_extends > 1 {
        own_issues.push(Issue::new(Code::DocumentDuplicateField, "/extends", "field `extends` is given twice"));
    }
    let base = match serde_json::from_str::<String>(extends.get()) {
        Ok(name) => named::text(&name).map_or_else(|| Err(Issues::from_vec(vec![unknown("/extends", &name)])), read),
        Err(_) => Err(Issues::from_vec(vec![Issue::new(
            Code::DocumentWrongType,
            "/extends",
            "expected the name of a profile",
        )])),
    };
    match base {
        Ok(base) => {
            let mut merged = String::new();
            write_object(&serde_json::to_value(base).unwrap_or_default(), &own, &mut merged);
            Ok(Some(Extended {
                text: merged,
                problems: own_issues,
            }))
        }
        Err(issues) => Err(Issues::from_vec(issues.into_iter().chain(own_issues).collect())),
    }
}

/// Writes the members of a base with those of one's own in their place, these as they are written.
fn write_object(base: &Value, own: &Members<'_>, out: &mut String) {
    let mut is_first = true;
    let mut name = |name: &str, out: &mut String| {
        out.push(if std::mem::take(&mut is_first) { '{' } else { ',' });
        out.push_str(&Value::from(name).to_string());
        out.push(':');
    };
    let base = base.as_object();
    for (field, value) in base.into_iter().flatten() {
        name(field, out);
        match own.get(field) {
            Some(own) => write_value(value, own, out),
            None => out.push_str(&value.to_string()),
        }
    }
    for (field, value) in own.iter().filter(|(field, _)| base.is_none_or(|base| !base.contains_key(*field))) {
        name(field, out);
        out.push_str(value.get());
    }
    out.push_str(if is_first { "{}" } else { "}" });
}

/// Objects field by field, everything else as a whole; data of one's own too, and a pool that mixes.
fn write_value(base: &Value, own: &RawValue, out: &mut String) {
    match serde_json::from_str::<Members<'_>>(own.get()) {
        Ok(members) if base.is_object() && !members.contains_key("own_share") => write_object(base, &members, out),
        _ => out.push_str(own.get()),
    }
}
