//! Plans that came of another by changes such as people make, and some that nobody would make.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::plans::case;
use super::{Json, Tape, tapes};

/// A plan and one that came of it.
pub(crate) fn pairs() -> impl Strategy<Value = (Json, Json)> {
    tapes(1600).prop_map(|mut tape| {
        let plan = case(&mut tape).plan;
        let after = changed(&mut tape, &plan, "");
        (plan, after)
    })
}

/// A plan and two that came of it, each without knowing of the other.
pub(crate) fn forks() -> impl Strategy<Value = (Json, Json, Json)> {
    tapes(2000).prop_map(|mut tape| {
        let plan = case(&mut tape).plan;
        // What both of them change alike.
        let common = if tape.chance(30) { changed(&mut tape, &plan, "") } else { plan.clone() };
        let ours = changed(&mut tape, &common, " ours");
        let theirs = changed(&mut tape, &common, " theirs");
        (plan, ours, theirs)
    })
}

/// A plan with up to six changes. Changes that would make it invalid are left out.
pub(crate) fn changed(tape: &mut Tape, plan: &Value, by: &str) -> Json {
    let mut plan = plan.clone();
    for _ in 0..tape.below(7) {
        let mut next = plan.clone();
        change(tape, &mut next, by);
        if okrkit::read(&next.to_string()).is_ok() {
            plan = next;
        }
    }
    // As it is written, so that two that are the same plan are the same text.
    let written = okrkit::write(&okrkit::read(&plan.to_string()).unwrap());
    Json(serde_json::from_str(&written).unwrap())
}

fn change(tape: &mut Tape, plan: &mut Value, by: &str) {
    match tape.below(10) {
        0 | 1 => {
            let key_results = pointers(plan, &|pointer, value| value.is_object() && pointer.rsplit('/').nth(1) == Some("key_results"));
            if let Some(key_result) = some(tape, plan, &key_results) {
                let mut check_in = json!({"on": tape.pick(&["2026-02-01", "2026-01-15", "2026-03-01"]), "note": format!("{}{by}", tape.below(3))});
                if tape.chance(40) {
                    check_in["id"] = tape.pick(&["x", "y", "z"]).into();
                }
                let ids: Vec<Value> = key_result["check_ins"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|own| own["id"].clone())
                    .filter(Value::is_string)
                    .collect();
                if tape.chance(50) && !ids.is_empty() {
                    check_in["replaces"] = tape.pick(&ids);
                    if tape.chance(20) {
                        check_in["void"] = true.into();
                    }
                }
                push(key_result, "check_ins", check_in);
            }
        }
        2 => {
            let lists = pointers(plan, &|_, value| value.is_array());
            if let Some(Value::Array(items)) = some(tape, plan, &lists)
                && !items.is_empty()
            {
                items.remove(tape.below(items.len()));
            }
        }
        3 => {
            let lists = pointers(plan, &|_, value| value.as_array().is_some_and(|items| items.len() > 1));
            if let Some(Value::Array(items)) = some(tape, plan, &lists) {
                let (one, other) = (tape.below(items.len()), tape.below(items.len()));
                items.swap(one, other);
            }
        }
        4 => {
            let scalars = pointers(plan, &|pointer, value| !value.is_array() && !value.is_object() && !pointer.ends_with("id"));
            match some(tape, plan, &scalars) {
                Some(Value::String(text)) => text.push_str(if by.is_empty() { "!" } else { by }),
                Some(number @ Value::Number(_)) => *number = json!(tape.number(0, 9)),
                Some(Value::Bool(value)) => *value = !*value,
                _ => {}
            }
        }
        5 => {
            let objects = pointers(plan, &|_, value| value.as_object().is_some_and(|members| members.len() > 1));
            if let Some(Value::Object(members)) = some(tape, plan, &objects) {
                let name = members.keys().nth(tape.below(members.len())).unwrap().clone();
                members.shift_remove(&name);
            }
        }
        6 => {
            let lists = pointers(plan, &|_, value| {
                value.as_array().is_some_and(|items| items.iter().any(|item| item["id"].is_string()))
            });
            if let Some(Value::Array(items)) = some(tape, plan, &lists) {
                let mut copy = tape.pick(items);
                copy["id"] = format!("{}{}", copy["id"].as_str().unwrap_or("copy"), tape.pick(&["+", by])).into();
                if let Some(Value::Array(key_results)) = copy.get_mut("key_results") {
                    key_results.clear();
                }
                items.insert(tape.below(items.len() + 1), copy);
            }
        }
        7 => {
            let key_results = pointers(plan, &|pointer, value| value.is_object() && pointer.rsplit('/').nth(1) == Some("key_results"));
            if let Some(Value::Object(members)) = some(tape, plan, &key_results) {
                members.shift_remove("weight");
                members.insert("share".to_owned(), json!(tape.number(1, 9) / 10.0));
            }
        }
        8 => {
            let list = tape.pick(&["teams", "cycles"]);
            let ids: Vec<Value> = plan[list].as_array().into_iter().flatten().map(|item| item["id"].clone()).collect();
            if let Some(Value::Array(items)) = plan.get_mut(list).filter(|_| !ids.is_empty()) {
                let at = tape.below(items.len());
                items[at]["parent"] = tape.pick(&ids);
            }
        }
        _ => relink(tape, plan),
    }
}

/// Links two nodes, or moves a key result to another objective.
fn relink(tape: &mut Tape, plan: &mut Value) {
    let ids: Vec<Value> = pointers(plan, &|pointer, value| {
        pointer.starts_with("/objectives/") && value["id"].is_string() && value["title"] != Value::Null
    })
    .iter()
    .map(|pointer| plan.pointer(pointer).unwrap()["id"].clone())
    .collect();
    if ids.is_empty() {
        return;
    }
    if tape.chance(50) {
        let link = json!({"child": tape.pick(&ids), "parent": tape.pick(&ids), "kind": tape.pick(&["contributes", "supports"])});
        push(plan, "links", link);
        return;
    }
    let objectives = plan["objectives"].as_array_mut().unwrap();
    let (from, to) = (tape.below(objectives.len()), tape.below(objectives.len()));
    let Some(Value::Array(key_results)) = objectives[from].get_mut("key_results") else {
        return;
    };
    if key_results.is_empty() {
        return;
    }
    let moved = key_results.remove(tape.below(key_results.len()));
    push(&mut objectives[to], "key_results", moved);
}

fn push(object: &mut Value, list: &str, item: Value) {
    match object.get_mut(list) {
        Some(Value::Array(items)) => items.push(item),
        _ => object[list] = json!([item]),
    }
}

/// The pointers to what fits.
fn pointers(value: &Value, fits: &dyn Fn(&str, &Value) -> bool) -> Vec<String> {
    fn walk(value: &Value, at: &mut String, fits: &dyn Fn(&str, &Value) -> bool, out: &mut Vec<String>) {
        if fits(at, value) {
            out.push(at.clone());
        }
        let length = at.len();
        let mut below = |name: &str, value: &Value| {
            at.push('/');
            at.push_str(name);
            walk(value, at, fits, out);
            at.truncate(length);
        };
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| below(&i.to_string(), item)),
            Value::Object(members) => members
                .iter()
                .for_each(|(name, member)| below(&name.replace('~', "~0").replace('/', "~1"), member)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(value, &mut String::new(), fits, &mut out);
    out
}

fn some<'v>(tape: &mut Tape, plan: &'v mut Value, pointers: &[String]) -> Option<&'v mut Value> {
    if pointers.is_empty() {
        return None;
    }
    plan.pointer_mut(&tape.pick(pointers))
}
