//! Several problems at once: each is told, and nothing that only follows from another.

use serde_json::{Value, json};

use crate::support::{metric, plan_of, plan_with, plan_with_key_result};

/// Code and path of each problem of a plan.
fn told(plan: &Value) -> Vec<String> {
    okrkit::read(&plan.to_string())
        .err()
        .into_iter()
        .flatten()
        .map(|issue| format!("{} {}", issue.code, issue.path))
        .collect()
}

const KEY_RESULT: &str = "/objectives/0/key_results/0";

#[track_caller]
fn assert_told_of_key_result(fields: Value, expected: &[&str]) {
    let expected: Vec<String> = expected
        .iter()
        .map(|line| line.split_once(' ').unwrap())
        .map(|(code, rest)| format!("{code} {KEY_RESULT}{rest}"))
        .collect();
    assert_eq!(told(&plan_with_key_result(fields)), expected);
}

fn number() -> Value {
    json!({"kind": "metric", "start": 0, "target": 10})
}

#[test]
fn a_broken_measure_hides_nothing_that_does_not_depend_on_it() {
    assert_told_of_key_result(
        json!({
            "measure": {"kind": "metric", "start": 0, "target": "ten"},
            "expected_path": [{"on": "2026-03-01", "value": 1}, {"on": "2026-02-01", "value": 2}],
            "check_ins": [{"on": "2026-02-01", "value": 1, "confidence": 60}, {"on": "2026-02-01", "done": true}, {"on": "2026-02-02", "replaces": "x"}],
            "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"weight": -1, "measure": {"steps": []}}}]
        }),
        &[
            "document.wrong_type /measure/target",
            "date.order /expected_path/1/on",
            "weight.negative /amendments/0/set/weight",
            "amendment.field /amendments/0/set/measure/steps",
            "confidence.range /check_ins/0/confidence",
            "check_in.shape /check_ins/1",
            "check_in.replaces /check_ins/2/replaces",
        ],
    );
}

#[test]
fn where_the_kind_is_not_known_figures_are_not_judged_by_it() {
    assert_told_of_key_result(
        json!({
            "measure": {"kind": "metrik", "start": 0, "target": 10},
            "expected_path": [{"on": "2026-02-01", "value": 1}],
            "check_ins": [{"on": "2026-02-01", "done": true, "confidence": 2}, {"on": "2026-02-01", "met": 3, "of": 2}],
            "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"share": 2, "measure": {"kind": "metric", "target": 20}}}]
        }),
        &[
            "document.unknown_kind /measure/kind",
            "share.range /amendments/0/set/share",
            "confidence.range /check_ins/0/confidence",
            "check_in.shape /check_ins/1",
        ],
    );
}

#[test]
fn a_step_whose_id_is_lost_may_be_the_one_that_is_done() {
    let measure = json!({"kind": "milestones", "steps": [{"id": "a", "title": "A"}, {"id": 7, "title": "B"}]});
    assert_told_of_key_result(
        json!({"measure": measure, "check_ins": [{"on": "2026-02-01", "steps_done": ["b"]}, {"on": "2026-02-01", "value": 1}]}),
        &["document.wrong_type /measure/steps/1/id", "check_in.shape /check_ins/1"],
    );
}

#[test]
fn a_part_that_is_broken_leaves_the_others_judged() {
    let measure = json!({"kind": "composite", "combine": "min", "parts": {"live": {"kind": "dun"}, "size": {"kind": "metric", "start": 0, "target": 1}}});
    assert_told_of_key_result(
        json!({"measure": measure, "check_ins": [{"on": "2026-02-01", "parts": {"live": {"value": 1}, "size": {"done": true}, "sise": {"value": 1}}}]}),
        &[
            "document.unknown_kind /measure/parts/live/kind",
            "check_in.unknown_part /check_ins/0/parts/sise",
            "check_in.shape /check_ins/0/parts/size",
        ],
    );
}

#[test]
fn an_amendment_that_is_refused_is_judged_in_all_else_and_so_are_those_after_it() {
    let path = json!([{"on": "2026-03-01", "value": 1}, {"on": "2026-02-01", "value": 2}]);
    assert_told_of_key_result(
        json!({
            "measure": number(),
            "amendments": [
                {"on": "2026-02-01", "reason": "r", "set": {"measure": {"steps": []}, "expected_path": path, "ends": "2025-12-31", "weight": -1}},
                {"on": "2026-02-02", "reason": "r", "set": {"measure": {"target": 0}, "ends": "2026-03-31"}},
            ]
        }),
        &[
            "weight.negative /amendments/0/set/weight",
            "date.order /amendments/0/set/expected_path/1/on",
            "date.order /amendments/0/set/ends",
            "amendment.field /amendments/0/set/measure/steps",
            "measure.start_equals_target /amendments/1/set/measure",
        ],
    );
}

