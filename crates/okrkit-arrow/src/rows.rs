//! A record batch as key results.

use std::collections::BTreeSet;

use arrow_array::{Array, ArrayRef, RecordBatch};
use okrkit::measure::ChangeFrom;
use okrkit::{Ambition, Code, Date, MeasureFields, MeasureKind, RowKeyResult, RowMeasure, Stage};

use crate::column::{Numbers, Parsed, row};
use crate::issue::{RowIssue, RowIssues};
use crate::keys::{KeyColumn, KeyTypes};

/// What a column is for, its name aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// The name.
    pub name: &'static str,
    /// What types it may have, in words.
    pub types: &'static str,
    /// What it means, and what null or absence means.
    pub meaning: &'static str,
}

const NUMBER: &str = "any number, boolean or decimal";
const WORD: &str = "text or dictionary of texts";
const DATE: &str = "date, or text `YYYY-MM-DD`";

macro_rules! columns {
    ($($name:ident: $types:expr, $meaning:literal;)*) => {
        /// The columns that are read. Others may be there, for [`Scoring::group_by`](crate::Scoring::group_by) or for nothing.
        pub const COLUMNS: &[Column] = &[$(Column { name: stringify!($name), types: $types, meaning: $meaning }),*];
    };
}

columns! {
    objective_id: "text, dictionary of texts, or whole number", "the objective the key result belongs to; required, never null";
    kind: WORD, "the kind of measure; `metric` unless given";
    start: NUMBER, "metric, exact, levels: where it began";
    target: NUMBER, "metric, exact, levels: where it shall be";
    baseline: NUMBER, "change: what it is compared with";
    percent: NUMBER, "change: by how many per cent";
    amount: NUMBER, "change: by how much";
    from: WORD, "change: `baseline` (unless given) or `zero`";
    above: NUMBER, "threshold: more than this";
    at_least: NUMBER, "threshold: this or more";
    below: NUMBER, "threshold: less than this";
    at_most: NUMBER, "threshold: this or less";
    tolerance: NUMBER, "exact: by how much it may be missed; 0 unless given";
    commit: NUMBER, "levels: what is promised";
    stretch: NUMBER, "levels: what would be outstanding";
    count: NUMBER, "events: how many there shall be";
    reading: NUMBER, "what the check-ins amount to on the day (done: 1 or 0); null: nothing was checked in";
    progress: NUMBER, "progress computed elsewhere: takes the place of measure and reading; what bands, zones, milestones, composite and children need";
    weight: NUMBER, "a proportion, 0 or more; 1 unless given";
    starts: DATE, "the first day; with `ends` in every row, or in none";
    ends: DATE, "the last day; without dates nothing is expected and there is no status";
    confidence: NUMBER, "the latest confidence, 0 to 1";
    stage: WORD, "the stage of the key result on the day; `active` unless given";
    ambition: WORD, "the ambition of the objective, by its first row; `aspirational` unless given";
    objective_stage: WORD, "the stage of the objective on the day, by its first row; `active` unless given";
}

/// How the measures of a batch are told.
#[derive(Debug)]
enum Measures {
    /// All are metrics, and were looked at.
    Metrics,
    /// One for each row.
    Each(Vec<RowMeasure>),
}

/// The key results of a batch.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) len: usize,
    pub(crate) first_row: u64,
    pub(crate) key: KeyColumn,
    /// The columns that objectives are grouped by.
    pub(crate) groups: Vec<KeyColumn>,
    measures: Measures,
    start: Option<Numbers>,
    target: Option<Numbers>,
    reading: Option<Numbers>,
    progress: Option<Numbers>,
    weight: Option<Numbers>,
    confidence: Option<Numbers>,
    starts: Option<Parsed<Date>>,
    ends: Option<Parsed<Date>>,
    stage: Option<Parsed<Stage>>,
    ambition: Option<Parsed<Ambition>>,
    objective_stage: Option<Parsed<Stage>>,
}

