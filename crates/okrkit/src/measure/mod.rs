//! Measures: how check-ins become a reading, and a reading progress.
//!
//! One file per kind. Each says which fields it takes, what it refuses, and how its progress is computed.

mod bands;
mod change;
mod children;
mod composite;
mod course;
mod done;
mod events;
mod exact;
mod fields;
mod gauge;
mod levels;
mod log;
mod metric;
mod milestones;
mod observe;
mod reaching;
mod row;
#[cfg(test)]
mod tests;
mod threshold;
mod zones;

pub use bands::{Bands, Between, Point};
pub use change::{Change, ChangeFrom};
pub use children::{Children, ChildrenRollUp};
pub use composite::{Combine, Composite};
pub use done::Done;
pub use events::Events;
pub use exact::Exact;
pub use fields::MeasureFields;
pub use levels::Levels;
pub use metric::Metric;
pub use milestones::{Milestones, Step};
pub use observe::Observe;
pub use row::RowMeasure;
pub(crate) use threshold::JudgedSlots;
pub use threshold::{Judge, JudgeShare, ShareOf, Threshold};
pub use zones::{Zone, Zones};

pub(crate) use course::Running;
pub(crate) use gauge::{Gauge, Scale, Way, number_through};
pub(crate) use log::{LeftOut, Log, Observed, counting, judged};
pub(crate) use reaching::{Range, nearest};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::issue::Code;
use crate::time::Slots;
use crate::unit::Unit;
use crate::wire::{self, Context};

wire::words! {
    /// What the values of a key result amount to on a day.
    pub enum ReadingRule is "a reading" {
        /// The value of the latest check-in: for levels, such as a rate. Of two on a day, the later in the list.
        Latest = "latest",
        /// All values added: for increments, such as sales per week.
        Sum = "sum",
        /// Their mean.
        Mean = "mean",
        /// The largest.
        Max = "max",
        /// The smallest.
        Min = "min",
    }
}

wire::words! {
    /// Why a node has no figure.
    pub enum Reason is "a reason" {
        /// Nothing was checked in that the measure reads.
        NoCheckIns = "no_check_ins",
        /// The start is not known yet.
        Start = "start",
        /// The baseline is not known yet.
        Baseline = "baseline",
        /// Nothing enters the roll-up.
        NoMembers = "no_members",
        /// Start and target are the same, so there is no way between them to measure.
        NoDistance = "no_distance",
        /// The target is 0, and the profile divides by it.
        TargetZero = "target_zero",
        /// The figure is beyond the range of doubles.
        Overflow = "overflow",
    }
}

/// A figure, or why there is none. Never a silent 0, 50 % or NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// A finite number.
    Value(f64),
    /// Nothing to compute it from yet.
    NoData(Reason),
    /// There is data, and the formula has no answer for it.
    Undefined(Reason),
    /// The node is measured and never scored.
    NotScored,
}

impl Outcome {
    /// The number, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// Why there is no number.
    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::NoData(reason) | Self::Undefined(reason) => Some(reason),
            Self::Value(_) | Self::NotScored => None,
        }
    }

    /// `value`, `no_data`, `undefined` or `not_scored`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Value(_) => "value",
            Self::NoData(_) => "no_data",
            Self::Undefined(_) => "undefined",
            Self::NotScored => "not_scored",
        }
    }

    /// A computed number, unless it left the range of doubles.
    pub(crate) fn finite(value: f64) -> Self {
        if value.is_finite() {
            // −0, which some platforms take for less than 0 and others do not, is none of the figures.
            Self::Value(value + 0.0)
        } else {
            Self::Undefined(Reason::Overflow)
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Outcome {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Outcome".into()
    }

    /// As the three fields of a node that it is written as.
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let reason = generator.subschema_for::<Option<Reason>>();
        schemars::json_schema!({
            "type": "object",
            "properties": {
                "outcome": {
                    "description": "Whether progress is a number, and if not, what kind of none it is.",
                    "enum": ["value", "no_data", "undefined", "not_scored"]
                },
                "reason": reason,
                "progress": {
                    "description": "How far it is. It may lie beyond 0 and 1 where the profile does not clamp it.",
                    "type": ["number", "null"]
                }
            },
            "required": ["outcome", "reason", "progress"]
        })
    }
}

