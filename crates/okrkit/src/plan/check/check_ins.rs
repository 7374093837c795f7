//! Check-ins, against what their key result takes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{CheckIn, KeyResult};
use super::names::unknown;
use crate::id;
use crate::issue::{Code, quote};
use crate::measure::{Measure, MeasureFields, MeasureKind, Observed};
use crate::wire::{Context, list};

/// What the check-ins of a key result may carry: what any version of its measure takes, as written and as amended.
///
/// Gathered from the measure and from what amendments replace, without putting them together: it takes as long as they are to
/// read, however many there are.
#[derive(Debug, Default)]
pub(in crate::plan) struct Takes<'a> {
    /// The figures that versions take, each list once, with the kind of measure.
    figures: Vec<(MeasureKind, &'static [&'static str])>,
    /// Whether the document leaves open which figures they take.
    is_open: bool,
    /// The steps there ever were. `None` where the document leaves that open.
    steps: Known<BTreeSet<&'a str>>,
    /// The parts there ever were, with what each takes.
    parts: Known<BTreeMap<&'a str, Takes<'a>>>,
}

/// Names, and whether they are all there are.
#[derive(Debug, Default)]
struct Known<T> {
    names: T,
    is_open: bool,
}

impl<'a> Takes<'a> {
    /// What a key result takes; `cx` is at its place.
    pub(in crate::plan) fn of(key_result: &'a KeyResult, cx: &mut Context) -> Self {
        let mut takes = Self::default();
        cx.name("measure", |cx| takes.add(&key_result.measure, cx));
        cx.name("amendments", |cx| {
            for (i, amendment) in key_result.amendments.iter().enumerate() {
                if let Some(fields) = &amendment.set.measure {
                    let amend = |cx: &mut Context| takes.amend(fields, key_result.measure.kind(), cx);
                    cx.index(i, |cx| cx.name("set", |cx| cx.name("measure", amend)));
                }
            }
        });
        takes
    }

    fn add(&mut self, measure: &'a Measure, cx: &mut Context) {
        self.look_for_gaps(cx);
        self.add_figures(measure.kind(), measure.takes());
        match measure {
            Measure::Milestones(milestones) => self.steps.names.extend(milestones.steps.iter().map(|step| step.id.as_str())),
            Measure::Composite(composite) => self.add_parts(&composite.parts, cx),
            _ => {}
        }
    }

    /// Adds what an amendment of a measure of this kind makes it take.
    fn amend(&mut self, fields: &'a MeasureFields, kind: MeasureKind, cx: &mut Context) {
        self.look_for_gaps(cx);
        // Whoever wants another kind, which is refused, checks in what that one takes.
        self.is_open |= fields.kind.as_deref().is_some_and(|word| word != kind.as_str());
        match kind {
            MeasureKind::Threshold => {
                if let Some(judge) = &fields.judge {
                    self.add_figures(kind, Measure::takes_judged_by(judge));
                }
            }
            MeasureKind::Milestones => {
                let steps = fields.steps.iter().flatten();
                self.steps.names.extend(steps.map(|step| step.id.as_str()));
            }
            MeasureKind::Composite => fields.parts.iter().for_each(|parts| self.add_parts(parts, cx)),
            _ => {}
        }
    }

    fn look_for_gaps(&mut self, cx: &Context) {
        self.is_open |= cx.is_lost("kind") || cx.is_broken_within("judge");
        self.steps.is_open |= cx.is_broken_within("steps");
        self.parts.is_open |= cx.is_lost("parts");
    }

