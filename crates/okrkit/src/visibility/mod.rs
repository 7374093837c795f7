//! Who sees what of a plan, and the plan as somebody sees it.
//!
//! An objective is `public`, for its `team`, or `private`. [`redact`] makes of a plan the one that a viewer may have: what is hidden
//! has lost every word and its own numbers, and every figure of what is visible stays what it is, to the bit. [`values_kept`] says
//! where that asks for numbers to stay.

mod hidden;
mod measures;
mod progress;
mod timeline;

pub use progress::{ValuesKept, ValuesKeptWhy};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::id;
use crate::issue::Issues;
use crate::plan::{Kpi, Link, Objective, Plan, PlanDocument, Visibility};
use crate::unit::{Period, Unit, UnitKind};
use crate::wire::{self, Context};
use progress::{Bare, Scale};

/// Somebody who looks at a plan. Without a name and teams: anybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Viewer {
    /// Who it is, as owners are named.
    pub who: Option<String>,
    /// The teams they are in, by id.
    pub teams: Vec<String>,
}

impl Viewer {
    /// Somebody in no team.
    #[must_use]
    pub fn new(who: impl Into<String>) -> Self {
        Self {
            who: Some(who.into()),
            teams: Vec::new(),
        }
    }

    /// Adds a team.
    #[must_use]
    pub fn of_team(mut self, team: impl Into<String>) -> Self {
        self.teams.push(team.into());
        self
    }
}

wire::words! {
    /// Whether the team of a hidden objective is told.
    pub enum HiddenTeam is "whether a team is told" {
        /// It is not: figures grouped by team leave the objective out.
        Removed = "removed",
        /// It is, so that figures grouped by team stay what they are.
        Kept = "kept",
    }
}

wire::words! {
    /// Whose objective a private one is.
    pub enum SeenBy is "who sees a private objective" {
        /// Of its owners and of the owners of its key results, who have to check in.
        AllOwners = "all_owners",
        /// Of its own owners alone.
        OwnersOfObjective = "owners_of_objective",
    }
}

wire::words! {
    /// What becomes of the numbers of a hidden key result.
    pub enum HiddenValues is "what becomes of hidden numbers" {
        /// It becomes a metric from 0 to 1, and what was checked in becomes progress.
        Progress = "progress",
        /// They stay, so that visible figures are the same by any profile whatever, and by any [`forecast`](fn@crate::forecast).
        Kept = "kept",
    }
}

/// How a plan is redacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct RedactionPolicy {
    /// What stands in the place of titles, and with a number behind it of ids: `hidden` gives `hidden-1`. One that makes no id is
    /// passed over for `hidden`.
    pub placeholder: String,
    /// Whether the team of a hidden objective is told.
    pub team: HiddenTeam,
    /// Who counts as an owner.
    pub owners: SeenBy,
    /// Whether hidden numbers stay.
    pub values: HiddenValues,
    /// The named profile by which visible figures are to stay what they are; without it the one that the plan names, and `default`
    /// where that is one of your own. What counts of it is how numbers become progress: its `progress`, `anchors` and `goalposts`.
    pub profile: Option<String>,
    /// For how many days, at most, the progress or the expected progress of one hidden key result is worked out, each as often as it
    /// became known anew; 1,830, which are five years.
    pub most_days: usize,
}

wire::settings! {
    RedactionPolicy is "a policy of redaction" {
        placeholder,
        team,
        owners,
        values,
        profile,
        most_days in wire::DAYS,
    }
}

impl Default for RedactionPolicy {
    fn default() -> Self {
        Self {
            placeholder: PLACEHOLDER.to_owned(),
            team: HiddenTeam::default(),
            owners: SeenBy::default(),
            values: HiddenValues::default(),
            profile: None,
            most_days: 1830,
        }
    }
}

const PLACEHOLDER: &str = "hidden";

/// Whether a viewer sees an objective and its key results.
///
/// `public` everybody does; of `team` its team and the teams below it, and its owners; of `private` its owners. An objective of no
/// team is seen by its owners alone where it is for its team.
#[must_use]
pub fn is_visible(plan: &Plan, objective: &Objective, viewer: &Viewer, policy: &RedactionPolicy) -> bool {
    Sight::new(plan, viewer, policy).sees(objective)
}

