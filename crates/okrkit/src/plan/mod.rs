//! The plan: objectives, key results, check-ins and links, valid by construction.
//!
//! The parts are plain data ([`Objective`], [`KeyResult`], [`CheckIn`] …). A [`Plan`] is what came through the one check that
//! every way in leads through: [`PlanBuilder::build`], [`document::read`](crate::document::read) and [`Plan::apply`]. It is
//! read-only and cheap to clone.

mod beside;
mod builder;
mod check;
mod columns;
mod cycles;
mod edit;
mod edit_text;
mod finite;
mod graph;
mod index;
mod kept;
mod parts;
mod row;
mod short;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use beside::{Decision, Due, DueOn, Healthy, Kpi, KpiReading, LintIgnore, LintLevel, LintSettings, Visibility, Weekend};
pub use builder::PlanBuilder;
pub(crate) use columns::{Cell, Columns, Facts, Said};
pub use edit::Edit;
pub(crate) use edit::only_check_ins;
#[cfg(feature = "call")]
pub(crate) use edit_text::edits_of;
#[cfg(feature = "call")]
pub use edit_text::read_edits;
pub(crate) use graph::Contribution;
pub use graph::Node;
pub use parts::{
    Amendment, AmendmentSet, CheckIn, CheckInBeside, Cycle, Figures, KeyResult, KeyResultBeside, Link, ManualScore, Objective, ObjectiveBeside, Owner,
    PathPoint, StageChange, Team,
};
pub(crate) use row::{Entry, Row, RowHead};
pub(crate) use store::Chunk;
pub(crate) use terms::{Terms, frozen_days, in_order, manual_score, stage_on};
pub use text::{FormatVersion, Text};
pub use words::{Ambition, LinkKind, Source, Stage, Status};

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::measure::CycleSpan;
use crate::time::Date;
use crate::wire;
use graph::Graph;
use index::Index;
use kept::Stored;
use store::Store;

wire::record! {
    /// A plan as it is written. [`Plan`] is the checked form.
    pub struct PlanDocument is "a plan" {
        /// The version of the format.
        okrkit: FormatVersion = written;
        /// The id of the plan.
        id: String = required;
        /// For people.
        title: Option<Text> = optional;
        /// For people, at length.
        description: Option<Text> = optional;
        /// The profile it is meant to be judged by; `default` if not given.
        profile: Option<String> = optional;
        /// The cycles.
        cycles: Vec<Cycle> = required;
        /// The teams.
        teams: Vec<Team> = optional;
        /// The indicators that are watched beside the objectives.
        kpis: Vec<Kpi> = optional;
        /// The objectives.
        objectives: Vec<Objective> = required;
        /// The links between objectives and key results.
        links: Vec<Link> = optional;
        /// How it wants to be linted.
        lint: Option<LintSettings> = optional;
    }
}

/// Stands for the place of a team where there is none.
const NO_TEAM: u32 = u32::MAX;

/// Everything of a plan that a check-in does not touch.
#[derive(Debug, Default)]
struct Head {
    /// The document, its objectives taken out.
    rest: PlanDocument,
    n_objectives: usize,
    /// Of each key result, counted through the plan: its objective.
    owner: Vec<u32>,
    /// Of each objective: the number of its first key result.
    first: Vec<u32>,
    /// Of each objective: the place of its cycle.
    cycle: Vec<u32>,
    /// Of each objective: the place of its team, [`NO_TEAM`] without one.
    team: Vec<u32>,
    /// Of each team: the place of the team above.
    team_parent: Vec<Option<usize>>,
    /// The places of the KPIs, sorted by id.
    kpis: Vec<usize>,
    /// Whether any objective has guardrails.
    has_guardrails: bool,
    /// Whether any key result that is moved by others has amendments.
    has_amended_children: bool,
    by_id: Index,
    graph: Graph,
}

/// A valid plan.
///
/// It is immutable: [`apply`](Self::apply) gives a new one and leaves the old. Clones and edited plans share what is the same.
///
/// A plan that was [read](crate::read) from a text of 64 KiB or more keeps the text of most objectives, where it takes less memory
/// than their values, and the numbers that figures are made of; it makes an [`Objective`] of the text when somebody asks for that
/// one. Ids, links and figures from the last check-in on take none, but for a sum of children, which asks for the objectives its
/// children are in. Figures of a day before the last check-in do ask, and those of what was [known](crate::AsOf::known) by then.
/// Whoever goes over [`objectives`](Self::objectives) (writing, comparing, grouping by owner or tag do) has all of them made, which
/// takes about as long as reading did. What was made stays as long as the plan and those that share it: some 500 bytes a key result
/// more than before.
#[derive(Clone)]
pub struct Plan {
    head: Arc<Head>,
    store: Store,
}

impl Plan {
    /// Begins a plan to be built in Rust.
    #[must_use]
    pub fn builder(id: impl Into<String>) -> PlanBuilder {
        PlanBuilder::new(id)
    }

