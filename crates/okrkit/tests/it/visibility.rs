//! Who sees what, and that what is seen neither tells what is hidden nor has other figures for it.

use std::collections::BTreeSet;

use okrkit::profile::ProgressRule;
use okrkit::visibility::{HiddenTeam, HiddenValues, SeenBy, ValuesKeptWhy, is_visible, values_kept};
use okrkit::{Date, GroupBy, Plan, Profile, RedactionPolicy, Scorecard, Viewer, redact};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::strategies::{config, plans};
use crate::support::{date, metric, plan_of, read};

const MARKER: &str = "MARKER";

fn objective(id: &str, visibility: &str) -> Value {
    json!({"id": id, "title": format!("Objective {id}"), "cycle": "c", "team": "gulf", "visibility": visibility, "owners": [{"who": "amal"}],
        "key_results": [{"id": format!("{id} kr"), "title": "Revenue", "owners": [{"who": "badr"}], "measure": {"kind": "metric", "start": 0, "target": 10},
        "check_ins": [{"on": "2026-02-01", "value": 4, "note": "two deals", "by": "badr"}]}]})
}

/// `sales` above `gulf` above `riyadh`, and one objective of each visibility.
fn plan() -> Value {
    let mut plan = plan_of(json!([
        objective("public", "public"),
        objective("team", "team"),
        objective("private", "private")
    ]));
    plan["teams"] =
        json!([{"id": "sales", "title": "Sales"}, {"id": "gulf", "title": "Gulf", "parent": "sales"}, {"id": "riyadh", "title": "Riyadh", "parent": "gulf"}]);
    plan
}

fn seen(plan: &Plan, viewer: &Viewer) -> Vec<String> {
    let policy = RedactionPolicy::default();
    let seen = plan.objectives().filter(|objective| is_visible(plan, objective, viewer, &policy));
    seen.map(|objective| objective.id.clone()).collect()
}

#[test]
fn a_team_sees_what_is_its_own_and_of_the_teams_above_it() {
    let plan = read(&plan());
    assert_eq!(seen(&plan, &Viewer::default()), ["public"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("gulf")), ["public", "team"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("riyadh")), ["public", "team"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("sales")), ["public"], "the team above does not");
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("nowhere")), ["public"]);
    assert_eq!(seen(&plan, &Viewer::new("amal")), ["public", "team", "private"]);
    assert_eq!(
        seen(&plan, &Viewer::new("badr")),
        ["public", "team", "private"],
        "who owns a key result checks it in"
    );
}

#[test]
fn owners_of_key_results_may_be_kept_out() {
    let plan = read(&plan());
    let mut policy = RedactionPolicy::default();
    policy.owners = SeenBy::OwnersOfObjective;
    let private = plan.objective("private").unwrap();
    assert!(!is_visible(&plan, private, &Viewer::new("badr"), &policy));
    assert!(is_visible(&plan, private, &Viewer::new("amal"), &policy));
}

#[test]
fn what_is_hidden_keeps_progress_and_loses_words_and_numbers() {
    let redacted = redact(&read(&plan()), &Viewer::new("samir").of_team("gulf"), &RedactionPolicy::default()).unwrap();
    let hidden = redacted.objectives().last().unwrap();
    let expected = json!({"id": "hidden-1", "title": "hidden", "cycle": "c", "visibility": "private",
        "key_results": [{"id": "hidden-2", "title": "hidden", "measure": {"kind": "metric", "start": 0.0, "target": 1.0}, "check_ins": [{"on": "2026-02-01", "value": 0.4}]}]});
    let written: Value = serde_json::from_str(&serde_json::to_string(hidden).unwrap()).unwrap();
    let without_ambition = |mut value: Value| {
        value.as_object_mut().unwrap().shift_remove("ambition");
        value
    };
    assert_eq!(without_ambition(written), expected);
    assert_eq!(redacted.objective("team"), read(&plan()).objective("team"));
}

fn numbers_in(value: &Value, out: &mut Vec<f64>) {
    match value {
        Value::Number(number) => out.push(number.as_f64().unwrap()),
        Value::Array(items) => items.iter().for_each(|item| numbers_in(item, out)),
        Value::Object(members) => members.values().for_each(|member| numbers_in(member, out)),
        _ => {}
    }
}

