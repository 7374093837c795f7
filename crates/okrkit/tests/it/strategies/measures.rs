//! Measures, what may be amended in them, and check-ins that fit.
//!
//! Numbers are drawn so that every mixture of a measure and its amendments is valid: starts lie below 10, targets from 20 on.

use okrkit::Date;
use serde_json::{Map, Value, json};

use super::{Tape, day, set};

const READINGS: &[&str] = &["latest", "sum", "mean", "max", "min"];
const EVERY: &[&str] = &["week", "day", "two_weeks", "month", "quarter"];
pub(crate) const STEPS: &[&str] = &["plan", "build", "ship", "خطوة"];
const PARTS: &[&str] = &["a", "b/c", "d~"];

pub(crate) const KINDS: &[&str] = &[
    "metric",
    "change",
    "threshold",
    "exact",
    "bands",
    "levels",
    "zones",
    "milestones",
    "done",
    "events",
    "composite",
    "observe",
    "children",
];

/// Those that a composite may have for parts.
const PART_KINDS: usize = 10;

/// What a measure depends on beside its kind.
#[derive(Debug, Clone)]
pub(crate) struct Around {
    /// The unit that every addable reading of the plan has.
    pub(crate) unit: Option<Value>,
    pub(crate) starts: Date,
}

pub(crate) fn units(tape: &mut Tape) -> Option<Value> {
    tape.pick(&[
        None,
        Some(json!({"kind": "number"})),
        Some(json!({"kind": "percent"})),
        Some(json!({"kind": "currency", "code": "SAR"})),
        Some(json!({"kind": "count", "of": "مكالمات", "per": "week"})),
        Some(json!({"kind": "duration", "of": "hour"})),
        Some(json!({"kind": "points", "per": "year"})),
    ])
}

pub(crate) fn measure(tape: &mut Tape, around: &Around) -> Value {
    let kind = tape.pick(KINDS);
    of_kind(tape, kind, around)
}

pub(crate) fn of_kind(tape: &mut Tape, kind: &str, around: &Around) -> Value {
    let mut measure = json!({ "kind": kind });
    for (field, value) in fields(tape, kind, around) {
        measure[field] = value;
    }
    let takes_unit = matches!(kind, "metric" | "change" | "threshold" | "exact" | "bands" | "levels" | "events" | "observe");
    if takes_unit || measure["roll_up"] == "sum" {
        set(&mut measure, "unit", around.unit.clone());
    }
    if takes_unit && tape.chance(40) {
        measure["reading"] = tape.pick(READINGS).into();
    }
    if tape.chance(5) {
        measure["ext"] = json!({"any": [1, {"thing": null}]});
    }
    measure
}

