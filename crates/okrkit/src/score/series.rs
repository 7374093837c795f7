//! The scorecard day by day, in one pass.
//!
//! On most days nothing is said of a key result: then its reading and progress are those of the day before, and only time has gone
//! on. Objectives are rolled up on every day, since what is expected of them moves.

use super::key_result::{Judged, KeyResultFacts, facts_of, frame_of, path_value};
use super::{Scorecard, Sheet};
use crate::measure::Measure;
use crate::plan::{KeyResult, Node, Objective, Plan};
use crate::profile::{Pace, Profile};
use crate::time::{AsOf, Date};

/// What is kept of a key result from one day to the next.
#[derive(Debug)]
struct Kept<'a> {
    facts: KeyResultFacts<'a>,
    judged: Judged,
    /// The day on which its facts change next, where they do.
    until: Option<Date>,
}

/// A day of a series: the scorecard, and what readings were to be by then.
#[derive(Debug)]
pub(crate) struct Day<'d, 'a> {
    pub(crate) card: &'d Scorecard,
    kept: &'d [Option<Kept<'a>>],
}

impl Day<'_, '_> {
    /// F12 on the measure's own scale: what the path says, else the straight line from start to target at the share of time gone.
    /// `None` for a measure without such a scale, or without a start.
    pub(crate) fn expected_reading(&self, key_result: usize) -> Option<f64> {
        let kept = self.kept.get(key_result)?.as_ref()?;
        let by_path = path_value(kept.facts.judged.expected_path, self.card.as_of().on);
        let on_line = || {
            let (start, target) = kept.facts.judged.measure.ends_of_line()?;
            Some(start + (target - start) * kept.judged.gone)
        };
        by_path.or_else(on_line).filter(|reading| reading.is_finite())
    }
}

/// Goes through days that rise, and hands out the scorecard of each, the same to the last bit as one that is evaluated alone.
/// Gives back how often a key result was judged from its facts.
pub(crate) fn day_by_day(plan: &Plan, profile: &Profile, days: impl IntoIterator<Item = Date>, mut visit: impl FnMut(&Day<'_, '_>)) -> usize {
    let pace = Pace::of(profile);
    let mut card = Scorecard::empty(plan.clone(), profile.clone(), AsOf::from(Date::MIN));
    let changes: Vec<Vec<Date>> = plan
        .key_results()
        .map(|(objective, key_result)| days_of_change(objective, key_result))
        .collect();
    let mut kept: Vec<Option<Kept<'_>>> = Vec::new();
    kept.resize_with(plan.n_key_results(), || None);
    let mut n_judged = 0;
    for on in days {
        let as_of = AsOf::from(on);
        card.move_to(as_of);
        // What is kept borrows from the plan alone, and not from figures that change: a sheet without any serves to make it.
        let bare = Sheet {
            plan,
            profile,
            as_of,
            key_results: &[],
            objectives: &[],
            first_key_result: 0,
            bands: &[],
            pace: &pace,
            out_of_range: &[],
            links_up: &[],
        };
        card.fill_by(plan, |sheet, frame, within, side| {
            let (at, node) = (frame.first + within, Node::KeyResult(frame.first + within));
            let Some(slot) = kept.get_mut(at) else {
                return sheet.key_result(frame, within, side);
            };
            let kept = match slot {
                Some(kept) if kept.until.is_none_or(|until| on < until) => {
                    bare.go_on(&mut kept.judged, &kept.facts);
                    kept
                }
                slot => {
                    // The same frame, of the plan alone.
                    let found = frame_of(plan, as_of, frame.at).and_then(|frame| Some((frame, frame.objective.key_results.get(within)?)));
                    let Some((frame, key_result)) = found else {
                        return sheet.key_result(frame, within, side);
                    };
                    n_judged += 1;
                    let facts = facts_of(&bare, &frame, key_result, plan.row(frame.at, within));
                    let judged = bare.judge(key_result, &facts, node, side);
                    let until = changes.get(at).and_then(|days| days.get(days.partition_point(|day| *day <= on))).copied();
                    slot.insert(Kept { facts, judged, until })
                }
            };
            if let Measure::Children(children) = &*kept.facts.judged.measure {
                sheet.take_children(&mut kept.judged, children, &kept.facts, node, side);
            }
            sheet.line(frame, &kept.judged)
        });
        visit(&Day { card: &card, kept: &kept });
    }
    n_judged
}

/// The days on which something is said of a key result or of the stage of its objective. Between two of them its facts are the same.
fn days_of_change(objective: &Objective, key_result: &KeyResult) -> Vec<Date> {
    let check_ins = key_result.check_ins.iter().map(|check_in| check_in.on);
    let amendments = key_result.amendments.iter().map(|amendment| amendment.on);
    let stages = objective.stages.iter().chain(&key_result.stages).map(|change| change.on);
    let scores = key_result.manual_scores.iter().map(|score| score.on);
    let mut days: Vec<Date> = check_ins.chain(amendments).chain(stages).chain(scores).collect();
    days.sort_unstable();
    days.dedup();
    days
}
