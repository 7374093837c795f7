//! Where it is going: readings carried on to the end of the period, and how likely the target is.
//!
//! A forecast sees what the scorecard of the day sees: the check-ins that count, the terms in force. It carries the *reading* on
//! along a line and puts what comes out through the measure, so falling metrics, levels and bands need nothing of their own. Four
//! [`Method`]s draw the line; each says for itself when it has too little to go by. Only least squares knows how far it may be
//! off, so the interval and the probabilities are its.
//!
//! The line of a sum is drawn through the running sum. Running sums lie closer to a line than the increments they are made of, so
//! intervals of sums are rather narrow.

mod estimate;
mod goal;
mod key_result;
mod objective;
mod policy;
mod student;
mod trend;

pub use estimate::{Estimate, Lack};
pub use goal::{Chance, Goal};
pub use key_result::{Forecast, Interval, Phase, Projection, RequiredRate, Scale, forecast};
pub use objective::{Forecasts, ObjectiveForecast, ObjectiveProjection, forecast_all, forecast_objective};
pub use policy::ForecastPolicy;
pub use trend::Method;
