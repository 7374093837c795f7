use std::collections::BTreeSet;
use std::fs;

use serde_json::json;

use super::*;

fn plan() -> Value {
    json!({
        "okrkit": 1, "id": "acme",
        "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [{"id": "o", "title": "Grow", "cycle": "q1", "key_results": [
            {"id": "k", "title": "Sell", "measure": {"kind": "metric", "start": 0, "target": 100}, "check_ins": [{"on": "2026-01-31", "value": 25}]}
        ]}]
    })
}

/// One case around the plan above, with members added or replaced; `null` takes one away.
fn run_case(members: &Value) -> Report {
    let mut case = json!({"name": "it", "plan": plan(), "as_of": "2026-02-14"});
    for (name, value) in members.as_object().unwrap() {
        if value.is_null() {
            case.as_object_mut().unwrap().remove(name);
        } else {
            case[name] = value.clone();
        }
    }
    run(&json!({"suite": "tests", "cases": [case]}).to_string())
}

#[track_caller]
fn passes(members: &Value) {
    assert_eq!(run_case(members), Report { passed: 1, failures: vec![] });
}

#[track_caller]
fn fails(members: &Value, why: &str) {
    let report = run_case(members);
    assert_eq!((report.passed, report.failures.len()), (0, 1), "{report:?}");
    assert_eq!(report.failures[0].name, "it");
    assert!(report.failures[0].why.contains(why), "`{why}` is not in `{}`", report.failures[0].why);
}

#[test]
fn the_list_of_cases_is_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors");
    let found: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = cases().into_iter().map(|(name, _)| name.to_owned()).collect();
    assert!(!listed.is_empty());
    assert_eq!(listed, found);
}

#[test]
fn the_cases_have_names_of_their_own_and_only_members_that_runners_know() {
    const KNOWN: [&str; 10] = [
        "name",
        "source",
        "plan",
        "plan_text",
        "profile",
        "as_of",
        "expect",
        "absent",
        "tolerance",
        "error",
    ];
    for (file, text) in cases() {
        let (_, found) = split(text).unwrap_or_else(|why| panic!("{file}: {why}"));
        let mut names = BTreeSet::new();
        for case in &found {
            let name = name_of(case).unwrap();
            for member in case.as_object().unwrap().keys() {
                assert!(KNOWN.contains(&member.as_str()), "{file}, {name}: no runner looks at `{member}`");
            }
            assert!(names.insert(name.clone()), "{file}: two cases are called `{name}`");
        }
    }
}

#[test]
fn every_case_holds() {
    let mut passed = 0;
    let mut failed = Vec::new();
    for (file, text) in cases() {
        let report = run(text);
        passed += report.passed;
        failed.extend(report.failures.into_iter().map(|failure| format!("{file}: {}: {}", failure.name, failure.why)));
    }
    assert!(failed.is_empty(), "{passed} passed, {} failed\n{}", failed.len(), failed.join("\n"));
    assert!(passed > 0, "no case ran");
}

#[test]
fn a_number_may_differ_by_the_tolerance_and_not_more() {
    passes(&json!({"expect": {"/key_results/k/progress": 0.25}}));
    passes(&json!({"expect": {"/key_results/k/progress": 0.250_000_000_9}}));
    fails(
        &json!({"expect": {"/key_results/k/progress": 0.250_000_001_1}}),
        "/key_results/k/progress: expected 0.2500000011, found 0.25",
    );
    passes(&json!({"expect": {"/key_results/k/progress": 0.3}, "tolerance": 0.06}));
    fails(&json!({"expect": {"/key_results/k/progress": 0.250_000_000_1}, "tolerance": 0}), "expected");
}

#[test]
fn a_number_is_neither_null_nor_a_text() {
    fails(&json!({"expect": {"/key_results/k/progress": [null]}}), "expected [null], found 0.25");
    fails(&json!({"expect": {"/key_results/k/progress": "0.25"}}), "expected \"0.25\", found 0.25");
    fails(&json!({"expect": {"/key_results/k/outcome": 0.25}}), "expected 0.25, found \"value\"");
}

#[test]
fn null_is_exactly_null() {
    let expect = |value: Value| json!({"plan": {"okrkit": 1, "id": "p", "cycles": plan()["cycles"], "objectives": [{"id": "o", "title": "O", "cycle": "q1"}]}, "expect": {"/objectives/o/progress": value}});
    passes(&expect(Value::Null));
    fails(&expect(json!(0)), "expected 0, found null");
    fails(&json!({"expect": {"/key_results/k/nowhere": Value::Null}}), "found nothing");
}

#[test]
fn a_text_is_exactly_equal() {
    passes(&json!({"expect": {"/key_results/k/outcome": "value"}}));
    fails(&json!({"expect": {"/key_results/k/outcome": "Value"}}), "found \"value\"");
}

#[test]
fn an_absent_pointer_leads_nowhere() {
    passes(&json!({"absent": ["/key_results/k/original"]}));
    fails(
        &json!({"absent": ["/key_results/k/progress"]}),
        "/key_results/k/progress: expected nothing, found 0.25",
    );
    fails(&json!({"absent": ["key_results"]}), "no JSON pointer");
}

