//! What holds for every plan.

mod circles;
mod documents;
mod figures;
mod time;
