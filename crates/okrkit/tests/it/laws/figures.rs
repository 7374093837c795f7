//! Laws of progress, score and roll-up.

use okrkit::{Date, Plan, Profile, Scorecard, Stage};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{config, plans, profiles};
use crate::support::{self, date};

/// The items of a list that may be absent.
fn items<'v>(object: &'v mut Value, list: &str) -> impl Iterator<Item = &'v mut Value> {
    object.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Every object of a plan that has a weight of its own, after a change of all of them.
fn with_weights(plan: &Value, change: impl Fn(f64) -> f64) -> Value {
    let mut plan = plan.clone();
    let weigh = |item: &mut Value| {
        if item.get("share").is_none() {
            let weight = item.get("weight").and_then(Value::as_f64).unwrap_or(1.0);
            item["weight"] = change(weight).into();
        }
    };
    for objective in plan["objectives"].as_array_mut().unwrap() {
        for key_result in items(objective, "key_results") {
            weigh(key_result);
            for amendment in items(key_result, "amendments") {
                if amendment["set"].get("weight").is_some() {
                    weigh(&mut amendment["set"]);
                }
            }
        }
    }
    items(&mut plan, "links").for_each(weigh);
    plan
}

/// Whether two figures are the same but for the last bits.
fn is_near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-12 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

/// Whether two scorecards of the same nodes say the same but for the last bits, share by share.
fn agree(a: &Scorecard, b: &Scorecard) -> Result<(), TestCaseError> {
    let same = |id: &str, a: &okrkit::NodeScore, b: &okrkit::NodeScore| {
        let figures = [
            (a.progress.value(), b.progress.value()),
            (a.score, b.score),
            (Some(a.expected), Some(b.expected)),
            (a.confidence, b.confidence),
        ];
        prop_assert!(figures.iter().all(|(a, b)| is_near(*a, *b)), "{id}: {figures:?}");
        prop_assert_eq!(a.progress.reason(), b.progress.reason());
        Ok(())
    };
    for (objective, score) in a.objectives() {
        same(&objective.id, &score, &b.objective(&objective.id).unwrap())?;
    }
    for (key_result, score) in a.key_results() {
        let other = b.key_result(&key_result.id).unwrap();
        same(&key_result.id, &score, &other)?;
        prop_assert!(
            is_near(Some(score.share), Some(other.share)),
            "{}: {} and {}",
            key_result.id,
            score.share,
            other.share
        );
    }
    Ok(())
}

fn metric(start: f64, target: f64, value: f64) -> Option<f64> {
    let plan = support::plan_with_key_result(json!({
        "measure": {"kind": "metric", "start": start, "target": target},
        "check_ins": [{"on": "2026-02-01", "value": value}]
    }));
    support::score(&plan, "default", "2026-02-20").key_result("k").unwrap().progress.value()
}

/// A key result of a kind with a scale, that scale moved by x → a·x + b.
fn moved(kind: &str, numbers: [f64; 4], value: f64, (a, b): (f64, f64)) -> f64 {
    let [start, commit, target, stretch] = numbers.map(|number| a * number + b);
    let measure = match kind {
        "levels" => json!({"kind": kind, "start": start, "commit": commit, "target": target, "stretch": stretch}),
        _ => json!({"kind": kind, "start": start, "target": target}),
    };
    let plan = support::plan_with_key_result(json!({"measure": measure, "check_ins": [{"on": "2026-02-01", "value": a * value + b}]}));
    support::score(&plan, "default", "2026-02-20")
        .key_result("k")
        .unwrap()
        .progress
        .value()
        .unwrap()
}

