//! How good forecasts and confidences have been.

use okrkit::forecast::{BacktestPolicy, CalibrationPolicy, Lack};
use okrkit::{Method, backtest, calibration, past_readings, propose};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::metric;
use crate::strategies::{config, plans, profiles};
use crate::support::{self, assert_close, date, named, plan_with, read};

const AFTER: &str = "2026-05-01";

fn with_id(id: &str, mut key_result: Value) -> Value {
    key_result["id"] = id.into();
    key_result["title"] = id.into();
    key_result
}

#[test]
fn forecasts_are_held_against_what_came() {
    // At 25, 50 and 75 of 100 days the run rate says 0.4, 0.6 and 0.8; 0.8 is what it came to.
    let key_results = json!([
        with_id("over", metric(0.0, 100.0, &[(20, 10.0), (45, 30.0), (70, 60.0), (99, 80.0)])),
        with_id("running", {
            let mut it = metric(0.0, 100.0, &[(10, 10.0)]);
            it["ends"] = json!("2026-06-30");
            it
        }),
    ]);
    let plan = read(&plan_with(key_results));
    let found = backtest(&plan, &named("default"), date(AFTER), Method::RunRate, &[], &BacktestPolicy::default());
    let forecasts: Vec<(f64, usize)> = found.cases.iter().map(|case| (case.forecast, case.n_known)).collect();
    assert_eq!(forecasts, [(0.4, 1), (0.6, 2), (0.8, 3)]);
    assert!(
        found
            .cases
            .iter()
            .all(|case| case.key_result.as_deref() == Some("over") && (case.actual - 0.8).abs() < 1e-9)
    );
    assert_close(found.mean_absolute_error.value().unwrap(), 0.6 / 3.0);
    assert_close(found.bias.value().unwrap(), -0.2);
    assert_eq!(found.coverage.reason(), Some(Lack::NoInterval));
    // While it runs there is nothing to hold it against.
    let early = backtest(&plan, &named("default"), date("2026-04-11"), Method::RunRate, &[], &BacktestPolicy::default());
    assert_eq!((early.n, early.bias.reason()), (0, Some(Lack::TooFewObservations)));
}

