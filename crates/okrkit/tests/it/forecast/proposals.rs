//! Quotas from a history.

use okrkit::forecast::{BacktestPolicy, Lack, ProposalPolicy, SeasonModel};
use okrkit::{Proposal, backtest_history, propose};
use proptest::prelude::*;
use serde_json::json;

use crate::strategies::config;
use crate::support::assert_close;

fn of(history: &[f64], season_length: usize) -> Proposal {
    propose(history, season_length, &ProposalPolicy::default())
}

fn policy(fields: serde_json::Value) -> ProposalPolicy {
    serde_json::from_value(fields).unwrap()
}

/// Commit, target and stretch of the next period.
fn quota(proposal: &Proposal) -> [f64; 3] {
    let quota = &proposal.quotas[0];
    [quota.commit, quota.target, quota.stretch].map(|figure| figure.value().unwrap())
}

#[test]
fn a_line_goes_on_and_is_certain() {
    let proposal = of(&[10.0, 20.0, 30.0, 40.0, 50.0], 1);
    assert_eq!(proposal.model, Some(SeasonModel::Trend));
    assert_eq!(quota(&proposal).to_vec(), [60.0; 3]);
}

#[test]
fn a_season_comes_back() {
    // Rising by 1 a period, below and above that line by 4.5 in turn.
    let history = [10.0, 20.0, 12.0, 22.0, 14.0, 24.0, 16.0, 26.0];
    let proposal = propose(&history, 2, &policy(json!({"ahead": 3})));
    assert_eq!(proposal.model, Some(SeasonModel::Season));
    let targets: Vec<f64> = proposal.quotas.iter().map(|quota| quota.target.value().unwrap()).collect();
    assert_eq!(targets, [18.0, 28.0, 20.0]);
    // Quarters that rise by 4 a year, with a strong last one.
    let quarters = |year: f64| [10.0, 12.0, 11.0, 31.0].map(|quarter| quarter + 4.0 * year);
    let history: Vec<f64> = [0.0, 1.0, 2.0].into_iter().flat_map(quarters).collect();
    let proposal = propose(&history, 4, &policy(json!({"ahead": 4})));
    for (quota, expected) in proposal.quotas.iter().zip(quarters(3.0)) {
        assert_close(quota.target.value().unwrap(), expected);
    }
}

#[test]
fn a_level_is_followed_and_its_errors_make_the_interval() {
    // From 10 on, errors are 2 and 4 − 2α: least at α = 1, where σ² = (4 + 4)/(2 − 1) and t(80 %, 1) = 3.0777.
    let proposal = of(&[10.0, 12.0, 14.0], 1);
    assert_eq!(
        (proposal.model, proposal.smoothing.unwrap().level, proposal.degrees_of_freedom),
        (Some(SeasonModel::Level), 1.0, 1)
    );
    let [commit, target, stretch] = quota(&proposal);
    assert_close(target, 14.0);
    assert!((stretch - (14.0 + 3.07768 * 8.0_f64.sqrt())).abs() < 1e-3, "{stretch}");
    assert_close(target - commit, stretch - target);
    // Where α is 1 the level is a random walk: two steps ahead the variance is twice as large.
    let two = propose(&[10.0, 12.0, 14.0], 1, &policy(json!({"ahead": 2})));
    let errors: Vec<f64> = two.quotas.iter().map(|quota| quota.standard_error.value().unwrap()).collect();
    assert_close(errors[1], errors[0] * 2.0_f64.sqrt());
}

#[test]
fn what_is_better_lower_is_promised_higher() {
    let history = [6.0, 5.0, 6.0, 5.5];
    let (higher, lower) = (of(&history, 1), propose(&history, 1, &policy(json!({"better": "lower"}))));
    let [commit, target, stretch] = quota(&higher);
    assert_eq!(quota(&lower).to_vec(), [stretch, target, commit]);
    assert!(commit < target && target < stretch);
}

