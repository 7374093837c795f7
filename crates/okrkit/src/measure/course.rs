//! How a reading came about, day by day: what trends are drawn through.

use super::{Judge, Log, Measure, Milestones, ReadingRule, Rules};
use crate::time::Date;

impl Measure {
    /// The reading as it stood at the end of each day with a figure, days rising. `None` for a kind whose reading is no number
    /// that moves along a line, and for a [`Children`](super::Children) measure, which has no figures of its own.
    ///
    /// Milestones have no numeric reading: theirs is the course of progress.
    pub(crate) fn course(&self, log: &Log<'_>) -> Option<Vec<(Date, f64)>> {
        match self {
            Self::Events(m) => {
                let events = log.observed().filter(|seen| seen.event || seen.value.is_some());
                Some(running(events.map(|seen| (seen.on, m.scale().worth(seen.value))), ReadingRule::Sum))
            }
            Self::Milestones(m) => Some(m.course(log)),
            measure => {
                let values = log.observed().filter_map(|seen| Some((seen.on, seen.value?)));
                Some(running(values, measure.reading_rule()?))
            }
        }
    }

    /// What the values amount to, where each check-in of a value moves one reading.
    pub(crate) fn reading_rule(&self) -> Option<ReadingRule> {
        match self {
            Self::Metric(m) => Some(m.reading),
            Self::Change(m) => Some(m.reading),
            Self::Exact(m) => Some(m.reading),
            Self::Bands(m) => Some(m.reading),
            Self::Levels(m) => Some(m.reading),
            Self::Observe(m) => Some(m.reading),
            Self::Threshold(m) if m.judge == Judge::Latest => Some(m.reading),
            _ => None,
        }
    }

    /// Where a course begins before anything was done: the start, or 0 where increments are added. `None` where it is not known
    /// or the measure has none.
    pub(crate) fn origin(&self) -> Option<f64> {
        let (start, rule) = match self {
            Self::Metric(m) => (m.start, m.reading),
            Self::Change(m) => (m.ends_of_way().map(|(start, _)| start), m.reading),
            Self::Exact(m) => (Some(m.start), m.reading),
            Self::Levels(m) => (Some(m.start), m.reading),
            Self::Bands(m) => (None, m.reading),
            Self::Threshold(m) => (None, m.reading),
            Self::Observe(m) => (None, m.reading),
            Self::Children(m) => (m.start, ReadingRule::Latest),
            Self::Events(_) | Self::Milestones(_) => return Some(0.0),
            Self::Zones(_) | Self::Done(_) | Self::Composite(_) => return None,
        };
        if rule == ReadingRule::Sum { Some(0.0) } else { start }
    }

    /// The progress that a number of the course stands for.
    pub(crate) fn progress_along(&self, value: f64, rules: &Rules<'_>) -> Option<f64> {
        match self {
            Self::Events(m) => Some(value / m.count).filter(|progress| progress.is_finite()),
            Self::Milestones(_) => Some(value),
            measure => measure.progress_of(value, rules),
        }
    }
}

/// What values amount to by a rule, one after another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Running {
    rule: ReadingRule,
    amount: Option<f64>,
    sum: f64,
    n: f64,
}

impl Running {
    pub(crate) fn new(rule: ReadingRule) -> Self {
        Self {
            rule,
            amount: None,
            sum: 0.0,
            n: 0.0,
        }
    }

    /// The amount with one value more.
    pub(crate) fn add(&mut self, value: f64) -> f64 {
        (self.sum, self.n) = (self.sum + value, self.n + 1.0);
        let now = match (self.rule, self.amount) {
            (ReadingRule::Sum, _) => self.sum,
            (ReadingRule::Mean, _) => self.sum / self.n,
            (ReadingRule::Latest, _) | (_, None) => value,
            (ReadingRule::Max, Some(before)) => value.max(before),
            (ReadingRule::Min, Some(before)) => value.min(before),
        };
        self.amount = Some(now);
        now
    }
}

/// What values amount to after each day, by a rule.
fn running(values: impl Iterator<Item = (Date, f64)>, rule: ReadingRule) -> Vec<(Date, f64)> {
    let mut values: Vec<(Date, f64)> = values.collect();
    values.sort_by_key(|(on, _)| *on);
    let mut course: Vec<(Date, f64)> = Vec::with_capacity(values.len());
    let mut amount = Running::new(rule);
    for (on, value) in values {
        let now = amount.add(value);
        match course.last_mut() {
            Some(last) if last.0 == on => last.1 = now,
            _ => course.push((on, now)),
        }
    }
    course
}

impl Milestones {
    /// F6 at the end of each day on which something was said of steps.
    fn course(&self, log: &Log<'_>) -> Vec<(Date, f64)> {
        let mut said: Vec<_> = log.observed().filter(|seen| seen.steps_done.is_some() || seen.steps_undone.is_some()).collect();
        said.sort_by_key(|seen| seen.on);
        let unit = self.steps.iter().map(super::Step::weight).fold(0.0, f64::max);
        let whole: f64 = self.steps.iter().map(|step| step.weight() / unit).sum();
        let mut steps: std::collections::BTreeMap<&str, (f64, bool)> =
            self.steps.iter().map(|step| (step.id.as_str(), (step.weight() / unit, false))).collect();
        let (mut part, mut course) = (0.0, Vec::<(Date, f64)>::new());
        for seen in said {
            for (ids, done) in [(seen.steps_done, true), (seen.steps_undone, false)] {
                for id in ids.unwrap_or_default() {
                    let Some((weight, is_done)) = steps.get_mut(id.as_str()) else { continue };
                    if *is_done != done {
                        *is_done = done;
                        part += if done { *weight } else { -*weight };
                    }
                }
            }
            match course.last_mut() {
                Some(last) if last.0 == seen.on => last.1 = part / whole,
                _ => course.push((seen.on, part / whole)),
            }
        }
        course
    }
}
