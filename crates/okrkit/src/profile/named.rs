//! The named profiles: documents, read by the reader that reads yours.

/// Name and text of each, in the order of the table in the module's page.
pub(super) const ALL: &[(&str, &str)] = &[
    ("default", include_str!("named/default.json")),
    ("google", include_str!("named/google.json")),
    ("viva", include_str!("named/viva.json")),
    ("quantive", include_str!("named/quantive.json")),
    ("perdoo", include_str!("named/perdoo.json")),
    ("workfront", include_str!("named/workfront.json")),
    ("15five", include_str!("named/15five.json")),
    ("servicenow", include_str!("named/servicenow.json")),
    ("upraise", include_str!("named/upraise.json")),
    ("engagedly", include_str!("named/engagedly.json")),
    ("mooncamp", include_str!("named/mooncamp.json")),
    ("leankit", include_str!("named/leankit.json")),
    ("zokri", include_str!("named/zokri.json")),
    ("puzzle", include_str!("named/puzzle.json")),
    ("okr_tracker", include_str!("named/okr_tracker.json")),
    ("notion", include_str!("named/notion.json")),
];

pub(super) fn text(name: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
