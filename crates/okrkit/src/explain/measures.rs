//! How check-ins became the progress of a measure.

use super::{Say, Step, StepValue};
use crate::measure::{Change, Events, Levels, Log, Measure, Milestones, Observed, Reading, ReadingRule, Reason, Rules, Threshold};
use crate::plan::CheckIn;
use crate::profile::{Anchors, ProgressRule};

/// How a measure came to its progress, before any clamp. `id` is what it is the measure of.
///
/// Where there is no progress the step is [`Say::NoFigure`] with the reason, and below it stands what there is.
pub(super) fn measured(id: StepValue, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>) -> Step {
    let measured = measure.evaluate(log, rules);
    if matches!(measure, Measure::Observe(_)) {
        return Step::new(Say::Observed, StepValue::None).steps(read(measured.reading.as_ref(), measure, log));
    }
    let inputs = inputs(measured.reading.as_ref(), measure, log, rules);
    let Some(progress) = measured.progress.value() else {
        let why = measured.progress.reason().map(Reason::as_str);
        return Step::new(Say::NoFigure, why).with("id", id).steps(inputs);
    };
    applied(progress, measured.reading.as_ref(), measure, log, rules).steps(inputs)
}

/// The formula with what went in.
fn applied(progress: f64, reading: Option<&Reading>, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>) -> Step {
    let number = reading.and_then(Reading::number);
    match measure {
        Measure::Metric(m) => on_the_way(progress, number, m.start, m.target, rules),
        Measure::Change(m) => {
            let (start, target) = m.ends_of_way().unzip();
            on_the_way(progress, number, start, target, rules).steps(way(m))
        }
        Measure::Threshold(m) => threshold(m, progress, number, log, rules),
        Measure::Exact(m) => Step::new(Say::Exact, progress)
            .with("reading", number)
            .with("target", m.target)
            .with("start", m.start)
            .with("tolerance", m.tolerance),
        Measure::Bands(m) => Step::new(Say::Bands, progress)
            .with("reading", number)
            .with("points", scale(m.points.iter().map(|point| (point.value, point.score))))
            .with("between", m.between.as_str()),
        Measure::Levels(m) => Step::new(Say::Levels, progress)
            .with("reading", number)
            .with("levels", levels(m, rules.anchors))
            .by("anchors"),
        Measure::Zones(_) => {
            let zone = log.latest(|seen| seen.zone).map(|(_, zone)| zone.as_str());
            Step::new(Say::Zone, progress).with("zone", zone).by("anchors")
        }
        Measure::Milestones(m) => milestones(m, progress, reading),
        Measure::Done(_) => Step::new(Say::Done, progress).with("done", log.done().map(super::status::yes_or_no)),
        Measure::Events(m) => Step::new(Say::Events, progress).with("reading", number).with("count", m.count),
        Measure::Composite(m) => Step::new(Say::Composite, progress).with("combine", m.combine.as_str()),
        // What contributes is explained with the roll-ups, and what is only watched has no progress.
        Measure::Children(_) | Measure::Observe(_) => Step::new(Say::Observed, StepValue::None),
    }
}

fn on_the_way(progress: f64, reading: Option<f64>, start: Option<f64>, target: impl Into<StepValue>, rules: &Rules<'_>) -> Step {
    let step = match rules.progress {
        ProgressRule::Ratio => Step::new(Say::Ratio, progress).by("progress"),
        ProgressRule::FromStart => Step::new(Say::Metric, progress),
    };
    step.with("reading", reading).with("start", start).with("target", target)
}

/// F2, once the baseline is known.
fn way(measure: &Change) -> Option<Step> {
    let (start, target) = measure.ends_of_way().filter(|(_, target)| target.is_finite())?;
    let step = Step::new(Say::ChangeTarget, target)
        .with("start", start)
        .with("baseline", measure.baseline)
        .with("percent", measure.percent)
        .with("amount", measure.amount);
    Some(step)
}

/// Values with their scores: "0 → 0, 6 → 0.7".
fn scale(points: impl Iterator<Item = (f64, f64)>) -> StepValue {
    let points: Vec<String> = points.map(|(value, score)| format!("{value} → {score}")).collect();
    StepValue::Expression(points.join(", "))
}

fn levels(measure: &Levels, anchors: &Anchors) -> StepValue {
    let levels = [
        (Some(measure.start), anchors.fail),
        (measure.commit, anchors.commit),
        (measure.target, anchors.target),
        (measure.stretch, anchors.stretch),
    ];
    scale(levels.into_iter().filter_map(|(level, score)| level.map(|level| (level, score))))
}

fn bounds(measure: &Threshold) -> StepValue {
    let bounds = [("> ", measure.above), ("≥ ", measure.at_least), ("< ", measure.below), ("≤ ", measure.at_most)];
    super::status::written_out(bounds)
}

