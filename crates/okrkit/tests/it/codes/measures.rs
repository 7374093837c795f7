//! `unit.…` and `measure.…`.

use okrkit::Code;
use serde_json::{Value, json};

use super::{Given, Row, row};
use crate::support::plan_with_key_result;

fn measure(measure: Value) -> Given {
    Given::Plan(plan_with_key_result(json!({ "measure": measure })))
}

fn with_unit(unit: Value) -> Given {
    measure(json!({"kind": "metric", "start": 0, "target": 1, "unit": unit}))
}

const M: &str = "/objectives/0/key_results/0/measure";
const POINTS: &str = "/objectives/0/key_results/0/measure/points";
const STEPS: &str = "/objectives/0/key_results/0/measure/steps";

pub(crate) fn rows() -> Vec<Row> {
    [units(), empty(), ends(), orders(), numbers()].into_iter().flatten().collect()
}

fn units() -> Vec<Row> {
    vec![
        row(
            with_unit(json!({"kind": "currency", "code": "XYZ"})),
            Code::UnitCurrency,
            "/objectives/0/key_results/0/measure/unit/code",
            "`XYZ` is not a currency of ISO 4217",
        ),
        row(
            with_unit(json!({"kind": "currency"})),
            Code::DocumentMissingField,
            "/objectives/0/key_results/0/measure/unit/code",
            "field `code` is missing",
        ),
        row(
            with_unit(json!({"kind": "percent", "code": "USD"})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/unit/code",
            "a unit of kind `percent` has no `code`",
        ),
        row(
            with_unit(json!({"kind": "points", "of": "calls"})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/unit/of",
            "a unit of kind `points` has no `of`",
        ),
    ]
}

fn empty() -> Vec<Row> {
    vec![
        row(
            measure(json!({"kind": "threshold"})),
            Code::MeasureEmpty,
            M,
            "a `threshold` takes one or two of `above`, `at_least`, `below`, `at_most`, found none",
        ),
        row(
            measure(json!({"kind": "milestones", "steps": []})),
            Code::MeasureEmpty,
            STEPS,
            "`milestones` need at least one step",
        ),
        row(
            measure(json!({"kind": "bands", "points": []})),
            Code::MeasureEmpty,
            POINTS,
            "`bands` need at least one point",
        ),
        row(
            measure(json!({"kind": "composite", "parts": {}, "combine": "mean"})),
            Code::MeasureEmpty,
            "/objectives/0/key_results/0/measure/parts",
            "a `composite` needs at least one part",
        ),
        row(
            measure(json!({"kind": "levels", "start": 0})),
            Code::MeasureEmpty,
            M,
            "`levels` need at least one of `commit`, `target`, `stretch`",
        ),
    ]
}

fn ends() -> Vec<Row> {
    vec![
        row(
            measure(json!({"kind": "metric", "start": 5, "target": 5})),
            Code::MeasureStartEqualsTarget,
            M,
            "start and target are both `5`, so there is no way between them",
        ),
        row(
            measure(json!({"kind": "exact", "start": 0.5, "target": 0.5})),
            Code::MeasureStartEqualsTarget,
            M,
            "start and target are both `0.5`, so there is no way between them",
        ),
        row(
            measure(json!({"kind": "change", "baseline": 5, "percent": 0})),
            Code::MeasureStartEqualsTarget,
            M,
            "the change leads back to where it starts, so there is no way to go",
        ),
        row(
            measure(json!({"kind": "change", "baseline": null, "percent": -100, "reading": "sum"})),
            Code::MeasureStartEqualsTarget,
            M,
            "the change leads back to where it starts, so there is no way to go",
        ),
        row(
            measure(json!({"kind": "children", "roll_up": "sum", "start": 5, "target": 5})),
            Code::MeasureStartEqualsTarget,
            M,
            "start and target are the same, so there is no way between them",
        ),
        row(
            measure(json!({"kind": "threshold", "at_least": 5, "below": 5})),
            Code::MeasureBounds,
            M,
            "no value can meet these bounds",
        ),
        row(
            measure(json!({"kind": "threshold", "above": 1, "at_least": 2, "below": 3})),
            Code::MeasureOneOf,
            M,
            "a `threshold` takes one or two bounds, found 3",
        ),
        row(
            measure(json!({"kind": "change", "baseline": 1})),
            Code::MeasureOneOf,
            M,
            "a `change` takes `percent` or `amount`, found neither",
        ),
        row(
            measure(json!({"kind": "change", "baseline": 1, "percent": 1, "amount": 1})),
            Code::MeasureOneOf,
            M,
            "a `change` takes `percent` or `amount`, found both",
        ),
        row(
            measure(json!({"kind": "threshold", "at_least": 5, "judge": {"share_of": "planned"}})),
            Code::MeasureNoCadence,
            "/objectives/0/key_results/0/measure/judge",
            "a share of slots needs `every`, or a cycle with `check_in_every`",
        ),
        row(
            Given::Plan(plan_with_key_result(
                json!({"measure": {"kind": "done"}, "expected_path": [{"on": "2026-02-01", "value": 1}]}),
            )),
            Code::MeasureNoPath,
            "/objectives/0/key_results/0/expected_path",
            "a measure of kind `done` has no scale for an expected path",
        ),
    ]
}

fn orders() -> Vec<Row> {
    vec![
        row(
            measure(json!({"kind": "levels", "start": 0, "commit": 5, "target": 3})),
            Code::MeasureLevelsOrder,
            M,
            "the levels `0`, `5`, `3` neither rise nor fall throughout",
        ),
        row(
            measure(json!({"kind": "levels", "start": 0, "stretch": 0})),
            Code::MeasureLevelsOrder,
            M,
            "the levels `0`, `0` neither rise nor fall throughout",
        ),
        row(
            measure(json!({"kind": "bands", "points": [[1, 0], [1, 1]]})),
            Code::MeasureBandsOrder,
            "/objectives/0/key_results/0/measure/points/1",
            "`1` does not rise above `1` before it",
        ),
        row(
            measure(json!({"kind": "bands", "points": [[1, 2]]})),
            Code::ScoreRange,
            "/objectives/0/key_results/0/measure/points/0",
            "a score is within 0 and 1, found `2`",
        ),
    ]
}

fn numbers() -> Vec<Row> {
    vec![
        row(
            measure(json!({"kind": "events", "count": 0})),
            Code::MeasureNotPositive,
            "/objectives/0/key_results/0/measure/count",
            "`count` must be above 0, found `0`",
        ),
        row(
            measure(json!({"kind": "events", "count": 1, "each_at_least": -1})),
            Code::MeasureNotPositive,
            "/objectives/0/key_results/0/measure/each_at_least",
            "`each_at_least` must be above 0, found `-1`",
        ),
        row(
            measure(json!({"kind": "milestones", "steps": [{"id": "a", "title": "a", "weight": 0}]})),
            Code::MeasureNotPositive,
            STEPS,
            "the weights of the steps must add up to more than 0",
        ),
        row(
            measure(json!({"kind": "exact", "start": 0, "target": 1, "tolerance": -0.5})),
            Code::MeasureNotPositive,
            "/objectives/0/key_results/0/measure/tolerance",
            "`tolerance` must not be below 0, found `-0.5`",
        ),
    ]
}
