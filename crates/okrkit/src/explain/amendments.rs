//! What amendments changed.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Say, Step, StepValue, Why};
use crate::plan::{Amendment, PathPoint, Terms, in_order};
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

/// The terms as fields with values, in the order they are told.
type Fields = BTreeMap<String, StepValue>;

impl Why<'_> {
    /// The amendments in force that changed what is asked about, in the order they came into force, each with what it changed.
    pub(super) fn amendments(&self, at: usize, about: About) -> Vec<Step> {
        let Some((frame, within)) = self.sheet.place(at) else { return Vec::new() };
        let Some(key_result) = frame.objective.key_results.get(within) else {
            return Vec::new();
        };
        if key_result.amendments.is_empty() {
            return Vec::new();
        }
        let mut terms = Terms::original(key_result);
        let mut before = fields(&terms, frame.period, about);
        let mut steps = Vec::new();
        for amendment in in_order(key_result, self.sheet.as_of) {
            let Some(amendment) = key_result.amendments.get(amendment) else { continue };
            terms.amend(&amendment.set);
            // What it does not set stays as it is.
            if !sets(amendment, about) {
                continue;
            }
            let after = fields(&terms, frame.period, about);
            let changes = changes(&before, &after);
            if !changes.is_empty() {
                let step = Step::new(Say::Amended, StepValue::None)
                    .with("on", amendment.on)
                    .with("by", amendment.by.clone());
                steps.push(step.with("reason", amendment.reason.clone()).steps(changes));
            }
            before = after;
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

const fn sets(amendment: &Amendment, about: About) -> bool {
    let set = &amendment.set;
    match about {
        About::Measure => set.measure.is_some(),
        About::Expected => set.starts.is_some() || set.ends.is_some() || set.expected_path.is_some(),
        About::Part => set.weight.is_some() || set.share.is_some(),
    }
}

fn changes(before: &Fields, after: &Fields) -> Vec<Step> {
    let added = after.keys().filter(|name| !before.contains_key(*name));
    let names = before.keys().chain(added);
    let not_given = || StepValue::Word("not_given");
    let changed = names.filter(|name| before.get(*name) != after.get(*name)).map(|name| {
        let (from, to) = (before.get(name).cloned(), after.get(name).cloned());
        Step::new(Say::Changed, to.unwrap_or_else(not_given))
            .with("field", name.clone())
            .with("from", from.unwrap_or_else(not_given))
    });
    changed.collect()
}

fn fields(terms: &Terms<'_>, period: (Date, Date), about: About) -> Fields {
    let mut out = Fields::new();
    match about {
        About::Measure => {
            let measure = serde_json::to_value(&*terms.measure).unwrap_or_default();
            flatten(String::new(), &measure, &mut out);
        }
        About::Expected => {
            let (starts, ends) = terms.period(period);
            out.extend([("starts".to_owned(), starts.into()), ("ends".to_owned(), ends.into())]);
            if !terms.expected_path.is_empty() {
                out.insert("expected_path".to_owned(), path(terms.expected_path));
            }
        }
        About::Part => match terms.share {
            Some(share) => drop(out.insert("share".to_owned(), share.into())),
            None => drop(out.insert("weight".to_owned(), terms.weight.unwrap_or(1.0).into())),
        },
    }
    out
}

fn path(points: &[PathPoint]) -> StepValue {
    let points: Vec<String> = points.iter().map(|point| format!("{}: {}", point.on, point.value)).collect();
    StepValue::Expression(points.join(", "))
}

/// A measure as fields: those of what it is made of by the names on the way to them, steps by their ids.
fn flatten(name: String, value: &Value, out: &mut Fields) {
    let below = |inner: &str| if name.is_empty() { inner.to_owned() } else { format!("{name}.{inner}") };
    let found = match value {
        Value::Null => return,
        Value::Bool(value) => super::status::yes_or_no(*value).into(),
        Value::Number(number) => number.as_f64().into(),
        Value::String(text) => text.clone().into(),
        Value::Object(members) => {
            // Data of one's own is no term, and the kind of a measure stays.
            for (member, value) in members.iter().filter(|(member, _)| *member != "ext" && !(name.is_empty() && *member == "kind")) {
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
