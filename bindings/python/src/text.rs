//! Python objects as JSON text.
//!
//! What analysts have in their hands is taken for what it means: numpy and pandas scalars and arrays, `Decimal`, dates, instants
//! with a time zone, the values of this package. What means nothing (`NaT`, NaN, a day with a time) is refused, and every such
//! place is told at once.

use okrkit::Code;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyType};
use serde_json::Value;

use crate::error::Found;
use crate::hint::{Anything, Json};
use crate::object::to_python;

/// As deep as the core reads.
const DEEPEST: usize = 127;

/// The JSON text of an object.
pub(crate) fn json_of(object: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut writer = Writer::default();
    writer.write(object, 0)?;
    if writer.found.is_empty() {
        Ok(writer.out)
    } else {
        Err(writer.found.raise(object.py()))
    }
}

/// The JSON text of plain objects, numpy and pandas values, dates and values of this package.
///
/// Raises `OkrError` with every value that JSON cannot say, each with its JSON pointer.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn to_json(object: Anything<'_>) -> PyResult<String> {
    json_of(&object.0)
}

#[derive(Default)]
struct Writer {
    out: String,
    path: String,
    found: Found,
}

impl Writer {
    fn write(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        if depth > DEEPEST {
            self.refuse(Code::DocumentWrongType, "this is nested too deeply; a document has a dozen levels");
        } else if object.is_none() {
            self.out.push_str("null");
        } else if let Ok(text) = object.cast::<PyString>() {
            self.text(text);
        } else if let Ok(truth) = object.cast::<PyBool>() {
            self.out.push_str(if truth.is_true() { "true" } else { "false" });
        } else if let Ok(number) = object.cast::<PyFloat>() {
            self.number(number.value());
        } else if object.is_instance_of::<PyInt>() {
            self.whole(object);
        } else if let Ok(dict) = object.cast::<PyDict>() {
            self.members(dict, depth)?;
        } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
            self.items(object, depth)?;
        } else {
            self.other(object, depth)?;
        }
        Ok(())
    }

    fn refuse(&mut self, code: Code, message: impl Into<String>) {
        self.found.add(code, &self.path, message);
        self.out.push_str("null");
    }

    fn text(&mut self, text: &Bound<'_, PyString>) {
        match text.to_cow() {
            Ok(text) => self.quoted(&text),
            Err(_) => self.refuse(Code::DocumentWrongType, "this text holds half a character (a lone surrogate)"),
        }
    }

    fn quoted(&mut self, text: &str) {
        // A string is always JSON.
        self.out.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    fn number(&mut self, number: f64) {
        // As the core writes them: whole numbers without a fraction. −0 is no whole number.
        #[expect(clippy::float_cmp, reason = "whether it is exactly whole")]
        let is_whole = number.trunc() == number && number.abs() < 1e15 && (number != 0.0 || number.is_sign_positive());
        if is_whole {
            #[expect(clippy::cast_possible_truncation, reason = "below 1e15")]
            self.out.push_str(&(number as i64).to_string());
        } else if number.is_finite() {
            self.out.push_str(&serde_json::to_string(&number).unwrap_or_default());
        } else if number.is_nan() {
            self.refuse(Code::NumberRange, "NaN is no number; leave the field out where nothing is known");
        } else {
            self.refuse(Code::NumberRange, "a number is finite");
        }
    }

    /// A whole number of any size. A subclass may print as something else, so it is asked for its index first.
    fn whole(&mut self, number: &Bound<'_, PyAny>) {
        match number.extract::<i64>() {
            Ok(number) => self.out.push_str(&number.to_string()),
            Err(_) => match number.call_method0("__float__").and_then(|number| number.extract::<f64>()) {
                Ok(number) => self.number(number),
                Err(_) => self.refuse(Code::NumberRange, "a number is within the doubles"),
            },
        }
    }

    fn items(&mut self, items: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        self.out.push('[');
        for (at, item) in items.try_iter()?.enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            let item = item?;
            self.within(&at.to_string(), |writer| writer.write(&item, depth + 1))?;
        }
        self.out.push(']');
        Ok(())
    }

    fn members(&mut self, dict: &Bound<'_, PyDict>, depth: usize) -> PyResult<()> {
        self.out.push('{');
        for (at, (name, member)) in dict.iter().enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            let Ok(name) = name.cast::<PyString>().map_err(PyErr::from).and_then(|name| Ok(name.to_cow()?.into_owned())) else {
                self.out.push_str("\"\":");
                let shown = name.repr().map(|shown| shown.to_string()).unwrap_or_default();
                self.refuse(Code::DocumentWrongType, format!("the name of a member is text, found `{shown}`"));
                continue;
            };
            self.quoted(&name);
            self.out.push(':');
            let segment = name.replace('~', "~0").replace('/', "~1");
            self.within(&segment, |writer| writer.write(&member, depth + 1))?;
        }
        self.out.push('}');
        Ok(())
    }

    fn within(&mut self, segment: &str, inner: impl FnOnce(&mut Self) -> PyResult<()>) -> PyResult<()> {
        let before = self.path.len();
        self.path.push('/');
        self.path.push_str(segment);
        inner(self)?;
        self.path.truncate(before);
        Ok(())
    }

    fn other(&mut self, object: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        let py = object.py();
        if let Some(text) = day_or_instant(object)? {
            match text {
                Ok(text) => self.quoted(&text),
                Err(message) => self.refuse(Code::DateInvalid, message),
            }
            return Ok(());
        }
        if let Some(to_dict) = object.getattr_opt("to_dict")?
            && object.hasattr("to_json")?
            && object.getattr_opt("dtype")?.is_none()
            && object.getattr_opt("columns")?.is_none()
        {
            return self.write(&to_dict.call0()?, depth + 1);
        }
        // numpy's and pandas' scalars and arrays, Arrow's scalars and arrays.
        for as_plain in ["tolist", "to_pylist", "as_py"] {
            if let Some(method) = object.getattr_opt(as_plain)? {
                return self.write(&method.call0()?, depth + 1);
            }
        }
        if object.hasattr("keys")? && object.hasattr("__getitem__")? && !object.hasattr("dtypes")? {
            let dict = PyDict::new(py);
            for name in object.call_method0("keys")?.try_iter()? {
                let name = name?;
                dict.set_item(&name, object.get_item(&name)?)?;
            }
            return self.members(&dict, depth);
        }
        if object.get_type().name()?.to_cow()? == "NAType" {
            self.refuse(Code::DocumentWrongType, "`NA` says that nothing is known; leave the field out");
            return Ok(());
        }
        if object.hasattr("__index__")? {
            self.whole(&object.call_method0("__index__")?);
            return Ok(());
        }
        if object.hasattr("__float__")? {
            match object.call_method0("__float__").and_then(|number| number.extract::<f64>()) {
                Ok(number) => self.number(number),
                Err(_) => self.refuse(Code::NumberRange, "a number is within the doubles"),
            }
            return Ok(());
        }
        if object.hasattr("__next__")? {
            return self.items(object, depth);
        }
        let kind = object.get_type().name()?.to_string();
        self.refuse(Code::DocumentWrongType, format!("a value of the type `{kind}` cannot be written in a document"));
        Ok(())
    }
}

