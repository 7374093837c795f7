//! An objective as its key results are judged under it.

use super::fill::Place;
use crate::measure::CycleSpan;
use crate::plan::{Cell, Chunk, Facts, ManualScore, Objective, Plan, Row, Said, Stage, StageChange, stage_on};
use crate::time::{AsOf, Date, elapsed};

/// What is read of an objective first. The objective itself is fetched where more is asked for: most of them are never.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) at: usize,
    /// The number of its first key result.
    pub(crate) first: usize,
    pub(crate) facts: &'a Facts,
    plan: &'a Plan,
    chunk: &'a Chunk,
    in_chunk: usize,
    pub(crate) period: (Date, Date),
    /// F11 of its period.
    pub(crate) gone: f64,
}

/// F11 of the period that was asked for last: neighbours mostly share theirs.
#[derive(Debug, Default)]
pub(crate) struct Gone {
    last: Option<((Date, Date), f64)>,
}

impl Gone {
    fn of(&mut self, period: (Date, Date), on: Date) -> f64 {
        match self.last {
            Some((last, gone)) if last == period => gone,
            _ => {
                let gone = elapsed(period.0, period.1, on);
                self.last = Some((period, gone));
                gone
            }
        }
    }
}

pub(crate) fn frame_of(plan: &Plan, as_of: AsOf, at: usize) -> Option<Frame<'_>> {
    let (chunk, in_chunk) = plan.chunk_of(at)?;
    let facts = chunk.columns.facts().get(in_chunk)?;
    Some(Frame {
        at,
        first: plan.first_of(at),
        facts,
        plan,
        chunk,
        in_chunk,
        period: facts.period,
        gone: elapsed(facts.period.0, facts.period.1, as_of.on),
    })
}

/// The frames of the objectives of a chunk, in their order.
pub(crate) fn frames<'a>(plan: &'a Plan, as_of: AsOf, place: &Place<'a>) -> impl Iterator<Item = Frame<'a>> + use<'a> {
    let (place, mut gone, mut first) = (*place, Gone::default(), place.key_result);
    place.chunk.columns.facts().iter().enumerate().map(move |(in_chunk, facts)| {
        let frame = Frame {
            at: place.objective + in_chunk,
            first,
            facts,
            plan,
            chunk: place.chunk,
            in_chunk,
            period: facts.period,
            gone: gone.of(facts.period, as_of.on),
        };
        first += facts.n_key_results as usize;
        frame
    })
}

impl<'a> Frame<'a> {
    pub(crate) fn objective(&self) -> Option<&'a Objective> {
        self.chunk.objective(self.in_chunk)
    }

    /// Its changes of stage.
    pub(crate) fn stages(&self) -> &'a [StageChange] {
        self.dated().map_or(&[], |objective| &objective.stages)
    }

    /// The scores that were set for it by hand.
    pub(crate) fn manual_scores(&self) -> &'a [ManualScore] {
        self.dated().map_or(&[], |objective| &objective.manual_scores)
    }

    /// Its stage on the day.
    pub(crate) fn stage(&self, as_of: AsOf) -> Stage {
        self.dated()
            .map_or(Stage::Active, |objective| stage_on(objective.stage, &objective.stages, as_of))
    }

    /// The objective, unless it has been active all along and no score was set by hand.
    fn dated(&self) -> Option<&'a Objective> {
        if self.facts.is_undated { None } else { self.objective() }
    }

    /// Its cycle, which slots are cut from.
    pub(crate) fn cycle(&self) -> CycleSpan {
        self.plan.cycle_span(self.at)
    }

    /// What evaluation reads of a key result.
    pub(crate) fn row(&self, within: usize) -> Option<Row<'a>> {
        self.chunk.row(self.in_chunk, within)
    }

    /// What there is of a key result, where that is all.
    pub(super) fn plain(&self, within: usize) -> Option<(&'a Cell, &'a Said)> {
        self.chunk.columns.plain(self.in_chunk, within)
    }

    /// What there is of each key result, where they are all plain.
    pub(super) fn all_plain(&self) -> impl Iterator<Item = (&'a Cell, &'a Said)> + use<'a> {
        self.chunk.columns.rows_of(self.in_chunk)
    }

    /// The weights of its key results.
    pub(super) fn weights(&self) -> &'a [f64] {
        self.chunk.columns.weights_of(self.in_chunk)
    }
}
