//! The table of verbs: what it answers is what the functions give, and its schema says so.

mod arguments;
mod edits;
mod parity;
mod samples;
mod schema;
