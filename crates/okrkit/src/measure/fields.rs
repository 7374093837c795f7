//! A measure as it is written: all fields any kind may have, before the kind sorts them.

use std::collections::BTreeMap;

use super::{
    Bands, Between, Change, ChangeFrom, Children, ChildrenRollUp, Combine, Composite, Done, Events, Exact, Judge, Levels, Measure, MeasureKind, Metric,
    Milestones, Observe, Point, ReadingRule, Step, Threshold, Zones,
};
use crate::issue::Code;
use crate::issue::{nearest, quote};
use crate::unit::Unit;
use crate::wire::{self, Context};
use crate::wire::{Nullable, Read, Source, Stop};

wire::record! {
    /// Fields of a measure. As the `measure` of an amendment it holds those to be replaced; the kind stays.
    ///
    /// Giving `percent` takes `amount` away, and the other way round; every other field replaces the one of its own name.
    pub struct MeasureFields is "a measure" {
        /// The kind, if it is repeated.
        kind: Option<String> = optional;
        /// [`Metric::start`], [`Exact::start`], [`Levels::start`], [`Children::start`].
        start: Option<Nullable> = optional;
        /// [`Metric::target`], [`Exact::target`], [`Levels::target`], [`Children::target`].
        target: Option<f64> = optional;
        /// [`Change::baseline`].
        baseline: Option<Nullable> = optional;
        /// [`Change::percent`].
        percent: Option<f64> = optional;
        /// [`Change::amount`].
        amount: Option<f64> = optional;
        /// [`Change::from`].
        from: Option<ChangeFrom> = optional;
        /// [`Threshold::above`].
        above: Option<f64> = optional;
        /// [`Threshold::at_least`].
        at_least: Option<f64> = optional;
        /// [`Threshold::below`].
        below: Option<f64> = optional;
        /// [`Threshold::at_most`].
        at_most: Option<f64> = optional;
        /// [`Threshold::judge`].
        judge: Option<Judge> = optional;
        /// [`Exact::tolerance`].
        tolerance: Option<f64> = optional;
        /// [`Bands::points`].
        points: Option<Vec<Point>> = optional;
        /// [`Bands::between`].
        between: Option<Between> = optional;
        /// [`Levels::commit`].
        commit: Option<f64> = optional;
        /// [`Levels::stretch`].
        stretch: Option<f64> = optional;
        /// [`Milestones::steps`].
        steps: Option<Vec<Step>> = optional;
        /// [`Events::count`].
        count: Option<f64> = optional;
        /// [`Events::each_at_least`].
        each_at_least: Option<f64> = optional;
        /// [`Events::partial`].
        partial: Option<bool> = optional;
        /// [`Composite::parts`].
        parts: Option<BTreeMap<String, Measure>> = optional;
        /// [`Composite::combine`].
        combine: Option<Combine> = optional;
        /// [`Children::roll_up`].
        roll_up: Option<ChildrenRollUp> = optional;
        /// The unit of the numbers.
        unit: Option<Unit> = optional;
        /// What the values amount to.
        reading: Option<ReadingRule> = optional;
    }
}

