//! The fast evaluation against the slow one that was written from the specification alone.

use proptest::prelude::*;

use crate::strategies::{config, plans, profiles};
use crate::{oracle, support};

/// Those of an objective or a key result; what one of the two does not have is null on both sides.
const FIGURES: &[&str] = &[
    "progress",
    "outcome",
    "reason",
    "score",
    "computed_score",
    "grade",
    "band",
    "expected",
    "gap",
    "ratio",
    "elapsed",
    "status",
    "confidence",
    "stage",
    "starts",
    "ends",
    "days_since_check_in",
    "reading",
    "target",
    "share",
    "owner_status",
    "original",
    "net_confidence",
];

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn every_figure_is_that_of_the_oracle(case in plans::cases(), profile in profiles::profiles()) {
        let plan = support::read(&case.plan);
        let as_of = match &case.known {
            Some(known) => okrkit::AsOf::known_at(case.on, known.parse().unwrap()),
            None => case.on.into(),
        };
        let resolved = oracle::profile(&profile);
        let found = support::card(&plan, &profiles::read(&profile), as_of);
        let expected = oracle::evaluate(&case.plan, &resolved, &case.on.to_string(), case.known.as_deref());
        let mut compared = 0;
        for list in ["objectives", "key_results"] {
            let nodes = found[list].as_object().unwrap();
            prop_assert_eq!(nodes.len(), expected[list].as_object().unwrap().len());
            for (id, node) in nodes {
                for figure in FIGURES {
                    let (found, expected) = (&node[figure], &expected[list][id][figure]);
                    prop_assert!(oracle::agree(found, expected), "{id} {figure}: found {found}, expected {expected}");
                    compared += 1;
                }
            }
        }
        prop_assert!(compared > 0);
        let mut groups = found["groups"].clone();
        groups.as_object_mut().unwrap().remove("total");
        prop_assert!(oracle::agree(&groups, &expected["groups"]), "found {groups}, expected {}", expected["groups"]);
        prop_assert!(oracle::agree(&found["total"], &expected["total"]), "found {}, expected {}", found["total"], expected["total"]);
    }
}
