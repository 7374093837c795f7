//! What is expected, and by which rule.

use super::*;

const GONE: &str = "2026-02-20 in 2026-01-01 to 2026-04-11: 0.5 of the time has gone (F11)";

fn expected(measure: Value) -> String {
    english(&plan_with_key_result(json!({"measure": measure})), "2026-02-20", "k", Figure::Expected)
}

#[test]
fn only_what_has_a_start_and_a_target_is_on_a_straight_line() {
    let line = "the straight line from start to target once 0.5 of the time has gone: 0.5";
    assert_tells(
        &expected(json!({"kind": "metric", "start": 0, "target": 6})),
        &["expected of `k` is 0.5 (F12)", line, GONE],
    );
    assert_tells(&expected(json!({"kind": "exact", "start": 0, "target": 6})), &[line]);
    for measure in [
        json!({"kind": "metric", "start": null, "target": 6}),
        json!({"kind": "change", "baseline": null, "percent": 10}),
        json!({"kind": "done"}),
        json!({"kind": "threshold", "at_most": 3}),
        json!({"kind": "events", "count": 3}),
        json!({"kind": "milestones", "steps": [{"id": "a", "title": "A", "ends": "2026-02-01"}, {"id": "b", "title": "B"}]}),
    ] {
        let found = expected(measure);
        assert_tells(&found, &["expected of `k` is 0.5 (F12)", "as much as time has gone: 0.5", GONE]);
    }
    // A profile that ignores the start draws no line from it.
    let plan = plan_with(json!([metric("k", &[])]));
    assert_tells(
        &english_by(&named("notion"), &plan, "2026-02-20", "k", Figure::Expected),
        &["as much as time has gone: 0.5"],
    );
}

#[test]
fn levels_are_read_off_at_the_value_on_the_line() {
    // Half way from 0 to 6 is 3: a quarter of the way from 2 (0.3) to 6 (0.7).
    assert_told(
        &expected(json!({"kind": "levels", "start": 0, "commit": 2, "target": 6, "stretch": 10})),
        &[
            "expected of `k` is 0.4 (F12)",
            "  the straight line from 0 to 6 is at 3 once 0.5 of the time has gone, which scores 0.4 (anchors)",
            &format!("    {GONE}"),
        ],
    );
}

#[test]
fn zones_expect_the_anchor_of_the_target_in_proportion() {
    assert_tells(
        &expected(json!({"kind": "zones"})),
        &[
            "expected of `k` is 0.35 (F12)",
            "the anchor 0.7 of the target × 0.5 of the time gone = 0.35 (anchors)",
            GONE,
        ],
    );
}

#[test]
fn milestones_expect_the_steps_that_are_due() {
    let steps = json!([{"id": "a", "title": "A", "ends": "2026-02-01"}, {"id": "b", "title": "B", "weight": 3, "ends": "2026-03-01"}]);
    let measure = json!({"kind": "milestones", "steps": steps});
    assert_told(
        &expected(measure.clone()),
        &[
            "expected of `k` is 0.25 (F12)",
            "  steps due by 2026-02-20: 1 of 2, by weight 0.25",
            "    `a` was due on 2026-02-01, weight 1",
        ],
    );
    assert_tells(
        &arabic(&plan_with_key_result(json!({"measure": measure})), "2026-02-20", "k", Figure::Expected),
        &[
            "الخطوات المستحقة حتى \u{2066}2026-02-20\u{2069}: 1 من 2، وبالأوزان 0.25",
            "\u{2068}a\u{2069} استُحقت في \u{2066}2026-02-01\u{2069}، ووزنها 1",
        ],
    );
}

#[test]
fn a_planned_path_is_put_through_the_measure() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10},
        "expected_path": [{"on": "2026-01-01", "value": 0}, {"on": "2026-02-20", "value": 3}],
    }));
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Expected),
        &["expected of `k` is 0.3 (F12)", "  the planned path says 3 for 2026-02-20, a progress of 0.3"],
    );
}
