//! What batches of one scoring have to do with each other.

use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, Int64Array, LargeStringArray, NullArray, RecordBatch, StringViewArray};
use okrkit_arrow::{Scoring, TableError};

use crate::support::{floats, number, scoring, table, text, texts};

const DAY: &str = "2026-02-01";

/// Key results from 0 to 10, one for each objective, so that a reading of 9 is a score of 0.9.
fn batch(ids: &[&str], teams: &[&str], readings: &[f64]) -> RecordBatch {
    table(vec![
        ("objective_id", texts(ids)),
        ("team", texts(teams)),
        ("start", floats(ids.iter().map(|_| Some(0.0)))),
        ("target", floats(ids.iter().map(|_| Some(10.0)))),
        ("reading", floats(readings.iter().copied().map(Some))),
    ])
}

/// The same with ids and teams of any type.
fn keyed(id: ArrayRef, team: ArrayRef, reading: f64) -> RecordBatch {
    table(vec![
        ("objective_id", id),
        ("team", team),
        ("start", floats([Some(0.0)])),
        ("target", floats([Some(10.0)])),
        ("reading", floats([Some(reading)])),
    ])
}

fn whole(number: i64) -> ArrayRef {
    Arc::new(Int64Array::from(vec![number]))
}

/// Why a scoring gives no result.
fn refused(scoring: Scoring) -> Vec<String> {
    match scoring.finish().unwrap_err() {
        TableError::Rows(issues) => issues.iter().map(ToString::to_string).collect(),
        other => panic!("expected problems of rows, found {other}"),
    }
}

#[test]
fn groups_are_asked_for_before_the_first_batch_or_refused() {
    let before = batch(&["a", "b", "c"], &["x"; 3], &[1.0, 2.0, 3.0]);
    let after = batch(&["d"], &["y"], &[9.0]);

    let mut early = scoring("default", DAY).group_by("team");
    early.push(&before).unwrap();
    early.push(&after).unwrap();
    let teams = &early.finish().unwrap().groups["team"];
    assert_eq!((text(teams, "team", 0).as_deref(), number(teams, "n", 0)), (Some("x"), Some(3.0)));
    assert_eq!((text(teams, "team", 1).as_deref(), number(teams, "n", 1)), (Some("y"), Some(1.0)));
    // That of `d`, 9 of 10, not that of `a`.
    assert_eq!(number(teams, "score", 1), Some(0.9));

    for scores_alone in [false, true] {
        let begun = scoring("default", DAY);
        let mut late = if scores_alone { begun.scores_only() } else { begun };
        late.push(&before).unwrap();
        let mut late = late.group_by("team");
        late.push(&after).unwrap();
        assert_eq!(
            refused(late),
            ["document.missing_field of `team`: rows were read without this column already, group by it before the first batch"]
        );
    }
}

#[test]
fn rows_of_all_figures_and_partial_scores_add_up_to_scores() {
    let rows = batch(&["a", "b"], &["x", "y"], &[1.0, 2.0]);
    let mut elsewhere = scoring("default", DAY).scores_only();
    elsewhere.push(&batch(&["c", "a"], &["x"; 2], &[6.0, 9.0])).unwrap();
    let partials = elsewhere.finish().unwrap().objectives;

    for begun in [
        scoring("default", DAY),
        scoring("default", DAY).group_by("team"),
        scoring("default", DAY).scores_only(),
    ] {
        let mut merged = begun;
        merged.push(&rows).unwrap();
        merged.push_partials(&partials).unwrap();
        merged.push(&batch(&["d", "b"], &["x"; 2], &[7.0, 10.0])).unwrap();
        let out = merged.finish().unwrap();
        assert!(out.groups.is_empty());
        let ids: Vec<Option<String>> = (0..4).map(|row| text(&out.objectives, "objective_id", row)).collect();
        assert_eq!(ids, ["a", "b", "c", "d"].map(|id| Some(id.to_owned())));
        let of = |column: &str| [0, 1, 2, 3].map(|row| number(&out.objectives, column, row));
        // Of `a` (0.1 + 0.9)/2, of `b` (0.2 + 1)/2.
        assert_eq!(of("score"), [0.5, 0.6, 0.6, 0.7].map(Some));
        assert_eq!(of("n"), [2.0, 2.0, 1.0, 1.0].map(Some));
        assert_eq!(out.objectives.num_rows(), 4);
    }
}

