//! What the core depends on is in the workspace once: two versions of a crate are two sets of types, and twice the size.
//!
//! Macros and what they are made with run in the compiler and are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::run::{cargo, root};

/// Whether each dependency of the core has one version in the lock file.
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
    let lock = fs::read_to_string(root().join("Cargo.lock"));
    let (Ok(tree), Ok(lock)) = (tree, lock) else {
        eprintln!("no dependencies to look at");
        return false;
    };
    if !tree.status.success() {
        eprint!("{}", String::from_utf8_lossy(&tree.stderr));
        return false;
    }
    let names = names_of_tree(&String::from_utf8_lossy(&tree.stdout));
    let twice = twice(&lock, &names);
    for (name, versions) in &twice {
        println!("{name} is there as {}", versions.iter().cloned().collect::<Vec<_>>().join(" and "));
    }
    println!("{} crates make the core, {} of them in more than one version", names.len(), twice.len());
    twice.is_empty() && names.len() > 1
}

/// The first word of each line.
fn names_of_tree(tree: &str) -> BTreeSet<String> {
    tree.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Those of the names that a lock file has in more than one version.
fn twice(lock: &str, names: &BTreeSet<String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut name = "";
    for line in lock.lines() {
        if let Some(found) = quoted(line, "name") {
            name = found;
        } else if let Some(version) = quoted(line, "version")
            && names.contains(name)
        {
            versions.entry(name.to_owned()).or_default().insert(version.to_owned());
        }
    }
    versions.retain(|_, versions| versions.len() > 1);
    versions
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

    const LOCK: &str = "\
version = 4

[[package]]
name = \"serde\"
version = \"1.0.1\"

[[package]]
name = \"winapi\"
version = \"0.3.0\"

[[package]]
name = \"winapi\"
version = \"0.4.0\"
";

    #[test]
    fn a_dependency_of_the_core_in_two_versions_is_found() {
        let names = names_of_tree("okrkit v0.1.0 (/somewhere)\nserde v1.0.1\nwinapi v0.3.0\nserde v1.0.1 (*)\n");
        assert_eq!(names.len(), 3);
        assert_eq!(twice(LOCK, &names).into_keys().collect::<Vec<_>>(), ["winapi"]);
    }

    #[test]
    fn what_the_core_does_not_use_may_be_there_twice() {
        assert_eq!(twice(LOCK, &names_of_tree("okrkit v0.1.0\nserde v1.0.1\n")), BTreeMap::new());
    }

    #[test]
    fn a_quoted_value_is_found_by_its_whole_key() {
        assert_eq!(quoted("rust-version = \"1.90\"", "rust-version"), Some("1.90"));
        assert_eq!(quoted("rust-version = \"1.90\"", "rust"), None);
        assert_eq!(quoted("version = 4", "version"), None);
    }
}
