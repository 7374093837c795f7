use serde::Serializer;

use super::fields::Take;
use super::gauge::Within;
use super::{Log, MeasureFields, Measured, Outcome, Reading, ReadingRule, Reason, Rules};
use crate::issue::Code;
use crate::plan::CheckIn;
use crate::time::{Cadence, Slots};
use crate::unit::Unit;
use crate::wire::{self, Context, Found, Source, Stop};
use serde::Serialize;
use std::collections::BTreeMap;

wire::words! {
    /// What the share of a [`Threshold`] is taken of.
    pub enum ShareOf is "what a share is taken of" {
        /// Every check-in on its own, and batches by `met` of `of`.
        CheckIns = "check_ins",
        /// The slots with a check-in.
        Observed = "observed",
        /// The slots up to the latest check-in; gaps count as unmet.
        UpToLatest = "up_to_latest",
        /// All slots of the cycle; gaps count as unmet.
        Planned = "planned",
    }
}

/// How a [`Threshold`] is judged: `"latest"`, or `{"share_of": …, "every": …}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Judge {
    /// By its latest reading: met 1, else 0.
    #[default]
    Latest,
    /// By the share that met it, of check-ins or of slots.
    Share(JudgeShare),
}

wire::record! {
    /// A share of check-ins, or of slots judged by their latest check-in.
    pub struct JudgeShare is "how a threshold is judged" {
        /// What the share is taken of.
        share_of: ShareOf = required;
        /// The length of a slot; without it the cycle's `check_in_every`.
        every: Option<Cadence> = optional;
    }
}

impl Judge {
    /// By a share, slots as long as the cycle's `check_in_every`.
    #[must_use]
    pub fn share_of(share_of: ShareOf) -> Self {
        Self::Share(JudgeShare {
            share_of,
            ..JudgeShare::default()
        })
    }

    /// By a share of slots of a length of their own.
    #[must_use]
    pub fn share_of_every(share_of: ShareOf, every: Cadence) -> Self {
        Self::Share(JudgeShare {
            share_of,
            every: Some(every),
            ..JudgeShare::default()
        })
    }

    /// Whether every check-in counts on its own, so that batches are taken.
    pub(crate) fn is_of_check_ins(&self) -> bool {
        matches!(self, Self::Share(share) if share.share_of == ShareOf::CheckIns)
    }
}

impl wire::Read for Judge {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        let mut share = JudgeShare::default();
        // The word is the default.
        if wire::read_word_or(value, cx, &["latest"], &mut share, &mut |_| ())? == Found::Object {
            *self = Self::Share(share);
        }
        Ok(())
    }
}

impl Serialize for Judge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Latest => serializer.serialize_str("latest"),
            Self::Share(share) => share.serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Judge {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Judge".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let share = generator.subschema_for::<JudgeShare>();
        schemars::json_schema!({ "description": "How a threshold is judged.", "oneOf": [{ "const": "latest" }, share] })
    }
}

/// F3: a number to be kept within one or two bounds.
///
/// Judged by its latest reading it is met (1) or not (0), and its status is on track or the worst there is: pace has no
/// meaning for it. Judged by a share it is met / counted.
///
/// Worked: at most 24 hours, with readings of 40 and 3 hours, judged by `check_ins`: 1/2 = 0.5; 40 met of a batch of 42:
/// 40/42 = 0.952; 9 of 13 planned weeks met: 9/13 = 0.692.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Threshold {
    /// Met where the reading is greater.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// Met where the reading is greater or equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Met where the reading is less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// Met where the reading is less or equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
    /// How it is judged.
    #[serde(default, skip_serializing_if = "wire::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = <Judge>::default())))]
    pub judge: Judge,
    /// The unit of the bounds and of the check-ins.
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

/// Slots of a cycle, judged by their latest check-ins.
#[derive(Debug)]
pub(crate) struct JudgedSlots<'a> {
    pub(crate) slots: Slots,
    /// The latest value of each slot that has one, so that a long cycle costs nothing.
    pub(crate) latest: BTreeMap<usize, (f64, &'a CheckIn)>,
    /// Whether slots without a check-in count as unmet.
    pub(crate) counts_gaps: bool,
    /// How many slots count, from the first on where gaps count.
    pub(crate) counted: usize,
}

impl Threshold {
    /// A ceiling that may be touched.
    #[must_use]
    pub fn at_most(bound: f64) -> Self {
        Self {
            at_most: Some(bound),
            ..Self::default()
        }
    }

