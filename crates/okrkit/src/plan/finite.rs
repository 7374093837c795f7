//! Numbers that no text can hold: a plan built in Rust may carry NaN and infinities, a document cannot.

use super::{CheckIn, Due, Figures, Healthy, KeyResult, Kpi, PathPoint, PlanDocument};
use crate::issue::Code;
use crate::measure::MeasureFields;
use crate::wire::{Context, Nullable};

fn number(cx: &mut Context, member: &'static str, value: Option<f64>) {
    if let Some(value) = value.filter(|value| !value.is_finite()) {
        cx.report_at(member, Code::NumberRange, format!("`{member}` must be a finite number, found `{value}`"));
    }
}

fn each<T>(cx: &mut Context, member: &'static str, items: &[T], check: impl Fn(&mut Context, &T)) {
    cx.name(member, |cx| {
        for (i, item) in items.iter().enumerate() {
            cx.index(i, |cx| check(cx, item));
        }
    });
}

fn path(cx: &mut Context, points: &[PathPoint]) {
    each(cx, "expected_path", points, |cx, point| number(cx, "value", Some(point.value)));
}

fn figures(cx: &mut Context, value: Option<f64>, met: Option<f64>, of: Option<f64>) {
    number(cx, "value", value);
    number(cx, "met", met);
    number(cx, "of", of);
}

fn measure(cx: &mut Context, fields: &MeasureFields) {
    let numbers = [
        ("start", fields.start.and_then(|Nullable(start)| start)),
        ("target", fields.target),
        ("baseline", fields.baseline.and_then(|Nullable(baseline)| baseline)),
        ("percent", fields.percent),
        ("amount", fields.amount),
        ("above", fields.above),
        ("at_least", fields.at_least),
        ("below", fields.below),
        ("at_most", fields.at_most),
        ("tolerance", fields.tolerance),
        ("commit", fields.commit),
        ("stretch", fields.stretch),
        ("count", fields.count),
        ("each_at_least", fields.each_at_least),
    ];
    for (member, value) in numbers {
        number(cx, member, value);
    }
    each(cx, "points", fields.points.as_deref().unwrap_or_default(), |cx, point| {
        if !(point.value.is_finite() && point.score.is_finite()) {
            cx.report(Code::NumberRange, "a point must be two finite numbers");
        }
    });
    each(cx, "steps", fields.steps.as_deref().unwrap_or_default(), |cx, step| {
        number(cx, "weight", step.weight);
    });
    for (name, part) in fields.parts.iter().flatten() {
        cx.name("parts", |cx| cx.key(name, |cx| measure(cx, &part.clone().into_fields())));
    }
}

pub(super) fn check_in(cx: &mut Context, check_in: &CheckIn) {
    figures(cx, check_in.value, check_in.met, check_in.of);
    number(cx, "confidence", check_in.confidence);
    for (name, &Figures { value, met, of, .. }) in &check_in.parts {
        cx.name("parts", |cx| cx.key(name, |cx| figures(cx, value, met, of)));
    }
}

fn key_result(cx: &mut Context, key_result: &KeyResult) {
    number(cx, "weight", key_result.weight);
    number(cx, "share", key_result.share);
    cx.name("measure", |cx| measure(cx, &key_result.measure.clone().into_fields()));
    path(cx, &key_result.expected_path);
    each(cx, "owners", &key_result.owners, |cx, owner| number(cx, "share", owner.share));
    each(cx, "manual_scores", &key_result.manual_scores, |cx, score| {
        number(cx, "value", Some(score.value));
    });
    due(cx, key_result.check_in_due.as_ref());
    each(cx, "check_ins", &key_result.check_ins, check_in);
    each(cx, "amendments", &key_result.amendments, |cx, amendment| {
        cx.name("set", |cx| {
            number(cx, "weight", amendment.set.weight);
            number(cx, "share", amendment.set.share);
            path(cx, amendment.set.expected_path.as_deref().unwrap_or_default());
            if let Some(fields) = &amendment.set.measure {
                cx.name("measure", |cx| measure(cx, fields));
            }
        });
    });
}

fn due(cx: &mut Context, due: Option<&Due>) {
    if let Some(due) = due {
        cx.name("check_in_due", |cx| {
            number(cx, "day", due.day);
            number(cx, "grace_days", Some(due.grace_days));
        });
    }
}

fn kpi(cx: &mut Context, kpi: &Kpi) {
    each(cx, "owners", &kpi.owners, |cx, owner| number(cx, "share", owner.share));
    cx.name("healthy", |cx| {
        let Healthy {
            above,
            at_least,
            below,
            at_most,
            ..
        } = kpi.healthy;
        for (member, bound) in [("above", above), ("at_least", at_least), ("below", below), ("at_most", at_most)] {
            number(cx, member, bound);
        }
    });
    each(cx, "readings", &kpi.readings, |cx, reading| number(cx, "value", Some(reading.value)));
}

/// Notes every number of a document that is not finite.
pub(super) fn check(document: &PlanDocument, cx: &mut Context) {
    each(cx, "cycles", &document.cycles, |cx, cycle| due(cx, cycle.check_in_due.as_ref()));
    each(cx, "teams", &document.teams, |cx, team| due(cx, team.check_in_due.as_ref()));
    each(cx, "kpis", &document.kpis, kpi);
    each(cx, "objectives", &document.objectives, |cx, objective| {
        each(cx, "owners", &objective.owners, |cx, owner| number(cx, "share", owner.share));
        each(cx, "manual_scores", &objective.manual_scores, |cx, score| {
            number(cx, "value", Some(score.value));
        });
        each(cx, "key_results", &objective.key_results, key_result);
    });
    each(cx, "links", &document.links, |cx, link| number(cx, "weight", link.weight));
}
