//! How good forecasts have been: made again from what was known then, and held against what came.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::key_result::{Phase, Trace, trace};
use super::{Estimate, ForecastPolicy, Lack, Method, ProposalPolicy, propose};
use crate::plan::Plan;
use crate::profile::Profile;
use crate::score::Scorecard;
use crate::time::{AsOf, Date};
use crate::wire;

/// From where forecasts are made again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct BacktestPolicy {
    /// Of a key result: at which shares of its time a forecast is made, each in \[0,1\]; a quarter, a half and three quarters. At
    /// most 1,000; those beyond, or outside of 0 to 1, make no case.
    pub origins: Vec<f64>,
    /// Of a history: how many of its latest periods are forecast, each from those before it; 40. At most 1,000.
    pub latest: usize,
    /// How key results are forecast.
    pub forecast: ForecastPolicy,
    /// How a history is carried on.
    pub proposal: ProposalPolicy,
}

/// What keeps a policy from another's hand from asking for the work of days.
const MOST_PERIODS: usize = 1000;
const MOST_ORIGINS: usize = 1000;

wire::settings! {
    BacktestPolicy is "a policy of backtests" {
        origins in wire::SHARE,
        latest in wire::whole(0, MOST_PERIODS),
        forecast,
        proposal,
    }
}

impl Default for BacktestPolicy {
    fn default() -> Self {
        Self {
            origins: vec![0.25, 0.5, 0.75],
            latest: 40,
            forecast: ForecastPolicy::default(),
            proposal: ProposalPolicy::default(),
        }
    }
}

/// One forecast that was made again, and what came.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BacktestCase {
    /// The id of the key result; `None` in a history.
    pub key_result: Option<String>,
    /// The day it was made from; `None` in a history.
    pub on: Option<Date>,
    /// How many days with a figure, or periods, were known.
    pub n_known: usize,
    /// What was forecast: progress of a key result, the figure of a history.
    pub forecast: f64,
    /// What came, on the same scale.
    pub actual: f64,
    /// Whether it came within the interval. `None` for a method without one.
    pub is_within: Option<bool>,
}

/// How good a method has been.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Backtest {
    /// How many forecasts there are to go by.
    pub n: usize,
    /// The mean absolute error: Σ|forecast − actual| / n.
    pub mean_absolute_error: Estimate,
    /// Σ(forecast − actual) / n: above 0 it promised too much.
    pub bias: Estimate,
    /// The share of cases with an interval in which what came was within it; to be held against the policy's coverage.
    pub coverage: Estimate,
    /// Each of them, in the order of the document and of time.
    pub cases: Vec<BacktestCase>,
}

impl Backtest {
    fn of(cases: Vec<BacktestCase>) -> Self {
        let mean = |values: &mut dyn Iterator<Item = f64>, lack: Lack| {
            let (mut sum, mut n) = (0.0, 0.0);
            for value in values {
                (sum, n) = (sum + value, n + 1.0);
            }
            if n > 0.0 { Estimate::of(sum / n) } else { Estimate::none(lack) }
        };
        let error = |case: &BacktestCase| case.forecast - case.actual;
        Self {
            n: cases.len(),
            mean_absolute_error: mean(&mut cases.iter().map(error).map(f64::abs), Lack::TooFewObservations),
            bias: mean(&mut cases.iter().map(error), Lack::TooFewObservations),
            coverage: mean(&mut cases.iter().filter_map(|case| case.is_within).map(f64::from), Lack::NoInterval),
            cases,
        }
    }
}

