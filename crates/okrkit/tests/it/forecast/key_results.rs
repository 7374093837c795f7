//! One key result: each method, the interval, the probabilities, the required rate.

use okrkit::forecast::{Goal, Lack, Phase, Scale};
use okrkit::{ForecastPolicy, Method};
use serde_json::json;

use super::{by, chance, metric, of, says, values};
use crate::support::{assert_close, date, named, plan_with_key_result, read};

const HALF: &str = "2026-02-20";

#[test]
fn a_sales_pace_is_attainment_over_the_share_of_time_gone() {
    // 94 days, of which 70 of 93 have gone: 75.27 %.
    let mut fields = metric(0.0, 90_000.0, &[(70, 70_000.0)]);
    fields["ends"] = json!("2026-04-04");
    let forecast = of(fields, "2026-03-12");
    assert_eq!(format!("{:.4}", forecast.elapsed), "0.7527");
    assert_eq!(format!("{:.4}", forecast.progress.value().unwrap()), "0.7778");
    assert_eq!(format!("{:.4}", forecast.pace.value().unwrap()), "1.0333");
    let (reading, progress, reached) = says(&forecast, Method::RunRate);
    assert_close(reading.unwrap(), 93_000.0);
    assert_close(progress.unwrap(), 93.0 / 90.0);
    // 1,000 a day: the missing 20,000 take 20 days from 12 March on.
    assert_eq!(reached.as_deref(), Some("2026-04-01"));
    assert_close(forecast.required.per_day.value().unwrap(), 20_000.0 / 23.0);
}

#[test]
fn a_required_run_rate_is_what_remains_over_the_weeks_left() {
    // Six weeks before the last day.
    let forecast = of(metric(0.0, 500_000.0, &[(50, 210_000.0)]), "2026-02-28");
    assert_eq!(forecast.required.days_left, 42);
    assert_eq!(forecast.required.remaining.value(), Some(290_000.0));
    assert_eq!(format!("{:.2}", forecast.required.per_week.value().unwrap()), "48333.33");
    assert_eq!(format!("{:.2}", forecast.required.per_day.value().unwrap()), "6904.76");
}

#[test]
fn what_is_reached_needs_nothing_more() {
    let forecast = of(metric(0.0, 10.0, &[(20, 12.0)]), HALF);
    assert_eq!(forecast.required.remaining.value(), Some(0.0));
    assert_eq!(forecast.required.per_week.value(), Some(0.0));
    assert_eq!(says(&forecast, Method::RunRate).2.as_deref(), Some(HALF));
    // On the last day too, when no time is left.
    assert_eq!(of(metric(0.0, 10.0, &[(20, 12.0)]), "2026-04-11").required.per_day.value(), Some(0.0));
    assert_eq!(
        of(metric(0.0, 10.0, &[(20, 2.0)]), "2026-04-11").required.per_day.reason(),
        Some(Lack::NoTimeLeft)
    );
}

#[test]
fn each_method_draws_its_own_line() {
    // 10, 20, 30 and then an outlier of 80 on the days 10 to 40.
    let forecast = of(metric(0.0, 100.0, &[(10, 10.0), (20, 20.0), (30, 30.0), (40, 80.0)]), HALF);
    assert_eq!(forecast.n_observations, 4);
    // 80 in 50 days, so 160 in 100.
    assert_close(says(&forecast, Method::RunRate).0.unwrap(), 160.0);
    // (80 − 10)/30 a day from day 40 on: 80 + 60 × 7/3 = 220.
    assert_close(says(&forecast, Method::LastK).0.unwrap(), 220.0);
    // Mean day 25, mean reading 35, slope (−15·−25 + −5·−15 + 5·−5 + 15·45)/500 = 2.2: 35 + 75 × 2.2 = 200.
    assert_close(says(&forecast, Method::LeastSquares).0.unwrap(), 200.0);
    // Slopes 1, 1, 1, 3, 7/3, 5: median 5/3; what remains −20/3, −40/3, −20, 40/3: median −10. −10 + 500/3.
    assert_close(says(&forecast, Method::TheilSen).0.unwrap(), 500.0 / 3.0 - 10.0);
    // By least squares the line is at 35 + 25 × 2.2 = 90 on day 50, and the missing 10 take 4.5 days: day 55.
    assert_eq!(says(&forecast, Method::LeastSquares).2.as_deref(), Some("2026-02-25"));
}

