//! The behaviour of okrkit-arrow as a caller sees it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets something else than it expects should fail on the spot"
)]

mod batches;
mod columns;
mod scores;
mod support;
mod tables;
