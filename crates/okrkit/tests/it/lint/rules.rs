//! Where single rules draw their lines. The example plan runs for 100 days, of which 50 have gone.

use okrkit::{AsOf, LintPolicy, lint};
use serde_json::{Value, json};

use super::{example, found, report};
use crate::support;

/// What is found with one value changed.
#[track_caller]
fn with(pointer: &str, value: Value) -> Vec<&'static str> {
    found(&json!({ pointer: value }).to_string())
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_year_and_the_name_of_a_quarter_are_no_numbers_of_an_objective() {
    let title = |title: &str| with("/objectives/1/title", json!(title));
    assert_eq!(title("Be first in 2026"), NOTHING);
    assert_eq!(title("Be first in Q1 and in ف٢"), NOTHING);
    assert_eq!(title("Be first in 2200"), ["wording.number_in_objective"]);
    assert_eq!(title("كن الأول بين ٧"), ["wording.number_in_objective"]);
    let localized = json!({"en": "Sell more than ever", "ar": "بيع ۵۰۰ دراجة"});
    assert_eq!(with("/objectives/1/title", localized), ["wording.number_in_objective"]);
}

#[test]
fn a_number_that_could_be_a_year_is_one_where_the_plan_or_the_word_before_says_so() {
    let found = |title: &str| with("/objectives/1/title", title.into());
    assert_eq!(found("Win 2000 customers"), ["wording.number_in_objective"]);
    assert_eq!(found("Win fifty customers"), ["wording.number_in_objective"]);
    assert_eq!(found("كسب ألف عميل"), ["wording.number_in_objective"]);
    assert_eq!(found("كسب أربعون متجرا"), ["wording.number_in_objective"]);
    assert_eq!(found("Grow from 1900 to 2100 customers"), ["wording.number_in_objective"]);
    assert_eq!(found("Serve the 2000 largest customers"), ["wording.number_in_objective"]);
    assert_eq!(found("Lead the market in 2031"), [""; 0]);
    assert_eq!(found("2026 is ours"), [""; 0]);
}

#[test]
fn what_is_only_done_has_a_number_nowhere() {
    let done = |title: &str| json!({"id": "deals", "title": title, "measure": {"kind": "done"}, "starts": "2026-02-20"});
    assert_eq!(with("/objectives/1/key_results/1", done("Be happier")), ["wording.no_number"]);
    assert_eq!(with("/objectives/1/key_results/1", done("Ask 50 customers")), [""; 0]);
}

#[test]
fn verbs_count_where_a_clause_begins() {
    let title = |title: &str| with("/objectives/1/key_results/1/title", json!(title));
    assert_eq!(title("50 customers who need no support"), NOTHING);
    assert_eq!(title("Support 50 customers"), ["wording.activity"]);
    assert_eq!(title("Supporting 50 customers"), ["wording.activity"]);
    assert_eq!(title("Supportive of 50 customers"), NOTHING);
    assert_eq!(title("Win 50 customers and review them"), ["wording.activity"]);
    assert_eq!(title("Set up 50 shops"), ["wording.output"]);
    assert_eq!(title("Set 50 records"), NOTHING);
    assert_eq!(title("الدعم لـ 50 عميلا"), ["wording.activity"]);
    assert_eq!(title("كسب 50 عميلا ومُتابعتهم"), NOTHING, "with a pronoun it is another word");
    assert_eq!(title("كسب 50 عميلا ومُتابعة الطلبات"), ["wording.activity"]);
    assert_eq!(title("اِطلاق 50 متجرا"), ["wording.output"], "alef without its hamza");
    assert_eq!(title("كسب 50 عميلا بحضور المدير"), NOTHING, "how, and not what");
}

#[test]
fn titles_are_the_same_whatever_their_case_marks_and_accents() {
    let title = |title: &str| with("/objectives/3/title", json!(title));
    assert_eq!(title("grow: WHAT we sell!"), ["wording.duplicate_title"]);
    assert_eq!(title("Grow what we sell abroad"), NOTHING);
    let (mut plan, day) = example("{}");
    plan["objectives"][1]["title"] = json!({"en": "Grow what we sell", "ar": "تنمية إيرادات المبيعات"});
    plan["objectives"][3]["title"] = json!({"en": "Earn for what we do", "ar": "تنميه ايراداتُ المبيعات"});
    let findings = report(&plan, &day).findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].nodes, ["serve", "grow"]);
    assert_eq!(findings[0].path, "/objectives/3/title");
    // Another cycle is another time.
    plan["objectives"][3]["cycle"] = json!("year");
    assert!(report(&plan, &day).findings.iter().all(|finding| finding.rule != "wording.duplicate_title"));
}

