//! Laws of reading and writing.

use okrkit::Issues;
use proptest::prelude::*;
use serde_json::Value;

use crate::strategies::{config, garbage, plans};
use crate::support;

/// What every issue of a document that is JSON keeps: a pointer whose parent is there, a code and a message in style.
fn is_well_told(document: &Value, issues: &Issues) -> Result<(), TestCaseError> {
    prop_assert!(!issues.is_empty());
    for issue in issues {
        prop_assert!(support::is_pointer(&issue.path), "{:?} is no pointer: {issue}", issue.path);
        if let Some((parent, member)) = support::split(&issue.path) {
            let parent = document.pointer(parent);
            prop_assert!(
                parent.is_some_and(|parent| parent.is_object() || parent.is_array()),
                "{:?} leads nowhere: {issue}",
                issue.path
            );
            if issue.code == okrkit::Code::DocumentMissingField {
                prop_assert!(parent.and_then(|parent| parent.get(&member)).is_none(), "{} is there: {issue}", issue.path);
            }
        }
        if let Some(fault) = support::fault_of(&issue.message) {
            prop_assert!(false, "{fault}: {issue}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn what_is_written_reads_as_the_same_plan_and_is_written_the_same(plan in plans::plans()) {
        let plan = support::read(&plan);
        let text = okrkit::write(&plan);
        let again = okrkit::read(&text);
        prop_assert!(again.is_ok(), "{}\n{text}", again.unwrap_err());
        let again = again.unwrap();
        prop_assert_eq!(&again, &plan);
        prop_assert_eq!(okrkit::write(&again), text);
    }

    #[test]
    fn a_plan_made_from_its_own_document_is_the_same_plan(plan in plans::plans()) {
        let plan = support::read(&plan);
        let again = okrkit::Plan::from_document(plan.to_document());
        prop_assert!(again.is_ok(), "{}", again.unwrap_err());
        prop_assert_eq!(again.unwrap(), plan);
    }

    #[test]
    fn a_document_with_mistakes_reads_or_says_where_they_are(mutated in garbage::mutated()) {
        match okrkit::read(&mutated.text) {
            // What was changed happened to be no mistake.
            Ok(plan) => prop_assert_eq!(okrkit::read(&okrkit::write(&plan)), Ok(plan)),
            Err(issues) => is_well_told(&mutated.document, &issues)?,
        }
    }

    #[test]
    fn no_problem_of_a_document_is_told_twice(mutated in garbage::mutated()) {
        if let Err(issues) = okrkit::read(&mutated.text) {
            let mut told = support::told(&issues);
            let n = told.len();
            told.sort();
            told.dedup();
            prop_assert_eq!(told.len(), n, "{}", issues);
        }
    }

    // The fuzzer changes bytes and seldom hits upon a plan; here whole values change.
    #[test]
    fn what_fuzzing_looks_for_is_not_found_in_plans_with_mistakes_either(mutated in garbage::mutated(), choice in any::<[u8; 2]>()) {
        okrkit_testing::law::holds_for(&[&choice[..], mutated.text.as_bytes()].concat());
    }

    #[test]
    fn what_fuzzing_looks_for_is_not_found_at_the_ends_of_numbers_either(plan in garbage::extreme(), choice in any::<[u8; 2]>()) {
        okrkit_testing::law::holds_for(&[&choice[..], plan.to_string().as_bytes()].concat());
    }

    #[test]
    fn any_json_reads_or_says_what_is_wrong(text in garbage::json_texts()) {
        if let Err(issues) = okrkit::read(&text) {
            prop_assert!(!issues.is_empty());
            prop_assert!(issues.iter().all(|issue| support::is_pointer(&issue.path)), "{}", issues);
        }
    }

    #[test]
    fn mangled_texts_do_no_harm(bytes in garbage::mangled()) {
        if let Err(issues) = okrkit::read_bytes(&bytes) {
            prop_assert!(!issues.is_empty());
            for issue in &issues {
                prop_assert!(support::is_pointer(&issue.path), "{}", issue);
                prop_assert!(!issue.message.contains('\n') && !issue.message.is_empty(), "{}", issue);
            }
            let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
            let text = String::from_utf8_lossy(&bytes);
            prop_assert_eq!(okrkit::document::locate(&text, paths.iter().copied()).len(), paths.len());
        }
    }

    #[test]
    fn no_bytes_do_any_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        // Nothing random is a plan: the shortest one has 40 characters that must be there.
        prop_assert!(okrkit::read_bytes(&bytes).is_err());
        prop_assert!(okrkit::profile::read(&String::from_utf8_lossy(&bytes)).is_err());
    }
}
