//! Steps put into words.

use super::{Say, Step, StepValue, ar, en};
use crate::wire;

wire::words! {
    /// A language that explanations can be put into.
    pub enum Language is "a language" {
        /// English.
        English = "en",
        /// Arabic, to be set from right to left.
        Arabic = "ar",
    }
}

impl Language {
    pub(super) fn sentence(self, say: Say) -> &'static str {
        match self {
            Self::English => en::sentence(say),
            Self::Arabic => ar::sentence(say),
        }
    }

    fn word(self, word: &str) -> &str {
        match self {
            Self::English => en::word(word),
            Self::Arabic => ar::word(word),
        }
    }

    fn value(self, value: &StepValue) -> String {
        match (self, value) {
            // A minus sign before a number, and the parts of a day, would change places in a line that goes from right to left.
            (Self::Arabic, StepValue::Number(number)) if *number < 0.0 => format!("\u{2066}{}\u{2069}", grouped(*number)),
            (Self::Arabic, StepValue::Day(day)) => format!("\u{2066}{day}\u{2069}"),
            (_, StepValue::Number(number)) => grouped(*number),
            (_, StepValue::Word(word)) => self.word(word).to_owned(),
            (Self::English, StepValue::Day(day)) => day.to_string(),
            (_, StepValue::None) => "–".to_owned(),
            (Self::English, StepValue::Text(text)) => format!("`{}`", on_one_line(text)),
            // Isolated, so that a Latin name does not turn the line round it.
            (Self::Arabic, StepValue::Text(text)) => format!("\u{2068}{}\u{2069}", on_one_line(text)),
            (Self::English, StepValue::Expression(text)) => text.clone(),
            (Self::Arabic, StepValue::Expression(text)) => format!("\u{2066}{text}\u{2069}"),
        }
    }
}

/// Text without what would break the line.
fn on_one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

/// A number for people: four decimals at most, thousands apart.
fn grouped(number: f64) -> String {
    let shown = format!("{number:.4}");
    let shown = if shown.contains('.') {
        shown.trim_end_matches('0').trim_end_matches('.')
    } else {
        &shown
    };
    let (sign, digits) = shown.strip_prefix('-').map_or(("", shown), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(if whole == "0" && fraction.is_none() { "" } else { sign });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

fn found<'s>(step: &'s Step, name: &str) -> Option<&'s StepValue> {
    if name == "value" { Some(&step.value) } else { step.input(name) }
}

/// The names of the values that a sentence asks for.
pub(super) fn gaps(sentence: &str) -> impl Iterator<Item = &str> {
    let inner = sentence.split('{').skip(1).map(|after| after.split('}').next().unwrap_or(after));
    inner.map(|gap| gap.split('|').next().unwrap_or(gap))
}

/// A sentence with its gaps filled: `{name}`, or `{name|one|many}` for a number with what it counts.
fn fill(sentence: &str, step: &Step, language: Language, out: &mut String) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (gap, after) = after.split_once('}').unwrap_or((after, ""));
        let mut parts = gap.split('|');
        let value = parts.next().and_then(|name| found(step, name));
        out.push_str(&language.value(value.unwrap_or(&StepValue::None)));
        if let (Some(one), Some(many)) = (parts.next(), parts.next()) {
            let is_one = value.and_then(StepValue::number) == Some(1.0);
            out.extend([" ", if is_one { one } else { many }]);
        }
        rest = after;
    }
    out.push_str(rest);
}

/// One line for the step, then those below it. What stands in brackets is left out where a value in it is missing.
pub(super) fn write(step: &Step, language: Language, depth: usize, out: &mut String) {
    for _ in 0..depth {
        out.push_str("  ");
    }
    let mut rest = language.sentence(step.say);
    while let Some((before, after)) = rest.split_once('[') {
        fill(before, step, language, out);
        let (inner, after) = after.split_once(']').unwrap_or((after, ""));
        if gaps(inner).all(|name| found(step, name).is_some_and(|value| *value != StepValue::None)) {
            fill(inner, step, language, out);
        }
        rest = after;
    }
    fill(rest, step, language, out);
    match (step.formula, step.policy) {
        (None, None) => {}
        (Some(one), None) | (None, Some(one)) => out.extend([" (", one, ")"]),
        (Some(formula), Some(policy)) => out.extend([" (", formula, ", ", policy, ")"]),
    }
    out.push('\n');
    for step in &step.steps {
        write(step, language, depth + 1, out);
    }
}
