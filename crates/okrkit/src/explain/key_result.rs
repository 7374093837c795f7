//! Why a key result has its figures.

use super::amendments::About;
use super::{Figure, Say, Step, StepValue, Why};
use crate::measure::{Children, ChildrenRollUp, ExpectedBy, LeftOut, Measure, Milestones, Outcome, Rules, judged};
use crate::plan::{KeyResult, ManualScore, Node};
use crate::profile::ProgressRule;
use crate::score::{Excluded, Figure as Rolled, KeyResultFacts, Member, Side};
use crate::time::{AsOf, Date, elapsed};

impl Why<'_> {
    pub(super) fn key_result(&self, at: usize, figure: Figure) -> Option<Step> {
        let (_, key_result) = self.sheet.plan.key_result_at(at)?;
        match figure {
            Figure::Progress => self.key_result_progress(at),
            Figure::Score => {
                let computed = self.measured_score(at)?;
                Some(Self::score(&key_result.id, key_result.manual_score(self.sheet.as_of), computed))
            }
            Figure::Grade => {
                let line = self.sheet.key_results.get(at)?;
                Some(self.grade(key_result.id.clone(), line.node.score(), self.key_result(at, Figure::Score)?))
            }
            Figure::Expected => self.key_result_expected(at),
            Figure::Status => self.key_result_status(at),
        }
    }

    /// The score of a key result without any manual one.
    pub(super) fn measured_score(&self, at: usize) -> Option<Step> {
        let score = self.sheet.key_results.get(at)?.node.measured_score();
        let progress = self.key_result_progress(at)?;
        Some(match score {
            Some(score) => Step::new(Say::FromProgress, score).with("progress", progress.value.clone()).step(progress),
            None => progress,
        })
    }

    /// A score: the manual one, or what was computed.
    pub(super) fn score(id: &str, manual: Option<&ManualScore>, computed: Step) -> Step {
        let number = computed.value.number();
        let score = manual.map(|manual| manual.value).or(number);
        let say = if score.is_some() { Say::Score } else { Say::NoScore };
        let step = Step::new(say, score).with("id", id.to_owned());
        let Some(manual) = manual else { return step.step(computed) };
        let computed = match number {
            Some(number) => Step::new(Say::Computed, number).step(computed),
            None => computed,
        };
        step.step(by_hand(Say::Manual, manual)).step(computed)
    }

    /// F14.
    pub(super) fn grade(&self, id: impl Into<StepValue>, score: Option<f64>, why: Step) -> Step {
        let Some(score) = score else {
            return Step::new(Say::NoScore, StepValue::None).with("id", id).step(why);
        };
        let grade = self.sheet.profile.grade_of(score);
        let step = Step::new(Say::Grade, grade)
            .with("id", id)
            .with("score", score)
            .with("decimals", self.sheet.profile.grade.decimals)
            .by("grade.decimals");
        let band = self
            .sheet
            .profile
            .band_of(grade)
            .map(|band| Step::new(Say::Band, band.to_owned()).with("grade", grade).by("grade.bands"));
        step.steps(band).step(why)
    }

    fn key_result_progress(&self, at: usize) -> Option<Step> {
        let score = &self.sheet.key_results.get(at)?.node;
        let (key_result, facts) = self.sheet.facts(at)?;
        let log = facts.log(key_result);
        let measured = match &*facts.judged.measure {
            Measure::Children(children) => self.children(Node::KeyResult(at), children, &facts.rules),
            measure => super::measures::measured(key_result.id.clone().into(), measure, &log, &facts.rules),
        };
        let root = match score.progress {
            Outcome::Value(progress) => Step::new(Say::Progress, progress),
            Outcome::NoData(reason) | Outcome::Undefined(reason) => Step::new(Say::NoFigure, reason.as_str()),
            Outcome::NotScored => Step::new(Say::Observed, StepValue::None),
        };
        let clamped = match (measured.value.number(), score.progress) {
            #[expect(clippy::float_cmp, reason = "a clamp that did not bite leaves the double as it is")]
            (Some(raw), Outcome::Value(shown)) if raw != shown => Some(Step::new(Say::Clamped, shown).with("from", raw).by("clamp.shown")),
            _ => None,
        };
        let root = root.with("id", key_result.id.clone()).steps(clamped).derived_from(measured);
        Some(
            root.steps(self.amendments(at, About::Measure))
                .steps(left_out(self.sheet.as_of, key_result, &facts)),
        )
    }

    fn children(&self, node: Node, children: &Children, rules: &Rules<'_>) -> Step {
        let mut side = Side::default();
        let measured = self.sheet.of_children(children, rules, node, &mut side);
        let exclusions = self.link_exclusions(node);
        let progress = measured.progress.value();
        let no_figure = || Step::new(Say::NoFigure, measured.progress.reason().map(crate::measure::Reason::as_str)).with("id", self.id(node));
        let (step, members): (_, Vec<Step>) = match children.roll_up {
            ChildrenRollUp::Mean => return self.rolled(&side, Rolled::Progress, exclusions, Some(node)),
            ChildrenRollUp::Min => (
                progress.map(|least| Step::new(Say::ChildrenMin, least)),
                side.members.iter().map(|member| self.candidate(member)).collect(),
            ),
            ChildrenRollUp::Sum => {
                let sum = measured.reading.as_ref().and_then(crate::measure::Reading::number);
                let step = progress.map(|progress| match rules.progress {
                    ProgressRule::Ratio => Step::new(Say::Ratio, progress).by("progress"),
                    ProgressRule::FromStart => Step::new(Say::ChildrenSum, progress),
                });
                let step = step.map(|step| step.with("reading", sum).with("start", children.start).with("target", children.target));
                (step, side.members.iter().map(|member| self.addend(member)).collect())
            }
        };
        step.unwrap_or_else(no_figure).steps(members).steps(exclusions)
    }

    /// What may be the least of the children.
    fn candidate(&self, member: &Member) -> Step {
        match member.progress {
            Some(progress) if member.missing.is_none() => Step::new(Say::Child, progress)
                .with("id", self.id(member.node))
                .steps(self.clamped_member(member, progress))
                .steps(self.in_place(member.node)),
            _ => self.missing(member),
        }
    }

    /// What a child adds to a sum: its reading, even where no progress can be told from it.
    fn addend(&self, member: &Member) -> Step {
        match self.sheet.number(member.node) {
            Some(reading) => Step::new(Say::Addend, reading)
                .with("id", self.id(member.node))
                .steps(self.read_from(member.node)),
            None => self.missing(member),
        }
    }

    /// What a key result read, with the check-ins it comes from. What is itself made of others has an explanation of its own to ask
    /// for: going on from one to the next could go on without end in sight.
    fn read_from(&self, node: Node) -> Vec<Step> {
        let Node::KeyResult(at) = node else { return Vec::new() };
        let Some((key_result, facts)) = self.sheet.facts(at) else { return Vec::new() };
        super::measures::read_from(&facts.judged.measure, &facts.log(key_result), &facts.rules)
    }

    /// The progress of a key result, unless it is itself made of others.
    fn in_place(&self, node: Node) -> Option<Step> {
        let Node::KeyResult(at) = node else { return None };
        let (_, facts) = self.sheet.facts(at)?;
        let is_made_of_others = matches!(&*facts.judged.measure, Measure::Children(_));
        if is_made_of_others { None } else { self.key_result_progress(at) }
    }

    fn key_result_expected(&self, at: usize) -> Option<Step> {
        let (key_result, facts) = self.sheet.facts(at)?;
        let root = |expected: f64| Step::new(Say::Expected, expected).with("id", key_result.id.clone());
        let measure: &Measure = &facts.judged.measure;
        if let Some((planned, expected)) = self.sheet.planned(&facts) {
            let how = Step::new(Say::ExpectedPath, expected).with("planned", planned).with("on", self.sheet.as_of.on);
            return Some(root(expected).step(how).steps(self.amendments(at, About::Expected)));
        }
        let (starts, ends) = facts.period;
        let gone = elapsed(starts, ends, self.sheet.as_of.on);
        let (expected, how) = measure.expected(gone, self.sheet.as_of.on, &facts.rules);
        let time = self.elapsed(starts, ends);
        let how = match how {
            ExpectedBy::Time => Step::new(Say::ExpectedTime, expected).step(time),
            ExpectedBy::Line => Step::new(Say::ExpectedLine, expected).with("elapsed", gone).step(time),
            ExpectedBy::Levels { start, aim, reading } => Step::new(Say::ExpectedLevels, expected)
                .with("start", start)
                .with("aim", aim)
                .with("reading", reading)
                .with("elapsed", gone)
                .by("anchors")
                .step(time),
            ExpectedBy::Anchor(anchor) => Step::new(Say::ExpectedAnchor, expected)
                .with("anchor", anchor)
                .with("elapsed", gone)
                .by("anchors")
                .step(time),
            ExpectedBy::StepsDue => match measure {
                Measure::Milestones(m) => steps_due(m, expected, self.sheet.as_of.on),
                _ => time,
            },
        };
        Some(root(expected).step(how).steps(self.amendments(at, About::Expected)))
    }

    /// F11.
    pub(super) fn elapsed(&self, starts: Date, ends: Date) -> Step {
        Step::new(Say::Elapsed, elapsed(starts, ends, self.sheet.as_of.on))
            .with("on", self.sheet.as_of.on)
            .with("starts", starts)
            .with("ends", ends)
    }

    pub(super) fn id(&self, node: Node) -> String {
        self.sheet.plan.id_of(node).to_owned()
    }
}

