//! What is expected, and status.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::Oracle;
use super::members::{Side, Standing};
use super::readings::milestones;
use super::terms::Terms;
use super::values::{Figure, Lack, date, days_between, elapsed, finite, linear, list, met, nine, number, text, within};

impl<'p> Oracle<'p> {
    /// F12: what progress is expected on the day.
    pub(super) fn expected(&self, terms: &Terms, starts: NaiveDate, ends: NaiveDate) -> f64 {
        let tau = elapsed(self.day, starts, ends);
        let measure = &terms.measure;
        let figure = if terms.path.is_empty() {
            self.straight_line(measure, tau)
        } else {
            self.on_path(&terms.path).and_then(|value| self.through(measure, value))
        };
        figure.unwrap_or(tau)
    }

    /// F12: the straight line start→target at τ put through the measure.
    pub(super) fn straight_line(&self, measure: &Value, tau: f64) -> Figure {
        match text(measure, "kind") {
            "levels" => {
                let start = number(measure, "start").ok_or(Lack::NoData("start"))?;
                let aim = ["target", "stretch", "commit"].into_iter().find_map(|level| number(measure, level)).unwrap();
                self.levels(measure, finite(start + (aim - start) * tau)?)
            }
            "zones" => Ok(self.anchor("target") * tau),
            "milestones" if list(measure, "steps").iter().all(|step| step["ends"].is_string()) => {
                milestones(measure, |step| date(text(step, "ends")) <= self.day)
            }
            _ => Ok(tau),
        }
    }

    /// F12: `expected_path`, linear between, flat outside.
    pub(super) fn on_path(&self, path: &[Value]) -> Figure {
        let origin = date(text(&path[0], "on"));
        let points: Vec<(f64, f64)> = path
            .iter()
            .map(|point| (days_between(origin, date(text(point, "on"))), number(point, "value").unwrap()))
            .collect();
        linear(&points, days_between(origin, self.day))
    }

    /// F13 for a key result.
    pub(super) fn key_result_status(&self, measure: &Value, figure: Figure, standing: &Standing<'_>) -> String {
        let settled = self.settled(standing);
        if measure["kind"] == "observe" {
            return settled
                .filter(|status| matches!(*status, "dropped" | "not_started"))
                .unwrap_or("not_scored")
                .to_owned();
        }
        if let Some(status) = settled {
            return status.to_owned();
        }
        // A threshold judged by its latest is on track while met, and at its worst while not.
        if measure["kind"] == "threshold" && !measure["judge"].is_object() {
            return if figure == Ok(1.0) {
                "on_track".to_owned()
            } else {
                self.worst_pace().to_owned()
            };
        }
        self.running(standing).to_owned()
    }

    /// F13 for an objective: by its own figures, or the worst of its members.
    pub(super) fn objective_status(&self, sides: &[Side], standing: &Standing<'_>) -> String {
        if let Some(status) = self.settled(standing) {
            return status.to_owned();
        }
        let members = sides.iter().flat_map(|side| &side.members).map(|member| member.node.status.as_str());
        if self.profile["objective_status"] == "worst" {
            let worst = members.min_by_key(|status| severity(status)).unwrap();
            // What its members would make achieved and a guardrail withholds falls to the pace rows.
            return if worst == "achieved" && standing.is_withheld {
                self.running(standing).to_owned()
            } else {
                worst.to_owned()
            };
        }
        self.running(standing).to_owned()
    }

    /// The rows of F13 that come before anything about pace.
    pub(super) fn settled(&self, standing: &Standing<'_>) -> Option<&'static str> {
        if standing.stage == "dropped" {
            return Some("dropped");
        }
        if standing.stage == "draft" || self.day < standing.starts {
            return Some("not_started");
        }
        if standing.progress.is_err() {
            return Some("no_data");
        }
        if standing.stage != "closed" && self.day <= standing.ends {
            return None;
        }
        let Some(success) = number(&self.profile["success"], standing.ambition) else {
            return Some("closed");
        };
        Some(if nine(standing.pure.unwrap()) >= nine(success) && !standing.is_withheld {
            "achieved"
        } else {
            "missed"
        })
    }

    /// The rows of F13 for what runs and has a figure.
    pub(super) fn running(&self, standing: &Standing<'_>) -> &'p str {
        if self.profile["achieve_running"] == true && !standing.is_withheld && standing.progress.is_ok_and(|progress| nine(progress) >= 1.0) {
            return "achieved";
        }
        let row = list(self.profile, "pace")
            .iter()
            .find(|row| row["when"].as_object().is_none_or(|when| self.all_hold(when, standing)));
        text(row.unwrap(), "status")
    }

    pub(super) fn all_hold(&self, when: &Map<String, Value>, standing: &Standing<'_>) -> bool {
        let holds = |name: &str, bounds: &Value| self.fact(name, standing).is_some_and(|fact| within(bounds, nine(fact), nine));
        when.iter().all(|(name, bounds)| holds(name, bounds))
    }

    /// What the pace rows test, by name; manual scores have no part in it.
    pub(super) fn fact(&self, name: &str, standing: &Standing<'_>) -> Option<f64> {
        let (progress, expected) = (standing.progress.ok()?, standing.expected);
        let is_nothing_expected = expected == 0.0;
        match name {
            "gap" => Some(expected - progress),
            "relative_gap" if is_nothing_expected => Some(0.0),
            "relative_gap" => Some((expected - progress) / expected),
            "ratio" if is_nothing_expected => Some(if progress >= 0.0 { f64::INFINITY } else { f64::NEG_INFINITY }),
            "ratio" => Some(progress / expected),
            "progress" => Some(progress),
            "score" => standing.pure,
            "grade" => standing.pure.map(|score| self.grade(score)),
            "elapsed" => Some(elapsed(self.day, standing.starts, standing.ends)),
            "confidence" => standing.confidence,
            "days_since_check_in" => standing.checked_in.map(|on| days_between(on, self.day)),
            other => panic!("when `{other}`"),
        }
    }

    /// Whether the latest known reading of any guardrail is out of its healthy range.
    pub(super) fn is_withheld(&self, objective: &Value) -> bool {
        list(objective, "guardrails").iter().any(|guardrail| {
            let kpi = list(self.plan, "kpis").iter().find(|kpi| kpi["id"] == *guardrail).unwrap();
            let latest = self.facts(kpi, "readings").last().and_then(|reading| number(reading, "value"));
            latest.is_some_and(|value| !met(&kpi["healthy"], value))
        })
    }

    pub(super) fn worst_pace(&self) -> &'p str {
        list(self.profile, "pace")
            .iter()
            .map(|row| text(row, "status"))
            .min_by_key(|status| severity(status))
            .unwrap()
    }
}

/// The worst first.
pub(super) fn severity(status: &str) -> usize {
    let order = ["missed", "at_risk", "behind", "no_data", "not_started", "on_track", "closed", "achieved"];
    order.iter().position(|known| *known == status).unwrap()
}
