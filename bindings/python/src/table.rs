//! Tables in and out.

use std::num::NonZeroUsize;
use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use okrkit::{AsOf, Code, Profile};
use okrkit_arrow::tables::PlanTables;
use okrkit_arrow::{Scored, Scoring, TableError};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use crate::argument;
use crate::bridge::{bad_table, reader};
use crate::error::{Found, detached, raise};
use crate::hint::{Anything, ArrowData, Capsule, Tables};
use crate::plan::PlanCore;

/// A table, in one or more record batches.
#[pyclass(frozen, module = "okrkit._okrkit")]
#[derive(Debug)]
pub(crate) struct TableCore {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl From<RecordBatch> for TableCore {
    fn from(batch: RecordBatch) -> Self {
        Self {
            schema: batch.schema(),
            batches: vec![batch],
        }
    }
}

#[pymethods]
impl TableCore {
    /// The table as a stream of Arrow record batches; it may be asked for as often as one likes.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<Anything<'py>>) -> PyResult<Capsule<'py>> {
        // A consumer may wish for another schema, and a producer may leave it at its own.
        drop(requested_schema);
        let batches: Vec<Result<RecordBatch, ArrowError>> = self.batches.iter().cloned().map(Ok).collect();
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        Ok(Capsule(PyCapsule::new_with_value(py, stream, c"arrow_array_stream")?.into_any()))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Capsule<'py>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|error| bad_table(&error))?;
        Ok(Capsule(PyCapsule::new_with_value(py, schema, c"arrow_schema")?.into_any()))
    }

    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

/// What is computed of the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Objectives,
    Scores,
    Rows,
}

/// Everything that a scoring goes by.
struct Rules {
    profile: Profile,
    as_of: AsOf,
    group_by: Vec<String>,
    n_threads: Option<NonZeroUsize>,
}

impl Rules {
    fn of(profile: &Bound<'_, PyAny>, as_of: &Bound<'_, PyAny>, group_by: Vec<String>, n_threads: Option<usize>) -> PyResult<Self> {
        let as_of = argument::as_of(as_of)?;
        if as_of.known.is_some() {
            let message = "rows do not say when they became known: `as_of` is a day alone";
            return Err(Found::one(profile.py(), Code::DateInvalid, "/as_of", message));
        }
        Ok(Self {
            profile: argument::profile(profile)?,
            as_of,
            group_by,
            n_threads: n_threads.and_then(NonZeroUsize::new),
        })
    }

    fn scoring(&self, wanted: Wanted) -> Scoring {
        let mut scoring = Scoring::new(&self.profile, self.as_of.on);
        for column in &self.group_by {
            scoring = scoring.group_by(column);
        }
        if let Some(n) = self.n_threads {
            scoring = scoring.on_threads(n);
        }
        if wanted == Wanted::Scores { scoring.scores_only() } else { scoring }
    }
}

/// Scores the key results of a table: one row an objective, and one table more for each column that is grouped by.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
#[pyo3(signature = (data, as_of, profile, group_by, n_threads=None, progress=None))]
pub(crate) fn score_objectives<'py>(
    data: ArrowData<'py>,
    as_of: Anything<'py>,
    profile: Anything<'py>,
    group_by: Vec<String>,
    n_threads: Option<usize>,
    progress: Option<Anything<'py>>,
) -> PyResult<Tables<'py>> {
    let py = data.0.py();
    let rules = Rules::of(&profile.0, &as_of.0, group_by, n_threads)?;
    let scored = pushed(&data.0, &rules, Wanted::Objectives, progress.as_ref())?;
    let tables = PyDict::new(py);
    tables.set_item("", TableCore::from(scored.objectives).into_pyobject(py)?)?;
    for (column, groups) in scored.groups {
        tables.set_item(column, TableCore::from(groups).into_pyobject(py)?)?;
    }
    Ok(Tables(tables.into_any()))
}

/// The sums that scores are made of, one row an objective, to be merged with those of other parts of a table.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
#[pyo3(signature = (data, as_of, profile, n_threads=None, progress=None))]
pub(crate) fn score_partially(
    data: ArrowData<'_>,
    as_of: Anything<'_>,
    profile: Anything<'_>,
    n_threads: Option<usize>,
    progress: Option<Anything<'_>>,
) -> PyResult<TableCore> {
    let rules = Rules::of(&profile.0, &as_of.0, Vec::new(), n_threads)?;
    Ok(pushed(&data.0, &rules, Wanted::Scores, progress.as_ref())?.objectives.into())
}

/// Adds up partial scores.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn merge_partially(data: ArrowData<'_>) -> PyResult<TableCore> {
    let py = data.0.py();
    let batches = reader(&data.0)?;
    let merged = detached(py, || {
        let mut scoring = Scoring::new(&Profile::named("default").unwrap_or_default(), okrkit::Date::MIN).scores_only();
        for batch in batches {
            // What is wrong with it is told at the end, with the problems of the others.
            let _ = scoring.push_partials(&batch?);
        }
        scoring.finish()
    })?;
    merged.map(|merged| merged.objectives.into()).map_err(|error| refused(py, error))
}

