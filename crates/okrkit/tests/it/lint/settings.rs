//! What a plan says of rules: levels, and findings it accepts.

use okrkit::{LintLevel, LintPolicy, lint};
use serde_json::{Value, json};

use super::{example, found, report};
use crate::support;

/// The example plan with a number in the title of `grow`, and lint settings.
fn with(settings: Value) -> (Value, String) {
    let (mut plan, day) = example(r#"{"/objectives/1/title": "Sell 500 bicycles"}"#);
    plan["lint"] = settings;
    (plan, day)
}

const RULE: &str = "wording.number_in_objective";

#[test]
fn the_plan_sets_the_level_of_a_rule() {
    for (word, level) in [("error", LintLevel::Error), ("note", LintLevel::Note)] {
        let (plan, day) = with(json!({"levels": {RULE: word}}));
        let found = report(&plan, &day).findings;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].rule, found[0].level), (RULE, level));
    }
    let (plan, day) = with(json!({"levels": {RULE: "off"}}));
    assert_eq!(report(&plan, &day).findings, []);
}

#[test]
fn an_accepted_finding_is_reported_apart_with_the_reason() {
    for entry in [
        json!({"rule": RULE, "node": "grow", "reason": "agreed"}),
        json!({"rule": RULE, "reason": "agreed"}),
    ] {
        let (plan, day) = with(json!({"ignore": [entry]}));
        let report = report(&plan, &day);
        assert_eq!(report.findings, []);
        assert_eq!(report.ignored.len(), 1);
        assert_eq!((report.ignored[0].finding.rule, report.ignored[0].reason.as_str()), (RULE, "agreed"));
        assert_eq!(report.ignored[0].finding.nodes, ["grow"]);
    }
}

#[test]
fn accepting_for_one_node_leaves_the_others() {
    let (mut plan, day) = with(json!({"ignore": [{"rule": RULE, "node": "grow", "reason": "agreed"}]}));
    plan["objectives"][2]["title"] = json!("Keep 90% of our customers");
    let report = report(&plan, &day);
    assert_eq!((report.ignored.len(), report.findings.len()), (1, 1));
    assert_eq!(report.findings[0].nodes, ["keep"]);
}

#[test]
fn what_is_accepted_and_not_found_is_a_finding_unless_the_rule_is_off() {
    let entries = json!([{"rule": RULE, "node": "keep", "reason": "agreed"}, {"rule": "rhythm.stale", "reason": "holidays"}]);
    let (plan, day) = with(json!({"ignore": entries, "levels": {"rhythm.stale": "off"}}));
    let found = report(&plan, &day).findings;
    let told: Vec<_> = found.iter().map(|finding| (finding.rule, finding.path.as_str())).collect();
    assert_eq!(told, [(RULE, "/objectives/1/title"), ("lint.unused_ignore", "/lint/ignore/0")]);
    assert_eq!(found[1].message, format!("`{RULE}` is accepted of `keep` and not found"));
}

#[test]
fn an_entry_for_the_node_goes_before_one_for_all_and_the_second_of_two_is_not_used() {
    let one = json!({"rule": RULE, "node": "grow", "reason": "agreed"});
    let (plan, day) = with(json!({"ignore": [{"rule": RULE, "reason": "everywhere"}, one, one]}));
    let report = report(&plan, &day);
    assert_eq!(report.ignored[0].reason, "agreed");
    let paths: Vec<_> = report.findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["/lint/ignore/0", "/lint/ignore/2"]);
}

#[test]
fn that_something_is_not_found_can_be_accepted_too() {
    let ignore = r#"{"/lint": {"ignore": [{"rule": "rhythm.stale", "reason": "holidays"}, {"rule": "lint.unused_ignore", "reason": "soon"}]}}"#;
    assert_eq!(found(ignore), [""; 0]);
}

#[test]
fn the_policy_has_the_limits() {
    let (plan, day) = example("{}");
    let plan = support::read(&plan);
    let rules = |policy: &str| -> Vec<&str> {
        let policy: LintPolicy = serde_json::from_str(policy).unwrap();
        let mut rules: Vec<&str> = lint(&plan, &support::named("default"), support::date(&day), &policy)
            .iter()
            .map(|finding| finding.rule)
            .collect();
        rules.dedup();
        rules
    };
    assert_eq!(rules(r#"{"most_objectives": 2}"#), ["structure.many_objectives"]);
    assert_eq!(rules(r#"{"fewest_key_results": 3}"#), ["structure.few_key_results"]);
    assert_eq!(rules(r#"{"vague_words": ["new"], "activity_words": ["answer", "فاز"]}"#), ["wording.activity"]);
    assert_eq!(rules(r#"{"most_owned": 1}"#), ["ownership.overload"]);
    assert!(serde_json::from_str::<LintPolicy>(r#"{"most_objective": 2}"#).is_err());
    let written = serde_json::to_string(&LintPolicy::default()).unwrap();
    assert_eq!(serde_json::from_str::<LintPolicy>(&written).unwrap(), LintPolicy::default());
}
