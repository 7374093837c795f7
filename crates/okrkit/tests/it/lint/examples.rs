//! The table of rules, and the examples in it.

use std::collections::BTreeSet;

use okrkit::LintLevel;

use super::{all, example, found, report};
use crate::support;

#[test]
fn the_example_plan_has_no_findings() {
    assert_eq!(found("{}"), [""; 0]);
}

#[test]
fn every_bad_example_raises_its_rule_and_no_other_and_every_good_one_none() {
    let mut wrong = Vec::new();
    for rule in all() {
        if found(rule.bad) != [rule.id] {
            wrong.push(format!("{}: bad raises {:?}", rule.id, found(rule.bad)));
        }
        if !found(rule.good).is_empty() {
            wrong.push(format!("{}: good raises {:?}", rule.id, found(rule.good)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_enough_rules_and_each_has_an_id_of_its_own() {
    let ids: BTreeSet<&str> = all().iter().map(|rule| rule.id).collect();
    assert!(ids.len() >= 34, "{}", ids.len());
    assert_eq!(ids.len(), all().len());
    for id in ids {
        let parts: Vec<&str> = id.split('.').collect();
        let is_word = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        assert!(parts.len() == 2 && parts.iter().all(is_word), "{id}");
        assert_eq!(okrkit::lint::rule(id).map(|rule| rule.id), Some(id));
    }
}

#[test]
fn every_rule_says_why_and_what_to_do() {
    for rule in all() {
        assert!(rule.why.ends_with('.') && !rule.why.contains("  "), "{}: {}", rule.id, rule.why);
        assert_eq!(support::fault_of(rule.fix), None, "{}: {}", rule.id, rule.fix);
        assert_ne!(rule.level, LintLevel::Off, "{}", rule.id);
        assert_ne!(rule.bad, rule.good, "{}", rule.id);
    }
}

#[test]
fn every_rule_says_so_in_arabic_too() {
    let is_arabic = |letter: char| ('\u{0600}'..='\u{06ff}').contains(&letter);
    let mut seen = BTreeSet::new();
    for rule in all() {
        let told = rule.in_language(okrkit::Language::Arabic);
        for (text, english) in [(told.why, rule.why), (told.fix, rule.fix)] {
            assert!(text.chars().any(is_arabic) && !text.contains("  "), "{}: {text}", rule.id);
            assert!(seen.insert(text), "{}: {text} is said of another rule", rule.id);
            // What is code in the one is code in the other.
            let code = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(code(text), code(english), "{}", rule.id);
        }
        let same = rule.in_language(okrkit::Language::English);
        assert_eq!((told.id, told.level, same.why, same.fix), (rule.id, rule.level, rule.why, rule.fix));
    }
}

#[test]
fn findings_point_to_what_is_there_and_keep_to_the_style() {
    for rule in all() {
        let (plan, day) = example(rule.bad);
        for finding in report(&plan, &day).findings {
            assert_eq!(support::fault_of(&finding.message), None, "{finding:?}");
            assert_eq!((finding.level, finding.fix), (rule.level, rule.fix));
            let (parent, _) = support::split(&finding.path).unwrap();
            assert!(plan.pointer(parent).is_some(), "{finding:?}");
            let text = plan.to_string();
            assert!(finding.nodes.iter().all(|node| text.contains(&format!("\"id\":\"{node}\""))), "{finding:?}");
        }
    }
}