/// The members of an objective: key results that are active or closed, weigh something and are scored.
fn members(card: &Scorecard, plan: &Plan, objective: &str) -> Vec<okrkit::KeyResultScore> {
    plan.objective(objective)
        .unwrap()
        .key_results
        .iter()
        .map(|key_result| card.key_result(&key_result.id).unwrap())
        .filter(|score| matches!(score.stage, Stage::Active | Stage::Closed) && score.progress.as_str() != "not_scored")
        .collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_score_lies_between_0_and_1_in_every_profile(case in plans::cases(), own in profiles::profiles()) {
        let plan = support::read(&case.plan);
        let profiles = Profile::names().map(|name| Profile::named(name).unwrap()).chain([profiles::read(&own)]);
        for profile in profiles {
            let card = okrkit::evaluate(&plan, &profile, case.on);
            let objectives = card.objectives().map(|(objective, score)| (&objective.id, score.node));
            let key_results = card.key_results().map(|(key_result, score)| (&key_result.id, score.node));
            for (id, node) in objectives.chain(key_results) {
                for score in node.score.iter().chain(&node.computed_score).chain(&node.grade) {
                    prop_assert!((0.0..=1.0).contains(score), "{id} in {}: {score}", profile.id);
                }
            }
            if let Some(score) = card.total().score {
                prop_assert!((0.0..=1.0).contains(&score), "the total in {}: {score}", profile.id);
            }
        }
    }

    #[test]
    fn a_higher_reading_is_never_less_progress_of_a_rising_metric(start in -1e6..1e6, way in 1e-3..1e6, (a, b) in (-1e6..1e6, -1e6..1e6)) {
        let (low, high) = (f64::min(a, b), f64::max(a, b));
        let (below, above) = (metric(start, start + way, low).unwrap(), metric(start, start + way, high).unwrap());
        prop_assert!(below <= above, "{low} is {below}, {high} is {above}");
    }

    #[test]
    fn a_higher_reading_is_never_more_progress_of_a_falling_metric(start in -1e6..1e6, way in 1e-3..1e6, (a, b) in (-1e6..1e6, -1e6..1e6)) {
        let (low, high) = (f64::min(a, b), f64::max(a, b));
        let (below, above) = (metric(start, start - way, low).unwrap(), metric(start, start - way, high).unwrap());
        prop_assert!(below >= above, "{low} is {below}, {high} is {above}");
    }

    #[test]
    fn the_unit_of_a_scale_does_not_matter(
        kind in prop::sample::select(vec!["metric", "exact", "levels"]),
        numbers in (-50.0..50.0, 1.0..20.0, 1.0..20.0, 1.0..20.0),
        value in -100.0..100.0,
        (size, falls, b) in (1e-2..1e3_f64, any::<bool>(), -1e3..1e3),
    ) {
        let (start, commit, target, stretch) = numbers;
        let levels = [start, start + commit, start + commit + target, start + commit + target + stretch];
        let plain = moved(kind, levels, value, (1.0, 0.0));
        let other = moved(kind, levels, value, (if falls { -size } else { size }, b));
        prop_assert!((plain - other).abs() <= 1e-9, "{plain} and {other}");
    }

    #[test]
    fn the_order_of_key_results_does_not_matter_beyond_the_last_bits(case in plans::cases(), profile in profiles::profiles(), by in any::<[u8; 8]>()) {
        let profile = profiles::read(&profile);
        let card = okrkit::evaluate(&support::read(&case.plan), &profile, case.on);
        let mut shuffled = case.plan.0.clone();
        for objective in shuffled["objectives"].as_array_mut().unwrap() {
            if let Some(key_results) = objective.get_mut("key_results").and_then(Value::as_array_mut) {
                let at = usize::from(by[0]) % key_results.len();
                key_results.rotate_left(at);
                if by[1] % 2 == 0 {
                    key_results.reverse();
                }
            }
        }
        agree(&card, &okrkit::evaluate(&support::read(&shuffled), &profile, case.on))?;
    }

    #[test]
    fn weights_count_by_their_proportion_alone(case in plans::cases(), profile in profiles::profiles(), factor in prop::sample::select(vec![1e-9, 0.3, 3.0, 1e12])) {
        let profile = profiles::read(&profile);
        let card = okrkit::evaluate(&support::read(&case.plan), &profile, case.on);
        let scaled = with_weights(&case.plan, |weight| weight * factor);
        agree(&card, &okrkit::evaluate(&support::read(&scaled), &profile, case.on))?;
    }

    #[test]
    fn the_score_of_an_objective_lies_between_those_of_its_members(case in plans::cases()) {
        let plan = support::read(&case.plan);
        let card = okrkit::evaluate(&plan, &support::named("default"), case.on);
        for (objective, score) in card.objectives() {
            // A manual score has nothing to do with members; what was computed stands beside it.
            let Some(computed) = (if score.is_manual { score.computed_score } else { score.score }) else { continue };
            // A member without data counts as 0 once it is over.
            let scores: Vec<f64> = members(&card, &plan, &objective.id).iter().map(|member| member.score.unwrap_or(0.0)).collect();
            let (low, high) = scores.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), score| (low.min(*score), high.max(*score)));
            prop_assert!(low - 1e-12 <= computed && computed <= high + 1e-12, "{}: {computed} of {scores:?}", objective.id);
        }
    }

    #[test]
    fn the_shares_of_an_objective_with_a_progress_add_up_to_1(case in plans::cases()) {
        let plan = support::read(&case.plan);
        let card = okrkit::evaluate(&plan, &support::named("default"), case.on);
        for (objective, score) in card.objectives() {
            let own = objective.key_results.iter().map(|key_result| card.key_result(&key_result.id).unwrap());
            let sum: f64 = own.clone().map(|score| score.share).sum();
            let expected = if score.progress.value().is_some() { 1.0 } else { 0.0 };
            prop_assert!((sum - expected).abs() <= 1e-9, "{}: {sum}", objective.id);
            // And progress is what they make of the members', clamped to [0,1]; a missing one counts as 0.
            if let Some(progress) = score.progress.value() {
                let made: f64 = own.map(|score| score.share * score.progress.value().unwrap_or(0.0).clamp(0.0, 1.0)).sum();
                prop_assert!((made - progress).abs() <= 1e-9, "{}: {made} and {progress}", objective.id);
            }
        }
    }
}

#[test]
fn a_metric_that_fell_is_monotone_at_a_place_a_person_can_check() {
    // From 100 down to 60: 80 is half of the way, 70 three quarters.
    assert_eq!(metric(100.0, 60.0, 80.0), Some(0.5));
    assert_eq!(metric(100.0, 60.0, 70.0), Some(0.75));
    assert_eq!(date("2026-02-20").days_since(Date::MIN), date("2026-02-19").days_since(Date::MIN) + 1);
}
