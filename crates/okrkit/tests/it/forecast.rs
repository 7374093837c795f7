//! Forecasts: figures that can be worked by hand, and laws.

mod key_results;
mod laws;
mod looking_back;
mod objectives;
mod proposals;
mod sums;
mod sums_of_others;

use okrkit::forecast::{Chance, Goal};
use okrkit::{Forecast, ForecastPolicy, Method, forecast};
use serde_json::{Value, json};

use crate::support::{date, named, plan_with_key_result, read};

/// The forecast of the key result `k` by the default profile, in a cycle of 100 days from 2026-01-01 on.
pub(crate) fn of(fields: Value, on: &str) -> Forecast {
    by(fields, on, &ForecastPolicy::default())
}

pub(crate) fn by(fields: Value, on: &str, policy: &ForecastPolicy) -> Forecast {
    forecast(&read(&plan_with_key_result(fields)), &named("default"), "k", date(on), policy).unwrap()
}

/// Check-ins `[days after 2026-01-01, value]`.
pub(crate) fn values(values: &[(i32, f64)]) -> Value {
    let day = |days: i32| date("2026-01-01").add_days(days).unwrap().to_string();
    values.iter().map(|(days, value)| json!({"on": day(*days), "value": value})).collect()
}

pub(crate) fn metric(start: f64, target: f64, check_ins: &[(i32, f64)]) -> Value {
    json!({"measure": {"kind": "metric", "start": start, "target": target}, "check_ins": values(check_ins)})
}

/// Reading, progress and day of the target by a method.
pub(crate) fn says(forecast: &Forecast, method: Method) -> (Option<f64>, Option<f64>, Option<String>) {
    let projection = forecast.by(method).unwrap();
    (
        projection.reading.value(),
        projection.progress.value(),
        projection.reached_on.map(|on| on.to_string()),
    )
}

pub(crate) fn chance(forecast: &Forecast, goal: Goal) -> &Chance {
    forecast.chance(goal).unwrap_or_else(|| panic!("no {goal} in {forecast:?}"))
}
