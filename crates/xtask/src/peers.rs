//! okrkit beside its peers: brings what they need, and runs them all.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo, root, succeeds};

/// Where the table and the plot are kept.
const FOLDER: &str = "benches/peers";

/// Runs the peers. With `--json` there is one object on the standard output, and nothing is written to files.
pub(crate) fn run(options: &[String]) -> bool {
    let known = ["--quick", "--large", "--json"];
    if let Some(other) = options.iter().find(|option| !known.contains(&option.as_str())) {
        eprintln!("no such option: {other}; there are {}", known.join(", "));
        return false;
    }
    let Some(python) = python() else { return false };
    let node = env::var("NODE").unwrap_or_else(|_| "node".to_owned());
    if Command::new(&node).arg("--version").output().is_err() {
        eprintln!("node is missing: install Node.js, or say in NODE where it is");
        return false;
    }
    let mut peers = program();
    peers.args(options).arg("--python").arg(python).arg("--node").arg(node);
    if !options.iter().any(|option| option == "--json" || option == "--quick") {
        peers.arg("--out").arg(root().join(FOLDER));
    }
    succeeds(&mut peers)
}

fn program() -> Command {
    let mut program = cargo("run");
    program.args(["--quiet", "--locked", "--release", "--package", "okrkit-benches", "--bin", "peers", "--"]);
    program
}

/// How tables grow: needs none of the peers.
pub(crate) fn scale() -> bool {
    succeeds(program().arg("--scale"))
}

/// A Python with the packages of the peers, in an environment of its own that is made when it is not there.
fn python() -> Option<PathBuf> {
    let requirements = root().join(FOLDER).join("requirements.txt");
    let wanted = fs::read_to_string(&requirements).ok()?;
    let environment = root().join("target/peers");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let installed = environment.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Some(python);
    }
    eprintln!("installing the peers in Python");
    let system = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    // What they say goes to the errors: the output is for the figures.
    let made = quietly(Command::new(system).args(["-m", "venv"]).arg(&environment));
    let install = |python: &Path| {
        quietly(
            Command::new(python)
                .args(["-m", "pip", "install", "--quiet", "--requirement"])
                .arg(&requirements),
        )
    };
    if !made || !install(&python) {
        eprintln!("the packages of {} could not be installed", requirements.display());
        return None;
    }
    fs::write(installed, wanted).ok()?;
    Some(python)
}

fn quietly(command: &mut Command) -> bool {
    match command.output() {
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            output.status.success()
        }
        Err(error) => {
            eprintln!("{}: {error}", command.get_program().display());
            false
        }
    }
}
