//! What key results must still reach.

use okrkit::what_if::{Held, Holds, Obstacle, Route};
use okrkit::{Plan, Required, RequiredPolicy, required};
use serde_json::{Value, json};

use super::{HALF, after, key_result, metric};
use crate::support::{assert_close, date, named, plan_of, plan_with, read};

fn of(plan: &Plan, score: f64) -> Required {
    required(plan, &named("default"), date(HALF), "o", score, &RequiredPolicy::default()).unwrap()
}

/// Who is asked for which score.
fn asked(route: &Route) -> Vec<(&str, f64)> {
    let asks = route.asks().unwrap_or_else(|| panic!("{route:?}"));
    asks.iter().map(|ask| (ask.key_result.as_str(), (ask.to * 1e9).round() / 1e9)).collect()
}

fn obstacle(route: &Route) -> (Obstacle, Option<f64>) {
    match route {
        Route::Impossible { why, at_most, .. } => (*why, at_most.value()),
        possible => panic!("{possible:?}"),
    }
}

/// The score of `o` once everything asked for was checked in.
fn score_after(plan: &Plan, route: &Route) -> f64 {
    okrkit::evaluate(&after(plan, route), &named("default"), date(HALF))
        .objective("o")
        .unwrap()
        .score
        .unwrap()
}

fn alone<'r>(required: &'r Required, id: &str) -> &'r Route {
    &required.alone.iter().find(|alone| alone.key_result == id).unwrap().route
}

#[test]
fn all_alike_least_effort_and_one_alone() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0), metric("b", 3.0, 6.0)])));
    let required = of(&plan, 0.7);
    assert_close(required.now.value().unwrap(), 0.5);
    assert_eq!(asked(&required.alike), [("a", 0.7), ("b", 0.7)]);
    // 0.2 is missing, and b makes three quarters.
    assert_eq!(asked(&required.least_effort), [("b", 0.866_666_667)]);
    assert_eq!(asked(alone(&required, "a")), [("a", 1.0)]);
    assert_eq!(asked(alone(&required, "b")), [("b", 0.866_666_667)]);
    for route in [&required.alike, &required.least_effort, alone(&required, "a"), alone(&required, "b")] {
        assert_close(score_after(&plan, route), 0.7);
    }
    let reading = required.alike.asks().unwrap()[0].reading;
    assert_eq!((reading, required.alike.asks().unwrap()[0].check_in.value), (Some(7.0), Some(7.0)));
    // Those beyond what all are asked for stay: 0.6 × 3/4 leaves 0.05, a fifth of a quarter.
    assert_eq!(asked(&of(&plan, 0.55).alike), [("a", 0.4)]);
    // a alone can give no more than 0.7.
    let (why, at_most) = obstacle(alone(&of(&plan, 0.8), "a"));
    assert_eq!(why, Obstacle::NotEnough);
    assert_close(at_most.unwrap(), 0.7);
}

#[test]
fn what_is_there_asks_for_nothing() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 8.0)])));
    for route in [of(&plan, 0.8).alike, of(&plan, 0.5).least_effort, of(&plan, 0.0).alone[0].route.clone()] {
        assert_eq!(asked(&route), []);
    }
    for score in [-0.1, 1.1, f64::NAN] {
        assert_eq!(obstacle(&of(&plan, score).alike).0, Obstacle::OutOfRange);
    }
    assert_eq!(required(&plan, &named("default"), date(HALF), "a", 0.5, &RequiredPolicy::default()), None);
}

#[test]
fn fixed_shares_and_ignored_weights_count_as_in_the_roll_up() {
    let mut fixed = metric("a", 1.0, 0.0);
    fixed.as_object_mut().unwrap().remove("weight");
    fixed["share"] = json!(0.5);
    let plan = read(&plan_with(json!([fixed, metric("b", 1.0, 0.0), metric("c", 1.0, 0.0)])));
    assert_eq!(asked(&of(&plan, 0.6).least_effort), [("a", 1.0), ("b", 0.4)]);
    assert_close(score_after(&plan, &of(&plan, 0.6).least_effort), 0.6);
    let ignored = required(&plan, &named("15five"), date(HALF), "o", 0.3, &RequiredPolicy::default()).unwrap();
    assert_eq!(asked(&ignored.least_effort), [("a", 0.9)]);
}

