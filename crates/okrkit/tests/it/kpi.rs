//! KPIs beside OKRs: how they stand, what they withhold, and how they become key results and back.

use okrkit::kpi::{Aim, Demotion, Health, Promotion, Trend};
use okrkit::{Code, Explanation, Figure, Language, Plan, demote, explain, kpi_status, kpis, promote};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{config, plans};
use crate::support::{codes, date, figure, metric, named, plan_of, read, score};

fn churn(readings: Value) -> Value {
    json!({"id": "churn", "title": "Churn", "unit": {"kind": "percent"}, "owners": [{"who": "amal"}], "healthy": {"at_most": 3}, "readings": readings})
}

fn with_kpi(readings: Value) -> Value {
    let mut plan = plan_of(json!([{"id": "o", "title": "o", "cycle": "c", "team": "t", "key_results": [metric("k", &[("2026-02-01", 10.0)])]}]));
    plan["teams"] = json!([{"id": "t", "title": "T"}]);
    plan["kpis"] = json!([churn(readings)]);
    plan
}

fn guarded(readings: Value) -> Value {
    let mut plan = with_kpi(readings);
    plan["objectives"][0]["guardrails"] = json!(["churn"]);
    plan
}

const READINGS: [(&str, f64); 4] = [("2026-01-31", 2.5), ("2026-02-28", 3.4), ("2026-03-31", 3.5), ("2026-03-31", 3.1)];

fn readings() -> Value {
    READINGS.iter().map(|(on, value)| json!({"on": on, "value": value})).collect()
}

#[test]
fn an_indicator_stands_where_its_latest_reading_is() {
    let plan = read(&with_kpi(readings()));
    let status = kpi_status(&plan, "churn", date("2026-04-04")).unwrap();
    assert_eq!(
        (status.health, status.reading),
        (Health::OutOfRange, Some(3.1)),
        "of two on a day the later in the list"
    );
    assert_eq!((status.read_on, status.since), (Some(date("2026-03-31")), Some(date("2026-02-28"))));
    assert_eq!((status.trend, status.change), (Some(Trend::Falling), Some(3.1 - 3.4)));
    assert_eq!(status.days_since_reading, Some(4));

    let earlier = kpi_status(&plan, "churn", date("2026-02-01")).unwrap();
    assert_eq!((earlier.health, earlier.trend, earlier.change), (Health::Healthy, None, None));
    let before = kpi_status(&plan, "churn", date("2026-01-30")).unwrap();
    assert_eq!(
        (before.health, before.reading, before.since, before.days_since_reading),
        (Health::NoData, None, None, None)
    );
    assert_eq!(kpi_status(&plan, "nps", date("2026-02-01")), None);
    assert_eq!(kpis(&plan, date("2026-04-04")), [status]);
}

#[test]
fn a_reading_recorded_later_is_not_known_before() {
    let plan = read(&with_kpi(
        json!([{"on": "2026-02-01", "value": 2}, {"on": "2026-02-10", "value": 9, "recorded": "2026-02-20T09:00:00Z"}]),
    ));
    let health = |known: &str| {
        let as_of = okrkit::AsOf::known_at(date("2026-02-25"), known.parse().unwrap());
        kpi_status(&plan, "churn", as_of).unwrap().health
    };
    assert_eq!(health("2026-02-20T08:59:59Z"), Health::Healthy);
    assert_eq!(health("2026-02-20T09:00:00Z"), Health::OutOfRange);
}

#[test]
fn as_data_an_indicator_has_words() {
    let plan = read(&with_kpi(json!([{"on": "2026-02-01", "value": 2}])));
    let status = serde_json::to_value(kpis(&plan, date("2026-02-03"))).unwrap();
    let expected = json!([{"kpi": "churn", "health": "healthy", "reading": 2.0, "read_on": "2026-02-01", "since": "2026-02-01", "trend": null,
        "change": null, "days_since_reading": 2}]);
    assert_eq!(status, expected);
}

#[test]
fn an_objective_is_not_achieved_while_a_guardrail_is_out_of_range() {
    let plan = guarded(readings());
    // Complete since 2026-02-01; churn is healthy until 2026-02-28.
    assert_eq!(figure(&plan, "2026-02-20", "/objectives/o/status"), "achieved");
    assert_eq!(figure(&plan, "2026-03-01", "/objectives/o/status"), "on_track", "its pace is all it can have");
    assert_eq!(figure(&plan, "2026-04-12", "/objectives/o/status"), "missed");
    assert_eq!(figure(&plan, "2026-03-01", "/objectives/o/score"), 1.0, "the score is what it was");
    assert_eq!(
        figure(&plan, "2026-03-01", "/key_results/k/status"),
        "achieved",
        "guardrails say nothing of key results"
    );
    assert_eq!(figure(&plan, "2026-03-01", "/objectives/o/guardrails"), json!(["churn"]));
    let card = score(&plan, "default", "2026-02-20");
    assert!(!card.to_json().contains("\"guardrails\""), "none is out of range");
    assert!(card.objective("o").unwrap().guardrails.is_empty());
}

