//! The JSON Schemas against the reader: what the one takes the other takes.

use jsonschema::Validator;
use okrkit::{Code, Profile};
use okrkit_testing::conformance;
use serde_json::{Value, json};

use crate::strategies::{config, garbage, plans};
use crate::support::{every_object, everything, is_free};

const PLAN: &str = include_str!("../../schema/plan-1.json");
const PROFILE: &str = include_str!("../../schema/profile-1.json");

fn validator(schema: &Value) -> Validator {
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft202012::new(schema).unwrap()
}

fn of_plans() -> Validator {
    validator(&serde_json::from_str(PLAN).unwrap())
}

fn of_profiles() -> Validator {
    validator(&serde_json::from_str(PROFILE).unwrap())
}

#[test]
fn the_schemas_in_the_folder_are_those_of_the_types() {
    let from_types = |schema| serde_json::to_value(schema).unwrap();
    assert_eq!(serde_json::from_str::<Value>(PLAN).unwrap(), from_types(okrkit::document::plan_schema()));
    assert_eq!(serde_json::from_str::<Value>(PROFILE).unwrap(), from_types(okrkit::document::profile_schema()));
}

/// What a schema says against a document, nothing if it is valid.
fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    validator
        .iter_errors(document)
        .map(|error| format!("{error} (at {})", error.instance_path()))
        .collect()
}

#[track_caller]
fn assert_valid(validator: &Validator, document: &Value, name: &str) {
    assert_eq!(faults(validator, document), [""; 0], "{name}");
}

/// The plans of all conformance cases, as text, with the names of the cases.
fn cases() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (file, text) in conformance::cases() {
        let suite = conformance::Suite::from_text(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        out.extend(suite.cases.into_iter().map(|case| (format!("{file}: {}", case.name), case.plan)));
    }
    assert!(out.len() > 100, "{}", out.len());
    out
}

#[test]
fn the_plan_of_every_case_that_is_read_is_valid_and_so_is_its_canonical_text() {
    let validator = of_plans();
    let mut n = 0;
    for (name, text) in cases() {
        // A few are JSON that only a reader of its own takes: numbers beyond the doubles in `ext`, a byte order mark in front.
        let (Ok(plan), Ok(document)) = (okrkit::read(&text), serde_json::from_str(&text)) else {
            continue;
        };
        assert_valid(&validator, &document, &name);
        assert_valid(&validator, &serde_json::from_str(&okrkit::write(&plan)).unwrap(), &name);
        n += 1;
    }
    assert!(n > 100, "{n}");
}

#[test]
fn the_plan_of_every_case_that_is_refused_for_its_structure_is_not_valid() {
    let validator = of_plans();
    let mut n = 0;
    for (name, text) in cases() {
        let (Err(issues), Ok(document)) = (okrkit::read(&text), serde_json::from_str::<Value>(&text)) else {
            continue;
        };
        let is_structure = |code: Code| {
            matches!(
                code,
                Code::DocumentUnknownField | Code::DocumentMissingField | Code::DocumentWrongType | Code::DocumentUnknownKind | Code::DocumentUnknownWord
            ) || code == Code::DocumentUnsupportedVersion
        };
        if issues.iter().any(|issue| is_structure(issue.code)) {
            assert_ne!(faults(&validator, &document), [""; 0], "{name}: {issues}");
            n += 1;
        }
    }
    assert!(n >= 5, "{n}");
}

#[test]
fn an_unknown_field_is_not_valid_in_any_object() {
    let validator = of_plans();
    assert_valid(&validator, &everything(), "the plan that is spoiled here");
    for pointer in every_object().iter().filter(|pointer| !is_free(pointer)) {
        let mut document = everything();
        document.pointer_mut(pointer).unwrap()["qqqq"] = json!(1);
        assert_ne!(faults(&validator, &document), [""; 0], "{pointer}/qqqq");
        let mut document = everything();
        document.pointer_mut(pointer).unwrap()["ext"] = json!({"any": [1]});
        assert_valid(&validator, &document, &format!("{pointer}/ext"));
    }
}

#[test]
fn a_value_of_another_type_is_not_valid_in_any_field() {
    let validator = of_plans();
    let mut n = 0;
    for pointer in every_object() {
        for name in everything().pointer(&pointer).unwrap().as_object().unwrap().keys() {
            for wrong in [json!([[1]]), json!({"qqqq": {}}), json!(true)] {
                n += usize::from(is_found_wrong(&validator, &pointer, name, &wrong));
            }
        }
    }
    assert!(n > 200, "{n}");
}

#[test]
fn null_is_not_valid_where_the_reader_refuses_it() {
    let validator = of_plans();
    let mut n = 0;
    for pointer in every_object() {
        for name in everything().pointer(&pointer).unwrap().as_object().unwrap().keys() {
            n += usize::from(is_found_wrong(&validator, &pointer, name, &Value::Null));
        }
    }
    assert!(n > 60, "{n}");
}

