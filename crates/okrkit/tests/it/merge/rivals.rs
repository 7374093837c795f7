//! What both sides put in the place of the same entry.

use std::collections::BTreeSet;

use okrkit::{Plan, Reading, evaluate, merge};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{changed, clean, key_result, merged, told};
use crate::strategies::{changes, config};
use crate::support::{date, metric, named, plan_with, read};

/// A key result whose check-ins are added up.
fn deals(check_ins: Value) -> Value {
    changed(&plan_with(json!([metric("k", &[])])), |plan| {
        key_result(plan)["measure"]["reading"] = "sum".into();
        key_result(plan)["check_ins"] = check_ins;
    })
}

fn reading(plan: &Plan) -> Option<f64> {
    let card = evaluate(plan, &named("default"), date("2026-03-01"));
    match card.key_result("k").unwrap().reading {
        Some(Reading::Number(number)) => Some(number),
        _ => None,
    }
}

/// A merge in which the sides rival: what is told, and the readings with either of them as ours.
fn rivalling(base: &Value, ours: &Value, theirs: &Value) -> (Vec<String>, [Option<f64>; 2]) {
    let (forth, back) = (merged(base, ours, theirs), merged(base, theirs, ours));
    let places = |merge: &okrkit::Merge| -> Vec<String> { merge.conflicts.iter().map(|told| told.field.clone()).collect() };
    assert_eq!(places(&forth), places(&back));
    assert!(forth.plan().is_some() && back.plan().is_some());
    (told(&forth), [&forth, &back].map(|merge| merge.plan().and_then(reading)))
}

#[test]
fn of_two_corrections_of_one_check_in_one_counts_and_the_other_is_told() {
    let first = json!({"on": "2026-02-01", "value": 100, "id": "c1"});
    let base = deals(json!([first]));
    let corrected = |value: i32| deals(json!([first, {"on": "2026-02-01", "value": value, "replaces": "c1"}]));
    let (told, readings) = rivalling(&base, &corrected(120), &corrected(130));
    let line = r#"key result `k` /check_ins/c1: {"on":"2026-02-01","value":100,"id":"c1"} | {"on":"2026-02-01","value":120,"replaces":"c1"} | {"on":"2026-02-01","value":130,"replaces":"c1"} -> ours"#;
    assert_eq!(told, [line]);
    assert_eq!(readings, [Some(120.0), Some(130.0)], "not 250");
    assert_eq!(
        clean(&base, &corrected(120), &corrected(120)),
        read(&corrected(120)),
        "who corrects it alike is at one"
    );
}

#[test]
fn a_withdrawal_and_a_correction_are_in_conflict_and_so_is_what_was_written_over() {
    let first = json!({"on": "2026-02-01", "value": 100, "id": "c1"});
    let base = deals(json!([first]));
    let corrected = deals(json!([first, {"on": "2026-02-01", "value": 120, "replaces": "c1"}]));
    let withdrawn = deals(json!([first, {"on": "2026-02-03", "replaces": "c1", "void": true}]));
    let written = deals(json!([{"on": "2026-02-01", "value": 110, "id": "c1"}]));
    let (told, readings) = rivalling(&base, &corrected, &withdrawn);
    assert_eq!((told.len(), readings), (1, [Some(120.0), None]));
    let (told, readings) = rivalling(&base, &corrected, &written);
    assert_eq!((told.len(), readings), (1, [Some(120.0), Some(110.0)]));
}

#[test]
fn what_corrects_a_correction_goes_with_it() {
    let first = json!({"on": "2026-02-01", "value": 100, "id": "c1"});
    let base = deals(json!([first]));
    let ours = deals(json!([first, {"on": "2026-02-01", "value": 120, "replaces": "c1"}, {"on": "2026-02-09", "value": 1}]));
    let theirs = deals(json!([
        first, {"on": "2026-02-01", "value": 130, "id": "c2", "replaces": "c1"}, {"on": "2026-02-01", "value": 140, "replaces": "c2"},
        {"on": "2026-02-10", "value": 2}
    ]));
    let (told, readings) = rivalling(&base, &ours, &theirs);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains(r#"[{"on":"2026-02-01","value":130,"id":"c2","replaces":"c1"},{"on":"2026-02-01","value":140,"replaces":"c2"}]"#),
        "{told:?}"
    );
    // 120 or 140, and the deals of both laptops: 1 + 2.
    assert_eq!(readings, [Some(123.0), Some(143.0)]);
}

