//! What check-ins amount to, by formulas that need nothing but the measure and the log.

use chrono::{Days, Months, NaiveDate};
use serde_json::Value;

use super::values::{Figure, Lack, date, finite, list, met, number, text, word};

/// The entries of a log that carry a number, in order.
pub(super) fn values(log: &[Value]) -> Vec<f64> {
    log.iter().filter_map(|entry| number(entry, "value")).collect()
}

/// What the values up to the day amount to.
pub(super) fn reading(measure: &Value, log: &[Value]) -> Figure {
    let values = values(log);
    let sum = || values.iter().sum::<f64>();
    let last = *values.last().ok_or(Lack::NoData("no_check_ins"))?;
    let counted = f64::from(u32::try_from(values.len()).unwrap());
    finite(match word(measure, "reading", "latest") {
        "latest" => last,
        "sum" => sum(),
        "mean" => sum() / counted,
        "max" => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        "min" => values.iter().copied().fold(f64::INFINITY, f64::min),
        other => panic!("reading `{other}`"),
    })
}

/// The distance to go: where F1 starts, and where it ends.
pub(super) fn distance(measure: &Value) -> Result<(f64, f64), Lack> {
    if measure["kind"] != "change" {
        return Ok((number(measure, "start").ok_or(Lack::NoData("start"))?, number(measure, "target").unwrap()));
    }
    // F2: t = b(1+percent/100) or b+amount; s = b, or 0 `from` `zero`, the default of flows.
    let baseline = number(measure, "baseline").ok_or(Lack::NoData("baseline"))?;
    let target = match number(measure, "percent") {
        Some(percent) => baseline * (1.0 + percent / 100.0),
        None => baseline + number(measure, "amount").unwrap(),
    };
    let default = if measure["reading"] == "sum" { "zero" } else { "baseline" };
    let start = if word(measure, "from", default) == "zero" { 0.0 } else { baseline };
    Ok((start, finite(target)?))
}

/// The same, where there is a way to go.
pub(super) fn way(measure: &Value) -> Result<(f64, f64), Lack> {
    let (start, target) = distance(measure)?;
    #[expect(clippy::float_cmp, reason = "doubles as they are")]
    let is_there = start != target;
    if is_there { Ok((start, target)) } else { Err(Lack::Undefined("no_distance")) }
}

/// The one number that a measure aims at.
pub(super) fn target(measure: &Value) -> Option<f64> {
    match text(measure, "kind") {
        "change" => distance(measure).ok().map(|(_, target)| target),
        "events" => number(measure, "count"),
        _ => number(measure, "target"),
    }
}

/// What was checked in for one part of a composite.
pub(super) fn part_log(log: &[Value], name: &str) -> Vec<Value> {
    let of_part = |entry: &Value| {
        let mut figures = entry["parts"].get(name)?.clone();
        figures["on"] = entry["on"].clone();
        Some(figures)
    };
    log.iter().filter_map(of_part).collect()
}

/// F7: the worth of every event there was, added.
pub(super) fn events(measure: &Value, log: &[Value]) -> Figure {
    let worths: Vec<f64> = log
        .iter()
        .filter(|entry| entry["event"] == true || number(entry, "value").is_some())
        .map(|entry| worth(measure, entry))
        .collect();
    if worths.is_empty() {
        Err(Lack::NoData("no_check_ins"))
    } else {
        Ok(worths.iter().sum())
    }
}

pub(super) fn worth(measure: &Value, event: &Value) -> f64 {
    let Some(least) = number(measure, "each_at_least") else { return 1.0 };
    let Some(value) = number(event, "value") else { return 0.0 };
    if measure["partial"] == true {
        (value / least).clamp(0.0, 1.0)
    } else if value >= least {
        1.0
    } else {
        0.0
    }
}

