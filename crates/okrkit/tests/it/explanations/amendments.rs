//! What amendments changed, told where it matters.

use super::*;

/// The amendments stand in another order than that of their days.
fn amended() -> Value {
    plan_with(json!([
        {
            "id": "k", "title": "k", "measure": {"kind": "metric", "start": 0, "target": 20}, "check_ins": [{"on": "2026-02-01", "value": 10}],
            "amendments": [
                {"on": "2026-02-10", "reason": "second", "set": {"measure": {"target": 40}}},
                {"on": "2026-02-05", "reason": "first", "by": "amal", "set": {"weight": 2, "measure": {"target": 25}}},
                {"on": "2026-02-12", "reason": "weight", "set": {"weight": 3}},
                {"on": "2026-02-13", "reason": "time", "set": {"ends": "2026-03-31"}},
                {"on": "2026-03-30", "reason": "to come", "set": {"measure": {"target": 50}}},
            ],
        },
        metric("b", &[("2026-02-01", 4.0)]),
    ]))
}

#[test]
fn amendments_of_the_measure_say_what_changed_in_the_order_of_force() {
    assert_told(
        &english(&amended(), "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.25",
            "  (10 − 0) / (40 − 0) = 0.25 (F1)",
            "    the reading is 10, the latest value",
            "      10 checked in on 2026-02-01",
            "  amended on 2026-02-05 by `amal`: `first`",
            "    `target`: 20 → 25",
            "  amended on 2026-02-10: `second`",
            "    `target`: 25 → 40",
            "  the terms before any amendment: progress 0.5, target 20",
        ],
    );
    assert_tells(
        &arabic(&amended(), "2026-02-20", "k", Figure::Progress),
        &[
            "عُدّل في \u{2066}2026-02-05\u{2069} بواسطة \u{2068}amal\u{2069}: \u{2068}first\u{2069}",
            "تغيّر \u{2068}target\u{2069}: من 20 إلى 25",
            "الشروط السابقة لأي تعديل: التقدّم 0.5، والهدف 20",
        ],
    );
}

#[test]
fn amendments_of_the_weight_are_told_under_the_share() {
    assert_tells(
        &english(&amended(), "2026-02-20", "o", Figure::Progress),
        &[
            "`k`: 0.75 × 0.25, weight 3 of 4 (F8)",
            "amended on 2026-02-05 by `amal`: `first`",
            "`weight`: 1 → 2",
            "amended on 2026-02-12: `weight`",
            "`weight`: 2 → 3",
            "progress of `k` is 0.25",
        ],
    );
    let mut plan = amended();
    plan["objectives"][0]["key_results"][0]["amendments"] = json!([{"on": "2026-02-10", "reason": "given up", "set": {"weight": 0}}]);
    assert_tells(
        &english(&plan, "2026-02-20", "o", Figure::Progress),
        &["`k` does not count: it weighs nothing", "amended on 2026-02-10: `given up`", "`weight`: 1 → 0"],
    );
    plan["objectives"][0]["key_results"][0]["amendments"] = json!([{"on": "2026-02-10", "reason": "half", "set": {"share": 0.5}}]);
    assert_tells(
        &english(&plan, "2026-02-20", "o", Figure::Progress),
        &[
            "`k`: 0.5 × 0.5, a fixed share of 0.5 (F8)",
            "`weight`: 1 → not given",
            "`share`: not given → 0.5",
        ],
    );
}

#[test]
fn amendments_of_the_dates_are_told_under_what_is_expected() {
    assert_told(
        &english(&amended(), "2026-02-20", "k", Figure::Expected),
        &[
            "expected of `k` is 0.5618 (F12)",
            "  the straight line from start to target once 0.5618 of the time has gone: 0.5618",
            "    2026-02-20 in 2026-01-01 to 2026-03-31: 0.5618 of the time has gone (F11)",
            "  amended on 2026-02-13: `time`",
            "    `ends`: 2026-04-11 → 2026-03-31",
        ],
    );
    let mut plan = amended();
    let path = json!([{"on": "2026-02-01", "value": 4}, {"on": "2026-04-11", "value": 20}]);
    plan["objectives"][0]["key_results"][0]["amendments"] = json!([{"on": "2026-02-10", "reason": "later", "set": {"expected_path": path}}]);
    assert_tells(
        &english(&plan, "2026-02-20", "k", Figure::Expected),
        &["`expected_path`: not given → 2026-02-01: 4, 2026-04-11: 20"],
    );
}

