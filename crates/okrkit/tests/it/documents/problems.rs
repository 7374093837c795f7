//! Documents with something wrong in them, told completely.

use okrkit::Code;
use serde_json::{Value, json};

use crate::support::{self, codes, every_object, everything, is_free, metric, plan_of, plan_with, plan_with_key_result, refusal, told};

/// The text of a document with one more member in the object a pointer leads to.
fn with_member(pointer: &str, member: &str) -> String {
    let mut document = everything();
    let object = document.pointer_mut(pointer).unwrap();
    object["«»"] = true.into();
    document.to_string().replace("\"«»\":true", member)
}

#[test]
fn the_document_that_is_spoiled_below_is_a_plan() {
    support::read(&everything());
}

#[test]
fn a_field_given_twice_is_refused_in_every_object() {
    for pointer in every_object() {
        let document = everything();
        let object = document.pointer(&pointer).unwrap().as_object().unwrap();
        for (name, value) in object {
            let issues = okrkit::read(&with_member(&pointer, &format!("\"{name}\":{value}"))).expect_err("a field is given twice");
            assert_eq!(
                told(&issues),
                [format!("document.duplicate_field {pointer}/{name} field `{name}` is given twice")]
            );
        }
    }
}

#[test]
fn a_field_given_twice_with_an_escape_in_its_name_is_the_same_field() {
    let issues = okrkit::read(r#"{"okrkit": 1, "id": "p", "\u0069d": "q", "cycles": [], "objectives": []}"#).unwrap_err();
    assert_eq!(told(&issues), ["document.duplicate_field /id field `id` is given twice"]);
}

#[test]
fn an_unknown_field_is_refused_in_every_object_of_the_format() {
    let mut n = 0;
    for pointer in every_object().into_iter().filter(|pointer| !is_free(pointer)) {
        let issues = okrkit::read(&with_member(&pointer, "\"qqqq\":[{}]")).expect_err("the field is unknown");
        assert_eq!(codes(&issues), [Code::DocumentUnknownField], "{pointer}: {issues}");
        assert_eq!(issues.iter().next().unwrap().path, format!("{pointer}/qqqq"));
        n += 1;
    }
    assert!(n > 20);
}

#[test]
fn data_of_ones_own_may_stand_under_ext_in_every_object_of_the_format() {
    let objects = every_object().into_iter().filter(|pointer| !is_free(pointer) && !pointer.ends_with("/judge"));
    for pointer in objects {
        assert_ext_is_kept(&pointer);
    }
}

#[test]
fn data_of_ones_own_may_stand_under_ext_in_a_judge_too() {
    assert_ext_is_kept("/objectives/0/key_results/1/measure/judge");
}

#[track_caller]
fn assert_ext_is_kept(pointer: &str) {
    let ext = r#""ext": {"ext": null, "x": 1, "x": 1e999, "y": [ 1.50 ]}"#;
    let plan = okrkit::read(&with_member(pointer, ext)).unwrap_or_else(|issues| panic!("{pointer}: {issues}"));
    let written = okrkit::write(&plan);
    assert!(written.contains(ext), "{pointer}: kept to the letter\n{written}");
    assert_eq!(okrkit::read(&written), Ok(plan));
}

#[test]
fn null_is_refused_wherever_a_value_is_not_known_later() {
    let mut n = 0;
    let mut spoil = |pointer: &str, name: &str| {
        let mut document = everything();
        document.pointer_mut(pointer).unwrap()[name] = Value::Null;
        let path = format!("{pointer}/{name}");
        match okrkit::read(&document.to_string()) {
            // Null until known, and known by nobody: the amendment does not matter to that.
            Ok(_) => assert_eq!(path, "/objectives/0/key_results/0/measure/start"),
            Err(issues) => {
                let expected = if path == "/okrkit" {
                    Code::DocumentUnsupportedVersion
                } else {
                    Code::DocumentWrongType
                };
                assert!(issues.iter().any(|issue| issue.code == expected && issue.path == path), "{path}: {issues}");
                n += 1;
            }
        }
    };
    for pointer in every_object() {
        for name in everything().pointer(&pointer).unwrap().as_object().unwrap().keys() {
            spoil(&pointer, name);
        }
    }
    assert!(n > 60, "{n}");
}

#[test]
fn the_nearest_known_name_is_offered_and_none_where_none_is_near() {
    for (given, near) in [
        ("objectves", Some("objectives")),
        ("Links", Some("links")),
        ("team", Some("teams")),
        ("qqqq", None),
        ("", None),
    ] {
        let mut plan = plan_of(json!([]));
        plan[given] = json!(1);
        let message = refusal(&plan).iter().next().unwrap().message.clone();
        match near {
            Some(near) => assert!(message.ends_with(&format!(", did you mean `{near}`?")), "{message}"),
            None => assert!(message.ends_with("`ext`") && !message.contains("did you mean"), "{message}"),
        }
    }
}

#[test]
fn a_number_beyond_the_doubles_is_told_where_it_stands_and_not_under_ext() {
    let digits = "9".repeat(400);
    for number in ["1e999", "-1E+400", digits.as_str(), "123456789e999999999"] {
        let text = plan_with_key_result(json!({"measure": {"kind": "metric", "start": "«»", "target": 1}}))
            .to_string()
            .replace("\"«»\"", number);
        let issues = okrkit::read(&text).unwrap_err();
        assert_eq!(codes(&issues), [Code::NumberRange], "{issues}");
        assert_eq!(issues.iter().next().unwrap().path, "/objectives/0/key_results/0/measure/start");
        assert!(
            okrkit::read(&format!(
                r#"{{"okrkit": 1, "id": "p", "cycles": [], "objectives": [], "ext": {{"n": [{number}]}}}}"#
            ))
            .is_ok()
        );
    }
}

#[test]
fn numbers_larger_than_any_integer_are_doubles_and_small_ones_go_to_0() {
    let read = |number: &str| {
        let text = plan_with_key_result(json!({"measure": {"kind": "metric", "start": "«»", "target": 1}}))
            .to_string()
            .replace("\"«»\"", number);
        match &okrkit::read(&text).unwrap().key_result("k").unwrap().measure {
            okrkit::Measure::Metric(metric) => metric.start.unwrap(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(read("18446744073709551616").to_bits(), 18_446_744_073_709_551_616.0_f64.to_bits());
    assert_eq!(read("123456789012345678901234567890").to_bits(), 1.234_567_890_123_456_8e29_f64.to_bits());
    assert_eq!(read("1.7976931348623157e308").to_bits(), f64::MAX.to_bits());
    assert_eq!(read("1e-999").to_bits(), 0.0_f64.to_bits());
    assert_eq!(
        read("-0").to_bits(),
        0.0_f64.to_bits(),
        "there is one zero, so that equal plans have equal texts"
    );
    assert_eq!(read("0.1").to_bits(), 0.1_f64.to_bits());
}

#[test]
fn what_is_wrong_with_a_number_beyond_the_doubles_does_not_show_another_number() {
    let issues = okrkit::read(r#"{"okrkit": 1, "id": "p", "title": 1e999, "cycles": [], "objectives": []}"#).unwrap_err();
    assert!(issues.iter().all(|issue| !issue.message.contains("`0`")), "{issues}");
}

#[test]
fn all_problems_of_a_document_are_told_at_once() {
    let document = json!({
        "okrkit": 1, "id": " p", "profile": "nobody", "colour": "red",
        "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2025-04-11"}, {"id": "c", "starts": "2026-13-01", "ends": "2026-12-31"}],
        "teams": [{"id": "t", "title": "T", "parent": "u"}],
        "objectives": [
            {"id": "o", "cycle": "d", "team": "x", "ambition": "huge", "key_results": [
                {"id": "o", "title": "k", "weight": -1, "measure": {"kind": "metric", "start": 1, "target": 1},
                 "check_ins": [{"on": "2026-02-01", "value": "many", "confidence": 3}]},
                {"id": "k", "title": "k", "measure": {"kind": "levels", "start": 1}}
            ]}
        ],
        "links": [{"child": "k", "parent": "z"}, {"child": "k", "parent": "k"}]
    });
    let found: Vec<String> = refusal(&document).iter().map(|issue| format!("{} {}", issue.code, issue.path)).collect();
    let mut expected = vec![
        "document.unknown_field /colour",
        "date.invalid /cycles/1/starts",
        "document.missing_field /objectives/0/title",
        "document.unknown_word /objectives/0/ambition",
        "document.wrong_type /objectives/0/key_results/0/check_ins/0/value",
        "id.invalid /id",
        "profile.unknown /profile",
        "id.duplicate /cycles/1/id",
        "cycle.dates /cycles/0/ends",
        "team.unknown /teams/0/parent",
        "cycle.unknown /objectives/0/cycle",
        "team.unknown /objectives/0/team",
        "weight.negative /objectives/0/key_results/0/weight",
        "measure.start_equals_target /objectives/0/key_results/0/measure",
        "confidence.range /objectives/0/key_results/0/check_ins/0/confidence",
        "measure.empty /objectives/0/key_results/1/measure",
        "id.duplicate /objectives/0/key_results/0/id",
        "link.unknown /links/0/parent",
        "link.self /links/1",
    ];
    let mut sorted = found.clone();
    sorted.sort_unstable();
    expected.sort_unstable();
    assert_eq!(sorted, expected);
}

#[test]
fn a_measure_that_is_wrong_from_the_start_is_told_once_and_not_again_for_each_amendment() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10, "unit": {"kind": "currency", "code": "XYZ"}},
        "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"measure": {"target": 20}}}]
    }));
    assert_eq!(
        told(&refusal(&plan)),
        ["unit.currency /objectives/0/key_results/0/measure/unit/code `XYZ` is not a currency of ISO 4217"]
    );
}

