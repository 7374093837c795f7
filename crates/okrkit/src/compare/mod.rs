//! The same plan by several profiles, and which of their fields make the difference.
//!
//! [`compare`] evaluates a plan by each profile and reports every figure in which one differs from the first, together with the
//! [`Policy`] that made it so. What made it so is found by trying, not by reasoning: fields are exchanged between the two
//! profiles one at a time, and the plan is evaluated again.

mod causes;
mod policy;
#[cfg(test)]
mod tests;

pub use policy::Policy;

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::explain::{Figure, StepValue};
use crate::plan::{Node, Plan};
use crate::profile::Profile;
use crate::score::{NodeScore, Scorecard, evaluate};
use crate::time::AsOf;
use crate::wire;

use causes::Causes;

wire::words! {
    /// A figure that profiles are compared by.
    pub enum ComparedFigure is "a compared figure" {
        /// [`NodeScore::progress`]; none where there is no number.
        Progress = "progress",
        /// [`NodeScore::score`].
        Score = "score",
        /// [`NodeScore::grade`].
        Grade = "grade",
        /// [`NodeScore::band`].
        Band = "band",
        /// [`NodeScore::expected`].
        Expected = "expected",
        /// [`NodeScore::status`].
        Status = "status",
    }
}

impl From<ComparedFigure> for Figure {
    /// The figure to [explain](crate::explain()); that of a band is its grade.
    fn from(figure: ComparedFigure) -> Self {
        match figure {
            ComparedFigure::Progress => Self::Progress,
            ComparedFigure::Score => Self::Score,
            ComparedFigure::Grade | ComparedFigure::Band => Self::Grade,
            ComparedFigure::Expected => Self::Expected,
            ComparedFigure::Status => Self::Status,
        }
    }
}

impl ComparedFigure {
    /// Whether two nodes have the same, to the last bit (0 and −0 are the same number).
    #[expect(clippy::float_cmp, reason = "a difference in the last bit is a difference")]
    fn is_same(self, a: &NodeScore, b: &NodeScore) -> bool {
        match self {
            Self::Progress => a.progress.value() == b.progress.value(),
            Self::Score => a.score == b.score,
            Self::Grade => a.grade == b.grade,
            Self::Band => a.band == b.band,
            Self::Expected => a.expected == b.expected,
            Self::Status => a.status == b.status,
        }
    }

    fn value(self, node: &NodeScore) -> StepValue {
        match self {
            Self::Progress => node.progress.value().into(),
            Self::Score => node.score.into(),
            Self::Grade => node.grade.into(),
            Self::Band => node.band.as_deref().map(str::to_owned).into(),
            Self::Expected => node.expected.into(),
            Self::Status => node.status.as_str().into(),
        }
    }
}

/// One value for each of some profiles, in their order. It is written as an object of names and values.
#[derive(Debug, Clone, PartialEq)]
pub struct ByProfile<T>(Vec<(Arc<str>, T)>);

impl<T> ByProfile<T> {
    /// The value of a profile. `None` for a profile that has none.
    #[must_use]
    pub fn get(&self, profile: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| &**name == profile).map(|(_, value)| value)
    }

    /// The names of profiles with their values, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl<T: Serialize> Serialize for ByProfile<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ByProfile<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("ByProfile_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}

/// A figure of a node that is not the same by every profile.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The id of the objective or key result.
    pub node: String,
    /// Which figure.
    pub figure: ComparedFigure,
    /// What it is by each profile, those that agree included.
    pub values: ByProfile<StepValue>,
    /// For each profile that differs from the first: the fields that made it so, in the order of [`Policy::ALL`]. Never empty.
    pub because: ByProfile<Vec<Policy>>,
}

/// A plan by several profiles, side by side.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Every figure that is not the same by every profile: objective by objective in the order of the document, each before its
    /// key results, figures in the order of [`ComparedFigure::ALL`].
    pub differences: Vec<Difference>,
    scorecards: ByProfile<Scorecard>,
}

impl Comparison {
    /// The names of the profiles, in the order given. A name that was there before gets a number: `ours`, `ours#2`.
    #[must_use]
    pub fn profiles(&self) -> impl ExactSizeIterator<Item = &str> {
        self.scorecards.iter().map(|(name, _)| name)
    }

    /// The scorecard by each profile.
    #[must_use]
    pub fn scorecards(&self) -> &ByProfile<Scorecard> {
        &self.scorecards
    }

    /// The difference in one figure of a node. `None` where all profiles agree, or there is no such node.
    #[must_use]
    pub fn difference(&self, node: &str, figure: ComparedFigure) -> Option<&Difference> {
        self.differences
            .iter()
            .find(|difference| difference.node == node && difference.figure == figure)
    }
}

