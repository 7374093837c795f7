//! What answers hold beside plans and scorecards, where the function's own type holds those too.

use serde::Serialize;

use super::Answer;
use crate::issue::{Code, Issues};
use crate::merge::Conflict;
use crate::plan::{Plan, PlanDocument};
use crate::review::{Carried, LeftBehind, LeftLink};
use crate::score::Scorecard;

impl Answer {
    pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Self {
        Self {
            json: Some(crate::document::to_compact(value)),
            ..Self::default()
        }
    }

    pub(super) fn text(text: String) -> Self {
        Self {
            text: Some(text),
            ..Self::default()
        }
    }

    pub(super) fn plan(plan: Plan) -> Self {
        Self {
            plan: Some(plan),
            ..Self::default()
        }
    }

    pub(super) fn with_plan(self, plan: Option<Plan>) -> Self {
        Self { plan, ..self }
    }

    pub(super) fn with_card(mut self, name: &str, card: Scorecard) -> Self {
        self.scorecards.push((name.to_owned(), card));
        self
    }
}

/// What was carried forward, beside the plan.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct CarryReport<'a> {
    /// What was copied: each objective before its key results, in the order of the document.
    pub(super) copied: &'a [Carried],
    /// What was left behind, likewise.
    pub(super) left: &'a [LeftBehind],
    /// The links upwards that what was copied had and its copies have not, in the order of the document.
    pub(super) left_links: &'a [LeftLink],
}

/// What came of a merge, beside the plan.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct MergeReport<'a> {
    /// What both sides changed, and not alike. Everything else is merged without a loss.
    pub(super) conflicts: &'a [Conflict],
    /// Why there is no plan: each side is valid, and both together are not. `null` where there is one.
    pub(super) refused: Option<Refused<'a>>,
}

/// A merged document that is no plan.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Refused<'a> {
    /// The document, to be mended.
    pub(super) document: &'a PlanDocument,
    /// What is wrong with it.
    pub(super) issues: &'a Issues,
}

/// A code of the catalogue.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct CodeEntry {
    /// The code as it is written.
    code: &'static str,
    /// What it means, in one line.
    meaning: &'static str,
    /// What to do about it, in one line.
    help: &'static str,
}

impl From<Code> for CodeEntry {
    fn from(code: Code) -> Self {
        Self {
            code: code.as_str(),
            meaning: code.meaning(),
            help: code.help(),
        }
    }
}
