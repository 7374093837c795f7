//! How the time of reading, evaluating and looking for findings grows with the size of each thing a plan has many of.
//!
//! Each shape is made at two sizes, one four times the other. What is linear takes about four times as long; a ratio near
//! sixteen is quadratic. `cargo bench -p okrkit-benches --bench scale [-- SHAPE]`
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "the table is what it is run for, and a bench that cannot run should stop"
)]

use std::time::{Duration, Instant};

use okrkit::{Date, Profile};

/// Items joined by commas.
fn list(n: usize, item: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for at in 0..n {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&item(at));
    }
    out
}

const CYCLE: &str = r#""cycles":[{"id":"c","starts":"2026-01-01","ends":"2026-12-31","check_in_every":"week"}]"#;

fn plan(rest: &str) -> String {
    format!(r#"{{"okrkit":1,"id":"p",{rest}}}"#)
}

fn with_objectives(objectives: &str, more: &str) -> String {
    plan(&format!(r#"{CYCLE},"objectives":[{objectives}]{more}"#))
}

fn objective(id: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","title":"t","cycle":"c"{more}}}"#)
}

fn key_result(id: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","title":"t","measure":{{"kind":"metric","start":0,"target":10}}{more}}}"#)
}

fn of_key_result(measure: &str, more: &str) -> String {
    let key_result = format!(r#"{{"id":"k","title":"t","measure":{measure}{more}}}"#);
    with_objectives(&objective("o", &format!(r#","key_results":[{key_result}]"#)), "")
}

fn day(at: usize) -> String {
    format!("2026-{:02}-{:02}", at / 28 % 12 + 1, at % 28 + 1)
}

fn objectives(n: usize) -> String {
    list(n, |at| objective(&format!("o{at}"), ""))
}

fn links(ends: &[(usize, usize)]) -> String {
    let links = list(ends.len(), |at| {
        ends.get(at)
            .map_or_else(String::new, |(child, parent)| format!(r#"{{"child":"o{child}","parent":"o{parent}"}}"#))
    });
    format!(r#","links":[{links}]"#)
}

fn linked(n: usize, ends: &[(usize, usize)]) -> String {
    with_objectives(&objectives(n), &links(ends))
}

const STEPS: &str = r#""measure":{"steps":[{"id":"s","title":"s"}]}"#;

fn amendments(n: usize, set: impl Fn(usize) -> String) -> String {
    let amendments = list(n, |at| format!(r#"{{"on":"{}","reason":"r","set":{{{}}}}}"#, day(at), set(at)));
    format!(r#","amendments":[{amendments}]"#)
}

fn milestones(n: usize) -> String {
    let steps = list(n, |at| format!(r#"{{"id":"s{at}","title":"s"}}"#));
    format!(r#"{{"kind":"milestones","steps":[{steps}]}}"#)
}

type Shape = (&'static str, usize, fn(usize) -> String);

/// Name, the smaller size, and the plan of a size.
const SHAPES: &[Shape] = &[
    ("key results of an objective", 20_000, |n| {
        with_objectives(
            &objective("o", &format!(r#","key_results":[{}]"#, list(n, |at| key_result(&format!("k{at}"), "")))),
            "",
        )
    }),
    ("check-ins of a key result", 20_000, |n| {
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","value":1}}"#, day(at)));
        of_key_result(r#"{"kind":"metric","start":0,"target":10}"#, &format!(r#","check_ins":[{check_ins}]"#))
    }),
    ("amendments of a key result", 5_000, |n| {
        of_key_result(
            r#"{"kind":"metric","start":0,"target":10}"#,
            &amendments(n, |at| format!(r#""measure":{{"target":{}}}"#, at + 1)),
        )
    }),
    ("amendments and check-ins", 2_500, |n| {
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","value":1}}"#, day(at)));
        let amendments = amendments(n, |at| format!(r#""measure":{{"target":{}}}"#, at + 1));
        of_key_result(
            r#"{"kind":"metric","start":0,"target":10}"#,
            &format!(r#","check_ins":[{check_ins}]{amendments}"#),
        )
    }),
    ("amendments of steps, and steps", 2_500, |n| {
        of_key_result(&milestones(n), &amendments(n, |_| STEPS.to_owned()))
    }),
    ("amendments of a long table of bands", 2_500, |n| {
        let points = list(n, |at| format!("[{at},0.5]"));
        of_key_result(
            &format!(r#"{{"kind":"bands","points":[{points}]}}"#),
            &amendments(n, |_| r#""measure":{"between":"step"}"#.to_owned()),
        )
    }),
    ("amendments of shares in an objective", 2_500, |n| {
        let amended = list(n, |at| {
            key_result(
                &format!("k{at}"),
                &amendments(1, |_| r#""share":0.0001"#.to_owned()).replace("2026-01-01", &day(at)),
            )
        });
        with_objectives(&objective("o", &format!(r#","key_results":[{amended}]"#)), "")
    }),
    ("steps done", 2_500, |n| {
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","steps_done":["s{at}"]}}"#, day(at)));
        of_key_result(&milestones(n), &format!(r#","check_ins":[{check_ins}]"#))
    }),
    ("unknown steps", 1_000, |n| {
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","steps_done":["x{at}"]}}"#, day(at)));
        of_key_result(&milestones(n), &format!(r#","check_ins":[{check_ins}]"#))
    }),
    ("teams in a chain, each with an objective", 2_500, |n| {
        let teams = list(n, |at| match at {
            0 => r#"{"id":"t0","title":"t"}"#.to_owned(),
            at => format!(r#"{{"id":"t{at}","title":"t","parent":"t{}"}}"#, at - 1),
        });
        let objectives = list(n, |at| objective(&format!("o{at}"), &format!(r#","team":"t{at}""#)));
        let ends: Vec<(usize, usize)> = (1..n).map(|at| (at, at - 1)).collect();
        with_objectives(&objectives, &format!(r#","teams":[{teams}]{}"#, links(&ends)))
    }),
    ("cycles in a chain", 20_000, |n| {
        let cycles = list(n, |at| match at {
            0 => r#"{"id":"c0","starts":"2026-01-01","ends":"2026-12-31"}"#.to_owned(),
            at => format!(r#"{{"id":"c{at}","starts":"2026-01-01","ends":"2026-12-31","parent":"c{}"}}"#, at - 1),
        });
        plan(&format!(r#""cycles":[{cycles}],"objectives":[]"#))
    }),
    ("cycles in a circle", 20_000, |n| {
        let cycles = list(n, |at| {
            format!(r#"{{"id":"c{at}","starts":"2026-01-01","ends":"2026-12-31","parent":"c{}"}}"#, (at + 1) % n)
        });
        plan(&format!(r#""cycles":[{cycles}],"objectives":[]"#))
    }),
    ("links in a chain", 10_000, |n| linked(n, &(1..n).map(|at| (at, at - 1)).collect::<Vec<_>>())),
    ("links in a circle", 5_000, |n| {
        linked(n, &(0..n).map(|at| (at, (at + 1) % n)).collect::<Vec<_>>())
    }),
    ("links in many circles", 10_000, |n| {
        linked(n, &(0..n).map(|at| (at, at ^ 1)).collect::<Vec<_>>())
    }),
    ("a circle with back links along it", 2_500, |n| {
        linked(n, &(0..n).map(|at| (at, (at + 1) % n)).chain((2..n).map(|at| (at, at / 2))).collect::<Vec<_>>())
    }),
    ("links in a star", 10_000, |n| linked(n, &(1..n).map(|at| (at, 0)).collect::<Vec<_>>())),
    ("children of a key result with amendments", 1_000, |n| {
        let amendments = amendments(n, |at| format!(r#""measure":{{"target":{}}}"#, at + 1));
        let sum = format!(r#"{{"id":"sum","title":"t","measure":{{"kind":"children","roll_up":"sum","start":0,"target":9}}{amendments}}}"#);
        let below = list(n, |at| key_result(&format!("k{at}"), ""));
        let links = list(n, |at| format!(r#"{{"child":"k{at}","parent":"sum"}}"#));
        let objectives = [
            objective("top", &format!(r#","key_results":[{sum}]"#)),
            objective("o", &format!(r#","key_results":[{below}]"#)),
        ]
        .join(",");
        with_objectives(&objectives, &format!(r#","links":[{links}]"#))
    }),
    ("a ladder of links, two rungs up", 100, |n| {
        linked(n, &(2..n).flat_map(|at| [(at, at - 1), (at, at - 2)]).collect::<Vec<_>>())
    }),
    ("a ladder of links, ten abreast", 100, |n| {
        linked(
            n,
            &(10..n).flat_map(|at| (0..10).map(move |to| (at, (at / 10 - 1) * 10 + to))).collect::<Vec<_>>(),
        )
    }),
    ("every node linked to all above", 30, |n| {
        linked(n, &(1..n).flat_map(|at| (0..at).map(move |to| (at, to))).collect::<Vec<_>>())
    }),
    ("two long ways up from many", 300, |n| {
        let left = (2..n)
            .map(|at| (at, if at % 2 == 0 { at.saturating_sub(2) } else { at - 2 }))
            .map(|(at, to)| (at, if to == 1 { 0 } else { to }));
        linked(2 * n, &left.chain((n..2 * n).flat_map(|at| [(at, n - 1), (at, n - 2)])).collect::<Vec<_>>())
    }),
    ("parents of a child", 2_500, |n| linked(n, &(1..n).map(|at| (0, at)).collect::<Vec<_>>())),
    ("tags, each its own", 2_500, |n| {
        with_objectives(&list(n, |at| objective(&format!("o{at}"), &format!(r#","tags":{{"t{at}":"x"}}"#))), "")
    }),
    ("check-ins, each corrected", 2_500, |n| {
        let check_ins = list(n, |at| {
            format!(r#"{{"on":"{0}","value":1,"id":"c{at}"}},{{"on":"{0}","value":2,"replaces":"c{at}"}}"#, day(at))
        });
        of_key_result(r#"{"kind":"metric","start":0,"target":10}"#, &format!(r#","check_ins":[{check_ins}]"#))
    }),
    ("closed and taken up again between check-ins", 2_500, |n| {
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","value":1}}"#, day(at)));
        let stages = list(n, |at| {
            format!(r#"{{"on":"{}","stage":"{}"}}"#, day(at), if at % 2 == 0 { "closed" } else { "active" })
        });
        of_key_result(
            r#"{"kind":"metric","start":0,"target":10}"#,
            &format!(r#","check_ins":[{check_ins}],"stages":[{stages}]"#),
        )
    }),
    ("parts, and check-ins of each", 500, |n| {
        let parts = list(n, |at| format!(r#""p{at}":{{"kind":"metric","start":0,"target":10}}"#));
        let check_ins = list(n, |at| format!(r#"{{"on":"{}","parts":{{"p{at}":{{"value":1}}}}}}"#, day(at)));
        of_key_result(
            &format!(r#"{{"kind":"composite","combine":"mean","parts":{{{parts}}}}}"#),
            &format!(r#","check_ins":[{check_ins}]"#),
        )
    }),
    ("owners of an objective", 20_000, |n| {
        with_objectives(
            &objective("o", &format!(r#","owners":[{}]"#, list(n, |at| format!(r#"{{"who":"w{at}"}}"#)))),
            "",
        )
    }),
    ("stages of an objective", 5_000, |n| {
        let stages = list(n, |at| format!(r#"{{"on":"{}","stage":"active"}}"#, day(at)));
        with_objectives(&objective("o", &format!(r#","stages":[{stages}]"#)), "")
    }),
    ("unknown references", 2_500, |n| {
        let links = list(n, |at| format!(r#"{{"child":"o{at}","parent":"p{at}"}}"#));
        with_objectives(&objectives(n), &format!(r#","links":[{links}]"#))
    }),
    ("broken weights, and key results", 2_500, |n| {
        let key_results = list(n, |at| key_result(&format!("k{at}"), r#","weight":"x""#));
        with_objectives(&objective("o", &format!(r#","key_results":[{key_results}]"#)), "")
    }),
    ("unknown fields", 10_000, |n| {
        with_objectives(&list(n, |at| objective(&format!("o{at}"), r#","tem":"x""#)), "")
    }),
    ("duplicate ids", 10_000, |n| with_objectives(&list(n, |_| objective("o", "")), "")),
];

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "time is what is measured")]
    let begin = Instant::now();
    let out = work();
    (out, begin.elapsed())
}

/// How long it takes to read, evaluate, write the scorecard and look for findings, and how many bytes of issues or findings came out.
fn measure(text: &str) -> ([Duration; 4], usize) {
    let profile = Profile::named("workfront").expect("a profile okrkit brings");
    let (plan, read) = timed(|| okrkit::read(text));
    let told = |issue: &okrkit::Issue| issue.message.len() + issue.nodes.iter().map(String::len).sum::<usize>();
    match plan {
        Err(issues) => ([read, Duration::ZERO, Duration::ZERO, Duration::ZERO], issues.iter().map(told).sum()),
        Ok(plan) => {
            let Ok(on) = "2026-07-01".parse::<Date>() else {
                return ([read, Duration::ZERO, Duration::ZERO, Duration::ZERO], 0);
            };
            let (card, evaluate) = timed(|| okrkit::evaluate(&plan, &profile, on));
            let (_, write) = timed(|| card.to_json().len());
            let (found, findings) = timed(|| card.findings());
            ([read, evaluate, write, findings], found.iter().map(told).sum())
        }
    }
}

fn main() {
    let only = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    println!(
        "{:45} {:>8} {:>30} {:>30} {:>12}",
        "shape", "n", "ms at n: read eval write find", "ms at 4n", "told bytes"
    );
    for (name, n, make) in SHAPES.iter().filter(|(name, ..)| only.as_ref().is_none_or(|only| name.contains(only.as_str()))) {
        let rows: Vec<_> = [*n, 4 * n].into_iter().map(|n| measure(&make(n))).collect();
        let shown = |times: &[Duration; 4]| {
            times
                .iter()
                .map(|time| format!("{:>6.1}", time.as_secs_f64() * 1e3))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let [(small, few), (large, many)] = rows.as_slice() else { continue };
        println!("{name:45} {n:>8} {:>30} {:>30} {few:>9} {many:>9}", shown(small), shown(large));
    }
}
