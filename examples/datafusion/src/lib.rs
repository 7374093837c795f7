//! okrkit inside DataFusion: three functions of SQL, whose rules are okrkit's own.
//!
//! | function | gives |
//! |---|---|
//! | `okr_progress(start, target, reading)` | the progress of a metric, as the profile shows it; null without data |
//! | `okr_status(progress, starts, ends)` | the status of a key result on the day |
//! | `okr_score(progress, weight)` | an aggregate: the score of an objective from its key results |
//!
//! The profile and the day are given once, when the functions are registered. The state of `okr_score` is a
//! [`PartialScore`], so DataFusion may cut a table into as many parts as it likes, on threads or on machines, and merge them.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array, Float64Array, StringArray};
use datafusion::arrow::datatypes::{DataType, Date32Type, Float64Type, Int64Type};
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{Accumulator, ColumnarValue, Volatility, create_udaf, create_udf};
use datafusion::prelude::SessionContext;
use okrkit::{Date, MeasureKind, PartialScore, Profile, RowKeyResult, RowMeasure, RowRules};

/// Makes the functions known to a session.
pub fn register(session: &SessionContext, profile: &Profile, as_of: Date) {
    let rules = Arc::new(RowRules::new(profile, as_of));
    let number = || DataType::Float64;

    let of_progress = Arc::clone(&rules);
    session.register_udf(create_udf(
        "okr_progress",
        vec![number(), number(), number()],
        number(),
        Volatility::Immutable,
        Arc::new(move |arguments: &[ColumnarValue]| {
            let columns = ColumnarValue::values_to_arrays(arguments)?;
            let [start, target, reading] = [0, 1, 2].map(|at| columns[at].as_primitive::<Float64Type>());
            let progress = (0..target.len()).map(|row| {
                let measure = RowMeasure::metric(value(start, row), value(target, row)?)?;
                of_progress.progress(&measure, value(reading, row)).value()
            });
            Ok(ColumnarValue::Array(Arc::new(progress.collect::<Float64Array>())))
        }),
    ));

    let of_status = Arc::clone(&rules);
    session.register_udf(create_udf(
        "okr_status",
        vec![number(), DataType::Date32, DataType::Date32],
        DataType::Utf8,
        Volatility::Immutable,
        Arc::new(move |arguments: &[ColumnarValue]| {
            let columns = ColumnarValue::values_to_arrays(arguments)?;
            let progress = columns[0].as_primitive::<Float64Type>();
            let [starts, ends] = [1, 2].map(|at| columns[at].as_primitive::<Date32Type>());
            let status = (0..progress.len()).map(|row| {
                let mut key_result = with_progress(value(progress, row));
                key_result.period = (day(starts, row)?, day(ends, row)?);
                Some(of_status.key_result(&key_result).status.as_str())
            });
            Ok(ColumnarValue::Array(Arc::new(status.collect::<StringArray>())))
        }),
    ));

    session.register_udaf(create_udaf(
        "okr_score",
        vec![number(), number()],
        Arc::new(number()),
        Volatility::Immutable,
        Arc::new(move |_| {
            let (rules, sum) = (Arc::clone(&rules), PartialScore::default());
            Ok(Box::new(Score { rules, sum }))
        }),
        Arc::new(vec![number(), number(), DataType::Int64]),
    ));
}

fn value(array: &Float64Array, row: usize) -> Option<f64> {
    array.is_valid(row).then(|| array.value(row)).filter(|value| !value.is_nan())
}

fn day(array: &Date32Array, row: usize) -> Option<Date> {
    let epoch = Date::new(1970, 1, 1).ok()?;
    array.is_valid(row).then(|| epoch.add_days(array.value(row)))?
}

/// A key result whose progress is there.
fn with_progress(progress: Option<f64>) -> RowKeyResult {
    let mut row = RowKeyResult::new(RowMeasure::elsewhere(MeasureKind::Metric), None);
    row.progress = progress;
    row
}

/// F9, part by part.
#[derive(Debug)]
struct Score {
    rules: Arc<RowRules>,
    sum: PartialScore,
}

impl Accumulator for Score {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let [progress, weight] = [0, 1].map(|at| values[at].as_primitive::<Float64Type>());
        for row in 0..progress.len() {
            let mut key_result = with_progress(value(progress, row));
            key_result.weight = value(weight, row).unwrap_or(1.0);
            if let Some((weight, score)) = self.rules.member_score(&key_result) {
                self.sum.add(weight, score);
            }
        }
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let [weight, weighted] = [0, 1].map(|at| states[at].as_primitive::<Float64Type>());
        let n = states[2].as_primitive::<Int64Type>();
        for row in 0..n.len() {
            self.sum.merge(PartialScore {
                weight: weight.value(row),
                weighted: weighted.value(row),
                n: n.value(row).unsigned_abs(),
            });
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let n = i64::try_from(self.sum.n).unwrap_or(i64::MAX);
        Ok(vec![self.sum.weight.into(), self.sum.weighted.into(), n.into()])
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        Ok(self.sum.score().into())
    }

    fn size(&self) -> usize {
        size_of_val(self)
    }
}
