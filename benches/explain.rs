//! Saying why a number is what it is, for one node of a plan, in data and in words.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]

mod plans;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use okrkit::{Date, Figure, Language, Profile, Subject};
use okrkit_testing::generate::AS_OF;

fn explain(c: &mut Criterion) {
    let as_of: Date = AS_OF.parse().expect("a day");
    let profile = Profile::named("default").expect("a named profile");
    let mut group = c.benchmark_group("explain");
    // The same two nodes in plans of different size: one explanation should not look at the rest of the plan.
    for size in [100, 10_000] {
        let plan = okrkit::read(&plans::text(size)).expect("a valid plan");
        let card = okrkit::evaluate(&plan, &profile, as_of);
        for id in ["o9", "o9k1"] {
            let subject = Subject::from(id);
            group.bench_function(BenchmarkId::new(format!("the score of {id}"), size), |b| {
                b.iter(|| okrkit::explain(black_box(&card), &subject, Figure::Score).expect("a node"));
            });
            group.bench_function(BenchmarkId::new(format!("the status of {id} in words"), size), |b| {
                b.iter(|| {
                    okrkit::explain(black_box(&card), &subject, Figure::Status)
                        .expect("a node")
                        .to_text(Language::Arabic)
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, explain);
criterion_main!(benches);
