//! Laws of forecasts.

use okrkit::{ForecastPolicy, forecast_all, forecast_objective};
use proptest::prelude::*;

use super::{metric, of};
use crate::strategies::{config, plans, profiles};
use crate::support::{self};

/// Readings on rising days within the first half of the cycle.
fn readings() -> impl Strategy<Value = Vec<(i32, f64)>> {
    proptest::collection::btree_map(1..50_i32, -500..500_i32, 4..12)
        .prop_map(|days| days.into_iter().map(|(day, reading)| (day, f64::from(reading) / 8.0)).collect())
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn on_a_line_every_method_says_the_line(slope in -40..40_i32, days in proptest::collection::btree_set(1..=50_i32, 4..10)) {
        // Through the start, as the run rate goes, up to the day asked from.
        let mut seen: Vec<_> = days.iter().map(|day| (*day, 5.0 + f64::from(slope) / 8.0 * f64::from(*day))).collect();
        if seen.last().unwrap().0 != 50 {
            seen.push((50, 5.0 + f64::from(slope) / 8.0 * 50.0));
        }
        let forecast = of(metric(5.0, 100.0, &seen), "2026-02-20");
        for projection in &forecast.projections {
            prop_assert!(is_near(projection.reading.value().unwrap(), 5.0 + f64::from(slope) / 8.0 * 100.0), "{:?}", projection);
        }
    }

    #[test]
    fn a_scale_moved_moves_the_forecast_alike(seen in readings(), a in prop_oneof![-3..0_i32, 1..4_i32], b in -50..50_i32) {
        let (a, b) = (f64::from(a), f64::from(b));
        let forecast = of(metric(0.0, 64.0, &seen), "2026-02-20");
        let moved: Vec<_> = seen.iter().map(|(day, reading)| (*day, a * reading + b)).collect();
        let moved = of(metric(b, 64.0 * a + b, &moved), "2026-02-20");
        for (was, is) in forecast.projections.iter().zip(&moved.projections) {
            prop_assert!(is_near(a * was.reading.value().unwrap() + b, is.reading.value().unwrap()), "{was:?} {is:?}");
            prop_assert!(is_near(was.progress.value().unwrap(), is.progress.value().unwrap()), "{was:?} {is:?}");
        }
        for (was, is) in forecast.chances.iter().zip(&moved.chances) {
            prop_assert!(is_near(was.probability.value().unwrap(), is.probability.value().unwrap()), "{was:?} {is:?}");
        }
    }

    #[test]
    fn a_nearer_target_is_no_less_likely(seen in readings(), target in 10..80_i32, nearer in 1..10_i32) {
        let probability = |target: i32| {
            let forecast = of(metric(0.0, f64::from(target), &seen), "2026-02-20");
            forecast.chance(okrkit::forecast::Goal::Target).unwrap().probability.value().unwrap()
        };
        let (far, near) = (probability(target), probability(target - nearer));
        prop_assert!((0.0..=1.0).contains(&far) && far <= near + 1e-12, "{far} {near}");
    }

    #[test]
    fn a_wider_coverage_holds_the_narrower(seen in readings(), narrow in 1..98_u8) {
        let interval = |percent: u8| {
            let policy: ForecastPolicy = serde_json::from_value(serde_json::json!({"coverage": f64::from(percent) / 100.0})).unwrap();
            super::by(metric(0.0, 64.0, &seen), "2026-02-20", &policy).interval.unwrap()
        };
        let (inner, outer) = (interval(narrow), interval(narrow + 1));
        prop_assert!(outer.low <= inner.low && inner.low <= inner.high && inner.high <= outer.high);
    }

    #[test]
    fn any_plan_is_forecast_and_one_by_one_as_all_at_once(case in plans::cases(), profile in profiles::profiles()) {
        let (plan, profile, policy) = (support::read(&case.plan), profiles::read(&profile), ForecastPolicy::default());
        let all = forecast_all(&plan, &profile, case.on, &policy);
        prop_assert_eq!(all.objectives.len(), plan.n_objectives());
        prop_assert_eq!(all.key_results.len(), plan.n_key_results());
        let card = okrkit::evaluate(&plan, &profile, case.on);
        for forecast in &all.objectives {
            let alone = forecast_objective(&plan, &profile, &forecast.objective, case.on, &policy);
            prop_assert_eq!(Some(forecast), alone.as_ref());
        }
        for forecast in &all.key_results {
            let alone = okrkit::forecast(&plan, &profile, &forecast.key_result, case.on, &policy);
            prop_assert_eq!(Some(forecast), alone.as_ref());
            // Reading and progress of the day are the scorecard's.
            let score = card.key_result(&forecast.key_result).unwrap();
            prop_assert_eq!(forecast.progress.value(), score.progress.value());
            if let (Some(reading), Some(okrkit::Reading::Number(number))) = (forecast.reading.value(), &score.reading) {
                prop_assert!(is_near(reading, *number), "{forecast:?} {number}");
            }
            // Progress of a reading that is not there is made up, but for what is rolled up without one.
            if forecast.n_observations > 0 {
                prop_assert!(forecast.projections.iter().all(|it| it.reading.value().is_some() || it.progress.value().is_none()));
            }
        }
    }
}