#[test]
fn what_was_given_up_is_no_failure_of_the_method() {
    let with = |id: &str, field: &str, value: Value| {
        let mut it = with_id(id, metric(0.0, 100.0, &[(20, 20.0), (99, 100.0)]));
        it[field] = value;
        it
    };
    let stages = |on: &str, stage: &str| json!([{"on": "2026-01-01", "stage": "active"}, {"on": on, "stage": stage}]);
    let plan = read(&plan_with(json!([
        with("done", "weight", json!(1)),
        with("closed", "stages", stages("2026-04-11", "closed")),
        with("dropped", "stages", stages("2026-03-01", "dropped")),
        with("draft", "stage", json!("draft")),
        // Given up when it was over already.
        with("late", "stages", stages("2026-04-20", "dropped")),
    ])));
    let policy: BacktestPolicy = serde_json::from_value(json!({"origins": [0.5]})).unwrap();
    let of = |cycles: &[&str]| backtest(&plan, &named("default"), date(AFTER), Method::RunRate, cycles, &policy);
    let ids = |found: &okrkit::Backtest| found.cases.iter().map(|case| case.key_result.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(ids(&of(&[])), ["done", "closed", "late"]);
    assert_eq!((ids(&of(&["c"])).len(), of(&["other"]).n), (3, 0));
}

#[test]
fn coverage_counts_what_came_within_the_interval() {
    // On a line to 100 at day 75; one goes on, one stops.
    let line: Vec<(i32, f64)> = (1..=7).map(|n| (10 * n, 10.0 * f64::from(n) + f64::from(n % 2))).collect();
    let ends = |reading: f64| metric(0.0, 100.0, &[line.clone(), vec![(99, reading)]].concat());
    let plan = read(&plan_with(json!([with_id("on", ends(100.0)), with_id("off", ends(70.0))])));
    let policy: BacktestPolicy = serde_json::from_value(json!({"origins": [0.75]})).unwrap();
    let found = backtest(&plan, &named("default"), date(AFTER), Method::LeastSquares, &[], &policy);
    assert_eq!(found.cases.iter().map(|case| case.is_within).collect::<Vec<_>>(), [Some(true), Some(false)]);
    assert_eq!(found.coverage.value(), Some(0.5));
}

#[test]
fn earlier_cycles_are_a_history() {
    let cycle = |n: u32| json!({"id": format!("q{n}"), "starts": format!("2025-{:02}-01", 3 * n - 2), "ends": format!("2025-{:02}-28", 3 * n)});
    let objective = |n: u32| {
        let mut key_result = json!({"id": format!("k{n}"), "title": "k", "measure": {"kind": "metric", "start": 0, "target": 100, "reading": "sum"},
            "check_ins": [{"on": format!("2025-{:02}-05", 3 * n), "value": 10 * n}, {"on": format!("2025-{:02}-28", 3 * n), "value": 5}]});
        if n > 1 {
            key_result["continued_from"] = json!(format!("k{}", n - 1));
        }
        json!({"id": format!("o{n}"), "title": "o", "cycle": format!("q{n}"), "key_results": [key_result]})
    };
    let plan = json!({"okrkit": 1, "id": "p", "cycles": [cycle(1), cycle(2), cycle(3), cycle(4)], "objectives": [objective(1), objective(2), objective(3), objective(4)]});
    let plan = read(&plan);
    let history = past_readings(&plan, &named("default"), "k4", date("2025-12-01"));
    let readings: Vec<(&str, f64)> = history.iter().map(|past| (past.key_result.as_str(), past.reading.value().unwrap())).collect();
    assert_eq!(readings, [("k1", 15.0), ("k2", 25.0), ("k3", 35.0)]);
    let quota = propose(&[15.0, 25.0, 35.0], 1, &serde_json::from_value(json!({})).unwrap());
    assert_eq!(quota.quotas[0].target.value(), Some(35.0));
    // In the middle of the second quarter only the first is over.
    assert_eq!(past_readings(&plan, &named("default"), "k4", date("2025-05-01")).len(), 1);
    assert!(past_readings(&plan, &named("default"), "k1", date(AFTER)).is_empty());
}

fn confident(id: &str, reading: f64, confidences: &[f64]) -> Value {
    let mut key_result = metric(0.0, 10.0, &[(90, reading)]);
    let said = confidences
        .iter()
        .enumerate()
        .map(|(n, confidence)| json!({"on": format!("2026-02-{:02}", n + 1), "confidence": confidence}));
    let mut check_ins: Vec<Value> = said.collect();
    check_ins.extend(key_result["check_ins"].as_array().unwrap().clone());
    key_result["check_ins"] = check_ins.into();
    with_id(id, key_result)
}

#[test]
fn confidences_are_held_against_outcomes() {
    let mut late = confident("hit", 8.0, &[0.8, 0.6]);
    // After its last day nobody predicts any more.
    late["check_ins"].as_array_mut().unwrap().push(json!({"on": "2026-04-20", "confidence": 0.1}));
    let plan = read(&plan_with(json!([late, confident("miss", 5.0, &[0.7])])));
    let found = calibration(&plan, &named("default"), date(AFTER), &["c"], &CalibrationPolicy::default());
    assert_eq!((found.n, found.n_key_results), (3, 2));
    // 0.2², 0.4² and 0.7².
    assert_close(found.brier.value().unwrap(), 0.23);
    assert_close(found.mean_confidence.value().unwrap(), 0.7);
    assert_close(found.hit_rate.value().unwrap(), 2.0 / 3.0);
    assert_eq!(found.bins.iter().map(|bin| bin.n).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 0, 1, 1, 1, 0]);
    assert_eq!((found.bins[6].hit_rate.value(), found.bins[7].hit_rate.value()), (Some(1.0), Some(0.0)));
    assert_eq!(
        (found.bins[7].from, found.bins[7].to, found.bins[0].hit_rate.reason()),
        (0.7, 0.8, Some(Lack::NoCheckIns))
    );
    let first: CalibrationPolicy = serde_json::from_value(json!({"predictions": "first", "n_bins": 2})).unwrap();
    let found = calibration(&plan, &named("default"), date(AFTER), &[], &first);
    assert_eq!((found.n, found.bins[1].n), (2, 2));
    assert_close(found.brier.value().unwrap(), 0.265);
    assert_eq!(
        calibration(&plan, &named("default"), date(AFTER), &["other"], &first).brier.reason(),
        Some(Lack::NoCheckIns)
    );
    assert_eq!(
        calibration(&plan, &named("default"), date("2026-03-31"), &[], &first).n,
        0,
        "while it runs nothing is decided"
    );
}

#[test]
fn learning_is_nothing_to_be_confident_of() {
    let mut plan = plan_with(json!([confident("hit", 8.0, &[0.8])]));
    plan["objectives"][0]["ambition"] = json!("learning");
    assert_eq!(
        calibration(&read(&plan), &named("default"), date(AFTER), &[], &CalibrationPolicy::default()).n,
        0
    );
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn any_plan_can_be_looked_back_on(case in plans::cases(), profile in profiles::profiles()) {
        let (plan, profile) = (support::read(&case.plan), profiles::read(&profile));
        let after = case.on.add_days(200).unwrap();
        for method in Method::ALL {
            let found = backtest(&plan, &profile, after, *method, &[], &BacktestPolicy::default());
            prop_assert_eq!(found.n, found.cases.len());
            if let (Some(error), Some(bias)) = (found.mean_absolute_error.value(), found.bias.value()) {
                prop_assert!(bias.abs() <= error * (1.0 + 1e-9) + 1e-12);
            }
            prop_assert!(found.coverage.value().is_none_or(|coverage| (0.0..=1.0).contains(&coverage)));
        }
        let found = calibration(&plan, &profile, after, &[], &CalibrationPolicy::default());
        prop_assert_eq!(found.n, found.bins.iter().map(|bin| bin.n).sum::<usize>());
        prop_assert!(found.brier.value().is_none_or(|brier| (0.0..=1.0).contains(&brier)));
    }
}
