//! How old the news of key results are.

use serde::{Deserialize, Serialize};

use super::{Timetable, as_days, counting_of, is_running, people_of};
use crate::measure::Measure;
use crate::plan::{Plan, Terms};
use crate::time::{AsOf, Date};
use crate::wire;

/// From when on a key result is called ageing or stale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct StalenessPolicy {
    /// Ageing where the last check-in is more than so many slots old. 1 by default.
    pub ageing_after_slots: f64,
    /// Stale where it is more than so many slots old. 2 by default.
    pub stale_after_slots: f64,
    /// How many days stand for a slot where no cadence is set. 14 by default.
    pub slot_days: f64,
}

wire::settings! {
    StalenessPolicy is "a policy of staleness" {
        ageing_after_slots in wire::FROM_0,
        stale_after_slots in wire::FROM_0,
        slot_days in wire::DAYS,
    }
}

impl Default for StalenessPolicy {
    fn default() -> Self {
        Self {
            ageing_after_slots: 1.0,
            stale_after_slots: 2.0,
            slot_days: 14.0,
        }
    }
}

wire::words! {
    /// How old the news of a key result are.
    pub enum Freshness is "a freshness" {
        /// As new as its cadence asks.
        Fresh = "fresh",
        /// Older than a slot or so.
        Ageing = "ageing",
        /// Older than anybody should go by.
        Stale = "stale",
    }
}

/// How old the news of a key result are.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Staleness {
    /// The id of the key result.
    pub key_result: String,
    /// Its owners, else those of its objective.
    pub people: Vec<String>,
    /// The day of the last check-in of any kind.
    pub last_check_in: Option<Date>,
    /// Days since then; without a check-in since the key result's first day.
    pub days: i32,
    /// How many days a slot has: the length of the one that runs.
    pub slot_days: i32,
    /// What the policy calls that.
    pub freshness: Freshness,
}

/// How old the news of every key result are that is under way on a day, in the order of the document. Those that others
/// contribute to are left out, since nobody checks them in.
///
/// Worked: weekly, checked in 8 days ago: 8 > 1 × 7, so it is ageing; 15 days ago: 15 > 2 × 7, stale.
#[must_use]
pub fn staleness(plan: &Plan, as_of: impl Into<AsOf>, policy: &StalenessPolicy) -> Vec<Staleness> {
    let as_of = as_of.into();
    let timetable = Timetable::of(plan);
    let mut out = Vec::new();
    for (at, objective) in plan.objectives().enumerate() {
        let Some(cycle) = plan.cycle_of(at) else { continue };
        for key_result in &objective.key_results {
            if matches!(key_result.measure, Measure::Children(_)) || !is_running(plan, at, key_result, as_of) {
                continue;
            }
            let first_day = Terms::in_force(key_result, as_of).period(objective.period((cycle.starts, cycle.ends))).0;
            let last_check_in = counting_of(objective, key_result, as_of).iter().map(|check_in| check_in.on).max();
            let slot_days = timetable.slot_days(plan, at, key_result, as_of.on).unwrap_or(as_days(policy.slot_days));
            let days = as_of.on.days_since(last_check_in.unwrap_or(first_day));
            let is_beyond = |slots: f64| f64::from(days) > slots * f64::from(slot_days);
            out.push(Staleness {
                key_result: key_result.id.clone(),
                people: people_of(objective, Some(key_result)),
                last_check_in,
                days,
                slot_days,
                freshness: if is_beyond(policy.stale_after_slots) {
                    Freshness::Stale
                } else if is_beyond(policy.ageing_after_slots) {
                    Freshness::Ageing
                } else {
                    Freshness::Fresh
                },
            });
        }
    }
    out
}
