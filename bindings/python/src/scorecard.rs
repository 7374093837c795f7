//! A scorecard, held for Python.

use okrkit::Scorecard;
use pyo3::prelude::*;

use crate::bridge::bad_table;
use crate::error::detached;
use crate::figures::table_of;
use crate::hint::{Json, JsonDict};
use crate::object::{serialized, to_python};
use crate::plan::PlanCore;
use crate::table::TableCore;

/// A scorecard of the core.
#[pyclass(frozen, eq, module = "okrkit._okrkit")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ScorecardCore {
    pub(crate) card: Scorecard,
}

#[pymethods]
impl ScorecardCore {
    #[getter]
    fn plan(&self) -> PlanCore {
        PlanCore {
            plan: self.card.plan().clone(),
        }
    }

    /// The profile in full, as plain objects.
    #[getter]
    fn profile<'py>(&self, py: Python<'py>) -> PyResult<JsonDict<'py>> {
        serialized(py, self.card.profile()).map(JsonDict)
    }

    #[getter]
    fn profile_id(&self) -> &str {
        &self.card.profile().id
    }

    /// The day as ISO text, or a day and an instant.
    #[getter]
    fn as_of<'py>(&self, py: Python<'py>) -> PyResult<Json<'py>> {
        serialized(py, &self.card.as_of()).map(Json)
    }

    /// The ids of all nodes, each objective before its key results.
    #[getter]
    fn ids(&self) -> Vec<&str> {
        let nodes = self.card.plan().objectives();
        nodes
            .flat_map(|objective| {
                let key_results = objective.key_results.iter().map(|key_result| key_result.id.as_str());
                std::iter::once(objective.id.as_str()).chain(key_results)
            })
            .collect()
    }

    /// The figures of a node by id: whether it is an objective, and the figures as plain objects.
    fn node<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<(bool, JsonDict<'py>)>> {
        if let Some(score) = self.card.objective(id) {
            return Ok(Some((true, JsonDict(serialized(py, &score)?))));
        }
        match self.card.key_result(id) {
            Some(score) => Ok(Some((false, JsonDict(serialized(py, &score)?)))),
            None => Ok(None),
        }
    }

    /// The figures of all objectives in the order of the document: their ids, and the figures as plain objects.
    fn objectives<'py>(&self, py: Python<'py>) -> PyResult<Vec<(&str, JsonDict<'py>)>> {
        let nodes = self.card.objectives();
        nodes
            .map(|(objective, score)| Ok((objective.id.as_str(), JsonDict(serialized(py, &score)?))))
            .collect()
    }

    /// The figures of all key results in the order of the document: their ids, and the figures as plain objects.
    fn key_results<'py>(&self, py: Python<'py>) -> PyResult<Vec<(&str, JsonDict<'py>)>> {
        let nodes = self.card.key_results();
        nodes
            .map(|(key_result, score)| Ok((key_result.id.as_str(), JsonDict(serialized(py, &score)?))))
            .collect()
    }

    /// The figures as a table.
    fn to_table(&self, py: Python<'_>) -> PyResult<TableCore> {
        let batch = detached(py, || table_of(&self.card))?;
        batch.map(TableCore::from).map_err(|error| bad_table(&error))
    }

    /// The scorecard as JSON text.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || self.card.to_json())
    }

    /// The scorecard as plain objects.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<JsonDict<'py>> {
        let value = detached(py, || serde_json::to_value(&self.card).unwrap_or_default())?;
        to_python(py, &value).map(JsonDict)
    }
}
