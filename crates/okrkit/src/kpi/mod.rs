//! Key performance indicators: what is watched beside the objectives, in every cycle, and never scored.
//!
//! An indicator has a range in which it is healthy. It guards objectives that name it, becomes a key result when it is to be
//! moved ([`promote`]), and an indicator again when it only has to be watched ([`demote`]).

mod change;

pub use change::{Aim, Demotion, Promotion, demote, promote};

use serde::Serialize;

use crate::plan::{Kpi, KpiReading, Plan};
use crate::time::{AsOf, Date};
use crate::wire;

wire::words! {
    /// How an indicator stands.
    pub enum Health is "a health" {
        /// Nothing was read by the day.
        NoData = "no_data",
        /// The latest reading is within its range.
        Healthy = "healthy",
        /// The latest reading is not.
        OutOfRange = "out_of_range",
    }
}

wire::words! {
    /// Where an indicator goes.
    #[cfg_attr(feature = "schema", schemars(rename = "KpiTrend"))]
    pub enum Trend is "a trend" {
        /// The latest reading is the same as the one before.
        Steady = "steady",
        /// It is greater.
        Rising = "rising",
        /// It is less.
        Falling = "falling",
    }
}

/// How an indicator stands on a day, by its latest reading that is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KpiStatus {
    /// The id of the indicator.
    pub kpi: String,
    /// How it stands; without a reading by the day `no_data`.
    pub health: Health,
    /// The latest reading, on the indicator's own scale. Of two of a day, the later in the list.
    pub reading: Option<f64>,
    /// The day it is of.
    pub read_on: Option<Date>,
    /// The day of the first reading since which it is so without a break.
    pub since: Option<Date>,
    /// Where it goes, from the reading of the day before; none where there was none before.
    pub trend: Option<Trend>,
    /// The latest reading less the one before, on the indicator's own scale.
    pub change: Option<f64>,
    /// How many days ago it was read, 0 or more.
    pub days_since_reading: Option<i32>,
}

/// How an indicator stands as of a day. `None` where the plan has no such indicator.
///
/// Worked: churn is healthy at 3 at most, and was read 2.5 on 31 January, 3.4 on 28 February and 3.1 on 31 March. On 4 April it is
/// out of range since 28 February, falling by 0.3, and was read 4 days ago:
///
/// ```
/// use okrkit::kpi::{Health, Trend, kpi_status};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [], "objectives": [],
///   "kpis": [{"id": "churn", "title": "Churn", "healthy": {"at_most": 3}, "readings": [
///     {"on": "2026-01-31", "value": 2.5}, {"on": "2026-02-28", "value": 3.4}, {"on": "2026-03-31", "value": 3.1}]}]}"#)?;
/// let churn = kpi_status(&plan, "churn", okrkit::Date::new(2026, 4, 4)?).ok_or("no such KPI")?;
/// assert_eq!((churn.health, churn.reading), (Health::OutOfRange, Some(3.1)));
/// assert_eq!(churn.since, Some(okrkit::Date::new(2026, 2, 28)?));
/// assert_eq!((churn.trend, churn.days_since_reading), (Some(Trend::Falling), Some(4)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn kpi_status(plan: &Plan, kpi: &str, as_of: impl Into<AsOf>) -> Option<KpiStatus> {
    plan.kpi(kpi).map(|kpi| status(kpi, as_of.into()))
}

/// How every indicator of a plan stands as of a day, in the order of the document.
#[must_use]
pub fn kpis(plan: &Plan, as_of: impl Into<AsOf>) -> Vec<KpiStatus> {
    let as_of = as_of.into();
    plan.kpis().iter().map(|kpi| status(kpi, as_of)).collect()
}

/// The latest reading of an indicator that is known.
pub(crate) fn latest(kpi: &Kpi, as_of: AsOf) -> Option<&KpiReading> {
    seen(kpi, as_of).max_by_key(|reading| reading.on)
}

/// Whether the latest reading of an indicator that is known is out of its range. One that was never read is not.
pub(crate) fn is_out_of_range(kpi: &Kpi, as_of: AsOf) -> bool {
    latest(kpi, as_of).is_some_and(|reading| !kpi.healthy.holds(reading.value))
}

fn seen(kpi: &Kpi, as_of: AsOf) -> impl Iterator<Item = &KpiReading> {
    kpi.readings.iter().filter(move |reading| as_of.sees(reading.on, reading.recorded))
}

fn status(kpi: &Kpi, as_of: AsOf) -> KpiStatus {
    let mut readings: Vec<&KpiReading> = seen(kpi, as_of).collect();
    // The latest first, and of each day the later in the list.
    readings.reverse();
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.on));
    readings.dedup_by_key(|reading| reading.on);
    let latest = readings.first();
    let is_healthy = |reading: &KpiReading| kpi.healthy.holds(reading.value);
    let health = match latest.map(|latest| is_healthy(latest)) {
        None => Health::NoData,
        Some(true) => Health::Healthy,
        Some(false) => Health::OutOfRange,
    };
    let so_far = readings.iter().take_while(|reading| is_healthy(reading) == (health == Health::Healthy));
    let change = latest.zip(readings.get(1)).map(|(latest, before)| latest.value - before.value);
    KpiStatus {
        kpi: kpi.id.clone(),
        health,
        reading: latest.map(|latest| latest.value),
        read_on: latest.map(|latest| latest.on),
        since: so_far.last().map(|reading| reading.on),
        trend: change.map(|change| match change {
            change if change > 0.0 => Trend::Rising,
            change if change < 0.0 => Trend::Falling,
            _ => Trend::Steady,
        }),
        // Two readings at the ends of the doubles are farther apart than a double can say.
        change: change.filter(|change| change.is_finite()),
        days_since_reading: latest.map(|latest| as_of.on.days_since(latest.on)),
    }
}
