//! Runs files of conformance cases: a line for each case that fails, then `N passed, N failed`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the command line")]

use std::env;
use std::fs;
use std::process::ExitCode;

use okrkit_testing::conformance::{Failure, Report, run};

fn main() -> ExitCode {
    let files: Vec<_> = env::args_os().skip(1).collect();
    if files.is_empty() {
        eprintln!("no file to run");
    }
    let (mut passed, mut failed) = (0, 0);
    for file in files {
        let file = file.to_string_lossy();
        let report = fs::read_to_string(&*file).map_or_else(
            |error| Report {
                passed: 0,
                failures: vec![Failure {
                    name: "the file".to_owned(),
                    why: error.to_string(),
                }],
            },
            |text| run(&text),
        );
        for failure in &report.failures {
            println!("FAILED {file}: {}: {}", failure.name, failure.why);
        }
        passed += report.passed;
        failed += report.failures.len();
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
