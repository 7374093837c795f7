//! The JavaScript binding of okrkit: plans and scorecards stay in WebAssembly memory behind numbers, and every verb of
//! [`okrkit::call`] goes through one function.
//!
//! What JavaScript sees is written in JavaScript, in `npm/src`; here is only what must cross. An answer crosses as one JSON text:
//! `{"plan": 3, "scorecards": {"default": 4}, "text": "…", "json": …}`, each member where the verb gives it, or `{"issues": […]}`.

mod answer;
mod figures;
mod kept;
mod live;

use std::cell::RefCell;

use okrkit::Scorecard;
use okrkit::call::{Answer, Given};
use wasm_bindgen::prelude::wasm_bindgen;

use kept::Kept;

thread_local! {
    static ROW: RefCell<Vec<f64>> = RefCell::default();
}

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

/// What of a kept scorecard is not in the row of [`figures`], as JSON; the row waits to be taken.
#[wasm_bindgen]
#[must_use]
pub fn rest(card: u32) -> String {
    let (row, rest) = with_card(card, figures::of);
    ROW.set(row);
    rest
}

/// The figures of all nodes of the scorecard that [`rest`] was asked for last.
#[wasm_bindgen]
#[must_use]
pub fn figures() -> Vec<f64> {
    ROW.take()
}

/// The ids of the nodes of a kept scorecard, in the order of its figures, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn order(card: u32) -> String {
    with_card(card, |card| answer::json(&figures::Order::of(card.plan())))
}

fn with_card<T: Default>(card: u32, look: impl FnOnce(&Scorecard) -> T) -> T {
    kept::with(&[card], |found| match found {
        [Kept::Scorecard(card)] => look(card),
        _ => T::default(),
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
            Kept::Scorecard(_) | Kept::Live(_) => None,
        });
        okrkit::call::call(verb, Given::Plans(&plans.collect::<Vec<_>>()), arguments)
    });
    // Kept anew only here: what was looked at is no longer borrowed.
    answer::written(made)
}

/// Begins to work on the plan of a kept scorecard, by its profile and as of its day. `NaN` where none is kept.
#[wasm_bindgen]
#[must_use]
pub fn live(card: u32) -> f64 {
    let begun = with_card(card, |card| Some(okrkit::Live::of(card.clone())));
    begun.map_or(f64::NAN, |live| f64::from(kept::keep(Kept::Live(Box::new(live)))))
}

/// The name of the profile that the plan of a kept scorecard names.
#[wasm_bindgen]
#[must_use]
pub fn own_profile(card: u32) -> String {
    with_card(card, |card| card.plan().profile().to_owned())
}

/// Applies edits to a plan that is worked on: what they changed, or what is wrong with them.
#[wasm_bindgen]
#[must_use]
pub fn live_apply(live: u32, edits: &str) -> String {
    let made = kept::with_live(live, |live| live::apply(live, edits)).unwrap_or_else(|| Err(okrkit::Issues::default()));
    answer::written(made.map(|json| {
        let mut answer = Answer::default();
        answer.json = Some(json);
        answer
    }))
}

/// Shows another plan, or a scorecard, where a plan is worked on: what is otherwise, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn live_show(live: u32, other: u32) -> String {
    // Taken out first: what is worked on is changed while nothing else is looked at.
    let other = kept::with(&[other], |found| match found {
        [Kept::Plan(plan)] => Some(Shown::Plan(plan.clone())),
        [Kept::Scorecard(card)] => Some(Shown::Card(card.clone())),
        _ => None,
    });
    let shown = other.and_then(|other| {
        kept::with_live(live, |live| {
            let changes = match other {
                Shown::Plan(plan) => live.show(plan),
                Shown::Card(card) => live.show_card(card),
            };
            live::told(live, &changes)
        })
    });
    shown.unwrap_or_default()
}

/// What can be shown where a plan is worked on.
enum Shown {
    Plan(okrkit::Plan),
    Card(Scorecard),
}

/// Keeps the scorecard of what is worked on as it is now. `NaN` where nothing is.
#[wasm_bindgen]
#[must_use]
pub fn live_card(live: u32) -> f64 {
    let card = kept::with_live(live, |live| live.card().clone());
    card.map_or(f64::NAN, |card| f64::from(kept::keep(Kept::Scorecard(card))))
}

/// Keeps the plan that is worked on as it is now. `NaN` where none is.
#[wasm_bindgen]
#[must_use]
pub fn live_plan(live: u32) -> f64 {
    let plan = kept::with_live(live, |live| live.plan().clone());
    plan.map_or(f64::NAN, |plan| f64::from(kept::keep(Kept::Plan(plan))))
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
