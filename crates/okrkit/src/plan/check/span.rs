//! First and last days, as far as they are known.

use crate::issue::Code;
use crate::time::Date;
use crate::wire::Context;

/// The days on which a node begins and ends. What a broken document does not tell is `None`, and nothing is judged by it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    pub(super) starts: Option<Date>,
    pub(super) ends: Option<Date>,
}

impl Span {
    /// The span of what lies at the present place: its own dates, else those of this one. Dates out of order are noted, at its
    /// own date where it gave one.
    pub(super) fn within(self, starts: Option<Date>, ends: Option<Date>, cx: &mut Context) -> Self {
        let own = |member, date: Option<Date>, above| if cx.is_broken_within(member) { None } else { date.or(above) };
        let span = Self {
            starts: own("starts", starts, self.starts),
            ends: own("ends", ends, self.ends),
        };
        match (span.starts, span.ends) {
            (Some(first), Some(last)) if last < first => {
                // Where neither is its own, what it takes them from is wrong and says so.
                if starts.is_some() || ends.is_some() {
                    let member = if ends.is_some() { "ends" } else { "starts" };
                    cx.report_at(member, Code::DateOrder, format!("it would start on {first} and end on {last}"));
                }
                // Which of the two is wrong is not known, so what takes its dates from here is not judged by them.
                Self::default()
            }
            _ => span,
        }
    }
}