#[test]
fn an_indicator_without_a_reading_withholds_nothing() {
    let plan = guarded(json!([]));
    assert_eq!(figure(&plan, "2026-02-20", "/objectives/o/status"), "achieved");
    assert_eq!(figure(&plan, "2026-04-12", "/objectives/o/status"), "achieved");
}

#[test]
fn an_objective_that_shows_its_worst_member_is_withheld_too() {
    let card = score(&guarded(readings()), "perdoo", "2026-03-01");
    assert_eq!(card.objective("o").unwrap().status, okrkit::Status::OnTrack);
    assert_eq!(
        score(&with_kpi(readings()), "perdoo", "2026-03-01").objective("o").unwrap().status,
        okrkit::Status::Achieved
    );
}

fn why(plan: &Value, on: &str) -> Explanation {
    explain(&score(plan, "default", on), &"o".into(), Figure::Status).unwrap()
}

#[test]
fn explanations_name_the_guardrail_in_both_languages() {
    let plan = guarded(readings());
    for (on, status) in [("2026-03-01", "on track"), ("2026-04-12", "missed")] {
        let text = why(&plan, on).to_text(Language::English);
        let value = if on == "2026-03-01" { "3.4 on 2026-02-28" } else { "3.1 on 2026-03-31" };
        assert!(text.contains(&format!("not achieved while a guardrail is out of range: {status}\n")), "{text}");
        assert!(text.contains(&format!("`churn` was {value}, healthy is ≤ 3\n")), "{text}");
    }
    let text = why(&plan, "2026-03-01").to_text(Language::Arabic);
    assert!(
        text.contains("ما دام مؤشر حماية خارج نطاقه") && text.contains("\u{2068}churn\u{2069} يساوي 3.4 في \u{2066}2026-02-28\u{2069}"),
        "{text}"
    );
    assert!(!why(&plan, "2026-02-20").to_text(Language::English).contains("guardrail"));
}

#[test]
fn an_indicator_becomes_a_key_result_that_starts_at_its_latest_reading() {
    let plan = read(&with_kpi(
        json!([{"on": "2025-12-31", "value": 5, "note": "last year"}, {"on": "2026-01-31", "value": 4, "by": "amal"}]),
    ));
    let after = promote(&plan, "churn", "o", &Promotion::new("less-churn", Aim::Target(2.0), date("2026-01-15"))).unwrap();
    let key_result = after.key_result("less-churn").unwrap();
    let written = json!({"id": "less-churn", "title": "Churn", "owners": [{"who": "amal"}], "kpi": "churn",
        "measure": {"kind": "metric", "start": 5.0, "target": 2.0, "unit": {"kind": "percent"}}, "check_ins": [{"on": "2026-01-31", "value": 4.0, "by": "amal"}]});
    assert_eq!(serde_json::to_value(key_result).unwrap(), written);
    assert_eq!(after.kpis(), plan.kpis());
    // (4 − 5)/(2 − 5) = 1/3
    let card = okrkit::evaluate(&after, &named("default"), date("2026-02-20"));
    assert_eq!(card.key_result("less-churn").unwrap().progress.value(), Some(1.0 / 3.0));
}

#[test]
fn an_indicator_becomes_a_threshold_where_it_shall_come_into_its_range() {
    let plan = read(&with_kpi(readings()));
    let mut terms = Promotion::new("healthy-churn", Aim::Healthy, date("2026-02-01"));
    terms.title = Some("Keep churn down".into());
    terms.weight = Some(2.0);
    let after = promote(&plan, "churn", "o", &terms).unwrap();
    let card = okrkit::evaluate(&after, &named("default"), date("2026-03-01"));
    assert_eq!(card.key_result("healthy-churn").unwrap().progress.value(), Some(0.0));
    assert_eq!(after.key_result("healthy-churn").unwrap().weight, Some(2.0));
}

