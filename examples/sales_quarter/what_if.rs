//! What would be if: what an objective that is behind needs for success, and what that would change.

use okrkit::what_if::{Cause, ChangedFigure, Obstacle, Route};
use okrkit::{Edit, Language, Objective, Required, RequiredPolicy, Scorecard, Stage, required, sensitivity, what_if};

use crate::layout::{day, decimal, heading, left, number, own, percent, width, word, wrapped};
use crate::options::tag;

const LEAD: usize = 30;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let Some((objective, found)) = furthest_behind(card) else {
        return String::new();
    };
    let name = objective.title.get(tag(language));
    let heading = heading(&format!(
        "What would bring “{}” to {} on {}",
        own(name, width(name)),
        percent(Some(found.score)),
        day(found.as_of.on)
    ));
    let mut out = heading + &wrapped("now", &decimal(found.now.value(), 2), LEAD);
    out += &wrapped("all alike", &route(&found.alike), LEAD);
    out += &wrapped("with least effort", &route(&found.least_effort), LEAD);
    for alone in &found.alone {
        out += &wrapped(&left(&format!("{} alone", alone.key_result), LEAD - 1), &route(&alone.route), LEAD);
    }
    for held in &found.held {
        out += &wrapped(&held.node, &format!("stays: {}", word(held.why.as_str())), LEAD);
    }
    out + &moves(card, objective) + &tried(card, &found.least_effort)
}

/// Of the objectives that run, aim high and can still be brought to success by check-ins: the one with the widest gap. What is
/// promised in full asks for all of everything, which says little.
fn furthest_behind(card: &Scorecard) -> Option<(&Objective, Required)> {
    let running = card
        .objectives()
        .filter(|(_, score)| score.stage == Stage::Active && card.as_of().on <= score.ends);
    let possible = running.filter_map(|(objective, score)| {
        let success = card.profile().success.of(objective.ambition).filter(|success| *success < 1.0)?;
        let found = required(card.plan(), card.profile(), card.as_of(), &objective.id, success, &RequiredPolicy::default())?;
        let has_way = found.least_effort.asks().is_some_and(|asks| !asks.is_empty());
        Some((objective, found, score.gap?)).filter(|_| has_way)
    });
    possible.max_by(|a, b| a.2.total_cmp(&b.2)).map(|(objective, found, _)| (objective, found))
}

fn route(route: &Route) -> String {
    match route {
        Route::Possible { asks, .. } if asks.is_empty() => "nothing more".to_owned(),
        Route::Possible { asks, .. } => {
            let each = asks.iter().map(|ask| {
                let reading = ask
                    .reading
                    .map_or_else(|| word(ask.check_in.steps_done.as_ref().map_or("done", |_| "further steps")), number);
                format!("{} to {reading} ({} → {})", ask.key_result, percent(ask.from), percent(Some(ask.to)))
            });
            each.collect::<Vec<_>>().join(", ")
        }
        Route::Impossible {
            why: Obstacle::NotEnough,
            at_most,
            ..
        } => format!("not enough: {} at most", percent(at_most.value())),
        Route::Impossible { why, .. } => word(why.as_str()),
        _ => String::new(),
    }
}

/// What one unit of each reading is worth.
fn moves(card: &Scorecard, objective: &Objective) -> String {
    let found = sensitivity(card.plan(), card.profile(), card.as_of(), &objective.id).unwrap_or_default();
    let each = found.iter().map(|it| match (it.per_unit.value(), it.per_unit.reason()) {
        (Some(per_unit), _) => format!("{} {} points", it.key_result, small(100.0 * per_unit)),
        (None, reason) => format!("{} – ({})", it.key_result, reason.map_or_else(String::new, |lack| word(lack.as_str()))),
    });
    wrapped("one more unit of", &each.collect::<Vec<_>>().join(", "), LEAD)
}

/// A number with two digits that say something, however small it is.
fn small(points: f64) -> String {
    if points == 0.0 {
        return "+0".to_owned();
    }
    let decimals = (0..12).find(|decimals| points.abs() * 10_f64.powi(*decimals) >= 10.0).unwrap_or(12);
    let decimals = usize::try_from(decimals).unwrap_or_default();
    format!("{points:+.decimals$}")
}

/// What else would change if that were checked in.
fn tried(card: &Scorecard, least_effort: &Route) -> String {
    let asks = least_effort.asks().unwrap_or_default();
    // Events are checked in one by one; one each is enough to see what follows.
    let edits = asks.iter().map(|ask| Edit::CheckIn {
        key_result: ask.key_result.clone(),
        check_in: ask.check_in.clone(),
    });
    let Ok(tried) = what_if(card.plan(), card.profile(), card.as_of(), edits) else {
        return String::new();
    };
    let changes = tried.changes.iter().filter_map(|change| {
        let progress = change.figure(ChangedFigure::Progress)?;
        let because = change.because.iter().filter_map(|cause| match cause {
            Cause::Edit { edit } => Some(format!("edit {}", edit + 1)),
            Cause::Member { node } => Some(node.clone()),
            _ => None,
        });
        Some(wrapped(
            &format!("  {}", change.node),
            &format!(
                "{} → {}, by {}",
                shown(&progress.before),
                shown(&progress.after),
                because.collect::<Vec<_>>().join(", ")
            ),
            LEAD,
        ))
    });
    let changes: String = changes.collect();
    if changes.is_empty() {
        changes
    } else {
        format!("With least effort these move:\n{changes}")
    }
}

fn shown(value: &okrkit::explain::StepValue) -> String {
    match value {
        okrkit::explain::StepValue::Number(number) => percent(Some(*number)),
        _ => "–".to_owned(),
    }
}
