//! Things of a document as rows of flat columns, and back.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, LargeStringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::column::{Numbers, Parsed, Texts};
use crate::issue::RowIssues;

/// What a flat column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// Text, or one of its languages.
    Title,
    Number,
    Truth,
    Date,
    /// The first of a list of owners.
    Owner,
}

/// A flat column: its name, and the way to it within the document.
#[derive(Debug, Clone, Copy)]
struct Flat(&'static str, &'static [&'static str], Kind);

/// What a table is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    pub(super) name: &'static str,
    /// The column that says what a row belongs to.
    pub(super) belongs_to: Option<&'static str>,
    columns: &'static [Flat],
}

macro_rules! layout {
    ($const:ident = $name:literal $(in $belongs_to:literal)?: $($column:ident $kind:ident [$($way:literal),+]),*) => {
        pub(super) const $const: Layout = Layout {
            name: $name,
            belongs_to: layout!(@ $($belongs_to)?),
            columns: &[$(Flat(stringify!($column), &[$($way),+], Kind::$kind)),*],
        };
    };
    (@) => { None };
    (@ $belongs_to:literal) => { Some($belongs_to) };
}

layout!(PLAN = "plan": id Text ["id"], title Title ["title"], profile Text ["profile"]);
layout!(CYCLES = "cycles":
    id Text ["id"], starts Date ["starts"], ends Date ["ends"], parent Text ["parent"], check_in_every Text ["check_in_every"]);
layout!(TEAMS = "teams": id Text ["id"], title Title ["title"], parent Text ["parent"], level Text ["level"]);
layout!(OBJECTIVES = "objectives":
    id Text ["id"], title Title ["title"], cycle Text ["cycle"], team Text ["team"], category Text ["category"], ambition Text ["ambition"],
    stage Text ["stage"], starts Date ["starts"], ends Date ["ends"], owner Owner ["owners"]);
layout!(KEY_RESULTS = "key_results" in "objective_id":
    id Text ["id"], title Title ["title"], kind Text ["measure", "kind"], start Number ["measure", "start"], target Number ["measure", "target"],
    baseline Number ["measure", "baseline"], percent Number ["measure", "percent"], amount Number ["measure", "amount"],
    above Number ["measure", "above"], at_least Number ["measure", "at_least"], below Number ["measure", "below"],
    at_most Number ["measure", "at_most"], tolerance Number ["measure", "tolerance"], commit Number ["measure", "commit"],
    stretch Number ["measure", "stretch"], count Number ["measure", "count"], reading_rule Text ["measure", "reading"],
    weight Number ["weight"], share Number ["share"], starts Date ["starts"], ends Date ["ends"], stage Text ["stage"], owner Owner ["owners"]);
layout!(CHECK_INS = "check_ins" in "key_result_id":
    on Date ["on"], value Number ["value"], done Truth ["done"], confidence Number ["confidence"], note Text ["note"], by Text ["by"],
    status Text ["status"]);
layout!(LINKS = "links":
    child Text ["child"], parent Text ["parent"], kind Text ["kind"], weight Number ["weight"], starts Date ["starts"], ends Date ["ends"]);

#[derive(Debug)]
enum Cells {
    Texts(LargeStringBuilder),
    Numbers(Float64Builder),
    Truths(BooleanBuilder),
}

/// A table that is being written.
#[derive(Debug)]
pub(super) struct Table {
    layout: Layout,
    n: i64,
    position: Int64Builder,
    belongs_to: LargeStringBuilder,
    cells: Vec<Cells>,
    document: LargeStringBuilder,
}

fn at<'v>(value: &'v Value, way: &[&str]) -> Option<&'v Value> {
    way.iter().try_fold(value, |value, name| value.get(name))
}

impl Table {
    pub(super) fn new(layout: Layout) -> Self {
        let cells = layout.columns.iter().map(|Flat(_, _, kind)| match kind {
            Kind::Number => Cells::Numbers(Float64Builder::new()),
            Kind::Truth => Cells::Truths(BooleanBuilder::new()),
            Kind::Text | Kind::Title | Kind::Date | Kind::Owner => Cells::Texts(LargeStringBuilder::new()),
        });
        Self {
            layout,
            n: 0,
            position: Int64Builder::new(),
            belongs_to: LargeStringBuilder::new(),
            cells: cells.collect(),
            document: LargeStringBuilder::new(),
        }
    }

