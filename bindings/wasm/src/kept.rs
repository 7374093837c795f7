//! What JavaScript holds by number.

use std::cell::RefCell;

use okrkit::{Live, Plan, Scorecard};

/// A value that stays in WebAssembly memory.
#[derive(Debug)]
pub(crate) enum Kept {
    /// A plan.
    Plan(Plan),
    /// A scorecard.
    Scorecard(Scorecard),
    /// A plan that is worked on.
    Live(Box<Live>),
}

#[derive(Debug, Default)]
struct Store {
    places: Vec<Option<Kept>>,
    free: Vec<u32>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// Keeps a value, and gives the number it is kept under. A number that was freed is given again.
pub(crate) fn keep(value: Kept) -> u32 {
    STORE.with_borrow_mut(|store| {
        if let Some(number) = store.free.pop()
            && let Some(place) = store.places.get_mut(number as usize)
        {
            *place = Some(value);
            return number;
        }
        store.places.push(Some(value));
        u32::try_from(store.places.len() - 1).unwrap_or(u32::MAX)
    })
}

/// Lets go of a value.
pub(crate) fn free(number: u32) {
    STORE.with_borrow_mut(|store| {
        if store.places.get_mut(number as usize).and_then(Option::take).is_some() {
            store.free.push(number);
        }
    });
}

/// Looks at the values under some numbers; those under which nothing is are left out.
pub(crate) fn with<T>(numbers: &[u32], look: impl FnOnce(&[&Kept]) -> T) -> T {
    STORE.with_borrow(|store| {
        let found = numbers.iter().filter_map(|number| store.places.get(*number as usize)?.as_ref());
        look(&found.collect::<Vec<_>>())
    })
}

/// Works on the plan under a number; does nothing where none is.
pub(crate) fn with_live<T>(number: u32, work: impl FnOnce(&mut Live) -> T) -> Option<T> {
    STORE.with_borrow_mut(|store| match store.places.get_mut(number as usize)? {
        Some(Kept::Live(live)) => Some(work(live)),
        _ => None,
    })
}

/// How many values are kept.
#[cfg(feature = "panic")]
pub(crate) fn count() -> usize {
    STORE.with_borrow(|store| store.places.iter().flatten().count())
}
