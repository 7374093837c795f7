use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;

fn generated(config: &Config) -> Value {
    serde_json::from_str(&plan(config)).unwrap()
}

fn key_results(plan: &Value) -> impl Iterator<Item = &Value> {
    plan["objectives"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|objective| objective["key_results"].as_array().unwrap())
}

#[test]
fn what_is_generated_can_be_read() {
    for seed in 0..20 {
        for (objectives, check_ins_per_key_result, links) in [(0, 1, true), (1, 0, true), (2, 13, true), (60, 6, true), (60, 100, false)] {
            let config = Config {
                seed,
                objectives,
                check_ins_per_key_result,
                links,
                ..Config::default()
            };
            let read = okrkit::read(&plan(&config));
            assert!(read.is_ok(), "{config:?}: {:?}", read.err());
        }
    }
}

#[test]
fn a_plan_without_key_results_can_be_read() {
    let config = Config {
        key_results_per_objective: 0,
        ..Config::default()
    };
    assert_eq!(okrkit::read(&plan(&config)).map(|plan| plan.n_key_results()), Ok(0));
}

#[test]
fn the_same_configuration_gives_the_same_text_and_another_seed_another() {
    let config = Config::default();
    assert_eq!(plan(&config), plan(&config));
    assert_ne!(plan(&config), plan(&Config { seed: 2, ..config }));
}

/// Plans of one seed are compared between versions, so a change of the generator should be seen. FNV-1a of the text.
#[test]
fn the_text_is_the_one_it_always_was() {
    let fnv = plan(&Config::default())
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(fnv, 5_989_415_817_506_938_068);
}

#[test]
fn a_plan_has_the_size_that_was_asked_for() {
    let config = Config {
        objectives: 30,
        key_results_per_objective: 3,
        check_ins_per_key_result: 7,
        links: false,
        ..Config::default()
    };
    let plan = generated(&config);
    assert_eq!(plan["objectives"].as_array().unwrap().len(), 30);
    assert_eq!(key_results(&plan).count(), 90);
    assert!(key_results(&plan).all(|key_result| key_result["check_ins"].as_array().unwrap().len() == 7));
    assert_eq!(plan["links"].as_array().unwrap().len(), 0);
}

#[test]
fn six_key_results_in_ten_are_metrics_and_no_other_kind_is_rare() {
    let plan = generated(&Config {
        objectives: 2500,
        check_ins_per_key_result: 0,
        links: false,
        ..Config::default()
    });
    let mut kinds = BTreeMap::new();
    for key_result in key_results(&plan) {
        *kinds.entry(key_result["measure"]["kind"].as_str().unwrap()).or_insert(0) += 1;
    }
    assert!((5700..6300).contains(&kinds["metric"]), "{kinds:?}");
    for kind in ["change", "threshold", "levels", "milestones", "done", "events"] {
        assert!(kinds[kind] > 500, "{kinds:?}");
    }
    assert_eq!(kinds.len(), 7);
}

#[test]
fn links_form_a_forest() {
    let plan = generated(&Config {
        objectives: 500,
        ..Config::default()
    });
    let links = plan["links"].as_array().unwrap();
    let children: BTreeSet<&str> = links.iter().map(|link| link["child"].as_str().unwrap()).collect();
    assert!(links.len() > 300);
    assert_eq!(children.len(), links.len(), "each child has one parent");
}

#[test]
fn hundredths_are_written_as_short_as_they_can_be() {
    let written: Vec<String> = [0, 5, -5, 50, 100, 120, 123, -12_345].into_iter().map(|n| Hundredths(n).to_string()).collect();
    assert_eq!(written, ["0", "0.05", "-0.05", "0.5", "1", "1.2", "1.23", "-123.45"]);
}

#[test]
fn days_count_from_the_first_of_january() {
    let written: Vec<String> = [0, 30, 31, 58, 59, 364].into_iter().map(|n| Day(n).to_string()).collect();
    assert_eq!(written, ["2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-12-31"]);
}
