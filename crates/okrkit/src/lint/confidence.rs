//! Rules about what owners believe, held against how it stands.

use super::Rule;
use super::view::{Found, View};
use crate::issue::quote;
use crate::plan::{LintLevel, Status};
use crate::profile::nine;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "confidence.high_at_risk",
        level: LintLevel::Warning,
        why: "The figures say that it is at risk and the owner is confident. One of the two knows something that the other should know.",
        fix: "ask what the confidence rests on; correct it, or the expected path",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/check_ins/2": {"on": "2026-02-18", "value": 60000, "confidence": 0.8}}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins/2": {"on": "2026-02-18", "value": 60000, "confidence": 0.4}}"#,
        find: high_at_risk,
    },
    Rule {
        id: "confidence.low_ahead",
        level: LintLevel::Note,
        why: "It is ahead of what is expected and the owner does not believe in it: something is coming that the figures do not show.",
        fix: "ask what is coming, and write it into a note or a blocker",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/check_ins/2": {"on": "2026-02-18", "value": 350000, "confidence": 0.2}}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins/2": {"on": "2026-02-18", "value": 350000, "confidence": 0.7}}"#,
        find: low_ahead,
    },
    Rule {
        id: "confidence.unchanged",
        level: LintLevel::Note,
        why: "The same confidence in every check-in is a field that is filled in, and no judgement.",
        fix: "ask each time what the chance is now, and what changed it",
        source: Some("Christina Wodtke, Radical Focus: confidence starts at five of ten and moves every week"),
        bad: r#"{"/objectives/1/key_results/0/check_ins": [
 {"on": "2026-01-07", "value": 30000, "confidence": 0.5}, {"on": "2026-01-14", "value": 60000, "confidence": 0.5},
 {"on": "2026-01-28", "value": 130000, "confidence": 0.5}, {"on": "2026-02-04", "value": 160000, "confidence": 0.5},
 {"on": "2026-02-18", "value": 240000, "confidence": 0.5}]}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins": [
 {"on": "2026-01-07", "value": 30000, "confidence": 0.5}, {"on": "2026-01-14", "value": 60000, "confidence": 0.5},
 {"on": "2026-01-28", "value": 130000, "confidence": 0.5}, {"on": "2026-02-04", "value": 160000, "confidence": 0.5},
 {"on": "2026-02-18", "value": 240000, "confidence": 0.6}]}"#,
        find: unchanged,
    },
];

fn high_at_risk(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running().filter(|seen| seen.score.status == Status::AtRisk) {
        if let Some(confidence) = seen.score.confidence.filter(|confidence| nine(*confidence) >= view.policy.high_confidence) {
            let message = format!("{} is at risk, and the confidence in it is {confidence}", quote(&seen.key_result.id));
            out.push(seen.found("/check_ins", message));
        }
    }
}

fn low_ahead(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running() {
        let (Some(confidence), Some(gap)) = (seen.score.confidence, seen.score.gap) else {
            continue;
        };
        if nine(confidence) <= view.policy.low_confidence && nine(-gap) >= view.policy.ahead {
            let ahead = libm::round(-gap * 100.0);
            let message = format!(
                "{} is {ahead} % ahead of what is expected, and the confidence in it is {confidence}",
                quote(&seen.key_result.id)
            );
            out.push(seen.found("/check_ins", message));
        }
    }
}

#[expect(clippy::float_cmp, reason = "the same confidence is the same figure, at nine decimals")]
fn unchanged(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running() {
        let all: Vec<f64> = seen.check_ins.iter().filter_map(|check_in| check_in.confidence).collect();
        let Some(last) = all.last().copied() else { continue };
        let n = all.iter().rev().take_while(|confidence| nine(**confidence) == nine(last)).count();
        if n >= view.policy.same_confidence {
            let message = format!("the confidence in {} was {last} in the last {n} check-ins", quote(&seen.key_result.id));
            out.push(seen.found("/check_ins", message));
        }
    }
}
