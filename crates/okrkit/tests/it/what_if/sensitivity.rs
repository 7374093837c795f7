//! How much a score moves with a reading.

use okrkit::forecast::Lack;
use okrkit::sensitivity;
use serde_json::{Value, json};

use super::{HALF, key_result, metric};
use crate::support::{assert_close, date, named, plan_with, read};

/// What one unit of the only key result's reading moves.
fn slope(measure: Value, value: f64) -> Result<f64, Lack> {
    let plan = read(&plan_with(json!([key_result("k", measure, value)])));
    let found = sensitivity(&plan, &named("default"), date(HALF), "o").unwrap();
    found[0].per_unit.value().ok_or_else(|| found[0].per_unit.reason().unwrap())
}

#[test]
fn a_share_over_the_way_is_what_a_unit_moves() {
    let revenue = key_result("revenue", json!({"kind": "metric", "start": 0, "target": 500_000}), 120_000.0);
    let plan = read(&plan_with(json!([revenue, metric("b", 3.0, 6.0)])));
    let found = sensitivity(&plan, &named("default"), date(HALF), "o").unwrap();
    assert_eq!((found[0].share, found[0].per_unit.value()), (0.25, Some(0.25 / 500_000.0)));
    assert_close(found[1].per_unit.value().unwrap(), 0.075);
    assert_eq!(sensitivity(&plan, &named("default"), date(HALF), "b"), None);
}

#[test]
fn it_is_nothing_where_a_clamp_holds() {
    let rises = |value| slope(json!({"kind": "metric", "start": 0, "target": 10}), value);
    assert_eq!(
        [rises(-1.0), rises(0.0), rises(9.0), rises(10.0), rises(12.0)],
        [Ok(0.0), Ok(0.1), Ok(0.1), Ok(0.0), Ok(0.0)]
    );
    let falls = |value| slope(json!({"kind": "metric", "start": 6, "target": 4}), value);
    assert_eq!(
        [falls(7.0), falls(6.0), falls(5.0), falls(4.0), falls(3.0)],
        [Ok(0.0), Ok(-0.5), Ok(-0.5), Ok(0.0), Ok(0.0)]
    );
}

#[test]
fn each_measure_has_its_slope() {
    let levels = |value| slope(json!({"kind": "levels", "start": 0, "commit": 30, "target": 50, "stretch": 100}), value);
    for (found, expected) in [(levels(0.0), 0.01), (levels(30.0), 0.02), (levels(50.0), 0.006), (levels(100.0), 0.0)] {
        assert_close(found.unwrap(), expected);
    }
    assert_close(slope(json!({"kind": "levels", "start": 100, "commit": 80, "target": 60}), 80.0).unwrap(), -0.02);
    let bands = |value| slope(json!({"kind": "bands", "points": [[0, 0], [10, 1], [30, 0]]}), value).unwrap();
    for (value, expected) in [(-1.0, 0.0), (0.0, 0.1), (5.0, 0.1), (10.0, -0.05), (20.0, -0.05), (30.0, 0.0)] {
        assert_close(bands(value), expected);
    }
    let exact = |value| slope(json!({"kind": "exact", "start": 0, "target": 5}), value).unwrap();
    for (value, expected) in [(2.0, 0.2), (5.0, 0.0), (6.0, -0.2), (11.0, 0.0)] {
        assert_close(exact(value), expected);
    }
    assert_eq!(slope(json!({"kind": "threshold", "at_most": 5}), 3.0), Err(Lack::Steps));
    let parts = json!([{"id": "k", "title": "k", "measure": {"kind": "composite", "combine": "min", "parts": {"live": {"kind": "done"}}},
        "check_ins": [{"on": "2026-02-01", "parts": {"live": {"done": false}}}]}]);
    let composite = sensitivity(&read(&plan_with(parts)), &named("default"), date(HALF), "o").unwrap();
    assert_eq!(composite[0].per_unit.reason(), Some(Lack::NotNumeric));
    assert_eq!(slope(json!({"kind": "metric", "start": null, "target": 5}), 3.0), Err(Lack::Start));
    assert_close(slope(json!({"kind": "change", "baseline": 200, "percent": 10}), 210.0).unwrap(), 0.05);
}

#[test]
fn a_score_set_by_hand_does_not_move() {
    let mut plan = plan_with(json!([metric("a", 1.0, 2.0), metric("b", 1.0, 2.0)]));
    plan["objectives"][0]["key_results"][0]["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.2}]);
    let per_unit = |plan: &Value| -> Vec<Option<f64>> {
        sensitivity(&read(plan), &named("default"), date(HALF), "o")
            .unwrap()
            .iter()
            .map(|it| it.per_unit.value())
            .collect()
    };
    assert_eq!(per_unit(&plan), [Some(0.0), Some(0.05)]);
    plan["objectives"][0]["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.2}]);
    assert_eq!(per_unit(&plan), [Some(0.0), Some(0.0)]);
}
