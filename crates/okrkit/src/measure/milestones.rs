use std::collections::BTreeMap;

use super::fields::Take;
use super::{Log, Measured, Outcome, Reading, Reason};
use crate::issue::Code;
use crate::plan::Text;
use crate::time::Date;
use crate::wire::{self, Context};
use serde::Serialize;

wire::record! {
    /// One step of [`Milestones`].
    pub struct Step is "a step" {
        /// Names the step in `steps_done`. One step of a measure each.
        id: String = required;
        /// What is done then.
        title: Text = optional;
        /// Its part of the whole, in proportion; 1 if not given.
        weight: Option<f64> = optional;
        /// The last day for it.
        ends: Option<Date> = optional;
    }
}

impl Step {
    /// A step of weight 1.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<Text>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            ..Self::default()
        }
    }

    /// The weight, 1 if not given.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight.unwrap_or(1.0)
    }
}

/// F6: weighted steps: Σw of the steps done / Σw. `steps_done` add up over the check-ins; `steps_undone` take back.
///
/// Worked: weights 1, 1 and 2, with the first two done: 2/4 = 0.5.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Milestones {
    /// The steps, at least one, with a sum of weights above 0.
    pub steps: Vec<Step>,
    /// Data of your own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<wire::Ext>,
}

impl Milestones {
    /// Steps in order.
    #[must_use]
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: steps.into_iter().collect(),
            ..Self::default()
        }
    }

    pub(super) fn take(take: &mut Take<'_>) -> Self {
        Self {
            steps: take.required("steps", |f| f.steps.take()),
            ext: take.fields.ext.take(),
        }
    }

    pub(super) fn check(&self, cx: &mut Context, _: Option<crate::time::Cadence>) {
        cx.name("steps", |cx| {
            if self.steps.is_empty() {
                cx.report(Code::MeasureEmpty, "`milestones` need at least one step");
                return;
            }
            let mut seen = std::collections::BTreeSet::new();
            let mut sum = 0.0;
            for (i, step) in self.steps.iter().enumerate() {
                cx.index(i, |cx| {
                    crate::id::check(cx, "id", &step.id);
                    if !seen.insert(step.id.as_str()) {
                        cx.report_at("id", Code::IdDuplicate, format!("another step has the id {}", crate::issue::quote(&step.id)));
                    }
                    if step.weight() < 0.0 {
                        cx.report_at("weight", Code::WeightNegative, format!("a weight is 0 or more, found `{}`", step.weight()));
                    }
                    sum += step.weight();
                });
            }
            if sum <= 0.0 {
                cx.report(Code::MeasureNotPositive, "the weights of the steps must add up to more than 0");
            }
        });
    }

    /// The share of the whole that the chosen steps make.
    fn share(&self, mut chosen: impl FnMut(&Step) -> bool) -> Outcome {
        // The largest weight as the unit keeps the sums within the doubles.
        let unit = self.steps.iter().map(Step::weight).fold(0.0, f64::max);
        let (part, whole) = self.steps.iter().fold((0.0, 0.0), |(part, whole), step| {
            let weight = step.weight();
            (if chosen(step) { part + weight / unit } else { part }, whole + weight / unit)
        });
        if whole > 0.0 {
            Outcome::finite(part / whole)
        } else {
            Outcome::Undefined(Reason::NoDistance)
        }
    }

    /// The first and the last day on which a step is due.
    pub(crate) fn days_due(&self) -> Option<(Date, Date)> {
        let days = || self.steps.iter().filter_map(|step| step.ends);
        Some((days().min()?, days().max()?))
    }

    /// F12: Σw due / Σw, where every step has a last day. A step is due on its last day.
    pub(super) fn share_due(&self, on: Date) -> Option<f64> {
        if self.steps.iter().any(|step| step.ends.is_none()) {
            return None;
        }
        self.share(|step| step.ends.is_some_and(|ends| ends <= on)).value()
    }

    /// The ids of the steps done, in the order of the measure. `None` where no check-in says anything of steps.
    fn steps_done(&self, log: &Log<'_>) -> Option<Vec<String>> {
        // By day, and within a day as listed: what was said last of a step holds. Within one check-in `steps_undone` does.
        let mut said: Vec<_> = log.observed().filter(|seen| seen.steps_done.is_some() || seen.steps_undone.is_some()).collect();
        if said.is_empty() {
            return None;
        }
        said.sort_by_key(|seen| seen.on);
        let mut is_done: BTreeMap<&str, bool> = BTreeMap::new();
        for seen in said {
            for (steps, done) in [(seen.steps_done, true), (seen.steps_undone, false)] {
                is_done.extend(steps.unwrap_or_default().iter().map(|step| (step.as_str(), done)));
            }
        }
        let done = self.steps.iter().filter(|step| is_done.get(step.id.as_str()) == Some(&true));
        Some(done.map(|step| step.id.clone()).collect())
    }

    /// The steps that are not done, in order, each with the progress once it and those before it are.
    pub(crate) fn still_to_do(&self, log: &Log<'_>) -> Vec<(&str, f64)> {
        let done = self.steps_done(log).unwrap_or_default();
        let mut next = done.iter().peekable();
        let unit = self.steps.iter().map(Step::weight).fold(0.0, f64::max);
        let whole: f64 = self.steps.iter().map(|step| step.weight() / unit).sum();
        let (to_do, done): (Vec<&Step>, Vec<&Step>) = self.steps.iter().partition(|step| next.next_if(|id| **id == step.id).is_none());
        let mut part: f64 = done.iter().map(|step| step.weight() / unit).sum();
        to_do
            .into_iter()
            .map(|step| {
                part += step.weight() / unit;
                (step.id.as_str(), part / whole)
            })
            .collect()
    }

    pub(super) fn evaluate(&self, log: &Log<'_>) -> Measured {
        match self.steps_done(log) {
            Some(done) => {
                // The ids are in the order of the steps.
                let mut next = done.iter().peekable();
                Measured {
                    progress: self.share(|step| next.next_if(|id| **id == step.id).is_some()),
                    reading: Some(Reading::Steps(done)),
                }
            }
            None => Measured::NO_CHECK_INS,
        }
    }
}
