//! Rules about measures.

use std::collections::BTreeSet;

use super::Rule;
use super::view::{Found, SeenKeyResult, View};
use crate::issue::quote;
use crate::measure::{ChildrenRollUp, Measure, MeasureKind, ReadingRule};
use crate::plan::LintLevel;
use crate::time::Date;
use crate::unit::Unit;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "measuring.not_measured",
        level: LintLevel::Warning,
        why: "A key result that is only watched never says whether the objective was reached.",
        fix: "give it a target, or make it a KPI",
        source: Some("Marissa Mayer, in John Doerr, Measure What Matters: it is not a key result unless it has a number"),
        bad: r#"{"/objectives/1/key_results/2": {"id": "visits", "title": "Visits of the shop", "measure": {"kind": "observe"}, "starts": "2026-02-20"}}"#,
        good: r#"{"/objectives/1/key_results/2": {"id": "visits", "title": "1,000 visits of the shop", "starts": "2026-02-20",
 "measure": {"kind": "metric", "start": 0, "target": 1000, "unit": {"kind": "count", "of": "visits"}}}}"#,
        find: not_measured,
    },
    Rule {
        id: "measuring.baseline_missing",
        level: LintLevel::Warning,
        why: "A change against a baseline that nobody knows cannot be judged, and often turns out to be none.",
        fix: "measure the baseline first, and set it by an amendment with the reason",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/measure": {"kind": "change", "baseline": null, "percent": 10, "unit": {"kind": "percent"}}}"#,
        good: r#"{"/objectives/1/key_results/0/measure": {"kind": "change", "baseline": 230000, "percent": 10, "unit": {"kind": "percent"}},
 "/objectives/1/key_results/0/check_ins": [{"on": "2026-02-18", "value": 240000}]}"#,
        find: baseline_missing,
    },
    Rule {
        id: "measuring.start_missing",
        level: LintLevel::Warning,
        why: "Without a start it is not known how far the way to the target is, and there is no progress.",
        fix: "measure the start, and set it by an amendment with the reason",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/measure/start": null}"#,
        good: r#"{"/objectives/1/key_results/0/measure/start": 20000}"#,
        find: start_missing,
    },
    Rule {
        id: "measuring.unit_missing",
        level: LintLevel::Note,
        why: "500 of what? Numbers without a unit are added up and compared with what they have nothing to do with.",
        fix: "name the unit in the measure",
        source: None,
        bad: r#"{"/objectives/1/key_results/1/measure/unit": null}"#,
        good: r#"{"/objectives/1/key_results/1/measure/unit": {"kind": "number"}}"#,
        find: unit_missing,
    },
    Rule {
        id: "measuring.mixed_currencies",
        level: LintLevel::Warning,
        why: "Nothing is ever converted: two currencies under one objective move with the exchange rate and not with the work.",
        fix: "measure them in one currency, converted at a rate that is fixed for the cycle",
        source: None,
        bad: r#"{"/objectives/1/key_results/1/measure/unit": {"kind": "currency", "code": "EUR"}}"#,
        good: r#"{"/objectives/1/key_results/1/measure/unit": {"kind": "currency", "code": "USD"}}"#,
        find: mixed_currencies,
    },
    Rule {
        id: "measuring.there_at_start",
        level: LintLevel::Warning,
        why: "The first reading was at the target already, so nothing is left to be done, or the start is wrong.",
        fix: "correct the start, or set a target that is not reached yet",
        source: None,
        bad: r#"{"/objectives/3/key_results/1/check_ins": [{"on": "2026-01-07", "value": 92}, {"on": "2026-02-18", "value": 93}]}"#,
        good: r#"{"/objectives/3/key_results/1/check_ins": [{"on": "2026-01-07", "value": 52}, {"on": "2026-02-18", "value": 73}]}"#,
        find: there_at_start,
    },
    Rule {
        id: "measuring.only_done",
        level: LintLevel::Note,
        why: "Where all key results are work that gets done, the objective can be reached without any effect.",
        fix: "add a key result for the effect the work should have",
        source: Some("Josh Seiden, Outcomes Over Output"),
        bad: r#"{"/objectives/1/key_results": [{"id": "k1", "title": "10 schools on our list", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k2", "title": "10 hotels on our list", "measure": {"kind": "done"}, "starts": "2026-02-20"}]}"#,
        good: r#"{"/objectives/1/key_results/0": {"id": "k1", "title": "10 schools on our list", "measure": {"kind": "done"}, "starts": "2026-02-20"}}"#,
        find: only_done,
    },
    Rule {
        id: "measuring.one_kind",
        level: LintLevel::Note,
        why: "Numbers of one sort that should all go one way move together, and none shows what reaching the others cost.",
        fix: "put another sort beside them: a quality beside amounts, an effect beside counts of what is done",
        source: Some("Andrew Grove, High Output Management: indicators in pairs, effect and counter-effect"),
        bad: r#"{"/objectives/1/key_results/1/measure/unit": {"kind": "currency", "code": "USD"},
 "/objectives/1/key_results/2": {"id": "online", "title": "Reach 100,000 USD online", "starts": "2026-02-20",
 "measure": {"kind": "metric", "start": 0, "target": 100000, "unit": {"kind": "currency", "code": "USD"}}}}"#,
        good: r#"{"/objectives/1/key_results/1/measure/unit": {"kind": "currency", "code": "USD"},
 "/objectives/1/key_results/2": {"id": "discount", "title": "Cut discounts from 30,000 USD to 10,000 USD", "starts": "2026-02-20",
 "measure": {"kind": "metric", "start": 30000, "target": 10000, "unit": {"kind": "currency", "code": "USD"}}}}"#,
        find: one_kind,
    },
    Rule {
        id: "measuring.steps_undated",
        level: LintLevel::Note,
        why: "Without days for the steps nothing is expected of any of them before the end, and the straight line that stands in for it \
            seldom fits.",
        fix: "give each step the day by which it is to be done",
        source: None,
        bad: r#"{"/objectives/1/key_results/2": {"id": "shop", "title": "A shop in 2 more towns", "starts": "2026-02-20",
 "measure": {"kind": "milestones", "steps": [{"id": "a", "title": "First", "ends": "2026-03-15"}, {"id": "b", "title": "Second"}]}}}"#,
        good: r#"{"/objectives/1/key_results/2": {"id": "shop", "title": "A shop in 2 more towns", "starts": "2026-02-20",
 "measure": {"kind": "milestones", "steps": [{"id": "a", "title": "First", "ends": "2026-03-15"}, {"id": "b", "title": "Second", "ends": "2026-04-11"}]}}}"#,
        find: steps_undated,
    },
    Rule {
        id: "measuring.kept_already",
        level: LintLevel::Note,
        why: "A bound that has been kept for long is the normal state. It fills the score of the objective and asks for nothing.",
        fix: "make it a KPI and a guardrail of the objective",
        source: None,
        bad: r#"{"/objectives/1/key_results/2": {"id": "returns", "title": "Returns below 5%",
 "measure": {"kind": "threshold", "below": 5, "unit": {"kind": "percent"}},
 "check_ins": [{"on": "2026-01-02", "value": 3}, {"on": "2026-01-20", "value": 4}, {"on": "2026-02-03", "value": 3}, {"on": "2026-02-17", "value": 2}]}}"#,
        good: r#"{"/objectives/1/key_results/2": {"id": "returns", "title": "Returns below 5%",
 "measure": {"kind": "threshold", "below": 5, "unit": {"kind": "percent"}},
 "check_ins": [{"on": "2026-01-02", "value": 8}, {"on": "2026-01-20", "value": 4}, {"on": "2026-02-03", "value": 3}, {"on": "2026-02-17", "value": 2}]}}"#,
        find: kept_already,
    },
];