/// What a viewer sees, found out once for a plan.
struct Sight<'a> {
    viewer: &'a Viewer,
    owners: SeenBy,
    /// The viewer's teams and those above them.
    teams: BTreeSet<&'a str>,
}

impl<'a> Sight<'a> {
    fn new(plan: &'a Plan, viewer: &'a Viewer, policy: &RedactionPolicy) -> Self {
        let places: BTreeMap<&str, usize> = plan.teams().iter().enumerate().map(|(at, team)| (team.id.as_str(), at)).collect();
        let mut teams = BTreeSet::new();
        for team in &viewer.teams {
            let mut at = places.get(team.as_str()).copied();
            // A team that was met before has been followed to the top already.
            while let Some(team) = at.and_then(|at| plan.teams().get(at)).filter(|team| teams.insert(team.id.as_str())) {
                at = team.parent.as_deref().and_then(|parent| places.get(parent)).copied();
            }
        }
        Self {
            viewer,
            owners: policy.owners,
            teams,
        }
    }

    fn sees(&self, objective: &Objective) -> bool {
        match objective.visibility {
            Visibility::Public => true,
            Visibility::Team => self.is_owner(objective) || objective.team.as_deref().is_some_and(|team| self.teams.contains(team)),
            Visibility::Private => self.is_owner(objective),
        }
    }

    fn is_owner(&self, objective: &Objective) -> bool {
        let Some(who) = &self.viewer.who else { return false };
        let below = objective.key_results.iter().flat_map(|key_result| &key_result.owners);
        let below = below.filter(|_| self.owners == SeenBy::AllOwners);
        objective.owners.iter().chain(below).any(|owner| owner.who == *who)
    }
}

/// The plan as a viewer may have it.
///
/// A hidden objective and its key results keep what figures are made of: dates, stages, weights, confidences, links, and of what was
/// checked in the progress it came to. Gone are titles, descriptions, owners, tags, categories, notes, reasons, decisions, lint
/// settings, `ext`, names of steps and parts, units, and what people are called. Ids become placeholders, numbered by the place in
/// the document and not made of the text.
///
/// Gone too are the numbers of measures, amendments and check-ins: 120,000 of 500,000 USD becomes 0.24 of 1, and 0.3 from the day
/// on which the target becomes 400,000; the second of four steps becomes 0.5. Zones and what is done or not have none, and stay.
/// Numbers stay only where no progress says the same to the bit, and [`values_kept`] tells where: above all readings that are
/// added to those of others, which are figures of visible nodes themselves.
///
/// A KPI that only hidden nodes refer to is gone, or if it guards a hidden objective becomes a placeholder whose readings are 1 where
/// it was healthy and 0 where it was not.
///
/// So every figure of a visible node is the same bit for bit, by every profile with the `progress`, the `anchors` and the `goalposts`
/// of the policy's (of the named ones all but `notion`, or `notion` alone), unless its pace goes by `days_since_check_in`: progress
/// that changes without a check-in is told by one more. Forecasts of what stands above hidden nodes carry their progress on
/// instead of their readings, which comes to the same only for straight lines. Of groups, those by cycle and the total stay; those
/// by owner, category and tag leave hidden objectives out, and those by team as the policy says. Words about what is hidden that
/// stand in visible texts stay there.
///
/// ```
/// use okrkit::visibility::{RedactionPolicy, Viewer};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [
///     {"id": "merger", "title": "Buy the rival", "cycle": "q1", "visibility": "private", "owners": [{"who": "amal"}], "key_results": [
///       {"id": "price", "title": "Save", "measure": {"kind": "metric", "start": 0, "target": 500000},
///        "check_ins": [{"on": "2026-01-31", "value": 120000}]}]},
///     {"id": "grow", "title": "Grow", "cycle": "q1"}]}"#)?;
/// let seen = okrkit::redact(&plan, &Viewer::new("badr"), &RedactionPolicy::default())?;
/// let ids: Vec<_> = seen.objectives().map(|objective| objective.id.as_str()).collect();
/// assert_eq!(ids, ["hidden-1", "grow"]);
/// let price = seen.key_result("hidden-2").ok_or("not there")?;
/// assert_eq!(price.check_ins.first().and_then(|check_in| check_in.value), Some(0.24));
/// assert_eq!(okrkit::redact(&plan, &Viewer::new("amal"), &RedactionPolicy::default())?, plan);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes time in proportion to the plan; of what amounts to something over check-ins or was amended, to its check-ins and amendments ×
/// its days, of which there are `most_days` at most.
///
/// # Errors
/// [`Code::ProfileUnknown`](crate::Code::ProfileUnknown) where the policy names no profile there is. None other is known of: what is
/// left of a valid plan is one. Should the check refuse it all the same, nothing is shown.
pub fn redact(plan: &Plan, viewer: &Viewer, policy: &RedactionPolicy) -> Result<Plan, Issues> {
    let hidden = hidden(plan, viewer, policy);
    let bare = bare(plan, &hidden, policy)?;
    if !hidden.contains(&true) {
        return Ok(plan.clone());
    }
    let mut document = plan.to_document();
    let bare = bare.into_iter().filter_map(|(id, bare)| Some((id, bare.ok().flatten()?)));
    let words = Words::new(&document, &hidden, bare.collect(), policy);
    for (objective, is_hidden) in document.objectives.iter_mut().zip(&hidden) {
        if *is_hidden {
            *objective = words.objective(objective);
        } else {
            objective.continued_from = words.renamed(objective.continued_from.take());
            for key_result in &mut objective.key_results {
                key_result.continued_from = words.renamed(key_result.continued_from.take());
            }
        }
    }
    document.kpis = document.kpis.iter().filter_map(|kpi| words.kpi(kpi)).collect();
    for link in &mut document.links {
        *link = words.link(link);
    }
    if let Some(lint) = &mut document.lint {
        let is_hidden = |node: &String| words.nodes.contains_key(node) || words.kpis.contains_key(node);
        lint.ignore.retain(|ignore| !ignore.node.as_ref().is_some_and(is_hidden));
    }
    Plan::from_document(document)
}