/// F6: Σw of steps done / Σw, the steps being told apart by a test.
pub(super) fn milestones(measure: &Value, counts: impl Fn(&Value) -> bool) -> Figure {
    let weight = |step: &Value| number(step, "weight").unwrap_or(1.0);
    let all: f64 = list(measure, "steps").iter().map(weight).sum();
    let some: f64 = list(measure, "steps").iter().filter(|step| counts(step)).map(weight).sum();
    finite(some / finite(all)?)
}

pub(super) fn steps_done(log: &[Value]) -> Result<Vec<Value>, Lack> {
    if log.iter().all(|entry| entry["steps_done"].is_null() && entry["steps_undone"].is_null()) {
        return Err(Lack::NoData("no_check_ins"));
    }
    let mut done: Vec<Value> = Vec::new();
    for entry in log {
        done.extend_from_slice(list(entry, "steps_done"));
        done.retain(|id| !list(entry, "steps_undone").contains(id));
    }
    Ok(done)
}

/// F3, a share of the check-ins: each check-in on its own, batches by `met` and `of`.
pub(super) fn share_of_check_ins(measure: &Value, log: &[Value]) -> Figure {
    let (mut kept, mut counted) = (0.0, 0.0);
    for entry in log {
        if let (Some(met), Some(of)) = (number(entry, "met"), number(entry, "of")) {
            kept += met;
            counted += of;
        } else if let Some(value) = number(entry, "value") {
            kept += if met(measure, value) { 1.0 } else { 0.0 };
            counted += 1.0;
        }
    }
    if counted > 0.0 {
        finite(kept / finite(counted)?)
    } else {
        Err(Lack::NoData("no_check_ins"))
    }
}

/// F3 by slots, each judged by its latest check-in.
pub(super) fn share_of_slots(measure: &Value, log: &[Value], cycle: &Value) -> Figure {
    let judge = &measure["judge"];
    let every = judge["every"].as_str().or(cycle["check_in_every"].as_str()).unwrap();
    let latest = |slot: &Slot| {
        let inside: Vec<Value> = log.iter().filter(|entry| slot.holds(date(text(entry, "on")))).cloned().collect();
        values(&inside).last().copied()
    };
    let slots: Vec<Option<f64>> = slots(cycle, every).iter().map(latest).collect();
    let Some(last) = slots.iter().rposition(Option::is_some) else {
        return Err(Lack::NoData("no_check_ins"));
    };
    let counted: Vec<Option<f64>> = match text(judge, "share_of") {
        "observed" => slots.into_iter().flatten().map(Some).collect(),
        "up_to_latest" => slots[..=last].to_vec(),
        "planned" => slots,
        other => panic!("share of `{other}`"),
    };
    let kept = counted.iter().filter(|value| value.is_some_and(|value| met(measure, value))).count();
    finite(f64::from(u32::try_from(kept).unwrap()) / f64::from(u32::try_from(counted.len()).unwrap()))
}

pub(super) struct Slot {
    pub(super) first: NaiveDate,
    /// The first day of the next one.
    pub(super) next: NaiveDate,
}

impl Slot {
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day < self.next
    }
}

/// Slots run from the cycle's first day, months clipped to month end; a stub at the end counts.
pub(super) fn slots(cycle: &Value, every: &str) -> Vec<Slot> {
    let (starts, ends) = (date(text(cycle, "starts")), date(text(cycle, "ends")));
    let beyond = ends.succ_opt().unwrap();
    let nth = |n: u32| match every {
        "day" => starts + Days::new(n.into()),
        "week" => starts + Days::new(7 * u64::from(n)),
        "two_weeks" => starts + Days::new(14 * u64::from(n)),
        "month" => starts + Months::new(n),
        "quarter" => starts + Months::new(3 * n),
        other => panic!("every `{other}`"),
    };
    let mut slots = Vec::new();
    for n in 0.. {
        if nth(n) > ends {
            break;
        }
        slots.push(Slot {
            first: nth(n),
            next: nth(n + 1).min(beyond),
        });
    }
    slots
}
