//! Lines through what was observed, by four methods.

use super::increments::{self, Nature};
use super::policy::MOST_PAIRED;
use super::{ForecastPolicy, Lack, student};
use crate::measure::Range;
use crate::wire;

wire::words! {
    /// How a line is drawn through what was observed.
    pub enum Method is "a method of forecasting" {
        /// At the rate so far: from the start through today's reading, (reading − start) / elapsed. It needs a start, one figure
        /// and a day that has gone. A sum starts at 0.
        RunRate = "run_rate",
        /// At the rate of the last k days with a figure: through the first and the last of them. It needs k.
        LastK = "last_k",
        /// The line with the least sum of squared distances. It needs three days with a figure. Of a running sum the increments
        /// are fitted and not the sums: from what it is, at Σ increments / days (see [`Interval`](super::Interval)).
        LeastSquares = "least_squares",
        /// The median of the slopes between all pairs, through the median of what remains (Theil 1950, Sen 1968): a single
        /// outlier does not move it. It needs three days with a figure.
        TheilSen = "theil_sen",
    }
}

/// A day, counted from the first one of the period, and the reading at its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observation {
    pub(super) day: f64,
    pub(super) reading: f64,
}

impl Observation {
    pub(super) fn new(day: i32, reading: f64) -> Self {
        Self { day: f64::from(day), reading }
    }
}

/// A line: what it says for one day, and by how much it moves each day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trend {
    pub(super) day: f64,
    pub(super) reading: f64,
    pub(super) per_day: f64,
    /// What is known of the distances from the line, by least squares.
    pub(super) spread: Option<Spread>,
}

/// What the interval of a least-squares line follows from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spread {
    /// Of readings around a line that is kept by their mean day.
    OfLevel {
        n: f64,
        /// The variance around the line: Σ residual² / (n − 2).
        variance: f64,
        /// Σ (day − mean day)².
        days_squared: f64,
        dof: usize,
    },
    /// Of the [increments](super::increments) of a sum that is kept by the last day seen.
    OfSum {
        /// For each day.
        variance: f64,
        /// How many days were seen.
        days: f64,
        dof: usize,
    },
}

impl Spread {
    /// The standard error of a new reading, so many days from the one the line is kept by: s·√(1 + 1/n + d²/Σ(day − mean day)²)
    /// of a level, s·√(h + h²/T) of a sum.
    fn error(&self, days: f64) -> f64 {
        match *self {
            Self::OfLevel { n, variance, days_squared, .. } => variance * (1.0 + 1.0 / n + days * days / days_squared),
            Self::OfSum { variance, days: seen, .. } => variance * (days.max(0.0) + days * days / seen),
        }
        .sqrt()
    }

    fn dof(&self) -> usize {
        let (Self::OfLevel { dof, .. } | Self::OfSum { dof, .. }) = *self;
        dof
    }
}

impl Trend {
    pub(super) fn at(&self, day: f64) -> f64 {
        self.reading + self.per_day * (day - self.day)
    }

    /// The standard error of what the line says for a day, and its degrees of freedom.
    pub(super) fn error_at(&self, day: f64) -> Option<(f64, usize)> {
        let spread = self.spread?;
        Some((spread.error(day - self.day), spread.dof()))
    }

    /// The probability of a reading within some ranges on a day. Where every observation is on the line: 0 or 1. `None` where the line
    /// or its error is beyond the range of doubles, or there is none.
    pub(super) fn probability(&self, day: f64, ranges: &[Range], policy: &ForecastPolicy) -> Option<f64> {
        let (error, dof) = self.error_at(day)?;
        let reading = self.at(day);
        if !error.is_finite() || !reading.is_finite() {
            return None;
        }
        let is_exact = error <= policy.slack(reading);
        let probability = ranges.iter().map(|range| {
            if is_exact {
                return f64::from(range.holds(reading, policy));
            }
            student::cdf((range.high - reading) / error, dof) - student::cdf((range.low - reading) / error, dof)
        });
        Some(probability.sum::<f64>().clamp(0.0, 1.0))
    }

    /// In how many days from a day on the line is within a range, counted in whole days and no fewer than `soonest`; 0 where it is
    /// by then.
    pub(super) fn days_until(&self, day: f64, range: &Range, soonest: u32, policy: &ForecastPolicy) -> Result<u32, Lack> {
        if range.holds(self.at(day), policy) {
            return if range.holds(self.at(day + f64::from(soonest)), policy) {
                Ok(soonest)
            } else {
                Err(Lack::Never)
            };
        }
        let now = self.at(day);
        let way = if now < range.low { range.low - now } else { range.high - now };
        let days = way / self.per_day;
        let days = (days - policy.slack(days)).ceil();
        if days.is_nan() || days < 0.0 || days.is_infinite() {
            return Err(Lack::Never);
        }
        let horizon = f64::from(policy.horizon_days);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and the horizon")]
        if days <= horizon {
            Ok((days as u32).max(soonest))
        } else {
            Err(Lack::BeyondHorizon)
        }
    }
}