#[test]
fn the_interval_is_that_of_a_textbook() {
    // Days 1 to 5, readings 2, 4, 5, 4, 5: slope 0.6, intercept 2.2, s² = 2.4/3 = 0.8.
    let mut fields = metric(0.0, 6.0, &[(1, 2.0), (2, 4.0), (3, 5.0), (4, 4.0), (5, 5.0)]);
    fields["ends"] = json!("2026-01-07");
    let forecast = of(fields.clone(), "2026-01-06");
    assert_close(says(&forecast, Method::LeastSquares).0.unwrap(), 5.8);
    let interval = forecast.interval.unwrap();
    // Day 6 is 3 days from the mean day: √(0.8 × (1 + 1/5 + 9/10)) = √1.68, and t(80 %, 3) = 1.638.
    assert_close(interval.standard_error, 1.68_f64.sqrt());
    assert_eq!(interval.degrees_of_freedom, 3);
    assert!((interval.high - (5.8 + 1.6377 * 1.68_f64.sqrt())).abs() < 1e-3, "{interval:?}");
    assert_close(interval.low + interval.high, 11.6);
    // The target is 6: P(T > 0.2/1.2961) with 3 degrees of freedom = 0.5 − (θ + sin θ cos θ)/π, tan θ = 0.1543/√3.
    let angle = (0.2 / 1.68_f64.sqrt() / 3.0_f64.sqrt()).atan();
    let probability = chance(&forecast, Goal::Target).probability.value().unwrap();
    assert_close(probability, 0.5 - (angle + angle.sin() * angle.cos()) / std::f64::consts::PI);
    // By default an aspirational goal is achieved from 0.7 on: 4.2, which is more likely.
    let success = chance(&forecast, Goal::Success);
    assert_close(success.reading.unwrap(), 5.0);
    assert!(success.probability.value().unwrap() > probability);
    // Half of what comes lies above the line.
    fields["measure"]["target"] = json!(5.8);
    assert_close(chance(&of(fields, "2026-01-06"), Goal::Target).probability.value().unwrap(), 0.5);
}

#[test]
fn a_line_without_residuals_is_certain() {
    let on_the_line = [(10, 10.0), (20, 20.0), (30, 30.0)];
    let reaches = of(metric(0.0, 100.0, &on_the_line), HALF);
    assert_eq!(chance(&reaches, Goal::Target).probability.value(), Some(1.0));
    assert_eq!(says(&reaches, Method::LeastSquares).2.as_deref(), Some("2026-04-11"));
    let falls_short = of(metric(0.0, 101.0, &on_the_line), HALF);
    assert_eq!(chance(&falls_short, Goal::Target).probability.value(), Some(0.0));
    assert_eq!(says(&falls_short, Method::LeastSquares).2.as_deref(), Some("2026-04-12"), "one day too late");
}

#[test]
fn a_falling_metric_falls_on() {
    // From 6 to 4: a half of the time gone, 0.5 of 2 done.
    let forecast = of(metric(6.0, 4.0, &[(10, 5.9), (30, 5.7), (50, 5.5)]), HALF);
    for method in [Method::RunRate, Method::LeastSquares, Method::TheilSen] {
        let (reading, progress, reached) = says(&forecast, method);
        assert_close(reading.unwrap(), 5.0);
        assert_close(progress.unwrap(), 0.5);
        // 1.5 at 0.01 a day.
        assert_eq!(reached.as_deref(), Some("2026-07-20"), "{method}");
    }
    assert_close(forecast.required.remaining.value().unwrap(), -1.5);
    assert_close(forecast.required.per_day.value().unwrap(), -0.03);
    assert_eq!(chance(&forecast, Goal::Target).probability.value(), Some(0.0));
    // Rising away from the target it never gets there.
    let away = of(metric(6.0, 4.0, &[(10, 6.1), (30, 6.3), (50, 6.5)]), HALF);
    assert!(away.projections.iter().all(|projection| projection.reached_on.is_none()));
    assert_close(says(&away, Method::RunRate).1.unwrap(), -0.5);
}

