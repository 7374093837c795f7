//! Why a number is what it is: a tree of named steps.
//!
//! An [`Explanation`] is data first: each [`Step`] has a name, the figure it came to, the formula, the field of the profile that
//! was applied, and its inputs. [`Explanation::to_text`] puts it into words, in English or Arabic, from one table a language.

mod amendments;
mod ar;
mod en;
mod groups;
mod key_result;
mod measures;
mod objective;
mod say;
mod slots;
mod status;
mod step;
#[cfg(test)]
mod tests;
mod text;

pub use say::Say;
pub use step::{Input, Step, StepValue};
pub use text::Language;

use serde::Serialize;

use crate::plan::Node;
use crate::score::{Group, Scorecard, Sheet};
use crate::wire;

wire::words! {
    /// A figure that can be explained.
    pub enum Figure is "a figure" {
        /// How far it is.
        Progress = "progress",
        /// The score, manual ones included.
        Score = "score",
        /// The grade of the score, and its band.
        Grade = "grade",
        /// The progress expected on the day.
        Expected = "expected",
        /// The status. Of a group: how many have which.
        Status = "status",
    }
}

/// What is explained.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An objective or key result, by id.
    Node(String),
    /// A group.
    Group(Group),
}

impl From<&str> for Subject {
    fn from(id: &str) -> Self {
        Self::Node(id.to_owned())
    }
}

/// Why a figure is what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Explanation {
    /// Which figure.
    pub figure: Figure,
    /// The step that came to it; the steps below led there.
    pub step: Step,
}

impl Explanation {
    /// The figure that is explained: exactly that of the scorecard.
    #[must_use]
    pub fn value(&self) -> &StepValue {
        &self.step.value
    }

    /// The explanation in words: a line a step, indented by two spaces a level.
    ///
    /// In Arabic the user's own text (U+2068 … U+2069), formulas, days and negative numbers (U+2066 … U+2069) are isolated, so that
    /// they keep their direction.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let mut out = String::new();
        text::write(&self.step, language, 0, &mut out);
        out
    }
}

/// Explains one figure of a scorecard.
///
/// ```
/// use okrkit::{Date, Figure, Language, Profile};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "Revenue", "measure": {"kind": "metric", "start": 0, "target": 500000},
///      "check_ins": [{"on": "2026-01-31", "value": 120000, "by": "amal"}]}]}]}"#)?;
/// let card = okrkit::evaluate(&plan, &Profile::named("default")?, Date::new(2026, 2, 14)?);
/// let why = okrkit::explain(&card, &"revenue".into(), Figure::Progress).ok_or("no such node")?;
/// assert_eq!(why.to_text(Language::English), "\
/// progress of `revenue` is 0.24
///   (120,000 − 0) / (500,000 − 0) = 0.24 (F1)
///     the reading is 120,000, the latest value
///       120,000 checked in on 2026-01-31 by `amal`
/// ");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `None` where the plan has no such node or no objective is in such a group.
#[must_use]
pub fn explain(card: &Scorecard, subject: &Subject, figure: Figure) -> Option<Explanation> {
    let why = Why { sheet: card.sheet() };
    let step = match subject {
        Subject::Node(id) => match card.plan().node(id)? {
            Node::Objective(at) => why.objective(at, figure)?,
            Node::KeyResult(at) => why.key_result(at, figure)?,
        },
        Subject::Group(group) => why.group(card, group, figure)?,
    };
    Some(Explanation { figure, step })
}

/// Makes the steps, from the functions that made the figures.
#[derive(Debug, Clone, Copy)]
struct Why<'a> {
    sheet: Sheet<'a>,
}
