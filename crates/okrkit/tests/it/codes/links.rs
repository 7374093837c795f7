//! `link.…` and `edit.…`.

use okrkit::{Code, Edit};
use serde_json::{Value, json};

use super::{Given, Row, row};
use crate::support::{metric, plan_of, plan_with};

/// Two objectives: `o` with the metric `k`, `p` with a sum of percentages and something to be done.
fn linked(links: Value) -> Given {
    let mut plan = plan_of(json!([
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("k", &[])]},
        {"id": "p", "title": "p", "cycle": "c", "key_results": [
            {"id": "sum", "title": "s", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 10, "unit": {"kind": "percent"}}},
            {"id": "done", "title": "d", "measure": {"kind": "done"}}
        ]},
        {"id": "q", "title": "q", "cycle": "c", "key_results": [
            {"id": "events", "title": "e", "measure": {"kind": "events", "count": 10, "unit": {"kind": "percent"}}}
        ]}
    ]));
    plan["links"] = links;
    Given::Plan(plan)
}

fn link(child: &str, parent: &str) -> Value {
    json!({"child": child, "parent": parent})
}

pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(
            linked(json!([link("o", "pp")])),
            Code::LinkUnknown,
            "/links/0/parent",
            "there is no objective or key result `pp`, did you mean `p`?",
        ),
        row(
            linked(json!([link("x", "o")])),
            Code::LinkUnknown,
            "/links/0/child",
            "there is no objective or key result `x`",
        ),
        row(linked(json!([link("k", "k")])), Code::LinkSelf, "/links/0", "`k` is linked to itself"),
        row(
            linked(json!([link("o", "p"), {"child": "o", "parent": "p", "kind": "supports"}])),
            Code::LinkDuplicate,
            "/links/1",
            "`o` is linked to `p` already",
        ),
        row(
            linked(json!([link("k", "o")])),
            Code::LinkOwnObjective,
            "/links/0",
            "`k` and `o` are an objective and a key result of its own",
        ),
        row(
            linked(json!([{"child": "o", "parent": "k", "kind": "supports"}])),
            Code::LinkOwnObjective,
            "/links/0",
            "`o` and `k` are an objective and a key result of its own",
        ),
        row(
            linked(json!([link("o", "p"), link("p", "o")])),
            Code::LinkLoop,
            "/links/0",
            "the links go round in a circle: `o` → `p` → `o`",
        ),
        row(
            linked(json!([link("p", "o"), {"child": "o", "parent": "done", "kind": "supports"}])),
            Code::LinkLoop,
            "/links/1",
            "the links go round in a circle: `o` → `done` → `p` → `o`",
        ),
        row(
            linked(json!([link("k", "sum")])),
            Code::LinkUnit,
            "/links/0",
            "the readings of `k` (no unit) cannot be added to `sum` (`%`)",
        ),
        row(
            linked(json!([link("events", "sum")])),
            Code::LinkUnit,
            "/links/0",
            "the readings of `events` (no unit) cannot be added to `sum` (`%`)",
        ),
        row(
            linked(json!([link("o", "sum")])),
            Code::LinkUnit,
            "/links/0",
            "the objective `o` has no reading that could be added to `sum`",
        ),
        row(
            linked(json!([link("done", "sum")])),
            Code::LinkUnit,
            "/links/0",
            "the reading of `done` is no number (a measure of kind `done`), it cannot be added to `sum`",
        ),
        row(
            linked(json!([link("o", "done")])),
            Code::LinkNotChildren,
            "/links/0",
            "`done` has a measure of its own, of kind `done`, so nothing can contribute to it",
        ),
        row(
            linked(json!([{"child": "o", "parent": "p", "weight": -1}])),
            Code::WeightNegative,
            "/links/0/weight",
            "a weight is 0 or more, found `-1`",
        ),
        row(
            linked(json!([{"child": "o", "parent": "p", "starts": "2026-02-01", "ends": "2026-01-31"}])),
            Code::DateOrder,
            "/links/0/ends",
            "the link would start on 2026-02-01 and end on 2026-01-31",
        ),
        row(
            Given::Edits(
                plan_with(json!([metric("k", &[])])),
                vec![Edit::SetTitle(None), Edit::RemoveKeyResult("o".to_owned())],
            ),
            Code::EditUnknown,
            "/edits/1",
            "there is no key result `o`",
        ),
        row(
            Given::Edits(
                plan_with(json!([metric("k", &[])])),
                vec![Edit::Unlink {
                    child: "o".to_owned(),
                    parent: "k".to_owned(),
                }],
            ),
            Code::EditUnknown,
            "/edits/0",
            "there is no link from `o` to `k`",
        ),
    ]
}