#[test]
fn what_cannot_be_promoted_says_why() {
    let plan = read(&with_kpi(readings()));
    let refused = |kpi: &str, objective: &str, id: &str, target: f64| {
        let terms = Promotion::new(id, Aim::Target(target), date("2026-02-01"));
        codes(&promote(&plan, kpi, objective, &terms).unwrap_err())
    };
    assert_eq!(refused("nps", "o", "new", 2.0), [Code::KpiUnknown]);
    assert_eq!(refused("churn", "k", "new", 2.0), [Code::EditUnknown]);
    assert_eq!(refused("churn", "o", "k", 2.0), [Code::IdDuplicate]);
    assert_eq!(refused("churn", "o", "new", 2.5), [Code::MeasureStartEqualsTarget]);
    let unread = read(&with_kpi(json!([])));
    let after = promote(&unread, "churn", "o", &Promotion::new("new", Aim::Target(2.0), date("2026-02-01"))).unwrap();
    let card = okrkit::evaluate(&after, &named("default"), date("2026-02-20"));
    assert_eq!(card.key_result("new").unwrap().progress, okrkit::Outcome::NoData(okrkit::Reason::NoCheckIns));
}

#[test]
fn a_target_is_on_the_way_to_where_an_indicator_is_healthier() {
    // What is refused of a range and a reading, and what is not.
    let refused = |healthy: Value, reading: f64, target: f64| {
        let mut plan = with_kpi(json!([{"on": "2026-01-31", "value": reading}]));
        plan["kpis"][0]["healthy"] = healthy;
        let terms = Promotion::new("new", Aim::Target(target), date("2026-02-01"));
        promote(&read(&plan), "churn", "o", &terms)
            .err()
            .map(|issues| issues.iter().next().unwrap().to_string())
    };
    let cases = [
        (json!({"at_most": 3}), 2.5, vec![2.0, 0.0], vec![2.6, 3.0, 4.0]),
        (json!({"below": 3}), 5.0, vec![4.0, 3.0, 1.0], vec![5.5]),
        (json!({"at_least": 10}), 8.0, vec![9.0, 10.0, 20.0], vec![7.0]),
        (json!({"above": 10}), 12.0, vec![13.0], vec![11.0, 10.0, 5.0]),
        // Within two ends either way leads nowhere worse; from outside it leads in, or nearer.
        (json!({"at_least": 2, "at_most": 4}), 3.0, vec![2.0, 4.0], vec![1.0, 5.0]),
        (json!({"at_least": 2, "at_most": 4}), 6.0, vec![5.0, 4.0, 2.0], vec![7.0, 1.0]),
        (json!({"at_least": 2, "at_most": 4}), 0.0, vec![1.0, 2.0, 4.0], vec![-1.0, 5.0]),
    ];
    for (healthy, reading, good, bad) in cases {
        for target in good {
            assert_eq!(refused(healthy.clone(), reading, target), None, "{healthy} {reading} to {target}");
        }
        for target in bad {
            let told = refused(healthy.clone(), reading, target).unwrap_or_else(|| panic!("{healthy} {reading} to {target}"));
            assert!(told.starts_with("error[kpi.target]"), "{told}");
        }
    }
    assert_eq!(
        refused(json!({"at_most": 3}), 5.0, 6.0).unwrap(),
        "error[kpi.target]: it was read 5, and a target of 6 leads away from where it is healthy: set a target below 5, or aim at the healthy range (at /aim/target)"
    );
}

#[test]
fn a_target_without_a_reading_is_within_the_healthy_range() {
    // Churn is healthy at 3 at most.
    let refused = |readings: Value, target: f64| {
        let mut plan = with_kpi(readings);
        plan["kpis"][0]["healthy"] = json!({"at_most": 3});
        let terms = Promotion::new("new", Aim::Target(target), date("2026-02-01"));
        promote(&read(&plan), "churn", "o", &terms)
            .err()
            .map(|issues| issues.iter().next().unwrap().to_string())
    };
    let told = "error[kpi.target]: there is no reading yet, and a target of 9 is outside its healthy range: \
                set one within it, or enter first where it is (at /aim/target)";
    // A reading of the day after is none yet.
    for readings in [json!([]), json!([{"on": "2026-02-02", "value": 12}])] {
        assert_eq!(refused(readings.clone(), 9.0).as_deref(), Some(told));
        assert_eq!(refused(readings, 3.0), None);
    }
    // From 12, 9 is on the way to 3.
    assert_eq!(refused(json!([{"on": "2026-02-01", "value": 12}]), 9.0), None);
}

fn at_least(bound: f64) -> okrkit::Healthy {
    let mut healthy = okrkit::Healthy::default();
    healthy.at_least = Some(bound);
    healthy
}