    /// Adds a thing, with the id of what it belongs to.
    pub(super) fn push(&mut self, belongs_to: &str, thing: &impl Serialize) -> Result<(), ArrowError> {
        let broken = |error: serde_json::Error| ArrowError::ExternalError(Box::new(error));
        // The text first: a value of it has lost how `ext` was written.
        let text = serde_json::to_string(thing).map_err(broken)?;
        let value: Value = serde_json::from_str(&text).map_err(broken)?;
        for (Flat(_, way, kind), cells) in self.layout.columns.iter().zip(&mut self.cells) {
            let found = at(&value, way);
            match cells {
                Cells::Numbers(out) => out.append_option(found.and_then(Value::as_f64)),
                Cells::Truths(out) => out.append_option(found.and_then(Value::as_bool)),
                Cells::Texts(out) => out.append_option(found.and_then(|found| text_of(found, *kind))),
            }
        }
        self.position.append_value(self.n);
        self.belongs_to.append_value(belongs_to);
        self.document.append_value(text);
        self.n += 1;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<(&str, ArrayRef)> = vec![("position", Arc::new(self.position.finish()))];
        if let Some(name) = self.layout.belongs_to {
            columns.push((name, Arc::new(self.belongs_to.finish())));
        }
        for (Flat(name, ..), cells) in self.layout.columns.iter().zip(self.cells) {
            columns.push((
                name,
                match cells {
                    Cells::Texts(mut cells) => Arc::new(cells.finish()),
                    Cells::Numbers(mut cells) => Arc::new(cells.finish()),
                    Cells::Truths(mut cells) => Arc::new(cells.finish()),
                },
            ));
        }
        columns.push(("document", Arc::new(self.document.finish())));
        let is_nullable = |name: &str| !matches!(name, "position" | "objective_id" | "key_result_id");
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, is_nullable(name))))
    }
}

fn text_of(value: &Value, kind: Kind) -> Option<&str> {
    match kind {
        Kind::Title => match value {
            Value::Object(languages) => languages.get("en").or_else(|| languages.values().next())?.as_str(),
            text => text.as_str(),
        },
        Kind::Owner => value.get(0)?.get("who")?.as_str(),
        Kind::Text | Kind::Date | Kind::Number | Kind::Truth => value.as_str(),
    }
}

/// The columns of a batch that is being read.
#[derive(Debug)]
enum Column {
    Texts(Texts),
    Numbers(Numbers),
    Days(Parsed<okrkit::Date>),
}

/// Things of one batch, as JSON.
#[derive(Debug)]
pub(super) struct Things {
    document: Option<Texts>,
    columns: Vec<(Flat, Column)>,
}

impl Things {
    pub(super) fn read(batch: &RecordBatch, layout: &Layout, first_row: u64, issues: &mut RowIssues) -> Self {
        let document = batch.column_by_name("document").and_then(|array| Texts::read("document", array, issues));
        let mut columns = Vec::new();
        // They are asked for only where some row has no document.
        let is_whole = document
            .as_ref()
            .is_some_and(|document| (0..document.len()).all(|at| document.get(at).is_some()));
        for flat in layout.columns.iter().filter(|_| !is_whole) {
            let Flat(name, _, kind) = *flat;
            let Some(array) = batch.column_by_name(name) else { continue };
            let column = match kind {
                Kind::Text | Kind::Title | Kind::Owner => Texts::read(name, array, issues).map(Column::Texts),
                Kind::Number | Kind::Truth => Numbers::read(name, array, first_row, issues).map(Column::Numbers),
                Kind::Date => Parsed::days(name, array, first_row, issues).map(Column::Days),
            };
            columns.extend(column.map(|column| (*flat, column)));
        }
        Self { document, columns }
    }

    /// The thing of a row.
    pub(super) fn get(&self, at: usize) -> String {
        if let Some(document) = self.document.as_ref().and_then(|document| document.get(at)) {
            return document.to_owned();
        }
        let mut thing = Map::new();
        for (Flat(_, way, kind), column) in &self.columns {
            let value = match column {
                Column::Texts(texts) => texts.get(at).map(Value::from),
                Column::Days(days) => days.get(at).map(|day| Value::from(day.to_string())),
                Column::Numbers(numbers) => match kind {
                    Kind::Truth => numbers.get(at).map(|truth| Value::from(truth != 0.0)),
                    _ => numbers.get(at).map(Value::from),
                },
            };
            let Some(value) = value else { continue };
            let value = match kind {
                Kind::Owner => Value::from(vec![Value::from(Map::from_iter([("who".to_owned(), value)]))]),
                _ => value,
            };
            put(&mut thing, way, value);
        }
        Value::from(thing).to_string()
    }
}

fn put(thing: &mut Map<String, Value>, way: &[&str], value: Value) {
    match way {
        [] => {}
        [name] => drop(thing.insert((*name).to_owned(), value)),
        [name, rest @ ..] => {
            let inner = thing.entry((*name).to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
