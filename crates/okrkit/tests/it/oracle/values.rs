//! Values of a document as they are written, and figures.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub(super) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}

pub(super) fn word<'v>(value: &'v Value, field: &str, default: &'v str) -> &'v str {
    value[field].as_str().unwrap_or(default)
}

pub(super) fn number(value: &Value, field: &str) -> Option<f64> {
    value[field].as_f64()
}

pub(super) fn day_of(value: &Value, field: &str) -> Option<NaiveDate> {
    value[field].as_str().map(date)
}

pub(super) fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    f64::from(i32::try_from((to - from).num_days()).unwrap())
}

/// Why there is no number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    NoData(&'static str),
    Undefined(&'static str),
    NotScored,
}

pub(super) type Figure = Result<f64, Lack>;

/// A figure that leaves the finite doubles is undefined.
pub(super) fn finite(figure: f64) -> Figure {
    if figure.is_finite() { Ok(figure) } else { Err(Lack::Undefined("overflow")) }
}

/// At nine decimals, so that 0.5 − 0.4 is 0.1.
pub(super) fn nine(figure: f64) -> f64 {
    format!("{figure:.9}").parse().unwrap()
}

/// F5: linear between the points, flat outside; undefined where their values do not rise.
pub(super) fn linear(points: &[(f64, f64)], at: f64) -> Figure {
    if points.windows(2).any(|pair| pair[1].0 <= pair[0].0) {
        return Err(Lack::Undefined("no_distance"));
    }
    let (first, last) = (points[0], points[points.len() - 1]);
    if at <= first.0 {
        return Ok(first.1);
    }
    if at >= last.0 {
        return Ok(last.1);
    }
    let after = points.iter().position(|point| at < point.0).unwrap();
    let ((x0, y0), (x1, y1)) = (points[after - 1], points[after]);
    finite(y0 + (y1 - y0) * (finite(at - x0)? / finite(x1 - x0)?))
}

/// F5, `step`: the score of the last point ≤ c, below the first the first's.
pub(super) fn step(points: &[(f64, f64)], at: f64) -> Figure {
    if points.windows(2).any(|pair| pair[1].0 <= pair[0].0) {
        return Err(Lack::Undefined("no_distance"));
    }
    Ok(points.iter().rev().find(|point| point.0 <= at).unwrap_or(&points[0]).1)
}

/// F11: elapsed τ = (d−starts)/(ends−starts), in [0,1]; a period of one day is over on that day.
pub(super) fn elapsed(day: NaiveDate, starts: NaiveDate, ends: NaiveDate) -> f64 {
    if ends <= starts {
        return if day >= starts { 1.0 } else { 0.0 };
    }
    (days_between(starts, day) / days_between(starts, ends)).clamp(0.0, 1.0)
}

/// Whether a value keeps to every bound that is given.
pub(super) fn within(bounds: &Value, value: f64, of: impl Fn(f64) -> f64) -> bool {
    let holds = |bound: &str, test: fn(f64, f64) -> bool| number(bounds, bound).is_none_or(|limit| test(value, of(limit)));
    holds("above", |a, b| a > b) && holds("at_least", |a, b| a >= b) && holds("below", |a, b| a < b) && holds("at_most", |a, b| a <= b)
}

pub(super) fn met(bounds: &Value, value: f64) -> bool {
    within(bounds, value, |limit| limit)
}
