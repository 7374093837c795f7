//! What amendments changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Say, Step, StepValue, Why};
use crate::measure::Measure;
use crate::plan::{AmendmentSet, PathPoint, Terms, in_order};
use crate::profile::Goalposts;
use crate::time::Date;

/// Which of the terms an amendment is told for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The measure.
    Measure,
    /// Dates and expected path.
    Expected,
    /// Weight and share.
    Part,
}

/// An object as it is written.
type Members = Map<String, Value>;

/// Fields with values, in the order they are told.
type Fields = BTreeMap<String, StepValue>;

impl Why<'_> {
    /// The amendments in force that changed what is asked about, in the order they came into force, each with what it changed.
    pub(super) fn amendments(&self, at: usize, about: About) -> Vec<Step> {
        let Some((frame, within)) = self.sheet.place(at) else { return Vec::new() };
        let Some(key_result) = frame.objective().and_then(|objective| objective.key_results.get(within)) else {
            return Vec::new();
        };
        if key_result.amendments.is_empty() {
            return Vec::new();
        }
        let mut terms = Terms::original(key_result);
        let mut measure = if about == About::Measure {
            as_fields(&key_result.measure)
        } else {
            Members::new()
        };
        let mut steps = Vec::new();
        for amendment in in_order(key_result, self.sheet.as_of) {
            let Some(amendment) = key_result.amendments.get(amendment) else { continue };
            let changes = match about {
                About::Measure => replaced(&mut measure, &amendment.set),
                About::Expected => moved(&terms, &amendment.set, frame.period),
                About::Part => weighed(&terms, &amendment.set),
            };
            terms.amend(&amendment.set);
            if !changes.is_empty() {
                let step = Step::new(Say::Amended, StepValue::None)
                    .with("on", amendment.on)
                    .with("by", amendment.by.clone());
                steps.push(step.with("reason", amendment.reason.clone()).steps(changes));
            }
        }
        if !steps.is_empty() && about != About::Part {
            steps.extend(self.original(at, about));
        }
        steps
    }

    /// What the original terms have to do with the figure: it is judged by them, or they would give another.
    fn original(&self, at: usize, about: About) -> Option<Step> {
        if self.sheet.profile.goalposts == Goalposts::Original {
            return Some(Step::new(Say::OriginalTerms, StepValue::None).by("goalposts"));
        }
        if about != About::Measure {
            return None;
        }
        let original = self.sheet.reading_and_original(at)?.1?;
        let says_something = original.progress.is_some() || original.target.is_some();
        says_something.then(|| Step::new(Say::Original, original.progress).with("target", original.target))
    }
}

/// A field with what it was and what it became, where these differ.
fn changed(field: impl Into<String>, from: Option<StepValue>, to: Option<StepValue>) -> Option<Step> {
    let or_not_given = |value: Option<StepValue>| value.unwrap_or(StepValue::Word("not_given"));
    let differs = from != to;
    differs.then(|| {
        Step::new(Say::Changed, or_not_given(to))
            .with("field", field.into())
            .with("from", or_not_given(from))
    })
}

/// The fields of a measure, its defaults among them.
fn as_fields(measure: &Measure) -> Members {
    match serde_json::to_value(measure.clone().into_fields()) {
        Ok(Value::Object(members)) => members,
        _ => Members::new(),
    }
}

/// Puts into a measure what an amendment sets of it, and says what that changed. Of the rest nothing is looked at, so that many
/// amendments of a long measure take no longer than they are written.
fn replaced(measure: &mut Members, set: &AmendmentSet) -> Vec<Step> {
    let Some(Ok(Value::Object(mut fields))) = set.measure.as_ref().map(serde_json::to_value) else {
        return Vec::new();
    };
    // One of the two given alone takes the other away.
    for [one, other] in [["percent", "amount"], ["amount", "percent"]] {
        if fields.get(one).is_some_and(Value::is_number) && measure.contains_key(other) && !fields.contains_key(other) {
            fields.insert(other.to_owned(), Value::Null);
        }
    }
    let mut changes = Vec::new();
    // The kind stays, data of one's own is no term, and nothing that is known becomes unknown again.
    for (name, value) in fields.into_iter().filter(|(name, _)| !matches!(name.as_str(), "kind" | "ext")) {
        if value.is_null() && matches!(name.as_str(), "start" | "baseline") {
            continue;
        }
        let (mut before, mut after) = (Fields::new(), Fields::new());
        flatten(name.clone(), measure.get(&name).unwrap_or(&Value::Null), &mut before);
        flatten(name.clone(), &value, &mut after);
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        changes.extend(
            names
                .into_iter()
                .filter_map(|name| changed(name, before.get(name).cloned(), after.get(name).cloned())),
        );
        measure.insert(name, value);
    }
    changes
}

/// What an amendment changes of the dates and the expected path.
fn moved(terms: &Terms<'_>, set: &AmendmentSet, period: (Date, Date)) -> Vec<Step> {
    let (starts, ends) = terms.period(period);
    let dates = [("starts", starts, set.starts), ("ends", ends, set.ends)];
    let dates = dates
        .into_iter()
        .filter_map(|(name, from, to)| changed(name, Some(from.into()), Some(to?.into())));
    let path = set
        .expected_path
        .as_ref()
        .and_then(|to| changed("expected_path", path(terms.expected_path), path(to)));
    dates.chain(path).collect()
}

/// What an amendment changes of weight and share, of which one is given.
fn weighed(terms: &Terms<'_>, set: &AmendmentSet) -> Vec<Step> {
    if set.weight.is_none() && set.share.is_none() {
        return Vec::new();
    }
    let part = |weight: Option<f64>, share: Option<f64>| (share.is_none().then(|| weight.unwrap_or(1.0).into()), share.map(StepValue::from));
    let (from, to) = (part(terms.weight, terms.share), part(set.weight, set.share));
    [changed("weight", from.0, to.0), changed("share", from.1, to.1)]
        .into_iter()
        .flatten()
        .collect()
}

fn path(points: &[PathPoint]) -> Option<StepValue> {
    let points: Vec<String> = points.iter().map(|point| format!("{}: {}", point.on, point.value)).collect();
    (!points.is_empty()).then(|| StepValue::Expression(points.join(", ")))
}

/// A field of a measure as those it is made of, by the names on the way to them; steps by their ids.
fn flatten(name: String, value: &Value, out: &mut Fields) {
    let below = |inner: &str| format!("{name}.{inner}");
    let found = match value {
        Value::Null => return,
        Value::Bool(value) => super::status::yes_or_no(*value).into(),
        Value::Number(number) => number.as_f64().into(),
        Value::String(text) => text.clone().into(),
        Value::Object(members) => {
            for (member, value) in members.iter().filter(|(member, _)| *member != "ext") {
                flatten(below(member), value, out);
            }
            return;
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for item in items {
                let inner = below(item.get("id").and_then(Value::as_str).unwrap_or_default());
                out.insert(format!("{inner}.weight"), 1.0.into());
                let members = item.as_object().into_iter().flatten().filter(|(member, _)| *member != "id" && *member != "ext");
                for (member, value) in members {
                    flatten(format!("{inner}.{member}"), value, out);
                }
            }
            return;
        }
        Value::Array(_) => StepValue::Expression(value.to_string()),
    };
    out.insert(name, found);
}
