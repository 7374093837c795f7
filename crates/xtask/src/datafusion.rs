//! The example inside `DataFusion`: a workspace of its own, for it brings 250 crates that nothing else needs.

use std::process::Command;

use crate::run::{self, cargo, root};
use crate::tally::Tally;

const MANIFEST: &str = "examples/datafusion/Cargo.toml";

/// A command of cargo in that workspace, whose output stays out of the other's way.
fn cargo_there(command: &str) -> Command {
    let mut cargo = cargo(command);
    cargo
        .args(["--manifest-path", MANIFEST])
        .env("CARGO_TARGET_DIR", root().join("target/datafusion"));
    cargo
}

/// Tests it, and runs it once.
pub(crate) fn test(tally: &mut Tally) -> bool {
    let tests = run::counted(&mut cargo_there("test"), Tally::of_tests, tally);
    tests && run::succeeds(cargo_there("run").arg("--quiet"))
}

/// Whether it is formatted as the rest is.
pub(crate) fn is_formatted() -> bool {
    run::succeeds(cargo("fmt").args(["--manifest-path", MANIFEST, "--", "--check"]))
}
