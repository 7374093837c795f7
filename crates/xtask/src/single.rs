//! What the core depends on is there once: two versions of a crate are two sets of types, and twice the size.
//!
//! Macros and what they are made with run in the compiler and are left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::run::cargo;

/// Whether each dependency of the core is there in one version.
pub(crate) fn versions() -> bool {
    let tree = cargo("tree")
        .args([
            "--locked",
            "--package",
            "okrkit",
            "--all-features",
            "--edges",
            // Macros run while the core is built and are no part of it.
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .output();
    let Ok(tree) = tree else {
        eprintln!("no dependencies to look at");
        return false;
    };
    if !tree.status.success() {
        eprint!("{}", String::from_utf8_lossy(&tree.stderr));
        return false;
    }
    let crates = versions_of_tree(&String::from_utf8_lossy(&tree.stdout));
    let twice = twice(&crates);
    for (name, versions) in &twice {
        println!("{name} is there as {}", versions.iter().cloned().collect::<Vec<_>>().join(" and "));
    }
    println!("{} crates make the core, {} of them in more than one version", crates.len(), twice.len());
    twice.is_empty() && crates.len() > 1
}

/// The versions of each crate: the first two words of each line.
fn versions_of_tree(tree: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace().map(str::to_owned);
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            versions.entry(name).or_default().insert(version);
        }
    }
    versions
}

/// Those in more than one version.
fn twice(crates: &BTreeMap<String, BTreeSet<String>>) -> BTreeMap<&str, &BTreeSet<String>> {
    let found = crates.iter().filter(|(_, versions)| versions.len() > 1);
    found.map(|(name, versions)| (name.as_str(), versions)).collect()
}

/// The text of a line `key = "text"`.
pub(crate) fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?
        .trim_start()
        .strip_prefix('=')?
        .trim()
        .strip_prefix('"')?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_of_the_core_in_two_versions_is_found() {
        let crates = versions_of_tree("okrkit v0.1.0 (/somewhere)\nserde v1.0.1\nwinapi v0.3.0\nwinapi v0.4.0\nserde v1.0.1 (*)\n");
        assert_eq!(crates.len(), 3);
        assert_eq!(twice(&crates).into_keys().collect::<Vec<_>>(), ["winapi"]);
    }

    #[test]
    fn what_is_named_twice_in_one_version_is_there_once() {
        assert!(twice(&versions_of_tree("okrkit v0.1.0\nserde v1.0.1\nserde v1.0.1 (*)\n")).is_empty());
    }

    #[test]
    fn a_quoted_value_is_found_by_its_whole_key() {
        assert_eq!(quoted("rust-version = \"1.90\"", "rust-version"), Some("1.90"));
        assert_eq!(quoted("rust-version = \"1.90\"", "rust"), None);
        assert_eq!(quoted("version = 4", "version"), None);
    }
}
