//! Lint: every rule by its examples, levels, what is accepted, and the forms findings are handed on in.

mod examples;
mod laws;
mod rules;
mod sarif;
mod settings;

use okrkit::lint::Rule;
use okrkit::{LintPolicy, LintReport, lint_report};
use serde_json::Value;

use crate::support;

const PLAN: &str = include_str!("../../docs/lint-plan.json");
/// The day of the example plan.
const DAY: &str = "2026-02-20";

/// The example plan with changes, JSON pointer → value; and the day.
pub(crate) fn example(changes: &str) -> (Value, String) {
    let mut plan: Value = serde_json::from_str(PLAN).unwrap();
    let mut day = DAY.to_owned();
    let changes: Value = serde_json::from_str(changes).unwrap_or_else(|error| panic!("{error}\n{changes}"));
    for (pointer, value) in changes.as_object().expect("changes are an object") {
        if pointer == "as_of" {
            value.as_str().unwrap().clone_into(&mut day);
            continue;
        }
        let (parent, last) = support::split(pointer).unwrap();
        match plan.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
            Value::Object(members) if value.is_null() => drop(members.shift_remove(&last)),
            Value::Object(members) => drop(members.insert(last, value.clone())),
            Value::Array(items) => {
                let at: usize = last.parse().unwrap();
                if value.is_null() {
                    items.remove(at);
                } else if at == items.len() {
                    items.push(value.clone());
                } else {
                    items[at] = value.clone();
                }
            }
            other => panic!("{pointer} is within {other}"),
        }
    }
    (plan, day)
}

pub(crate) fn report(plan: &Value, day: &str) -> LintReport {
    lint_report(&support::read(plan), &support::named("default"), support::date(day), &LintPolicy::default())
}

/// The ids of the rules that find something in the example plan with changes, each once.
pub(crate) fn found(changes: &str) -> Vec<&'static str> {
    let (plan, day) = example(changes);
    let mut rules: Vec<&str> = report(&plan, &day).findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    rules
}

pub(crate) fn all() -> Vec<&'static Rule> {
    okrkit::lint::rules().collect()
}
