//! The plan as the rules see it on the day.

use crate::measure::{Log, Measure, Outcome, ReadingRule, Rules};
use crate::plan::{CheckIn, Cycle, KeyResult, Node, Objective, Plan, Stage, Terms, Text};
use crate::profile::{Profile, ProgressRule};
use crate::rhythm::counting_of;
use crate::score::{KeyResultScore, ObjectiveScore, evaluate};
use crate::time::{AsOf, Date, elapsed};

use super::LintPolicy;

/// What a rule finds; the rest of a finding is the rule's.
pub(super) struct Found {
    pub(super) path: String,
    pub(super) nodes: Vec<String>,
    pub(super) message: String,
}

impl Found {
    /// Adds ids that it is about too.
    pub(super) fn and(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.nodes.extend(ids.into_iter().map(Into::into));
        self
    }
}

pub(super) struct View<'a> {
    pub(super) plan: &'a Plan,
    pub(super) profile: &'a Profile,
    pub(super) policy: &'a LintPolicy,
    pub(super) as_of: AsOf,
    pub(super) objectives: Vec<SeenObjective<'a>>,
    pub(super) key_results: Vec<SeenKeyResult<'a>>,
}

pub(super) struct SeenObjective<'a> {
    pub(super) at: usize,
    pub(super) objective: &'a Objective,
    pub(super) cycle: &'a Cycle,
    pub(super) team: Option<usize>,
    pub(super) score: ObjectiveScore,
    first: usize,
}

pub(super) struct SeenKeyResult<'a> {
    /// The place of its objective.
    pub(super) owner: usize,
    within: usize,
    pub(super) key_result: &'a KeyResult,
    /// The terms in force.
    pub(super) terms: Terms<'a>,
    pub(super) score: KeyResultScore,
    /// The check-ins that count, by day; those of a day in the order of the document.
    pub(super) check_ins: Vec<&'a CheckIn>,
}

/// Whether a stage is one of those before the end.
fn is_open(stage: Stage) -> bool {
    matches!(stage, Stage::Draft | Stage::Active)
}

impl<'a> View<'a> {
    pub(super) fn new(plan: &'a Plan, profile: &'a Profile, as_of: AsOf, policy: &'a LintPolicy) -> Self {
        let card = evaluate(plan, profile, as_of);
        let objectives = plan.objectives().zip(card.objectives()).enumerate();
        let objectives: Vec<_> = objectives
            .filter_map(|(at, (objective, (_, score)))| {
                Some(SeenObjective {
                    at,
                    objective,
                    cycle: plan.cycle_of(at)?,
                    team: plan.team_of(at),
                    score,
                    first: plan.first_of(at),
                })
            })
            .collect();
        let key_results = plan.key_results().zip(card.key_results()).enumerate();
        let key_results = key_results.filter_map(|(at, ((objective, key_result), (_, score)))| {
            let owner = plan.owner_of(at)?;
            let mut check_ins = counting_of(objective, key_result, as_of);
            check_ins.sort_by_key(|check_in| check_in.on);
            Some(SeenKeyResult {
                owner,
                within: at - plan.first_of(owner),
                key_result,
                terms: Terms::in_force(key_result, as_of),
                score,
                check_ins,
            })
        });
        Self {
            plan,
            profile,
            policy,
            as_of,
            key_results: key_results.collect(),
            objectives,
        }
    }

    pub(super) fn on(&self) -> Date {
        self.as_of.on
    }

    /// The objective of a key result.
    pub(super) fn objective_of(&self, key_result: &SeenKeyResult<'a>) -> Option<&SeenObjective<'a>> {
        self.objectives.get(key_result.owner)
    }

    /// The key results of an objective, dropped ones aside.
    pub(super) fn of(&self, objective: &SeenObjective<'a>) -> impl Iterator<Item = &SeenKeyResult<'a>> {
        let end = objective.first + objective.objective.key_results.len();
        let own = self.key_results.get(objective.first..end).unwrap_or_default();
        own.iter().filter(|seen| seen.score.stage != Stage::Dropped)
    }

    /// Objectives that are drawn up or run, until their last day.
    pub(super) fn open(&self) -> impl Iterator<Item = &SeenObjective<'a>> {
        self.objectives.iter().filter(|seen| self.is_open(seen))
    }

    pub(super) fn is_open(&self, seen: &SeenObjective<'a>) -> bool {
        is_open(seen.score.stage) && self.on() <= seen.score.ends
    }

    /// Key results that are drawn up or run under such objectives, until their last day.
    pub(super) fn open_key_results(&self) -> impl Iterator<Item = &SeenKeyResult<'a>> {
        self.key_results.iter().filter(|seen| {
            let under = self.objective_of(seen).is_some_and(|objective| self.is_open(objective));
            under && is_open(seen.score.stage) && self.on() <= seen.score.ends
        })
    }