#[test]
fn nobody_promises_to_sell_less_than_nothing() {
    // A level at 100, 10 or 90 that swings by up to 90: without a floor the commit is far below 0.
    let history = [100.0, 10.0, 90.0];
    let [commit, target, stretch] = quota(&propose(&history, 1, &policy(json!({"floor": -1e300}))));
    assert!(commit < -100.0 && 0.0 < target && target < stretch);
    assert_eq!(quota(&of(&history, 1)).to_vec(), [0.0, target, stretch]);
    // What is better lower would be outstanding at 0, and no less.
    let lower = quota(&propose(&history, 1, &policy(json!({"better": "lower"}))));
    assert_eq!(lower.to_vec(), [stretch, target, 0.0]);
    assert_close(quota(&propose(&history, 1, &policy(json!({"floor": 5}))))[0], 5.0);
    // A margin that was negative may be so again.
    assert!(quota(&of(&[100.0, -10.0, 90.0], 1))[0] < 0.0);
    // So may no trend lead below 0: 40, 30, 20, 10, 0 and then 0, not −10.
    let falling = propose(&[40.0, 30.0, 20.0, 10.0, 0.0], 1, &policy(json!({"ahead": 2})));
    assert_eq!(falling.quotas[1].target.value(), Some(0.0));
}

#[test]
fn what_holds_always_has_no_ends() {
    for coverage in [1.0, 80.0] {
        let mut policy = ProposalPolicy::default();
        policy.coverage = coverage;
        let quota = &propose(&[10.0, 12.0, 14.0], 1, &policy).quotas[0];
        assert_eq!(
            (quota.commit.reason(), quota.stretch.reason()),
            (Some(Lack::NoInterval), Some(Lack::NoInterval))
        );
        assert_eq!(quota.target.value(), Some(14.0));
    }
}

#[test]
fn a_history_gets_the_model_it_can_bear() {
    let model = |n: u8, season: usize| of(&(0..n).map(|n| f64::from(n % 3)).collect::<Vec<_>>(), season).model;
    assert_eq!(
        [model(2, 1), model(3, 1), model(4, 1), model(5, 1)],
        [None, Some(SeasonModel::Level), Some(SeasonModel::Level), Some(SeasonModel::Trend)]
    );
    assert_eq!([model(7, 4), model(8, 4)], [Some(SeasonModel::Trend), Some(SeasonModel::Season)]);
    assert_eq!(propose(&[1.0; 12], 4, &policy(json!({"richest": "level"}))).model, Some(SeasonModel::Level));
    for (history, lack) in [
        (vec![], Lack::NoCheckIns),
        (vec![1.0, 2.0], Lack::TooFewObservations),
        (vec![1.0, f64::NAN, 3.0], Lack::Overflow),
    ] {
        let proposal = of(&history, 4);
        assert_eq!(proposal.quotas[0].target.reason(), Some(lack));
        assert_eq!(proposal.quotas[0].commit.reason(), Some(lack));
    }
}

#[test]
fn a_history_is_forecast_again_period_by_period() {
    // With 3 and 4 periods a level lags by 10, from 5 on the trend is met.
    let backtest = backtest_history(&[10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0], 1, &BacktestPolicy::default());
    let errors: Vec<f64> = backtest.cases.iter().map(|case| case.forecast - case.actual).collect();
    assert_eq!(errors, [-10.0, -10.0, 0.0, 0.0]);
    assert_eq!(
        (backtest.n, backtest.mean_absolute_error.value(), backtest.bias.value()),
        (4, Some(5.0), Some(-5.0))
    );
    assert_eq!(backtest.cases.iter().map(|case| case.n_known).collect::<Vec<_>>(), [3, 4, 5, 6]);
    let latest: BacktestPolicy = serde_json::from_value(json!({"latest": 2})).unwrap();
    assert_eq!(
        backtest_history(&[10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0], 1, &latest)
            .mean_absolute_error
            .value(),
        Some(0.0)
    );
    assert_eq!(backtest_history(&[1.0, 2.0], 1, &latest).bias.reason(), Some(Lack::TooFewObservations));
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn a_history_moved_moves_its_quotas_alike(history in proptest::collection::vec(-100..100_i32, 0..16), season in 0..5_usize, by in -500..500_i32) {
        let history: Vec<f64> = history.into_iter().map(f64::from).collect();
        let moved: Vec<f64> = history.iter().map(|value| value + f64::from(by)).collect();
        // With no floor: that does not move.
        let of = |history: &[f64]| propose(history, season, &policy(json!({"floor": -1e300})));
        let (was, is) = (of(&history), of(&moved));
        prop_assert_eq!(was.model, is.model);
        for (was, is) in was.quotas.iter().zip(&is.quotas) {
            for (was, is) in [(was.commit, is.commit), (was.target, is.target), (was.stretch, is.stretch)] {
                if let (Some(was), Some(is)) = (was.value(), is.value()) {
                    prop_assert!((was + f64::from(by) - is).abs() < 1e-6, "{was} {is}");
                } else {
                    prop_assert_eq!(was, is);
                }
            }
        }
    }
}