#[test]
fn an_entry_without_an_id_that_both_wrote_over_counts_once() {
    let deal = |on: &str, value: i32| json!({"on": on, "value": value});
    let base = deals(json!([deal("2026-02-01", 100), deal("2026-02-08", 7)]));
    let to = |value: i32| deals(json!([deal("2026-02-01", value), deal("2026-02-08", 7)]));
    let (told, readings) = rivalling(&base, &to(120), &to(130));
    let line =
        r#"key result `k` /check_ins/2026-02-01: {"on":"2026-02-01","value":100} | {"on":"2026-02-01","value":120} | {"on":"2026-02-01","value":130} -> ours"#;
    assert_eq!(told, [line]);
    assert_eq!(readings, [Some(127.0), Some(137.0)], "not 257");
    // One wrote another day, and the other another value.
    let (told, readings) = rivalling(&base, &to(120), &deals(json!([deal("2026-02-02", 100), deal("2026-02-08", 7)])));
    assert_eq!((told.len(), readings), (1, [Some(127.0), Some(107.0)]));
    // Only one wrote over it, and the other entered a deal of the same day.
    let added = deals(json!([deal("2026-02-01", 100), deal("2026-02-08", 7), deal("2026-02-01", 5)]));
    assert_eq!(reading(&clean(&base, &to(120), &added)), Some(132.0));
}

#[test]
fn all_that_may_be_the_edit_of_an_entry_is_told_and_none_counts_beside_ours() {
    let deal = |value: i32| json!({"on": "2026-02-01", "value": value});
    let (base, ours) = (deals(json!([deal(10)])), deals(json!([deal(12)])));
    // Another deal of the day, before the edit in the list: which of the two is the edit, nothing says.
    let (lines, readings) = rivalling(&base, &ours, &deals(json!([deal(3), deal(11)])));
    let line = r#"key result `k` /check_ins/2026-02-01: {"on":"2026-02-01","value":10} | {"on":"2026-02-01","value":12} | [{"on":"2026-02-01","value":3},{"on":"2026-02-01","value":11}] -> ours"#;
    assert_eq!(lines, [line]);
    assert_eq!(readings, [Some(12.0), Some(14.0)], "12, or 3 + 11; not 12 + 11");
    // Both edited it alike, and one entered another deal: that is new.
    let merged = clean(&base, &ours, &deals(json!([deal(3), deal(12)])));
    assert_eq!(reading(&merged), Some(15.0));
}

#[test]
fn an_edit_that_may_be_of_two_days_brings_them_into_one_conflict() {
    let deal = |on: &str, value: i32| json!({"on": on, "value": value});
    let base = deals(json!([deal("2026-02-01", 10), deal("2026-02-02", 5), deal("2026-02-03", 7)]));
    let ours = deals(json!([deal("2026-02-01", 12), deal("2026-02-02", 10), deal("2026-02-03", 8)]));
    let theirs = deals(json!([deal("2026-02-01", 11), deal("2026-02-02", 6), deal("2026-02-03", 9)]));
    // The 10 of the second day was the 5 of it, or the 10 of the first; the third day has nothing to do with it.
    let (told, readings) = rivalling(&base, &ours, &theirs);
    assert_eq!(told.len(), 2);
    assert_eq!(readings, [Some(30.0), Some(26.0)], "12 + 10 + 8, or 11 + 6 + 9");
}

#[test]
fn an_entry_without_an_id_that_one_removed_and_the_other_edited_stays_and_is_told() {
    let deal = |on: &str, value: i32| json!({"on": on, "value": value});
    let base = deals(json!([deal("2026-02-01", 10), deal("2026-02-08", 7)]));
    let removed = deals(json!([deal("2026-02-08", 7)]));
    for edit in [deal("2026-02-01", 11), deal("2026-02-02", 10)] {
        let edited = deals(json!([edit, deal("2026-02-08", 7)]));
        let (lines, readings) = rivalling(&base, &removed, &edited);
        assert_eq!(
            lines,
            [format!(
                r#"key result `k` /check_ins/2026-02-01: {{"on":"2026-02-01","value":10}} | – | {edit} -> theirs"#
            )]
        );
        let expected = reading(&read(&edited));
        assert_eq!(readings, [expected, expected], "11 + 7, or 10 + 7");
        assert_eq!(merged(&base, &edited, &removed).conflicts[0].taken, okrkit::merge::Taken::Ours);
    }
    // Both removed it and nobody put anything in.
    assert_eq!(reading(&clean(&base, &removed, &removed)), Some(7.0));
}

#[test]
fn each_of_many_entries_that_both_rewrote_is_a_conflict_of_its_day() {
    let days = || (1..=12).flat_map(|month| (1..=28).map(move |day| format!("2026-{month:02}-{day:02}")));
    let of = |more: f64| deals(days().zip(1..).map(|(on, n)| json!({"on": on, "value": f64::from(n) + more})).collect());
    let merge = merged(&of(0.0), &of(0.25), &of(0.5));
    let places: BTreeSet<&str> = merge.conflicts.iter().map(|told| told.field.as_str()).collect();
    assert_eq!((merge.conflicts.len(), places.len()), (336, 336));
    assert_eq!(merge.plan(), Some(&read(&of(0.25))));
}