#[test]
fn a_sum_runs_up() {
    let mut fields = metric(0.0, 200.0, &[(10, 20.0), (20, 20.0), (20, 5.0), (30, 15.0), (50, 40.0)]);
    fields["measure"]["reading"] = json!("sum");
    let forecast = of(fields, HALF);
    // 100 in 50 days; the running sum is 20, 45, 60 and 100.
    assert_eq!((forecast.reading.value(), forecast.n_observations), (Some(100.0), 4));
    assert_close(says(&forecast, Method::RunRate).0.unwrap(), 200.0);
    assert_close(says(&forecast, Method::LastK).0.unwrap(), 100.0 + 50.0 * 2.0);
    assert_close(forecast.required.per_week.value().unwrap(), 14.0);
}

#[test]
fn a_change_measures_from_its_baseline() {
    let check_ins = values(&[(10, 102.0), (30, 106.0), (50, 110.0)]);
    let forecast = of(
        json!({"measure": {"kind": "change", "baseline": 100, "percent": 40}, "check_ins": check_ins.clone()}),
        HALF,
    );
    assert_close(says(&forecast, Method::RunRate).0.unwrap(), 120.0);
    assert_close(says(&forecast, Method::RunRate).1.unwrap(), 0.5);
    let unknown = of(
        json!({"measure": {"kind": "change", "baseline": null, "percent": 40}, "check_ins": check_ins}),
        HALF,
    );
    assert_eq!(unknown.by(Method::RunRate).unwrap().reading.reason(), Some(Lack::Start));
    // The reading goes on without a baseline; what it is worth cannot be said.
    assert_close(says(&unknown, Method::LeastSquares).0.unwrap(), 120.0);
    assert_eq!(unknown.by(Method::LeastSquares).unwrap().progress.reason(), Some(Lack::Baseline));
    assert!(unknown.chances.is_empty());
}

#[test]
fn a_start_that_is_not_known_leaves_the_rate_unknown() {
    let mut fields = metric(0.0, 10.0, &[(10, 1.0), (20, 2.0), (30, 3.0)]);
    fields["measure"]["start"] = json!(null);
    let forecast = of(fields, HALF);
    assert_eq!(forecast.by(Method::RunRate).unwrap().reading.reason(), Some(Lack::Start));
    assert_close(says(&forecast, Method::TheilSen).0.unwrap(), 10.0);
    assert_eq!(forecast.by(Method::TheilSen).unwrap().progress.reason(), Some(Lack::Start));
    assert_eq!(forecast.required.remaining.reason(), Some(Lack::NoGoal));
}

#[test]
fn too_few_figures_make_no_line() {
    let reasons = |check_ins: &[(i32, f64)]| {
        let forecast = of(metric(0.0, 10.0, check_ins), HALF);
        Method::ALL
            .iter()
            .map(|method| forecast.by(*method).unwrap().reading.reason())
            .collect::<Vec<_>>()
    };
    let (none, few) = (Some(Lack::NoCheckIns), Some(Lack::TooFewObservations));
    assert_eq!(reasons(&[]), [none, none, none, none]);
    assert_eq!(reasons(&[(10, 1.0)]), [None, few, few, few]);
    // Several of one day are one figure: the latest.
    assert_eq!(reasons(&[(10, 1.0), (10, 2.0), (10, 3.0), (10, 4.0)]), [None, few, few, few]);
    assert_eq!(reasons(&[(10, 1.0), (20, 2.0)]), [None, few, few, few]);
    assert_eq!(reasons(&[(10, 1.0), (20, 2.0), (30, 3.0)]), [None, few, None, None]);
    assert_eq!(reasons(&[(10, 1.0), (20, 2.0), (30, 3.0), (40, 3.0)]), [None; 4]);
    let forecast = of(metric(0.0, 10.0, &[(10, 1.0), (20, 2.0)]), HALF);
    assert_eq!(forecast.interval, None);
    assert_eq!(chance(&forecast, Goal::Target).probability.reason(), few);
}

