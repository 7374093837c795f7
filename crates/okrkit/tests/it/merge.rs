//! Two plans that came of one, made into one again.

mod refused;
mod rivals;

use std::collections::BTreeSet;

use okrkit::diff::Of;
use okrkit::merge::{Merged, Taken};
use okrkit::{Code, KeyResult, Merge, Plan, merge};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{changes, config};
use crate::support::{codes, metric, plan_of, plan_with, read};

fn changed(plan: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut plan = plan.clone();
    change(&mut plan);
    plan
}

fn merged(base: &Value, ours: &Value, theirs: &Value) -> Merge {
    merge(&read(base), &read(ours), &read(theirs))
}

/// The conflicts, each on a line: what, where, the three values, what was taken.
fn told(merge: &Merge) -> Vec<String> {
    let shown = |value: &Option<okrkit::diff::FieldValue>| value.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
    let line = |conflict: &okrkit::merge::Conflict| {
        let values = [&conflict.base, &conflict.ours, &conflict.theirs].map(shown).join(" | ");
        format!("{} {}: {values} -> {}", conflict.of, conflict.field, conflict.taken)
    };
    merge.conflicts.iter().map(line).collect()
}

/// A merge without conflicts, whoever is ours.
#[track_caller]
fn clean(base: &Value, ours: &Value, theirs: &Value) -> Plan {
    let (forth, back) = (merged(base, ours, theirs), merged(base, theirs, ours));
    assert_eq!(told(&forth), Vec::<String>::new());
    assert_eq!(forth, back);
    forth.plan().unwrap().clone()
}

fn key_result(plan: &mut Value) -> &mut Value {
    &mut plan["objectives"][0]["key_results"][0]
}

fn with_check_ins(check_ins: Value) -> Value {
    changed(&plan_with(json!([metric("k", &[])])), |plan| key_result(plan)["check_ins"] = check_ins)
}

fn notes(plan: &Plan) -> Vec<String> {
    let key_result = plan.key_result("k").unwrap();
    key_result
        .check_ins
        .iter()
        .map(|check_in| format!("{} {}", check_in.on, check_in.note.clone().unwrap_or_default()))
        .collect()
}

fn entry(on: &str, note: &str) -> Value {
    json!({"on": on, "note": note})
}

#[test]
fn different_fields_of_one_key_result_are_both_taken() {
    let base = plan_with(json!([metric("k", &[])]));
    let ours = changed(&base, |plan| key_result(plan)["measure"]["target"] = 12.into());
    let theirs = changed(&base, |plan| {
        key_result(plan)["measure"]["start"] = 2.into();
        key_result(plan)["title"] = "Sales".into();
    });
    let expected = changed(&ours, |plan| {
        key_result(plan)["measure"]["start"] = 2.into();
        key_result(plan)["title"] = "Sales".into();
    });
    assert_eq!(clean(&base, &ours, &theirs), read(&expected));
}

#[test]
fn check_ins_of_two_laptops_are_united_by_day_whoever_is_ours() {
    let base = with_check_ins(json!([entry("2026-02-20", "late"), entry("2026-02-01", "first")]));
    let ours = with_check_ins(json!([
        entry("2026-02-20", "late"),
        entry("2026-02-01", "first"),
        entry("2026-02-10", "amal"),
        entry("2026-02-12", "both"),
        entry("2026-02-05", "amal, afterwards")
    ]));
    let theirs = with_check_ins(json!([
        entry("2026-02-20", "late"),
        entry("2026-02-01", "first"),
        entry("2026-02-08", "badr"),
        entry("2026-02-12", "both")
    ]));
    // What amal entered afterwards stays after what she entered before it.
    let expected = [
        "2026-02-20 late",
        "2026-02-01 first",
        "2026-02-08 badr",
        "2026-02-10 amal",
        "2026-02-12 both",
        "2026-02-05 amal, afterwards",
    ];
    assert_eq!(notes(&clean(&base, &ours, &theirs)), expected);
}

#[test]
fn what_one_entered_twice_is_there_twice_and_what_one_took_out_is_gone() {
    let base = with_check_ins(json!([entry("2026-02-01", "wrong"), entry("2026-02-02", "right")]));
    let ours = with_check_ins(json!([
        entry("2026-02-02", "right"),
        entry("2026-02-03", "a deal"),
        entry("2026-02-03", "a deal")
    ]));
    let theirs = with_check_ins(json!([
        entry("2026-02-01", "wrong"),
        entry("2026-02-02", "right"),
        entry("2026-02-03", "a deal")
    ]));
    assert_eq!(
        notes(&clean(&base, &ours, &theirs)),
        ["2026-02-02 right", "2026-02-03 a deal", "2026-02-03 a deal"]
    );
}