#[test]
fn what_was_added_up_is_watched_as_what_it_had_come_to() {
    // In the order of the days: 20, then 30, then 10.
    let readings = |rule: &str| -> Vec<f64> {
        let mut plan = with_kpi(json!([]));
        let key_result = &mut plan["objectives"][0]["key_results"][0];
        key_result["measure"]["reading"] = rule.into();
        key_result["check_ins"] =
            json!([{"on": "2026-02-08", "value": 30, "note": "a big one"}, {"on": "2026-02-01", "value": 20}, {"on": "2026-02-15", "value": 10}]);
        let mut terms = Demotion::default();
        terms.healthy = Some(at_least(40.0));
        let after = demote(&read(&plan), "k", &terms).unwrap();
        assert!(
            after
                .kpi("k")
                .unwrap()
                .readings
                .iter()
                .any(|reading| reading.note.as_deref() == Some("a big one"))
        );
        let status = kpi_status(&after, "k", date("2026-02-20")).unwrap();
        assert_eq!(status.health, if rule == "sum" { Health::Healthy } else { Health::OutOfRange });
        after.kpi("k").unwrap().readings.iter().map(|reading| reading.value).collect()
    };
    assert_eq!(readings("sum"), [20.0, 50.0, 60.0]);
    assert_eq!(readings("mean"), [20.0, 25.0, 20.0]);
    assert_eq!(readings("max"), [20.0, 30.0, 30.0]);
    assert_eq!(readings("min"), [20.0, 20.0, 10.0]);
    assert_eq!(readings("latest"), [30.0, 20.0, 10.0], "levels stay as they were entered");
}

#[test]
fn what_has_no_readings_on_a_scale_is_not_watched() {
    let measures = [
        json!({"kind": "milestones", "steps": [{"id": "s"}]}),
        json!({"kind": "done"}),
        json!({"kind": "zones"}),
        json!({"kind": "events", "count": 3}),
        json!({"kind": "children"}),
        json!({"kind": "composite", "combine": "mean", "parts": {"a": {"kind": "done"}}}),
    ];
    let mut terms = Demotion::default();
    terms.healthy = Some(at_least(1.0));
    let refused = |measure: &Value, check_ins: Value| {
        let mut plan = with_kpi(json!([]));
        plan["objectives"][0]["key_results"][0]["measure"] = measure.clone();
        plan["objectives"][0]["key_results"][0]["check_ins"] = check_ins;
        demote(&read(&plan), "k", &terms).map(drop).map_err(|issues| codes(&issues))
    };
    for measure in measures {
        assert_eq!(refused(&measure, json!([])), Err(vec![Code::KpiReadings]), "{measure}");
    }
    let share = json!({"kind": "threshold", "at_most": 24, "judge": {"share_of": "check_ins"}});
    assert_eq!(refused(&share, json!([{"on": "2026-02-01", "value": 20}])), Ok(()));
    assert_eq!(
        refused(&share, json!([{"on": "2026-02-01", "met": 40, "of": 42}])),
        Err(vec![Code::KpiReadings])
    );
}

#[test]
fn a_key_result_becomes_an_indicator_with_its_check_ins_as_readings() {
    let mut plan = with_kpi(json!([]));
    plan["objectives"][0]["key_results"][0] = json!({"id": "k", "title": "Wait", "owners": [{"who": "badr"}],
        "measure": {"kind": "threshold", "at_most": 24, "unit": {"kind": "duration", "of": "hour"}},
        "check_ins": [{"on": "2026-02-01", "value": 40, "id": "c1"}, {"on": "2026-02-01", "value": 30, "replaces": "c1"}, {"on": "2026-02-05", "note": "ill"}]});
    let after = demote(&read(&plan), "k", &Demotion::default()).unwrap();
    assert_eq!(after.n_key_results(), 0);
    let written = json!({"id": "k", "title": "Wait", "team": "t", "owners": [{"who": "badr"}], "unit": {"kind": "duration", "of": "hour"},
        "healthy": {"at_most": 24.0}, "readings": [{"on": "2026-02-01", "value": 30.0}]});
    assert_eq!(serde_json::to_value(after.kpi("k").unwrap()).unwrap(), written);
}

#[test]
fn a_key_result_without_bounds_needs_a_range() {
    let plan = read(&with_kpi(json!([])));
    assert_eq!(codes(&demote(&plan, "k", &Demotion::default()).unwrap_err()), [Code::MeasureEmpty]);
    assert_eq!(codes(&demote(&plan, "o", &Demotion::default()).unwrap_err()), [Code::EditUnknown]);
    let mut terms = Demotion::default();
    terms.healthy = Some(plan.kpis()[0].healthy.clone());
    terms.kpi = Some("sales".into());
    assert_eq!(demote(&plan, "k", &terms).unwrap().kpi("sales").unwrap().readings.len(), 1);
}

