//! Documents gone wrong: plans with something changed at random, and texts that are hardly documents.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Json, Tape, plans, tapes};

/// A number beyond the doubles cannot be held by a [`Value`]; this text stands for one until it is written.
const BEYOND: &str = "«1e999»";

/// A document with some mistakes in it, and its text.
#[derive(Debug, Clone)]
pub(crate) struct Mutated {
    pub(crate) document: Json,
    pub(crate) text: String,
}

/// Plans with one to four mistakes (some of which happen to be none).
pub(crate) fn mutated() -> impl Strategy<Value = Mutated> {
    (tapes(900), tapes(40)).prop_map(|(mut plan, mut tape)| {
        let mut document = plans::case(&mut plan).plan.0;
        for _ in 0..=tape.below(4) {
            mutate(&mut document, &mut tape);
        }
        let text = document.to_string().replace(&format!("\"{BEYOND}\""), "1e999");
        Mutated {
            document: Json(document),
            text,
        }
    })
}

/// Plans, some of whose numbers and dates lie at the ends of what they can be.
pub(crate) fn extreme() -> impl Strategy<Value = Json> {
    (tapes(900), tapes(60)).prop_map(|(mut plan, mut tape)| {
        let mut document = plans::case(&mut plan).plan.0;
        exaggerate(&mut document, &mut tape);
        Json(document)
    })
}

const ENDS: &[f64] = &[
    f64::MAX,
    f64::MIN,
    1e308,
    -1e300,
    f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    0.0,
    1.0,
    9_007_199_254_740_993.0,
];

fn exaggerate(value: &mut Value, tape: &mut Tape) {
    match value {
        Value::Object(members) => {
            for (_, inner) in members
                .iter_mut()
                .filter(|(name, _)| !matches!(name.as_str(), "okrkit" | "confidence" | "share" | "manual_scores"))
            {
                exaggerate(inner, tape);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| exaggerate(item, tape)),
        Value::Number(_) if tape.chance(30) => *value = tape.pick(ENDS).into(),
        Value::String(text) if text.parse::<okrkit::Date>().is_ok() && tape.chance(10) => {
            *value = tape.pick(&["0001-01-01", "9999-12-31", "2024-02-29"]).into();
        }
        _ => {}
    }
}

/// Texts of plans with pieces cut out, doubled and put in. Most are no JSON.
pub(crate) fn mangled() -> impl Strategy<Value = Vec<u8>> {
    (tapes(150), tapes(30)).prop_map(|(mut plan, mut tape)| {
        let mut bytes = plans::case(&mut plan).plan.to_string().into_bytes();
        for _ in 0..=tape.below(5) {
            let at = tape.below(bytes.len() + 1);
            let to = (at + tape.below(30)).min(bytes.len());
            let piece: Vec<u8> = bytes[at..to].to_vec();
            match tape.below(4) {
                0 => drop(bytes.drain(at..to)),
                1 => drop(bytes.splice(at..at, piece)),
                2 => drop(bytes.splice(at..at, tape.pick(PIECES).bytes())),
                _ => bytes.insert(at, tape.next().to_le_bytes()[0]),
            }
        }
        bytes
    })
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\ud800",
    "\u{0}",
    "1e999",
    "-",
    "null",
    "\"id\":\"x\",",
    "\u{feff}",
    "[[[[[[[[",
    "//",
    "NaN",
    "\n",
];

/// Any JSON, with the names of the format now and then.
pub(crate) fn json_texts() -> impl Strategy<Value = String> {
    tapes(60).prop_map(|mut tape| any_value(&mut tape, 4).to_string())
}

const NAMES: &[&str] = &[
    "id",
    "okrkit",
    "cycles",
    "objectives",
    "measure",
    "kind",
    "value",
    "a/b",
    "m~n",
    "",
    "weight",
    "on",
    "ext",
    "unknown",
    "starts",
    "check_ins",
    "ends",
    "start",
    "share",
    "target",
    "confidence",
    "parent",
    "child",
    "cycle",
    "team",
    "unit",
    "steps",
    "parts",
    "set",
    "stage",
    "reading",
    "replaces",
];

fn any_value(tape: &mut Tape, depth: usize) -> Value {
    match tape.below(if depth == 0 { 10 } else { 12 }) {
        0 => Value::Null,
        1 => json!({}),
        2 => json!([]),
        3 => json!(true),
        4 => json!(tape.number(-3, 3)),
        5 => json!(-1),
        6 => json!(1e308),
        7 => tape
            .pick(&[
                "",
                "x",
                "2026-02-30",
                "2026-03-01",
                " o0",
                "o0",
                "metric",
                "\u{0}\n",
                BEYOND,
                "quarter",
                "o1k0",
                "١",
            ])
            .into(),
        8 => json!("و".repeat(129)),
        9 => json!(u64::MAX),
        10 => Value::Array((0..tape.below(4)).map(|_| any_value(tape, depth - 1)).collect()),
        _ => Value::Object((0..tape.below(5)).map(|_| (tape.pick(NAMES).to_owned(), any_value(tape, depth - 1))).collect()),
    }
}

/// Goes down into the document at random, and changes what it finds there.
fn mutate(value: &mut Value, tape: &mut Tape) {
    let n_inner = match value {
        Value::Object(members) => members.len(),
        Value::Array(items) => items.len(),
        _ => 0,
    };
    if n_inner > 0 && !tape.chance(25) {
        let at = tape.below(n_inner);
        let inner = match value {
            Value::Object(members) => members.values_mut().nth(at),
            Value::Array(items) => items.get_mut(at),
            _ => None,
        };
        return mutate(inner.unwrap(), tape);
    }
    let at = tape.below(n_inner);
    match value {
        Value::Object(members) if tape.chance(70) => {
            let name = members.keys().nth(at).cloned();
            match (tape.below(4), name) {
                (0, Some(name)) => drop(members.shift_remove(&name)),
                (1, Some(name)) => {
                    let moved = members.shift_remove(&name).unwrap();
                    members.insert(format!("{name}s"), moved);
                }
                (2, Some(name)) => drop(members.insert(name, any_value(tape, 1))),
                _ => drop(members.insert(tape.pick(NAMES).to_owned(), any_value(tape, 1))),
            }
        }
        Value::Array(items) if tape.chance(70) && !items.is_empty() => match tape.below(3) {
            0 => drop(items.remove(at)),
            1 => items.insert(at, items[at].clone()),
            _ => items.reverse(),
        },
        _ => *value = any_value(tape, 2),
    }
}
