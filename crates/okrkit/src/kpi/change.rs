//! Indicators that become key results, and key results that become indicators.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::latest;
use crate::issue::{Code, Issue, Issues, quote};
use crate::measure::{Judge, Measure, MeasureKind, Metric, ReadingRule, Running, counting};
use crate::plan::{CheckIn, CheckInBeside, Edit, Healthy, KeyResult, KeyResultBeside, Kpi, KpiReading, Node, Plan, Terms, Text};
use crate::time::{AsOf, Date, Instant};

/// What an indicator that becomes a key result shall reach.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Aim {
    /// To be moved to a number on its own scale: a metric that starts at the latest reading.
    Target(f64),
    /// To come into its healthy range and stay there: a threshold judged by its latest reading.
    Healthy,
}

/// The terms on which an indicator becomes a key result.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Promotion {
    /// The id of the key result.
    pub key_result: String,
    /// What it shall reach.
    pub aim: Aim,
    /// As of when the latest reading is its start.
    pub as_of: AsOf,
    /// Its title, if not the indicator's.
    pub title: Option<Text>,
    /// Its weight in the objective.
    pub weight: Option<f64>,
}

impl Promotion {
    /// Terms without a title or a weight of its own.
    #[must_use]
    pub fn new(key_result: impl Into<String>, aim: Aim, as_of: impl Into<AsOf>) -> Self {
        Self {
            key_result: key_result.into(),
            aim,
            as_of: as_of.into(),
            title: None,
            weight: None,
        }
    }
}

/// The terms on which a key result becomes an indicator.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Demotion {
    /// The id of the indicator; without it that of the one the key result was made of, else the key result's own.
    pub kpi: Option<String>,
    /// Where it should be; without it the range of the indicator that is there already, else the bounds of a threshold.
    pub healthy: Option<Healthy>,
}

/// The plan with a key result made of an indicator, which stays beside it.
///
/// The key result names the indicator, has its owners and its unit, and the readings within the objective's dates as check-ins. A
/// target counts from the latest reading as of the day of the terms; where there is none yet, its start is not known.
///
/// A target lies on the way to where the indicator is healthier: below the latest reading where the range is open downwards, above
/// it where it is open upwards; and where the range has two ends, within it, or between it and the reading. Anything else would
/// reward getting worse. With a target of 3, churn that is healthy at 3 at most and was read 2.5 would be complete at 3. Where
/// nothing was read yet, it lies within the range: which way an indicator has to go to one outside is not known.
///
/// # Errors
/// [`Code::KpiUnknown`] where there is no such indicator; [`Code::KpiTarget`] where the target is reached already or leads away
/// from where it is healthy, or is outside its range and there is no reading; and [`Code::MeasureStartEqualsTarget`] where it is the latest reading itself; whatever makes the key
/// result none of this plan, such as an objective that is not there, or an id that is taken.
pub fn promote(plan: &Plan, kpi: &str, objective: &str, terms: &Promotion) -> Result<Plan, Issues> {
    let Some(found) = plan.kpi(kpi) else {
        let message = format!("there is no KPI {}", quote(kpi));
        return Err(Issues::from_vec(vec![Issue::new(Code::KpiUnknown, "/kpi", message)]));
    };
    let measure = match terms.aim {
        Aim::Target(target) => {
            let start = latest(found, terms.as_of).map(|reading| reading.value);
            if let Some(message) = refused_target(&found.healthy, start, target) {
                return Err(Issues::from_vec(vec![Issue::new(Code::KpiTarget, "/aim/target", message)]));
            }
            Measure::Metric(Metric {
                start,
                target,
                unit: found.unit.clone(),
                ..Metric::default()
            })
        }
        Aim::Healthy => {
            let mut threshold = found.healthy.threshold();
            threshold.unit.clone_from(&found.unit);
            Measure::Threshold(threshold)
        }
    };
    let period = match plan.node(objective) {
        Some(Node::Objective(at)) => plan.objective_at(at).map(|objective| {
            let cycle = plan.cycle_span(at);
            objective.period((cycle.starts, cycle.ends))
        }),
        _ => None,
    };
    let is_within = |reading: &&KpiReading| period.is_some_and(|(starts, ends)| (starts..=ends).contains(&reading.on));
    let key_result = KeyResult {
        id: terms.key_result.clone(),
        title: terms.title.clone().unwrap_or_else(|| found.title.clone()),
        owners: found.owners.clone(),
        measure,
        weight: terms.weight,
        check_ins: found.readings.iter().filter(is_within).map(check_in_of).collect(),
        beside: KeyResultBeside {
            description: found.description.clone(),
            kpi: Some(found.id.clone()),
            ..KeyResultBeside::default()
        }
        .boxed(),
        ..KeyResult::default()
    };
    plan.apply([Edit::AddKeyResult {
        objective: objective.to_owned(),
        key_result,
    }])
}