fn threshold(measure: &Threshold, progress: f64, reading: Option<f64>, log: &Log<'_>, rules: &Rules<'_>) -> Step {
    match measure.tally(log, rules) {
        Some((met, counted)) => Step::new(Say::ThresholdShare, progress)
            .with("met", met)
            .with("counted", counted)
            .with("bounds", bounds(measure)),
        None => Step::new(Say::Threshold, progress).with("reading", reading).with("bounds", bounds(measure)),
    }
}

fn milestones(measure: &Milestones, progress: f64, reading: Option<&Reading>) -> Step {
    let done: &[String] = match reading {
        Some(Reading::Steps(done)) => done,
        _ => &[],
    };
    #[expect(clippy::cast_precision_loss, reason = "steps are few")]
    Step::new(Say::Milestones, progress)
        .with("done", done.len() as f64)
        .with("all", measure.steps.len() as f64)
        .with("steps_done", done.join(", "))
}

/// What was put into the formula, whether or not it led to a figure.
fn inputs(reading: Option<&Reading>, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>) -> Vec<Step> {
    match measure {
        Measure::Threshold(m) if m.tally(log, rules).is_some() => super::slots::judged(m, log, rules),
        Measure::Events(m) => events(m, log),
        Measure::Composite(m) => {
            let parts = m.parts.iter().map(|(name, part)| {
                let step = measured(name.clone().into(), part, &log.part(name), rules);
                match step.value.number() {
                    Some(value) => Step::new(Say::Part, value.clamp(0.0, 1.0)).with("part", name.clone()).step(step),
                    None => Step::new(Say::NoPart, step.value).with("part", name.clone()).steps(step.steps),
                }
            });
            parts.collect()
        }
        Measure::Done(_) => {
            let latest = log.latest(|seen| seen.done);
            let said = latest.map(|(seen, done)| check_in(seen.check_in, super::status::yes_or_no(done)));
            said.into_iter().collect()
        }
        Measure::Zones(_) => {
            let latest = log.latest(|seen| seen.zone);
            latest.map(|(seen, zone)| check_in(seen.check_in, zone.as_str())).into_iter().collect()
        }
        Measure::Milestones(_) => steps_said(log),
        measure => read(reading, measure, log).into_iter().collect(),
    }
}

/// The number that a measure reads, with the check-ins it comes from: what it adds to a sum.
pub(super) fn read_from(measure: &Measure, log: &Log<'_>, rules: &Rules<'_>) -> Vec<Step> {
    match measure {
        Measure::Events(m) => events(m, log),
        measure => read(measure.evaluate(log, rules).reading.as_ref(), measure, log).into_iter().collect(),
    }
}

fn events(measure: &Events, log: &Log<'_>) -> Vec<Step> {
    let each = log.observed().filter(|seen| seen.event || seen.value.is_some());
    let each = each.map(|seen| {
        let step = Step::new(Say::Event, measure.scale().worth(seen.value)).with("on", seen.on);
        step.with("size", seen.value).with("by", seen.check_in.by.clone())
    });
    each.collect()
}

pub(super) fn check_in(check_in: &CheckIn, value: impl Into<StepValue>) -> Step {
    Step::new(Say::CheckIn, value).with("on", check_in.on).with("by", check_in.by.clone())
}

/// The rule a measure's numbers are read by.
const fn rule_of(measure: &Measure) -> Option<ReadingRule> {
    Some(match measure {
        Measure::Metric(m) => m.reading,
        Measure::Change(m) => m.reading,
        Measure::Threshold(m) => m.reading,
        Measure::Exact(m) => m.reading,
        Measure::Bands(m) => m.reading,
        Measure::Levels(m) => m.reading,
        Measure::Observe(m) => m.reading,
        _ => return None,
    })
}

/// A number that was read, with the check-ins it was read from.
fn read(reading: Option<&Reading>, measure: &Measure, log: &Log<'_>) -> Option<Step> {
    let (number, rule) = (reading?.number()?, rule_of(measure)?);
    let from: Vec<Observed<'_>> = match rule {
        ReadingRule::Latest => log.latest(|seen| seen.value).into_iter().map(|(seen, _)| seen).collect(),
        _ => log.observed().filter(|seen| seen.value.is_some()).collect(),
    };
    let from = from.into_iter().map(|seen| check_in(seen.check_in, seen.value));
    Some(Step::new(Say::Reading, number).with("rule", rule.as_str()).steps(from.collect::<Vec<_>>()))
}

/// The check-ins that said which steps are done, and which are not after all.
fn steps_said(log: &Log<'_>) -> Vec<Step> {
    let said = log.observed().filter(|seen| seen.steps_done.is_some() || seen.steps_undone.is_some());
    let told = said.map(|seen| {
        let done = seen.steps_done.unwrap_or_default().join(", ");
        let undone = seen.steps_undone.map(|undone| format!("−({})", undone.join(", ")));
        let all: Vec<String> = [Some(done).filter(|done| !done.is_empty()), undone].into_iter().flatten().collect();
        check_in(seen.check_in, all.join(" "))
    });
    told.collect()
}
