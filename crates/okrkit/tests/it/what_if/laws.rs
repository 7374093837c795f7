//! Laws of what would be if.

use okrkit::what_if::{Cause, Presence, Route};
use okrkit::{CheckIn, Edit, Plan, Profile, RequiredPolicy, evaluate, required, sensitivity, what_if};
use proptest::prelude::*;

use super::{after, edits, tries};
use crate::strategies::{config, plans, profiles, tapes};
use crate::support;

/// Everything asked for, checked in, gives the score that was promised.
fn keeps_its_promise(plan: &Plan, profile: &Profile, on: okrkit::Date, objective: &str, wanted: f64, route: &Route) -> Result<(), TestCaseError> {
    let Route::Possible { asks, gives, .. } = route else { return Ok(()) };
    prop_assert!(*gives >= wanted - 1e-9, "{gives} is less than {wanted}");
    // A million events are believed.
    prop_assume!(asks.iter().map(|ask| ask.times).sum::<f64>() < 1000.0);
    let score = evaluate(&after(plan, route), profile, on).objective(objective).unwrap().score.unwrap();
    prop_assert!((score - gives).abs() <= 1e-9, "{objective}: {score}, not {gives}: {asks:?}");
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn what_is_asked_for_gives_the_score(case in plans::cases(), profile in profiles::profiles(), percent in 1..=100_u8) {
        let (plan, profile, wanted) = (support::read(&case.plan), profiles::read(&profile), f64::from(percent) / 100.0);
        for objective in plan.objectives() {
            let found = required(&plan, &profile, case.on, &objective.id, wanted, &RequiredPolicy::default()).unwrap();
            for route in [&found.alike, &found.least_effort].into_iter().chain(found.alone.iter().map(|alone| &alone.route)) {
                keeps_its_promise(&plan, &profile, case.on, &objective.id, wanted, route)?;
            }
        }
    }

    #[test]
    fn metrics_give_the_score_exactly_and_least_effort_is_least(values in proptest::collection::vec((0..=10_u8, 1..5_u8), 1..6), percent in 1..=100_u8) {
        let key_results: serde_json::Value = values.iter().enumerate().map(|(n, (value, weight))| super::metric(&format!("k{n}"), f64::from(*weight), f64::from(*value))).collect();
        let (plan, profile, wanted) = (support::read(&support::plan_with(key_results)), support::named("default"), f64::from(percent) / 100.0);
        let on = support::date(super::HALF);
        let found = required(&plan, &profile, on, "o", wanted, &RequiredPolicy::default()).unwrap();
        let effort = |route: &Route| route.asks().map(|asks| asks.iter().map(|ask| ask.to - ask.from.unwrap()).sum::<f64>());
        let least = effort(&found.least_effort).unwrap();
        for route in [&found.alike, &found.least_effort].into_iter().chain(found.alone.iter().map(|alone| &alone.route)) {
            if let Route::Possible { asks, gives, .. } = route {
                keeps_its_promise(&plan, &profile, on, "o", wanted, route)?;
                prop_assert!(asks.is_empty() || (gives - wanted).abs() <= 1e-9);
                prop_assert!(least <= effort(route).unwrap() + 1e-9);
            }
        }
        // With all of them at 1, everything can be had.
        prop_assert!(found.alike.asks().is_some());
    }

    #[test]
    fn every_change_has_a_cause(case in plans::cases(), profile in profiles::profiles(), percent in 1..=100_u8, at in any::<usize>(), mut tape in tapes(60)) {
        let (plan, profile) = (support::read(&tries::with_a_total(&case.plan)), profiles::read(&profile));
        let ids: Vec<&str> = plan.objectives().map(|objective| objective.id.as_str()).collect();
        let objective = ids[at % ids.len()];
        let found = required(&plan, &profile, case.on, objective, f64::from(percent) / 100.0, &RequiredPolicy::default()).unwrap();
        let tried_edits: Vec<Edit> = match found.alike.asks() {
            Some(asks) if tape.chance(30) && asks.iter().all(|ask| ask.times < 100.0) => edits(asks),
            _ => tries::edits(&mut tape, &plan, case.on),
        };
        let n_edits = tried_edits.len();
        let told = format!("{tried_edits:?}");
        let tried = what_if(&plan, &profile, case.on, tried_edits).unwrap();
        for change in &tried.changes {
            prop_assert!(!change.because.is_empty(), "{change:?} after {told}");
            for cause in &change.because {
                match cause {
                    Cause::Edit { edit } => prop_assert!(*edit < n_edits),
                    Cause::Member { node } => prop_assert!(tried.change(node).is_some()),
                    Cause::Shares { objective } => prop_assert!(plan.objective(objective).is_some()),
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
        // What is not named is the same, and what is named is not.
        for (key_result, score) in tried.before.key_results() {
            let kept = tried.change(&key_result.id).is_none_or(|change| change.presence == Presence::Kept);
            prop_assert_eq!(kept, tried.after.plan().key_result(&key_result.id).is_some());
            if tried.change(&key_result.id).is_none() {
                prop_assert_eq!(score, tried.after.key_result(&key_result.id).unwrap());
            }
        }
    }

    #[test]
    fn a_small_step_moves_the_score_by_the_slope(case in plans::cases(), profile in profiles::profiles()) {
        let (plan, profile) = (support::read(&case.plan), profiles::read(&profile));
        let card = evaluate(&plan, &profile, case.on);
        for objective in plan.objectives() {
            for found in sensitivity(&plan, &profile, case.on, &objective.id).unwrap() {
                let key_result = plan.key_result(&found.key_result).unwrap();
                let score = card.key_result(&found.key_result).unwrap();
                // Where one value is the reading, and lies within the way so that a step stays on it.
                let Some(okrkit::Reading::Number(reading)) = score.reading else { continue };
                let is_plain = matches!(&key_result.measure, okrkit::Measure::Metric(metric) if metric.reading == okrkit::ReadingRule::Latest)
                    && key_result.amendments.is_empty();
                let Some(slope) = found.per_unit.value() else { continue };
                let is_within = score.progress.value().is_some_and(|progress| (0.01..0.99).contains(&progress));
                // What it contributes elsewhere may come back another way, which is not its own.
                let is_linked = plan.links().iter().any(|link| link.child == key_result.id) || profile.pool != okrkit::profile::Pool::KeyResults;
                if !is_plain || !is_within || is_linked || card.objective(&objective.id).unwrap().is_manual {
                    continue;
                }
                let step = 1e-6 * reading.abs().max(1.0);
                let check_in = CheckIn::of_value(case.on, reading + step);
                let after = plan.apply([Edit::CheckIn { key_result: key_result.id.clone(), check_in }]).unwrap();
                let after = evaluate(&after, &profile, case.on);
                // A node that takes no check-ins stays, whatever the slope.
                if after.key_result(&key_result.id).unwrap().progress == score.progress {
                    continue;
                }
                let moved = after.objective(&objective.id).unwrap().score.unwrap() - card.objective(&objective.id).unwrap().score.unwrap();
                prop_assert!((moved - slope * step).abs() <= 1e-9, "{}: {moved}, not {}", key_result.id, slope * step);
            }
        }
    }
}
