//! What is added up: increments, and how far their sum may stray.
//!
//! A running sum lies close to a line whatever its increments do: each error of the past stays in it, and so do those to come.
//! A line through the sums would take that closeness for certainty. So the increments are fitted. With increments xᵢ over dᵢ days
//! each, T = Σdᵢ days in all, that come at a rate with independent errors whose variance grows with the days,
//!
//! ```text
//! rate r = Σxᵢ/T      variance a day s² = Σ (xᵢ − r·dᵢ)²/dᵢ / (n − 1)      h days ahead: sum + r·h ± t·s·√(h + h²/T)
//! ```
//!
//! with n increments and Student's t with n − 1 degrees of freedom. r is the line of least squares of the increments, each weighed
//! by 1/dᵢ as its variance asks; s²·h is what the days to come may bring and s²·h²/T what is not known of the rate. With increments
//! of one day it is the interval of the random walk with drift: R. J. Hyndman and G. Athanasopoulos, *Forecasting: Principles and
//! Practice*, 3rd ed., table 5.2, σ·√(h(1 + h/T)) for T increments.

use super::Lack;
use super::trend::{Observation, Spread, Trend};
use crate::measure::{Measure, ReadingRule};

/// What readings are made of, and so how far the next one may be off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// Readings of their own: each may be off by itself.
    Level,
    /// A running sum that is told now and then: what was added since the last time.
    Told,
    /// A running sum of what happens on days: a day without any added 0.
    Daily,
}

impl Nature {
    /// Whether it is a running sum, which is 0 before anything is added.
    pub(super) fn is_sum(self) -> bool {
        self != Self::Level
    }
}

/// The line of a running sum: from what it is, at the rate of its increments. `origin` is where it begins, `today` the day asked from.
pub(super) fn fitted(seen: &[Observation], nature: Nature, origin: Option<Observation>, today: f64) -> Result<Trend, Lack> {
    let (first, last) = seen.first().zip(seen.last()).ok_or(Lack::NoCheckIns)?;
    // What was there when the period began is no increment of its days.
    let base = origin.filter(|origin| first.day > origin.day).unwrap_or(*first);
    let end = if nature == Nature::Daily { today.max(last.day) } else { last.day };
    let days = end - base.day;
    if days <= 0.0 {
        return Err(Lack::TooFewObservations);
    }
    let per_day = (last.reading - base.reading) / days;
    let (mut squares, mut n, mut before) = (0.0, 0.0, base);
    for now in seen.iter().filter(|now| now.day > base.day) {
        let (increment, days) = (now.reading - before.reading, now.day - before.day);
        let (expected, weight) = if nature == Nature::Daily { (per_day, 1.0) } else { (per_day * days, days) };
        squares += (increment - expected) * (increment - expected) / weight;
        (n, before) = (n + 1.0, *now);
    }
    if nature == Nature::Daily {
        squares += (days - n) * per_day * per_day;
        n = days;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of days or check-ins")]
    let dof = (n - 1.0) as usize;
    if dof == 0 {
        return Err(Lack::TooFewObservations);
    }
    Ok(Trend {
        day: end,
        reading: last.reading,
        per_day,
        spread: Some(Spread::OfSum {
            variance: squares / (n - 1.0),
            days,
            dof,
        }),
    })
}

impl Measure {
    /// What its [course](Self::course) is made of.
    pub(super) fn nature(&self) -> Nature {
        match self {
            Self::Events(_) => Nature::Daily,
            Self::Milestones(_) => Nature::Told,
            measure if measure.reading_rule() == Some(ReadingRule::Sum) => Nature::Told,
            _ => Nature::Level,
        }
    }
}
