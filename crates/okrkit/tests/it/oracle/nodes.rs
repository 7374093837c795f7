//! The figures of a node.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Oracle;
use super::members::{Member, Node, Part, Side, Standing, mix, roll_up, shares};
use super::readings::target;
use super::terms::plainly;
use super::values::{Lack, date, day_of, elapsed, finite, list, number, text, word};

impl<'p> Oracle<'p> {
    pub(super) fn key_result(&self, objective: &'p Value, key_result: &'p Value) -> Node {
        let id = text(key_result, "id");
        let terms = self.judged(key_result);
        let log = self.check_ins(objective, key_result);
        let (starts, ends) = self.period(objective, terms.starts, terms.ends);
        let figure = self.progress(id, &terms.measure, &log, self.cycle(objective));
        let progress = figure.map(|figure| self.clamp("shown", figure));
        // A score is in [0,1] in every profile: the progress clamped.
        let pure = progress.ok().map(|progress| progress.clamp(0.0, 1.0));
        // What is observed is never scored, by hand either.
        let manual = self.manual_score(key_result).filter(|_| progress != Err(Lack::NotScored));
        let expected = self.expected(&terms, starts, ends);
        let confidence = log.iter().rev().find_map(|check_in| number(check_in, "confidence"));
        let checked_in = log.last().map(|check_in| date(text(check_in, "on")));
        let ambition = word(objective, "ambition", "aspirational");
        let standing = Standing {
            stage: self.stage(key_result),
            ambition,
            starts,
            ends,
            progress,
            pure,
            expected,
            confidence,
            checked_in,
            is_withheld: false,
        };
        Node {
            id: id.to_owned(),
            progress,
            reading: self.numeric_reading(id, &terms.measure, &log),
            score: manual.or(pure),
            computed: pure,
            pure,
            has_manual: manual.is_some(),
            expected,
            ends,
            confidence,
            checked_in,
            beside: self.beside_of_key_result(id, &terms.measure, &log, &standing),
            status: self.key_result_status(&terms.measure, figure, &standing),
            stage: standing.stage.to_owned(),
            shares: HashMap::new(),
            original: self.original(objective, key_result, &log),
        }
    }

    /// The figures by the measure as written, where amendments made it another.
    pub(super) fn original(&self, objective: &'p Value, key_result: &'p Value, log: &[Value]) -> Option<Value> {
        let measure = &key_result["measure"];
        if plainly(measure) == plainly(&self.in_force(key_result).measure) {
            return None;
        }
        let figure = self.progress(text(key_result, "id"), measure, log, self.cycle(objective));
        let progress = figure.ok().map(|figure| self.clamp("shown", figure));
        Some(json!({"target": target(measure), "progress": progress, "score": progress.map(|progress| progress.clamp(0.0, 1.0))}))
    }

    pub(super) fn objective(&self, objective: &'p Value) -> Node {
        let sides = self.sides(objective);
        let (starts, ends) = self.period(objective, day_of(objective, "starts"), day_of(objective, "ends"));
        let sum = mix(&sides, |side| roll_up(&side.members, |member| self.member_progress(member)));
        let progress = sum
            .ok_or(Lack::NoData("no_members"))
            .and_then(finite)
            .map(|progress| self.clamp("objective", progress));
        let computed = mix(&sides, |side| roll_up(&side.members, |member| self.member_score(member)));
        let pure = mix(&sides, |side| roll_up(&side.members, |member| self.member_pure_score(member)));
        let manual = self.manual_score(objective);
        let confidence = mix(&sides, |side| roll_up(&side.members, |member| member.node.confidence));
        // F12: an objective's e is F9 over the members that entered its progress; without any, its τ.
        let entered = |member: &Member| self.member_progress(member).map(|_| member.node.expected);
        let expected = mix(&sides, |side| roll_up(&side.members, entered)).filter(|expected| expected.is_finite());
        let expected = expected.unwrap_or_else(|| elapsed(self.day, starts, ends));
        // Of an objective the freshest of its key results.
        let own = list(objective, "key_results").iter().map(|key_result| self.node(text(key_result, "id")));
        let checked_in = own.filter_map(|node| node.checked_in).max();
        let ambition = word(objective, "ambition", "aspirational");
        let standing = Standing {
            stage: self.stage(objective),
            ambition,
            starts,
            ends,
            progress,
            pure,
            expected,
            confidence,
            checked_in,
            is_withheld: self.is_withheld(objective),
        };
        Node {
            id: text(objective, "id").to_owned(),
            progress,
            reading: None,
            score: manual.or(computed),
            computed,
            pure,
            has_manual: manual.is_some(),
            expected,
            ends,
            confidence,
            checked_in,
            beside: self.beside_of_objective(&sides, &standing),
            status: self.objective_status(&sides, &standing),
            stage: standing.stage.to_owned(),
            shares: self.resulting_shares(&sides),
            original: None,
        }
    }

    /// What every member resulted to count for in the progress of its objective.
    pub(super) fn resulting_shares(&self, sides: &[Side]) -> HashMap<String, f64> {
        let parts = |side: &Side| -> Vec<(Part, bool)> {
            side.members
                .iter()
                .map(|member| (member.part, self.member_progress(member).is_some()))
                .collect()
        };
        let with_figure = sides.iter().filter(|side| parts(side).iter().any(|(_, has)| *has)).count();
        let mut resulting = HashMap::new();
        for side in sides {
            let counts = if with_figure > 1 { side.counts } else { 1.0 };
            for (member, share) in side.members.iter().zip(shares(&parts(side))) {
                resulting.insert(member.node.id.clone(), counts * share);
            }
        }
        resulting
    }
}
