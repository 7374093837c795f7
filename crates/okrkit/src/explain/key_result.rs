//! Why a key result has its figures.

use super::{Figure, Say, Step, StepValue, Why};
use crate::measure::{Change, ChildrenRollUp, Judge, Log, Measure, MeasureKind, Milestones, Observed, Outcome, Reading, ReadingRule, Rules, Threshold};
use crate::plan::{CheckIn, KeyResult, ManualScore, Node, manual_score};
use crate::profile::{Goalposts, ProgressRule};
use crate::score::{Excluded, Figure as Rolled, KeyResultFacts, Side, path_value};
use crate::time::elapsed;

impl Why<'_> {
    pub(super) fn key_result(&self, at: usize, figure: Figure) -> Option<Step> {
        let (_, key_result) = self.sheet.plan.key_result_at(at)?;
        match figure {
            Figure::Progress => self.key_result_progress(at),
            Figure::Score => {
                let line = self.sheet.key_results.get(at)?;
                let computed = self.score_from_progress(at, line.node.measured_score())?;
                Some(Self::score(&key_result.id, manual_score(&key_result.manual_scores, self.sheet.as_of), computed))
            }
            Figure::Grade => {
                let line = self.sheet.key_results.get(at)?;
                Some(self.grade(&key_result.id, line.node.score(), self.key_result(at, Figure::Score)?))
            }
            Figure::Expected => self.key_result_expected(at),
            Figure::Status => self.key_result_status(at),
        }
    }

    fn score_from_progress(&self, at: usize, score: Option<f64>) -> Option<Step> {
        let progress = self.key_result_progress(at)?;
        Some(match score {
            Some(score) => Step::new(Say::FromProgress, score).with("progress", progress.value.clone()).step(progress),
            None => progress,
        })
    }

    /// A score: the manual one, or what was computed.
    pub(super) fn score(id: &str, manual: Option<&ManualScore>, computed: Step) -> Step {
        let score = match (manual, &computed.value) {
            (Some(manual), _) => StepValue::Number(manual.value),
            (None, StepValue::Number(score)) => StepValue::Number(*score),
            (None, _) => StepValue::None,
        };
        let say = if score == StepValue::None { Say::NoScore } else { Say::Score };
        let step = Step::new(say, score).with("id", id.to_owned());
        let Some(manual) = manual else { return step.step(computed) };
        let by_hand = Step::new(Say::Manual, manual.value)
            .with("on", manual.on)
            .with("by", manual.by.clone())
            .with("reason", manual.reason.clone());
        step.step(by_hand).step(Step::new(Say::Computed, computed.value.number()).step(computed))
    }

    /// F14.
    pub(super) fn grade(&self, id: &str, score: Option<f64>, why: Step) -> Step {
        let Some(score) = score else {
            return Step::new(Say::NoScore, StepValue::None).with("id", id.to_owned()).step(why);
        };
        let grade = self.sheet.profile.grade_of(score);
        let step = Step::new(Say::Grade, grade)
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
        let measured = self.measured(Node::KeyResult(at), &facts.judged.measure, &log, &facts.rules);
        let id = key_result.id.clone();
        let root = match score.progress {
            Outcome::Value(progress) => Step::new(Say::Progress, progress).with("id", id),
            Outcome::NoData(reason) | Outcome::Undefined(reason) => Step::new(Say::NoFigure, reason.as_str()).with("id", id),
            Outcome::NotScored => Step::new(Say::Observed, StepValue::None).with("id", id),
        };
        let clamped = match (measured.value.number(), score.progress) {
            #[expect(clippy::float_cmp, reason = "a clamp that did not bite leaves the double as it is")]
            (Some(raw), Outcome::Value(shown)) if raw != shown => Some(Step::new(Say::Clamped, shown).with("from", raw).by("clamp.shown")),
            _ => None,
        };
        Some(
            root.steps(clamped)
                .step(measured)
                .steps(self.amendments(key_result))
                .steps(left_out(&self.sheet.as_of, key_result, &facts)),
        )
    }

    fn amendments(&self, key_result: &KeyResult) -> Vec<Step> {
        let in_force = key_result
            .amendments
            .iter()
            .filter(|amendment| self.sheet.as_of.sees(amendment.on, amendment.recorded));
        let mut steps: Vec<Step> = in_force
            .map(|amendment| {
                Step::new(Say::Amended, StepValue::None)
                    .with("on", amendment.on)
                    .with("reason", amendment.reason.clone())
            })
            .collect();
        if !steps.is_empty() && self.sheet.profile.goalposts == Goalposts::Original {
            steps.push(Step::new(Say::OriginalTerms, StepValue::None).by("goalposts"));
        }
        steps
    }

    /// How a measure came to its progress, before any clamp.
    fn measured(&self, node: Node, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>) -> Step {
        if let Measure::Children(children) = measure {
            return self.children(node, children, rules);
        }
        let measured = measure.evaluate(log, rules);
        let progress = StepValue::from(measured.progress.value());
        let number = measured.reading.as_ref().and_then(Reading::number);
        let reading = number.map(|number| self::reading(number, measure, log));
        let ratio = rules.progress == ProgressRule::Ratio;
        let step = match (measure, &measured.reading) {
            (_, None) if measured.progress.value().is_none() => {
                let why = measured.progress.reason().map(crate::measure::Reason::as_str);
                return Step::new(Say::NoFigure, why).with("id", self.sheet.plan.id_of(node).to_owned());
            }
            (Measure::Metric(m), _) if ratio => Step::new(Say::Ratio, progress).with("reading", number).with("target", m.target).by("progress"),
            (Measure::Metric(m), _) => Step::new(Say::Metric, progress)
                .with("reading", number)
                .with("start", m.start)
                .with("target", m.target),
            (Measure::Change(m), _) => change(m, progress, number, ratio),
            (Measure::Threshold(m), _) => threshold(m, progress, number, log, rules),
            (Measure::Exact(m), _) => Step::new(Say::Exact, progress)
                .with("reading", number)
                .with("target", m.target)
                .with("start", m.start)
                .with("tolerance", m.tolerance),
            (Measure::Bands(m), _) => {
                let points = m
                    .points
                    .iter()
                    .map(|point| format!("{} → {}", point.value, point.score))
                    .collect::<Vec<_>>()
                    .join(", ");
                Step::new(Say::Bands, progress)
                    .with("reading", number)
                    .with("points", StepValue::Expression(points))
                    .with("between", m.between.as_str())
            }
            (Measure::Levels(m), _) => {
                let anchors = rules.anchors;
                let levels = [
                    (Some(m.start), anchors.fail),
                    (m.commit, anchors.commit),
                    (m.target, anchors.target),
                    (m.stretch, anchors.stretch),
                ];
                let levels = levels
                    .into_iter()
                    .filter_map(|(level, score)| level.map(|level| format!("{level} → {score}")))
                    .collect::<Vec<_>>()
                    .join(", ");
                Step::new(Say::Levels, progress)
                    .with("reading", number)
                    .with("levels", StepValue::Expression(levels))
                    .by("anchors")
            }
            (Measure::Zones(_), Some(Reading::Zone(zone))) => Step::new(Say::Zone, progress).with("zone", zone.as_str()).by("anchors"),
            (Measure::Milestones(m), Some(Reading::Steps(done))) => milestones(m, progress, done),
            (Measure::Done(_), Some(Reading::Done(done))) => Step::new(Say::Done, progress).with("done", if *done { "yes" } else { "no" }),
            (Measure::Events(m), _) => {
                let each = log.observed().filter(|seen| seen.event || seen.value.is_some());
                let each = each.map(|seen| Step::new(Say::Event, m.scale().worth(seen.value)).with("on", seen.on).with("size", seen.value));
                return Step::new(Say::Events, progress)
                    .with("reading", number)
                    .with("count", m.count)
                    .steps(each.collect::<Vec<_>>());
            }
            (Measure::Composite(m), _) => {
                let parts = m.parts.iter().map(|(name, part)| {
                    let step = self.measured(node, part, &log.part(name), rules);
                    Step::new(Say::Part, step.value.number().map(|value| value.clamp(0.0, 1.0)))
                        .with("part", name.clone())
                        .step(step)
                });
                return Step::new(Say::Composite, progress)
                    .with("combine", m.combine.as_str())
                    .steps(parts.collect::<Vec<_>>());
            }
            _ => Step::new(Say::Observed, StepValue::None),
        };
        step.steps(reading).steps(self::said(measure, log))
    }

    fn children(&self, node: Node, children: &crate::measure::Children, rules: &Rules<'_>) -> Step {
        let mut side = Side::default();
        self.sheet.add_children(node, &mut side);
        if children.roll_up == ChildrenRollUp::Mean {
            return self.rolled(&side, Rolled::Progress, self.link_exclusions(node));
        }
        let exclusions = self.link_exclusions(node);
        if children.roll_up == ChildrenRollUp::Min {
            let least = side.members.iter().filter_map(|member| member.progress).reduce(f64::min);
            let members = side
                .members
                .iter()
                .map(|member| Step::new(Say::Addend, member.progress).with("id", self.id(member.node)));
            return Step::new(Say::ChildrenMin, least).steps(members.collect::<Vec<_>>()).steps(exclusions);
        }
        let addends: Vec<Step> = side
            .members
            .iter()
            .map(|member| Step::new(Say::Addend, self.sheet.addend(member)).with("id", self.id(member.node)))
            .collect();
        let Some(sum) = side
            .members
            .iter()
            .filter_map(|member| self.sheet.addend(member))
            .reduce(|sum, reading| sum + reading)
        else {
            return Step::new(Say::NoMembers, StepValue::None).steps(exclusions);
        };
        let progress = children.progress_of(sum, rules).value();
        let ratio = rules.progress == ProgressRule::Ratio;
        let step = Step::new(if ratio { Say::Ratio } else { Say::ChildrenSum }, progress);
        let step = step.with("reading", sum).with("start", children.start).with("target", children.target);
        if ratio { step.by("progress") } else { step }.steps(addends).steps(exclusions)
    }

    fn key_result_expected(&self, at: usize) -> Option<Step> {
        let (key_result, facts) = self.sheet.facts(at)?;
        let (starts, ends) = facts.period;
        let gone = elapsed(starts, ends, self.sheet.as_of.on);
        let expected = self.sheet.expected(&facts, gone);
        let measure: &Measure = &facts.judged.measure;
        let planned = path_value(facts.judged.expected_path, self.sheet.as_of.on).filter(|value| measure.progress_of(*value, &facts.rules).is_some());
        let how = if let Some(planned) = planned {
            Step::new(Say::ExpectedPath, expected).with("planned", planned).with("on", self.sheet.as_of.on)
        } else {
            let gone = Step::new(Say::Elapsed, gone)
                .with("on", self.sheet.as_of.on)
                .with("starts", starts)
                .with("ends", ends);
            Step::new(Say::ExpectedLine, expected).with("elapsed", gone.value.clone()).step(gone)
        };
        Some(Step::new(Say::Expected, expected).with("id", key_result.id.clone()).step(how))
    }

    pub(super) fn id(&self, node: Node) -> String {
        self.sheet.plan.id_of(node).to_owned()
    }
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

