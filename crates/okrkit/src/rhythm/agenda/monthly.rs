//! The monthly agenda.

use super::{AgendaItem, AgendaSection, AgendaWhat, Meeting};
use crate::plan::{Node, Status};
use crate::profile::nine;
use crate::score::Line;

impl Meeting<'_> {
    pub(super) fn monthly(&self) -> Vec<AgendaItem> {
        let (mut out, mut confidence, mut at_risk) = (Vec::new(), Vec::new(), Vec::new());
        for node in self.nodes().filter(|node| self.is_running(*node)) {
            let Some((then, now)) = self.lines(node) else { continue };
            match node {
                Node::Objective(_) => out.push(AgendaItem {
                    from: then.progress.value().into(),
                    to: now.progress.value().into(),
                    expected: Some(now.expected),
                    ..self.item(AgendaSection::Trend, AgendaWhat::Progress, node)
                }),
                Node::KeyResult(_) => at_risk.extend(self.risk(node, then, now)),
            }
            confidence.extend(self.confidence(node, then, now));
        }
        out.append(&mut confidence);
        out.append(&mut at_risk);
        for finding in self.now.findings() {
            let node = finding.nodes.iter().find_map(|id| self.plan.node(id));
            let Some(node) = node else { continue };
            out.push(AgendaItem {
                text: Some(finding.message),
                ..self.item(AgendaSection::Alignment, AgendaWhat::Misaligned, node)
            });
        }
        out
    }

    fn confidence(&self, node: Node, then: &Line, now: &Line) -> Option<AgendaItem> {
        let (before, after) = (then.confidence()?, now.confidence()?);
        let moved = nine(after - before);
        // What did not move is no news, whatever the policy says.
        (moved != 0.0 && moved.abs() >= nine(self.policy.confidence_move)).then(|| AgendaItem {
            from: before.into(),
            to: after.into(),
            ..self.item(
                AgendaSection::Confidence,
                if moved > 0.0 {
                    AgendaWhat::ConfidenceRose
                } else {
                    AgendaWhat::ConfidenceFell
                },
                node,
            )
        })
    }

    /// Whether a target is likely to be missed.
    fn risk(&self, node: Node, then: &Line, now: &Line) -> Option<AgendaItem> {
        let Node::KeyResult(at) = node else { return None };
        let progress = now.progress.value()?;
        let success = self.now.profile().success.of(self.plan.key_result_at(at)?.0.ambition);
        if now.status == Status::AtRisk {
            return Some(AgendaItem {
                from: progress.into(),
                to: success.into(),
                ..self.item(AgendaSection::AtRisk, AgendaWhat::StatusAtRisk, node)
            });
        }
        // A threshold that holds today says nothing of a rate.
        if now.kept.is_some() {
            return None;
        }
        let (success, ends_at) = (success?, self.at_this_rate(progress, then, now)?);
        (nine(ends_at) < nine(success * self.policy.run_rate_at_least)).then(|| AgendaItem {
            from: ends_at.into(),
            to: success.into(),
            ..self.item(AgendaSection::AtRisk, AgendaWhat::RunRateLow, node)
        })
    }

    /// The progress a node ends at if it goes on as since the last meeting; as since its first day, where there was nothing then.
    fn at_this_rate(&self, progress: f64, then: &Line, now: &Line) -> Option<f64> {
        let (before, from) = match then.progress.value() {
            Some(before) if now.starts < self.since => (before, self.since),
            _ => (0.0, now.starts),
        };
        let days = f64::from(self.as_of.on.days_since(from));
        let left = f64::from(now.ends.days_since(self.as_of.on));
        let ends_at = progress + (progress - before) / days * left;
        Some(ends_at).filter(|ends_at| days > 0.0 && ends_at.is_finite())
    }
}
