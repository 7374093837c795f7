//! Dated facts: what held on a day, and what was known of it.

use okrkit::{AsOf, Scorecard, Stage, Status};
use serde_json::{Value, json};

use crate::support::{self, card, figure, metric, named, plan_of, plan_with, plan_with_key_result, read, score};

fn progress(plan: &Value, on: &str) -> Option<f64> {
    score(plan, "default", on).key_result("k").unwrap().progress.value()
}

/// Progress of `k` on 2026-02-20 as it was known at an instant.
fn progress_known(plan: &Value, known: &str) -> Option<f64> {
    let as_of = AsOf::known_at(support::date("2026-02-20"), known.parse().unwrap());
    okrkit::evaluate(&read(plan), &named("default"), as_of)
        .key_result("k")
        .unwrap()
        .progress
        .value()
}

/// A metric from 0 to 10 with these check-ins.
fn with_check_ins(check_ins: Value) -> Value {
    plan_with_key_result(json!({"measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": check_ins}))
}

#[test]
fn the_reading_is_that_of_the_latest_day_whatever_the_order_of_the_list() {
    let plan = with_check_ins(json!([
        {"on": "2026-02-10", "value": 4}, {"on": "2026-01-20", "value": 2}, {"on": "2026-02-01", "value": 3}
    ]));
    assert_eq!(progress(&plan, "2026-01-19"), None);
    assert_eq!(progress(&plan, "2026-01-20"), Some(0.2));
    assert_eq!(progress(&plan, "2026-02-09"), Some(0.3));
    assert_eq!(progress(&plan, "2026-02-10"), Some(0.4));
}

#[test]
fn of_two_check_ins_of_a_day_the_later_in_the_list_counts() {
    let plan = with_check_ins(json!([{"on": "2026-02-01", "value": 4}, {"on": "2026-02-01", "value": 3}, {"on": "2026-01-01", "value": 9}]));
    assert_eq!(progress(&plan, "2026-02-20"), Some(0.3));
}

#[test]
fn only_latest_chooses_between_the_check_ins_of_a_day() {
    let reading = |rule: &str| {
        let plan = plan_with_key_result(json!({
            "measure": {"kind": "metric", "start": 0, "target": 10, "reading": rule},
            "check_ins": [{"on": "2026-02-01", "value": 1}, {"on": "2026-02-01", "value": 2}, {"on": "2026-01-15", "value": 6}, {"on": "2026-02-21", "value": 100}]
        }));
        figure(&plan, "2026-02-20", "/key_results/k/reading").as_f64().unwrap()
    };
    let readings: Vec<f64> = ["latest", "sum", "mean", "max", "min"].map(reading).to_vec();
    assert_eq!(readings, [2.0, 9.0, 3.0, 6.0, 1.0]);
}

#[test]
fn each_figure_uses_the_check_ins_that_carry_it_and_the_age_counts_any() {
    let plan = with_check_ins(json!([
        {"on": "2026-01-10", "value": 2, "confidence": 0.6, "status": "behind"},
        {"on": "2026-01-20", "confidence": 0.4},
        {"on": "2026-01-25", "value": 3},
        {"on": "2026-02-01", "note": "nothing to report"}
    ]));
    let card = score(&plan, "default", "2026-02-20");
    let k = card.key_result("k").unwrap();
    assert_eq!(k.progress.value(), Some(0.3));
    assert_eq!(k.confidence, Some(0.4));
    assert_eq!(k.owner_status, Some(Status::Behind));
    assert_eq!(k.days_since_check_in, Some(19));
}

#[test]
fn a_correction_takes_the_place_of_what_it_names_on_its_own_day() {
    let plan = with_check_ins(json!([
        {"on": "2026-01-10", "value": 2, "id": "first"},
        {"on": "2026-01-20", "value": 7, "id": "typo"},
        {"on": "2026-02-01", "value": 3, "replaces": "typo"}
    ]));
    // Before the correction nobody knew better; from then on the wrong one is gone for good.
    assert_eq!(progress(&plan, "2026-01-25"), Some(0.7));
    assert_eq!(progress(&plan, "2026-02-01"), Some(0.3));
    let mut summed = plan;
    summed["objectives"][0]["key_results"][0]["measure"]["reading"] = "sum".into();
    assert_eq!(progress(&summed, "2026-02-01"), Some(0.5));
}

