//! Plans that make none together, and what either side did to that end.

use okrkit::merge::{Merged, Taken};
use okrkit::{Code, merge};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{changed, key_result, merged, told};
use crate::strategies::{changes, config};
use crate::support::{codes, metric, plan_of, plan_with, read};

/// The codes of a refused merge and its conflicts; with the other as ours there are as many.
#[track_caller]
fn refused(base: &Value, ours: &Value, theirs: &Value) -> (Vec<Code>, Vec<String>) {
    let (forth, back) = (merged(base, ours, theirs), merged(base, theirs, ours));
    assert_eq!(forth.conflicts.len(), back.conflicts.len());
    let Merged::Refused { issues, .. } = &forth.merged else {
        panic!("a plan: {:?}", told(&forth))
    };
    (codes(issues), told(&forth))
}

#[test]
fn shares_that_are_too_much_together() {
    let base = plan_with(json!([metric("a", &[]), metric("b", &[]), metric("d", &[])]));
    let share = |at: usize, share: f64| changed(&base, |plan| plan["objectives"][0]["key_results"][at]["share"] = json!(share));
    let (codes, told) = refused(&base, &share(0, 0.6), &share(1, 0.7));
    assert_eq!(codes, [Code::ShareSum]);
    let line = r#"objective `o` /key_results: [{"id":"a"},{"id":"b"}] | [{"id":"a","share":0.6}] | [{"id":"b","share":0.7}] -> both"#;
    assert_eq!(told, [line]);
}

#[test]
fn circles_of_teams_and_of_cycles() {
    let base = changed(&plan_of(json!([])), |plan| {
        plan["teams"] = json!([{"id": "t", "title": "T"}, {"id": "u", "title": "U"}]);
        plan["cycles"] = json!([{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}, {"id": "e", "starts": "2026-01-01", "ends": "2026-03-31"}]);
    });
    let under = |list: &str, at: usize, parent: &str| changed(&base, |plan| plan[list][at]["parent"] = parent.into());
    let (codes, told) = refused(&base, &under("teams", 0, "u"), &under("teams", 1, "t"));
    assert_eq!(codes, [Code::TeamLoop]);
    assert_eq!(told.len(), 1);
    let line = |list: &str, one: &str, other: &str| {
        format!(r#"the plan /{list}: – | [{{"id":"{one}","parent":"{other}"}}] | [{{"id":"{other}","parent":"{one}"}}] -> both"#)
    };
    // Before, neither had a parent.
    let shown = told[0].replace(r#"[{"id":"u"},{"id":"t"}]"#, "–").replace(r#"[{"id":"t"},{"id":"u"}]"#, "–");
    assert_eq!(shown, line("teams", "t", "u"));
    let (codes, told) = refused(&base, &under("cycles", 0, "e"), &under("cycles", 1, "c"));
    assert_eq!((codes, told.len()), (vec![Code::CycleLoop], 1));
}

#[test]
fn fields_of_one_key_result_that_exclude_each_other() {
    let base = plan_with(json!([metric("k", &[])]));
    let to = |field: &str, value: i32| changed(&base, |plan| key_result(plan)["measure"][field] = value.into());
    // From 0 to 10: one side starts at 20, and the other aims at 20.
    let (codes, told) = refused(&base, &to("start", 20), &to("target", 20));
    assert_eq!(codes, [Code::MeasureStartEqualsTarget]);
    let measure = |start: i32, target: i32| format!(r#"{{"kind":"metric","start":{start},"target":{target}}}"#);
    let line = format!("key result `k` /measure: {} | {} | {} -> both", measure(0, 10), measure(20, 10), measure(0, 20));
    assert_eq!(told, [line]);
    // One makes it something to be done, and the other checks in a number.
    let done = changed(&base, |plan| key_result(plan)["measure"] = json!({"kind": "done"}));
    let read = changed(&base, |plan| key_result(plan)["check_ins"] = json!([{"on": "2026-02-01", "value": 3}]));
    let (codes, told) = refused(&base, &done, &read);
    assert_eq!(codes, [Code::CheckInShape]);
    let line = format!(
        r#"key result `k` : {{"measure":{}}} | {{"measure":{{"kind":"done"}}}} | {{"check_ins":[{{"on":"2026-02-01","value":3}}]}} -> both"#,
        measure(0, 10)
    );
    assert_eq!(told, [line]);
}

#[test]
fn what_one_gave_an_id_that_the_other_took() {
    let base = plan_of(json!([{"id": "o", "title": "o", "cycle": "c"}]));
    let objective = changed(&base, |plan| {
        plan["objectives"].as_array_mut().unwrap().push(json!({"id": "x", "title": "x", "cycle": "c"}));
    });
    let key_result = changed(&base, |plan| plan["objectives"][0]["key_results"] = json!([metric("x", &[])]));
    let (codes, told) = refused(&base, &objective, &key_result);
    assert_eq!((codes, told.len()), (vec![Code::IdDuplicate], 1));
    assert!(
        told[0].contains(r#"| [{"id":"x","title":"x","cycle":"c""#) && told[0].contains(r#""objective":"o"}] -> both"#),
        "{told:?}"
    );
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn whatever_is_refused_says_what_both_did(fork in changes::forks()) {
        let (base, ours, theirs) = (read(&fork.0), read(&fork.1), read(&fork.2));
        let merge = merge(&base, &ours, &theirs);
        let of_problems: Vec<_> = merge.conflicts.iter().filter(|told| told.taken == Taken::Both).collect();
        let Merged::Refused { issues, .. } = &merge.merged else {
            prop_assert!(of_problems.is_empty());
            return Ok(());
        };
        prop_assert!(!of_problems.is_empty() && of_problems.len() <= issues.len());
        for conflict in of_problems {
            prop_assert!(conflict.ours.is_some() || conflict.theirs.is_some(), "{issues}: {}", told(&merge).join("\n"));
            if merge.conflicts.iter().all(|told| told.taken == Taken::Both) {
                prop_assert!(conflict.ours.is_some() && conflict.theirs.is_some(), "{issues}: {}", told(&merge).join("\n"));
            }
        }
    }
}
