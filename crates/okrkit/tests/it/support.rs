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
