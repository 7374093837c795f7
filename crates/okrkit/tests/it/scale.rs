//! Plans with very many of one thing: what is told of them stays in proportion to them, and so does what it costs.
//!
//! Nothing here looks at a clock. How long each shape takes is what `cargo bench -p okrkit-benches --bench scale` tells.

use okrkit::{Issue, Issues};
use serde_json::{Value, json};

use crate::support::{plan_of, plan_with_key_result};

fn objectives(n: usize) -> Value {
    (0..n).map(|at| json!({"id": format!("o{at}"), "title": "o", "cycle": "c"})).collect()
}

/// A plan of objectives `o0`, `o1` … with links from the first to the second of each pair.
fn linked(n: usize, ends: impl IntoIterator<Item = (usize, usize)>) -> Value {
    let mut plan = plan_of(objectives(n));
    plan["links"] = ends
        .into_iter()
        .map(|(child, parent)| json!({"child": format!("o{child}"), "parent": format!("o{parent}")}))
        .collect();
    plan
}

/// How many bytes of ids and messages there are in problems.
fn size(issues: &[Issue]) -> usize {
    issues
        .iter()
        .map(|issue| issue.message.len() + issue.nodes.iter().map(String::len).sum::<usize>())
        .sum()
}

fn refusal(plan: &Value) -> Vec<Issue> {
    let issues: Issues = crate::support::refusal(plan);
    issues.into_iter().collect()
}

#[test]
fn of_very_many_unknown_references_a_few_get_a_suggestion() {
    let n = 3_000;
    let mut plan = plan_of(objectives(n));
    plan["links"] = (0..n).map(|at| json!({"child": format!("o{at}"), "parent": format!("p{at}")})).collect();
    let issues = refusal(&plan);
    let guessed = issues.iter().filter(|issue| issue.message.contains("did you mean")).count();
    assert!((10..1_000).contains(&guessed), "{guessed}");
    assert_eq!(
        crate::support::refusal(&linked(2, [(0, 7)])).iter().next().unwrap().message,
        "there is no objective or key result `o7`, did you mean `o1`?"
    );
}

#[test]
fn a_long_circle_is_told_by_its_two_ends_and_listed_in_full() {
    let n = 2_000;
    let issues = refusal(&linked(n, (0..n).map(|at| (at, (at + 1) % n))));
    assert_eq!(issues.len(), 1);
    assert_eq!(issues[0].nodes.len(), n + 1);
    assert!(issues[0].message.starts_with("the links go round in a circle: `o0` → `o1` → "));
    assert!(issues[0].message.ends_with("`o1999` → `o0`"));
    assert!(issues[0].message.contains(" → … → ") && issues[0].message.len() < 500, "{}", issues[0].message);
}

#[test]
fn circles_side_by_side_are_told_each_by_its_own_link() {
    let n = 2_000;
    let issues = refusal(&linked(n, (0..n).map(|at| (at, at ^ 1))));
    assert_eq!(issues.len(), n / 2);
    assert!(issues.iter().enumerate().all(|(at, issue)| issue.path == format!("/links/{}", 2 * at)));
    // A circle with ways back along it is one circle after another, none with a node of the other.
    let tangled = refusal(&linked(n, (0..n).map(|at| (at, (at + 1) % n)).chain((2..n).map(|at| (at, at / 2)))));
    assert!(size(&tangled) < 40 * n, "{}", size(&tangled));
}

#[test]
fn amendments_by_the_thousand_are_judged_one_by_one() {
    let n = 2_000;
    let points: Vec<Value> = (0..n).map(|at| json!([at, 0.5])).collect();
    let amendments: Vec<Value> = (0..n)
        .map(|_| json!({"on": "2026-02-01", "reason": "r", "set": {"measure": {"between": "step", "target": 5}}}))
        .collect();
    let check_ins: Vec<Value> = (0..n).map(|_| json!({"on": "2026-02-01", "done": true})).collect();
    let plan = plan_with_key_result(json!({"measure": {"kind": "bands", "points": points}, "amendments": amendments, "check_ins": check_ins}));
    let issues = refusal(&plan);
    assert_eq!(issues.len(), 2 * n, "one of each amendment, one of each check-in");
    assert!(size(&issues) < 100 * issues.len());
}
