//! The end of a cycle.

mod carrying;
mod closing;
