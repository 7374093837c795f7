//! What the cycle that ran last came to, in short. The example `cycle_close` tells it in full.

use okrkit::review::{CycleReview, NextStepWhat, ReviewPolicy};
use okrkit::{Cycle, Language, Scorecard, close};

use crate::layout::{decimal, heading, left, own, percent, right, word, wrapped};
use crate::options::tag;

const TITLE: usize = 44;
const LEAD: usize = 16;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let Some(cycle) = latest(card) else { return String::new() };
    let Some(review) = close(card.plan(), card.profile(), &cycle.id, card.as_of(), &ReviewPolicy::default()) else {
        return String::new();
    };
    let state = if review.is_over { "is over" } else { "ends today" };
    heading("Looking back") + &format!("The cycle {} {state}.\n\n", cycle.id) + &success(&review) + &steps(&review) + &goalposts(card, &review, language)
}

/// The cycle with objectives that ended last, today included.
fn latest(card: &Scorecard) -> Option<&Cycle> {
    let has_objectives = |cycle: &&Cycle| card.plan().objectives().any(|objective| objective.cycle == cycle.id);
    let ended = card.plan().cycles().iter().filter(|cycle| cycle.ends <= card.as_of().on);
    ended.filter(has_objectives).max_by_key(|cycle| (cycle.ends, cycle.starts))
}

fn success(review: &CycleReview) -> String {
    let lines = review.by_ambition.iter().map(|of| {
        let told = format!("{} of {} objectives succeeded, {}", of.succeeded, of.n, percent(of.success_rate));
        wrapped(of.ambition.as_str(), &told, LEAD)
    });
    lines.collect()
}

/// What those that fell short ask for, and of how many.
fn steps(review: &CycleReview) -> String {
    let counted = NextStepWhat::ALL.iter().filter_map(|what| {
        let n = review.next_steps.iter().filter(|step| step.what == *what).count();
        (n > 0).then(|| format!("{} {n}", word(what.as_str())))
    });
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() {
        return String::new();
    }
    wrapped("asked for next", &counted.join(", "), LEAD)
}

fn goalposts(card: &Scorecard, review: &CycleReview, language: Language) -> String {
    if review.goalposts.is_empty() {
        return String::new();
    }
    let plan = card.plan();
    let lines = review.goalposts.iter().map(|moved| {
        let objective = plan.objective(&moved.node).map(|objective| &objective.title);
        let title = objective.or_else(|| plan.key_result(&moved.node).map(|key_result| &key_result.title));
        let title = title.map_or(moved.node.as_str(), |title| title.get(tag(language)));
        let [before, after] = [moved.original_score, moved.score].map(|score| right(&decimal(score, 2), 8));
        format!("{}{before}{after}\n", own(title, TITLE))
    });
    format!("\n{} written  amended\n", left("moved goalposts: score by the terms as", TITLE)) + &lines.collect::<String>()
}
