use serde::Serializer;

use super::fields::Take;
use super::gauge::number_through;
use super::{Log, MeasureFields, Measured, Outcome, Reading, ReadingRule, Reason};
use crate::issue::Code;
use crate::unit::Unit;
use crate::wire::{self, Context, Source, Stop};
use serde::Serialize;

wire::words! {
    /// What holds between two points of [`Bands`].
    pub enum Between is "what holds between points" {
        /// The straight line between them.
        Linear = "linear",
        /// The score of the last point reached.
        Step = "step",
    }
}

/// A value and its score, written `[value, score]`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// On the metric's own scale.
    pub value: f64,
    /// In \[0,1\].
    pub score: f64,
}

impl wire::Read for Point {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        let before = cx.n_issues();
        let mut pair = Vec::<f64>::new();
        pair.read(value, cx)?;
        if let [value, score] = *pair {
            *self = Self { value, score };
        } else if cx.n_issues() == before {
            cx.report(
                Code::DocumentWrongType,
                format!("expected a point `[value, score]`, found a list of {}", pair.len()),
            );
        }
        Ok(())
    }
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.value, self.score].serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Point {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Point".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A value and its score: [value, score].",
            "type": "array", "prefixItems": [{ "type": "number" }, { "type": "number", "minimum": 0, "maximum": 1 }], "minItems": 2, "maxItems": 2
        })
    }
}

/// F5: a score drawn by hand over the values: linear between the points, or in steps, flat outside. Progress and score are
/// the same figure.
///
/// Worked: [\[0,1\], [10, 0]] at 2.5 is 0.75; in steps [\[0,1\], [5, 0.5], [7, 0]] at 6 is 0.5.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Bands {
    /// The points, values rising, scores in \[0,1\].
    pub points: Vec<Point>,
    /// What holds between them.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <Between>::default())))]
    pub between: Between,
    /// The unit of the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// What the values amount to.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <ReadingRule>::default())))]
    pub reading: ReadingRule,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Bands {
    /// Points as (value, score).
    #[must_use]
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self {
            points: points.into_iter().map(|(value, score)| Point { value, score }).collect(),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            points: take.required("points", |f| f.points.take()),
            between: take.fields.between.unwrap_or_default(),
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        (fields.points, fields.between) = (Some(self.points), Some(self.between));
        (fields.unit, fields.reading, fields.ext) = (self.unit, Some(self.reading), self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        cx.name("points", |cx| {
            if self.points.is_empty() {
                cx.report(Code::MeasureEmpty, "`bands` need at least one point");
            }
            for (i, point) in self.points.iter().enumerate() {
                if !(0.0..=1.0).contains(&point.score) {
                    cx.index(i, |cx| {
                        cx.report(Code::ScoreRange, format!("a score is within 0 and 1, found `{}`", point.score));
                    });
                }
            }
            for (i, pair) in self.points.windows(2).enumerate() {
                if let [a, b] = pair
                    && a.value >= b.value
                {
                    cx.index(i + 1, |cx| {
                        cx.report(Code::MeasureBandsOrder, format!("`{}` does not rise above `{}` before it", b.value, a.value));
                    });
                }
            }
        });
    }

    pub(super) fn score_of(&self, value: f64) -> Outcome {
        let points = self.points.iter().map(|point| (point.value, point.score));
        match self.between {
            Between::Linear => piecewise(points, value),
            Between::Step => {
                let reached = self.points.iter().take_while(|point| point.value <= value).last().or(self.points.first());
                reached.map_or(Outcome::Undefined(Reason::NoDistance), |point| Outcome::Value(point.score))
            }
        }
    }

    pub(super) fn evaluate(&self, log: &Log<'_>) -> Measured {
        let (number, progress) = number_through(log.read(self.reading), |value| self.score_of(value));
        Measured {
            reading: number.map(Reading::Number),
            progress,
        }
    }
}

/// Linear between points whose values rise, flat outside.
pub(super) fn piecewise(points: impl Iterator<Item = (f64, f64)>, value: f64) -> Outcome {
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in points {
        if value <= x {
            let Some((x0, y0)) = before else { return Outcome::Value(y) };
            #[expect(clippy::float_cmp, reason = "the point itself has its own score, to the bit")]
            if value == x {
                return Outcome::Value(y);
            }
            // Halves keep the difference of two doubles within the doubles.
            let way = (value / 2.0 - x0 / 2.0) / (x / 2.0 - x0 / 2.0);
            return Outcome::finite(y0 + (y - y0) * way);
        }
        before = Some((x, y));
    }
    before.map_or(Outcome::Undefined(Reason::NoDistance), |(_, y)| Outcome::Value(y))
}
