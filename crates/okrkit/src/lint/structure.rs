//! Rules about how a plan is built: how many of what, what belongs together, what weighs how much.

use std::collections::BTreeMap;

use super::Rule;
use super::view::{Found, SeenKeyResult, SeenObjective, View};
use crate::issue::quote;
use crate::measure::{Measure, MeasureKind};
use crate::plan::{Ambition, LinkKind, LintLevel, Node, Stage, Visibility};
use crate::profile::nine;
use crate::time::Date;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "structure.few_objectives",
        level: LintLevel::Note,
        why: "One or two objectives seldom say all that a team is about in a cycle; often they are several in one.",
        fix: "see whether an objective holds several that deserve key results of their own",
        source: Some("Google re:Work, Set goals with OKRs: three to five objectives"),
        bad: r#"{"/objectives/3": null, "/links/2": null}"#,
        good: r#"{"/links/2/kind": "supports"}"#,
        find: few_objectives,
    },
    Rule {
        id: "structure.many_objectives",
        level: LintLevel::Warning,
        why: "Who has more than a handful of priorities has none.",
        fix: "keep those that matter most in this cycle, and leave the rest for a later one",
        source: Some("John Doerr, Measure What Matters: three to five objectives a cycle"),
        bad: r#"{
 "/objectives/4": {"id": "o4", "title": "Sell abroad", "cycle": "spring", "team": "sales", "owners": [{"who": "amal"}], "starts": "2026-03-01"},
 "/objectives/5": {"id": "o5", "title": "Sell online", "cycle": "spring", "team": "sales", "owners": [{"who": "amal"}], "starts": "2026-03-01"},
 "/objectives/6": {"id": "o6", "title": "Sell to schools", "cycle": "spring", "team": "sales", "owners": [{"who": "amal"}], "starts": "2026-03-01"},
 "/links/3": {"child": "o4", "parent": "lead"}, "/links/4": {"child": "o5", "parent": "lead"}, "/links/5": {"child": "o6", "parent": "lead"},
 "/lint": {"levels": {"structure.no_key_results": "off"}}}"#,
        good: r#"{
 "/objectives/4": {"id": "o4", "title": "Sell abroad", "cycle": "spring", "team": "sales", "owners": [{"who": "amal"}], "starts": "2026-03-01"},
 "/links/3": {"child": "o4", "parent": "lead"}, "/lint": {"levels": {"structure.no_key_results": "off"}}}"#,
        find: many_objectives,
    },
    Rule {
        id: "structure.no_key_results",
        level: LintLevel::Error,
        why: "Without key results, and with nothing contributing to it, nobody can say whether an objective was reached.",
        fix: "add two to five key results, or link what contributes to it",
        source: Some("Marissa Mayer, in John Doerr, Measure What Matters: it is not a key result unless it has a number"),
        bad: r#"{"/objectives/3/key_results": []}"#,
        good: r#"{"/links/0/kind": "contributes"}"#,
        find: no_key_results,
    },
    Rule {
        id: "structure.few_key_results",
        level: LintLevel::Warning,
        why: "A single key result makes the objective another name for one number, with nothing to balance it.",
        fix: "add a key result for what must not suffer on the way",
        source: Some("Christina Wodtke, Radical Focus: usually three key results an objective"),
        bad: r#"{"/objectives/1/key_results/1": null}"#,
        good: r#"{"/objectives/1/key_results/1/title": "Win 50 customers who stay"}"#,
        find: few_key_results,
    },
    Rule {
        id: "structure.many_key_results",
        level: LintLevel::Warning,
        why: "Many key results are a list of tasks or of everything that can be counted; none of them leads.",
        fix: "keep the few without which the objective is not reached, and watch the rest as KPIs",
        source: Some("John Doerr, Measure What Matters: three to five key results"),
        bad: r#"{"/objectives/1/ends": "2026-04-11", "/objectives/1/key_results": [
 {"id": "k1", "title": "Win 10 schools", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k2", "title": "Win 10 shops", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k3", "title": "Win 10 hotels", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k4", "title": "Win 10 banks", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k5", "title": "Win 10 clubs", "measure": {"kind": "done"}, "starts": "2026-02-20"},
 {"id": "k6", "title": "Win 10 towns", "measure": {"kind": "events", "count": 10}, "starts": "2026-02-20"}]}"#,
        good: r#"{"/objectives/1/key_results/2": {"id": "k3", "title": "Win 10 hotels", "measure": {"kind": "done"}, "starts": "2026-02-20"}}"#,
        find: many_key_results,
    },
    Rule {
        id: "structure.not_aligned",
        level: LintLevel::Note,
        why: "An objective of a team below the top that leads to nothing above may be good work that nobody asked for.",
        fix: "link it, or one of its key results, to what it helps",
        source: Some("John Doerr, Measure What Matters: align and connect for teamwork"),
        bad: r#"{"/links/1": null}"#,
        good: r#"{"/links/1/kind": "supports"}"#,
        find: not_aligned,
    },
    Rule {
        id: "structure.outside_period",
        level: LintLevel::Warning,
        why: "What ends after the whole it is a part of is not there when the whole is judged.",
        fix: "bring the dates within those around it, or move it to a later cycle",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/ends": "2026-05-31"}"#,
        good: r#"{"/objectives/1/key_results/0/ends": "2026-03-31"}"#,
        find: outside_period,
    },
    Rule {
        id: "structure.all_committed",
        level: LintLevel::Warning,
        why: "A team that promises everything takes no risk, or cannot keep what it promises.",
        fix: "make those aspirational of which 70 % would be a success",
        source: Some("Google's OKR playbook, in John Doerr, Measure What Matters: committed and aspirational OKRs"),
        bad: r#"{"/objectives/1/ambition": "committed", "/objectives/3/ambition": "committed"}"#,
        good: r#"{"/objectives/1/ambition": "committed"}"#,
        find: all_committed,
    },
    Rule {
        id: "structure.all_aspirational",
        level: LintLevel::Note,
        why: "Others build on some of what a team does: where nothing is promised, nobody can plan with it.",
        fix: "say what of it is a promise, with the ambition `committed`",
        source: Some("Google's OKR playbook, in John Doerr, Measure What Matters: committed and aspirational OKRs"),
        bad: r#"{"/objectives/2/ambition": "aspirational"}"#,
        good: r#"{"/objectives/2/ambition": "learning"}"#,
        find: all_aspirational,
    },
    Rule {
        id: "structure.committed_unproven",
        level: LintLevel::Warning,
        why: "A promise is kept in full or broken. Its key results prove that only if several of them enter the score, and not all of them are \
            work that gets done.",
        fix: "give it two or more scored key results, at least one of which measures an effect",
        source: Some("Google's OKR playbook, in John Doerr, Measure What Matters: too few key results for a committed objective"),
        bad: r#"{"/objectives/2/key_results/1/weight": 0, "/lint": {"levels": {"structure.zero_weight": "off", "structure.heavy_weight": "off"}}}"#,
        good: r#"{"/objectives/2/key_results/1/weight": 0.5}"#,
        find: committed_unproven,
    },
    Rule {
        id: "structure.heavy_weight",
        level: LintLevel::Warning,
        why: "Where one key result makes nearly all of the score, the others are decoration.",
        fix: "even the weights out, or make the heavy one an objective of its own",
        source: None,
        bad: r#"{"/objectives/1/key_results/0/weight": 9}"#,
        good: r#"{"/objectives/1/key_results/0/weight": 3}"#,
        find: heavy_weight,
    },
    Rule {
        id: "structure.zero_weight",
        level: LintLevel::Note,
        why: "A key result that weighs nothing looks like a goal and counts for nothing.",
        fix: "give it a weight, measure it with `observe`, or make it a KPI",
        source: None,
        bad: r#"{"/objectives/1/key_results/2": {"id": "k3", "title": "Win 10 hotels", "measure": {"kind": "done"}, "starts": "2026-02-20", "weight": 0}}"#,
        good: r#"{"/objectives/1/key_results/2": {"id": "k3", "title": "Win 10 hotels", "measure": {"kind": "done"}, "starts": "2026-02-20", "weight": 0.5}}"#,
        find: zero_weight,
    },
    Rule {
        id: "structure.hidden_parent",
        level: LintLevel::Note,
        why: "Everybody sees the child and only some see what it is for; and its figures show what the parent hides.",
        fix: "let those who see the child see the parent too",
        source: Some("John Doerr, Measure What Matters: OKRs are transparent"),
        bad: r#"{"/objectives/0/visibility": "private"}"#,
        good: r#"{"/objectives/0/visibility": "private", "/objectives/1/visibility": "private", "/objectives/2/visibility": "team", "/objectives/3/visibility": "team"}"#,
        find: hidden_parent,
    },
];