#[test]
fn a_void_check_in_withdraws_another_and_puts_nothing_in_its_place() {
    let plan = with_check_ins(json!([
        {"on": "2026-01-10", "value": 2, "confidence": 0.8},
        {"on": "2026-01-20", "value": 7, "id": "x", "confidence": 0.1},
        {"on": "2026-02-01", "replaces": "x", "void": true, "note": "counted twice"}
    ]));
    let card = score(&plan, "default", "2026-02-20");
    let k = card.key_result("k").unwrap();
    assert_eq!((k.progress.value(), k.confidence), (Some(0.2), Some(0.8)));
    // What is withdrawn leaves no trace in the age either, and neither does the withdrawal.
    assert_eq!(k.days_since_check_in, Some(41));
}

#[test]
fn a_correction_may_be_corrected() {
    let plan = with_check_ins(json!([
        {"on": "2026-01-10", "value": 2, "id": "a"},
        {"on": "2026-01-11", "value": 3, "id": "b", "replaces": "a"},
        {"on": "2026-01-12", "value": 4, "replaces": "b"}
    ]));
    assert_eq!(progress(&plan, "2026-02-20"), Some(0.4));
    assert_eq!(progress(&plan, "2026-01-11"), Some(0.3));
}

#[test]
fn what_was_recorded_later_did_not_exist_yet() {
    let plan = with_check_ins(json!([
        {"on": "2026-01-31", "value": 2},
        {"on": "2026-02-10", "value": 5, "recorded": "2026-02-15T12:00:00Z"}
    ]));
    assert_eq!(progress_known(&plan, "2026-02-15T11:59:59Z"), Some(0.2));
    assert_eq!(progress_known(&plan, "2026-02-15T12:00:00Z"), Some(0.5), "at that very instant it is known");
    assert_eq!(
        progress_known(&plan, "2026-02-15T15:00:00+03:00"),
        Some(0.5),
        "which is the same instant elsewhere"
    );
    assert_eq!(progress(&plan, "2026-02-20"), Some(0.5));
    // A fact without `recorded` is known from 00:00 UTC of its day.
    assert_eq!(progress_known(&plan, "2026-01-31T00:00:00Z"), Some(0.2));
    assert_eq!(progress_known(&plan, "2026-01-30T23:59:59Z"), None);
}

#[test]
fn a_fact_recorded_in_advance_holds_from_its_day_and_not_before() {
    let plan = with_check_ins(json!([{"on": "2026-02-10", "value": 5, "recorded": "2026-01-01T00:00:00Z"}]));
    assert_eq!(progress(&plan, "2026-02-09"), None);
    assert_eq!(progress_known(&plan, "2026-01-01T00:00:00Z"), Some(0.5));
}

