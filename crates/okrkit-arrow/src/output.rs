//! Scored tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Float64Builder, Int64Builder, StringDictionaryBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use okrkit::{Date, GroupScore, NodeScore, PartialGroup, RowRules, Status};

use crate::column::days_of;
use crate::keys::{self, Key};
use crate::rows::Rows;
use crate::scoring::Part;

/// What came of a scoring.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Scored {
    /// One row an objective, in the order of appearance.
    ///
    /// With all figures: `objective_id`, `n_key_results` (rows), `n` (members with a score), `weight` (Σ of theirs), `progress`, `outcome`,
    /// `reason`, `score`, `grade`, `band`, `expected`, `gap`, `ratio`, `elapsed`, `status`, `confidence`, `starts`, `ends`, `net_confidence`.
    /// With scores alone: `objective_id`, `weight`, `weighted`, `n`, `score`.
    pub objectives: RecordBatch,
    /// For each column that was asked for: a row for each of its values, in the order of appearance. The value, `n`, `progress`, `score`,
    /// `grade`, `band`, `expected`, `confidence`, `net_confidence`, and for each status how many have it, `n_on_track` and so on.
    pub groups: BTreeMap<String, RecordBatch>,
}

/// Words of a short list.
type Words = StringDictionaryBuilder<Int8Type>;

/// The columns that any node has.
#[derive(Default)]
struct NodeColumns {
    progress: Float64Builder,
    outcome: Words,
    reason: Words,
    score: Float64Builder,
    grade: Float64Builder,
    band: Words,
    expected: Float64Builder,
    gap: Float64Builder,
    ratio: Float64Builder,
    elapsed: Float64Builder,
    status: Words,
    confidence: Float64Builder,
    starts: Date32Builder,
    ends: Date32Builder,
}

fn date(out: &mut Date32Builder, day: Option<Date>) {
    out.append_option(day.map(days_of));
}

impl NodeColumns {
    fn push(&mut self, score: &NodeScore, is_dated: bool) -> Result<(), ArrowError> {
        let dated = |value: Option<f64>| value.filter(|_| is_dated);
        self.progress.append_option(score.progress.value());
        self.outcome.append(score.progress.as_str())?;
        self.reason.append_option(score.progress.reason().map(okrkit::Reason::as_str));
        self.score.append_option(score.score);
        self.grade.append_option(score.grade);
        self.band.append_option(score.band.as_deref());
        self.expected.append_option(dated(Some(score.expected)));
        self.gap.append_option(dated(score.gap));
        self.ratio.append_option(dated(score.ratio));
        self.elapsed.append_option(dated(Some(score.elapsed)));
        self.status.append_option(is_dated.then(|| score.status.as_str()));
        self.confidence.append_option(score.confidence);
        date(&mut self.starts, is_dated.then_some(score.starts));
        date(&mut self.ends, is_dated.then_some(score.ends));
        Ok(())
    }

    fn finish(mut self) -> Vec<(&'static str, ArrayRef)> {
        vec![
            ("progress", Arc::new(self.progress.finish()) as ArrayRef),
            ("outcome", Arc::new(self.outcome.finish())),
            ("reason", Arc::new(self.reason.finish())),
            ("score", Arc::new(self.score.finish())),
            ("grade", Arc::new(self.grade.finish())),
            ("band", Arc::new(self.band.finish())),
            ("expected", Arc::new(self.expected.finish())),
            ("gap", Arc::new(self.gap.finish())),
            ("ratio", Arc::new(self.ratio.finish())),
            ("elapsed", Arc::new(self.elapsed.finish())),
            ("status", Arc::new(self.status.finish())),
            ("confidence", Arc::new(self.confidence.finish())),
            ("starts", Arc::new(self.starts.finish())),
            ("ends", Arc::new(self.ends.finish())),
        ]
    }
}

/// The figures of each row.
pub(crate) fn rows(rules: &RowRules, rows: &Rows) -> Result<RecordBatch, ArrowError> {
    let mut columns = NodeColumns::default();
    for row in (0..rows.len).filter_map(|at| rows.get(at)) {
        columns.push(&rules.key_result(&row), rows.is_dated())?;
    }
    RecordBatch::try_from_iter_with_nullable(columns.finish().into_iter().map(|(name, array)| (name, array, true)))
}

/// The groups of all parts in the order of appearance: the part, and the number within.
fn in_order(parts: &[Part]) -> Vec<(&Part, usize)> {
    let mut order: Vec<(u64, u32, u32)> = Vec::with_capacity(parts.iter().map(|part| part.first.len()).sum());
    for (part, nth) in parts.iter().zip(0..) {
        order.extend(part.first.iter().zip(0..).map(|(first, at)| (*first, nth, at)));
    }
    // Each part is sorted already, which this sort makes use of.
    order.sort_by_key(|(first, ..)| *first);
    order
        .into_iter()
        .filter_map(|(_, part, at)| Some((parts.get(part as usize)?, at as usize)))
        .collect()
}

