//! Settings of what a score asks for.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::wire;

/// How far apart two scores that count as one may be. Beyond it what is asked for and what is given are different grades, and any
/// score would be reached already by a policy that calls all of them one.
const DISTANCE: RangeInclusive<f64> = 0.0..=1e-3;

/// How near a search for readings goes.
///
/// A policy that is read by `call`, as Python and JavaScript do it, is refused where a number is out of its range. In
/// Rust any number may stand here; one out of its range counts as the end of it that is nearer, and what is none as 0.
///
/// ```
/// let policy: okrkit::RequiredPolicy = serde_json::from_str(r#"{"near": 1e-6}"#)?;
/// assert_eq!((policy.same, policy.near), (1e-12, 1e-6));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct RequiredPolicy {
    /// Scores nearer than this are one, in \[0, 0.001\]; 1e-12. Status compares at nine decimals, and three more leave room for what is
    /// computed between.
    pub same: f64,
    /// How near the score that a check-in gives has to be to the one it was asked for, in \[0, 0.001\]; 1e-10. What no double brings so
    /// near is refused for its precision.
    pub near: f64,
}

wire::settings! {
    RequiredPolicy is "a policy of what is required" { same in DISTANCE, near in DISTANCE }
}

impl Default for RequiredPolicy {
    fn default() -> Self {
        Self { same: 1e-12, near: 1e-10 }
    }
}

impl RequiredPolicy {
    /// With distances in their range, whatever is written.
    pub(super) fn sound(self) -> Self {
        let distance = |value: f64| {
            if value.is_nan() {
                0.0
            } else {
                value.clamp(*DISTANCE.start(), *DISTANCE.end())
            }
        };
        Self {
            same: distance(self.same),
            near: distance(self.near),
        }
    }
}
