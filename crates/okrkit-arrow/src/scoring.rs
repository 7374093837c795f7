//! Scores from batches: groups are found by hash, on as many threads as there are, and summed in the order of the rows.

use std::num::NonZeroUsize;
use std::thread;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use okrkit::{Code, Date, PartialObjective, PartialScore, Profile, RowRules};

use crate::issue::{RowIssue, RowIssues, TableError};
use crate::keys::{Hasher, KeyTypes, Keys};
use crate::output::{self, Scored};
use crate::partials;
use crate::rounds::{MOST_THREADS, ROUND, Work, part_of};
use crate::rows::Rows;

/// Which figures are computed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Figures {
    /// All: progress, score, grade, expected, status and the rest.
    #[default]
    All,
    /// Scores alone, as partial sums: several times faster, and in a quarter of the room.
    Scores,
}

/// Key results on their way to scores: batches go in one by one, and memory grows with the objectives alone.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Float64Array, RecordBatch, StringArray, cast::AsArray, types::Float64Type};
/// use okrkit::Profile;
/// use okrkit_arrow::Scoring;
///
/// let batch = RecordBatch::try_from_iter([
///     ("objective_id", Arc::new(StringArray::from(vec!["grow", "keep", "grow"])) as _),
///     ("start", Arc::new(Float64Array::from(vec![0.0, 90.0, 6.0])) as _),
///     ("target", Arc::new(Float64Array::from(vec![500_000.0, 95.0, 4.0])) as _),
///     ("reading", Arc::new(Float64Array::from(vec![Some(240_000.0), None, Some(5.4)])) as _),
///     ("weight", Arc::new(Float64Array::from(vec![2.0, 1.0, 1.0])) as _),
/// ])?;
/// let mut scoring = Scoring::new(&Profile::named("default")?, "2026-02-14".parse()?);
/// scoring.push(&batch)?;
/// let objectives = scoring.finish()?.objectives;
/// let score = objectives.column_by_name("score").ok_or("no scores")?.as_primitive::<Float64Type>();
/// // Of `grow` (2 × 0.48 + 0.3)/3 = 0.42; of `keep` nothing is known, which is not 0.
/// assert!((score.value(0) - 0.42).abs() < 1e-12);
/// assert!(arrow_array::Array::is_null(score, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Objectives come out in the order in which they first appear. Rows of an objective are added in their order, so the same rows
/// give the same bits, however they are cut into batches and on however many threads.
#[derive(Debug)]
pub struct Scoring {
    rules: RowRules,
    figures: Figures,
    group_by: Vec<String>,
    key_types: KeyTypes,
    hasher: Hasher,
    /// As many as threads, from the first rows on.
    parts: Vec<Part>,
    n_threads: NonZeroUsize,
    waiting: Vec<Rows>,
    n_waiting: usize,
    n_rows: u64,
    issues: RowIssues,
    is_dated: bool,
}

/// The groups whose keys have hashes of one kind. One thread at a time works on it.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) keys: Keys,
    /// Of each key the row that brought it.
    pub(crate) first: Vec<u64>,
    pub(crate) scores: Vec<PartialScore>,
    pub(crate) objectives: Vec<PartialObjective>,
    pub(crate) groups: Vec<GroupCodes>,
}

/// What the objectives of a part are grouped by in one column.
#[derive(Debug, Default)]
pub(crate) struct GroupCodes {
    pub(crate) keys: Keys,
    /// Of each objective the number of its key; `None` for null.
    pub(crate) of: Vec<Option<u32>>,
}

impl Scoring {
    /// Nothing scored yet.
    #[must_use]
    pub fn new(profile: &Profile, as_of: Date) -> Self {
        Self {
            rules: RowRules::new(profile, as_of),
            figures: Figures::All,
            group_by: Vec::new(),
            key_types: KeyTypes::default(),
            hasher: Hasher::default(),
            parts: Vec::new(),
            n_threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            waiting: Vec::new(),
            n_waiting: 0,
            n_rows: 0,
            issues: RowIssues::default(),
            is_dated: false,
        }
    }

    /// Computes scores alone. Group-bys need all figures: they bring them back, and with them this changes nothing. After a batch, of
    /// what it added the scores are kept.
    #[must_use]
    pub fn scores_only(mut self) -> Self {
        if self.group_by.is_empty() {
            self.keep_scores();
        }
        self
    }

    /// Turns to scores alone: what was added with all figures goes on as the scores among them, which are the same sums.
    fn keep_scores(&mut self) {
        if self.figures == Figures::Scores {
            return;
        }
        if !self.waiting.is_empty() {
            self.work();
        }
        self.figures = Figures::Scores;
        self.group_by.clear();
        for part in &mut self.parts {
            part.scores = std::mem::take(&mut part.objectives).iter().map(|sums| sums.score).collect();
            part.groups.clear();
        }
    }

    /// Groups objectives by a column as well: by team, region, or whatever it holds. The value of an objective is that of its first
    /// row; null groups nowhere.
    ///
    /// Call it before the first batch: rows were read without the column otherwise, so it changes nothing then but that
    /// [`finish`](Self::finish) refuses, with `document.missing_field` of the column.
    #[must_use]
    pub fn group_by(mut self, column: impl Into<String>) -> Self {
        let column = column.into();
        if self.has_begun() {
            let message = "rows were read without this column already, group by it before the first batch";
            self.issues.push(RowIssue::new(Code::DocumentMissingField, None, &column, message));
            return self;
        }
        self.group_by.push(column);
        self.figures = Figures::All;
        self
    }

    /// Whether a batch was added.
    const fn has_begun(&self) -> bool {
        !self.waiting.is_empty() || !self.parts.is_empty()
    }

