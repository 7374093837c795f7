//! The figures that the core is held to, each beside what bounds it: medians of runs that take turns, so that noise falls on all.
//!
//! `cargo bench -p okrkit-benches --bench speed [-- KEY_RESULTS] [WHAT]`; a million unless another number is given. WHAT is one of
//! `scores`, `read`, `check_in`, `trend` and `growth`; without it all are measured.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "the table is what it is run for, and a bench that cannot run should stop"
)]

mod plans;

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use okrkit::trend::TrendDays;
use okrkit::{Cadence, CheckIn, Date, Edit, Live, Plan, Profile};
use okrkit_testing::generate::AS_OF;

const PER_OBJECTIVE: usize = 4;
const RUNS: usize = 7;
const BATCH: usize = 1000;

fn main() {
    let is_test = std::env::args().any(|arg| arg == "--test");
    let n = std::env::args()
        .skip(1)
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(if is_test { 400 } else { 1_000_000 });
    let only = std::env::args().skip(1).find(|arg| !arg.starts_with('-') && arg.parse::<usize>().is_err());
    let as_of = Date::new(2026, 2, 20).expect("a day");
    let works: [(&str, &dyn Fn()); 5] = [
        ("scores", &|| scoring(n, as_of)),
        ("read", &|| reading(n)),
        ("check_in", &|| checking_in(n / PER_OBJECTIVE, as_of)),
        ("trend", &|| trending(n)),
        ("growth", &|| growing(n)),
    ];
    for (_, work) in works.iter().filter(|(name, _)| only.as_ref().is_none_or(|only| only == name)) {
        work();
    }
}

fn scoring(n: usize, as_of: Date) {
    let profile = Profile::named("default").expect("a named profile");
    let objectives = n / PER_OBJECTIVE;
    let text = plain_text(objectives, false);
    let before = resident();
    let plan = okrkit::read(&text).expect("a valid plan");
    // A plan keeps the text of its objectives, and makes values of it when they are asked for.
    let (whole, own_text) = (resident() - before, plan.text_kept());
    println!(
        "{} key results in {objectives} objectives, {:.0} MB of text\nmemory of the plan: {} bytes a key result beside its text, which takes {}",
        plan.n_key_results(),
        text.len() as f64 / 1e6,
        (whole - own_text) / n,
        own_text / n,
    );
    drop(text);

    let columns = Columns::of(&plan);
    let (mut sum, mut scores, mut again, mut card) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut room = okrkit::scores(&plan, &profile, as_of);
    for _ in 0..RUNS {
        sum.push(timed(|| columns.sum()));
        scores.push(timed(|| okrkit::scores(&plan, &profile, as_of)));
        again.push(timed(|| room.compute(&plan, &profile, as_of)));
        card.push(timed(|| okrkit::evaluate(&plan, &profile, as_of)));
    }
    row("the same columns, summed once", per(median(&mut sum), n), "ns a key result");
    row("scores", per(median(&mut scores), n), "ns a key result");
    row("scores, in the room of earlier ones", per(median(&mut again), n), "ns a key result");
    row("full scorecard", per(median(&mut card), n), "ns a key result");
}

fn checking_in(objectives: usize, as_of: Date) {
    let plan = okrkit::read(&plain_text(objectives, true)).expect("a valid plan");
    let check_in = |nth: usize| Edit::CheckIn {
        key_result: format!("o{}k1", objectives - 1 - nth * 7919 % (objectives / 2)),
        check_in: CheckIn::of_value(Date::new(2026, 2, 19).expect("a day"), (nth % 50) as f64),
    };
    let mut apply: Vec<Duration> = (0..RUNS)
        .map(|run| {
            timed(|| {
                for nth in 0..BATCH {
                    black_box(plan.apply([check_in(run * BATCH + nth)]).expect("a valid check-in"));
                }
            })
        })
        .collect();
    row("a check-in to a new plan", per(median(&mut apply), BATCH) / 1e3, "µs");
    // A profile that rolls children up, so that a check-in moves five objectives.
    let mut live = Live::new(plan, Profile::named("workfront").expect("a named profile"), as_of);
    let n_changed = live.apply([check_in(1)]).expect("a valid check-in").nodes.len();
    let mut check_ins: Vec<Duration> = (0..RUNS)
        .map(|run| {
            let edits: Vec<Edit> = (0..BATCH).map(|nth| check_in(run * BATCH + nth + 2)).collect();
            timed(|| {
                for edit in edits {
                    black_box(live.apply([edit]).expect("a valid check-in"));
                }
            })
        })
        .collect();
    row("a check-in to new figures of what is above", per(median(&mut check_ins), BATCH) / 1e3, "µs");
    println!("  ({n_changed} nodes changed)");
}

fn reading(n: usize) {
    let text = plans::text(n.min(20_000) as u64);
    let (mut ours, mut derived) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(timed(|| okrkit::read(&text).expect("a valid plan")));
        derived.push(timed(|| serde_json::from_str::<plain::Plan>(&text).expect("a plan")));
    }
    let mb_per_s = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
    row("reading", mb_per_s(median(&mut ours)), "MB/s");
    row("serde_json into derived structs", mb_per_s(median(&mut derived)), "MB/s");

    // Metrics with one check-in each: of their objectives a plan keeps the text.
    let (profile, as_of) = (Profile::named("default").expect("a named profile"), Date::new(2026, 2, 20).expect("a day"));
    for n in [10_000, n] {
        let text = plain_text(n / PER_OBJECTIVE, false);
        let (mut read, mut evaluated, mut walked) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            read.push(timed(|| okrkit::read(&text).expect("a valid plan")));
            let plan = okrkit::read(&text).expect("a valid plan");
            evaluated.push(timed(|| okrkit::evaluate(&plan, &profile, as_of)));
            walked.push(timed(|| plan.key_results().filter(|(_, key_result)| key_result.weight == Some(2.0)).count()));
        }
        row(
            &format!("reading {n} metrics"),
            text.len() as f64 / 1e6 / median(&mut read).as_secs_f64(),
            "MB/s",
        );
        row("their first scorecard", per(median(&mut evaluated), n), "ns a key result");
        row("a first look at each of them", per(median(&mut walked), n), "ns a key result");
    }
}