/// A score set by hand, as it is told.
pub(super) fn by_hand(say: Say, manual: &ManualScore) -> Step {
    Step::new(say, manual.value)
        .with("on", manual.on)
        .with("by", manual.by.clone())
        .with("reason", manual.reason.clone())
}

/// Why a candidate is no member, as a word.
pub(super) const fn why_excluded(why: Excluded) -> &'static str {
    match why {
        Excluded::Stage(crate::plan::Stage::Draft) => "excluded_stage_draft",
        Excluded::Stage(_) => "excluded_stage_dropped",
        Excluded::ObjectiveStage(_) => "excluded_objective",
        Excluded::Weight => "excluded_weight",
        Excluded::NotScored => "excluded_not_scored",
        Excluded::LinkDates => "excluded_link",
    }
}

/// The steps of milestones that are due.
fn steps_due(measure: &Milestones, expected: f64, on: Date) -> Step {
    let due = measure
        .steps
        .iter()
        .filter_map(|step| step.ends.filter(|ends| *ends <= on).map(|ends| (step, ends)));
    let due: Vec<Step> = due
        .map(|(step, ends)| Step::new(Say::StepDue, step.weight()).with("step", step.id.clone()).with("ends", ends))
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "steps are few")]
    Step::new(Say::ExpectedSteps, expected)
        .with("on", on)
        .with("due", due.len() as f64)
        .with("all", measure.steps.len() as f64)
        .steps(due)
}

/// Check-ins up to the day that do not count, and why. One that withdraws another is told of there.
fn left_out(as_of: AsOf, key_result: &KeyResult, facts: &KeyResultFacts<'_>) -> Vec<Step> {
    let judged = judged(&key_result.check_ins, as_of, &facts.frozen);
    let told = judged.filter_map(|(check_in, why)| {
        let step = |why: &'static str| Step::new(Say::LeftOut, why).with("on", check_in.on).with("by", check_in.by.clone());
        Some(match why? {
            LeftOut::Unknown => step("unknown"),
            LeftOut::Frozen => step("frozen"),
            LeftOut::Corrected(by) => step("corrected").with("corrected_on", by.on),
            LeftOut::Withdrawn(by) => step("void").with("withdrawn_on", by.on),
            LeftOut::Withdrawal => return None,
        })
    });
    told.collect()
}
