use serde_json::json;

use super::Reason;
use crate::measure::Outcome;

/// One part has no check-in, the other no way to go; whichever comes first by name, what is missing is data.
#[test]
fn a_part_without_data_comes_before_a_part_without_an_answer() {
    let stuck = json!({"kind": "change", "baseline": 0, "percent": 10});
    let unseen = json!({"kind": "metric", "start": 0, "target": 10});
    for (stuck_at, unseen_at) in [("a", "b"), ("b", "a")] {
        let document = json!({
            "okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}],
            "objectives": [{"id": "o", "title": "o", "cycle": "c", "key_results": [{"id": "k", "title": "k",
                "measure": {"kind": "composite", "combine": "mean", "parts": {stuck_at: stuck, unseen_at: unseen}},
                "check_ins": [{"on": "2026-02-01", "parts": {stuck_at: {"value": 3}}}]}]}]
        });
        let plan = crate::read(&document.to_string()).unwrap();
        let card = crate::evaluate(&plan, &crate::Profile::named("default").unwrap(), "2026-02-20".parse::<crate::Date>().unwrap());
        assert_eq!(card.key_result("k").unwrap().progress, Outcome::NoData(Reason::NoCheckIns));
    }
}
