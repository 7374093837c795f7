//! What decided a status.

use super::*;

fn with_score_by_hand() -> Value {
    let mut k = metric("k", &[("2026-02-01", 4.0)]);
    k["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.8, "by": "amal", "reason": "the pilot"}]);
    plan_with(json!([k]))
}

const IGNORED: &str = "the score 0.8 set by hand on 2026-02-01 by `amal` does not count for the status";

#[test]
fn what_is_over_is_judged_by_its_measured_score() {
    assert_told(
        &english(&with_score_by_hand(), "2026-05-20", "k", Figure::Status),
        &[
            "status of `k` is missed (F13)",
            "  it is over, with a score of 0.4 against 0.7 for aspirational goals (success)",
            "    the progress 0.4 within 0 and 1",
            "      progress of `k` is 0.4",
            "        (4 − 0) / (10 − 0) = 0.4 (F1)",
            "          the reading is 4, the latest value",
            "            4 checked in on 2026-02-01",
            &format!("  {IGNORED}"),
        ],
    );
    assert_tells(
        &english(&with_score_by_hand(), "2026-05-20", "o", Figure::Status),
        &["Σ share × score over 1 member = 0.4 (F9)", "`k`: 1 × 0.4, weight 1 of 1 (F8)", IGNORED],
    );
    assert_tells(
        &arabic(&with_score_by_hand(), "2026-05-20", "k", Figure::Status),
        &[
            "انتهى بنتيجة 0.4 مقابل 0.7 للأهداف الطموحة (success)",
            "النتيجة 0.8 المحددة يدويًا في \u{2066}2026-02-01\u{2069} بواسطة \u{2068}amal\u{2069} لا تُحتسب في الحالة",
        ],
    );
}

#[test]
fn a_substitute_for_a_missing_score_does_not_hide_that_one_set_by_hand_is_ignored() {
    let mut k = metric("k", &[]);
    k["manual_scores"] = json!([{"on": "2026-02-01", "value": 0.8, "reason": "judged"}]);
    let plan = plan_with(json!([k, metric("b", &[("2026-02-01", 4.0)])]));
    assert_tells(
        &english(&plan, "2026-05-20", "o", Figure::Status),
        &[
            "it is over, with a score of 0.2 against 0.7 for aspirational goals (success)",
            "`k` has no figure and counts as 0: nothing checked in that counts (missing_at_close)",
            "the score 0.8 set by hand on 2026-02-01 does not count for the status",
        ],
    );
}

#[test]
fn while_it_runs_a_score_set_by_hand_is_ignored_too() {
    assert_tells(
        &english(&with_score_by_hand(), "2026-02-20", "k", Figure::Status),
        &["gap 0.5 − 0.4 = 0.1", "progress of `k` is 0.4", "expected of `k` is 0.5 (F12)", IGNORED],
    );
    // A pace table that asks for the grade has the score explained.
    assert_tells(
        &english_by(&named("google"), &with_score_by_hand(), "2026-02-20", "k", Figure::Status),
        &[
            "grade is 0.4, asked is ≥ 0.7: no",
            "gap 0.5 − 0.4 = 0.1",
            "the progress 0.4 within 0 and 1",
            IGNORED,
        ],
    );
}

#[test]
fn a_broken_threshold_says_that_it_is_broken_and_where_its_status_comes_from() {
    let threshold =
        |value: f64| plan_with_key_result(json!({"measure": {"kind": "threshold", "at_most": 24}, "check_ins": [{"on": "2026-02-01", "value": value}]}));
    assert_told(
        &english(&threshold(30.0), "2026-02-20", "k", Figure::Status),
        &[
            "status of `k` is at risk (F13)",
            "  the threshold is broken, so the status is the worst that the profile has for pace: at risk (pace)",
            "    progress of `k` is 0",
            "      30 against the bounds ≤ 24: 0 (F3)",
            "        the reading is 30, the latest value",
            "          30 checked in on 2026-02-01",
        ],
    );
    assert_tells(
        &english(&threshold(3.0), "2026-02-20", "k", Figure::Status),
        &["status of `k` is on track (F13)", "the threshold is kept, pace has no meaning for it"],
    );
    assert_tells(
        &arabic(&threshold(30.0), "2026-02-20", "k", Figure::Status),
        &["كُسرت العتبة، فالحالة أسوأ حالات الوتيرة في الملف: في خطر (pace)"],
    );
}
