//! What holds of findings, whatever the plan.

use okrkit::lint::{rules, to_sarif, to_text};
use okrkit::{LintPolicy, LintReport, lint, lint_report};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::config;
use crate::strategies::plans::plans;
use crate::support::{self, date};

fn report(plan: &Value, on: &str) -> LintReport {
    lint_report(&support::read(plan), &support::named("default"), date(on), &LintPolicy::default())
}

/// Without lint settings of its own.
fn plain(mut plan: Value) -> Value {
    plan.as_object_mut().unwrap().shift_remove("lint");
    plan
}

const DAYS: [&str; 4] = ["2025-06-01", "2026-01-20", "2026-03-01", "2027-01-01"];

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn findings_have_a_place_a_message_in_style_and_a_level(plan in plans()) {
        let plan = plain(plan.0);
        for on in DAYS {
            let report = report(&plan, on);
            let mut last = 0;
            for finding in &report.findings {
                prop_assert_eq!(support::fault_of(&finding.message), None, "{:?}", finding);
                let (parent, _) = support::split(&finding.path).unwrap();
                prop_assert!(support::is_pointer(&finding.path) && plan.pointer(parent).is_some(), "{:?}", finding);
                prop_assert!(!finding.nodes.is_empty());
                let place = rules().position(|rule| rule.id == finding.rule).unwrap();
                prop_assert!(place >= last, "in the order of the table");
                last = place;
            }
            let text = plan.to_string();
            prop_assert_eq!(to_text(&report, &text).lines().count(), 2 * report.findings.len());
            let log: Value = serde_json::from_str(&to_sarif(&report, "p.json", &text)).unwrap();
            prop_assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(report.findings.len()));
        }
    }

    #[test]
    fn what_is_accepted_moves_aside_and_nothing_else_changes(plan in plans()) {
        let plan = plain(plan.0);
        let before = report(&plan, DAYS[1]);
        let mut entries: Vec<(&str, &str)> = before.findings.iter().map(|finding| (finding.rule, finding.nodes[0].as_str())).collect();
        entries.sort_unstable();
        entries.dedup();
        let ignore: Vec<Value> = entries.iter().map(|(rule, node)| json!({"rule": rule, "node": node, "reason": "r"})).collect();
        let mut accepting = plan.clone();
        accepting["lint"] = json!({"ignore": ignore});
        let after = report(&accepting, DAYS[1]);
        prop_assert_eq!(&after.findings, &[]);
        let moved: Vec<_> = after.ignored.iter().map(|ignored| ignored.finding.clone()).collect();
        prop_assert_eq!(moved, before.findings);
    }

    #[test]
    fn a_rule_that_is_off_finds_nothing_and_leaves_the_others(plan in plans(), at in 0..rules().count()) {
        let plan = plain(plan.0);
        let rule = rules().nth(at).unwrap();
        let mut without = plan.clone();
        without["lint"] = json!({"levels": {rule.id: "off"}});
        let mut expected = report(&plan, DAYS[1]).findings;
        expected.retain(|finding| finding.rule != rule.id);
        prop_assert_eq!(report(&without, DAYS[1]).findings, expected);
    }
}

#[test]
fn generated_plans_raise_many_of_the_rules() {
    // Otherwise the laws above would hold of nothing.
    let text = okrkit_testing::generate::plan(&okrkit_testing::generate::Config::default());
    let plan = okrkit::read(&text).unwrap();
    let mut found: Vec<&str> = DAYS
        .iter()
        .flat_map(|on| lint(&plan, &support::named("default"), date(on), &LintPolicy::default()))
        .map(|finding| finding.rule)
        .collect();
    found.sort_unstable();
    found.dedup();
    assert!(found.len() >= 10, "{found:?}");
}
