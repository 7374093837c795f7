//! Group-bys: the same figures over objectives that have something in common.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::roll_up::{Figure, Member, Part, Side};
use super::status::net_confidence;
use super::{Scorecard, Sheet};
use crate::plan::{Node, Status};

/// What objectives are grouped by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupBy {
    /// The team an objective belongs to.
    Team,
    /// The same, with the objectives of the teams below.
    TeamTree,
    /// Each of its owners.
    Owner,
    /// Its cycle.
    Cycle,
    /// Its category.
    Category,
    /// The value of one of its tags.
    Tag(String),
}

impl GroupBy {
    /// What objectives are grouped by in every plan.
    pub(super) const FIXED: [Self; 5] = [Self::Team, Self::TeamTree, Self::Owner, Self::Cycle, Self::Category];

    /// What a [name](Self::name) stands for; one that is none of the fixed five is a tag.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let fixed = Self::FIXED.iter().find(|by| by.name() == name);
        fixed
            .cloned()
            .unwrap_or_else(|| Self::Tag(name.strip_prefix("tag:").unwrap_or(name).to_owned()))
    }

    /// The name in the scorecard: `team`, `team_tree`, `owner`, `cycle`, `category`, or the tag. A tag that has the name of one
    /// of these (or is called `total`) is written `tag:team`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Team => "team".to_owned(),
            Self::TeamTree => "team_tree".to_owned(),
            Self::Owner => "owner".to_owned(),
            Self::Cycle => "cycle".to_owned(),
            Self::Category => "category".to_owned(),
            Self::Tag(tag) if matches!(tag.as_str(), "team" | "team_tree" | "owner" | "cycle" | "category" | "total") || tag.starts_with("tag:") => {
                format!("tag:{tag}")
            }
            Self::Tag(tag) => tag.clone(),
        }
    }
}

/// One group: what it is grouped by, and which.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// All objectives that count.
    Total,
    /// Those that have this in common: a team or cycle id, an owner, a category, the value of a tag.
    Of(GroupBy, String),
}

/// The figures of a group. Every objective that is active or closed counts once, whatever its size.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GroupScore {
    /// How many objectives are in it.
    pub n: usize,
    /// The mean progress of those with a figure; missing ones by the profile, as in a roll-up.
    pub progress: Option<f64>,
    /// The mean score, likewise.
    pub score: Option<f64>,
    /// F14 of the score.
    pub grade: Option<f64>,
    /// The band of the grade.
    pub band: Option<Arc<str>>,
    /// The mean of what is expected of those that entered the progress.
    pub expected: Option<f64>,
    /// The mean confidence of those that have one.
    pub confidence: Option<f64>,
    /// How many have each status.
    pub status: BTreeMap<Status, usize>,
    /// Share on track or achieved − share at risk, of those with a verdict; in \[−1,1\].
    pub net_confidence: Option<f64>,
}

/// The objectives of each group of a kind, by their places.
pub(crate) fn members_of(sheet: &Sheet<'_>, by: &GroupBy) -> BTreeMap<String, Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in 0..sheet.plan.n_objectives() {
        if !sheet.objectives.get(at).is_some_and(|line| line.node.stage.counts()) {
            continue;
        }
        // Cycles and teams are known without its values.
        let objective = || sheet.plan.objective_at(at).into_iter();
        let mut add = |name: &str| {
            let members = groups.entry(name.to_owned()).or_default();
            // An owner named twice still owns it once.
            if members.last() != Some(&at) {
                members.push(at);
            }
        };
        match by {
            GroupBy::Team => {
                if let Some(team) = sheet.plan.team_of(at).and_then(|team| sheet.plan.teams().get(team)) {
                    add(&team.id);
                }
            }
            GroupBy::TeamTree => {
                let mut team = sheet.plan.team_of(at);
                while let Some(place) = team {
                    sheet.plan.teams().get(place).into_iter().for_each(|team| add(&team.id));
                    team = sheet.plan.team_above(place);
                }
            }
            GroupBy::Cycle => {
                if let Some(cycle) = sheet.plan.cycle_of(at) {
                    add(&cycle.id);
                }
            }
            GroupBy::Owner => objective().flat_map(|objective| &objective.owners).for_each(|owner| add(&owner.who)),
            GroupBy::Category => objective()
                .filter_map(|objective| objective.category.as_ref())
                .for_each(|category| add(category)),
            GroupBy::Tag(tag) => objective().filter_map(|objective| objective.tags.get(tag)).for_each(|value| add(value)),
        }
    }
    groups
}

/// The objectives of each group of every tag, by tag and value: all in one pass, however many tags there are.
pub(crate) fn members_by_tag<'a>(sheet: &Sheet<'a>) -> BTreeMap<&'a str, BTreeMap<&'a str, Vec<usize>>> {
    let mut tags: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (at, objective) in sheet.plan.objectives().enumerate() {
        let counts = sheet.objectives.get(at).is_some_and(|line| line.node.stage.counts());
        for (tag, value) in &objective.tags {
            let groups = tags.entry(tag).or_default();
            if counts {
                groups.entry(value).or_default().push(at);
            }
        }
    }
    tags
}

impl Sheet<'_> {
    /// The members of a group as of a roll-up in which each counts 1.
    pub(crate) fn group_side(&self, places: impl IntoIterator<Item = usize>) -> Side {
        let members = places.into_iter().filter_map(|at| self.member(Node::Objective(at), Part::Free(1.0)).ok());
        Side {
            members: members.collect(),
            ..Side::default()
        }
    }

    pub(crate) fn group(&self, places: impl IntoIterator<Item = usize>) -> GroupScore {
        let side = self.group_side(places);
        let statuses = || side.members.iter().map(|member: &Member| member.status);
        let mut status = BTreeMap::new();
        for found in statuses() {
            *status.entry(found).or_insert(0) += 1;
        }
        let score = side.roll_up(Figure::Score);
        let grade = score.map(|score| self.profile.grade_of(score));
        GroupScore {
            n: side.members.len(),
            progress: side.roll_up(Figure::Progress).filter(|progress| progress.is_finite()),
            score,
            grade,
            band: self.band(grade),
            expected: side.roll_up(Figure::Expected).filter(|expected| expected.is_finite()),
            confidence: side.roll_up(Figure::Confidence),
            status,
            net_confidence: net_confidence(statuses()),
        }
    }
}

impl Scorecard {
    /// What the objectives can be grouped by: the fixed five and every tag there is.
    #[must_use]
    pub fn group_bys(&self) -> Vec<GroupBy> {
        let tags: BTreeSet<&String> = self.plan().objectives().flat_map(|objective| objective.tags.keys()).collect();
        GroupBy::FIXED.into_iter().chain(tags.into_iter().cloned().map(GroupBy::Tag)).collect()
    }

    /// The groups of a kind, by name. Computed when asked for.
    ///
    /// Draft and dropped objectives enter none. By team, objectives without a team enter none, and so on.
    #[must_use]
    pub fn group_by(&self, by: &GroupBy) -> BTreeMap<String, GroupScore> {
        let sheet = self.sheet();
        members_of(&sheet, by).into_iter().map(|(name, places)| (name, sheet.group(places))).collect()
    }

    /// The figures over all objectives.
    #[must_use]
    pub fn total(&self) -> GroupScore {
        self.sheet().group(0..self.plan().n_objectives())
    }
}