    /// On how many threads, up to 64; as many as the machine has unless given. Call it before the first batch: it changes nothing later.
    #[must_use]
    pub const fn on_threads(mut self, n: NonZeroUsize) -> Self {
        self.n_threads = n;
        self
    }

    /// Adds the key results of a batch. Where a row has a problem nothing of the batch is added, and [`finish`](Self::finish) tells
    /// of it too: batches may go on coming, so that one run finds every problem.
    ///
    /// `objective_id` is texts in every batch, in whatever layout, or whole numbers in every batch, and so is each column that is grouped
    /// by: a batch with the other is refused, with `document.wrong_type` of the column. One without any value (of the type null) goes
    /// with either.
    ///
    /// # Errors
    /// The problems of the batch, by row and column.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<(), RowIssues> {
        let rows = self.read(batch)?;
        self.n_waiting += rows.len;
        self.waiting.push(rows);
        if self.n_waiting >= ROUND {
            self.work();
        }
        Ok(())
    }

    /// The same, and gives the figures of its rows, one row for each: progress, score, expected, status and the rest.
    ///
    /// # Errors
    /// The problems of the batch, by row and column.
    pub fn push_and_score(&mut self, batch: &RecordBatch) -> Result<RecordBatch, TableError> {
        let rows = self.read(batch)?;
        let scored = output::rows(&self.rules, &rows)?;
        self.n_waiting += rows.len;
        self.waiting.push(rows);
        if self.n_waiting >= ROUND {
            self.work();
        }
        Ok(scored)
    }

    fn read(&mut self, batch: &RecordBatch) -> Result<Rows, RowIssues> {
        let first_row = self.n_rows;
        self.n_rows += batch.num_rows() as u64;
        let mut found = RowIssues::default();
        let Some(rows) = Rows::read(batch, first_row, &self.group_by, &self.key_types, &mut found) else {
            self.issues.extend(found.clone());
            return Err(found);
        };
        self.key_types.note("objective_id", &rows.key);
        for (name, column) in self.group_by.iter().zip(&rows.groups) {
            self.key_types.note(name, column);
        }
        self.is_dated |= rows.is_dated();
        Ok(rows)
    }

    /// Adds partial scores that were computed elsewhere, as [`Scored::objectives`] of scores alone has them: `objective_id`, `weight`,
    /// `weighted`, `n`.
    ///
    /// It computes scores alone from then on, since partial scores have no other figures: of batches of rows that were added before
    /// the scores are kept, and rows may come after too. There are no groups any more.
    ///
    /// # Errors
    /// Columns that are not there or of another type, and rows with null.
    pub fn push_partials(&mut self, batch: &RecordBatch) -> Result<(), RowIssues> {
        self.keep_scores();
        self.work();
        let first_row = self.n_rows;
        self.n_rows += batch.num_rows() as u64;
        let parts = partials::read(batch, first_row, &self.key_types).inspect_err(|found| self.issues.extend(found.clone()))?;
        self.key_types.note("objective_id", &parts.key);
        for (at, score) in parts.scores.iter().enumerate() {
            let Some(key) = parts.key.get(at) else { continue };
            let hash = self.hasher.hash(key);
            let n_parts = self.parts.len();
            let Some(part) = self.parts.get_mut(part_of(hash, n_parts)) else { continue };
            let (group, is_new) = part.keys.number(key, hash);
            if is_new {
                part.first.push(crate::column::row(first_row, at));
                part.scores.push(PartialScore::default());
            }
            if let Some(sum) = part.scores.get_mut(group as usize) {
                sum.merge(*score);
            }
        }
        Ok(())
    }

    /// Puts the rows that wait to their objectives.
    fn work(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.n_waiting = 0;
        if self.parts.is_empty() {
            let groups = || self.group_by.iter().map(|_| GroupCodes::default()).collect();
            let part = || Part {
                groups: groups(),
                ..Part::default()
            };
            self.parts = std::iter::repeat_with(part).take(self.n_threads.get().min(MOST_THREADS)).collect();
        }
        let work = Work {
            rules: &self.rules,
            hasher: &self.hasher,
        };
        match self.figures {
            Figures::All => work.put::<PartialObjective>(&waiting, &mut self.parts),
            Figures::Scores => work.put::<PartialScore>(&waiting, &mut self.parts),
        }
    }

    /// The figures of all objectives, and of the groups.
    ///
    /// # Errors
    /// The problems of all batches that had any, and columns that were [grouped by](Self::group_by) too late.
    pub fn finish(mut self) -> Result<Scored, TableError> {
        if !self.issues.is_empty() {
            return Err(self.issues.into());
        }
        self.work();
        Ok(match self.figures {
            Figures::All => output::scored(&self.rules, &self.parts, &self.group_by, self.is_dated)?,
            Figures::Scores => output::scores(&self.parts)?,
        })
    }
}

/// Scores a stream of batches, with all figures, in one call.
///
/// # Errors
/// What the stream reports, or every problem of every row.
pub fn score<E>(batches: impl IntoIterator<Item = Result<RecordBatch, E>>, profile: &Profile, as_of: Date) -> Result<Scored, TableError>
where
    ArrowError: From<E>,
{
    push_all(Scoring::new(profile, as_of), batches)
}

/// Puts a stream of batches through a scoring to its end.
///
/// # Errors
/// What the stream reports, or every problem of every row.
pub fn push_all<E>(mut scoring: Scoring, batches: impl IntoIterator<Item = Result<RecordBatch, E>>) -> Result<Scored, TableError>
where
    ArrowError: From<E>,
{
    for batch in batches {
        // What is wrong with it is kept, and told at the end with the problems of the others.
        let _ = scoring.push(&batch.map_err(ArrowError::from)?);
    }
    scoring.finish()
}