/// Holds a method against the key results that are over, of some cycles or of all where none is named: forecasts of their final
/// progress from several days within their period, each seeing only what was dated by then (rolling origin), and what the progress
/// on the last day was.
///
/// Key results without a forecast on a day, or without progress in the end, make no case. Left out are those that are dropped or
/// drafts on their last day, or whose objective is, since nobody went on with them, and those that are made of others. Coverage is
/// that of least squares; other methods have no interval.
///
/// Worked: forecasts of 0.8 and 1.0 for what came to 0.9 both times: mean absolute error 0.1, bias 0.
///
/// Takes time in proportion to the check-ins and the number of origins.
#[must_use]
pub fn backtest(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, method: Method, cycles: &[&str], policy: &BacktestPolicy) -> Backtest {
    let today = Scorecard::empty(plan.clone(), profile.clone(), as_of.into());
    // Many key results share their days.
    let mut cards: BTreeMap<Date, Scorecard> = BTreeMap::new();
    let mut cases = Vec::new();
    for (at, (objective, _)) in plan.key_results().enumerate() {
        if !cycles.is_empty() && !cycles.contains(&objective.cycle.as_str()) {
            continue;
        }
        let sheet = today.sheet();
        let Some(over) = trace(&sheet, at, &policy.forecast).filter(|trace| trace.phase == Phase::Over) else {
            continue;
        };
        let (starts, ends) = over.period();
        if ends >= sheet.as_of.on {
            continue;
        }
        let mut card_of = |on: Date| {
            let as_of = AsOf { on, ..sheet.as_of };
            cards
                .entry(on)
                .or_insert_with(|| Scorecard::empty(plan.clone(), profile.clone(), as_of))
                .clone()
        };
        let last_day = card_of(ends);
        let Some(final_trace) = trace(&last_day.sheet(), at, &policy.forecast).filter(Trace::is_carried_through) else {
            continue;
        };
        let Some(actual) = final_trace.shown_progress().value() else { continue };
        for share in policy.origins.iter().take(MOST_ORIGINS) {
            let Some(on) = origin(starts, ends, *share) else { continue };
            let card = card_of(on);
            let Some(then) = trace(&card.sheet(), at, &policy.forecast) else { continue };
            let forecast = then.reading(method).then(|reading| then.progress_of(reading));
            let Some(forecast) = forecast.value() else { continue };
            let interval = if method == Method::LeastSquares {
                then.interval(&policy.forecast).ok()
            } else {
                None
            };
            let reading = final_trace.now().value();
            cases.push(BacktestCase {
                key_result: Some(over.key_result.id.clone()),
                on: Some(on),
                n_known: then.seen.len(),
                forecast: profile.clamp.shown.apply(forecast),
                actual,
                is_within: interval
                    .zip(reading)
                    .map(|(interval, reading)| (interval.low..=interval.high).contains(&reading)),
            });
        }
    }
    Backtest::of(cases)
}

/// The day at a share of a period, rounded to the nearest.
fn origin(starts: Date, ends: Date, share: f64) -> Option<Date> {
    if !(0.0..=1.0).contains(&share) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "no more than the days of the calendar")]
    let days = (share * f64::from(ends.days_since(starts))).round() as i32;
    starts.add_days(days)
}

/// Holds [`propose`](fn@propose) against a history: each of its latest periods forecast from those before it.
///
/// Worked: 10, 20, 30, 40, 50, 60, 70 is a line. From five on a trend is followed, which meets 60 and 70; before, a level that
/// lags, 10 too low for 40 and 50.
#[must_use]
pub fn backtest_history(history: &[f64], season_length: usize, policy: &BacktestPolicy) -> Backtest {
    let one_ahead = ProposalPolicy {
        ahead: 1,
        ..policy.proposal.clone()
    };
    let first = history.len().saturating_sub(policy.latest.min(MOST_PERIODS));
    let cases = history.iter().enumerate().skip(first).filter_map(|(n, actual)| {
        let proposal = propose(history.get(..n)?, season_length, &one_ahead);
        let quota = proposal.quotas.first()?;
        let ends = quota.commit.value().zip(quota.stretch.value());
        Some(BacktestCase {
            key_result: None,
            on: None,
            n_known: n,
            forecast: quota.target.value()?,
            actual: Some(*actual).filter(|actual| actual.is_finite())?,
            is_within: ends.map(|(a, b)| (a.min(b)..=a.max(b)).contains(actual)),
        })
    });
    Backtest::of(cases.collect())
}
