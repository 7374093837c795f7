//! Why an objective has its figures, and every other roll-up.

use super::key_result::why_excluded;
use super::{Figure, Say, Step, StepValue, Why};
use crate::measure::{ChildrenRollUp, Measure, Outcome};
use crate::plan::{Node, Terms, manual_score};
use crate::profile::{Missing, Pool};
use crate::score::{Excluded, Figure as Rolled, Member, Side};
use crate::time::elapsed;

impl Why<'_> {
    pub(super) fn objective(&self, at: usize, figure: Figure) -> Option<Step> {
        let objective = self.sheet.plan.objective_at(at)?;
        let score = &self.sheet.objectives.get(at)?.node;
        match figure {
            Figure::Progress => self.objective_progress(at),
            Figure::Score => {
                let computed = self.pool(at, Rolled::Score);
                Some(Self::score(&objective.id, manual_score(&objective.manual_scores, self.sheet.as_of), computed))
            }
            Figure::Grade => Some(self.grade(&objective.id, score.score(), self.objective(at, Figure::Score)?)),
            Figure::Expected => Some(self.objective_expected(at, score.expected)),
            Figure::Status => self.objective_status(at),
        }
    }

    fn objective_progress(&self, at: usize) -> Option<Step> {
        let score = &self.sheet.objectives.get(at)?.node;
        let id = self.id(Node::Objective(at));
        let rolled = self.pool(at, Rolled::Progress);
        let root = match score.progress {
            Outcome::Value(progress) => Step::new(Say::Progress, progress).with("id", id),
            other => Step::new(Say::NoFigure, other.reason().map(crate::measure::Reason::as_str)).with("id", id),
        };
        let clamped = match (rolled.value.number(), score.progress) {
            #[expect(clippy::float_cmp, reason = "a clamp that did not bite leaves the double as it is")]
            (Some(raw), Outcome::Value(shown)) if raw != shown => Some(Step::new(Say::Clamped, shown).with("from", raw).by("clamp.objective")),
            _ => None,
        };
        Some(root.steps(clamped).step(rolled))
    }

    fn objective_expected(&self, at: usize, expected: f64) -> Step {
        let root = Step::new(Say::Expected, expected).with("id", self.id(Node::Objective(at)));
        let rolled = self.pool(at, Rolled::Expected);
        if rolled.value.number().is_some() {
            return root.step(rolled);
        }
        let cycle = self.sheet.plan.cycle_span(at);
        let period = self.sheet.plan.objective_at(at).map(|objective| objective.period((cycle.starts, cycle.ends)));
        let gone = period.map(|(starts, ends)| {
            Step::new(Say::Elapsed, elapsed(starts, ends, self.sheet.as_of.on))
                .with("on", self.sheet.as_of.on)
                .with("starts", starts)
                .with("ends", ends)
        });
        root.steps(gone)
    }

    /// F10: the roll-up of an objective's pool.
    pub(super) fn pool(&self, at: usize, figure: Rolled) -> Step {
        let mut side = Side::default();
        let sides = self.sheet.sides(at, &mut side);
        let node = Node::Objective(at);
        let mut exclusions = Vec::new();
        if self.sheet.profile.pool != Pool::Children {
            exclusions.extend(self.own_exclusions(at));
        }
        let links = match self.sheet.profile.pool {
            Pool::KeyResults => Vec::new(),
            _ => self.link_exclusions(node),
        };
        let Some((second, part)) = &sides.second else {
            exclusions.extend(links);
            let step = self.rolled(sides.first, figure, exclusions);
            return if self.sheet.profile.pool == Pool::KeyResults { step } else { step.by("pool") };
        };
        let (own, children) = (self.rolled(sides.first, figure, exclusions), self.rolled(second, figure, links));
        match (own.value.number(), children.value.number()) {
            (Some(first), Some(last)) => Step::new(Say::Mixed, sides.roll_up(figure))
                .with("part", *part)
                .with("own", first)
                .with("rest", 1.0 - part)
                .with("children", last)
                .by("pool")
                .step(own)
                .step(children),
            (Some(_), None) => own.by("pool"),
            _ => children.by("pool"),
        }
    }

    /// F9 over the members of a side.
    pub(super) fn rolled(&self, side: &Side, figure: Rolled, exclusions: Vec<Step>) -> Step {
        let Some(value) = side.roll_up(figure) else {
            let missing = side.members.iter().map(|member| self.missing(member));
            return Step::new(Say::NoMembers, StepValue::None).steps(missing.collect::<Vec<_>>()).steps(exclusions);
        };
        let mut steps = Vec::new();
        let mut n = 0.0;
        for (member, share) in side.members.iter().zip(side.shares(figure)) {
            match member.figure(figure) {
                Some(found) => {
                    n += 1.0;
                    steps.push(self.one_member(member, share, found, figure));
                }
                None => steps.push(self.missing(member)),
            }
        }
        let name = match figure {
            Rolled::Progress => "progress",
            Rolled::Score | Rolled::MeasuredScore => "score",
            Rolled::Expected => "expected_progress",
            Rolled::Confidence => "confidence",
        };
        Step::new(Say::RollUp, value).with("figure", name).with("n", n).steps(steps).steps(exclusions)
    }

    fn one_member(&self, member: &Member, share: f64, found: f64, figure: Rolled) -> Step {
        let step = Step::new(Say::Member, found).with("id", self.id(member.node)).with("share", share);
        if member.missing == Some(Missing::Zero) && figure != Rolled::Expected {
            return step.step(self.missing(member));
        }
        let shown = self.sheet.node(member.node).and_then(|node| node.progress.value());
        let clamped = match (figure, shown) {
            #[expect(clippy::float_cmp, reason = "a clamp that did not bite leaves the double as it is")]
            (Rolled::Progress, Some(shown)) if shown != found => Some(Step::new(Say::Clamped, found).with("from", shown).by("clamp.member")),
            _ => None,
        };
        // Key results are explained in place; what contributes over a link has an explanation of its own to ask for.
        let inner = match (member.node, figure) {
            (node, _) if self.is_mean_of_children(node) => None,
            (Node::KeyResult(at), Rolled::Progress) => self.key_result(at, Figure::Progress),
            (Node::KeyResult(at), Rolled::Score) => self.key_result(at, Figure::Score),
            (Node::KeyResult(at), Rolled::Expected) => self.key_result(at, Figure::Expected),
            _ => None,
        };
        step.steps(clamped).steps(inner)
    }

    /// Whether explaining a node would go on to explain others, which could go on without end in sight.
    fn is_mean_of_children(&self, node: Node) -> bool {
        let Node::KeyResult(at) = node else { return false };
        let measure = self.sheet.plan.key_result_at(at).map(|(_, key_result)| &key_result.measure);
        matches!(measure, Some(Measure::Children(children)) if children.roll_up == ChildrenRollUp::Mean)
    }

    fn missing(&self, member: &Member) -> Step {
        let node = self.sheet.node(member.node);
        let policy = if node.is_some_and(|node| self.sheet.as_of.on > node.ends) {
            "missing_at_close"
        } else {
            "missing"
        };
        let say = if member.missing == Some(Missing::Zero) {
            Say::MissingZero
        } else {
            Say::MissingExcluded
        };
        let reason = node.and_then(|node| node.progress.reason()).map(crate::measure::Reason::as_str);
        Step::new(say, reason).with("id", self.id(member.node)).by(policy)
    }

    fn excluded(&self, node: Node, why: Excluded) -> Step {
        Step::new(Say::Excluded, why_excluded(why)).with("id", self.id(node))
    }

    fn own_exclusions(&self, at: usize) -> Vec<Step> {
        let Some(objective) = self.sheet.plan.objective_at(at) else {
            return Vec::new();
        };
        let first = self.sheet.plan.first_of(at);
        let candidates = objective.key_results.iter().enumerate().map(|(within, key_result)| {
            let terms = Terms::in_force(key_result, self.sheet.as_of);
            let part = self.sheet.own_part(terms.weight, terms.share);
            (Node::KeyResult(first + within), self.sheet.member(Node::KeyResult(first + within), part))
        });
        candidates
            .filter_map(|(node, member)| member.err().map(|why| self.excluded(node, why)))
            .collect()
    }

    /// What is linked to a node as contributing and does not count.
    pub(super) fn link_exclusions(&self, node: Node) -> Vec<Step> {
        let candidates = self
            .sheet
            .children(node)
            .map(|(link, child)| (child, self.sheet.link_part(link, child).and_then(|part| self.sheet.contributor(child, part))));
        candidates
            .filter_map(|(child, member)| member.err().map(|why| self.excluded(child, why)))
            .collect()
    }
}
