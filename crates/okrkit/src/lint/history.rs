//! Rules about what happened: targets that moved, targets that were too easy, figures that do not fit.

use std::collections::BTreeMap;

use super::Rule;
use super::measuring::{has_way, was_there_at_start};
use super::view::{Found, SeenKeyResult, SeenObjective, View, ends_of, reading_of};
use crate::issue::quote;
use crate::measure::{Measure, ReadingRule};
use crate::plan::{Ambition, LintLevel, Stage, Terms, in_order};
use crate::profile::nine;
use crate::score::NodeScore;
use crate::time::Date;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "history.late_goalposts",
        level: LintLevel::Warning,
        why: "A target that is made easier when most of the time has gone is fitted to the result.",
        fix: "leave the target, take the lower score, and write down what was learned",
        source: Some("Google re:Work: low scores are data for the next cycle, not to be avoided"),
        bad: r#"{"/objectives/1/key_results/0/amendments": [{"on": "2026-02-19", "reason": "a hard winter", "set": {"measure": {"target": 400000}}}],
 "/objectives/1/key_results/0/ends": "2026-03-01"}"#,
        good: r#"{"/objectives/1/key_results/0/amendments": [{"on": "2026-01-19", "reason": "a hard winter", "set": {"measure": {"target": 400000}}}],
 "/objectives/1/key_results/0/ends": "2026-03-01"}"#,
        find: late_goalposts,
    },
    Rule {
        id: "history.lowered_often",
        level: LintLevel::Warning,
        why: "Once may be new knowledge. A target that is lowered again and again follows the result instead of leading it.",
        fix: "leave the target as it is, or drop the key result with the reason",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/amendments": [
 {"on": "2026-01-12", "reason": "a hard winter", "set": {"measure": {"target": 480000}}},
 {"on": "2026-01-26", "reason": "a harder winter", "set": {"measure": {"target": 460000}}}]}"#,
        good: r#"{"/objectives/1/key_results/0/amendments": [
 {"on": "2026-01-12", "reason": "a hard winter", "set": {"measure": {"target": 480000}}},
 {"on": "2026-01-26", "reason": "an early spring", "set": {"measure": {"target": 500000}}}]}"#,
        find: lowered_often,
    },
    Rule {
        id: "history.early_finish",
        level: LintLevel::Note,
        why: "A target that is reached in the first third of its time was no stretch: it was set low to be safe.",
        fix: "raise the target for the rest of the time",
        source: Some("Google re:Work: the sweet spot of a score is 60 to 70 %"),
        bad: r#"{"/objectives/1/key_results/1/check_ins/1/value": 51, "/objectives/1/key_results/1/check_ins/2/value": 60}"#,
        good: r#"{"/objectives/1/key_results/1/check_ins/1/value": 20, "/objectives/1/key_results/1/check_ins/2/value": 51}"#,
        find: early_finish,
    },
    Rule {
        id: "history.always_full",
        level: LintLevel::Note,
        why: "Who reaches everything that was to be a stretch has learned to set targets that are none.",
        fix: "set the next targets so that 70 % of them would be a success",
        source: Some("Google re:Work: the sweet spot of a score is 60 to 70 %"),
        bad: r#"{"as_of": "2026-04-14",
 "/objectives/2/ambition": "aspirational",
 "/objectives/1/manual_scores": [{"on": "2026-04-11", "value": 1, "reason": "agreed"}],
 "/objectives/2/manual_scores": [{"on": "2026-04-11", "value": 1, "reason": "agreed"}],
 "/objectives/3/manual_scores": [{"on": "2026-04-11", "value": 1, "reason": "agreed"}],
 "/lint": {"levels": {"history.manual_score": "off"}}}"#,
        good: r#"{"as_of": "2026-04-14",
 "/objectives/2/ambition": "aspirational",
 "/objectives/1/manual_scores": [{"on": "2026-04-11", "value": 1, "reason": "agreed"}],
 "/objectives/2/manual_scores": [{"on": "2026-04-11", "value": 1, "reason": "agreed"}],
 "/objectives/3/manual_scores": [{"on": "2026-04-11", "value": 0.7, "reason": "agreed"}],
 "/lint": {"levels": {"history.manual_score": "off"}}}"#,
        find: always_full,
    },
    Rule {
        id: "history.jump_back",
        level: LintLevel::Note,
        why: "A value that falls far behind the one before is a mistyped figure, another way of counting, or news that deserves a note.",
        fix: "correct the check-in with `replaces`, or say in a note what happened",
        source: None,
        bad: r#"{"/objectives/3/key_results/1/check_ins": [
 {"on": "2026-01-28", "value": 85, "confidence": 0.5}, {"on": "2026-02-18", "value": 70, "confidence": 0.6}]}"#,
        good: r#"{"/objectives/3/key_results/1/check_ins": [
 {"on": "2026-01-28", "value": 85, "confidence": 0.5}, {"on": "2026-02-18", "value": 75, "confidence": 0.6}]}"#,
        find: jump_back,
    },
    Rule {
        id: "history.manual_score",
        level: LintLevel::Warning,
        why: "A score set by hand far from the computed one says that the key results do not measure what was wanted, or that somebody did \
            not like what they said.",
        fix: "say in the reason what the key results miss, and measure that next time",
        source: None,
        bad: r#"{"/objectives/1/manual_scores": [{"on": "2026-02-19", "value": 0.9, "reason": "it feels good"}]}"#,
        good: r#"{"/objectives/1/manual_scores": [{"on": "2026-02-19", "value": 0.6, "reason": "two contracts are signed and not booked"}]}"#,
        find: manual_score,
    },
];