#[test]
fn two_check_ins_of_one_id_that_say_different_things_are_in_conflict() {
    let base = with_check_ins(json!([]));
    let of = |value: i32| with_check_ins(json!([{"on": "2026-02-01", "value": value, "id": "c1"}]));
    let merge = merged(&base, &of(3), &of(4));
    let text = r#"key result `k` /check_ins/c1: – | {"on":"2026-02-01","value":3,"id":"c1"} | {"on":"2026-02-01","value":4,"id":"c1"} -> ours"#;
    assert_eq!(told(&merge), [text]);
    assert_eq!(merge.plan(), Some(&read(&of(3))));
}

#[test]
fn a_check_in_that_one_took_out_and_the_other_corrected_stays() {
    let first = json!({"on": "2026-02-01", "value": 3, "id": "c1"});
    let base = with_check_ins(json!([first]));
    let ours = with_check_ins(json!([entry("2026-02-09", "ours")]));
    let correction = json!({"on": "2026-02-02", "value": 4, "replaces": "c1"});
    let theirs = with_check_ins(json!([first, correction]));
    let merge = merged(&base, &ours, &theirs);
    assert_eq!(merge.conflicts.len(), 1);
    assert_eq!(merge.conflicts[0].taken, Taken::Base);
    assert_eq!(
        merge.plan(),
        Some(&read(&with_check_ins(json!([first, correction, entry("2026-02-09", "ours")]))))
    );
}

#[test]
fn a_field_that_both_changed_is_a_conflict_and_ours_is_taken() {
    let base = plan_with(json!([metric("k", &[])]));
    let to = |target: i32| changed(&base, |plan| key_result(plan)["measure"]["target"] = target.into());
    let merge = merged(&base, &to(12), &to(8));
    assert_eq!(told(&merge), ["key result `k` /measure/target: 10 | 12 | 8 -> ours"]);
    assert_eq!(merge.plan(), Some(&read(&to(12))));
    assert!(merged(&base, &to(12), &to(12)).conflicts.is_empty());
}

#[test]
fn measures_of_two_kinds_are_not_mixed() {
    let base = plan_with(json!([metric("k", &[])]));
    let to = |measure: Value| changed(&base, |plan| key_result(plan)["measure"] = measure);
    let ours = to(json!({"kind": "levels", "start": 0, "target": 8}));
    let merge = merged(&base, &ours, &to(json!({"kind": "exact", "start": 0, "target": 9})));
    assert_eq!(merge.conflicts.len(), 1);
    assert_eq!(merge.conflicts[0].field, "/measure");
    assert_eq!(merge.plan(), Some(&read(&ours)));
}

