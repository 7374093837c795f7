//! What stands beside objectives and key results: when check-ins are due, indicators, decisions, who sees what, lint settings.

use std::collections::BTreeMap;

use super::{Owner, Source, Text};
use crate::measure::Threshold;
use crate::time::{Date, Instant};
use crate::unit::Unit;
use crate::wire;

wire::words! {
    /// On which day of a slot a check-in is due.
    pub enum DueOn is "a day on which check-ins are due" {
        /// The last day of the slot.
        SlotEnd = "slot_end",
        /// The first day of the slot that is no weekend.
        FirstWeekday = "first_weekday",
        /// The last day of the slot that is no weekend.
        LastWeekday = "last_weekday",
        /// The first day of the slot with the number `day` in its month, clipped to the month's end.
        DayOfMonth = "day_of_month",
    }
}

wire::words! {
    /// The two days on which nobody is expected to check in.
    pub enum Weekend is "a weekend" {
        /// Saturday and Sunday.
        SaturdaySunday = "saturday_sunday",
        /// Friday and Saturday.
        FridaySaturday = "friday_saturday",
    }
}

wire::record! {
    /// When the check-in of a slot is due.
    pub struct Due is "when check-ins are due" {
        /// On which day of the slot.
        on: DueOn = optional;
        /// With `day_of_month`: which, 1 to 31.
        day: Option<f64> = optional;
        /// What first and last weekdays leave out.
        weekend: Weekend = optional;
        /// For how many days after it is due a check-in still counts for the slot, as late. Whole, 0 or more.
        grace_days: f64 = optional;
    }
}

wire::record! {
    /// What a key performance indicator was on a day.
    pub struct KpiReading is "a reading of a KPI" {
        /// The day.
        on: Date = required;
        /// On the indicator's own scale.
        value: f64 = required;
        /// In words.
        note: Option<String> = optional;
        /// Who took it.
        by: Option<String> = optional;
        /// Where it comes from.
        source: Source = optional;
        /// When it became known; without it at 00:00 UTC of `on`.
        recorded: Option<Instant> = optional;
    }
}

wire::record! {
    /// The range in which an indicator is healthy: one bound or two.
    pub struct Healthy is "a healthy range" {
        /// Healthy where the reading is greater.
        above: Option<f64> = optional;
        /// Healthy where the reading is greater or equal.
        at_least: Option<f64> = optional;
        /// Healthy where the reading is less.
        below: Option<f64> = optional;
        /// Healthy where the reading is less or equal.
        at_most: Option<f64> = optional;
    }
}

wire::record! {
    /// A key performance indicator: watched in every cycle and never scored.
    pub struct Kpi is "a KPI" {
        /// The id; KPIs have a namespace of their own.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = optional;
        /// The team it belongs to.
        team: Option<String> = optional;
        /// Who watches it.
        owners: Vec<Owner> = optional;
        /// The unit of its readings and of its range.
        unit: Option<Unit> = optional;
        /// Where it should be.
        healthy: Healthy = required;
        /// What it was, in the order it was entered.
        readings: Vec<KpiReading> = optional;
    }
}

wire::record! {
    /// Something to be decided.
    pub struct Decision is "a decision" {
        /// What is to be decided.
        what: String = required;
        /// The day by which it is due.
        due: Date = required;
        /// Who decides.
        by: Option<String> = optional;
        /// The day on which it was decided. Without it the decision is open.
        decided: Option<Date> = optional;
        /// What was decided.
        outcome: Option<String> = optional;
    }
}

wire::words! {
    /// Who sees an objective and its key results.
    pub enum Visibility is "a visibility" {
        /// Everybody.
        Public = "public",
        /// Its team, the teams below it, and its owners.
        Team = "team",
        /// Its owners.
        Private = "private",
    }
}

wire::words! {
    /// How seriously a lint rule is taken.
    pub enum LintLevel is "a level of lint" {
        /// It is not asked.
        Off = "off",
        /// Worth knowing.
        Note = "note",
        /// Worth mending.
        Warning = "warning",
        /// Not to be left as it is.
        Error = "error",
    }
}

wire::record! {
    /// A finding that is known and accepted.
    pub struct LintIgnore is "an accepted finding" {
        /// The rule, by its id.
        rule: String = required;
        /// The objective, key result, team, cycle or KPI it is accepted for, by id; without it everywhere.
        node: Option<String> = optional;
        /// Why.
        reason: String = required;
    }
}

wire::record! {
    /// How a plan wants to be linted.
    pub struct LintSettings is "lint settings" {
        /// Rules, by id, with the level they have in this plan.
        levels: BTreeMap<String, LintLevel> = optional;
        /// What is accepted.
        ignore: Vec<LintIgnore> = optional;
    }
}

impl Healthy {
    /// The same range as a measure: what a KPI becomes as a key result.
    #[must_use]
    pub fn threshold(&self) -> Threshold {
        let mut threshold = Threshold::default();
        (threshold.above, threshold.at_least, threshold.below, threshold.at_most) = (self.above, self.at_least, self.below, self.at_most);
        threshold
    }

    /// Whether a reading is within the range.
    #[must_use]
    pub fn holds(&self, reading: f64) -> bool {
        self.threshold().is_met(reading)
    }
}

impl Kpi {
    /// An indicator with a healthy range.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<Text>, healthy: Healthy) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            healthy,
            ..Self::default()
        }
    }
}

impl Decision {
    /// Something to be decided by a day.
    #[must_use]
    pub fn new(what: impl Into<String>, due: Date) -> Self {
        Self {
            what: what.into(),
            due,
            ..Self::default()
        }
    }
}

impl KpiReading {
    /// A reading of a day.
    #[must_use]
    pub fn new(on: Date, value: f64) -> Self {
        Self { on, value, ..Self::default() }
    }
}
