//! What goes on in the next cycle.

use okrkit::review::{CarriedForward, CarryHow, CarryPolicy, CarryWhich};
use okrkit::{Code, carry_forward, read};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{config, plans};
use crate::support::{self, metric};

/// Two quarters of a year, with key results of the first.
fn two_quarters(key_results: Value) -> Value {
    json!({"okrkit": 1, "id": "p",
        "cycles": [{"id": "fy", "starts": "2026-01-01", "ends": "2026-12-31"},
                   {"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31", "check_in_every": "week"},
                   {"id": "q2", "starts": "2026-04-01", "ends": "2026-06-30"}],
        "objectives": [{"id": "o", "title": "O", "cycle": "q1", "key_results": key_results}]})
}

fn carried(plan: &Value, policy: &Value) -> CarriedForward {
    let policy: CarryPolicy = serde_json::from_value(policy.clone()).unwrap();
    carry_forward(&support::read(plan), "q1", "q2", &policy).unwrap_or_else(|issues| panic!("{issues}"))
}

/// The measure of `k` after it was carried forward, by `continue`, `residual` and `restart`.
#[track_caller]
fn assert_measures(measure: &Value, check_in: &Value, expected: [Value; 3]) {
    let mut check_in = check_in.clone();
    check_in["on"] = "2026-03-30".into();
    let plan = two_quarters(json!([{"id": "k", "title": "K", "measure": measure, "check_ins": [check_in]}]));
    let [on, left, anew] = ["continue", "residual", "restart"].map(|how| {
        let carried = carried(&plan, &json!({"how": how, "which": "all"}));
        let key_result = carried.plan.key_result("k-q2").expect("a copy");
        assert!(key_result.check_ins.is_empty() && key_result.continued_from.as_deref() == Some("k"));
        serde_json::to_value(&key_result.measure).unwrap()
    });
    assert_eq!([on, left, anew], expected, "{measure}");
}

#[test]
fn numbers_go_on_from_where_they_are_and_counts_by_what_is_left() {
    let metric = |start: f64, target: f64| json!({"kind": "metric", "start": start, "target": target});
    assert_measures(
        &metric(0.0, 50.0),
        &json!({"value": 30}),
        [metric(30.0, 50.0), metric(0.0, 20.0), metric(0.0, 50.0)],
    );
    // A level: no new quarter sets a churn of 5 % back to 6 %.
    assert_measures(&metric(6.0, 4.0), &json!({"value": 5}), [metric(5.0, 4.0), metric(5.0, 4.0), metric(6.0, 4.0)]);
    // Past the target there is no way left: once more.
    assert_measures(
        &metric(0.0, 50.0),
        &json!({"value": 60}),
        [metric(0.0, 50.0), metric(0.0, 50.0), metric(0.0, 50.0)],
    );
    let sum = |target: f64| json!({"kind": "metric", "start": 0.0, "target": target, "reading": "sum"});
    assert_measures(&sum(500.0), &json!({"value": 300}), [sum(200.0), sum(200.0), sum(500.0)]);
    let change = json!({"kind": "change", "baseline": 200.0, "percent": 10.0});
    assert_measures(&change, &json!({"value": 210}), [metric(210.0, 220.0), metric(210.0, 220.0), change.clone()]);
    let exact = |start: f64| json!({"kind": "exact", "start": start, "target": 5.0});
    assert_measures(&exact(1.0), &json!({"value": 6}), [exact(6.0), exact(6.0), exact(1.0)]);
}

#[test]
fn what_is_done_is_not_asked_for_again() {
    let steps = |steps: &[&str]| json!({"kind": "milestones", "steps": steps.iter().map(|id| json!({"id": id})).collect::<Vec<_>>()});
    let mut dated = steps(&["a", "b", "c"]);
    dated["steps"][0]["ends"] = "2026-02-01".into();
    assert_measures(
        &dated,
        &json!({"steps_done": ["b"]}),
        [steps(&["a", "c"]), steps(&["a", "c"]), steps(&["a", "b", "c"])],
    );
    let events = |count: f64| json!({"kind": "events", "count": count});
    assert_measures(&events(5.0), &json!({"event": true}), [events(4.0), events(4.0), events(5.0)]);
    let levels = json!({"kind": "levels", "start": 0.0, "commit": 2.0, "target": 6.0, "stretch": 10.0});
    assert_measures(
        &levels,
        &json!({"value": 4}),
        [
            json!({"kind": "levels", "start": 4.0, "target": 6.0, "stretch": 10.0}),
            json!({"kind": "levels", "start": 0.0, "target": 2.0, "stretch": 6.0}),
            levels.clone(),
        ],
    );
}

