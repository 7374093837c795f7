//! Scores of tables are those of plans.

use std::num::NonZeroUsize;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, Date32Array, DictionaryArray, Int64Array, LargeStringArray, RecordBatch, StringArray, StringViewArray};
use okrkit::{Date, GroupBy, KeyResultScore, Measure, MeasureKind, Plan, Profile, Reading, Scorecard, Status};
use okrkit_arrow::{Scored, Scoring, score};
use okrkit_testing::generate::{self, AS_OF, Config};

use crate::support::{floats, number, scoring, table, text, texts};

/// A generated plan without what tables do not have: links, amendments.
fn plan(objectives: u64) -> Plan {
    let config = Config {
        seed: 11,
        objectives,
        links: false,
        ..Config::default()
    };
    let mut document = okrkit::read(&generate::plan(&config)).unwrap().to_document();
    for key_result in document.objectives.iter_mut().flat_map(|objective| &mut objective.key_results) {
        key_result.amendments.clear();
        if let Measure::Milestones(milestones) = &mut key_result.measure {
            milestones.steps.iter_mut().for_each(|step| step.ends = None);
        }
    }
    Plan::from_document(document).unwrap()
}

fn days(date: Date) -> i32 {
    date.days_since(Date::new(1970, 1, 1).unwrap())
}

/// The table of a plan's key results on a day.
#[expect(clippy::too_many_lines, reason = "one line a column")]
fn key_results(plan: &Plan, card: &Scorecard) -> RecordBatch {
    let rows: Vec<_> = plan
        .key_results()
        .map(|(objective, key_result)| (objective, key_result, card.key_result(&key_result.id).unwrap()))
        .collect();
    let is_elsewhere = |measure: &Measure| {
        measure.kind() == MeasureKind::Milestones || matches!(measure, Measure::Threshold(threshold) if threshold.judge != okrkit::Judge::Latest)
    };
    let of = |figure: fn(&Measure) -> Option<f64>| floats(rows.iter().map(|(_, key_result, _)| figure(&key_result.measure)));
    let reading = |score: &KeyResultScore| match &score.reading {
        Some(Reading::Number(number)) => Some(*number),
        Some(Reading::Done(done)) => Some(f64::from(*done)),
        _ => None,
    };
    let words =
        |word: &dyn Fn(usize) -> &'static str| -> ArrayRef { Arc::new((0..rows.len()).map(|at| Some(word(at))).collect::<DictionaryArray<Int32Type>>()) };
    let strings = |word: &dyn Fn(usize) -> Option<String>| -> ArrayRef { Arc::new((0..rows.len()).map(word).collect::<StringArray>()) };
    table(vec![
        ("objective_id", strings(&|at| Some(rows[at].0.id.clone()))),
        ("team", strings(&|at| rows[at].0.team.clone())),
        ("region", strings(&|at| rows[at].0.tags.get("region").cloned())),
        ("kind", words(&|at| rows[at].1.measure.kind().as_str())),
        (
            "start",
            of(|measure| match measure {
                Measure::Metric(metric) => metric.start,
                Measure::Exact(exact) => Some(exact.start),
                Measure::Levels(levels) => Some(levels.start),
                _ => None,
            }),
        ),
        (
            "target",
            of(|measure| match measure {
                Measure::Change(_) | Measure::Events(_) => None,
                measure => measure.target(),
            }),
        ),
        (
            "baseline",
            of(|measure| if let Measure::Change(change) = measure { change.baseline } else { None }),
        ),
        (
            "from",
            strings(&|at| {
                if let Measure::Change(change) = &rows[at].1.measure {
                    Some(change.starts_from().to_string())
                } else {
                    None
                }
            }),
        ),
        (
            "percent",
            of(|measure| if let Measure::Change(change) = measure { change.percent } else { None }),
        ),
        ("amount", of(|measure| if let Measure::Change(change) = measure { change.amount } else { None })),
        (
            "above",
            of(|measure| if let Measure::Threshold(threshold) = measure { threshold.above } else { None }),
        ),
        (
            "at_least",
            of(|measure| {
                if let Measure::Threshold(threshold) = measure {
                    threshold.at_least
                } else {
                    None
                }
            }),
        ),
        (
            "below",
            of(|measure| if let Measure::Threshold(threshold) = measure { threshold.below } else { None }),
        ),
        (
            "at_most",
            of(|measure| {
                if let Measure::Threshold(threshold) = measure {
                    threshold.at_most
                } else {
                    None
                }
            }),
        ),
        ("commit", of(|measure| if let Measure::Levels(levels) = measure { levels.commit } else { None })),
        (
            "stretch",
            of(|measure| if let Measure::Levels(levels) = measure { levels.stretch } else { None }),
        ),
        (
            "count",
            of(|measure| if let Measure::Events(events) = measure { Some(events.count) } else { None }),
        ),
        ("reading", floats(rows.iter().map(|(_, _, score)| reading(score)))),
        (
            "progress",
            floats(
                rows.iter()
                    .map(|(_, key_result, score)| score.progress.value().filter(|_| is_elsewhere(&key_result.measure))),
            ),
        ),
        ("weight", floats(rows.iter().map(|(_, key_result, _)| key_result.weight))),
        (
            "starts",
            Arc::new(rows.iter().map(|(_, _, score)| Some(days(score.starts))).collect::<Date32Array>()),
        ),
        ("ends", strings(&|at| Some(rows[at].2.ends.to_string()))),
        ("confidence", floats(rows.iter().map(|(_, _, score)| score.confidence))),
        ("stage", words(&|at| rows[at].2.stage.as_str())),
        ("ambition", words(&|at| rows[at].0.ambition.as_str())),
        ("objective_stage", words(&|at| rows[at].0.stage.unwrap_or_default().as_str())),
    ])
}