#[test]
fn a_weight_and_a_share_exclude_each_other() {
    let base = plan_with(json!([metric("k", &[])]));
    let ours = changed(&base, |plan| key_result(plan)["weight"] = 2.into());
    let theirs = changed(&base, |plan| key_result(plan)["share"] = json!(0.5));
    let merge = merged(&base, &ours, &theirs);
    assert_eq!(told(&merge), [r#"key result `k` /weight: {} | {"weight":2} | {"share":0.5} -> ours"#]);
    assert_eq!(merge.plan(), Some(&read(&ours)));
}

#[test]
fn what_one_removed_and_the_other_changed_stays_with_all_it_needs() {
    let base = plan_of(json!([{"id": "o", "title": "o", "cycle": "c", "key_results": [metric("k", &[]), metric("l", &[])]}]));
    let ours = plan_of(json!([]));
    let theirs = changed(&base, |plan| key_result(plan)["check_ins"] = json!([{"on": "2026-02-01", "value": 3}]));
    for (merge, taken) in [(merged(&base, &ours, &theirs), Taken::Theirs), (merged(&base, &theirs, &ours), Taken::Ours)] {
        let about: Vec<(Of, Taken)> = merge.conflicts.iter().map(|conflict| (conflict.of.clone(), conflict.taken)).collect();
        assert_eq!(about, [(Of::KeyResult("k".into()), taken), (Of::Objective("o".into()), taken)]);
        let plan = merge.plan().unwrap();
        assert_eq!(plan.key_result("k").unwrap().check_ins.len(), 1);
        assert_eq!(plan.key_result("l"), None, "nobody changed it, and one side removed it");
    }
}

#[test]
fn a_team_that_one_removed_and_the_other_came_to_use_stays() {
    let base = changed(&plan_of(json!([])), |plan| {
        plan["teams"] = json!([{"id": "top", "title": "Top"}, {"id": "t", "title": "T", "parent": "top"}]);
    });
    let ours = changed(&base, |plan| plan["teams"] = json!([]));
    let theirs = changed(&base, |plan| plan["objectives"] = json!([{"id": "o", "title": "o", "cycle": "c", "team": "t"}]));
    let merge = merged(&base, &ours, &theirs);
    let about: Vec<&Of> = merge.conflicts.iter().map(|conflict| &conflict.of).collect();
    assert_eq!(about, [&Of::Team("t".into()), &Of::Team("top".into())]);
    assert_eq!(merge.plan(), Some(&read(&theirs)));
}

#[test]
fn what_both_added_stands_where_each_put_it() {
    let objective = |id: &str| json!({"id": id, "title": id, "cycle": "c"});
    let of = |ids: &[&str]| plan_of(ids.iter().map(|id| objective(id)).collect());
    let merged = clean(&of(&["a", "b"]), &of(&["a", "x", "b", "y"]), &of(&["w", "a", "b", "z"]));
    let ids: Vec<&str> = merged.objectives().map(|objective| objective.id.as_str()).collect();
    assert_eq!(ids, ["w", "a", "x", "b", "y", "z"]);
}

#[test]
fn an_order_that_both_changed_is_a_conflict() {
    let objective = |id: &str| json!({"id": id, "title": id, "cycle": "c"});
    let of = |ids: &[&str]| plan_of(ids.iter().map(|id| objective(id)).collect());
    let merge = merged(&of(&["a", "b", "c"]), &of(&["b", "a", "c"]), &of(&["a", "c", "b"]));
    assert_eq!(merge.conflicts.len(), 1);
    assert_eq!((&merge.conflicts[0].of, merge.conflicts[0].field.as_str()), (&Of::Plan, "/objectives"));
    assert_eq!(merge.plan(), Some(&read(&of(&["b", "a", "c"]))));
}

#[test]
fn a_key_result_moved_to_two_objectives_is_a_conflict() {
    let objective = |id: &str, key_results: Value| json!({"id": id, "title": id, "cycle": "c", "key_results": key_results});
    let k = || json!([metric("k", &[])]);
    let base = plan_of(json!([objective("a", k()), objective("b", json!([])), objective("d", json!([]))]));
    let ours = plan_of(json!([objective("a", json!([])), objective("b", k()), objective("d", json!([]))]));
    let theirs = plan_of(json!([objective("a", json!([])), objective("b", json!([])), objective("d", k())]));
    let merge = merged(&base, &ours, &theirs);
    assert_eq!(told(&merge), [r#"key result `k` /objective: "a" | "b" | "d" -> ours"#]);
    assert_eq!(merge.plan(), Some(&read(&ours)));
}

#[test]
fn links_that_form_a_circle_together_are_refused_and_both_named() {
    let base = plan_of(json!([{"id": "a", "title": "a", "cycle": "c"}, {"id": "b", "title": "b", "cycle": "c"}]));
    let link = |child: &str, parent: &str| changed(&base, |plan| plan["links"] = json!([{"child": child, "parent": parent}]));
    let merge = merged(&base, &link("a", "b"), &link("b", "a"));
    let text = r#"the plan /links: – | [{"child":"a","parent":"b","kind":"contributes"}] | [{"child":"b","parent":"a","kind":"contributes"}] -> both"#;
    let found: Vec<String> = told(&merge)
        .iter()
        .map(|line| line.replace(r#""parent":"b"}"#, r#""parent":"b","kind":"contributes"}"#))
        .collect();
    assert_eq!(found, [text.replace(r#""parent":"a","kind":"contributes"}"#, r#""parent":"a"}"#)]);
    let Merged::Refused { document, issues } = &merge.merged else {
        panic!("a plan with a circle")
    };
    assert_eq!(codes(issues), [Code::LinkLoop]);
    assert_eq!(document.links.len(), 2);
    assert_eq!(merge.plan(), None);
}

#[test]
fn an_order_of_check_ins_that_both_changed_is_a_conflict_and_that_of_one_is_taken() {
    let of = |notes: &[&str]| with_check_ins(notes.iter().map(|note| entry("2026-02-01", note)).collect());
    let base = of(&["a", "b", "c"]);
    let one = clean(&base, &of(&["c", "a", "b"]), &of(&["a", "b", "c", "d"]));
    assert_eq!(one, read(&of(&["c", "a", "b", "d"])));
    let both = merged(&base, &of(&["c", "a", "b"]), &of(&["b", "a", "c"]));
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.plan(), Some(&read(&of(&["c", "a", "b"]))));
}

/// The check-ins of a key result that another version of it has not, each as often as it has it more.
fn added(key_result: &KeyResult, before: Option<&KeyResult>) -> Vec<String> {
    let texts = |key_result: &KeyResult| -> Vec<String> { key_result.check_ins.iter().map(|check_in| serde_json::to_string(check_in).unwrap()).collect() };
    let mut added = texts(key_result);
    for old in before.map(texts).unwrap_or_default() {
        if let Some(at) = added.iter().position(|text| *text == old) {
            added.remove(at);
        }
    }
    added
}

/// Whether a value says what another does: numbers have no spelling, and `1.0` is 1.
fn says_the_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_the_same(one, other)),
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len() && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| says_the_same(value, other)))
        }
        _ => one == other,
    }
}

/// Whether a value says what some part of another does.
fn is_within(value: &Value, whole: &Value) -> bool {
    says_the_same(value, whole)
        || match whole {
            Value::Array(items) => items.iter().any(|item| is_within(value, item)),
            Value::Object(members) => members.values().any(|member| is_within(value, member)),
            _ => false,
        }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn merging_with_what_did_not_change_gives_what_did(pair in changes::pairs()) {
        let (base, after) = (read(&pair.0), read(&pair.1));
        for (ours, theirs) in [(&after, &base), (&base, &after), (&after, &after)] {
            let merge = merge(&base, ours, theirs);
            prop_assert_eq!(told(&merge), Vec::<String>::new());
            prop_assert_eq!(merge.plan(), Some(&after));
        }
    }

    #[test]
    fn it_does_not_matter_who_is_ours_where_there_is_no_conflict(fork in changes::forks()) {
        let (base, ours, theirs) = (read(&fork.0), read(&fork.1), read(&fork.2));
        let (forth, back) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        // What makes no plan with ours may make one with theirs.
        let decided = |merge: &Merge| -> BTreeSet<(Of, String)> {
            let decided = merge.conflicts.iter().filter(|conflict| conflict.taken != Taken::Both);
            decided.map(|conflict| (conflict.of.clone(), conflict.field.clone())).collect()
        };
        prop_assert_eq!(decided(&forth), decided(&back));
        if decided(&forth).is_empty() {
            prop_assert_eq!(forth.conflicts.len(), back.conflicts.len());
            prop_assert_eq!(&forth.merged, &back.merged);
        }
        for conflict in &forth.conflicts {
            prop_assert!(conflict.ours != conflict.theirs || conflict.taken == Taken::Base, "{}", told(&forth).join("\n"));
        }
    }

    #[test]
    fn no_check_in_of_either_side_is_lost(fork in changes::forks()) {
        let (base, ours, theirs) = (read(&fork.0), read(&fork.1), read(&fork.2));
        let merge = merge(&base, &ours, &theirs);
        let Some(plan) = merge.plan() else { return Ok(()) };
        let conflicts = serde_json::to_value(&merge.conflicts).unwrap();
        let fields: Vec<&str> = merge.conflicts.iter().map(|conflict| conflict.field.as_str()).collect();
        for side in [&ours, &theirs] {
            for (_, key_result) in side.key_results() {
                let fresh = added(key_result, base.key_result(&key_result.id));
                if fresh.is_empty() {
                    continue;
                }
                let kept = plan.key_result(&key_result.id);
                prop_assert!(kept.is_some(), "{} is gone", key_result.id);
                let kept: Vec<String> = kept.unwrap().check_ins.iter().map(|check_in| serde_json::to_string(check_in).unwrap()).collect();
                for check_in in fresh {
                    let held: Value = serde_json::from_str(&check_in).unwrap();
                    let is_of_field = |id: &str| fields.iter().any(|field| field.starts_with(&format!("/check_ins/{id}")));
                    let is_told = || is_within(&held, &conflicts) || held["id"].as_str().is_some_and(is_of_field);
                    prop_assert!(kept.contains(&check_in) || is_told(), "{check_in} of {} is lost", key_result.id);
                }
            }
        }
    }

    #[test]
    fn merging_the_same_once_more_changes_nothing(fork in changes::forks()) {
        let (base, ours, theirs) = (read(&fork.0), read(&fork.1), read(&fork.2));
        let once = merge(&base, &ours, &theirs);
        if let Some(plan) = once.plan().filter(|_| once.conflicts.is_empty()) {
            for side in [&theirs, &ours] {
                let again = merge(&base, plan, side);
                prop_assert_eq!(again.plan(), Some(plan), "{}", told(&again).join("\n"));
            }
        }
    }
}