impl Serialize for Comparison {
    /// What it was made of, and the differences; the scorecards are documents of their own.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        if let Some((_, card)) = self.scorecards.iter().next() {
            out.serialize_entry("plan", card.plan().id())?;
            out.serialize_entry("as_of", &card.as_of())?;
        }
        out.serialize_entry("profiles", &self.profiles().collect::<Vec<_>>())?;
        out.serialize_entry("differences", &self.differences)?;
        out.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Comparison {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Comparison".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (as_of, differences) = (generator.subschema_for::<AsOf>(), generator.subschema_for::<Vec<Difference>>());
        schemars::json_schema!({
            "description": "A plan by several profiles, side by side.",
            "type": "object",
            "properties": {
                "plan": { "description": "The id of the plan; absent without any profile.", "type": "string" },
                "as_of": as_of,
                "profiles": {
                    "description": "The names of the profiles, in the order given. A name that was there before gets a number: `ours`, `ours#2`.",
                    "type": "array", "items": { "type": "string" }
                },
                "differences": {
                    "description": "Every figure that is not the same by every profile: each objective before its key results.",
                    "allOf": [differences]
                }
            },
            "required": ["profiles", "differences"],
            "additionalProperties": false
        })
    }
}

/// Evaluates a plan by several profiles, and names what makes the others differ from the first.
///
/// Of the fields in which two profiles differ, those *made* a difference which alone, put into the first profile, turn its figure
/// into the other's. Where none does so alone, they are those which the other profile cannot do without: put back to what the
/// first one says, they change its figure. Where there is no such field either, all that differ. Names, citations, the sweet
/// spot and the alignment rules are no [`Policy`]: they never touch a figure.
///
/// Worked: 40 % of the way is done on 2026-02-20, when 50 of 100 days have gone, so the gap is 0.1. By `default` that is on
/// track, by `viva` any gap is behind. `viva` also says that nothing is achieved while it runs; nothing is complete here, so
/// `achieve_running` is no cause:
///
/// ```
/// use okrkit::compare::{ComparedFigure, Policy};
/// use okrkit::{Date, Profile, compare};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "spring", "starts": "2026-01-01", "ends": "2026-04-11"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "spring", "key_results": [
///     {"id": "revenue", "title": "Revenue", "measure": {"kind": "metric", "start": 0, "target": 100},
///      "check_ins": [{"on": "2026-02-20", "value": 40}]}]}]}"#)?;
/// let profiles = [Profile::named("default")?, Profile::named("viva")?];
/// let compared = compare(&plan, &profiles, Date::new(2026, 2, 20)?);
///
/// let status = compared.difference("revenue", ComparedFigure::Status).ok_or("no difference")?;
/// assert_eq!(serde_json::to_string(status)?, concat!(
///     r#"{"node":"revenue","figure":"status","#,
///     r#""values":{"default":"on_track","viva":"behind"},"because":{"viva":["pace"]}}"#));
/// assert_eq!(compared.difference("revenue", ComparedFigure::Progress), None, "40 % by either");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes one evaluation a profile, and where a profile differs in some figure one or two more for each field it differs in.
#[must_use]
pub fn compare(plan: &Plan, profiles: &[Profile], as_of: impl Into<AsOf>) -> Comparison {
    let as_of = as_of.into();
    let cards: Vec<Scorecard> = profiles.iter().map(|profile| evaluate(plan, profile, as_of)).collect();
    let names = names(profiles);
    Comparison {
        differences: differences(plan, &names, &cards),
        scorecards: ByProfile(names.into_iter().zip(cards).collect()),
    }
}

/// The ids of the profiles, told apart where two have the same.
fn names(profiles: &[Profile]) -> Vec<Arc<str>> {
    let mut names: Vec<Arc<str>> = Vec::with_capacity(profiles.len());
    for profile in profiles {
        let mut name = profile.id.clone();
        let mut n = 1;
        while names.iter().any(|taken| **taken == *name) {
            n += 1;
            name = format!("{}#{n}", profile.id);
        }
        names.push(name.into());
    }
    names
}

fn differences(plan: &Plan, names: &[Arc<str>], cards: &[Scorecard]) -> Vec<Difference> {
    let Some((first, others)) = cards.split_first() else { return Vec::new() };
    let causes: Vec<Causes<'_>> = others.iter().map(|other| Causes::new(first, other)).collect();
    let mut out = Vec::new();
    for node in nodes(plan) {
        for figure in ComparedFigure::ALL.iter().copied() {
            let because: Vec<_> = names
                .iter()
                .skip(1)
                .zip(&causes)
                .filter_map(|(name, causes)| Some((Arc::clone(name), causes.of(node, figure)?)))
                .collect();
            if !because.is_empty() {
                let values = names
                    .iter()
                    .zip(cards)
                    .filter_map(|(name, card)| Some((Arc::clone(name), figure.value(&score(card, node)?))));
                out.push(Difference {
                    node: plan.id_of(node).to_owned(),
                    figure,
                    values: ByProfile(values.collect()),
                    because: ByProfile(because),
                });
            }
        }
    }
    out
}

/// Every objective and its key results, in the order of the document.
pub(crate) fn nodes(plan: &Plan) -> impl Iterator<Item = Node> {
    (0..plan.n_objectives()).flat_map(|at| [Node::Objective(at)].into_iter().chain(plan.key_results_of(at).map(Node::KeyResult)))
}

fn score(card: &Scorecard, node: Node) -> Option<NodeScore> {
    card.sheet().node_score(node)
}