/// The columns of a batch that measures are made of.
#[derive(Debug)]
struct Fields {
    kind: Option<Parsed<MeasureKind>>,
    from: Option<Parsed<ChangeFrom>>,
    numbers: Vec<(&'static str, Numbers)>,
}

/// The numbers of which measures other than metrics are made.
const OF_OTHERS: [&str; 10] = [
    "baseline",
    "percent",
    "amount",
    "above",
    "at_least",
    "below",
    "at_most",
    "tolerance",
    "commit",
    "stretch",
];

fn number(numbers: Option<&Numbers>, at: usize) -> Option<f64> {
    numbers.and_then(|numbers| numbers.get(at))
}

fn parsed<T: Copy>(column: Option<&Parsed<T>>, at: usize) -> Option<T> {
    column.and_then(|column| column.get(at))
}

impl Rows {
    /// Reads a batch and looks at every row. `None` where there is a problem; then all are noted.
    pub(crate) fn read(batch: &RecordBatch, first_row: u64, group_by: &[String], types: &KeyTypes, issues: &mut RowIssues) -> Option<Self> {
        let mut found = RowIssues::default();
        let rows = Self::read_columns(batch, first_row, group_by, types, &mut found);
        let rows = rows.filter(|_| found.is_empty());
        found.sort();
        issues.extend(found);
        rows
    }