#[test]
fn what_a_broken_amendment_leaves_open_is_not_judged_until_it_is_said_anew() {
    let amended = |second: Value, third: Value| {
        json!({
            "measure": number(),
            "amendments": [
                {"on": "2026-02-01", "reason": "r", "set": {"measure": {"start": "five", "target": 20}, "share": 7}},
                {"on": "2026-02-02", "reason": "r", "set": {"measure": second}},
                {"on": "2026-02-03", "reason": "r", "set": {"measure": third}},
            ]
        })
    };
    let broken = ["document.wrong_type /amendments/0/set/measure/start", "share.range /amendments/0/set/share"];
    assert_told_of_key_result(amended(json!({"target": 0}), json!({"target": 5})), &broken);
    let again = "measure.start_equals_target /amendments/2/set/measure";
    assert_told_of_key_result(amended(json!({"start": 3}), json!({"target": 3})), &[broken[0], broken[1], again]);
}

#[test]
fn check_ins_of_a_kind_that_an_amendment_may_not_change_to_are_not_refused_one_by_one() {
    let check_ins: Vec<Value> = (1..20).map(|day| json!({"on": format!("2026-02-{day:02}"), "done": true})).collect();
    assert_told_of_key_result(
        json!({"measure": number(), "check_ins": check_ins, "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"measure": {"kind": "done"}}}]}),
        &["amendment.kind /amendments/0/set/measure/kind"],
    );
}

#[test]
fn a_path_that_does_not_fit_its_measure_is_told_once() {
    let steps = json!({"kind": "milestones", "steps": [{"id": "a", "title": "A"}]});
    let more = json!({"steps": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]});
    assert_told_of_key_result(
        json!({
            "measure": steps, "expected_path": [{"on": "2026-02-01", "value": 1}],
            "amendments": [{"on": "2026-02-01", "reason": "r", "set": {"measure": more}}]
        }),
        &["measure.no_path /expected_path"],
    );
}

#[test]
fn figures_that_do_not_fit_do_not_hide_steps_and_batches() {
    let steps = json!({"kind": "milestones", "steps": [{"id": "a", "title": "A"}]});
    assert_told_of_key_result(
        json!({"measure": steps, "check_ins": [{"on": "2026-02-01", "value": 1, "done": true, "steps_done": ["b"]}]}),
        &["check_in.shape /check_ins/0", "check_in.unknown_step /check_ins/0/steps_done/0"],
    );
    let batches = json!({"kind": "threshold", "at_most": 24, "judge": {"share_of": "check_ins"}});
    assert_told_of_key_result(
        json!({"measure": batches, "check_ins": [{"on": "2026-02-01", "done": true, "met": 3}]}),
        &["check_in.shape /check_ins/0", "check_in.shape /check_ins/0"],
    );
    let refused = plan_with_key_result(json!({"measure": number(), "check_ins": [{"on": "2026-02-01", "done": true, "zone": "target", "met": 3}]}));
    let issues = crate::support::refusal(&refused);
    let messages: Vec<&str> = issues.iter().map(|issue| issue.message.as_str()).collect();
    assert_eq!(messages, ["a measure of kind `metric` takes `value`, found `done`, `zone`, `met`"]);
}

/// A plan of one cycle and an objective with dates, a cadence to be had from the cycle, and a check-in.
fn in_cycle(cycle: Value) -> Vec<String> {
    let measure = json!({"kind": "threshold", "at_most": 24, "judge": {"share_of": "planned"}});
    let mut key_result = json!({"id": "k", "title": "k", "measure": measure, "starts": "2026-02-01"});
    key_result["amendments"] = json!([{"on": "2026-02-01", "reason": "r", "set": {"starts": "2026-02-03"}}]);
    let mut plan = plan_of(json!([
        {"id": "o", "title": "o", "cycle": "c", "ends": "2026-02-20", "key_results": [key_result]},
        {"id": "turned", "title": "o", "cycle": "c", "starts": "2026-02-02", "ends": "2026-02-01", "key_results": [metric("l", &[])]}
    ]));
    plan["cycles"] = json!([cycle]);
    told(&plan)
}

#[test]
fn nothing_is_judged_by_the_dates_of_a_broken_cycle_but_own_dates_are() {
    let own = "date.order /objectives/1/ends";
    let broken = in_cycle(json!({"id": "c", "starts": "2026-13-01", "ends": "2026-03-31", "check_in_every": "week"}));
    assert_eq!(broken, ["date.invalid /cycles/0/starts", own]);
    let turned = in_cycle(json!({"id": "c", "starts": "2026-03-31", "ends": "2026-01-01", "check_in_every": "week"}));
    assert_eq!(turned, ["cycle.dates /cycles/0/ends", own]);
    let cadence = in_cycle(json!({"id": "c", "starts": "2026-01-01", "ends": "2026-03-31", "check_in_every": "weak"}));
    assert_eq!(cadence, ["document.unknown_word /cycles/0/check_in_every", own]);
    let unknown = in_cycle(json!({"id": "d", "starts": "2026-01-01", "ends": "2026-03-31"}));
    assert_eq!(unknown, ["cycle.unknown /objectives/0/cycle", "cycle.unknown /objectives/1/cycle", own]);
}

#[test]
fn dates_out_of_order_are_told_where_they_are_given_and_not_below() {
    let plan = plan_of(json!([{"id": "o", "title": "o", "cycle": "c", "starts": "2026-03-01", "ends": "2026-02-01",
        "key_results": [{"id": "k", "title": "k", "measure": number(), "starts": "2026-02-10"}]}]));
    assert_eq!(told(&plan), ["date.order /objectives/0/ends"]);
}

#[test]
fn a_reference_to_what_may_have_lost_its_id_is_not_called_unknown() {
    let mut plan = plan_of(json!([
        {"id": 1, "title": "o", "cycle": "q1", "team": "sales", "key_results": [metric("k", &[])]},
        {"id": "p", "title": "p", "cycle": "q1"}
    ]));
    plan["cycles"] = json!([{"idd": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}]);
    plan["teams"] = json!(7);
    plan["links"] = json!([{"child": "o", "parent": "p"}]);
    assert_eq!(
        told(&plan),
        [
            "document.unknown_field /cycles/0/idd",
            "document.missing_field /cycles/0/id",
            "document.wrong_type /objectives/0/id",
            "document.wrong_type /teams",
        ]
    );
}

#[test]
fn shares_that_are_none_are_told_alone_and_sums_to_the_day() {
    let shared = |share: f64| json!({"id": format!("k{share}"), "title": "k", "measure": number(), "share": share});
    let range = |at: usize| format!("share.range {}{at}/share", "/objectives/0/key_results/");
    assert_eq!(told(&plan_with(json!([shared(25.0), shared(75.0)]))), [range(0), range(1)]);

    let amended = |id: &str, on: &str, share: f64, stages: Value| {
        json!({"id": id, "title": "k", "measure": number(), "share": 0.4, "stages": stages, "stage": "active",
            "amendments": [{"on": on, "reason": "r", "set": {"share": share}}]})
    };
    let closed = json!([{"on": "2026-02-10", "stage": "dropped"}]);
    // 0.4 + 0.4 at first, 0.4 + 0.6 from the 5th, 0.7 + 0.6 from the 8th.
    let over = plan_with(json!([
        amended("a", "2026-02-08", 0.7, json!([])),
        amended("b", "2026-02-05", 0.6, closed.clone())
    ]));
    let issues = crate::support::refusal(&over);
    assert_eq!(
        crate::support::told(&issues),
        ["share.sum /objectives/0/key_results the fixed shares add up to `1.3` from 2026-02-08, more than 1"]
    );
    // From the 10th the second one counts no more.
    let apart = plan_with(json!([amended("a", "2026-02-10", 0.7, json!([])), amended("b", "2026-02-05", 0.6, closed)]));
    assert_eq!(told(&apart), Vec::<String>::new());
    // Three tenths and seven tenths are one, whatever their last bits.
    assert_eq!(told(&plan_with(json!([shared(0.1), shared(0.2), shared(0.7)]))), Vec::<String>::new());
}

#[test]
fn what_is_only_watched_adds_to_no_sum() {
    let mut plan = plan_with(json!([
        {"id": "sum", "title": "k", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 10}},
        {"id": "watched", "title": "k", "measure": {"kind": "observe"}}
    ]));
    plan["links"] = json!([{"child": "watched", "parent": "sum"}]);
    let issues = crate::support::refusal(&plan);
    assert_eq!(
        crate::support::told(&issues),
        ["link.unit /links/0 `watched` is watched and never scored (a measure of kind `observe`), so it cannot be added to `sum`"]
    );
    plan["links"][0]["kind"] = "supports".into();
    assert_eq!(told(&plan), Vec::<String>::new());
}

#[test]
fn a_measure_that_ever_is_a_sum_takes_only_what_can_be_added() {
    let mut plan = plan_with(json!([
        {"id": "sum", "title": "k", "measure": {"kind": "children"}, "amendments": [
            {"on": "2026-02-01", "reason": "r", "set": {"measure": {"roll_up": "sum", "start": 0, "target": 10}}}]},
        {"id": "done", "title": "k", "measure": {"kind": "done"}}
    ]));
    plan["links"] = json!([{"child": "done", "parent": "sum"}]);
    assert_eq!(told(&plan), ["link.unit /links/0"]);
}

#[test]
fn check_ins_fit_what_the_measure_was_or_became() {
    let steps = json!({"kind": "milestones", "steps": [{"id": "a", "title": "A"}]});
    let set = json!({"measure": {"steps": [{"id": "b", "title": "B"}]}});
    assert_told_of_key_result(
        json!({
            "measure": steps, "amendments": [{"on": "2026-02-01", "reason": "r", "set": set}],
            "check_ins": [{"on": "2026-02-01", "steps_done": ["a", "b", "c"]}]
        }),
        &["check_in.unknown_step /check_ins/0/steps_done/2"],
    );
}
