//! Names for copies.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::MAX_ID_CHARS;
use crate::plan::{Cycle, Plan};

/// Room for a number behind the name of a cycle.
const NUMBER: usize = 12;

/// The ids that are taken, and how new ones are made.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    taken: BTreeSet<&'a str>,
    given: BTreeSet<String>,
    /// Of each name that was wanted more than once: the number that was tried last.
    numbers: BTreeMap<String, usize>,
    /// What names of the old cycle end in.
    old: String,
    new: String,
}

impl<'a> Ids<'a> {
    pub(super) fn new(plan: &'a Plan, from: &Cycle, to: &Cycle) -> Self {
        // Long names of cycles leave at least half of an id to what it names.
        let name: String = to.id.chars().take(MAX_ID_CHARS / 2 - NUMBER).collect();
        Self {
            taken: plan.objective_ids().chain(plan.key_result_ids()).collect(),
            given: BTreeSet::new(),
            numbers: BTreeMap::new(),
            old: format!("-{}", from.id),
            new: format!("-{}", name.trim_end()),
        }
    }

    /// `grow` in the cycle `q2` is `grow-q2`, and so is `grow-q1` that comes from `q1`; a number is added where that is taken.
    pub(super) fn for_copy_of(&mut self, id: &str) -> String {
        let base = id.strip_suffix(self.old.as_str()).filter(|base| !base.is_empty()).unwrap_or(id);
        let room = MAX_ID_CHARS - NUMBER - self.new.chars().count();
        let wanted = base.chars().take(room).collect::<String>() + &self.new;
        let number = self.numbers.entry(wanted.clone()).or_insert(0);
        loop {
            *number += 1;
            let id = if *number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
            if !self.taken.contains(id.as_str()) && self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}
