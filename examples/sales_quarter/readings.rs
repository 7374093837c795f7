//! What the check-ins of a key result amount to, in a few characters.

use okrkit::{Judge, KeyResult, KeyResultScore, Measure, Reading, Reason, Unit, UnitKind};

use crate::layout::{number, percent};

/// Where a key result is now, on its own scale.
pub(crate) fn now(key_result: &KeyResult, score: &KeyResultScore) -> String {
    match (&key_result.measure, &score.reading) {
        // The latest value says little where each one counts.
        (Measure::Threshold(threshold), Some(_)) if threshold.judge != Judge::Latest => format!("{} met", percent(score.progress.value())),
        (measure, Some(reading)) => self::reading(reading, measure),
        (_, None) => String::new(),
    }
}

fn reading(reading: &Reading, measure: &Measure) -> String {
    match (reading, measure) {
        (Reading::Number(held), Measure::Events(events)) => format!("{} of {}", number(*held), number(events.count)),
        (Reading::Number(value), _) => in_unit(*value, measure.unit()),
        (Reading::Done(true), _) => "done".to_owned(),
        (Reading::Done(false), _) => "not yet".to_owned(),
        (Reading::Steps(done), Measure::Milestones(milestones)) => format!("{}/{} steps", done.len(), milestones.steps.len()),
        (Reading::Zone(zone), _) => zone.to_string(),
        (Reading::Parts(parts), Measure::Composite(composite)) => {
            let parts = composite
                .parts
                .iter()
                .map(|(name, measure)| part(parts.get(name).and_then(Option::as_ref), measure));
            parts.collect::<Vec<_>>().join(", ")
        }
        (Reading::Steps(_) | Reading::Parts(_), _) => String::new(),
    }
}

/// A part stands beside others, so it is shorter.
fn part(found: Option<&Reading>, measure: &Measure) -> String {
    match (found, measure) {
        (None, _) => "–".to_owned(),
        (Some(Reading::Done(done)), _) => if *done { "yes" } else { "no" }.to_owned(),
        (Some(Reading::Steps(done)), Measure::Milestones(milestones)) => format!("{}/{}", done.len(), milestones.steps.len()),
        (Some(found), measure) => reading(found, measure),
    }
}

fn in_unit(value: f64, unit: Option<&Unit>) -> String {
    let Some(unit) = unit else { return number(value) };
    match (unit.kind, &unit.of) {
        (UnitKind::Percent, _) => format!("{}%", number(value)),
        (UnitKind::Currency, _) if value.abs() >= 1e6 => format!("{:.2}m {unit}", value / 1e6),
        (UnitKind::Currency, _) => format!("{} {unit}", number(value)),
        (UnitKind::Duration, Some(of)) => format!("{} {of}s", number(value)),
        _ => number(value),
    }
}

/// Why there is no figure, for people.
pub(crate) fn reason(reason: Option<Reason>) -> &'static str {
    match reason {
        Some(Reason::NoCheckIns) => "no check-ins",
        Some(Reason::Start) => "no start",
        Some(Reason::Baseline) => "no baseline",
        Some(Reason::NoMembers) => "nothing yet",
        Some(Reason::NoDistance) => "no distance",
        Some(Reason::TargetZero) => "target is 0",
        Some(Reason::Overflow) => "out of range",
        None => "not scored",
    }
}