#[test]
fn a_share_of_exactly_the_limit_is_not_too_large() {
    let weight = |weight: f64| with("/objectives/1/key_results/0/weight", json!(weight));
    assert_eq!(weight(4.0), NOTHING, "4 of 5 is 0.8");
    assert_eq!(weight(4.1), ["structure.heavy_weight"]);
    let share = |share: f64| with("/objectives/1/key_results/0/share", json!(share));
    assert_eq!(share(0.8), NOTHING);
    assert_eq!(share(0.81), ["structure.heavy_weight"]);
    assert_eq!(share(0.19), ["structure.heavy_weight"], "the other one has 0.81");
    // Nobody is free: 0.1 and 0.3 are scaled to 0.25 and 0.75.
    let both = json!({"/objectives/1/key_results/0/share": 0.1, "/objectives/1/key_results/1/share": 0.3});
    assert_eq!(found(&both.to_string()), NOTHING);
}

#[test]
fn an_easier_target_is_one_that_is_nearer() {
    // Churn is to fall from 6 to 4: 5 is nearer, 3 is not. The target is changed on day 80 of 100.
    let churn = |target: f64| {
        let amendments = json!([{"on": "2026-03-22", "reason": "r", "set": {"measure": {"target": target}}}]);
        let changes = json!({"/objectives/2/key_results/1/amendments": amendments, "as_of": "2026-03-22",
            "/lint": {"levels": {"rhythm.stale": "off", "kpi.guardrail_stale": "off"}}});
        found(&changes.to_string())
    };
    assert_eq!(churn(5.0), ["history.late_goalposts"]);
    assert_eq!(churn(3.0), NOTHING);
    let measured = |measure: Value, set: Value| {
        let key_result = json!({"id": "k", "title": "Stay at 10", "measure": measure, "check_ins": [{"on": "2026-03-22"}],
            "amendments": [{"on": "2026-03-22", "reason": "r", "set": {"measure": set}}]});
        let changes = json!({"/objectives/1/key_results/2": key_result, "as_of": "2026-03-22",
            "/lint": {"levels": {"rhythm.stale": "off", "kpi.guardrail_stale": "off", "measuring.unit_missing": "off"}}});
        found(&changes.to_string())
    };
    let exact = || json!({"kind": "exact", "start": 0, "target": 10});
    assert_eq!(measured(exact(), json!({"target": 9})), ["history.late_goalposts"]);
    assert_eq!(measured(exact(), json!({"target": 11})), NOTHING);
    let below = || json!({"kind": "threshold", "below": 10});
    assert_eq!(measured(below(), json!({"below": 12})), ["history.late_goalposts"]);
    assert_eq!(measured(below(), json!({"below": 8})), NOTHING);
    let events = || json!({"kind": "events", "count": 10});
    assert_eq!(measured(events(), json!({"count": 9})), ["history.late_goalposts"]);
    assert_eq!(measured(events(), json!({"count": 11})), NOTHING);
}

#[test]
fn the_last_third_begins_when_two_thirds_have_gone() {
    // 59 days from 2026-01-01 to 2026-03-01: 39 of them are 0.661, 40 are 0.678.
    let on = |day: &str| {
        let amendments = json!([{"on": day, "reason": "r", "set": {"measure": {"target": 490_000}}}]);
        let changes = json!({"/objectives/1/key_results/0/ends": "2026-03-01", "/objectives/1/key_results/0/amendments": amendments});
        found(&changes.to_string())
    };
    assert_eq!(on("2026-02-09"), NOTHING);
    assert_eq!(on("2026-02-10"), ["history.late_goalposts"]);
}

#[test]
fn the_first_third_ends_on_day_33_of_100() {
    let on = |day: &str| {
        let check_ins = json!([{"on": "2026-01-07", "value": 2}, {"on": day, "value": 50}, {"on": "2026-02-18", "value": 55}]);
        with("/objectives/1/key_results/1/check_ins", check_ins)
    };
    assert_eq!(on("2026-02-03"), ["history.early_finish"]);
    assert_eq!(on("2026-02-04"), NOTHING);
}

