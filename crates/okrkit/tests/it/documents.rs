//! Reading and writing texts: what is no JSON, what is JSON and no plan, where problems lie, and the canonical form.

mod canonical;
mod hostile;
mod places;
mod problems;
mod profiles;
mod sizes;
mod texts;
