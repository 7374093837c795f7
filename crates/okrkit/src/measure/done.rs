use crate::wire::{self, Context};
use serde::Serialize;

/// Done (1) or not (0), by the latest check-in that says.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Done {
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Done {
    #[expect(clippy::unused_self, reason = "every kind has a check")]
    pub(super) fn check(&self, _: &mut Context, _: Option<crate::time::Cadence>) {}
}