#[test]
fn composites_go_on_part_by_part_and_slots_keep_their_length() {
    let composite = |start: f64, target: f64, judge: Value| {
        json!({"kind": "composite", "parts": {
            "live": {"kind": "threshold", "at_least": 1.0, "judge": judge},
            "use": {"kind": "metric", "start": start, "target": target}}, "combine": "mean"})
    };
    let weekly = json!({"share_of": "planned", "every": "week"});
    assert_measures(
        &composite(0.0, 80.0, json!({"share_of": "planned"})),
        &json!({"parts": {"live": {"value": 1}, "use": {"value": 14}}}),
        [(14.0, 80.0), (0.0, 66.0), (0.0, 80.0)].map(|(start, target)| composite(start, target, weekly.clone())),
    );
}

#[test]
fn what_is_reached_dropped_or_drafted_is_left_and_said_so() {
    let mut plan = two_quarters(json!([
        metric("open", &[("2026-03-30", 8.0)]),
        metric("reached", &[("2026-03-30", 10.0)]),
        metric("dropped", &[]),
        metric("late", &[("2026-04-05", 10.0)])
    ]));
    plan["objectives"][0]["key_results"][2]["stage"] = "dropped".into();
    let objectives = plan["objectives"].as_array_mut().unwrap();
    objectives.push(json!({"id": "all there", "title": "A", "cycle": "q1", "key_results": [metric("x", &[("2026-03-30", 10.0)])]}));
    objectives.push(json!({"id": "draft", "title": "D", "cycle": "q1", "stage": "draft"}));
    objectives.push(json!({"id": "gone", "title": "G", "cycle": "q1", "key_results": [
        {"id": "y", "title": "y", "stage": "dropped", "measure": {"kind": "done"}}]}));
    objectives.push(json!({"id": "of the year", "title": "Y", "cycle": "fy"}));
    let told = |which: &str| {
        let found = carried(&plan, &json!({"which": which}));
        (serde_json::to_value(&found.copied).unwrap(), serde_json::to_value(&found.left).unwrap())
    };
    let pairs = |ids: &[&str]| Value::from(ids.iter().map(|id| json!({"from": id, "to": format!("{id}-q2")})).collect::<Vec<_>>());
    let left = |ids: &[(&str, &str)]| Value::from(ids.iter().map(|(id, why)| json!({"id": id, "why": why})).collect::<Vec<_>>());
    let rest = [("draft", "draft"), ("gone", "nothing_left"), ("y", "dropped")];
    // What came after the last day counts as well: `late` is there.
    let unfinished = [
        ("reached", "reached"),
        ("dropped", "dropped"),
        ("late", "reached"),
        ("all there", "reached"),
        ("x", "reached"),
    ];
    assert_eq!(told("unfinished"), (pairs(&["o", "open"]), left(&[&unfinished[..], &rest[..]].concat())));
    // The objective is at (0.8 + 1 + 1)/3, more than the 0.7 that success asks for.
    // Its key result at 0.8 did so too, by the same 0.7.
    let short = [
        ("o", "succeeded"),
        ("open", "succeeded"),
        ("reached", "succeeded"),
        ("dropped", "dropped"),
        ("late", "succeeded"),
        ("all there", "succeeded"),
        ("x", "succeeded"),
    ];
    assert_eq!(told("fell_short"), (pairs(&[]), left(&[&short[..], &rest[..]].concat())));
    assert_eq!(
        told("all"),
        (
            pairs(&["o", "open", "reached", "late", "all there", "x"]),
            left(&[&[("dropped", "dropped")][..], &rest[..]].concat())
        )
    );
}

