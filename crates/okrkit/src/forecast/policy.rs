use crate::wire;
use serde::{Deserialize, Serialize};

/// What a forecast may be made to do otherwise.
///
/// A policy that is read by `call`, as Python and JavaScript do it, is refused where a number is out of its range. In
/// Rust any number may stand here, and one that is beyond counts as the nearest that is not.
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
    /// How many days with a figure `last_k` looks back on, at least 2; 4.
    pub last_k: usize,
    /// How many days with a figure `least_squares` and `theil_sen` need, at least 3; 3. Through two points there is always a line,
    /// and nothing left to tell how good it is.
    pub min_observations: usize,
    /// Of how many days with a figure, counted from the latest, `theil_sen` compares each pair; 200, which makes 19,900
    /// pairs. At least 3, at most 1,000.
    pub theil_sen_latest: usize,
    /// How often the interval is to hold what comes, in \[0,1\]; 0.8. What holds always has no ends: at 1 there is no interval.
    pub coverage: f64,
    /// How many days ahead it is looked for the day on which the target is reached; 366. No more than the calendar has, 3,652,058.
    pub horizon_days: u32,
    /// By which part of the larger two figures may differ and still be the same, in \[0,1\]; 1e-9. It keeps the last bits of a sum from
    /// deciding whether a target is reached.
    pub tolerance: f64,
}

/// What keeps a policy from another's hand from asking for gigabytes: 499,500 pairs.
pub(super) const MOST_PAIRED: usize = 1000;

wire::settings! {
    ForecastPolicy is "a policy of forecasts" {
        last_k in 2.0..=*wire::COUNT.end(),
        min_observations in 3.0..=*wire::COUNT.end(),
        theil_sen_latest in wire::whole(3, MOST_PAIRED),
        coverage in wire::SHARE,
        horizon_days in wire::DAYS,
        tolerance in wire::SHARE,
    }
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
    /// `None` where an interval would have no ends.
    pub(super) fn coverage(&self) -> Option<f64> {
        coverage(self.coverage)
    }

    /// How far a figure may be off one of such a size.
    pub(super) fn slack(&self, size: f64) -> f64 {
        let slack = share(self.tolerance) * size.abs();
        if slack.is_finite() { slack } else { 0.0 }
    }
}

/// A coverage within 0 and 1, whatever is written; `None` at 1, where an interval has no ends.
pub(super) fn coverage(written: f64) -> Option<f64> {
    Some(share(written)).filter(|coverage| *coverage < 1.0)
}

/// The nearest share to what is written; 0 for what is no number.
fn share(written: f64) -> f64 {
    if written.is_nan() { 0.0 } else { written.clamp(0.0, 1.0) }
}