fn close(one: Option<f64>, other: Option<f64>, what: &str) {
    match (one, other) {
        (Some(one), Some(other)) => assert!((one - other).abs() < 1e-12, "{what}: {one} and {other}"),
        (one, other) => assert_eq!(one, other, "{what}"),
    }
}

/// Batches of so many rows.
fn cut(batch: &RecordBatch, rows: usize) -> Vec<RecordBatch> {
    let begins = (0..batch.num_rows()).step_by(rows);
    begins.map(|begin| batch.slice(begin, rows.min(batch.num_rows() - begin))).collect()
}

fn scored(scoring: Scoring, batches: &[RecordBatch]) -> Scored {
    let mut scoring = scoring;
    for batch in batches {
        scoring.push(batch).unwrap();
    }
    scoring.finish().unwrap()
}

#[test]
fn a_table_of_a_plan_comes_to_its_scorecard() {
    let plan = plan(200);
    for (name, day) in [("default", AS_OF), ("servicenow", "2026-05-01"), ("okr_tracker", "2027-02-01")] {
        let on: Date = day.parse().unwrap();
        let card = okrkit::evaluate(&plan, &Profile::named(name).unwrap(), on);
        let batch = key_results(&plan, &card);
        let mut scoring = scoring(name, day).group_by("team").group_by("region");
        let rows = scoring.push_and_score(&batch).unwrap();
        for (at, (_, key_result)) in plan.key_results().enumerate() {
            let expected = card.key_result(&key_result.id).unwrap();
            close(number(&rows, "progress", at), expected.progress.value(), &key_result.id);
            close(number(&rows, "expected", at), Some(expected.expected), &key_result.id);
            assert_eq!(text(&rows, "status", at).as_deref(), Some(expected.status.as_str()), "{}", key_result.id);
        }
        let Scored { objectives, groups, .. } = scoring.finish().unwrap();
        assert_eq!(objectives.num_rows(), 200);
        for (at, objective) in plan.objectives().enumerate() {
            let (id, expected) = (&objective.id, card.objective(&objective.id).unwrap());
            assert_eq!(text(&objectives, "objective_id", at).as_ref(), Some(id));
            assert_eq!(number(&objectives, "n_key_results", at), Some(4.0), "{id}");
            close(number(&objectives, "progress", at), expected.progress.value(), id);
            close(number(&objectives, "score", at), expected.score, id);
            close(number(&objectives, "expected", at), Some(expected.expected), id);
            close(number(&objectives, "gap", at), expected.gap, id);
            close(number(&objectives, "confidence", at), expected.confidence, id);
            close(number(&objectives, "net_confidence", at), expected.net_confidence, id);
            assert_eq!(number(&objectives, "grade", at), expected.grade, "{id}");
            assert_eq!(text(&objectives, "band", at).as_deref(), expected.band.as_deref(), "{id}");
            assert_eq!(text(&objectives, "status", at).as_deref(), Some(expected.status.as_str()), "{id}");
        }
        for (column, by) in [("team", GroupBy::Team), ("region", GroupBy::Tag("region".to_owned()))] {
            let (table, expected) = (&groups[column], card.group_by(&by));
            let mut seen = 0;
            for at in 0..table.num_rows() {
                let value = text(table, column, at).unwrap();
                let group = &expected[&value];
                seen += 1;
                close(number(table, "score", at), group.score, &value);
                close(number(table, "expected", at), group.expected, &value);
                close(number(table, "net_confidence", at), group.net_confidence, &value);
                let on_track = group.status.get(&Status::OnTrack).copied().unwrap_or_default();
                assert_eq!(number(table, "n_on_track", at), Some(f64::from(u32::try_from(on_track).unwrap())));
            }
            assert_eq!(seen, expected.len());
        }
    }
}

