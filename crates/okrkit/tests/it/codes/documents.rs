//! `document.…`, `number.…`, `date.…`.

use okrkit::Code;
use serde_json::json;

use super::{Given, Row, row};
use crate::support::{metric, plan_of, plan_with, plan_with_key_result};

const EMPTY: &str = r#""id": "p", "cycles": [], "objectives": []"#;

fn text(text: impl Into<String>) -> Given {
    Given::Text(text.into())
}

fn with_field(name: &str, value: serde_json::Value) -> Given {
    let mut plan = plan_with(json!([metric("k", &[])]));
    plan[name] = value;
    Given::Plan(plan)
}

fn key_result(name: &str, value: serde_json::Value) -> Given {
    let mut key_result = metric("k", &[]);
    key_result[name] = value;
    Given::Plan(plan_with(json!([key_result])))
}

pub(crate) fn rows() -> Vec<Row> {
    [structure(), versions(), words(), numbers_and_dates()].into_iter().flatten().collect()
}

fn structure() -> Vec<Row> {
    vec![
        row(
            text(format!("{{\"okrkit\": 1, {EMPTY}}} x")),
            Code::DocumentSyntax,
            "",
            "trailing characters, at line 1 column 58",
        ),
        row(
            text(format!("{{\"okrkit\": 1, {EMPTY},}}")),
            Code::DocumentSyntax,
            "",
            "trailing comma, at line 1 column 57",
        ),
        row(
            text(r#"{"okrkit": 1, "id": "p", "cycles": [], "objectives": [{"id": "o", "title": tru}]}"#),
            Code::DocumentSyntax,
            "/objectives/0/title",
            "expected ident, at line 1 column 79",
        ),
        row(
            text(format!("{{\"okrkit\": 1, \"id\": \"q\", {EMPTY}}}")),
            Code::DocumentDuplicateField,
            "/id",
            "field `id` is given twice",
        ),
        row(
            text(format!("{{\"okrkit\": 1, {EMPTY}, \"title\": {{\"ar\": \"أ\", \"ar\": \"ب\"}}}}")),
            Code::DocumentDuplicateField,
            "/title/ar",
            "field `ar` is given twice",
        ),
        row(
            with_field("linkz", json!([])),
            Code::DocumentUnknownField,
            "/linkz",
            "unknown field `linkz` in a plan, did you mean `links`?",
        ),
        row(
            key_result("a/b", json!(1)),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/a~1b",
            "unknown field `a/b` in a key result, which takes `id`, `title`, `description`, `owners`, `measure`, `weight`, `share`, `starts`, `ends`, \
             `expected_path`, `stage`, `stages`, `check_ins`, `amendments`, `manual_scores`, `check_in_every`, `check_in_due`, `continued_from`, `kpi`, `ext`",
        ),
        row(
            plan_of_measure(json!({"kind": "metric", "start": 0, "target": 10, "tolerance": 1})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/tolerance",
            "a measure of kind `metric` has no field `tolerance`",
        ),
        row(
            plan_of_measure(json!({"kind": "levels", "start": 0, "target": 10, "start": 1, "from": "zero"})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/from",
            "a measure of kind `levels` has no field `from`",
        ),
        row(
            plan_of_measure(json!({"kind": "children", "start": 0})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/start",
            "only a sum of children has a `start`, this rolls up by `mean`",
        ),
        row(
            plan_of_measure(json!({"kind": "threshold", "at_most": 24, "judge": {"share_of": "check_ins", "every": "week"}})),
            Code::DocumentUnknownField,
            "/objectives/0/key_results/0/measure/judge/every",
            "a share of check-ins has no slots, so it takes no `every`",
        ),
        row(
            Given::Plan(plan_of(json!([{"id": "o", "cycle": "c"}]))),
            Code::DocumentMissingField,
            "/objectives/0/title",
            "field `title` is missing",
        ),
        row(
            plan_of_measure(json!({"start": 0, "target": 10})),
            Code::DocumentMissingField,
            "/objectives/0/key_results/0/measure/kind",
            "field `kind` is missing",
        ),
        row(
            plan_of_measure(json!({"kind": "children", "roll_up": "sum", "start": 0})),
            Code::DocumentMissingField,
            "/objectives/0/key_results/0/measure/target",
            "a sum of children needs `target`",
        ),
        row(
            with_field("title", json!(null)),
            Code::DocumentWrongType,
            "/title",
            "expected a text, or an object of language tags and texts, found null",
        ),
        row(text("[]"), Code::DocumentWrongType, "", "expected a plan, found a list"),
        row(text("7"), Code::DocumentWrongType, "", "expected a plan, found the number `7`"),
        row(
            key_result("weight", json!("2")),
            Code::DocumentWrongType,
            "/objectives/0/key_results/0/weight",
            "expected a number, found the text `2`",
        ),
        row(
            key_result("check_ins", json!({})),
            Code::DocumentWrongType,
            "/objectives/0/key_results/0/check_ins",
            "expected a list, found an object",
        ),
        row(
            plan_of_measure(json!("metric")),
            Code::DocumentWrongType,
            "/objectives/0/key_results/0/measure",
            "expected a measure, found the text `metric`",
        ),
        row(
            plan_of_measure(json!({"kind": "exact", "start": null, "target": 1})),
            Code::DocumentWrongType,
            "/objectives/0/key_results/0/measure/start",
            "expected a number, found null",
        ),
        row(
            plan_of_measure(json!({"kind": "bands", "points": [[0, 0], [1]]})),
            Code::DocumentWrongType,
            "/objectives/0/key_results/0/measure/points/1",
            "expected a point `[value, score]`, found a list of 1",
        ),
    ]
}

fn plan_of_measure(measure: serde_json::Value) -> Given {
    Given::Plan(plan_with_key_result(json!({ "measure": measure })))
}

fn versions() -> Vec<Row> {
    let of = |version: &str| text(format!("{{\"okrkit\": {version}, {EMPTY}}}"));
    let unsupported = |given, message: &str| row(given, Code::DocumentUnsupportedVersion, "/okrkit", message);
    vec![
        unsupported(of("2"), "the format version is the number `2`, this reader knows the number `1`"),
        unsupported(of("1.5"), "the format version is the number `1.5`, this reader knows the number `1`"),
        unsupported(of("\"1\""), "the format version is the text `1`, this reader knows the number `1`"),
        unsupported(of("null"), "the format version is null, this reader knows the number `1`"),
        unsupported(
            text(format!("{{{EMPTY}}}")),
            "there is no `okrkit` that says which version the format has, this reader knows 1",
        ),
        // Nothing else is reported then.
        unsupported(
            text(r#"{"okrkit": 99, "id": 7, "cycles": {}, "goals": []}"#),
            "the format version is the number `99`, this reader knows the number `1`",
        ),
    ]
}

fn words() -> Vec<Row> {
    vec![
        row(
            plan_of_measure(json!({"kind": "metrik", "start": 0, "target": 10})),
            Code::DocumentUnknownKind,
            "/objectives/0/key_results/0/measure/kind",
            "`metrik` is not a kind of measure (metric, change, threshold, exact, bands, levels, zones, milestones, done, events, composite, children, \
             observe), did you mean `metric`?",
        ),
        row(
            plan_of_measure(json!({"kind": "composite", "combine": "min", "parts": {"m~n": {"kind": "observe"}}})),
            Code::DocumentUnknownKind,
            "/objectives/0/key_results/0/measure/parts/m~0n/kind",
            "a part of a composite cannot be `observe`",
        ),
        row(
            key_result("stage", json!("activ")),
            Code::DocumentUnknownWord,
            "/objectives/0/key_results/0/stage",
            "`activ` is not a stage (active, draft, closed, dropped), did you mean `active`?",
        ),
        row(
            plan_of_measure(json!({"kind": "metric", "start": 0, "target": 1, "unit": {"kind": "duration", "of": "fortnight"}})),
            Code::DocumentUnknownWord,
            "/objectives/0/key_results/0/measure/unit/of",
            "`fortnight` is not a unit of time (minute, hour, day, week, month)",
        ),
        row(
            plan_of_measure(json!({"kind": "threshold", "at_most": 24, "judge": "last"})),
            Code::DocumentUnknownWord,
            "/objectives/0/key_results/0/measure/judge",
            "`last` is not how a threshold is judged (latest), did you mean `latest`?",
        ),
    ]
}

fn numbers_and_dates() -> Vec<Row> {
    let weight = |number: &str| {
        let plan = plan_with_key_result(json!({"measure": {"kind": "done"}, "weight": "«»"}));
        text(plan.to_string().replace("\"«»\"", number))
    };
    vec![
        row(
            weight("1e999"),
            Code::NumberRange,
            "/objectives/0/key_results/0/weight",
            "the number `1e999` is beyond the finite doubles",
        ),
        row(
            weight("-1e400"),
            Code::NumberRange,
            "/objectives/0/key_results/0/weight",
            "the number `-1e400` is beyond the finite doubles",
        ),
        row(
            key_result("starts", json!("2026-02-30")),
            Code::DateInvalid,
            "/objectives/0/key_results/0/starts",
            "`2026-02-30` is not a calendar date `YYYY-MM-DD`",
        ),
        row(
            key_result("ends", json!("2026-2-3")),
            Code::DateInvalid,
            "/objectives/0/key_results/0/ends",
            "`2026-2-3` is not a calendar date `YYYY-MM-DD`",
        ),
        row(
            key_result("check_ins", json!([{"on": "2026-02-01", "recorded": "2026-02-01T00:00:00"}])),
            Code::DateInvalid,
            "/objectives/0/key_results/0/check_ins/0/recorded",
            "`2026-02-01T00:00:00` is not an RFC 3339 instant such as `2026-03-01T09:00:00Z`",
        ),
        row(
            key_result("ends", json!("2025-12-31")),
            Code::DateOrder,
            "/objectives/0/key_results/0/ends",
            "it would start on 2026-01-01 and end on 2025-12-31",
        ),
        row(
            key_result("starts", json!("2026-04-12")),
            Code::DateOrder,
            "/objectives/0/key_results/0/starts",
            "it would start on 2026-04-12 and end on 2026-04-11",
        ),
        row(
            key_result("expected_path", json!([{"on": "2026-02-01", "value": 1}, {"on": "2026-02-01", "value": 2}])),
            Code::DateOrder,
            "/objectives/0/key_results/0/expected_path/1/on",
            "2026-02-01 does not come after 2026-02-01 before it",
        ),
    ]
}
