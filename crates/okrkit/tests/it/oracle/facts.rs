//! The dated facts that hold on the day.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::Oracle;
use super::terms::Terms;
use super::values::{date, day_of, instant, list, number, text, word};

impl<'p> Oracle<'p> {
    /// A fact without `recorded` is known from 00:00 UTC of its `on`.
    pub(super) fn is_known(&self, fact: &Value) -> bool {
        let recorded = || {
            fact["recorded"]
                .as_str()
                .map_or_else(|| date(text(fact, "on")).and_time(NaiveTime::MIN).and_utc(), instant)
        };
        self.known.is_none_or(|known| recorded() <= known)
    }

    /// The dated facts that hold on the day, oldest first, those of a day as they stand in the list.
    pub(super) fn facts(&self, node: &'p Value, field: &str) -> Vec<&'p Value> {
        let mut facts: Vec<&Value> = list(node, field)
            .iter()
            .filter(|fact| self.is_known(fact) && date(text(fact, "on")) <= self.day)
            .collect();
        facts.sort_by_key(|fact| date(text(fact, "on")));
        facts
    }

    pub(super) fn stage(&self, node: &'p Value) -> &'p str {
        let default = if list(node, "stages").is_empty() { "active" } else { "draft" };
        let before = word(node, "stage", default);
        self.facts(node, "stages").last().map_or(before, |change| text(change, "stage"))
    }

    /// Whether a dated change closed or dropped the node and still held at the end of a day.
    pub(super) fn is_over_by_change(&self, node: &'p Value, day: NaiveDate) -> bool {
        let changes = self.facts(node, "stages");
        let holds = changes.iter().rfind(|change| date(text(change, "on")) <= day);
        holds.is_some_and(|change| matches!(text(change, "stage"), "closed" | "dropped"))
    }

    /// A closed or dropped node takes no check-in dated after that day, until it is taken up again.
    pub(super) fn is_frozen(&self, node: &'p Value, on: NaiveDate) -> bool {
        self.is_over_by_change(node, on.pred_opt().unwrap()) && self.is_over_by_change(node, on)
    }

    pub(super) fn check_ins(&self, objective: &'p Value, key_result: &'p Value) -> Vec<Value> {
        let mut check_ins = self.facts(key_result, "check_ins");
        check_ins.retain(|check_in| {
            let on = date(text(check_in, "on"));
            !self.is_frozen(key_result, on) && !self.is_frozen(objective, on)
        });
        let replaced: Vec<&Value> = check_ins.iter().map(|check_in| &check_in["replaces"]).filter(|id| !id.is_null()).collect();
        let stands = |check_in: &&&Value| !replaced.contains(&&check_in["id"]) && check_in["void"] != true;
        check_ins.iter().filter(stands).map(|check_in| (*check_in).clone()).collect()
    }

    pub(super) fn manual_score(&self, node: &'p Value) -> Option<f64> {
        self.facts(node, "manual_scores").last().and_then(|score| number(score, "value"))
    }

    pub(super) fn in_force(&self, key_result: &'p Value) -> Terms {
        let mut terms = Terms::written(key_result);
        for amendment in self.facts(key_result, "amendments") {
            terms.amend(&amendment["set"]);
        }
        terms
    }

    /// What it is judged by: the terms in force, or by goalposts as written with the weight in force.
    pub(super) fn judged(&self, key_result: &'p Value) -> Terms {
        let in_force = self.in_force(key_result);
        if self.profile["goalposts"] == "original" {
            return Terms {
                weight: in_force.weight,
                share: in_force.share,
                ..Terms::written(key_result)
            };
        }
        in_force
    }

    /// Its own dates, else the objective's, else the cycle's.
    pub(super) fn period(&self, objective: &Value, starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
        let above = |field| day_of(objective, field).unwrap_or_else(|| date(text(self.cycle(objective), field)));
        (starts.unwrap_or_else(|| above("starts")), ends.unwrap_or_else(|| above("ends")))
    }

    pub(super) fn clamp(&self, which: &str, figure: f64) -> f64 {
        let clamp = &self.profile["clamp"][which];
        let floored = number(clamp, "floor").map_or(figure, |floor| figure.max(floor));
        number(clamp, "cap").map_or(floored, |cap| floored.min(cap))
    }

    pub(super) fn anchor(&self, name: &str) -> f64 {
        number(&self.profile["anchors"], name).unwrap()
    }
}