#[test]
fn links_and_lineage_go_on_and_a_second_call_changes_nothing() {
    let mut plan = two_quarters(json!([{"id": "sum", "title": "S", "measure": {"kind": "children"}}]));
    let objectives = plan["objectives"].as_array_mut().unwrap();
    objectives.push(json!({"id": "year", "title": "Y", "cycle": "fy"}));
    objectives.push(
        json!({"id": "low-q1", "title": "L", "cycle": "q1", "team": "t", "ambition": "committed", "learned": "much",
        "decisions": [{"what": "open", "due": "2026-05-01"}, {"what": "done", "due": "2026-03-01", "decided": "2026-03-01"}],
        "stages": [{"on": "2026-01-01", "stage": "active"}, {"on": "2026-03-31", "stage": "closed"}],
        "key_results": [metric("k", &[("2026-03-30", 4.0)])]}),
    );
    objectives.push(json!({"id": "k-q2", "title": "taken", "cycle": "fy"}));
    plan["objectives"][2]["key_results"][0]["amendments"] = json!([{"on": "2026-02-01", "reason": "r", "set": {"weight": 3, "measure": {"target": 8}}}]);
    plan["teams"] = json!([{"id": "t", "title": "T"}]);
    plan["links"] = json!([
        {"child": "low-q1", "parent": "sum", "weight": 2, "ends": "2026-03-31"}, {"child": "o", "parent": "year", "kind": "supports"},
        {"child": "low-q1", "parent": "year", "ends": "2026-02-01"}]);
    let once = carried(&plan, &json!({}));
    let copy = once.plan.objective("low-q2").expect("a copy without the name of the old cycle");
    assert_eq!(
        (copy.cycle.as_str(), copy.team.as_deref(), copy.continued_from.as_deref()),
        ("q2", Some("t"), Some("low-q1"))
    );
    assert!(copy.learned.is_none() && copy.stages.is_empty() && copy.decisions.len() == 1 && copy.ambition == okrkit::Ambition::Committed);
    let key_result = &copy.key_results[0];
    assert_eq!((key_result.id.as_str(), key_result.weight), ("k-q2-2", Some(3.0)));
    assert_eq!(
        serde_json::to_value(&key_result.measure).unwrap(),
        json!({"kind": "metric", "start": 4.0, "target": 8.0})
    );
    let links: Vec<_> = once
        .plan
        .links()
        .iter()
        .skip(3)
        .map(|link| (link.child.as_str(), link.parent.as_str(), link.weight(), link.ends))
        .collect();
    assert_eq!(links, [("low-q2", "sum-q2", 2.0, None), ("o-q2", "year", 1.0, None)]);

    let twice = carry_forward(&once.plan, "q1", "q2", &CarryPolicy::default()).unwrap();
    assert_eq!((twice.plan == once.plan, twice.copied.len()), (true, 0));
    let left: Vec<_> = twice.left.iter().map(|left| (left.id.as_str(), left.why.as_str())).collect();
    assert_eq!(left, ["o", "sum", "low-q1", "k"].map(|id| (id, "already_carried")));
    assert!(twice.left_links.is_empty(), "nothing was copied");
    // The copies go on in their turn.
    let mut later = serde_json::from_str::<Value>(&okrkit::write(&once.plan)).unwrap();
    later["cycles"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "q3", "starts": "2026-07-01", "ends": "2026-09-30"}));
    let third = carry_forward(&support::read(&later), "q2", "q3", &CarryPolicy::default()).unwrap();
    assert!(third.plan.objective("low-q3").is_some(), "{:?}", third.copied);
}