#[test]
fn threads_and_cuts_change_no_bit() {
    // More rows than are needed before threads share them. Weights and readings are such that their sums have last bits.
    let n = 300_000_u32;
    let figure = |at: u32, salt: u32| f64::from(at.wrapping_mul(2_654_435_761).wrapping_add(salt) % 1_000) / 7.0;
    let strings = |text: fn(u32) -> String| -> ArrayRef { Arc::new((0..n).map(|at| Some(text(at))).collect::<StringArray>()) };
    let batch = table(vec![
        ("objective_id", strings(|at| format!("o{}", at.wrapping_mul(2_654_435_761) % 25_000))),
        ("team", strings(|at| format!("t{}", at.wrapping_mul(2_654_435_761) % 25_000 % 90))),
        ("start", floats((0..n).map(|_| Some(0.0)))),
        ("target", floats((0..n).map(|_| Some(150.0)))),
        ("reading", floats((0..n).map(|at| Some(figure(at, 1)).filter(|_| at % 11 != 0)))),
        ("weight", floats((0..n).map(|at| Some(figure(at, 2))))),
    ]);
    let on = |threads: usize| scoring("default", AS_OF).group_by("team").on_threads(NonZeroUsize::new(threads).unwrap());
    let whole = scored(on(1), std::slice::from_ref(&batch));
    for (threads, rows) in [(1, 1_000), (2, batch.num_rows()), (3, 7_777), (4, 300_000), (usize::MAX, 300_000)] {
        let other = scored(on(threads), &cut(&batch, rows));
        assert_eq!(other.objectives, whole.objectives, "{threads} threads, batches of {rows}");
        assert_eq!(other.groups, whole.groups, "{threads} threads, batches of {rows}");
    }
}

#[test]
fn ids_give_the_same_bits_however_they_are_laid_out() {
    let n = 140_000_u32;
    let figure = |at: u32, salt: u32| f64::from(at.wrapping_mul(2_654_435_761).wrapping_add(salt) % 1_000) / 7.0;
    let id = |at: u32| Some(format!("objective {}", at.wrapping_mul(2_654_435_761) % 25_000));
    let whole = |ids: ArrayRef| {
        table(vec![
            ("objective_id", ids),
            ("start", floats((0..n).map(|_| Some(0.0)))),
            ("target", floats((0..n).map(|_| Some(150.0)))),
            ("reading", floats((0..n).map(|at| Some(figure(at, 1)).filter(|_| at % 11 != 0)))),
            ("weight", floats((0..n).map(|at| Some(figure(at, 2))))),
        ])
    };
    let plain = whole(Arc::new((0..n).map(id).collect::<StringArray>()));
    let view = whole(Arc::new((0..n).map(id).collect::<StringViewArray>()));
    // Its texts are those of the rows in another order, and some that no row has.
    let all: Vec<String> = (0..26_000).rev().map(|at| format!("objective {at}")).collect();
    let places = (0..n).map(|at| Some(25_999 - i32::try_from(at.wrapping_mul(2_654_435_761) % 25_000).unwrap()));
    let coded = DictionaryArray::<Int32Type>::new(places.collect(), Arc::new(StringArray::from(all)));
    let coded = whole(Arc::new(coded));
    let mixed: Vec<RecordBatch> = [&plain, &coded, &view, &coded, &plain]
        .iter()
        .enumerate()
        .map(|(at, batch)| batch.slice(at * 28_000, 28_000))
        .collect();
    for figures in [|| scoring("default", AS_OF), || scoring("default", AS_OF).scores_only()] {
        let wanted = scored(figures(), std::slice::from_ref(&plain)).objectives;
        for threads in [1, 3] {
            let found = |batches: &[RecordBatch]| scored(figures().on_threads(NonZeroUsize::new(threads).unwrap()), batches);
            assert_eq!(found(std::slice::from_ref(&view)).objectives, wanted, "views on {threads} threads");
            assert_eq!(found(std::slice::from_ref(&coded)).objectives, wanted, "a dictionary on {threads} threads");
            assert_eq!(found(&cut(&coded, 70_000)).objectives, wanted, "a dictionary in batches on {threads} threads");
            assert_eq!(found(&mixed).objectives, wanted, "mixed on {threads} threads");
        }
    }
}

