//! Lists the lint rules, an id a line. With a file it writes what they are about there, or with `--check` says whether the file is
//! up to date.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the command line")]

use std::env;
use std::fmt::Write;
use std::fs;
use std::process::ExitCode;

use okrkit::lint::{Rule, rules};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => {
            for rule in rules() {
                println!("{}", rule.id);
            }
            ExitCode::SUCCESS
        }
        ["--check", file] if !file.starts_with("--") => {
            if fs::read_to_string(file).is_ok_and(|found| found == page()) {
                println!("{file} is up to date");
                return ExitCode::SUCCESS;
            }
            println!("{file} is missing or out of date: run `cargo xtask rules --docs`");
            ExitCode::FAILURE
        }
        [file] if !file.starts_with("--") => match fs::write(file, page()) {
            Ok(()) => {
                println!("wrote {file}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{file}: {error}");
                ExitCode::FAILURE
            }
        },
        _ => {
            eprintln!("usage: rules [[--check] FILE]");
            ExitCode::FAILURE
        }
    }
}

/// Every rule, family by family.
fn page() -> String {
    let mut out = String::from(HEAD);
    let mut family = "";
    for rule in rules() {
        let of = rule.id.split('.').next().unwrap_or_default();
        if of != family {
            family = of;
            let _ = write!(out, "\n## {family}\n");
        }
        out.push_str(&section(rule));
    }
    out
}

fn section(rule: &Rule) -> String {
    let Rule {
        id,
        level,
        why,
        fix,
        bad,
        good,
        ..
    } = rule;
    let source = rule.source.map_or_else(String::new, |source| format!(" ({source})"));
    format!("\n### `{id}`\n\n*{level}.* {why}{source}\n\nTo mend it: {fix}.\n\nBad:\n\n```json\n{bad}\n```\n\nGood:\n\n```json\n{good}\n```\n")
}

const HEAD: &str = "\
# Lint rules

What `lint` looks for in a plan. This page is made by `cargo xtask rules --docs` from the table in `src/lint`; change it there.

The level stands before the reason. A plan sets another one in `lint.levels`, and accepts single findings in `lint.ignore`, each with
the reason:

```json
{\"lint\": {\"levels\": {\"wording.output\": \"off\"},
 \"ignore\": [{\"rule\": \"ownership.overload\", \"node\": \"revenue\", \"reason\": \"until the new colleague is here\"}]}}
```

Limits are fields of `LintPolicy`. The examples are changes of `docs/lint-plan.json`, a plan in which nothing is found as of
2026-02-20: JSON pointer → new value, `null` to take a value away, and `as_of` where another day is meant. Each bad one raises its
rule and no other, each good one none; a test holds that.
";