/// Ninety days against one: of a year's plans of all kinds, of which some run, and of one quarter's metrics, which all do.
fn trending(n: usize) {
    let n = n.min(10_000);
    trend_against_one("a trend of ninety days", &plans::text(n as u64), AS_OF.parse().expect("a day"));
    trend_against_one(
        "the same of a quarter",
        &plain_text(n / PER_OBJECTIVE, false),
        Date::new(2026, 3, 31).expect("a day"),
    );
}

fn trend_against_one(name: &str, text: &str, as_of: Date) {
    let plan = okrkit::read(text).expect("a valid plan");
    let profile = Profile::named("default").expect("a named profile");
    let days = TrendDays::new(as_of.add_days(-89).expect("a day"), as_of, Cadence::Day);
    let (mut one, mut ninety) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        one.push(timed(|| okrkit::evaluate(&plan, &profile, as_of)));
        ninety.push(timed(|| okrkit::trend(&plan, &profile, days)));
    }
    let ratio = median(&mut ninety).as_secs_f64() / median(&mut one).as_secs_f64();
    row(name, ratio, "evaluations");
}

/// How the time for one key result grows with their number: the slope of the logarithms is 1 where it is linear.
fn growing(most: usize) {
    let profile = Profile::named("default").expect("a named profile");
    let as_of = Date::new(2026, 2, 20).expect("a day");
    let mut points = Vec::new();
    let mut n = 1000;
    while n <= most {
        let plan = okrkit::read(&plain_text(n / PER_OBJECTIVE, false)).expect("a valid plan");
        let mut card: Vec<Duration> = (0..RUNS).map(|_| timed(|| okrkit::evaluate(&plan, &profile, as_of))).collect();
        let time = median(&mut card);
        row(&format!("full scorecard of {n}"), per(time, n), "ns a key result");
        points.push(((n as f64).ln(), time.as_secs_f64().ln()));
        n *= 10;
    }
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let covariance: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let variance: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    row("slope of time over size, both as logarithms", covariance / variance, "");
}

#[path = "plain.rs"]
mod plain;

/// What a scores path cannot help reading.
struct Columns {
    start: Vec<f64>,
    target: Vec<f64>,
    value: Vec<f64>,
    weight: Vec<f64>,
}

impl Columns {
    fn of(plan: &Plan) -> Self {
        let mut columns = Self {
            start: Vec::new(),
            target: Vec::new(),
            value: Vec::new(),
            weight: Vec::new(),
        };
        for (_, key_result) in plan.key_results() {
            columns.start.push(0.0);
            columns.target.push(key_result.measure.target().unwrap_or_default());
            columns
                .value
                .push(key_result.check_ins.last().and_then(|check_in| check_in.value).unwrap_or_default());
            columns.weight.push(key_result.weight.unwrap_or(1.0));
        }
        columns
    }

    fn sum(&self) -> f64 {
        let mut sums = [0.0; 4];
        let rows = self.start.iter().zip(&self.target).zip(&self.value).zip(&self.weight);
        for (((start, target), value), weight) in rows {
            sums[0] += start;
            sums[1] += target;
            sums[2] += value;
            sums[3] += weight;
        }
        sums.iter().sum()
    }
}

/// Objectives of four metrics with one check-in each; linked, each contributes to one a twelfth of its number, five levels of them.
fn plain_text(objectives: usize, linked: bool) -> String {
    let mut out = String::from(r#"{"okrkit":1,"id":"plain","cycles":[{"id":"q1","starts":"2026-01-01","ends":"2026-03-31"}],"objectives":["#);
    for at in 0..objectives {
        let comma = if at == 0 { "" } else { "," };
        put(
            &mut out,
            format_args!(r#"{comma}{{"id":"o{at}","title":"Objective {at}","cycle":"q1","key_results":["#),
        );
        for nth in 0..PER_OBJECTIVE {
            let comma = if nth == 0 { "" } else { "," };
            put(
                &mut out,
                format_args!(
                    concat!(
                        r#"{}{{"id":"o{}k{}","title":"Key result {}","measure":{{"kind":"metric","start":0,"target":{}}},"weight":{},"#,
                        r#""check_ins":[{{"on":"2026-02-13","value":{},"confidence":0.6}}]}}"#
                    ),
                    comma,
                    at,
                    nth,
                    nth,
                    100 + at % 50,
                    1 + nth % 3,
                    (at * 7 + nth * 13) % 90
                ),
            );
        }
        out.push_str("]}");
    }
    out.push_str(r#"],"links":["#);
    if linked {
        for child in 1..objectives {
            let comma = if child == 1 { "" } else { "," };
            put(&mut out, format_args!(r#"{comma}{{"child":"o{child}","parent":"o{}"}}"#, (child - 1) / 12));
        }
    }
    out.push_str("]}");
    out
}

fn put(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string");
}

fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    // On the processor, since others may be using the machine.
    let start = ThreadTime::now();
    let out = black_box(run());
    let time = start.elapsed();
    drop(out);
    time
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().expect("a run")
}

fn per(time: Duration, n: usize) -> f64 {
    time.as_nanos() as f64 / n as f64
}

fn row(what: &str, figure: f64, unit: &str) {
    println!("{what:<45} {figure:>10.2} {unit}");
}

/// The bytes of memory that are resident.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}