    /// A plan of nothing, for rules that need none.
    pub(crate) fn nothing() -> Self {
        Self {
            head: Arc::new(Head::default()),
            store: Store::default(),
        }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.head.rest.id
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> Option<&Text> {
        self.head.rest.title.as_ref()
    }

    /// The description.
    #[must_use]
    pub fn description(&self) -> Option<&Text> {
        self.head.rest.description.as_ref()
    }

    /// The name of the profile it is meant to be judged by, `default` if none is given.
    #[must_use]
    pub fn profile(&self) -> &str {
        self.head.rest.profile.as_deref().unwrap_or("default")
    }

    /// The cycles, in the order of the document.
    #[must_use]
    pub fn cycles(&self) -> &[Cycle] {
        &self.head.rest.cycles
    }

    /// The teams, in the order of the document.
    #[must_use]
    pub fn teams(&self) -> &[Team] {
        &self.head.rest.teams
    }

    /// The KPIs, in the order of the document.
    #[must_use]
    pub fn kpis(&self) -> &[Kpi] {
        &self.head.rest.kpis
    }

    /// A KPI by id. Takes O(log n).
    #[must_use]
    pub fn kpi(&self, id: &str) -> Option<&Kpi> {
        self.kpis().get(self.place_of_kpi(id)?)
    }

    pub(crate) fn place_of_kpi(&self, id: &str) -> Option<usize> {
        let id_at = |at: &usize| self.kpis().get(*at).map_or("", |kpi| &kpi.id);
        let found = self.head.kpis.binary_search_by(|at| id_at(at).cmp(id)).ok()?;
        self.head.kpis.get(found).copied()
    }

    pub(crate) fn has_amended_children(&self) -> bool {
        self.head.has_amended_children
    }

    pub(crate) fn has_guardrails(&self) -> bool {
        self.head.has_guardrails
    }

    /// How the plan wants to be linted.
    #[must_use]
    pub fn lint_settings(&self) -> Option<&LintSettings> {
        self.head.rest.lint.as_ref()
    }

    /// The links, in the order of the document.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.head.rest.links
    }

    /// The objectives, in the order of the document.
    pub fn objectives(&self) -> impl Iterator<Item = &Objective> {
        self.store.objectives()
    }

    /// The key results with their objectives, in the order of the document.
    pub fn key_results(&self) -> impl Iterator<Item = (&Objective, &KeyResult)> {
        self.objectives()
            .flat_map(|objective| objective.key_results.iter().map(move |key_result| (objective, key_result)))
    }

    /// How many objectives there are.
    #[must_use]
    pub fn n_objectives(&self) -> usize {
        self.head.n_objectives
    }

    /// How many key results there are.
    #[must_use]
    pub fn n_key_results(&self) -> usize {
        self.head.owner.len()
    }

    /// An objective by id.
    #[must_use]
    pub fn objective(&self, id: &str) -> Option<&Objective> {
        match self.node(id)? {
            Node::Objective(at) => self.objective_at(at),
            Node::KeyResult(_) => None,
        }
    }

    /// A key result by id.
    #[must_use]
    pub fn key_result(&self, id: &str) -> Option<&KeyResult> {
        match self.node(id)? {
            Node::KeyResult(at) => self.key_result_at(at).map(|(_, key_result)| key_result),
            Node::Objective(_) => None,
        }
    }

