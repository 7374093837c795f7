//! The progress of a hidden key result as check-ins of its own: one for each day, and each moment at which something became
//! known, from which on it was another.

use std::collections::{BTreeMap, BTreeSet};

use super::progress::{ValuesKeptWhy, is_open};
use crate::measure::{ExpectedBy, Log, Measure, Outcome, Rules, counting};
use crate::plan::{AmendmentSet, CheckIn, CheckInBeside, KeyResult, Objective, PathPoint, Terms, frozen_days};
use crate::profile::Goalposts;
use crate::score::path_value;
use crate::time::{AsOf, Date, Instant, elapsed};

/// Expected paths that say progress, a point for each day.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// The one before any amendment.
    pub(super) first: Vec<PathPoint>,
    /// Of each amendment, in the order of the document, the one that it brings.
    pub(super) amended: Vec<Option<Vec<PathPoint>>>,
}

/// What a key result is judged by.
pub(super) struct Timeline<'a> {
    pub(super) owner: &'a Objective,
    pub(super) key_result: &'a KeyResult,
    pub(super) rules: &'a Rules<'a>,
    pub(super) goalposts: Goalposts,
    pub(super) most_days: usize,
}

impl<'a> Timeline<'a> {
    /// The terms it is judged by.
    pub(super) fn terms(&self, as_of: AsOf) -> Terms<'a> {
        match self.goalposts {
            Goalposts::InForce => Terms::in_force(self.key_result, as_of),
            Goalposts::Original => Terms::original(self.key_result),
        }
    }

    /// Check-ins whose latest value is the progress on every day as it was known at every moment, in their order. Those that
    /// another takes back have an id.
    ///
    /// Facts are gone through in the order in which they became known. Each changes what is so from its day on, so only days of
    /// facts from there on are looked at.
    pub(super) fn told(&self) -> Result<Vec<CheckIn>, ValuesKeptWhy> {
        let facts = self.facts();
        let moments: BTreeSet<Instant> = facts.iter().map(|(known, _)| *known).collect();
        if moments.len() > self.most_days {
            return Err(ValuesKeptWhy::TooManyDays);
        }
        let mut told = Told::default();
        let mut n_days = 0;
        for known in moments {
            let news = facts.iter().filter(|(since, _)| *since == known);
            let Some(from) = news.map(|(_, on)| *on).min() else { continue };
            let seen = facts.iter().filter(|(since, on)| *since <= known && *on >= from);
            let days: BTreeSet<Date> = seen.map(|(_, on)| *on).collect();
            n_days += days.len();
            if n_days > self.most_days {
                return Err(ValuesKeptWhy::TooManyDays);
            }
            for on in days {
                self.tell(&mut told, AsOf::known_at(on, known))?;
            }
        }
        Ok(told.done())
    }

    /// What is expected, where that is not the share of the time gone.
    pub(super) fn paths(&self) -> Result<Paths, ValuesKeptWhy> {
        let amendments = &self.key_result.amendments;
        let mut amended: Vec<Option<Vec<PathPoint>>> = vec![None; amendments.len()];
        let mut n_days = 0;
        let first = self.path(&Terms::original(self.key_result), &mut n_days)?;
        let moving = || amendments.iter().filter(|amendment| moves(&amendment.set));
        let has_path = !self.key_result.expected_path.is_empty() || moving().any(|amendment| amendment.set.expected_path.is_some());
        let is_by_time = !has_path && self.key_result.measure.expects_time_gone();
        if is_by_time || self.goalposts == Goalposts::Original {
            return Ok(Paths { first, amended });
        }
        if moving().any(|amendment| amendment.recorded.is_some()) {
            // What is in force then depends on what became known when.
            return Err(ValuesKeptWhy::Amended);
        }
        let days: BTreeMap<Date, usize> = amendments
            .iter()
            .enumerate()
            .filter_map(|(place, amendment)| moves(&amendment.set).then_some((amendment.on, place)))
            .collect();
        let mut before = first.clone();
        for (on, last_of_day) in days {
            let path = self.path(&self.terms(AsOf::from(on)), &mut n_days)?;
            if path != before
                && let Some(place) = amended.get_mut(last_of_day)
            {
                before.clone_from(&path);
                *place = Some(path);
            }
        }
        Ok(Paths { first, amended })
    }

    /// What is expected on each day by one version of the terms, where that is not the share of the time gone.
    fn path(&self, terms: &Terms<'_>, n_days: &mut usize) -> Result<Vec<PathPoint>, ValuesKeptWhy> {
        let (measure, path) = (&*terms.measure, terms.expected_path);
        if let (Some(first), Some(last)) = (path.first(), path.last()) {
            if is_open(measure, self.rules.progress) {
                // What no progress can be told of is expected as time goes.
                return Ok(Vec::new());
            }
            let planned = |on: Date| measure.progress_of(path_value(path, on)?, self.rules);
            return self.daily(first.on, last.on, planned, n_days);
        }
        let cycle = self.rules.cycle;
        let (starts, ends) = terms.period(self.owner.period((cycle.starts, cycle.ends)));
        if measure.expects_time_gone() || measure.expected(0.0, starts, self.rules).1 == ExpectedBy::Time {
            return Ok(Vec::new());
        }
        let (first, last) = match measure {
            // Steps may be due before and after the time there is.
            Measure::Milestones(m) => m.days_due().unwrap_or((starts, ends)),
            _ => (starts, ends),
        };
        // From the day before, on which nothing is expected even of a period of one day.
        let from = first.add_days(-1).unwrap_or(first);
        let expected = |on: Date| Some(measure.expected(elapsed(starts, ends, on), on, self.rules).0);
        self.daily(from, last, expected, n_days)
    }

    /// A point for each day, on which a path says its very number.
    fn daily(&self, from: Date, to: Date, expected: impl Fn(Date) -> Option<f64>, n_days: &mut usize) -> Result<Vec<PathPoint>, ValuesKeptWhy> {
        *n_days += usize::try_from(to.days_since(from)).unwrap_or(0) + 1;
        if *n_days > self.most_days {
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

    /// When each fact became known, and its day.
    fn facts(&self) -> Vec<(Instant, Date)> {
        let check_ins = self.key_result.check_ins.iter().map(|check_in| (check_in.on, check_in.recorded));
        let stages = self.owner.stages.iter().chain(&self.key_result.stages);
        let stages = stages.map(|change| (change.on, change.recorded));
        let is_kept = self.goalposts == Goalposts::Original;
        let amendments = self
            .key_result
            .amendments
            .iter()
            .filter(|amendment| !is_kept && amendment.set.measure.is_some());
        let amendments = amendments.map(|amendment| (amendment.on, amendment.recorded));
        let facts = check_ins.chain(stages).chain(amendments);
        facts.map(|(on, recorded)| (recorded.unwrap_or_else(|| on.midnight()), on)).collect()
    }

    /// Sees to it that what is told gives the progress of one day as it was known at one moment.
    fn tell(&self, told: &mut Told, as_of: AsOf) -> Result<(), ValuesKeptWhy> {
        let closed = frozen_days(&self.owner.stages, &self.key_result.stages, as_of);
        let check_ins = counting(&self.key_result.check_ins, as_of, &closed);
        let measure = self.terms(as_of).measure;
        if measure.is_kept_or_broken() != self.key_result.measure.is_kept_or_broken() {
            // Its status goes by other rules before and after.
            return Err(ValuesKeptWhy::Amended);
        }
        let progress = match measure.evaluate(&Log::of_counting(&check_ins), self.rules).progress {
            Outcome::Value(progress) => Some(progress),
            Outcome::NoData(_) => None,
            _ => return Err(ValuesKeptWhy::Undefined),
        };
        let is_new = |value: Option<f64>| value.map(f64::to_bits) != progress.map(f64::to_bits);
        if is_new(told.value(as_of, &closed)) {
            told.say(progress, as_of, &closed);
            if is_new(told.value(as_of, &closed)) {
                // On a day that takes no check-ins none can tell of it.
                return Err(ValuesKeptWhy::Closed);
            }
        }
        Ok(())
    }
}

/// Whether an amendment may change what is expected.
const fn moves(set: &AmendmentSet) -> bool {
    set.measure.is_some() || set.expected_path.is_some() || set.starts.is_some() || set.ends.is_some()
}

/// The check-ins so far. Each has its place as its id.
#[derive(Default)]
struct Told(Vec<CheckIn>);

impl Told {
    fn value(&self, as_of: AsOf, closed: &[(Date, Date)]) -> Option<f64> {
        let counting = counting(&self.0, as_of, closed);
        Log::of_counting(&counting).latest(|seen| seen.value).map(|(_, value)| value)
    }

    fn say(&mut self, value: Option<f64>, as_of: AsOf, closed: &[(Date, Date)]) {
        let recorded = as_of.known.filter(|known| *known != as_of.on.midnight());
        let replaced: Vec<Option<String>> = match value {
            Some(_) => vec![None],
            None => counting(&self.0, as_of, closed).iter().map(|check_in| check_in.id.clone()).collect(),
        };
        for replaces in replaced {
            self.0.push(CheckIn {
                on: as_of.on,
                value,
                void: replaces.is_some(),
                beside: CheckInBeside {
                    id: Some(self.0.len().to_string()),
                    replaces,
                    recorded,
                    ..CheckInBeside::default()
                }
                .boxed(),
                ..CheckIn::default()
            });
        }
    }

    fn done(mut self) -> Vec<CheckIn> {
        let replaced: BTreeSet<String> = self.0.iter().filter_map(|check_in| check_in.replaces.clone()).collect();
        for check_in in &mut self.0 {
            check_in.id = check_in.id.take().filter(|id| replaced.contains(id));
        }
        self.0
    }
}
