//! Every check, in order. A step that fails does not keep the others from running.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{self, cargo, names_in, root, succeeds};
use crate::tally::Tally;
use crate::{dashboard, datafusion, generated, instructions, python, single, wasm};

/// A step: what it is called, and what it does. It adds to the tally what it counts itself, such as tests.
type Step = (&'static str, fn(&mut Tally) -> bool);

const STEPS: &[Step] = &[
    ("format", |_| format()),
    ("clippy", |_| {
        succeeds(cargo("clippy").args([
            "--locked",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--keep-going",
            "--",
            "-D",
            "warnings",
        ]))
    }),
    ("tests", |tally| run::tests(&[], tally)),
    ("conformance", run::vectors),
    ("python", |tally| python::tests(&[], tally)),
    ("python packages", python::packages),
    ("javascript", wasm::test),
    ("dashboard", dashboard::test),
    ("documentation", |_| {
        succeeds(
            cargo("doc")
                .args(["--locked", "--workspace", "--no-deps", "--all-features", "--keep-going"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    }),
    ("examples", |_| examples()),
    ("datafusion", datafusion::test),
    ("benches, once", |_| {
        let core = succeeds(cargo("bench").args(["--locked", "--package", "okrkit-benches", "--profile", "dev", "--", "--test"]));
        dashboard::bench(&[]) && core
    }),
    ("instructions", instructions::check),
    ("generated files", |_| generated()),
    ("one version of each dependency", |_| single::versions()),
    // Last: what it fetches is large.
    ("spark", python::spark),
];

/// Runs the steps, says how each went, and ends with the sum of steps, tests and cases.
pub(crate) fn ci() -> bool {
    let mut tally = Tally::default();
    let mut results = Vec::new();
    for (at, (name, step)) in STEPS.iter().enumerate() {
        println!("\n== {}/{} {name} ==", at + 1, STEPS.len());
        let good = step(&mut tally);
        tally.count(good);
        results.push((name, good));
    }
    println!("\n== summary ==");
    for (name, good) in results {
        println!("{} {name}", if good { "ok    " } else { "FAILED" });
    }
    println!("{tally}");
    tally.failed == 0
}

fn format() -> bool {
    let workspace = succeeds(cargo("fmt").args(["--all", "--", "--check"]));
    // A workspace of its own, so `--all` does not see it.
    let fuzz = succeeds(cargo("fmt").args(["--manifest-path", "crates/okrkit/fuzz/Cargo.toml", "--", "--check"]));
    let datafusion = datafusion::is_formatted();
    workspace && fuzz && datafusion
}

/// Runs each example once, and those that know `--json` once more with it.
fn examples() -> bool {
    let folder = root().join("examples");
    let mut names = names_in(&folder);
    names.retain(|name| folder.join(name).join("main.rs").is_file());
    names.sort();
    let mut good = !names.is_empty();
    for name in names {
        good &= says_something(&name, &[]);
        if knows_json(&folder.join(&name)) {
            good &= says_something(&name, &["--json"]);
        }
    }
    good
}

/// Whether the source of an example speaks of `--json`.
fn knows_json(folder: &Path) -> bool {
    names_in(folder)
        .iter()
        .any(|file| fs::read_to_string(folder.join(file)).is_ok_and(|source| source.contains("--json")))
}

/// Runs an example. With `--json` what it says should at least begin like JSON.
fn says_something(name: &str, arguments: &[&str]) -> bool {
    let mut command: Command = cargo("run");
    command.args(["--locked", "--quiet", "--example", name, "--"]).args(arguments);
    let (good, said) = match command.output() {
        Err(error) => {
            eprintln!("{error}");
            (false, String::new())
        }
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
        }
    };
    let text = said.trim();
    let good = good && !text.is_empty() && (arguments.is_empty() || text.starts_with(['{', '[']));
    println!(
        "{} {name} {}: {} lines",
        if good { "ok    " } else { "FAILED" },
        arguments.join(" "),
        text.lines().count()
    );
    good
}