#[test]
fn an_objective_that_is_left_names_the_key_results_left_with_it() {
    // Without clamps 30 and 1 of 10 are 3 and 0.1, and make 1.55.
    let mut plan = two_quarters(json!([metric("a", &[("2026-02-01", 30.0)]), metric("b", &[("2026-02-01", 1.0)])]));
    plan["profile"] = "quantive".into();
    let left = |found: &CarriedForward| -> Vec<(String, &'static str)> { found.left.iter().map(|left| (left.id.clone(), left.why.as_str())).collect() };
    let named = |pairs: [(&str, &'static str); 3]| pairs.map(|(id, why)| (id.to_owned(), why)).to_vec();
    let found = carried(&plan, &json!({}));
    assert_eq!(left(&found), named([("o", "reached"), ("a", "reached"), ("b", "objective_left")]));
    // 1 and 0.5 make 0.75, more than the 0.7 that success asks for.
    let plan = two_quarters(json!([metric("a", &[("2026-02-01", 10.0)]), metric("b", &[("2026-02-01", 5.0)])]));
    let found = carried(&plan, &json!({"which": "fell_short"}));
    assert_eq!(left(&found), named([("o", "succeeded"), ("a", "succeeded"), ("b", "objective_left")]));
}

#[test]
fn a_key_result_added_to_what_was_carried_is_named() {
    let plan = two_quarters(json!([metric("a", &[("2026-02-01", 3.0)])]));
    let once = carried(&plan, &json!({}));
    let mut later = serde_json::from_str::<Value>(&okrkit::write(&once.plan)).unwrap();
    later["objectives"][0]["key_results"].as_array_mut().unwrap().push(metric("new", &[]));
    let twice = carried(&later, &json!({}));
    assert!(twice.copied.is_empty());
    let left: Vec<_> = twice.left.iter().map(|left| (left.id.as_str(), left.why.as_str())).collect();
    assert_eq!(left, [("o", "already_carried"), ("a", "already_carried"), ("new", "objective_left")]);
}

#[test]
fn links_that_lead_to_what_does_not_go_on_are_told() {
    let mut plan = two_quarters(json!([metric("a", &[("2026-03-30", 10.0)])]));
    plan["cycles"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "h", "starts": "2025-10-01", "ends": "2026-03-31"}));
    let objectives = plan["objectives"].as_array_mut().unwrap();
    objectives.push(json!({"id": "x", "title": "X", "cycle": "q1", "key_results": [metric("k", &[("2026-03-30", 3.0)])]}));
    objectives.push(json!({"id": "year", "title": "Y", "cycle": "fy"}));
    objectives.push(json!({"id": "half", "title": "H", "cycle": "h"}));
    plan["links"] = json!([{"child": "x", "parent": "o", "weight": 3}, {"child": "x", "parent": "half"}, {"child": "x", "parent": "year", "ends": "2026-02-01"}, {"child": "k", "parent": "year"}]);
    let found = carried(&plan, &json!({}));
    let links: Vec<_> = found
        .left_links
        .iter()
        .map(|link| (link.child.as_str(), link.parent.as_str(), link.why.as_str()))
        .collect();
    assert_eq!(links, [("x", "o", "parent_left"), ("x", "half", "parent_ended"), ("x", "year", "link_ended")]);
    assert_eq!(found.plan.links().len(), 5, "`k` goes on contributing to the year");
}

#[test]
fn a_link_leads_to_a_copy_of_its_parent_that_was_made_before() {
    // `half` is at 4 of 10, so it and `sum`, at 0.7, go on; `child` is at 10 of 10, is left, and goes on only once all do.
    let mut plan = two_quarters(json!([metric("half", &[("2026-03-30", 4.0)]), {"id": "sum", "title": "S", "measure": {"kind": "children"}}]));
    let objectives = plan["objectives"].as_array_mut().unwrap();
    objectives.push(json!({"id": "child", "title": "C", "cycle": "q1", "key_results": [metric("done", &[("2026-03-30", 10.0)])]}));
    plan["links"] =
        json!([{"child": "child", "parent": "o", "weight": 2, "ends": "2026-03-31"}, {"child": "child", "parent": "sum"}, {"child": "half", "parent": "sum"}]);
    let once = carried(&plan, &json!({}));
    let copied: Vec<_> = once.copied.iter().map(|it| it.to.as_str()).collect();
    assert_eq!((copied, once.plan.links().len()), (vec!["o-q2", "half-q2", "sum-q2"], 4));
    let once: Value = serde_json::from_str(&okrkit::write(&once.plan)).unwrap();

    // Of each link that was added: its ends and its weight; of each that was left: its ends and why.
    let told = |found: &CarriedForward| {
        let links: Vec<_> = found
            .plan
            .links()
            .iter()
            .skip(4)
            .map(|link| format!("{} {} {}", link.child, link.parent, link.weight()))
            .collect();
        let left: Vec<_> = found
            .left_links
            .iter()
            .map(|link| format!("{} {} {}", link.child, link.parent, link.why.as_str()))
            .collect();
        (links, left)
    };
    let all = carried(&once, &json!({"which": "all"}));
    assert_eq!(all.copied.iter().map(|it| it.to.as_str()).collect::<Vec<_>>(), ["child-q2", "done-q2"]);
    let (links, left) = told(&all);
    assert_eq!(links, ["child-q2 o-q2 2", "child-q2 sum-q2 1"]);
    assert!(left.is_empty(), "{left:?}");
    let again = carry_forward(&all.plan, "q1", "q2", &CarryPolicy::default()).unwrap();
    assert!(again.plan == all.plan && again.left_links.is_empty());

    // A copy that was given a measure of its own takes no contribution, and one that is linked already no second link.
    let mut changed = once;
    changed["links"].as_array_mut().unwrap().pop();
    changed["objectives"][2]["key_results"][1]["measure"] = json!({"kind": "metric", "start": 0, "target": 10});
    changed["links"].as_array_mut().unwrap().push(json!({"child": "child", "parent": "o-q2"}));
    let (links, left) = told(&carried(&changed, &json!({"which": "all"})));
    assert_eq!(links, ["child-q2 o-q2 1"]);
    assert_eq!(left, ["child o parent_changed", "child sum parent_changed"]);
}

#[test]
fn nothing_goes_on_in_the_same_cycle_or_in_one_before() {
    let plan = support::read(&two_quarters(json!([metric("a", &[])])));
    for (from, to) in [("q1", "q1"), ("q2", "q1"), ("fy", "q2")] {
        let refused = carry_forward(&plan, from, to, &CarryPolicy::default()).unwrap_err();
        assert_eq!(support::codes(&refused), [Code::CycleOrder], "{from} to {to}");
    }
}

#[test]
fn a_cycle_that_is_not_there_is_an_error() {
    let plan = support::read(&two_quarters(json!([])));
    let refused = carry_forward(&plan, "q1", "q9", &CarryPolicy::default()).unwrap_err();
    assert_eq!(support::codes(&refused), [Code::CycleUnknown]);
    assert!(serde_json::from_str::<CarryPolicy>(r#"{"how": "rewind"}"#).is_err());
}

#[test]
fn names_of_any_length_get_a_name_of_their_own() {
    let mut plan = two_quarters(json!([]));
    let long = "ش".repeat(128);
    plan["cycles"][2]["id"] = "ق".repeat(128).into();
    plan["objectives"][0]["id"] = long.clone().into();
    plan["objectives"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": format!("{}x", "ش".repeat(127)), "title": "x", "cycle": "q1"}));
    let found = carry_forward(&support::read(&plan), "q1", &"ق".repeat(128), &CarryPolicy::default()).unwrap();
    assert_eq!(found.copied.len(), 2);
    assert!(found.copied[1].to.ends_with("-2"), "{:?}", found.copied);
}

proptest! {
    #![proptest_config(config(96))]

    /// Whatever the plan and the policy: what comes out is a plan, nothing that was there changed, and once is enough.
    #[test]
    fn carrying_forward_adds_and_changes_nothing(case in plans::cases(), how in 0_usize..3, which in 0_usize..3) {
        let mut document = case.plan.0.clone();
        document["cycles"].as_array_mut().unwrap().push(json!({"id": "next", "starts": "2027-01-01", "ends": "2027-03-31"}));
        let plan = support::read(&document);
        let mut policy = CarryPolicy::default();
        policy.how = [CarryHow::Continue, CarryHow::Restart, CarryHow::Residual][how];
        policy.which = [CarryWhich::Unfinished, CarryWhich::FellShort, CarryWhich::All][which];
        let once = carry_forward(&plan, "quarter", "next", &policy).map_err(|issues| TestCaseError::fail(issues.to_string()))?;
        let text = okrkit::write(&once.plan);
        prop_assert!(read(&text).is_ok_and(|read| read == once.plan));
        let before: Vec<_> = once.plan.objectives().take(plan.n_objectives()).collect();
        prop_assert!(before.into_iter().eq(plan.objectives()));
        for carried in &once.copied {
            let is_copy = once.plan.objective(&carried.to).is_some_and(|copy| copy.continued_from.as_ref() == Some(&carried.from))
                || once.plan.key_result(&carried.to).is_some_and(|copy| copy.continued_from.as_ref() == Some(&carried.from));
            prop_assert!(is_copy, "{carried:?}");
        }
        // Whatever stands in the cycle is copied or left, and each link upwards of what is copied too.
        let mut told: Vec<&str> = once.copied.iter().map(|carried| carried.from.as_str()).chain(once.left.iter().map(|left| left.id.as_str())).collect();
        let of_cycle = plan.objectives().filter(|objective| objective.cycle == "quarter");
        let mut all: Vec<&str> = of_cycle.flat_map(|objective| std::iter::once(objective.id.as_str()).chain(objective.key_results.iter().map(|it| it.id.as_str()))).collect();
        told.sort_unstable();
        all.sort_unstable();
        prop_assert_eq!(told, all);
        let is_copied = |id: &str| once.copied.iter().any(|carried| carried.from == id);
        let upwards = plan.links().iter().filter(|link| is_copied(&link.child)).count();
        prop_assert_eq!(once.plan.links().len() - plan.links().len() + once.left_links.len(), upwards);
        let twice = carry_forward(&once.plan, "quarter", "next", &policy).map_err(|issues| TestCaseError::fail(issues.to_string()))?;
        prop_assert!(twice.copied.is_empty() && twice.plan == once.plan);
    }
}
