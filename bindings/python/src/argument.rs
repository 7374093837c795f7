//! Days and profiles as they are handed over.

use std::sync::OnceLock;

use okrkit::{AsOf, Code, Date, Instant, Issues, Plan, Profile};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use serde_json::Value;

use crate::error::{Found, raise};
use crate::hint::Anything;
use crate::text::{day_or_instant, json_of, type_error};

/// A day: a `datetime.date`, or its ISO text. With what was known when: an object with `on` and `known`.
pub(crate) fn as_of(object: &Bound<'_, PyAny>) -> PyResult<AsOf> {
    let py = object.py();
    if let Ok(text) = object.cast::<PyString>() {
        return day(py, &text.to_cow()?, "/as_of").map(AsOf::from);
    }
    if let Some(text) = day_or_instant(object)? {
        let text = text.map_err(|message| Found::one(py, Code::DateInvalid, "/as_of", message))?;
        return day(py, &text, "/as_of").map(AsOf::from);
    }
    let wanted = "`as_of` is a date, ISO text, or `AsOf(on, known)`";
    if object.getattr_opt("to_dict")?.is_none() && object.getattr_opt("keys")?.is_none() {
        return Err(type_error(wanted, object));
    }
    let parts: Value = serde_json::from_str(&json_of(object)?).unwrap_or_default();
    let part = |name: &str| parts.get(name).and_then(Value::as_str);
    let Some(on) = part("on") else { return Err(type_error(wanted, object)) };
    let on = day(py, on, "/as_of/on")?;
    let known = match parts.get("known") {
        None | Some(Value::Null) => None,
        Some(known) => {
            let text = known.as_str().unwrap_or_default();
            let known: Instant = text.parse().map_err(|_| {
                let message = format!("`{text}` is not an RFC 3339 instant such as 2026-03-31T09:00:00Z");
                Found::one(py, Code::DateInvalid, "/as_of/known", message)
            })?;
            Some(known)
        }
    };
    Ok(AsOf { on, known })
}

fn day(py: Python<'_>, text: &str, path: &str) -> PyResult<Date> {
    text.parse().map_err(|_| {
        let message = format!("`{text}` is not a calendar date `YYYY-MM-DD`");
        Found::one(py, Code::DateInvalid, path, message)
    })
}

/// A profile by name, as a document, or the one that a plan names.
pub(crate) fn profile_or(object: Option<&Bound<'_, PyAny>>, plan: &Plan, py: Python<'_>) -> PyResult<Profile> {
    let profile = match object.filter(|object| !object.is_none()) {
        None => named(plan.profile()),
        Some(object) => return profile(object),
    };
    profile.map_err(|issues| raise(py, &issues))
}

/// A profile by name, or as a document: JSON text, the bytes of one, or plain objects.
pub(crate) fn profile(object: &Bound<'_, PyAny>) -> PyResult<Profile> {
    let profile = match object.cast::<PyString>() {
        Ok(text) => {
            let text = text.to_cow()?;
            if text.trim_start().starts_with('{') {
                okrkit::profile::read(&text)
            } else {
                named(&text)
            }
        }
        Err(_) => match object.cast::<PyBytes>() {
            Ok(bytes) => okrkit::profile::read_bytes(bytes.as_bytes()),
            Err(_) => okrkit::profile::read(&json_of(object)?),
        },
    };
    profile.map_err(|issues| raise(object.py(), &issues))
}

/// A named profile. Each is read once.
fn named(name: &str) -> Result<Profile, Issues> {
    static ALL: OnceLock<std::collections::BTreeMap<&'static str, Profile>> = OnceLock::new();
    match ALL.get_or_init(okrkit::profile::all).get(name) {
        Some(profile) => Ok(profile.clone()),
        None => Profile::named(name),
    }
}

/// Whether something is a day that a scorecard can be asked for; raises where it is not.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn check_as_of(day: Anything<'_>) -> PyResult<()> {
    as_of(&day.0).map(drop)
}
