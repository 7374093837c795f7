//! The scorecard as a series.

use okrkit::measure::Measure;
use okrkit::trend::{TrendDays, TrendPoint};
use okrkit::{Cadence, Date, NodeScore, Plan, Profile, evaluate, trend};
use okrkit_testing::generate::{Config, plan};
use proptest::prelude::*;
use serde_json::json;

use crate::strategies::{config, day, plans, profiles};
use crate::support::{self, assert_close, date, metric, named, plan_with, plan_with_key_result, read};

fn days(from: &str, to: &str, every: Cadence) -> Vec<String> {
    TrendDays::new(date(from), date(to), every).into_iter().map(|day| day.to_string()).collect()
}

#[test]
fn days_keep_their_cadence_and_end_with_the_last() {
    assert_eq!(
        days("2026-01-31", "2026-04-10", Cadence::Month),
        ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-10"]
    );
    assert_eq!(days("2026-01-01", "2026-01-15", Cadence::Week), ["2026-01-01", "2026-01-08", "2026-01-15"]);
    assert_eq!(days("2026-01-01", "2026-01-01", Cadence::Quarter), ["2026-01-01"]);
    assert_eq!(days("2026-01-02", "2026-01-01", Cadence::Day), [""; 0]);
    assert_eq!(days("9999-12-30", "9999-12-31", Cadence::Day), ["9999-12-30", "9999-12-31"]);
}

#[test]
fn a_burn_up_is_the_reading_beside_the_one_expected() {
    let plan = read(&plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 200, "reading": "sum"},
        "check_ins": [{"on": "2026-01-11", "value": 30}, {"on": "2026-01-21", "value": 20}],
        "amendments": [{"on": "2026-01-21", "reason": "r", "set": {"measure": {"target": 100}}}]
    })));
    let series = trend(&plan, &named("default"), TrendDays::new(date("2026-01-01"), date("2026-01-31"), Cadence::Day));
    let points: Vec<TrendPoint> = series.node("k").unwrap().points().collect();
    let told = |at: usize| {
        (
            points[at].on,
            points[at].reading,
            points[at].expected_reading,
            points[at].target,
            points[at].progress,
        )
    };
    // Of 100 days 10 have gone on the 11th: 20 of 200 were expected, and 30 are there.
    assert_eq!(told(9), (date("2026-01-10"), None, Some(18.0), Some(200.0), None));
    assert_eq!(told(10), (date("2026-01-11"), Some(30.0), Some(20.0), Some(200.0), Some(0.15)));
    assert_eq!(told(20), (date("2026-01-21"), Some(50.0), Some(20.0), Some(100.0), Some(0.5)));
    assert_eq!(told(30), (date("2026-01-31"), Some(50.0), Some(30.0), Some(100.0), Some(0.5)));
    assert_eq!(points[9].reason, Some(okrkit::measure::Reason::NoCheckIns));
}

#[test]
fn the_expected_reading_follows_the_path_and_falls_with_a_falling_target() {
    let plan = read(&plan_with(json!([
        {"id": "path", "title": "p", "measure": {"kind": "metric", "start": 0, "target": 100},
         "expected_path": [{"on": "2026-01-01", "value": 0}, {"on": "2026-01-11", "value": 50}]},
        {"id": "falling", "title": "f", "measure": {"kind": "change", "baseline": 40, "percent": -50}},
        {"id": "done", "title": "d", "measure": {"kind": "done"}}
    ])));
    let series = trend(&plan, &named("default"), [date("2026-02-20"), date("2026-01-06"), date("2026-01-06")]);
    assert_eq!(series.days, [date("2026-01-06"), date("2026-02-20")], "in order and each once");
    let expected = |node: &str| -> Vec<Option<f64>> { series.node(node).unwrap().points().map(|point| point.expected_reading).collect() };
    assert_eq!(expected("path"), [Some(25.0), Some(50.0)]);
    assert_eq!(expected("falling"), [Some(39.0), Some(30.0)]);
    assert_eq!(expected("done"), [None, None]);
    assert_eq!(expected("o"), [None, None]);
}

