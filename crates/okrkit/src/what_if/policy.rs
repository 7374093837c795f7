//! Settings of what a score asks for.

use serde::{Deserialize, Serialize};

use crate::wire;

/// How near a search for readings goes.
///
/// A policy that is read by `call`, as Python and JavaScript do it, is refused where a number is out of its range. In
/// Rust any number may stand here; one below its range counts as 0, and so does none.
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
    /// Scores nearer than this are one, in \[0,1\]; 1e-12. Status compares at nine decimals, and three more leave room for what is
    /// computed between.
    pub same: f64,
    /// How near the score that a check-in gives has to be to the one it was asked for, in \[0,1\]; 1e-10. What no double brings so
    /// near is refused for its precision.
    pub near: f64,
}

wire::settings! {
    RequiredPolicy is "a policy of what is required" { same in wire::SHARE, near in wire::SHARE }
}

impl Default for RequiredPolicy {
    fn default() -> Self {
        Self { same: 1e-12, near: 1e-10 }
    }
}

impl RequiredPolicy {
    /// With distances of 0 or more, whatever is written.
    pub(super) fn sound(self) -> Self {
        let distance = |value: f64| if value.is_finite() { value.max(0.0) } else { 0.0 };
        Self {
            same: distance(self.same),
            near: distance(self.near),
        }
    }
}
