//! Rules about who is responsible.

use std::collections::BTreeMap;

use super::Rule;
use super::view::{Found, SeenKeyResult, View};
use crate::issue::quote;
use crate::plan::{LintLevel, Owner};
use crate::profile::nine;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ownership.no_owner",
        level: LintLevel::Warning,
        why: "What belongs to all is done by nobody. An objective needs an owner; its key results are theirs where they name none.",
        fix: "name one person who answers for it",
        source: None,
        bad: r#"{"/objectives/1/owners": null}"#,
        good: r#"{"/objectives/1/owners": [{"who": "amal"}]}"#,
        find: no_owner,
    },
    Rule {
        id: "ownership.shares_missing",
        level: LintLevel::Note,
        why: "Several owners without shares leave open who answers for what.",
        fix: "give each a share, or keep one owner",
        source: None,
        bad: r#"{"/objectives/1/owners": [{"who": "badr"}, {"who": "amal"}]}"#,
        good: r#"{"/objectives/1/owners": [{"who": "badr", "share": 0.7}, {"who": "amal", "share": 0.3}]}"#,
        find: shares_missing,
    },
    Rule {
        id: "ownership.shares_sum",
        level: LintLevel::Warning,
        why: "Shares that do not add up to 1 leave a part of the responsibility to nobody.",
        fix: "raise the shares until they add up to 1",
        source: None,
        bad: r#"{"/objectives/1/owners": [{"who": "badr", "share": 0.7}, {"who": "amal", "share": 0.2}]}"#,
        good: r#"{"/objectives/1/owners": [{"who": "badr", "share": 0.7}, {"who": "amal", "share": 0.2}, {"who": "samir", "share": 0.1}]}"#,
        find: shares_sum,
    },
    Rule {
        id: "ownership.overload",
        level: LintLevel::Warning,
        why: "Whoever owns very many key results at a time cannot pursue them all.",
        fix: "hand some over, or drop what matters least",
        source: None,
        bad: r#"{"/objectives/1/owners/0/who": "amal", "/objectives/2/owners/0/who": "amal", "/objectives/3/owners/0/who": "amal",
 "/objectives/1/key_results/2": {"id": "k3", "title": "Win 10 hotels", "measure": {"kind": "done"}, "starts": "2026-02-20"}}"#,
        good: r#"{"/objectives/1/owners/0/who": "amal", "/objectives/2/owners/0/who": "amal", "/objectives/3/owners/0/who": "amal"}"#,
        find: overload,
    },
    Rule {
        id: "ownership.no_team",
        level: LintLevel::Note,
        why: "Where a plan has teams, an objective of none is in nobody's review. One that others lead up to is the company's own.",
        fix: "name its team",
        source: None,
        bad: r#"{"/objectives/3/team": null, "/links/2": null, "/lint": {"levels": {"structure.few_objectives": "off"}}}"#,
        good: r#"{"/objectives/0/title": "Be the shop that our region thinks of first"}"#,
        find: no_team,
    },
];

fn no_owner(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        let mut key_results = view.of(seen).peekable();
        let has_own = key_results.peek().is_some() && key_results.all(|key_result| !key_result.key_result.owners.is_empty());
        if seen.objective.owners.is_empty() && !has_own {
            let message = format!("nobody owns {}, nor every key result of it", quote(&seen.objective.id));
            out.push(seen.found("/owners", message));
        }
    }
}

fn shares_missing(view: &View<'_>, out: &mut Vec<Found>) {
    let is_open = |owners: &[Owner]| owners.len() > 1 && owners.iter().any(|owner| owner.share.is_none());
    let say = |id: &str, n: usize| format!("{} has {n} owners, and not each has a share", quote(id));
    for seen in view.open().filter(|seen| is_open(&seen.objective.owners)) {
        out.push(seen.found("/owners", say(&seen.objective.id, seen.objective.owners.len())));
    }
    for seen in view.open_key_results().filter(|seen| is_open(&seen.key_result.owners)) {
        out.push(seen.found("/owners", say(&seen.key_result.id, seen.key_result.owners.len())));
    }
}

fn shares_sum(view: &View<'_>, out: &mut Vec<Found>) {
    // What is missing where not each has a share is the other rule's.
    let sum = |owners: &[Owner]| {
        let shares: Option<Vec<f64>> = owners.iter().map(|owner| owner.share).collect();
        let sum = nine(shares.filter(|shares| !shares.is_empty())?.iter().sum());
        (sum < 1.0).then_some(sum)
    };
    let say = |id: &str, sum: f64| format!("the shares of the owners of {} add up to {sum}", quote(id));
    for seen in view.open() {
        if let Some(sum) = sum(&seen.objective.owners) {
            out.push(seen.found("/owners", say(&seen.objective.id, sum)));
        }
    }
    for seen in view.open_key_results() {
        if let Some(sum) = sum(&seen.key_result.owners) {
            out.push(seen.found("/owners", say(&seen.key_result.id, sum)));
        }
    }
}

fn overload(view: &View<'_>, out: &mut Vec<Found>) {
    let mut owned: BTreeMap<&str, Vec<&SeenKeyResult<'_>>> = BTreeMap::new();
    for seen in view.open_key_results() {
        let own = &seen.key_result.owners;
        let theirs = view.objective_of(seen).filter(|_| own.is_empty());
        let owners = theirs.map_or(own.as_slice(), |objective| &objective.objective.owners);
        for owner in owners {
            owned.entry(owner.who.as_str()).or_default().push(seen);
        }
    }
    let most = view.policy.most_owned;
    for (who, owned) in owned {
        if let Some((first, rest)) = owned.split_first().filter(|_| owned.len() > most) {
            let message = format!("{} owns {} key results, more than {most}", quote(who), owned.len());
            out.push(first.found("", message).and(rest.iter().map(|seen| &seen.key_result.id)));
        }
    }
}

fn no_team(view: &View<'_>, out: &mut Vec<Found>) {
    if view.plan.teams().is_empty() {
        return;
    }
    for seen in view.open().filter(|seen| seen.team.is_none()) {
        let mut nodes = seen.key_result_nodes().chain([seen.node()]);
        if !nodes.any(|node| view.has_children(node)) {
            out.push(seen.found("/team", format!("{} belongs to no team", quote(&seen.objective.id))));
        }
    }
}