#[test]
fn the_example_of_the_specification_is_judged_by_what_was_in_force() {
    let plan = json!({ "okrkit": 1, "id": "acme", "title": "ACME sales", "profile": "default",
      "cycles": [ {"id": "fy26", "starts": "2026-01-01", "ends": "2026-12-31"},
                  {"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31", "parent": "fy26", "check_in_every": "week"} ],
      "teams":  [ {"id": "acme", "title": "ACME", "level": "company"}, {"id": "sales", "title": "Sales", "parent": "acme"} ],
      "objectives": [
        { "id": "lead", "title": "Lead the market", "cycle": "fy26", "team": "acme" },
        { "id": "grow", "title": {"en": "Grow quarterly sales revenue", "ar": "تنمية إيرادات المبيعات الفصلية"}, "cycle": "q1", "team": "sales",
          "owners": [ {"who": "amal"} ], "category": "revenue", "ambition": "aspirational", "tags": {"region": "gulf"},
          "key_results": [
            { "id": "revenue", "title": "Reach 500,000 USD in sales", "owners": [ {"who": "amal", "share": 0.6}, {"who": "badr", "share": 0.4} ],
              "measure": {"kind": "metric", "start": 0, "target": 500_000, "unit": {"kind": "currency", "code": "USD"}},
              "check_ins":  [ {"on": "2026-01-31", "value": 120_000, "confidence": 0.6, "note": "two big renewals", "by": "amal"} ],
              "amendments": [ {"on": "2026-02-10", "reason": "a distributor left", "by": "amal", "set": {"measure": {"target": 450_000}}} ] } ] } ],
      "links": [ {"child": "grow", "parent": "lead", "kind": "contributes", "weight": 1} ] });
    let card = card(&read(&plan), &named("default"), support::date("2026-02-14"));
    let at = |pointer: &str| card.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
    assert_eq!(card["order"], json!({"objectives": ["lead", "grow"], "key_results": ["revenue"]}));
    assert_eq!(
        (at("/objectives/lead/outcome"), at("/objectives/lead/reason"), at("/objectives/lead/progress")),
        (&json!("no_data"), &json!("no_members"), &Value::Null)
    );
    for (name, expected) in [
        ("progress", 0.266_666_666_666_666_66),
        ("score", 0.266_666_666_666_666_66),
        ("grade", 0.3),
        ("expected", 0.494_382_022_471_910_1),
        ("gap", 0.227_715_355_805_243_44),
        ("ratio", 0.539_393_939_393_939_4),
        ("confidence", 0.6),
    ] {
        support::assert_close(at(&format!("/objectives/grow/{name}")).as_f64().unwrap(), expected);
    }
    assert_eq!((at("/objectives/grow/band"), at("/objectives/grow/status")), (&json!("red"), &json!("behind")));
    assert_eq!(at("/key_results/revenue/reading"), &json!(120_000.0));
    assert_eq!(at("/key_results/revenue/share"), &json!(1.0));
    assert_eq!(
        at("/key_results/revenue/original"),
        &json!({"target": 500_000.0, "progress": 0.24, "score": 0.24})
    );
    assert_eq!(at("/groups/team/sales/n"), &json!(1));
    assert_eq!(at("/groups/team/sales/status"), &json!({"behind": 1}));
    assert_eq!(at("/groups/team/sales/net_confidence"), &json!(0.0));
    assert_eq!(card["groups"]["region"]["gulf"]["n"], 1);
    assert_eq!(card["findings"], json!([]));
    // The day before the amendment: 120,000 of 500,000, and no other terms to compare with.
    assert_eq!(figure(&plan, "2026-02-09", "/key_results/revenue/progress"), json!(0.24));
    assert_eq!(figure(&plan, "2026-02-09", "/key_results/revenue").get("original"), None);
}

#[test]
fn of_two_amendments_of_a_day_the_later_in_the_list_counts() {
    let amend = |on: &str, target: f64| json!({"on": on, "reason": "r", "set": {"measure": {"target": target}}});
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [{"on": "2026-01-01", "value": 4}],
        "amendments": [amend("2026-02-10", 20.0), amend("2026-02-10", 8.0), amend("2026-01-15", 16.0)]
    }));
    assert_eq!(progress(&plan, "2026-01-14"), Some(0.4));
    assert_eq!(progress(&plan, "2026-01-15"), Some(0.25));
    assert_eq!(progress(&plan, "2026-02-10"), Some(0.5));
}

#[test]
fn a_profile_may_judge_by_the_original_goalposts() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [{"on": "2026-01-01", "value": 4}],
        "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"measure": {"target": 5}, "ends": "2026-02-20"}}]
    }));
    let profile = okrkit::profile::read(r#"{"okrkit_profile": 1, "id": "ours", "extends": "default", "goalposts": "original"}"#).unwrap();
    let by = |profile: &okrkit::Profile| {
        let card = okrkit::evaluate(&read(&plan), profile, support::date("2026-02-20"));
        let k = card.key_result("k").unwrap();
        (k.progress.value(), k.expected, k.original.is_some())
    };
    // In force the key result is due that day; by the original terms half of its time has gone.
    assert_eq!(by(&named("default")), (Some(0.8), 1.0, true));
    assert_eq!(by(&profile), (Some(0.4), 0.5, true));
}