    fn read_columns(batch: &RecordBatch, first_row: u64, group_by: &[String], types: &KeyTypes, issues: &mut RowIssues) -> Option<Self> {
        let array = |name: &str| batch.column_by_name(name);
        let mut numbers = |name: &'static str| array(name).and_then(|array| Numbers::read(name, array, first_row, issues));
        let (start, target, reading) = (numbers("start"), numbers("target"), numbers("reading"));
        let (progress, weight, confidence) = (numbers("progress"), numbers("weight"), numbers("confidence"));
        let mut others: Vec<(&'static str, Numbers)> = OF_OTHERS.iter().filter_map(|name| Some((*name, numbers(name)?))).collect();
        others.extend(numbers("count").map(|count| ("count", count)));
        let days = |name: &str, issues: &mut RowIssues| array(name).and_then(|array| Parsed::days(name, array, first_row, issues));
        let (starts, ends) = (days("starts", issues), days("ends", issues));
        let kind = array("kind").and_then(|array| Parsed::words("kind", Code::DocumentUnknownKind, array, first_row, issues));
        let word = Code::DocumentUnknownWord;
        let from = array("from").and_then(|array| Parsed::words("from", word, array, first_row, issues));
        let stage = array("stage").and_then(|array| Parsed::words("stage", word, array, first_row, issues));
        let objective_stage = array("objective_stage").and_then(|array| Parsed::words("objective_stage", word, array, first_row, issues));
        let ambition = array("ambition").and_then(|array| Parsed::words("ambition", word, array, first_row, issues));
        let key = required(batch, "objective_id", types, issues);
        let groups: Vec<KeyColumn> = group_by.iter().filter_map(|name| required(batch, name, types, issues)).collect();
        for (one, other) in [("starts", "ends"), ("ends", "starts")] {
            if array(one).is_some() && array(other).is_none() {
                let message = format!("there is `{one}` and no `{other}`, give both or neither");
                issues.push(RowIssue::new(Code::DocumentMissingField, None, other, message));
            }
        }
        if array("reading").is_none() && array("progress").is_none() {
            let message = "there is neither `reading` nor `progress`";
            issues.push(RowIssue::new(Code::DocumentMissingField, None, "reading", message));
        }
        let fields = Fields { kind, from, numbers: others };
        let mut rows = Self {
            len: batch.num_rows(),
            first_row,
            key: key?,
            groups,
            measures: Measures::Metrics,
            start,
            target,
            reading,
            progress,
            weight,
            confidence,
            starts,
            ends,
            stage,
            ambition,
            objective_stage,
        };
        rows.check_each(batch, issues);
        // Where a column could not be read, or a row is wrong already, its measure would only be wrong for want of it.
        if issues.iter().all(|issue| issue.row.is_some()) && issues.more() == 0 {
            let wrong = issues.iter().filter_map(|issue| issue.row).collect();
            rows.measures = rows.measures(&fields, &wrong, issues);
        }
        Some(rows)
    }

    /// Looks at what is not part of a measure.
    fn check_each(&self, batch: &RecordBatch, issues: &mut RowIssues) {
        let never_null = ["objective_id", "starts", "ends"];
        for (name, array) in never_null.iter().filter_map(|name| Some((name, batch.column_by_name(name)?))) {
            // What a dictionary holds may be null too.
            let nulls = array.logical_nulls();
            let nulls = nulls.iter().flat_map(|nulls| (0..self.len).filter(|at| nulls.is_null(*at)));
            for at in nulls {
                issues.push(RowIssue::new(
                    Code::DocumentMissingField,
                    row(self.first_row, at),
                    name,
                    "null has no place here",
                ));
            }
        }
        let outside = |numbers: &Option<Numbers>, is_inside: fn(f64) -> bool| {
            let found = numbers.as_ref().map(|numbers| {
                let outside = |at: &usize| numbers.get(*at).is_some_and(|value| !is_inside(value));
                (0..self.len)
                    .filter(outside)
                    .map(|at| (at, numbers.get(at).unwrap_or_default()))
                    .collect::<Vec<_>>()
            });
            found.unwrap_or_default()
        };
        for (at, weight) in outside(&self.weight, |weight| weight >= 0.0) {
            let message = format!("a weight is 0 or more, found `{weight}`");
            issues.push(RowIssue::new(Code::WeightNegative, row(self.first_row, at), "weight", message));
        }
        for (at, confidence) in outside(&self.confidence, |confidence| (0.0..=1.0).contains(&confidence)) {
            let message = format!("a confidence is within 0 and 1, found `{confidence}`");
            issues.push(RowIssue::new(Code::ConfidenceRange, row(self.first_row, at), "confidence", message));
        }
        if let (Some(starts), Some(ends)) = (&self.starts, &self.ends) {
            for at in 0..self.len {
                if let (Some(starts), Some(ends)) = (starts.get(at), ends.get(at))
                    && starts > ends
                {
                    let message = format!("it ends on {ends}, before it starts on {starts}");
                    issues.push(RowIssue::new(Code::DateOrder, row(self.first_row, at), "ends", message));
                }
            }
        }
    }

    /// Makes the measure of each row, or sees that all are metrics as they should be.
    fn measures(&self, fields: &Fields, wrong: &BTreeSet<u64>, issues: &mut RowIssues) -> Measures {
        let is_wrong = |at: usize| !wrong.is_empty() && wrong.contains(&row(self.first_row, at));
        if fields.kind.is_none() && fields.numbers.is_empty() && self.progress.is_none() {
            for at in (0..self.len).filter(|at| self.metric(*at).is_none() && !is_wrong(*at)) {
                self.refuse(self.fields(fields, at), at, issues);
            }
            return Measures::Metrics;
        }
        let measures = (0..self.len).map(|at| {
            if is_wrong(at) {
                return RowMeasure::elsewhere(MeasureKind::Metric);
            }
            self.measure(fields, at, issues)
        });
        Measures::Each(measures.collect())
    }

    fn measure(&self, fields: &Fields, at: usize, issues: &mut RowIssues) -> RowMeasure {
        let kind = parsed(fields.kind.as_ref(), at).unwrap_or(MeasureKind::Metric);
        let elsewhere = RowMeasure::elsewhere(kind);
        if number(self.progress.as_ref(), at).is_some() {
            return elsewhere;
        }
        let has_more = || fields.numbers.iter().any(|(_, numbers)| numbers.get(at).is_some());
        if kind == MeasureKind::Metric
            && !has_more()
            && let Some(metric) = self.metric(at)
        {
            return metric;
        }
        if kind == MeasureKind::Done
            && let Some(reading) = number(self.reading.as_ref(), at)
            && ![0.0, 1.0].contains(&reading)
        {
            let message = format!("done is 1 or 0, found `{reading}`");
            issues.push(RowIssue::new(Code::NumberRange, row(self.first_row, at), "reading", message));
        }
        match RowMeasure::from_fields(self.fields(fields, at)) {
            Ok(measure) => measure,
            Err(told) => {
                issues.push_of_fields(row(self.first_row, at), &told);
                elsewhere
            }
        }
    }

    fn refuse(&self, fields: MeasureFields, at: usize, issues: &mut RowIssues) {
        if let Err(told) = RowMeasure::from_fields(fields) {
            issues.push_of_fields(row(self.first_row, at), &told);
        }
    }

    fn fields(&self, columns: &Fields, at: usize) -> MeasureFields {
        let mut fields = MeasureFields::default();
        fields.kind = parsed(columns.kind.as_ref(), at).map(|kind| kind.as_str().to_owned());
        fields.start = number(self.start.as_ref(), at).map(|start| okrkit::Nullable(Some(start)));
        fields.target = number(self.target.as_ref(), at);
        fields.from = parsed(columns.from.as_ref(), at);
        for (name, numbers) in &columns.numbers {
            let Some(value) = numbers.get(at) else { continue };
            let field = match *name {
                "baseline" => {
                    fields.baseline = Some(okrkit::Nullable(Some(value)));
                    continue;
                }
                "percent" => &mut fields.percent,
                "amount" => &mut fields.amount,
                "above" => &mut fields.above,
                "at_least" => &mut fields.at_least,
                "below" => &mut fields.below,
                "at_most" => &mut fields.at_most,
                "tolerance" => &mut fields.tolerance,
                "commit" => &mut fields.commit,
                "stretch" => &mut fields.stretch,
                _ => &mut fields.count,
            };
            *field = Some(value);
        }
        fields
    }

    #[inline]
    fn metric(&self, at: usize) -> Option<RowMeasure> {
        RowMeasure::metric(number(self.start.as_ref(), at), number(self.target.as_ref(), at)?)
    }

    /// A key result.
    #[expect(
        clippy::inline_always,
        reason = "most of a row is never asked for, which only the caller shows: a quarter of the time of scores alone"
    )]
    #[inline(always)]
    pub(crate) fn get(&self, at: usize) -> Option<RowKeyResult> {
        let measure = match &self.measures {
            Measures::Metrics => self.metric(at)?,
            Measures::Each(measures) => *measures.get(at)?,
        };
        let mut row = RowKeyResult::new(measure, number(self.reading.as_ref(), at));
        row.progress = number(self.progress.as_ref(), at);
        row.weight = number(self.weight.as_ref(), at).unwrap_or(1.0);
        if let (Some(starts), Some(ends)) = (parsed(self.starts.as_ref(), at), parsed(self.ends.as_ref(), at)) {
            row.period = (starts, ends);
        }
        row.confidence = number(self.confidence.as_ref(), at);
        row.stage = parsed(self.stage.as_ref(), at).unwrap_or(Stage::Active);
        row.ambition = parsed(self.ambition.as_ref(), at).unwrap_or_default();
        Some(row)
    }

    /// The stage of the row's objective.
    pub(crate) fn objective_stage(&self, at: usize) -> Stage {
        parsed(self.objective_stage.as_ref(), at).unwrap_or(Stage::Active)
    }

    pub(crate) fn is_dated(&self) -> bool {
        self.starts.is_some()
    }
}

fn required(batch: &RecordBatch, name: &str, types: &KeyTypes, issues: &mut RowIssues) -> Option<KeyColumn> {
    let found: Option<&ArrayRef> = batch.column_by_name(name);
    if found.is_none() {
        let names: Vec<String> = batch.schema().fields().iter().map(|field| format!("`{}`", field.name())).collect();
        let message = format!("there is no such column, there are {}", names.join(", "));
        issues.push(RowIssue::new(Code::DocumentMissingField, None, name, message));
    }
    KeyColumn::read(name, found?, types, issues)
}
