//! Every code of the catalogue with a document that has it, and what is said of it, to the letter.

mod beside;
mod alignment;
mod documents;
mod links;
mod measures;
mod nodes;
mod profiles;
mod together;

use okrkit::{Code, Edit, Issue, Issues, Plan, Severity};
use serde_json::Value;

use crate::support;

/// Where a problem comes from.
pub(crate) enum Given {
    /// A plan.
    Plan(Value),
    /// The text of a plan.
    Text(String),
    /// The text of a profile.
    Profile(String),
    /// A name of a profile.
    Name(&'static str),
    /// Edits of a plan.
    Edits(Value, Vec<Edit>),
    /// The difference between two plans, applied to a third.
    Diff([Value; 3]),
    /// What makes another plan of a plan.
    Made(Value, fn(&Plan) -> Result<Plan, Issues>),
    /// What the alignment rules of the default profile, with some changed, find in a plan on 2026-02-20.
    Findings(Value, Value),
}

/// One row: all that is found in `given`.
pub(crate) struct Row {
    pub(crate) given: Given,
    pub(crate) issues: Vec<(Code, &'static str, String)>,
}

/// A row of one problem.
pub(crate) fn row(given: Given, code: Code, path: &'static str, message: impl Into<String>) -> Row {
    Row {
        given,
        issues: vec![(code, path, message.into())],
    }
}

fn rows() -> Vec<Row> {
    [
        documents::rows(),
        nodes::rows(),
        beside::rows(),
        measures::rows(),
        links::rows(),
        profiles::rows(),
        alignment::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn issues_of(given: &Given) -> Vec<Issue> {
    let refused: Result<(), Issues> = match given {
        Given::Plan(plan) => okrkit::read(&plan.to_string()).map(drop),
        Given::Text(text) => okrkit::read(text).map(drop),
        Given::Profile(text) => okrkit::profile::read(text).map(drop),
        Given::Name(name) => okrkit::Profile::named(name).map(drop),
        Given::Edits(plan, edits) => support::read(plan).apply(edits.clone()).map(drop),
        Given::Diff([before, after, other]) => okrkit::diff(&support::read(before), &support::read(after))
            .apply(&support::read(other))
            .map(drop),
        Given::Made(plan, make) => make(&support::read(plan)).map(drop),
        Given::Findings(plan, align) => {
            let profile = serde_json::json!({"okrkit_profile": 1, "id": "ours", "extends": "default", "align": align});
            let profile = okrkit::profile::read(&profile.to_string()).unwrap();
            return okrkit::findings(&support::read(plan), &profile, support::date("2026-02-20"));
        }
    };
    refused.err().into_iter().flatten().collect()
}

impl Given {
    fn shown(&self) -> String {
        match self {
            Self::Plan(plan) | Self::Made(plan, _) => plan.to_string(),
            Self::Text(text) | Self::Profile(text) => text.clone(),
            Self::Name(name) => (*name).to_owned(),
            Self::Edits(_, edits) => format!("{edits:?}"),
            Self::Diff([before, after, other]) => format!("{before} {after} {other}"),
            Self::Findings(plan, align) => format!("{align} {plan}"),
        }
    }
}

#[test]
fn every_row_has_the_issues_it_names_and_no_other() {
    let mut wrong = Vec::new();
    for row in rows() {
        let found: Vec<String> = issues_of(&row.given)
            .iter()
            .map(|issue| format!("{} {:?} {}", issue.code, issue.path, issue.message))
            .collect();
        let expected: Vec<String> = row.issues.iter().map(|(code, path, message)| format!("{code} {path:?} {message}")).collect();
        if found != expected {
            wrong.push(format!(
                "found    {}\nexpected {}\nin {}\n",
                found.join("\n         "),
                expected.join("\n         "),
                row.given.shown()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_of_the_catalogue_has_a_row_of_its_own() {
    let alone: Vec<Code> = rows().iter().filter(|row| row.issues.len() == 1).map(|row| row.issues[0].0).collect();
    let without: Vec<&Code> = Code::ALL.iter().filter(|code| !alone.contains(code)).collect();
    assert!(!Code::ALL.is_empty());
    assert!(without.is_empty(), "no row for {without:?}");
}

#[test]
fn every_code_of_the_specification_is_in_the_catalogue_and_no_other() {
    let named = "document.syntax document.duplicate_field document.unknown_field document.missing_field document.wrong_type document.unknown_kind \
        document.unknown_word document.unsupported_version number.range date.invalid date.order id.invalid id.duplicate cycle.dates cycle.unknown cycle.loop \
        team.unknown team.loop weight.negative weight.both share.range share.sum confidence.range score.range unit.currency measure.empty \
        measure.start_equals_target measure.levels_order measure.bands_order measure.bounds measure.one_of measure.not_positive measure.no_cadence \
        measure.no_path amendment.field amendment.kind check_in.shape check_in.unknown_step check_in.unknown_part check_in.replaces profile.unknown \
        link.unknown link.self link.duplicate link.own_objective link.loop link.unit link.not_children align.level align.period align.parents align.depth \
        align.fan_out align.orphan align.double_count";
    // The specification leaves these open: `profile.…`, what an edit or a difference may have wrong, and what stands beside the objectives.
    let added = "check_in.due cycle.order kpi.unknown kpi.target kpi.readings lint.unknown_rule lint.unknown_node profile.clamp profile.anchors profile.pace profile.bands profile.sweet_spot edit.unknown \
        diff.mismatch";
    let mut expected: Vec<&str> = named.split_whitespace().chain(added.split_whitespace()).collect();
    let mut found: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn every_message_keeps_to_the_style() {
    let faults: Vec<String> = rows()
        .iter()
        .flat_map(|row| issues_of(&row.given))
        .filter_map(|issue| support::fault_of(&issue.message).map(|fault| format!("{fault}: {issue}")))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_code_says_in_one_line_what_it_means_and_what_to_do() {
    for code in Code::ALL {
        for text in [code.meaning(), code.help()] {
            assert_eq!(support::fault_of(text), None, "{code}: {text}");
        }
        assert_eq!(code.as_str().parse::<Code>(), Ok(*code));
    }
}

#[test]
fn every_issue_of_a_plan_points_to_a_place_whose_parent_is_there() {
    let mut seen = 0;
    for row in rows() {
        let Given::Plan(plan) = &row.given else { continue };
        for issue in issues_of(&row.given) {
            assert!(support::is_pointer(&issue.path), "{issue}");
            if let Some((parent, _)) = support::split(&issue.path) {
                assert!(plan.pointer(parent).is_some(), "{issue}");
            }
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn what_stops_a_document_is_an_error() {
    for row in rows().iter().filter(|row| !matches!(row.given, Given::Findings(..))) {
        assert!(issues_of(&row.given).iter().all(|issue| issue.severity == Severity::Error));
    }
}
