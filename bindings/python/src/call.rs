//! Every verb of the core, by its name.

use okrkit::Plan;
use okrkit::call::{Answer, Given, Need, On, Part, VERBS};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::error::{detached, raise};
use crate::hint::{Anything, Json, JsonDict, VerbAnswer};
use crate::object::to_python;
use crate::plan::PlanCore;
use crate::scorecard::ScorecardCore;
use crate::text::json_of;

/// Calls a verb on a plan, a tuple of plans, a scorecard, or nothing.
///
/// Gives what the answer holds: a plan, scorecards by name, JSON as plain objects, and text; each of them or nothing.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn call<'py>(py: Python<'py>, verb: &str, on: Anything<'py>, arguments: Anything<'py>) -> PyResult<VerbAnswer<'py>> {
    let arguments = json_of(&arguments.0)?;
    let answer = if let Ok(card) = on.0.cast::<ScorecardCore>() {
        let card = &card.get().card;
        detached(py, || okrkit::call::call(verb, Given::Scorecard(card), &arguments))?
    } else {
        let plans = plans(&on.0)?;
        let plans: Vec<&Plan> = plans.iter().collect();
        let given = if plans.is_empty() { Given::Nothing } else { Given::Plans(&plans) };
        detached(py, || okrkit::call::call(verb, given, &arguments))?
    };
    answered(py, answer.map_err(|issues| raise(py, &issues))?)
}

fn plans(on: &Bound<'_, PyAny>) -> PyResult<Vec<Plan>> {
    if on.is_none() {
        return Ok(Vec::new());
    }
    if let Ok(plan) = on.cast::<PlanCore>() {
        return Ok(vec![plan.get().plan.clone()]);
    }
    let mut plans = Vec::new();
    for plan in on.cast::<PyTuple>()?.iter() {
        plans.push(plan.cast::<PlanCore>()?.get().plan.clone());
    }
    Ok(plans)
}

fn answered(py: Python<'_>, answer: Answer) -> PyResult<VerbAnswer<'_>> {
    let cards = PyDict::new(py);
    for (name, card) in answer.scorecards {
        cards.set_item(name, ScorecardCore { card }.into_pyobject(py)?)?;
    }
    let json = match &answer.json {
        Some(json) => to_python(py, &serde_json::from_str(json).unwrap_or_default())?,
        None => py.None().into_bound(py),
    };
    let plan = answer.plan.map(|plan| PlanCore { plan });
    Ok(VerbAnswer((plan, cards, json, answer.text).into_pyobject(py)?.into_any()))
}

/// The JSON Schemas of the documents and of the verbs, by name, as the core's types gave them when the package was built. To have
/// the core make them anew would put a third of a megabyte of code into every wheel.
#[pyfunction]
pub(crate) fn schemas(py: Python<'_>) -> PyResult<JsonDict<'_>> {
    let texts = [
        ("plan", include_str!("../../../crates/okrkit/schema/plan-1.json")),
        ("profile", include_str!("../../../crates/okrkit/schema/profile-1.json")),
        ("verbs", include_str!("../../../crates/okrkit/schema/verbs-1.json")),
    ];
    let all = PyDict::new(py);
    for (name, text) in texts {
        all.set_item(name, to_python(py, &serde_json::from_str(text).unwrap_or_default())?)?;
    }
    Ok(JsonDict(all.into_any()))
}

/// The table of verbs as plain objects: of each its name, what it works on, its arguments with whether they must be given, and
/// what its answer holds.
#[pyfunction]
pub(crate) fn verbs(py: Python<'_>) -> PyResult<Json<'_>> {
    let mut all = Vec::new();
    for verb in VERBS {
        let on: Vec<&str> = match verb.on {
            On::Scorecard => vec!["scorecard"],
            on => on.plans().to_vec(),
        };
        let arguments: Vec<(&str, bool)> = verb.arguments.iter().map(|argument| (argument.name, argument.need == Need::Must)).collect();
        let answer: Vec<String> = verb
            .answer
            .iter()
            .map(|part| match part {
                Part::Json(kind) => (*kind).to_owned(),
                other => format!("{other:?}"),
            })
            .collect();
        all.push(serde_json::json!({ "name": verb.name, "about": verb.about, "on": on, "arguments": arguments, "answer": answer }));
    }
    to_python(py, &serde_json::Value::Array(all)).map(Json)
}
