//! The check-ins of a key result as a measure sees them on a day.

use std::collections::BTreeMap;

use super::{ReadingRule, Zone};
use crate::plan::{CheckIn, Entry, Figures};
use crate::time::{AsOf, Date};

/// The figures of one check-in, or of one part of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Observed<'a> {
    pub(crate) on: Date,
    pub(crate) value: Option<f64>,
    pub(crate) done: Option<bool>,
    pub(crate) zone: Option<Zone>,
    pub(crate) event: bool,
    pub(crate) met: Option<f64>,
    pub(crate) of: Option<f64>,
    pub(crate) steps_done: Option<&'a [String]>,
    pub(crate) steps_undone: Option<&'a [String]>,
    pub(crate) has_parts: bool,
    /// The check-in it comes from, for explanations.
    pub(crate) check_in: &'a CheckIn,
}

impl<'a> Observed<'a> {
    pub(crate) fn of_check_in(check_in: &'a CheckIn) -> Self {
        // What most do without is looked for once.
        let rare = &**check_in;
        Self {
            on: check_in.on,
            value: check_in.value,
            done: check_in.done,
            zone: check_in.zone,
            event: check_in.event,
            met: rare.met,
            of: rare.of,
            steps_done: rare.steps_done.as_deref(),
            steps_undone: rare.steps_undone.as_deref(),
            has_parts: !rare.parts.is_empty(),
            check_in,
        }
    }

    pub(crate) fn of_part(check_in: &'a CheckIn, figures: &'a Figures) -> Self {
        Self {
            on: check_in.on,
            value: figures.value,
            done: figures.done,
            zone: figures.zone,
            event: figures.event,
            met: figures.met,
            of: figures.of,
            steps_done: figures.steps_done.as_deref(),
            steps_undone: figures.steps_undone.as_deref(),
            has_parts: false,
            check_in,
        }
    }

    /// The names of the figures it carries.
    pub(crate) fn given(&self) -> impl Iterator<Item = &'static str> + use<> {
        [
            ("value", self.value.is_some()),
            ("done", self.done.is_some()),
            ("steps_done", self.steps_done.is_some()),
            ("steps_undone", self.steps_undone.is_some()),
            ("zone", self.zone.is_some()),
            ("event", self.event),
            ("met", self.met.is_some()),
            ("of", self.of.is_some()),
            ("parts", self.has_parts),
        ]
        .into_iter()
        .filter_map(|(name, given)| given.then_some(name))
    }
}

/// Why a check-in dated up to a day does not count on it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LeftOut<'a> {
    /// It became known later.
    Unknown,
    /// It is dated after a close.
    Frozen,
    /// This one takes its place.
    Corrected(&'a CheckIn),
    /// This one withdraws it.
    Withdrawn(&'a CheckIn),
    /// It withdraws another, and says nothing itself.
    Withdrawal,
}

/// The check-ins dated up to a day, each with why it does not count on it if it does not.
///
/// `frozen` are the days, first and last, on which the key result or its objective took no check-ins.
pub(crate) fn judged<'a, 'f>(
    check_ins: &'a [CheckIn],
    as_of: AsOf,
    frozen: &'f [(Date, Date)],
) -> impl Iterator<Item = (&'a CheckIn, Option<LeftOut<'a>>)> + use<'a, 'f> {
    let closed = move |check_in: &CheckIn| {
        if !as_of.sees(check_in.on, check_in.recorded) {
            Some(LeftOut::Unknown)
        } else if frozen.iter().any(|(first, last)| (*first..=*last).contains(&check_in.on)) {
            Some(LeftOut::Frozen)
        } else {
            None
        }
    };
    // What is left out itself corrects nothing. Of two that correct the same the later in the list is told of.
    let open = check_ins.iter().filter(|check_in| check_in.replaces.is_some() && closed(check_in).is_none());
    let corrections: BTreeMap<&str, &CheckIn> = open.filter_map(|check_in| Some((check_in.replaces.as_deref()?, check_in))).collect();
    let dated = check_ins.iter().filter(move |check_in| check_in.on <= as_of.on);
    dated.map(move |check_in| {
        let corrected = || {
            let by = *corrections.get(check_in.id.as_deref()?)?;
            Some(if by.void { LeftOut::Withdrawn(by) } else { LeftOut::Corrected(by) })
        };
        let withdrawal = || check_in.void.then_some(LeftOut::Withdrawal);
        (check_in, closed(check_in).or_else(corrected).or_else(withdrawal))
    })
}

/// The check-ins that count on a day: dated and known by it, not corrected, not withdrawn, not dated after a close.
pub(crate) fn counting<'a>(check_ins: &'a [CheckIn], as_of: AsOf, frozen: &[(Date, Date)]) -> Vec<&'a CheckIn> {
    let judged = judged(check_ins, as_of, frozen);
    judged.filter_map(|(check_in, left_out)| left_out.is_none().then_some(check_in)).collect()
}