/// A private objective with key results of every kind, whose numbers are unlike any other, below a public one that it moves.
fn secret(key_results: &Value) -> Value {
    let mut plan = plan_of(json!([
        {"id": "lead", "title": "Lead", "cycle": "c", "key_results": [{"id": "all", "title": "A", "measure": {"kind": "children"}}]},
        {"id": "secret", "title": "S", "cycle": "c", "visibility": "private", "key_results": key_results}
    ]));
    plan["cycles"][0]["check_in_every"] = "week".into();
    plan["links"] = json!([{"child": "secret", "parent": "all"}]);
    plan
}

#[test]
fn no_number_of_a_hidden_measure_is_left_in_the_text() {
    let values = |values: &[f64]| -> Value {
        let check_in = |(n, value): (usize, &f64)| json!({"on": format!("2026-01-{:02}", 10 + 5 * n), "value": value});
        values.iter().enumerate().map(check_in).collect()
    };
    let kinds = json!([
        {"id": "metric", "title": "t", "measure": {"kind": "metric", "start": 7310, "target": 7390}, "check_ins": values(&[7325.0, 7345.0])},
        {"id": "sum", "title": "t", "measure": {"kind": "metric", "start": 0, "target": 7390, "reading": "sum"}, "check_ins": values(&[731.0, 732.0])},
        {"id": "mean", "title": "t", "measure": {"kind": "metric", "start": 7390, "target": 7310, "reading": "mean"}, "check_ins": values(&[7370.0, 7350.0])},
        {"id": "change", "title": "t", "measure": {"kind": "change", "baseline": 7370, "percent": 73}, "check_ins": values(&[7380.0, 7790.0])},
        {"id": "open", "title": "t", "measure": {"kind": "change", "baseline": null, "percent": 73}, "check_ins": values(&[7380.0])},
        {"id": "start", "title": "t", "measure": {"kind": "metric", "start": null, "target": 7390}, "check_ins": values(&[7380.0])},
        {"id": "kept", "title": "t", "measure": {"kind": "threshold", "at_most": 7320}, "check_ins": values(&[7325.0, 7315.0])},
        {"id": "held", "title": "t", "measure": {"kind": "threshold", "at_most": 7320, "judge": {"share_of": "up_to_latest"}}, "check_ins": values(&[7325.0, 7315.0])},
        {"id": "exact", "title": "t", "measure": {"kind": "exact", "start": 7310, "target": 7390, "tolerance": 0.73}, "check_ins": values(&[7325.0])},
        {"id": "bands", "title": "t", "measure": {"kind": "bands", "points": [[7310, 0], [7350, 0.5], [7390, 1]]}, "check_ins": values(&[7325.0, 7377.0])},
        {"id": "levels", "title": "t", "measure": {"kind": "levels", "start": 7310, "commit": 7330, "target": 7350, "stretch": 7390}, "check_ins": values(&[7325.0, 7377.0])},
        {"id": "events", "title": "t", "measure": {"kind": "events", "count": 73, "each_at_least": 7310, "partial": true}, "check_ins": values(&[7325.0, 7177.0])},
        {"id": "path", "title": "t", "measure": {"kind": "metric", "start": 7310, "target": 7390},
         "expected_path": [{"on": "2026-01-08", "value": 7315}, {"on": "2026-02-12", "value": 7373}], "check_ins": values(&[7325.0])},
        {"id": "both", "title": "t", "measure": {"kind": "composite", "combine": "mean", "parts": {"a": {"kind": "metric", "start": 7310, "target": 7390}, "b": {"kind": "done"}}},
         "check_ins": [{"on": "2026-01-10", "parts": {"a": {"value": 7325}}}, {"on": "2026-01-15", "parts": {"b": {"done": true}}}]},
        {"id": "watched", "title": "t", "measure": {"kind": "observe"}, "check_ins": values(&[7325.0])},
        {"id": "moved", "title": "t", "measure": {"kind": "metric", "start": 7310, "target": 7390}, "check_ins": values(&[7325.0, 7345.0]),
         "amendments": [{"on": "2026-01-12", "reason": "r", "set": {"measure": {"target": 7350}}},
                        {"on": "2026-01-20", "reason": "r", "set": {"measure": {"start": 7300}}, "recorded": "2026-02-01T08:00:00Z"}]},
        {"id": "moved path", "title": "t", "measure": {"kind": "metric", "start": 7310, "target": 7390}, "check_ins": values(&[7325.0]),
         "expected_path": [{"on": "2026-01-08", "value": 7315}, {"on": "2026-02-12", "value": 7373}],
         "amendments": [{"on": "2026-01-20", "reason": "r", "set": {"expected_path": [{"on": "2026-01-20", "value": 7320}, {"on": "2026-02-20", "value": 7340}]}},
                        {"on": "2026-02-15", "reason": "r", "set": {"measure": {"target": 7350}, "weight": 0.5}}]},
        {"id": "moved path beside a weight", "title": "t", "measure": {"kind": "metric", "start": 7310, "target": 7390}, "check_ins": values(&[7325.0]),
         "expected_path": [{"on": "2026-01-05", "value": 7320}],
         "amendments": [{"on": "2026-01-10", "reason": "r", "set": {"expected_path": [{"on": "2026-01-05", "value": 7350}]}},
                        {"on": "2026-01-10", "reason": "r", "set": {"weight": 0.5}, "recorded": "2026-01-25T08:30:00Z"}]},
        {"id": "moved levels", "title": "t", "measure": {"kind": "levels", "start": 7310, "target": 7350}, "check_ins": values(&[7325.0, 7377.0]),
         "amendments": [{"on": "2026-01-12", "reason": "r", "set": {"measure": {"stretch": 7390}}},
                        {"on": "2026-02-01", "reason": "r", "set": {"ends": "2026-02-20"}}]},
        {"id": "found", "title": "t", "measure": {"kind": "metric", "start": null, "target": 7390}, "check_ins": values(&[7350.0, 7380.0]),
         "amendments": [{"on": "2026-01-12", "reason": "r", "set": {"measure": {"start": 7310}}}]},
        {"id": "tightened", "title": "t", "measure": {"kind": "threshold", "at_most": 7320}, "check_ins": values(&[7325.0, 7315.0]),
         "amendments": [{"on": "2026-01-18", "reason": "r", "set": {"measure": {"at_most": 7312}}}]},
        {"id": "corrected", "title": "t", "measure": {"kind": "metric", "start": 0, "target": 7390, "reading": "sum"}, "check_ins": [
            {"on": "2026-01-10", "value": 731, "id": "first", "confidence": 0.5},
            {"on": "2026-01-15", "value": 732, "id": "second", "recorded": "2026-01-18T09:00:00Z"},
            {"on": "2026-01-10", "value": 733, "replaces": "first", "recorded": "2026-01-20T09:00:00Z"},
            {"on": "2026-01-15", "replaces": "second", "void": true, "recorded": "2026-01-25T09:00:00Z", "confidence": 0.4}]},
        {"id": "steps", "title": "t", "measure": {"kind": "milestones", "steps": [
            {"id": "a", "title": "A", "weight": 73, "ends": "2026-01-12"}, {"id": "b", "weight": 74, "ends": "2025-12-20"}, {"id": "c", "weight": 75, "ends": "2026-04-10"}]},
         "check_ins": [{"on": "2026-01-10", "steps_done": ["a"]}, {"on": "2026-01-15", "steps_done": ["c"]}, {"on": "2026-01-20", "steps_undone": ["a"]}],
         "amendments": [{"on": "2026-01-18", "reason": "r", "set": {"measure": {"steps": [{"id": "a", "weight": 7, "ends": "2026-02-12"}, {"id": "b", "weight": 8, "ends": "2026-03-01"}, {"id": "c", "weight": 9, "ends": "2026-02-12"}]}}}]},
        {"id": "steps at any time", "title": "t", "measure": {"kind": "milestones", "steps": [{"id": "a", "weight": 73, "ends": "2026-01-12"}, {"id": "b", "weight": 74}]},
         "check_ins": [{"on": "2026-01-10", "steps_done": ["b"], "recorded": "2026-01-22T08:00:00Z"}]},
        {"id": "nothing added", "title": "t", "measure": {"kind": "children", "roll_up": "sum", "start": 7310, "target": 7390},
         "expected_path": [{"on": "2026-01-20", "value": 7320}, {"on": "2026-02-20", "value": 7340}]},
        {"id": "withdrawn", "title": "t", "measure": {"kind": "metric", "start": 0, "target": 7390, "reading": "mean"}, "check_ins": [
            {"on": "2026-01-10", "value": 731, "id": "first"},
            {"on": "2026-01-15", "replaces": "first", "void": true, "recorded": "2026-01-25T09:00:00Z"},
            {"on": "2026-01-20", "value": 737, "recorded": "2026-01-28T09:00:00Z"}]}
    ]);
    let plan = read(&secret(&kinds));
    let viewer = Viewer::default();
    assert_eq!(values_kept(&plan, &viewer, &RedactionPolicy::default()).unwrap(), []);
    let redacted = redact(&plan, &viewer, &RedactionPolicy::default()).unwrap();
    let numbers = |plan: &Plan| {
        let mut found = Vec::new();
        numbers_in(&serde_json::from_str(&okrkit::write(plan)).unwrap(), &mut found);
        found
    };
    assert!(numbers(&plan).iter().filter(|number| **number > 1.0).count() > 40);
    assert!(
        numbers(&redacted).iter().all(|number| (0.0..=1.0).contains(number)),
        "{}",
        okrkit::write(&redacted)
    );

    // Each alone, so that no figure hides behind another's.
    for (at, key_result) in kinds.as_array().unwrap().iter().enumerate() {
        let plan = read(&secret(&json!([key_result])));
        let redacted = redact(&plan, &viewer, &RedactionPolicy::default()).unwrap();
        for profile in ["default", "perdoo", "viva", "quantive"] {
            let profile = Profile::named(profile).unwrap();
            for on in (0..120).filter_map(|days| date("2025-12-25").add_days(days)) {
                // As it is known now, and as it was on the day and in the weeks after it.
                let known = (0..5).map(|weeks| okrkit::AsOf::known_at(on, on.add_days(7 * weeks).unwrap().midnight()));
                for as_of in known {
                    let [before, after] = [&plan, &redacted].map(|plan| okrkit::evaluate(plan, &profile, as_of));
                    assert_eq!(before.objective("lead"), after.objective("lead"), "{at} by {} on {as_of:?}", profile.id);
                }
                let [before, after] = [&plan, &redacted].map(|plan| okrkit::evaluate(plan, &profile, on));
                let lead = |card: &Scorecard| card.objective("lead").unwrap();
                assert_eq!(lead(&before), lead(&after), "{at} by {} on {on}", profile.id);
                let [was, is] = [before, after].map(|card| card.key_results().last().unwrap().1.node);
                assert_eq!(was.progress.value().map(f64::to_bits), is.progress.value().map(f64::to_bits), "{at} on {on}");
                assert_eq!((was.expected.to_bits(), was.status), (is.expected.to_bits(), is.status), "{at} on {on}");
            }
        }
    }
}

