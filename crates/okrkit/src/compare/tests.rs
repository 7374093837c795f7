use super::{ComparedFigure, Comparison, Policy, compare};
use crate::explain::StepValue;
use crate::plan::Plan;
use crate::profile::{self, Profile};
use crate::{Date, read};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn named(names: &[&str]) -> Vec<Profile> {
    names.iter().map(|name| Profile::named(name).unwrap()).collect()
}

/// `default` with some fields changed.
fn ours(fields: &str) -> Profile {
    profile::read(&format!(r#"{{"okrkit_profile": 1, "id": "ours", "extends": "default", {fields}}}"#)).unwrap()
}

/// An objective `o` of a hundred days, half of which have gone on 2026-02-20, with key results from 0 to 100.
fn plan(key_results: &[(&str, &str, Option<f64>)]) -> Plan {
    let key_results: Vec<String> = key_results
        .iter()
        .map(|(id, more, value)| {
            let check_ins = value.map_or_else(String::new, |value| format!(r#", "check_ins": [{{"on": "2026-02-20", "value": {value}}}]"#));
            format!(r#"{{"id": "{id}", "title": "{id}", "measure": {{"kind": "metric", "start": 0, "target": 100}}{more}{check_ins}}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"okrkit": 1, "id": "p", "cycles": [{{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}}],
        "objectives": [{{"id": "o", "title": "O", "cycle": "c", "key_results": [{}]}}]}}"#,
        key_results.join(", ")
    );
    read(&text).unwrap()
}

const HALF_WAY: &str = "2026-02-20";

fn found(comparison: &Comparison) -> Vec<(&str, &str, Vec<&str>)> {
    let because = |difference: &super::Difference| {
        difference
            .because
            .iter()
            .flat_map(|(_, policies)| policies.iter().map(|policy| policy.as_str()))
            .collect()
    };
    comparison
        .differences
        .iter()
        .map(|difference| (difference.node.as_str(), difference.figure.as_str(), because(difference)))
        .collect()
}

#[test]
fn every_field_of_a_profile_is_a_policy_or_moves_no_figure() {
    const NO_POLICY: &[&str] = &["okrkit_profile", "id", "cites", "sweet_spot", "align", "ext"];
    let named: Vec<&str> = Policy::ALL.iter().map(|policy| policy.as_str().split('.').next().unwrap()).collect();
    for field in Profile::FIELDS {
        assert!(named.contains(field) != NO_POLICY.contains(field), "{field}");
    }
    assert!(named.iter().all(|name| Profile::FIELDS.contains(name)));
    assert_eq!(
        Policy::ALL.iter().filter(|policy| policy.as_str().starts_with("clamp.")).count(),
        crate::profile::Clamps::FIELDS.len() - 1
    );
}

#[test]
fn exchanging_every_policy_turns_one_profile_into_the_other() {
    let all = profile::all();
    for (first, other) in all.values().flat_map(|first| all.values().map(move |other| (first, other))) {
        let turned = Policy::that_differ(first, other)
            .into_iter()
            .fold(first.clone(), |profile, policy| policy.put(other, profile));
        assert_eq!(Policy::that_differ(&turned, other), []);
    }
}

#[test]
fn profiles_that_agree_have_no_difference() {
    let plan = plan(&[("k", "", Some(40.0))]);
    let mut renamed = Profile::named("default").unwrap();
    renamed.id = "ours".to_owned();
    renamed.sweet_spot = vec![0.1, 0.2];
    let comparison = compare(&plan, &[Profile::named("default").unwrap(), renamed], day(HALF_WAY));
    assert_eq!(comparison.differences, []);
    assert_eq!(comparison.profiles().collect::<Vec<_>>(), ["default", "ours"]);
    assert!(comparison.scorecards().get("ours").is_some());
}

#[test]
fn no_profile_and_one_profile_compare_to_nothing() {
    let plan = plan(&[("k", "", Some(40.0))]);
    let none = compare(&plan, &[], day(HALF_WAY));
    assert_eq!((none.profiles().len(), none.differences.len()), (0, 0));
    assert_eq!(serde_json::to_string(&none).unwrap(), r#"{"profiles":[],"differences":[]}"#);
    assert_eq!(compare(&plan, &named(&["viva"]), day(HALF_WAY)).differences, []);
}

#[test]
fn a_gap_of_a_tenth_is_behind_in_viva_because_of_its_pace_alone() {
    let plan = plan(&[("k", "", Some(40.0))]);
    let comparison = compare(&plan, &named(&["default", "viva"]), day(HALF_WAY));
    assert_eq!(found(&comparison), [("o", "status", vec!["pace"]), ("k", "status", vec!["pace"])]);
    let json = serde_json::to_value(&comparison).unwrap();
    assert_eq!(json["differences"][0]["values"], serde_json::json!({"default": "on_track", "viva": "behind"}));
    assert_eq!(json["as_of"], HALF_WAY);
}

#[test]
fn what_is_complete_is_achieved_or_on_track_because_of_achieve_running() {
    // 100 of 100 when 0.5 is expected: `viva` has no gap to complain of, and knows no achieving before the close.
    let plan = plan(&[("k", "", Some(100.0))]);
    let comparison = compare(&plan, &named(&["default", "viva"]), day(HALF_WAY));
    assert_eq!(
        found(&comparison),
        [("o", "status", vec!["achieve_running"]), ("k", "status", vec!["achieve_running"])]
    );
}

#[test]
fn each_clamp_is_a_field_of_its_own() {
    // 200 and 0: shown 2, counted 1. The mean is 0.5 by default, 1 where nothing is clamped.
    let plan = plan(&[("a", "", Some(200.0)), ("b", "", Some(0.0))]);
    let comparison = compare(&plan, &named(&["default", "quantive"]), day(HALF_WAY));
    let progress = comparison.difference("o", ComparedFigure::Progress).unwrap();
    assert_eq!(
        progress.values.iter().collect::<Vec<_>>(),
        [("default", &StepValue::Number(0.5)), ("quantive", &StepValue::Number(1.0))]
    );
    assert_eq!(progress.because.get("quantive"), Some(&vec![Policy::ClampMember]));
    assert_eq!(progress.because.get("default"), None, "the first differs from nothing");
    // Scores are within 0 and 1 by either, so the grades agree.
    assert_eq!(comparison.difference("o", ComparedFigure::Score), None);

    let shown = compare(&plan, &named(&["default", "okr_tracker"]), day(HALF_WAY));
    assert_eq!(found(&shown), [("a", "progress", vec!["clamp.shown"])]);
}

#[test]
fn fields_that_only_work_together_are_both_named() {
    // 300 and 0: 3/2 = 1.5, which takes both the members' and the objective's cap away to be seen.
    let plan = plan(&[("a", "", Some(300.0)), ("b", "", Some(0.0))]);
    let comparison = compare(&plan, &named(&["default", "quantive"]), day(HALF_WAY));
    let progress = comparison.difference("o", ComparedFigure::Progress).unwrap();
    assert_eq!(progress.values.get("quantive"), Some(&StepValue::Number(1.5)));
    assert_eq!(progress.because.get("quantive"), Some(&vec![Policy::ClampMember, Policy::ClampObjective]));
}

#[test]
fn a_figure_that_takes_two_fields_names_both() {
    // A member without data counts 0: 0.8 × 3/4 by weight, 0.8/2 with weights ignored. With `missing` alone it is the former, with
    // `weights` alone 0.8 still.
    let plan = plan(&[("a", r#", "weight": 3"#, Some(80.0)), ("b", "", None)]);
    let zero = compare(&plan, &[Profile::named("default").unwrap(), ours(r#""missing": "zero""#)], day(HALF_WAY));
    let progress = zero.difference("o", ComparedFigure::Progress).unwrap();
    assert_eq!(
        (progress.values.get("default"), progress.values.get("ours")),
        (Some(&StepValue::Number(0.8)), Some(&StepValue::Number(0.8 * 0.75)))
    );
    assert_eq!(progress.because.get("ours"), Some(&vec![Policy::Missing]));

    let both = compare(
        &plan,
        &[Profile::named("default").unwrap(), ours(r#""missing": "zero", "weights": "ignore""#)],
        day(HALF_WAY),
    );
    let progress = both.difference("o", ComparedFigure::Progress).unwrap();
    assert_eq!(progress.values.get("ours"), Some(&StepValue::Number(0.4)));
    assert_eq!(progress.because.get("ours"), Some(&vec![Policy::Missing, Policy::Weights]));
}

#[test]
fn where_any_two_of_three_fields_would_do_all_three_are_named() {
    const PACE: &str = r#""pace": [{"status": "on_track", "when": {"progress": {"at_least": 0.7}}}, {"status": "at_risk"}]"#;
    let first = ours(PACE);
    let other = ours(&format!(
        r#"{PACE}, "weights": "ignore", "missing": "zero", "clamp": {{"member": {{"floor": 0, "cap": 0.75}}}}"#
    ));
    // 1 weighing 3, 0.6 and no data: 3.6/4 = 0.9. With one field exchanged 1.6/2 = 0.8, 3.6/5 = 0.72 or (3 × 0.75 + 0.6)/4 =
    // 0.7125, all on track; with two 1.6/3 = 0.533, 1.35/2 = 0.675 or 2.85/5 = 0.57, all at risk. So no field does it alone, and
    // none is missed.
    let plan = plan(&[("a", r#", "weight": 3"#, Some(100.0)), ("b", "", Some(60.0)), ("c", "", None)]);
    let comparison = compare(&plan, &[first, other], day(HALF_WAY));
    let status = comparison.difference("o", ComparedFigure::Status).unwrap();
    assert_eq!(status.because.get("ours#2"), Some(&vec![Policy::ClampMember, Policy::Missing, Policy::Weights]));
}

#[test]
fn each_field_that_does_it_alone_is_named() {
    // Any of the three caps makes 0.5 of 0.75 by itself.
    let plan = plan(&[("a", "", Some(90.0)), ("b", "", Some(60.0))]);
    let cap = r#"{"floor": 0, "cap": 0.5}"#;
    let capped = ours(&format!(r#""clamp": {{"shown": {cap}, "member": {cap}, "objective": {cap}}}"#));
    let comparison = compare(&plan, &[Profile::named("default").unwrap(), capped], day(HALF_WAY));
    let progress = comparison.difference("o", ComparedFigure::Progress).unwrap();
    assert_eq!(progress.values.get("ours"), Some(&StepValue::Number(0.5)));
    assert_eq!(
        progress.because.get("ours"),
        Some(&vec![Policy::ClampShown, Policy::ClampMember, Policy::ClampObjective])
    );
}

#[test]
fn a_status_that_needs_two_fields_names_both() {
    // Complete: achieved by default. Not to be achieved leaves it on track, the harder pace leaves it achieved.
    let plan = plan(&[("k", "", Some(100.0))]);
    let strict = ours(r#""achieve_running": false, "pace": [{"status": "at_risk"}]"#);
    let comparison = compare(&plan, &[Profile::named("default").unwrap(), strict], day(HALF_WAY));
    assert_eq!(
        found(&comparison),
        [
            ("o", "status", vec!["achieve_running", "pace"]),
            ("k", "status", vec!["achieve_running", "pace"])
        ]
    );
}

#[test]
fn a_grade_and_its_band_differ_because_of_grade() {
    // 0.65 is 0.7 and green by one decimal, 0.65 and yellow by two.
    let plan = plan(&[("k", "", Some(65.0))]);
    let bands = r#"[{"from": 0, "band": "red"}, {"from": 0.4, "band": "yellow"}, {"from": 0.7, "band": "green"}]"#;
    let fine = ours(&format!(r#""grade": {{"decimals": 2, "bands": {bands}}}"#));
    let comparison = compare(&plan, &[Profile::named("default").unwrap(), fine], day(HALF_WAY));
    let figures: Vec<_> = found(&comparison).into_iter().filter(|(node, ..)| *node == "k").collect();
    assert_eq!(figures, [("k", "grade", vec!["grade"]), ("k", "band", vec!["grade"])]);
    let band = comparison.difference("k", ComparedFigure::Band).unwrap();
    assert_eq!(band.values.get("default"), Some(&StepValue::Text("green".to_owned())));
}

#[test]
fn a_pace_by_grade_differs_because_of_pace_not_of_success() {
    // 0.4 when 0.5 is expected: google asks for a grade of 0.7 and calls 0.4 behind; its success counts only at the close.
    let plan = plan(&[("k", "", Some(40.0))]);
    let running = compare(&plan, &named(&["default", "google"]), day(HALF_WAY));
    assert_eq!(found(&running), [("o", "status", vec!["pace"]), ("k", "status", vec!["pace"])]);
    // 0.65 after the close: missed at 0.7, achieved at 0.6.
    let plan = self::plan(&[("k", "", Some(65.0))]);
    let over = compare(&plan, &named(&["default", "google"]), day("2026-04-12"));
    assert_eq!(found(&over), [("o", "status", vec!["success"]), ("k", "status", vec!["success"])]);
}

#[test]
fn several_profiles_are_each_compared_with_the_first() {
    let plan = plan(&[("k", "", Some(40.0))]);
    let comparison = compare(&plan, &named(&["default", "viva", "zokri", "google"]), day(HALF_WAY));
    let status = comparison.difference("k", ComparedFigure::Status).unwrap();
    assert_eq!(
        status.values.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        ["default", "viva", "zokri", "google"]
    );
    // 0.1 of 0.5 is a fifth, which zokri lets pass.
    assert_eq!(status.because.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["viva", "google"]);
}

#[test]
fn profiles_of_one_name_are_told_apart() {
    let plan = plan(&[("k", "", Some(40.0))]);
    let comparison = compare(
        &plan,
        &[ours(r#""missing": "zero""#), ours(r#""pool": "pooled""#), ours(r#""weights": "ignore""#)],
        day(HALF_WAY),
    );
    assert_eq!(comparison.profiles().collect::<Vec<_>>(), ["ours", "ours#2", "ours#3"]);
}

#[test]
fn nodes_stand_in_the_order_of_the_document() {
    let text = r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-04-11"}], "objectives": [
        {"id": "z", "title": "Z", "cycle": "c", "key_results": [
            {"id": "y", "title": "Y", "measure": {"kind": "metric", "start": 0, "target": 100}, "check_ins": [{"on": "2026-02-20", "value": 40}]}]},
        {"id": "b", "title": "B", "cycle": "c", "key_results": [
            {"id": "a", "title": "A", "measure": {"kind": "metric", "start": 0, "target": 100}, "check_ins": [{"on": "2026-02-20", "value": 45}]}]}]}"#;
    let comparison = compare(&read(text).unwrap(), &named(&["default", "viva"]), day(HALF_WAY));
    assert_eq!(found(&comparison).iter().map(|(node, ..)| *node).collect::<Vec<_>>(), ["z", "y", "b", "a"]);
}
