//! Laws of plans that are worked on.

use std::collections::BTreeSet;

use okrkit::{AsOf, Changes, CheckIn, Edit, Live, Plan, Scorecard};
use proptest::prelude::*;
use serde_json::Value;

use crate::strategies::{Tape, changes, config, day, plans, profiles, tapes};
use crate::support;

/// The nodes whose figures differ between two scorecards, and those only the first has.
fn differing(before: &Scorecard, after: &Scorecard) -> (BTreeSet<String>, BTreeSet<String>) {
    let figures = |card: &Scorecard| {
        let card: Value = serde_json::from_str(&card.to_json()).unwrap();
        let nodes = ["objectives", "key_results"].map(|kind| card[kind].as_object().unwrap().clone());
        nodes.into_iter().flatten().collect::<std::collections::BTreeMap<String, Value>>()
    };
    let (before, after) = (figures(before), figures(after));
    let changed = after.iter().filter(|(id, figures)| before.get(*id) != Some(*figures)).map(|(id, _)| id.clone());
    let removed = before.keys().filter(|id| !after.contains_key(*id)).cloned();
    (changed.collect(), removed.collect())
}

fn told(live: &Live, changes: &Changes) -> (BTreeSet<String>, BTreeSet<String>) {
    let changed = changes.nodes.iter().map(|node| live.plan().id_of(*node).to_owned());
    (changed.collect(), changes.removed.iter().cloned().collect())
}

/// Up to three check-ins, some of which do not fit.
fn check_ins(tape: &mut Tape, plan: &Plan, on: okrkit::Date) -> Vec<Edit> {
    let key_results: Vec<_> = plan.key_results().map(|(_, key_result)| key_result).collect();
    if key_results.is_empty() {
        return Vec::new();
    }
    tape.several(3, |tape| {
        let (key_result, like) = (tape.pick(&key_results), tape.pick(&key_results));
        let like = if tape.chance(70) { key_result } else { like };
        let mut check_in = if like.check_ins.is_empty() {
            CheckIn::new(on)
        } else {
            tape.pick(&like.check_ins)
        };
        check_in.on = day(on, tape.between(-20, 5));
        check_in.value = check_in.value.map(|value| if tape.chance(50) { value } else { tape.number(-3, 12) });
        check_in.confidence = tape.maybe(50, |tape| f64::from(tape.between(0, 10)) / 10.0);
        check_in.id = tape.maybe(10, |tape| format!("live{}", tape.below(99)));
        Edit::CheckIn {
            key_result: key_result.id.clone(),
            check_in,
        }
    })
}

proptest! {
    #![proptest_config(config(250))]

    #[test]
    fn a_plan_that_is_worked_on_has_the_figures_of_one_that_is_evaluated_afresh(mut tape in tapes(2500), profile in profiles::profiles()) {
        let case = plans::case(&mut tape);
        let profile = profiles::read(&profile);
        let as_of = case.known.as_ref().map_or_else(|| AsOf::from(case.on), |known| AsOf::known_at(case.on, known.parse().unwrap()));
        let mut live = Live::new(support::read(&case.plan), profile.clone(), as_of);
        for _ in 0..5 {
            let (before, plan_before) = (live.card().clone(), live.plan().clone());
            let changes = match tape.below(6) {
                5 => {
                    let mut another = Live::of(before.clone());
                    let other = okrkit::evaluate(&support::read(&changes::changed(&mut tape, &case.plan, "")), &profile, as_of);
                    let changes = another.show_card(other.clone());
                    prop_assert_eq!(another.card(), &other);
                    prop_assert_eq!(live.show_card(other), changes.clone());
                    changes
                }
                0 => live.show(support::read(&changes::changed(&mut tape, &case.plan, ""))),
                1 => {
                    let reason = Edit::SetTitle(Some("worked on".into()));
                    let edits = check_ins(&mut tape, &plan_before, as_of.on).into_iter().chain([reason]);
                    live.apply(edits).unwrap_or_default()
                }
                _ => {
                    let applied = live.apply(check_ins(&mut tape, &plan_before, as_of.on));
                    prop_assert!(applied.is_ok() || live.plan() == &plan_before);
                    applied.unwrap_or_default()
                }
            };
            let fresh = okrkit::evaluate(live.plan(), &profile, as_of);
            prop_assert_eq!(live.card(), &fresh);
            prop_assert_eq!(live.card().to_json(), fresh.to_json());
            prop_assert_eq!(told(&live, &changes), differing(&before, &fresh));
            prop_assert_eq!(okrkit::read(&okrkit::write(live.plan())).unwrap(), live.plan().clone());
            // And back, and forth again.
            if tape.chance(40) {
                let after = live.plan().clone();
                let back = live.show(plan_before);
                prop_assert_eq!(live.card(), &before);
                prop_assert_eq!(told(&live, &back), differing(&fresh, &before));
                live.show(after);
                prop_assert_eq!(live.card(), &fresh);
            }
        }
    }
}
