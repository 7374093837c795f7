//! The slots of a key result: when a check-in is due, and how that went.

use std::collections::BTreeMap;

use crate::measure::{Measure, counting};
use crate::plan::{CheckIn, Due, DueOn, KeyResult, Node, Objective, Plan, Stage, StageChange, Terms, Weekend, frozen_days, stage_on};
use crate::time::{AsOf, Cadence, Date, Slots};
use crate::wire;

wire::words! {
    /// How it stands with the check-in of a slot.
    pub enum SlotStatus is "a status of a slot" {
        /// It came by the day it was due.
        OnTime = "on_time",
        /// It came within the days of grace.
        Late = "late",
        /// It did not come, and would not count for the slot any more.
        Missed = "missed",
        /// It has not come, and would still count.
        Pending = "pending",
        /// The slot has not begun.
        Future = "future",
    }
}

/// How many slots before and after a day are looked at: what a hostile cycle of ten thousand years would cost else, for each of
/// its key results.
const MOST_SLOTS: usize = 10_000;

/// One length of the cadence, in which one check-in is due.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Slot {
    /// Its first day.
    pub starts: Date,
    /// Its last day, clipped to the cycle.
    pub ends: Date,
    /// The day by which the check-in is due.
    pub due: Date,
    /// How that stands.
    pub status: SlotStatus,
    /// The day of the check-in that serves it, where one does.
    pub served_on: Option<Date>,
}

/// The slots of a key result with how each went as of a day, in order. `None` where there is no such key result, where nothing
/// sets a cadence for it, or where it is measured by what others contribute and takes no check-ins.
///
/// The cadence is the key result's own, else that of the nearest team that sets one, from its objective's team upwards, else its
/// cycle's; the due day likewise and apart from it, without any the last day of the slot. Slots run from the cycle's first day.
/// One whose due day lies outside the period of the key result, or on a day on which it or its objective is a draft, dropped or
/// closed, is not owed and not listed; the day of the closing itself still is. Nor is one that has no due day: a week without
/// the 15th, a single day on a weekend.
///
/// A check-in serves one slot, by its own day and not by when it was recorded. It belongs to the slot that falls due next
/// and is on time there. But where the slot that fell due before has none, and the grace has not run out, it counts there, as
/// late. Corrected and withdrawn check-ins serve none.
///
/// Worked: weeks from 2026-01-05, due on Sundays, one day of grace, checked in on the 7th and the 19th, as of the 21st: the first
/// is on time, the second, due on the 18th, is late, and the third, due on the 25th, is pending.
///
/// ```
/// use okrkit::Date;
/// use okrkit::rhythm::{SlotStatus, check_in_slots};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-05", "ends": "2026-01-25",
///     "check_in_every": "week", "check_in_due": {"grace_days": 1}}],
///   "objectives": [{"id": "o", "title": "O", "cycle": "c", "key_results": [
///     {"id": "k", "title": "K", "measure": {"kind": "metric", "start": 0, "target": 10},
///      "check_ins": [{"on": "2026-01-07", "value": 1}, {"on": "2026-01-19", "value": 2}]}]}]}"#)?;
/// let slots = check_in_slots(&plan, "k", Date::new(2026, 1, 21)?).ok_or("no slots")?;
/// let went: Vec<_> = slots.iter().map(|slot| slot.status).collect();
/// assert_eq!(went, [SlotStatus::OnTime, SlotStatus::Late, SlotStatus::Pending]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes time in proportion to the slots and the check-ins. Of a cycle with more, the ten thousand slots before the day and the ten
/// thousand after it are looked at: twenty-seven years of days each way.
#[must_use]
pub fn check_in_slots(plan: &Plan, key_result: &str, as_of: impl Into<AsOf>) -> Option<Vec<Slot>> {
    let Some(Node::KeyResult(at)) = plan.node(key_result) else { return None };
    let (_, found) = plan.key_result_at(at)?;
    Timetable::of_team(plan, plan.team_of(plan.owner_of(at)?)).slots(plan, plan.owner_of(at)?, found, as_of.into(), Date::MAX)
}

/// What teams say of cadence and due day: of each team its own word, else that of the nearest team above that has one.
#[derive(Debug)]
pub(crate) struct Timetable<'a> {
    teams: BTreeMap<usize, Said<'a>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Said<'a> {
    every: Option<Cadence>,
    due: Option<&'a Due>,
}

