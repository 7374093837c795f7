//! Forecasts rolled up.

use okrkit::{ForecastPolicy, Method, forecast_all, forecast_objective};
use serde_json::{Value, json};

use super::metric;
use crate::support::{assert_close, date, named, plan_of, plan_with, read};

const HALF: &str = "2026-02-20";

fn with_id(id: &str, mut key_result: Value) -> Value {
    key_result["id"] = id.into();
    key_result["title"] = id.into();
    key_result
}

#[test]
fn five_on_track_three_behind_and_two_at_risk_are_a_net_confidence_of_0_3() {
    // At half of the time: 5 are where they should be, 3 miss it by 0.2, 2 by 0.5.
    let readings = [5.0, 5.0, 5.0, 5.0, 5.0, 3.0, 3.0, 3.0, 0.0, 0.0];
    let key_results = readings
        .iter()
        .enumerate()
        .map(|(n, reading)| with_id(&format!("k{n}"), metric(0.0, 10.0, &[(49, *reading)])));
    let plan = read(&plan_with(key_results.collect()));
    let card = okrkit::evaluate(&plan, &named("default"), date(HALF));
    assert_close(card.objective("o").unwrap().net_confidence.unwrap(), 0.3);
}

#[test]
fn projections_roll_up_as_figures_do() {
    // By run rate 0.8 of weight 3 and 0.4 of weight 1; the third is done or not, and stays what it is.
    let key_results = json!([
        with_id("a", metric(0.0, 10.0, &[(30, 4.0)])),
        with_id("b", metric(0.0, 10.0, &[(30, 2.0)])),
        {"id": "c", "title": "c", "measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-05", "done": true}]}
    ]);
    let mut plan = plan_with(key_results);
    plan["objectives"][0]["key_results"][0]["weight"] = 3.into();
    let forecast = forecast_objective(&read(&plan), &named("default"), "o", date(HALF), &ForecastPolicy::default()).unwrap();
    let run_rate = forecast.by(Method::RunRate).unwrap();
    assert_close(run_rate.progress.value().unwrap(), (3.0 * 0.8 + 0.4 + 1.0) / 5.0);
    assert_eq!((run_rate.is_success, &run_rate.held), (Some(true), &vec!["c".to_owned()]));
    // One figure each is no line: today's stand.
    let least_squares = forecast.by(Method::LeastSquares).unwrap();
    assert_eq!(least_squares.progress, forecast.progress);
    assert_eq!(least_squares.held, ["a", "b", "c"]);
}

#[test]
fn a_manual_score_stays_and_does_not_make_success() {
    let mut plan = plan_with(json!([with_id("a", metric(0.0, 10.0, &[(30, 2.0)]))]));
    plan["objectives"][0]["key_results"][0]["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.9}]);
    let forecast = forecast_objective(&read(&plan), &named("default"), "o", date(HALF), &ForecastPolicy::default()).unwrap();
    let run_rate = forecast.by(Method::RunRate).unwrap();
    assert_eq!(
        (run_rate.progress.value(), run_rate.score.value(), run_rate.is_success),
        (Some(0.4), Some(0.9), Some(false))
    );
}

#[test]
fn children_are_forecast_from_what_contributes() {
    let mut plan = plan_of(json!([
        {"id": "top", "title": "t", "cycle": "c", "key_results": [
            {"id": "sum", "title": "s", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 40}}]},
        {"id": "o", "title": "o", "cycle": "c", "key_results": [
            with_id("a", metric(0.0, 10.0, &[(50, 5.0)])),
            with_id("b", metric(0.0, 10.0, &[(50, 3.0)]))]}
    ]));
    plan["links"] = json!([{"child": "a", "parent": "sum"}, {"child": "b", "parent": "sum"}]);
    let (plan, profile, policy) = (read(&plan), named("default"), ForecastPolicy::default());
    // 10 and 6 of 40.
    let sum = okrkit::forecast(&plan, &profile, "sum", date(HALF), &policy).unwrap();
    let run_rate = sum.by(Method::RunRate).unwrap();
    assert_eq!(run_rate.reading.value(), Some(16.0));
    assert_close(run_rate.progress.value().unwrap(), 0.4);
    assert_close(sum.required.per_day.value().unwrap(), 32.0 / 50.0);
    let all = forecast_all(&plan, &profile, date(HALF), &policy);
    assert_close(all.objectives[0].by(Method::RunRate).unwrap().progress.value().unwrap(), 0.4);
    assert_eq!(all.objectives[0].by(Method::RunRate).unwrap().held, Vec::<String>::new());
    assert_eq!(all.key_results[0], sum);
}
