//! Whole plans, valid whatever the tape says.

use std::collections::BTreeSet;

use okrkit::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::measures::{self, Around};
use super::{Json, Tape, day, set, tapes};

/// A plan, and days and instants at which it is worth looking at it.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) plan: Json,
    pub(crate) on: Date,
    pub(crate) known: Option<String>,
}

/// Valid plans with a day to look at them.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    tapes(1200).prop_map(|mut tape| case(&mut tape))
}

/// Valid plans.
pub(crate) fn plans() -> impl Strategy<Value = Json> {
    cases().prop_map(|case| case.plan)
}

pub(crate) fn case(tape: &mut Tape) -> Case {
    let starts: Date = tape.pick(&["2026-01-01", "2026-01-31", "2025-11-30", "2024-02-29"]).parse().unwrap();
    let on = if tape.chance(25) { tape.between(-5, 130) } else { tape.between(30, 110) };
    let on = day(starts, on);
    let known = tape.maybe(30, |tape| instant(tape, on));
    Case {
        plan: Json(plan(tape, starts)),
        on,
        known,
    }
}

/// An instant around a day, written with an offset now and then.
pub(crate) fn instant(tape: &mut Tape, on: Date) -> String {
    let at = day(on, tape.between(-3, 20));
    format!("{at}{}", tape.pick(&["T09:00:00Z", "T00:00:00Z", "T23:30:00-02:00", "T01:15:30.5+03:00"]))
}

/// What is drawn up once for a plan.
struct Drawing<'t> {
    tape: &'t mut Tape,
    around: Around,
    /// First day and length of the cycle of the objective at hand.
    starts: Date,
    length: i32,
    n_check_ins: usize,
}

fn plan(tape: &mut Tape, starts: Date) -> Value {
    let length = tape.pick(&[89, 0, 1, 6, 30, 58, 120]);
    let mut year = json!({"id": "year", "starts": day(starts, -40).to_string(), "ends": day(starts, 200).to_string(), "check_in_every": "month"});
    set(&mut year, "title", tape.maybe(30, |_| json!({"en": "The year", "ar": "السنة"})));
    let mut quarter = json!({"id": "quarter", "starts": starts.to_string(), "ends": day(starts, length).to_string(), "parent": "year"});
    set(
        &mut quarter,
        "check_in_every",
        tape.maybe(60, |tape| tape.pick(&["week", "month", "two_weeks", "day"])),
    );
    let teams: Vec<Value> = (0..tape.below(4))
        .map(|n| {
            let mut team = json!({"id": format!("team {n}"), "title": format!("Team {n}")});
            set(&mut team, "parent", (n > 0 && tape.chance(80)).then(|| format!("team {}", tape.below(n))));
            team
        })
        .collect();
    let mut plan = json!({"okrkit": 1, "id": "plan", "cycles": [year, quarter]});
    set(&mut plan, "title", tape.maybe(30, |_| "Plan ٢٠٢٦"));
    set(&mut plan, "profile", tape.maybe(20, |tape| tape.pick(&["viva", "15five", "notion"])));
    set(&mut plan, "ext", tape.maybe(10, |_| json!([null, {"of": "one's own"}])));
    if !teams.is_empty() {
        plan["teams"] = teams.clone().into();
    }
    let unit = measures::units(tape);
    let mut drawing = Drawing {
        tape,
        around: Around { unit, starts },
        starts,
        length,
        n_check_ins: 0,
    };
    let n_objectives = 1 + drawing.tape.below(4);
    let objectives: Vec<Value> = (0..n_objectives).map(|n| drawing.objective(n, &teams)).collect();
    let links = drawing.links(&objectives);
    plan["objectives"] = objectives.into();
    if !links.is_empty() {
        plan["links"] = links.into();
    }
    super::beside::add(tape, &mut plan, starts);
    plan
}

