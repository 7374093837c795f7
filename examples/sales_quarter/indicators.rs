//! The indicators that are watched beside the objectives, what they guard, and one of them made a key result.

use okrkit::kpi::{Aim, Demotion, Health, KpiStatus, Promotion, kpis};
use okrkit::{Language, Plan, Scorecard, demote, diff, promote};

use crate::layout::{decimal, heading, left, own, right, word, wrapped};
use crate::options::tag;

const TITLE: usize = 34;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let statuses = kpis(card.plan(), card.as_of());
    if statuses.is_empty() {
        return String::new();
    }
    let rows = statuses.iter().map(|status| row(card, status, language)).collect::<String>();
    heading("Indicators beside the objectives") + &rows + &guarded(card) + &promoted(card, &statuses)
}

fn row(card: &Scorecard, status: &KpiStatus, language: Language) -> String {
    let title = card.plan().kpi(&status.kpi).map_or("", |kpi| kpi.title.get(tag(language)));
    let since = status.since.map_or_else(String::new, |since| format!(" since {since}"));
    let health = format!("{}{since}", word(status.health.as_str()));
    let trend = status.trend.map_or_else(String::new, |trend| trend.to_string());
    format!(
        "{} {}  {} {trend}\n",
        own(title, TITLE),
        right(&decimal(status.reading, 1), 8),
        left(&health, 30)
    )
}

fn guarded(card: &Scorecard) -> String {
    let rows = card.objectives().filter(|(_, score)| !score.guardrails.is_empty());
    rows.map(|(objective, score)| {
        let text = format!(
            "{} cannot be achieved while {} is out of range; it is {}",
            objective.id,
            score.guardrails.join(", "),
            word(score.status.as_str())
        );
        wrapped("", &text, 0)
    })
    .collect()
}

/// The first indicator that is out of range, made a key result of the first objective that it guards.
fn promoted(card: &Scorecard, statuses: &[KpiStatus]) -> String {
    let Some(status) = statuses.iter().find(|status| status.health == Health::OutOfRange) else {
        return String::new();
    };
    let Some(objective) = card.plan().objectives().find(|objective| objective.guardrails.contains(&status.kpi)) else {
        return String::new();
    };
    let terms = Promotion::new(format!("healthy-{}", status.kpi), Aim::Healthy, card.as_of());
    match promote(card.plan(), &status.kpi, &objective.id, &terms) {
        Ok(plan) => format!("As a key result it would be\n{}{}", diff(card.plan(), &plan), demoted(&plan, &terms.key_result)),
        Err(issues) => format!("{issues}\n"),
    }
}

/// And back: what is only to be watched again.
fn demoted(plan: &Plan, key_result: &str) -> String {
    match demote(plan, key_result, &Demotion::default()) {
        Ok(back) => format!("and made an indicator again\n{}", diff(plan, &back)),
        Err(issues) => format!("{issues}\n"),
    }
}
