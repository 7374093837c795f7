//! Rules about what is due when: check-ins, decisions, endings.

use super::Rule;
use super::view::{Found, View};
use crate::issue::quote;
use crate::measure::Measure;
use crate::plan::{CheckIn, LintLevel, Stage};
use crate::rhythm::{Timetable, as_days};
use crate::time::Date;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rhythm.stale",
        level: LintLevel::Warning,
        why: "What is not looked at is not steered: figures that are weeks old are taken for those of today.",
        fix: "check in, if only to say that nothing moved",
        source: Some("Christina Wodtke, Radical Focus: a short check-in every week"),
        bad: r#"{"/objectives/1/key_results/0/check_ins/2": null}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins/2": {"on": "2026-02-06", "value": 180000}}"#,
        find: stale,
    },
    Rule {
        id: "rhythm.no_check_in",
        level: LintLevel::Warning,
        why: "A key result without any check-in has not been taken up, or cannot be measured; both are better known early.",
        fix: "check in the first value, or find out who can",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/check_ins": []}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins": [], "/objectives/1/key_results/0/starts": "2026-02-16"}"#,
        find: no_check_in,
    },
    Rule {
        id: "rhythm.draft_after_start",
        level: LintLevel::Warning,
        why: "A draft counts for nothing, and its time is running.",
        fix: "make it active, or move it to a later cycle",
        source: None,
        bad: r#"{"/objectives/1/stage": "draft"}"#,
        good: r#"{"/objectives/1/stage": "draft", "/objectives/1/starts": "2026-03-01"}"#,
        find: draft_after_start,
    },
    Rule {
        id: "rhythm.not_closed",
        level: LintLevel::Note,
        why: "An objective that is over and never closed was never talked about: no score was agreed on, nothing learned.",
        fix: "close it, with what was learned",
        source: Some("John Doerr, Measure What Matters: score, self-assess, reflect"),
        bad: r#"{"as_of": "2026-05-01"}"#,
        good: r#"{"as_of": "2026-04-20"}"#,
        find: not_closed,
    },
    Rule {
        id: "rhythm.nothing_learned",
        level: LintLevel::Note,
        why: "The next cycle is better than the last by what was learned in it, and that is soon forgotten.",
        fix: "write a sentence or two into `learned`",
        source: Some("John Doerr, Measure What Matters: score, self-assess, reflect"),
        bad: r#"{"/objectives/1/stages": [{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-19", "stage": "closed"}]}"#,
        good: r#"{"/objectives/1/stages": [{"on": "2026-01-01", "stage": "active"}, {"on": "2026-02-19", "stage": "closed"}],
 "/objectives/1/learned": "Hotels decide in autumn."}"#,
        find: nothing_learned,
    },
    Rule {
        id: "rhythm.future_check_in",
        level: LintLevel::Warning,
        why: "A check-in of a day that has not come is a mistyped date or a wish. It does not count yet.",
        fix: "correct the date",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/check_ins/3": {"on": "2026-03-18", "value": 250000}}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins/3": {"on": "2026-02-19", "value": 250000}}"#,
        find: future_check_in,
    },
    Rule {
        id: "rhythm.decision_overdue",
        level: LintLevel::Warning,
        why: "Work waits for a decision that should have been taken, or goes on without it.",
        fix: "decide, or set another day and say why",
        source: None,
        bad: r#"{"/objectives/1/decisions": [{"what": "whether to open on Sundays", "due": "2026-02-10"}]}"#,
        good: r#"{"/objectives/1/decisions": [{"what": "whether to open on Sundays", "due": "2026-02-10", "decided": "2026-02-09"}]}"#,
        find: decision_overdue,
    },
    Rule {
        id: "rhythm.blocker_stays",
        level: LintLevel::Warning,
        why: "Something has stood in the way for weeks, in the same words: whoever reports it cannot remove it.",
        fix: "bring it to those who can, as a decision with a day",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/check_ins/1/blocker": "no stock", "/objectives/1/key_results/0/check_ins/2/blocker": "no stock"}"#,
        good: r#"{"/objectives/1/key_results/0/check_ins/1/blocker": "no stock", "/objectives/1/key_results/0/check_ins/2/blocker": "no drivers"}"#,
        find: blocker_stays,
    },
];

