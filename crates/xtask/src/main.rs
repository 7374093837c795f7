//! `cargo xtask`: everything that is done to the workspace by command.
//!
//! It depends on nothing, not even on the core: where the core does not compile, `ci` still runs every step and says which
//! failed. What needs the core is a program of `okrkit-testing`, started from here.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the command line")]

mod ci;
mod dashboard;
mod datafusion;
mod fuzz;
mod instructions;
mod peers;
mod python;
mod run;
mod setup;
mod single;
mod tally;
mod wasm;

use std::env;
use std::process::ExitCode;

use run::{cargo, succeeds, testing_program};
use tally::Tally;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup                 says whether this machine has what the workspace needs
  test [ARGUMENT…]      all tests, doc tests and conformance cases, of Rust, Python and JavaScript; arguments go to `cargo test`
  python [ARGUMENT…]    builds the Python package and runs its checks and tests; arguments go to pytest
  spark                 runs the PySpark example in a Spark on this machine (fetches 450 MB)
  packages              builds the wheel and the source distribution, and tries the wheel where nothing else is installed
  stubs [--check]       writes the Python classes and stubs that are made of the core, or says whether they are up to date
  ci                    every check, in order
  wasm [test|generate|--check]  builds the npm package, runs its tests, writes what is generated for it or checks that
  dashboard             builds the npm package and the dashboard that shows it, and tests the page in a browser
  dashboard bench [ARGUMENT…]  times a day of the slider over 5,000 key results (`--throttle 4`, `--views cards,tree`)
  conformance FILE…     runs files of conformance cases with the Rust core
  schema [--check]      writes the JSON Schemas from the types, or says whether they are up to date
  rules [--docs|--check]  lists the lint rules, writes the page about them, or says whether it is up to date
  datafusion            tests and runs the example inside DataFusion
  bench [ARGUMENT…]     runs the benches; arguments go to Criterion
  peers [--quick|--large] [--json]  times okrkit beside pandas, polars, DuckDB and others, equal outputs checked first
  scale                 times tables of 10⁴ to 10⁷ key results on one thread and on two, with peaks of memory
  instructions          counts the instructions of what has to be fast (needs valgrind), and holds them against what they were
  fuzz [--seconds N]    looks for a text that breaks the core, for a minute or as long as told (needs cargo-fuzz)
";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let good = match (command.as_str(), rest.as_slice()) {
        ("setup", []) => setup::setup(),
        ("test", arguments) => test(arguments),
        ("python", arguments) => python::tests(arguments, &mut Tally::default()),
        ("spark", []) => python::spark(&mut Tally::default()),
        ("packages", []) => python::packages(&mut Tally::default()),
        ("stubs", []) => python::stubs(&[]),
        ("stubs", [check]) if check == "--check" => python::stubs(&rest),
        ("ci", []) => ci::ci(),
        ("wasm", []) => wasm::build(),
        ("wasm", [what]) if what == "test" => wasm::test(&mut Tally::default()),
        ("wasm", [what]) if what == "generate" => wasm::generate(),
        ("wasm", [what]) if what == "--check" => wasm::check(),
        ("dashboard", []) => wasm::build() && dashboard::test(&mut Tally::default()),
        ("dashboard", [what, arguments @ ..]) if what == "bench" => wasm::build() && dashboard::bench(arguments),
        ("conformance", files) => run::conformance(files, &env::current_dir().unwrap_or_default(), &mut Tally::default()),
        ("schema", []) => schema(&[]),
        ("schema", [check]) if check == "--check" => schema(&["--check"]),
        ("rules", []) => rules(&[]),
        ("rules", [option]) if option == "--docs" => rules(&[RULES_PAGE]),
        ("rules", [option]) if option == "--check" => rules(&["--check", RULES_PAGE]),
        ("datafusion", []) => datafusion::test(&mut Tally::default()),
        ("bench", arguments) => succeeds(cargo("bench").args(["--package", "okrkit-benches", "--"]).args(arguments)),
        ("scale", []) => peers::scale(),
        ("peers", options) => peers::run(options),
        ("instructions", []) => instructions::check(&mut Tally::default()),
        ("fuzz", []) => fuzz::fuzz(60),
        ("fuzz", [option, seconds]) if option == "--seconds" => match seconds.parse() {
            Ok(seconds) => fuzz::fuzz(seconds),
            Err(error) => {
                eprintln!("--seconds {seconds}: {error}");
                false
            }
        },
        ("" | "help" | "--help" | "-h", _) => {
            print!("{USAGE}");
            !command.is_empty()
        }
        _ => {
            eprintln!("no such command: {command} {}\n\n{USAGE}", rest.join(" "));
            false
        }
    };
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Tests and conformance cases in every language; all run even if one fails.
fn test(arguments: &[String]) -> bool {
    let mut tally = Tally::default();
    let tests = run::tests(arguments, &mut tally);
    let cases = run::vectors(&mut tally);
    let python = python::tests(&[], &mut tally);
    let javascript = wasm::test(&mut tally);
    let dashboard = dashboard::test(&mut tally);
    println!("\n{tally}");
    tests && cases && python && javascript && dashboard
}

fn schema(options: &[&str]) -> bool {
    succeeds(testing_program("schema").args(options).arg("crates/okrkit/schema"))
}

/// Where the page about the lint rules is.
const RULES_PAGE: &str = "crates/okrkit/docs/LINT.md";

fn rules(arguments: &[&str]) -> bool {
    succeeds(testing_program("rules").args(arguments))
}

/// Whether every file that is made by a command is as the command would make it.
fn generated() -> bool {
    let schema = schema(&["--check"]);
    let rules = rules(&["--check", RULES_PAGE]);
    let javascript = wasm::check();
    schema && rules && javascript
}
