//! Plans come back from their tables as they were.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use okrkit::{Code, Plan};
use okrkit_arrow::TableError;
use okrkit_arrow::tables::{PlanTables, from_tables, to_tables};
use okrkit_testing::generate::{self, Config};
use proptest::prelude::*;

use crate::support::{floats, table, texts};

fn comes_back(plan: &Plan, what: &str) {
    let tables = to_tables(plan).unwrap();
    let back = from_tables(&tables).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(back, *plan, "{what}");
    // To the letter, `ext` too.
    assert_eq!(okrkit::write(&back), okrkit::write(plan), "{what}");
}

/// The valid plans of all conformance cases: between them they use every field there is.
fn plans_of_cases() -> Vec<(String, Plan)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../okrkit-testing/vectors");
    let mut plans = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let suite: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in suite["cases"].as_array().unwrap() {
            if let Ok(plan) = okrkit::read(&case["plan"].to_string()) {
                plans.push((format!("{} {}", path.display(), case["name"]), plan));
            }
        }
    }
    plans
}

#[test]
fn every_plan_of_the_conformance_cases_comes_back() {
    let plans = plans_of_cases();
    assert!(plans.len() > 300, "found {}", plans.len());
    for (name, plan) in plans {
        comes_back(&plan, &name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn generated_plans_come_back(seed: u64, objectives in 0_u64..40, key_results in 0_u64..5, check_ins in 0_u64..7, has_links: bool) {
        let config = Config { seed, objectives, key_results_per_objective: key_results, check_ins_per_key_result: check_ins, links: has_links };
        comes_back(&okrkit::read(&generate::plan(&config)).unwrap(), "generated");
    }
}

#[test]
fn ext_comes_back_to_the_letter() {
    let plan = okrkit::read(
        r#"{"okrkit": 1, "id": "p", "ext": {"b": 1.50, "a": [1e2,  2]}, "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [{"id": "o", "title": {"en": "x", "ar": "س"}, "cycle": "c", "ext": {"key_results": [1.0]},
        "key_results": [{"id": "k", "title": "t", "measure": {"kind": "done", "ext": null}, "check_ins": [{"on": "2026-01-05", "ext": "}"}]}]}]}"#,
    )
    .unwrap();
    comes_back(&plan, "ext");
}

fn shuffled(batch: &RecordBatch) -> Vec<RecordBatch> {
    (0..batch.num_rows()).rev().map(|at| batch.slice(at, 1)).collect()
}

#[test]
fn rows_may_come_in_any_order_and_cut() {
    let plan = okrkit::read(&generate::plan(&Config::default())).unwrap();
    let tables = to_tables(&plan).unwrap();
    let any = |batches: &Vec<RecordBatch>| batches.iter().flat_map(shuffled).collect();
    let other = PlanTables {
        plan: tables.plan.clone(),
        cycles: any(&tables.cycles),
        teams: any(&tables.teams),
        objectives: any(&tables.objectives),
        key_results: any(&tables.key_results),
        check_ins: any(&tables.check_ins),
        links: any(&tables.links),
    };
    assert_eq!(from_tables(&other).unwrap(), plan);
}

fn flat() -> PlanTables {
    PlanTables {
        plan: vec![table(vec![("id", texts(&["acme"]))])],
        cycles: vec![table(vec![
            ("id", texts(&["q1"])),
            ("starts", texts(&["2026-01-01"])),
            ("ends", texts(&["2026-03-31"])),
        ])],
        objectives: vec![table(vec![
            ("id", texts(&["grow", "keep"])),
            ("title", texts(&["Grow", "Keep"])),
            ("cycle", texts(&["q1", "q1"])),
            ("owner", Arc::new(StringArray::from(vec![Some("amal"), None])) as ArrayRef),
        ])],
        key_results: vec![table(vec![
            ("objective_id", texts(&["grow", "keep"])),
            ("id", texts(&["revenue", "churn"])),
            ("title", texts(&["Reach 500,000 USD", "Keep churn at 4 % or less"])),
            ("kind", texts(&["metric", "threshold"])),
            ("start", floats([Some(0.0), None])),
            ("target", floats([Some(500_000.0), None])),
            ("at_most", floats([None, Some(4.0)])),
        ])],
        check_ins: vec![table(vec![
            ("key_result_id", texts(&["churn", "revenue"])),
            ("on", texts(&["2026-01-31", "2026-01-31"])),
            ("value", floats([Some(3.5), Some(120_000.0)])),
        ])],
        ..PlanTables::default()
    }
}

#[test]
fn flat_columns_alone_make_a_plan() {
    let plan = from_tables(&flat()).unwrap();
    let written = okrkit::read(
        r#"{"okrkit": 1, "id": "acme", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}], "objectives": [
        {"id": "grow", "title": "Grow", "cycle": "q1", "owners": [{"who": "amal"}], "key_results": [
          {"id": "revenue", "title": "Reach 500,000 USD", "measure": {"kind": "metric", "start": 0, "target": 500000},
           "check_ins": [{"on": "2026-01-31", "value": 120000}]}]},
        {"id": "keep", "title": "Keep", "cycle": "q1", "key_results": [
          {"id": "churn", "title": "Keep churn at 4 % or less", "measure": {"kind": "threshold", "at_most": 4},
           "check_ins": [{"on": "2026-01-31", "value": 3.5}]}]}]}"#,
    );
    assert_eq!(plan, written.unwrap());
}

#[test]
fn rows_that_belong_to_nothing_are_told() {
    let mut tables = flat();
    tables.check_ins = vec![table(vec![
        ("key_result_id", texts(&["revenue", "revenu"])),
        ("on", texts(&["2026-01-31", "2026-01-31"])),
    ])];
    let TableError::Rows(issues) = from_tables(&tables).unwrap_err() else {
        panic!("expected problems of rows")
    };
    let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["link.unknown in row 1 of the table `check_ins` of `key_result_id`: there is no `revenu` among the key results"]
    );
}

#[test]
fn what_the_document_refuses_is_refused_with_its_codes() {
    let mut tables = flat();
    tables.objectives = vec![table(vec![
        ("id", texts(&["grow", "keep"])),
        ("title", texts(&["Grow", "Keep"])),
        ("cycle", texts(&["q1", "q9"])),
    ])];
    let TableError::Plan(issues) = from_tables(&tables).unwrap_err() else {
        panic!("expected problems of the plan")
    };
    assert_eq!(
        issues.iter().map(|issue| (issue.code, issue.path.as_str())).collect::<Vec<_>>(),
        [(Code::CycleUnknown, "/objectives/1/cycle")]
    );
    // One row of the plan, no more and no less.
    assert!(matches!(from_tables(&PlanTables::default()), Err(TableError::Rows(_))));
}

#[cfg(feature = "parquet")]
#[test]
fn a_plan_comes_back_from_parquet_files() {
    use okrkit_arrow::tables::{read_parquet, write_parquet};
    let folder = std::env::temp_dir().join(format!("okrkit-tables-{}", std::process::id()));
    let plan = okrkit::read(&generate::plan(&Config {
        objectives: 600,
        ..Config::default()
    }))
    .unwrap();
    write_parquet(&folder, &plan).unwrap();
    assert_eq!(read_parquet(&folder).unwrap(), plan);
    fs::remove_file(folder.join("cycles.parquet")).unwrap();
    assert!(matches!(read_parquet(&folder), Err(TableError::Io(_))));
    fs::remove_dir_all(folder).unwrap();
}