#[test]
fn a_weight_that_was_amended_counts_from_its_day() {
    let plan = plan_with(json!([
        {"id": "k", "title": "k", "measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-01", "done": true}],
         "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"weight": 3}}, {"on": "2026-03-01", "reason": "r", "set": {"share": 0.9}}]},
        {"id": "l", "title": "l", "measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-01", "done": false}]}
    ]));
    let objective = |on: &str| score(&plan, "default", on).objective("o").unwrap().progress.value().unwrap();
    assert_eq!((objective("2026-01-31"), objective("2026-02-01"), objective("2026-03-01")), (0.5, 0.75, 0.9));
}

fn stages(plan: &Value, on: &str) -> (Stage, Status) {
    let card = score(plan, "default", on);
    let k = card.key_result("k").unwrap();
    (k.stage, k.status)
}

#[test]
fn before_the_first_change_holds_what_stage_says_and_without_it_draft() {
    let with = |stage: Option<&str>| {
        let mut key_result = metric("k", &[("2026-01-05", 10.0)]);
        key_result["stages"] = json!([{"on": "2026-02-01", "stage": "active"}, {"on": "2026-03-01", "stage": "dropped"}]);
        if let Some(stage) = stage {
            key_result["stage"] = stage.into();
        }
        plan_with(json!([key_result]))
    };
    assert_eq!(stages(&with(None), "2026-01-31"), (Stage::Draft, Status::NotStarted));
    assert_eq!(stages(&with(Some("active")), "2026-01-31"), (Stage::Active, Status::Achieved));
    assert_eq!(stages(&with(None), "2026-02-01"), (Stage::Active, Status::Achieved));
    assert_eq!(stages(&with(None), "2026-03-01"), (Stage::Dropped, Status::Dropped));
    // Without changes an absent stage is active.
    assert_eq!(stages(&plan_with(json!([metric("k", &[("2026-01-05", 10.0)])])), "2026-01-31").0, Stage::Active);
}

#[test]
fn of_two_changes_of_stage_on_a_day_the_later_in_the_list_counts() {
    let mut key_result = metric("k", &[]);
    key_result["stages"] = json!([{"on": "2026-02-01", "stage": "dropped"}, {"on": "2026-02-01", "stage": "active"}]);
    assert_eq!(stages(&plan_with(json!([key_result])), "2026-02-01").0, Stage::Active);
}

#[test]
fn a_closed_node_takes_no_check_in_dated_after_that_day() {
    let mut key_result = metric("k", &[("2026-01-20", 2.0), ("2026-02-01", 3.0), ("2026-02-02", 9.0), ("2026-03-10", 5.0)]);
    key_result["stage"] = "active".into();
    key_result["stages"] = json!([{"on": "2026-02-01", "stage": "closed"}]);
    let plan = plan_with(json!([key_result]));
    assert_eq!(progress(&plan, "2026-03-20"), Some(0.3), "the day of the close still counts");
    let card = score(&plan, "default", "2026-03-20");
    assert_eq!(card.key_result("k").unwrap().status, Status::Missed, "closed is over");
    // Taken up again it takes check-ins again, but not those of the days between.
    let mut again = plan;
    again["objectives"][0]["key_results"][0]["stages"] = json!([{"on": "2026-02-01", "stage": "closed"}, {"on": "2026-03-01", "stage": "active"}]);
    assert_eq!(progress(&again, "2026-03-05"), Some(0.3));
    assert_eq!(progress(&again, "2026-03-20"), Some(0.5));
}

#[test]
fn the_key_results_of_a_closed_objective_take_none_either() {
    let plan = plan_of(
        json!([{"id": "o", "title": "o", "cycle": "c", "stage": "active", "stages": [{"on": "2026-02-01", "stage": "closed"}],
        "key_results": [metric("k", &[("2026-01-20", 2.0), ("2026-02-02", 9.0)])]}]),
    );
    assert_eq!(progress(&plan, "2026-03-20"), Some(0.2));
}