fn fields(tape: &mut Tape, kind: &str, around: &Around) -> Map<String, Value> {
    let sign = tape.pick(&[1.0, -1.0]);
    let fields = match kind {
        "metric" if tape.chance(10) => json!({"start": null, "target": sign * tape.number(20, 40)}),
        "metric" => json!({"start": sign * tape.number(0, 10), "target": sign * tape.number(20, 40)}),
        "change" => change(tape),
        "threshold" => threshold(tape),
        "exact" => {
            let mut exact = json!({"start": sign * tape.number(0, 10), "target": sign * tape.number(20, 40)});
            set(&mut exact, "tolerance", tape.maybe(40, |tape| tape.number(0, 6)));
            exact
        }
        "bands" => bands(tape),
        "levels" => levels(tape, sign),
        "milestones" => milestones(tape, around.starts),
        "events" => {
            let mut events = json!({"count": tape.between(1, 5)});
            set(&mut events, "each_at_least", tape.maybe(60, |tape| tape.number(1, 30)));
            set(&mut events, "partial", tape.maybe(50, |_| true));
            events
        }
        "composite" => {
            let mut parts = Map::new();
            for name in PARTS.iter().take(1 + tape.below(PARTS.len())) {
                let kind = tape.pick(&KINDS[..PART_KINDS]);
                parts.insert((*name).to_owned(), of_kind(tape, kind, around));
            }
            json!({"parts": parts, "combine": tape.pick(&["mean", "min", "product"])})
        }
        "children" => match tape.below(4) {
            0 => json!({}),
            1 => json!({"roll_up": "min"}),
            2 => json!({"roll_up": "mean"}),
            _ => json!({"roll_up": "sum", "start": tape.number(0, 10), "target": tape.number(20, 60)}),
        },
        _ => json!({}),
    };
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn change(tape: &mut Tape) -> Value {
    let mut change = json!({"baseline": Value::Null});
    if !tape.chance(10) {
        change["baseline"] = tape.pick(&[10.0, 200.0, 0.0, -50.0, 0.3]).into();
    }
    if tape.chance(60) {
        change["percent"] = tape.pick(&[10.0, 20.0, -10.0, 150.0, 33.3]).into();
    } else {
        change["amount"] = tape.pick(&[5.0, -5.0, 0.1]).into();
    }
    set(&mut change, "from", tape.maybe(40, |tape| tape.pick(&["baseline", "zero"])));
    // The whole of it off: from the baseline there is a way to 0.
    if change["from"] == "baseline" && change["percent"].is_f64() && tape.chance(20) {
        change["percent"] = json!(-100);
    }
    change
}

fn threshold(tape: &mut Tape) -> Value {
    let mut threshold = json!({});
    let (low, high) = (tape.maybe(60, |tape| tape.pick(&["at_least", "above"])), tape.pick(&["at_most", "below"]));
    if let Some(low) = low {
        threshold[low] = tape.number(0, 10).into();
    }
    if low.is_none() || tape.chance(50) {
        threshold[high] = tape.number(20, 40).into();
    }
    match tape.below(6) {
        0 | 1 => {}
        2 => threshold["judge"] = json!("latest"),
        3 => threshold["judge"] = json!({"share_of": "check_ins"}),
        _ => {
            let share_of = tape.pick(&["observed", "up_to_latest", "planned"]);
            threshold["judge"] = json!({"share_of": share_of, "every": tape.pick(EVERY)});
        }
    }
    threshold
}

fn bands(tape: &mut Tape) -> Value {
    let mut at = tape.number(-20, 10);
    let points: Vec<Value> = (0..=tape.below(4))
        .map(|_| {
            at += tape.number(1, 15);
            json!([at, tape.pick(&[0.0, 1.0, 0.5, 0.3, 0.7, 0.123])])
        })
        .collect();
    let mut bands = json!({ "points": points });
    set(&mut bands, "between", tape.maybe(40, |tape| tape.pick(&["linear", "step"])));
    bands
}

fn levels(tape: &mut Tape, sign: f64) -> Value {
    let mut levels = json!({"start": sign * tape.number(0, 5)});
    let given = 1 + tape.below(7);
    for (bit, level, low) in [(1, "commit", 5), (2, "target", 15), (4, "stretch", 25)] {
        if given & bit != 0 {
            levels[level] = (sign * tape.number(low, low + 10)).into();
        }
    }
    levels
}

fn milestones(tape: &mut Tape, starts: Date) -> Value {
    let all_end = tape.chance(50);
    let steps: Vec<Value> = STEPS
        .iter()
        .map(|id| {
            let mut step = json!({"id": id, "title": id});
            set(&mut step, "weight", tape.maybe(50, |tape| tape.pick(&[2.0, 1.0, 0.5, 0.1, 0.0])));
            set(
                &mut step,
                "ends",
                (all_end || tape.chance(20)).then(|| day(starts, tape.between(0, 100)).to_string()),
            );
            step
        })
        .collect();
    // The last step is always there and always weighs something, so that what is left of the weights is above 0.
    let mut steps = steps.into_iter().skip(tape.below(STEPS.len())).collect::<Vec<_>>();
    if let Some(last) = steps.last_mut() {
        last["weight"] = tape.pick(&[1.0, 3.0, 0.7]).into();
    }
    json!({ "steps": steps })
}

/// Fields that an amendment may replace, for a measure with all its amendments so far; `None` where there is nothing to replace.
pub(crate) fn amended(tape: &mut Tape, measure: &Value, around: &Around) -> Option<Value> {
    let kind = measure["kind"].as_str().unwrap();
    let fresh = Value::Object(fields(tape, kind, around));
    let mut set = json!({});
    let mut take = |tape: &mut Tape, names: &[&str]| {
        for name in names {
            if !fresh[name].is_null() && tape.chance(60) {
                set[name] = fresh[name].clone();
            }
        }
    };
    match kind {
        // Towards the same side: a target of the other sign would still be valid, a start would not always.
        "metric" | "exact" => {
            let falls = measure["target"].as_f64().unwrap() < 0.0;
            if (fresh["target"].as_f64().unwrap() < 0.0) == falls {
                take(tape, &["start", "target", "tolerance"]);
            }
        }
        "change" => take(tape, &["baseline", "amount"]),
        "threshold" => {
            let bounds: Vec<&str> = ["above", "at_least", "below", "at_most"]
                .into_iter()
                .filter(|bound| !measure[bound].is_null())
                .collect();
            take(tape, &bounds);
        }
        "bands" => take(tape, &["points", "between"]),
        "levels" => {
            let falls = |levels: &Value| {
                ["commit", "target", "stretch"]
                    .into_iter()
                    .any(|level| levels[level].as_f64() < Some(0.0) && !levels[level].is_null())
            };
            if falls(&fresh) == falls(measure) {
                take(tape, &["start", "commit", "target", "stretch"]);
            }
        }
        "milestones" => take(tape, &["steps"]),
        "events" => take(tape, &["count", "each_at_least", "partial"]),
        "composite" => take(tape, &["combine"]),
        "children" if measure["roll_up"] == "sum" && fresh["roll_up"] == "sum" => take(tape, &["start", "target"]),
        _ => {}
    }
    if matches!(kind, "metric" | "threshold" | "exact" | "bands" | "levels") && tape.chance(20) {
        set["reading"] = tape.pick(READINGS).into();
    }
    (set != json!({})).then_some(set)
}

/// Figures that a check-in may carry for a measure; possibly none.
pub(crate) fn figures(tape: &mut Tape, measure: &Value) -> Map<String, Value> {
    let mut figures = json!({});
    if !tape.chance(88) {
        return Map::new();
    }
    match measure["kind"].as_str().unwrap() {
        "zones" => figures["zone"] = tape.pick(&["fail", "commit", "target", "stretch"]).into(),
        "milestones" => {
            let some = |tape: &mut Tape| tape.several(3, |tape| known_step(tape, measure));
            set(&mut figures, "steps_done", tape.maybe(80, some));
            set(&mut figures, "steps_undone", tape.maybe(20, some));
        }
        "done" => figures["done"] = tape.chance(60).into(),
        "events" if tape.chance(40) => {
            figures["event"] = true.into();
            set(&mut figures, "value", tape.maybe(50, value));
        }
        "composite" => {
            let mut parts = Map::new();
            for (name, part) in measure["parts"].as_object().unwrap() {
                if tape.chance(70) {
                    parts.insert(name.clone(), Value::Object(self::figures(tape, part)));
                }
            }
            figures["parts"] = Value::Object(parts);
        }
        "children" => {}
        "threshold" if measure["judge"]["share_of"] == "check_ins" && tape.chance(40) => {
            let of = tape.between(1, 50);
            figures["of"] = of.into();
            figures["met"] = tape.between(0, of).into();
        }
        _ => figures["value"] = value(tape).into(),
    }
    match figures {
        Value::Object(figures) => figures,
        _ => Map::new(),
    }
}

/// A step that the measure has whatever is amended: the last of them is always there.
fn known_step(tape: &mut Tape, measure: &Value) -> String {
    let steps = measure["steps"].as_array().unwrap();
    steps[tape.below(steps.len())]["id"].as_str().unwrap().to_owned()
}

fn value(tape: &mut Tape) -> f64 {
    match tape.below(8) {
        0 => tape.pick(&[0.0, 20.0, -20.0, 10.0, 200.0]),
        1 => tape.number(-80, 300),
        _ => tape.number(-10, 45),
    }
}
