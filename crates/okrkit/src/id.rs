//! Ids: 1 to 128 Unicode scalars, no white space at the ends, no control characters, compared code point by code point.

use crate::issue::{Code, quote};
use crate::wire::Context;

/// The longest an id may be, in Unicode scalars.
pub const MAX_ID_CHARS: usize = 128;

/// Notes what is wrong with an id, if anything is.
pub(crate) fn check(cx: &mut Context, member: &'static str, id: &str) {
    let wrong = if id.is_empty() {
        "is empty".to_owned()
    } else if id.chars().nth(MAX_ID_CHARS).is_some() {
        format!("{} is longer than {MAX_ID_CHARS} characters", quote(id))
    } else if id.starts_with(char::is_whitespace) || id.ends_with(char::is_whitespace) {
        format!("{} has white space at an end", quote(id))
    } else if id.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        // Category Cc, and the only members of Zl and Zp.
        format!("{} holds a control character or line separator", quote(id))
    } else {
        return;
    };
    cx.report_at(member, Code::IdInvalid, format!("the id {wrong}"));
}