/// What the check-ins up to a day amount to, in the measure's own terms.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Reading {
    /// A number on the measure's own scale.
    Number(f64),
    /// Done or not.
    Done(bool),
    /// The ids of the steps done, in the order of the measure.
    Steps(Vec<String>),
    /// The zone named last.
    Zone(Zone),
    /// The reading of each part; `null` for a part without one.
    Parts(BTreeMap<String, Option<Reading>>),
}

impl Reading {
    /// The number, where the reading is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            _ => None,
        }
    }
}

/// The measure of a key result.
///
/// Progress is 0 at the start and 1 at the target; what lies beyond either end is kept unless a profile clamps it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Measure {
    /// A number on its way from a start to a target, up or down.
    Metric(Metric),
    /// A number to be moved by a percentage or an amount against a baseline.
    Change(Change),
    /// A number to be kept within bounds.
    Threshold(Threshold),
    /// A number to be hit, where more is as wrong as less.
    Exact(Exact),
    /// A score drawn by hand over the values.
    Bands(Bands),
    /// A number against the levels commit, target and stretch.
    Levels(Levels),
    /// A level named by the owner.
    Zones(Zones),
    /// Weighted steps.
    Milestones(Milestones),
    /// Done or not.
    Done(Done),
    /// Occurrences, each of which may have to reach a size.
    Events(Events),
    /// Several measures that make one result together.
    Composite(Composite),
    /// What others contribute.
    Children(Children),
    /// A number that is watched and never scored.
    Observe(Observe),
}

impl Default for Measure {
    fn default() -> Self {
        Self::Observe(Observe::default())
    }
}

/// Runs `$body` with the fields of whatever kind the measure is.
macro_rules! each_kind {
    ($measure:expr, $inner:ident => $body:expr) => {
        match $measure {
            Measure::Metric($inner) => $body,
            Measure::Change($inner) => $body,
            Measure::Threshold($inner) => $body,
            Measure::Exact($inner) => $body,
            Measure::Bands($inner) => $body,
            Measure::Levels($inner) => $body,
            Measure::Zones($inner) => $body,
            Measure::Milestones($inner) => $body,
            Measure::Done($inner) => $body,
            Measure::Events($inner) => $body,
            Measure::Composite($inner) => $body,
            Measure::Children($inner) => $body,
            Measure::Observe($inner) => $body,
        }
    };
}

wire::words! {
    /// The kind of a [`Measure`].
    pub enum MeasureKind is "a kind of measure" {
        /// [`Metric`].
        Metric = "metric",
        /// [`Change`].
        Change = "change",
        /// [`Threshold`].
        Threshold = "threshold",
        /// [`Exact`].
        Exact = "exact",
        /// [`Bands`].
        Bands = "bands",
        /// [`Levels`].
        Levels = "levels",
        /// [`Zones`].
        Zones = "zones",
        /// [`Milestones`].
        Milestones = "milestones",
        /// [`Done`].
        Done = "done",
        /// [`Events`].
        Events = "events",
        /// [`Composite`].
        Composite = "composite",
        /// [`Children`].
        Children = "children",
        /// [`Observe`].
        Observe = "observe",
    }
}

/// What a profile and a cycle say about measuring.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules<'a> {
    pub(crate) anchors: &'a crate::profile::Anchors,
    pub(crate) progress: crate::profile::ProgressRule,
    /// The cycle of the objective, and its cadence: what slots are cut from.
    pub(crate) cycle: CycleSpan,
}

/// The first and last day of a cycle, with its cadence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CycleSpan {
    pub(crate) starts: crate::time::Date,
    pub(crate) ends: crate::time::Date,
    pub(crate) every: Option<crate::time::Cadence>,
}

impl CycleSpan {
    fn slots(&self, every: Option<crate::time::Cadence>) -> Option<Slots> {
        every.or(self.every).map(|every| Slots::new(self.starts, self.ends, every))
    }
}

/// How it is found what is expected on a day, where no path says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ExpectedBy {
    /// By the share of the time that has gone.
    Time,
    /// By the straight line from start to target, which comes to the same.
    Line,
    /// By the value on that line, and what it scores.
    Levels { start: f64, aim: f64, reading: f64 },
    /// By the anchor of the target, in proportion to the time gone.
    Anchor(f64),
    /// By the steps that are due.
    StepsDue,
}

/// A reading and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    pub(crate) reading: Option<Reading>,
    pub(crate) progress: Outcome,
}

impl Measured {
    const NO_CHECK_INS: Self = Self {
        reading: None,
        progress: Outcome::NoData(Reason::NoCheckIns),
    };
}