fn ids(order: &[(&Part, usize)]) -> ArrayRef {
    keys::column(order.iter().map(|(part, at)| part.keys.get(*at)))
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Scores alone.
pub(crate) fn scores(parts: &[Part]) -> Result<Scored, ArrowError> {
    let order = in_order(parts);
    let [mut weight, mut weighted, mut score] = [(); 3].map(|()| Float64Builder::with_capacity(order.len()));
    let mut n = Int64Builder::with_capacity(order.len());
    for sum in order.iter().filter_map(|(part, at)| part.scores.get(*at)) {
        weight.append_value(sum.weight);
        weighted.append_value(sum.weighted);
        n.append_value(whole(sum.n));
        score.append_option(sum.score());
    }
    let objectives = RecordBatch::try_from_iter_with_nullable([
        ("objective_id", ids(&order), false),
        ("weight", Arc::new(weight.finish()) as ArrayRef, false),
        ("weighted", Arc::new(weighted.finish()), false),
        ("n", Arc::new(n.finish()), false),
        ("score", Arc::new(score.finish()), true),
    ])?;
    Ok(Scored {
        objectives,
        groups: BTreeMap::new(),
    })
}

/// All figures.
pub(crate) fn scored(rules: &RowRules, parts: &[Part], group_by: &[String], is_dated: bool) -> Result<Scored, ArrowError> {
    let order = in_order(parts);
    let mut columns = NodeColumns::default();
    let (mut n_key_results, mut n) = (Int64Builder::with_capacity(order.len()), Int64Builder::with_capacity(order.len()));
    let (mut weight, mut net_confidence) = (Float64Builder::with_capacity(order.len()), Float64Builder::with_capacity(order.len()));
    for sums in order.iter().filter_map(|(part, at)| part.objectives.get(*at)) {
        let score = rules.objective(sums);
        n_key_results.append_value(whole(sums.n));
        n.append_value(whole(sums.score.n));
        weight.append_value(sums.score.weight);
        net_confidence.append_option(score.net_confidence.filter(|_| is_dated));
        columns.push(&score, is_dated)?;
    }
    let mut named = vec![
        ("objective_id", ids(&order)),
        ("n_key_results", Arc::new(n_key_results.finish()) as ArrayRef),
        ("n", Arc::new(n.finish())),
        ("weight", Arc::new(weight.finish())),
    ];
    named.extend(columns.finish());
    named.push(("net_confidence", Arc::new(net_confidence.finish())));
    let objectives = RecordBatch::try_from_iter_with_nullable(named.into_iter().map(|(name, array)| (name, array, name != "objective_id")))?;
    let mut groups = BTreeMap::new();
    for (at, column) in group_by.iter().enumerate() {
        groups.insert(column.clone(), group(rules, &order, at, column, is_dated)?);
    }
    Ok(Scored { objectives, groups })
}

fn group(rules: &RowRules, order: &[(&Part, usize)], column: usize, name: &str, is_dated: bool) -> Result<RecordBatch, ArrowError> {
    // Numbered anew: each part has numbers of its own.
    let mut numbers = keys::Keys::default();
    let hasher = keys::Hasher::default();
    let mut sums: Vec<PartialGroup> = Vec::new();
    for (part, at) in order {
        let Some(codes) = part.groups.get(column) else { continue };
        let key: Option<Key<'_>> = codes.of.get(*at).copied().flatten().and_then(|code| codes.keys.get(code as usize));
        let (Some(key), Some(objective)) = (key, part.objectives.get(*at)) else {
            continue;
        };
        let (number, is_new) = numbers.number(key, hasher.hash(key));
        if is_new {
            sums.push(PartialGroup::default());
        }
        if let Some(sum) = sums.get_mut(number as usize) {
            rules.add_objective(objective, sum);
        }
    }
    // Of drafts alone there is no group.
    let found: Vec<(usize, GroupScore)> = sums.iter().map(|sum| rules.group(sum)).enumerate().filter(|(_, group)| group.n > 0).collect();
    let [mut progress, mut score, mut grade, mut expected, mut confidence, mut net] = [(); 6].map(|()| Float64Builder::with_capacity(sums.len()));
    let (mut n, mut band) = (Int64Builder::with_capacity(sums.len()), Words::new());
    let mut statuses: Vec<Int64Builder> = Status::ALL.iter().map(|_| Int64Builder::with_capacity(sums.len())).collect();
    for (_, found) in &found {
        n.append_value(count(found.n));
        progress.append_option(found.progress);
        score.append_option(found.score);
        grade.append_option(found.grade);
        band.append_option(found.band.as_deref());
        expected.append_option(found.expected.filter(|_| is_dated));
        confidence.append_option(found.confidence);
        net.append_option(found.net_confidence.filter(|_| is_dated));
        for (status, out) in Status::ALL.iter().zip(&mut statuses) {
            out.append_option(is_dated.then(|| count(found.status.get(status).copied().unwrap_or_default())));
        }
    }
    let mut named = vec![
        (name.to_owned(), keys::column(found.iter().map(|(at, _)| numbers.get(*at)))),
        ("n".to_owned(), Arc::new(n.finish()) as ArrayRef),
        ("progress".to_owned(), Arc::new(progress.finish())),
        ("score".to_owned(), Arc::new(score.finish())),
        ("grade".to_owned(), Arc::new(grade.finish())),
        ("band".to_owned(), Arc::new(band.finish())),
        ("expected".to_owned(), Arc::new(expected.finish())),
        ("confidence".to_owned(), Arc::new(confidence.finish())),
        ("net_confidence".to_owned(), Arc::new(net.finish())),
    ];
    for (status, mut out) in Status::ALL.iter().zip(statuses) {
        named.push((format!("n_{status}"), Arc::new(out.finish())));
    }
    RecordBatch::try_from_iter_with_nullable(named.into_iter().map(|(name, array)| (name, array, true)))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
