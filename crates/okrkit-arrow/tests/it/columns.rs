//! What may stand in a table, and what is said of the rest.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Float32Array, Int32Array, NullArray, RecordBatch};
use okrkit_arrow::{COLUMNS, Column, RowIssues, TableError};

use crate::support::{floats, number, scoring, table, text, texts};

fn told(issues: &RowIssues) -> Vec<String> {
    issues.iter().map(ToString::to_string).collect()
}

fn refused(batch: &RecordBatch) -> Vec<String> {
    told(&scoring("default", "2026-02-01").push(batch).unwrap_err())
}

fn metrics(start: ArrayRef, target: ArrayRef, reading: ArrayRef) -> RecordBatch {
    let ids = vec!["a"; start.len()];
    table(vec![("objective_id", texts(&ids)), ("start", start), ("target", target), ("reading", reading)])
}

#[test]
fn numbers_of_any_type_are_doubles() {
    let decimal = Decimal128Array::from(vec![800, 400]).with_precision_and_scale(10, 2).unwrap();
    let batch = metrics(
        Arc::new(Int32Array::from(vec![0, 0])),
        Arc::new(decimal),
        Arc::new(Float32Array::from(vec![2.0, 3.0])),
    );
    let mut scoring = scoring("default", "2026-02-01");
    let rows = scoring.push_and_score(&batch).unwrap();
    // 2 of 8 and 3 of 4.
    assert_eq!((number(&rows, "progress", 0), number(&rows, "progress", 1)), (Some(0.25), Some(0.75)));
}

#[test]
fn a_number_that_is_missing_is_null_or_nan() {
    let batch = metrics(floats([Some(0.0); 3]), floats([Some(4.0); 3]), floats([Some(f64::NAN), None, Some(1.0)]));
    let mut scoring = scoring("default", "2026-02-01");
    let rows = scoring.push_and_score(&batch).unwrap();
    for at in 0..2 {
        assert_eq!(
            (number(&rows, "progress", at), text(&rows, "reason", at).as_deref()),
            (None, Some("no_check_ins"))
        );
    }
    assert_eq!(number(&scoring.finish().unwrap().objectives, "score", 0), Some(0.25));
}

#[test]
fn a_column_without_any_value_may_have_no_type() {
    let batch = metrics(floats([Some(0.0)]), floats([Some(4.0)]), Arc::new(NullArray::new(1)));
    let mut scoring = scoring("default", "2026-02-01");
    scoring.push(&batch).unwrap();
    assert_eq!(number(&scoring.finish().unwrap().objectives, "score", 0), None);
}

#[test]
fn done_is_read_from_booleans_and_nothing_but_one_and_zero() {
    let done = |reading: ArrayRef| {
        table(vec![
            ("objective_id", texts(&["a", "a"])),
            ("kind", texts(&["done", "done"])),
            ("reading", reading),
        ])
    };
    let mut scoring = scoring("default", "2026-02-01");
    scoring.push(&done(Arc::new(BooleanArray::from(vec![true, false])))).unwrap();
    assert_eq!(number(&scoring.finish().unwrap().objectives, "score", 0), Some(0.5));
    assert_eq!(
        refused(&done(floats([Some(1.0), Some(0.5)]))),
        ["number.range in row 1 of `reading`: done is 1 or 0, found `0.5`"]
    );
}

#[test]
fn without_dates_nothing_is_expected_and_there_is_no_status() {
    let mut scoring = scoring("default", "2026-02-01");
    scoring.push(&metrics(floats([Some(0.0)]), floats([Some(4.0)]), floats([Some(1.0)]))).unwrap();
    let out = scoring.finish().unwrap().objectives;
    assert_eq!((number(&out, "score", 0), number(&out, "grade", 0)), (Some(0.25), Some(0.3)));
    assert_eq!((number(&out, "expected", 0), text(&out, "status", 0)), (None, None));
}

