//! The documents against the code.

/// The names of the modules that `lib.rs` declares, in order; those in braces are not modules of the code.
fn modules() -> Vec<&'static str> {
    let lines = include_str!("../../src/lib.rs").lines();
    let declared = lines.filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")));
    declared.filter_map(|rest| rest.strip_suffix(';')).collect()
}

#[test]
fn every_module_has_one_row_in_the_rooms_of_the_architecture_in_its_order() {
    let text = include_str!("../../docs/ARCHITECTURE.md");
    let (_, rooms) = text.split_once("| room | what it holds |\n|---|---|\n").unwrap();
    let rows = rooms.lines().take_while(|line| line.starts_with('|'));
    let names: Vec<&str> = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
    assert!(names.len() > 20, "{names:?}");
    assert_eq!(names, modules());
}

#[test]
fn no_paragraph_or_item_of_a_document_stands_there_twice() {
    let documents = [
        ("ARCHITECTURE.md", include_str!("../../docs/ARCHITECTURE.md")),
        ("DESIGN.md", include_str!("../../docs/DESIGN.md")),
        ("GLOSSARY.md", include_str!("../../docs/GLOSSARY.md")),
    ];
    for (name, text) in documents {
        let lines: Vec<&str> = text.lines().filter(|line| line.len() > 60).collect();
        assert!(lines.len() > 40, "{name}: {}", lines.len());
        let mut seen = std::collections::BTreeSet::new();
        for line in lines {
            assert!(seen.insert(line), "{name} says this twice: {line}");
        }
    }
}
