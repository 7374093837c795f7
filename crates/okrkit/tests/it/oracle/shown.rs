//! Grades, and a node as the scorecard has it.

use serde_json::{Value, json};

use super::Oracle;
use super::members::Node;
use super::values::{Lack, list, nine, number, text};

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

    /// A node as the scorecard has it; a key result comes with its share.
    pub(super) fn shown(&self, node: &Node, share: Option<f64>) -> Value {
        let progress = node.progress.ok();
        let outcome = match node.progress {
            Ok(_) => "value",
            Err(Lack::NoData) => "no_data",
            Err(Lack::Undefined) => "undefined",
            Err(Lack::NotScored) => "not_scored",
        };
        let grade = node.score.map(|score| self.grade(score));
        let gap = progress.map(|progress| node.expected - progress).filter(|gap| gap.is_finite());
        let ratio = progress
            .map(|progress| progress / node.expected)
            .filter(|ratio| node.expected != 0.0 && ratio.is_finite());
        let mut shown = json!({
            "progress": progress, "outcome": outcome, "score": node.score, "grade": grade, "band": grade.and_then(|grade| self.band(grade)),
            "expected": node.expected, "gap": gap, "ratio": ratio, "status": node.status, "confidence": node.confidence, "stage": node.stage,
        });
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
