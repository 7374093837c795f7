//! The report on a cycle.

use okrkit::close;
use okrkit::review::NextStepWhat::{CheckIn, Finish, Learn, Measure, PostMortem, Resize, Rethink, Unblock};
use okrkit::review::{CycleReview, ReviewPolicy};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{config, plans};
use crate::support::{self, assert_close, date, metric, named, plan_of, read};

fn closed(plan: &Value, cycle: &str) -> CycleReview {
    close(&read(plan), &named("default"), cycle, date("2026-04-20"), &ReviewPolicy::default()).expect("a cycle")
}

fn objective(id: &str, ambition: &str, key_results: Value) -> Value {
    json!({"id": id, "title": id, "cycle": "c", "ambition": ambition, "owners": [{"who": "amal"}], "key_results": key_results})
}

#[test]
fn success_is_told_by_ambition_and_grades_by_band() {
    let at = |id: &str, value: f64| json!([metric(id, &[("2026-04-01", value)])]);
    let mut plan = plan_of(json!([
        objective("good", "aspirational", at("a", 7.0)),
        objective("poor", "aspirational", at("b", 2.0)),
        objective("promise", "committed", at("c", 9.0)),
        objective("study", "learning", at("d", 1.0)),
        objective("by hand", "committed", at("e", 5.0)),
        objective("dropped", "committed", at("f", 5.0)),
    ]));
    plan["objectives"][4]["manual_scores"] = json!([{"on": "2026-04-12", "value": 1, "reason": "all that mattered"}]);
    plan["objectives"][5]["stage"] = "dropped".into();
    plan["objectives"][3]["learned"] = "that it rains".into();
    let review = closed(&plan, "c");
    assert!(review.is_over);
    let by_ambition: Vec<_> = review
        .by_ambition
        .iter()
        .map(|of| (of.ambition.as_str(), of.n, of.succeeded, of.fell_short, of.success_rate))
        .collect();
    assert_eq!(
        by_ambition,
        [
            ("aspirational", 2, 1, 1, Some(0.5)),
            ("committed", 2, 1, 1, Some(0.5)),
            ("learning", 1, 0, 0, None)
        ]
    );
    // Objectives 0.7, 0.2, 0.9, 0.1, 1; their key results 0.7, 0.2, 0.9, 0.1, 0.5.
    let bands: Vec<_> = review.bands.iter().map(|of| (of.band.as_deref(), of.objectives, of.key_results)).collect();
    assert_eq!(bands, [(Some("red"), 2, 2), (Some("yellow"), 0, 1), (Some("green"), 3, 2), (None, 0, 0)]);
    assert_eq!(review.wins, ["good", "a", "by hand"]);
    assert_eq!(review.grade("promise").unwrap().success, Some(false));
    assert_eq!(
        (review.learned[0].objective.as_str(), review.learned[0].learned.get("en")),
        ("study", "that it rains")
    );
    assert_eq!(review.without_learned, ["good", "poor", "promise", "by hand"]);
    assert_close(review.total.score.unwrap(), (0.7 + 0.2 + 0.9 + 0.1 + 1.0) / 5.0);
    assert!(close(&read(&plan), &named("default"), "nowhere", date("2026-04-20"), &ReviewPolicy::default()).is_none());
    let early = close(&read(&plan), &named("default"), "c", date("2026-04-11"), &ReviewPolicy::default()).unwrap();
    assert!(!early.is_over, "the last day is a day of the cycle");
}

#[test]
fn a_low_grade_says_what_it_asks_for() {
    let mut plan = plan_of(json!([
        objective(
            "stretch",
            "aspirational",
            json!([
                metric("none", &[]), metric("blocked", &[("2026-01-02", 5.0)]), metric("unseen", &[("2026-01-02", 5.0)]),
                metric("near", &[("2026-01-02", 6.0)]), metric("far", &[("2026-01-02", 2.9)]), metric("between", &[("2026-01-02", 3.0)]),
                {"id": "watched", "title": "w", "measure": {"kind": "observe"}}
            ])
        ),
        objective(
            "promise",
            "committed",
            json!([metric("kept", &[("2026-01-02", 10.0)]), metric("broken", &[("2026-01-02", 9.0)])])
        ),
        objective(
            "study",
            "learning",
            json!([metric("little", &[("2026-01-02", 2.9)]), metric("enough", &[("2026-01-02", 3.0)])])
        ),
    ]));
    plan["objectives"][0]["key_results"][1]["check_ins"][0]["blocker"] = "customs".into();
    plan["objectives"][0]["key_results"][2]["check_in_every"] = "month".into();
    let review = closed(&plan, "c");
    let steps: Vec<_> = review.next_steps.iter().map(|step| (step.node.as_str(), step.what)).collect();
    assert_eq!(
        steps,
        [
            // (0 + 0.5 + 0.5 + 0.6 + 0.29 + 0.3)/6 = 0.365: what has no data counts as 0 at the close.
            ("stretch", Resize),
            ("none", Measure),
            ("blocked", Unblock),
            ("unseen", CheckIn),
            ("near", Finish),
            ("far", Rethink),
            ("between", Resize),
            ("promise", PostMortem),
            ("broken", Finish),
            // (0.29 + 0.3)/2 = 0.295 is below 0.3; learning has no score of success to fall short of.
            ("study", Learn),
            ("little", Learn),
        ]
    );
    let unseen = &review.next_steps[3];
    // Months from the 1st of January to the stub in April: one of four had a check-in.
    assert_eq!((unseen.discipline, unseen.score, unseen.success), (Some(0.25), Some(0.5), Some(0.7)));
    assert_eq!(
        (review.next_steps[2].blocker.as_deref(), &review.next_steps[2].people[..]),
        (Some("customs"), &["amal".to_owned()][..])
    );
}

