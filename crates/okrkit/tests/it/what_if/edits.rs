//! Edits tried out.

use okrkit::what_if::{Cause, ChangedFigure, Presence};
use okrkit::{CheckIn, Code, Edit, KpiReading, Link, WhatIf, what_if};
use serde_json::json;

use super::{HALF, metric};
use crate::support::{date, named, plan_of, plan_with, read};

fn check_in(key_result: &str, value: f64) -> Edit {
    Edit::CheckIn {
        key_result: key_result.to_owned(),
        check_in: CheckIn::of_value(date(HALF), value),
    }
}

fn because<'w>(tried: &'w WhatIf, node: &str) -> &'w [Cause] {
    &tried.change(node).unwrap_or_else(|| panic!("{node} did not change")).because
}

fn figures(tried: &WhatIf, node: &str) -> Vec<ChangedFigure> {
    tried.change(node).unwrap().figures.iter().map(|change| change.figure).collect()
}

fn member(node: &str) -> Cause {
    Cause::Member { node: node.to_owned() }
}

#[test]
fn a_check_in_moves_its_key_result_and_that_its_objective() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0), metric("b", 3.0, 6.0)])));
    let tried = what_if(&plan, &named("default"), date(HALF), [check_in("a", 6.0)]).unwrap();
    assert_eq!(tried.changes.iter().map(|change| change.node.as_str()).collect::<Vec<_>>(), ["o", "a"]);
    let progress = tried.change("o").unwrap().figure(ChangedFigure::Progress).unwrap();
    // A quarter of 0.4 more: 0.5 to 0.6.
    let number = |value: &okrkit::explain::StepValue| match value {
        okrkit::explain::StepValue::Number(number) => *number,
        other => panic!("{other:?}"),
    };
    assert!(
        (number(&progress.before) - 0.5).abs() < 1e-9 && (number(&progress.after) - 0.6).abs() < 1e-9,
        "{progress:?}"
    );
    assert_eq!(because(&tried, "o"), [member("a")]);
    assert_eq!(because(&tried, "a"), [Cause::Edit { edit: 0 }]);
    assert_eq!(tried.before.plan(), &plan);
    assert_eq!(tried.after.plan().key_result("a").unwrap().check_ins.len(), 2);
}

#[test]
fn causes_lead_down_to_the_edit() {
    let mut plan = plan_of(json!([
        {"id": "top", "title": "t", "cycle": "c", "key_results": [{"id": "sum", "title": "s", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 20}}]},
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("a", 1.0, 2.0), metric("b", 1.0, 2.0)]}
    ]));
    plan["links"] = json!([{"child": "a", "parent": "sum"}, {"child": "b", "parent": "sum"}]);
    let tried = what_if(&read(&plan), &named("default"), date(HALF), [check_in("b", 2.0), check_in("a", 5.0)]).unwrap();
    assert_eq!(because(&tried, "top"), [member("sum")]);
    assert_eq!(because(&tried, "sum"), [member("a")]);
    assert_eq!(because(&tried, "a"), [Cause::Edit { edit: 1 }]);
    assert_eq!(because(&tried, "o"), [member("a"), member("b")], "its last check-in is that of both");
    // The same value again makes it no older, and changes nothing else.
    assert_eq!(figures(&tried, "b"), [ChangedFigure::DaysSinceCheckIn]);
    let unlinked = [Edit::Unlink {
        child: "b".into(),
        parent: "sum".into(),
    }];
    let tried = what_if(&read(&plan), &named("default"), date(HALF), unlinked).unwrap();
    assert_eq!(because(&tried, "sum"), [Cause::Edit { edit: 0 }]);
}

