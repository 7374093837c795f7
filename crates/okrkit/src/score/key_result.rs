//! The figures of a key result.

use super::figures::{KeyResultScore, NodeScore, Original};
use super::roll_up::{Figure, Member, Side, outcome};
use super::status::Verdict;
use super::{Sheet, StatusRule};
use crate::measure::{Children, ChildrenRollUp, CycleSpan, Log, Measure, Measured, Outcome, Reading, Reason, Rules};
use crate::plan::{Entry, KeyResult, Node, Objective, PathPoint, Stage, Status, Terms, Track, frozen, manual_score, stage_on};
use crate::profile::Goalposts;
use crate::time::{Date, elapsed};

/// What a key result is judged by on the day.
#[derive(Debug)]
pub(crate) struct KeyResultFacts<'a> {
    /// Whether amendments in force make the measure another than was written.
    pub(crate) is_amended: bool,
    /// The terms it is judged by: those in force, or the original measure and dates where the profile says so.
    pub(crate) judged: Terms<'a>,
    pub(crate) period: (Date, Date),
    pub(crate) stage: Stage,
    pub(crate) rules: Rules<'a>,
    /// Days without check-ins.
    pub(crate) frozen: Vec<(Date, Date)>,
    pub(crate) track: Option<&'a Track>,
}

/// A key result and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The place of its objective.
    pub(crate) owner: usize,
    /// Its place among that objective's.
    pub(crate) within: usize,
    pub(crate) objective: &'a Objective,
    pub(crate) key_result: &'a KeyResult,
}

/// The terms a key result is judged by, and whether amendments in force make the measure another than was written.
fn terms_of<'a>(sheet: &Sheet<'_>, key_result: &'a KeyResult) -> (Terms<'a>, bool) {
    if key_result.amendments.is_empty() {
        return (Terms::original(key_result), false);
    }
    let in_force = Terms::in_force(key_result, sheet.as_of);
    let is_amended = *in_force.measure != key_result.measure;
    match sheet.profile.goalposts {
        Goalposts::InForce => (in_force, is_amended),
        Goalposts::Original => (
            Terms {
                weight: in_force.weight,
                share: in_force.share,
                ..Terms::original(key_result)
            },
            is_amended,
        ),
    }
}

/// Gathers what a key result is judged by.
pub(crate) fn facts_of<'a>(sheet: &Sheet<'a>, place: Place<'a>) -> KeyResultFacts<'a> {
    let Place {
        owner,
        within,
        objective,
        key_result,
    } = place;
    let cycle = sheet.cycle_span(owner);
    let (judged, is_amended) = terms_of(sheet, key_result);
    let mut no_check_ins = Vec::new();
    for stages in [&objective.stages, &key_result.stages] {
        if !stages.is_empty() {
            no_check_ins.extend(frozen(stages, sheet.as_of));
        }
    }
    KeyResultFacts {
        period: judged.period(objective.period((cycle.starts, cycle.ends))),
        is_amended,
        judged,
        stage: stage_on(key_result.stage, &key_result.stages, sheet.as_of),
        rules: Rules {
            anchors: &sheet.profile.anchors,
            progress: sheet.profile.progress,
            cycle,
        },
        frozen: no_check_ins,
        track: sheet.plan.track(owner, within),
    }
}

impl<'a> KeyResultFacts<'a> {
    pub(crate) fn log<'l>(&'l self, sheet: &Sheet<'a>, key_result: &'a KeyResult) -> Log<'l>
    where
        'a: 'l,
    {
        Log::new(&key_result.check_ins, self.track, sheet.as_of, &self.frozen)
    }
}

/// F12: what an expected path says for a day: linear between its points, flat outside.
pub(crate) fn path_value(path: &[PathPoint], on: Date) -> Option<f64> {
    let after = path.iter().position(|point| on <= point.on);
    let Some(after) = after else { return path.last().map(|point| point.value) };
    let next = path.get(after)?;
    let Some(before) = after.checked_sub(1).and_then(|before| path.get(before)) else {
        return Some(next.value);
    };
    let way = elapsed(before.on, next.on, on);
    // Within its ends to the bit: a flat path stays where it is, and a threshold on it stays met.
    let (low, high) = (before.value.min(next.value), before.value.max(next.value));
    Some((before.value * (1.0 - way) + next.value * way).clamp(low, high))
}

/// What check-ins say beside the reading.
#[derive(Debug, Default)]
struct Said {
    last: Option<Date>,
    confidence: Option<f64>,
    status: Option<Status>,
}

impl Said {
    fn of(log: &Log<'_>) -> Self {
        if let Some(entries) = log.entries() {
            return Self {
                last: entries.last().map(|entry| entry.on),
                confidence: entries.iter().rev().find_map(Entry::confidence),
                status: entries.iter().rev().find_map(|entry| entry.status),
            };
        }
        Self {
            last: log.check_ins().map(|check_in| check_in.on).max(),
            confidence: log.latest(|seen| seen.check_in.confidence).map(|(_, confidence)| confidence),
            status: log.latest(|seen| seen.check_in.status).map(|(_, status)| status),
        }
    }
}

