//! Who owes which check-in.

use std::collections::BTreeMap;

use super::{Slot, SlotStatus, Timetable, is_running, people_of};
use crate::plan::Plan;
use crate::time::{AsOf, Date};

/// A key result that wants a check-in.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OwedCheckIn {
    /// The id of the key result.
    pub key_result: String,
    /// The id of its objective.
    pub objective: String,
    /// The id of the objective's team.
    pub team: Option<String>,
    /// The owners of the key result, else of the objective; empty where nobody is named.
    pub people: Vec<String>,
    /// The day by which the first check-in of those that are owed was due, or will be.
    pub since: Date,
    /// For how many days it has been due; 0 where that day is still to come, or is the day itself.
    pub days_overdue: i32,
    /// How many slots in a row have none, the one that runs included.
    pub n_slots: usize,
    /// The day of the check-in that served a slot last.
    pub last_served_on: Option<Date>,
}

/// The check-ins that are owed on a day.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Owed {
    /// Key result by key result, in the order of the document.
    pub check_ins: Vec<OwedCheckIn>,
    /// The ids of the key results that each person owes a check-in of.
    pub by_person: BTreeMap<String, Vec<String>>,
    /// Likewise by the id of the team.
    pub by_team: BTreeMap<String, Vec<String>>,
    /// Those that nobody is named for.
    pub of_nobody: Vec<String>,
}

/// Who owes which check-in on a day, and since when.
///
/// A key result that is under way owes one where the latest slot that has begun, or was served ahead, has none: one check-in settles that, however
/// many slots went by. It is owed since the first due day of the slots in a row that have none; while that is to come it is not
/// overdue. What is over, drafted or dropped owes nothing any more.
///
/// Worked: weeks due on Sundays, the last check-in on Wednesday 2026-01-07, as of Tuesday the 20th. The week to the 11th was
/// served; those to the 18th and the 25th have none: owed since the 18th, two days overdue, two slots.
///
/// Takes time in proportion to the slots and the check-ins of all key results.
#[must_use]
pub fn owed(plan: &Plan, as_of: impl Into<AsOf>) -> Owed {
    let as_of = as_of.into();
    let timetable = Timetable::of(plan);
    let mut out = Owed::default();
    for (at, objective) in plan.objectives().enumerate() {
        for key_result in &objective.key_results {
            if !is_running(plan, at, key_result, as_of) {
                continue;
            }
            let slots = timetable.slots(plan, at, key_result, as_of, as_of.on).unwrap_or_default();
            let begun = || slots.iter().rev().skip_while(|slot| slot.status == SlotStatus::Future);
            let without: Vec<&Slot> = begun().take_while(|slot| slot.served_on.is_none()).collect();
            let Some(first) = without.last() else { continue };
            let people = people_of(objective, Some(key_result));
            for person in &people {
                out.by_person.entry(person.clone()).or_default().push(key_result.id.clone());
            }
            if people.is_empty() {
                out.of_nobody.push(key_result.id.clone());
            }
            if let Some(team) = &objective.team {
                out.by_team.entry(team.clone()).or_default().push(key_result.id.clone());
            }
            out.check_ins.push(OwedCheckIn {
                key_result: key_result.id.clone(),
                objective: objective.id.clone(),
                team: objective.team.clone(),
                people,
                since: first.due,
                days_overdue: as_of.on.days_since(first.due).max(0),
                n_slots: without.len(),
                last_served_on: slots.iter().rev().find_map(|slot| slot.served_on),
            });
        }
    }
    out
}
