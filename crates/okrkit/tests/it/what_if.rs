//! What would be if: edits, what a score asks for, what moves it.

mod edits;
mod laws;
mod required;
mod sensitivity;
mod tries;

use okrkit::what_if::{Ask, Route};
use okrkit::{CheckIn, Edit, Plan};
use serde_json::{Value, json};

pub(crate) const HALF: &str = "2026-02-20";

/// A key result with a measure and one value.
pub(crate) fn key_result(id: &str, measure: Value, value: f64) -> Value {
    json!({"id": id, "title": id, "measure": measure, "check_ins": [{"on": "2026-02-01", "value": value}]})
}

/// A metric from 0 to 10.
pub(crate) fn metric(id: &str, weight: f64, value: f64) -> Value {
    let mut metric = key_result(id, json!({"kind": "metric", "start": 0, "target": 10}), value);
    metric["weight"] = json!(weight);
    metric
}

/// The check-ins that are asked for.
pub(crate) fn edits(asks: &[Ask]) -> Vec<Edit> {
    let each = asks.iter().flat_map(|ask| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let times = ask.times as usize;
        std::iter::repeat_n((ask.key_result.clone(), ask.check_in.clone()), times)
    });
    each.map(|(key_result, check_in): (String, CheckIn)| Edit::CheckIn { key_result, check_in })
        .collect()
}

/// The plan once everything asked for was checked in.
pub(crate) fn after(plan: &Plan, route: &Route) -> Plan {
    plan.apply(edits(route.asks().unwrap())).unwrap_or_else(|issues| panic!("{issues}"))
}