/// Reports the open key results of whose measure something can be said.
fn each(view: &View<'_>, member: &str, say: impl Fn(&SeenKeyResult<'_>) -> Option<String>, out: &mut Vec<Found>) {
    for seen in view.open_key_results() {
        if let Some(what) = say(seen) {
            out.push(seen.found(member, format!("{} {what}", quote(&seen.key_result.id))));
        }
    }
}

fn not_measured(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| (seen.terms.measure.kind() == MeasureKind::Observe).then(|| "is watched and never scored".to_owned());
    each(view, "/measure", say, out);
}

fn baseline_missing(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| {
        let is_missing = matches!(&*seen.terms.measure, Measure::Change(m) if m.baseline.is_none());
        is_missing.then(|| "is to change against a baseline that is not known".to_owned())
    };
    each(view, "/measure/baseline", say, out);
}

fn start_missing(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| {
        let is_missing = matches!(&*seen.terms.measure, Measure::Metric(m) if m.start.is_none());
        is_missing.then(|| "has a target and no start".to_owned())
    };
    each(view, "/measure/start", say, out);
}

fn unit_missing(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| {
        let measure = &*seen.terms.measure;
        let takes_unit = match measure {
            Measure::Metric(_) | Measure::Change(_) | Measure::Threshold(_) | Measure::Exact(_) | Measure::Levels(_) | Measure::Bands(_) => true,
            Measure::Children(m) => m.roll_up == ChildrenRollUp::Sum,
            _ => false,
        };
        (takes_unit && measure.unit().is_none()).then(|| "is measured in numbers without a unit".to_owned())
    };
    each(view, "/measure", say, out);
}

