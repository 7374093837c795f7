//! Ids, cycles, teams, weights, shares, and the facts of key results.

use okrkit::Code;
use serde_json::{Value, json};

use super::{Given, Row, row};
use crate::support::{metric, plan_of, plan_with, plan_with_key_result};

pub(crate) fn rows() -> Vec<Row> {
    [ids(), cycles_and_teams(), parts_of_a_whole(), amendments(), check_ins()]
        .into_iter()
        .flatten()
        .collect()
}

fn with(field: &str, value: Value) -> Given {
    let mut plan = plan_with(json!([metric("k", &[])]));
    plan[field] = value;
    Given::Plan(plan)
}

/// A metric from 0 to 10 with these fields.
fn key_result(fields: Value) -> Given {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    let mut key_result = metric("k", &[]);
    for (name, value) in fields {
        key_result[name] = value;
    }
    Given::Plan(plan_with(json!([key_result])))
}

fn ids() -> Vec<Row> {
    let cycle = json!({"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"});
    let team = json!({"id": "t", "title": "T"});
    let shown = format!("the id `{}…` is longer than 128 characters", "ن".repeat(60));
    vec![
        row(with("id", json!("")), Code::IdInvalid, "/id", "the id is empty"),
        row(with("id", json!("ن".repeat(129))), Code::IdInvalid, "/id", shown),
        row(with("id", json!(" p")), Code::IdInvalid, "/id", "the id ` p` has white space at an end"),
        row(
            with("id", json!("p\u{3000}")),
            Code::IdInvalid,
            "/id",
            "the id `p\u{3000}` has white space at an end",
        ),
        row(
            with("id", json!("p\u{0}q")),
            Code::IdInvalid,
            "/id",
            r"the id `p\u{0}q` holds a control character or line separator",
        ),
        row(
            with("id", json!("p\u{2029}q")),
            Code::IdInvalid,
            "/id",
            r"the id `p\u{2029}q` holds a control character or line separator",
        ),
        row(
            Given::Plan(plan_of(json!([{"id": "o\u{a0}", "title": "o", "cycle": "c"}]))),
            Code::IdInvalid,
            "/objectives/0/id",
            "the id `o\u{a0}` has white space at an end",
        ),
        row(
            Given::Plan(plan_with(json!([metric("o", &[])]))),
            Code::IdDuplicate,
            "/objectives/0/key_results/0/id",
            "another objective or key result has the id `o`",
        ),
        row(
            with("cycles", json!([cycle, cycle])),
            Code::IdDuplicate,
            "/cycles/1/id",
            "another cycle has the id `c`",
        ),
        row(
            with("teams", json!([team, team])),
            Code::IdDuplicate,
            "/teams/1/id",
            "another team has the id `t`",
        ),
        row(
            Given::Plan(plan_with_key_result(
                json!({"measure": {"kind": "milestones", "steps": [{"id": "a", "title": "a"}, {"id": "a", "title": "b"}]}}),
            )),
            Code::IdDuplicate,
            "/objectives/0/key_results/0/measure/steps/1/id",
            "another step has the id `a`",
        ),
        row(
            key_result(json!({"check_ins": [{"on": "2026-02-01", "id": "x"}, {"on": "2026-02-02", "id": "x"}]})),
            Code::IdDuplicate,
            "/objectives/0/key_results/0/check_ins/1/id",
            "another check-in of this key result has the id `x`",
        ),
    ]
}

fn cycles_and_teams() -> Vec<Row> {
    let cycle = |id: &str, parent: &str| json!({"id": id, "starts": "2026-01-01", "ends": "2026-04-11", "parent": parent});
    vec![
        row(
            Given::Plan(json!({"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-02", "ends": "2026-01-01"}], "objectives": []})),
            Code::CycleDates,
            "/cycles/0/ends",
            "the cycle ends on 2026-01-01 before it starts on 2026-01-02",
        ),
        row(
            Given::Plan(plan_of(json!([{"id": "o", "title": "o", "cycle": "q1"}]))),
            Code::CycleUnknown,
            "/objectives/0/cycle",
            "there is no cycle `q1`",
        ),
        row(
            with(
                "cycles",
                json!([cycle("c", "fy25"), {"id": "fy26", "starts": "2026-01-01", "ends": "2026-12-31"}]),
            ),
            Code::CycleUnknown,
            "/cycles/0/parent",
            "there is no cycle `fy25`, did you mean `fy26`?",
        ),
        row(
            with("cycles", json!([cycle("c", "d"), cycle("d", "c")])),
            Code::CycleLoop,
            "/cycles/0/parent",
            "the cycles go round in a circle: `c` → `d` → `c`",
        ),
        row(
            Given::Plan(plan_of(json!([{"id": "o", "title": "o", "cycle": "c", "team": "sales"}]))),
            Code::TeamUnknown,
            "/objectives/0/team",
            "there is no team `sales`",
        ),
        row(
            with("teams", json!([{"id": "sales", "title": "S", "parent": "sale"}])),
            Code::TeamUnknown,
            "/teams/0/parent",
            "there is no team `sale`, did you mean `sales`?",
        ),
        row(
            with("teams", json!([{"id": "sales", "title": "S", "parent": "sales"}])),
            Code::TeamLoop,
            "/teams/0/parent",
            "the teams go round in a circle: `sales` → `sales`",
        ),
    ]
}

