//! From check-ins to progress.

use super::*;

#[test]
fn each_check_in_that_is_left_out_has_its_own_reason() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10},
        "stages": [{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-10", "stage": "closed"}],
        "check_ins": [
            {"on": "2026-01-10", "value": 9, "id": "a"},
            {"on": "2026-01-11", "void": true, "replaces": "a"},
            {"on": "2026-02-01", "value": 3, "id": "b", "by": "badr"},
            {"on": "2026-02-02", "value": 4, "id": "c", "replaces": "b"},
            {"on": "2026-02-15", "value": 5, "replaces": "c"},
        ],
    }));
    // The correction of the 15th comes after the close, so that of the 2nd is the reading.
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.4",
            "  (4 − 0) / (10 − 0) = 0.4 (F1)",
            "    the reading is 4, the latest value",
            "      4 checked in on 2026-02-02",
            "  the check-in of 2026-01-10 is left out: withdrawn on 2026-01-11",
            "  the check-in of 2026-02-01 by `badr` is left out: another check-in takes its place, that of 2026-02-02",
            "  the check-in of 2026-02-15 is left out: after the close",
        ],
    );
    assert_tells(
        &arabic(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "تسجيل \u{2066}2026-01-10\u{2069} مستبعد: مسحوب في \u{2066}2026-01-11\u{2069}",
            "تسجيل \u{2066}2026-02-01\u{2069} بواسطة \u{2068}badr\u{2069} مستبعد: حلّ محلّه تسجيل آخر وتاريخه \u{2066}2026-02-02\u{2069}",
            "تسجيل \u{2066}2026-02-15\u{2069} مستبعد: بعد الإغلاق",
        ],
    );
}

#[test]
fn what_was_not_known_yet_replaces_nothing() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": 0, "target": 10},
        "check_ins": [
            {"on": "2026-02-01", "value": 3, "id": "b"},
            {"on": "2026-02-02", "value": 4, "replaces": "b", "recorded": "2026-02-18T00:00:00Z"},
        ],
    }));
    let known = okrkit::AsOf::known_at(date("2026-02-20"), "2026-02-10T00:00:00Z".parse().unwrap());
    let card = okrkit::evaluate(&read(&plan), &named("default"), known);
    let found = okrkit::explain(&card, &"k".into(), Figure::Progress).unwrap().to_text(Language::English);
    assert_told(
        &found,
        &[
            "progress of `k` is 0.3",
            "  (3 − 0) / (10 − 0) = 0.3 (F1)",
            "    the reading is 3, the latest value",
            "      3 checked in on 2026-02-01",
            "  the check-in of 2026-02-02 is left out: not known yet at the time",
        ],
    );
}

fn judged(judge: Value, check_ins: Value) -> Value {
    plan_with_key_result(json!({
        "measure": {"kind": "threshold", "at_most": 24, "reading": "max", "judge": judge},
        "check_ins": check_ins,
    }))
}

fn through_the_months() -> Value {
    json!([
        {"on": "2025-12-30", "value": 9},
        {"on": "2026-01-10", "value": 30},
        {"on": "2026-01-20", "value": 20, "by": "amal"},
        {"on": "2026-03-05", "value": 25},
    ])
}

#[test]
fn a_share_of_slots_lists_what_was_counted_and_tells_gaps_as_gaps() {
    let planned = judged(json!({"share_of": "planned", "every": "month"}), through_the_months());
    assert_told(
        &english(&planned, "2026-03-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.25",
            "  1 of 4 within the bounds ≤ 24 = 0.25 (F3)",
            "    from 2026-01-01 to 2026-01-31: 20 on 2026-01-20 by `amal` is within the bounds",
            "    no check-in from 2026-02-01 to 2026-02-28: 1 slot unmet",
            "    from 2026-03-01 to 2026-03-31: 25 on 2026-03-05 is outside the bounds",
            "    no check-in from 2026-04-01 to 2026-04-11: 1 slot unmet",
            "    the check-in of 2025-12-30 is left out: it lies outside the cycle",
            "    the check-in of 2026-01-10 is left out: a later one in the same slot is judged",
        ],
    );
    assert_tells(
        &arabic(&planned, "2026-03-20", "k", Figure::Progress),
        &[
            "من \u{2066}2026-01-01\u{2069} إلى \u{2066}2026-01-31\u{2069}: 20 في \u{2066}2026-01-20\u{2069} بواسطة \u{2068}amal\u{2069} ضمن الحدود",
            "لا تسجيل من \u{2066}2026-02-01\u{2069} إلى \u{2066}2026-02-28\u{2069}: عدد الفترات غير المستوفاة 1",
        ],
    );
    let observed = judged(json!({"share_of": "observed", "every": "month"}), through_the_months());
    let found = english(&observed, "2026-03-20", "k", Figure::Progress);
    assert_tells(&found, &["1 of 2 within the bounds ≤ 24 = 0.5 (F3)"]);
    assert!(!found.contains("no check-in from"), "{found}");
    let weeks = judged(json!({"share_of": "up_to_latest", "every": "week"}), json!([{"on": "2026-01-30", "value": 4}]));
    assert_tells(
        &english(&weeks, "2026-03-20", "k", Figure::Progress),
        &[
            "1 of 5 within the bounds ≤ 24 = 0.2 (F3)",
            "no check-in from 2026-01-01 to 2026-01-28: 4 slots unmet",
            "from 2026-01-29 to 2026-02-04: 4 on 2026-01-30 is within the bounds",
        ],
    );
}

