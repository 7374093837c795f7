//! The table against the source: no verb of the library is forgotten.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use okrkit::call::VERBS;

/// Functions that are no verbs, by the reason why.
const NO_VERBS: &[(&str, &str)] = &[
    (
        "what they make is plain data, which in JSON is written as it is",
        "agenda.section amendment.new as_of.known_at bands.new change.by_amount change.by_percent check_in.new check_in.of_value children.mean children.sum \
         composite.new cycle.checked_in_every cycle.new cycle.within decision.new events.new exact.new judge.share_of judge.share_of_every key_result.check_in \
         key_result.new key_result.owned_by key_result.weighing kpi.new kpi_reading.new levels.new link.contributes link.supports manual_score.new \
         metric.new milestones.new objective.key_result objective.new objective.of_team objective.owned_by owner.new promotion.new stage_change.new \
         step.new team.new threshold.at_least threshold.at_most trend_days.new unit.count unit.currency unit.duration unit.new unit.per unit.percent \
         viewer.new viewer.of_team healthy.threshold",
    ),
    (
        "they look up what stands in the JSON of an answer or a document",
        "by_profile.get by_profile.iter catalog.id catalog.templates catalog.title change.of comparison.difference comparison.profiles comparison.scorecards \
         cycle_review.grade estimate.reason estimate.value explanation.value field_value.get field_value.items field_value.members field_value.text \
         forecast.by forecast.chance issue.help issues.has issues.is_empty issues.iter issues.len issues.more link.weight measure.kind measure.target \
         measure.unit merge.plan node_change.figure objective_forecast.by node_trend.node node_trend.points outcome.as_str outcome.reason outcome.value plan.cycles plan.description plan.id \
         plan.id_of plan.key_results plan.kpis plan.links plan.lint_settings plan.n_key_results plan.n_objectives plan.node plan.objectives plan.profile \
         plan.teams plan.title plan_diff.is_empty reading.number route.asks say.as_str scorecard.as_of scorecard.plan scorecard.profile step.weight \
         step_value.number template.baselines template.title trend.node trend.nodes unit.is_same what_if.change change.starts_from group_by.name \
         profile.is_named",
    ),
    (
        "the edits and documents that other verbs take are read by them, or made in JSON",
        "plan.builder plan.from_document plan.read_edits plan_builder.build plan_builder.cycle plan_builder.kpi plan_builder.link plan_builder.objective \
         plan_builder.profile plan_builder.team plan_builder.title profile.read_bytes read_bytes group_by.named lint.lint_text template.with_baseline explanation.to_text rule.in_language",
    ),
    (
        "they are one step of an evaluation, which a scorecard has done for every node",
        "clamp.apply healthy.holds link.holds_on stage.counts success.of threshold.is_met",
    ),
    (
        "days, which every language has",
        "date.add_days date.add_months date.day date.days_since date.midnight date.month date.new date.year",
    ),
    (
        "a running sum or a loop over rows, held as a value and too hot for JSON",
        "partial_group.merge partial_objective.add partial_objective.merge partial_objective.new partial_score.add partial_score.mean partial_score.merge partial_score.of \
         partial_score.score row_key_result.new row_measure.elsewhere row_measure.from_fields row_measure.is_from_elsewhere row_measure.metric row_measure.of \
         row_rules.add row_rules.add_and_score row_rules.add_objective row_rules.as_of row_rules.group row_rules.key_result row_rules.member_score \
         row_rules.new row_rules.objective row_rules.profile row_rules.progress row_rules.share",
    ),
    (
        "a scorecard that is kept up to date, and bare columns of figures: values that a program holds, and too hot for JSON",
        "changes.is_empty live.apply live.card live.judge_by live.move_to live.new live.node live.of live.plan live.show live.show_card score.evaluate_all scores scores.compute scores.key_results \
         scores.objectives scores.progress scores.score",
    ),
    ("it tells of memory", "plan.text_kept"),
    ("they are part of `document.schemas`", "document.plan_schema document.profile_schema"),
];

