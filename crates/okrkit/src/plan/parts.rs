//! The parts of a plan, as they are written.
//!
//! They are plain data: anybody can make and change them. What makes a plan valid is the one check they go through when they
//! become a [`Plan`](super::Plan), which then hands them out for reading only.

use std::collections::BTreeMap;

use super::{Ambition, Decision, Due, LinkKind, Source, Stage, Status, Text, Visibility};
use crate::issue::Code;
use crate::measure::{Measure, MeasureFields, Zone};
use crate::time::{Cadence, Date, Instant};
use crate::wire;

wire::record! {
    /// A span of days in which objectives are pursued.
    pub struct Cycle is "a cycle" {
        /// The id; cycles have a namespace of their own.
        id: String = required;
        /// For people.
        title: Option<Text> = optional;
        /// For people, at length.
        description: Option<Text> = optional;
        /// The first day.
        starts: Date = required;
        /// The last day.
        ends: Date = required;
        /// The cycle this one is a part of.
        parent: Option<String> = optional;
        /// How often key results of this cycle are checked in, from its first day.
        check_in_every: Option<Cadence> = optional;
        /// When in a slot that is due; without it on its last day.
        check_in_due: Option<Due> = optional;
    }
}

wire::record! {
    /// A team. It stands above those whose parent it is, and above theirs.
    pub struct Team is "a team" {
        /// The id; teams have a namespace of their own.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = optional;
        /// The team above.
        parent: Option<String> = optional;
        /// A label such as `company`; it has no meaning here.
        level: Option<String> = optional;
        /// How often its key results are checked in; else as the nearest team above that says so, then the cycle.
        check_in_every: Option<Cadence> = optional;
        /// When in a slot that is due; else likewise.
        check_in_due: Option<Due> = optional;
    }
}

wire::record! {
    /// Somebody responsible.
    pub struct Owner is "an owner" {
        /// Who it is, in your own terms; compared code point by code point.
        who: String = required;
        /// Their part of the responsibility, in \[0,1\].
        share: Option<f64> = optional;
    }
}

impl Owner {
    /// Somebody, without a share.
    #[must_use]
    pub fn new(who: impl Into<String>) -> Self {
        Self {
            who: who.into(),
            ..Self::default()
        }
    }
}

wire::record! {
    /// A dated change of stage.
    pub struct StageChange is "a change of stage" {
        /// From which day on.
        on: Date = required;
        /// The stage from then on.
        stage: Stage = written;
        /// Why.
        reason: Option<String> = optional;
        /// Who said so.
        by: Option<String> = optional;
        /// When it became known; without it at 00:00 UTC of `on`.
        recorded: Option<Instant> = optional;
    }
}

wire::record! {
    /// A score set by hand. From its day on it takes the place of the computed one, which stays beside it.
    pub struct ManualScore is "a manual score" {
        /// From which day on.
        on: Date = required;
        /// The score, in \[0,1\].
        value: f64 = required;
        /// Why.
        reason: Option<String> = optional;
        /// Who said so.
        by: Option<String> = optional;
        /// When it became known; without it at 00:00 UTC of `on`.
        recorded: Option<Instant> = optional;
    }
}

wire::record! {
    /// What a reading is expected to be on a day.
    pub struct PathPoint is "a point of an expected path" {
        /// The day.
        on: Date = required;
        /// On the measure's own scale.
        value: f64 = required;
    }
}

wire::record! {
    /// The figures of one part of a composite, within a check-in.
    pub struct Figures is "the figures of a part" {
        /// [`CheckIn::value`].
        value: Option<f64> = optional;
        /// [`CheckIn::done`].
        done: Option<bool> = optional;
        /// [`CheckIn::steps_done`](CheckInBeside::steps_done).
        steps_done: Option<Vec<String>> = optional;
        /// [`CheckIn::steps_undone`](CheckInBeside::steps_undone).
        steps_undone: Option<Vec<String>> = optional;
        /// [`CheckIn::zone`].
        zone: Option<Zone> = optional;
        /// [`CheckIn::event`].
        event: bool = optional;
        /// [`CheckIn::met`](CheckInBeside::met).
        met: Option<f64> = optional;
        /// [`CheckIn::of`](CheckInBeside::of).
        of: Option<f64> = optional;
    }
}

