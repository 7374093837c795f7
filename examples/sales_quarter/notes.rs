//! What a figure alone does not show: that it was amended, set by hand, dropped.

use okrkit::{Amendment, AsOf, KeyResult, KeyResultScore, ManualScore, NodeScore, Objective, StageChange};

use crate::layout::{day, number, percent};

/// The notes on an objective.
pub(crate) fn of_objective(objective: &Objective, score: &NodeScore, as_of: AsOf) -> Vec<String> {
    let manual = manual(&objective.manual_scores, score, as_of);
    stage(&objective.stages, as_of).into_iter().chain(manual).collect()
}

/// The notes on a key result.
pub(crate) fn of_key_result(key_result: &KeyResult, score: &KeyResultScore, as_of: AsOf) -> Vec<String> {
    let amended = latest(&key_result.amendments, as_of, |amendment| amendment.on).map(|amendment| self::amended(amendment, score));
    let manual = manual(&key_result.manual_scores, score, as_of);
    stage(&key_result.stages, as_of).into_iter().chain(amended).chain(manual).collect()
}

/// The last of some dated facts up to the day.
fn latest<T>(facts: &[T], as_of: AsOf, on: impl Fn(&T) -> okrkit::Date) -> Option<&T> {
    facts.iter().filter(|fact| on(fact) <= as_of.on).max_by_key(|fact| on(fact))
}

fn amended(amendment: &Amendment, score: &KeyResultScore) -> String {
    let original = score.original.filter(|original| original.target != score.target);
    let before = original.and_then(|original| Some((original.target?, score.target?, original.progress)));
    let before = before.map_or_else(String::new, |(before, now, progress)| {
        format!(
            " (target {} → {}; by the old one it would be at {})",
            number(before),
            number(now),
            percent(progress)
        )
    });
    format!("amended on {}{before}: {}", day(amendment.on), amendment.reason)
}

fn manual(scores: &[ManualScore], score: &NodeScore, as_of: AsOf) -> Option<String> {
    let set = latest(scores, as_of, |score| score.on).filter(|_| score.is_manual)?;
    let by = set.by.as_deref().map_or_else(String::new, |by| format!(" by {by}"));
    let computed = score.computed_score.map_or_else(String::new, |computed| format!(" (computed: {computed:.2})"));
    let reason = set.reason.as_deref().map_or_else(String::new, |reason| format!(": {reason}"));
    Some(format!("score set by hand on {}{by}{computed}{reason}", day(set.on)))
}

fn stage(stages: &[StageChange], as_of: AsOf) -> Option<String> {
    let change = latest(stages, as_of, |change| change.on).filter(|change| change.stage != okrkit::Stage::Active)?;
    let reason = change.reason.as_deref().map_or_else(String::new, |reason| format!(": {reason}"));
    Some(format!("{} on {}{reason}", change.stage, day(change.on)))
}
