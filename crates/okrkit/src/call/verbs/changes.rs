//! Verbs that make another plan of a plan, or tell how plans differ.

use super::{Answer, Call, Done};
use crate::call::answers::{CarryReport, MergeReport, Refused};
use crate::diff::{changes_of, diff};
use crate::kpi::{Aim, Demotion, Promotion, demote, promote};
use crate::merge::{Merged, merge};
use crate::plan::{Healthy, Text};
use crate::review::{CarriedForward, carry_forward};
use crate::wire::{Context, Members, unknown_word};

pub(in crate::call) fn applied(call: &mut Call<'_>) -> Done {
    let edits = call.edits();
    call.plan()?.apply(edits).map(Answer::plan)
}

pub(in crate::call) fn carried(call: &mut Call<'_>) -> Done {
    let (from, to, policy) = (call.text("from"), call.text("to"), call.settings("policy"));
    let carried = carry_forward(call.plan()?, &from, &to, &policy)?;
    let CarriedForward {
        plan,
        copied,
        left,
        left_links,
    } = carried;
    let report = CarryReport {
        copied: &copied,
        left: &left,
        left_links: &left_links,
    };
    Ok(Answer::json(&report).with_plan(Some(plan)))
}

/// `"healthy"`, or `{"target": …}`.
fn aim(text: &str, cx: &mut Context) -> Aim {
    if text.trim_start().starts_with('"') {
        let word: String = crate::wire::read_into(text, cx);
        if word != "healthy" {
            unknown_word(cx, &word, "an aim", &["healthy"]);
        }
        return Aim::Healthy;
    }
    let members = Members::of(text, "an aim, `healthy` or an object with a `target`", &["target"], cx);
    if cx.is_broken_at(&cx.pointer()) {
        return Aim::Healthy;
    }
    Aim::Target(members.required("target", cx))
}

pub(in crate::call) fn promoted(call: &mut Call<'_>) -> Done {
    let (kpi, objective) = (call.text("kpi"), call.text("objective"));
    let terms = Promotion {
        key_result: call.text("key_result"),
        aim: call.with("aim", aim).unwrap_or(Aim::Healthy),
        as_of: call.as_of(),
        title: call.may::<Text>("title"),
        weight: call.may::<f64>("weight"),
    };
    promote(call.plan()?, &kpi, &objective, &terms).map(Answer::plan)
}

pub(in crate::call) fn demoted(call: &mut Call<'_>) -> Done {
    let key_result = call.text("key_result");
    let terms = Demotion {
        kpi: call.may::<String>("kpi"),
        healthy: call.may::<Healthy>("healthy"),
    };
    demote(call.plan()?, &key_result, &terms).map(Answer::plan)
}

pub(in crate::call) fn differ(call: &mut Call<'_>) -> Done {
    let [before, after] = call.given_plans()?;
    Ok(Answer::json(&diff(before, after)))
}

pub(in crate::call) fn differ_in_words(call: &mut Call<'_>) -> Done {
    let [before, after] = call.given_plans()?;
    Ok(Answer::text(diff(before, after).to_string()))
}

pub(in crate::call) fn diff_applied(call: &mut Call<'_>) -> Done {
    let diff = call.with("diff", changes_of).unwrap_or_default();
    diff.apply(call.plan()?).map(Answer::plan)
}

pub(in crate::call) fn merged(call: &mut Call<'_>) -> Done {
    let [base, ours, theirs] = call.given_plans()?;
    let merge = merge(base, ours, theirs);
    let (plan, refused) = match &merge.merged {
        Merged::Plan(plan) => (Some(plan.clone()), None),
        Merged::Refused { document, issues } => (None, Some(Refused { document, issues })),
    };
    let report = MergeReport {
        conflicts: &merge.conflicts,
        refused,
    };
    Ok(Answer::json(&report).with_plan(plan))
}
