//! The behaviour of okrkit as a caller sees it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets something else than it expects should fail on the spot"
)]

mod against_oracle;
mod laws;
mod oracle;
mod strategies;
mod support;
