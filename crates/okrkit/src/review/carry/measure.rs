//! What becomes of a measure that goes on.

use super::CarryHow;
use crate::measure::{Judge, Levels, Measure, Metric, Milestones, Reading, ReadingRule, ShareOf, Step};
use crate::profile::nine;
use crate::time::Cadence;
use crate::wire::Context;

/// The measure of a copy. What cannot be carried as asked begins once more, as it was.
pub(super) fn carried(measure: &Measure, reading: Option<&Reading>, how: CarryHow, every: Option<Cadence>) -> Measure {
    let restarted = restarted(measure.clone(), every);
    let Some(reading) = reading.filter(|_| how != CarryHow::Restart) else {
        return restarted;
    };
    let Some(measure) = gone_on(&restarted, reading, how) else { return restarted };
    // A start beyond a level, a target that is reached: then there is no way left to measure.
    let mut cx = Context::default();
    // Which cadence it is does not matter here, and one there is: the measure was right, and keeps what its slots need.
    measure.check_fields(&mut cx, Some(Cadence::default()));
    if cx.n_issues() == 0 { measure } else { restarted }
}

/// The same measure in another cycle: the days of steps are over, and slots keep their length.
fn restarted(measure: Measure, every: Option<Cadence>) -> Measure {
    match measure {
        Measure::Milestones(m) => {
            let steps = m.steps.into_iter().map(|step| Step { ends: None, ..step });
            Measure::Milestones(Milestones {
                steps: steps.collect(),
                ext: m.ext,
            })
        }
        Measure::Threshold(mut m) => {
            if let Judge::Share(share) = &mut m.judge
                && share.share_of != ShareOf::CheckIns
            {
                share.every = share.every.or(every);
            }
            Measure::Threshold(m)
        }
        Measure::Composite(mut m) => {
            let parts = std::mem::take(&mut m.parts).into_iter();
            m.parts = parts.map(|(name, part)| (name, restarted(part, every))).collect();
            Measure::Composite(m)
        }
        other => other,
    }
}

/// A measure from where its reading left it. `None` where nothing of it depends on that.
fn gone_on(measure: &Measure, reading: &Reading, how: CarryHow) -> Option<Measure> {
    match (measure, reading) {
        (Measure::Metric(m), Reading::Number(value)) => {
            let (start, target) = way(m.start.unwrap_or(*value), m.target, *value, m.reading, how)?;
            let mut metric = m.clone();
            (metric.start, metric.target) = (Some(start), target);
            Some(Measure::Metric(metric))
        }
        (Measure::Change(m), Reading::Number(value)) => {
            // The change that is left is one between two numbers, whatever it was a percentage of.
            let (start, target) = m.ends_of_way()?;
            let (start, target) = way(start, nine(target), *value, m.reading, how)?;
            let mut metric = Metric::new(start, target);
            (metric.unit, metric.reading, metric.ext) = (m.unit.clone(), m.reading, m.ext.clone());
            Some(Measure::Metric(metric))
        }
        (Measure::Exact(m), Reading::Number(value)) => {
            let mut exact = m.clone();
            if is_counted(m.start, m.reading, how) {
                (exact.start, exact.target) = way(m.start, m.target, *value, m.reading, how)?;
            } else {
                // More is as wrong as less: there is a way back.
                exact.start = *value;
            }
            Some(Measure::Exact(exact))
        }
        (Measure::Levels(m), Reading::Number(value)) => levels(m, *value, how).map(Measure::Levels),
        (Measure::Events(m), Reading::Number(worth)) => {
            let mut events = m.clone();
            events.count = m.count - worth;
            Some(Measure::Events(events))
        }
        (Measure::Milestones(m), Reading::Steps(done)) => {
            // Both are in the order of the measure.
            let mut next = done.iter().peekable();
            let left = m.steps.iter().filter(|step| next.next_if(|id| **id == step.id).is_none());
            Some(Measure::Milestones(Milestones {
                steps: left.cloned().collect(),
                ext: m.ext.clone(),
            }))
        }
        (Measure::Composite(m), Reading::Parts(readings)) => {
            let mut composite = m.clone();
            for (name, part) in &mut composite.parts {
                if let Some(Some(reading)) = readings.get(name) {
                    *part = carried(part, Some(reading), how, None);
                }
            }
            Some(Measure::Composite(composite))
        }
        _ => None,
    }
}

/// Whether what is read begins anew with a cycle, so that the rest is counted and not the level.
fn is_counted(start: f64, reading: ReadingRule, how: CarryHow) -> bool {
    reading == ReadingRule::Sum || (how == CarryHow::Residual && start == 0.0)
}

/// Start and target of what is left of a way, computed ones at nine decimals, as somebody would write them. `None` where nothing is.
#[expect(clippy::float_cmp, reason = "measures compare the doubles as they are")]
fn way(start: f64, target: f64, value: f64, reading: ReadingRule, how: CarryHow) -> Option<(f64, f64)> {
    if value == target || (value < target) != (start < target) {
        return None;
    }
    let (start, target) = if is_counted(start, reading, how) {
        (start, nine(start + (target - value)))
    } else {
        (value, target)
    };
    (start.is_finite() && target.is_finite()).then_some((start, target))
}

/// The levels that are still ahead.
fn levels(m: &Levels, value: f64, how: CarryHow) -> Option<Levels> {
    let first = [m.commit, m.target, m.stretch].into_iter().flatten().next()?;
    let is_ahead = |level: &f64| if first >= m.start { *level > value } else { *level < value };
    let shift = if is_counted(m.start, m.reading, how) { value - m.start } else { 0.0 };
    let left = |level: Option<f64>| level.filter(is_ahead).map(|level| level - shift).filter(|level| level.is_finite());
    let mut levels = m.clone();
    levels.start = value - shift;
    (levels.commit, levels.target, levels.stretch) = (left(m.commit), left(m.target), left(m.stretch));
    levels.start.is_finite().then_some(levels)
}
