use super::{Log, Measured, Outcome, Reading, ReadingRule};
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

/// A number that is watched and never scored: outcome and status are `not_scored`, and it enters no roll-up.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Observe {
    /// The unit of the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// What the values amount to.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <ReadingRule>::default())))]
    pub reading: ReadingRule,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Observe {
    #[expect(clippy::unused_self, reason = "every kind has a check")]
    pub(super) fn check(&self, _: &mut Context, _: Option<crate::time::Cadence>) {}

    pub(super) fn evaluate(&self, log: &Log<'_>) -> Measured {
        let reading = log.read(self.reading).filter(|value| value.is_finite()).map(Reading::Number);
        Measured {
            reading,
            progress: Outcome::NotScored,
        }
    }
}
