//! The dashboard, an example of the npm package: its page, and its tests in a browser.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{root, succeeds};
use crate::tally::Tally;
use crate::wasm;

fn folder() -> PathBuf {
    root().join("examples/dashboard")
}

/// Builds the page. The npm package has to be there: `cargo xtask wasm` makes it.
pub(crate) fn build() -> bool {
    wasm::packages_of(&folder()) && npm("check") && npm("build")
}

/// Builds the page and tests it.
pub(crate) fn test(tally: &mut Tally) -> bool {
    build() && wasm::browser() && wasm::tests_of(&folder(), "tests", tally)
}

/// Says what a day costs the page while the slider moves over a large plan. It holds that against nothing: another machine has another
/// speed, and the tests count instead.
pub(crate) fn bench(arguments: &[String]) -> bool {
    let frames = || succeeds(Command::new("node").arg("benches/frames.mjs").args(arguments).current_dir(folder()));
    build() && wasm::browser() && frames()
}

fn npm(script: &str) -> bool {
    println!("dashboard: npm run {script}");
    succeeds(Command::new("npm").args(["run", "--silent", script]).current_dir(folder()))
}
