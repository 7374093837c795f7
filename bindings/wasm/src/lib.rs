//! The JavaScript binding of okrkit: plans and scorecards stay in WebAssembly memory behind numbers, and every verb of
//! [`okrkit::call`] goes through one function.
//!
//! What JavaScript sees is written in JavaScript, in `npm/src`; here is only what must cross. An answer crosses as one JSON text:
//! `{"plan": 3, "scorecards": {"default": 4}, "text": "…", "json": …}`, each member where the verb gives it, or `{"issues": […]}`.

mod answer;
mod kept;

use okrkit::call::{Answer, Given};
use wasm_bindgen::prelude::wasm_bindgen;

use kept::Kept;

/// Reads a plan, and keeps it.
#[wasm_bindgen]
#[must_use]
pub fn read(text: &str) -> String {
    answer::written(okrkit::read(text).map(|plan| {
        let mut answer = Answer::default();
        answer.plan = Some(plan);
        answer
    }))
}

/// The document of a kept plan, or nothing where none is kept.
#[wasm_bindgen]
#[must_use]
pub fn write(plan: u32) -> String {
    kept::with(&[plan], |found| match found {
        [Kept::Plan(plan)] => okrkit::write(plan),
        _ => String::new(),
    })
}

/// The JSON form of a kept scorecard, or nothing where none is kept.
#[wasm_bindgen]
#[must_use]
pub fn scorecard(card: u32) -> String {
    kept::with(&[card], |found| match found {
        [Kept::Scorecard(card)] => serde_json::to_string(card).unwrap_or_default(),
        _ => String::new(),
    })
}

/// Calls a verb on what is kept under numbers: plans in order, or a scorecard.
#[wasm_bindgen]
#[must_use]
pub fn call(verb: &str, on: &[u32], arguments: &str) -> String {
    #[cfg(feature = "panic")]
    if let Some(verb) = verb.strip_prefix("panic:") {
        panic_after(&call(verb, on, arguments));
    }
    let made = kept::with(on, |found| {
        if let [Kept::Scorecard(card)] = found {
            return okrkit::call::call(verb, Given::Scorecard(card), arguments);
        }
        let plans = found.iter().filter_map(|kept| match kept {
            Kept::Plan(plan) => Some(plan),
            Kept::Scorecard(_) => None,
        });
        okrkit::call::call(verb, Given::Plans(&plans.collect::<Vec<_>>()), arguments)
    });
    // Kept anew only here: what was looked at is no longer borrowed.
    answer::written(made)
}

/// Lets go of what is kept under a number. Does nothing where nothing is.
#[wasm_bindgen]
pub fn free(number: u32) {
    kept::free(number);
}

/// How many plans and scorecards are kept, for the tests of what is let go.
#[cfg(feature = "panic")]
#[wasm_bindgen]
#[must_use]
pub fn n_kept() -> usize {
    kept::count()
}

/// Panics when everything is done and nothing is told yet.
#[cfg(feature = "panic")]
#[expect(clippy::panic, reason = "it is what this is for")]
fn panic_after(answer: &str) -> ! {
    panic!("asked to, with {} bytes to tell", answer.len());
}