#[test]
fn every_problem_of_every_row_is_told_with_row_and_column() {
    let batch = table(vec![
        (
            "objective_id",
            Arc::new(arrow_array::StringArray::from(vec![Some("a"), None, Some("a"), Some("a"), Some("a")])),
        ),
        ("kind", texts(&["metric", "metric", "metrik", "metric", "threshold"])),
        ("start", floats([Some(4.0), Some(0.0), Some(0.0), Some(0.0), None])),
        ("target", floats([Some(4.0), Some(4.0), Some(4.0), Some(f64::INFINITY), None])),
        ("reading", floats([Some(1.0); 5])),
        ("weight", floats([Some(1.0), Some(-1.0), None, Some(1.0), Some(1.0)])),
        ("confidence", floats([Some(60.0), None, None, None, None])),
        ("starts", texts(&["2026-01-01", "2026-02-30", "2026-01-01", "2026-01-01", "2026-01-01"])),
        ("ends", texts(&["2025-12-31", "2026-03-31", "2026-03-31", "2026-03-31", "2026-03-31"])),
    ]);
    let found = refused(&batch);
    let begins: Vec<&str> = found.iter().map(|issue| issue.split(": ").next().unwrap()).collect();
    assert_eq!(
        begins,
        [
            "confidence.range in row 0 of `confidence`",
            "date.order in row 0 of `ends`",
            "date.invalid in row 1 of `starts`",
            "document.missing_field in row 1 of `objective_id`",
            "weight.negative in row 1 of `weight`",
            "document.unknown_kind in row 2 of `kind`",
            "number.range in row 3 of `target`",
            "measure.empty in row 4",
        ]
    );
}

#[test]
fn what_is_wrong_with_a_measure_is_what_a_document_would_be_told() {
    let batch = table(vec![
        ("objective_id", texts(&["a"; 5])),
        ("kind", texts(&["metric", "metric", "threshold", "threshold", "done"])),
        ("start", floats([Some(4.0), Some(0.0), None, None, None])),
        ("target", floats([Some(4.0), None, None, None, Some(1.0)])),
        ("at_least", floats([None, None, None, Some(5.0), None])),
        ("at_most", floats([None, None, None, Some(4.0), None])),
        ("reading", floats([Some(1.0); 5])),
    ]);
    let found = refused(&batch);
    let begins: Vec<&str> = found.iter().map(|issue| issue.split(": ").next().unwrap()).collect();
    assert_eq!(
        begins,
        [
            "measure.start_equals_target in row 0",
            "document.missing_field in row 1 of `target`",
            "measure.empty in row 2",
            "measure.bounds in row 3",
            "document.unknown_field in row 4 of `target`",
        ]
    );
}

#[test]
fn rows_are_counted_through_the_stream_and_bad_batches_add_nothing() {
    let good = metrics(floats([Some(0.0); 2]), floats([Some(4.0); 2]), floats([Some(1.0); 2]));
    let bad = metrics(floats([Some(0.0), Some(4.0)]), floats([Some(4.0); 2]), floats([Some(4.0); 2]));
    let mut scoring = scoring("default", "2026-02-01");
    scoring.push(&good).unwrap();
    assert!(scoring.push(&bad).is_err());
    scoring.push(&good).unwrap();
    assert!(scoring.push(&bad).is_err());
    let TableError::Rows(issues) = scoring.finish().unwrap_err() else {
        panic!("expected problems of rows")
    };
    assert_eq!(issues.iter().map(|issue| issue.row).collect::<Vec<_>>(), [Some(3), Some(7)]);
}

#[test]
fn columns_that_are_missing_or_of_another_type_are_named() {
    let batch = table(vec![("objective", texts(&["a"])), ("start", texts(&["0"])), ("starts", texts(&["2026-01-01"]))]);
    assert_eq!(
        refused(&batch),
        [
            "document.wrong_type of `start`: expected a column of numbers, found Utf8",
            "document.missing_field of `objective_id`: there is no such column, there are `objective`, `start`, `starts`",
            "document.missing_field of `ends`: there is `starts` and no `ends`, give both or neither",
            "document.missing_field of `reading`: there is neither `reading` nor `progress`",
        ]
    );
    let batch = table(vec![("objective_id", texts(&["a"])), ("starts", texts(&["2026-01-01"]))]);
    assert_eq!(
        refused(&batch),
        [
            "document.missing_field of `ends`: there is `starts` and no `ends`, give both or neither",
            "document.missing_field of `reading`: there is neither `reading` nor `progress`",
        ]
    );
}

#[test]
fn no_more_than_a_thousand_problems_are_told_and_the_rest_counted() {
    let batch = metrics(floats(vec![Some(4.0); 1_500]), floats(vec![Some(4.0); 1_500]), floats(vec![Some(1.0); 1_500]));
    let issues = scoring("default", "2026-02-01").push(&batch).unwrap_err();
    assert_eq!((issues.len(), issues.more()), (1_000, 500));
}

#[test]
fn every_column_is_documented_once() {
    let names: std::collections::BTreeSet<_> = COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(names.len(), COLUMNS.len());
    let page = include_str!("../../docs/SCHEMA.md");
    for Column { name, types, meaning, .. } in COLUMNS {
        assert!(page.contains(&format!("\n| `{name}` | {types} | {meaning} |\n")), "{name}");
    }
}
