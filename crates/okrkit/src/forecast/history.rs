//! What a key result came to in earlier cycles.

use std::collections::BTreeSet;

use serde::Serialize;

use super::key_result::trace;
use super::{Estimate, ForecastPolicy};
use crate::plan::{Node, Plan};
use crate::profile::Profile;
use crate::score::Scorecard;
use crate::time::{AsOf, Date};

/// What a key result came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PastReading {
    /// The id of the key result.
    pub key_result: String,
    /// Its last day.
    pub ends: Date,
    /// The reading on that day.
    pub reading: Estimate,
}

/// What the key results that one goes on from (`continued_from`) came to on their last days, oldest first: the history that
/// [`propose`](super::propose) takes. Ends where an earlier one is not in the plan, or was met before. Those whose last day is not
/// yet over are left out.
#[must_use]
pub fn past_readings(plan: &Plan, profile: &Profile, key_result: &str, as_of: impl Into<AsOf>) -> Vec<PastReading> {
    let as_of = as_of.into();
    let (mut seen, mut out) = (BTreeSet::from([key_result]), Vec::new());
    let mut next = plan.key_result(key_result).and_then(|it| it.continued_from.as_deref());
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        let Some(Node::KeyResult(at)) = plan.node(id) else { break };
        out.extend(past_reading(plan, profile, at, as_of));
        next = plan.key_result(id).and_then(|it| it.continued_from.as_deref());
    }
    out.reverse();
    out
}

fn past_reading(plan: &Plan, profile: &Profile, at: usize, as_of: AsOf) -> Option<PastReading> {
    let bare = Scorecard::empty(plan.clone(), profile.clone(), as_of);
    let (key_result, facts) = bare.sheet().facts(at)?;
    let ends = facts.period.1;
    if ends >= as_of.on {
        return None;
    }
    let bare = Scorecard::empty(plan.clone(), profile.clone(), AsOf { on: ends, ..as_of });
    let reading = match trace(&bare.sheet(), at, &ForecastPolicy::default()) {
        Some(trace) => trace.now(),
        None => Estimate::none(super::Lack::Members),
    };
    Some(PastReading {
        key_result: key_result.id.clone(),
        ends,
        reading,
    })
}