/// F1: (c − s)/(t − s), up and down alike.
pub(crate) fn from_start(start: f64, target: f64, value: f64) -> Outcome {
    #[expect(clippy::float_cmp, reason = "measures compare the doubles as they are")]
    if start == target {
        return Outcome::Undefined(Reason::NoDistance);
    }
    let (gone, way) = (value - start, target - start);
    // A way longer than the doubles would make every progress 0.
    if gone.is_finite() && way.is_finite() {
        Outcome::finite(gone / way)
    } else {
        Outcome::Undefined(Reason::Overflow)
    }
}

/// F1, or c/t where the profile ignores the start.
pub(crate) fn toward(rule: crate::profile::ProgressRule, start: Option<f64>, unknown: Reason, target: f64, value: f64) -> Outcome {
    match (rule, start) {
        (crate::profile::ProgressRule::Ratio, _) if target == 0.0 => Outcome::Undefined(Reason::TargetZero),
        (crate::profile::ProgressRule::Ratio, _) if !target.is_finite() => Outcome::Undefined(Reason::Overflow),
        (crate::profile::ProgressRule::Ratio, _) => Outcome::finite(value / target),
        (crate::profile::ProgressRule::FromStart, None) => Outcome::NoData(unknown),
        (crate::profile::ProgressRule::FromStart, Some(start)) => from_start(start, target, value),
    }
}

impl Measure {
    /// Which kind it is.
    #[must_use]
    pub const fn kind(&self) -> MeasureKind {
        match self {
            Self::Metric(_) => MeasureKind::Metric,
            Self::Change(_) => MeasureKind::Change,
            Self::Threshold(_) => MeasureKind::Threshold,
            Self::Exact(_) => MeasureKind::Exact,
            Self::Bands(_) => MeasureKind::Bands,
            Self::Levels(_) => MeasureKind::Levels,
            Self::Zones(_) => MeasureKind::Zones,
            Self::Milestones(_) => MeasureKind::Milestones,
            Self::Done(_) => MeasureKind::Done,
            Self::Events(_) => MeasureKind::Events,
            Self::Composite(_) => MeasureKind::Composite,
            Self::Children(_) => MeasureKind::Children,
            Self::Observe(_) => MeasureKind::Observe,
        }
    }

    /// The unit of its numbers, where it has numbers and a unit.
    #[must_use]
    pub const fn unit(&self) -> Option<&Unit> {
        match self {
            Self::Metric(m) => m.unit.as_ref(),
            Self::Change(m) => m.unit.as_ref(),
            Self::Threshold(m) => m.unit.as_ref(),
            Self::Exact(m) => m.unit.as_ref(),
            Self::Bands(m) => m.unit.as_ref(),
            Self::Levels(m) => m.unit.as_ref(),
            Self::Events(m) => m.unit.as_ref(),
            Self::Children(m) => m.unit.as_ref(),
            Self::Observe(m) => m.unit.as_ref(),
            Self::Zones(_) | Self::Milestones(_) | Self::Done(_) | Self::Composite(_) => None,
        }
    }

    /// The one number it aims at, where it has one: the target of a metric, change, exact, levels or children measure, the
    /// count of events.
    #[must_use]
    pub fn target(&self) -> Option<f64> {
        match self {
            Self::Metric(m) => Some(m.target),
            Self::Change(m) => m.ends_of_way().map(|(_, target)| target).filter(|target| target.is_finite()),
            Self::Exact(m) => Some(m.target),
            Self::Levels(m) => m.target,
            Self::Events(m) => Some(m.count),
            Self::Children(m) => m.target,
            _ => None,
        }
    }

    /// Where the straight line of F12 begins and ends on the measure's own scale, where it has one and knows both.
    pub(crate) fn ends_of_line(&self) -> Option<(f64, f64)> {
        match self {
            Self::Metric(m) => Some((m.start?, m.target)),
            Self::Change(m) => m.ends_of_way(),
            Self::Exact(m) => Some((m.start, m.target)),
            Self::Levels(m) => Some((m.start, m.target.or(m.stretch).or(m.commit)?)),
            Self::Events(m) => Some((0.0, m.count)),
            Self::Children(m) => Some((m.start?, m.target?)),
            _ => None,
        }
    }

