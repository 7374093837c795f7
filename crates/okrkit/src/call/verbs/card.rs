//! Verbs that ask a scorecard.

use std::collections::BTreeMap;

use super::{Answer, Call, Done};
use crate::explain::{Figure, Language, Subject, explain};
use crate::score::{Group, GroupBy};
use crate::wire::{Context, Members, missing, read_into};

pub(in crate::call) fn whole(call: &mut Call<'_>) -> Done {
    Ok(Answer::json(call.card()?))
}

pub(in crate::call) fn node(call: &mut Call<'_>) -> Done {
    let id = call.text("node");
    Ok(Answer::json(&call.card()?.node(&id)))
}

pub(in crate::call) fn objective(call: &mut Call<'_>) -> Done {
    let id = call.text("objective");
    Ok(Answer::json(&call.card()?.objective(&id)))
}

pub(in crate::call) fn key_result(call: &mut Call<'_>) -> Done {
    let id = call.text("key_result");
    Ok(Answer::json(&call.card()?.key_result(&id)))
}

pub(in crate::call) fn objectives(call: &mut Call<'_>) -> Done {
    let ids = call.may::<Vec<String>>("objectives");
    let card = call.card()?;
    let ids: Vec<&str> = match &ids {
        Some(ids) => ids.iter().map(String::as_str).collect(),
        None => card.plan().objective_ids().collect(),
    };
    let scores: BTreeMap<&str, _> = ids.into_iter().map(|id| (id, card.objective(id))).collect();
    Ok(Answer::json(&scores))
}

pub(in crate::call) fn key_results(call: &mut Call<'_>) -> Done {
    let ids = call.may::<Vec<String>>("key_results");
    let card = call.card()?;
    let ids: Vec<&str> = match &ids {
        Some(ids) => ids.iter().map(String::as_str).collect(),
        None => card.plan().key_result_ids().collect(),
    };
    let scores: BTreeMap<&str, _> = ids.into_iter().map(|id| (id, card.key_result(id))).collect();
    Ok(Answer::json(&scores))
}

pub(in crate::call) fn groups(call: &mut Call<'_>) -> Done {
    let by = call.text("by");
    Ok(Answer::json(&call.card()?.group_by(&GroupBy::named(&by))))
}

pub(in crate::call) fn group_bys(call: &mut Call<'_>) -> Done {
    let names: Vec<String> = call.card()?.group_bys().iter().map(GroupBy::name).collect();
    Ok(Answer::json(&names))
}

pub(in crate::call) fn total(call: &mut Call<'_>) -> Done {
    Ok(Answer::json(&call.card()?.total()))
}

pub(in crate::call) fn findings(call: &mut Call<'_>) -> Done {
    Ok(Answer::json(&call.card()?.findings()))
}

/// The id of a node, or a group: `{"by": "team", "of": "gulf"}`, `{"by": "total"}`.
fn subject(text: &str, cx: &mut Context) -> Subject {
    if !text.trim_start().starts_with('{') {
        return Subject::Node(read_into(text, cx));
    }
    let members = Members::of(text, "a group", &["by", "of"], cx);
    let (by, of): (String, Option<String>) = (members.required("by", cx), members.optional("of", cx));
    Subject::Group(match of {
        Some(of) => Group::Of(GroupBy::named(&by), of),
        None if by == "total" || by.is_empty() => Group::Total,
        None => {
            missing(cx, "of");
            Group::Total
        }
    })
}

pub(in crate::call) fn explained(call: &mut Call<'_>) -> Done {
    let subject = call.with("subject", subject).unwrap_or_else(|| Subject::Node(String::new()));
    let (figure, language) = (call.word::<Figure>("figure").unwrap_or_default(), call.word::<Language>("language"));
    let explanation = explain(call.card()?, &subject, figure);
    Ok(Answer {
        text: explanation.as_ref().zip(language).map(|(explanation, language)| explanation.to_text(language)),
        ..Answer::json(&explanation)
    })
}
