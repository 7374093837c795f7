//! okrkit-arrow: a record batch with the ids as texts, or as a dictionary.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Float64Array, Int32Array, RecordBatch, StringArray};
use okrkit::{Date, Profile};
use okrkit_arrow::Scoring;

use crate::input::Input;
use crate::{Contender, Task, timed};

pub(crate) struct Table {
    name: &'static str,
    batch: RecordBatch,
    n_objectives: usize,
    scored: Option<RecordBatch>,
}

impl Table {
    fn new(name: &'static str, ids: ArrayRef, input: &Input) -> Self {
        let floats = |column: &[f64]| Arc::new(Float64Array::from(column.to_vec())) as ArrayRef;
        let reading: Float64Array = (0..input.n).map(|at| input.reading_of(at)).collect();
        let batch = RecordBatch::try_from_iter([
            ("objective_id", ids),
            ("start", floats(&input.start)),
            ("target", floats(&input.target)),
            ("reading", Arc::new(reading)),
            ("weight", floats(&input.weight)),
        ]);
        Self {
            name,
            batch: batch.expect("a batch"),
            n_objectives: input.n_objectives,
            scored: None,
        }
    }

    pub(crate) fn of_texts(input: &Input) -> Self {
        let ids: StringArray = input.objective.iter().map(|at| Some(Input::id(*at as usize))).collect();
        Self::new("okrkit-arrow", Arc::new(ids), input)
    }

    pub(crate) fn of_dictionary(input: &Input) -> Self {
        let ids: StringArray = (0..input.n_objectives).map(|at| Some(Input::id(at))).collect();
        let codes: Int32Array = input.objective.iter().map(|at| i32::try_from(*at).ok()).collect();
        let ids: DictionaryArray<Int32Type> = DictionaryArray::new(codes, Arc::new(ids));
        Self::new("okrkit-arrow, dictionary", Arc::new(ids), input)
    }
}

impl Contender for Table {
    fn name(&self) -> &str {
        self.name
    }

    fn does(&self, task: Task) -> bool {
        task == Task::Scores
    }

    fn is_okrkit(&self) -> bool {
        true
    }

    fn run(&mut self, _: Task) -> u64 {
        let profile = Profile::named("default").expect("a named profile");
        let (scored, time) = timed(|| {
            let mut scoring = Scoring::new(&profile, Date::new(2026, 2, 14).expect("a day")).scores_only();
            scoring.push(&self.batch).expect("rows without problems");
            scoring.finish().expect("scores").objectives
        });
        self.scored = Some(scored);
        time
    }

    fn result(&mut self) -> Vec<f64> {
        let table = self.scored.as_ref().expect("a run before");
        let (ids, scores) = (table.column(0).as_string::<i32>(), table.column(4).as_primitive::<Float64Type>());
        let mut out = vec![f64::NAN; self.n_objectives];
        for at in (0..table.num_rows()).filter(|at| scores.is_valid(*at)) {
            let objective: usize = ids.value(at).trim_start_matches("objective-").parse().expect("a number");
            out[objective] = scores.value(at);
        }
        out
    }
}
