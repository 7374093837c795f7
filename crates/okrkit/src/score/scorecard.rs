use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::groups::{GroupBy, members_by_tag};
use super::line::{KeyResultLine, ObjectiveLine};
use super::{KeyResultScore, LinksUp, NodeScore, ObjectiveScore, Sheet};
use crate::issue::Issue;
use crate::plan::{Node, Plan};
use crate::profile::{Pace, Profile};
use crate::time::AsOf;

/// The version of the scorecard's JSON form.
const SCORECARD_VERSION: u32 = 1;

/// Every figure of a plan as of a day, by a profile.
///
/// It keeps the plan and the profile it was computed from (sharing them, not copying), so that it can group and explain.
#[derive(Clone)]
pub struct Scorecard {
    plan: Plan,
    profile: Arc<Profile>,
    as_of: AsOf,
    bands: Arc<[Arc<str>]>,
    pace: Arc<Pace>,
    /// Of each KPI whether it is out of range; empty where no objective has guardrails.
    out_of_range: Arc<[bool]>,
    links_up: Arc<[LinksUp]>,
    pub(super) key_results: Vec<KeyResultLine>,
    pub(super) objectives: Vec<ObjectiveLine>,
}

impl Scorecard {
    pub(crate) fn empty(plan: Plan, profile: Profile, as_of: AsOf) -> Self {
        let mut card = Self {
            out_of_range: out_of_range(&plan, as_of),
            links_up: Arc::default(),
            plan,
            as_of,
            bands: profile.grade.bands.iter().map(|band| Arc::from(band.band.as_str())).collect(),
            pace: Arc::new(Pace::of(&profile)),
            profile: Arc::new(profile),
            key_results: Vec::new(),
            objectives: Vec::new(),
        };
        card.links_up = card.sheet().weigh_links_up();
        card
    }

    /// The plan it was computed from.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(super) fn plan_mut(&mut self) -> &mut Plan {
        &mut self.plan
    }

    /// The profile it was computed by.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The day it was computed for.
    #[must_use]
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The figures of an objective.
    #[must_use]
    pub fn objective(&self, id: &str) -> Option<ObjectiveScore> {
        match self.plan.node(id)? {
            Node::Objective(at) => self.objectives.get(at).map(|line| self.sheet().objective_score(at, line)),
            Node::KeyResult(_) => None,
        }
    }

    /// The figures of a key result.
    #[must_use]
    pub fn key_result(&self, id: &str) -> Option<KeyResultScore> {
        match self.plan.node(id)? {
            Node::KeyResult(at) => self.key_results.get(at).map(|line| self.sheet().key_result_score(at, line)),
            Node::Objective(_) => None,
        }
    }

    /// The figures that any node has, by id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<NodeScore> {
        self.objective(id)
            .map(|score| score.node)
            .or_else(|| self.key_result(id).map(|score| score.node))
    }

    /// Objectives with their figures, in the order of the document.
    pub fn objectives(&self) -> impl Iterator<Item = (&crate::plan::Objective, ObjectiveScore)> {
        self.plan.objectives().zip(self.objective_scores())
    }

    fn objective_scores(&self) -> impl Iterator<Item = ObjectiveScore> {
        self.objectives.iter().enumerate().map(|(at, line)| self.sheet().objective_score(at, line))
    }

    /// Key results with their figures, in the order of the document.
    pub fn key_results(&self) -> impl Iterator<Item = (&crate::plan::KeyResult, KeyResultScore)> {
        self.plan.key_results().map(|(_, key_result)| key_result).zip(self.key_result_scores())
    }

    fn key_result_scores(&self) -> impl Iterator<Item = KeyResultScore> {
        self.key_results.iter().enumerate().map(|(at, line)| self.sheet().key_result_score(at, line))
    }

    /// What the alignment rules of the profile find on the day.
    #[must_use]
    pub fn findings(&self) -> Vec<Issue> {
        crate::align::findings(&self.plan, &self.profile, self.as_of)
    }

    /// The scorecard as JSON text, in the form that [`write`](crate::write()) gives plans.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::document::to_text(self)
    }

    /// What is computed so far, for reading.
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet {
            plan: &self.plan,
            profile: &self.profile,
            as_of: self.as_of,
            key_results: &self.key_results,
            objectives: &self.objectives,
            first_key_result: 0,
            bands: &self.bands,
            pace: &self.pace,
            out_of_range: &self.out_of_range,
            links_up: &self.links_up,
        }
    }
}