#[test]
fn numbers_stay_where_no_progress_says_the_same_and_it_is_told_where() {
    let metric = |reading: &str| json!({"kind": "metric", "start": 0, "target": 90, "reading": reading});
    let to_a_share = json!({"judge": {"share_of": "check_ins"}});
    let mut plan = secret(&json!([
        {"id": "judged otherwise", "title": "t", "measure": {"kind": "threshold", "at_most": 90}, "amendments": [{"on": "2026-01-20", "reason": "r", "set": {"measure": to_a_share}}]},
        {"id": "amended", "title": "t", "measure": metric("latest"), "check_ins": [{"on": "2026-01-10", "value": 3}], "amendments": [{"on": "2026-01-20", "reason": "r", "set": {"measure": {"target": 80}}}]},
        {"id": "set back", "title": "t", "measure": metric("latest"), "expected_path": [{"on": "2026-01-05", "value": 20}],
         "amendments": [{"on": "2026-01-10", "reason": "r", "set": {"expected_path": [{"on": "2026-01-05", "value": 50}]}},
                        {"on": "2026-01-10", "reason": "r", "set": {"expected_path": [{"on": "2026-01-05", "value": 20}]}, "recorded": "2026-01-25T08:30:00Z"}]},
        {"id": "closed", "title": "t", "measure": metric("latest"), "stage": "active", "stages": [{"on": "2026-01-15", "stage": "closed"}],
         "check_ins": [{"on": "2026-01-10", "value": 3}], "amendments": [{"on": "2026-01-20", "reason": "r", "set": {"measure": {"target": 80}}}]},
        {"id": "late", "title": "t", "measure": metric("sum"), "check_ins": [{"on": "2026-01-20", "value": 3, "recorded": "2026-01-22T00:00:00Z"}]},
        {"id": "infinite", "title": "t", "measure": {"kind": "metric", "start": 0, "target": 1e-300}, "check_ins": [{"on": "2026-01-20", "value": 1e300}]},
        {"id": "added", "title": "t", "measure": metric("latest"), "check_ins": [{"on": "2026-01-20", "value": 3}]}
    ]));
    let whole = json!({"id": "whole", "title": "W", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 100}});
    plan["objectives"][0]["key_results"].as_array_mut().unwrap().push(whole);
    plan["links"].as_array_mut().unwrap().push(json!({"child": "added", "parent": "whole"}));
    let plan = read(&plan);
    let kept = |policy: &RedactionPolicy| -> Vec<(String, ValuesKeptWhy)> {
        let kept = values_kept(&plan, &Viewer::default(), policy).unwrap();
        kept.into_iter().map(|kept| (kept.key_result, kept.why)).collect()
    };
    let expected = [
        ("judged otherwise", ValuesKeptWhy::Amended),
        ("set back", ValuesKeptWhy::Amended),
        ("closed", ValuesKeptWhy::Closed),
        ("infinite", ValuesKeptWhy::Undefined),
        ("added", ValuesKeptWhy::Added),
    ];
    assert_eq!(kept(&RedactionPolicy::default()), expected.map(|(id, why)| (id.to_owned(), why)));
    let redacted = redact(&plan, &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert_eq!(okrkit::write(&redacted).matches("\"target\": 90").count(), 3, "{}", okrkit::write(&redacted));
    let mut policy = RedactionPolicy::default();
    policy.values = HiddenValues::Kept;
    assert!(kept(&policy).iter().all(|(_, why)| *why == ValuesKeptWhy::Policy) && kept(&policy).len() == 7);
    assert_eq!(
        redact(&plan, &Viewer::default(), &by("nobody's"))
            .unwrap_err()
            .iter()
            .map(|issue| issue.code.as_str())
            .collect::<Vec<_>>(),
        ["profile.unknown"]
    );
}