impl<'a> Timetable<'a> {
    /// For all teams.
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let mut out = Self { teams: BTreeMap::new() };
        (0..plan.teams().len()).for_each(|team| out.add(plan, team));
        out
    }

    /// For one team, which may be none.
    fn of_team(plan: &'a Plan, team: Option<usize>) -> Self {
        let mut out = Self { teams: BTreeMap::new() };
        if let Some(team) = team {
            out.add(plan, team);
        }
        out
    }

    /// Up to a team of which it is known, and back: each team is passed once, however deep they stand.
    fn add(&mut self, plan: &'a Plan, team: usize) {
        let (mut way, mut next, mut said) = (Vec::new(), Some(team), Said::default());
        while let Some(at) = next {
            if let Some(known) = self.teams.get(&at) {
                said = *known;
                break;
            }
            way.push(at);
            next = plan.team_above(at);
        }
        for at in way.into_iter().rev() {
            if let Some(team) = plan.teams().get(at) {
                said = Said {
                    every: team.check_in_every.or(said.every),
                    due: team.check_in_due.as_ref().or(said.due),
                };
            }
            self.teams.insert(at, said);
        }
    }

    fn said(&self, plan: &Plan, objective: usize) -> Said<'a> {
        let team = plan.team_of(objective).and_then(|team| self.teams.get(&team));
        team.copied().unwrap_or_default()
    }

    /// How many days the slot has that a day falls in, cut short by nothing. `None` without a cadence or outside the cycle.
    pub(crate) fn slot_days(&self, plan: &Plan, objective: usize, key_result: &KeyResult, on: Date) -> Option<i32> {
        let cycle = plan.cycle_of(objective)?;
        let every = key_result.check_in_every.or(self.said(plan, objective).every).or(cycle.check_in_every)?;
        let slot = Slots::new(cycle.starts, cycle.ends, every).of(on)?;
        let (starts, ends) = Slots::new(cycle.starts, Date::MAX, every).span(slot)?;
        Some(ends.days_since(starts) + 1)
    }

    /// The slots of a key result that begin up to a day, and the one after those.
    pub(crate) fn slots(&self, plan: &Plan, objective: usize, key_result: &KeyResult, as_of: AsOf, until: Date) -> Option<Vec<Slot>> {
        if matches!(key_result.measure, Measure::Children(_)) {
            return None;
        }
        let cycle = plan.cycle_of(objective)?;
        let owner = plan.objective_at(objective)?;
        let said = self.said(plan, objective);
        let every = key_result.check_in_every.or(said.every).or(cycle.check_in_every)?;
        let fallback = Due::default();
        let due = key_result
            .check_in_due
            .as_ref()
            .or(said.due)
            .or(cycle.check_in_due.as_ref())
            .unwrap_or(&fallback);

        let period = Terms::in_force(key_result, as_of).period(owner.period((cycle.starts, cycle.ends)));
        let open = [
            Open::of(owner.stage, &owner.stages, as_of),
            Open::of(key_result.stage, &key_result.stages, as_of),
        ];
        let is_owed = |due: Date| (period.0..=period.1).contains(&due) && open.iter().all(|open| open.on(due));

        let mut checked_in: Vec<Date> = counting_of(owner, key_result, as_of).iter().map(|check_in| check_in.on).collect();
        checked_in.sort_unstable();
        let calendar = Slots::new(cycle.starts, cycle.ends, every);
        let now = calendar.of(as_of.on.max(cycle.starts).min(cycle.ends)).unwrap_or_default();
        let near = now.saturating_sub(MOST_SLOTS)..=now.saturating_add(MOST_SLOTS);
        let planned = near.map_while(|n| calendar.span(n)).filter_map(|span| Some((span, due_day(span, due)?)));
        let mut is_before_last = true;
        // With the first that begins later: what came after the last due day serves it already.
        let planned = planned.take_while(|((starts, _), _)| std::mem::replace(&mut is_before_last, *starts <= until));
        Some(served(planned, &checked_in, is_owed, as_of.on, grace(due)))
    }
}

/// The check-ins of a key result that count on a day.
pub(crate) fn counting_of<'a>(objective: &Objective, key_result: &'a KeyResult, as_of: AsOf) -> Vec<&'a CheckIn> {
    counting(&key_result.check_ins, as_of, &frozen_days(&objective.stages, &key_result.stages, as_of))
}

/// Whether a key result is under way on a day: within its period, and active like its objective.
pub(crate) fn is_running(plan: &Plan, objective: usize, key_result: &KeyResult, as_of: AsOf) -> bool {
    let (Some(owner), Some(cycle)) = (plan.objective_at(objective), plan.cycle_of(objective)) else {
        return false;
    };
    let period = Terms::in_force(key_result, as_of).period(owner.period((cycle.starts, cycle.ends)));
    let is_active = |stage, stages| stage_on(stage, stages, as_of) == Stage::Active;
    (period.0..=period.1).contains(&as_of.on) && is_active(owner.stage, &owner.stages) && is_active(key_result.stage, &key_result.stages)
}

/// On which days a node is open to check-ins that are owed: from each day on, whether it is.
#[derive(Debug)]
struct Open(Vec<(Date, bool)>);