#[test]
fn every_difference_is_told_at_once() {
    let report = run_case(&json!({"expect": {"/key_results/k/progress": 1, "/key_results/k/outcome": "no"}, "absent": ["/plan"]}));
    assert_eq!(report.failures[0].why.matches("expected").count(), 3, "{report:?}");
}

#[test]
fn an_error_is_among_those_of_the_plan() {
    passes(&json!({"plan": null, "plan_text": "{", "error": "document.syntax"}));
    fails(
        &json!({"plan": null, "plan_text": "{", "error": "id.invalid"}),
        "expected the error `id.invalid`, found document.syntax",
    );
    fails(&json!({"error": "id.invalid"}), "expected the error `id.invalid`, found none");
}

#[test]
fn an_error_may_be_one_of_the_profile() {
    passes(&json!({"profile": "nobody's", "error": "profile.unknown"}));
    passes(&json!({"profile": {"okrkit_profile": 1, "id": "mine", "extends": "default", "sweet_spot": [0.7, 0.6]}, "error": "profile.sweet_spot"}));
    passes(&json!({"plan": null, "plan_text": "{", "profile": "nobody's", "error": "profile.unknown"}));
}

#[test]
fn an_error_nobody_expected_fails_and_is_shown() {
    fails(
        &json!({"plan": null, "plan_text": "{", "expect": {"/plan": "acme"}}),
        "unexpected document.syntax at ``",
    );
    fails(&json!({"profile": "nobody's", "expect": {"/plan": "acme"}}), "unexpected profile.unknown");
}

#[test]
fn a_profile_is_a_name_or_a_document_or_the_one_of_the_plan() {
    let mut named = plan();
    named["profile"] = json!("viva");
    passes(&json!({"plan": named, "expect": {"/profile": "viva"}}));
    passes(&json!({"plan": named, "profile": "google", "expect": {"/profile": "google"}}));
    passes(&json!({"plan": named, "profile": {"okrkit_profile": 1, "id": "mine", "extends": "default"}, "expect": {"/profile": "mine"}}));
}

#[test]
fn as_of_is_a_day_or_a_day_and_what_was_known() {
    passes(&json!({"as_of": {"on": "2026-02-14"}, "expect": {"/key_results/k/progress": 0.25}}));
    passes(&json!({"as_of": {"on": "2026-02-14", "known": "2026-01-30T00:00:00Z"}, "expect": {"/key_results/k/outcome": "no_data"}}));
    for wrong in [
        json!("2026-02-30"),
        json!(7),
        json!({"known": "2026-01-30T00:00:00Z"}),
        json!({"on": "2026-02-14", "known": 7}),
    ] {
        fails(&json!({"as_of": wrong, "expect": {"/plan": "acme"}}), "`as_of` is no day");
    }
    fails(&json!({"as_of": null, "expect": {"/plan": "acme"}}), "no `as_of`");
}

#[test]
fn a_case_that_checks_nothing_fails() {
    fails(&json!({}), "checks nothing");
    fails(&json!({"expect": {}, "absent": []}), "checks nothing");
}

#[test]
fn a_malformed_case_fails() {
    fails(&json!({"plan": null, "error": "id.invalid"}), "neither `plan` nor `plan_text`");
    fails(&json!({"plan_text": "{}", "error": "id.invalid"}), "both `plan` and `plan_text`");
    fails(&json!({"expect": []}), "`expect` is no object");
    fails(&json!({"absent": "/plan"}), "`absent` is no list");
    fails(&json!({"error": 7}), "`error` is no text");
    fails(&json!({"error": "id.invalid", "expect": {"/plan": "acme"}}), "has no scorecard");
    fails(&json!({"expect": {"/plan": "acme"}, "tolerance": -1}), "`tolerance`");
    let report = run(r#"{"suite": "tests", "cases": [{}]}"#);
    assert_eq!(report.failures[0].name, "case 0, counted from 0");
}

#[test]
fn a_panic_fails_the_one_case() {
    assert_eq!(guarded(|| panic!("{} is no good", 7)), Err("panicked: 7 is no good".to_owned()));
    assert_eq!(guarded(|| panic!("no good")), Err("panicked: no good".to_owned()));
    assert_eq!(guarded(|| Ok(())), Ok(()));
}

#[test]
fn a_file_that_is_no_suite_fails() {
    for text in [
        "",
        "[]",
        "{}",
        r#"{"suite": "s"}"#,
        r#"{"suite": "s", "cases": {}}"#,
        r#"{"suite": "s", "cases": []}"#,
        r#"{"cases": [{}]}"#,
    ] {
        let report = run(text);
        assert_eq!((report.passed, report.failures.len()), (0, 1), "{text}: {report:?}");
    }
}

#[test]
fn values_within_lists_and_objects_are_the_same_by_value() {
    assert!(same(&json!({"a": [1, 2.0], "b": null}), &json!({"b": null, "a": [1.0, 2]})));
    assert!(!same(&json!([1]), &json!([1, 2])));
    assert!(!same(&json!({"a": 1}), &json!({"a": 1, "b": 2})));
    assert!(!same(&json!([0.1]), &json!([0.100_000_000_1])));
}