/// The check-ins of one key result that count on a day, in the order of the document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Log<'a> {
    /// Where all up to a day count: those, with an entry for each.
    plain: Option<(&'a [CheckIn], &'a [Entry])>,
    /// Else those that count.
    counting: &'a [&'a CheckIn],
    part: Option<&'a str>,
}

impl<'a> Log<'a> {
    /// Of check-ins whose entries are all that counts.
    pub(crate) fn of_entries(check_ins: &'a [CheckIn], entries: &'a [Entry]) -> Self {
        Self {
            plain: check_ins.get(..entries.len()).map(|check_ins| (check_ins, entries)),
            counting: &[],
            part: None,
        }
    }

    /// Of entries that are all that counts and all that is asked for.
    pub(crate) fn of_entries_alone(entries: &'a [Entry]) -> Self {
        Self {
            plain: Some((&[], entries)),
            counting: &[],
            part: None,
        }
    }

    /// Of those that were found to count.
    pub(crate) fn of_counting(counting: &'a [&'a CheckIn]) -> Self {
        Self {
            plain: None,
            counting,
            part: None,
        }
    }

    /// The entries, where there is one for each and the log is not that of a part.
    pub(crate) fn entries(&self) -> Option<&'a [Entry]> {
        self.plain.filter(|_| self.part.is_none()).map(|(_, entries)| entries)
    }

    /// The same log, seen by one part of a composite.
    pub(crate) fn part(&self, name: &'a str) -> Self {
        Self { part: Some(name), ..*self }
    }

    pub(crate) fn check_ins(&self) -> impl DoubleEndedIterator<Item = &'a CheckIn> + use<'a> {
        let plain = self.plain.map_or(&[][..], |(check_ins, _)| check_ins);
        plain.iter().chain(self.counting.iter().copied())
    }

    /// Their figures.
    pub(crate) fn observed(&self) -> impl DoubleEndedIterator<Item = Observed<'a>> + use<'a> {
        let part = self.part;
        self.check_ins().filter_map(move |check_in| match part {
            None => Some(Observed::of_check_in(check_in)),
            Some(name) => check_in.parts.get(name).map(|figures| Observed::of_part(check_in, figures)),
        })
    }

    /// The latest check-in that carries a figure; of two on a day, the later in the list.
    pub(crate) fn latest<T>(&self, figure: impl Fn(&Observed<'a>) -> Option<T>) -> Option<(Observed<'a>, T)> {
        let mut found: Option<(Observed<'a>, T)> = None;
        for seen in self.observed() {
            if found.as_ref().is_none_or(|(latest, _)| latest.on <= seen.on)
                && let Some(value) = figure(&seen)
            {
                found = Some((seen, value));
            }
        }
        found
    }

    /// What was last said of being done.
    pub(crate) fn done(&self) -> Option<bool> {
        match self.entries() {
            Some(entries) => entries.iter().rev().find_map(|entry| entry.done),
            None => self.latest(|seen| seen.done).map(|(_, done)| done),
        }
    }

    /// Goes through the events, in the order of the document; each with its value where it has one.
    pub(crate) fn each_event(&self, mut each: impl FnMut(Option<f64>)) {
        let mut visit = |event: bool, value: Option<f64>| {
            if event || value.is_some() {
                each(value);
            }
        };
        match self.entries() {
            Some(entries) => entries.iter().for_each(|entry| visit(entry.event, entry.value())),
            None => self.observed().for_each(|seen| visit(seen.event, seen.value)),
        }
    }

    /// What the values amount to by a rule. `None` where no check-in carries one.
    pub(crate) fn read(&self, rule: ReadingRule) -> Option<f64> {
        if let Some(entries) = self.entries() {
            return match rule {
                ReadingRule::Latest => entries.iter().rev().find_map(Entry::value),
                rule => amount(entries.iter().filter_map(Entry::value), rule),
            };
        }
        match rule {
            ReadingRule::Latest => self.latest(|seen| seen.value).map(|(_, value)| value),
            rule => amount(self.observed().filter_map(|seen| seen.value), rule),
        }
    }
}

/// What values amount to, in the order of the document.
fn amount(mut values: impl Iterator<Item = f64>, rule: ReadingRule) -> Option<f64> {
    let first = values.next()?;
    Some(match rule {
        ReadingRule::Latest => values.last().unwrap_or(first),
        ReadingRule::Sum => values.fold(first, |sum, value| sum + value),
        ReadingRule::Max => values.fold(first, f64::max),
        ReadingRule::Min => values.fold(first, f64::min),
        ReadingRule::Mean => {
            let (sum, n) = values.fold((first, 1.0), |(sum, n), value| (sum + value, n + 1.0));
            sum / n
        }
    })
}