wire::record! {
    /// What was known of a key result on a day. It carries the figures that its measure takes, any of the rest, or a note alone.
    pub struct CheckIn is "a check-in" beside CheckInBeside {
        /// The day it is of.
        on: Date = required;
        /// A number on the measure's own scale (85 means 85 %).
        value: Option<f64> = optional;
        /// Whether it is done.
        done: Option<bool> = optional;
        /// Ids of steps done since.
        steps_done: Option<Vec<String>> = rare;
        /// Ids of steps that turned out not to be done.
        steps_undone: Option<Vec<String>> = rare;
        /// The zone it is in.
        zone: Option<Zone> = optional;
        /// That one event took place.
        event: bool = optional;
        /// Of a batch: how many met the threshold.
        met: Option<f64> = rare;
        /// Of a batch: how many there were.
        of: Option<f64> = rare;
        /// The figures of the parts of a composite.
        parts: BTreeMap<String, Figures> = rare;
        /// How likely success is in the owner's eyes, in \[0,1\].
        confidence: Option<f64> = optional;
        /// In words.
        note: Option<String> = rare;
        /// Who checked in.
        by: Option<String> = optional;
        /// Where it comes from.
        source: Source = optional;
        /// The owner's own call. It is shown as `owner_status` and never used.
        status: Option<Status> = optional;
        /// Names the check-in, so that a later one can correct it.
        id: Option<String> = rare;
        /// The `id` of a check-in that stands earlier in the list, and that this one takes the place of.
        replaces: Option<String> = rare;
        /// With `replaces`: withdraws the earlier one and puts nothing in its place.
        void: bool = optional;
        /// What stands in the way, until a later check-in.
        blocker: Option<String> = rare;
        /// When it became known; without it at 00:00 UTC of `on`.
        recorded: Option<Instant> = rare;
    }
}

impl CheckIn {
    /// A check-in of a day, with nothing in it yet.
    #[must_use]
    pub fn new(on: Date) -> Self {
        Self { on, ..Self::default() }
    }

    /// A check-in of a number.
    #[must_use]
    pub fn of_value(on: Date, value: f64) -> Self {
        Self {
            on,
            value: Some(value),
            ..Self::default()
        }
    }
}

wire::record! {
    /// What an amendment sets.
    pub struct AmendmentSet is "what an amendment sets"
        refuses KeyResult::FIELDS, Objective::FIELDS, MeasureFields::FIELDS as Code::AmendmentField
    {
        /// [`KeyResult::weight`]. It takes a share away.
        weight: Option<f64> = optional;
        /// [`KeyResult::share`](KeyResultBeside::share). It takes a weight away.
        share: Option<f64> = optional;
        /// [`KeyResult::starts`](KeyResultBeside::starts).
        starts: Option<Date> = optional;
        /// [`KeyResult::ends`](KeyResultBeside::ends).
        ends: Option<Date> = optional;
        /// [`KeyResult::expected_path`](KeyResultBeside::expected_path).
        expected_path: Option<Vec<PathPoint>> = optional;
        /// Fields of the measure to replace. The kind may not change.
        measure: Option<MeasureFields> = optional;
    }
}

wire::record! {
    /// A change of the terms in mid-cycle. Days before it are judged as they were; the original terms stay beside it.
    pub struct Amendment is "an amendment" {
        /// From which day on. Of two on a day, the later in the list.
        on: Date = required;
        /// Why.
        reason: String = required;
        /// Who decided.
        by: Option<String> = optional;
        /// What changes.
        set: AmendmentSet = required;
        /// When it became known; without it at 00:00 UTC of `on`.
        recorded: Option<Instant> = optional;
    }
}

wire::record! {
    /// A result by which an objective is measured.
    pub struct KeyResult is "a key result" beside KeyResultBeside {
        /// The id, in one namespace with the objectives.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = rare;
        /// Who is responsible.
        owners: Vec<Owner> = optional;
        /// How it is measured.
        measure: Measure = required;
        /// Its part of the objective, in proportion; 1 if neither weight nor share is given, 0 to leave it out.
        weight: Option<f64> = optional;
        /// Instead of a weight: its part of the objective, kept as it is, in \[0,1\].
        share: Option<f64> = rare;
        /// Its first day, if not the objective's.
        starts: Option<Date> = rare;
        /// Its last day, if not the objective's.
        ends: Option<Date> = rare;
        /// What is expected when, if not the straight line. Days rise; linear between, flat outside.
        expected_path: Vec<PathPoint> = rare;
        /// What held before the first of `stages`; without those, what holds.
        stage: Option<Stage> = rare;
        /// Its dated changes of stage.
        stages: Vec<StageChange> = rare;
        /// What was checked in, in the order it was entered.
        check_ins: Vec<CheckIn> = optional;
        /// Changes of its terms.
        amendments: Vec<Amendment> = rare;
        /// Scores set by hand.
        manual_scores: Vec<ManualScore> = rare;
        /// How often it is checked in; else as the team of its objective says, then the cycle.
        check_in_every: Option<Cadence> = rare;
        /// When in a slot that is due; else likewise.
        check_in_due: Option<Due> = rare;
        /// The key result of an earlier cycle that it goes on from, by id; it need not be in the plan any more.
        continued_from: Option<String> = rare;
        /// The KPI it was made of, by id.
        kpi: Option<String> = rare;
    }
}