/// The objectives of each team in each cycle that is not over, dropped ones aside; in the order in which they first occur.
fn by_team<'v, 'a>(view: &'v View<'a>) -> Vec<(usize, &'a str, Vec<&'v SeenObjective<'a>>)> {
    let mut places = BTreeMap::new();
    let mut out: Vec<(usize, &str, Vec<&SeenObjective<'a>>)> = Vec::new();
    for seen in &view.objectives {
        let Some(team) = seen.team.filter(|_| seen.score.stage != Stage::Dropped && view.on() <= seen.cycle.ends) else {
            continue;
        };
        let place = *places.entry((team, seen.cycle.id.as_str())).or_insert(out.len());
        match out.get_mut(place) {
            Some((_, _, members)) => members.push(seen),
            None => out.push((team, &seen.cycle.id, vec![seen])),
        }
    }
    out
}

fn team_name(view: &View<'_>, team: usize) -> String {
    view.plan.teams().get(team).map_or_else(String::new, |team| quote(&team.id))
}

fn few_objectives(view: &View<'_>, out: &mut Vec<Found>) {
    let fewest = view.policy.fewest_objectives;
    for (team, cycle, members) in by_team(view) {
        if members.len() < fewest {
            let (name, n) = (team_name(view, team), members.len());
            let message = format!("team {name} has too few objectives in cycle {}: {n}, at least {fewest} are usual", quote(cycle));
            out.push(view.at_team(team, cycle, message));
        }
    }
}

fn many_objectives(view: &View<'_>, out: &mut Vec<Found>) {
    let most = view.policy.most_objectives;
    for (team, cycle, members) in by_team(view) {
        if members.len() > most {
            let (name, n) = (team_name(view, team), members.len());
            let message = format!("team {name} has {n} objectives in cycle {}, at most {most} can lead", quote(cycle));
            out.push(view.at_team(team, cycle, message));
        }
    }
}

fn no_key_results(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        if view.of(seen).next().is_none() && !view.has_children(seen.node()) {
            let message = format!("{} has no key results, and nothing contributes to it", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

fn few_key_results(view: &View<'_>, out: &mut Vec<Found>) {
    let fewest = view.policy.fewest_key_results;
    for seen in view.open() {
        let n = view.of(seen).count();
        if n > 0 && n < fewest {
            let message = format!("{} has too few key results: {n}, at least {fewest} are usual", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

fn many_key_results(view: &View<'_>, out: &mut Vec<Found>) {
    let most = view.policy.most_key_results;
    for seen in view.open() {
        let n = view.of(seen).count();
        if n > most {
            let message = format!("{} has {n} key results, more than {most}", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

fn not_aligned(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open() {
        let above = seen.team.and_then(|team| view.plan.team_above(team));
        let mut nodes = seen.key_result_nodes().chain([seen.node()]);
        if above.is_some() && !nodes.any(|node| view.is_linked_up(node)) {
            let team = seen.objective.team.as_deref().unwrap_or_default();
            let message = format!("{} of team {} is linked to nothing above", quote(&seen.objective.id), quote(team));
            out.push(seen.found("", message));
        }
    }
}

fn outside_period(view: &View<'_>, out: &mut Vec<Found>) {
    let cycles: BTreeMap<&str, _> = view.plan.cycles().iter().map(|cycle| (cycle.id.as_str(), cycle)).collect();
    for (at, cycle) in view.plan.cycles().iter().enumerate().filter(|(_, cycle)| view.on() <= cycle.ends) {
        let Some(whole) = cycle.parent.as_deref().and_then(|parent| cycles.get(parent)) else {
            continue;
        };
        if let Some(dates) = beyond((cycle.starts, cycle.ends), (whole.starts, whole.ends)) {
            out.push(Found {
                path: format!("/cycles/{at}"),
                nodes: vec![cycle.id.clone(), whole.id.clone()],
                message: format!("cycle {} ({dates} of cycle {}", quote(&cycle.id), quote(&whole.id)),
            });
        }
    }
    for seen in view.open() {
        let cycle = (seen.cycle.starts, seen.cycle.ends);
        if let Some(dates) = beyond((seen.score.starts, seen.score.ends), cycle) {
            let message = format!("{} ({dates} of cycle {}", quote(&seen.objective.id), quote(&seen.cycle.id));
            out.push(seen.found("", message).and([&seen.cycle.id]));
        }
    }
    for seen in view.open_key_results() {
        let Some(objective) = view.objective_of(seen) else { continue };
        if let Some(dates) = beyond((seen.score.starts, seen.score.ends), (objective.score.starts, objective.score.ends)) {
            let message = format!("{} ({dates} of {}", quote(&seen.key_result.id), quote(&objective.objective.id));
            out.push(seen.found("", message).and([&objective.objective.id]));
        }
    }
}

type Days = (Date, Date);

/// The dates of what is not within what it is a part of, in words.
fn beyond(part: Days, whole: Days) -> Option<String> {
    let is_within = whole.0 <= part.0 && part.1 <= whole.1;
    (!is_within).then(|| format!("{} to {}) is not within {} to {}", part.0, part.1, whole.0, whole.1))
}

fn same_ambition(view: &View<'_>, ambition: Ambition, out: &mut Vec<Found>) {
    for (team, cycle, members) in by_team(view) {
        if members.len() >= view.policy.same_ambition_from && members.iter().all(|seen| seen.objective.ambition == ambition) {
            let (name, n) = (team_name(view, team), members.len());
            let message = format!("all {n} objectives of team {name} in cycle {} are {ambition}", quote(cycle));
            out.push(view.at_team(team, cycle, message));
        }
    }
}

fn all_committed(view: &View<'_>, out: &mut Vec<Found>) {
    same_ambition(view, Ambition::Committed, out);
}

fn all_aspirational(view: &View<'_>, out: &mut Vec<Found>) {
    same_ambition(view, Ambition::Aspirational, out);
}

/// Whether a key result enters the score of its objective once it has figures.
fn is_scored(seen: &SeenKeyResult<'_>) -> bool {
    !matches!(*seen.terms.measure, Measure::Observe(_)) && weight(seen) > 0.0
}

/// Weight or share, whichever it has.
fn weight(seen: &SeenKeyResult<'_>) -> f64 {
    seen.terms.share.or(seen.terms.weight).unwrap_or(1.0)
}

fn committed_unproven(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open().filter(|seen| seen.objective.ambition == Ambition::Committed) {
        if view.of(seen).next().is_none() {
            continue;
        }
        let scored = view.of(seen).filter(|key_result| is_scored(key_result));
        let kinds: Vec<MeasureKind> = scored.map(|key_result| key_result.terms.measure.kind()).collect();
        let fewest = view.policy.committed_key_results;
        if kinds.len() < fewest {
            let message = format!(
                "{} is committed, and has too few key results that enter its score: {}, at least {fewest} are wanted",
                quote(&seen.objective.id),
                kinds.len()
            );
            out.push(seen.found("/key_results", message));
        } else if kinds.iter().all(|kind| matches!(kind, MeasureKind::Done | MeasureKind::Milestones)) {
            let message = format!("{} is committed, and none of its key results measures an effect", quote(&seen.objective.id));
            out.push(seen.found("/key_results", message));
        }
    }
}

fn heavy_weight(view: &View<'_>, out: &mut Vec<Found>) {
    let largest = view.policy.largest_share;
    for seen in view.open() {
        let own: Vec<&SeenKeyResult<'_>> = view
            .of(seen)
            .filter(|key_result| !matches!(*key_result.terms.measure, Measure::Observe(_)))
            .collect();
        if own.len() < 2 {
            continue;
        }
        let fixed: f64 = own.iter().filter_map(|key_result| key_result.terms.share).sum();
        let free = own.iter().filter(|key_result| key_result.terms.share.is_none());
        let sum: f64 = free.map(|key_result| weight(key_result)).sum();
        for key_result in own {
            let share = match key_result.terms.share {
                Some(share) if sum > 0.0 => share,
                // F8: where nobody is free, the fixed shares are scaled to 1.
                Some(share) => share / fixed,
                None => (1.0 - fixed) * weight(key_result) / sum,
            };
            if nine(share) > largest {
                let message = format!(
                    "{} makes {} % of {}, more than {} %",
                    quote(&key_result.key_result.id),
                    libm::round(share * 100.0),
                    quote(&seen.objective.id),
                    libm::round(largest * 100.0)
                );
                out.push(key_result.found("", message).and([&seen.objective.id]));
            }
        }
    }
}

fn zero_weight(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open_key_results() {
        if weight(seen) == 0.0 && !matches!(*seen.terms.measure, Measure::Observe(_)) {
            out.push(seen.found("", format!("{} weighs nothing", quote(&seen.key_result.id))));
        }
    }
}

fn hidden_parent(view: &View<'_>, out: &mut Vec<Found>) {
    let objective = |node| {
        let at = match node {
            Node::Objective(at) => Some(at),
            Node::KeyResult(at) => view.plan.owner_of(at),
        };
        at.and_then(|at| view.objectives.get(at))
    };
    for (at, link) in view.plan.links().iter().enumerate() {
        let Some(ends) = view
            .plan
            .graph()
            .ends(at)
            .filter(|_| link.kind == LinkKind::Contributes && link.holds_on(view.on()))
        else {
            continue;
        };
        let (Some(child), Some(parent)) = (objective(ends.child), objective(ends.parent)) else {
            continue;
        };
        let is_hidden = child.objective.visibility == Visibility::Public && parent.objective.visibility == Visibility::Private;
        if is_hidden && view.is_open(child) && view.is_open(parent) {
            out.push(Found {
                path: format!("/links/{at}"),
                nodes: vec![link.child.clone(), link.parent.clone()],
                message: format!("{} is public and contributes to {}, which is private", quote(&link.child), quote(&link.parent)),
            });
        }
    }
}
