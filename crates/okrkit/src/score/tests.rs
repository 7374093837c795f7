use okrkit_testing::generate::{AS_OF, Config, plan};
use serde_json::json;

use super::frame::frame_of;
use super::{Side, evaluate};
use crate::plan::Node;
use crate::profile::Profile;

/// The short way of plain key results and the long way of any come to the same figures, to the last bit.
#[test]
fn a_gauge_gives_the_figures_of_the_terms() {
    let text = plan(&Config {
        objectives: 60,
        ..Config::default()
    });
    let plan = crate::read(&text).unwrap();
    let mut short = 0;
    for name in Profile::names() {
        let card = evaluate(&plan, &Profile::named(name).unwrap(), AS_OF.parse::<crate::Date>().unwrap());
        let sheet = card.sheet();
        for at in 0..plan.n_objectives() {
            let frame = frame_of(&plan, card.as_of(), at).unwrap();
            for (within, key_result) in frame.objective().unwrap().key_results.iter().enumerate() {
                let row = plan.row(at, within);
                let node = Node::KeyResult(frame.first + within);
                let long = sheet.by_terms(&frame, key_result, row, node, &mut Side::default());
                assert_eq!(sheet.key_result(&frame, within, &mut Side::default()), long, "{} by {name}", key_result.id);
                short += usize::from(row.is_some_and(|row| row.head.is_as_written && row.head.gauge.is_some()));
            }
        }
    }
    assert!(short > 1000, "{short} went the short way");
}

/// Two parents of weight 1e308: halves of 1e308, and no sum beyond the doubles that would leave nothing.
#[test]
fn weights_near_the_end_of_the_doubles_are_divided() {
    let objective = |id: &str, key_results| json!({"id": id, "title": id, "cycle": "c", "key_results": key_results});
    let document = json!({
        "okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}],
        "objectives": [
            objective("a", json!([])), objective("b", json!([])),
            objective("child", json!([{"id": "k", "title": "k", "measure": {"kind": "metric", "start": 0, "target": 10},
                "check_ins": [{"on": "2026-02-01", "value": 4}]}]))
        ],
        "links": [{"child": "child", "parent": "a", "weight": 1e308}, {"child": "child", "parent": "b", "weight": 1e308}]
    });
    let plan = crate::read(&document.to_string()).unwrap();
    let text = r#"{"okrkit_profile": 1, "id": "own", "extends": "default", "pool": "pooled", "multi_parent": "divide"}"#;
    let profile = crate::profile::read(text).unwrap();
    let card = evaluate(&plan, &profile, "2026-02-20".parse::<crate::Date>().unwrap());
    assert_eq!(card.objective("a").unwrap().progress.value(), Some(0.4));
    assert_eq!(card.objective("b").unwrap().progress.value(), Some(0.4));
}

/// Weights 1.1, 2 and 3 make shares whose sum is a bit above 1.
#[test]
fn a_score_that_was_rolled_up_does_not_leave_0_to_1_by_its_last_bit() {
    let done = |id: &str, weight: f64| json!({"id": id, "title": id, "weight": weight, "measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-03", "done": true, "confidence": 1}]});
    let document = json!({
        "okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}],
        "objectives": [{"id": "o", "title": "o", "cycle": "c", "key_results": [done("a", 1.1), done("b", 2.0), done("c", 3.0)]}]
    });
    let plan = crate::read(&document.to_string()).unwrap();
    let card = evaluate(&plan, &Profile::named("default").unwrap(), "2026-02-20".parse::<crate::Date>().unwrap());
    let objective = card.objective("o").unwrap();
    assert_eq!((objective.score, objective.confidence), (Some(1.0), Some(1.0)));
    assert_eq!(card.total().score, Some(1.0));
}

/// A hundred days with four check-ins: a key result is judged on the first and on each day that changes what counts.
#[test]
fn on_days_without_a_fact_nothing_is_read_again() {
    let document = json!({
        "okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}],
        "objectives": [{"id": "o", "title": "O", "cycle": "c", "key_results": [
            {"id": "k", "title": "K", "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [
                {"on": "2026-01-10", "value": 1}, {"on": "2026-01-20", "value": 2}, {"on": "2026-01-20", "value": 3}, {"on": "2026-09-01", "value": 4}]},
            {"id": "l", "title": "L", "measure": {"kind": "done"}}
        ]}]
    });
    let plan = crate::read(&document.to_string()).unwrap();
    let from: crate::Date = "2026-01-01".parse().unwrap();
    let days: Vec<crate::Date> = (0..100).filter_map(|days| from.add_days(days)).collect();
    let series = super::series(&plan, &Profile::named("default").unwrap(), &days);
    assert_eq!((days.len(), series.n_judged(&plan)), (100, 3 + 1));
}