impl Drawing<'_> {
    fn objective(&mut self, n: usize, teams: &[Value]) -> Value {
        let mut objective = json!({"id": format!("o{n}"), "title": format!("Objective {n}")});
        if self.tape.chance(25) {
            objective["title"] = json!({"en": "Grow", "ar": "تنمية"});
        }
        let (cycle, starts, length) = if self.tape.chance(25) {
            ("year", day(self.around.starts, -40), 240)
        } else {
            ("quarter", self.around.starts, self.length)
        };
        let whole = (self.starts, self.length);
        (self.starts, self.length) = (starts, length);
        objective["cycle"] = cycle.into();
        set(
            &mut objective,
            "team",
            (!teams.is_empty() && self.tape.chance(70)).then(|| self.tape.pick(teams)["id"].clone()),
        );
        set(&mut objective, "owners", self.tape.maybe(30, owners));
        set(
            &mut objective,
            "category",
            self.tape.maybe(20, |tape| tape.pick(&["revenue", "customer", "نمو"])),
        );
        set(
            &mut objective,
            "ambition",
            self.tape.maybe(40, |tape| tape.pick(&["committed", "learning", "aspirational"])),
        );
        set(
            &mut objective,
            "tags",
            self.tape.maybe(20, |tape| json!({"region": tape.pick(&["gulf", "الخليج"])})),
        );
        self.dates(&mut objective);
        self.stages(&mut objective);
        set(&mut objective, "learned", self.tape.maybe(5, |_| "that it rains"));
        let scores = self.manual_scores();
        set(&mut objective, "manual_scores", scores);
        let n_key_results = self.tape.below(5);
        let key_results: Vec<Value> = (0..n_key_results).map(|k| self.key_result(n, k, n_key_results)).collect();
        if !key_results.is_empty() {
            objective["key_results"] = key_results.into();
        }
        (self.starts, self.length) = whole;
        objective
    }

    /// Dates of a node's own. Every first day lies on or before every last one, so that any of them fit each other.
    fn dates(&mut self, node: &mut Value) {
        let (starts, ends) = (self.own_start(12), self.own_end(20));
        set(node, "starts", starts);
        set(node, "ends", ends);
    }

    fn own_start(&mut self, percent: u16) -> Option<String> {
        let (starts, last) = (self.starts, self.length.min(10));
        self.tape.maybe(percent, |tape| day(starts, tape.between(-5, last)).to_string())
    }

    fn own_end(&mut self, percent: u16) -> Option<String> {
        let starts = self.starts;
        self.tape.maybe(percent, |tape| day(starts, tape.between(10, 150)).to_string())
    }

    fn fact_day(&mut self) -> Date {
        let last = if self.tape.chance(30) { 140 } else { 60 };
        day(self.around.starts, self.tape.between(-5, last))
    }

    /// A dated fact, recorded later now and then.
    fn fact(&mut self) -> Value {
        let on = self.fact_day();
        let mut fact = json!({"on": on.to_string()});
        set(&mut fact, "recorded", self.tape.maybe(20, |tape| instant(tape, on)));
        set(&mut fact, "by", self.tape.maybe(10, |_| "amal"));
        fact
    }

    fn stages(&mut self, node: &mut Value) {
        set(node, "stage", self.tape.maybe(10, |tape| tape.pick(&["active", "closed", "draft", "dropped"])));
        if self.tape.chance(12) {
            let mut changes = Vec::new();
            for _ in 0..=self.tape.below(3) {
                let mut change = self.fact();
                change["stage"] = self.tape.pick(&["active", "closed", "dropped", "draft"]).into();
                changes.push(change);
            }
            node["stages"] = changes.into();
        }
    }

    fn manual_scores(&mut self) -> Option<Vec<Value>> {
        if !self.tape.chance(12) {
            return None;
        }
        let mut scores = Vec::new();
        for _ in 0..=self.tape.below(2) {
            let mut score = self.fact();
            score["value"] = self.tape.pick(&[1.0, 0.0, 0.65, 0.7, 1.0 / 3.0]).into();
            scores.push(score);
        }
        Some(scores)
    }

    /// A key result, `k` of `n` of its objective. Fixed shares are never more than an n-th.
    fn key_result(&mut self, objective: usize, k: usize, n: usize) -> Value {
        let around = self.around.clone();
        let mut key_result = json!({"id": format!("o{objective}k{k}"), "title": format!("Key result {k}")});
        key_result["measure"] = measures::measure(self.tape, &around);
        if let Some((field, value)) = self.part(n) {
            key_result[field] = value.into();
        }
        set(&mut key_result, "owners", self.tape.maybe(15, owners));
        self.dates(&mut key_result);
        self.stages(&mut key_result);
        let scores = self.manual_scores();
        set(&mut key_result, "manual_scores", scores);
        let path = self.tape.chance(25).then(|| self.path(&key_result["measure"])).flatten();
        set(&mut key_result, "expected_path", path);
        let check_ins = self.check_ins(&key_result["measure"]);
        set(&mut key_result, "check_ins", Some(check_ins).filter(|check_ins| !check_ins.is_empty()));
        if self.tape.chance(25) {
            let mut amendments = Vec::new();
            for _ in 0..=self.tape.below(2) {
                amendments.extend(self.amendment(&key_result["measure"], n));
            }
            set(&mut key_result, "amendments", Some(amendments).filter(|amendments| !amendments.is_empty()));
        }
        key_result
    }

    /// A weight, a share, or neither.
    fn part(&mut self, n: usize) -> Option<(&'static str, f64)> {
        let n = f64::from(u32::try_from(n).unwrap());
        match self.tape.below(4) {
            0 | 1 => None,
            2 => Some(("weight", self.tape.pick(&[2.0, 1.0, 0.3, 0.0, 7.0]))),
            _ => Some(("share", self.tape.pick(&[0.5, 1.0, 0.2, 0.0]) / n)),
        }
    }

    fn path(&mut self, measure: &Value) -> Option<Vec<Value>> {
        let takes_path = match measure["kind"].as_str().unwrap() {
            "metric" | "change" | "exact" | "bands" | "levels" => true,
            "threshold" => !measure["judge"].is_object(),
            "children" => measure["roll_up"] == "sum",
            _ => false,
        };
        takes_path.then(|| {
            let mut at = day(self.starts, self.tape.between(-3, 20));
            let mut point = || {
                at = day(at, self.tape.between(1, 40));
                json!({"on": at.to_string(), "value": self.tape.number(-5, 45)})
            };
            let first = point();
            std::iter::once(first).chain((0..2).map(|_| point())).collect()
        })
    }

    fn check_ins(&mut self, measure: &Value) -> Vec<Value> {
        let mut check_ins: Vec<Value> = Vec::new();
        let mut named: Vec<String> = Vec::new();
        for _ in 0..self.tape.pick(&[0, 1, 2, 3, 5, 7]) {
            let mut check_in = self.fact();
            let replaces = (!named.is_empty() && self.tape.chance(30)).then(|| self.tape.pick(&named));
            let void = replaces.is_some() && self.tape.chance(40);
            set(&mut check_in, "replaces", replaces);
            set(&mut check_in, "void", void.then_some(true));
            if !void {
                for (field, value) in measures::figures(self.tape, measure) {
                    check_in[field] = value;
                }
            }
            set(&mut check_in, "confidence", self.tape.maybe(40, |tape| tape.pick(&[0.6, 1.0, 0.0, 0.35])));
            set(&mut check_in, "status", self.tape.maybe(10, |tape| tape.pick(&["on_track", "at_risk"])));
            set(&mut check_in, "note", self.tape.maybe(10, |_| "تجديدان كبيران"));
            set(&mut check_in, "source", self.tape.maybe(10, |tape| tape.pick(&["api", "import", "manual"])));
            if self.tape.chance(25) {
                self.n_check_ins += 1;
                let id = format!("c{}", self.n_check_ins);
                check_in["id"] = id.clone().into();
                named.push(id);
            }
            check_ins.push(check_in);
        }
        // Mostly in the order of their days, as people enter them.
        if self.tape.chance(60) {
            let is_free = check_ins.iter().all(|check_in| check_in["replaces"].is_null());
            if is_free {
                check_ins.sort_by_key(|check_in| check_in["on"].as_str().unwrap().to_owned());
            }
        }
        check_ins
    }

    fn amendment(&mut self, measure: &Value, n: usize) -> Option<Value> {
        let around = self.around.clone();
        let mut fields = json!({});
        let amended = self.tape.maybe(60, |tape| measures::amended(tape, measure, &around)).flatten();
        set(&mut fields, "measure", amended);
        if let Some((field, value)) = self.tape.chance(40).then(|| self.part(n)).flatten() {
            fields[field] = value.into();
        }
        let (starts, ends) = (self.own_start(10), self.own_end(20));
        set(&mut fields, "starts", starts);
        set(&mut fields, "ends", ends);
        let path = self.tape.chance(10).then(|| self.path(measure)).flatten();
        set(&mut fields, "expected_path", path);
        if fields == json!({}) {
            return None;
        }
        let mut amendment = self.fact();
        amendment["reason"] = "a distributor left".into();
        amendment["set"] = fields;
        Some(amendment)
    }

    /// Links from later to earlier objectives and key results, so that none goes round.
    fn links(&mut self, objectives: &[Value]) -> Vec<Value> {
        let nodes: Vec<(usize, &Value, Option<&Value>)> = objectives
            .iter()
            .enumerate()
            .flat_map(|(n, objective)| {
                let own = objective["key_results"].as_array().into_iter().flatten();
                std::iter::once((n, objective, None)).chain(own.map(move |key_result| (n, objective, Some(key_result))))
            })
            .collect();
        let id = |node: &(usize, &Value, Option<&Value>)| node.2.unwrap_or(node.1)["id"].as_str().unwrap().to_owned();
        let mut pairs = BTreeSet::new();
        let mut links = Vec::new();
        for _ in 0..self.tape.below(30) {
            let (one, other) = (self.tape.below(nodes.len()), self.tape.below(nodes.len()));
            let (parent, child) = (&nodes[one.min(other)], &nodes[one.max(other)]);
            // Mostly to what can be contributed to.
            if !may_contribute(child.2, parent.2) && self.tape.chance(80) {
                continue;
            }
            let within = parent.0 == child.0;
            if one == other || (within && parent.2.is_none()) || !pairs.insert((id(child), id(parent))) {
                continue;
            }
            let mut link = json!({"child": id(child), "parent": id(parent)});
            if !may_contribute(child.2, parent.2) || self.tape.chance(12) {
                link["kind"] = "supports".into();
            }
            set(&mut link, "weight", self.tape.maybe(50, |tape| tape.pick(&[2.0, 0.5, 3.0, 0.0, 1.0])));
            let (starts, first) = (self.around.starts, self.tape.between(-5, 60));
            set(&mut link, "starts", self.tape.maybe(15, |_| day(starts, first).to_string()));
            set(
                &mut link,
                "ends",
                self.tape.maybe(15, |tape| day(starts, first + tape.between(0, 60)).to_string()),
            );
            links.push(link);
        }
        links
    }
}

/// Whether a contribution is allowed: to objectives always, to key results that measure their children, and where these add up
/// readings only from key results whose reading is a number.
fn may_contribute(child: Option<&Value>, parent: Option<&Value>) -> bool {
    let Some(parent) = parent.map(|parent| &parent["measure"]) else { return true };
    if parent["kind"] != "children" {
        return false;
    }
    if parent["roll_up"] != "sum" {
        return true;
    }
    child.map(|child| &child["measure"]).is_some_and(|child| match child["kind"].as_str().unwrap() {
        // How many events counted is in no unit, and most sums are in one.
        "zones" | "milestones" | "done" | "composite" | "observe" | "events" => false,
        "children" => child["roll_up"] == "sum",
        // With batches alone it has a progress and no reading, and what that adds the specification does not say.
        "threshold" => child["judge"]["share_of"] != "check_ins",
        _ => true,
    })
}

fn owners(tape: &mut Tape) -> Value {
    let mut first = json!({"who": "amal"});
    set(&mut first, "share", tape.maybe(50, |tape| tape.pick(&[0.6, 0.0, 0.25])));
    let second = tape.maybe(50, |_| json!({"who": "badr", "share": 0.4}));
    Value::Array(std::iter::once(first).chain(second).collect())
}
