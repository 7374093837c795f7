//! The behaviour of okrkit as a caller sees it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets something else than it expects should fail on the spot"
)]
#![expect(
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    clippy::similar_names,
    reason = "tables of cases read better with values written in place, and are as long as what they list"
)]

mod against_oracle;
#[cfg(all(feature = "call", feature = "schema"))]
mod call;
mod codes;
mod diff;
mod docs;
mod documents;
mod edits;
mod forecast;
mod explanations;
mod history;
mod kpi;
mod laws;
mod lint;
mod merge;
mod oracle;
mod review;
mod rhythm;
mod rows;
mod scale;
#[cfg(feature = "schema")]
mod schema;
mod strategies;
mod support;
mod trend;
mod visibility;
mod what_if;
