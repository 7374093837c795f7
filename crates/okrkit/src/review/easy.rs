//! For whom goals were too easy.

use std::collections::BTreeMap;

use super::{ReviewPolicy, counting_in};
use crate::measure::Outcome;
use crate::plan::{Cycle, Node};
use crate::profile::nine;
use crate::rhythm::{as_days, people_of};
use crate::score::Scorecard;
use crate::wire;

wire::words! {
    /// Who had it easy.
    pub enum TooEasyFor is "whom goals were too easy for" {
        /// A person: the key results they own.
        Person = "person",
        /// A team: the key results of its own objectives.
        Team = "team",
    }
}

/// Somebody whose every result was easy, cycle after cycle.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TooEasy {
    /// A person or a team.
    pub whom: TooEasyFor,
    /// Who, or the id of the team.
    pub name: String,
    /// The ids of the cycles, from the latest back.
    pub cycles: Vec<String>,
    /// How many key results that were.
    pub n_key_results: usize,
}

/// People first, then teams, each in the order of their names.
pub(super) fn too_easy(card: &Scorecard, cycle: &Cycle, policy: &ReviewPolicy) -> Vec<TooEasy> {
    let asked = usize::try_from(as_days(policy.easy_cycles)).unwrap_or(0);
    let chain = chain(card.plan().cycles(), cycle, asked, policy);
    if asked == 0 || chain.len() < asked {
        return Vec::new();
    }
    // Whose results were easy so far, in all cycles that were looked at: how many.
    let mut easy: Option<BTreeMap<(TooEasyFor, String), usize>> = None;
    for cycle in &chain {
        let found = easy_in(card, &cycle.id, policy);
        easy = Some(match easy {
            None => found,
            Some(before) => found.into_iter().filter_map(|(who, n)| before.get(&who).map(|sum| (who, n + sum))).collect(),
        });
    }
    let cycles: Vec<String> = chain.iter().map(|cycle| cycle.id.clone()).collect();
    let told = easy.into_iter().flatten().map(|((whom, name), n_key_results)| TooEasy {
        whom,
        name,
        cycles: cycles.clone(),
        n_key_results,
    });
    told.collect()
}

/// Who had at least one key result in a cycle, all of them easy, with how many.
fn easy_in(card: &Scorecard, cycle: &str, policy: &ReviewPolicy) -> BTreeMap<(TooEasyFor, String), usize> {
    let plan = card.plan();
    let mut found: BTreeMap<(TooEasyFor, String), (usize, bool)> = BTreeMap::new();
    for at in counting_in(plan, card, cycle) {
        let Some(objective) = plan.objective_at(at) else { continue };
        for (within, key_result) in objective.key_results.iter().enumerate() {
            let line = card.sheet().node(Node::KeyResult(plan.first_of(at) + within));
            let Some(line) = line.filter(|line| line.stage.counts() && line.progress != Outcome::NotScored) else {
                continue;
            };
            let is_easy = line.score().is_some_and(|score| nine(score) >= nine(policy.easy_score));
            let people = people_of(objective, Some(key_result)).into_iter().map(|person| (TooEasyFor::Person, person));
            for who in people.chain(objective.team.clone().map(|team| (TooEasyFor::Team, team))) {
                let (n, all_easy) = found.entry(who).or_insert((0, true));
                *n += 1;
                *all_easy &= is_easy;
            }
        }
    }
    found.into_iter().filter(|(_, (_, all_easy))| *all_easy).map(|(who, (n, _))| (who, n)).collect()
}

/// A cycle and those before it, as many as asked for: each about as long, and ending shortly before the next begins; of several
/// the one that ends last.
fn chain<'a>(cycles: &'a [Cycle], last: &'a Cycle, asked: usize, policy: &ReviewPolicy) -> Vec<&'a Cycle> {
    let length = |cycle: &Cycle| f64::from(cycle.ends.days_since(cycle.starts) + 1);
    let mut by_end: Vec<&Cycle> = cycles.iter().collect();
    by_end.sort_by_key(|cycle| cycle.ends);
    let mut out = vec![last];
    let mut next = last;
    // From the latest end to the earliest: what one cycle passes over, the ones before it need not look at again.
    for cycle in by_end.into_iter().rev() {
        if out.len() >= asked {
            break;
        }
        let gap = next.starts.days_since(cycle.ends) - 1;
        let is_alike = (length(cycle) - length(next)).abs() <= policy.cycle_length_tolerance * length(next);
        if gap >= 0 && gap <= as_days(policy.cycle_gap_days) && is_alike {
            out.push(cycle);
            next = cycle;
        }
    }
    out
}
