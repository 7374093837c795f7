//! Groups: the same figures over objectives that have something in common.

use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::Oracle;
use super::members::{Member, Part, roll_up};
use super::shown::net_confidence;
use super::values::{list, text};

/// What objectives are grouped by beside their tags.
const FIXED: [&str; 5] = ["team", "team_tree", "owner", "cycle", "category"];

impl Oracle<'_> {
    pub(super) fn groups(&self) -> Value {
        let objectives = list(self.plan, "objectives");
        let mut groups = json!({});
        for by in FIXED {
            groups[by] = self.grouped(|objective| self.places(objective, by));
        }
        for tag in objectives.iter().filter_map(|objective| objective["tags"].as_object()).flat_map(Map::keys) {
            // A tag that is called like something else is told apart.
            let is_taken = FIXED.contains(&tag.as_str()) || tag == "total" || tag.starts_with("tag:");
            let name = if is_taken { format!("tag:{tag}") } else { tag.clone() };
            groups[name] = self.grouped(|objective| objective["tags"][tag].as_str().map(str::to_owned).into_iter().collect());
        }
        groups
    }

    /// The groups of a kind that an objective belongs to.
    fn places(&self, objective: &Value, by: &str) -> Vec<String> {
        match by {
            "owner" => list(objective, "owners").iter().map(|owner| text(owner, "who").to_owned()).collect(),
            "team_tree" => {
                let mut teams = Vec::new();
                let mut team = &objective["team"];
                while let Some(id) = team.as_str() {
                    teams.push(id.to_owned());
                    team = &list(self.plan, "teams").iter().find(|team| team["id"] == id).unwrap()["parent"];
                }
                teams
            }
            by => objective[by].as_str().map(str::to_owned).into_iter().collect(),
        }
    }

    fn grouped(&self, places: impl Fn(&Value) -> Vec<String>) -> Value {
        let counting = list(self.plan, "objectives").iter().filter(|objective| self.counts(text(objective, "id")));
        let of_groups: Vec<(&str, Vec<String>)> = counting.map(|objective| (text(objective, "id"), places(objective))).collect();
        let mut groups = Map::new();
        for name in of_groups.iter().flat_map(|(_, names)| names) {
            let members = of_groups.iter().filter(|(_, names)| names.contains(name)).map(|(id, _)| *id);
            groups.insert(name.clone(), self.group(members));
        }
        groups.into()
    }

    pub(super) fn total(&self) -> Value {
        let ids = list(self.plan, "objectives").iter().map(|objective| text(objective, "id"));
        self.group(ids.filter(|id| self.counts(id)))
    }

    /// Each objective counts alike.
    fn group<'i>(&self, ids: impl Iterator<Item = &'i str>) -> Value {
        let member = |id| Member {
            part: Part::Free(1.0),
            node: self.node(id),
        };
        let members: Vec<Member> = ids.map(member).collect();
        let mut status = Map::new();
        for member in &members {
            let n = status.get(&member.node.status).and_then(Value::as_u64).unwrap_or(0);
            status.insert(member.node.status.clone(), (n + 1).into());
        }
        let entered = |member: &Member| self.member_progress(member).map(|_| member.node.expected);
        let finite = |figure: Option<f64>| figure.filter(|figure| figure.is_finite());
        let score = roll_up(&members, |member| self.member_score(member));
        let grade = score.map(|score| self.grade(score));
        json!({
            "n": members.len(), "progress": finite(roll_up(&members, |member| self.member_progress(member))),
            "score": score, "grade": grade, "band": grade.and_then(|grade| self.band(grade)),
            "expected": finite(roll_up(&members, entered)), "confidence": roll_up(&members, |member| member.node.confidence),
            "status": status, "net_confidence": net_confidence(members.iter().map(|member| Rc::as_ref(&member.node).status.as_str())),
        })
    }
}