#[test]
fn scores_alone_are_those_among_all_figures() {
    let plan = plan(2_000);
    let card = okrkit::evaluate(&plan, &Profile::named("default").unwrap(), AS_OF.parse::<Date>().unwrap());
    let batch = key_results(&plan, &card);
    let all = scored(scoring("default", AS_OF), std::slice::from_ref(&batch)).objectives;
    let alone = scored(scoring("default", AS_OF).scores_only(), std::slice::from_ref(&batch)).objectives;
    for column in ["objective_id", "score", "weight", "n"] {
        assert_eq!(all.column_by_name(column), alone.column_by_name(column), "{column}");
    }
}

#[test]
fn parts_of_two_machines_merged_are_the_whole() {
    let batch = table(vec![
        ("objective_id", texts(&["a", "b", "a", "c", "b", "a"])),
        ("start", floats([Some(0.0); 6])),
        ("target", floats([Some(8.0); 6])),
        ("reading", floats([Some(2.0), Some(4.0), Some(8.0), None, Some(0.0), Some(4.0)])),
        ("weight", floats([Some(2.0), Some(1.0), Some(1.0), Some(1.0), None, Some(4.0)])),
    ]);
    let scores = || scoring("default", "2026-02-01").scores_only();
    let whole = scored(scores(), std::slice::from_ref(&batch)).objectives;
    // (2 × 0.25 + 1 + 4 × 0.5)/7 = 0.5.
    assert_eq!((number(&whole, "score", 0), number(&whole, "weight", 0)), (Some(0.5), Some(7.0)));
    assert_eq!((number(&whole, "score", 1), number(&whole, "score", 2)), (Some(0.25), None));
    let parts: Vec<_> = cut(&batch, 2)
        .iter()
        .map(|part| scored(scores(), std::slice::from_ref(part)).objectives)
        .collect();
    assert_eq!(parts.len(), 3);
    let mut merged = scores();
    for part in &parts {
        merged.push_partials(part).unwrap();
    }
    assert_eq!(merged.finish().unwrap().objectives, whole);
}

#[test]
fn keys_may_be_of_any_type_that_tools_write() {
    let keys: Vec<ArrayRef> = vec![
        texts(&["7", "8", "7"]),
        Arc::new(LargeStringArray::from(vec!["7", "8", "7"])),
        Arc::new(StringViewArray::from(vec!["7", "8", "7"])),
        Arc::new(vec!["7", "8", "7"].into_iter().collect::<DictionaryArray<Int32Type>>()),
        Arc::new(Int64Array::from(vec![7, 8, 7])),
    ];
    for keys in keys {
        let kind = keys.data_type().clone();
        let batch = table(vec![
            ("objective_id", keys),
            ("start", floats([Some(0.0); 3])),
            ("target", floats([Some(4.0); 3])),
            ("reading", floats([Some(1.0), Some(4.0), Some(3.0)])),
        ]);
        for scoring in [scoring("default", "2026-02-01"), scoring("default", "2026-02-01").scores_only()] {
            let out = scored(scoring, std::slice::from_ref(&batch)).objectives;
            assert_eq!(
                (out.num_rows(), number(&out, "score", 0), number(&out, "score", 1)),
                (2, Some(0.5), Some(1.0)),
                "{kind}"
            );
        }
    }
}

#[test]
fn a_stream_that_breaks_says_so() {
    let broken = [Err(arrow_schema::ArrowError::ComputeError("the disk is gone".to_owned()))];
    let error = score(broken, &Profile::named("default").unwrap(), Date::new(2026, 2, 1).unwrap()).unwrap_err();
    assert!(error.to_string().contains("the disk is gone"));
}

#[test]
fn nothing_comes_to_nothing() {
    let out = scored(scoring("default", "2026-02-01"), &[]);
    assert_eq!(out.objectives.num_rows(), 0);
}
