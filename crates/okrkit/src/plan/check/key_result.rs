//! A key result: its measure, its terms, and what amendments make of them.

use std::collections::BTreeSet;

use super::super::terms::{Terms, in_order};
use super::super::{AmendmentSet, KeyResult, PathPoint};
use super::all_known;
use super::check_ins::check_check_ins;
use super::parts::{check_manual_scores, check_owners, check_weight_or_share};
use super::span::Span;
use crate::issue::{Code, quote};
use crate::measure::{MeasureFields, MeasureKind};
use crate::time::Cadence;
use crate::wire::{Context, list};

pub(super) fn check_key_result(key_result: &KeyResult, above: Span, every: Option<Cadence>, cx: &mut Context) {
    check_owners(&key_result.owners, cx);
    check_manual_scores(&key_result.manual_scores, cx);
    check_weight_or_share(key_result.weight, key_result.share, cx);
    let span = above.within(key_result.starts, key_result.ends, cx);
    if !cx.is_broken_within("measure") {
        cx.name("measure", |cx| key_result.measure.check(cx, every));
    }
    check_path_order(&key_result.expected_path, cx);
    let mut terms = InForce::new(key_result, span, every, cx);
    for at in in_order(key_result, all_known()) {
        if let Some(amendment) = key_result.amendments.get(at) {
            cx.name("amendments", |cx| {
                cx.index(at, |cx| {
                    if amendment.set == AmendmentSet::default() && !cx.is_broken_within("set") {
                        cx.report_at("set", Code::AmendmentField, "the amendment sets nothing");
                    }
                    cx.name("set", |cx| terms.amend(&amendment.set, cx));
                });
            });
        }
    }
    check_check_ins(key_result, cx);
}

/// Notes points of an expected path whose days do not rise.
fn check_path_order(path: &[PathPoint], cx: &mut Context) {
    cx.name("expected_path", |cx| {
        for (i, pair) in path.windows(2).enumerate() {
            if let [a, b] = pair
                && b.on <= a.on
                && !cx.index(i, |cx| cx.is_lost("on"))
            {
                cx.index(i + 1, |cx| {
                    cx.report_at("on", Code::DateOrder, format!("{} does not come after {} before it", b.on, a.on));
                });
            }
        }
    });
}

/// The terms as amendments leave them one after the other, and what is known of them.
struct InForce<'a> {
    terms: Terms<'a>,
    span: Span,
    every: Option<Cadence>,
    /// `None` where the document does not tell it.
    kind: Option<MeasureKind>,
    /// The fields of the measure whose values the document does not tell: until they are given anew, nothing is said of what
    /// they make together with others.
    unknown: BTreeSet<&'static str>,
    /// Whether the expected path in force fits the measure in force; what was said of it once is not said of every amendment.
    path_fits: bool,
}

impl<'a> InForce<'a> {
    fn new(key_result: &'a KeyResult, span: Span, every: Option<Cadence>, cx: &mut Context) -> Self {
        let kind = key_result.measure.kind();
        let is_known = !cx.name("measure", |cx| cx.is_lost("kind"));
        let is_sound = !cx.is_broken_within("measure");
        let mut in_force = Self {
            terms: Terms::original(key_result),
            span,
            every,
            kind: is_known.then_some(kind),
            unknown: if is_sound { BTreeSet::new() } else { kind.judged_fields().collect() },
            path_fits: true,
        };
        in_force.check_path_fits(IsGiven::No, cx);
        in_force
    }

    /// Puts an amendment into force, and notes what is wrong with it or with what it leads to.
    fn amend(&mut self, set: &'a AmendmentSet, cx: &mut Context) {
        check_weight_or_share(set.weight, set.share, cx);
        check_path_order(set.expected_path.as_deref().unwrap_or_default(), cx);
        self.span = self.span.within(set.starts, set.ends, cx);
        self.terms.amend(set);
        if let (Some(fields), Some(kind)) = (&set.measure, self.kind) {
            self.check_measure(fields, kind, cx);
        }
        if set.expected_path.is_some() {
            self.check_path_fits(IsGiven::Yes, cx);
        } else if set.measure.is_some() {
            self.check_path_fits(IsGiven::No, cx);
        }
    }

    /// Checks the measure after an amendment, as far as it depends on what the amendment gives: a table of ten thousand bands is
    /// not gone through again because its unit changed.
    fn check_measure(&mut self, fields: &MeasureFields, kind: MeasureKind, cx: &mut Context) {
        let is_sound = !cx.is_broken_within("measure");
        cx.name("measure", |cx| {
            let keeps_kind = check_fields(fields, kind, cx);
            let given: Vec<&str> = kind.judged_fields().filter(|name| fields.given().any(|given| given == *name)).collect();
            if is_sound && keeps_kind {
                self.unknown.retain(|name| !given.contains(name));
                if !given.is_empty() && self.unknown.is_empty() {
                    self.terms.measure.check_fields(cx, self.every);
                }
            } else if is_sound {
                self.unknown.extend(given);
            } else {
                self.unknown.extend(kind.judged_fields());
            }
            if let Some(unit) = &fields.unit {
                cx.name("unit", |cx| unit.check(cx));
            }
        });
    }

    fn check_path_fits(&mut self, is_given: IsGiven, cx: &mut Context) {
        let Some(kind) = self.kind else { return };
        if self.unknown.contains("judge") || self.unknown.contains("roll_up") {
            return;
        }
        let fits = self.terms.expected_path.is_empty() || self.terms.measure.takes_path();
        if !fits && (self.path_fits || is_given == IsGiven::Yes) {
            cx.report_at(
                "expected_path",
                Code::MeasureNoPath,
                format!("a measure of kind `{kind}` has no scale for an expected path"),
            );
        }
        self.path_fits = fits;
    }
}

/// Whether an amendment gives a path of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IsGiven {
    Yes,
    No,
}

/// Notes what an amendment of this kind of measure cannot set, and says whether it leaves the kind as it is.
fn check_fields(fields: &MeasureFields, kind: MeasureKind, cx: &mut Context) -> bool {
    let other = fields.kind.as_deref().filter(|word| *word != kind.as_str());
    if let Some(word) = other {
        cx.report_at(
            "kind",
            Code::AmendmentKind,
            format!("the measure is of kind `{kind}` and stays so, found {}", quote(word)),
        );
    }
    for name in fields.given().filter(|name| !kind.fields().contains(name)) {
        cx.report_at(
            name,
            Code::AmendmentField,
            format!("a measure of kind `{kind}` has no `{name}`, it takes {}", list(kind.fields())),
        );
    }
    other.is_none()
}
