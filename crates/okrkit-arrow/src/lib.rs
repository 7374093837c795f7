//! Key results as Arrow record batches: scored by okrkit's own rules, a million rows in a fraction of a second.
//!
//! A stream of batches goes in, one row a key result; tables of scored objectives and groups come out. Memory grows with the number of
//! objectives, not of rows. No rule lives here: measures, clamps, missing data, roll-up, status and grades are those of the core
//! crate, asked row by row through [`okrkit::RowRules`], and sums are [`okrkit::PartialScore`]s, which any engine can add up in parts.
//!
//! - [`Scoring`] takes batches and gives [`Scored`] tables; [`score`] does it in one call.
//! - [`COLUMNS`] and [`schema`] say what may stand in a table.
//! - [`tables`] has plans as tables and back, and as Parquet files.
//! - [`RowIssues`] say what is wrong with one.

mod column;
mod issue;
mod keys;
mod output;
mod partials;
mod rounds;
mod rows;
mod scoring;
pub mod tables;

#[doc = include_str!("../docs/SCHEMA.md")]
pub mod schema {}

pub use issue::{RowIssue, RowIssues, TableError};
pub use output::Scored;
pub use rows::{COLUMNS, Column};
pub use scoring::{Figures, Scoring, push_all, score};