impl Range {
    /// Whether a reading is within the range, but for the last bits of either.
    pub(super) fn holds(&self, reading: f64, policy: &ForecastPolicy) -> bool {
        let slack = policy.slack(reading);
        self.low - slack <= reading && reading <= self.high + slack
    }
}

#[expect(clippy::cast_precision_loss, reason = "no plan has 2^53 check-ins")]
fn count(n: usize) -> f64 {
    n as f64
}

impl Method {
    /// The line through observations, days rising and no day twice. `origin` is where they begin, `today` the day asked from.
    pub(super) fn trend(self, seen: &[Observation], nature: Nature, origin: Option<Observation>, today: f64, policy: &ForecastPolicy) -> Result<Trend, Lack> {
        let trend = match self {
            Self::RunRate => run_rate(seen, origin, today),
            Self::LastK => last_k(seen, policy.last_k.max(2)),
            Self::LeastSquares if nature.is_sum() => increments::fitted(at_least(seen, policy)?, nature, origin, today),
            Self::LeastSquares => least_squares(at_least(seen, policy)?),
            Self::TheilSen => theil_sen(at_least(seen, policy)?, policy.theil_sen_latest.clamp(3, MOST_PAIRED)),
        }?;
        if trend.reading.is_finite() && trend.per_day.is_finite() {
            Ok(trend)
        } else {
            Err(Lack::Overflow)
        }
    }
}

fn at_least<'s>(seen: &'s [Observation], policy: &ForecastPolicy) -> Result<&'s [Observation], Lack> {
    match seen.len() {
        0 => Err(Lack::NoCheckIns),
        n if n < policy.min_observations.max(3) => Err(Lack::TooFewObservations),
        _ => Ok(seen),
    }
}

fn run_rate(seen: &[Observation], origin: Option<Observation>, today: f64) -> Result<Trend, Lack> {
    let last = seen.last().ok_or(Lack::NoCheckIns)?;
    let origin = origin.ok_or(Lack::Start)?;
    let gone = today - origin.day;
    if gone <= 0.0 {
        return Err(Lack::NoTimeGone);
    }
    Ok(Trend {
        day: today,
        reading: last.reading,
        per_day: (last.reading - origin.reading) / gone,
        spread: None,
    })
}

fn last_k(seen: &[Observation], k: usize) -> Result<Trend, Lack> {
    let last = seen.last().ok_or(Lack::NoCheckIns)?;
    let first = seen.len().checked_sub(k).and_then(|first| seen.get(first)).ok_or(Lack::TooFewObservations)?;
    Ok(Trend {
        day: last.day,
        reading: last.reading,
        per_day: (last.reading - first.reading) / (last.day - first.day),
        spread: None,
    })
}

fn least_squares(seen: &[Observation]) -> Result<Trend, Lack> {
    let n = count(seen.len());
    let mean = |of: fn(&Observation) -> f64| seen.iter().map(of).sum::<f64>() / n;
    let (day, reading) = (mean(|seen| seen.day), mean(|seen| seen.reading));
    let (mut days_squared, mut products) = (0.0, 0.0);
    for seen in seen {
        days_squared += (seen.day - day) * (seen.day - day);
        products += (seen.day - day) * (seen.reading - reading);
    }
    let per_day = products / days_squared;
    let residual = |seen: &Observation| seen.reading - (reading + per_day * (seen.day - day));
    let squares: f64 = seen.iter().map(|seen| residual(seen) * residual(seen)).sum();
    let dof = seen.len().checked_sub(2).filter(|dof| *dof > 0).ok_or(Lack::TooFewObservations)?;
    Ok(Trend {
        day,
        reading,
        per_day,
        spread: Some(Spread::OfLevel {
            n,
            variance: squares / count(dof),
            days_squared,
            dof,
        }),
    })
}

fn theil_sen(seen: &[Observation], latest: usize) -> Result<Trend, Lack> {
    let seen = seen.get(seen.len().saturating_sub(latest)..).unwrap_or(seen);
    let mut slopes = Vec::with_capacity(seen.len() * seen.len().saturating_sub(1) / 2);
    for (at, earlier) in seen.iter().enumerate() {
        let later = seen.iter().skip(at + 1);
        slopes.extend(later.map(|later| (later.reading - earlier.reading) / (later.day - earlier.day)));
    }
    let per_day = median(slopes).ok_or(Lack::TooFewObservations)?;
    let at_day_0 = seen.iter().map(|seen| seen.reading - per_day * seen.day).collect();
    Ok(Trend {
        day: 0.0,
        reading: median(at_day_0).ok_or(Lack::TooFewObservations)?,
        per_day,
        spread: None,
    })
}

/// The middle one in order, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get((values.len() / 2).checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}
