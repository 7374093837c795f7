//! Findings as SARIF, against the schema of the standard, and as text.

use okrkit::lint::{lint_text, to_sarif, to_text};
use okrkit::{LintPolicy, LintReport};
use serde_json::{Value, json};

use super::{all, example, report};
use crate::support;

/// The schema of SARIF 2.1.0; `tests/data/README.md` says where it comes from.
const SCHEMA: &str = include_str!("../../data/sarif-schema-2.1.0.json");

fn faults(log: &Value) -> Vec<String> {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    // The patterns of languages end in a `]` that no bracket opened, which strict engines refuse. No language is written here.
    for (definition, field) in [("run", "language"), ("toolComponent", "language")] {
        let language = schema["definitions"][definition]["properties"][field].as_object_mut().unwrap();
        assert!(language.remove("pattern").is_some(), "{definition}");
    }
    let validator = jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
    validator
        .iter_errors(log)
        .map(|error| format!("{error} (at {})", error.instance_path()))
        .collect()
}

fn log_of(plan: &Value, day: &str, uri: &str) -> Value {
    let text = serde_json::to_string_pretty(plan).unwrap();
    serde_json::from_str(&to_sarif(&report(plan, day), uri, &text)).unwrap()
}

#[test]
fn the_log_of_every_bad_example_is_valid_sarif() {
    for rule in all() {
        let (plan, day) = example(rule.bad);
        let log = log_of(&plan, &day, "plans/q1.json");
        assert_eq!(faults(&log), [""; 0], "{}", rule.id);
        let first = &log["runs"][0]["results"][0];
        assert_eq!(first["ruleId"], rule.id);
        let index = usize::try_from(first["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], rule.id);
    }
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let (plan, day) = example(all()[0].bad);
    let mut log = log_of(&plan, &day, "plan.json");
    log["runs"][0]["results"][0]["level"] = json!("off");
    assert_ne!(faults(&log), [""; 0]);
}

#[test]
fn a_result_has_the_place_in_the_text() {
    let text = "{\"okrkit\": 1, \"id\": \"p\", \"cycles\": [{\"id\": \"c\", \"starts\": \"2026-01-01\", \"ends\": \"2026-03-31\"}],\n\
        \"objectives\": [{\"id\": \"é\", \"title\": \"Sell 500 bicycles\", \"cycle\": \"c\", \"owners\": [{\"who\": \"amal\"}]}],\n\
        \"lint\": {\"ignore\": [{\"rule\": \"structure.no_key_results\", \"node\": \"é\", \"reason\": \"to come\"}]}}";
    let plan: Value = serde_json::from_str(text).unwrap();
    let report = report(&plan, "2026-01-02");
    let log: Value = serde_json::from_str(&to_sarif(&report, "my plans/q1 é.json", text)).unwrap();
    assert_eq!(faults(&log), [""; 0]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    let location = &results[0]["locations"][0];
    // Column 37 counts letters, of which é is one.
    assert_eq!(location["physicalLocation"]["region"], json!({"startLine": 2, "startColumn": 37}));
    assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "my%20plans/q1%20%C3%A9.json");
    assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "/objectives/0/title");
    assert_eq!(results[0].get("suppressions"), None);
    assert_eq!(results[1]["ruleId"], "structure.no_key_results");
    assert_eq!(results[1]["suppressions"], json!([{"kind": "inSource", "justification": "to come"}]));

    let shown = "2:37: warning[wording.number_in_objective]: the title of the objective `é` holds a number: `Sell 500 bicycles`\n  \
        fix: move the number into a key result, and say what it is good for\n1 accepted\n";
    assert_eq!(to_text(&report, text), shown);
    let (profile, day) = (support::named("default"), support::date("2026-01-02"));
    assert_eq!(lint_text(text, &profile, day, &LintPolicy::default()).as_deref(), Ok(shown));
    assert!(lint_text("{", &profile, day, &LintPolicy::default()).is_err());
}

#[test]
fn a_name_of_a_file_becomes_a_reference_to_it() {
    let uri = |name: &str| {
        let log = log_of(
            &json!({"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}], "objectives": [{"id": "o", "title": "O", "cycle": "c"}]}),
            "2026-01-02",
            name,
        );
        assert_eq!(faults(&log), [""; 0]);
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone()
    };
    assert_eq!(uri("100% sales.json"), "100%25%20sales.json");
    assert_eq!(uri("q1%20plan.json"), "q1%20plan.json");
    assert_eq!(uri("a:b.json"), "a%3Ab.json");
    assert_eq!(uri("plans/a:b.json"), "plans/a:b.json");
    assert_eq!(uri("C:/plans/a.json"), "C%3A/plans/a.json");
    assert_eq!(uri("file:/plans/a.json"), "file:/plans/a.json");
    assert_eq!(uri("file:///plans/a.json"), "file:///plans/a.json");
}

#[test]
fn without_findings_there_are_rules_and_no_results() {
    let log: Value = serde_json::from_str(&to_sarif(&LintReport::default(), "p.json", "{}")).unwrap();
    assert_eq!(faults(&log), [""; 0]);
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), all().len());
}
