use super::bands::piecewise;
use super::fields::Take;
use super::gauge::LevelsScale;
use super::{MeasureFields, Outcome, ReadingRule, Reason};
use crate::issue::Code;
use crate::profile::Anchors;
use crate::unit::Unit;
use crate::wire::{self, Context};
use serde::Serialize;

/// F5: a number against levels, read off the profile's anchors (0 at the start, 0.3 at commit, 0.7 at target, 1 at stretch by
/// default), linear between, flat outside. Progress and score are the same figure.
///
/// Worked: levels 0/2/6/10 at 4: half way from 0.3 to 0.7 = 0.5. Falling levels work the same: 100/80/60/50 at 70 is 0.5.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Levels {
    /// Where it began: the anchor `fail`.
    pub start: f64,
    /// What is promised. At least one of `commit`, `target`, `stretch`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<f64>,
    /// What is aimed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// What would be outstanding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stretch: Option<f64>,
    /// The unit of the numbers.
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

impl Levels {
    /// All three levels.
    #[must_use]
    pub fn new(start: f64, commit: f64, target: f64, stretch: f64) -> Self {
        Self {
            start,
            commit: Some(commit),
            target: Some(target),
            stretch: Some(stretch),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            start: take.known("start", |f| f.start),
            commit: take.fields.commit,
            target: take.fields.target,
            stretch: take.fields.stretch,
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        fields.start = Some(wire::Nullable(Some(self.start)));
        (fields.commit, fields.target, fields.stretch) = (self.commit, self.target, self.stretch);
        (fields.unit, fields.reading, fields.ext) = (self.unit, Some(self.reading), self.ext);
    }

    fn given(&self) -> impl Iterator<Item = f64> + use<> {
        [Some(self.start), self.commit, self.target, self.stretch].into_iter().flatten()
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        let levels: Vec<f64> = self.given().collect();
        if levels.len() < 2 {
            cx.report(Code::MeasureEmpty, "`levels` need at least one of `commit`, `target`, `stretch`");
        } else if !(levels.is_sorted_by(|a, b| a < b) || levels.is_sorted_by(|a, b| a > b)) {
            let shown = levels.iter().map(|level| format!("`{level}`")).collect::<Vec<_>>().join(", ");
            cx.report(Code::MeasureLevelsOrder, format!("the levels {shown} neither rise nor fall throughout"));
        }
    }

    pub(super) fn scale(&self) -> LevelsScale {
        LevelsScale {
            start: self.start,
            commit: self.commit.into(),
            target: self.target.into(),
            stretch: self.stretch.into(),
        }
    }

    /// The levels given, with the anchors they are read off.
    pub(crate) fn points(&self, anchors: &Anchors) -> impl Iterator<Item = (f64, f64)> + Clone + use<> {
        self.scale().points(anchors)
    }
}

impl LevelsScale {
    fn points(&self, anchors: &Anchors) -> impl Iterator<Item = (f64, f64)> + Clone + use<> {
        let levels = [
            (Some(self.start), anchors.fail),
            (self.commit.get(), anchors.commit),
            (self.target.get(), anchors.target),
            (self.stretch.get(), anchors.stretch),
        ];
        levels.into_iter().filter_map(|(level, score)| level.map(|level| (level, score)))
    }

    pub(super) fn score_of(&self, value: f64, anchors: &Anchors) -> Outcome {
        let levels = self.points(anchors);
        let given = levels.clone().map(|(level, _)| level);
        // An amendment that is not yet known can leave levels out of order: then there is no scale to read off.
        let (rises, falls) = (given.clone().is_sorted_by(|a, b| a < b), given.is_sorted_by(|a, b| a > b));
        if rises {
            piecewise(levels, value)
        } else if falls {
            // Falling levels are rising ones of the opposite sign.
            piecewise(levels.map(|(level, score)| (-level, score)), -value)
        } else {
            Outcome::Undefined(Reason::NoDistance)
        }
    }

    /// F12: the value on the straight line from the start to what is aimed at, what is aimed at, and what the value scores by
    /// the anchors. Aimed at is `target`, else `stretch`, else `commit`.
    pub(super) fn on_line(&self, elapsed: f64, anchors: &Anchors) -> Option<(f64, f64, f64)> {
        let aim = self.target.get().or(self.stretch.get()).or(self.commit.get())?;
        let value = self.start * (1.0 - elapsed) + aim * elapsed;
        let score = self.score_of(value, anchors).value()?;
        Some((value, aim, score))
    }
}