#[test]
fn what_comes_and_goes_divides_the_shares_anew() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0), metric("b", 3.0, 6.0)])));
    let tried = what_if(&plan, &named("default"), date(HALF), [Edit::RemoveKeyResult("b".into())]).unwrap();
    assert_eq!(
        tried.changes.iter().map(|change| (change.node.as_str(), change.presence)).collect::<Vec<_>>(),
        [("o", Presence::Kept), ("a", Presence::Kept), ("b", Presence::Removed)]
    );
    // Only the share of a is another one, but its figures did not bring that about: its objective was changed by what went.
    assert_eq!(because(&tried, "a"), [Cause::Shares { objective: "o".into() }]);
    assert_eq!(figures(&tried, "a"), [ChangedFigure::Share]);
    assert!(because(&tried, "o").contains(&member("b")), "{:?}", because(&tried, "o"));
    assert_eq!(because(&tried, "b")[0], Cause::Edit { edit: 0 });
    let added = serde_json::from_value::<serde_json::Value>(metric("c", 4.0, 0.0)).unwrap();
    let mut document = plan_with(json!([metric("a", 1.0, 2.0), metric("b", 3.0, 6.0), added]));
    document["id"] = json!("q");
    let key_result = read(&document).key_result("c").unwrap().clone();
    let tried = what_if(
        &plan,
        &named("default"),
        date(HALF),
        [Edit::AddKeyResult {
            objective: "o".into(),
            key_result,
        }],
    )
    .unwrap();
    assert_eq!(tried.change("c").unwrap().presence, Presence::Added);
    assert_eq!(because(&tried, "o"), [member("a"), member("b"), member("c")]);
}

#[test]
fn objectives_and_cycles_have_causes_of_their_own() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    let mut cycle = plan.cycles()[0].clone();
    cycle.ends = date("2026-07-20");
    let tried = what_if(&plan, &named("default"), date(HALF), [Edit::ChangeCycle(cycle)]).unwrap();
    for node in ["o", "a"] {
        assert_eq!(because(&tried, node)[0], Cause::Edit { edit: 0 });
        assert!(tried.change(node).unwrap().figure(ChangedFigure::Expected).is_some());
    }
    let mut score = okrkit::ManualScore::default();
    (score.on, score.value) = (date(HALF), 0.9);
    let tried = what_if(&plan, &named("default"), date(HALF), [Edit::SetScore { node: "o".into(), score }]).unwrap();
    assert_eq!(because(&tried, "o"), [Cause::Edit { edit: 0 }]);
    assert!(tried.change("a").is_none());
}

#[test]
fn edits_that_a_plan_refuses_are_refused() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    let issues = what_if(&plan, &named("default"), date(HALF), [check_in("nobody", 1.0)]).unwrap_err();
    assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::EditUnknown]);
    let issues = what_if(&plan, &named("default"), date(HALF), [Edit::Link(Link::contributes("a", "o"))]).unwrap_err();
    assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::LinkOwnObjective]);
    let nothing = what_if(&plan, &named("default"), date(HALF), []).unwrap();
    assert!(nothing.changes.is_empty());
}

#[test]
fn bindings_get_before_after_and_causes() {
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0)])));
    let tried = what_if(&plan, &named("default"), date(HALF), [check_in("a", 5.0)]).unwrap();
    let written = serde_json::to_value(tried).unwrap();
    assert_eq!(written["changes"][0]["because"], json!([{"kind": "member", "node": "a"}]));
    let told = |figure: &str, before: f64, after: f64| json!({"figure": figure, "before": before, "after": after});
    let figures = written["changes"][1]["figures"].as_array().unwrap();
    // 2 of 10 and 5 of 10 at the half: short of it by 0.3 and by nothing, and checked in 19 days ago and today.
    for change in [
        told("reading", 2.0, 5.0),
        told("progress", 0.2, 0.5),
        told("gap", 0.3, 0.0),
        told("ratio", 0.4, 1.0),
        told("days_since_check_in", 19.0, 0.0),
    ] {
        assert!(figures.contains(&change), "{change}: {figures:?}");
    }
    assert_eq!(written["changes"][1]["because"], json!([{"kind": "edit", "edit": 0}]));
    assert_eq!(written.as_object().unwrap().len(), 1);
}

