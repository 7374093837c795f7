//! `align.…`: what the rules of a profile find in a plan that is valid.

use okrkit::{Code, Severity};
use serde_json::{Value, json};

use super::{Given, Row, issues_of, row};
use crate::support::{metric, plan_of};

/// The default profile, with every rule off but one.
fn only(rule: &str, value: Value) -> Value {
    let mut align = json!({
        "level": "off", "period": {"severity": "off"}, "parents": "off", "depth": {"severity": "off"}, "fan_out": {"severity": "off"}, "orphan": "off",
        "double_count": "off"
    });
    align[rule] = value;
    align
}

/// Objectives `(id, team, further fields)` of the company and its sales team, with links `(child, parent)`.
fn plan(objectives: &[(&str, &str, Value)], links: &[(&str, &str)]) -> Value {
    let objectives: Vec<Value> = objectives
        .iter()
        .map(|(id, team, fields)| {
            let mut objective = json!({"id": id, "title": id, "cycle": "c", "team": team});
            for (name, value) in fields.as_object().unwrap() {
                objective[name] = value.clone();
            }
            objective
        })
        .collect();
    let mut plan = plan_of(objectives.into());
    plan["teams"] = json!([{"id": "acme", "title": "ACME"}, {"id": "sales", "title": "Sales", "parent": "acme"}]);
    plan["links"] = links.iter().map(|(child, parent)| json!({"child": child, "parent": parent})).collect();
    plan
}

fn plain<'a>(id: &'a str, team: &'a str) -> (&'a str, &'a str, Value) {
    (id, team, json!({}))
}

fn found(plan: Value, rule: &str, value: Value) -> Given {
    Given::Findings(plan, only(rule, value))
}

pub(crate) fn rows() -> Vec<Row> {
    let ends_later = json!({"ends": "2026-05-01"});
    let starts_after = json!({"starts": "2026-05-01", "ends": "2026-05-02"});
    let own = json!({"key_results": [metric("k", &[])]});
    vec![
        row(
            found(
                plan(&[plain("top", "acme"), plain("low", "sales")], &[("top", "low")]),
                "level",
                json!("warning"),
            ),
            Code::AlignLevel,
            "/links/0",
            "`top` of team `acme` is linked below `low` of team `sales`, which stands lower",
        ),
        row(
            found(
                plan(&[plain("top", "acme"), ("low", "sales", ends_later)], &[("low", "top")]),
                "period",
                json!({"rule": "within", "severity": "error"}),
            ),
            Code::AlignPeriod,
            "/links/0",
            "`low` (2026-01-01 to 2026-05-01) is not within `top` (2026-01-01 to 2026-04-11)",
        ),
        row(
            found(
                plan(&[plain("top", "acme"), ("low", "sales", starts_after)], &[("low", "top")]),
                "period",
                json!({"rule": "overlap", "severity": "warning"}),
            ),
            Code::AlignPeriod,
            "/links/0",
            "`low` (2026-05-01 to 2026-05-02) does not overlap `top` (2026-01-01 to 2026-04-11)",
        ),
        row(
            found(
                plan(&[plain("a", "acme"), plain("b", "acme"), plain("low", "sales")], &[("low", "a"), ("low", "b")]),
                "parents",
                json!("error"),
            ),
            Code::AlignParents,
            "/objectives/2",
            "`low` has 2 parents: `a`, `b`",
        ),
        row(
            found(
                plan(
                    &[plain("a", "acme"), plain("b", "acme"), plain("c3", "sales"), plain("d4", "sales")],
                    &[("b", "a"), ("c3", "b"), ("d4", "c3")],
                ),
                "depth",
                json!({"max": 2, "severity": "warning"}),
            ),
            Code::AlignDepth,
            "/objectives/2",
            "`c3` stands on level 3, at most 2 are allowed",
        ),
        row(
            found(
                plan(&[plain("a", "acme"), plain("b", "sales"), plain("low", "sales")], &[("b", "a"), ("low", "a")]),
                "fan_out",
                json!({"max": 1, "severity": "warning"}),
            ),
            Code::AlignFanOut,
            "/objectives/0",
            "`a` has 2 children, at most 1 are allowed",
        ),
        row(
            found(plan(&[plain("top", "acme"), plain("low", "sales")], &[]), "orphan", json!("warning")),
            Code::AlignOrphan,
            "/objectives/1",
            "`low` of team `sales` is linked to nothing above",
        ),
        row(
            found(
                plan(
                    &[plain("top", "acme"), plain("mid", "acme"), ("low", "sales", own)],
                    &[("k", "top"), ("low", "mid"), ("mid", "top")],
                ),
                "double_count",
                json!("warning"),
            ),
            Code::AlignDoubleCount,
            "/objectives/2/key_results/0",
            "`k` counts twice for `top`: `k` → `top` and `k` → `low` → `mid` → `top`",
        ),
    ]
}

#[test]
fn a_finding_has_the_severity_that_the_profile_gives_it() {
    let severities: Vec<(Code, Severity)> = rows()
        .iter()
        .flat_map(|row| issues_of(&row.given))
        .map(|issue| (issue.code, issue.severity))
        .filter(|(_, severity)| *severity == Severity::Error)
        .collect();
    assert_eq!(severities, [(Code::AlignPeriod, Severity::Error), (Code::AlignParents, Severity::Error)]);
}

#[test]
fn a_double_count_names_both_ways_in_its_nodes() {
    let rows = rows();
    let double = rows.last().unwrap();
    assert_eq!(issues_of(&double.given)[0].nodes, ["k", "top", "k", "low", "mid", "top"]);
}

#[test]
fn a_rule_that_is_off_finds_nothing() {
    for row in rows() {
        let Given::Findings(plan, _) = row.given else { panic!("a row of findings") };
        let nothing = only("parents", json!("off"));
        assert_eq!(issues_of(&Given::Findings(plan, nothing)), []);
    }
}

#[test]
fn a_link_counts_only_while_it_is_there_and_both_ends_stand() {
    let with_link = |fields: Value| {
        let mut plan = plan(&[plain("top", "acme"), plain("low", "sales")], &[]);
        let mut link = json!({"child": "top", "parent": "low"});
        for (name, value) in fields.as_object().unwrap() {
            link[name] = value.clone();
        }
        plan["links"] = json!([link]);
        issues_of(&found(plan, "level", json!("warning"))).len()
    };
    // The day is 2026-02-20, and the last day of a link belongs to it.
    assert_eq!(with_link(json!({})), 1);
    assert_eq!(with_link(json!({"kind": "supports"})), 1, "alignment is shown by either kind");
    assert_eq!(with_link(json!({"ends": "2026-02-20"})), 1);
    assert_eq!(with_link(json!({"ends": "2026-02-19"})), 0);
    assert_eq!(with_link(json!({"starts": "2026-02-21"})), 0);
    let dropped = plan(&[("top", "acme", json!({"stage": "dropped"})), plain("low", "sales")], &[("top", "low")]);
    assert_eq!(issues_of(&found(dropped, "level", json!("warning"))), []);
}
