//! Arrow's interface of capsules: record batches handed over between libraries of one process without a copy.

#![expect(
    unsafe_code,
    reason = "a capsule holds a raw pointer, and taking a stream out of one is what the interface asks for"
)]

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_schema::ArrowError;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::text::type_error;

/// The batches of anything with `__arrow_c_stream__`, as they are asked for.
pub(crate) fn reader(data: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let Some(stream) = data.getattr_opt(intern!(data.py(), "__arrow_c_stream__"))? else {
        if data.hasattr("collect")? && data.hasattr("lazy")? {
            return Err(PyTypeError::new_err("a lazy frame holds no rows yet: hand over `frame.collect()`"));
        }
        let wanted = "a table speaks Arrow (pandas, polars, pyarrow, DuckDB …: it has `__arrow_c_stream__`)";
        return Err(type_error(wanted, data));
    };
    let capsule = stream.call0()?.cast_into::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds such a stream. It is moved out, and what is left in the capsule counts as released, as
    // the interface asks.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) };
    RecordBatchStreamReader::try_new(stream).map_err(|error| bad_table(&error))
}

pub(crate) fn bad_table(error: &ArrowError) -> PyErr {
    PyTypeError::new_err(format!("no table: {error}"))
}
