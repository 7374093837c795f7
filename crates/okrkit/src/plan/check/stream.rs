//! A plan read objective by objective, so that values nobody asks for need not be kept.

use super::{Around, Gathered};
use crate::document;
use crate::plan::{FormatVersion, Objective, Plan, PlanDocument};
use crate::wire::{Context, Read};

/// Of shorter texts all values are kept: they are little, and are there when somebody asks for them.
const SHORTEST: usize = 1 << 16;

impl Plan {
    /// The plan of a text, in which objectives stay text as far as evaluation asks for nothing but their columns. `None` where the
    /// text is short, and where anything is wrong or merely unusual: then the whole document is to be read, and what is wrong told.
    ///
    /// Objectives are checked by the rules there are, against what stands before them. A text whose teams come after its objectives is
    /// gone over in vain, and one with problems as far as the first of them.
    pub(crate) fn streamed(text: &str) -> Option<Self> {
        if text.len() < SHORTEST {
            return None;
        }
        let (before, list) = text.split_at_checked(end_of_opening(text)?)?;
        // That this is a document shows that the list is the one of its objectives, and none of that name within something else.
        let document = sound(&format!("{before}]}}"))?;
        let cx = &mut Context::default();
        let around = Around::of(&document, cx);
        let mut gathered = Gathered::default();
        let mut rest = Rest(list);
        let mut is_more = !rest.passes(']');
        while is_more {
            let mut objective = Objective::default();
            let text = rest.read(&mut objective, cx)?;
            gathered.add(&around, objective, Some(text), cx);
            if cx.has_issues() {
                return None;
            }
            is_more = rest.passes(',');
            if !is_more && !rest.passes(']') {
                return None;
            }
        }
        let after = rest.0;
        let whole = if rest.passes('}') && rest.is_at_end() {
            None
        } else {
            let whole = sound(&format!("{before}]{after}"))?;
            // No field is given twice, so what the objectives were checked against is the same or was not there yet.
            let is_as_long = |of: fn(&PlanDocument) -> usize| of(&whole) == of(&document);
            let is_same = is_as_long(|it| it.cycles.len()) && is_as_long(|it| it.teams.len()) && is_as_long(|it| it.kpis.len());
            Some(whole).filter(|whole| is_same && whole.profile == document.profile).map(Some)?
        };
        let (head, store) = gathered.finish(&around, whole.as_ref().unwrap_or(&document), cx)?;
        Some(Self::of(head, store, whole.unwrap_or(document)))
    }
}

/// The end of the first `"objectives": [` in a text.
fn end_of_opening(text: &str) -> Option<usize> {
    text.match_indices("\"objectives\"").find_map(|(at, name)| {
        let mut rest = Rest(text.get(at + name.len()..)?);
        (rest.passes(':') && rest.passes('[')).then(|| text.len() - rest.0.len())
    })
}

/// A document without its objectives, if nothing is wrong with it so far.
fn sound(text: &str) -> Option<PlanDocument> {
    let (mut document, mut cx) = (PlanDocument::default(), Context::default());
    let mut rest = Rest(text);
    rest.read(&mut document, &mut cx)?;
    let is_sound = rest.is_at_end() && !cx.has_issues() && document.okrkit == FormatVersion::NEWEST;
    is_sound.then_some(document)
}

/// What of a text has not been read.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    fn pass_space(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn is_at_end(&mut self) -> bool {
        self.pass_space();
        self.0.is_empty()
    }

    /// Goes past a sign, if that is what comes next.
    fn passes(&mut self, sign: char) -> bool {
        self.pass_space();
        let after = self.0.strip_prefix(sign);
        self.0 = after.unwrap_or(self.0);
        after.is_some()
    }

    /// Reads the next value, and gives its text.
    fn read(&mut self, value: &mut dyn Read, cx: &mut Context) -> Option<&'t str> {
        self.pass_space();
        let (text, rest) = self.0.split_at_checked(document::read_first(self.0, value, cx)?)?;
        self.0 = rest;
        Some(text)
    }
}
