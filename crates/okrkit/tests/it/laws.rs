//! What holds for every plan.

mod circles;
mod documents;
mod explanations;
mod figures;
mod kept;
mod live;
mod scores;
mod time;