fn mixed_currencies(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        let units = view.of(seen).filter_map(|key_result| key_result.terms.measure.unit()?.code.as_deref());
        let codes: BTreeSet<&str> = units.collect();
        if codes.len() > 1 {
            let codes = codes.into_iter().map(quote).collect::<Vec<_>>().join(", ");
            let message = format!("the key results of {} are measured in {codes}", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

/// Whether a measure has a way that a reading can have gone to its end.
pub(super) fn has_way(measure: &Measure) -> bool {
    matches!(
        measure,
        Measure::Metric(_) | Measure::Change(_) | Measure::Exact(_) | Measure::Levels(_) | Measure::Events(_)
    )
}

/// The day of the first check-in with a figure, if it was at the target and not later than the first days.
pub(super) fn was_there_at_start(view: &View<'_>, seen: &SeenKeyResult<'_>) -> bool {
    let first = seen.check_ins.iter().find(|check_in| check_in.value.is_some() || check_in.event);
    let is_early = |on: Date| on.days_since(seen.score.starts) <= view.policy.first_reading_days;
    first.is_some_and(|first| is_early(first.on) && view.progress_on(seen, first.on).is_some_and(|progress| progress >= 1.0))
}

fn there_at_start(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| {
        let is_there = has_way(&seen.terms.measure) && was_there_at_start(view, seen);
        is_there.then(|| "was at its target when it was first checked in".to_owned())
    };
    each(view, "/measure", say, out);
}

fn only_done(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        let kinds: Vec<MeasureKind> = view.of(seen).map(|key_result| key_result.terms.measure.kind()).collect();
        if !kinds.is_empty()
            && kinds.len() >= view.policy.only_done_from
            && kinds.iter().all(|kind| matches!(kind, MeasureKind::Done | MeasureKind::Milestones))
        {
            let message = format!("all {} key results of {} are work that gets done", kinds.len(), quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

fn one_kind(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        let sorts: Option<Vec<Sort<'_>>> = view.of(seen).map(|key_result| Sort::of(&key_result.terms.measure)).collect();
        let Some((first, rest)) = sorts.as_ref().and_then(|sorts| sorts.split_first()) else {
            continue;
        };
        let n = rest.len() + 1;
        if n >= view.policy.one_kind_from && rest.iter().all(|sort| sort == first) {
            let message = format!("all {n} key results of {} are of one kind: {first}", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

/// What two key results have in common that say the same sort of thing.
#[derive(Debug, PartialEq)]
enum Sort<'a> {
    /// Numbers in a unit, or in none, that shall rise, or fall.
    Numbers { unit: Option<&'a Unit>, rises: bool },
    /// Anything else: by its kind.
    Kind(MeasureKind),
}

impl<'a> Sort<'a> {
    /// `None` where it is like no other: numbers without a way, and work that gets done, which has a rule of its own.
    fn of(measure: &'a Measure) -> Option<Self> {
        match measure {
            Measure::Done(_) | Measure::Milestones(_) | Measure::Composite(_) | Measure::Children(_) | Measure::Observe(_) => None,
            Measure::Metric(_) | Measure::Change(_) | Measure::Levels(_) | Measure::Exact(_) | Measure::Bands(_) => {
                let (start, target) = measure.ends_of_line()?;
                let (unit, rises) = (measure.unit(), target > start);
                Some(Self::Numbers { unit, rises })
            }
            Measure::Threshold(_) | Measure::Zones(_) | Measure::Events(_) => Some(Self::Kind(measure.kind())),
        }
    }
}

impl std::fmt::Display for Sort<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Numbers { unit, rises } => {
                let way = if *rises { "rise" } else { "fall" };
                match unit {
                    Some(unit) => write!(
                        f,
                        "{} that shall {way}",
                        quote(unit.code.as_deref().or(unit.of.as_deref()).unwrap_or(unit.kind.as_str()))
                    ),
                    None => write!(f, "numbers without a unit that shall {way}"),
                }
            }
            Self::Kind(kind) => write!(f, "`{kind}`"),
        }
    }
}

fn steps_undated(view: &View<'_>, out: &mut Vec<Found>) {
    let say = |seen: &SeenKeyResult<'_>| {
        let Measure::Milestones(m) = &*seen.terms.measure else { return None };
        let n = m.steps.iter().filter(|step| step.ends.is_none()).count();
        (n > 0).then(|| format!("has {n} of {} steps without a day", m.steps.len()))
    };
    each(view, "/measure/steps", say, out);
}

fn kept_already(view: &View<'_>, out: &mut Vec<Found>) {
    let policy = view.policy;
    let say = |seen: &SeenKeyResult<'_>| {
        let Measure::Threshold(m) = &*seen.terms.measure else { return None };
        // Of a sum or a mean one value says nothing.
        if m.reading != ReadingRule::Latest {
            return None;
        }
        let values: Vec<_> = seen.check_ins.iter().filter_map(|check_in| Some((check_in.on, check_in.value?))).collect();
        let (first, last) = (values.first()?.0, values.last()?.0);
        let is_kept = values.iter().all(|(_, value)| m.is_met(*value));
        let is_long = last.days_since(first) >= policy.kept_days && values.len() >= policy.kept_check_ins;
        (is_kept && is_long).then(|| format!("has been kept in all {} check-ins since {first}", values.len()))
    };
    each(view, "/measure", say, out);
}
