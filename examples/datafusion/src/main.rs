//! Scores objectives and teams in SQL.
//!
//! `cargo run --manifest-path examples/datafusion/Cargo.toml`

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Date32Array, Float64Array, RecordBatch, StringArray};
use datafusion::prelude::SessionContext;
use okrkit::{Date, Profile};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The key results of two objectives, as a warehouse has them: days count from 1970-01-01.
    let (first, last): (ArrayRef, ArrayRef) = (Arc::new(Date32Array::from(vec![20_454; 4])), Arc::new(Date32Array::from(vec![20_543; 4])));
    let key_results = RecordBatch::try_from_iter([
        ("objective", Arc::new(StringArray::from(vec!["grow", "grow", "keep", "keep"])) as ArrayRef),
        ("team", Arc::new(StringArray::from(vec!["sales", "sales", "care", "care"]))),
        ("start", Arc::new(Float64Array::from(vec![0.0, 6.0, 80.0, 0.0]))),
        ("target", Arc::new(Float64Array::from(vec![500_000.0, 4.0, 95.0, 40.0]))),
        ("reading", Arc::new(Float64Array::from(vec![Some(240_000.0), Some(5.4), Some(83.0), None]))),
        ("weight", Arc::new(Float64Array::from(vec![2.0, 1.0, 1.0, 1.0]))),
        ("starts", first),
        ("ends", last),
    ])?;
    let session = SessionContext::new();
    session.register_batch("key_results", key_results)?;
    okrkit_example_datafusion::register(&session, &Profile::named("default")?, Date::new(2026, 2, 14)?);

    let rows = "SELECT objective, start, target, reading, okr_progress(start, target, reading) AS progress, \
         okr_status(okr_progress(start, target, reading), starts, ends) AS status FROM key_results";
    session.sql(rows).await?.show().await?;
    let objectives = "SELECT team, objective, okr_score(okr_progress(start, target, reading), weight) AS score, count(*) AS n \
         FROM key_results GROUP BY team, objective ORDER BY team";
    session.sql(objectives).await?.show().await?;
    Ok(())
}
