//! Writes what a fuzzer starts from: a folder of seeds, one for each plan of the conformance cases and a few generated ones, and
//! a dictionary of the words that plans are made of.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the command line")]

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use okrkit_testing::{conformance, generate, law};
use serde_json::Value;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, dictionary] = arguments.as_slice() else {
        eprintln!("usage: seeds FOLDER DICTIONARY");
        return ExitCode::FAILURE;
    };
    match write(Path::new(folder), Path::new(dictionary)) {
        Ok((seeds, words)) => {
            println!("{seeds} seeds in {folder}, {words} words in {dictionary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, dictionary: &Path) -> io::Result<(usize, usize)> {
    fs::create_dir_all(folder)?;
    let mut words = BTreeSet::new();
    let mut seeds = 0;
    for (file, text) in conformance::cases() {
        let suite = conformance::Suite::from_text(text).map_err(|why| io::Error::other(format!("{file}: {why}")))?;
        let stem = file.trim_end_matches(".json");
        for (at, case) in suite.cases.iter().enumerate() {
            collect(&serde_json::from_str(&case.plan).unwrap_or_default(), &mut words);
            fs::write(folder.join(format!("{stem}-{at}")), law::seed(&case.plan))?;
            seeds += 1;
        }
    }
    for seed in 0..8 {
        let config = generate::Config {
            seed,
            objectives: 4,
            key_results_per_objective: 2,
            check_ins_per_key_result: 2,
            links: true,
        };
        fs::write(folder.join(format!("generated-{seed}")), law::seed(&generate::plan(&config)))?;
        seeds += 1;
    }
    let mut entries = String::new();
    for word in &words {
        // In a dictionary of libFuzzer the quotes around a word are its own, and those within are escaped.
        writeln!(entries, "\"\\\"{word}\\\"\"").map_err(io::Error::other)?;
    }
    fs::write(dictionary, entries)?;
    Ok((seeds, words.len()))
}

/// Field names and single words, such as those of enumerations.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    let mut take = |text: &str| {
        if text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            words.insert(text.to_owned());
        }
    };
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => {
            members.keys().for_each(|name| take(name));
            members.values().for_each(|member| collect(member, words));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
