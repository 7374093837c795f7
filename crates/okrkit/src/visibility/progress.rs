//! Hidden measures without their numbers: progress is all that is left.
//!
//! A metric from 0 to 1 has the value that is checked in as its progress, to the bit: (v − 0)/(1 − 0) = v. So a key result whose
//! progress is the same function of the day may be put in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::{HiddenValues, RedactionPolicy};
use crate::issue::Issues;
use crate::measure::{Change, ChildrenRollUp, Log, Measure, Metric, Observed, Outcome, ReadingRule, Rules, Threshold};
use crate::plan::{CheckIn, KeyResult, LinkKind, Node, Objective, PathPoint, Plan, Terms, frozen};
use crate::profile::{Anchors, Profile, ProgressRule};
use crate::score::path_value;
use crate::time::{AsOf, Date, elapsed};
use crate::wire;

wire::words! {
    /// Why the numbers of a hidden key result stay.
    pub enum ValuesKeptWhy is "why values are kept" {
        /// The policy keeps them.
        Policy = "policy",
        /// Its readings are added to those of others, or it adds those of others.
        Added = "added",
        /// An amendment changes the measure or the expected path, so that one check-in means two figures.
        Amended = "amended",
        /// Check-ins that amount to something together were corrected, or became known later than their day.
        Corrected = "corrected",
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
    pub(super) expected_path: Vec<PathPoint>,
    /// Of each check-in, in the order of the document.
    pub(super) values: Vec<Option<f64>>,
}

/// What the figures are to stay the same by.
pub(super) struct Scale<'a> {
    plan: &'a Plan,
    anchors: Anchors,
    progress: ProgressRule,
    most_days: usize,
    values: HiddenValues,
    /// The places of key results whose readings are added to those of others.
    added: BTreeSet<usize>,
}

impl<'a> Scale<'a> {
    pub(super) fn new(plan: &'a Plan, policy: &RedactionPolicy) -> Result<Self, Issues> {
        let profile = match &policy.profile {
            Some(name) => Profile::named(name)?,
            // One of the user's own cannot be looked up here.
            None => Profile::named(plan.profile()).or_else(|_| Profile::named("default"))?,
        };
        let is_sum = |node: &str| {
            let Some(Node::KeyResult(at)) = plan.node(node) else { return false };
            plan.key_result_at(at).is_some_and(|(_, key_result)| is_ever_sum(key_result))
        };
        let added = plan.links().iter().filter(|link| link.kind == LinkKind::Contributes && is_sum(&link.parent));
        let added = added.filter_map(|link| match plan.node(&link.child)? {
            Node::KeyResult(at) => Some(at),
            Node::Objective(_) => None,
        });
        Ok(Self {
            added: added.collect(),
            plan,
            anchors: profile.anchors,
            progress: profile.progress,
            most_days: policy.most_days,
            values: policy.values,
        })
    }

    /// What stands in the place of a key result, by its objective and its place in the plan. `None` where it has no numbers of
    /// its own.
    pub(super) fn bare(&self, objective: usize, at: usize, key_result: &KeyResult) -> Result<Option<Bare>, ValuesKeptWhy> {
        let is_kept = self.values == HiddenValues::Kept;
        match &key_result.measure {
            Measure::Zones(_) | Measure::Done(_) | Measure::Milestones(_) => return Ok(None),
            Measure::Children(_) if !is_ever_sum(key_result) => return Ok(None),
            _ if is_kept => return Err(ValuesKeptWhy::Policy),
            Measure::Children(_) => return Err(ValuesKeptWhy::Added),
            Measure::Observe(_) => return Ok(Some(watched(key_result))),
            _ if self.added.contains(&at) => return Err(ValuesKeptWhy::Added),
            _ => {}
        }
        let sets = || key_result.amendments.iter().map(|amendment| &amendment.set);
        if sets().any(|set| set.measure.is_some() || set.expected_path.is_some()) {
            return Err(ValuesKeptWhy::Amended);
        }
        let Some(owner) = self.plan.objective_at(objective) else { return Ok(None) };
        let rules = Rules {
            anchors: &self.anchors,
            progress: self.progress,
            cycle: self.plan.cycle_span(objective),
        };
        let values = if key_result.measure.reading_rule() == Some(ReadingRule::Latest) {
            self.each_by_itself(key_result, &rules)?
        } else {
            self.day_by_day(owner, key_result, &rules)?
        };
        let period = Terms::original(key_result).period(owner.period((rules.cycle.starts, rules.cycle.ends)));
        let has_other_dates = sets().any(|set| set.starts.is_some() || set.ends.is_some());
        Ok(Some(Bare {
            expected_path: self.expected_path(key_result, period, has_other_dates, &rules)?,
            measure: self.measure(&key_result.measure),
            values,
        }))
    }

