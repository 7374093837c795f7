//! Work whose instructions are counted: times on a shared machine say little about a few per cent, instructions do.
//!
//! `instructions WORK TIMES` does one kind of work so often; `cargo xtask instructions` runs it under callgrind at two lengths and
//! takes the difference, so that what comes before and after does not count.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "this is a program for the command line, and one that cannot run should stop"
)]

mod plans;

use std::hint::black_box;

use okrkit::trend::TrendDays;
use okrkit::{Cadence, CheckIn, Date, Edit, Live, Plan, Profile};
use okrkit_testing::generate::AS_OF;

const KEY_RESULTS: u64 = 2000;

fn main() {
    // What cargo and its tests pass on begins with a dash.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let (work, times) = match arguments.as_slice() {
        [work, times] => (Some(work.as_str()), times.parse().expect("how many times")),
        // As cargo runs benches: everything once.
        _ => (None, 1),
    };
    let text = plans::text(KEY_RESULTS);
    let plan = okrkit::read(&text).expect("a valid plan");
    let as_of: Date = AS_OF.parse().expect("a day");
    let (default, children) = (Profile::named("default").expect("named"), Profile::named("workfront").expect("named"));
    let mut n_done = 0;
    let mut run = |name: &str, what: &mut dyn FnMut(usize)| {
        if work.is_none_or(|work| work == name) {
            n_done += 1;
            (0..times).for_each(what);
        }
    };
    run("read", &mut |_| drop(black_box(okrkit::read(&text))));
    run("evaluate", &mut |_| drop(black_box(okrkit::evaluate(&plan, &default, as_of))));
    run("evaluate_children", &mut |_| drop(black_box(okrkit::evaluate(&plan, &children, as_of))));
    run("scores", &mut |_| drop(black_box(okrkit::scores(&plan, &default, as_of))));
    let ten = TrendDays::new(as_of.add_days(-9).expect("a day"), as_of, Cadence::Day);
    run("trend_of_ten_days", &mut |_| drop(black_box(okrkit::trend(&plan, &default, ten))));
    let mut live = Live::new(plan.clone(), children.clone(), as_of);
    let ids = ids(&plan);
    run("check_in", &mut |nth| {
        for at in 0..100 {
            let check_in = CheckIn::of_value(as_of, f64::from(u32::try_from(at + nth).expect("a small number")));
            let key_result = ids.get((at * 7 + nth) % ids.len()).cloned().expect("a key result");
            live.apply([Edit::CheckIn { key_result, check_in }]).expect("a valid check-in");
        }
    });
    assert!(n_done > 0, "no such work");
    println!("{n_done} kinds of work, {times} times");
}

/// The key results that take a value.
fn ids(plan: &Plan) -> Vec<String> {
    let metrics = plan
        .key_results()
        .filter(|(_, key_result)| key_result.measure.kind() == okrkit::MeasureKind::Metric);
    metrics.map(|(_, key_result)| key_result.id.clone()).collect()
}
