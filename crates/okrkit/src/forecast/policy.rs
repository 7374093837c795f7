use crate::wire;
use serde::{Deserialize, Serialize};

/// What a forecast may be made to do otherwise.
///
/// ```
/// let policy: okrkit::ForecastPolicy = serde_json::from_str(r#"{"coverage": 0.9}"#)?;
/// assert_eq!((policy.coverage, policy.last_k), (0.9, 4));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ForecastPolicy {
    /// How many days with a figure `last_k` looks back on; 4. Fewer than 2 count as 2.
    pub last_k: usize,
    /// How many days with a figure `least_squares` and `theil_sen` need; 3. Fewer than 3 count as 3: through two points there is
    /// always a line, and nothing left to tell how good it is.
    pub min_observations: usize,
    /// Of how many days with a figure, counted from the latest, `theil_sen` compares each pair; 200, which makes 19,900 pairs.
    pub theil_sen_latest: usize,
    /// How often the interval is to hold what comes, in \[0,1\]; 0.8.
    pub coverage: f64,
    /// How many days ahead it is looked for the day on which the target is reached; 366.
    pub horizon_days: u32,
    /// By which part of the larger two figures may differ and still be the same; 1e-9. It keeps the last bits of a sum from
    /// deciding whether a target is reached.
    pub tolerance: f64,
}

wire::settings! {
    ForecastPolicy is "a policy of forecasts" { last_k, min_observations, theil_sen_latest, coverage, horizon_days, tolerance }
}

impl Default for ForecastPolicy {
    fn default() -> Self {
        Self {
            last_k: 4,
            min_observations: 3,
            theil_sen_latest: 200,
            coverage: 0.8,
            horizon_days: 366,
            tolerance: 1e-9,
        }
    }
}

impl ForecastPolicy {
    /// Within 0 and 1, whatever is written.
    pub(super) fn coverage(&self) -> f64 {
        if self.coverage.is_finite() { self.coverage.clamp(0.0, 1.0) } else { 0.0 }
    }

    /// How far a figure may be off one of such a size.
    pub(super) fn slack(&self, size: f64) -> f64 {
        let slack = self.tolerance * size.abs();
        if slack.is_finite() { slack.max(0.0) } else { 0.0 }
    }
}