    /// An objective or key result by id. Takes the same time in a plan of any size.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<Node> {
        self.head.by_id.find(id, |node| self.id_of(node))
    }

    /// The id of a node. Empty for a node of another plan.
    #[must_use]
    pub fn id_of(&self, node: Node) -> &str {
        let place = match node {
            Node::Objective(at) => Some((at, 0)),
            Node::KeyResult(at) => self.owner_of(at).map(|owner| (owner, at - self.first_of(owner) + 1)),
        };
        place.map_or("", |(objective, within)| self.store.id(objective, within))
    }

    /// The ids of the objectives, in the order of the document.
    pub(crate) fn objective_ids(&self) -> impl Iterator<Item = &str> {
        (0..self.n_objectives()).map(|at| self.id_of(Node::Objective(at)))
    }

    /// The ids of the key results, in the order of the document.
    pub(crate) fn key_result_ids(&self) -> impl Iterator<Item = &str> {
        (0..self.n_key_results()).map(|at| self.id_of(Node::KeyResult(at)))
    }

    /// How many bytes of text the plan keeps, of which it makes objectives when they are asked for. 0 where it was built from values
    /// or read from a short text. It stays the same when they are made.
    #[must_use]
    pub fn text_kept(&self) -> usize {
        self.store.chunks().map(Chunk::text_kept).sum()
    }

    /// The document of the plan, for changes that no [`Edit`] expresses.
    #[must_use]
    pub fn to_document(&self) -> PlanDocument {
        PlanDocument {
            objectives: self.objectives().cloned().collect(),
            ..self.head.rest.clone()
        }
    }

    pub(crate) fn objective_at(&self, at: usize) -> Option<&Objective> {
        self.stored(at).map(|stored| &stored.objective)
    }

    fn stored(&self, at: usize) -> Option<&Stored> {
        self.store.get(at)
    }

    /// What evaluation reads of a key result, by its objective and its place within.
    pub(crate) fn row(&self, objective: usize, within: usize) -> Option<Row<'_>> {
        self.stored(objective)?.rows.get(within)
    }

    /// What evaluation reads of an objective first.
    pub(crate) fn facts_of(&self, objective: usize) -> Option<&Facts> {
        let (chunk, at) = self.chunk_of(objective)?;
        chunk.columns.facts().get(at)
    }

    /// Whether the columns say all there is to know of a key result.
    pub(crate) fn is_plain(&self, key_result: usize) -> bool {
        self.plain(key_result).is_some()
    }

    /// What the columns say of a key result, where that is all there is to know.
    pub(crate) fn plain(&self, key_result: usize) -> Option<(&Cell, &Said)> {
        let owner = self.owner_of(key_result)?;
        let (chunk, at) = self.chunk_of(owner)?;
        chunk.columns.plain(at, key_result - self.first_of(owner))
    }

    pub(crate) fn key_result_at(&self, at: usize) -> Option<(&Objective, &KeyResult)> {
        let objective = self.owner_of(at)?;
        let within = at - self.first_of(objective);
        let objective = self.objective_at(objective)?;
        objective.key_results.get(within).map(|key_result| (objective, key_result))
    }

    /// The objective of a key result, and its place among that objective's.
    pub(crate) fn owner_of(&self, key_result: usize) -> Option<usize> {
        self.head.owner.get(key_result).map(|objective| *objective as usize)
    }

    /// The number of an objective's first key result.
    pub(crate) fn first_of(&self, objective: usize) -> usize {
        self.head.first.get(objective).map_or(0, |first| *first as usize)
    }

    /// The numbers of an objective's key results.
    pub(crate) fn key_results_of(&self, objective: usize) -> Range<usize> {
        let (first, n) = (
            self.first_of(objective),
            self.facts_of(objective).map_or(0, |facts| facts.n_key_results as usize),
        );
        first..first + n
    }

    pub(crate) fn cycle_of(&self, objective: usize) -> Option<&Cycle> {
        self.head.cycle.get(objective).and_then(|at| self.cycles().get(*at as usize))
    }

    /// The first and last day of an objective's cycle, with its cadence.
    pub(crate) fn cycle_span(&self, objective: usize) -> CycleSpan {
        match self.cycle_of(objective) {
            Some(cycle) => CycleSpan {
                starts: cycle.starts,
                ends: cycle.ends,
                every: cycle.check_in_every,
            },
            // A valid plan has a cycle for every objective.
            None => CycleSpan {
                starts: Date::MIN,
                ends: Date::MAX,
                every: None,
            },
        }
    }

    pub(crate) fn team_of(&self, objective: usize) -> Option<usize> {
        self.head.team.get(objective).filter(|team| **team != NO_TEAM).map(|team| *team as usize)
    }

    pub(crate) fn team_above(&self, team: usize) -> Option<usize> {
        self.head.team_parent.get(team).copied().flatten()
    }

    pub(crate) fn graph(&self) -> &Graph {
        &self.head.graph
    }

    /// The chunks of its objectives, in their order.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = &Chunk> + Clone {
        self.store.chunks()
    }

    /// The chunk of an objective, and its place there.
    pub(crate) fn chunk_of(&self, objective: usize) -> Option<(&Chunk, usize)> {
        self.store.chunk_of(objective)
    }

    /// The objectives that differ from those of a plan that this one was made of, or that was made of this one, by check-ins.
    /// `None` where more than check-ins may differ.
    pub(crate) fn checked_in_since<'p>(&'p self, other: &'p Self) -> Option<impl Iterator<Item = usize> + 'p> {
        Arc::ptr_eq(&self.head, &other.head).then(|| self.store.differing(&other.store))
    }
}

impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.head.rest == other.head.rest && (self.store.is(&other.store) || self.objectives().eq(other.objectives()))
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan")
            .field("id", &self.id())
            .field("n_objectives", &self.n_objectives())
            .field("n_key_results", &self.n_key_results())
            .finish_non_exhaustive()
    }
}

impl Serialize for Plan {
    /// As the document, field by field in the order of the format.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        struct Objectives<'a>(&'a Plan);
        impl Serialize for Objectives<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.0.objectives())
            }
        }

        let PlanDocument {
            okrkit,
            id,
            title,
            description,
            profile,
            cycles,
            teams,
            kpis,
            objectives: _,
            links,
            lint,
            ext,
        } = &self.head.rest;
        let mut out = serializer.serialize_struct("Plan", 12)?;
        out.serialize_field("okrkit", okrkit)?;
        out.serialize_field("id", id)?;
        macro_rules! given {
            ($($field:ident),*) => {$(
                if !wire::is_default($field) {
                    out.serialize_field(stringify!($field), $field)?;
                }
            )*};
        }
        given!(title, description, profile);
        out.serialize_field("cycles", cycles)?;
        given!(teams, kpis);
        out.serialize_field("objectives", &Objectives(self))?;
        given!(links, lint, ext);
        out.end()
    }
}
