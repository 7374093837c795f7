//! Sums of others: what their courses come to, and what they cost.

use okrkit::forecast::Lack;
use okrkit::{ForecastPolicy, Method, forecast, forecast_all};
use serde_json::{Value, json};

use super::metric;
use crate::support::{assert_close, date, named, read};

/// A plan of the years from 2016 to 2026 with a key result and sums of it.
fn with_sums(key_result: Value, n_sums: usize) -> okrkit::Plan {
    let of_it = |n| json!({"id": format!("s{n}"), "title": "s", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 8000}});
    let sums: Vec<Value> = (0..n_sums).map(of_it).collect();
    let links: Vec<Value> = (0..n_sums).map(|n| json!({"child": "k", "parent": format!("s{n}")})).collect();
    read(&json!({"okrkit": 1, "id": "p",
        "cycles": [{"id": "c", "starts": "2016-01-01", "ends": "2026-12-31"}],
        "objectives": [
            {"id": "top", "title": "t", "cycle": "c", "key_results": sums},
            {"id": "o", "title": "o", "cycle": "c", "key_results": [key_result]}],
        "links": links}))
}

#[test]
fn more_than_four_million_figures_are_not_added_up() {
    // A figure a day on 4,000 days, 2 more each: 1,000 sums of them are 4,000,000 figures, and one more sum is too many.
    let check_ins: Vec<Value> = (0..4000)
        .map(|days| json!({"on": date("2016-01-01").add_days(days).unwrap().to_string(), "value": 2 * days}))
        .collect();
    let mut key_result = metric(0.0, 8000.0, &[]);
    (key_result["id"], key_result["title"], key_result["check_ins"]) = (json!("k"), json!("k"), check_ins.into());
    let mut policy = ForecastPolicy::default();
    policy.theil_sen_latest = 3;
    let all = forecast_all(&with_sums(key_result, 1001), &named("default"), date("2026-12-13"), &policy);
    let sums = &all.key_results[..1001];
    let (carried, left): (Vec<_>, Vec<_>) = sums.iter().partition(|sum| sum.n_observations == 4000);
    assert_eq!((carried.len(), left.len()), (1000, 1));
    for sum in carried {
        // 4,017 days after the first at 2 a day.
        assert_close(sum.by(Method::LeastSquares).unwrap().reading.value().unwrap(), 8034.0);
    }
    // What it is today is known nevertheless.
    assert_eq!((left[0].n_observations, left[0].reading.value()), (0, Some(7998.0)));
    for projection in &left[0].projections {
        assert_eq!(
            (projection.reading.reason(), projection.not_reached),
            (Some(Lack::Members), Some(Lack::Members))
        );
    }
}

/// What a running sum with check-ins and a sum of it with a start and a first day of its own come to on 2026-10-21.
fn sold_and_sum(starts: &str, start: f64) -> [okrkit::Forecast; 2] {
    let plan = read(&json!({"okrkit": 1, "id": "p",
        "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-12-31"}],
        "objectives": [
            {"id": "top", "title": "t", "cycle": "c", "key_results": [{"id": "sum", "title": "s", "starts": starts,
                "measure": {"kind": "children", "roll_up": "sum", "start": start, "target": 2000}}]},
            {"id": "o", "title": "o", "cycle": "c", "key_results": [{"id": "sold", "title": "s",
                "measure": {"kind": "metric", "start": 0, "target": 2000, "reading": "sum"},
                "check_ins": [{"on": "2026-10-02", "value": 900}, {"on": "2026-10-11", "value": 30}, {"on": "2026-10-21", "value": 30}]}]}],
        "links": [{"child": "sold", "parent": "sum"}]}));
    let of = |id: &str| forecast(&plan, &named("default"), id, date("2026-10-21"), &ForecastPolicy::default()).unwrap();
    [of("sold"), of("sum")]
}

fn assert_go_on_alike([sold, sum]: &[okrkit::Forecast; 2]) {
    assert_eq!((sold.reading.value(), sum.reading.value()), (Some(960.0), Some(960.0)));
    for forecast in [sold, sum] {
        for method in [Method::RunRate, Method::LeastSquares] {
            // 960 in 293 days, and 71 days more.
            assert_close(forecast.by(method).unwrap().reading.value().unwrap(), 960.0 / 293.0 * 364.0);
        }
    }
    let [of_sold, of_sum] = [sold, sum].map(|forecast| forecast.interval.unwrap());
    assert_eq!(of_sold.degrees_of_freedom, of_sum.degrees_of_freedom);
    assert_close(of_sold.standard_error, of_sum.standard_error);
}

#[test]
fn a_sum_began_when_its_members_did() {
    // The 960 of the year are no work of the quarter's 20 days.
    assert_go_on_alike(&sold_and_sum("2026-10-01", 0.0));
}

#[test]
fn a_sum_of_running_sums_comes_from_0_wherever_progress_is_counted_from() {
    assert_go_on_alike(&sold_and_sum("2026-01-01", 50.0));
}