/// Why an indicator that was read so, or not yet, is not to be moved to a target. A target that is the reading itself, or no finite
/// number, is refused as a measure.
fn refused_target(healthy: &Healthy, start: Option<f64>, target: f64) -> Option<String> {
    let Some(start) = start else {
        return (target.is_finite() && !healthy.holds(target))
            .then(|| format!("there is no reading yet, and a target of {target} is outside its healthy range: set one within it, or enter first where it is"));
    };
    let (low, high) = (healthy.above.or(healthy.at_least), healthy.below.or(healthy.at_most));
    let (is_higher, is_within) = (target > start, healthy.holds(target));
    let (is_good, wanted) = match (low, high) {
        (None, Some(_)) => (!is_higher, format!("a target below {start}")),
        (Some(_), None) => (is_higher, format!("a target above {start}")),
        (Some(low), Some(_)) if start < low => (
            is_higher && (target <= low || is_within),
            format!("a target above {start} up to its healthy range"),
        ),
        (Some(_), Some(high)) if start > high => (
            !is_higher && (target >= high || is_within),
            format!("a target below {start} down to its healthy range"),
        ),
        _ => (is_within, "a target within its healthy range".to_owned()),
    };
    let is_moved = target.is_finite() && target.partial_cmp(&start).is_some_and(Ordering::is_ne);
    (is_moved && !is_good).then(|| {
        let fault = if healthy.holds(start) && is_within {
            "is reached already"
        } else {
            "leads away from where it is healthy"
        };
        format!("it was read {start}, and a target of {target} {fault}: set {wanted}, or aim at the healthy range")
    })
}

fn check_in_of(reading: &KpiReading) -> CheckIn {
    CheckIn {
        on: reading.on,
        value: Some(reading.value),
        by: reading.by.clone(),
        source: reading.source,
        beside: CheckInBeside {
            note: reading.note.clone(),
            recorded: reading.recorded,
            ext: reading.ext.clone(),
            ..CheckInBeside::default()
        }
        .boxed(),
        ..CheckIn::default()
    }
}

fn reading_of(check_in: &CheckIn, value: f64) -> KpiReading {
    KpiReading {
        on: check_in.on,
        value,
        note: check_in.note.clone(),
        by: check_in.by.clone(),
        source: check_in.source,
        recorded: check_in.recorded,
        ext: check_in.ext.clone(),
    }
}

/// What a key result read after each check-in that counts and carries a value. `None` where its figures are no readings on a scale.
fn readings_of(key_result: &KeyResult, measure: &Measure) -> Option<Vec<KpiReading>> {
    let rule = match measure {
        // Each value was judged by itself.
        Measure::Threshold(threshold) if threshold.judge != Judge::Latest => ReadingRule::Latest,
        measure => measure.reading_rule()?,
    };
    let mut counting = counting(&key_result.check_ins, Date::MAX.into(), &[]);
    // A batch says how many met it, and not what they were.
    if counting.iter().any(|check_in| check_in.met.is_some()) {
        return None;
    }
    if rule != ReadingRule::Latest {
        counting.sort_by_key(|check_in| check_in.on);
    }
    let mut amount = Running::new(rule);
    let values = counting.into_iter().filter_map(|check_in| Some((check_in, check_in.value?)));
    Some(values.map(|(check_in, value)| reading_of(check_in, amount.add(value))).collect())
}