    fn add_figures(&mut self, kind: MeasureKind, figures: &'static [&'static str]) {
        if !self.figures.iter().any(|(_, known)| *known == figures) {
            self.figures.push((kind, figures));
        }
    }

    fn add_parts(&mut self, parts: &'a BTreeMap<String, Measure>, cx: &mut Context) {
        cx.name("parts", |cx| {
            for (name, part) in parts {
                cx.key(name, |cx| self.parts.names.entry(name).or_default().add(part, cx));
            }
        });
    }

    fn any(&self, figure: &str) -> bool {
        self.is_open || self.figures.iter().any(|(_, figures)| figures.contains(&figure))
    }

    /// Notes what is wrong with figures: what any version takes is right.
    fn check(&self, seen: &Observed<'_>, cx: &mut Context) {
        let strangers = |taken: &[&str]| seen.given().filter(|given| !taken.contains(given)).collect::<Vec<_>>();
        if let Some((kind, taken)) = self.figures.first()
            && !self.is_open
            && self.figures.iter().all(|(_, taken)| !strangers(taken).is_empty())
        {
            let takes = if taken.is_empty() { "no figure of its own".to_owned() } else { list(taken) };
            cx.report(
                Code::CheckInShape,
                format!("a measure of kind `{kind}` takes {takes}, found {}", list(&strangers(taken))),
            );
        }
        if self.any("met") {
            check_batch(seen, cx);
        }
        if self.any("steps_done") && !self.is_open && !self.steps.is_open {
            for (member, steps) in [("steps_done", seen.steps_done), ("steps_undone", seen.steps_undone)] {
                for (i, step) in steps
                    .unwrap_or_default()
                    .iter()
                    .enumerate()
                    .filter(|(_, step)| !self.steps.names.contains(step.as_str()))
                {
                    let message = unknown("step", step, self.steps.names.iter().copied(), cx);
                    cx.name(member, |cx| cx.index(i, |cx| cx.report(Code::CheckInUnknownStep, message)));
                }
            }
        }
    }

    fn check_parts(&self, check_in: &CheckIn, cx: &mut Context) {
        if self.is_open || !self.any("parts") {
            return;
        }
        for (name, figures) in &check_in.parts {
            match self.parts.names.get(name.as_str()) {
                Some(part) => cx.name("parts", |cx| cx.key(name, |cx| part.check(&Observed::of_part(check_in, figures), cx))),
                None if self.parts.is_open => {}
                None => {
                    let message = unknown("part", name, self.parts.names.keys().copied(), cx);
                    cx.name("parts", |cx| cx.key(name, |cx| cx.report(Code::CheckInUnknownPart, message)));
                }
            }
        }
    }
}

fn check_batch(seen: &Observed<'_>, cx: &mut Context) {
    match (seen.met, seen.of) {
        (None, None) => {}
        (Some(met), Some(of)) if 0.0 <= met && met <= of && of > 0.0 => {}
        (Some(met), Some(of)) => cx.report(Code::CheckInShape, format!("of a batch of `{of}`, `{met}` cannot have met it")),
        (Some(_), None) => cx.report(Code::CheckInShape, "a batch needs `of` beside `met`"),
        (None, Some(_)) => cx.report(Code::CheckInShape, "a batch needs `met` beside `of`"),
    }
}

/// Checks the check-ins of a key result; `cx` is at its place.
pub(super) fn check_check_ins(key_result: &KeyResult, cx: &mut Context) {
    if key_result.check_ins.is_empty() {
        return;
    }
    let takes = Takes::of(key_result, cx);
    let mut ids = BTreeSet::new();
    cx.name("check_ins", |cx| {
        for (i, check_in) in key_result.check_ins.iter().enumerate() {
            cx.index(i, |cx| check_check_in(check_in, &takes, &mut ids, cx));
        }
    });
}

/// Checks one check-in after those whose ids are known.
pub(in crate::plan) fn check_check_in<'a>(check_in: &'a CheckIn, takes: &Takes<'_>, ids: &mut BTreeSet<&'a str>, cx: &mut Context) {
    if let Some(confidence) = check_in.confidence.filter(|confidence| !(0.0..=1.0).contains(confidence)) {
        cx.report_at(
            "confidence",
            Code::ConfidenceRange,
            format!("a confidence is within 0 and 1, found `{confidence}`"),
        );
    }
    match (&check_in.replaces, check_in.void) {
        (Some(earlier), _) if !ids.contains(earlier.as_str()) => {
            cx.report_at(
                "replaces",
                Code::CheckInReplaces,
                format!("no check-in before this one has the id {}", quote(earlier)),
            );
        }
        (None, true) => cx.report_at(
            "void",
            Code::CheckInReplaces,
            "a check-in that is void withdraws another, so it needs `replaces`",
        ),
        _ => {}
    }
    if let Some(own) = &check_in.id {
        id::check(cx, "id", own);
        if !ids.insert(own) {
            cx.report_at(
                "id",
                Code::IdDuplicate,
                format!("another check-in of this key result has the id {}", quote(own)),
            );
        }
    }
    let seen = Observed::of_check_in(check_in);
    if check_in.void && seen.given().next().is_some() {
        cx.report(
            Code::CheckInShape,
            "a check-in that is void puts nothing in the place of what it withdraws, so it takes no figures",
        );
        return;
    }
    takes.check(&seen, cx);
    takes.check_parts(check_in, cx);
}
