//! Members of roll-ups: what they count for, what stands in for missing ones, and what was set by hand.

use super::*;

fn by_hand() -> Value {
    json!([{"on": "2026-02-01", "value": 0.8, "by": "amal", "reason": "the pilot"}])
}

#[test]
fn a_score_set_by_hand_is_told_where_missing_data_counts_as_0() {
    let mut k = metric("k", &[]);
    k["manual_scores"] = by_hand();
    let plan = plan_with(json!([k, metric("b", &[])]));
    let zero = ours(&json!({"missing": "zero"}));
    assert_told(
        &english_by(&zero, &plan, "2026-02-20", "o", Figure::Score),
        &[
            "score of `o` is 0.4",
            "  Σ share × score over 2 members = 0.4 (F9)",
            "    `k`: 0.5 × 0.8, weight 1 of 2 (F8)",
            "      score of `k` is 0.8",
            "        0.8 was set by hand on 2026-02-01 by `amal`: `the pilot`",
            "        `k` has no progress: nothing checked in that counts",
            "    `b`: 0.5 × 0, weight 1 of 2 (F8)",
            "      `b` has no figure and counts as 0: nothing checked in that counts (missing)",
        ],
    );
    // For progress a score counts for nothing.
    assert_tells(
        &english_by(&zero, &plan, "2026-02-20", "o", Figure::Progress),
        &[
            "`k`: 0.5 × 0, weight 1 of 2 (F8)",
            "`k` has no figure and counts as 0: nothing checked in that counts (missing)",
        ],
    );
}

#[test]
fn a_score_set_by_hand_is_told_of_an_objective_in_a_group_too() {
    let mut plan = plan_with(json!([]));
    plan["objectives"][0]["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.8, "reason": "judged"}]);
    let found = told(
        &read(&plan),
        &named("default"),
        "2026-02-20",
        &Subject::Group(Group::Total),
        Figure::Score,
        Language::English,
    );
    assert_told(
        &found,
        &[
            "score of everything is 0.8",
            "  Σ share × score over 1 member = 0.8 (F9)",
            "    `o`: 1 × 0.8, weight 1 of 1 (F8)",
            "      0.8 was set by hand on 2026-02-01: `judged`",
        ],
    );
}

fn weighted(fields: [Value; 3]) -> Value {
    let key_results = ["k1", "k2", "k3"].into_iter().zip(fields).map(|(id, fields)| {
        let mut key_result = metric(id, &[("2026-02-01", 5.0)]);
        for (name, value) in fields.as_object().unwrap() {
            key_result[name] = value.clone();
        }
        key_result
    });
    plan_with(Value::Array(key_results.collect()))
}

#[test]
fn shares_follow_from_weights_and_from_what_fixed_shares_leave() {
    let plan = weighted([json!({"weight": 2}), json!({"weight": 6}), json!({"share": 0.5})]);
    assert_tells(
        &english(&plan, "2026-02-20", "o", Figure::Progress),
        &[
            "Σ share × progress over 3 members = 0.5 (F9)",
            "`k1`: 0.125 × 0.5, weight 2 of 8, in the 0.5 that fixed shares leave (F8)",
            "`k2`: 0.375 × 0.5, weight 6 of 8, in the 0.5 that fixed shares leave (F8)",
            "`k3`: 0.5 × 0.5, a fixed share of 0.5 (F8)",
        ],
    );
    assert_tells(
        &arabic(&plan, "2026-02-20", "o", Figure::Progress),
        &[
            "مجموع الحصة × التقدّم لعدد 3 من الأعضاء = 0.5 (F9)",
            "\u{2068}k1\u{2069}: \u{2066}0.125 × 0.5\u{2069}، الوزن 2 من 8، ضمن 0.5 المتبقية بعد الحصص الثابتة (F8)",
            "\u{2068}k3\u{2069}: \u{2066}0.5 × 0.5\u{2069}، حصة ثابتة قدرها 0.5 (F8)",
        ],
    );
}

#[test]
fn fixed_shares_that_are_all_there_is_are_scaled() {
    let mut plan = weighted([json!({"share": 0.2}), json!({"share": 0.6}), json!({"share": 0.2})]);
    plan["objectives"][0]["key_results"][2]["check_ins"] = json!([]);
    assert_tells(
        &english(&plan, "2026-02-20", "o", Figure::Progress),
        &[
            "`k1`: 0.25 × 0.5, a fixed share of 0.2 scaled by the sum 0.8 (F8)",
            "`k2`: 0.75 × 0.5, a fixed share of 0.6 scaled by the sum 0.8 (F8)",
            "`k3` has no figure and is left out: nothing checked in that counts (missing)",
        ],
    );
}

#[test]
fn weights_that_are_ignored_are_named() {
    let plan = weighted([json!({"weight": 2}), json!({"share": 0.5}), json!({})]);
    assert_tells(
        &english_by(&ours(&json!({"weights": "ignore"})), &plan, "2026-02-20", "o", Figure::Progress),
        &[
            "`k1`: 0.3333 × 0.5, weight 1 of 3 instead of a weight of 2 (F8, weights)",
            "`k2`: 0.3333 × 0.5, weight 1 of 3 instead of a share of 0.5 (F8, weights)",
            "`k3`: 0.3333 × 0.5, weight 1 of 3 (F8, weights)",
        ],
    );
}

/// Two tops; `a` contributes 3 to the first and 1 to the second, `b` 1 to the first.
fn linked() -> Value {
    let leaf = |id: &str, value: f64| {
        let key_result = metric(&format!("{id}-kr"), &[("2026-02-01", value)]);
        json!({"id": id, "title": id, "cycle": "c", "key_results": [key_result]})
    };
    let mut plan = plan_of(json!([
        leaf("a", 4.0),
        leaf("b", 8.0),
        {"id": "top", "title": "top", "cycle": "c"},
        {"id": "other", "title": "other", "cycle": "c"},
    ]));
    plan["links"] = json!([
        {"child": "a", "parent": "top", "weight": 3},
        {"child": "a", "parent": "other"},
        {"child": "b", "parent": "top"},
    ]);
    plan
}

#[test]
fn links_count_by_their_weights_whole_or_divided() {
    let full = ours(&json!({"pool": "children"}));
    assert_tells(
        &english_by(&full, &linked(), "2026-02-20", "top", Figure::Progress),
        &["`a`: 0.75 × 0.4, link weight 3 of 4 (F8)", "`b`: 0.25 × 0.8, link weight 1 of 4 (F8)"],
    );
    // 3 × 3 / (3 + 1) = 2.25 beside 1: 2.25 of 3.25.
    let divided = ours(&json!({"pool": "children", "multi_parent": "divide"}));
    assert_tells(
        &english_by(&divided, &linked(), "2026-02-20", "top", Figure::Progress),
        &[
            "`a`: 0.6923 × 0.4, link weight 2.25 of 3.25 (F8)",
            "link weight 3 × 3 / 4 among 2 parents = 2.25 (multi_parent)",
            "`b`: 0.3077 × 0.8, link weight 1 of 3.25 (F8)",
        ],
    );
    let ignored = ours(&json!({"pool": "children", "weights": "ignore"}));
    assert_tells(
        &english_by(&ignored, &linked(), "2026-02-20", "top", Figure::Progress),
        &["`a`: 0.5 × 0.4, link weight 1 of 2 instead of a weight of 3 (F8, weights)"],
    );
}

fn of_children(measure: Value) -> Value {
    let mut plan = plan_with(json!([
        metric("a", &[("2026-02-01", 12.0)]),
        metric("b", &[]),
        {"id": "unknown", "title": "u", "measure": {"kind": "metric", "start": null, "target": 6}, "check_ins": [{"on": "2026-02-01", "value": 3}]},
    ]));
    let top = json!({"id": "top", "title": "top", "cycle": "c", "key_results": [{"id": "k", "title": "k", "measure": measure}]});
    plan["objectives"].as_array_mut().unwrap().push(top);
    plan["links"] = ["a", "b", "unknown"].into_iter().map(|child| json!({"child": child, "parent": "k"})).collect();
    plan
}

#[test]
fn a_sum_of_children_says_who_adds_what_and_who_is_left_out() {
    let plan = of_children(json!({"kind": "children", "roll_up": "sum", "start": 0, "target": 30}));
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.5",
            "  the children's readings add up to 15: (15 − 0) / (30 − 0) = 0.5 (F1)",
            "    `a` adds 12",
            "      the reading is 12, the latest value",
            "        12 checked in on 2026-02-01",
            "    `b` has no figure and is left out: nothing checked in that counts (missing)",
            "    `unknown` adds 3",
            "      the reading is 3, the latest value",
            "        3 checked in on 2026-02-01",
        ],
    );
}

