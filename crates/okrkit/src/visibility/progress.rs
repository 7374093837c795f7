//! Hidden measures without their numbers: progress is all that is left.
//!
//! A metric from 0 to 1 has the value that is checked in as its progress, to the bit: (v − 0)/(1 − 0) = v. So a key result whose
//! progress is the same function of the day may be put in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::timeline::{Paths, Timeline};
use super::{HiddenValues, RedactionPolicy};
use crate::issue::Issues;
use crate::measure::{Change, ChildrenRollUp, Measure, Metric, Observed, ReadingRule, Rules, Threshold};
use crate::plan::{CheckIn, KeyResult, LinkKind, Node, Plan};
use crate::profile::{Anchors, Goalposts, Profile, ProgressRule};
use crate::time::Date;
use crate::wire;

wire::words! {
    /// Why the numbers of a hidden key result stay.
    pub enum ValuesKeptWhy is "why values are kept" {
        /// The policy keeps them.
        Policy = "policy",
        /// Its readings are added to those of others, or it adds those of others.
        Added = "added",
        /// An amendment changes whether it is kept or broken, or what is expected of it and became known on another day.
        Amended = "amended",
        /// Its progress changes on a day on which it takes no check-ins.
        Closed = "closed",
        /// There are more days to be written than the policy allows.
        TooManyDays = "too_many_days",
        /// A figure of it is undefined.
        Undefined = "undefined",
    }
}

/// A hidden key result whose numbers stand in the redacted plan.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ValuesKept {
    /// Its id, as it is without redaction.
    pub key_result: String,
    /// Why.
    pub why: ValuesKeptWhy,
}

/// What stands in the place of a measure and of what was checked in.
#[derive(Debug)]
pub(super) struct Bare {
    pub(super) measure: Measure,
    pub(super) paths: Paths,
    /// Of each check-in, in the order of the document.
    pub(super) values: Vec<Option<f64>>,
    /// Check-ins to be put behind them.
    pub(super) more: Vec<CheckIn>,
}

/// What the figures are to stay the same by.
pub(super) struct Scale<'a> {
    plan: &'a Plan,
    anchors: Anchors,
    progress: ProgressRule,
    goalposts: Goalposts,
    most_days: usize,
    values: HiddenValues,
    /// The places of key results whose readings are added to those of others, and of those that add them.
    added: BTreeSet<usize>,
}

impl<'a> Scale<'a> {
    pub(super) fn new(plan: &'a Plan, policy: &RedactionPolicy) -> Result<Self, Issues> {
        let profile = match &policy.profile {
            Some(name) => Profile::named(name)?,
            // One of the user's own cannot be looked up here.
            None => Profile::named(plan.profile()).or_else(|_| Profile::named("default"))?,
        };
        let place = |id: &str| match plan.node(id)? {
            Node::KeyResult(at) => Some(at),
            Node::Objective(_) => None,
        };
        let mut added = BTreeSet::new();
        for link in plan.links().iter().filter(|link| link.kind == LinkKind::Contributes) {
            let parent = place(&link.parent).and_then(|at| Some((at, plan.key_result_at(at)?.1)));
            if let Some((parent, _)) = parent.filter(|(_, key_result)| is_ever_sum(key_result)) {
                added.extend(place(&link.child).into_iter().chain([parent]));
            }
        }
        Ok(Self {
            added,
            plan,
            anchors: profile.anchors,
            progress: profile.progress,
            goalposts: profile.goalposts,
            most_days: policy.most_days,
            values: policy.values,
        })
    }

    /// What stands in the place of a key result, by its objective and its place in the plan. `None` where it has no numbers of
    /// its own.
    pub(super) fn bare(&self, objective: usize, at: usize, key_result: &KeyResult) -> Result<Option<Bare>, ValuesKeptWhy> {
        let is_kept = self.values == HiddenValues::Kept;
        match &key_result.measure {
            Measure::Zones(_) | Measure::Done(_) => return Ok(None),
            Measure::Children(_) if !is_ever_sum(key_result) => return Ok(None),
            _ if is_kept => return Err(ValuesKeptWhy::Policy),
            Measure::Observe(_) => return Ok(Some(watched(key_result))),
            _ if self.added.contains(&at) => return Err(ValuesKeptWhy::Added),
            _ => {}
        }
        let Some(owner) = self.plan.objective_at(objective) else { return Ok(None) };
        let rules = Rules {
            anchors: &self.anchors,
            progress: self.progress,
            cycle: self.plan.cycle_span(objective),
        };
        let timeline = Timeline {
            owner,
            key_result,
            rules: &rules,
            goalposts: self.goalposts,
            most_days: self.most_days,
        };
        let measure = &key_result.measure;
        let is_amended = key_result.amendments.iter().any(|amendment| amendment.set.measure.is_some());
        let is_level = measure.reading_rule() == Some(ReadingRule::Latest) || is_open(measure, self.progress);
        let (values, more) = if is_level && !is_amended {
            (self.each_by_itself(key_result, &rules)?, Vec::new())
        } else {
            in_place(&key_result.check_ins, timeline.told()?)
        };
        Ok(Some(Bare {
            paths: timeline.paths()?,
            measure: self.measure(measure, is_amended),
            values,
            more,
        }))
    }