/// The text of a day or an instant, or what is wrong with it; nothing where it is neither.
pub(crate) fn day_or_instant(object: &Bound<'_, PyAny>) -> PyResult<Option<Result<String, String>>> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let py = object.py();
    let kind = object.get_type().name()?.to_string();
    if kind == "NaTType" {
        return Ok(Some(Err("`NaT` is no day; leave the field out where none is known".to_owned())));
    }
    if kind == "datetime64" {
        // Nanoseconds come out of `item` as a bare number, so it is made microseconds first.
        let day = object.call_method1("astype", ("datetime64[us]",))?.call_method0("item")?;
        if day.is_none() {
            return Ok(Some(Err("`NaT` is no day; leave the field out where none is known".to_owned())));
        }
        return day_or_instant(&day);
    }
    if !object.is_instance(DATE.import(py, "datetime", "date")?)? {
        return Ok(None);
    }
    let iso = |object: &Bound<'_, PyAny>| object.call_method0("isoformat").and_then(|text| text.extract::<String>());
    if !object.is_instance(DATETIME.import(py, "datetime", "datetime")?)? {
        return iso(object).map(Ok).map(Some);
    }
    let midnight = {
        let mut midnight = true;
        for part in ["hour", "minute", "second", "microsecond"] {
            midnight &= object.getattr(part)?.extract::<u32>()? == 0;
        }
        midnight
    };
    if !object.getattr("tzinfo")?.is_none() {
        return iso(object).map(Ok).map(Some);
    }
    if midnight {
        return iso(&object.call_method0("date")?).map(Ok).map(Some);
    }
    let shown = object.str()?.to_string();
    Ok(Some(Err(format!(
        "`{shown}` has a time of day; a day is its `.date()`, an instant has a time zone"
    ))))
}

/// The ISO text of a date, a datetime, or what numpy and pandas have for them.
///
/// Raises `OkrError` for what is neither a day nor an instant: `NaT`, and a time of day without a time zone.
#[pyfunction(name = "day_or_instant")]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn iso_text(object: Anything<'_>) -> PyResult<String> {
    match day_or_instant(&object.0)? {
        Some(Ok(text)) => Ok(text),
        Some(Err(message)) => Err(Found::one(object.0.py(), Code::DateInvalid, "", message)),
        None => Err(type_error("a date is expected", &object.0)),
    }
}

/// What `json.loads` gives, with the errors of this package.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "what Python hands over is owned")]
pub(crate) fn from_json<'py>(py: Python<'py>, text: Anything<'py>) -> PyResult<Json<'py>> {
    let value = if let Ok(text) = text.0.cast::<PyString>() {
        serde_json::from_str::<Value>(&text.to_cow()?)
    } else if let Ok(bytes) = text.0.cast::<PyBytes>() {
        serde_json::from_slice::<Value>(bytes.as_bytes())
    } else {
        return Err(type_error("JSON is text or bytes", &text.0));
    };
    match value {
        Ok(value) => to_python(py, &value).map(Json),
        Err(error) => Err(Found::one(py, Code::DocumentSyntax, "", format!("no JSON: {error}"))),
    }
}

/// A type error in the voice of Python.
pub(crate) fn type_error(wanted: &str, found: &Bound<'_, PyAny>) -> PyErr {
    let kind = found.get_type().name().map(|name| name.to_string()).unwrap_or_default();
    PyTypeError::new_err(format!("{wanted}, not `{kind}`"))
}
