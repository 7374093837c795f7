//! Why a node has its status.

use super::{Figure, Say, Step, StepValue, Why};
use crate::plan::{Node, Objective, Status};
use crate::profile::{Bounds, Condition, Tested};
use crate::score::{Figure as Rolled, Line, Side, StatusRule, pace_facts};

impl Why<'_> {
    pub(super) fn key_result_status(&self, at: usize) -> Option<Step> {
        let (objective, _) = self.sheet.plan.key_result_at(at)?;
        let node = &self.sheet.key_results.get(at)?.node;
        let (status, rule) = self.sheet.key_result_status(node, objective);
        let progress = self.key_result(at, Figure::Progress)?;
        let expected = self.key_result(at, Figure::Expected)?;
        let score = self.goes_by_score(rule).then(|| self.measured_score(at)).flatten();
        Some(self.status(Node::KeyResult(at), node, objective, (status, rule), ([progress, expected], score)))
    }

    pub(super) fn objective_status(&self, at: usize) -> Option<Step> {
        let objective = self.sheet.plan.objective_at(at)?;
        let node = &self.sheet.objectives.get(at)?.node;
        let mut side = Side::default();
        let sides = self.sheet.sides(at, &mut side);
        let verdict = self.sheet.objective_status(node, objective, &sides);
        let progress = self.objective(at, Figure::Progress)?;
        let expected = self.objective(at, Figure::Expected)?;
        let score = self.goes_by_score(verdict.1).then(|| self.pool(at, Rolled::MeasuredScore));
        let step = self.status(Node::Objective(at), node, objective, verdict, ([progress, expected], score));
        if verdict.1 != StatusRule::Worst {
            return Some(step);
        }
        let members = sides
            .members()
            .map(|member| Step::new(Say::MemberStatus, member.status.as_str()).with("id", self.id(member.node)));
        Some(step.steps(members.collect::<Vec<_>>()))
    }

    fn status(&self, at: Node, node: &Line, objective: &Objective, (status, rule): (Status, StatusRule), figures: ([Step; 2], Option<Step>)) -> Step {
        let root = Step::new(Say::Status, status.as_str()).with("id", self.id(at));
        let ambition = objective.ambition;
        let ([progress, expected], score) = figures;
        // Status goes by what is measured.
        let ignored = if rule.is_by_figures() { self.ignored(at) } else { None };
        let because = match rule {
            StatusRule::NotStarted if self.sheet.as_of.on < node.starts => Step::new(Say::BeforeStart, status.as_str())
                .with("on", self.sheet.as_of.on)
                .with("starts", node.starts),
            StatusRule::Dropped | StatusRule::NotStarted => Step::new(Say::ByStage, status.as_str()).with("stage", node.stage.as_str()),
            StatusRule::NotScored => Step::new(Say::Observed, StepValue::None),
            StatusRule::NoData => progress,
            StatusRule::Success => Step::new(Say::OverBySuccess, status.as_str())
                .with("score", node.measured_score())
                .with("success", self.sheet.profile.success.of(ambition))
                .with("ambition", ambition.as_str())
                .by("success")
                .steps(score),
            StatusRule::NoSuccess => Step::new(Say::OverWithoutSuccess, status.as_str())
                .with("ambition", ambition.as_str())
                .by("success"),
            StatusRule::Kept if node.kept == Some(true) => Step::new(Say::Kept, status.as_str()).step(progress),
            StatusRule::Kept => Step::new(Say::Broken, status.as_str()).by("pace").step(progress),
            StatusRule::Worst => Step::new(Say::WorstMember, status.as_str()).by("objective_status"),
            StatusRule::AchievedRunning => Step::new(Say::AchievedRunning, status.as_str())
                .with("progress", node.progress.value())
                .by("achieve_running")
                .step(progress),
            StatusRule::Pace => {
                let gap = Step::new(Say::Gap, node.gap())
                    .with("expected", node.expected)
                    .with("progress", node.progress.value());
                return root.steps(self.pace(node)).step(gap.step(progress).step(expected)).steps(score).steps(ignored);
            }
        };
        root.step(because).steps(ignored)
    }

    /// Whether a score decides, so that it has to be explained.
    fn goes_by_score(&self, rule: StatusRule) -> bool {
        let mut tests = self.sheet.profile.pace.iter().flat_map(|row| &row.when).flat_map(Condition::tests);
        let by_pace = rule == StatusRule::Pace && tests.any(|(tested, _)| matches!(tested, Tested::Score | Tested::Grade));
        by_pace || rule == StatusRule::Success
    }

    /// The rows of the pace table up to the one that held.
    fn pace(&self, node: &Line) -> Vec<Step> {
        let facts = pace_facts(&self.sheet, node);
        let mut steps = Vec::new();
        for (i, row) in self.sheet.profile.pace.iter().enumerate() {
            let holds = row
                .when
                .iter()
                .flat_map(Condition::tests)
                .all(|(tested, bounds)| bounds.hold(facts.figure(tested)));
            #[expect(clippy::cast_precision_loss, reason = "rows are few")]
            let number = (i + 1) as f64;
            let step = Step::new(Say::PaceRow, yes_or_no(holds))
                .with("row", number)
                .with("status", row.status.as_str())
                .by("pace");
            let tests = row.when.iter().flat_map(Condition::tests).map(|(tested, bounds)| {
                let found = facts.figure(tested);
                Step::new(Say::PaceTest, yes_or_no(bounds.hold(found)))
                    .with("figure", tested.as_str())
                    .with("found", found.filter(|found| found.is_finite()))
                    .with("asked", asked(bounds))
            });
            steps.push(step.steps(tests.collect::<Vec<_>>()));
            if holds {
                break;
            }
        }
        steps
    }
}

pub(super) const fn yes_or_no(holds: bool) -> &'static str {
    if holds { "yes" } else { "no" }
}

/// Bounds as an expression: "≥ 0.4, < 0.7".
pub(super) fn written_out(bounds: [(&str, Option<f64>); 4]) -> StepValue {
    let bounds = bounds.into_iter().filter_map(|(sign, bound)| bound.map(|bound| format!("{sign}{bound}")));
    StepValue::Expression(bounds.collect::<Vec<_>>().join(", "))
}

fn asked(bounds: &Bounds) -> StepValue {
    let bounds = [("> ", bounds.above), ("≥ ", bounds.at_least), ("< ", bounds.below), ("≤ ", bounds.at_most)];
    written_out(bounds)
}