/// The hidden key results whose numbers [`redact`] has to leave for visible figures to stay what they are, in the order of the
/// document, each with the reason. To whoever may see none of them, hand a scorecard and not the plan.
///
/// # Errors
/// [`Code::ProfileUnknown`](crate::Code::ProfileUnknown) as in [`redact`].
pub fn values_kept(plan: &Plan, viewer: &Viewer, policy: &RedactionPolicy) -> Result<Vec<ValuesKept>, Issues> {
    let found = bare(plan, &hidden(plan, viewer, policy), policy)?;
    let kept = found
        .into_iter()
        .filter_map(|(key_result, bare)| Some(ValuesKept { key_result, why: bare.err()? }));
    Ok(kept.collect())
}

/// Of each objective, whether it is hidden.
fn hidden(plan: &Plan, viewer: &Viewer, policy: &RedactionPolicy) -> Vec<bool> {
    let sight = Sight::new(plan, viewer, policy);
    plan.objectives().map(|objective| !sight.sees(objective)).collect()
}

/// Of each hidden key result, by id in the order of the document, what stands in its place, or why its numbers stay.
#[expect(clippy::type_complexity, reason = "a list that two functions go through")]
fn bare(plan: &Plan, hidden: &[bool], policy: &RedactionPolicy) -> Result<Vec<(String, Result<Option<Bare>, ValuesKeptWhy>)>, Issues> {
    let scale = Scale::new(plan, policy)?;
    let mut out = Vec::new();
    for (at, objective) in plan.objectives().enumerate().filter(|(at, _)| hidden.get(*at) == Some(&true)) {
        for (within, key_result) in objective.key_results.iter().enumerate() {
            let bare = scale.bare(at, plan.first_of(at) + within, key_result);
            out.push((key_result.id.clone(), bare));
        }
    }
    Ok(out)
}

/// What stands in the place of words.
struct Words {
    placeholder: String,
    team: HiddenTeam,
    /// The ids of hidden nodes, with those in their place.
    nodes: BTreeMap<String, String>,
    /// The ids of hidden KPIs, likewise. `None` for one that guards nothing and goes.
    kpis: BTreeMap<String, Option<String>>,
    /// The units of visible key results, which may be told.
    units: BTreeSet<UnitKey>,
    /// By id, what stands in the place of hidden measures and check-ins.
    bare: BTreeMap<String, Bare>,
    values: HiddenValues,
}

