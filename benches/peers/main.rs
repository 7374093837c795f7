//! okrkit beside what else one could do: the same input for all, outputs that are checked to be equal first, rounds in which all take
//! turns, medians. `cargo xtask peers` runs it with everything it needs.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a bench that cannot run should stop, and what it prints is what it is for"
)]

mod core;
mod input;
mod plain;
mod plot;
mod report;
mod scale;
mod table;
mod worker;

use std::path::{Path, PathBuf};
use std::time::Instant;

use input::Input;
use report::{Report, Row};

/// What is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// The score of each objective from its key results.
    Scores,
    /// The same with objectives that contribute to those above them: a tree, from the leaves up.
    Tree,
}

impl Task {
    pub(crate) const ALL: [Self; 2] = [Self::Scores, Self::Tree];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Scores => "scores",
            Self::Tree => "tree",
        }
    }
}

/// One way to compute the tasks.
pub(crate) trait Contender {
    fn name(&self) -> &str;
    /// Whether it does the task at all.
    fn does(&self, task: Task) -> bool;
    /// Runs the task and tells how many nanoseconds it took.
    fn run(&mut self, task: Task) -> u64;
    /// The scores of the last run, in the order of the objectives; NaN for none.
    fn result(&mut self) -> Vec<f64>;
    /// Whether it is one of ours.
    fn is_okrkit(&self) -> bool {
        false
    }
}

#[expect(clippy::disallowed_methods, reason = "time is what is measured")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let begin = Instant::now();
    let out = work();
    (out, begin.elapsed().as_nanos() as u64)
}

pub(crate) fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

struct Options {
    sizes: Vec<usize>,
    rounds: usize,
    json: bool,
    python: String,
    node: String,
    out: Option<PathBuf>,
}

fn options() -> Options {
    let mut options = Options {
        sizes: vec![10_000, 100_000, 1_000_000],
        rounds: 7,
        json: false,
        python: "python3".to_owned(),
        node: "node".to_owned(),
        out: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{argument} needs a value"));
        match argument.as_str() {
            "--quick" => (options.sizes, options.rounds) = (vec![100_000], 5),
            "--large" => (options.sizes, options.rounds) = (vec![10_000, 100_000, 1_000_000, 10_000_000], 5),
            "--memory" => {
                let [beside_text, text] = core::memory(Path::new(&value()));
                println!("{beside_text} {text}");
                std::process::exit(0);
            }
            "--scale" => {
                scale::all();
                std::process::exit(0);
            }
            "--scale-of" => {
                let n = value().parse().expect("a number of key results");
                scale::one(n, value().parse().expect("a number of threads"));
                std::process::exit(0);
            }
            "--json" => options.json = true,
            "--python" => options.python = value(),
            "--node" => options.node = value(),
            "--out" => options.out = Some(value().into()),
            other => panic!("no such option: {other}"),
        }
    }
    options
}

/// Beyond this many key results the slowest are left out: they would take minutes and most of the memory.
const MOST_FOR_OBJECTS: usize = 1_000_000;

fn contenders(input: &Input, folder: &Path, options: &Options) -> Vec<Box<dyn Contender>> {
    let mut all: Vec<Box<dyn Contender>> = vec![Box::new(table::Table::of_texts(input)), Box::new(table::Table::of_dictionary(input))];
    let mut scripts = vec![
        ("polars", &options.python, "with_polars.py"),
        ("DuckDB", &options.python, "with_duckdb.py"),
        ("pandas", &options.python, "with_pandas.py"),
    ];
    all.push(Box::new(plain::Plain::new(input)));
    if input.n <= MOST_FOR_OBJECTS {
        scripts.push(("JavaScript", &options.node, "peer.mjs"));
        scripts.push(("Python", &options.python, "with_plain.py"));
        scripts.push(("networkx", &options.python, "with_networkx.py"));
    }
    for (name, program, script) in scripts {
        all.push(Box::new(worker::Worker::new(name, program, script, folder)));
    }
    all
}

/// All must give the same before anybody is timed.
fn check(contenders: &mut [Box<dyn Contender>], expected: &[(Task, Vec<f64>)]) {
    for contender in contenders {
        for (task, expected) in expected {
            if !contender.does(*task) {
                continue;
            }
            contender.run(*task);
            let found = contender.result();
            assert_eq!(found.len(), expected.len(), "{} {}", contender.name(), task.name());
            for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
                let is_same = (found - expected).abs() < 1e-9 || (found.is_nan() && expected.is_nan());
                assert!(is_same, "{} {}: objective {at} has {found}, not {expected}", contender.name(), task.name());
            }
        }
    }
}

fn size(n: usize, options: &Options, report: &mut Report) {
    eprintln!("{n} key results: making the input");
    let input = Input::new(n);
    let folder = std::env::temp_dir().join(format!("okrkit-peers-{}", std::process::id()));
    input.write(&folder);
    let mut core = core::Core::new(&input, &folder);
    let expected: Vec<(Task, Vec<f64>)> = Task::ALL
        .into_iter()
        .map(|task| {
            core.run(task);
            (task, core.result())
        })
        .collect();
    let mut contenders = contenders(&input, &folder, options);
    eprintln!("{n} key results: checking that all give the same");
    check(&mut contenders, &expected);
    let facts = core.facts(&input);
    contenders.insert(0, Box::new(core));
    let mut times: Vec<[Vec<f64>; 2]> = contenders.iter().map(|_| [Vec::new(), Vec::new()]).collect();
    let mut sums = Vec::new();
    for round in 1..=options.rounds {
        eprintln!("{n} key results: round {round} of {}", options.rounds);
        for (task_at, task) in Task::ALL.into_iter().enumerate() {
            sums.push(timed(|| std::hint::black_box(input.sum())).1 as f64 / n as f64);
            for (contender, times) in contenders.iter_mut().zip(&mut times) {
                if contender.does(task) {
                    times[task_at].push(contender.run(task) as f64 / n as f64);
                }
            }
        }
    }
    report.sum_columns = median(&mut sums);
    report.facts = facts;
    report.largest = n;
    for (contender, mut times) in contenders.iter().zip(times) {
        let [scores, tree] = [0, 1].map(|task| (!times[task].is_empty()).then(|| median(&mut times[task])));
        report.rows.push(Row {
            name: contender.name().to_owned(),
            is_okrkit: contender.is_okrkit(),
            n,
            scores,
            tree,
        });
    }
    drop(contenders);
    std::fs::remove_dir_all(folder).expect("the folder of the input");
}

fn main() {
    let options = options();
    let mut report = Report::default();
    for n in &options.sizes {
        size(*n, &options, &mut report);
    }
    if options.json {
        println!("{}", report.json());
    } else {
        print!("{}", report.markdown());
    }
    if let Some(out) = &options.out {
        std::fs::write(out.join("RESULTS.md"), report.markdown()).expect("the table");
        std::fs::write(out.join("scores.svg"), plot::svg(&report.rows)).expect("the plot");
    }
}
