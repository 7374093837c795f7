//! How answers are written.

use std::fmt::Write;

use okrkit::Issues;
use okrkit::call::Answer;

use crate::kept::{Kept, keep};

/// An answer as JSON, with numbers in the place of plans and scorecards.
pub(crate) fn written(made: Result<Answer, Issues>) -> String {
    match made {
        Ok(answer) => of_answer(answer),
        Err(issues) => format!("{{\"issues\":{}}}", json(&issues)),
    }
}

fn of_answer(answer: Answer) -> String {
    let mut out = String::from("{");
    if let Some(plan) = answer.plan {
        member(&mut out, "plan", &keep(Kept::Plan(plan)).to_string());
    }
    if !answer.scorecards.is_empty() {
        let mut cards = String::from("{");
        for (name, card) in answer.scorecards {
            let number = keep(Kept::Scorecard(card)).to_string();
            let separator = if cards.len() > 1 { "," } else { "" };
            // Writing into a string cannot fail.
            _ = write!(cards, "{separator}{}:{number}", json(&name));
        }
        cards.push('}');
        member(&mut out, "scorecards", &cards);
    }
    if let Some(text) = answer.text {
        member(&mut out, "text", &json(&text));
    }
    if let Some(value) = answer.json {
        member(&mut out, "json", &value);
    }
    out.push('}');
    out
}

fn member(out: &mut String, name: &str, value: &str) {
    if out.len() > 1 {
        out.push(',');
    }
    out.push('"');
    out.push_str(name);
    out.push_str("\":");
    out.push_str(value);
}

pub(crate) fn json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
