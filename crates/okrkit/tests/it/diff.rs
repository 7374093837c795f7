//! Differences between plans: what is told, and that they make the one of the other.

use okrkit::diff::Change;
use okrkit::{Code, diff};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{changes, config};
use crate::support::{codes, metric, plan_of, plan_with, read};

fn told(before: &Value, after: &Value) -> String {
    let (before, after) = (read(before), read(after));
    let diff = diff(&before, &after);
    assert_eq!(diff.apply(&before).as_ref(), Ok(&after), "{diff}");
    diff.to_string()
}

fn changed(plan: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut plan = plan.clone();
    change(&mut plan);
    plan
}

fn objective(id: &str, key_results: Value) -> Value {
    json!({"id": id, "title": format!("Objective {id}"), "cycle": "c", "key_results": key_results})
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let plan = plan_with(json!([metric("k", &[("2026-02-01", 3.0)])]));
    assert_eq!(told(&plan, &plan), "");
    assert!(diff(&read(&plan), &read(&plan)).is_empty());
}

#[test]
fn fields_of_a_measure_are_told_one_by_one() {
    let before = plan_with(json!([metric("k", &[])]));
    let after = changed(&before, |plan| {
        let key_result = &mut plan["objectives"][0]["key_results"][0];
        key_result["measure"] = json!({"kind": "metric", "start": null, "target": 12, "reading": "sum"});
        key_result["owners"] = json!([{"who": "amal"}]);
    });
    assert_eq!(
        told(&before, &after),
        "~ key result `k`\n    measure/start: 0 → null\n    measure/target: 10 → 12\n    measure/reading: – → \"sum\"\n    owners: – → [{\"who\":\"amal\"}]\n"
    );
}

#[test]
fn check_ins_are_told_as_entries_and_one_that_changed_as_two() {
    let before = plan_with(json!([metric("k", &[("2026-02-01", 3.0), ("2026-02-08", 4.0)])]));
    let after = changed(&before, |plan| {
        plan["objectives"][0]["key_results"][0]["check_ins"] =
            json!([{"on": "2026-01-25", "value": 1}, {"on": "2026-02-01", "value": 3.5}, {"on": "2026-02-08", "value": 4, }]);
    });
    assert_eq!(
        told(&before, &after),
        "~ key result `k`\n    - check_ins: on 2026-02-01, value 3\n    + check_ins: on 2026-01-25, value 1\n    + check_ins: on 2026-02-01, value 3.5\n"
    );
}

#[test]
fn things_that_came_went_and_moved_are_told_by_their_ids() {
    let before = plan_of(json!([
        objective("a", json!([metric("k", &[]), metric("gone", &[])])),
        objective("b", json!([])),
        objective("c", json!([]))
    ]));
    let after = plan_of(json!([
        objective("c", json!([])),
        objective("a", json!([])),
        objective("new", json!([metric("k", &[("2026-02-01", 2.0)])]))
    ]));
    assert_eq!(
        told(&before, &after),
        concat!(
            "> objective `c` to place 1\n",
            "- key result `gone` of `a`: \"gone\"\n",
            "+ objective `new`: \"Objective new\"\n",
            "> key result `k` moved from `a` to one of `new`\n",
            "    + check_ins: on 2026-02-01, value 2\n",
            "- objective `b`: \"Objective b\"\n",
        )
    );
}

#[test]
fn links_teams_and_kpis_are_told() {
    let before = plan_of(json!([objective("a", json!([])), objective("b", json!([]))]));
    let after = changed(&before, |plan| {
        plan["title"] = "The plan".into();
        plan["teams"] = json!([{"id": "t", "title": {"ar": "المبيعات", "en": "Sales"}}]);
        plan["kpis"] = json!([{"id": "churn", "title": "Churn", "healthy": {"at_most": 3}}]);
        plan["links"] = json!([{"child": "a", "parent": "b"}]);
    });
    let text = "~ the plan\n    title: – → \"The plan\"\n+ team `t`: \"Sales\"\n+ KPI `churn`: \"Churn\"\n+ link `a` → `b`\n";
    assert_eq!(told(&before, &after), text);
}

#[test]
fn ext_keeps_its_letters() {
    let before = plan_with(json!([]));
    let text = okrkit::write(&read(&before)).replace("\"id\": \"o\",", "\"id\": \"o\", \"ext\": {\"b\": 1.0e0, \"a\":  2},");
    let after = okrkit::read(&text).unwrap();
    let applied = diff(&read(&before), &after).apply(&read(&before)).unwrap();
    assert_eq!(applied.objective("o").unwrap().ext.as_ref().unwrap().json(), "{\"b\": 1.0e0, \"a\":  2}");
}

