//! The figures of every node on a series of days, node by node.
//!
//! On most days nothing is said of a node and of what is below it: only time goes on. The days of a node are therefore cut into
//! runs. Its figures are computed in full on the first day of a run, by the functions of an evaluation; for the other days what is
//! expected is summed up column by column, and the status is looked for only where it can change.

mod fill;
mod standing;

use super::line::KeyResultLine;
use crate::number::Maybe;
use crate::plan::{Node, Plan, Status};
use crate::time::Date;

pub(crate) use fill::series;

/// Where a column of a number a day begins among those of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Column(usize);

/// Days that follow each other, on which nothing but time changes for a node.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// The place of its first day.
    first: usize,
    /// The figures on that day. An objective has no reading.
    line: KeyResultLine,
    /// The share of its time that has gone, day by day.
    gone: Column,
    /// What is expected.
    expected: Column,
    along: Along,
    /// The target in force.
    target: Maybe,
}

/// What readings were to be, on the measure's own scale.
#[derive(Debug, Clone, Copy)]
enum Along {
    /// No line leads anywhere.
    Nothing,
    /// The line of the measure as it is written.
    AsWritten,
    /// A line from a start to a target.
    Line(f64, f64),
    /// What the path says.
    Path(Column),
}

/// The runs of a node.
#[derive(Debug, Clone, Copy, Default)]
struct Track {
    begins: usize,
    ends: usize,
}

/// The figures of every node of a plan on days that rise.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    days: Vec<Date>,
    runs: Vec<Run>,
    /// By the number of the node.
    tracks: Vec<Track>,
    columns: Vec<f64>,
    /// Day by day of each node.
    statuses: Vec<Status>,
}

impl Series {
    fn runs_of(&self, number: usize) -> &[Run] {
        let track = self.tracks.get(number).copied().unwrap_or_default();
        self.runs.get(track.begins..track.ends).unwrap_or_default()
    }

    fn run_on(&self, number: usize, day: usize) -> Option<&Run> {
        let runs = self.runs_of(number);
        let after = runs.partition_point(|run| run.first <= day);
        runs.get(after.checked_sub(1)?)
    }

    fn column(&self, column: Column) -> &[f64] {
        self.columns.get(column.0..column.0 + self.days.len()).unwrap_or_default()
    }

    fn number(&self, column: Column, day: usize) -> f64 {
        self.columns.get(column.0 + day).copied().unwrap_or(f64::NAN)
    }

    fn statuses_of(&self, number: usize) -> &[Status] {
        let begins = number * self.days.len();
        self.statuses.get(begins..begins + self.days.len()).unwrap_or_default()
    }

    /// The figures of a run on one of its days.
    fn line_in(&self, run: &Run, number: usize, day: usize) -> KeyResultLine {
        let mut line = run.line;
        line.node.expected = self.number(run.expected, day);
        if let Some(status) = self.statuses_of(number).get(day) {
            line.node.status = *status;
        }
        line
    }

    fn line_on(&self, number: usize, day: usize) -> Option<KeyResultLine> {
        self.run_on(number, day).map(|run| self.line_in(run, number, day))
    }

    /// The figures of a node on a day, by its place, with its target and with what its reading was to be by then.
    ///
    /// The latter is F12 on the measure's own scale: what the path says, else the straight line from start to target at the share of time gone.
    /// `None` for a measure without such a scale, or without a start.
    pub(crate) fn on(&self, plan: &Plan, node: Node, day: usize) -> Option<(KeyResultLine, Option<f64>, Option<f64>)> {
        let number = plan.graph().number(node);
        let run = self.run_on(number, day)?;
        let on_line = |(start, target): (f64, f64)| start + (target - start) * self.number(run.gone, day);
        let expected_reading = match (run.along, node) {
            (Along::Line(start, target), _) => Some(on_line((start, target))),
            (Along::Path(column), _) => Maybe::from(self.number(column, day)).get(),
            (Along::AsWritten, Node::KeyResult(at)) => plan.key_result_at(at).and_then(|(_, own)| own.measure.ends_of_line()).map(on_line),
            (Along::Nothing, _) | (Along::AsWritten, Node::Objective(_)) => None,
        };
        Some((
            self.line_in(run, number, day),
            run.target.get(),
            expected_reading.filter(|reading| reading.is_finite()),
        ))
    }

    /// How often a key result was judged from its facts.
    #[cfg(test)]
    pub(super) fn n_judged(&self, plan: &Plan) -> usize {
        (0..plan.n_key_results())
            .map(|at| self.runs_of(plan.graph().number(Node::KeyResult(at))).len())
            .sum()
    }
}
