//! What holds for every plan.

mod circles;
mod documents;
mod explanations;
mod figures;
mod time;
