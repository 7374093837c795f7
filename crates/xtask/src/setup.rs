//! What a machine needs: Rust, and for the bindings what they are for.

use std::fs;
use std::process::Command;

use crate::python;
use crate::run::{cargo, root, succeeds};
use crate::single::quoted;

/// Says what is there and what is missing, and fetches the dependencies.
pub(crate) fn setup() -> bool {
    let mut good = check_rust();
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let found = text_of(cargo(command).arg("--version"));
        good &= found.is_some();
        println!(
            "{component}: {}",
            found.unwrap_or_else(|| format!("missing; with rustup: rustup component add {component}"))
        );
    }
    good &= python::check();
    let fetched = succeeds(cargo("fetch").arg("--locked"));
    println!("dependencies of Cargo.lock: {}", if fetched { "here" } else { "could not be fetched" });
    good &= fetched;
    println!("{}", if good { "ready" } else { "not ready" });
    good
}

fn check_rust() -> bool {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default();
    let wanted = manifest.lines().find_map(|line| quoted(line, "rust-version"));
    let found = text_of(Command::new("rustc").arg("--version").current_dir(root()));
    let (Some(wanted), Some(found)) = (wanted, found) else {
        println!("rustc: missing; see rustup.rs");
        return false;
    };
    let good = version(&found) >= version(wanted) && version(wanted).is_some();
    println!(
        "{found}: {}",
        if good {
            format!("at least {wanted}")
        } else {
            format!("too old, {wanted} is needed; with rustup: rustup update stable")
        }
    );
    good
}

fn text_of(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first word that is a version, as numbers: `rustc 1.95.0-nightly (…)` is 1.95.
fn version(text: &str) -> Option<(u32, u32)> {
    text.split_whitespace().find_map(|word| {
        let mut parts = word.split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("rustc 1.95.0-nightly (59807616e 2026-04-14)"), Some((1, 95)));
        assert!(version("rustc 1.100.0") > version("1.90"));
        assert!(version("rustc 1.89.2") < version("1.90"));
        assert_eq!(version("rustc"), None);
    }
}
