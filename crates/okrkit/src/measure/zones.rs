use super::{Log, Measured, Outcome, Reading, Rules};
use crate::profile::Anchors;
use crate::wire::{self, Context};
use serde::Serialize;

wire::words! {
    /// A level named by the owner.
    pub enum Zone is "a zone" {
        /// Below what was promised.
        Fail = "fail",
        /// What was promised.
        Commit = "commit",
        /// What was aimed at.
        Target = "target",
        /// Outstanding.
        Stretch = "stretch",
    }
}

impl Zone {
    /// The score a profile gives the zone.
    pub(crate) const fn score(self, anchors: &Anchors) -> f64 {
        match self {
            Self::Fail => anchors.fail,
            Self::Commit => anchors.commit,
            Self::Target => anchors.target,
            Self::Stretch => anchors.stretch,
        }
    }
}

/// A level named by the owner, worth the profile's anchor (0, 0.3, 0.7, 1 by default). Progress and score are the same figure.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Zones {
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Zones {
    #[expect(clippy::unused_self, reason = "every kind has a check")]
    pub(super) fn check(&self, _: &mut Context, _: Option<crate::time::Cadence>) {}

    #[expect(clippy::unused_self, reason = "every kind is evaluated alike")]
    pub(super) fn evaluate(&self, log: &Log<'_>, rules: &Rules<'_>) -> Measured {
        match log.latest(|seen| seen.zone) {
            Some((_, zone)) => Measured {
                reading: Some(Reading::Zone(zone)),
                progress: Outcome::Value(zone.score(rules.anchors)),
            },
            None => Measured::NO_CHECK_INS,
        }
    }
}
