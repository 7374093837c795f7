//! Laws of the alignment graph.

use okrkit::Code;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::{config, graphs};
use crate::support;

/// Whether one step of a circle is there: a link, or a key result that belongs to its objective.
fn is_step(plan: &Value, child: &str, parent: &str) -> bool {
    let linked = plan["links"]
        .as_array()
        .unwrap()
        .iter()
        .any(|link| link["child"] == child && link["parent"] == parent);
    let objectives = plan["objectives"].as_array().unwrap();
    let objective = objectives.iter().find(|objective| objective["id"] == parent);
    let owned = objective.is_some_and(|objective| objective["key_results"].as_array().unwrap().iter().any(|key_result| key_result["id"] == child));
    linked || owned
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn links_without_a_circle_are_accepted_in_any_order(plan in graphs::without_circle()) {
        let read = okrkit::read(&plan.to_string());
        prop_assert!(read.is_ok(), "{}", read.unwrap_err());
        // And what is computed goes through: all figures are there, whatever comes first in the document.
        let plan = read.unwrap();
        let card = okrkit::evaluate(&plan, &support::named("workfront"), support::date("2026-02-01"));
        prop_assert_eq!(card.objectives().count(), plan.n_objectives());
    }

    #[test]
    fn a_circle_is_refused_and_told_from_its_first_link_back_to_where_it_began(plan in graphs::with_circle()) {
        let issues = support::refusal(&plan);
        prop_assert!(issues.iter().all(|issue| issue.code == Code::LinkLoop), "{}", issues);
        for issue in &issues {
            let nodes = &issue.nodes;
            prop_assert!(nodes.len() >= 3, "{nodes:?}");
            prop_assert_eq!(nodes.first(), nodes.last());
            for pair in nodes.windows(2) {
                prop_assert!(is_step(&plan, &pair[0], &pair[1]), "{} does not lead to {}", pair[0], pair[1]);
            }
            let mut inner = nodes[1..].to_vec();
            inner.sort();
            inner.dedup();
            prop_assert_eq!(inner.len(), nodes.len() - 1, "a node is passed twice in {:?}", nodes);
            let link = plan.pointer(&issue.path).unwrap();
            prop_assert_eq!((&link["child"], &link["parent"]), (&json!(nodes[0]), &json!(nodes[1])));
            let way = nodes.iter().map(|node| format!("`{node}`")).collect::<Vec<_>>().join(" → ");
            prop_assert_eq!(&issue.message, &format!("the links go round in a circle: {way}"));
        }
    }

    #[test]
    fn parents_of_cycles_and_teams_that_go_round_are_refused(n in 1_usize..6, tail in 0_usize..4) {
        // A circle of n, and a tail that leads into it.
        let parent = |at: usize| if at + 1 == n { 0 } else { at + 1 };
        let chain: Vec<(String, String)> = (0..n + tail).map(|at| (format!("x{at}"), format!("x{}", if at < n { parent(at) } else { at - 1 }))).collect();
        let cycles: Vec<Value> = chain.iter().map(|(id, parent)| json!({"id": id, "parent": parent, "starts": "2026-01-01", "ends": "2026-12-31"})).collect();
        let teams: Vec<Value> = chain.iter().map(|(id, parent)| json!({"id": id, "parent": parent, "title": "t"})).collect();
        let issues = support::refusal(&json!({"okrkit": 1, "id": "p", "cycles": cycles, "teams": teams, "objectives": []}));
        prop_assert_eq!(support::codes(&issues), [Code::CycleLoop, Code::TeamLoop]);
        for issue in &issues {
            prop_assert_eq!(issue.nodes.len(), n + 1);
            prop_assert_eq!(issue.nodes.first(), issue.nodes.last());
        }
    }
}
