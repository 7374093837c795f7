//! Plans with very many of one thing: what is told of them stays in proportion to them, and so does what it costs.
//!
//! Nothing here looks at a clock. How long each shape takes is what `cargo bench -p okrkit-benches --bench scale` tells.

use okrkit::{Issue, Issues};
use serde_json::{Value, json};

use crate::support::{plan_of, plan_with, plan_with_key_result};

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

/// The findings of one rule among those of the default profile.
fn double_counts(plan: &Value) -> Vec<Issue> {
    let findings = okrkit::findings(
        &crate::support::read(plan),
        &crate::support::named("default"),
        crate::support::date("2026-02-20"),
    );
    findings.into_iter().filter(|issue| issue.code == okrkit::Code::AlignDoubleCount).collect()
}

#[test]
fn a_ladder_of_links_is_told_a_rung_at_a_time() {
    let n = 1_000;
    let found = double_counts(&linked(n, [(1, 0)].into_iter().chain((2..n).flat_map(|at| [(at, at - 1), (at, at - 2)]))));
    assert_eq!(
        found.len(),
        n - 2,
        "each node counts twice for the one two rungs up, and that is all there is to mend"
    );
    assert_eq!(found[0].nodes, ["o2", "o0", "o2", "o1", "o0"]);
    assert!(found.iter().all(|issue| issue.nodes.len() == 5));
}

#[test]
fn in_ladders_many_abreast_each_meeting_is_told_once() {
    let (abreast, rows) = (8, 12);
    let ends = (abreast..abreast * rows).flat_map(|at| (0..abreast).map(move |to| (at, (at / abreast - 1) * abreast + to)));
    let found = double_counts(&linked(abreast * rows, ends));
    // Of all but the two top rows each node meets every one of the row two above.
    assert_eq!(found.len(), (rows - 2) * abreast * abreast);
    assert!(found.iter().all(|issue| issue.nodes.len() == 6));
}

#[test]
fn where_every_node_is_linked_to_all_above_each_pair_is_told_at_most_once() {
    let n = 60;
    let found = double_counts(&linked(n, (1..n).flat_map(|at| (0..at).map(move |to| (at, to)))));
    let mut pairs: Vec<(&str, &str)> = found
        .iter()
        .map(|issue| (issue.nodes[0].as_str(), issue.nodes.last().unwrap().as_str()))
        .collect();
    assert!(pairs.len() <= n * n / 2);
    pairs.sort_unstable();
    pairs.dedup();
    assert_eq!(pairs.len(), found.len());
}

/// Two chains of `n` that meet at the top, and `m` nodes linked to the lower end of both.
fn forked(n: usize, m: usize) -> Value {
    let chains = (1..=2 * n).map(|at| (at, at.saturating_sub(2)));
    linked(
        2 * n + 1 + m,
        chains.chain((2 * n + 1..2 * n + 1 + m).flat_map(|at| [(at, 2 * n), (at, 2 * n - 1)])),
    )
}

#[test]
fn two_long_ways_are_told_by_their_ends_and_listed_in_full() {
    let found = double_counts(&forked(500, 1));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].nodes.len(), found[0].path.as_str()), (2 * 502, "/objectives/1001"));
    assert!(found[0].message.len() < 800, "{}", found[0].message);
}

#[test]
fn a_tangle_too_large_to_follow_is_followed_in_part_and_said_to_be() {
    let (n, m) = (1_000, 1_000);
    let found = double_counts(&forked(n, m));
    let (last, told) = found.split_last().unwrap();
    assert!((20..m).contains(&told.len()), "{}", told.len());
    assert!(told.iter().all(|issue| issue.message.contains("counts twice for `o0`")));
    assert!(last.message.contains("it was not looked for what counts twice"), "{}", last.message);
    assert!(size(&found) < 10_000_000);
}

#[test]
fn a_meeting_ends_its_ways_and_not_those_beside_it() {
    // o5 → o3 → o2 → o0 and o5 → o4 → o2 meet at o2, where o0 lies above; and o5 → o4 → o1 → o0 goes beside it.
    let found = double_counts(&linked(6, [(5, 3), (5, 4), (3, 2), (4, 2), (2, 0), (4, 1), (1, 0)]));
    let told: Vec<Vec<&str>> = found.iter().map(|issue| issue.nodes.iter().map(String::as_str).collect()).collect();
    assert_eq!(told, [vec!["o4", "o2", "o0", "o4", "o1", "o0"], vec!["o5", "o3", "o2", "o5", "o4", "o2"]]);
}

