//! Writes the JSON Schemas of the documents and the verbs into a folder, or with `--check` says which of the files there are out of date.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the command line")]

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use okrkit::call::verbs_schema;
use okrkit::document::{plan_schema, profile_schema};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let check = arguments
        .iter()
        .position(|argument| argument == "--check")
        .map(|at| arguments.remove(at))
        .is_some();
    let [folder] = arguments.as_slice() else {
        eprintln!("usage: schema [--check] FOLDER");
        return ExitCode::FAILURE;
    };
    let folder = PathBuf::from(folder);
    let mut wrong = 0;
    let schemas = [
        ("plan-1.json", plan_schema()),
        ("profile-1.json", profile_schema()),
        ("verbs-1.json", verbs_schema()),
    ];
    for (name, schema) in schemas {
        let file = folder.join(name);
        let text = match serde_json::to_string_pretty(&schema) {
            Ok(text) => text + "\n",
            Err(error) => {
                eprintln!("{name}: {error}");
                return ExitCode::FAILURE;
            }
        };
        if check {
            if fs::read_to_string(&file).is_ok_and(|found| found == text) {
                println!("{} is up to date", file.display());
            } else {
                println!("{} is missing or out of date: run `cargo xtask schema`", file.display());
                wrong += 1;
            }
        } else if let Err(error) = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, text)) {
            eprintln!("{}: {error}", file.display());
            wrong += 1;
        } else {
            println!("wrote {}", file.display());
        }
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