/// Verbs that are no function of that name: a constant, an iterator, what is written by `Display`, several functions together.
const OTHERWISE: &str = "code.all trend.days plan_diff.to_string document.schemas";

fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

/// The names of what a file has: functions under the name of the room, methods under that of the type.
fn functions_of(text: &str, room: &str, at_the_root: &BTreeSet<String>, out: &mut BTreeSet<String>) {
    let mut of_type = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("impl") {
            // Behind the parameters stands the type, or a trait, whose methods are not `pub`.
            let head = if rest.starts_with('<') {
                rest.split_once("> ").map_or(rest, |(_, head)| head)
            } else {
                rest
            };
            let path = head.trim_start().split(['<', ' ']).next().unwrap_or_default();
            of_type = Some(snake(path.rsplit("::").next().unwrap_or(path)));
        }
        let function = |line: &str| {
            let rest = line.strip_prefix("pub fn ").or_else(|| line.strip_prefix("pub const fn "))?;
            Some(rest.split(['(', '<']).next()?.to_owned())
        };
        if let Some(name) = function(line) {
            let is_at_the_root = at_the_root.contains(&format!("{room}.{name}"));
            out.insert(if is_at_the_root { name } else { format!("{room}.{name}") });
        } else if let (Some(name), Some(of_type)) = (line.strip_prefix("    ").and_then(function), &of_type) {
            out.insert(format!("{of_type}.{name}"));
        }
    }
}

/// The rooms that are public, and what the root re-exports, each with its room.
fn root(lib: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let rooms = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let exported = lib.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next()?.split_once("::"));
    let named = exported.flat_map(|(room, names)| {
        let names = names.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|name| !name.is_empty());
        names.map(move |name| format!("{room}.{name}"))
    });
    (rooms.map(str::to_owned).collect(), named.collect())
}

fn public_functions() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (rooms, at_the_root) = root(&fs::read_to_string(source.join("lib.rs")).unwrap());
    assert!(rooms.len() > 15 && at_the_root.len() > 80, "{} {}", rooms.len(), at_the_root.len());
    let mut out = BTreeSet::new();
    for room in rooms.iter().filter(|room| *room != "call") {
        let (file, folder) = (source.join(format!("{room}.rs")), source.join(room));
        let mut waiting = if file.exists() { vec![file] } else { vec![folder] };
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs") {
                functions_of(&fs::read_to_string(&path).unwrap(), room, &at_the_root, &mut out);
            }
        }
    }
    out
}

#[test]
fn every_public_function_is_a_verb_or_says_why_not() {
    let functions = public_functions();
    assert!(functions.len() > 200, "{}", functions.len());
    let verbs: BTreeSet<&str> = VERBS.iter().map(|verb| verb.name).collect();
    let mut reasons = BTreeMap::new();
    for (reason, names) in NO_VERBS {
        for name in names.split_whitespace() {
            assert_eq!(reasons.insert(name, reason), None, "`{name}` is there twice");
        }
    }
    let forgotten: Vec<&String> = functions
        .iter()
        .filter(|name| !verbs.contains(name.as_str()) && !reasons.contains_key(name.as_str()))
        .collect();
    assert!(
        forgotten.is_empty(),
        "neither in `call/table.rs` nor among those that are no verbs: {forgotten:?}"
    );
    let gone: Vec<&&str> = reasons.keys().filter(|name| !functions.contains(**name) || verbs.contains(**name)).collect();
    assert!(gone.is_empty(), "no verbs, and not there or in the table all the same: {gone:?}");
    let otherwise: BTreeSet<&str> = OTHERWISE.split_whitespace().collect();
    let made_up: Vec<&&str> = verbs.iter().filter(|verb| !functions.contains(**verb) && !otherwise.contains(**verb)).collect();
    assert!(made_up.is_empty(), "verbs that are no function: {made_up:?}");
}
