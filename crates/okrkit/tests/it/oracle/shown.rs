//! Grades, and a node as the scorecard has it.

use serde_json::{Map, Value, json};

use super::Oracle;
use super::members::{Node, Side, Standing};
use super::readings::target;
use super::values::{Lack, elapsed, list, nine, number, text};

impl<'p> Oracle<'p> {
    /// F14: the score rounded to nine decimals, then to `decimals`, half up on the decimal digits.
    pub(super) fn grade(&self, score: f64) -> f64 {
        let decimals = self.profile["grade"]["decimals"]
            .as_u64()
            .map_or(1, |decimals| u32::try_from(decimals).unwrap().min(9));
        // Adding 0 takes the sign off a −0.
        let billionths: u64 = format!("{:.9}", score + 0.0).replace('.', "").parse().unwrap();
        let unit = 10_u64.pow(9 - decimals);
        let rounded = (billionths + unit / 2) / unit;
        format!("{rounded}e-{decimals}").parse().unwrap()
    }

    /// The last one whose `from` the grade reaches.
    pub(super) fn band(&self, grade: f64) -> Option<&'p str> {
        let reaches = |band: &&Value| nine(grade) >= nine(number(band, "from").unwrap());
        list(&self.profile["grade"], "bands").iter().rfind(reaches).map(|band| text(band, "band"))
    }

    /// What any node shows of its time.
    fn beside(&self, standing: &Standing<'_>) -> Map<String, Value> {
        let beside = json!({
            "elapsed": elapsed(self.day, standing.starts, standing.ends), "starts": standing.starts.to_string(), "ends": standing.ends.to_string(),
            "days_since_check_in": standing.checked_in.map(|on| (self.day - on).num_days()),
        });
        beside.as_object().unwrap().clone()
    }

    pub(super) fn beside_of_key_result(&self, id: &str, measure: &Value, log: &[Value], standing: &Standing<'_>) -> Map<String, Value> {
        let mut beside = self.beside(standing);
        beside.insert("reading".to_owned(), self.shown_reading(id, measure, log));
        beside.insert("target".to_owned(), target(measure).into());
        let owner_status = log.iter().rev().find_map(|check_in| check_in["status"].as_str());
        beside.insert("owner_status".to_owned(), owner_status.into());
        beside
    }

    pub(super) fn beside_of_objective(&self, sides: &[Side], standing: &Standing<'_>) -> Map<String, Value> {
        let mut beside = self.beside(standing);
        let members = sides.iter().flat_map(|side| &side.members).map(|member| member.node.status.as_str());
        beside.insert("net_confidence".to_owned(), net_confidence(members).into());
        beside
    }

    /// A node as the scorecard has it; a key result comes with its share.
    pub(super) fn shown(&self, node: &Node, share: Option<f64>) -> Value {
        let progress = node.progress.ok();
        let (outcome, reason) = match node.progress {
            Ok(_) => ("value", None),
            Err(Lack::NoData(reason)) => ("no_data", Some(reason)),
            Err(Lack::Undefined(reason)) => ("undefined", Some(reason)),
            Err(Lack::NotScored) => ("not_scored", None),
        };
        let grade = node.score.map(|score| self.grade(score));
        let gap = progress.map(|progress| node.expected - progress).filter(|gap| gap.is_finite());
        let ratio = progress
            .map(|progress| progress / node.expected)
            .filter(|ratio| node.expected != 0.0 && ratio.is_finite());
        let mut shown = json!({
            "progress": progress, "outcome": outcome, "reason": reason, "score": node.score, "grade": grade, "band": grade.and_then(|grade| self.band(grade)),
            "expected": node.expected, "gap": gap, "ratio": ratio, "status": node.status, "confidence": node.confidence, "stage": node.stage,
        });
        shown.as_object_mut().unwrap().extend(node.beside.clone());
        if node.has_manual {
            shown["computed_score"] = json!(node.computed);
        }
        if let Some(share) = share {
            shown["share"] = json!(share);
        }
        if let Some(original) = &node.original {
            shown["original"] = original.clone();
        }
        shown
    }
}

/// Share on track or achieved − share at risk, of members with a status. Without a figure, before its first day and dropped, a
/// member has none.
pub(super) fn net_confidence<'s>(statuses: impl Iterator<Item = &'s str>) -> Option<f64> {
    let with_status: Vec<&str> = statuses
        .filter(|status| !["no_data", "not_started", "not_scored", "dropped"].contains(status))
        .collect();
    let share = |wanted: &[&str]| {
        let n = with_status.iter().filter(|status| wanted.contains(status)).count();
        f64::from(u32::try_from(n).unwrap()) / f64::from(u32::try_from(with_status.len()).unwrap())
    };
    (!with_status.is_empty()).then(|| share(&["on_track", "achieved"]) - share(&["at_risk"]))
}