/// What a measure asks for, as far as it can be made easier.
#[derive(Debug, Clone, Copy)]
enum Asked {
    /// Not below the one and not above the other.
    Within(Option<f64>, Option<f64>),
    /// From a start to a target.
    Way(f64, f64),
    Nothing,
}

impl Asked {
    fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Threshold(m) => Self::Within(m.above.or(m.at_least), m.below.or(m.at_most)),
            measure => ends_of(measure).map_or(Self::Nothing, |(start, target)| Self::Way(start, target)),
        }
    }

    /// Whether a target is nearer than the one before, seen from where the way began then; of a threshold: whether a bound is wider.
    fn is_easier_than(self, before: Self) -> bool {
        match (before, self) {
            (Self::Within(low, high), Self::Within(new_low, new_high)) => {
                let is_lower = matches!((low, new_low), (Some(low), Some(new)) if new < low);
                is_lower || matches!((high, new_high), (Some(high), Some(new)) if new > high)
            }
            (Self::Way(start, target), Self::Way(_, new)) => nine((new - start) / (target - start)) < 1.0,
            _ => false,
        }
    }
}

/// The days on which the target was made easier.
fn easier_days(view: &View<'_>, seen: &SeenKeyResult<'_>) -> Vec<Date> {
    let mut terms = Terms::original(seen.key_result);
    let mut out = Vec::new();
    for place in in_order(seen.key_result, view.as_of) {
        let Some(amendment) = seen.key_result.amendments.get(place) else { continue };
        let before = Asked::of(&terms.measure);
        terms.amend(&amendment.set);
        if Asked::of(&terms.measure).is_easier_than(before) {
            out.push(amendment.on);
        }
    }
    out
}

fn late_goalposts(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.counting().filter(|seen| !seen.key_result.amendments.is_empty()) {
        let late = easier_days(view, seen).into_iter().find(|on| nine(seen.elapsed(*on)) >= view.policy.late_from);
        if let Some(on) = late {
            let gone = libm::round(seen.elapsed(on) * 100.0);
            let message = format!(
                "the target of {} was made easier on {on}, when {gone} % of the time had gone",
                quote(&seen.key_result.id)
            );
            out.push(seen.found("/amendments", message));
        }
    }
}

