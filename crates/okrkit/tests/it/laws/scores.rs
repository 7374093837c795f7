//! Laws of scores alone.

use okrkit::{AsOf, CheckIn, Edit, Plan, Scorecard, Scores};
use proptest::prelude::*;
use serde_json::json;

use crate::strategies::{config, plans, profiles};
use crate::support;

/// The bits of progress and score: of the key results, then of the objectives. No figure is NaN, so NaN is none.
fn bits_of_card(card: &Scorecard) -> [Vec<(u64, u64)>; 2] {
    let bits = |progress: Option<f64>, score: Option<f64>| (progress.map_or(0, f64::to_bits), score.map_or(0, f64::to_bits));
    [
        card.key_results().map(|(_, score)| bits(score.progress.value(), score.score)).collect(),
        card.objectives().map(|(_, score)| bits(score.progress.value(), score.score)).collect(),
    ]
}

fn bits_of_scores(scores: &Scores) -> [Vec<(u64, u64)>; 2] {
    let bits = |figure: &f64| if figure.is_nan() { 0 } else { figure.to_bits() };
    [scores.key_results(), scores.objectives()].map(|columns| columns.progress.iter().map(bits).zip(columns.score.iter().map(bits)).collect())
}

/// Plans wide enough to be handed out in parts, with links, amendments and thresholds, by profiles that roll children up and not.
#[cfg(feature = "rayon")]
#[test]
fn several_threads_give_the_bits_of_one() {
    use okrkit_testing::generate::{AS_OF, Config, plan};
    let wide = |seed| {
        let config = Config {
            seed,
            objectives: 1600,
            key_results_per_objective: 3,
            check_ins_per_key_result: 2,
            links: true,
        };
        okrkit::read(&plan(&config)).unwrap()
    };
    let (plans, as_of) = ([wide(1), wide(2)], support::date(AS_OF));
    for n_threads in [1, 2, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
        for name in ["default", "workfront"] {
            let profile = support::named(name);
            let all = pool.install(|| okrkit::parallel::evaluate_all(&plans, &profile, as_of));
            for (plan, card) in plans.iter().zip(all) {
                let alone = okrkit::evaluate(plan, &profile, as_of);
                let together = pool.install(|| okrkit::parallel::evaluate(plan, &profile, as_of));
                assert_eq!(together, alone);
                assert_eq!(card, alone);
                let expected = bits_of_card(&alone);
                assert_eq!(bits_of_card(&together), expected, "{n_threads} threads, {name}");
                assert_eq!(bits_of_card(&card), expected, "{n_threads} threads, {name}");
                assert_eq!(bits_of_scores(&pool.install(|| okrkit::parallel::scores(plan, &profile, as_of))), expected);
            }
        }
    }
}

/// Who has a figure decides what part of an objective each key result is.
#[test]
fn a_first_check_in_divides_an_objective_anew() {
    let plan = support::read(
        &json!({"okrkit": 1, "id": "p", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [{"id": "o", "title": "O", "cycle": "q1", "key_results": [
            {"id": "a", "title": "A", "weight": 3, "measure": {"kind": "metric", "start": 0, "target": 8},
                "check_ins": [{"on": "2026-01-31", "value": 4}]},
            {"id": "b", "title": "B", "measure": {"kind": "metric", "start": 0, "target": 8}}]}]}),
    );
    let check_in = Edit::CheckIn {
        key_result: "b".to_owned(),
        check_in: CheckIn::of_value(support::date("2026-02-01"), 2.0),
    };
    let edited = plan.apply([check_in]).unwrap();
    let score = |plan: &Plan, day: &str| {
        let (profile, on) = (support::named("default"), support::date(day));
        let scores = okrkit::scores(plan, &profile, on);
        assert_eq!(bits_of_scores(&scores), bits_of_card(&okrkit::evaluate(plan, &profile, on)));
        scores.score("o")
    };
    // Of `b` nothing is known: it is left out while the cycle runs, and counts 0 once it is over, (3 × 0.5)/4.
    assert_eq!(score(&plan, "2026-02-14"), Some(0.5));
    assert_eq!(score(&plan, "2026-04-01"), Some(0.375));
    // (3 × 0.5 + 0.25)/4
    assert_eq!(score(&edited, "2026-02-14"), Some(0.4375));
    // The day before it nothing was known of `b`.
    assert_eq!(score(&edited, "2026-01-31"), Some(0.5));
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn scores_alone_are_those_of_the_scorecard(case in plans::cases(), profile in profiles::profiles()) {
        let plan = support::read(&case.plan);
        let profile = profiles::read(&profile);
        let as_of = case.known.as_ref().map_or_else(|| AsOf::from(case.on), |known| AsOf::known_at(case.on, known.parse().unwrap()));
        for as_of in [as_of, AsOf::from(case.on.add_days(200).unwrap())] {
            let card = okrkit::evaluate(&plan, &profile, as_of);
            let mut scores = okrkit::scores(&plan, &profile, as_of);
            prop_assert_eq!(bits_of_scores(&scores), bits_of_card(&card));
            // And in room that held others.
            scores.compute(&plan, &support::named("workfront"), case.on);
            scores.compute(&plan, &profile, as_of);
            prop_assert_eq!(bits_of_scores(&scores), bits_of_card(&card));
        }
    }
}
