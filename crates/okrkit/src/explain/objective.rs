//! Why an objective has its figures, and every other roll-up.

use std::collections::BTreeMap;

use super::amendments::About;
use super::key_result::{by_hand, why_excluded};
use super::{Figure, Say, Step, StepValue, Why};
use crate::measure::{ChildrenRollUp, Measure, Outcome};
use crate::plan::{ManualScore, Node, Terms, manual_score};
use crate::profile::{Missing, MultiParent, Pool, Weights};
use crate::score::{Division, Excluded, Figure as Rolled, Member, Part, Side};

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
            Figure::Grade => Some(self.grade(objective.id.clone(), score.score(), self.objective(at, Figure::Score)?)),
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
        Some(root.steps(clamped).derived_from(rolled))
    }

    fn objective_expected(&self, at: usize, expected: f64) -> Step {
        let root = Step::new(Say::Expected, expected).with("id", self.id(Node::Objective(at)));
        let rolled = self.pool(at, Rolled::Expected);
        if rolled.value.number().is_some() {
            return root.step(rolled);
        }
        let cycle = self.sheet.plan.cycle_span(at);
        let period = self.sheet.plan.objective_at(at).map(|objective| objective.period((cycle.starts, cycle.ends)));
        root.steps(period.map(|(starts, ends)| self.elapsed(starts, ends)))
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
            let step = self.rolled(sides.first, figure, exclusions, Some(node));
            return if self.sheet.profile.pool == Pool::KeyResults { step } else { step.by("pool") };
        };
        let own = self.rolled(sides.first, figure, exclusions, Some(node));
        let children = self.rolled(second, figure, links, Some(node));
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

    /// F9 over the members of a side; of a node, if it is not that of a group.
    pub(super) fn rolled(&self, side: &Side, figure: Rolled, exclusions: Vec<Step>, of: Option<Node>) -> Step {
        let Some(value) = side.roll_up(figure) else {
            let missing = side.members.iter().map(|member| self.missing(member));
            return Step::new(Say::NoMembers, StepValue::None).steps(missing.collect::<Vec<_>>()).steps(exclusions);
        };
        let division = side.division(figure);
        let links: BTreeMap<Node, usize> = of
            .into_iter()
            .flat_map(|of| self.sheet.children(of))
            .map(|contribution| (contribution.child(), contribution.link()))
            .collect();
        let mut steps = Vec::new();
        let mut n = 0.0;
        for (member, share) in side.members.iter().zip(side.shares(figure)) {
            match member.figure(figure) {
                Some(found) => {
                    n += 1.0;
                    let step = Step::new(Say::Member, found).with("id", self.id(member.node)).with("share", share);
                    let step = self.divided(step, member, &division, links.get(&member.node).copied());
                    steps.push(self.one_member(step, member, found, figure));
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

    /// F8: what a share follows from.
    fn divided(&self, step: Step, member: &Member, division: &Division, link: Option<usize>) -> Step {
        let terms = match (member.node, link) {
            (Node::KeyResult(at), None) => self.sheet.plan.key_result_at(at),
            _ => None,
        };
        let terms = terms.map(|(_, key_result)| Terms::in_force(key_result, self.sheet.as_of));
        let link = link.and_then(|link| self.sheet.plan.links().get(link));
        let step = match member.part {
            Part::Fixed(share) => {
                #[expect(clippy::float_cmp, reason = "where nothing is scaled it is 1 as it is written")]
                let is_scaled = division.scale != 1.0;
                step.with("fixed", share).with_some("fixed_sum", is_scaled.then_some(division.fixed))
            }
            Part::Free(weight) => step
                .with(if link.is_some() { "link_weight" } else { "weight" }, weight / division.unit)
                .with("weights", division.free)
                .with_some("left", (division.fixed > 0.0).then_some(division.left)),
        };
        let is_ignored = self.sheet.profile.weights == Weights::Ignore && (link.is_some() || terms.is_some());
        let step = if is_ignored {
            let share = terms.as_ref().and_then(|terms| terms.share);
            let weight = link.map_or_else(|| terms.as_ref()?.weight, |link| Some(link.weight()));
            #[expect(clippy::float_cmp, reason = "a weight of 1 is what each counts")]
            let weight = weight.filter(|weight| share.is_none() && *weight != 1.0);
            step.with_some("ignored_share", share).with_some("ignored_weight", weight).by("weights")
        } else {
            step
        };
        let divided = link.and_then(|link| self.divided_weight(member, if is_ignored { 1.0 } else { link.weight() }));
        let amendments = match (member.node, &terms) {
            (Node::KeyResult(at), Some(_)) => self.amendments(at, About::Part),
            _ => Vec::new(),
        };
        step.steps(divided).steps(amendments)
    }

    /// The link weight of a child of several parents, where the profile divides it among them.
    fn divided_weight(&self, member: &Member, weight: f64) -> Option<Step> {
        let weights: Vec<f64> = self.sheet.weights_up(member.node).collect();
        let sum: f64 = weights.iter().sum();
        if self.sheet.profile.multi_parent == MultiParent::Full || weights.len() < 2 || !sum.is_finite() {
            return None;
        }
        let step = Step::new(Say::DividedWeight, member.part.amount()).with("weight", weight);
        Some(step.with("weights", sum).with("n", count(weights.len())).by("multi_parent"))
    }

    fn one_member(&self, step: Step, member: &Member, found: f64, figure: Rolled) -> Step {
        let Some(node) = self.sheet.node(member.node) else { return step };
        let own = match figure {
            Rolled::Progress | Rolled::Expected => node.progress.value(),
            Rolled::Score => node.score(),
            Rolled::MeasuredScore => node.measured_score(),
            Rolled::Confidence => node.confidence(),
        };
        if member.missing == Some(Missing::Zero) && own.is_none() && figure != Rolled::Expected {
            return step.step(self.missing(member)).steps(self.hand_set(member.node, figure));
        }
        let clamped = if figure == Rolled::Progress {
            self.clamped_member(member, found)
        } else {
            None
        };
        // Key results are explained in place; what contributes over a link has an explanation of its own to ask for.
        let inner = match (member.node, figure) {
            (node, _) if self.is_mean_of_children(node) => None,
            (Node::KeyResult(at), Rolled::Progress) => self.key_result(at, Figure::Progress),
            (Node::KeyResult(at), Rolled::Score) => self.key_result(at, Figure::Score),
            (Node::KeyResult(at), Rolled::MeasuredScore) => self.measured_score(at),
            (Node::KeyResult(at), Rolled::Expected) => self.key_result(at, Figure::Expected),
            _ => None,
        };
        // The explanation of a score tells itself that it was set by hand.
        let hand_set = match (&inner, figure) {
            (Some(_), Rolled::Score) => None,
            _ => self.hand_set(member.node, figure),
        };
        step.steps(clamped).steps(inner).steps(hand_set)
    }

    /// That the score of a member was set by hand, where that matters to a figure.
    fn hand_set(&self, node: Node, figure: Rolled) -> Option<Step> {
        match figure {
            Rolled::Score => self.manual(node).map(|manual| by_hand(Say::Manual, manual)),
            Rolled::MeasuredScore => self.ignored(node),
            Rolled::Progress | Rolled::Expected | Rolled::Confidence => None,
        }
    }

    /// That a score set by hand does not count for the status.
    pub(super) fn ignored(&self, node: Node) -> Option<Step> {
        self.manual(node).map(|manual| by_hand(Say::ManualIgnored, manual))
    }

    fn manual(&self, node: Node) -> Option<&ManualScore> {
        match node {
            Node::Objective(at) => manual_score(&self.sheet.plan.objective_at(at)?.manual_scores, self.sheet.as_of),
            Node::KeyResult(at) => self.sheet.plan.key_result_at(at)?.1.manual_score(self.sheet.as_of),
        }
    }

    /// The clamp for members, where it bit.
    pub(super) fn clamped_member(&self, member: &Member, found: f64) -> Option<Step> {
        let shown = self.sheet.node(member.node)?.progress.value()?;
        #[expect(clippy::float_cmp, reason = "a clamp that did not bite leaves the double as it is")]
        (shown != found).then(|| Step::new(Say::Clamped, found).with("from", shown).by("clamp.member"))
    }

    /// Whether explaining a node would go on to explain others, which could go on without end in sight.
    fn is_mean_of_children(&self, node: Node) -> bool {
        let Node::KeyResult(at) = node else { return false };
        let facts = self.sheet.facts(at).map(|(_, facts)| facts);
        facts.is_some_and(|facts| matches!(&*facts.judged.measure, Measure::Children(children) if children.roll_up == ChildrenRollUp::Mean))
    }

    pub(super) fn missing(&self, member: &Member) -> Step {
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
            (first + within, self.sheet.member(Node::KeyResult(first + within), part))
        });
        let excluded = candidates.filter_map(|(at, member)| {
            let why = member.err()?;
            let amendments = if why == Excluded::Weight {
                self.amendments(at, About::Part)
            } else {
                Vec::new()
            };
            Some(self.excluded(Node::KeyResult(at), why).steps(amendments))
        });
        excluded.collect()
    }

    /// What is linked to a node as contributing and does not count.
    pub(super) fn link_exclusions(&self, node: Node) -> Vec<Step> {
        let candidates = self.sheet.children(node).iter().map(|from| {
            (
                from.child(),
                self.sheet.link_part(from).and_then(|part| self.sheet.contributor(from.child(), part)),
            )
        });
        candidates
            .filter_map(|(child, member)| member.err().map(|why| self.excluded(child, why)))
            .collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a plan has fewer than 2^53 of anything")]
const fn count(n: usize) -> f64 {
    n as f64
}
