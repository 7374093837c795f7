//! The plans that are measured with.

use okrkit_testing::generate::{Config, plan};

/// The text of a plan of so many key results, a few to an objective, with six check-ins each and linked.
pub(crate) fn text(key_results: u64) -> String {
    let each = key_results.min(4);
    plan(&Config {
        objectives: key_results / each,
        key_results_per_objective: each,
        ..Config::default()
    })
}