fn parts_of_a_whole() -> Vec<Row> {
    let shared = |share: f64| {
        Given::Plan(plan_with(json!([
            {"id": "a", "title": "a", "measure": {"kind": "done"}, "share": share},
            {"id": "b", "title": "b", "measure": {"kind": "done"}, "share": share}
        ])))
    };
    vec![
        row(
            key_result(json!({"weight": -1})),
            Code::WeightNegative,
            "/objectives/0/key_results/0/weight",
            "a weight is 0 or more, found `-1`",
        ),
        row(
            Given::Plan(plan_with_key_result(
                json!({"measure": {"kind": "milestones", "steps": [{"id": "a", "title": "a", "weight": -0.5}, {"id": "b", "title": "b"}]}}),
            )),
            Code::WeightNegative,
            "/objectives/0/key_results/0/measure/steps/0/weight",
            "a weight is 0 or more, found `-0.5`",
        ),
        row(
            key_result(json!({"weight": 1, "share": 0.5})),
            Code::WeightBoth,
            "/objectives/0/key_results/0/share",
            "a key result has a weight or a share, found both",
        ),
        row(
            key_result(json!({"share": -0.1})),
            Code::ShareRange,
            "/objectives/0/key_results/0/share",
            "a share is within 0 and 1, found `-0.1`",
        ),
        row(
            key_result(json!({"owners": [{"who": "amal", "share": -60}]})),
            Code::ShareRange,
            "/objectives/0/key_results/0/owners/0/share",
            "a share is within 0 and 1, found `-60`",
        ),
        row(
            shared(0.6),
            Code::ShareSum,
            "/objectives/0/key_results",
            "the fixed shares add up to `1.2`, more than 1",
        ),
        row(
            key_result(json!({"owners": [{"who": "amal", "share": 0.7}, {"who": "badr", "share": 0.7}]})),
            Code::ShareSum,
            "/objectives/0/key_results/0/owners",
            "the owners' shares add up to `1.4`, more than 1",
        ),
        row(
            key_result(json!({"manual_scores": [{"on": "2026-02-01", "value": 70}]})),
            Code::ScoreRange,
            "/objectives/0/key_results/0/manual_scores/0/value",
            "a score is within 0 and 1, found `70`",
        ),
        row(
            Given::Plan(plan_of(
                json!([{"id": "o", "title": "o", "cycle": "c", "manual_scores": [{"on": "2026-02-01", "value": -0.1}]}]),
            )),
            Code::ScoreRange,
            "/objectives/0/manual_scores/0/value",
            "a score is within 0 and 1, found `-0.1`",
        ),
    ]
}

fn amendments() -> Vec<Row> {
    let amended = |set: Value| key_result(json!({"amendments": [{"on": "2026-02-01", "reason": "a distributor left", "set": set}]}));
    vec![
        row(
            amended(json!({"title": "x"})),
            Code::AmendmentField,
            "/objectives/0/key_results/0/amendments/0/set/title",
            "what an amendment sets has no `title`, only `weight`, `share`, `starts`, `ends`, `expected_path`, `measure`, `ext`",
        ),
        row(
            amended(json!({"ambition": "committed"})),
            Code::AmendmentField,
            "/objectives/0/key_results/0/amendments/0/set/ambition",
            "what an amendment sets has no `ambition`, only `weight`, `share`, `starts`, `ends`, `expected_path`, `measure`, `ext`",
        ),
        row(
            amended(json!({"target": 5})),
            Code::AmendmentField,
            "/objectives/0/key_results/0/amendments/0/set/target",
            "what an amendment sets has no `target`, only `weight`, `share`, `starts`, `ends`, `expected_path`, `measure`, `ext`",
        ),
        row(
            amended(json!({"measure": {"steps": []}})),
            Code::AmendmentField,
            "/objectives/0/key_results/0/amendments/0/set/measure/steps",
            "a measure of kind `metric` has no `steps`, it takes `start`, `target`, `unit`, `reading`",
        ),
        row(
            amended(json!({})),
            Code::AmendmentField,
            "/objectives/0/key_results/0/amendments/0/set",
            "the amendment sets nothing",
        ),
        row(
            amended(json!({"measure": {"kind": "done"}})),
            Code::AmendmentKind,
            "/objectives/0/key_results/0/amendments/0/set/measure/kind",
            "the measure is of kind `metric` and stays so, found `done`",
        ),
        row(
            amended(json!({"measure": {"target": 0}})),
            Code::MeasureStartEqualsTarget,
            "/objectives/0/key_results/0/amendments/0/set/measure",
            "start and target are both `0`, so there is no way between them",
        ),
        row(
            amended(json!({"ends": "2025-12-31"})),
            Code::DateOrder,
            "/objectives/0/key_results/0/amendments/0/set/ends",
            "it would start on 2026-01-01 and end on 2025-12-31",
        ),
    ]
}