    /// What it comes down to, where that is a few numbers.
    pub(crate) fn gauge(&self) -> Option<Gauge> {
        match self {
            Self::Metric(m) => Some(Gauge::Number(Scale::Way(m.way()), m.reading)),
            Self::Change(m) => m.way().map(|way| Gauge::Number(Scale::Way(way), m.reading)),
            Self::Threshold(m) if m.judge == Judge::Latest => Some(Gauge::Number(Scale::Within(m.bounds()), m.reading)),
            Self::Exact(m) => Some(Gauge::Number(Scale::Exact(m.scale()), m.reading)),
            Self::Levels(m) => Some(Gauge::Number(Scale::Levels(m.scale()), m.reading)),
            Self::Events(m) => Some(Gauge::Events(m.scale())),
            Self::Done(_) => Some(Gauge::Done),
            _ => None,
        }
    }

    /// The unit of its reading: that of its numbers, but for events, whose reading is how many counted.
    pub(crate) const fn unit_of_reading(&self) -> Option<&Unit> {
        match self {
            Self::Events(_) => None,
            measure => measure.unit(),
        }
    }

    /// Whether its reading is a number that can be added to others of the same unit. What is only watched enters no roll-up.
    pub(crate) fn reads_number(&self) -> bool {
        match self {
            Self::Metric(_) | Self::Change(_) | Self::Threshold(_) | Self::Exact(_) | Self::Bands(_) | Self::Levels(_) | Self::Events(_) => true,
            Self::Children(m) => m.roll_up == ChildrenRollUp::Sum,
            Self::Zones(_) | Self::Milestones(_) | Self::Done(_) | Self::Composite(_) | Self::Observe(_) => false,
        }
    }

    /// Whether its reading, where it has one, is a number and nothing else.
    pub(crate) const fn is_of_number(&self) -> bool {
        !matches!(self, Self::Zones(_) | Self::Milestones(_) | Self::Done(_) | Self::Composite(_))
    }

    /// Whether an expected path, in numbers of the measure's scale, can be put through it.
    pub(crate) fn takes_path(&self) -> bool {
        match self {
            Self::Metric(_) | Self::Change(_) | Self::Exact(_) | Self::Bands(_) | Self::Levels(_) => true,
            Self::Threshold(m) => m.judge == Judge::Latest,
            Self::Children(m) => m.roll_up == ChildrenRollUp::Sum,
            _ => false,
        }
    }

    /// Whether it is met or not met by its latest reading, so that pace has no meaning for it.
    pub(crate) fn is_kept_or_broken(&self) -> bool {
        matches!(self, Self::Threshold(m) if m.judge == Judge::Latest)
    }

    pub(crate) fn check(&self, cx: &mut Context, cycle_every: Option<crate::time::Cadence>) {
        self.check_fields(cx, cycle_every);
        if let Some(unit) = self.unit() {
            cx.name("unit", |cx| unit.check(cx));
        }
    }

    /// Notes what is wrong with the fields that the kind has of its own, the unit aside.
    pub(crate) fn check_fields(&self, cx: &mut Context, cycle_every: Option<crate::time::Cadence>) {
        each_kind!(self, m => m.check(cx, cycle_every));
    }

    /// Reading and progress from the check-ins of the key result. `Children` measures are computed by the roll-up.
    pub(crate) fn evaluate(&self, log: &Log<'_>, rules: &Rules<'_>) -> Measured {
        match (self.gauge(), self) {
            (Some(gauge), _) => {
                let (number, progress) = gauge.evaluate(log, rules);
                let done = || if matches!(gauge, Gauge::Done) { log.done() } else { None };
                Measured {
                    reading: number.map(Reading::Number).or_else(|| done().map(Reading::Done)),
                    progress,
                }
            }
            (None, Self::Change(m)) => m.evaluate(log),
            (None, Self::Threshold(m)) => m.evaluate(log, rules),
            (None, Self::Bands(m)) => m.evaluate(log),
            (None, Self::Zones(m)) => m.evaluate(log, rules),
            (None, Self::Milestones(m)) => m.evaluate(log),
            (None, Self::Composite(m)) => m.evaluate(log, rules),
            (None, Self::Observe(m)) => m.evaluate(log),
            // The others have a gauge, but for what the roll-up computes.
            (None, _) => Measured::NO_CHECK_INS,
        }
    }

    /// The progress that a number on the measure's own scale stands for: F12 puts expected values through it.
    pub(crate) fn progress_of(&self, value: f64, rules: &Rules<'_>) -> Option<f64> {
        let outcome = match self {
            Self::Metric(m) => Scale::Way(m.way()).progress_of(value, rules),
            Self::Change(m) => Scale::Way(m.way()?).progress_of(value, rules),
            Self::Threshold(m) => Outcome::Value(f64::from(m.is_met(value))),
            Self::Exact(m) => m.scale().progress_of(value),
            Self::Bands(m) => m.score_of(value),
            Self::Levels(m) => m.scale().score_of(value, rules.anchors),
            Self::Children(m) => m.progress_of(value, rules),
            _ => return None,
        };
        outcome.value()
    }