/// Whether a value in a field is of a type that the reader refuses; then the schema must refuse it too. Some are right, as true
/// is for `done`.
fn is_found_wrong(validator: &Validator, pointer: &str, name: &str, value: &Value) -> bool {
    let mut document = everything();
    document.pointer_mut(pointer).unwrap()[name] = value.clone();
    let is_wrong = okrkit::read(&document.to_string()).is_err_and(|issues| issues.has(Code::DocumentWrongType) || issues.has(Code::DocumentUnsupportedVersion));
    if is_wrong {
        assert_ne!(faults(validator, &document), [""; 0], "{pointer}/{name} is {value}");
    }
    is_wrong
}

#[test]
fn a_required_field_that_is_absent_is_not_valid() {
    let validator = of_plans();
    let mut n = 0;
    for pointer in every_object() {
        for name in everything().pointer(&pointer).unwrap().as_object().unwrap().keys() {
            let mut document = everything();
            document.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().shift_remove(name);
            let issues = okrkit::read(&document.to_string());
            if issues.as_ref().is_err_and(|issues| issues.has(Code::DocumentMissingField)) {
                assert_ne!(faults(&validator, &document), [""; 0], "{pointer}/{name}");
                n += 1;
            } else if issues.is_ok() {
                assert_valid(&validator, &document, &format!("without {pointer}/{name}"));
            }
        }
    }
    assert!(n > 30, "{n}");
}

#[test]
fn a_document_without_its_version_is_not_valid() {
    let mut plan = everything();
    plan.as_object_mut().unwrap().shift_remove("okrkit");
    assert!(okrkit::read(&plan.to_string()).is_err());
    assert_ne!(faults(&of_plans(), &plan), [""; 0]);
    let mut profile = serde_json::to_value(Profile::named("default").unwrap()).unwrap();
    profile.as_object_mut().unwrap().shift_remove("okrkit_profile");
    assert!(okrkit::profile::read(&profile.to_string()).is_err());
    assert_ne!(faults(&of_profiles(), &profile), [""; 0]);
}

#[test]
fn an_unknown_kind_or_word_is_not_valid() {
    let validator = of_plans();
    for pointer in [
        "/objectives/0/key_results/0/measure/kind",
        "/objectives/0/key_results/0/measure/unit/kind",
        "/objectives/0/key_results/1/measure/judge/share_of",
        "/objectives/0/key_results/1/measure/judge/every",
        "/objectives/0/key_results/2/measure/combine",
        "/objectives/0/key_results/2/measure/parts/live/kind",
        "/objectives/0/stages/0/stage",
        "/cycles/0/check_in_every",
    ] {
        let mut document = everything();
        *document.pointer_mut(pointer).unwrap() = "qqqq".into();
        assert!(okrkit::read(&document.to_string()).is_err());
        assert_ne!(faults(&validator, &document), [""; 0], "{pointer}");
    }
}

#[test]
fn the_sales_plan_of_the_examples_is_valid() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/sales-2026-q1.json");
    let text = std::fs::read_to_string(path).unwrap();
    let plan = okrkit::read(&text).unwrap_or_else(|issues| panic!("{issues}"));
    assert!(plan.n_key_results() > 0);
    let validator = of_plans();
    assert_valid(&validator, &serde_json::from_str(&text).unwrap(), path);
    assert_valid(&validator, &serde_json::from_str(&okrkit::write(&plan)).unwrap(), "its canonical text");
}

#[test]
fn every_named_profile_is_valid_once_nothing_is_left_to_extend() {
    let validator = of_profiles();
    let names: Vec<&str> = Profile::names().collect();
    assert_eq!(names.len(), 16);
    for name in names {
        assert_valid(&validator, &serde_json::to_value(Profile::named(name).unwrap()).unwrap(), name);
    }
    let default = serde_json::to_value(Profile::named("default").unwrap()).unwrap();
    for field in default.as_object().unwrap().keys() {
        let mut without = default.clone();
        without.as_object_mut().unwrap().shift_remove(field);
        if field != "cites" {
            assert_ne!(faults(&validator, &without), [""; 0], "without {field}");
        }
        let mut wrong = default.clone();
        wrong[field] = json!([true, {"qqqq": 1}]);
        assert_ne!(faults(&validator, &wrong), [""; 0], "wrong {field}");
    }
}

proptest::proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn random_plans_and_their_canonical_texts_are_valid(plan in plans::plans()) {
        let validator = of_plans();
        assert_valid(&validator, &plan, "the document");
        let written = okrkit::write(&crate::support::read(&plan));
        assert_valid(&validator, &serde_json::from_str(&written).unwrap(), &written);
    }

    #[test]
    fn what_the_reader_takes_the_schema_takes(mutated in garbage::mutated()) {
        if okrkit::read(&mutated.text).is_ok() && !mutated.text.contains("1e999") {
            assert_valid(&of_plans(), &mutated.document, &mutated.text);
        }
    }
}