#[test]
fn the_least_of_the_children_says_what_was_clamped_and_what_is_missing() {
    let plan = of_children(json!({"kind": "children", "roll_up": "min"}));
    let lines = [
        "progress of `k` is 1",
        "  the least of the children: 1",
        "    `a` is at 1",
        "      1.2 is clamped to 1 (clamp.member)",
        "      progress of `a` is 1.2",
        "        (12 − 0) / (10 − 0) = 1.2 (F1)",
        "          the reading is 12, the latest value",
        "            12 checked in on 2026-02-01",
        "    `b` has no figure and is left out: nothing checked in that counts (missing)",
        "    `unknown` has no figure and is left out: the start is not known yet (missing)",
    ];
    assert_told(&english(&plan, "2026-02-20", "k", Figure::Progress), &lines);
    assert_tells(
        &english_by(&ours(&json!({"missing": "zero"})), &plan, "2026-02-20", "k", Figure::Progress),
        &[
            "the least of the children: 0",
            "`b` has no figure and counts as 0: nothing checked in that counts (missing)",
        ],
    );
}

#[test]
fn where_nothing_enters_a_roll_up_each_reason_is_told_once() {
    let plan = plan_with(json!([
        metric("k", &[]),
        {"id": "k3", "title": "k3", "measure": {"kind": "change", "baseline": null, "percent": 10}, "check_ins": [{"on": "2026-02-01", "value": 3}]},
    ]));
    assert_told(
        &english(&plan, "2026-02-20", "o", Figure::Progress),
        &[
            "`o` has no progress: nothing enters the roll-up",
            "  `k` has no figure and is left out: nothing checked in that counts (missing)",
            "  `k3` has no figure and is left out: the baseline is not known yet (missing)",
        ],
    );
}