#[test]
fn falling_metrics_sums_and_changes_are_turned_round() {
    let sum = json!({"kind": "metric", "start": 0, "target": 100, "reading": "sum"});
    let mean = json!({"kind": "metric", "start": 0, "target": 100, "reading": "mean"});
    let plan = read(&plan_with(json!([
        key_result("falls", json!({"kind": "metric", "start": 6, "target": 4}), 6.0),
        key_result("sum", sum, 20.0),
        key_result("mean", mean, 30.0),
        key_result("change", json!({"kind": "change", "baseline": 200, "percent": -10}), 210.0),
    ])));
    let required = of(&plan, 0.5);
    let values: Vec<(f64, f64)> = required
        .alike
        .asks()
        .unwrap()
        .iter()
        .map(|ask| (ask.reading.unwrap(), ask.check_in.value.unwrap()))
        .collect();
    // 20 and 30 more make a sum of 50, 30 and 70 a mean of 50.
    for (found, expected) in values.iter().zip([(5.0, 5.0), (50.0, 30.0), (50.0, 70.0), (190.0, 190.0)]) {
        assert_close(found.0, expected.0);
        assert_close(found.1, expected.1);
    }
    assert_close(score_after(&plan, &required.alike), 0.5);
}

#[test]
fn a_largest_value_never_falls() {
    let plan = read(&plan_with(json!([key_result(
        "k",
        json!({"kind": "metric", "start": 10, "target": 0, "reading": "max"}),
        8.0
    )])));
    assert_eq!(obstacle(&of(&plan, 0.5).alike).0, Obstacle::Precision);
    let rises = read(&plan_with(json!([key_result(
        "k",
        json!({"kind": "metric", "start": 0, "target": 10, "reading": "max"}),
        2.0
    )])));
    assert_close(score_after(&rises, &of(&rises, 0.5).alike), 0.5);
}

#[test]
fn levels_and_bands_are_inverted_piece_by_piece() {
    let levels = json!({"kind": "levels", "start": 0, "commit": 30, "target": 50, "stretch": 100});
    let bands = json!({"kind": "bands", "points": [[0, 0], [10, 0.2], [20, 1], [30, 0]]});
    let plan = |levels_at: f64, bands_at: f64| {
        read(&plan_with(json!([
            key_result("l", levels.clone(), levels_at),
            key_result("b", bands.clone(), bands_at)
        ])))
    };
    let readings = |plan: &Plan, score: f64| -> Vec<f64> { of(plan, score).alike.asks().unwrap().iter().map(|ask| ask.reading.unwrap()).collect() };
    // 0.5 is half way from commit to target, and 3/8 of the way from 10 to 20.
    for (found, expected) in readings(&plan(10.0, 5.0), 0.5).iter().zip([40.0, 13.75]) {
        assert_close(*found, expected);
    }
    // From beyond the best band it is nearer to come back.
    for (found, expected) in readings(&plan(10.0, 29.0), 0.5).iter().zip([40.0, 25.0]) {
        assert_close(*found, expected);
    }
    // Levels without a stretch end at the anchor of the target.
    let plan = read(&plan_with(json!([key_result("l", json!({"kind": "levels", "start": 0, "target": 50}), 10.0)])));
    assert_eq!(obstacle(&of(&plan, 0.8).alike), (Obstacle::NotEnough, Some(0.7)));
    assert_close(score_after(&plan, &of(&plan, 0.7).alike), 0.7);
}

#[test]
fn steps_are_taken_one_by_one() {
    let milestones = json!({"id": "m", "title": "m", "measure": {"kind": "milestones", "steps": [{"id": "a"}, {"id": "b"}, {"id": "c", "weight": 2}]},
        "check_ins": [{"on": "2026-02-01", "steps_done": ["b"]}]});
    let plan = read(&plan_with(json!([milestones, metric("k", 1.0, 0.0)])));
    let required = of(&plan, 0.5);
    // 0.25 and 0: for 0.5 both at a half, which takes one step more.
    assert_eq!(asked(&required.alike), [("m", 0.5), ("k", 0.5)]);
    assert_eq!(required.alike.asks().unwrap()[0].check_in.steps_done, Some(vec!["a".to_owned()]));
    // The shares are alike, so the first goes first: both steps, which are just enough.
    assert_eq!(asked(&required.least_effort), [("m", 1.0)]);
    // For less the second step would go beyond, and what moves freely makes up for it.
    assert_eq!(asked(&of(&plan, 0.45).least_effort), [("m", 0.5), ("k", 0.4)]);
    // Alone it has to go beyond: nothing lies between 0.5 and 1.
    let alone = alone(&of(&plan, 0.4), "m").clone();
    assert_eq!(asked(&alone), [("m", 1.0)]);
    assert_close(score_after(&plan, &alone), 0.5);
}