#[test]
fn by_original_goalposts_the_amended_weight_still_counts_and_nothing_else_is_claimed() {
    let original = ours(&json!({"goalposts": "original"}));
    let claim = "measure, dates and expected path are judged as they were before any amendment (goalposts)";
    let found = english_by(&original, &amended(), "2026-02-20", "o", Figure::Progress);
    assert_tells(
        &found,
        &[
            "`k`: 0.75 × 0.5, weight 3 of 4 (F8)",
            "`weight`: 2 → 3",
            "(10 − 0) / (20 − 0) = 0.5 (F1)",
            claim,
        ],
    );
    assert!(!found.contains("the terms before any amendment"), "{found}");
    let mut plan = amended();
    plan["objectives"][0]["key_results"][0]["amendments"] = json!([{"on": "2026-02-10", "reason": "weight", "set": {"weight": 3}}]);
    let found = english_by(&original, &plan, "2026-02-20", "o", Figure::Progress);
    assert!(!found.contains("goalposts"), "{found}");
}

#[test]
fn amended_steps_are_told_by_their_ids() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "milestones", "steps": [{"id": "a", "title": "A"}]}, "check_ins": [{"on": "2026-02-01", "steps_done": ["a"]}],
        "amendments": [{"on": "2026-02-10", "reason": "more", "set": {"measure": {"steps": [
            {"id": "a", "title": "A", "weight": 2}, {"id": "b", "title": "B", "weight": 3, "ends": "2026-03-01"}]}}}],
    }));
    assert_tells(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.4",
            "done are 1 of 2, by weight 0.4 (F6)",
            "`a` checked in on 2026-02-01",
            "`steps.a.weight`: 1 → 2",
            "`steps.b.ends`: not given → `2026-03-01`",
            "`steps.b.title`: not given → `B`",
            "`steps.b.weight`: not given → 3",
            "the terms before any amendment: progress 1",
        ],
    );
}

#[test]
fn one_of_percent_and_amount_takes_the_other_away() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "change", "baseline": null, "percent": 10}, "check_ins": [{"on": "2026-02-01", "value": 105}],
        "amendments": [
            {"on": "2026-02-05", "reason": "known", "set": {"measure": {"baseline": 100, "reading": "latest"}}},
            {"on": "2026-02-10", "reason": "plain", "set": {"measure": {"amount": 20}}},
        ],
    }));
    // What is set to what it is already is no change.
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.25",
            "  (105 − 100) / (120 − 100) = 0.25 (F1)",
            "    the way goes from 100 to 120, with a baseline of 100 (F2)",
            "    the reading is 105, the latest value",
            "      105 checked in on 2026-02-01",
            "  amended on 2026-02-05: `known`",
            "    `baseline`: not given → 100",
            "  amended on 2026-02-10: `plain`",
            "    `amount`: not given → 20",
            "    `percent`: 10 → not given",
        ],
    );
}

#[test]
fn an_amended_part_is_told_by_what_differs_in_it() {
    let parts = |target: i32| json!({"live": {"kind": "done"}, "used": {"kind": "metric", "start": 0, "target": target}});
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "composite", "combine": "mean", "parts": parts(10)},
        "check_ins": [{"on": "2026-02-01", "parts": {"used": {"value": 5}, "live": {"done": true}}}],
        "amendments": [{"on": "2026-02-05", "reason": "more", "set": {"measure": {"combine": "min", "parts": parts(20)}}}],
    }));
    assert_tells(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.25",
            "`combine`: `mean` → `min`",
            "the terms before any amendment: progress 0.75",
        ],
    );
    let found = english(&plan, "2026-02-20", "k", Figure::Progress);
    assert!(found.contains("`parts.used.target`: 10 → 20") && !found.contains("parts.live"), "{found}");
}
