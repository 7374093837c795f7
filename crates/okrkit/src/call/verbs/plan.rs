//! Verbs that say how a plan stands.

use super::{Answer, Call, Done};
use crate::align::findings;
use crate::compare::compare;
use crate::document::write;
use crate::kpi::{kpi_status, kpis};
use crate::lint::{LintReport, lint_report, to_sarif, to_text};
use crate::review::close;
use crate::rhythm::{agenda, check_in_slots, discipline, owed, staleness};
use crate::score::evaluate;
use crate::time::Date;
use crate::trend::{TrendDays, trend};
use crate::visibility::{Viewer, is_visible, redact, values_kept};
use crate::wire::{Context, Members, read_into, read_word};

pub(in crate::call) fn written(call: &mut Call<'_>) -> Done {
    Ok(Answer::text(write(call.plan()?)))
}

pub(in crate::call) fn document(call: &mut Call<'_>) -> Done {
    Ok(Answer::json(call.plan()?))
}

pub(in crate::call) fn objective(call: &mut Call<'_>) -> Done {
    let id = call.text("objective");
    Ok(Answer::json(&call.plan()?.objective(&id)))
}

pub(in crate::call) fn key_result(call: &mut Call<'_>) -> Done {
    let id = call.text("key_result");
    Ok(Answer::json(&call.plan()?.key_result(&id)))
}

pub(in crate::call) fn kpi(call: &mut Call<'_>) -> Done {
    let id = call.text("kpi");
    Ok(Answer::json(&call.plan()?.kpi(&id)))
}

pub(in crate::call) fn evaluated(call: &mut Call<'_>) -> Done {
    let (profile, as_of) = (call.profile(), call.as_of());
    let card = evaluate(call.plan()?, &profile, as_of);
    Ok(Answer::default().with_card(&profile.id, card))
}

pub(in crate::call) fn found(call: &mut Call<'_>) -> Done {
    let (profile, as_of) = (call.profile(), call.as_of());
    Ok(Answer::json(&findings(call.plan()?, &profile, as_of)))
}

pub(in crate::call) fn compared(call: &mut Call<'_>) -> Done {
    let (profiles, as_of) = (call.profiles(), call.as_of());
    let comparison = compare(call.plan()?, &profiles, as_of);
    let mut answer = Answer::json(&comparison);
    for (name, card) in comparison.scorecards().iter() {
        answer = answer.with_card(name, card.clone());
    }
    Ok(answer)
}

pub(in crate::call) fn over_time(call: &mut Call<'_>) -> Done {
    let (profile, days) = (call.profile(), call.with("days", days).unwrap_or_default());
    Ok(Answer::json(&trend(call.plan()?, &profile, days)))
}

/// A list of days, or days at a cadence.
fn days(text: &str, cx: &mut Context) -> Vec<Date> {
    if !text.trim_start().starts_with('{') {
        return read_into(text, cx);
    }
    let members = Members::of(text, "days at a cadence", &["from", "to", "every"], cx);
    let (from, to) = (members.required("from", cx), members.required("to", cx));
    let every = match members.text("every") {
        Some(text) => cx.name("every", |cx| read_word(text, cx)),
        None => Some(members.required("every", cx)),
    };
    // Where a day is not known there is no telling how many there would be.
    if cx.has_issues() {
        return Vec::new();
    }
    every.map_or_else(Vec::new, |every| TrendDays::new(from, to, every).into_iter().collect())
}

pub(in crate::call) fn indicator(call: &mut Call<'_>) -> Done {
    let (kpi, as_of) = (call.text("kpi"), call.as_of());
    Ok(Answer::json(&kpi_status(call.plan()?, &kpi, as_of)))
}

pub(in crate::call) fn indicators(call: &mut Call<'_>) -> Done {
    let as_of = call.as_of();
    Ok(Answer::json(&kpis(call.plan()?, as_of)))
}

fn report(call: &mut Call<'_>) -> Result<LintReport, crate::issue::Issues> {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    Ok(lint_report(call.plan()?, &profile, as_of, &policy))
}

pub(in crate::call) fn linted(call: &mut Call<'_>) -> Done {
    report(call).map(|report| Answer::json(&report.findings))
}

pub(in crate::call) fn lint_reported(call: &mut Call<'_>) -> Done {
    report(call).map(|report| Answer::json(&report))
}

pub(in crate::call) fn lint_text(call: &mut Call<'_>) -> Done {
    let text = call.text("text");
    report(call).map(|report| Answer::text(to_text(&report, &text)))
}

pub(in crate::call) fn lint_sarif(call: &mut Call<'_>) -> Done {
    let (uri, text) = (call.text("uri"), call.text("text"));
    report(call).map(|report| Answer::text(to_sarif(&report, &uri, &text)))
}

pub(in crate::call) fn closed(call: &mut Call<'_>) -> Done {
    let (cycle, profile, as_of, policy) = (call.text("cycle"), call.profile(), call.as_of(), call.settings("policy"));
    Ok(Answer::json(&close(call.plan()?, &profile, &cycle, as_of, &policy)))
}

pub(in crate::call) fn meeting(call: &mut Call<'_>) -> Done {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    let kind = call.word("kind").unwrap_or_default();
    Ok(Answer::json(&agenda(call.plan()?, &profile, as_of, kind, &policy)))
}

pub(in crate::call) fn slots(call: &mut Call<'_>) -> Done {
    let (key_result, as_of) = (call.text("key_result"), call.as_of());
    Ok(Answer::json(&check_in_slots(call.plan()?, &key_result, as_of)))
}

pub(in crate::call) fn kept(call: &mut Call<'_>) -> Done {
    let as_of = call.as_of();
    Ok(Answer::json(&discipline(call.plan()?, as_of)))
}

pub(in crate::call) fn due(call: &mut Call<'_>) -> Done {
    let as_of = call.as_of();
    Ok(Answer::json(&owed(call.plan()?, as_of)))
}

pub(in crate::call) fn stale(call: &mut Call<'_>) -> Done {
    let (as_of, policy) = (call.as_of(), call.settings("policy"));
    Ok(Answer::json(&staleness(call.plan()?, as_of, &policy)))
}

fn viewer(text: &str, cx: &mut Context) -> Viewer {
    let members = Members::of(text, "a viewer", &["who", "teams"], cx);
    Viewer {
        who: members.optional("who", cx),
        teams: members.optional("teams", cx).unwrap_or_default(),
    }
}

pub(in crate::call) fn redacted(call: &mut Call<'_>) -> Done {
    let (viewer, policy) = (call.with("viewer", viewer).unwrap_or_default(), call.settings("policy"));
    redact(call.plan()?, &viewer, &policy).map(Answer::plan)
}

pub(in crate::call) fn visible(call: &mut Call<'_>) -> Done {
    let (id, viewer, policy) = (call.text("objective"), call.with("viewer", viewer).unwrap_or_default(), call.settings("policy"));
    let plan = call.plan()?;
    let found = plan.objective(&id);
    Ok(Answer::json(&found.map(|objective| is_visible(plan, objective, &viewer, &policy))))
}

pub(in crate::call) fn values_left(call: &mut Call<'_>) -> Done {
    let (viewer, policy) = (call.with("viewer", viewer).unwrap_or_default(), call.settings("policy"));
    Ok(Answer::json(&values_kept(call.plan()?, &viewer, &policy)?))
}