#[test]
fn a_share_of_check_ins_lists_each_and_its_batches() {
    let check_ins = json!([{"on": "2026-01-10", "met": 4, "of": 6}, {"on": "2026-01-20", "value": 30, "by": "amal"}]);
    assert_told(
        &english(&judged(json!({"share_of": "check_ins"}), check_ins), "2026-03-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.5714",
            "  4 of 7 within the bounds ≤ 24 = 0.5714 (F3)",
            "    4 of 6 in the batch of 2026-01-10",
            "    30 on 2026-01-20 by `amal` is outside the bounds",
        ],
    );
}

#[test]
fn a_share_of_slots_without_any_says_what_lies_outside() {
    let plan = judged(json!({"share_of": "observed", "every": "month"}), json!([{"on": "2025-12-30", "value": 9}]));
    assert_told(
        &english(&plan, "2026-03-20", "k", Figure::Progress),
        &[
            "`k` has no progress: nothing checked in that counts",
            "  the check-in of 2025-12-30 is left out: it lies outside the cycle",
        ],
    );
}

#[test]
fn a_threshold_judged_once_is_read_by_its_rule() {
    let plan = judged(json!("latest"), json!([{"on": "2026-01-10", "value": 30}, {"on": "2026-02-10", "value": 4}]));
    assert_told(
        &english(&plan, "2026-03-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0",
            "  30 against the bounds ≤ 24: 0 (F3)",
            "    the reading is 30, the largest value",
            "      30 checked in on 2026-01-10",
            "      4 checked in on 2026-02-10",
        ],
    );
}

#[test]
fn without_a_start_the_reading_is_told_and_no_formula() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": null, "target": 6}, "check_ins": [{"on": "2026-02-01", "value": 12}],
    }));
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "`k` has no progress: the start is not known yet",
            "  the reading is 12, the latest value",
            "    12 checked in on 2026-02-01",
        ],
    );
    let nothing = plan_with(json!([metric("k", &[])]));
    assert_told(
        &english(&nothing, "2026-02-20", "k", Figure::Progress),
        &["`k` has no progress: nothing checked in that counts"],
    );
}

#[test]
fn a_part_without_a_figure_is_named_as_the_part_it_is() {
    let parts = json!({"live": {"kind": "done"}, "used": {"kind": "metric", "start": 0, "target": 10}});
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "composite", "combine": "mean", "parts": parts},
        "check_ins": [{"on": "2026-02-01", "parts": {"used": {"value": 15}}}],
    }));
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "`k` has no progress: nothing checked in that counts",
            "  part `live` has no figure: nothing checked in that counts",
            "  part `used`: 1",
            "    (15 − 0) / (10 − 0) = 1.5 (F1)",
            "      the reading is 15, the latest value",
            "        15 checked in on 2026-02-01",
        ],
    );
}

#[test]
fn events_are_listed_with_size_and_author() {
    let plan = plan_with_key_result(json!({
        "measure": {"kind": "events", "count": 4, "each_at_least": 200},
        "check_ins": [{"on": "2026-02-01", "value": 250, "by": "amal"}, {"on": "2026-02-08", "event": true}],
    }));
    assert_told(
        &english(&plan, "2026-02-20", "k", Figure::Progress),
        &[
            "progress of `k` is 0.25",
            "  events that count: 1 of 4 = 0.25 (F7)",
            "    1 for the one on 2026-02-01 of size 250 by `amal`",
            "    0 for the one on 2026-02-08",
        ],
    );
}
