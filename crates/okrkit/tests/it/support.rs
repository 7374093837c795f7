//! What several tests use: small plans, pointers, and ways to ask for a figure.

use okrkit::{Code, Date, Issues, Plan, Profile, Scorecard};
use serde_json::{Value, json};

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A plan of one cycle of 100 days, 2026-01-01 to 2026-04-11, so that elapsed shares are plain: 2026-02-20 is a half.
pub(crate) fn plan_of(objectives: Value) -> Value {
    json!({"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}], "objectives": objectives})
}

/// A plan of one objective `o` with these key results.
pub(crate) fn plan_with(key_results: Value) -> Value {
    plan_of(json!([{"id": "o", "title": "o", "cycle": "c", "key_results": key_results}]))
}

/// A plan of one key result `k` with these fields beside its id and title.
pub(crate) fn plan_with_key_result(fields: Value) -> Value {
    let mut key_result = json!({"id": "k", "title": "k"});
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    for (name, value) in fields {
        key_result[name] = value;
    }
    plan_with(json!([key_result]))
}

/// A metric from 0 to 10 with check-ins `[day, value]`.
pub(crate) fn metric(id: &str, check_ins: &[(&str, f64)]) -> Value {
    let check_ins: Vec<Value> = check_ins.iter().map(|(on, value)| json!({"on": on, "value": value})).collect();
    json!({"id": id, "title": id, "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": check_ins})
}

pub(crate) fn read(plan: &Value) -> Plan {
    okrkit::read(&plan.to_string()).unwrap_or_else(|issues| panic!("{issues}\n{plan}"))
}

pub(crate) fn refusal(plan: &Value) -> Issues {
    okrkit::read(&plan.to_string()).expect_err("the plan should be refused")
}

pub(crate) fn codes(issues: &Issues) -> Vec<Code> {
    issues.iter().map(|issue| issue.code).collect()
}

/// Code, path and message of each issue, for messages of tests and comparisons.
pub(crate) fn told(issues: &Issues) -> Vec<String> {
    issues.iter().map(|issue| format!("{} {} {}", issue.code, issue.path, issue.message)).collect()
}

pub(crate) fn named(profile: &str) -> Profile {
    Profile::named(profile).unwrap()
}

pub(crate) fn score(plan: &Value, profile: &str, on: &str) -> Scorecard {
    okrkit::evaluate(&read(plan), &named(profile), date(on))
}

/// The scorecard as other languages get it.
pub(crate) fn card(plan: &Plan, profile: &Profile, as_of: impl Into<okrkit::AsOf>) -> Value {
    serde_json::to_value(okrkit::evaluate(plan, profile, as_of)).unwrap()
}

/// One figure of a scorecard by the default profile, by pointer: `/key_results/k/progress`.
pub(crate) fn figure(plan: &Value, on: &str, pointer: &str) -> Value {
    let card = card(&read(plan), &named("default"), date(on));
    card.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {card}")).clone()
}

#[track_caller]
pub(crate) fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9, "found {found}, expected {expected}");
}

/// The last segment of an RFC 6901 pointer, unescaped, and the pointer to what it is a member of.
pub(crate) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

/// Whether a text is a pointer in the sense of RFC 6901.
pub(crate) fn is_pointer(pointer: &str) -> bool {
    let escapes = pointer.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
    escapes && (pointer.is_empty() || pointer.starts_with('/'))
}

/// What is wrong with the style of a message, if anything: lower case start, one line, no full stop, balanced backticks.
pub(crate) fn fault_of(message: &str) -> Option<&'static str> {
    let plain = message.split('`').step_by(2).collect::<Vec<_>>().join("``");
    if message.is_empty() {
        Some("empty")
    } else if message.chars().any(|c| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')) {
        Some("more than one line")
    } else if message.starts_with(char::is_uppercase) {
        Some("an upper case start")
    } else if message.ends_with('.') || plain.contains(". ") {
        Some("a full stop")
    } else if plain.contains("  ") || message.ends_with(char::is_whitespace) || message.starts_with(char::is_whitespace) {
        Some("stray white space")
    } else if message.contains("::") || plain.contains("Option") || plain.contains("f64") || plain.contains("NaiveDate") {
        Some("a name of Rust")
    } else {
        None
    }
}

/// A plan in which every kind of object stands once, so that each can be spoiled.
pub(crate) fn everything() -> Value {
    json!({
        "okrkit": 1, "id": "p", "title": {"en": "Plan", "ar": "خطة"},
        "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11", "check_in_every": "week"}],
        "teams": [{"id": "t", "title": "T"}],
        "objectives": [
            {"id": "o", "title": "o", "cycle": "c", "team": "t", "owners": [{"who": "amal", "share": 0.5}], "tags": {"region": "gulf"},
             "stages": [{"on": "2026-01-01", "stage": "active"}], "manual_scores": [{"on": "2026-02-01", "value": 0.5}],
             "key_results": [
                {"id": "metric", "title": "m", "measure": {"kind": "metric", "start": 0, "target": 10, "unit": {"kind": "count", "of": "deals"}},
                 "expected_path": [{"on": "2026-02-01", "value": 5}], "check_ins": [{"on": "2026-02-01", "value": 5}],
                 "amendments": [{"on": "2026-02-10", "reason": "r", "set": {"measure": {"target": 20}}}]},
                {"id": "slots", "title": "s", "measure": {"kind": "threshold", "at_most": 24, "judge": {"share_of": "planned", "every": "day"}}},
                {"id": "parts", "title": "c", "measure": {"kind": "composite", "combine": "min", "parts": {"live": {"kind": "done"}}},
                 "check_ins": [{"on": "2026-02-01", "parts": {"live": {"done": true}}}]},
                {"id": "steps", "title": "s", "measure": {"kind": "milestones", "steps": [{"id": "a", "title": "A"}]}}
             ]},
            {"id": "top", "title": "top", "cycle": "c"}
        ],
        "links": [{"child": "o", "parent": "top"}]
    })
}

/// Pointers to every object of a document, those under `ext` aside.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.push(path.to_owned());
            for (name, inner) in members {
                objects(inner, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                objects(inner, &format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// Pointers to every object of [`everything`].
pub(crate) fn every_object() -> Vec<String> {
    let mut found = Vec::new();
    objects(&everything(), "", &mut found);
    assert!(found.len() > 25, "{found:?}");
    found
}

/// Whether the members of an object are named by the user.
pub(crate) fn is_free(pointer: &str) -> bool {
    ["/tags", "/title", "/parts"].iter().any(|end| pointer.ends_with(end))
}
