//! Forecasts of what is made of others.

use std::rc::Rc;

use super::goal::Goal;
use super::increments::Nature;
use super::key_result::{Course, RequiredRate, Trace, pace, phase, traced};
use super::trend::Observation;
use super::{Chance, Estimate, Forecast, ForecastPolicy, Lack, Method, Phase, Projection, Scale};
use crate::measure::{ChildrenRollUp, Measure};
use crate::plan::Node;
use crate::score::{Scorecard, Sheet, Side};
use crate::time::{Date, elapsed};

/// How many figures of members are added up for all sums of a plan together. Each level of a plan adds those of the one below: this
/// is enough for 100,000 key results with a figure a week in a quarter and three levels above them, and a plan from another's hand,
/// where each of many sums has many members with many days, takes no more than 64 MB and seconds.
const MOST_ADDED: usize = 4_000_000;

/// Adds the traces of the sums of others to those of what they are made of.
pub(super) fn add_sums<'a>(sheet: &Sheet<'a>, traces: &mut [Option<Trace<'a>>], policy: &ForecastPolicy) {
    let mut left = MOST_ADDED;
    for node in bottom_up(sheet) {
        let Node::KeyResult(at) = node else { continue };
        if traces.get(at).is_none_or(Option::is_some) {
            continue;
        }
        let trace = course_of_sum(sheet, at, traces, &mut left).and_then(|course| traced(sheet, at, course, policy));
        if let Some(slot) = traces.get_mut(at) {
            *slot = trace;
        }
    }
}

/// Every node, each after all that it is computed from.
fn bottom_up(sheet: &Sheet<'_>) -> Vec<Node> {
    let graph = sheet.plan.graph();
    if graph.has_links() {
        return graph.order().collect();
    }
    let key_results = (0..sheet.plan.n_key_results()).map(Node::KeyResult);
    key_results.chain((0..sheet.plan.n_objectives()).map(Node::Objective)).collect()
}

/// `None` for what is no sum of others. `left` is how many figures may still be added up; a sum of more has no course.
fn course_of_sum(sheet: &Sheet<'_>, at: usize, traces: &[Option<Trace<'_>>], left: &mut usize) -> Option<Course> {
    let (_, facts) = sheet.facts(at)?;
    let measure: &Measure = &facts.judged.measure;
    let Measure::Children(children) = measure else { return None };
    if children.roll_up != ChildrenRollUp::Sum {
        return None;
    }
    let line = sheet.key_results.get(at)?;
    let mut side = Side::default();
    sheet.add_children(Node::KeyResult(at), &mut side);
    let (mut parts, mut why_not) = (Vec::new(), None);
    for member in &side.members {
        let Node::KeyResult(at) = member.node else { continue };
        if sheet.number(member.node).is_none() {
            continue;
        }
        match traces.get(at).and_then(Option::as_ref) {
            Some(trace) if !trace.seen.is_empty() => parts.push(trace),
            _ => why_not = Some(Lack::Members),
        }
    }
    if let Some(rest) = left.checked_sub(parts.iter().map(|part| part.seen.len()).sum()) {
        *left = rest;
    } else {
        (parts, why_not) = (Vec::new(), Some(Lack::Members));
    }
    let now = Estimate::or(line.number(), Estimate::from(line.node.progress).reason().unwrap_or(Lack::NoMembers));
    let starts = facts.period.0;
    // What was added before this one began was added by its members, and since they began.
    let began = parts.iter().map(|part| part.began_after(starts)).min_by(f64::total_cmp);
    Some(Course {
        seen: added(&parts, starts),
        began: began.unwrap_or(0.0),
        nature: if parts.is_empty() {
            Nature::Level
        } else if parts.iter().all(|part| part.nature == Nature::Daily) {
            Nature::Daily
        } else if parts.iter().all(|part| part.nature.is_sum()) {
            Nature::Told
        } else {
            Nature::Level
        },
        outcome: line.node.progress,
        why_not: now.reason().or(why_not),
        now,
    })
}