    /// A measure whose progress is the number that is checked in, or as little known as that of the one in whose place it is.
    fn measure(&self, measure: &Measure) -> Measure {
        match measure {
            Measure::Change(m) if m.baseline.is_none() => Measure::Change(Change::by_amount(None, 1.0)),
            Measure::Metric(_) if self.is_open(measure) => {
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
            None if self.is_open(measure) => Ok(0.0),
            progress => progress.ok_or(ValuesKeptWhy::Undefined),
        };
        let values = key_result.check_ins.iter().map(|check_in| check_in.value.map(progress).transpose());
        values.collect()
    }

    /// Whether no progress can be told for want of a start.
    fn is_open(&self, measure: &Measure) -> bool {
        match measure {
            Measure::Metric(m) => m.start.is_none() && self.progress == ProgressRule::FromStart,
            Measure::Change(m) => m.baseline.is_none(),
            _ => false,
        }
    }

    /// The progress at the end of each day on which something was checked in, with the last check-in of the day that says so.
    fn day_by_day(&self, owner: &Objective, key_result: &KeyResult, rules: &Rules<'_>) -> Result<Vec<Option<f64>>, ValuesKeptWhy> {
        let check_ins = &key_result.check_ins;
        let stages = || owner.stages.iter().chain(&key_result.stages);
        let is_plain = |check_in: &CheckIn| check_in.recorded.is_none() && check_in.replaces.is_none() && !check_in.void;
        if !check_ins.iter().all(is_plain) || stages().any(|change| change.recorded.is_some()) {
            return Err(ValuesKeptWhy::Corrected);
        }
        // Whatever is known on a day is now all that is dated up to it, and what counts on its own day counts ever after.
        let ever = AsOf::from(Date::MAX);
        let closed: Vec<(Date, Date)> = [&owner.stages, &key_result.stages]
            .into_iter()
            .flat_map(|stages| frozen(stages, ever))
            .collect();
        let counts = |check_in: &CheckIn| !closed.iter().any(|(first, last)| (*first..=*last).contains(&check_in.on));
        let counting: Vec<&CheckIn> = check_ins.iter().filter(|check_in| counts(check_in)).collect();
        let mut last_of: BTreeMap<Date, usize> = BTreeMap::new();
        for (at, check_in) in check_ins.iter().enumerate().filter(|(_, check_in)| counts(check_in)) {
            if Observed::of_check_in(check_in).given().next().is_some() {
                last_of.insert(check_in.on, at);
            }
        }
        if last_of.len() > self.most_days {
            return Err(ValuesKeptWhy::TooManyDays);
        }
        let mut values = vec![None; check_ins.len()];
        let mut has_data = false;
        for (on, at) in last_of {
            let so_far: Vec<&CheckIn> = counting.iter().copied().filter(|check_in| check_in.on <= on).collect();
            let value = match key_result.measure.evaluate(&Log::of_counting(&so_far), rules).progress {
                Outcome::Value(progress) => Some(progress),
                // Whatever is checked in there is none, and it stays known that something was.
                Outcome::NoData(_) if self.is_open(&key_result.measure) => Some(0.0),
                Outcome::NoData(_) if !has_data => None,
                _ => return Err(ValuesKeptWhy::Undefined),
            };
            has_data |= value.is_some();
            if let Some(slot) = values.get_mut(at) {
                *slot = value;
            }
        }
        Ok(values)
    }

    /// What is expected on each day, where that is not the share of the time gone.
    fn expected_path(
        &self,
        key_result: &KeyResult,
        (starts, ends): (Date, Date),
        has_other_dates: bool,
        rules: &Rules<'_>,
    ) -> Result<Vec<PathPoint>, ValuesKeptWhy> {
        let (measure, path) = (&key_result.measure, &key_result.expected_path);
        if let (Some(first), Some(last)) = (path.first(), path.last()) {
            if self.is_open(measure) {
                // What no progress can be told of is expected as time goes.
                return Ok(Vec::new());
            }
            let planned = |on: Date| measure.progress_of(path_value(path, on)?, rules);
            return self.daily(first.on, last.on, planned);
        }
        if !matches!(measure, Measure::Levels(_)) {
            return Ok(Vec::new());
        }
        if has_other_dates {
            return Err(ValuesKeptWhy::Amended);
        }
        // From the day before, on which nothing is expected even of a period of one day.
        let from = starts.add_days(-1).unwrap_or(starts);
        self.daily(from, ends, |on| Some(measure.expected(elapsed(starts, ends, on), on, rules).0))
    }

    /// A point for each day, on which a path says its very number.
    fn daily(&self, from: Date, to: Date, expected: impl Fn(Date) -> Option<f64>) -> Result<Vec<PathPoint>, ValuesKeptWhy> {
        let n_days = usize::try_from(to.days_since(from)).unwrap_or(0);
        if n_days >= self.most_days {
            return Err(ValuesKeptWhy::TooManyDays);
        }
        let days = (0..=to.days_since(from)).filter_map(|n| from.add_days(n));
        let point = |on: Date| {
            Some(PathPoint {
                on,
                value: expected(on)?,
                ..PathPoint::default()
            })
        };
        days.map(point).collect::<Option<_>>().ok_or(ValuesKeptWhy::Undefined)
    }
}

/// What is only watched enters no figure.
fn watched(key_result: &KeyResult) -> Bare {
    Bare {
        measure: Measure::Observe(crate::measure::Observe::default()),
        expected_path: Vec::new(),
        values: key_result.check_ins.iter().map(|check_in| check_in.value.map(|_| 0.0)).collect(),
    }
}

/// Whether any version of it adds the readings of others.
fn is_ever_sum(key_result: &KeyResult) -> bool {
    let is_now = matches!(&key_result.measure, Measure::Children(m) if m.roll_up == ChildrenRollUp::Sum);
    let mut later = key_result.amendments.iter().filter_map(|amendment| amendment.set.measure.as_ref());
    is_now || later.any(|fields| fields.roll_up == Some(ChildrenRollUp::Sum))
}
