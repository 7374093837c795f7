//! Forecasts rolled up.

use okrkit::forecast::{Goal, Lack};
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
    // One figure each is no line. What today's figures come to again is no forecast.
    let least_squares = forecast.by(Method::LeastSquares).unwrap();
    assert_eq!(
        (least_squares.progress.reason(), least_squares.score.reason()),
        (Some(Lack::Members), Some(Lack::Members))
    );
    assert_eq!(
        (least_squares.is_success, &least_squares.held),
        (None, &["a", "b", "c"].map(str::to_owned).to_vec())
    );
}

#[test]
fn what_is_over_is_no_forecast() {
    let plan = read(&plan_with(json!([with_id(
        "a",
        metric(0.0, 10.0, &[(10, 1.0), (20, 2.0), (30, 3.0), (40, 4.0)])
    )])));
    let forecast = forecast_objective(&plan, &named("default"), "o", date("2026-05-01"), &ForecastPolicy::default()).unwrap();
    assert_eq!(forecast.progress.value(), Some(0.4));
    assert!(
        forecast
            .projections
            .iter()
            .all(|it| it.progress.reason() == Some(Lack::Over) && it.is_success.is_none())
    );
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

/// A key result `all` made of `a`, `b` and more by a roll-up, in an objective of its own.
fn made_of(roll_up: &str, members: &[Value]) -> okrkit::Plan {
    let mut measure = json!({"kind": "children", "roll_up": roll_up});
    if roll_up == "sum" {
        (measure["start"], measure["target"]) = (json!(0), json!(100));
    }
    let mut plan = plan_of(json!([
        {"id": "top", "title": "t", "cycle": "c", "key_results": [{"id": "all", "title": "s", "measure": measure}]},
        {"id": "o", "title": "o", "cycle": "c", "key_results": members}
    ]));
    plan["links"] = members.iter().map(|member| json!({"child": member["id"], "parent": "all"})).collect();
    read(&plan)
}

fn of_all(plan: &okrkit::Plan) -> okrkit::Forecast {
    okrkit::forecast(plan, &named("default"), "all", date(HALF), &ForecastPolicy::default()).unwrap()
}

#[test]
fn a_sum_of_one_figure_is_no_line_either() {
    let plan = made_of("sum", &[with_id("a", metric(0.0, 40.0, &[(20, 12.0)]))]);
    let sum = of_all(&plan);
    assert_eq!((sum.reading.value(), sum.n_observations), (Some(12.0), 1));
    // 12 in 50 days, so 24 in 100.
    assert_eq!(sum.by(Method::RunRate).unwrap().reading.value(), Some(24.0));
    for method in [Method::LastK, Method::LeastSquares, Method::TheilSen] {
        let projection = sum.by(method).unwrap();
        let few = Some(Lack::TooFewObservations);
        assert_eq!(
            (projection.reading.reason(), projection.progress.reason(), projection.not_reached),
            (few, few, few)
        );
    }
    assert_eq!((sum.interval, sum.no_interval), (None, Some(Lack::TooFewObservations)));
    assert_eq!(sum.chance(Goal::Target).unwrap().probability.reason(), Some(Lack::TooFewObservations));
    // Nor is the objective that it makes.
    let top = forecast_objective(&plan, &named("default"), "top", date(HALF), &ForecastPolicy::default()).unwrap();
    assert_eq!(top.by(Method::RunRate).unwrap().progress.value(), Some(0.24));
    let held = top.by(Method::TheilSen).unwrap();
    assert_eq!((held.progress.reason(), &held.held), (Some(Lack::Members), &vec!["all".to_owned()]));
}

#[test]
fn the_course_of_a_sum_is_its_members_added_day_by_day() {
    // Both stand from day 10 on: 5 + 5, then 15, 20 and 25 at 1 in 2 days; what `a` had before is no rise of the sum.
    let plan = made_of(
        "sum",
        &[
            with_id("a", metric(0.0, 40.0, &[(0, 1.0), (10, 5.0), (20, 10.0), (40, 15.0)])),
            with_id("b", metric(0.0, 40.0, &[(10, 5.0), (30, 10.0)])),
        ],
    );
    let sum = of_all(&plan);
    assert_eq!((sum.reading.value(), sum.n_observations), (Some(25.0), 4));
    for method in [Method::LastK, Method::LeastSquares, Method::TheilSen] {
        let projection = sum.by(method).unwrap();
        // 25 on day 40, and 60 days at 0.5.
        assert_close(projection.reading.value().unwrap(), 55.0);
        assert_close(projection.progress.value().unwrap(), 0.55);
        assert_close(projection.per_day.value().unwrap(), 0.5);
        // 100 is 150 days later, on day 190.
        assert_eq!(projection.reached_on.map(|on| on.to_string()).as_deref(), Some("2026-07-10"));
    }
    assert_eq!(sum.chance(Goal::Target).unwrap().probability.value(), Some(0.0));
    assert_close(sum.interval.unwrap().low, 55.0);
    // By its own course and not by its members': `b` alone has too few.
    let all = forecast_all(&plan, &named("default"), date(HALF), &ForecastPolicy::default());
    assert_close(all.objectives[0].by(Method::LeastSquares).unwrap().progress.value().unwrap(), 0.55);
    assert_eq!(all.objectives[1].by(Method::LeastSquares).unwrap().held, ["b"]);
}

#[test]
fn a_sum_of_running_sums_begins_at_nothing() {
    let sold = |id: &str, sold: &[(i32, f64)]| {
        let mut it = with_id(id, metric(0.0, 100.0, sold));
        it["measure"]["reading"] = json!("sum");
        it
    };
    // 10 a fortnight by one, and 5 a fortnight by another who began later.
    let plan = made_of("sum", &[sold("a", &[(10, 10.0), (20, 10.0), (30, 10.0)]), sold("b", &[(20, 10.0), (30, 10.0)])]);
    let sum = of_all(&plan);
    // 10, 30 and 50 in 30 days: 5/3 a day, of which 70 are left.
    assert_eq!((sum.reading.value(), sum.n_observations), (Some(50.0), 3));
    assert_close(sum.by(Method::LeastSquares).unwrap().reading.value().unwrap(), 50.0 + 70.0 * 5.0 / 3.0);
    // Residuals −20/3, 10/3 and 10/3 over 10 days each: s² = (400 + 100 + 100)/9/10/2 = 10/3.
    let interval = sum.interval.unwrap();
    assert_eq!(interval.degrees_of_freedom, 2);
    assert_close(interval.standard_error, (10.0_f64 / 3.0 * (70.0 + 70.0 * 70.0 / 30.0)).sqrt());
}

#[test]
fn a_mean_needs_a_number_for_each_of_its_members() {
    let line = |id: &str, per_day: f64| with_id(id, metric(0.0, 100.0, &[10, 20, 30, 40].map(|day| (day, per_day * f64::from(day)))));
    let (lone, none) = (with_id("c", metric(0.0, 100.0, &[(50, 30.0)])), with_id("d", metric(0.0, 100.0, &[])));
    let mut closed = with_id("e", metric(0.0, 100.0, &[(20, 60.0)]));
    closed["stages"] = json!([{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-01", "stage": "closed"}]);
    for (roll_up, two, with_closed) in [("mean", 0.75, 0.7), ("min", 0.5, 0.5)] {
        // 1 and 0.5 in the end; one without any figure enters no more than today.
        let found = of_all(&made_of(roll_up, &[line("a", 1.0), line("b", 0.5), none.clone()]));
        let projection = found.by(Method::LeastSquares).unwrap();
        assert_close(projection.progress.value().unwrap(), two);
        assert_eq!(
            (projection.reading.reason(), projection.per_day.reason(), projection.not_reached),
            (Some(Lack::NotNumeric), Some(Lack::Members), Some(Lack::Members))
        );
        assert_eq!((found.no_interval, found.chances.len()), (Some(Lack::Members), 2));
        assert!(found.chances.iter().all(|chance| chance.probability.reason() == Some(Lack::Members)));
        // One that is over stays what it came to.
        let found = of_all(&made_of(roll_up, &[line("a", 1.0), line("b", 0.5), closed.clone()]));
        assert_close(found.by(Method::LeastSquares).unwrap().progress.value().unwrap(), with_closed);
        // One with a single figure has a run rate and no more.
        let found = of_all(&made_of(roll_up, &[line("a", 1.0), line("b", 0.5), lone.clone()]));
        assert_eq!(found.by(Method::LeastSquares).unwrap().progress.reason(), Some(Lack::Members));
        assert!(found.by(Method::RunRate).unwrap().progress.value().is_some());
    }
}