fn change(measure: &Change, progress: StepValue, reading: Option<f64>, is_ratio: bool) -> Step {
    let Some((start, target)) = measure.ends_of_way() else {
        return Step::new(Say::Metric, progress)
            .with("reading", reading)
            .with("start", StepValue::None)
            .with("target", StepValue::None);
    };
    let way = Step::new(Say::ChangeTarget, target)
        .with("start", start)
        .with("baseline", measure.baseline)
        .with("percent", measure.percent)
        .with("amount", measure.amount);
    let step = Step::new(if is_ratio { Say::Ratio } else { Say::Metric }, progress)
        .with("reading", reading)
        .with("start", start)
        .with("target", target);
    if is_ratio { step.by("progress") } else { step }.step(way)
}

fn bounds(measure: &Threshold) -> StepValue {
    let bounds = [("> ", measure.above), ("≥ ", measure.at_least), ("< ", measure.below), ("≤ ", measure.at_most)];
    super::status::written_out(bounds)
}

fn threshold(measure: &Threshold, progress: StepValue, reading: Option<f64>, log: &Log<'_>, rules: &Rules<'_>) -> Step {
    match measure.tally(log, rules) {
        Some((met, counted)) => Step::new(Say::ThresholdShare, progress)
            .with("met", met)
            .with("counted", counted)
            .with("bounds", bounds(measure)),
        None => Step::new(Say::Threshold, progress).with("reading", reading).with("bounds", bounds(measure)),
    }
}

