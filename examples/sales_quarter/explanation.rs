//! Why one number is what it is.

use okrkit::{Figure, Language, Scorecard, Subject, explain};

use crate::Failure;
use crate::layout::{day, heading, own, width, wrapped};
use crate::options::{misused, tag};

/// The score of a node explained, step by step. Without a wish, that of the objective which most needs it.
pub(crate) fn chapter(card: &Scorecard, id: Option<&str>, language: Language) -> Result<String, Failure> {
    let Some(id) = id.or_else(|| most_in_need(card)) else {
        return Ok(String::new());
    };
    let Some(why) = explain(card, &Subject::from(id), Figure::Score) else {
        return Err(misused(&format!("--explain {id}: the plan has no such objective or key result")));
    };
    let plan = card.plan();
    let of_objective = plan.objective(id).map(|objective| &objective.title);
    let name = of_objective.or_else(|| plan.key_result(id).map(|key_result| &key_result.title));
    let name = name.map_or(id, |title| title.get(tag(language)));
    let heading = heading(&format!(
        "Why the score of “{}” is what it is on {}",
        own(name, width(name)),
        day(card.as_of().on)
    ));
    let text = why.to_text(language);
    let lines = text.lines().map(|line| wrapped("", line, line.len() - line.trim_start().len()));
    Ok(heading + &lines.collect::<String>())
}

/// The first objective whose score was set by hand, in itself or in a key result; where there is none, the one furthest behind.
fn most_in_need(card: &Scorecard) -> Option<&str> {
    let by_hand = card.objectives().find(|(objective, score)| {
        let mut key_results = objective.key_results.iter().filter_map(|key_result| card.key_result(&key_result.id));
        score.is_manual || key_results.any(|score| score.is_manual)
    });
    let gap = |score: &okrkit::ObjectiveScore| score.gap.unwrap_or(f64::NEG_INFINITY);
    let furthest = || card.objectives().max_by(|(_, a), (_, b)| gap(a).total_cmp(&gap(b)));
    by_hand.or_else(furthest).map(|(objective, _)| objective.id.as_str())
}
