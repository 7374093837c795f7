//! Plain Rust: structs with texts, a hash map and loops.

use std::collections::HashMap;

use crate::input::Input;
use crate::{Contender, Task, timed};

struct KeyResult {
    objective: String,
    start: f64,
    target: f64,
    reading: Option<f64>,
    weight: f64,
}

struct Objective {
    id: String,
    parent: Option<String>,
}

pub(crate) struct Plain {
    key_results: Vec<KeyResult>,
    objectives: Vec<Objective>,
    scores: HashMap<String, f64>,
}

impl Plain {
    pub(crate) fn new(input: &Input) -> Self {
        let key_result = |at: usize| KeyResult {
            objective: Input::id(input.objective[at] as usize),
            start: input.start[at],
            target: input.target[at],
            reading: input.reading_of(at),
            weight: input.weight[at],
        };
        let objective = |at: usize| Objective {
            id: Input::id(at),
            parent: Input::parent(at).map(Input::id),
        };
        Self {
            key_results: (0..input.n).map(key_result).collect(),
            objectives: (0..input.n_objectives).map(objective).collect(),
            scores: HashMap::new(),
        }
    }

    fn sums(&self) -> HashMap<&str, (f64, f64)> {
        let mut sums: HashMap<&str, (f64, f64)> = HashMap::new();
        for key_result in &self.key_results {
            let Some(reading) = key_result.reading else { continue };
            let progress = ((reading - key_result.start) / (key_result.target - key_result.start)).clamp(0.0, 1.0);
            let sum = sums.entry(&key_result.objective).or_default();
            sum.0 += key_result.weight;
            sum.1 += key_result.weight * progress;
        }
        sums
    }

    fn tree(&self) -> HashMap<&str, f64> {
        let mut sums = self.sums();
        let mut waits: HashMap<&str, usize> = HashMap::new();
        let mut parents: HashMap<&str, &str> = HashMap::new();
        for objective in &self.objectives {
            if let Some(parent) = &objective.parent {
                *waits.entry(parent).or_default() += 1;
                parents.insert(&objective.id, parent);
            }
        }
        let mut ready: Vec<&str> = self
            .objectives
            .iter()
            .map(|objective| objective.id.as_str())
            .filter(|id| !waits.contains_key(id))
            .collect();
        let mut scores = HashMap::new();
        while let Some(id) = ready.pop() {
            let score = sums.get(id).map(|(weight, weighted)| weighted / weight);
            scores.extend(score.map(|score| (id, score)));
            let Some(parent) = parents.get(id) else { continue };
            if let Some(score) = score {
                let above = sums.entry(parent).or_default();
                above.0 += 1.0;
                above.1 += score;
            }
            if let Some(left) = waits.get_mut(parent) {
                *left -= 1;
                if *left == 0 {
                    ready.push(parent);
                }
            }
        }
        scores
    }
}

impl Contender for Plain {
    fn name(&self) -> &'static str {
        "Rust structs"
    }

    fn does(&self, _: Task) -> bool {
        true
    }

    fn run(&mut self, task: Task) -> u64 {
        let (scores, time) = timed(|| match task {
            Task::Scores => self.sums().into_iter().map(|(id, (weight, weighted))| (id, weighted / weight)).collect(),
            Task::Tree => self.tree(),
        });
        self.scores = scores.into_iter().map(|(id, score)| (id.to_owned(), score)).collect();
        time
    }

    fn result(&mut self) -> Vec<f64> {
        self.objectives
            .iter()
            .map(|objective| self.scores.get(&objective.id).copied().unwrap_or(f64::NAN))
            .collect()
    }
}