fn lowered_often(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.counting().filter(|seen| !seen.key_result.amendments.is_empty()) {
        let days = easier_days(view, seen);
        if days.len() > view.policy.most_lowered {
            let message = format!("the target of {} was made easier {} times", quote(&seen.key_result.id), days.len());
            out.push(seen.found("/amendments", message));
        }
    }
}

fn early_finish(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.counting().filter(|seen| has_way(&seen.terms.measure)) {
        let until = seen.day_at(view.policy.early_until).min(view.on());
        let is_early = view.progress_on(seen, until).is_some_and(|progress| nine(progress) >= 1.0);
        // What was there from the beginning is another rule's.
        if is_early && !was_there_at_start(view, seen) {
            let message = format!("{} had reached its target by {until}", quote(&seen.key_result.id));
            out.push(seen.found("/measure", message));
        }
    }
}

fn always_full(view: &View<'_>, out: &mut Vec<Found>) {
    let mut by_team: BTreeMap<usize, Vec<&SeenObjective<'_>>> = BTreeMap::new();
    for seen in &view.objectives {
        let is_over = seen.score.stage.counts() && (seen.score.stage == Stage::Closed || seen.score.ends < view.on());
        if let Some(team) = seen
            .team
            .filter(|_| is_over && seen.objective.ambition == Ambition::Aspirational && seen.score.score.is_some())
        {
            by_team.entry(team).or_default().push(seen);
        }
    }
    for (team, over) in by_team {
        let is_full = over
            .iter()
            .all(|seen| seen.score.score.is_some_and(|score| nine(score) >= nine(view.policy.full_score)));
        if let Some(last) = over.last().filter(|_| is_full && over.len() >= view.policy.full_from) {
            let name = view.plan.teams().get(team).map_or("", |team| team.id.as_str());
            let message = format!(
                "all {} aspirational objectives of team {} that are over scored in full",
                over.len(),
                quote(name)
            );
            out.push(view.at_team(team, &last.cycle.id, message));
        }
    }
}

fn jump_back(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running() {
        let measure = &*seen.terms.measure;
        if !matches!(measure, Measure::Metric(_) | Measure::Change(_)) || reading_of(measure) != Some(ReadingRule::Latest) {
            continue;
        }
        let rules = view.rules(seen);
        let mut before: Option<(Date, f64)> = None;
        for check_in in &seen.check_ins {
            let Some((value, progress)) = check_in.value.and_then(|value| Some((value, measure.progress_of(value, &rules)?))) else {
                continue;
            };
            if let Some((on, earlier)) = before
                && nine(earlier - progress) > view.policy.jump_back
                && check_in.note.is_none()
            {
                let lost = libm::round((earlier - progress) * 100.0);
                let message = format!(
                    "{} fell back by {lost} % of its way from {on} to {}, to {value}, and no note says why",
                    quote(&seen.key_result.id),
                    check_in.on
                );
                out.push(seen.found("/check_ins", message));
            }
            before = Some((check_in.on, progress));
        }
    }
}

fn manual_score(view: &View<'_>, out: &mut Vec<Found>) {
    let differs = |score: &NodeScore| {
        let (set, computed) = (score.score?, score.computed_score?);
        (score.is_manual && nine((set - computed).abs()) > view.policy.manual_distance).then_some((set, computed))
    };
    let say = |id: &str, (set, computed): (f64, f64)| format!("the score of {} was set to {set}, computed it is {computed:.2}", quote(id));
    for seen in view.objectives.iter().filter(|seen| seen.score.stage.counts()) {
        if let Some(scores) = differs(&seen.score) {
            out.push(seen.found("/manual_scores", say(&seen.objective.id, scores)));
        }
    }
    for seen in view.counting() {
        if let Some(scores) = differs(&seen.score) {
            out.push(seen.found("/manual_scores", say(&seen.key_result.id, scores)));
        }
    }
}