fn first(plan: &Plan) -> Option<(String, String)> {
    Some((plan.kpis().last()?.id.clone(), plan.objectives().next()?.id.clone()))
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn what_was_promoted_comes_back_as_it_was(case in plans::cases()) {
        let plan = read(&case.plan);
        let Some((kpi, objective)) = first(&plan) else { return Ok(()) };
        for aim in [Aim::Healthy, Aim::Target(-7.5)] {
            let promoted = promote(&plan, &kpi, &objective, &Promotion::new("promoted", aim, case.on));
            let Ok(promoted) = promoted else { continue };
            prop_assert_eq!(promoted.n_key_results(), plan.n_key_results() + 1);
            let back = demote(&promoted, "promoted", &Demotion::default());
            prop_assert_eq!(back.as_ref(), Ok(&plan));
        }
    }

    /// Whatever is promoted to a target: where that is reached, the indicator is no less healthy than it was.
    #[test]
    fn a_promoted_target_is_never_less_healthy_than_the_start(low in -5..5_i32, size in 0..5_i32, ends in 0..3_u8, reading in -9..12_i32, target in -9..12_i32) {
        let mut plan = with_kpi(json!([{"on": "2026-01-31", "value": reading}]));
        let (low, high) = (f64::from(low), f64::from(low + size));
        plan["kpis"][0]["healthy"] = match ends {
            0 => json!({"at_least": low}),
            1 => json!({"at_most": high}),
            _ => json!({"at_least": low, "at_most": high}),
        };
        let terms = Promotion::new("new", Aim::Target(f64::from(target)), date("2026-02-01"));
        let Ok(promoted) = promote(&read(&plan), "churn", "o", &terms) else { return Ok(()) };
        prop_assert!(promoted.key_result("new").is_some());
        let (reading, target) = (f64::from(reading), f64::from(target));
        let (below, above) = (|value: f64| (low - value).max(0.0), |value: f64| (value - high).max(0.0));
        match ends {
            0 => prop_assert!(target > reading),
            1 => prop_assert!(target < reading),
            // No farther out than it was, on the same side.
            _ => prop_assert!(below(target) <= below(reading) && above(target) <= above(reading)),
        }
    }

    /// An indicator reads in the end what the key result read.
    #[test]
    fn what_is_demoted_reads_the_same(case in plans::cases()) {
        let plan = read(&case.plan);
        let mut terms = Demotion::default();
        terms.healthy = Some(at_least(1.0));
        terms.kpi = Some("demoted".to_owned());
        let card = okrkit::evaluate(&plan, &named("default"), okrkit::Date::MAX);
        for (objective, key_result) in plan.key_results() {
            let is_judged_by_share = |measure: &okrkit::Measure| matches!(measure, okrkit::Measure::Threshold(threshold) if threshold.judge != okrkit::Judge::Latest);
            // Between a close and a reopening the key result reads no check-ins; an amended measure is read as it is last.
            let is_other = !key_result.stages.is_empty() || !objective.stages.is_empty() || key_result.amendments.iter().any(|amendment| amendment.set.measure.is_some());
            let Ok(after) = demote(&plan, &key_result.id, &terms) else { continue };
            if is_judged_by_share(&key_result.measure) || is_other {
                continue;
            }
            let last = kpi_status(&after, "demoted", okrkit::Date::MAX).unwrap().reading;
            let reading = card.key_result(&key_result.id).unwrap().reading.and_then(|reading| reading.number());
            let is_near = match (last, reading) {
                (Some(last), Some(reading)) => (last - reading).abs() <= 1e-9 * reading.abs().max(1.0),
                (last, reading) => last == reading,
            };
            prop_assert!(is_near, "{}: {last:?}, not {reading:?}", key_result.id);
        }
    }

    #[test]
    fn guardrails_only_ever_withhold_what_would_be_achieved(case in plans::cases()) {
        let plan = read(&case.plan);
        let mut without = plan.to_document();
        without.objectives.iter_mut().for_each(|objective| objective.guardrails.clear());
        let without = Plan::from_document(without).unwrap();
        for profile in ["default", "perdoo", "viva"] {
            let card = |plan: &Plan| okrkit::evaluate(plan, &named(profile), case.on);
            for ((objective, with), (_, without)) in card(&plan).objectives().zip(card(&without).objectives()) {
                prop_assert!(with.status != okrkit::Status::Achieved || with.guardrails.is_empty(), "{} is achieved", objective.id);
                prop_assert_eq!((with.score, with.progress, with.expected), (without.score, without.progress, without.expected));
            }
        }
    }
}
