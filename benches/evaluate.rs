//! Scoring plans of very different size: the time for one key result should not depend on how many there are.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]

mod plans;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use okrkit::{Date, Profile};
use okrkit_testing::generate::AS_OF;

fn evaluate(c: &mut Criterion) {
    let as_of: Date = AS_OF.parse().expect("a day");
    // The second profile rolls children up too, so the links count.
    for name in ["default", "workfront"] {
        let profile = Profile::named(name).expect("a named profile");
        let mut group = c.benchmark_group(format!("evaluate/{name}"));
        group.sample_size(20);
        for size in [1, 100, 10_000, 100_000] {
            let plan = okrkit::read(&plans::text(size)).expect("a valid plan");
            group.throughput(Throughput::Elements(size));
            group.bench_with_input(BenchmarkId::from_parameter(size), &plan, |b, plan| {
                b.iter(|| okrkit::evaluate(black_box(plan), &profile, as_of));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, evaluate);
criterion_main!(benches);