#[test]
fn objectives_move_with_their_key_results() {
    let plan = read(&plan_with(json!([metric("a", &[("2026-01-11", 4.0)]), metric("b", &[("2026-01-21", 6.0)])])));
    let series = trend(&plan, &named("default"), ["2026-01-11", "2026-01-20", "2026-01-21"].map(date));
    let points: Vec<TrendPoint> = series.node("o").unwrap().points().collect();
    assert_eq!(points.iter().map(|point| point.progress).collect::<Vec<_>>(), [Some(0.4), Some(0.4), Some(0.5)]);
    assert_close(points[1].expected, 0.19);
    assert_eq!(series.nodes().map(|node| node.node()).collect::<Vec<_>>(), ["o", "a", "b"]);
}

#[test]
fn without_days_there_are_no_points() {
    let plan = read(&plan_with(json!([metric("a", &[])])));
    assert_eq!(trend(&plan, &named("default"), []).node("a").map(|node| node.points().len()), Some(0));
}

/// A series is what evaluation says of each of its days, to the last bit.
fn assert_each_day_is_as_if_evaluated_alone(plan: &Plan, profile: &Profile, days: &[Date]) {
    let series = trend(plan, profile, days.iter().copied());
    let nodes: Vec<(&str, Vec<TrendPoint>)> = series.nodes().map(|node| (node.node(), node.points().collect())).collect();
    for (at, on) in days.iter().enumerate() {
        let card = evaluate(plan, profile, *on);
        for (node, points) in &nodes {
            let (point, score): (_, NodeScore) = (&points[at], card.node(node).unwrap());
            let bits = |figure: Option<f64>| figure.map(f64::to_bits);
            assert_eq!(point.on, *on);
            assert_eq!(bits(point.progress), bits(score.progress.value()), "{node} on {on}");
            assert_eq!(point.reason, score.progress.reason());
            assert_eq!(bits(point.score), bits(score.score), "{node} on {on}");
            assert_eq!(point.expected.to_bits(), score.expected.to_bits(), "{node} on {on}");
            assert_eq!(point.status, score.status, "{node} on {on}");
            if let Some(key_result) = card.key_result(node) {
                assert_eq!(bits(point.reading), bits(key_result.reading.and_then(|reading| reading.number())));
                assert_eq!(bits(point.target), bits(key_result.target));
            }
            let own = plan.key_result(node).filter(|own| own.amendments.is_empty() && own.expected_path.is_empty());
            if let Some(Measure::Metric(metric)) = own.map(|own| &own.measure) {
                let line = metric.start.map(|start| start + (metric.target - start) * score.elapsed);
                assert_eq!(bits(point.expected_reading), bits(line.filter(|reading| reading.is_finite())), "{node} on {on}");
            }
        }
    }
}

/// Long runs of days, in which statuses change and links move what is above, by every profile.
#[test]
fn each_day_of_a_long_series_is_as_if_evaluated_alone() {
    let plan = okrkit::read(&plan(&Config {
        objectives: 40,
        ..Config::default()
    }))
    .unwrap();
    let days: Vec<Date> = (0..110).filter_map(|n| date("2026-08-01").add_days(n)).collect();
    for name in Profile::names() {
        assert_each_day_is_as_if_evaluated_alone(&plan, &named(name), &days);
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn each_day_of_a_series_is_as_if_evaluated_alone(case in plans::cases(), profile in profiles::profiles(), step in 1..9) {
        let plan = support::read(&case.plan);
        let profile = profiles::read(&profile);
        let days: Vec<Date> = (-4..14).map(|n| day(case.on, n * step)).collect();
        assert_each_day_is_as_if_evaluated_alone(&plan, &profile, &days);
    }
}