fn takes_check_ins(measure: &Measure) -> bool {
    !measure.takes().is_empty()
}

fn stale(view: &View<'_>, out: &mut Vec<Found>) {
    let timetable = Timetable::of(view.plan);
    let policy = &view.policy.staleness;
    for seen in view.running().filter(|seen| takes_check_ins(&seen.terms.measure)) {
        let Some(days) = seen.score.days_since_check_in else { continue };
        let slot_days = timetable.slot_days(view.plan, seen.owner, seen.key_result, view.on());
        let most = policy.stale_after_slots * f64::from(slot_days.unwrap_or(as_days(policy.slot_days)));
        if f64::from(days) > most {
            let message = format!("{} was last checked in {days} days ago, more than {most}", quote(&seen.key_result.id));
            out.push(seen.found("/check_ins", message));
        }
    }
}

fn no_check_in(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running().filter(|seen| takes_check_ins(&seen.terms.measure)) {
        let days = view.on().days_since(seen.score.starts);
        if seen.check_ins.is_empty() && days > view.policy.first_check_in_days {
            let message = format!("{} was not checked in at all, {days} days after its start", quote(&seen.key_result.id));
            out.push(seen.found("/check_ins", message));
        }
    }
}

fn draft_after_start(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |id: &str, starts: Date| format!("{} is a draft, and started on {starts}", quote(id));
    for seen in view.open() {
        if seen.score.stage == Stage::Draft && seen.score.starts <= view.on() {
            out.push(seen.found("/stage", say(&seen.objective.id, seen.score.starts)));
        }
    }
    for seen in view.open_key_results() {
        let is_own = view.objective_of(seen).is_some_and(|objective| objective.score.stage == Stage::Active);
        if is_own && seen.score.stage == Stage::Draft && seen.score.starts <= view.on() {
            out.push(seen.found("/stage", say(&seen.key_result.id, seen.score.starts)));
        }
    }
}

fn not_closed(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.objectives.iter().filter(|seen| seen.score.stage == Stage::Active) {
        let days = view.on().days_since(seen.score.ends);
        if days > view.policy.close_days {
            let message = format!("{} ended {days} days ago and is not closed", quote(&seen.objective.id));
            out.push(seen.found("/stage", message));
        }
    }
}

fn nothing_learned(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.objectives.iter().filter(|seen| seen.score.stage == Stage::Closed) {
        if seen.objective.learned.is_none() {
            let message = format!("{} was closed, and nothing is written of what was learned", quote(&seen.objective.id));
            out.push(seen.found("/learned", message));
        }
    }
}

fn future_check_in(view: &View<'_>, out: &mut Vec<Found>) {
    // What was recorded later than is known does not exist.
    let is_known = |check_in: &CheckIn| {
        let recorded = check_in.recorded.unwrap_or_else(|| check_in.on.midnight());
        view.as_of.known.is_none_or(|known| recorded <= known)
    };
    for seen in &view.key_results {
        for (at, check_in) in seen.key_result.check_ins.iter().enumerate() {
            if check_in.on > view.on() && is_known(check_in) {
                let message = format!("a check-in of {} is dated {}, after {}", quote(&seen.key_result.id), check_in.on, view.on());
                out.push(seen.found(&format!("/check_ins/{at}/on"), message));
            }
        }
    }
}

fn decision_overdue(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        for (at, decision) in seen.objective.decisions.iter().enumerate() {
            let is_open = decision.decided.is_none_or(|decided| decided > view.on());
            if is_open && decision.due < view.on() {
                let message = format!("it is not decided {}, which was due on {}", quote(&decision.what), decision.due);
                out.push(seen.found(&format!("/decisions/{at}"), message));
            }
        }
    }
}

fn blocker_stays(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.running() {
        let Some(blocker) = seen.check_ins.last().and_then(|last| last.blocker.as_deref()) else {
            continue;
        };
        let same = seen.check_ins.iter().rev().take_while(|check_in| check_in.blocker.as_deref() == Some(blocker));
        let Some(first) = same.last() else { continue };
        let days = view.on().days_since(first.on);
        if days > view.policy.blocker_days {
            let message = format!("{} has been blocked since {}: {}", quote(&seen.key_result.id), first.on, quote(blocker));
            out.push(seen.found("/check_ins", message));
        }
    }
}