fn objective_of(card: &Scorecard, id: &str) -> okrkit::ObjectiveScore {
    card.objective(id).unwrap()
}

#[test]
fn a_draft_or_dropped_objective_has_figures_and_enters_no_parent_group_or_total() {
    let objective = |id: &str, value: f64, stage: &str| json!({"id": id, "title": id, "cycle": "c", "category": "revenue", "stage": stage, "key_results": [metric(&format!("{id}k"), &[("2026-01-20", value)])]});
    let mut plan = plan_of(json!([
        objective("draft", 9.0, "draft"),
        objective("dropped", 9.0, "dropped"),
        objective("active", 4.0, "active"),
        objective("closed", 6.0, "closed"),
        {"id": "top", "title": "top", "cycle": "c"}
    ]));
    plan["links"] = ["draft", "dropped", "active", "closed"]
        .map(|child| json!({"child": child, "parent": "top"}))
        .into_iter()
        .collect();
    let card = score(&plan, "workfront", "2026-02-20");
    assert_eq!(objective_of(&card, "draft").progress.value(), Some(0.9));
    assert_eq!(objective_of(&card, "dropped").progress.value(), Some(0.9));
    assert_eq!(objective_of(&card, "top").progress.value(), Some(0.5), "the mean of 0.4 and 0.6");
    let json = serde_json::to_value(&card).unwrap();
    assert_eq!(json["groups"]["category"]["revenue"]["n"], 2);
    assert_eq!(json["total"]["n"], 3);
}

#[test]
fn a_manual_score_holds_from_its_day_and_progress_pace_and_status_ignore_it() {
    let mut key_result = metric("k", &[("2026-01-20", 2.0)]);
    key_result["manual_scores"] = json!([
        {"on": "2026-02-10", "value": 0.9, "reason": "r"}, {"on": "2026-02-10", "value": 0.8}, {"on": "2026-02-01", "value": 0.5}
    ]);
    let plan = plan_with(json!([key_result]));
    let on = |day: &str| {
        let card = score(&plan, "default", day);
        let k = card.key_result("k").unwrap();
        (k.score, k.computed_score, k.is_manual, k.progress.value(), k.status)
    };
    assert_eq!(on("2026-01-31"), (Some(0.2), None, false, Some(0.2), Status::OnTrack));
    assert_eq!(on("2026-02-01"), (Some(0.5), Some(0.2), true, Some(0.2), Status::Behind));
    assert_eq!(on("2026-02-20"), (Some(0.8), Some(0.2), true, Some(0.2), Status::AtRisk));
    let objective = score(&plan, "default", "2026-02-20");
    let o = objective_of(&objective, "o");
    assert_eq!((o.score, o.progress.value(), o.status), (Some(0.8), Some(0.2), Status::AtRisk));
    // After the end 0.7 would be a success, and the score that counts for it is the computed one.
    let over = score(&plan, "default", "2026-04-12");
    assert_eq!((objective_of(&over, "o").score, objective_of(&over, "o").status), (Some(0.8), Status::Missed));
}

#[test]
fn a_link_counts_from_its_first_to_its_last_day() {
    let mut plan = plan_of(json!([
        {"id": "top", "title": "top", "cycle": "c", "key_results": [{"id": "k", "title": "k", "measure": {"kind": "children"}}]},
        {"id": "low", "title": "low", "cycle": "c", "key_results": [metric("lowk", &[("2026-01-01", 4.0)])]}
    ]));
    plan["links"] = json!([{"child": "low", "parent": "k", "starts": "2026-02-01", "ends": "2026-02-10"}]);
    let found: Vec<Option<f64>> = ["2026-01-31", "2026-02-01", "2026-02-10", "2026-02-11"]
        .iter()
        .map(|on| progress(&plan, on))
        .collect();
    assert_eq!(found, [None, Some(0.4), Some(0.4), None]);
}
