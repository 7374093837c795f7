//! A plan, held for Python.

use okrkit::{Node, Plan, Profile};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::argument;
use crate::error::{detached, raise};
use crate::hint::{Anything, Json, JsonDict};
use crate::object::{serialized, to_python};
use crate::scorecard::ScorecardCore;
use crate::text::json_of;

/// A plan of the core.
#[pyclass(frozen, eq, module = "okrkit._okrkit")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlanCore {
    pub(crate) plan: Plan,
}

#[pymethods]
impl PlanCore {
    /// Reads JSON text.
    #[staticmethod]
    fn of_text(py: Python<'_>, text: &str) -> PyResult<Self> {
        let plan = detached(py, || okrkit::read(text))?;
        plan.map(|plan| Self { plan }).map_err(|issues| raise(py, &issues))
    }

    /// Reads JSON text in UTF-8.
    #[staticmethod]
    fn of_bytes(py: Python<'_>, text: &Bound<'_, PyBytes>) -> PyResult<Self> {
        let text = text.as_bytes();
        let plan = detached(py, || okrkit::read_bytes(text))?;
        plan.map(|plan| Self { plan }).map_err(|issues| raise(py, &issues))
    }

    /// Reads a document made of plain objects.
    #[staticmethod]
    #[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
    fn of_document(py: Python<'_>, document: Anything<'_>) -> PyResult<Self> {
        Self::of_text(py, &json_of(&document.0)?)
    }

    /// The canonical text.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || okrkit::write(&self.plan))
    }

    /// The document as plain objects.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<JsonDict<'py>> {
        let value = serde_json::from_str(&self.to_json(py)?).unwrap_or_default();
        to_python(py, &value).map(JsonDict)
    }

    /// A part of the document, by the name of its field, as plain objects; without objectives' contents.
    fn part<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Json<'py>> {
        let plan = &self.plan;
        Ok(Json(match name {
            "title" => serialized(py, &plan.title())?,
            "description" => serialized(py, &plan.description())?,
            "cycles" => serialized(py, &plan.cycles())?,
            "teams" => serialized(py, &plan.teams())?,
            "kpis" => serialized(py, &plan.kpis())?,
            "links" => serialized(py, &plan.links())?,
            "lint" => serialized(py, &plan.lint_settings())?,
            "objectives" => serialized(py, &plan.objectives().collect::<Vec<_>>())?,
            _ => py.None().into_bound(py),
        }))
    }

    /// A node by id: whether it is an objective, and the node as plain objects.
    fn node<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<(bool, JsonDict<'py>)>> {
        Ok(match self.plan.node(id) {
            None => None,
            Some(Node::Objective(_)) => Some((true, JsonDict(serialized(py, &self.plan.objective(id))?))),
            Some(Node::KeyResult(_)) => Some((false, JsonDict(serialized(py, &self.plan.key_result(id))?))),
        })
    }

    /// Whether there is an objective or a key result of an id.
    fn has(&self, id: &str) -> bool {
        self.plan.node(id).is_some()
    }

    #[getter]
    fn id(&self) -> &str {
        self.plan.id()
    }

    #[getter]
    fn profile(&self) -> &str {
        self.plan.profile()
    }

    #[getter]
    fn objective_ids(&self) -> Vec<&str> {
        self.plan.objectives().map(|objective| objective.id.as_str()).collect()
    }

    #[getter]
    fn key_result_ids(&self) -> Vec<&str> {
        self.plan.key_results().map(|(_, key_result)| key_result.id.as_str()).collect()
    }

    #[getter]
    fn n_objectives(&self) -> usize {
        self.plan.n_objectives()
    }

    #[getter]
    fn n_key_results(&self) -> usize {
        self.plan.n_key_results()
    }

    /// The scorecard as of a day by a profile; without one, by the profile the plan names.
    #[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
    #[pyo3(signature = (as_of, profile=None))]
    fn evaluate(&self, py: Python<'_>, as_of: Anything<'_>, profile: Option<Anything<'_>>) -> PyResult<ScorecardCore> {
        let as_of = argument::as_of(&as_of.0)?;
        let profile = argument::profile_or(profile.as_ref().map(|profile| &profile.0), &self.plan, py)?;
        let card = detached(py, || okrkit::evaluate(&self.plan, &profile, as_of))?;
        Ok(ScorecardCore { card })
    }
}

/// The names of the profiles that okrkit brings.
#[pyfunction]
pub(crate) fn profile_names() -> Vec<&'static str> {
    Profile::names().collect()
}

/// A profile by name or document, in full, as plain objects.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn profile<'py>(py: Python<'py>, profile: Anything<'py>) -> PyResult<JsonDict<'py>> {
    serialized(py, &argument::profile(&profile.0)?).map(JsonDict)
}