#[test]
fn what_takes_too_many_days_to_write_down_keeps_its_numbers() {
    let mut plan = secret(&json!([{"id": "k", "title": "t", "measure": {"kind": "levels", "start": 0, "target": 50}}]));
    plan["cycles"][0]["ends"] = "2031-01-06".into();
    // From 2026-01-01 to 2031-01-06 there are 1,832 days, and the one before.
    let kept = values_kept(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert_eq!(kept.first().map(|kept| kept.why), Some(ValuesKeptWhy::TooManyDays));
    let mut policy = RedactionPolicy::default();
    policy.most_days = 1833;
    assert_eq!(values_kept(&read(&plan), &Viewer::default(), &policy).unwrap(), []);
}

#[test]
fn placeholders_do_not_take_ids_that_somebody_sees() {
    let mut plan = plan();
    plan["objectives"][0]["id"] = "hidden-1".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    let ids: Vec<&str> = redacted.objectives().map(|objective| objective.id.as_str()).collect();
    assert_eq!(ids, ["hidden-1", "hidden-2", "hidden-4"]);
    for (placeholder, expected) in [("geheim", "geheim-1"), ("", "-2"), (" ", "hidden-2"), ("a\nb", "hidden-2")] {
        let mut policy = RedactionPolicy::default();
        placeholder.clone_into(&mut policy.placeholder);
        let redacted = redact(&read(&plan), &Viewer::default(), &policy).unwrap();
        assert_eq!(
            redacted.objectives().nth(1).unwrap().id,
            expected.replace("-2", if placeholder.is_empty() { "-1" } else { "-2" }),
            "{placeholder:?}"
        );
    }
}

#[test]
fn a_team_group_leaves_the_hidden_out_unless_the_policy_keeps_them() {
    let plan = read(&plan());
    let profile = Profile::named("default").unwrap();
    let n = |team: HiddenTeam| {
        let mut policy = RedactionPolicy::default();
        policy.team = team;
        let redacted = redact(&plan, &Viewer::default(), &policy).unwrap();
        okrkit::evaluate(&redacted, &profile, date("2026-02-20")).group_by(&GroupBy::Team)["gulf"].n
    };
    assert_eq!((n(HiddenTeam::Removed), n(HiddenTeam::Kept)), (1, 3));
}

#[test]
fn a_kpi_is_hidden_with_those_that_alone_refer_to_it() {
    let kpi =
        |id: &str| json!({"id": id, "title": id, "team": "gulf", "healthy": {"at_most": 3}, "readings": [{"on": "2026-02-01", "value": 5, "note": "bad"}]});
    let mut plan = plan();
    plan["kpis"] = json!([kpi("both"), kpi("guard"), kpi("made"), kpi("nobody")]);
    plan["objectives"][0]["guardrails"] = json!(["both"]);
    plan["objectives"][2]["guardrails"] = json!(["guard", "both"]);
    plan["objectives"][2]["key_results"][0]["kpi"] = "made".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    let ids: Vec<&str> = redacted.kpis().iter().map(|kpi| kpi.id.as_str()).collect();
    assert_eq!(ids, ["both", "hidden-1", "nobody"]);
    assert_eq!(redacted.objectives().last().unwrap().guardrails, ["hidden-1", "both"]);
    let written = serde_json::to_value(&redacted.kpis()[1]).unwrap();
    assert_eq!(
        written,
        json!({"id": "hidden-1", "title": "hidden", "healthy": {"at_least": 1.0}, "readings": [{"on": "2026-02-01", "value": 0.0}]})
    );
}

#[test]
fn accepted_findings_of_the_hidden_and_lineage_to_them_are_gone() {
    let mut plan = plan();
    plan["lint"] = json!({"ignore": [{"rule": "wording.vague", "node": "private kr", "reason": "secret"}, {"rule": "wording.vague", "node": "public", "reason": "known"}]});
    plan["objectives"][0]["continued_from"] = "private".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert_eq!(redacted.lint_settings().unwrap().ignore.len(), 1);
    assert_eq!(redacted.objective("public").unwrap().continued_from.as_deref(), Some("hidden-3"));
}

/// The indicator guards a hidden objective alone, so it goes too, with what was accepted of it.
#[test]
fn accepted_findings_of_hidden_indicators_are_gone() {
    let mut plan = plan();
    plan["kpis"] = json!([{"id": "secret", "title": "S", "healthy": {"at_most": 3}}]);
    plan["objectives"][2]["guardrails"] = json!(["secret"]);
    assert_eq!(plan["objectives"][2]["visibility"], "private");
    plan["lint"] = json!({"ignore": [{"rule": "kpi.unhealthy", "node": "secret", "reason": "r"}]});
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert!(redacted.lint_settings().unwrap().ignore.is_empty());
    assert!(!okrkit::write(&redacted).contains("secret"));
}

#[test]
fn a_policy_is_read_with_what_it_leaves_out_by_default() {
    let policy: RedactionPolicy = serde_json::from_str(r#"{"team": "kept"}"#).unwrap();
    assert_eq!((policy.team, policy.placeholder.as_str()), (HiddenTeam::Kept, "hidden"));
    assert!(serde_json::from_str::<RedactionPolicy>(r#"{"taem": "kept"}"#).is_err());
    assert!(
        !seen(
            &read(&plan_of(
                json!([{"id": "o", "title": "o", "cycle": "c", "visibility": "team", "key_results": [metric("k", &[])]}])
            )),
            &Viewer::new("amal")
        )
        .contains(&"o".to_owned())
    );
}

/// Puts the marker wherever a word of the user's own can stand in a hidden objective.
fn mark(value: &mut Value, within: &str) {
    let records = [
        "owners",
        "stages",
        "manual_scores",
        "check_ins",
        "amendments",
        "key_results",
        "expected_path",
        "steps",
        "decisions",
        "objectives",
        "kpis",
        "readings",
    ];
    let Value::Object(members) = value else { return };
    let is_part = within == "parts";
    if records.contains(&within) || is_part || matches!(within, "measure" | "set" | "judge" | "healthy" | "unit") {
        members.insert("ext".into(), json!({MARKER: [MARKER]}));
    }
    let added: &[&str] = match within {
        "objectives" => &["title", "description", "category", "learned", "continued_from"],
        "key_results" => &["title", "description", "continued_from"],
        "kpis" => &["title", "description"],
        "check_ins" => &["note", "by", "blocker"],
        "readings" => &["note", "by"],
        "stages" | "manual_scores" | "amendments" => &["reason", "by"],
        "steps" => &["title"],
        "decisions" => &["what", "by", "outcome"],
        _ => &[],
    };
    for name in added {
        members.insert((*name).into(), format!("{MARKER} {name}").into());
    }
    match within {
        "objectives" => {
            members.insert("tags".into(), json!({MARKER: MARKER}));
            members.insert("owners".into(), json!([{"who": MARKER}]));
            members.insert("decisions".into(), json!([{"what": MARKER, "due": "2026-02-01"}]));
        }
        "key_results" | "kpis" => {
            members.insert("owners".into(), json!([{"who": MARKER}]));
        }
        _ => {}
    }
    let name_of = |text: &Value| Value::from(format!("{MARKER} {}", text.as_str().unwrap()));
    for (name, member) in members.iter_mut() {
        match (name.as_str(), within, &mut *member) {
            ("ext", ..) => {}
            ("id", "steps" | "check_ins", text) | ("replaces", _, text) => *text = name_of(text),
            ("steps_done" | "steps_undone", _, Value::Array(ids)) => ids.iter_mut().for_each(|id| *id = name_of(id)),
            ("parts", _, Value::Object(parts)) => {
                let marked: Map<String, Value> = parts.iter().map(|(name, part)| (format!("{MARKER} {name}"), part.clone())).collect();
                *parts = marked;
                parts.iter_mut().for_each(|(_, part)| mark(part, "parts"));
            }
            (list, _, Value::Array(items)) => items.iter_mut().for_each(|item| mark(item, list)),
            (field, _, object @ Value::Object(_)) => mark(object, field),
            _ => {}
        }
    }
}

/// The plan with marked words in all that is hidden, and the ids of what is not.
fn marked(plan: &Value, viewer: &Viewer) -> (Value, BTreeSet<String>) {
    let checked = read(plan);
    let visible = seen(&checked, viewer);
    let mut out = plan.clone();
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut ids = BTreeSet::new();
    let has_links = plan["links"].is_array();
    let (mut public, mut secret) = (BTreeSet::new(), BTreeSet::new());
    for objective in out["objectives"].as_array_mut().unwrap() {
        let is_visible = visible.contains(&objective["id"].as_str().unwrap().to_owned());
        let kpis = if is_visible { &mut public } else { &mut secret };
        kpis.extend(
            objective
                .get("guardrails")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(ToString::to_string),
        );
        for key_result in objective.get("key_results").and_then(Value::as_array).into_iter().flatten() {
            kpis.extend(key_result.get("kpi").map(ToString::to_string));
        }
        if is_visible {
            ids.insert(objective["id"].as_str().unwrap().to_owned());
            ids.extend(
                objective
                    .get("key_results")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .map(|key_result| key_result["id"].as_str().unwrap().to_owned()),
            );
            continue;
        }
        if !has_links {
            for key_result in objective.get_mut("key_results").and_then(Value::as_array_mut).into_iter().flatten() {
                if key_result["measure"].get("unit").is_some() {
                    key_result["measure"]["unit"] = json!({"kind": "count", "of": MARKER});
                    for amendment in key_result.get_mut("amendments").and_then(Value::as_array_mut).into_iter().flatten() {
                        if let Some(measure) = amendment.pointer_mut("/set/measure") {
                            measure["unit"] = json!({"kind": "count", "of": format!("{MARKER} per week")});
                        }
                    }
                }
            }
        }
        mark(objective, "objectives");
        let below = objective
            .get_mut("key_results")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
            .map(|key_result| &mut key_result["id"]);
        let mut rename = |id: &mut Value| {
            let (old, new) = (id.as_str().unwrap().to_owned(), format!("{MARKER} {}", id.as_str().unwrap()));
            *id = new.clone().into();
            renamed.push((old, new));
        };
        below.for_each(&mut rename);
        rename(&mut objective["id"]);
    }
    for link in out.get_mut("links").and_then(Value::as_array_mut).into_iter().flatten() {
        for end in ["child", "parent"] {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| link[end] == **old) {
                link[end] = new.clone().into();
                link["ext"] = MARKER.into();
            }
        }
    }
    for ignore in out.pointer_mut("/lint/ignore").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some((_, new)) = renamed.iter().find(|(old, _)| ignore["node"] == **old) {
            ignore["node"] = new.clone().into();
            ignore["reason"] = MARKER.into();
        }
    }
    for kpi in out.get_mut("kpis").and_then(Value::as_array_mut).into_iter().flatten() {
        let id = kpi["id"].to_string();
        if secret.contains(&id) && !public.contains(&id) {
            mark(kpi, "kpis");
            kpi["id"] = format!("{MARKER} {}", kpi["id"].as_str().unwrap()).into();
        }
    }
    let is_secret = |id: &Value| secret.contains(&id.to_string()) && !public.contains(&id.to_string());
    for objective in out["objectives"].as_array_mut().unwrap() {
        let below = objective.get_mut("key_results").and_then(Value::as_array_mut).into_iter().flatten();
        let made_of = below.filter_map(|key_result| key_result.get_mut("kpi"));
        made_of
            .filter(|id| is_secret(id))
            .for_each(|id| *id = format!("{MARKER} {}", id.as_str().unwrap()).into());
        let guardrails = objective.get_mut("guardrails").and_then(Value::as_array_mut).into_iter().flatten();
        guardrails
            .filter(|id| is_secret(id))
            .for_each(|id| *id = format!("{MARKER} {}", id.as_str().unwrap()).into());
    }
    (out, ids)
}

/// The figures of what is visible, and of the groups that stay, to the last bit.
fn figures(card: &Scorecard, visible: &BTreeSet<String>) -> Value {
    let whole: Value = serde_json::to_value(card).unwrap();
    let kept = |list: &str| -> Vec<(String, Value)> {
        let all = whole[list].as_object().unwrap().iter();
        all.filter(|(id, _)| visible.contains(*id))
            .map(|(id, node)| (id.clone(), node.clone()))
            .collect()
    };
    json!([kept("objectives"), kept("key_results"), whole["groups"]["cycle"], whole["total"]])
}

/// A few of the days on which cycles begin or end, or something was checked in, spread over them.
fn days(plan: &Plan) -> Vec<Date> {
    let cycles = plan.cycles().iter().flat_map(|cycle| [cycle.starts, cycle.ends]);
    let checked_in = plan.key_results().flat_map(|(_, key_result)| &key_result.check_ins).map(|check_in| check_in.on);
    let all: BTreeSet<Date> = cycles.chain(checked_in).collect();
    let step = all.len() / 3 + 1;
    all.into_iter().step_by(step).collect()
}

fn by(profile: &str) -> RedactionPolicy {
    let mut policy = RedactionPolicy::default();
    policy.profile = Some(profile.to_owned());
    policy
}

fn viewers(n: usize) -> Viewer {
    match n {
        0 => Viewer::default(),
        1 => Viewer::new("amal"),
        2 => Viewer::new("badr").of_team("team 1"),
        _ => Viewer::new("somebody").of_team("team 0").of_team("team 2"),
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_word_of_what_is_hidden_is_left_and_no_visible_figure_differs(case in plans::cases(), viewer in 0..4_usize) {
        let viewer = viewers(viewer);
        let (marked, visible) = marked(&case.plan, &viewer);
        let plan = okrkit::read(&marked.to_string());
        prop_assert!(plan.is_ok(), "{}\n{marked}", plan.unwrap_err());
        let plan = plan.unwrap();
        let n_visible = seen(&plan, &viewer).len();
        // The words are those of the hidden alone: whoever is an owner is one as before.
        prop_assert_eq!(n_visible, plan.objectives().filter(|objective| visible.contains(&objective.id)).count());
        let redacted = redact(&plan, &viewer, &RedactionPolicy::default());
        prop_assert!(redacted.is_ok(), "{}\n{marked}", redacted.unwrap_err());
        let redacted = redacted.unwrap();
        let text = okrkit::write(&redacted);
        prop_assert!(!text.contains(MARKER), "{text}");
        prop_assert_eq!(redacted.n_objectives(), plan.n_objectives());

        let as_of = match &case.known {
            Some(known) => okrkit::AsOf::known_at(case.on, known.parse().unwrap()),
            None => case.on.into(),
        };
        prop_assert_eq!(redact(&redacted, &viewer, &RedactionPolicy::default()), Ok(redacted.clone()), "once more changes nothing");

        let mut kept = RedactionPolicy::default();
        kept.values = HiddenValues::Kept;
        let kept = redact(&plan, &viewer, &kept).unwrap();
        let by_start = redact(&plan, &viewer, &by("default")).unwrap();
        let by_ratio = redact(&plan, &viewer, &by("notion")).unwrap();
        for name in Profile::names() {
            let profile = Profile::named(name).unwrap();
            let without_values = if profile.progress == ProgressRule::Ratio { &by_ratio } else { &by_start };
            let more = if matches!(name, "default" | "perdoo" | "notion") { days(&plan) } else { Vec::new() };
            for on in more.into_iter().chain([case.on]) {
                let as_of = okrkit::AsOf { on, ..as_of };
                let before = figures(&okrkit::evaluate(&plan, &profile, as_of), &visible);
                let after = figures(&okrkit::evaluate(without_values, &profile, as_of), &visible);
                prop_assert_eq!(&before, &after, "by {} on {}\n{}", name, on, &marked);
                if on == case.on {
                    let after = figures(&okrkit::evaluate(&kept, &profile, as_of), &visible);
                    prop_assert_eq!(&before, &after, "with values by {}", name);
                }
            }
        }
    }
}