impl MeasureFields {
    /// The names of the fields that are given, `kind` and `ext` aside.
    pub(crate) fn given(&self) -> impl Iterator<Item = &'static str> + use<> {
        [
            ("start", self.start.is_some()),
            ("target", self.target.is_some()),
            ("baseline", self.baseline.is_some()),
            ("percent", self.percent.is_some()),
            ("amount", self.amount.is_some()),
            ("from", self.from.is_some()),
            ("above", self.above.is_some()),
            ("at_least", self.at_least.is_some()),
            ("below", self.below.is_some()),
            ("at_most", self.at_most.is_some()),
            ("judge", self.judge.is_some()),
            ("tolerance", self.tolerance.is_some()),
            ("points", self.points.is_some()),
            ("between", self.between.is_some()),
            ("commit", self.commit.is_some()),
            ("stretch", self.stretch.is_some()),
            ("steps", self.steps.is_some()),
            ("count", self.count.is_some()),
            ("each_at_least", self.each_at_least.is_some()),
            ("partial", self.partial.is_some()),
            ("parts", self.parts.is_some()),
            ("combine", self.combine.is_some()),
            ("roll_up", self.roll_up.is_some()),
            ("unit", self.unit.is_some()),
            ("reading", self.reading.is_some()),
        ]
        .into_iter()
        .filter_map(|(name, given)| given.then_some(name))
    }

    /// These fields where given, else those of `base`.
    fn over(&self, base: Self) -> Self {
        // `percent` and `amount` say the same thing in two ways: one given alone replaces the other.
        let (percent, amount) = match (self.percent, self.amount) {
            (None, None) => (base.percent, base.amount),
            given => given,
        };
        Self {
            kind: base.kind,
            // `null` is as good as absent: an amendment may find a start, it cannot lose one.
            start: self.start.filter(|start| start.0.is_some()).or(base.start),
            target: self.target.or(base.target),
            baseline: self.baseline.filter(|baseline| baseline.0.is_some()).or(base.baseline),
            percent,
            amount,
            from: self.from.or(base.from),
            above: self.above.or(base.above),
            at_least: self.at_least.or(base.at_least),
            below: self.below.or(base.below),
            at_most: self.at_most.or(base.at_most),
            judge: self.judge.clone().or(base.judge),
            tolerance: self.tolerance.or(base.tolerance),
            points: self.points.clone().or(base.points),
            between: self.between.or(base.between),
            commit: self.commit.or(base.commit),
            stretch: self.stretch.or(base.stretch),
            steps: self.steps.clone().or(base.steps),
            count: self.count.or(base.count),
            each_at_least: self.each_at_least.or(base.each_at_least),
            partial: self.partial.or(base.partial),
            parts: self.parts.clone().or(base.parts),
            combine: self.combine.or(base.combine),
            roll_up: self.roll_up.or(base.roll_up),
            unit: self.unit.clone().or(base.unit),
            reading: self.reading.or(base.reading),
            ext: base.ext,
        }
    }
}

/// Takes fields out for one kind, noting those that are missing.
pub(super) struct Take<'c> {
    pub(super) fields: MeasureFields,
    cx: &'c mut Context,
}

impl Take<'_> {
    pub(super) fn required<T: Default>(&mut self, name: &'static str, field: impl FnOnce(&mut MeasureFields) -> Option<T>) -> T {
        field(&mut self.fields).unwrap_or_else(|| {
            wire::missing(self.cx, name);
            T::default()
        })
    }

    /// A required number that must be known.
    pub(super) fn known(&mut self, name: &'static str, field: impl FnOnce(&mut MeasureFields) -> Option<Nullable>) -> f64 {
        let number = self.required(name, |fields| field(fields).map(Some));
        self.unwrap_known(name, number).unwrap_or_default()
    }

    /// An optional number that must be known where given.
    pub(super) fn unwrap_known(&mut self, name: &'static str, number: Option<Nullable>) -> Option<f64> {
        if number == Some(Nullable(None)) {
            self.cx.report_at(name, Code::DocumentWrongType, "expected a number, found null");
        }
        number.and_then(|number| number.0)
    }
}

impl MeasureKind {
    /// The fields the kind takes, `kind` and `ext` aside.
    pub(crate) const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Metric => &["start", "target", "unit", "reading"],
            Self::Change => &["baseline", "percent", "amount", "from", "unit", "reading"],
            Self::Threshold => &["above", "at_least", "below", "at_most", "judge", "unit", "reading"],
            Self::Exact => &["start", "target", "tolerance", "unit", "reading"],
            Self::Bands => &["points", "between", "unit", "reading"],
            Self::Levels => &["start", "commit", "target", "stretch", "unit", "reading"],
            Self::Zones | Self::Done => &[],
            Self::Milestones => &["steps"],
            Self::Events => &["count", "each_at_least", "partial", "unit", "reading"],
            Self::Composite => &["parts", "combine"],
            Self::Children => &["roll_up", "start", "target", "unit"],
            Self::Observe => &["unit", "reading"],
        }
    }

    /// The fields on which it depends whether a measure of this kind is a right one. A change of the others needs no second look.
    pub(crate) fn judged_fields(self) -> impl Iterator<Item = &'static str> {
        let is_judged = move |name: &str| match name {
            "unit" | "between" | "combine" => false,
            "reading" => self == Self::Change,
            _ => true,
        };
        self.fields().iter().copied().filter(move |name| is_judged(name))
    }
}