#[test]
fn increments_are_added_up_before_they_are_held_against_the_target() {
    let measure = json!({"kind": "metric", "start": 0, "target": 50, "unit": {"kind": "number"}, "reading": "sum"});
    let check_ins = json!([{"on": "2026-01-07", "value": 20}, {"on": "2026-02-01", "value": 31}, {"on": "2026-02-18", "value": 1}]);
    let changes = json!({"/objectives/1/key_results/1/measure": measure, "/objectives/1/key_results/1/check_ins": check_ins});
    assert_eq!(found(&changes.to_string()), ["history.early_finish"], "51 by 1 February");
}

#[test]
fn the_nearest_cadence_says_what_is_stale() {
    // The last check-in of `revenue` is of 2026-01-28: 23 days ago. Two slots of a week are 14, of two weeks 28.
    let stale = |pointer: &str, cadence: &str| {
        let changes = json!({"/objectives/1/key_results/0/check_ins/2": null, pointer: cadence});
        found(&changes.to_string())
    };
    assert_eq!(stale("/cycles/1/check_in_every", "two_weeks"), NOTHING);
    assert_eq!(stale("/teams/0/check_in_every", "two_weeks"), NOTHING, "of the team above");
    assert_eq!(stale("/objectives/1/key_results/0/check_in_every", "month"), NOTHING);
    let nearer = json!({"/objectives/1/key_results/0/check_ins/2": null, "/teams/0/check_in_every": "month", "/teams/1/check_in_every": "week"});
    assert_eq!(found(&nearer.to_string()), ["rhythm.stale"]);
}

#[test]
fn what_is_over_dropped_or_closed_is_left_alone() {
    let bad = json!({"/objectives/1/title": "Sell 500 bicycles", "/objectives/1/owners": null});
    assert_eq!(found(&bad.to_string()), ["wording.number_in_objective", "ownership.no_owner"]);
    for (member, value) in [
        (
            "stages",
            json!([{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-19", "stage": "closed"}]),
        ),
        ("stage", json!("dropped")),
        ("ends", json!("2026-02-19")),
    ] {
        let mut changes = bad.clone();
        changes[format!("/objectives/1/{member}")] = value;
        changes["/objectives/1/learned"] = json!("something");
        changes["/lint"] = json!({"levels": {"structure.few_objectives": "off"}});
        assert_eq!(found(&changes.to_string()), NOTHING, "{member}");
    }
}

#[test]
fn a_check_in_that_was_not_recorded_yet_is_not_dated_in_the_future() {
    let (mut plan, _) = example("{}");
    let later = json!({"on": "2026-03-18", "value": 1, "recorded": "2026-02-21T09:00:00Z"});
    plan["objectives"][1]["key_results"][0]["check_ins"].as_array_mut().unwrap().push(later);
    let plan = support::read(&plan);
    let rules = |as_of: AsOf| -> Vec<&str> {
        let found = lint(&plan, &support::named("default"), as_of, &LintPolicy::default());
        found.iter().map(|finding| finding.rule).collect()
    };
    let on = support::date("2026-02-20");
    assert_eq!(rules(on.into()), ["rhythm.future_check_in"]);
    assert_eq!(rules(AsOf::known_at(on, "2026-02-20T23:00:00Z".parse().unwrap())), NOTHING);
    assert_eq!(rules(AsOf::known_at(on, "2026-02-21T10:00:00Z".parse().unwrap())), ["rhythm.future_check_in"]);
}

#[test]
fn a_profile_that_ignores_the_start_does_not_make_a_falling_number_reach_its_target_at_once() {
    let (plan, day) = example("{}");
    let plan = support::read(&plan);
    let found = lint(&plan, &support::named("notion"), support::date(&day), &LintPolicy::default());
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert!(
        !rules.contains(&"measuring.there_at_start") && !rules.contains(&"history.early_finish"),
        "{rules:?}"
    );
}

#[test]
fn an_owner_counts_for_every_key_result_that_names_no_other() {
    let all = json!({"/objectives/1/owners/0/who": "amal", "/objectives/2/owners/0/who": "amal", "/objectives/3/owners/0/who": "amal"});
    let (plan, day) = example(&all.to_string());
    let plan = support::read(&plan);
    let policy: LintPolicy = serde_json::from_str(r#"{"most_owned": 5}"#).unwrap();
    let found = lint(&plan, &support::named("default"), support::date(&day), &policy);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "`amal` owns 6 key results, more than 5");
    assert_eq!(found[0].nodes, ["revenue", "deals", "renewals", "churn", "delivery", "answers"]);
}
