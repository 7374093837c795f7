//! Fuzzing on the stable toolchain, from the plans of the conformance cases.

use std::process::Command;

use crate::run::{root, succeeds, testing_program};

/// Writes the seeds and the dictionary, and fuzzes for so many seconds.
pub(crate) fn fuzz(seconds: u32) -> bool {
    if Command::new("cargo-fuzz").arg("--version").output().is_err() {
        eprintln!("cargo-fuzz is missing: cargo install cargo-fuzz");
        return false;
    }
    let core = root().join("crates/okrkit");
    let corpus = core.join("fuzz/corpus");
    let dictionary = corpus.join("document.dict");
    if !succeeds(testing_program("seeds").arg(corpus.join("document")).arg(&dictionary)) {
        return false;
    }
    let mut command = Command::new("cargo-fuzz");
    // Coverage flags are unstable and so is the wish for no sanitizer; the core forbids unsafe code, so none is missed.
    command.env("RUSTC_BOOTSTRAP", "1").current_dir(core);
    command.args(["fuzz", "run", "document", "--sanitizer", "none", "--"]);
    command.arg(format!("-max_total_time={seconds}")).arg(format!("-dict={}", dictionary.display()));
    succeeds(&mut command)
}
