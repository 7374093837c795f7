//! KPIs, when check-ins are due, and differences that do not fit.

use okrkit::kpi::{Aim, Demotion, Promotion};
use okrkit::review::CarryPolicy;
use okrkit::{Code, carry_forward, demote, promote};
use serde_json::{Value, json};

use super::{Given, Row, row};
use crate::support::{date, metric, plan_with};

fn with(pointer: &str, field: &str, value: Value) -> Given {
    let mut plan = plan_with(json!([metric("k", &[])]));
    plan["kpis"] = json!([{"id": "churn", "title": "Churn", "healthy": {"at_most": 3}, "readings": [{"on": "2026-02-01", "value": 2.5}]}]);
    plan.pointer_mut(pointer).unwrap()[field] = value;
    Given::Plan(plan)
}

pub(crate) fn rows() -> Vec<Row> {
    let healthy = |bounds: Value| with("/kpis/0", "healthy", bounds);
    let due = |due: Value| with("/cycles/0", "check_in_due", due);
    let key_result = "/objectives/0/key_results/0";
    let lint = |lint: Value| {
        let mut plan = plan_with(json!([metric("k", &[])]));
        plan["lint"] = lint;
        Given::Plan(plan)
    };
    let made = |make| {
        let mut plan = plan_with(json!([metric("k", &[])]));
        plan["kpis"] = json!([{"id": "churn", "title": "Churn", "healthy": {"at_most": 3}, "readings": [{"on": "2026-02-01", "value": 2.5}]}]);
        plan["objectives"][0]["key_results"][0]["measure"] = json!({"kind": "done"});
        Given::Made(plan, make)
    };
    vec![
        row(
            with("/objectives/0", "guardrails", json!(["churn", "chrn"])),
            Code::KpiUnknown,
            "/objectives/0/guardrails/1",
            "there is no KPI `chrn`, did you mean `churn`?",
        ),
        row(
            with(key_result, "kpi", json!("sales")),
            Code::KpiUnknown,
            "/objectives/0/key_results/0/kpi",
            "there is no KPI `sales`",
        ),
        row(with("/kpis/0", "team", json!("t")), Code::TeamUnknown, "/kpis/0/team", "there is no team `t`"),
        row(with("/kpis/0", "id", json!("")), Code::IdInvalid, "/kpis/0/id", "the id is empty"),
        row(
            healthy(json!({})),
            Code::MeasureEmpty,
            "/kpis/0/healthy",
            "a healthy range takes one or two of `above`, `at_least`, `below`, `at_most`, found none",
        ),
        row(
            healthy(json!({"above": 3, "below": 2})),
            Code::MeasureBounds,
            "/kpis/0/healthy",
            "no value can meet these bounds",
        ),
        row(
            healthy(json!({"above": 1, "at_least": 2, "below": 3})),
            Code::MeasureOneOf,
            "/kpis/0/healthy",
            "a healthy range takes one or two bounds, found 3",
        ),
        row(
            Given::Diff([10, 12, 11].map(|target| {
                let mut plan = plan_with(json!([metric("k", &[])]));
                plan["objectives"][0]["key_results"][0]["measure"]["target"] = target.into();
                plan
            })),
            Code::DiffMismatch,
            "/changes/0",
            "`/measure/target` of key result `k` is not what it was",
        ),
        row(
            due(json!({"on": "day_of_month"})),
            Code::CheckInDue,
            "/cycles/0/check_in_due/day",
            "`day_of_month` needs `day`, 1 to 31",
        ),
        row(
            due(json!({"on": "day_of_month", "day": 1.5})),
            Code::CheckInDue,
            "/cycles/0/check_in_due/day",
            "a day of the month is a whole number from 1 to 31, found `1.5`",
        ),
        row(
            due(json!({"on": "last_weekday", "day": 3})),
            Code::CheckInDue,
            "/cycles/0/check_in_due/day",
            "`last_weekday` takes no `day`",
        ),
        row(
            with(key_result, "check_in_due", json!({"grace_days": -1})),
            Code::CheckInDue,
            "/objectives/0/key_results/0/check_in_due/grace_days",
            "days of grace are a whole number from 0 to 366, found `-1`",
        ),
        row(
            lint(json!({"levels": {"wording.vauge": "off"}})),
            Code::LintUnknownRule,
            "/lint/levels/wording.vauge",
            "there is no lint rule `wording.vauge`, did you mean `wording.vague`?",
        ),
        row(
            lint(json!({"ignore": [{"rule": "x", "node": "k", "reason": "r"}]})),
            Code::LintUnknownRule,
            "/lint/ignore/0/rule",
            "there is no lint rule `x`",
        ),
        row(
            lint(json!({"ignore": [{"rule": "wording.vague", "node": "K2", "reason": "r"}]})),
            Code::LintUnknownNode,
            "/lint/ignore/0/node",
            "there is no objective, key result, team, cycle or KPI `K2`",
        ),
        row(
            made(|plan| promote(plan, "churn", "o", &Promotion::new("less", Aim::Target(3.0), date("2026-02-20")))),
            Code::KpiTarget,
            "/aim/target",
            "it was read 2.5, and a target of 3 is reached already: set a target below 2.5, or aim at the healthy range",
        ),
        row(
            made(|plan| demote(plan, "k", &Demotion::default())),
            Code::KpiReadings,
            "/key_result",
            "`k` is measured by `done`, which has no readings on a scale",
        ),
        row(
            made(|plan| carry_forward(plan, "c", "c", &CarryPolicy::default()).map(|carried| carried.plan)),
            Code::CycleOrder,
            "/to",
            "what is carried forward from `c` (2026-01-01 to 2026-04-11) goes on in a later cycle, found `c` (2026-01-01 to 2026-04-11)",
        ),
    ]
}