/// Courses added day by day, from the first day on which every one has a figure; a running sum is 0 before its first. In time n·log n
/// of the figures.
fn added(parts: &[&Trace<'_>], starts: Date) -> Rc<[Observation]> {
    if let [part] = parts
        && part.period().0 == starts
    {
        return Rc::clone(&part.seen);
    }
    let mut told: Vec<(Observation, usize)> = Vec::new();
    for (part, trace) in parts.iter().enumerate() {
        let later = f64::from(trace.period().0.days_since(starts));
        told.extend(trace.seen.iter().map(|seen| {
            let seen = Observation {
                day: seen.day + later,
                ..*seen
            };
            (seen, part)
        }));
    }
    told.sort_by(|a, b| a.0.day.total_cmp(&b.0.day));
    let mut sums = Sums::of(parts.iter().map(|part| part.nature.is_sum().then_some(0.0)).collect());
    let mut course: Vec<Observation> = Vec::new();
    for day in told.chunk_by(|a, b| a.0.day.total_cmp(&b.0.day).is_eq()) {
        for (seen, part) in day {
            sums.put(*part, seen.reading);
        }
        course.extend(day.first().zip(sums.total()).map(|((seen, _), reading)| Observation { reading, ..*seen }));
    }
    course.into()
}

/// The sum of terms of which one changes at a time: by twos, the sums of these by twos, and so on. A change takes as many additions
/// as there are levels, and the rounding of what is gone does not stay, as it would with differences.
struct Sums {
    /// The terms, then the sums of two each, up to the sum of all; `None` where one is missing.
    levels: Vec<Vec<Option<f64>>>,
}

impl Sums {
    fn of(terms: Vec<Option<f64>>) -> Self {
        let mut levels = vec![terms];
        while let Some(above) = levels.last().filter(|below| below.len() > 1).map(|below| below.chunks(2).map(sum).collect()) {
            levels.push(above);
        }
        Self { levels }
    }

    fn put(&mut self, mut at: usize, term: f64) {
        let mut now = Some(term);
        for level in &mut self.levels {
            if let Some(slot) = level.get_mut(at) {
                *slot = now;
            }
            at /= 2;
            now = level.chunks(2).nth(at).and_then(sum);
        }
    }

    fn total(&self) -> Option<f64> {
        self.levels.last()?.first().copied()?
    }
}

fn sum(terms: &[Option<f64>]) -> Option<f64> {
    terms.iter().copied().sum()
}

/// What becomes of a node's figure by a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is carried on, with everything it is made of.
    Carried,
    /// Some of what it is made of is carried on.
    Partly,
    /// The method has no number, so it stands where it is today.
    Held,
    /// It is over: nothing more comes.
    Over,
    /// It has no figure.
    Absent,
}

impl Standing {
    fn of_members(members: impl Iterator<Item = Self>) -> Self {
        let (mut is_carried, mut is_held, mut is_over) = (false, false, false);
        for member in members {
            is_carried |= member.is_carried();
            is_held |= matches!(member, Self::Held | Self::Partly);
            is_over |= member == Self::Over;
        }
        match (is_carried, is_held) {
            (true, true) => Self::Partly,
            (true, false) => Self::Carried,
            (false, true) => Self::Held,
            (false, false) if is_over => Self::Over,
            (false, false) => Self::Absent,
        }
    }

    /// Whether its figure is another than today's for the method's sake.
    pub(super) fn is_carried(self) -> bool {
        matches!(self, Self::Carried | Self::Partly)
    }

    /// A figure that was rolled up from projections; one that is today's again is none.
    pub(super) fn estimate(self, rolled_up: Estimate) -> Estimate {
        match self {
            Self::Carried | Self::Partly => rolled_up,
            Self::Over => rolled_up.then(|_| Estimate::none(Lack::Over)),
            Self::Held | Self::Absent => rolled_up.then(|_| Estimate::none(Lack::Members)),
        }
    }
}

/// The scorecard with every key result where a method projects it.
#[derive(Debug)]
pub(super) struct Projected {
    pub(super) method: Method,
    pub(super) card: Scorecard,
    /// Of each node, by its number in the graph.
    standings: Vec<Standing>,
}

