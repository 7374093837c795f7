//! The terms of a key result on a day: what amendments and stages make of what is written.

use std::borrow::Cow;

use super::{AmendmentSet, KeyResult, ManualScore, Objective, PathPoint, Stage, StageChange};
use crate::measure::Measure;
use crate::time::{AsOf, Date};
use crate::wire::Context;

/// What was agreed on a day.
#[derive(Debug, Clone)]
pub(crate) struct Terms<'a> {
    pub(crate) weight: Option<f64>,
    pub(crate) share: Option<f64>,
    pub(crate) starts: Option<Date>,
    pub(crate) ends: Option<Date>,
    pub(crate) expected_path: &'a [PathPoint],
    pub(crate) measure: Cow<'a, Measure>,
}

impl<'a> Terms<'a> {
    /// The terms as they were before any amendment.
    pub(crate) fn original(key_result: &'a KeyResult) -> Self {
        Self {
            weight: key_result.weight,
            share: key_result.share,
            starts: key_result.starts,
            ends: key_result.ends,
            expected_path: &key_result.expected_path,
            measure: Cow::Borrowed(&key_result.measure),
        }
    }

    /// The terms in force: every amendment up to the day, in the order of their days, of two on a day the later last.
    pub(crate) fn in_force(key_result: &'a KeyResult, as_of: AsOf) -> Self {
        let mut terms = Self::original(key_result);
        for amendment in in_order(key_result, as_of) {
            let set = &key_result.amendments.get(amendment);
            let Some(set) = set.map(|amendment| &amendment.set) else { continue };
            terms.amend(set);
        }
        terms
    }

    /// Puts one amendment into force. Of the measure only what it replaces is copied.
    pub(crate) fn amend(&mut self, set: &'a AmendmentSet) {
        match (set.weight, set.share) {
            (None, None) => {}
            given => (self.weight, self.share) = given,
        }
        self.starts = set.starts.or(self.starts);
        self.ends = set.ends.or(self.ends);
        if let Some(path) = &set.expected_path {
            self.expected_path = path;
        }
        if let Some(fields) = &set.measure {
            let before = std::mem::replace(&mut self.measure, Cow::Owned(Measure::default()));
            // Fields that belong to another kind are the check's to report, and are left out here.
            self.measure = Cow::Owned(before.into_owned().with(fields, &mut Context::default()));
        }
    }

    /// First and last day, what is not given taken from the objective and its cycle.
    pub(crate) fn period(&self, objective: (Date, Date)) -> (Date, Date) {
        (self.starts.unwrap_or(objective.0), self.ends.unwrap_or(objective.1))
    }
}

/// The places of the amendments that are in force, in the order they came into force.
pub(crate) fn in_order(key_result: &KeyResult, as_of: AsOf) -> Vec<usize> {
    let mut places: Vec<usize> = (0..key_result.amendments.len()).collect();
    let day = |place: &usize| key_result.amendments.get(*place).map(|amendment| amendment.on);
    places.retain(|place| {
        key_result
            .amendments
            .get(*place)
            .is_some_and(|amendment| as_of.sees(amendment.on, amendment.recorded))
    });
    places.sort_by_key(day);
    places
}

impl Objective {
    /// First and last day, what is not given taken from the cycle.
    pub(crate) fn period(&self, cycle: (Date, Date)) -> (Date, Date) {
        (self.starts.unwrap_or(cycle.0), self.ends.unwrap_or(cycle.1))
    }
}

/// The stage on a day: the last change up to it, of two on a day the later in the list; before the first, what `stage` says
/// (absent: `draft` beside changes, else `active`).
pub(crate) fn stage_on(stage: Option<Stage>, stages: &[StageChange], as_of: AsOf) -> Stage {
    let first = stage.unwrap_or(if stages.is_empty() { Stage::Active } else { Stage::Draft });
    let seen = stages.iter().filter(|change| as_of.sees(change.on, change.recorded));
    seen.max_by_key(|change| change.on).map_or(first, |change| change.stage)
}

/// The days on which a node takes no check-ins: from the day after it closed or was dropped to the day before it went on.
///
/// A node that was over from the beginning has no such day, and keeps what was checked in. Of two changes on a day only the later in
/// the list is one: a node that was taken up and closed again on a day was closed all along.
pub(super) fn frozen(stages: &[StageChange], as_of: AsOf) -> Vec<(Date, Date)> {
    let mut changes: Vec<&StageChange> = stages.iter().filter(|change| as_of.sees(change.on, change.recorded)).collect();
    changes.sort_by_key(|change| change.on);
    let mut out = Vec::new();
    let mut since = None;
    let in_force = changes.chunk_by(|a, b| a.on == b.on).filter_map(<[_]>::last);
    for change in in_force {
        match (since, change.stage.is_over()) {
            (None, true) => since = change.on.add_days(1),
            (Some(first), false) => {
                out.extend(change.on.add_days(-1).map(|last| (first, last)));
                since = None;
            }
            _ => {}
        }
    }
    out.extend(since.map(|first| (first, Date::MAX)));
    out
}

/// The days on which a key result takes no check-ins, by the stages of its objective and its own.
pub(crate) fn frozen_days(objective: &[StageChange], key_result: &[StageChange], as_of: AsOf) -> Vec<(Date, Date)> {
    let mut days = Vec::new();
    for stages in [objective, key_result] {
        if !stages.is_empty() {
            days.extend(frozen(stages, as_of));
        }
    }
    days
}

/// The manual score that holds on a day: the latest up to it, of two on a day the later in the list.
pub(crate) fn manual_score(scores: &[ManualScore], as_of: AsOf) -> Option<&ManualScore> {
    scores.iter().filter(|score| as_of.sees(score.on, score.recorded)).max_by_key(|score| score.on)
}

impl KeyResult {
    /// The manual score that holds on a day. What is only watched is never scored, by hand neither.
    pub(crate) fn manual_score(&self, as_of: AsOf) -> Option<&ManualScore> {
        manual_score(&self.manual_scores, as_of).filter(|_| !matches!(self.measure, Measure::Observe(_)))
    }
}
