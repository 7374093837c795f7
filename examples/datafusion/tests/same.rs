//! What SQL gives is what the plain scorecard has.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array, Float64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::Float64Type;
use datafusion::datasource::MemTable;
use datafusion::prelude::{SessionConfig, SessionContext};
use okrkit::{Date, Measure, Plan, Profile, Scorecard};
use okrkit_testing::generate::{self, AS_OF, Config};

/// A generated plan of metrics alone, which nobody amended.
fn plan() -> Plan {
    let config = Config {
        seed: 5,
        objectives: 400,
        links: false,
        ..Config::default()
    };
    let mut document = okrkit::read(&generate::plan(&config)).unwrap().to_document();
    for objective in &mut document.objectives {
        objective.key_results.retain(|key_result| matches!(key_result.measure, Measure::Metric(_)));
        objective.key_results.iter_mut().for_each(|key_result| key_result.amendments.clear());
    }
    Plan::from_document(document).unwrap()
}

fn key_results(plan: &Plan, card: &Scorecard) -> RecordBatch {
    let rows: Vec<_> = plan
        .key_results()
        .map(|(objective, key_result)| (objective, key_result, card.key_result(&key_result.id).unwrap()))
        .collect();
    let numbers = |of: &dyn Fn(usize) -> Option<f64>| -> ArrayRef { Arc::new((0..rows.len()).map(of).collect::<Float64Array>()) };
    let texts = |of: &dyn Fn(usize) -> String| -> ArrayRef { Arc::new((0..rows.len()).map(|at| Some(of(at))).collect::<StringArray>()) };
    let epoch = Date::new(1970, 1, 1).unwrap();
    let days = |of: &dyn Fn(usize) -> Date| -> ArrayRef { Arc::new((0..rows.len()).map(|at| Some(of(at).days_since(epoch))).collect::<Date32Array>()) };
    let start = |at: usize| {
        if let Measure::Metric(metric) = &rows[at].1.measure {
            metric.start
        } else {
            None
        }
    };
    RecordBatch::try_from_iter([
        ("objective", texts(&|at| rows[at].0.id.clone())),
        ("id", texts(&|at| rows[at].1.id.clone())),
        ("start", numbers(&start)),
        ("target", numbers(&|at| rows[at].2.target)),
        ("reading", numbers(&|at| rows[at].2.reading.as_ref().and_then(okrkit::Reading::number))),
        ("weight", numbers(&|at| rows[at].1.weight)),
        ("starts", days(&|at| rows[at].2.starts)),
        ("ends", days(&|at| rows[at].2.ends)),
    ])
    .unwrap()
}

/// A session with the table in as many partitions, so that partial scores are merged.
fn session(batch: &RecordBatch, partitions: usize, profile: &Profile, on: Date) -> SessionContext {
    let session = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(partitions));
    let per_part = batch.num_rows().div_ceil(partitions);
    let part = |at: usize| vec![batch.slice(at * per_part, per_part.min(batch.num_rows() - at * per_part))];
    let table = MemTable::try_new(batch.schema(), (0..partitions).map(part).collect()).unwrap();
    session.register_table("key_results", Arc::new(table)).unwrap();
    okrkit_example_datafusion::register(&session, profile, on);
    session
}

async fn rows(session: &SessionContext, sql: &str) -> Vec<(String, Option<f64>, Option<String>)> {
    let mut rows = Vec::new();
    for batch in session.sql(sql).await.unwrap().collect().await.unwrap() {
        let (id, number) = (batch.column(0).as_string::<i32>(), batch.column(1).as_primitive::<Float64Type>());
        let word = batch.columns().get(2).map(AsArray::as_string::<i32>);
        for at in 0..batch.num_rows() {
            let number = number.is_valid(at).then(|| number.value(at));
            rows.push((id.value(at).to_owned(), number, word.map(|word| word.value(at).to_owned())));
        }
    }
    rows
}

fn close(one: Option<f64>, other: Option<f64>, what: &str) {
    match (one, other) {
        (Some(one), Some(other)) => assert!((one - other).abs() < 1e-12, "{what}: {one} and {other}"),
        (one, other) => assert_eq!(one, other, "{what}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sql_gives_the_figures_of_the_scorecard() {
    let (plan, on) = (plan(), AS_OF.parse::<Date>().unwrap());
    for name in ["default", "viva", "quantive"] {
        let profile = Profile::named(name).unwrap();
        let card = okrkit::evaluate(&plan, &profile, on);
        let batch = key_results(&plan, &card);
        for partitions in [1, 3] {
            let session = session(&batch, partitions, &profile, on);
            let progress = "okr_progress(start, target, reading)";
            let found = rows(
                &session,
                &format!("SELECT id, {progress}, okr_status({progress}, starts, ends) FROM key_results"),
            )
            .await;
            assert_eq!(found.len(), plan.n_key_results());
            for (id, progress, status) in found {
                let expected = card.key_result(&id).unwrap();
                assert_eq!(progress, expected.progress.value(), "{id}");
                // SQL was told nothing of ambitions: of what is over, only those of the default one are alike.
                if expected.ends >= on {
                    assert_eq!(status.as_deref(), Some(expected.status.as_str()), "{id}");
                }
            }
            // Missing key results of what is over count as 0 in these profiles, which takes the dates: here all have a reading.
            let running = format!("SELECT objective, okr_score({progress}, weight) FROM key_results WHERE ends >= '{on}' GROUP BY objective");
            let found = rows(&session, &running).await;
            assert!(found.len() > 50, "found {}", found.len());
            for (id, score, _) in found {
                close(score, card.objective(&id).unwrap().score, &id);
            }
        }
    }
}

#[tokio::test]
async fn without_data_there_is_no_score() {
    let schema = ("objective", Arc::new(StringArray::from(vec!["a", "b"])) as ArrayRef);
    let numbers = |values: [Option<f64>; 2]| -> ArrayRef { Arc::new(Float64Array::from(values.to_vec())) };
    let batch = RecordBatch::try_from_iter([
        schema,
        ("start", numbers([Some(0.0), Some(0.0)])),
        ("target", numbers([Some(10.0), Some(10.0)])),
        ("reading", numbers([None, Some(4.0)])),
        ("weight", numbers([Some(1.0), None])),
    ])
    .unwrap();
    let session = session(&batch, 1, &Profile::named("default").unwrap(), Date::new(2026, 2, 1).unwrap());
    let sql = "SELECT objective, okr_score(okr_progress(start, target, reading), weight) FROM key_results GROUP BY objective ORDER BY objective";
    assert_eq!(rows(&session, sql).await, [("a".to_owned(), None, None), ("b".to_owned(), Some(0.4), None)]);
}
