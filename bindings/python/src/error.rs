//! Problems of the core as Python exceptions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use okrkit::{Code, Issues};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use serde_json::{Value, json};

use crate::object::to_python;

/// Problems found by the binding itself, in the words of the core.
#[derive(Debug, Default)]
pub(crate) struct Found(Vec<Value>);

impl Found {
    pub(crate) fn add(&mut self, code: Code, path: &str, message: impl Into<String>) {
        self.0.push(json!({
            "code": code.as_str(), "severity": "error", "path": path, "message": message.into(), "help": code.help(),
        }));
    }

    /// One problem alone.
    pub(crate) fn one(py: Python<'_>, code: Code, path: &str, message: impl Into<String>) -> PyErr {
        let mut found = Self::default();
        found.add(code, path, message);
        found.raise(py)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn raise(self, py: Python<'_>) -> PyErr {
        self.raise_with(py, 0)
    }

    /// The same, where more were found than are told.
    pub(crate) fn raise_with(self, py: Python<'_>, more: usize) -> PyErr {
        okr_error(py, &Value::Array(self.0), more).unwrap_or_else(|error| error)
    }
}

/// All problems of an input as one `OkrError`.
pub(crate) fn raise(py: Python<'_>, issues: &Issues) -> PyErr {
    let told = serde_json::to_value(issues).unwrap_or_default();
    okr_error(py, &told, issues.more()).unwrap_or_else(|error| error)
}

fn okr_error(py: Python<'_>, issues: &Value, more: usize) -> PyResult<PyErr> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(py, "okrkit._errors", "OkrError")?;
    Ok(PyErr::from_value(class.call_method1("from_list", (to_python(py, issues)?, more))?))
}

/// Runs a computation of the core while other Python threads go on.
///
/// The core does not panic. Should it ever, Python sees an ordinary exception.
pub(crate) fn detached<T: Send>(py: Python<'_>, compute: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(compute))).map_err(|payload| {
        let said = payload.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("no message");
        PyRuntimeError::new_err(format!("okrkit is broken, please report it: {said}"))
    })
}

/// Every code of a problem that the core knows, in the order of its catalogue: code, meaning, help.
#[pyfunction]
pub(crate) fn codes() -> Vec<(&'static str, &'static str, &'static str)> {
    Code::ALL.iter().map(|code| (code.as_str(), code.meaning(), code.help())).collect()
}