fn milestones(measure: &Milestones, progress: StepValue, done: &[String]) -> Step {
    #[expect(clippy::cast_precision_loss, reason = "steps are few")]
    Step::new(Say::Milestones, progress)
        .with("done", done.len() as f64)
        .with("all", measure.steps.len() as f64)
        .with("steps_done", done.join(", "))
}

fn check_in_step(check_in: &CheckIn, value: impl Into<StepValue>) -> Step {
    match &check_in.by {
        Some(by) => Step::new(Say::CheckInBy, value).with("on", check_in.on).with("by", by.clone()),
        None => Step::new(Say::CheckIn, value).with("on", check_in.on),
    }
}

/// The rule a measure's numbers are read by.
const fn rule_of(measure: &Measure) -> Option<ReadingRule> {
    Some(match measure {
        Measure::Metric(m) => m.reading,
        Measure::Change(m) => m.reading,
        Measure::Threshold(m) if matches!(m.judge, Judge::Latest) => m.reading,
        Measure::Exact(m) => m.reading,
        Measure::Bands(m) => m.reading,
        Measure::Levels(m) => m.reading,
        Measure::Observe(m) => m.reading,
        _ => return None,
    })
}

/// The check-ins that a number was read from.
fn reading(number: f64, measure: &Measure, log: &Log<'_>) -> Step {
    let rule = rule_of(measure).unwrap_or_default();
    let step = Step::new(Say::Reading, number).with("rule", rule.as_str());
    let from: Vec<Observed<'_>> = match rule {
        ReadingRule::Latest => log.latest(|seen| seen.value).into_iter().map(|(seen, _)| seen).collect(),
        _ => log.observed().filter(|seen| seen.value.is_some()).collect(),
    };
    step.steps(from.into_iter().map(|seen| check_in_step(seen.check_in, seen.value)).collect::<Vec<_>>())
}

