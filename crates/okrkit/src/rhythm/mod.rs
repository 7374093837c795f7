//! The rhythm of check-ins: which are due, who owes one, how well it is kept, and what a meeting has to talk about.
//!
//! A cadence cuts a cycle into slots, and each slot wants one check-in. [`check_in_slots`] says of each how that went, [`owed`]
//! who owes one now, [`discipline`] what share came in time, [`staleness`] how old the news are, and [`agenda`] puts together
//! what a weekly or monthly meeting needs.

mod agenda;
mod discipline;
mod owed;
mod slots;
mod staleness;

pub use agenda::{Agenda, AgendaItem, AgendaKind, AgendaPolicy, AgendaSection, AgendaWhat, agenda};
pub use discipline::{Discipline, DisciplineRate, discipline};
pub use owed::{Owed, OwedCheckIn, owed};
pub use slots::{Slot, SlotStatus, check_in_slots};
pub use staleness::{Freshness, Staleness, StalenessPolicy, staleness};

pub(crate) use slots::{Timetable, as_days, counting_of, is_running};

use crate::plan::{KeyResult, Objective};

/// Who is to be asked about a key result: its owners, else those of its objective.
pub(crate) fn people_of(objective: &Objective, key_result: Option<&KeyResult>) -> Vec<String> {
    let own = key_result.map(|key_result| &key_result.owners).filter(|owners| !owners.is_empty());
    let mut people: Vec<String> = Vec::new();
    for owner in own.unwrap_or(&objective.owners) {
        // An owner named twice is still one person; owners are few.
        if !people.contains(&owner.who) {
            people.push(owner.who.clone());
        }
    }
    people
}