#[test]
fn what_depends_on_something_broken_is_left_alone() {
    // What the kind of measure is nobody knows, so whether its check-ins fit is not asked.
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metrik"}, "expected_path": [{"on": "2026-02-01", "value": 1}], "check_ins": [{"on": "2026-02-01", "done": true}]
    }));
    assert_eq!(codes(&refusal(&plan)), [Code::DocumentUnknownKind]);
    // A date that is none has no order, and an id that is missing is not a duplicate of another that is.
    let plan = plan_of(json!([{"title": "a", "cycle": "c"}, {"title": "b", "cycle": "c", "starts": "soon", "ends": "2026-01-01"}]));
    let mut found = codes(&refusal(&plan));
    found.sort_unstable();
    assert_eq!(found, [Code::DocumentMissingField, Code::DocumentMissingField, Code::DateInvalid]);
}

#[test]
fn a_name_that_is_no_text_is_one_problem() {
    let plan = plan_with_key_result(json!({"measure": {"kind": 3, "start": 0, "target": 10}}));
    assert_eq!(
        told(&refusal(&plan)),
        ["document.wrong_type /objectives/0/key_results/0/measure/kind expected a text, found the number `3`"]
    );
}

#[test]
fn text_of_any_script_is_ordinary_text() {
    let mut plan = plan_with(json!([metric("نتيجة 1", &[("2026-02-01", 5.0)])]));
    plan["title"] = json!({"ar": "خطة\u{200f} ٢٠٢٦", "he": "תוכנית", "fa-IR": "برنامه"});
    plan["objectives"][0]["owners"] = json!([{"who": "أمل\u{200d}"}]);
    plan["objectives"][0]["tags"] = json!({"منطقة": "الخليج"});
    let plan = support::read(&plan);
    assert_eq!(plan.key_result("نتيجة 1").unwrap().title.get("ar"), "نتيجة 1");
    assert_eq!(plan.title().unwrap().get("fa-IR"), "برنامه");
    assert_eq!(okrkit::read(&okrkit::write(&plan)), Ok(plan));
}

#[test]
fn ids_are_compared_code_point_by_code_point() {
    // é as one scalar and as two: they look alike and are different ids.
    let plan = plan_with(json!([metric("caf\u{e9}", &[]), metric("cafe\u{301}", &[])]));
    assert_eq!(support::read(&plan).n_key_results(), 2);
    let longest = "ن".repeat(okrkit::MAX_ID_CHARS);
    assert_eq!(support::read(&plan_with(json!([metric(&longest, &[])]))).n_key_results(), 1);
}
