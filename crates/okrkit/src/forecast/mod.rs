//! Where it is going: readings carried on to the end of the period, and how likely the target is.
//!
//! A forecast sees what the scorecard of the day sees: the check-ins that count, the terms in force. It carries the *reading* on
//! along a line and puts what comes out through the measure, so falling metrics, levels and bands need nothing of their own. Four
//! [`Method`]s draw the line; each says for itself when it has too little to go by. Only least squares knows how far it may be
//! off, so the interval and the probabilities are its.
//!
//! A running sum lies close to a line whatever its increments do, so of sums the increments are fitted (see [`Interval`]);
//! [`backtest`](fn@backtest) tells how good intervals have been.

mod backtest;
mod calibration;
mod children;
mod estimate;
mod goal;
mod history;
mod increments;
mod key_result;
mod objective;
mod policy;
mod propose;
mod season;
mod student;
mod trend;

pub use backtest::{Backtest, BacktestCase, BacktestPolicy, backtest, backtest_history};
pub use calibration::{Calibration, CalibrationPolicy, ConfidenceBin, Predictions, calibration};
pub use estimate::{Estimate, Lack};
pub use goal::{Chance, Goal};
pub use history::{PastReading, past_readings};
pub use key_result::{Forecast, Interval, Phase, Projection, RequiredRate, Scale, forecast};
pub use objective::{Forecasts, ObjectiveForecast, ObjectiveProjection, forecast_all, forecast_objective};
pub use policy::ForecastPolicy;
pub use propose::{Better, Proposal, ProposalPolicy, Quota, propose};
pub use season::{SeasonModel, Smoothing};
pub use trend::Method;
