//! What changed between two plans, as a reviewer reads it and as data that makes the one of the other.

mod apply;
mod compare;
mod flat;
mod order;
#[cfg(feature = "call")]
mod read;
mod text;
mod value;

pub use flat::Of;
pub(crate) use flat::{Flat, List};
#[cfg(feature = "call")]
pub(crate) use read::changes_of;
pub use value::FieldValue;

use serde::Serialize;

use crate::plan::Plan;

/// One change.
///
/// Places in lists are counted from 0: where something was taken out, in the list as it was before all changes; where it was put
/// in, in the list as it is after them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanChange"))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// Something is there now. Key results of a new objective are changes of their own.
    Added {
        /// What it is.
        of: Of,
        /// Of a key result: the id of its objective.
        #[serde(skip_serializing_if = "Option::is_none")]
        objective: Option<String>,
        /// Its place in the list.
        at: usize,
        /// As it is written.
        value: FieldValue,
    },
    /// Something is gone. Key results of an objective that is gone are changes of their own.
    Removed {
        /// What it was.
        of: Of,
        /// Of a key result: the id of its objective.
        #[serde(skip_serializing_if = "Option::is_none")]
        objective: Option<String>,
        /// The place it had in the list.
        at: usize,
        /// As it was written.
        value: FieldValue,
    },
    /// Something stands elsewhere: in another objective, or at another place among those that stayed.
    Moved {
        /// What it is.
        of: Of,
        /// Of a key result: the id of the objective it was of.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Of a key result: the id of the objective it is of.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Its place in the list.
        at: usize,
    },
    /// A field has another value.
    Field {
        /// What it is a field of.
        of: Of,
        /// Which: a JSON pointer from there, such as `/measure/target`.
        field: String,
        /// What stood there; absent where nothing did.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<FieldValue>,
        /// What stands there; absent where nothing does.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<FieldValue>,
    },
    /// A dated entry is there now: a check-in, an amendment, a change of stage, a manual score, a reading, a decision, or an
    /// accepted finding. One that was changed is removed and added.
    EntryAdded {
        /// What it is an entry of.
        of: Of,
        /// In which list: a JSON pointer from there, such as `/check_ins`.
        field: String,
        /// Its place in the list.
        at: usize,
        /// As it is written.
        entry: FieldValue,
    },
    /// A dated entry is gone.
    EntryRemoved {
        /// What it was an entry of.
        of: Of,
        /// In which list.
        field: String,
        /// The place it had in the list.
        at: usize,
        /// As it was written.
        entry: FieldValue,
    },
}

impl Change {
    /// What it is a change of.
    #[must_use]
    pub fn of(&self) -> &Of {
        match self {
            Self::Added { of, .. }
            | Self::Removed { of, .. }
            | Self::Moved { of, .. }
            | Self::Field { of, .. }
            | Self::EntryAdded { of, .. }
            | Self::EntryRemoved { of, .. } => of,
        }
    }
}

/// What changed between two plans.
///
/// Its [`Display`](std::fmt::Display) is for reviewers; [`apply`](Self::apply) makes the second plan of the first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlanDiff {
    /// The changes: of the plan itself, its cycles, teams and KPIs; objective by objective in the order they have now, each
    /// before its key results; objectives that are gone; links.
    pub changes: Vec<Change>,
}

impl PlanDiff {
    /// Whether the plans are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// The names of lists of dated facts and decisions, whose items are told one by one and merged as entries.
pub(crate) fn is_log(name: &str) -> bool {
    matches!(
        name,
        "check_ins" | "amendments" | "stages" | "manual_scores" | "readings" | "decisions" | "ignore"
    )
}

/// What changed from one plan to another: things with ids by their ids, fields one by one, dated facts as entries.
///
/// `diff(a, b).apply(a)` is `b`, the order of lists included, and `diff(a, a)` is empty. Takes O(n log n) of the plans' length.
///
/// ```
/// let before = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "Revenue", "measure": {"kind": "metric", "start": 0, "target": 500}}]}]}"#)?;
/// let mut document = before.to_document();
/// if let Some(revenue) = document.objectives.iter_mut().flat_map(|objective| &mut objective.key_results).next() {
///     revenue.measure = okrkit::Measure::Metric(okrkit::Metric::new(0.0, 450.0));
///     revenue.check_ins.push(okrkit::CheckIn::of_value("2026-01-31".parse()?, 120.0));
/// }
/// let after = okrkit::Plan::from_document(document)?;
///
/// let diff = okrkit::diff(&before, &after);
/// assert_eq!(diff.to_string(), "\
/// ~ key result `revenue`
///     measure/target: 500 → 450
///     + check_ins: on 2026-01-31, value 120
/// ");
/// assert_eq!(diff.apply(&before)?, after);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diff(before: &Plan, after: &Plan) -> PlanDiff {
    let (before, after) = (Flat::of(before), Flat::of(after));
    PlanDiff {
        changes: compare::changes(&before, &after),
    }
}