/// The plan with an indicator in the place of a key result, which goes, with every link that ends at it.
///
/// Check-ins that carry a value and were neither corrected nor withdrawn become readings, after those that an indicator of that
/// id has; what it has already is not added again. So what was [promoted](promote) comes back as it was, with what was checked in
/// since. An indicator has levels: where values are added up, or their mean, largest or smallest is what counts, each reading is
/// what they had come to by then, in the order of their days. Increments of 30 and 20 are readings of 30 and 50.
///
/// What has no readings on a scale cannot be watched like that: milestones, what is done or not, zones, events, composites, what is
/// rolled up from children, and a threshold with batches of which so many met it.
///
/// # Errors
/// [`Code::EditUnknown`] where there is no such key result; [`Code::KpiReadings`] where it has no readings on a scale;
/// [`Code::MeasureEmpty`] where nothing tells the healthy range.
pub fn demote(plan: &Plan, key_result: &str, terms: &Demotion) -> Result<Plan, Issues> {
    let at = match plan.node(key_result) {
        Some(Node::KeyResult(at)) => plan.key_result_at(at),
        _ => None,
    };
    let Some((objective, found)) = at else {
        let message = format!("there is no key result {}", quote(key_result));
        return Err(Issues::from_vec(vec![Issue::new(Code::EditUnknown, "/key_result", message)]));
    };
    let id = terms.kpi.as_ref().or(found.kpi.as_ref()).unwrap_or(&found.id);
    let measure = Terms::in_force(found, Date::MAX.into()).measure;
    let Some(readings) = readings_of(found, &measure) else {
        let what = if measure.kind() == MeasureKind::Threshold {
            "a threshold with batches"
        } else {
            measure.kind().as_str()
        };
        let message = format!("{} is measured by {}, which has no readings on a scale", quote(&found.id), quote(what));
        return Err(Issues::from_vec(vec![Issue::new(Code::KpiReadings, "/key_result", message)]));
    };
    let (is_new, mut kpi) = match plan.kpi(id) {
        Some(kpi) => (false, kpi.clone()),
        None => (
            true,
            Kpi {
                id: id.clone(),
                title: found.title.clone(),
                description: found.description.clone(),
                team: objective.team.clone(),
                owners: found.owners.clone(),
                unit: measure.unit().cloned(),
                healthy: bounds_of(&measure),
                ..Kpi::default()
            },
        ),
    };
    if let Some(healthy) = &terms.healthy {
        kpi.healthy = healthy.clone();
    }
    let key = |reading: &KpiReading| -> (Date, u64, Option<Instant>) { (reading.on, reading.value.to_bits(), reading.recorded) };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for reading in &kpi.readings {
        *known.entry(key(reading)).or_default() += 1;
    }
    for reading in readings {
        match known.get_mut(&key(&reading)).filter(|n| **n > 0) {
            Some(n) => *n -= 1,
            None => kpi.readings.push(reading),
        }
    }
    let kpi = if is_new { Edit::AddKpi(kpi) } else { Edit::ChangeKpi(kpi) };
    plan.apply([Edit::RemoveKeyResult(found.id.clone()), kpi])
}

fn bounds_of(measure: &Measure) -> Healthy {
    let mut healthy = Healthy::default();
    if let Measure::Threshold(threshold) = measure {
        (healthy.above, healthy.at_least, healthy.below, healthy.at_most) = (threshold.above, threshold.at_least, threshold.below, threshold.at_most);
    }
    healthy
}
