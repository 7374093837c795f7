//! The core: a plan, its scores and its scorecard.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use okrkit::{CheckIn, Cycle, Date, Edit, KeyResult, Link, Live, Measure, Metric, Objective, Plan, Profile};

use crate::input::{Input, PER_OBJECTIVE};
use crate::report::Facts;
use crate::{Contender, Task, median, timed};

pub(crate) struct Core {
    /// Without links, and with them.
    flat: Plan,
    tree: Plan,
    plain: Profile,
    /// Rolls children up together with key results.
    pooled: Profile,
    on: Date,
    scores: Vec<f64>,
    memory: Memory,
}

/// The bytes of a plan a key result.
#[derive(Debug, Clone, Copy)]
struct Memory {
    /// Beside the text that it keeps of its objectives.
    beside_text: f64,
    text: f64,
}

/// The bytes of memory that are resident.
fn resident() -> f64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<f64>().ok()).unwrap_or(f64::NAN) * 4096.0
}

/// How many bytes the plan of a text takes a key result, beside the text that it keeps, and how many that takes. For a process of its
/// own: in one that freed memory before, it would be had from there.
pub(crate) fn memory(file: &Path) -> [f64; 2] {
    let text = std::fs::read_to_string(file).expect("the text of a plan");
    let before = resident();
    let plan = okrkit::read(&text).expect("a valid plan");
    let (bytes, own_text) = (resident() - before, plan.text_kept() as f64);
    [bytes - own_text, own_text].map(|bytes| bytes / plan.n_key_results() as f64)
}

fn memory_elsewhere(text: &str, folder: &Path) -> Memory {
    let file = folder.join("plan.json");
    std::fs::write(&file, text).expect("the text of the plan");
    let this = std::env::current_exe().expect("this program");
    let told = Command::new(this).arg("--memory").arg(file).output().expect("a process of its own");
    let told = String::from_utf8_lossy(&told.stdout);
    let mut numbers = told.split_whitespace().map(|number| number.parse().expect("a number of bytes"));
    let mut next = || numbers.next().expect("two numbers");
    Memory {
        beside_text: next(),
        text: next(),
    }
}

/// The text of the plan without links.
fn text(input: &Input) -> String {
    let cycle = Cycle::quarter(2026, 1).expect("a quarter");
    let mut objectives: Vec<Objective> = (0..input.n_objectives)
        .map(|at| Objective::new(Input::id(at), "An objective", cycle.id.as_str()))
        .collect();
    for at in 0..input.n {
        let objective = &mut objectives[input.objective[at] as usize];
        let id = format!("{}-{}", objective.id, objective.key_results.len());
        let mut key_result = KeyResult::new(id, "A key result", Measure::Metric(Metric::new(input.start[at], input.target[at]))).weighing(input.weight[at]);
        let checked_in = input
            .reading_of(at)
            .map(|reading| CheckIn::of_value(Date::new(2026, 2, 10).expect("a day"), reading));
        key_result.check_ins.extend(checked_in);
        objective.key_results.push(key_result);
    }
    let builder = objectives.into_iter().fold(Plan::builder("peers").cycle(cycle), okrkit::PlanBuilder::objective);
    serde_json::to_string(&builder.build().expect("a valid plan")).expect("its text")
}

impl Core {
    pub(crate) fn new(input: &Input, folder: &Path) -> Self {
        let text = text(input);
        let flat = okrkit::read(&text).expect("a valid plan");
        let memory = memory_elsewhere(&text, folder);
        drop(text);
        let mut document = flat.to_document();
        document.links = (0..input.n_objectives)
            .filter_map(|at| Some(Link::contributes(Input::id(at), Input::id(Input::parent(at)?))))
            .collect();
        Self {
            flat,
            tree: Plan::from_document(document).expect("a valid plan"),
            plain: Profile::named("default").expect("a named profile"),
            pooled: Profile::named("workfront").expect("a named profile"),
            on: Date::new(2026, 2, 14).expect("a day"),
            scores: Vec::new(),
            memory,
        }
    }

    /// What is told of the core alone.
    pub(crate) fn facts(&mut self, input: &Input) -> Facts {
        let rounds = 5;
        let mut cards: Vec<f64> = (0..rounds)
            .map(|_| timed(|| black_box(okrkit::evaluate(&self.flat, &self.plain, self.on))).1 as f64 / input.n as f64)
            .collect();
        let small = if input.n > 100_000 { text(&Input::new(100_000)) } else { text(input) };
        let mut reads: Vec<f64> = (0..rounds)
            .map(|_| small.len() as f64 * 1e3 / timed(|| black_box(okrkit::read(&small).expect("a valid plan"))).1 as f64)
            .collect();
        let mut live = Live::new(self.tree.clone(), self.pooled.clone(), self.on);
        let per_round = 200;
        let mut check_ins: Vec<f64> = (0..=rounds)
            .map(|round| {
                let edits: Vec<Edit> = (0..per_round)
                    .map(|nth| Edit::CheckIn {
                        key_result: format!("{}-{}", Input::id((nth * 7_919 + round * 31) % input.n_objectives), nth % PER_OBJECTIVE),
                        check_in: CheckIn::of_value(Date::new(2026, 2, 13).expect("a day"), (nth % 50) as f64),
                    })
                    .collect();
                let apply = || {
                    for edit in edits {
                        black_box(live.apply([edit]).expect("a valid check-in"));
                    }
                };
                timed(apply).1 as f64 / f64::from(u32::try_from(per_round).expect("few")) / 1e3
            })
            // The first ones copy what the plan shares with the one it came from.
            .skip(1)
            .collect();
        Facts {
            scorecard_ns_per_kr: median(&mut cards),
            check_in_us: median(&mut check_ins),
            read_mb_per_s: median(&mut reads),
            bytes_per_kr: self.memory.beside_text,
            text_bytes_per_kr: self.memory.text,
        }
    }
}

impl Contender for Core {
    fn name(&self) -> &'static str {
        "okrkit"
    }

    fn does(&self, _: Task) -> bool {
        true
    }

    fn is_okrkit(&self) -> bool {
        true
    }

    fn run(&mut self, task: Task) -> u64 {
        let (plan, profile) = match task {
            Task::Scores => (&self.flat, &self.plain),
            Task::Tree => (&self.tree, &self.pooled),
        };
        let (scores, time) = timed(|| okrkit::scores(plan, profile, self.on));
        self.scores.clone_from(&scores.objectives().score);
        time
    }

    fn result(&mut self) -> Vec<f64> {
        self.scores.clone()
    }
}