impl Projected {
    pub(super) fn by_each_method(card: &Scorecard, traced: &[Option<Trace<'_>>]) -> Vec<Self> {
        Method::ALL.iter().map(|method| Self::new(card, traced, *method)).collect()
    }

    fn new(card: &Scorecard, traced: &[Option<Trace<'_>>], method: Method) -> Self {
        let (sheet, graph) = (card.sheet(), card.plan().graph());
        let mut standings = vec![Standing::Absent; card.plan().n_objectives() + traced.len()];
        let mut side = Side::default();
        for node in bottom_up(&sheet) {
            let trace = match node {
                Node::KeyResult(at) => traced.get(at).and_then(Option::as_ref),
                Node::Objective(_) => None,
            };
            let of = |node: Node| standings.get(graph.number(node)).copied().unwrap_or(Standing::Absent);
            let standing = match (node, trace) {
                (_, Some(trace)) => trace.standing(method),
                (Node::Objective(at), None) => Standing::of_members(sheet.sides(at, &mut side).members().map(|member| of(member.node))),
                (Node::KeyResult(at), None) => match phase_of(&sheet, at) {
                    Some(Phase::Running) => {
                        let mut own = Side::default();
                        sheet.add_children(node, &mut own);
                        match Standing::of_members(own.members.iter().map(|member| of(member.node))) {
                            // Nothing would tell which of its members stand still.
                            Standing::Partly => Standing::Held,
                            standing => standing,
                        }
                    }
                    Some(Phase::Over) => Standing::Over,
                    Some(Phase::NotStarted) | None => Standing::Held,
                },
            };
            if let Some(slot) = standings.get_mut(graph.number(node)) {
                *slot = standing;
            }
        }
        let puts: Vec<_> = traced.iter().map(|trace| trace.as_ref()?.put(method)).collect();
        let is_rolled_up = |at: usize| {
            let has_course = traced.get(at).is_some_and(Option::is_some);
            !has_course && standings.get(graph.number(Node::KeyResult(at))) == Some(&Standing::Carried)
        };
        Self {
            method,
            card: card.projected(&puts, is_rolled_up),
            standings,
        }
    }

    pub(super) fn standing(&self, node: Node) -> Standing {
        let standing = self.standings.get(self.card.plan().graph().number(node));
        standing.copied().unwrap_or(Standing::Absent)
    }
}

fn phase_of(sheet: &Sheet<'_>, at: usize) -> Option<Phase> {
    let (_, facts) = sheet.facts(at)?;
    let owner = sheet.plan.owner_of(at)?;
    Some(phase([facts.stage, sheet.objective_stage(owner)], facts.period, sheet.as_of.on))
}

/// The forecast of the mean or the least of others: what their projections come to, by each method.
pub(super) fn rolled_up(sheet: &Sheet<'_>, at: usize, by_method: &[Projected]) -> Option<Forecast> {
    let (key_result, facts) = sheet.facts(at)?;
    let objective = sheet.plan.objective_at(sheet.plan.owner_of(at)?)?;
    let on = sheet.as_of.on;
    let (starts, ends) = facts.period;
    let phase = phase_of(sheet, at)?;
    let gone = elapsed(starts, ends, on);
    let why_not = match phase {
        Phase::NotStarted => Some(Lack::NotStarted),
        Phase::Over => Some(Lack::Over),
        Phase::Running => None,
    };
    let of_members = why_not.unwrap_or(Lack::Members);
    let projections = by_method.iter().map(|projected| {
        let line = projected.card.sheet().key_results.get(at).map(|line| line.node.progress);
        let progress = line.map_or(Estimate::none(Lack::NoMembers), Estimate::from);
        Projection {
            method: projected.method,
            reading: Estimate::none(why_not.unwrap_or(Lack::NotNumeric)),
            progress: why_not.map_or(projected.standing(Node::KeyResult(at)).estimate(progress), Estimate::none),
            per_day: Estimate::none(of_members),
            reached_on: None,
            not_reached: Some(of_members),
        }
    });
    let success = sheet.profile.success.of(objective.ambition).map(|_| Goal::Success);
    let chances = [Some(Goal::Target), success].into_iter().flatten().map(|goal| Chance {
        goal,
        reading: None,
        probability: Estimate::none(of_members),
    });
    let (reading, progress) = (Estimate::none(Lack::NotNumeric), Estimate::from(sheet.key_results.get(at)?.node.progress));
    Some(Forecast {
        key_result: key_result.id.clone(),
        as_of: sheet.as_of,
        starts,
        ends,
        phase,
        scale: Scale::Progress,
        pace: pace(progress, gone),
        projections: projections.collect(),
        interval: None,
        no_interval: Some(of_members),
        chances: chances.collect(),
        required: RequiredRate::new(reading, None, phase, ends.days_since(on.max(starts))),
        n_observations: 0,
        elapsed: gone,
        reading,
        progress,
    })
}

#[cfg(test)]
mod tests {
    use super::Sums;

    #[test]
    fn a_sum_of_what_changes_is_that_of_what_it_is() {
        let mut sums = Sums::of(vec![Some(0.0), None, Some(0.0)]);
        assert_eq!(sums.total(), None);
        sums.put(1, 4.0);
        assert_eq!(sums.total(), Some(4.0));
        // What was large leaves nothing behind.
        sums.put(0, 1e300);
        sums.put(2, 0.5);
        sums.put(0, 0.25);
        assert_eq!(sums.total(), Some(4.75));
        assert_eq!((Sums::of(vec![Some(3.0)]).total(), Sums::of(Vec::new()).total()), (Some(3.0), None));
    }
}
