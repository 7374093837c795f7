//! What share of check-ins came in time.

use std::collections::BTreeMap;

use super::{Slot, SlotStatus, Timetable, people_of};
use crate::plan::Plan;
use crate::time::AsOf;

/// How check-ins were kept to.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DisciplineRate {
    /// How many slots were served in time.
    pub on_time: usize,
    /// How many within the days of grace.
    pub late: usize,
    /// How many not at all.
    pub missed: usize,
    /// on time / (on time + late + missed), in \[0,1\]. None where no slot has come to an end.
    pub rate: Option<f64>,
}

impl DisciplineRate {
    fn add(&mut self, slots: &[Slot]) {
        for slot in slots {
            match slot.status {
                SlotStatus::OnTime => self.on_time += 1,
                SlotStatus::Late => self.late += 1,
                SlotStatus::Missed => self.missed += 1,
                SlotStatus::Pending | SlotStatus::Future => {}
            }
        }
        let n = self.on_time + self.late + self.missed;
        #[expect(clippy::cast_precision_loss, reason = "slots are counted, and far fewer than 2^52")]
        let rate = self.on_time as f64 / n as f64;
        self.rate = (n > 0).then_some(rate);
    }
}

/// How check-ins were kept to, by everybody.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Discipline {
    /// Over all key results.
    pub total: DisciplineRate,
    /// Of each person: the key results they own, and those without owners of objectives they own. One of several owners counts
    /// whole for each.
    pub by_person: BTreeMap<String, DisciplineRate>,
    /// Of each team, by id: the key results of its own objectives.
    pub by_team: BTreeMap<String, DisciplineRate>,
    /// Of each key result that has slots, by id.
    pub by_key_result: BTreeMap<String, DisciplineRate>,
}

/// What share of check-ins came in time up to a day: on time / (on time + late + missed).
///
/// Worked: of four weeks two on time, one late and one missed give 2/4 = 0.5; a fifth that is pending counts for nothing yet.
/// Who has no slot that came to an end has no rate.
///
/// Takes time in proportion to the slots and the check-ins of all key results.
#[must_use]
pub fn discipline(plan: &Plan, as_of: impl Into<AsOf>) -> Discipline {
    let as_of = as_of.into();
    let timetable = Timetable::of(plan);
    let mut out = Discipline::default();
    for (at, objective) in plan.objectives().enumerate() {
        for key_result in &objective.key_results {
            let Some(slots) = timetable.slots(plan, at, key_result, as_of, as_of.on) else {
                continue;
            };
            out.total.add(&slots);
            out.by_key_result.entry(key_result.id.clone()).or_default().add(&slots);
            for person in people_of(objective, Some(key_result)) {
                out.by_person.entry(person).or_default().add(&slots);
            }
            if let Some(team) = &objective.team {
                out.by_team.entry(team.clone()).or_default().add(&slots);
            }
        }
    }
    out
}
