//! What batches of one scoring have to do with each other.

use arrow_array::RecordBatch;
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