    /// A measure whose progress is the number that is checked in, or as little known as that of the one in whose place it is.
    fn measure(&self, measure: &Measure, is_amended: bool) -> Measure {
        match measure {
            Measure::Change(m) if m.baseline.is_none() && !is_amended => Measure::Change(Change::by_amount(None, 1.0)),
            Measure::Metric(_) if is_open(measure, self.progress) && !is_amended => {
                let mut metric = Metric::new(0.0, 1.0);
                metric.start = None;
                Measure::Metric(metric)
            }
            // It stays what is kept or broken, which its status goes by.
            measure if measure.is_kept_or_broken() => Measure::Threshold(Threshold {
                at_least: Some(1.0),
                ..Threshold::default()
            }),
            _ => Measure::Metric(Metric::new(0.0, 1.0)),
        }
    }

    /// The progress of each value by itself: of one that is read alone, whatever else was checked in, corrected or known by then.
    fn each_by_itself(&self, key_result: &KeyResult, rules: &Rules<'_>) -> Result<Vec<Option<f64>>, ValuesKeptWhy> {
        let measure = &key_result.measure;
        let progress = |value: f64| match measure.progress_of(value, rules) {
            None if is_open(measure, self.progress) => Ok(0.0),
            progress => progress.ok_or(ValuesKeptWhy::Undefined),
        };
        let values = key_result.check_ins.iter().map(|check_in| check_in.value.map(progress).transpose());
        values.collect()
    }
}

/// Whether no progress can be told for want of a start.
pub(super) fn is_open(measure: &Measure, rule: ProgressRule) -> bool {
    match measure {
        Measure::Metric(m) => m.start.is_none() && rule == ProgressRule::FromStart,
        Measure::Change(m) => m.baseline.is_none(),
        _ => false,
    }
}

/// Where it comes to the same, what is told stands in the check-ins there are: where all are known on their day, and none is
/// corrected. The rest stands behind them.
fn in_place(check_ins: &[CheckIn], told: Vec<CheckIn>) -> (Vec<Option<f64>>, Vec<CheckIn>) {
    let is_plain = |check_in: &CheckIn| check_in.recorded.is_none() && check_in.replaces.is_none() && !check_in.void;
    let mut values = vec![None; check_ins.len()];
    if !check_ins.iter().chain(&told).all(is_plain) {
        return (values, told);
    }
    let says = |check_in: &CheckIn| Observed::of_check_in(check_in).given().next().is_some();
    let places = check_ins.iter().enumerate().filter(|(_, check_in)| says(check_in));
    let places: BTreeMap<Date, usize> = places.map(|(at, check_in)| (check_in.on, at)).collect();
    let mut more = Vec::new();
    for check_in in told {
        match places.get(&check_in.on).and_then(|at| values.get_mut(*at)) {
            Some(value) => *value = check_in.value,
            None => more.push(check_in),
        }
    }
    (values, more)
}

/// What is only watched enters no figure.
fn watched(key_result: &KeyResult) -> Bare {
    Bare {
        measure: Measure::Observe(crate::measure::Observe::default()),
        paths: Paths::default(),
        values: key_result.check_ins.iter().map(|check_in| check_in.value.map(|_| 0.0)).collect(),
        more: Vec::new(),
    }
}

/// Whether any version of it adds the readings of others.
fn is_ever_sum(key_result: &KeyResult) -> bool {
    let is_now = matches!(&key_result.measure, Measure::Children(m) if m.roll_up == ChildrenRollUp::Sum);
    let mut later = key_result.amendments.iter().filter_map(|amendment| amendment.set.measure.as_ref());
    is_now || later.any(|fields| fields.roll_up == Some(ChildrenRollUp::Sum))
}
