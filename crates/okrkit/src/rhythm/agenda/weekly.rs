//! The weekly agenda.

use std::collections::BTreeSet;

use super::super::{Freshness, as_days, counting_of, is_running, owed, staleness};
use super::{AgendaItem, AgendaSection, AgendaWhat, Meeting};
use crate::measure::{Measure, Reading};
use crate::plan::{Node, Status};
use crate::profile::nine;
use crate::score::{Line, rank};
use crate::time::Date;

impl Meeting<'_> {
    pub(super) fn weekly(&self) -> Vec<AgendaItem> {
        let (mut wins, mut fell) = (Vec::new(), Vec::new());
        for node in self.nodes() {
            self.moves(node, &mut wins, &mut fell);
        }
        let mut out = wins;
        out.append(&mut fell);
        self.stale(&mut out);
        self.blockers(&mut out);
        self.decisions(&mut out);
        out
    }

    /// What became better or worse of a node.
    fn moves(&self, node: Node, wins: &mut Vec<AgendaItem>, fell: &mut Vec<AgendaItem>) {
        let Some((then, now)) = self.lines(node) else { return };
        if is_there(now) && !is_there(then) {
            wins.push(AgendaItem {
                from: then.progress.value().into(),
                to: now.progress.value().into(),
                ..self.item(AgendaSection::Wins, AgendaWhat::Reached, node)
            });
        } else if let (Some(before), Some(after)) = (standing(then.status), standing(now.status)) {
            let moved = |section, what| AgendaItem {
                from: then.status.as_str().into(),
                to: now.status.as_str().into(),
                ..self.item(section, what, node)
            };
            if after > before {
                wins.push(moved(AgendaSection::Wins, AgendaWhat::StatusImproved));
            } else if after < before {
                fell.push(moved(AgendaSection::FellBehind, AgendaWhat::StatusWorsened));
            }
        }
        self.steps(node, wins);
    }

    /// The steps done since.
    fn steps(&self, node: Node, wins: &mut Vec<AgendaItem>) {
        let Node::KeyResult(at) = node else { return };
        let Some((_, key_result)) = self.plan.key_result_at(at) else { return };
        if !matches!(key_result.measure, Measure::Milestones(_) | Measure::Composite(_)) {
            return;
        }
        let reading = |card: &crate::score::Scorecard| card.key_result(&key_result.id).and_then(|score| score.reading);
        let (then, now) = (reading(self.then), reading(self.now));
        let before: BTreeSet<_> = steps_of(then.as_ref()).collect();
        for (part, step) in steps_of(now.as_ref()).filter(|step| !before.contains(step)) {
            wins.push(AgendaItem {
                to: step.to_owned().into(),
                text: part.map(str::to_owned),
                ..self.item(AgendaSection::Wins, AgendaWhat::StepDone, node)
            });
        }
    }

    /// What is stale, and what is overdue without being so.
    fn stale(&self, out: &mut Vec<AgendaItem>) {
        let overdue = owed(self.plan, self.as_of).check_ins;
        let mut overdue = overdue.iter().filter(|owed| owed.days_overdue > 0).peekable();
        // Both are in the order of the document, and whatever owes a check-in has an age.
        for news in staleness(self.plan, self.as_of, &self.policy.staleness) {
            let owed = overdue.next_if(|owed| owed.key_result == news.key_result);
            let Some(node) = self.plan.node(&news.key_result) else { continue };
            if news.freshness == Freshness::Stale {
                out.push(AgendaItem {
                    from: news.last_check_in.into(),
                    to: f64::from(news.days).into(),
                    ..self.item(AgendaSection::Stale, AgendaWhat::NewsStale, node)
                });
            } else if let Some(owed) = owed {
                #[expect(clippy::cast_precision_loss, reason = "slots are counted, and far fewer than 2^52")]
                let n_slots = owed.n_slots as f64;
                out.push(AgendaItem {
                    from: owed.since.into(),
                    to: n_slots.into(),
                    ..self.item(AgendaSection::Stale, AgendaWhat::CheckInOverdue, node)
                });
            }
        }
    }

    fn blockers(&self, out: &mut Vec<AgendaItem>) {
        for node in self.nodes() {
            let Node::KeyResult(at) = node else { continue };
            let (Some(owner), Some((objective, key_result))) = (self.plan.owner_of(at), self.plan.key_result_at(at)) else {
                continue;
            };
            if !is_running(self.plan, owner, key_result, self.as_of) {
                continue;
            }
            let check_ins = counting_of(objective, key_result, self.as_of);
            // Of two on a day the later in the list.
            let Some(latest) = check_ins.into_iter().max_by_key(|check_in| check_in.on) else {
                continue;
            };
            if let Some(blocker) = &latest.blocker {
                let item = self.item(AgendaSection::Blockers, AgendaWhat::Blocker, node);
                out.push(AgendaItem {
                    on: Some(latest.on),
                    text: Some(blocker.clone()),
                    people: latest.by.clone().map_or(item.people, |by| vec![by]),
                    ..item
                });
            }
        }
    }

    fn decisions(&self, out: &mut Vec<AgendaItem>) {
        let last = self.as_of.on.add_days(as_days(self.policy.decision_days)).unwrap_or(Date::MAX);
        let mut found = Vec::new();
        for (at, objective) in self.plan.objectives().enumerate() {
            let is_there = self.now.sheet().node(Node::Objective(at)).is_some_and(|line| line.stage.counts());
            for decision in objective.decisions.iter().filter(|_| is_there) {
                let is_open = decision.decided.is_none_or(|decided| decided > self.as_of.on);
                if is_open && decision.due <= last {
                    let item = self.item(AgendaSection::Decisions, AgendaWhat::DecisionDue, Node::Objective(at));
                    found.push(AgendaItem {
                        on: Some(decision.due),
                        text: Some(decision.what.clone()),
                        people: decision.by.clone().map_or(item.people, |by| vec![by]),
                        ..item
                    });
                }
            }
        }
        found.sort_by_key(|item| item.on);
        out.append(&mut found);
    }
}

/// Whether all of it is done.
fn is_there(line: &Line) -> bool {
    line.progress.value().is_some_and(|progress| nine(progress) >= 1.0)
}

/// How good a status is, where it is a verdict.
fn standing(status: Status) -> Option<u8> {
    let is_verdict = matches!(status, Status::Missed | Status::AtRisk | Status::Behind | Status::OnTrack | Status::Achieved);
    is_verdict.then(|| rank(status))
}

/// The steps of a reading, each with the part of a composite it belongs to.
fn steps_of(reading: Option<&Reading>) -> impl Iterator<Item = (Option<&str>, &str)> {
    let (own, parts) = match reading {
        Some(Reading::Steps(steps)) => (Some(steps), None),
        Some(Reading::Parts(parts)) => (None, Some(parts)),
        _ => (None, None),
    };
    let own = own.into_iter().flatten().map(|step| (None, step.as_str()));
    let parts = parts.into_iter().flatten().flat_map(|(part, reading)| {
        let steps = if let Some(Reading::Steps(steps)) = reading { steps.as_slice() } else { &[] };
        steps.iter().map(move |step| (Some(part.as_str()), step.as_str()))
    });
    own.chain(parts)
}