#[test]
fn moved_goalposts_are_told_by_either_profile() {
    let mut plan = plan_of(json!([objective(
        "o",
        "aspirational",
        json!([metric("moved", &[("2026-03-01", 5.0)]), metric("stayed", &[("2026-03-01", 5.0)])])
    )]));
    plan["objectives"][0]["key_results"][0]["amendments"] = json!([
        {"on": "2026-02-01", "reason": "a distributor left", "set": {"measure": {"target": 8}}},
        {"on": "2026-02-20", "reason": "another", "set": {"measure": {"target": 5}}}]);
    let by = |goalposts: &str| {
        let profile = format!(r#"{{"okrkit_profile": 1, "id": "own", "extends": "default", "goalposts": "{goalposts}"}}"#);
        let profile = okrkit::profile::read(&profile).unwrap();
        close(&read(&plan), &profile, "c", date("2026-04-20"), &ReviewPolicy::default())
            .unwrap()
            .goalposts
    };
    assert_eq!(by("in_force"), by("original"));
    // 5 of 10 as it was written, 5 of 5 in the end; the objective (0.5 + 0.5)/2 and (1 + 0.5)/2.
    assert_eq!(
        serde_json::to_value(by("in_force")).unwrap(),
        json!([
            {"node": "o", "n_amendments": 0, "amended_on": null, "reason": null, "original_target": null, "target": null, "original_score": 0.5, "score": 0.75},
            {"node": "moved", "n_amendments": 2, "amended_on": "2026-02-20", "reason": "another", "original_target": 10.0, "target": 5.0,
             "original_score": 0.5, "score": 1.0}
        ])
    );
}

/// Three quarters and a year; who reached everything in all three is told.
fn three_quarters(values: [[f64; 2]; 3]) -> Value {
    let quarters = [
        ("q1", "2025-04-01", "2025-06-30"),
        ("q2", "2025-07-01", "2025-09-30"),
        ("q3", "2025-10-01", "2025-12-31"),
    ];
    let objectives = quarters.iter().zip(values).flat_map(|((cycle, _, ends), values)| {
        ["amal", "badr"].into_iter().zip(values).map(move |(who, value)| {
            json!({"id": format!("{cycle} {who}"), "title": "o", "cycle": cycle, "team": format!("team of {who}"), "owners": [{"who": who}],
                "key_results": [metric(&format!("{cycle} of {who}"), &[(ends, value)])]})
        })
    });
    let cycles: Vec<Value> = quarters
        .iter()
        .map(|(id, starts, ends)| json!({"id": id, "starts": starts, "ends": ends}))
        .collect();
    let mut plan = json!({"okrkit": 1, "id": "p", "cycles": cycles, "objectives": objectives.collect::<Vec<_>>(),
        "teams": [{"id": "team of amal", "title": "A"}, {"id": "team of badr", "title": "B"}]});
    plan["cycles"]
        .as_array_mut()
        .unwrap()
        .insert(0, json!({"id": "year", "starts": "2024-07-01", "ends": "2025-06-30"}));
    plan
}

#[test]
fn who_reaches_everything_three_times_in_a_row_had_it_too_easy() {
    let told = |plan: &Value, cycle: &str| -> Vec<Value> {
        closed(plan, cycle)
            .too_easy
            .iter()
            .map(|easy| json!([easy.whom, easy.name, easy.cycles, easy.n_key_results]))
            .collect()
    };
    let plan = three_quarters([[10.0, 10.0], [12.0, 9.0], [10.0, 10.0]]);
    assert_eq!(
        told(&plan, "q3"),
        [
            json!(["person", "amal", ["q3", "q2", "q1"], 3]),
            json!(["team", "team of amal", ["q3", "q2", "q1"], 3])
        ]
    );
    assert!(told(&plan, "q2").is_empty(), "there are only two cycles up to the second");
    let twice: ReviewPolicy = serde_json::from_str(r#"{"easy_cycles": 2, "easy_score": 0.9}"#).unwrap();
    let review = close(&read(&plan), &named("default"), "q2", date("2026-04-20"), &twice).unwrap();
    assert_eq!(review.too_easy.len(), 4, "at 0.9 both of them and both teams");
}

proptest! {
    #![proptest_config(config(96))]

    /// Whatever the plan: each objective of the cycle is graded once, judged at most once, and counted in one band.
    #[test]
    fn a_review_counts_everything_once(case in plans::cases()) {
        let plan = support::read(&case.plan);
        for cycle in plan.cycles() {
            let review = close(&plan, &named("default"), &cycle.id, case.on, &ReviewPolicy::default()).unwrap();
            let objectives = review.grades.iter().filter(|grade| grade.objective.is_none()).count();
            prop_assert_eq!(review.by_ambition.iter().map(|of| of.n).sum::<usize>(), objectives);
            prop_assert_eq!(review.learned.len() + review.without_learned.len(), objectives);
            prop_assert!(review.wins.iter().all(|win| review.next_steps.iter().all(|step| step.node != *win)));
            prop_assert_eq!(review.bands.iter().map(|of| of.objectives).sum::<usize>(), objectives);
        }
    }
}
