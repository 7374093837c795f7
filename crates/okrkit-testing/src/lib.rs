//! What the tests of okrkit share: the conformance cases and their runner, generated plans of any size, and the law that
//! fuzzing checks.
//!
//! The cases in `vectors/` are the same for every language; each language brings a runner of its own.

pub mod conformance;
pub mod generate;
pub mod law;