/// Of each KPI whether it is out of range on a day, where any objective asks.
pub(super) fn out_of_range(plan: &Plan, as_of: AsOf) -> Arc<[bool]> {
    let guarding = if plan.has_guardrails() { plan.kpis() } else { &[] };
    guarding.iter().map(|kpi| crate::kpi::is_out_of_range(kpi, as_of)).collect()
}

impl PartialEq for Scorecard {
    fn eq(&self, other: &Self) -> bool {
        (self.as_of, &self.profile, &self.objectives, &self.key_results) == (other.as_of, &other.profile, &other.objectives, &other.key_results)
            && self.plan == other.plan
    }
}

impl fmt::Debug for Scorecard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scorecard")
            .field("plan", &self.plan)
            .field("profile", &self.profile.id)
            .field("as_of", &self.as_of)
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Scorecard {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Scorecard".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let as_of = generator.subschema_for::<AsOf>();
        let (objective, key_result) = (generator.subschema_for::<ObjectiveScore>(), generator.subschema_for::<KeyResultScore>());
        let (group, findings) = (generator.subschema_for::<super::GroupScore>(), generator.subschema_for::<Vec<Issue>>());
        let groups = serde_json::json!({ "type": "object", "additionalProperties": group });
        let ids = serde_json::json!({ "type": "array", "items": { "type": "string" } });
        schemars::json_schema!({
            "description": "Every figure of a plan as of a day, by a profile.",
            "type": "object",
            "properties": {
                "okrkit_scorecard": { "description": "The version of this form.", "const": SCORECARD_VERSION },
                "plan": { "description": "The id of the plan.", "type": "string" },
                "profile": { "description": "The id of the profile.", "type": "string" },
                "as_of": as_of,
                "order": {
                    "description": "The ids in the order of the document.",
                    "type": "object",
                    "properties": { "objectives": ids, "key_results": ids },
                    "required": ["objectives", "key_results"],
                    "additionalProperties": false
                },
                "objectives": { "description": "The figures of objectives, by id.", "type": "object", "additionalProperties": objective },
                "key_results": { "description": "The figures of key results, by id.", "type": "object", "additionalProperties": key_result },
                "groups": {
                    "description": "The figures of groups, by what they are grouped by and by name: the fixed five, and each tag.",
                    "type": "object",
                    "properties": { "team": groups, "team_tree": groups, "owner": groups, "cycle": groups, "category": groups, "total": group },
                    "required": ["team", "team_tree", "owner", "cycle", "category", "total"],
                    "additionalProperties": groups
                },
                "total": group,
                "findings": { "description": "What the alignment rules find on the day.", "allOf": [findings] }
            },
            "required": ["okrkit_scorecard", "plan", "profile", "as_of", "order", "objectives", "key_results", "groups", "total", "findings"],
            "additionalProperties": false
        })
    }
}

/// A map written from pairs as they come.
struct Entries<F>(F);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)>, F: Fn() -> I> Serialize for Entries<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}

/// A list written as it comes.
struct Items<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for Items<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

struct Order<'a>(&'a Plan);

impl Serialize for Order<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(2))?;
        out.serialize_entry("objectives", &Items(|| self.0.objective_ids()))?;
        out.serialize_entry("key_results", &Items(|| self.0.key_result_ids()))?;
        out.end()
    }
}

struct Groups<'a>(&'a Scorecard);

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        for by in &GroupBy::FIXED {
            out.serialize_entry(&by.name(), &self.0.group_by(by))?;
        }
        let sheet = self.0.sheet();
        for (tag, groups) in members_by_tag(&sheet) {
            let scores = || groups.iter().map(|(value, places)| (*value, sheet.group(places.iter().copied())));
            out.serialize_entry(&GroupBy::Tag(tag.to_owned()).name(), &Entries(scores))?;
        }
        out.serialize_entry("total", &self.0.total())?;
        out.end()
    }
}

impl Serialize for Scorecard {
    /// `groups` holds `total` too, beside the groups it is the total of.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("okrkit_scorecard", &SCORECARD_VERSION)?;
        out.serialize_entry("plan", self.plan.id())?;
        out.serialize_entry("profile", &self.profile.id)?;
        out.serialize_entry("as_of", &self.as_of)?;
        out.serialize_entry("order", &Order(&self.plan))?;
        out.serialize_entry("objectives", &Entries(|| self.plan.objective_ids().zip(self.objective_scores())))?;
        out.serialize_entry("key_results", &Entries(|| self.plan.key_result_ids().zip(self.key_result_scores())))?;
        out.serialize_entry("groups", &Groups(self))?;
        out.serialize_entry("total", &self.total())?;
        out.serialize_entry("findings", &self.findings())?;
        out.end()
    }
}
