//! The document that tables make, and the plan it is.

use std::collections::{BTreeMap, HashMap};

use arrow_array::RecordBatch;
use okrkit::{Code, Plan};
use serde_json::Value;
use serde_json::value::RawValue;

use super::PlanTables;
use super::flat::{CHECK_INS, CYCLES, KEY_RESULTS, LINKS, Layout, OBJECTIVES, PLAN, TEAMS, Things};
use crate::column::{Numbers, Texts, row};
use crate::issue::{RowIssue, RowIssues, TableError};

/// A row: what it belongs to, and the thing as JSON.
#[derive(Debug)]
struct Row {
    number: u64,
    position: f64,
    belongs_to: Option<String>,
    thing: String,
}

fn rows(batches: &[RecordBatch], layout: &Layout, issues: &mut RowIssues) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut found = RowIssues::default();
    for batch in batches {
        let first_row = rows.len() as u64;
        let things = Things::read(batch, layout, first_row, &mut found);
        let position = batch
            .column_by_name("position")
            .and_then(|array| Numbers::read("position", array, first_row, &mut found));
        let belongs_to = layout.belongs_to.and_then(|name| {
            let array = batch.column_by_name(name);
            if array.is_none() {
                found.push(RowIssue::new(Code::DocumentMissingField, None, name, "there is no such column"));
            }
            Texts::read(name, array?, &mut found)
        });
        for at in 0..batch.num_rows() {
            let number = row(first_row, at);
            #[expect(clippy::cast_precision_loss, reason = "a number of rows")]
            let in_place = number as f64;
            rows.push(Row {
                number,
                position: position.as_ref().and_then(|position| position.get(at)).unwrap_or(in_place),
                belongs_to: belongs_to.as_ref().and_then(|texts| texts.get(at)).map(str::to_owned),
                thing: things.get(at),
            });
        }
    }
    found.sort();
    issues.extend(found.within(layout.name));
    rows.sort_by(|one, other| one.position.total_cmp(&other.position));
    rows
}

/// The id of a thing, as its JSON has it.
fn id_of(thing: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: Option<String>,
    }
    serde_json::from_str::<Named>(thing).ok()?.id
}

/// Things by what they belong to. Rows that belong to nothing are noted.
fn by_owner(rows: Vec<Row>, layout: &Layout, owners: &[Row], owner: &str, issues: &mut RowIssues) -> Vec<Vec<String>> {
    let mut things: Vec<Vec<String>> = owners.iter().map(|_| Vec::new()).collect();
    let places: HashMap<String, usize> = owners.iter().enumerate().filter_map(|(at, row)| Some((id_of(&row.thing)?, at))).collect();
    let mut found = RowIssues::default();
    let name = layout.belongs_to.unwrap_or_default();
    for row in rows {
        let place = row.belongs_to.as_ref().and_then(|id| places.get(id));
        if let Some(things) = place.and_then(|place| things.get_mut(*place)) {
            things.push(row.thing);
            continue;
        }
        let message = match &row.belongs_to {
            Some(id) => format!("there is no `{id}` among the {owner}"),
            None => "null has no place here".to_owned(),
        };
        found.push(RowIssue::new(Code::LinkUnknown, row.number, name, message));
    }
    issues.extend(found.within(layout.name));
    things
}

/// Adds a list to an object that is JSON text. What is no object is left as it is, and refused when it is read.
fn with_list(object: &str, name: &str, things: &[String]) -> String {
    let Some(open) = object.trim_end().strip_suffix('}').filter(|_| !things.is_empty()) else {
        return object.to_owned();
    };
    let comma = if open.trim_end().ends_with('{') { "" } else { "," };
    format!("{open}{comma}\"{name}\":[{}]}}", things.join(","))
}

fn things(rows: Vec<Row>) -> Vec<String> {
    rows.into_iter().map(|row| row.thing).collect()
}

/// The plan that tables make.
///
/// # Errors
/// What is wrong with columns and rows, or else with the document that they make.
pub fn from_tables(tables: &PlanTables) -> Result<Plan, TableError> {
    let mut issues = RowIssues::default();
    let head = rows(&tables.plan, &PLAN, &mut issues);
    let objectives = rows(&tables.objectives, &OBJECTIVES, &mut issues);
    let key_results = rows(&tables.key_results, &KEY_RESULTS, &mut issues);
    let check_ins = rows(&tables.check_ins, &CHECK_INS, &mut issues);
    let [cycles, teams, links] =
        [(&tables.cycles, CYCLES), (&tables.teams, TEAMS), (&tables.links, LINKS)].map(|(batches, layout)| things(rows(batches, &layout, &mut issues)));
    let check_ins = by_owner(check_ins, &CHECK_INS, &key_results, "key results", &mut issues);
    let key_results: Vec<Row> = key_results
        .into_iter()
        .zip(check_ins)
        .map(|(row, check_ins)| Row {
            thing: with_list(&row.thing, "check_ins", &check_ins),
            ..row
        })
        .collect();
    let key_results = by_owner(key_results, &KEY_RESULTS, &objectives, "objectives", &mut issues);
    let objectives: Vec<String> = objectives
        .into_iter()
        .zip(key_results)
        .map(|(row, key_results)| with_list(&row.thing, "key_results", &key_results))
        .collect();
    let [plan] = head.as_slice() else {
        let message = format!("the table `plan` has one row, found {}", head.len());
        issues.push(RowIssue::new(Code::DocumentMissingField, None, "plan", message));
        return Err(issues.into());
    };
    if !issues.is_empty() {
        return Err(issues.into());
    }
    let mut text = head_of(&plan.thing);
    for (name, things) in [("cycles", cycles), ("teams", teams), ("objectives", objectives), ("links", links)] {
        text = with_list(&text, name, &things);
    }
    // What is required is there, if only to hold nothing.
    for (name, batches) in [("cycles", &tables.cycles), ("objectives", &tables.objectives)] {
        if batches.iter().all(|batch| batch.num_rows() == 0) {
            text = with_list(&text, name, &[String::new()]);
        }
    }
    Ok(okrkit::read(&text)?)
}

/// The document of the plan, ready for its lists: those that a written one holds are empty.
fn head_of(thing: &str) -> String {
    let Ok(mut members) = serde_json::from_str::<BTreeMap<String, Box<RawValue>>>(thing) else {
        return thing.to_owned();
    };
    members.retain(|name, value| !(matches!(name.as_str(), "cycles" | "objectives") && value.get() == "[]"));
    let version = (!members.contains_key("okrkit")).then(|| format!("\"okrkit\":{}", okrkit::document::FORMAT_VERSION));
    let others = members.iter().map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), value.get()));
    format!("{{{}}}", version.into_iter().chain(others).collect::<Vec<_>>().join(","))
}
