//! Reading a plan with every problem collected, beside parsing the same text into plain derived structs that check nothing.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]

mod plain;
mod plans;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn read(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    group.sample_size(20);
    for size in [100, 10_000] {
        let text = plans::text(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("okrkit", size), &text, |b, text| {
            b.iter(|| okrkit::read(text).expect("a valid plan"));
        });
        group.bench_with_input(BenchmarkId::new("serde_json into plain structs", size), &text, |b, text| {
            b.iter(|| serde_json::from_str::<plain::Plan>(text).expect("a valid plan"));
        });
    }
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