#[test]
fn done_zones_thresholds_and_events_say_what() {
    let done = json!({"id": "done", "title": "d", "measure": {"kind": "done"}});
    let zone = json!({"id": "zone", "title": "z", "measure": {"kind": "zones"}, "check_ins": [{"on": "2026-02-01", "zone": "fail"}]});
    let kept = key_result("kept", json!({"kind": "threshold", "at_most": 24}), 30.0);
    let events = json!({"id": "events", "title": "e", "measure": {"kind": "events", "count": 5, "each_at_least": 200}, "check_ins": [{"on": "2026-02-01", "value": 250}]});
    let plan = read(&plan_with(json!([done, zone, kept, events])));
    let required = of(&plan, 1.0);
    assert_eq!(asked(&required.alike), [("done", 1.0), ("zone", 1.0), ("kept", 1.0), ("events", 1.0)]);
    let asks = required.alike.asks().unwrap();
    assert_eq!((asks[0].check_in.done, asks[0].from), (Some(true), None));
    assert_eq!(asks[1].check_in.zone.unwrap().as_str(), "stretch");
    assert_eq!(asks[2].check_in.value, Some(24.0));
    assert_eq!((asks[3].check_in.value, asks[3].times, asks[3].reading), (Some(200.0), 4.0, Some(5.0)));
    assert_close(score_after(&plan, &required.alike), 1.0);
}

#[test]
fn a_member_without_data_takes_its_share_once_it_has_some() {
    let mut missing = metric("missing", 2.0, 0.0);
    missing["check_ins"] = json!([]);
    let plan = read(&plan_with(json!([metric("a", 2.0, 4.0), missing])));
    let required = of(&plan, 0.6);
    assert_eq!(required.now.value(), Some(0.4));
    assert_eq!(asked(&required.alike), [("a", 0.6), ("missing", 0.6)]);
    assert_eq!(asked(&required.least_effort), [("a", 0.6)], "it is left alone where the others suffice");
    // It makes a half then: (0.4 + 0.8)/2.
    assert_eq!(asked(alone(&required, "missing")), [("missing", 0.8)]);
    for route in [&required.alike, &required.least_effort, alone(&required, "missing")] {
        assert_close(score_after(&plan, route), 0.6);
    }
}