impl Words {
    fn new(document: &PlanDocument, hidden: &[bool], bare: BTreeMap<String, Bare>, policy: &RedactionPolicy) -> Self {
        let split = |is_hidden: bool| {
            let objectives = document.objectives.iter().zip(hidden);
            objectives.filter(move |(_, hidden)| **hidden == is_hidden).map(|(objective, _)| objective)
        };
        let ids = |objective: &Objective| -> Vec<String> {
            let below = objective.key_results.iter().map(|key_result| key_result.id.clone());
            std::iter::once(objective.id.clone()).chain(below).collect()
        };
        let taken: BTreeSet<String> = split(false).flat_map(ids).collect();
        let placeholder = usable(&policy.placeholder);
        let nodes = numbered(split(true).flat_map(ids), &placeholder, &taken).collect();

        let seen: BTreeSet<&str> = split(false).flat_map(kpis_of).collect();
        let referred: BTreeSet<&str> = split(true).flat_map(kpis_of).filter(|id| !seen.contains(id)).collect();
        let guarding: BTreeSet<&str> = split(true).flat_map(|objective| objective.guardrails.iter().map(String::as_str)).collect();
        let own = |kpi: &&Kpi| referred.contains(kpi.id.as_str());
        let taken: BTreeSet<String> = document.kpis.iter().filter(|kpi| !own(kpi)).map(|kpi| kpi.id.clone()).collect();
        let guards = document.kpis.iter().filter(|kpi| own(kpi) && guarding.contains(kpi.id.as_str()));
        let mut kpis: BTreeMap<String, Option<String>> = referred.iter().map(|id| ((*id).to_owned(), None)).collect();
        kpis.extend(numbered(guards.map(|kpi| kpi.id.clone()), &placeholder, &taken).map(|(id, name)| (id, Some(name))));

        let mut units = BTreeSet::new();
        for key_result in split(false).flat_map(|objective| &objective.key_results) {
            let amended = key_result
                .amendments
                .iter()
                .filter_map(|amendment| amendment.set.measure.as_ref()?.unit.as_ref());
            units.extend(key_result.measure.unit().into_iter().chain(amended).map(unit_key));
        }
        Self {
            placeholder,
            team: policy.team,
            nodes,
            kpis,
            units,
            bare,
            values: policy.values,
        }
    }

    /// An id, or what stands in its place.
    fn renamed(&self, id: Option<String>) -> Option<String> {
        id.map(|id| self.nodes.get(&id).cloned().unwrap_or(id))
    }

    fn link(&self, link: &Link) -> Link {
        if !self.nodes.contains_key(&link.child) && !self.nodes.contains_key(&link.parent) {
            return link.clone();
        }
        let name = |id: &String| self.nodes.get(id).unwrap_or(id).clone();
        Link {
            child: name(&link.child),
            parent: name(&link.parent),
            kind: link.kind,
            weight: link.weight,
            starts: link.starts,
            ends: link.ends,
            ext: None,
        }
    }

    /// A unit that may be told: one that is the same as a visible one.
    fn unit(&self, unit: Option<&Unit>) -> Option<Unit> {
        let mut unit = unit.filter(|unit| self.units.contains(&unit_key(unit))).cloned()?;
        unit.ext = None;
        Some(unit)
    }
}

/// What makes two units the same.
type UnitKey = (UnitKind, Option<String>, Option<String>, Option<Period>);

fn unit_key(unit: &Unit) -> UnitKey {
    (unit.kind, unit.code.clone(), unit.of.clone(), unit.per)
}

/// The KPIs that an objective and its key results refer to.
fn kpis_of(objective: &Objective) -> impl Iterator<Item = &str> {
    let below = objective.key_results.iter().filter_map(|key_result| key_result.kpi.as_deref());
    objective.guardrails.iter().map(String::as_str).chain(below)
}

/// The placeholder, if ids can be made of it.
fn usable(placeholder: &str) -> String {
    let mut cx = Context::default();
    // As long as any id that will be made of it.
    id::check(&mut cx, "placeholder", &format!("{placeholder}-{}", usize::MAX));
    if cx.has_issues() { PLACEHOLDER.to_owned() } else { placeholder.to_owned() }
}

/// Ids with those that take their place: numbers in order, those left out that somebody has.
fn numbered<'a>(ids: impl Iterator<Item = String> + 'a, placeholder: &'a str, taken: &'a BTreeSet<String>) -> impl Iterator<Item = (String, String)> + 'a {
    let names = (1..).map(move |n: usize| format!("{placeholder}-{n}")).filter(|name| !taken.contains(name));
    ids.zip(names)
}