    /// Key results that run on the day.
    pub(super) fn running(&self) -> impl Iterator<Item = &SeenKeyResult<'a>> {
        let is_active = |seen: &SeenKeyResult<'a>| self.objective_of(seen).is_some_and(|objective| objective.score.stage == Stage::Active);
        self.open_key_results()
            .filter(move |seen| is_active(seen) && seen.score.stage == Stage::Active && seen.score.starts <= self.on())
    }

    /// Key results whose figures count, over or not.
    pub(super) fn counting(&self) -> impl Iterator<Item = &SeenKeyResult<'a>> {
        let counts = |seen: &SeenKeyResult<'a>| self.objective_of(seen).is_some_and(|objective| objective.score.stage.counts());
        self.key_results.iter().filter(move |seen| counts(seen) && seen.score.stage.counts())
    }

    /// What a measure needs to know to put numbers through it. Progress goes from start to target here, also by a profile that
    /// shows it otherwise: a falling number would be at its target from the beginning.
    pub(super) fn rules(&self, seen: &SeenKeyResult<'a>) -> Rules<'a> {
        Rules {
            anchors: &self.profile.anchors,
            progress: ProgressRule::FromStart,
            cycle: self.plan.cycle_span(seen.owner),
        }
    }

    /// The progress by the terms of a day, from the check-ins up to it.
    pub(super) fn progress_on(&self, seen: &SeenKeyResult<'a>, on: Date) -> Option<f64> {
        let terms = Terms::in_force(seen.key_result, AsOf { on, ..self.as_of });
        let known: Vec<&CheckIn> = seen.check_ins.iter().copied().take_while(|check_in| check_in.on <= on).collect();
        let measured = terms.measure.evaluate(&Log::of_counting(&known), &self.rules(seen));
        match measured.progress {
            Outcome::Value(progress) => Some(progress),
            _ => None,
        }
    }

    /// Whether a link that is there on the day leads up from a node.
    pub(super) fn is_linked_up(&self, node: Node) -> bool {
        self.holds(self.plan.graph().up(node))
    }

    /// Whether a link that is there on the day ends at a node.
    pub(super) fn has_children(&self, node: Node) -> bool {
        self.holds(self.plan.graph().down(node))
    }

    fn holds(&self, mut links: impl Iterator<Item = usize>) -> bool {
        links.any(|at| self.plan.links().get(at).is_some_and(|link| link.holds_on(self.on())))
    }

    /// A finding about a team in a cycle.
    pub(super) fn at_team(&self, team: usize, cycle: &str, message: String) -> Found {
        let id = self.plan.teams().get(team).map(|team| team.id.clone());
        Found {
            path: format!("/teams/{team}"),
            nodes: id.into_iter().chain([cycle.to_owned()]).collect(),
            message,
        }
    }
}

impl SeenObjective<'_> {
    /// A finding at a member of the objective; `""` for all of it.
    pub(super) fn found(&self, member: &str, message: String) -> Found {
        Found {
            path: format!("/objectives/{}{member}", self.at),
            nodes: vec![self.objective.id.clone()],
            message,
        }
    }

    pub(super) fn node(&self) -> Node {
        Node::Objective(self.at)
    }

    pub(super) fn key_result_nodes(&self) -> impl Iterator<Item = Node> + use<> {
        (self.first..self.first + self.objective.key_results.len()).map(Node::KeyResult)
    }
}

impl SeenKeyResult<'_> {
    /// A finding at a member of the key result; `""` for all of it.
    pub(super) fn found(&self, member: &str, message: String) -> Found {
        Found {
            path: format!("/objectives/{}/key_results/{}{member}", self.owner, self.within),
            nodes: vec![self.key_result.id.clone()],
            message,
        }
    }

    /// The first day after a share of its time.
    pub(super) fn day_at(&self, share: f64) -> Date {
        let (starts, ends) = (self.score.starts, self.score.ends);
        #[expect(clippy::cast_possible_truncation, reason = "days of four-digit years are few")]
        let days = libm::floor(f64::from(ends.days_since(starts)) * share) as i32;
        starts.add_days(days).unwrap_or(ends)
    }

    /// The share of its time that has gone on a day.
    pub(super) fn elapsed(&self, on: Date) -> f64 {
        elapsed(self.score.starts, self.score.ends, on)
    }
}

/// The texts of a title, one for each language.
pub(super) fn texts(text: &Text) -> Vec<&str> {
    match text {
        Text::Plain(text) => vec![text],
        Text::Localized(texts) => texts.values().map(String::as_str).collect(),
    }
}

/// Where a measure starts and what it aims at, where both are numbers that are known.
pub(super) fn ends_of(measure: &Measure) -> Option<(f64, f64)> {
    match measure {
        Measure::Metric(m) => Some((m.start?, m.target)),
        Measure::Change(m) => m.ends_of_way(),
        Measure::Exact(m) => Some((m.start, m.target)),
        Measure::Levels(m) => Some((m.start, m.target.or(m.stretch).or(m.commit)?)),
        Measure::Children(m) => Some((m.start?, m.target?)),
        Measure::Events(m) => Some((0.0, m.count)),
        _ => None,
    }
}

/// What the values of a measure amount to, where it takes values.
pub(super) fn reading_of(measure: &Measure) -> Option<ReadingRule> {
    match measure {
        Measure::Metric(m) => Some(m.reading),
        Measure::Change(m) => Some(m.reading),
        Measure::Threshold(m) => Some(m.reading),
        Measure::Exact(m) => Some(m.reading),
        Measure::Bands(m) => Some(m.reading),
        Measure::Levels(m) => Some(m.reading),
        Measure::Observe(m) => Some(m.reading),
        _ => None,
    }
}
