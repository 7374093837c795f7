//! Random plans, profiles and documents gone wrong.
//!
//! Each is made from a tape of numbers, read from the front; once it has run out every choice is the first one. So a shorter tape,
//! and a tape of smaller numbers, makes a simpler document, and shrinking needs nothing of its own.

pub(crate) mod beside;
pub(crate) mod changes;
pub(crate) mod garbage;
pub(crate) mod graphs;
pub(crate) mod measures;
pub(crate) mod plans;
pub(crate) mod profiles;
pub(crate) mod spelling;

use okrkit::Date;
use proptest::prelude::*;
use serde_json::Value;

/// A tape of choices.
#[derive(Debug, Clone)]
pub(crate) struct Tape {
    choices: std::vec::IntoIter<u16>,
}

impl Tape {
    pub(crate) fn new(choices: Vec<u16>) -> Self {
        Self { choices: choices.into_iter() }
    }

    pub(crate) fn next(&mut self) -> u16 {
        self.choices.next().unwrap_or(0)
    }

    /// A number from 0 up to, and without, `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.next()) % end.max(1)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        low + i32::from(self.next()) % (high - low + 1)
    }

    /// Yes in so many of a hundred cases; no once the tape has run out.
    pub(crate) fn chance(&mut self, percent: u16) -> bool {
        self.next() % 100 >= 100 - percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// A number between two, in quarters or in odd parts that no sum of doubles hits exactly.
    pub(crate) fn number(&mut self, low: i32, high: i32) -> f64 {
        let whole = f64::from(self.between(low, high - 1));
        whole + self.pick(&[0.0, 0.5, 0.25, 0.1, 1.0 / 3.0, 0.7, 0.999])
    }

    pub(crate) fn maybe<T>(&mut self, percent: u16, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }

    pub(crate) fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
}

/// Tapes of up to so many choices.
pub(crate) fn tapes(longest: usize) -> impl Strategy<Value = Tape> {
    proptest::collection::vec(any::<u16>(), 0..longest).prop_map(Tape::new)
}

/// A document that a failing test shows as the JSON it is.
#[derive(Clone)]
pub(crate) struct Json(pub(crate) Value);

impl std::ops::Deref for Json {
    type Target = Value;
    fn deref(&self) -> &Value {
        &self.0
    }
}

impl std::fmt::Debug for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_string())
    }
}

/// Sets a field where there is a value for it.
pub(crate) fn set(object: &mut Value, field: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object[field] = value.into();
    }
}

/// A day so many after another.
pub(crate) fn day(from: Date, days: i32) -> Date {
    from.add_days(days).unwrap()
}

pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases),
        // A tape says little to a reader and means another plan after every change of these strategies.
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}
