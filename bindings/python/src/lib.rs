//! The compiled half of the Python package `okrkit`.
//!
//! It holds plans and scorecards, and hands text over between Python and the core. What a user sees is written in Python, in
//! `python/okrkit`; what is computed is computed by the core.

mod argument;
mod bridge;
mod call;
mod error;
mod figures;
mod hint;
mod object;
mod plan;
mod scorecard;
mod table;
mod text;

use pyo3::pymodule;

#[pymodule]
mod _okrkit {
    #[pymodule_export]
    use crate::argument::check_as_of;
    #[pymodule_export]
    use crate::call::{call, schemas, verbs};
    #[pymodule_export]
    use crate::error::codes;
    #[pymodule_export]
    use crate::plan::{PlanCore, profile, profile_names};
    #[pymodule_export]
    use crate::scorecard::ScorecardCore;
    #[pymodule_export]
    use crate::table::{TableCore, from_tables, merge_partially, score_key_results, score_objectives, score_partially, to_tables};
    #[pymodule_export]
    use crate::text::{from_json, iso_text, to_json};

    /// The version of the package.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
