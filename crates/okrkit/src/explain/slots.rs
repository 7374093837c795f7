//! What the share of a threshold was taken of: check-ins, batches, slots and the gaps between them.

use super::{Say, Step};
use crate::measure::{JudgedSlots, Log, Rules, Threshold};

/// What was counted, and what was not.
pub(super) fn judged(measure: &Threshold, log: &Log<'_>, rules: &Rules<'_>) -> Vec<Step> {
    match measure.judged_slots(log, rules) {
        Some(judged) => by_slot(measure, log, &judged),
        None => each(measure, log),
    }
}

/// Every check-in on its own, and batches as they are.
fn each(measure: &Threshold, log: &Log<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for seen in log.observed() {
        if let Some(of) = seen.of {
            let batch = Step::new(Say::Batch, seen.met.unwrap_or(0.0)).with("of", of).with("on", seen.on);
            steps.push(batch.with("by", seen.check_in.by.clone()));
        }
        if let Some(value) = seen.value {
            let judged = Step::new(Say::Judged, value).with("on", seen.on).with("by", seen.check_in.by.clone());
            steps.push(judged.with("met", within(measure, value)));
        }
    }
    steps
}

fn by_slot(measure: &Threshold, log: &Log<'_>, judged: &JudgedSlots<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut next = 0;
    for (slot, (value, from)) in &judged.latest {
        steps.extend(gap(judged, next, *slot));
        let (starts, ends) = judged.slots.span(*slot).unzip();
        let step = Step::new(Say::Slot, *value).with("starts", starts).with("ends", ends);
        let step = step.with("met", within(measure, *value)).with("on", from.on);
        steps.push(step.with("by", from.by.clone()));
        next = slot + 1;
    }
    steps.extend(gap(judged, next, judged.counted));
    let not_judged = log.observed().filter_map(|seen| {
        seen.value?;
        let why = match judged.slots.of(seen.on) {
            None => "outside_slots",
            Some(slot) if judged.latest.get(&slot).is_some_and(|(_, from)| !std::ptr::eq(*from, seen.check_in)) => "later_in_slot",
            Some(_) => return None,
        };
        Some(Step::new(Say::LeftOut, why).with("on", seen.on).with("by", seen.check_in.by.clone()))
    });
    steps.extend(not_judged);
    steps
}

/// Slots without a check-in, from one up to before another, where they count.
fn gap(judged: &JudgedSlots<'_>, from: usize, to: usize) -> Option<Step> {
    if !judged.counts_gaps || from >= to {
        return None;
    }
    let (starts, _) = judged.slots.span(from)?;
    let (_, ends) = judged.slots.span(to - 1)?;
    #[expect(clippy::cast_precision_loss, reason = "a calendar of 9999 years has fewer than 2^53 days")]
    Some(Step::new(Say::SlotGap, (to - from) as f64).with("starts", starts).with("ends", ends))
}

fn within(measure: &Threshold, value: f64) -> &'static str {
    if measure.is_met(value) { "within_bounds" } else { "outside_bounds" }
}