    /// A floor that may be touched.
    #[must_use]
    pub fn at_least(bound: f64) -> Self {
        Self {
            at_least: Some(bound),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            above: take.fields.above,
            at_least: take.fields.at_least,
            below: take.fields.below,
            at_most: take.fields.at_most,
            judge: take.fields.judge.take().unwrap_or_default(),
            unit: take.fields.unit.take(),
            reading: take.fields.reading.unwrap_or_default(),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn give(self, fields: &mut MeasureFields) {
        (fields.above, fields.at_least, fields.below, fields.at_most) = (self.above, self.at_least, self.below, self.at_most);
        (fields.judge, fields.unit, fields.reading, fields.ext) = (Some(self.judge), self.unit, Some(self.reading), self.ext);
    }

    pub(super) fn check(&self, cx: &mut Context, cycle_every: Option<Cadence>) {
        self.check_bounds("a `threshold`", cx);
        let Judge::Share(share) = &self.judge else { return };
        match (share.share_of, share.every) {
            (ShareOf::CheckIns, Some(_)) => cx.name("judge", |cx| {
                let message = "a share of check-ins has no slots, so it takes no `every`";
                cx.report_at("every", Code::DocumentUnknownField, message);
            }),
            (ShareOf::Observed | ShareOf::UpToLatest | ShareOf::Planned, None) if cycle_every.is_none() => {
                let message = "a share of slots needs `every`, or a cycle with `check_in_every`";
                cx.report_at("judge", Code::MeasureNoCadence, message);
            }
            _ => {}
        }
    }

    /// Notes bounds that are too few, too many, or met by no value. `what` takes them.
    pub(crate) fn check_bounds(&self, what: &str, cx: &mut Context) {
        match [self.above, self.at_least, self.below, self.at_most].iter().flatten().count() {
            0 => cx.report(
                Code::MeasureEmpty,
                format!("{what} takes one or two of `above`, `at_least`, `below`, `at_most`, found none"),
            ),
            1 | 2 => {
                if self.lowest() > self.highest() {
                    cx.report(Code::MeasureBounds, "no value can meet these bounds");
                }
            }
            n => cx.report(Code::MeasureOneOf, format!("{what} takes one or two bounds, found {n}")),
        }
    }

    /// The smallest number that meets the lower bounds.
    fn lowest(&self) -> f64 {
        let above = self.above.map_or(f64::MIN, f64::next_up);
        self.at_least.map_or(above, |bound| bound.max(above))
    }

    /// The largest number that meets the upper bounds.
    fn highest(&self) -> f64 {
        let below = self.below.map_or(f64::MAX, f64::next_down);
        self.at_most.map_or(below, |bound| bound.min(below))
    }

    /// The least and the greatest number that is within the bounds; `None` where there is no bound on that side.
    pub(crate) fn limits(&self) -> (Option<f64>, Option<f64>) {
        let (is_bounded_below, is_bounded_above) = (self.above.or(self.at_least).is_some(), self.below.or(self.at_most).is_some());
        (is_bounded_below.then(|| self.lowest()), is_bounded_above.then(|| self.highest()))
    }

    /// Whether a number is within the bounds.
    #[must_use]
    pub fn is_met(&self, value: f64) -> bool {
        self.bounds().contains(value)
    }

    pub(super) fn bounds(&self) -> Within {
        Within {
            lowest: self.lowest(),
            highest: self.highest(),
        }
    }

    /// Met and counted, for a measure judged by a share.
    pub(crate) fn tally(&self, log: &Log<'_>, rules: &Rules<'_>) -> Option<(f64, f64)> {
        let Judge::Share(share) = &self.judge else { return None };
        Some(match share.share_of {
            ShareOf::CheckIns => self.tally_check_ins(log),
            ShareOf::Observed | ShareOf::UpToLatest | ShareOf::Planned => {
                let Some(judged) = self.judged_slots(log, rules) else {
                    return Some((0.0, 0.0));
                };
                let met = judged.latest.values().filter(|(value, _)| self.is_met(*value)).count();
                #[expect(clippy::cast_precision_loss, reason = "a calendar of 9999 years has fewer than 2^53 days")]
                (met as f64, judged.counted as f64)
            }
        })
    }

    fn tally_check_ins(&self, log: &Log<'_>) -> (f64, f64) {
        log.observed().fold((0.0, 0.0), |(met, counted), seen| {
            let (batch_met, batch_of) = (seen.met.unwrap_or(0.0), seen.of.unwrap_or(0.0));
            match seen.value {
                Some(value) => (met + batch_met + f64::from(self.is_met(value)), counted + batch_of + 1.0),
                None => (met + batch_met, counted + batch_of),
            }
        })
    }

    /// The slots that a share is taken of, for a measure judged by a share of slots.
    pub(crate) fn judged_slots<'a>(&self, log: &Log<'a>, rules: &Rules<'_>) -> Option<JudgedSlots<'a>> {
        let Judge::Share(share) = &self.judge else { return None };
        if share.share_of == ShareOf::CheckIns {
            return None;
        }
        let slots = rules.cycle.slots(share.every)?;
        let mut latest: BTreeMap<usize, (f64, &CheckIn)> = BTreeMap::new();
        for seen in log.observed() {
            let (Some(slot), Some(value)) = (slots.of(seen.on), seen.value) else {
                continue;
            };
            let entry = latest.entry(slot).or_insert((value, seen.check_in));
            if entry.1.on <= seen.on {
                *entry = (value, seen.check_in);
            }
        }
        let counted = match (share.share_of, latest.keys().next_back()) {
            (_, None) => 0,
            (ShareOf::UpToLatest, Some(last)) => last + 1,
            (ShareOf::Planned, _) => slots.count(),
            (ShareOf::Observed | ShareOf::CheckIns, _) => latest.len(),
        };
        Some(JudgedSlots {
            slots,
            latest,
            counts_gaps: share.share_of != ShareOf::Observed,
            counted,
        })
    }

    pub(super) fn evaluate(&self, log: &Log<'_>, rules: &Rules<'_>) -> Measured {
        let Some((met, counted)) = self.tally(log, rules) else {
            return Measured::NO_CHECK_INS;
        };
        let reading = log.read(self.reading).filter(|value| value.is_finite()).map(Reading::Number);
        let progress = if counted > 0.0 {
            Outcome::finite(met / counted)
        } else {
            Outcome::NoData(Reason::NoCheckIns)
        };
        Measured { reading, progress }
    }
}
