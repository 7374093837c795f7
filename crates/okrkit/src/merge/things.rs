//! Everything with an id: what stays, where it stands, and what it needs.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Fields, present};
use super::{Conflict, Taken, Three, order};
use crate::diff::{FieldValue, Flat, List, Of};

pub(super) fn merge(sides: Three<&Flat>) -> (Flat, Vec<Conflict>) {
    let mut things = Things {
        sides,
        homes: sides.map(Flat::homes),
        out: Flat::default(),
        home: BTreeMap::new(),
        conflicts: Vec::new(),
    };
    for of in sides.each().into_iter().flat_map(|flat| flat.things.keys()).collect::<BTreeSet<_>>() {
        things.thing(of);
    }
    things.restore();
    things.order();
    (things.out, things.conflicts)
}

struct Things<'a> {
    sides: Three<&'a Flat>,
    /// In which list each thing stands on each side.
    homes: Three<BTreeMap<&'a Of, &'a List>>,
    out: Flat,
    /// In which list what is merged stands.
    home: BTreeMap<&'a Of, &'a List>,
    conflicts: Vec<Conflict>,
}

impl<'a> Things<'a> {
    fn three(&self, of: &Of) -> Three<Option<&'a FieldValue>> {
        self.sides.map(|flat| flat.things.get(of))
    }

    fn homes_of(&self, of: &Of) -> Three<Option<&'a List>> {
        Three {
            base: self.homes.base.get(of).copied(),
            ours: self.homes.ours.get(of).copied(),
            theirs: self.homes.theirs.get(of).copied(),
        }
    }

    fn thing(&mut self, of: &'a Of) {
        let (three, homes) = (self.three(of), self.homes_of(of));
        let conflicts = &mut self.conflicts;
        let moved = homes.ours.or(homes.theirs) != homes.base;
        let merged = match (three.base, three.ours, three.theirs) {
            (Some(_), Some(_), Some(_)) | (None, _, _) => present(of, "", three, conflicts, |path, conflicts| Fields { of, conflicts }.merged(path, "", three)),
            // One that was moved is not as it was, and stays too.
            (Some(_), Some(left), None) | (Some(_), None, Some(left)) if moved => {
                let taken = if three.ours.is_some() { Taken::Ours } else { Taken::Theirs };
                conflicts.push(three.conflict(of, "", taken));
                Some(left.clone())
            }
            _ => present(of, "", three, conflicts, |_, _| None),
        };
        if let Some(merged) = merged {
            self.keep(of, merged);
        }
    }

    fn keep(&mut self, of: &'a Of, value: FieldValue) {
        let homes = self.homes_of(of);
        let home = match (homes.ours, homes.theirs) {
            (Some(_), Some(_)) => homes.agreed().unwrap_or_else(|| {
                let told = homes.map(|home| home.and_then(List::objective).map(|id| FieldValue::Text(id.to_owned())));
                let three = Three {
                    base: told.base.as_ref(),
                    ours: told.ours.as_ref(),
                    theirs: told.theirs.as_ref(),
                };
                self.conflicts.push(three.conflict(of, "/objective", Taken::Ours));
                homes.ours
            }),
            (ours, theirs) => ours.or(theirs).or(homes.base),
        };
        if let Some(home) = home {
            self.home.insert(of, home);
        }
        self.out.things.insert(of.clone(), value);
    }

    /// What a merged thing refers to, or stands in.
    fn needs(&self, of: &Of) -> Vec<Of> {
        let Some(value) = self.out.things.get(of) else { return Vec::new() };
        let text = |name: &str| value.get(name).and_then(FieldValue::text).map(str::to_owned);
        match of {
            Of::Plan => Vec::new(),
            Of::Cycle(_) => text("parent").map(Of::Cycle).into_iter().collect(),
            Of::Team(_) => text("parent").map(Of::Team).into_iter().collect(),
            Of::Kpi(_) => text("team").map(Of::Team).into_iter().collect(),
            Of::Objective(_) => {
                let guardrails = value.get("guardrails").map_or(&[][..], FieldValue::items);
                let guardrails = guardrails.iter().filter_map(FieldValue::text).map(|id| Of::Kpi(id.to_owned()));
                let own = text("cycle").map(Of::Cycle).into_iter().chain(text("team").map(Of::Team));
                own.chain(guardrails).collect()
            }
            Of::KeyResult(_) => {
                let objective = self.home.get(of).and_then(|list| list.objective()).map(|id| Of::Objective(id.to_owned()));
                text("kpi").map(Of::Kpi).into_iter().chain(objective).collect()
            }
            Of::Link { child, parent } => [child, parent].into_iter().filter_map(|id| self.node(id)).collect(),
        }
    }

    /// The objective or key result of an id, wherever there is one.
    fn node(&self, id: &str) -> Option<Of> {
        let both = [Of::Objective(id.to_owned()), Of::KeyResult(id.to_owned())];
        let is_merged = both.iter().any(|of| self.out.things.contains_key(of));
        both.into_iter().find(|of| !is_merged && self.three(of).each().iter().any(Option::is_some))
    }

    /// Puts back what one side removed and what is there now refers to.
    fn restore(&mut self) {
        let mut wanting: Vec<Of> = self.out.things.keys().cloned().collect();
        while let Some(of) = wanting.pop() {
            for needed in self.needs(&of) {
                if self.out.things.contains_key(&needed) {
                    continue;
                }
                let three = self.three(&needed);
                let taken = match (three.ours, three.theirs) {
                    (Some(_), _) => Taken::Ours,
                    (None, Some(_)) => Taken::Theirs,
                    (None, None) => Taken::Base,
                };
                let known = self.sides.each().into_iter().find_map(|flat| flat.things.get_key_value(&needed));
                let Some((needed, _)) = known else { continue };
                let Some(value) = three.ours.or(three.theirs).or(three.base) else { continue };
                self.conflicts.push(three.conflict(needed, "", taken));
                self.keep(needed, value.clone());
                wanting.push(needed.clone());
            }
        }
    }

    /// Puts what is merged into lists.
    fn order(&mut self) {
        let mut members: BTreeMap<&List, BTreeSet<Of>> = BTreeMap::new();
        for (of, list) in &self.home {
            members.entry(list).or_default().insert((*of).clone());
        }
        for (list, members) in members {
            let lists = self.sides.map(|flat| flat.list(list));
            let order = order::merged(lists, &members);
            if order.is_conflict {
                let told = lists.map(|list| FieldValue::List(list.iter().map(|of| FieldValue::Text(of.to_string())).collect()));
                let three = Three {
                    base: Some(&told.base),
                    ours: Some(&told.ours),
                    theirs: Some(&told.theirs),
                };
                let of = list.objective().map_or(Of::Plan, |id| Of::Objective(id.to_owned()));
                self.conflicts.push(three.conflict(&of, &format!("/{}", list.name()), Taken::Ours));
            }
            self.out.lists.insert(list.clone(), order.keys);
        }
    }
}
