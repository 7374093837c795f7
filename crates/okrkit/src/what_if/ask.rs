//! What a key result would have to check in to reach a score.

use serde::Serialize;

use super::mover::{Ladder, Mover};
use crate::measure::{Measure, Range, ReadingRule, Zone, nearest};
use crate::plan::CheckIn;
use crate::profile::Profile;
use crate::score::as_score;
use crate::time::AsOf;

/// What a key result has to reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ask {
    /// The id of the key result.
    pub key_result: String,
    /// Its score today; `null` where it has no data.
    pub from: Option<f64>,
    /// The score it gets to, in \[0,1\]; of progress within 0 and 1 that is the progress.
    pub to: f64,
    /// The reading it gets to, where the reading is a number.
    pub reading: Option<f64>,
    /// A check-in of the day that brings it there: the value (of a sum: what is to be added), that it is done, the steps, the zone,
    /// the event.
    pub check_in: CheckIn,
    /// How many such check-ins it takes: 1, or the number of events.
    pub times: f64,
}

impl Mover<'_> {
    /// What brings it to a score that it can be brought to. `None` where the doubles do not get near enough.
    pub(super) fn ask(&self, score: f64, profile: &Profile, as_of: AsOf) -> Option<Ask> {
        let mut check_in = CheckIn::new(as_of.on);
        check_in.recorded = as_of.known;
        let (mut reading, mut times, mut to) = (None, 1.0, score);
        match (self.measure(), &self.ladder) {
            (Measure::Done(_), _) => check_in.done = Some(true),
            (Measure::Zones(_), _) => {
                let worth = |zone: &Zone| zone.score(self.facts.rules.anchors);
                let zone = Zone::ALL.iter().copied().find(|zone| worth(zone) >= score - self.policy.near)?;
                check_in.zone = Some(zone);
                to = worth(&zone);
            }
            (Measure::Milestones(milestones), _) => {
                let log = self.facts.log(self.key_result);
                let to_do = milestones.still_to_do(&log);
                let n = to_do.iter().position(|(_, progress)| *progress >= score - self.policy.near)? + 1;
                check_in.steps_done = Some(to_do.into_iter().take(n).map(|(id, _)| id.to_owned()).collect());
            }
            (Measure::Events(events), Ladder::Count { so_far, count }) => {
                times = self.more(*so_far, *count, score);
                match events.each_at_least {
                    Some(each) => check_in.value = Some(each),
                    None => check_in.event = true,
                }
                reading = Some(so_far + times);
            }
            (measure, _) => {
                let (value, after) = self.value_for(score)?;
                to = as_score(profile.clamp.shown.apply(measure.progress_along(after, &self.facts.rules)?));
                check_in.value = Some(value);
                reading = Some(after);
            }
        }
        // Rungs overshoot what was asked for only in the last bits: they were chosen to be reached.
        if (to - score).abs() > self.policy.near {
            return None;
        }
        Some(Ask {
            key_result: self.key_result.id.clone(),
            from: (!self.is_missing).then_some(self.now),
            to,
            reading,
            check_in,
            times,
        })
    }

    /// The value to check in for a score, and what the reading is then.
    fn value_for(&self, score: f64) -> Option<(f64, f64)> {
        let (measure, rules) = (self.measure(), &self.facts.rules);
        let log = self.facts.log(self.key_result);
        let rule = measure.reading_rule()?;
        let now = log.read(rule);
        let values = || log.observed().filter_map(|seen| seen.value);
        // A largest or smallest value only ever moves one way.
        let within = match (rule, now) {
            (ReadingRule::Max, Some(now)) => Range::from(now),
            (ReadingRule::Min, Some(now)) => Range::up_to(now),
            _ => Range::ALL,
        };
        let ranges: Vec<Range> = measure.reaching(score, rules)?.iter().filter_map(|range| range.and(&within)).collect();
        let reading = nearest(&ranges, now.or_else(|| measure.origin())).or_else(|| measure.origin())?;
        let (sum, n) = values().fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
        let value = match rule {
            ReadingRule::Latest | ReadingRule::Max | ReadingRule::Min => reading,
            ReadingRule::Sum => reading - sum,
            ReadingRule::Mean => reading * (n + 1.0) - sum,
        };
        let after = match rule {
            ReadingRule::Latest | ReadingRule::Max | ReadingRule::Min => value,
            ReadingRule::Sum => sum + value,
            ReadingRule::Mean => (sum + value) / (n + 1.0),
        };
        (value.is_finite() && after.is_finite()).then_some((value, after))
    }
}