#[test]
fn a_policy_may_ask_for_more_or_look_back_less() {
    let fields = metric(0.0, 10.0, &[(10, 1.0), (20, 2.0), (30, 4.0)]);
    let policy: ForecastPolicy = serde_json::from_value(json!({"last_k": 2, "min_observations": 4, "horizon_days": 10})).unwrap();
    let forecast = by(fields, HALF, &policy);
    assert_close(says(&forecast, Method::LastK).0.unwrap(), 18.0);
    assert_eq!(forecast.by(Method::TheilSen).unwrap().reading.reason(), Some(Lack::TooFewObservations));
    // At 4 in 50 days the rest takes 75 days: beyond this horizon.
    assert_eq!(says(&forecast, Method::RunRate).2, None);
    assert!(serde_json::from_str::<ForecastPolicy>(r#"{"lastk": 2}"#).is_err());
    let written = serde_json::to_value(ForecastPolicy::default()).unwrap();
    assert_eq!(serde_json::from_value::<ForecastPolicy>(written).unwrap(), ForecastPolicy::default());
}

#[test]
fn before_and_after_its_period_nothing_is_forecast() {
    let fields = metric(0.0, 10.0, &[(-5, 1.0), (-3, 1.0), (-1, 1.0), (50, 6.0)]);
    let before = of(fields.clone(), "2025-12-31");
    assert_eq!((before.phase, before.elapsed), (Phase::NotStarted, 0.0));
    assert!(
        before
            .projections
            .iter()
            .all(|projection| projection.reading.reason() == Some(Lack::NotStarted))
    );
    let first_day = of(fields.clone(), "2026-01-01");
    assert_eq!(first_day.by(Method::RunRate).unwrap().reading.reason(), Some(Lack::NoTimeGone));
    assert_eq!(first_day.pace.reason(), Some(Lack::NoTimeGone));
    assert_eq!(says(&first_day, Method::LeastSquares).0, Some(1.0));
    let after = of(fields.clone(), "2026-04-12");
    assert_eq!((after.phase, after.reading.value()), (Phase::Over, Some(6.0)));
    assert!(after.projections.iter().all(|projection| projection.progress.reason() == Some(Lack::Over)));
    assert_eq!(after.required.per_day.reason(), Some(Lack::Over));
    // On the last day everything that can come has come.
    assert_close(says(&of(fields, "2026-04-11"), Method::RunRate).0.unwrap(), 6.0);
}

#[test]
fn levels_are_three_goals() {
    let levels = json!({"kind": "levels", "start": 0, "commit": 30, "target": 50, "stretch": 100});
    let forecast = of(
        json!({"measure": levels, "check_ins": values(&[(10, 5.0), (20, 10.0), (30, 15.0), (40, 20.0)])}),
        HALF,
    );
    // The line ends at 50 exactly: the anchor of the target is 0.7, which is success too.
    assert_close(says(&forecast, Method::LeastSquares).1.unwrap(), 0.7);
    let probabilities = [Goal::Commit, Goal::Target, Goal::Stretch, Goal::Success].map(|goal| chance(&forecast, goal).probability.value());
    assert_eq!(probabilities, [Some(1.0), Some(1.0), Some(0.0), Some(1.0)]);
    let falling = json!({"kind": "levels", "start": 100, "commit": 80, "target": 60, "stretch": 50});
    let forecast = of(json!({"measure": falling, "check_ins": values(&[(10, 97.0), (20, 94.0), (40, 88.0)])}), HALF);
    let probabilities = [Goal::Commit, Goal::Target].map(|goal| chance(&forecast, goal).probability.value());
    assert_eq!(probabilities, [Some(1.0), Some(0.0)]);
    assert_close(forecast.required.remaining.value().unwrap(), -28.0);
}

#[test]
fn bands_exact_and_thresholds_are_ranges() {
    let climbing = values(&[(10, 10.0), (20, 20.0), (30, 30.0)]);
    let success = |measure: serde_json::Value| {
        let forecast = of(json!({"measure": measure, "check_ins": climbing.clone()}), HALF);
        let found = chance(&forecast, Goal::Success);
        (found.reading, found.probability.value())
    };
    // A score of 0.7 or more between 50 and 70 only, and the line ends at 100.
    let bands = json!({"kind": "bands", "points": [[40, 0.5], [50, 0.7], [60, 1], [70, 0.7], [100, 0.1]]});
    assert_eq!(success(bands), (Some(50.0), Some(0.0)));
    assert_eq!(success(json!({"kind": "bands", "points": [[0, 0], [100, 0.7]]})), (Some(100.0), Some(1.0)));
    // 130 from 30: 0.7 is within 30 of the target, from 100 on.
    assert_eq!(success(json!({"kind": "exact", "start": 30, "target": 130})), (Some(100.0), Some(1.0)));
    assert_eq!(success(json!({"kind": "threshold", "at_most": 50})), (Some(30.0), Some(0.0)));
    let none = of(json!({"measure": {"kind": "observe"}, "check_ins": climbing}), HALF);
    assert!(none.chances.is_empty());
    assert_eq!(none.by(Method::LeastSquares).unwrap().progress.reason(), Some(Lack::NotScored));
    assert_close(says(&none, Method::LeastSquares).0.unwrap(), 100.0);
}

#[test]
fn milestones_and_events_go_on_at_their_pace() {
    let steps = json!([{"id": "a", "weight": 1}, {"id": "b", "weight": 1}, {"id": "c", "weight": 2}]);
    let check_ins = json!([{"on": "2026-01-11", "steps_done": ["a"]}, {"on": "2026-01-31", "steps_done": ["b"]}]);
    let forecast = of(json!({"measure": {"kind": "milestones", "steps": steps}, "check_ins": check_ins}), HALF);
    assert_eq!((forecast.scale, forecast.reading.value()), (Scale::Progress, Some(0.5)));
    assert_close(says(&forecast, Method::RunRate).1.unwrap(), 1.0);
    let check_ins = json!([{"on": "2026-01-11", "event": true}, {"on": "2026-01-31", "event": true}]);
    let forecast = of(json!({"measure": {"kind": "events", "count": 8}, "check_ins": check_ins}), HALF);
    assert_eq!(says(&forecast, Method::RunRate).0, Some(4.0));
    assert_close(says(&forecast, Method::RunRate).1.unwrap(), 0.5);
    assert_close(forecast.required.per_week.value().unwrap(), 6.0 * 7.0 / 50.0);
    let done = of(json!({"measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-11", "done": false}]}), HALF);
    assert!(done.projections.iter().all(|projection| projection.reading.reason() == Some(Lack::NotNumeric)));
}

