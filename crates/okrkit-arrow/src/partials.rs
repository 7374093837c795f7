//! Tables of partial scores: what travels between machines.

use arrow_array::{Array, RecordBatch};
use okrkit::{Code, PartialScore};

use crate::column::{Numbers, row};
use crate::issue::{RowIssue, RowIssues};
use crate::keys::{KeyColumn, KeyTypes};

/// Partial scores, with whose they are.
#[derive(Debug)]
pub(crate) struct Partials {
    pub(crate) key: KeyColumn,
    pub(crate) scores: Vec<PartialScore>,
}

pub(crate) fn read(batch: &RecordBatch, first_row: u64, types: &KeyTypes) -> Result<Partials, RowIssues> {
    let mut issues = RowIssues::default();
    let mut column = |name: &str| {
        let found = batch.column_by_name(name);
        if found.is_none() {
            issues.push(RowIssue::new(Code::DocumentMissingField, None, name, "there is no such column"));
        }
        for at in found.iter().flat_map(|array| (0..array.len()).filter(|at| array.is_null(*at))) {
            issues.push(RowIssue::new(Code::DocumentMissingField, row(first_row, at), name, "null has no place here"));
        }
        found
    };
    let arrays = ["objective_id", "weight", "weighted", "n"].map(&mut column);
    let [key, weight, weighted, n] = arrays;
    let key = key.and_then(|array| KeyColumn::read("objective_id", array, types, &mut issues));
    let mut numbers = |name: &str, array: Option<&arrow_array::ArrayRef>| array.and_then(|array| Numbers::read(name, array, first_row, &mut issues));
    let columns = (numbers("weight", weight), numbers("weighted", weighted), numbers("n", n));
    if let (Some(key), (Some(weight), Some(weighted), Some(n)), true) = (key, columns, issues.is_empty()) {
        let scores = (0..batch.num_rows()).map(|at| PartialScore {
            weight: weight.get(at).unwrap_or_default(),
            weighted: weighted.get(at).unwrap_or_default(),
            n: count(n.get(at).unwrap_or_default()),
        });
        return Ok(Partials { key, scores: scores.collect() });
    }
    issues.sort();
    Err(issues)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of doubles stays within the type")]
fn count(n: f64) -> u64 {
    n as u64
}