/// The check-ins that said something else than a number: what is done, and which zone.
fn said(measure: &Measure, log: &Log<'_>) -> Vec<Step> {
    match measure.kind() {
        MeasureKind::Done => log
            .latest(|seen| seen.done)
            .map(|(seen, done)| check_in_step(seen.check_in, if done { "yes" } else { "no" }))
            .into_iter()
            .collect(),
        MeasureKind::Zones => log
            .latest(|seen| seen.zone)
            .map(|(seen, zone)| check_in_step(seen.check_in, zone.as_str()))
            .into_iter()
            .collect(),
        MeasureKind::Milestones => {
            let lists = |seen: &Observed<'_>| {
                (
                    seen.steps_done.unwrap_or_default().join(", "),
                    seen.steps_undone.map(|undone| undone.join(", ")),
                )
            };
            let changes = log.observed().filter(|seen| seen.steps_done.is_some() || seen.steps_undone.is_some());
            changes
                .map(|seen| {
                    let (done, undone) = lists(&seen);
                    let told = undone.map_or_else(
                        || done.clone(),
                        |undone| {
                            if done.is_empty() {
                                format!("−({undone})")
                            } else {
                                format!("{done} −({undone})")
                            }
                        },
                    );
                    check_in_step(seen.check_in, told)
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Check-ins up to the day that do not count, and why.
fn left_out(as_of: &crate::time::AsOf, key_result: &KeyResult, facts: &KeyResultFacts<'_>) -> Vec<Step> {
    let mut out = Vec::new();
    for check_in in key_result.check_ins.iter().filter(|check_in| check_in.on <= as_of.on) {
        let is_corrected = || {
            key_result
                .check_ins
                .iter()
                .any(|later| later.replaces.is_some() && later.replaces == check_in.id && as_of.sees(later.on, later.recorded))
        };
        let why = if !as_of.sees(check_in.on, check_in.recorded) {
            "unknown"
        } else if facts.frozen.iter().any(|(first, last)| (*first..=*last).contains(&check_in.on)) {
            "frozen"
        } else if check_in.id.is_some() && is_corrected() {
            "corrected"
        } else {
            continue;
        };
        out.push(Step::new(Say::LeftOut, why).with("on", check_in.on).with("by", check_in.by.clone()));
    }
    out
}
