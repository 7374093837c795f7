//! How scoring a stream of batches grows with rows and threads: each size in a process of its own, for its peak of memory.

use std::num::NonZeroUsize;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use cpu_time::ProcessTime;
use okrkit::{Date, Profile};
use okrkit_arrow::Scoring;

use crate::input::{Input, PER_OBJECTIVE};
use crate::timed;

/// As many rows as a reader of files hands over at a time.
const BATCH: usize = 65_536;

/// A batch of a stream whose rows stand in no order: ids and figures follow from the number of the row.
fn batch(first: usize, n: usize, of: usize) -> RecordBatch {
    // A step that shares no factor with the number of rows visits each once; 15,485,863 is a prime.
    let rows: Vec<usize> = (first..first + n).map(|at| at * 15_485_863 % of).collect();
    let column = |figure: &dyn Fn(usize) -> f64| Arc::new(rows.iter().map(|at| Some(figure(*at))).collect::<Float64Array>()) as ArrayRef;
    let ids: StringArray = rows.iter().map(|at| Some(Input::id(at / PER_OBJECTIVE))).collect();
    RecordBatch::try_from_iter([
        ("objective_id", Arc::new(ids) as ArrayRef),
        ("start", column(&|at| (at % 7) as f64)),
        ("target", column(&|at| (at % 7 + 10 + at % 90) as f64)),
        ("reading", column(&|at| (at % 120) as f64)),
        ("weight", column(&|at| (at % 5 + 1) as f64 / 2.0)),
    ])
    .expect("a batch")
}

/// Scores so many rows on so many threads: prints seconds, seconds of all processors, peak megabytes, objectives.
pub(crate) fn one(n: usize, threads: usize) {
    let profile = Profile::named("default").expect("a named profile");
    let threads = NonZeroUsize::new(threads).expect("a thread");
    let mut scoring = Scoring::new(&profile, Date::new(2026, 2, 14).expect("a day")).scores_only().on_threads(threads);
    let (mut nanoseconds, mut work) = (0, Duration::ZERO);
    for first in (0..n).step_by(BATCH) {
        let batch = batch(first, BATCH.min(n - first), n);
        let begin = ProcessTime::now();
        nanoseconds += timed(|| scoring.push(&batch).expect("rows without problems")).1;
        work += begin.elapsed();
    }
    let begin = ProcessTime::now();
    let (scored, last) = timed(|| scoring.finish().expect("scores"));
    (nanoseconds, work) = (nanoseconds + last, work + begin.elapsed());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    let megabytes = peak.unwrap_or(f64::NAN) / 1024.0;
    println!(
        "{} {} {megabytes} {}",
        nanoseconds as f64 / 1e9,
        work.as_secs_f64(),
        scored.objectives.num_rows()
    );
}

/// The table: from 10⁴ to 10⁷ key results, on one thread and on two.
pub(crate) fn all() {
    let this = std::env::current_exe().expect("this program");
    println!("| key results | objectives | 1 thread, s | 2 threads, s | processor s, 1 thread | processor s, 2 threads | ns a key result | peak memory, MB |");
    println!("|{}", "--:|".repeat(8));
    for n in [10_000_usize, 100_000, 1_000_000, 10_000_000] {
        let rounds = if n < 10_000_000 { 5 } else { 1 };
        let mut found: Vec<[Vec<f64>; 4]> = vec![Default::default(), Default::default()];
        for _ in 0..rounds {
            for (threads, found) in [1, 2].iter().zip(&mut found) {
                let told = Command::new(&this)
                    .args(["--scale-of", &n.to_string(), &threads.to_string()])
                    .output()
                    .expect("a process of its own");
                let told = String::from_utf8_lossy(&told.stdout).into_owned();
                for (figure, found) in told.split_whitespace().zip(found) {
                    found.push(figure.parse().expect("a figure"));
                }
            }
        }
        let [mut one, mut two] = <[[Vec<f64>; 4]; 2]>::try_from(found).expect("two");
        let [seconds, work, peak, objectives] = [0, 1, 2, 3].map(|at| crate::median(&mut one[at]));
        let [on_two, work_on_two] = [0, 1].map(|at| crate::median(&mut two[at]));
        let each = work * 1e9 / n as f64;
        println!("| {n} | {objectives} | {seconds:.3} | {on_two:.3} | {work:.3} | {work_on_two:.3} | {each:.0} | {peak:.0} |");
    }
}
