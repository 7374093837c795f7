//! What tests share.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray};
use okrkit::{Date, Profile};
use okrkit_arrow::Scoring;

pub(crate) fn floats(values: impl IntoIterator<Item = Option<f64>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<Float64Array>())
}

pub(crate) fn texts(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

pub(crate) fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

pub(crate) fn scoring(profile: &str, on: &str) -> Scoring {
    Scoring::new(&Profile::named(profile).unwrap(), on.parse::<Date>().unwrap())
}

pub(crate) fn number(batch: &RecordBatch, column: &str, row: usize) -> Option<f64> {
    let array = batch.column_by_name(column).unwrap();
    if array.is_null(row) {
        return None;
    }
    Some(match array.as_primitive_opt::<Int64Type>() {
        Some(whole) => f64::from(i32::try_from(whole.value(row)).unwrap()),
        None => array.as_primitive::<Float64Type>().value(row),
    })
}

pub(crate) fn text(batch: &RecordBatch, column: &str, row: usize) -> Option<String> {
    let array = batch.column_by_name(column).unwrap();
    if array.is_null(row) {
        return None;
    }
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        let key = dictionary.normalized_keys()[row];
        return Some(dictionary.values().as_string::<i32>().value(key).to_owned());
    }
    Some(array.as_string::<i32>().value(row).to_owned())
}