impl Measure {
    /// Sorts fields into the kind they name. What does not fit is noted in `cx`.
    pub(crate) fn from_fields(fields: MeasureFields, cx: &mut Context) -> Self {
        let Some(word) = fields.kind.as_deref() else {
            wire::missing(cx, "kind");
            return Self::default();
        };
        let Some(kind) = MeasureKind::parse(word) else {
            let message = wire::outside(word, "a kind of measure", MeasureKind::WORDS);
            cx.report_at("kind", Code::DocumentUnknownKind, message);
            return Self::default();
        };
        for name in fields.given().filter(|name| !kind.fields().contains(name)) {
            let near = nearest(name, kind.fields().iter().copied()).map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
            let message = format!("a measure of kind `{kind}` has no field {}{near}", quote(name));
            cx.report_at(name, Code::DocumentUnknownField, message);
        }
        let mut take = Take { fields, cx };
        match kind {
            MeasureKind::Metric => Self::Metric(Metric::take(&mut take)),
            MeasureKind::Change => Self::Change(Change::take(&mut take)),
            MeasureKind::Threshold => Self::Threshold(Threshold::take(&mut take)),
            MeasureKind::Exact => Self::Exact(Exact::take(&mut take)),
            MeasureKind::Bands => Self::Bands(Bands::take(&mut take)),
            MeasureKind::Levels => Self::Levels(Levels::take(&mut take)),
            MeasureKind::Zones => Self::Zones(Zones { ext: take.fields.ext }),
            MeasureKind::Milestones => Self::Milestones(Milestones::take(&mut take)),
            MeasureKind::Done => Self::Done(Done { ext: take.fields.ext }),
            MeasureKind::Events => Self::Events(Events::take(&mut take)),
            MeasureKind::Composite => Self::Composite(Composite::take(&mut take)),
            MeasureKind::Children => Self::Children(Children::take(&mut take)),
            MeasureKind::Observe => Self::Observe(Observe {
                unit: take.fields.unit,
                reading: take.fields.reading.unwrap_or_default(),
                ext: take.fields.ext,
            }),
        }
    }

    /// The measure as fields.
    pub(crate) fn into_fields(self) -> MeasureFields {
        let mut fields = MeasureFields {
            kind: Some(self.kind().as_str().to_owned()),
            ..MeasureFields::default()
        };
        match self {
            Self::Metric(m) => m.give(&mut fields),
            Self::Change(m) => m.give(&mut fields),
            Self::Threshold(m) => m.give(&mut fields),
            Self::Exact(m) => m.give(&mut fields),
            Self::Bands(m) => m.give(&mut fields),
            Self::Levels(m) => m.give(&mut fields),
            Self::Milestones(m) => (fields.steps, fields.ext) = (Some(m.steps), m.ext),
            Self::Zones(m) => fields.ext = m.ext,
            Self::Done(m) => fields.ext = m.ext,
            Self::Events(m) => m.give(&mut fields),
            Self::Composite(m) => (fields.parts, fields.combine, fields.ext) = (Some(m.parts), Some(m.combine), m.ext),
            Self::Children(m) => m.give(&mut fields),
            Self::Observe(m) => (fields.unit, fields.reading, fields.ext) = (m.unit, Some(m.reading), m.ext),
        }
        fields
    }

    /// The measure with fields replaced. Only what is replaced is copied. Problems of the merged measure are noted in `cx`.
    pub(crate) fn with(self, set: &MeasureFields, cx: &mut Context) -> Self {
        Self::from_fields(set.over(self.into_fields()), cx)
    }
}

impl Read for Measure {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        let before = cx.n_issues();
        let mut fields = MeasureFields::default();
        fields.read(value, cx)?;
        // Where it was no object at all, or the kind no text, that is said already, and more of it would only repeat it.
        if cx.n_issues() > before && (fields == MeasureFields::default() || cx.is_broken_since(before, "kind")) {
            return Ok(());
        }
        *self = Self::from_fields(fields, cx);
        Ok(())
    }
}