    /// F12: what is expected once a share `elapsed` of the time has gone, and how that is found.
    pub(crate) fn expected(&self, elapsed: f64, on: crate::time::Date, rules: &Rules<'_>) -> (f64, ExpectedBy) {
        let by_time = (elapsed, ExpectedBy::Time);
        match self {
            Self::Metric(_) | Self::Change(_) | Self::Exact(_) if self.has_line(rules) => (elapsed, ExpectedBy::Line),
            Self::Children(m) if m.roll_up == ChildrenRollUp::Sum && self.has_line(rules) => (elapsed, ExpectedBy::Line),
            Self::Levels(m) => m
                .scale()
                .on_line(elapsed, rules.anchors)
                .map_or(by_time, |(reading, aim, score)| (score, ExpectedBy::Levels { start: m.start, aim, reading })),
            Self::Zones(_) => (rules.anchors.target * elapsed, ExpectedBy::Anchor(rules.anchors.target)),
            Self::Milestones(m) => m.share_due(on).map_or(by_time, |due| (due, ExpectedBy::StepsDue)),
            _ => by_time,
        }
    }

    /// Whether what is expected, where no path says it, is the share of the time that has gone.
    pub(crate) const fn expects_time_gone(&self) -> bool {
        !matches!(self, Self::Levels(_) | Self::Zones(_) | Self::Milestones(_))
    }

    /// Whether there is a start, so that a straight line leads from it to the target.
    fn has_line(&self, rules: &Rules<'_>) -> bool {
        let starts = match self {
            Self::Metric(m) => m.start.is_some(),
            Self::Change(m) => m.ends_of_way().is_some_and(|(start, target)| (target - start).abs() > 0.0),
            Self::Children(m) => m.start.is_some(),
            _ => true,
        };
        starts && (rules.progress == crate::profile::ProgressRule::FromStart || matches!(self, Self::Exact(_)))
    }

    /// The figures of a check-in that it takes.
    pub(crate) fn takes(&self) -> &'static [&'static str] {
        match self {
            Self::Threshold(m) => Self::takes_judged_by(&m.judge),
            Self::Metric(_) | Self::Change(_) | Self::Exact(_) | Self::Bands(_) | Self::Levels(_) | Self::Observe(_) => &["value"],
            Self::Zones(_) => &["zone"],
            Self::Milestones(_) => &["steps_done", "steps_undone"],
            Self::Done(_) => &["done"],
            Self::Events(_) => &["value", "event"],
            Self::Composite(_) => &["parts"],
            Self::Children(_) => &[],
        }
    }

    /// The figures of a check-in that a threshold takes.
    pub(crate) fn takes_judged_by(judge: &Judge) -> &'static [&'static str] {
        if judge.is_of_check_ins() { &["value", "met", "of"] } else { &["value"] }
    }
}

/// Notes a number that must be above 0.
fn must_be_positive(cx: &mut Context, name: &'static str, value: f64) {
    if value <= 0.0 {
        cx.report_at(name, Code::MeasureNotPositive, format!("`{name}` must be above 0, found `{value}`"));
    }
}

#[cfg(feature = "schema")]
mod schema {
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Bands, Change, Children, Composite, Done, Events, Exact, Levels, Measure, Metric, Milestones, Observe, Threshold, Zones};

    impl JsonSchema for Measure {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Measure".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            macro_rules! kind {
                ($kind:literal, $ty:ty) => {{
                    let fields = generator.subschema_for::<$ty>();
                    json_schema!({ "allOf": [fields], "properties": { "kind": { "const": $kind } }, "required": ["kind"], "unevaluatedProperties": false })
                }};
            }
            let kinds = [
                kind!("metric", Metric),
                kind!("change", Change),
                kind!("threshold", Threshold),
                kind!("exact", Exact),
                kind!("bands", Bands),
                kind!("levels", Levels),
                kind!("zones", Zones),
                kind!("milestones", Milestones),
                kind!("done", Done),
                kind!("events", Events),
                kind!("composite", Composite),
                kind!("children", Children),
                kind!("observe", Observe),
            ];
            json_schema!({ "description": "The measure of a key result.", "oneOf": kinds })
        }
    }
}
