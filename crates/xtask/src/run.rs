//! Starting other programs.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::tally::Tally;

/// The root of the workspace: where cargo runs this from, since a checkout may have moved after this was built.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        // crates/xtask is two folders down.
        own.ancestors().nth(2).unwrap_or(Path::new(".")).to_owned()
    })
}

/// A cargo command in the root, by the cargo that started this one.
pub(crate) fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg(command).current_dir(root());
    cargo
}

/// A program of `okrkit-testing`, built with the features that the tests are built with.
pub(crate) fn testing_program(name: &str) -> Command {
    let mut run = cargo("run");
    // Given by path, so that it is found whatever folder the program runs in.
    run.arg("--manifest-path").arg(root().join("Cargo.toml"));
    run.args(["--quiet", "--locked", "--package", "okrkit-testing", "--all-features", "--bin", name, "--"]);
    run
}

/// Runs a command to its end.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{}: {error}", command.get_program().display());
            false
        }
    }
}

/// Runs a command and passes its output on, line by line as it comes, with a look at each line.
fn watched(command: &mut Command, mut look: impl FnMut(&str)) -> io::Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            io::stdout().write_all(&line)?;
            look(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    Ok(child.wait()?.success())
}

/// Runs a command, adds up the lines that count something, and holds only if there was something to count.
pub(crate) fn counted(command: &mut Command, of_line: impl Fn(&str) -> Option<Tally>, tally: &mut Tally) -> bool {
    let mut found = Tally::default();
    let good = watched(command, |line| {
        if let Some(more) = of_line(line) {
            found.add(more);
        }
    });
    tally.add(found);
    match good {
        Ok(good) => good && found.passed > 0 && found.failed == 0,
        Err(error) => {
            eprintln!("{}: {error}", command.get_program().display());
            false
        }
    }
}

/// All tests, doc tests included; arguments go to `cargo test`.
pub(crate) fn tests(arguments: &[String], tally: &mut Tally) -> bool {
    let mut command = cargo("test");
    command.args(["--locked", "--workspace", "--all-features", "--no-fail-fast"]).args(arguments);
    counted(&mut command, Tally::of_tests, tally)
}

/// Runs files of conformance cases; their paths are seen from a folder.
pub(crate) fn conformance(files: &[String], folder: &Path, tally: &mut Tally) -> bool {
    counted(testing_program("conformance").current_dir(folder).args(files), Tally::of_cases, tally)
}

/// Runs the conformance cases that come with okrkit.
pub(crate) fn vectors(tally: &mut Tally) -> bool {
    conformance(&vector_files(), root(), tally)
}

/// The files of conformance cases, seen from the root.
pub(crate) fn vector_files() -> Vec<String> {
    let folder = Path::new("crates/okrkit-testing/vectors");
    let mut files: Vec<String> = names_in(&root().join(folder))
        .iter()
        .map(|name| folder.join(name).display().to_string())
        .collect();
    files.sort();
    files
}

/// The names in a folder; none where there is no such folder.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect()
}