impl Open {
    fn of(stage: Option<Stage>, stages: &[StageChange], as_of: AsOf) -> Self {
        let seen = stages.iter().filter(|change| as_of.sees(change.on, change.recorded));
        // Of two on a day the later in the list.
        let by_day: BTreeMap<Date, Stage> = seen.map(|change| (change.on, change.stage)).collect();
        let first = stage.unwrap_or(if stages.is_empty() { Stage::Active } else { Stage::Draft });
        // What was closed from the beginning keeps its check-ins, and so what was owed.
        let mut out = vec![(Date::MIN, first.counts())];
        for (on, stage) in by_day {
            if stage.is_over() {
                // The day itself stays what it was.
                out.extend(on.add_days(1).map(|next| (next, false)));
            } else {
                out.push((on, stage == Stage::Active));
            }
        }
        Self(out)
    }

    fn on(&self, day: Date) -> bool {
        let after = self.0.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, is_open)| *is_open)
    }
}

/// The day of a slot by which its check-in is due, where it has one.
fn due_day((starts, ends): (Date, Date), due: &Due) -> Option<Date> {
    // A weekend is two days long, so one of any three is none.
    let is_workday = |day: &Date| (starts..=ends).contains(day) && !is_weekend(*day, due.weekend);
    match due.on {
        DueOn::SlotEnd => Some(ends),
        DueOn::FirstWeekday => (0..3).filter_map(|days| starts.add_days(days)).find(is_workday),
        DueOn::LastWeekday => (0..3).filter_map(|days| ends.add_days(-days)).find(is_workday),
        DueOn::DayOfMonth => {
            let day = as_days(due.day.unwrap_or(31.0)).clamp(1, 31).unsigned_abs();
            // By the first of each month that the slot touches.
            let first = Date::new(starts.year(), starts.month(), 1).ok()?;
            let months = (0..).map_while(|months| first.add_months(months)).take_while(|month| *month <= ends);
            let clipped = |month: Date| (28..=day).rev().chain([day]).find_map(|day| Date::new(month.year(), month.month(), day).ok());
            months.filter_map(clipped).find(|day| (starts..=ends).contains(day))
        }
    }
}

fn is_weekend(day: Date, weekend: Weekend) -> bool {
    match weekend {
        Weekend::SaturdaySunday => day.weekday() >= 5,
        Weekend::FridaySaturday => matches!(day.weekday(), 4 | 5),
    }
}

fn grace(due: &Due) -> i32 {
    as_days(due.grace_days)
}

/// A number of days of a document or a policy as a whole number, 0 or more; NaN is 0.
#[expect(clippy::cast_possible_truncation, reason = "clamped to the range of dates just before")]
pub(crate) fn as_days(days: f64) -> i32 {
    if days >= 0.0 { days.min(4_000_000.0) as i32 } else { 0 }
}

/// Gives check-ins to slots, in one pass over both.
fn served(planned: impl Iterator<Item = ((Date, Date), Date)>, checked_in: &[Date], is_owed: impl Fn(Date) -> bool, on: Date, grace: i32) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    let mut days = checked_in.iter().copied().peekable();
    // Whether the last slot passed is the last one listed, and so may still be served late.
    let mut is_last_listed = false;
    for (at, ((starts, ends), due)) in planned.enumerate() {
        if at == 0 {
            while days.next_if(|day| *day < starts).is_some() {}
        }
        if let Some(before) = out.last_mut().filter(|_| is_last_listed) {
            let last_chance = before.due.add_days(grace).unwrap_or(Date::MAX).min(due);
            settle(before, days.peek().copied(), last_chance, on);
            if before.status == SlotStatus::Late {
                days.next();
            }
        }
        let in_time = days.next_if(|day| *day <= due);
        while days.next_if(|day| *day <= due).is_some() {}
        is_last_listed = is_owed(due);
        if is_last_listed {
            out.push(Slot {
                starts,
                ends,
                due,
                status: if in_time.is_some() { SlotStatus::OnTime } else { SlotStatus::Pending },
                served_on: in_time,
            });
        }
    }
    if let Some(last) = out.last_mut().filter(|_| is_last_listed) {
        let last_chance = last.due.add_days(grace).unwrap_or(Date::MAX);
        settle(last, days.peek().copied(), last_chance, on);
    }
    out
}

/// What becomes of a slot whose due day has been passed over: `next` is the first check-in after it.
fn settle(slot: &mut Slot, next: Option<Date>, last_chance: Date, on: Date) {
    if slot.served_on.is_some() {
        return;
    }
    slot.status = match next {
        Some(day) if day <= last_chance => {
            slot.served_on = next;
            SlotStatus::Late
        }
        _ if on < slot.starts => SlotStatus::Future,
        _ if on <= last_chance => SlotStatus::Pending,
        _ => SlotStatus::Missed,
    };
}