#[test]
fn what_cannot_be_moved_says_why() {
    let mut manual = metric("manual", 1.0, 5.0);
    manual["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.2}]);
    let mut closed = metric("closed", 1.0, 5.0);
    closed["stages"] = json!([{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-05", "stage": "closed"}]);
    let unknown = key_result("unknown", json!({"kind": "metric", "start": null, "target": 10}), 5.0);
    let share = key_result("share", json!({"kind": "threshold", "at_most": 5, "judge": {"share_of": "check_ins"}}), 5.0);
    let plan = read(&plan_with(json!([manual, closed, unknown, share])));
    let required = of(&plan, 0.9);
    let held: Vec<(&str, Option<f64>, Holds)> = required
        .held
        .iter()
        .map(|Held { node, score, why, .. }| (node.as_str(), score.value(), *why))
        .collect();
    assert_eq!(
        held,
        [
            ("manual", Some(0.2), Holds::ManualScore),
            ("closed", Some(0.5), Holds::Closed),
            ("unknown", None, Holds::Start),
            ("share", Some(1.0), Holds::NotInvertible)
        ]
    );
    assert_eq!(obstacle(&required.alike).0, Obstacle::NothingToMove);
    assert!(required.alone.is_empty());
    let mut by_hand = plan_with(json!([metric("a", 1.0, 2.0)]));
    by_hand["objectives"][0]["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.2}]);
    assert_eq!(obstacle(&of(&read(&by_hand), 0.9).least_effort), (Obstacle::ManualScore, Some(0.2)));
}

#[test]
fn before_its_first_day_a_key_result_is_not_to_be_moved() {
    let mut later = metric("later", 1.0, 2.0);
    later["starts"] = "2026-03-01".into();
    let plan = read(&plan_with(json!([metric("own", 1.0, 2.0), later])));
    let required = |on: &str| required(&plan, &named("default"), date(on), "o", 0.6, &RequiredPolicy::default()).unwrap();
    let held = |found: &okrkit::Required| -> Vec<(String, Holds)> { found.held.iter().map(|held| (held.node.clone(), held.why)).collect() };
    let both = [("own".to_owned(), Holds::NotStarted), ("later".to_owned(), Holds::NotStarted)];
    for on in ["0001-01-01", "2025-12-31"] {
        let found = required(on);
        assert_eq!(held(&found), both, "{on}");
        assert_eq!(obstacle(&found.alike).0, Obstacle::NothingToMove, "{on}");
    }
    assert!(
        required("2026-02-20")
            .alike
            .asks()
            .is_some_and(|asks| asks.iter().all(|ask| ask.key_result == "own")),
        "the one that has begun"
    );
    assert_eq!(held(&required("2026-02-20")), both[1..]);
    assert!(held(&required("2026-03-01")).is_empty());
}

#[test]
fn what_is_linked_into_the_pool_counts_and_stays() {
    let mut plan = plan_of(json!([
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("own", 1.0, 2.0)]},
        {"id": "child", "title": "c", "cycle": "c", "key_results": [metric("below", 1.0, 6.0), metric("direct", 1.0, 4.0)]}
    ]));
    plan["links"] = json!([{"child": "child", "parent": "o"}]);
    let plan = read(&plan);
    let pooled = required(&plan, &named("workfront"), date(HALF), "o", 0.5, &RequiredPolicy::default()).unwrap();
    // 0.5 from the child, so 0.5 of its own.
    assert_eq!(asked(&pooled.alike), [("own", 0.5)]);
    assert_eq!(
        pooled.held.iter().map(|held| (held.node.as_str(), held.why)).collect::<Vec<_>>(),
        [("child", Holds::Objective)]
    );
    let score = okrkit::evaluate(&after(&plan, &pooled.alike), &named("workfront"), date(HALF))
        .objective("o")
        .unwrap()
        .score;
    assert_close(score.unwrap(), 0.5);
    // A key result that moves a member from below is not one's own to count with.
    let mut both = plan.to_document();
    both.links.push(okrkit::Link::contributes("direct", "o"));
    let both = Plan::from_document(both).unwrap();
    let pooled = required(&both, &named("workfront"), date(HALF), "o", 0.5, &RequiredPolicy::default()).unwrap();
    assert!(
        pooled.held.iter().any(|held| held.node == "direct" && held.why == Holds::Entangled),
        "{pooled:?}"
    );
}

#[test]
fn bindings_get_the_check_in_to_make() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    let written: Value = serde_json::to_value(of(&plan, 0.7)).unwrap();
    assert_eq!(written["alike"]["outcome"], "possible");
    assert_eq!(
        written["alike"]["asks"][0],
        json!({"key_result": "a", "from": 0.2, "to": 0.7, "reading": 7.0, "check_in": {"on": HALF, "value": 7.0}, "times": 1.0})
    );
    assert_eq!(
        serde_json::to_value(of(&plan, 2.0)).unwrap()["alike"],
        json!({"outcome": "impossible", "why": "out_of_range", "at_most": {"outcome": "value", "value": 0.2}})
    );
}

#[test]
fn how_near_is_near_is_said_by_the_policy() {
    // 1e16 + 1 is no double, nor is any other odd number there.
    let coarse = key_result("k", json!({"kind": "metric", "start": 1e16, "target": 1e16 + 8000.0}), 1e16);
    let plan = read(&plan_with(json!([coarse])));
    let route = |near: f64| {
        let mut policy = RequiredPolicy::default();
        policy.near = near;
        required(&plan, &named("default"), date(HALF), "o", 0.500_125, &policy).unwrap().alike
    };
    // 0.500125 of 8000 is 4001, and the doubles there are 4000 and 4002: 0.5 and 0.50025, each 0.000125 away.
    assert_eq!(obstacle(&route(1e-10)).0, Obstacle::Precision);
    for wide in [1e-3, 0.2, f64::INFINITY] {
        assert!(route(wide).asks().is_some(), "{wide}");
    }
    for odd in [f64::NAN, f64::NEG_INFINITY, -1.0] {
        assert_eq!(obstacle(&route(odd)).0, Obstacle::Precision, "{odd}");
    }
    // However wide it is written, 0.2 and 0.9 are not one: by a thousandth at most.
    let mut wide = RequiredPolicy::default();
    (wide.same, wide.near) = (1.0, 1.0);
    let low = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    let route = required(&low, &named("default"), date(HALF), "o", 0.9, &wide).unwrap().alike;
    let [ask] = route.asks().unwrap() else { panic!("{route:?}") };
    assert!((ask.to - 0.9).abs() <= 1e-3 && score_after(&low, &route) >= 0.899, "{ask:?}");
    let mut exact = RequiredPolicy::default();
    exact.same = 0.0;
    let plain = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    assert!(
        required(&plain, &named("default"), date(HALF), "o", 0.6, &exact)
            .unwrap()
            .alike
            .asks()
            .is_some(),
        "the search ends"
    );
}
