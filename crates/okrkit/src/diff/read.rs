//! Differences as they are written.

use super::{Change, FieldValue, Of, PlanDiff};
use crate::wire::{Context, Ext, Members, missing, read_into, read_whole, unknown_word};

/// The words for changes.
const CHANGES: &[&str] = &["added", "removed", "moved", "field", "entry_added", "entry_removed"];

/// The words for what a change is of.
const THINGS: &[&str] = &["plan", "cycle", "team", "kpi", "objective", "key_result", "link"];

/// Reads a difference as [`PlanDiff`] is written; what is wrong with it is told at the present place.
pub(crate) fn changes_of(text: &str, cx: &mut Context) -> PlanDiff {
    let members = Members::of(text, "a difference", &["changes"], cx);
    let changes: Vec<Ext> = members.required("changes", cx);
    let each = changes.iter().enumerate();
    let changes = cx.name("changes", |cx| {
        each.filter_map(|(at, text)| cx.index(at, |cx| change(text.json(), cx))).collect()
    });
    PlanDiff { changes }
}

/// The only member of an object, with its name as one of a list of words.
fn tagged<'t>(text: &'t str, label: &str, known: &'static [&'static str], cx: &mut Context) -> Option<(&'static str, &'t str)> {
    let before = cx.n_issues();
    let members = Members::of(text, label, known, cx);
    let mut tagged = known.iter().filter_map(|name| Some((*name, members.text(name)?)));
    if let (Some(one), None) = (tagged.next(), tagged.next()) {
        return Some(one);
    }
    if cx.n_issues() == before {
        let message = format!("{label} has exactly one member, of {}", known.join(", "));
        cx.report(crate::issue::Code::DocumentMissingField, message);
    }
    None
}

fn change(text: &str, cx: &mut Context) -> Option<Change> {
    let (kind, text) = tagged(text, "a change", CHANGES, cx)?;
    cx.key(kind, |cx| {
        let known: &[&str] = match kind {
            "added" | "removed" => &["of", "objective", "at", "value"],
            "moved" => &["of", "from", "to", "at"],
            "field" => &["of", "field", "before", "after"],
            _ => &["of", "field", "at", "entry"],
        };
        let members = Members::of(text, "a change", known, cx);
        let of = members.text("of").map(|text| cx.name("of", |cx| thing(text, cx)));
        let of = of.unwrap_or_else(|| {
            missing(cx, "of");
            None
        });
        Some(match kind {
            "added" => Change::Added {
                objective: members.optional("objective", cx),
                at: place(&members, cx),
                value: value(&members, "value", cx),
                of: of?,
            },
            "removed" => Change::Removed {
                objective: members.optional("objective", cx),
                at: place(&members, cx),
                value: value(&members, "value", cx),
                of: of?,
            },
            "moved" => Change::Moved {
                from: members.optional("from", cx),
                to: members.optional("to", cx),
                at: place(&members, cx),
                of: of?,
            },
            "field" => Change::Field {
                field: members.required("field", cx),
                before: members.text("before").map(FieldValue::parsed),
                after: members.text("after").map(FieldValue::parsed),
                of: of?,
            },
            "entry_added" => Change::EntryAdded {
                field: members.required("field", cx),
                at: place(&members, cx),
                entry: value(&members, "entry", cx),
                of: of?,
            },
            _ => Change::EntryRemoved {
                field: members.required("field", cx),
                at: place(&members, cx),
                entry: value(&members, "entry", cx),
                of: of?,
            },
        })
    })
}

fn place(members: &Members<'_>, cx: &mut Context) -> usize {
    let Some(text) = members.text("at") else {
        missing(cx, "at");
        return 0;
    };
    let at = cx.name("at", |cx| read_whole(text, 0.0, 2_147_483_647.0, cx)).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "read within these bounds")]
    let at = at as usize;
    at
}

fn value(members: &Members<'_>, name: &'static str, cx: &mut Context) -> FieldValue {
    members.text(name).map_or_else(
        || {
            missing(cx, name);
            FieldValue::default()
        },
        FieldValue::parsed,
    )
}

fn thing(text: &str, cx: &mut Context) -> Option<Of> {
    if text.trim_start().starts_with('"') {
        let word: String = read_into(text, cx);
        if word == "plan" {
            return Some(Of::Plan);
        }
        unknown_word(cx, &word, "what changes", THINGS);
        return None;
    }
    let (kind, text) = tagged(text, "what changes", THINGS, cx)?;
    cx.key(kind, |cx| {
        if kind == "link" {
            let members = Members::of(text, "a link", &["child", "parent"], cx);
            return Some(Of::Link {
                child: members.required("child", cx),
                parent: members.required("parent", cx),
            });
        }
        let id: String = read_into(text, cx);
        match kind {
            "cycle" => Some(Of::Cycle(id)),
            "team" => Some(Of::Team(id)),
            "kpi" => Some(Of::Kpi(id)),
            "objective" => Some(Of::Objective(id)),
            "key_result" => Some(Of::KeyResult(id)),
            _ => {
                unknown_word(cx, kind, "what changes", THINGS);
                None
            }
        }
    })
}
