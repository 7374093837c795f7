//! A scorecard as a table.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, ListBuilder, StringBuilder, StringDictionaryBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use okrkit::{Date, KeyResultScore, NodeScore, Objective, ObjectiveScore, Owner, Reading, Scorecard, Text};

type Words = StringDictionaryBuilder<Int32Type>;

#[derive(Default)]
struct Columns {
    node: Words,
    id: StringBuilder,
    title: StringBuilder,
    objective: Words,
    cycle: Words,
    team: Words,
    owners: ListBuilder<StringBuilder>,
    category: Words,
    reading: Float64Builder,
    target: Float64Builder,
    outcome: Words,
    reason: Words,
    progress: Float64Builder,
    score: Float64Builder,
    computed_score: Float64Builder,
    is_manual: BooleanBuilder,
    grade: Float64Builder,
    band: Words,
    expected: Float64Builder,
    gap: Float64Builder,
    ratio: Float64Builder,
    elapsed: Float64Builder,
    status: Words,
    confidence: Float64Builder,
    stage: Words,
    starts: Date32Builder,
    ends: Date32Builder,
    days_since_check_in: Int64Builder,
    share: Float64Builder,
}

/// One row a node, each objective before its key results.
pub(crate) fn table_of(card: &Scorecard) -> Result<RecordBatch, ArrowError> {
    let mut columns = Columns::default();
    let mut key_results = card.key_results();
    for (objective, score) in card.objectives() {
        columns.objective(objective, &score)?;
        for (key_result, score) in key_results.by_ref().take(objective.key_results.len()) {
            columns.key_result(objective, (&key_result.id, &key_result.title, &key_result.owners), &score)?;
        }
    }
    columns.finish()
}

impl Columns {
    fn objective(&mut self, objective: &Objective, score: &ObjectiveScore) -> Result<(), ArrowError> {
        self.begin("objective", objective, (&objective.id, &objective.title, &objective.owners))?;
        self.reading.append_null();
        self.target.append_null();
        self.share.append_null();
        self.figures(score)
    }

    fn key_result(&mut self, objective: &Objective, named: (&str, &Text, &[Owner]), score: &KeyResultScore) -> Result<(), ArrowError> {
        self.begin("key_result", objective, named)?;
        self.reading.append_option(match &score.reading {
            Some(Reading::Number(number)) => Some(*number),
            _ => None,
        });
        self.target.append_option(score.target);
        self.share.append_value(score.share);
        self.figures(score)
    }

    fn begin(&mut self, node: &str, objective: &Objective, (id, title, owners): (&str, &Text, &[Owner])) -> Result<(), ArrowError> {
        self.node.append(node)?;
        self.id.append_value(id);
        self.title.append_value(title.get("en"));
        self.objective.append(&objective.id)?;
        self.cycle.append(&objective.cycle)?;
        self.team.append_option(objective.team.as_deref());
        for owner in owners {
            self.owners.values().append_value(&owner.who);
        }
        self.owners.append(true);
        self.category.append_option(objective.category.as_deref());
        Ok(())
    }

    fn figures(&mut self, score: &NodeScore) -> Result<(), ArrowError> {
        self.outcome.append(score.progress.as_str())?;
        self.reason.append_option(score.progress.reason().map(okrkit::Reason::as_str));
        self.progress.append_option(score.progress.value());
        self.score.append_option(score.score);
        self.computed_score.append_option(score.computed_score);
        self.is_manual.append_value(score.is_manual);
        self.grade.append_option(score.grade);
        self.band.append_option(score.band.as_deref());
        self.expected.append_value(score.expected);
        self.gap.append_option(score.gap);
        self.ratio.append_option(score.ratio);
        self.elapsed.append_value(score.elapsed);
        self.status.append(score.status.as_str())?;
        self.confidence.append_option(score.confidence);
        self.stage.append(score.stage.as_str())?;
        self.starts.append_value(days(score.starts));
        self.ends.append_value(days(score.ends));
        self.days_since_check_in.append_option(score.days_since_check_in.map(i64::from));
        Ok(())
    }

    fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_from_iter_with_nullable([
            ("node", Arc::new(self.node.finish()) as ArrayRef, false),
            ("id", Arc::new(self.id.finish()), false),
            ("title", Arc::new(self.title.finish()), false),
            ("objective", Arc::new(self.objective.finish()), false),
            ("cycle", Arc::new(self.cycle.finish()), false),
            ("team", Arc::new(self.team.finish()), true),
            ("owners", Arc::new(self.owners.finish()), false),
            ("category", Arc::new(self.category.finish()), true),
            ("reading", Arc::new(self.reading.finish()), true),
            ("target", Arc::new(self.target.finish()), true),
            ("outcome", Arc::new(self.outcome.finish()), false),
            ("reason", Arc::new(self.reason.finish()), true),
            ("progress", Arc::new(self.progress.finish()), true),
            ("score", Arc::new(self.score.finish()), true),
            ("computed_score", Arc::new(self.computed_score.finish()), true),
            ("is_manual", Arc::new(self.is_manual.finish()), false),
            ("grade", Arc::new(self.grade.finish()), true),
            ("band", Arc::new(self.band.finish()), true),
            ("expected", Arc::new(self.expected.finish()), false),
            ("gap", Arc::new(self.gap.finish()), true),
            ("ratio", Arc::new(self.ratio.finish()), true),
            ("elapsed", Arc::new(self.elapsed.finish()), false),
            ("status", Arc::new(self.status.finish()), false),
            ("confidence", Arc::new(self.confidence.finish()), true),
            ("stage", Arc::new(self.stage.finish()), false),
            ("starts", Arc::new(self.starts.finish()), false),
            ("ends", Arc::new(self.ends.finish()), false),
            ("days_since_check_in", Arc::new(self.days_since_check_in.finish()), true),
            ("share", Arc::new(self.share.finish()), true),
        ])
    }
}

/// Days since 1970-01-01, as Arrow counts them.
fn days(day: Date) -> i32 {
    Date::new(1970, 1, 1).map_or(0, |epoch| day.days_since(epoch))
}
