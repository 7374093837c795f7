//! The same document in other texts.

use std::fmt::Write as _;

use serde_json::Value;

use super::Tape;

/// A text of a document, spelt in one of many ways: with space or without, letters escaped, members in another order, whole numbers
/// with an exponent.
pub(crate) fn spelt(value: &Value, tape: &mut Tape) -> String {
    let mut out = String::new();
    put(&mut out, value, tape);
    out
}

/// The same text, so long that a plan keeps it.
pub(crate) fn long(text: &str) -> String {
    text.to_owned() + &" \n".repeat(1 << 15)
}

fn space(out: &mut String, tape: &mut Tape) {
    if tape.chance(10) {
        out.push_str(tape.pick(&[" ", "\n", "\r\n\t", "  "]));
    }
}

fn put(out: &mut String, value: &Value, tape: &mut Tape) {
    space(out, tape);
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            if tape.chance(15) {
                members.reverse();
            }
            list(out, tape, ['{', '}'], &members, |out, (name, value), tape| {
                put_text(out, name, tape);
                space(out, tape);
                out.push(':');
                put(out, value, tape);
            });
        }
        Value::Array(items) => list(out, tape, ['[', ']'], items, put),
        Value::String(text) => put_text(out, text, tape),
        Value::Number(number) => {
            write!(out, "{number}").unwrap();
            if number.is_i64() && tape.chance(20) {
                out.push_str(tape.pick(&["e0", ".0", "E+00"]));
            }
        }
        Value::Null | Value::Bool(_) => write!(out, "{value}").unwrap(),
    }
    space(out, tape);
}

fn list<T>(out: &mut String, tape: &mut Tape, [open, close]: [char; 2], items: &[T], mut put: impl FnMut(&mut String, &T, &mut Tape)) {
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        space(out, tape);
        put(out, item, tape);
    }
    space(out, tape);
    out.push(close);
}

fn put_text(out: &mut String, text: &str, tape: &mut Tape) {
    let mut units = [0; 2];
    out.push('"');
    for c in text.chars() {
        if c < ' ' || matches!(c, '"' | '\\') || tape.chance(5) {
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}").unwrap();
            }
        } else {
            out.push(c);
        }
    }
    out.push('"');
}
