//! The progress of a hidden key result as check-ins of its own: one for each day, and each moment at which something became
//! known, from which on it was another.

use std::collections::BTreeSet;

use super::progress::ValuesKeptWhy;
use crate::measure::{ExpectedBy, Log, Measure, Outcome, Rules, counting};
use crate::plan::{AmendmentSet, CheckIn, CheckInBeside, KeyResult, Objective, PathPoint, Terms, frozen};
use crate::profile::Goalposts;
use crate::score::path_value;
use crate::time::{AsOf, Date, Instant, elapsed};

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

    /// What is expected on each day, where that is not the share of the time gone.
    pub(super) fn expected_path(&self) -> Result<Vec<PathPoint>, ValuesKeptWhy> {
        let days = self.days_of_expectation()?;
        let (Some(from), Some(to)) = (days.first(), days.last()) else {
            return Ok(Vec::new());
        };
        let n_days = to.days_since(*from);
        if usize::try_from(n_days).unwrap_or(0) >= self.most_days {
            return Err(ValuesKeptWhy::TooManyDays);
        }
        let mut is_by_time = true;
        let mut point = |on: Date| {
            let (value, so) = self.expected(on);
            is_by_time &= so;
            PathPoint {
                on,
                value,
                ..PathPoint::default()
            }
        };
        let path = (0..=n_days).filter_map(|n| from.add_days(n)).map(&mut point).collect();
        // Where no progress can be told of the paths, it is expected as time goes.
        Ok(if is_by_time { Vec::new() } else { path })
    }

    /// Days such that before the first and after the last of them the same is expected. None where it is expected as time goes.
    fn days_of_expectation(&self) -> Result<BTreeSet<Date>, ValuesKeptWhy> {
        let changes = |set: &AmendmentSet| set.measure.is_some() || set.expected_path.is_some() || set.starts.is_some() || set.ends.is_some();
        let amendments = self.key_result.amendments.iter();
        let amended = || {
            amendments
                .clone()
                .filter(|amendment| self.goalposts == Goalposts::InForce && changes(&amendment.set))
        };
        let paths = amended().filter_map(|amendment| amendment.set.expected_path.as_ref());
        let points = paths.chain([&self.key_result.expected_path]).flatten();
        let mut days: BTreeSet<Date> = points.map(|point| point.on).collect();
        let is_of_levels = matches!(self.key_result.measure, Measure::Levels(_));
        if days.is_empty() && !is_of_levels {
            return Ok(days);
        }
        if amended().any(|amendment| amendment.recorded.is_some()) {
            return Err(ValuesKeptWhy::Amended);
        }
        // The day before each change has what held until then; nothing is expected before the first day, even of a period of one.
        days.extend(amended().flat_map(|amendment| [day_before(amendment.on), amendment.on]));
        if is_of_levels || amended().next().is_some() {
            let versions = days.iter().copied().chain([Date::MIN]);
            let periods = versions.map(|on| self.period(&self.terms(AsOf::from(on))));
            let ends: Vec<Date> = periods.flat_map(|(starts, ends)| [day_before(starts), ends]).collect();
            days.extend(ends);
        }
        Ok(days)
    }

    fn period(&self, terms: &Terms<'_>) -> (Date, Date) {
        terms.period(self.owner.period((self.rules.cycle.starts, self.rules.cycle.ends)))
    }

    /// What is expected on a day, and whether it is as time goes.
    fn expected(&self, on: Date) -> (f64, bool) {
        let terms = self.terms(AsOf::from(on));
        let planned = path_value(terms.expected_path, on).and_then(|value| terms.measure.progress_of(value, self.rules));
        if let Some(planned) = planned {
            return (planned, false);
        }
        let (starts, ends) = self.period(&terms);
        let (value, by) = terms.measure.expected(elapsed(starts, ends, on), on, self.rules);
        (value, !matches!(by, ExpectedBy::Levels { .. }))
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
        let mut closed = frozen(&self.owner.stages, as_of);
        closed.extend(frozen(&self.key_result.stages, as_of));
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

fn day_before(on: Date) -> Date {
    on.add_days(-1).unwrap_or(on)
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