/// What a side does to one of some check-ins.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Write(i32),
    Correct(i32),
    Withdraw,
}

fn deeds() -> impl Strategy<Value = Vec<(usize, Deed)>> {
    let deed = prop_oneof![(10..20).prop_map(Deed::Write), (10..20).prop_map(Deed::Correct), Just(Deed::Withdraw)];
    proptest::collection::vec((0..4_usize, deed), 0..4)
}

fn done(base: &Value, deeds: &[(usize, Deed)]) -> Value {
    changed(base, |plan| {
        let list = key_result(plan)["check_ins"].as_array_mut().unwrap();
        for (at, deed) in deeds {
            let id = list[*at].get("id").cloned();
            match (deed, id) {
                (Deed::Write(value), _) | (Deed::Correct(value), None) => list[*at]["value"] = (*value).into(),
                (Deed::Correct(value), Some(id)) => list.push(json!({"on": "2026-02-20", "value": value, "replaces": id})),
                (Deed::Withdraw, Some(id)) => list.push(json!({"on": "2026-02-20", "replaces": id, "void": true})),
                (Deed::Withdraw, None) => {}
            }
        }
    })
}

proptest! {
    #![proptest_config(config(300))]

    /// Four deals, two of them with an id. Nobody enters another, so what counts is no more than four of the values given to them.
    #[test]
    fn a_sum_never_has_the_same_deal_twice(ours in deeds(), theirs in deeds()) {
        let base = deals(json!([
            {"on": "2026-02-01", "value": 1, "id": "c1"}, {"on": "2026-02-02", "value": 2},
            {"on": "2026-02-03", "value": 3, "id": "c2"}, {"on": "2026-02-04", "value": 4}
        ]));
        // A side may correct twice: then both of its corrections count on that side already.
        let once = |deeds: &[(usize, Deed)]| {
            let mut seen = BTreeSet::new();
            deeds.iter().copied().filter(|(at, _)| seen.insert(*at)).collect::<Vec<_>>()
        };
        let (ours, theirs) = (once(&ours), once(&theirs));
        let (own, other) = (done(&base, &ours), done(&base, &theirs));
        let (forth, back) = (merged(&base, &own, &other), merged(&base, &other, &own));
        prop_assert_eq!(forth.conflicts.len(), back.conflicts.len());
        for (merge, leading, following) in [(&forth, &ours, &theirs), (&back, &theirs, &ours)] {
            let found = reading(merge.plan().unwrap());
            let value = |at: usize| {
                let deed = leading.iter().chain(following).find(|(place, _)| *place == at);
                match (deed, at % 2) {
                    (None, _) | (Some((_, Deed::Withdraw)), 1) => None,
                    (Some((_, Deed::Withdraw)), _) => Some(0),
                    (Some((_, Deed::Write(value) | Deed::Correct(value))), _) => Some(*value),
                }
            };
            // Without an id there is nothing to withdraw, so the other side's deed stands.
            let plain = |at: usize| following.iter().find(|(place, _)| *place == at).and_then(|(_, deed)| match deed {
                Deed::Write(value) | Deed::Correct(value) => Some(*value),
                Deed::Withdraw => None,
            });
            let expected: i32 = (0..4).map(|at| value(at).or_else(|| plain(at)).unwrap_or(i32::try_from(at).unwrap() + 1)).sum();
            prop_assert_eq!(found.unwrap_or(0.0).to_bits(), f64::from(expected).to_bits(), "{}", told(merge).join("\n"));
        }
    }

    #[test]
    fn corrections_of_one_check_in_are_of_one_side(fork in changes::forks()) {
        let (base, ours, theirs) = (read(&fork.0), read(&fork.1), read(&fork.2));
        let merge = merge(&base, &ours, &theirs);
        let Some(plan) = merge.plan() else { return Ok(()) };
        let corrections = |plan: &Plan, key_result: &str, id: &str| -> BTreeSet<String> {
            let of = plan.key_result(key_result).map(|found| found.check_ins.iter()).into_iter().flatten();
            of.filter(|check_in| check_in.replaces.as_deref() == Some(id)).map(|check_in| serde_json::to_string(check_in).unwrap()).collect()
        };
        for (_, key_result) in plan.key_results() {
            for id in key_result.check_ins.iter().filter_map(|check_in| check_in.replaces.as_deref()) {
                let of = |plan: &Plan| corrections(plan, &key_result.id, id);
                let found = of(plan);
                prop_assert!(found.is_subset(&of(&ours)) || found.is_subset(&of(&theirs)), "{found:?}: {}", told(&merge).join("\n"));
            }
        }
    }
}