#[test]
fn as_data_a_change_names_what_it_is_of_and_what_stood_there() {
    let before = plan_with(json!([metric("k", &[])]));
    let after = changed(&before, |plan| plan["objectives"][0]["key_results"][0]["measure"]["target"] = 12.into());
    let diff = diff(&read(&before), &read(&after));
    assert_eq!(
        serde_json::to_value(&diff).unwrap(),
        json!({"changes": [{"field": {"of": {"key_result": "k"}, "field": "/measure/target", "before": 10, "after": 12}}]})
    );
}

#[test]
fn a_difference_fits_a_plan_that_changed_elsewhere_and_no_other() {
    let before = plan_with(json!([metric("k", &[("2026-02-01", 3.0)]), metric("l", &[])]));
    let after = changed(&before, |plan| {
        plan["objectives"][0]["key_results"][0]["check_ins"] = json!([]);
        plan["objectives"][0]["key_results"][1]["title"] = "L".into();
    });
    let diff = diff(&read(&before), &read(&after));

    let elsewhere = changed(&before, |plan| plan["title"] = "The plan".into());
    let expected = changed(&after, |plan| plan["title"] = "The plan".into());
    assert_eq!(diff.apply(&read(&elsewhere)), Ok(read(&expected)));

    let other = plan_with(json!([metric("k", &[("2026-02-01", 5.0)]), metric("l", &[])]));
    let refused = diff.apply(&read(&other)).unwrap_err();
    assert_eq!(codes(&refused), [Code::DiffMismatch]);
    let refused = diff.apply(&read(&after)).unwrap_err();
    assert_eq!(codes(&refused), [Code::DiffMismatch, Code::DiffMismatch]);
    let refused = diff.apply(&read(&plan_with(json!([])))).unwrap_err();
    assert_eq!(codes(&refused), [Code::DiffMismatch, Code::DiffMismatch]);
}

#[test]
fn what_the_changes_would_make_invalid_is_refused_as_any_plan() {
    let before = plan_of(json!([objective("a", json!([])), objective("b", json!([]))]));
    let after = plan_of(json!([objective("a", json!([]))]));
    let linked = changed(&before, |plan| plan["links"] = json!([{"child": "a", "parent": "b"}]));
    let refused = diff(&read(&before), &read(&after)).apply(&read(&linked)).unwrap_err();
    assert_eq!(codes(&refused), [Code::LinkUnknown]);
}

#[test]
fn twenty_thousand_check_ins_are_compared_in_no_time() {
    let entry = |i: usize| json!({"on": "2026-02-01", "value": i});
    let plan = |check_ins: Vec<Value>| {
        let mut key_result = metric("k", &[]);
        key_result["check_ins"] = check_ins.into();
        read(&plan_with(json!([key_result])))
    };
    let before = plan((0..20_000).map(entry).collect());
    let after = plan((0..20_000).rev().map(entry).collect());
    let diff = diff(&before, &after);
    // One stays, all others change places with each other.
    assert_eq!(diff.changes.iter().filter(|change| matches!(change, Change::EntryAdded { .. })).count(), 19_999);
    assert_eq!(diff.apply(&before), Ok(after));
}

#[test]
fn twenty_thousand_tags_are_compared_and_changed_in_no_time() {
    let plan = |value: &str| {
        let tags: serde_json::Map<String, Value> = (0..20_000).map(|i| (format!("tag {i}"), value.into())).collect();
        let mut plan = plan_with(json!([]));
        plan["objectives"][0]["tags"] = tags.into();
        read(&plan)
    };
    let (before, after) = (plan("a"), plan("b"));
    let diff = diff(&before, &after);
    assert_eq!(diff.changes.len(), 20_000);
    assert_eq!(diff.apply(&before), Ok(after));
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn the_difference_of_two_plans_makes_the_one_of_the_other(pair in changes::pairs()) {
        let (before, after) = (read(&pair.0), read(&pair.1));
        let forth = diff(&before, &after);
        prop_assert_eq!(forth.is_empty(), before == after);
        let applied = forth.apply(&before);
        prop_assert!(applied.is_ok(), "{}\n{forth}", applied.unwrap_err());
        prop_assert_eq!(&applied.unwrap(), &after);
        prop_assert_eq!(diff(&after, &before).apply(&after), Ok(before));
    }
}