#[test]
fn a_reading_that_breaks_a_guardrail_is_why_an_objective_is_not_achieved() {
    let mut plan = plan_with(json!([metric("a", 1.0, 10.0)]));
    plan["kpis"] = json!([{"id": "churn", "title": "Churn", "healthy": {"at_most": 5}}]);
    plan["objectives"][0]["guardrails"] = json!(["churn"]);
    let read_kpi = |value| Edit::ReadKpi {
        kpi: "churn".to_owned(),
        reading: KpiReading::new(date(HALF), value),
    };
    let tried = what_if(&read(&plan), &named("default"), date(HALF), [check_in("a", 10.0), read_kpi(9.0)]).unwrap();
    assert!(tried.change("o").unwrap().figure(ChangedFigure::Status).is_some());
    assert_eq!(because(&tried, "o"), [Cause::Edit { edit: 1 }, member("a")], "the value is the same, and newer");
    let guardrails = tried.change("o").unwrap().figure(ChangedFigure::Guardrails).unwrap();
    assert_eq!(guardrails.after, r#"["churn"]"#.to_owned().into());
    let tried = what_if(&read(&plan), &named("default"), date(HALF), [read_kpi(4.0)]).unwrap();
    assert!(tried.changes.is_empty(), "it is in range, as far as was known before: {:?}", tried.changes);
}

#[test]
fn a_reading_that_moves_a_total_is_its_cause_though_clamped_progress_stays() {
    let mut plan = plan_of(json!([
        {"id": "top", "title": "t", "cycle": "c", "key_results": [{"id": "total", "title": "s", "measure": {"kind": "children", "roll_up": "sum", "start": 0, "target": 100}}]},
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("k", 1.0, 12.0)]}
    ]));
    plan["links"] = json!([{"child": "k", "parent": "total"}]);
    let tried = what_if(&read(&plan), &named("okr_tracker"), date(HALF), [check_in("k", 15.0)]).unwrap();
    // 12 and 15 of 10 are both shown as 1, and are 0.12 and 0.15 of 100.
    assert!(tried.change("k").unwrap().figure(ChangedFigure::Progress).is_none());
    let reading = tried.change("k").unwrap().figure(ChangedFigure::Reading).unwrap();
    assert_eq!((&reading.before, &reading.after), (&12.0.into(), &15.0.into()));
    let progress = tried.change("total").unwrap().figure(ChangedFigure::Progress).unwrap();
    assert_eq!((&progress.before, &progress.after), (&0.12.into(), &0.15.into()));
    assert_eq!(because(&tried, "total"), [member("k")]);
    assert_eq!(because(&tried, "top"), [member("total")]);
    assert_eq!(because(&tried, "k"), [Cause::Edit { edit: 0 }]);
}

#[test]
fn what_is_only_watched_changes_too() {
    let observed = super::key_result("seen", json!({"kind": "observe"}), 12.0);
    let plan = read(&plan_with(json!([metric("a", 1.0, 2.0), observed])));
    let tried = what_if(&plan, &named("default"), date(HALF), [check_in("seen", 15.0)]).unwrap();
    assert_eq!(figures(&tried, "seen"), [ChangedFigure::Reading, ChangedFigure::DaysSinceCheckIn]);
    assert_eq!(figures(&tried, "o"), [ChangedFigure::DaysSinceCheckIn]);
    assert_eq!(because(&tried, "o"), [member("seen")]);
}

#[test]
fn a_parent_that_goes_leaves_more_of_a_child_to_the_others() {
    let mut plan = plan_of(json!([
        {"id": "p", "title": "p", "cycle": "c"}, {"id": "q", "title": "q", "cycle": "c"},
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("a", 1.0, 2.0)]}, {"id": "r", "title": "r", "cycle": "c", "key_results": [metric("b", 1.0, 6.0)]}
    ]));
    plan["links"] = json!([{"child": "o", "parent": "p"}, {"child": "o", "parent": "q"}, {"child": "r", "parent": "p"}]);
    let profile =
        crate::strategies::profiles::read(&json!({"okrkit_profile": 1, "id": "divided", "extends": "default", "pool": "children", "multi_parent": "divide"}));
    let tried = what_if(&read(&plan), &profile, date(HALF), [Edit::RemoveObjective("q".into())]).unwrap();
    // Half of 0.2 and all of 0.6 are (0.1 + 0.6)/1.5; then (0.2 + 0.6)/2.
    let progress = tried.change("p").unwrap().figure(ChangedFigure::Progress).unwrap();
    let near = |value: &okrkit::explain::StepValue, wanted: f64| (value.number().unwrap() - wanted).abs() < 1e-9;
    assert!(near(&progress.before, 0.7 / 1.5) && near(&progress.after, 0.4), "{progress:?}");
    assert_eq!(because(&tried, "p"), [Cause::Edit { edit: 0 }]);
}