impl KeyResult {
    /// A key result with a measure.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<Text>, measure: Measure) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            measure,
            ..Self::default()
        }
    }

    /// Adds a check-in.
    #[must_use]
    pub fn check_in(mut self, check_in: CheckIn) -> Self {
        self.check_ins.push(check_in);
        self
    }

    /// Sets the weight.
    #[must_use]
    pub fn weighing(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Adds an owner.
    #[must_use]
    pub fn owned_by(mut self, who: impl Into<String>) -> Self {
        self.owners.push(Owner::new(who));
        self
    }
}

wire::record! {
    /// What is to be brought about, in words; how far it is, its key results say.
    pub struct Objective is "an objective" beside ObjectiveBeside {
        /// The id, in one namespace with the key results.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = rare;
        /// The cycle it belongs to.
        cycle: String = required;
        /// The team it belongs to.
        team: Option<String> = optional;
        /// Who is responsible.
        owners: Vec<Owner> = optional;
        /// `revenue`, `customer`, `product`, `process`, `team`, or any other word.
        category: Option<String> = optional;
        /// What success means.
        ambition: Ambition = optional;
        /// Words to group by.
        tags: BTreeMap<String, String> = optional;
        /// Its first day, if not the cycle's.
        starts: Option<Date> = rare;
        /// Its last day, if not the cycle's.
        ends: Option<Date> = rare;
        /// What held before the first of `stages`; without those, what holds.
        stage: Option<Stage> = rare;
        /// Its dated changes of stage.
        stages: Vec<StageChange> = rare;
        /// What the team learned from it.
        learned: Option<Text> = rare;
        /// Scores set by hand.
        manual_scores: Vec<ManualScore> = rare;
        /// Who sees it.
        visibility: Visibility = rare;
        /// KPIs, by id, without whose health it is not achieved.
        guardrails: Vec<String> = rare;
        /// What is to be decided about it.
        decisions: Vec<Decision> = rare;
        /// The objective of an earlier cycle that it goes on from, by id; it need not be in the plan any more.
        continued_from: Option<String> = rare;
        /// How it is measured.
        key_results: Vec<KeyResult> = optional;
    }
}

impl Objective {
    /// An objective of a cycle.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<Text>, cycle: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            cycle: cycle.into(),
            ..Self::default()
        }
    }

    /// Sets the team.
    #[must_use]
    pub fn of_team(mut self, team: impl Into<String>) -> Self {
        self.team = Some(team.into());
        self
    }

    /// Adds an owner.
    #[must_use]
    pub fn owned_by(mut self, who: impl Into<String>) -> Self {
        self.owners.push(Owner::new(who));
        self
    }

    /// Adds a key result.
    #[must_use]
    pub fn key_result(mut self, key_result: KeyResult) -> Self {
        self.key_results.push(key_result);
        self
    }
}

wire::record! {
    /// A link from an objective or key result up to another.
    pub struct Link is "a link" {
        /// The id of the objective or key result below.
        child: String = required;
        /// The id of the objective or key result above.
        parent: String = required;
        /// What the link does.
        kind: LinkKind = optional;
        /// Its part among the contributions to the parent, in proportion; 1 if not given, 0 to leave it out.
        weight: Option<f64> = optional;
        /// Its first day; without it there is none.
        starts: Option<Date> = optional;
        /// Its last day; without it there is none.
        ends: Option<Date> = optional;
    }
}

impl Link {
    /// A contributing link.
    #[must_use]
    pub fn contributes(child: impl Into<String>, parent: impl Into<String>) -> Self {
        Self {
            child: child.into(),
            parent: parent.into(),
            ..Self::default()
        }
    }

    /// A supporting link.
    #[must_use]
    pub fn supports(child: impl Into<String>, parent: impl Into<String>) -> Self {
        Self {
            kind: LinkKind::Supports,
            ..Self::contributes(child, parent)
        }
    }

    /// The weight, 1 if not given.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }

    /// Whether the link is there on a day.
    #[must_use]
    pub fn holds_on(&self, on: Date) -> bool {
        self.starts.is_none_or(|starts| starts <= on) && self.ends.is_none_or(|ends| on <= ends)
    }
}