#[test]
fn of_very_many_steps_what_was_said_last_holds() {
    let n = 3_000;
    let steps: Vec<Value> = (0..n).map(|at| json!({"id": format!("s{at}"), "title": "s"})).collect();
    let mut check_ins: Vec<Value> = (0..n).map(|at| json!({"on": "2026-02-01", "steps_done": [format!("s{at}")]})).collect();
    // Then a quarter is taken back, and what lies in the first half of it done again by a later check-in.
    check_ins.extend((0..n / 4).map(|at| json!({"on": "2026-02-02", "steps_undone": [format!("s{at}")], "steps_done": [format!("s{}", at / 2)]})));
    let plan = plan_with_key_result(json!({"measure": {"kind": "milestones", "steps": steps}, "check_ins": check_ins}));
    let card = crate::support::score(&plan, "default", "2026-02-20");
    let open = (0..n / 4).filter(|at| 2 * at >= n / 4).count();
    #[expect(clippy::cast_precision_loss, reason = "thousands")]
    let expected = (n - open) as f64 / n as f64;
    let found = card.node("k").unwrap().progress.value().unwrap();
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn very_many_corrections_are_each_told_with_the_one_that_takes_their_place() {
    let n = 20_000;
    let check_ins: Vec<Value> = (0..n)
        .map(|at| {
            let mut check_in = json!({"on": "2026-02-01", "value": 4, "id": format!("c{at}")});
            if at > 0 {
                check_in["replaces"] = json!(format!("c{}", at - 1));
            }
            check_in
        })
        .collect();
    let plan = plan_with_key_result(json!({"measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": check_ins}));
    let card = crate::support::score(&plan, "default", "2026-02-20");
    let found = okrkit::explain(&card, &"k".into(), okrkit::Figure::Progress)
        .unwrap()
        .to_text(okrkit::Language::English);
    assert_eq!(
        found.matches("is left out: another check-in takes its place, that of 2026-02-01").count(),
        n - 1
    );
}

#[test]
fn very_many_amendments_of_a_long_measure_tell_what_each_changed_and_no_more() {
    let n = 5_000;
    let points: Vec<Value> = (0..=n).map(|at| json!([at, f64::from(at) / f64::from(n)])).collect();
    let amendments: Vec<Value> = (0..n)
        .map(|at| json!({"on": "2026-02-02", "reason": "r", "set": {"measure": {"between": if at % 2 == 0 { "step" } else { "linear" }}}}))
        .collect();
    let fields = json!({"measure": {"kind": "bands", "points": points}, "check_ins": [{"on": "2026-02-01", "value": 1}], "amendments": amendments});
    let card = crate::support::score(&plan_with_key_result(fields), "default", "2026-02-20");
    let found = okrkit::explain(&card, &"k".into(), okrkit::Figure::Progress)
        .unwrap()
        .to_text(okrkit::Language::English);
    assert_eq!(found.matches("`between`: `").count(), usize::try_from(n).unwrap());
    assert!(found.len() < 1_000_000, "{}", found.len());
}

/// Checks that check-ins added by one edit, in an order that goes from one key result to the other, make the plan that has them
/// written down: of each key result the first `n_written` are there before.
fn checked_in_as_written(measures: &[Value], check_ins: &[Vec<(&str, f64)>], n_written: usize) {
    let id = |at: usize| format!("k{at}");
    let plan = |n: usize| {
        let key_result = |at: usize| {
            let check_ins: Value = check_ins[at].iter().take(n).map(|(on, value)| json!({"on": on, "value": value})).collect();
            json!({"id": id(at), "title": "k", "measure": measures[at], "check_ins": check_ins})
        };
        crate::support::read(&plan_with((0..measures.len()).map(key_result).collect()))
    };
    let longest = check_ins.iter().map(Vec::len).max().unwrap();
    let places = (n_written..longest).flat_map(|nth| (0..check_ins.len()).rev().map(move |at| (at, nth)));
    let edits = places.filter_map(|(at, nth)| {
        let (on, value) = check_ins[at].get(nth)?;
        let check_in = okrkit::CheckIn::of_value(crate::support::date(on), *value);
        Some(okrkit::Edit::CheckIn { key_result: id(at), check_in })
    });
    let (written, checked_in) = (plan(usize::MAX), plan(n_written).apply(edits).unwrap());
    assert!(checked_in == written);
    for on in ["2026-02-01", "2026-02-10", "2026-02-20"] {
        let [of_written, of_checked_in] = [&written, &checked_in].map(|plan| {
            let (profile, on) = (crate::support::named("default"), crate::support::date(on));
            let scores = okrkit::scores(plan, &profile, on);
            let bits: Vec<u64> = scores
                .key_results()
                .score
                .iter()
                .chain(&scores.objectives().score)
                .map(|score| score.to_bits())
                .collect();
            (bits, okrkit::evaluate(plan, &profile, on))
        });
        assert!(of_written == of_checked_in, "{on}");
    }
}

#[test]
fn very_many_check_ins_of_one_edit_make_the_plan_that_has_them_written() {
    let sum = json!({"kind": "metric", "start": 0, "target": 1_000_000, "reading": "sum"});
    let latest = json!({"kind": "metric", "start": 0, "target": 10});
    checked_in_as_written(&[sum], &[vec![("2026-02-01", 3.0); 40_000]], 0);
    // One for each key result of a wide objective: they had none, and they had one.
    let n = 20_000;
    checked_in_as_written(&vec![latest.clone(); n], &vec![vec![("2026-02-01", 4.0)]; n], 0);
    checked_in_as_written(&vec![latest; n], &vec![vec![("2026-02-01", 4.0), ("2026-02-10", 5.0)]; n], 1);
}

#[test]
fn check_ins_of_one_edit_come_each_to_its_own_key_result() {
    let measure = |reading: &str| json!({"kind": "metric", "start": 0, "target": 100, "reading": reading});
    let measures: Vec<Value> = ["latest", "sum", "max", "latest", "mean"].map(measure).into();
    // The second has none at all; the last of the fourth goes back in time.
    let check_ins = [
        vec![("2026-02-01", 1.0), ("2026-02-02", 2.0), ("2026-02-12", 3.0), ("2026-02-13", 4.0)],
        vec![],
        vec![("2026-02-01", 5.0), ("2026-02-02", 6.0)],
        vec![("2026-02-11", 7.0), ("2026-02-12", 8.0), ("2026-02-13", 9.0), ("2026-02-03", 10.0)],
        vec![("2026-02-04", 11.0)],
    ];
    for n_written in 0..=4 {
        checked_in_as_written(&measures, &check_ins, n_written);
    }
}