fn check_ins() -> Vec<Row> {
    let checked = |measure: Value, check_ins: Value| Given::Plan(plan_with_key_result(json!({"measure": measure, "check_ins": check_ins})));
    let number = || json!({"kind": "metric", "start": 0, "target": 10});
    let batches = || json!({"kind": "threshold", "at_most": 24, "judge": {"share_of": "check_ins"}});
    let steps = || json!({"kind": "milestones", "steps": [{"id": "build", "title": "Build"}]});
    let parts = || json!({"kind": "composite", "combine": "min", "parts": {"live": {"kind": "done"}}});
    let on = |figures: Value| {
        let mut check_in = figures;
        check_in["on"] = "2026-02-01".into();
        json!([check_in])
    };
    let at = "/objectives/0/key_results/0/check_ins/0";
    vec![
        row(
            checked(number(), on(json!({"confidence": 60}))),
            Code::ConfidenceRange,
            "/objectives/0/key_results/0/check_ins/0/confidence",
            "a confidence is within 0 and 1, found `60`",
        ),
        row(
            checked(number(), on(json!({"done": true}))),
            Code::CheckInShape,
            at,
            "a measure of kind `metric` takes `value`, found `done`",
        ),
        row(
            checked(json!({"kind": "children"}), on(json!({"value": 1}))),
            Code::CheckInShape,
            at,
            "a measure of kind `children` takes no figure of its own, found `value`",
        ),
        row(
            checked(batches(), on(json!({"met": 3, "of": 2}))),
            Code::CheckInShape,
            at,
            "of a batch of `2`, `3` cannot have met it",
        ),
        row(
            checked(batches(), on(json!({"met": 3}))),
            Code::CheckInShape,
            at,
            "a batch needs `of` beside `met`",
        ),
        row(
            checked(batches(), on(json!({"of": 3}))),
            Code::CheckInShape,
            at,
            "a batch needs `met` beside `of`",
        ),
        row(
            checked(parts(), on(json!({"parts": {"live": {"value": 1}}}))),
            Code::CheckInShape,
            "/objectives/0/key_results/0/check_ins/0/parts/live",
            "a measure of kind `done` takes `done`, found `value`",
        ),
        row(
            checked(
                number(),
                json!([{"on": "2026-02-01", "id": "x", "value": 1}, {"on": "2026-02-02", "replaces": "x", "void": true, "value": 2}]),
            ),
            Code::CheckInShape,
            "/objectives/0/key_results/0/check_ins/1",
            "a check-in that is void puts nothing in the place of what it withdraws, so it takes no figures",
        ),
        row(
            checked(steps(), on(json!({"steps_done": ["build", "biuld"]}))),
            Code::CheckInUnknownStep,
            "/objectives/0/key_results/0/check_ins/0/steps_done/1",
            "there is no step `biuld`, did you mean `build`?",
        ),
        row(
            checked(parts(), on(json!({"parts": {"life": {"done": true}}}))),
            Code::CheckInUnknownPart,
            "/objectives/0/key_results/0/check_ins/0/parts/life",
            "there is no part `life`, did you mean `live`?",
        ),
        row(
            checked(number(), on(json!({"replaces": "x"}))),
            Code::CheckInReplaces,
            "/objectives/0/key_results/0/check_ins/0/replaces",
            "no check-in before this one has the id `x`",
        ),
        row(
            checked(number(), on(json!({"id": "x", "replaces": "x"}))),
            Code::CheckInReplaces,
            "/objectives/0/key_results/0/check_ins/0/replaces",
            "no check-in before this one has the id `x`",
        ),
        row(
            checked(number(), on(json!({"void": true}))),
            Code::CheckInReplaces,
            "/objectives/0/key_results/0/check_ins/0/void",
            "a check-in that is void withdraws another, so it needs `replaces`",
        ),
    ]
}