impl<'a> Sheet<'a> {
    /// Where a key result stands, by its number in the plan.
    pub(crate) fn place(&self, at: usize) -> Option<Place<'a>> {
        let owner = self.plan.owner_of(at)?;
        let (objective, key_result) = self.plan.key_result_at(at)?;
        Some(Place {
            owner,
            within: at - self.plan.first_of(owner),
            objective,
            key_result,
        })
    }

    pub(crate) fn cycle_span(&self, objective: usize) -> CycleSpan {
        match self.plan.cycle_of(objective) {
            Some(cycle) => CycleSpan {
                starts: cycle.starts,
                ends: cycle.ends,
                every: cycle.check_in_every,
            },
            // A valid plan has a cycle for every objective.
            None => CycleSpan {
                starts: Date::MIN,
                ends: Date::MAX,
                every: None,
            },
        }
    }

    pub(crate) fn objective_stage(&self, objective: usize) -> Stage {
        let found = self.plan.objective_at(objective);
        found.map_or(Stage::Active, |objective| stage_on(objective.stage, &objective.stages, self.as_of))
    }

    /// The figures of a key result. `side` is room to gather members in.
    pub(super) fn key_result(&self, place: Place<'a>, side: &mut Side) -> KeyResultScore {
        let Place {
            owner,
            within,
            objective,
            key_result,
        } = place;
        let node = Node::KeyResult(self.plan.first_of(owner) + within);
        let facts = facts_of(self, place);
        let log = facts.log(self, key_result);
        let (starts, ends) = facts.period;
        let gone = elapsed(starts, ends, self.as_of.on);
        let judged: &Measure = &facts.judged.measure;

        let measured = self.measure(judged, &log, &facts.rules, node, side);
        let original = facts.is_amended.then(|| {
            let measured = self.measure(&key_result.measure, &log, &facts.rules, node, side);
            let progress = self.shown(measured.progress).value();
            Box::new(Original {
                target: key_result.measure.target(),
                progress,
                score: progress.map(as_score),
            })
        });

        let progress = self.shown(measured.progress);
        let computed = progress.value().map(as_score);
        let manual = manual_score(&key_result.manual_scores, self.as_of).map(|manual| manual.value);
        let said = Said::of(&log);
        let mut node = NodeScore {
            progress,
            score: manual.or(computed),
            computed_score: manual.and(computed),
            is_manual: manual.is_some(),
            expected: self.expected(&facts, gone),
            elapsed: gone,
            confidence: said.confidence,
            stage: facts.stage,
            starts,
            ends,
            days_since_check_in: said.last.map(|last| self.as_of.on.days_since(last)),
            measured_score: computed,
            ..NodeScore::default()
        };
        self.derive(&mut node);
        node.status = self.key_result_status(&node, objective, judged).0;
        KeyResultScore {
            node,
            reading: measured.reading,
            target: judged.target(),
            share: 0.0,
            owner_status: said.status,
            original,
        }
    }

    /// The status of a key result and the rule that gave it.
    pub(crate) fn key_result_status(&self, node: &NodeScore, objective: &Objective, judged: &Measure) -> (Status, StatusRule) {
        let kept = judged.is_kept_or_broken().then(|| node.progress.value().is_some_and(|progress| progress > 0.0));
        self.status(
            node,
            Verdict {
                ambition: objective.ambition,
                kept,
                worst: None,
            },
        )
    }

    fn shown(&self, progress: Outcome) -> Outcome {
        match progress {
            Outcome::Value(value) => Outcome::Value(self.profile.clamp.shown.apply(value)),
            other => other,
        }
    }

    /// F12: the path where there is one that leads to a figure, else what the measure expects of the time gone.
    pub(crate) fn expected(&self, facts: &KeyResultFacts<'_>, gone: f64) -> f64 {
        let measure: &Measure = &facts.judged.measure;
        let by_path = path_value(facts.judged.expected_path, self.as_of.on).and_then(|value| measure.progress_of(value, &facts.rules));
        by_path.unwrap_or_else(|| measure.expected(gone, self.as_of.on, &facts.rules))
    }

    fn measure(&self, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>, node: Node, side: &mut Side) -> Measured {
        match measure {
            Measure::Children(children) => self.of_children(children, rules, node, side),
            measure => measure.evaluate(log, rules),
        }
    }

    fn of_children(&self, children: &Children, rules: &Rules<'_>, node: Node, side: &mut Side) -> Measured {
        side.clear();
        self.add_children(node, side);
        match children.roll_up {
            ChildrenRollUp::Mean => Measured {
                reading: None,
                progress: outcome(side.roll_up(Figure::Progress)),
            },
            ChildrenRollUp::Min => Measured {
                reading: None,
                progress: outcome(side.members.iter().filter_map(|member| member.progress).reduce(f64::min)),
            },
            ChildrenRollUp::Sum => {
                let sum = side
                    .members
                    .iter()
                    .filter_map(|member| self.addend(member))
                    .reduce(|sum, reading| sum + reading);
                match sum {
                    None => Measured {
                        reading: None,
                        progress: Outcome::NoData(Reason::NoMembers),
                    },
                    Some(sum) if !sum.is_finite() => Measured {
                        reading: None,
                        progress: Outcome::Undefined(Reason::Overflow),
                    },
                    Some(sum) => Measured {
                        reading: Some(Reading::Number(sum)),
                        progress: children.progress_of(sum, rules),
                    },
                }
            }
        }
    }

    /// What a key result adds to a sum of children: its reading, or the substitute for a missing one.
    pub(crate) fn addend(&self, member: &Member) -> Option<f64> {
        let reading = match member.node {
            Node::KeyResult(at) => self.key_results.get(at).and_then(|score| score.reading.as_ref()?.number()),
            Node::Objective(_) => None,
        };
        // A reading counts even where no progress can be told from it, for want of a start.
        reading.or_else(|| member.missing.and(member.progress))
    }
}

/// The progress as a score.
pub(super) fn as_score(progress: f64) -> f64 {
    progress.clamp(0.0, 1.0)
}
