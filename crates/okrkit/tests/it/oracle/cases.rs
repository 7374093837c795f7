//! The oracle against the published cases.

use std::path::Path;

use serde_json::{Value, json};

use super::values::list;
use super::{agree, evaluate, profile, read};

/// The fields of a node that the oracle gives.
const GIVEN: &[&str] = &[
    "progress",
    "outcome",
    "reason",
    "reading",
    "target",
    "elapsed",
    "starts",
    "ends",
    "days_since_check_in",
    "owner_status",
    "net_confidence",
    "score",
    "computed_score",
    "grade",
    "band",
    "expected",
    "gap",
    "ratio",
    "status",
    "confidence",
    "share",
    "stage",
    "original",
];

fn is_given(pointer: &str) -> bool {
    let mut names = pointer.split('/').skip(1);
    match names.next() {
        Some("objectives" | "key_results") => names.nth(1).is_some_and(|field| GIVEN.contains(&field)),
        Some("groups") => names.next() != Some("total"),
        first => first == Some("total"),
    }
}

/// What a case expects that the oracle finds otherwise, or nothing if the case asks for nothing that it gives.
fn differences(case: &Value) -> Option<Vec<String>> {
    let named = [&case["profile"], &case["plan"]["profile"], &json!("default")]
        .into_iter()
        .find(|value| !value.is_null())?
        .clone();
    let expect = case["expect"].as_object()?;
    let pointers: Vec<(&String, &Value)> = expect.iter().filter(|(pointer, _)| is_given(pointer)).collect();
    if pointers.is_empty() {
        return None;
    }
    let as_of = &case["as_of"];
    let on = as_of["on"].as_str().or(as_of.as_str())?;
    let plan = case["plan_text"]
        .as_str()
        .map_or_else(|| case["plan"].clone(), |text| serde_json::from_str(text).unwrap());
    let scorecard = evaluate(&plan, &profile(&named), on, as_of["known"].as_str());
    let differs = |(pointer, expected): (&String, &Value)| {
        let found = scorecard.pointer(pointer);
        (!found.is_some_and(|found| agree(found, expected))).then(|| format!("{}: {pointer} is {found:?}, expected {expected}", case["name"]))
    };
    let stays = |pointer: &&Value| {
        pointer
            .as_str()
            .is_some_and(|pointer| is_given(pointer) && scorecard.pointer(pointer).is_some())
    };
    let left = list(case, "absent")
        .iter()
        .filter(stays)
        .map(|pointer| format!("{}: {pointer} is there", case["name"]));
    Some(pointers.into_iter().filter_map(differs).chain(left).collect())
}

#[test]
fn the_oracle_meets_the_published_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../okrkit-testing/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let suites: Vec<Value> = files.iter().map(|path| read(path)).collect();
    let compared: Vec<Vec<String>> = suites.iter().flat_map(|suite| list(suite, "cases")).filter_map(differences).collect();
    let found: Vec<&String> = compared.iter().flatten().collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(compared.len() > 400, "only {} cases were compared", compared.len());
}