/// Scores each row of a table alone: as many rows as there are.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
#[pyo3(signature = (data, as_of, profile, progress=None))]
pub(crate) fn score_key_results(data: ArrowData<'_>, as_of: Anything<'_>, profile: Anything<'_>, progress: Option<Anything<'_>>) -> PyResult<TableCore> {
    let py = data.0.py();
    let rules = Rules::of(&profile.0, &as_of.0, Vec::new(), Some(1))?;
    let mut scoring = rules.scoring(Wanted::Rows);
    let mut batches = Vec::new();
    each_batch(&data.0, progress.as_ref(), |batch| {
        // What is wrong with it is told at the end, with the problems of the others.
        if let Ok(scored) = scoring.push_and_score(batch) {
            batches.push(scored);
        }
    })?;
    // The objectives are not asked for, the problems are.
    detached(py, || scoring.finish())?.map_err(|error| refused(py, error))?;
    match batches.first().map(RecordBatch::schema) {
        Some(schema) => Ok(TableCore { schema, batches }),
        None => Err(PyRuntimeError::new_err("the stream has no record batch, not even an empty one")),
    }
}

fn pushed(data: &Bound<'_, PyAny>, rules: &Rules, wanted: Wanted, progress: Option<&Anything<'_>>) -> PyResult<Scored> {
    let mut scoring = rules.scoring(wanted);
    each_batch(data, progress, |batch| {
        // What is wrong with it is told at the end, with the problems of the others.
        let _ = scoring.push(batch);
    })?;
    let py = data.py();
    detached(py, || scoring.finish())?.map_err(|error| refused(py, error))
}

/// Works on each batch while other Python threads go on, and tells how many rows were done. An empty table has a batch without rows.
fn each_batch(data: &Bound<'_, PyAny>, progress: Option<&Anything<'_>>, mut work: impl FnMut(&RecordBatch) + Send) -> PyResult<()> {
    let py = data.py();
    let mut batches = reader(data)?;
    let schema = batches.schema();
    let mut n = 0;
    while let Some(batch) = detached(py, || {
        let batch = batches.next()?;
        Some(batch.inspect(|batch| work(batch)))
    })? {
        let batch = batch.map_err(|error| bad_table(&error))?;
        n += 1;
        if let Some(progress) = progress {
            progress.0.call1((batch.num_rows(),))?;
        }
    }
    if n == 0 {
        work(&RecordBatch::new_empty(schema));
    }
    Ok(())
}

/// The tables of a plan, by name.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn to_tables<'py>(py: Python<'py>, plan: PyRef<'py, PlanCore>) -> PyResult<Tables<'py>> {
    let plan = plan.plan.clone();
    let made = detached(py, || okrkit_arrow::tables::to_tables(&plan))?.map_err(|error| bad_table(&error))?;
    let tables = PyDict::new(py);
    for (name, batches) in made.each() {
        if let Some(schema) = batches.first().map(RecordBatch::schema) {
            let batches = batches.clone();
            tables.set_item(name, TableCore { schema, batches }.into_pyobject(py)?)?;
        }
    }
    Ok(Tables(tables.into_any()))
}

/// The plan in tables, by name.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
#[pyo3(signature = (tables, progress=None))]
pub(crate) fn from_tables(py: Python<'_>, tables: Anything<'_>, progress: Option<Anything<'_>>) -> PyResult<PlanCore> {
    let mut read = PlanTables::default();
    for (name, table) in tables.0.cast::<PyDict>()?.iter() {
        let name: String = name.extract()?;
        let mut batches: Vec<RecordBatch> = Vec::new();
        each_batch(&table, progress.as_ref(), |batch| batches.push(batch.clone()))?;
        match name.as_str() {
            "plan" => read.plan = batches,
            "cycles" => read.cycles = batches,
            "teams" => read.teams = batches,
            "objectives" => read.objectives = batches,
            "key_results" => read.key_results = batches,
            "check_ins" => read.check_ins = batches,
            "links" => read.links = batches,
            _ => {
                let message = format!("a plan has no table `{name}`; it has plan, cycles, teams, objectives, key_results, check_ins, links");
                return Err(Found::one(py, Code::DocumentUnknownField, &format!("/{name}"), message));
            }
        }
    }
    let plan = detached(py, || okrkit_arrow::tables::from_tables(&read))?;
    plan.map(|plan| PlanCore { plan }).map_err(|error| refused(py, error))
}

/// Why a table gives no result, as an exception. The path of a problem leads to its row and column.
fn refused(py: Python<'_>, error: TableError) -> PyErr {
    match error {
        TableError::Plan(issues) => raise(py, &issues),
        TableError::Arrow(error) => bad_table(&error),
        TableError::Rows(issues) => {
            let mut found = Found::default();
            for issue in &issues {
                let mut path = issue.table.map_or_else(String::new, |table| format!("/{table}"));
                if let Some(row) = issue.row {
                    path.push_str("/rows/");
                    path.push_str(&row.to_string());
                }
                if let Some(column) = &issue.column {
                    path.push('/');
                    path.push_str(&column.replace('~', "~0").replace('/', "~1"));
                }
                let place = issue.row.map_or_else(String::new, |row| format!("row {row}: "));
                found.add(issue.code, &path, format!("{place}{}", issue.message));
            }
            found.raise_with(py, issues.more())
        }
        // Any other is one of a feature that this package does without.
        other => PyRuntimeError::new_err(other.to_string()),
    }
}