#[test]
fn there_are_no_more_milestones_than_there_are_and_no_fewer_than_none() {
    let steps = json!([{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]);
    let done = json!([
        {"on": "2026-01-11", "steps_done": ["a"]}, {"on": "2026-03-01", "steps_done": ["b"]}, {"on": "2026-04-01", "steps_done": ["c"]}
    ]);
    let forecast = of(
        json!({"measure": {"kind": "milestones", "steps": steps}, "ends": "2026-12-31", "check_ins": done}),
        "2026-04-01",
    );
    // 0.75 in 90 days would be 3.03 in 364.
    for method in [Method::RunRate, Method::LeastSquares] {
        let projection = forecast.by(method).unwrap();
        assert_eq!((projection.reading.value(), projection.progress.value()), (Some(1.0), Some(1.0)));
        assert_close(projection.per_day.value().unwrap(), 0.75 / 90.0);
        // The missing 0.25 take 30 days.
        assert_eq!(projection.reached_on.map(|on| on.to_string()).as_deref(), Some("2026-05-01"));
    }
    // Increments of 1/4 over 10, 49 and 31 days, expected 1/12, 49/120 and 31/120: residuals 20/120, −19/120 and −1/120.
    let interval = forecast.interval.unwrap();
    let variance = (400.0_f64 / 10.0 + 361.0 / 49.0 + 1.0 / 31.0) / 14400.0 / 2.0;
    let error = (variance * (274.0 + 274.0 * 274.0 / 90.0)).sqrt();
    assert_close(interval.standard_error, error);
    assert_close(interval.high, 1.0);
    assert!((interval.low - (0.75 / 90.0 * 364.0 - 1.8856 * error)).abs() < 1e-3, "{interval:?}");
    // Three of four taken back: the line falls below none.
    let undone = json!([
        {"on": "2026-01-11", "steps_done": ["a", "b", "c"]}, {"on": "2026-01-21", "steps_undone": ["a"]},
        {"on": "2026-01-31", "steps_undone": ["b"]}, {"on": "2026-02-10", "steps_undone": ["c"]}
    ]);
    let forecast = of(json!({"measure": {"kind": "milestones", "steps": steps}, "check_ins": undone}), HALF);
    for method in [Method::LastK, Method::TheilSen] {
        let projection = forecast.by(method).unwrap();
        assert_eq!((projection.reading.value(), projection.progress.value()), (Some(0.0), Some(0.0)));
    }
    let interval = forecast.interval.unwrap();
    assert!(interval.low == 0.0 && interval.high <= 1.0, "{interval:?}");
}

#[test]
fn only_what_counts_on_the_day_is_seen() {
    let mut fields = metric(0.0, 100.0, &[(10, 10.0), (20, 20.0), (30, 30.0), (60, 0.0)]);
    fields["check_ins"][2]["id"] = json!("typo");
    fields["check_ins"]
        .as_array_mut()
        .unwrap()
        .push(json!({"on": "2026-02-01", "value": 33, "replaces": "typo"}));
    fields["amendments"] = json!([{"on": "2026-02-01", "reason": "r", "set": {"measure": {"target": 200}}}]);
    let forecast = of(fields, HALF);
    assert_eq!((forecast.n_observations, forecast.reading.value()), (3, Some(33.0)));
    assert_close(says(&forecast, Method::RunRate).1.unwrap(), 66.0 / 200.0);
}

#[test]
fn a_clamp_of_what_is_shown_holds_for_projections() {
    let plan = read(&plan_with_key_result(metric(0.0, 10.0, &[(25, 9.0)])));
    let policy = ForecastPolicy::default();
    let forecast = |profile: &str| okrkit::forecast(&plan, &named(profile), "k", date(HALF), &policy).unwrap();
    assert_close(says(&forecast("default"), Method::RunRate).1.unwrap(), 1.8);
    assert_eq!(says(&forecast("okr_tracker"), Method::RunRate).1, Some(1.0));
    assert_eq!(okrkit::forecast(&plan, &named("default"), "o", date(HALF), &policy), None);
}

#[test]
fn bindings_get_numbers_and_reasons() {
    let written = serde_json::to_value(of(metric(0.0, 10.0, &[(25, 5.0)]), HALF)).unwrap();
    assert_eq!(
        written["projections"][0],
        json!({"method": "run_rate", "reading": {"outcome": "value", "value": 10.0},
        "progress": {"outcome": "value", "value": 1.0}, "per_day": {"outcome": "value", "value": 0.1}, "reached_on": "2026-04-11", "not_reached": null})
    );
    assert_eq!(
        written["projections"][1]["reading"],
        json!({"outcome": "no_data", "reason": "too_few_observations"})
    );
    assert_eq!(
        (&written["phase"], &written["scale"], &written["interval"], &written["no_interval"]),
        (&json!("running"), &json!("reading"), &json!(null), &json!("too_few_observations"))
    );
}

#[test]
fn what_the_reading_reaches_is_reached_whatever_the_line_says() {
    // 0 for weeks, and then 101 of 100: the line of least squares is at 62 today.
    let jumped = [(10, 0.0), (20, 0.0), (30, 0.0), (40, 0.0), (50, 101.0)];
    let forecast = of(metric(0.0, 100.0, &jumped), HALF);
    for method in Method::ALL {
        let projection = forecast.by(*method).unwrap();
        assert_eq!((projection.reached_on, projection.not_reached), (Some(date(HALF)), None), "{method}");
    }
    // The other way round: 95 today, where the line would be beyond 100 by now. Today it is not.
    let fell = [(10, 40.0), (20, 60.0), (30, 80.0), (40, 110.0), (50, 95.0)];
    assert_eq!(
        says(&of(metric(0.0, 100.0, &fell), HALF), Method::LeastSquares).2.as_deref(),
        Some("2026-02-21")
    );
    // Where nothing was checked in today the line is all there is to go by: 100 on day 45, and it is day 50.
    let stale = [(10, 30.0), (20, 50.0), (30, 70.0), (40, 90.0)];
    assert_eq!(says(&of(metric(0.0, 100.0, &stale), HALF), Method::LeastSquares).2.as_deref(), Some(HALF));
}

#[test]
fn where_there_is_no_day_there_is_a_reason() {
    let reasons = |check_ins: &[(i32, f64)]| {
        let forecast = of(metric(0.0, 100.0, check_ins), HALF);
        assert!(forecast.projections.iter().all(|it| it.reached_on.is_some() != it.not_reached.is_some()));
        Method::ALL.iter().map(|method| forecast.by(*method).unwrap().not_reached).collect::<Vec<_>>()
    };
    assert_eq!(reasons(&[(10, 5.0), (20, 4.0), (30, 3.0), (40, 2.0)])[1..], [Some(Lack::Never); 3]);
    assert_eq!(reasons(&[(10, 5.0), (20, 5.0), (30, 5.0), (40, 5.0)])[1..], [Some(Lack::Never); 3]);
    // 1 in 10 days, and 95 to go.
    assert_eq!(reasons(&[(20, 2.0), (30, 3.0), (40, 4.0), (50, 5.0)]), [Some(Lack::BeyondHorizon); 4]);
    assert_eq!(reasons(&[])[2], Some(Lack::NoCheckIns));
    let watched = of(
        json!({"measure": {"kind": "observe"}, "check_ins": values(&[(10, 1.0), (20, 2.0), (30, 3.0)])}),
        HALF,
    );
    assert_eq!(watched.by(Method::LeastSquares).unwrap().not_reached, Some(Lack::NoGoal));
}

#[test]
fn an_interval_that_is_to_hold_always_is_none() {
    let fields = || metric(0.0, 10.0, &[(10, 1.0), (20, 2.5), (30, 3.0), (40, 4.0)]);
    for coverage in [1.0, 80.0] {
        let mut policy = ForecastPolicy::default();
        policy.coverage = coverage;
        let forecast = by(fields(), HALF, &policy);
        assert_eq!((forecast.interval, forecast.no_interval), (None, Some(Lack::NoInterval)), "{coverage}");
        assert!(chance(&forecast, Goal::Target).probability.value().is_some());
    }
    // What is less than never holds never: at the line alone.
    let mut policy = ForecastPolicy::default();
    policy.coverage = -1.0;
    let interval = by(fields(), HALF, &policy).interval.unwrap();
    assert_close(interval.coverage, 0.0);
    assert_close(interval.low, interval.high);
}

#[test]
fn a_tolerance_that_is_no_number_is_none() {
    // 6 are not 10, as they would be if figures might differ by all of them.
    let fields = || metric(0.0, 10.0, &[(10, 1.0), (20, 2.5), (30, 3.0), (50, 6.0)]);
    let mut policy = ForecastPolicy::default();
    policy.tolerance = f64::NAN;
    let forecast = by(fields(), HALF, &policy);
    // 4 more at 6 in 50 days take 33 1/3 days, from 20 February on.
    assert_eq!(says(&forecast, Method::RunRate).2.as_deref(), Some("2026-03-26"));
    policy.tolerance = 0.0;
    assert_eq!(forecast, by(fields(), HALF, &policy));
}

#[test]
fn how_likely_it_is_cannot_be_told_where_the_error_is_beyond_doubles() {
    // Squares of 1e200 are: within finite bounds nothing would seem to be likely.
    let mut fields = metric(0.0, 5.0, &[(10, 1e200), (20, -1e200), (30, 1e200), (40, -1e200)]);
    fields["measure"] = json!({"kind": "exact", "start": 0, "target": 5, "tolerance": 1});
    let forecast = of(fields, HALF);
    assert!(says(&forecast, Method::LeastSquares).0.is_some());
    assert_eq!(forecast.no_interval, Some(Lack::Overflow));
    assert_eq!(chance(&forecast, Goal::Target).probability.reason(), Some(Lack::Overflow));
}

#[test]
fn pairs_are_compared_up_to_a_limit_whatever_is_asked() {
    let fields = || metric(0.0, 10.0, &[(10, 1.0), (20, 2.5), (30, 3.0), (40, 4.0)]);
    let mut policy = ForecastPolicy::default();
    policy.theil_sen_latest = usize::MAX;
    assert_eq!(by(fields(), HALF, &policy).by(Method::TheilSen), of(fields(), HALF).by(Method::TheilSen));
}

#[test]
fn before_the_first_check_in_the_whole_way_is_required() {
    // 90 in the 50 days that are left; progress is not known yet.
    let forecast = of(metric(10.0, 100.0, &[]), HALF);
    assert_eq!(
        (forecast.reading.reason(), forecast.progress.reason()),
        (Some(Lack::NoCheckIns), Some(Lack::NoCheckIns))
    );
    assert_eq!(
        (forecast.required.remaining.value(), forecast.required.per_day.value()),
        (Some(90.0), Some(1.8))
    );
    // Before it begins, in the 100 days from its first one on.
    let before = of(metric(10.0, 100.0, &[]), "2025-12-01");
    assert_eq!((before.required.days_left, before.required.per_day.value()), (100, Some(0.9)));
    // Increments begin at 0, whatever the start of the measure is.
    let mut sum = metric(10.0, 100.0, &[]);
    sum["measure"]["reading"] = json!("sum");
    assert_eq!(of(sum, HALF).required.remaining.value(), Some(100.0));
    // A threshold has no start to go from.
    let threshold = of(json!({"measure": {"kind": "threshold", "at_least": 5}}), HALF);
    assert_eq!(threshold.required.remaining.reason(), Some(Lack::NoCheckIns));
}