#[test]
fn scores_alone_may_be_asked_for_after_a_batch() {
    let mut scoring = scoring("default", DAY);
    scoring.push(&batch(&["a", "b"], &["x"; 2], &[1.0, 2.0])).unwrap();
    let mut scoring = scoring.scores_only();
    scoring.push(&batch(&["c", "a"], &["x"; 2], &[6.0, 9.0])).unwrap();
    let out = scoring.finish().unwrap().objectives;
    // Of `a` (0.1 + 0.9)/2.
    assert_eq!([0, 1, 2].map(|row| number(&out, "score", row)), [0.5, 0.2, 0.6].map(Some));
    assert!(out.column_by_name("grade").is_none());
}

#[test]
fn keys_are_of_one_type_in_all_batches_or_refused() {
    let ids_are_texts =
        "document.wrong_type of `objective_id`: expected texts as in the batches before, found Int64: cast the column to one type in all batches";
    let teams_are_numbers =
        "document.wrong_type of `team`: expected whole numbers as in the batches before, found Utf8: cast the column to one type in all batches";
    let mut grouped = scoring("default", DAY).group_by("team");
    grouped.push(&keyed(texts(&["1"]), whole(5), 1.0)).unwrap();
    let told = grouped.push(&keyed(whole(1), texts(&["5"]), 9.0)).unwrap_err();
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), [ids_are_texts, teams_are_numbers]);
    assert!(grouped.push(&keyed(whole(1), whole(5), 9.0)).is_err());
    // Batches that were refused change nothing of what the next one is held to.
    grouped.push(&keyed(texts(&["1"]), whole(5), 9.0)).unwrap();
    assert_eq!(refused(grouped), [ids_are_texts, teams_are_numbers, ids_are_texts]);

    let mut alone = scoring("default", DAY).scores_only();
    alone.push(&keyed(whole(1), whole(5), 1.0)).unwrap();
    let partials = alone.finish().unwrap().objectives;
    let mut merged = scoring("default", DAY);
    merged.push(&keyed(texts(&["1"]), whole(5), 9.0)).unwrap();
    assert!(merged.push_partials(&partials).is_err());
    assert_eq!(refused(merged), [ids_are_texts]);
}

#[test]
fn a_batch_that_was_refused_settles_no_type() {
    let mut scoring = scoring("default", DAY);
    // Refused for its weight; had it settled the type, the texts would be refused too.
    let mut columns = vec![("objective_id", whole(1)), ("start", floats([Some(0.0)])), ("target", floats([Some(10.0)]))];
    columns.extend([("reading", floats([Some(1.0)])), ("weight", floats([Some(-1.0)]))]);
    assert!(scoring.push(&table(columns)).is_err());
    scoring.push(&keyed(texts(&["1"]), whole(5), 9.0)).unwrap();
}

#[test]
fn keys_of_one_type_mix_however_they_are_laid_out() {
    let coded = |text: &str| -> ArrayRef { Arc::new([text].into_iter().collect::<DictionaryArray<Int8Type>>()) };
    let large: ArrayRef = Arc::new(LargeStringArray::from(vec!["a"]));
    let view: ArrayRef = Arc::new(StringViewArray::from(vec!["a"]));
    let layouts = [(texts(&["a"]), 1.0), (large, 2.0), (view, 3.0), (coded("a"), 4.0)];
    let mut of_texts = scoring("default", DAY).group_by("team");
    for (key, reading) in layouts {
        of_texts.push(&keyed(Arc::clone(&key), key, reading)).unwrap();
    }
    let out = of_texts.finish().unwrap();
    assert_eq!((out.objectives.num_rows(), out.groups["team"].num_rows()), (1, 1));
    // (0.1 + 0.2 + 0.3 + 0.4)/4.
    assert_eq!(number(&out.objectives, "score", 0), Some(0.25));

    // A column of nothing comes before either type.
    let nothing: ArrayRef = Arc::new(NullArray::new(1));
    let small: ArrayRef = Arc::new(Int32Array::from(vec![7]));
    let mut of_numbers = scoring("default", DAY).group_by("team");
    for (team, reading) in [(nothing, 10.0), (small, 1.0), (whole(7), 2.0)] {
        of_numbers.push(&keyed(texts(&[&reading.to_string()]), team, reading)).unwrap();
    }
    let teams = &of_numbers.finish().unwrap().groups["team"];
    assert_eq!((teams.num_rows(), number(teams, "team", 0), number(teams, "n", 0)), (1, Some(7.0), Some(2.0)));
    // (0.1 + 0.2)/2.
    assert!((number(teams, "score", 0).unwrap() - 0.15).abs() < 1e-12);
}
