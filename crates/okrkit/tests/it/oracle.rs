//! A slow, obvious evaluation of a plan, to hold the fast one against.
//!
//! It was written from the specification alone. Every formula stands as it stands there, under its number; nothing is shared with
//! the library, and no care is taken of time or memory. It works on valid plans only and panics on others.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test helper that meets valid plans only"
)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use serde_json::{Map, Value, json};

/// The figures of every objective and key result of a plan on a day, as far as they were known at an instant.
pub(crate) fn evaluate(plan: &Value, profile: &Value, on: &str, known: Option<&str>) -> Value {
    let known = known.map(instant);
    let oracle = Oracle {
        plan,
        profile,
        day: date(on),
        known,
        nodes: RefCell::default(),
    };
    let (mut objectives, mut key_results) = (Map::new(), Map::new());
    for objective in list(plan, "objectives") {
        let node = oracle.node(text(objective, "id"));
        objectives.insert(node.id.clone(), oracle.shown(&node, None));
        for key_result in list(objective, "key_results") {
            let own = oracle.node(text(key_result, "id"));
            let share = node.shares.get(&own.id).copied().unwrap_or(0.0);
            key_results.insert(own.id.clone(), oracle.shown(&own, Some(share)));
        }
    }
    json!({"objectives": objectives, "key_results": key_results})
}

/// A profile with nothing left to extend, from a name or from a document that may extend another.
pub(crate) fn profile(value: &Value) -> Value {
    let document = match value.as_str() {
        Some(name) => read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/profile/named").join(format!("{name}.json"))),
        None => value.clone(),
    };
    match document.get("extends") {
        None => document,
        Some(base) => {
            let mut whole = profile(base);
            merge(&mut whole, &document);
            whole.as_object_mut().unwrap().shift_remove("extends");
            whole
        }
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Objects are merged deeply, everything else is replaced whole.
fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Reading values

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}

fn word<'v>(value: &'v Value, field: &str, default: &'v str) -> &'v str {
    value[field].as_str().unwrap_or(default)
}

fn number(value: &Value, field: &str) -> Option<f64> {
    value[field].as_f64()
}

fn day_of(value: &Value, field: &str) -> Option<NaiveDate> {
    value[field].as_str().map(date)
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    f64::from(i32::try_from((to - from).num_days()).unwrap())
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Figures

/// Why there is no number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lack {
    NoData,
    Undefined,
    NotScored,
}

type Figure = Result<f64, Lack>;

/// A figure that leaves the finite doubles is undefined.
fn finite(figure: f64) -> Figure {
    if figure.is_finite() { Ok(figure) } else { Err(Lack::Undefined) }
}

/// At nine decimals, so that 0.5 − 0.4 is 0.1.
fn nine(figure: f64) -> f64 {
    format!("{figure:.9}").parse().unwrap()
}

/// F5: linear between the points, flat outside; undefined where their values do not rise.
fn linear(points: &[(f64, f64)], at: f64) -> Figure {
    if points.windows(2).any(|pair| pair[1].0 <= pair[0].0) {
        return Err(Lack::Undefined);
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
fn step(points: &[(f64, f64)], at: f64) -> Figure {
    if points.windows(2).any(|pair| pair[1].0 <= pair[0].0) {
        return Err(Lack::Undefined);
    }
    Ok(points.iter().rev().find(|point| point.0 <= at).unwrap_or(&points[0]).1)
}

/// F11: elapsed τ = (d−starts)/(ends−starts), in [0,1]; a period of one day is over on that day.
fn elapsed(day: NaiveDate, starts: NaiveDate, ends: NaiveDate) -> f64 {
    if ends <= starts {
        return if day >= starts { 1.0 } else { 0.0 };
    }
    (days_between(starts, day) / days_between(starts, ends)).clamp(0.0, 1.0)
}

/// Whether a value keeps to every bound that is given.
fn within(bounds: &Value, value: f64, of: impl Fn(f64) -> f64) -> bool {
    let holds = |bound: &str, test: fn(f64, f64) -> bool| number(bounds, bound).is_none_or(|limit| test(value, of(limit)));
    holds("above", |a, b| a > b) && holds("at_least", |a, b| a >= b) && holds("below", |a, b| a < b) && holds("at_most", |a, b| a <= b)
}

fn met(bounds: &Value, value: f64) -> bool {
    within(bounds, value, |limit| limit)
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Readings

/// The entries of a log that carry a number, in order.
fn values(log: &[Value]) -> Vec<f64> {
    log.iter().filter_map(|entry| number(entry, "value")).collect()
}

/// What the values up to the day amount to.
fn reading(measure: &Value, log: &[Value]) -> Figure {
    let values = values(log);
    let sum = || values.iter().sum::<f64>();
    let last = *values.last().ok_or(Lack::NoData)?;
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
fn distance(measure: &Value) -> Result<(f64, f64), Lack> {
    if measure["kind"] != "change" {
        return Ok((number(measure, "start").ok_or(Lack::NoData)?, number(measure, "target").unwrap()));
    }
    // F2: t = b(1+percent/100) or b+amount; s = b, or 0 `from` `zero`, the default of flows.
    let baseline = number(measure, "baseline").ok_or(Lack::NoData)?;
    let target = match number(measure, "percent") {
        Some(percent) => baseline * (1.0 + percent / 100.0),
        None => baseline + number(measure, "amount").unwrap(),
    };
    let default = if measure["reading"] == "sum" { "zero" } else { "baseline" };
    let start = if word(measure, "from", default) == "zero" { 0.0 } else { baseline };
    Ok((start, finite(target)?))
}

/// F7: the worth of every event there was, added.
fn events(measure: &Value, log: &[Value]) -> Figure {
    let worths: Vec<f64> = log
        .iter()
        .filter(|entry| entry["event"] == true || number(entry, "value").is_some())
        .map(|entry| worth(measure, entry))
        .collect();
    if worths.is_empty() { Err(Lack::NoData) } else { Ok(worths.iter().sum()) }
}

fn worth(measure: &Value, event: &Value) -> f64 {
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
fn milestones(measure: &Value, counts: impl Fn(&Value) -> bool) -> Figure {
    let weight = |step: &Value| number(step, "weight").unwrap_or(1.0);
    let all: f64 = list(measure, "steps").iter().map(weight).sum();
    let some: f64 = list(measure, "steps").iter().filter(|step| counts(step)).map(weight).sum();
    finite(some / finite(all)?)
}

fn steps_done(log: &[Value]) -> Result<Vec<Value>, Lack> {
    if log.iter().all(|entry| entry["steps_done"].is_null() && entry["steps_undone"].is_null()) {
        return Err(Lack::NoData);
    }
    let mut done: Vec<Value> = Vec::new();
    for entry in log {
        done.extend_from_slice(list(entry, "steps_done"));
        done.retain(|id| !list(entry, "steps_undone").contains(id));
    }
    Ok(done)
}

/// F3, a share of the check-ins: each check-in on its own, batches by `met` and `of`.
fn share_of_check_ins(measure: &Value, log: &[Value]) -> Figure {
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
    if counted > 0.0 { finite(kept / finite(counted)?) } else { Err(Lack::NoData) }
}

/// F3 by slots, each judged by its latest check-in.
fn share_of_slots(measure: &Value, log: &[Value], cycle: &Value) -> Figure {
    let judge = &measure["judge"];
    let every = judge["every"].as_str().or(cycle["check_in_every"].as_str()).unwrap();
    let latest = |slot: &Slot| {
        let inside: Vec<Value> = log.iter().filter(|entry| slot.holds(date(text(entry, "on")))).cloned().collect();
        values(&inside).last().copied()
    };
    let slots: Vec<Option<f64>> = slots(cycle, every).iter().map(latest).collect();
    let Some(last) = slots.iter().rposition(Option::is_some) else {
        return Err(Lack::NoData);
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

struct Slot {
    first: NaiveDate,
    /// The first day of the next one.
    next: NaiveDate,
}

impl Slot {
    fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day < self.next
    }
}

/// Slots run from the cycle's first day, months clipped to month end; a stub at the end counts.
fn slots(cycle: &Value, every: &str) -> Vec<Slot> {
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

// ---------------------------------------------------------------------------------------------------------------------------------
// Terms

/// What a key result is judged by.
#[derive(Clone)]
struct Terms {
    measure: Value,
    weight: Option<f64>,
    share: Option<f64>,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    path: Vec<Value>,
}

impl Terms {
    fn written(key_result: &Value) -> Self {
        Self {
            measure: key_result["measure"].clone(),
            weight: number(key_result, "weight"),
            share: number(key_result, "share"),
            starts: day_of(key_result, "starts"),
            ends: day_of(key_result, "ends"),
            path: list(key_result, "expected_path").to_vec(),
        }
    }

    fn amend(&mut self, set: &Value) {
        // A weight takes a share away, and a share a weight.
        if let Some(weight) = number(set, "weight") {
            (self.weight, self.share) = (Some(weight), None);
        }
        if let Some(share) = number(set, "share") {
            (self.weight, self.share) = (None, Some(share));
        }
        self.starts = day_of(set, "starts").or(self.starts);
        self.ends = day_of(set, "ends").or(self.ends);
        if let Some(path) = set["expected_path"].as_array() {
            self.path.clone_from(path);
        }
        for (field, value) in set["measure"].as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
            self.amend_measure(field, value);
        }
    }

    fn amend_measure(&mut self, field: &str, value: &Value) {
        let fields = self.measure.as_object_mut().unwrap();
        match field {
            "percent" => fields.shift_remove("amount"),
            "amount" => fields.shift_remove("percent"),
            _ => None,
        };
        fields.insert(field.to_owned(), value.clone());
    }
}

/// A measure with its defaults written out and its numbers as doubles, so that two that mean the same are the same.
fn plainly(measure: &Value) -> Value {
    match measure {
        Value::Number(number) => json!(number.as_f64().unwrap() + 0.0),
        Value::Array(values) => values.iter().map(plainly).collect(),
        Value::Object(fields) => {
            let mut plain = defaults(measure);
            for (field, value) in fields.iter().filter(|(field, value)| *field != "ext" && !value.is_null()) {
                plain.insert(field.clone(), plainly(value));
            }
            Value::Object(plain)
        }
        other => other.clone(),
    }
}

fn defaults(measure: &Value) -> Map<String, Value> {
    let defaults = match measure["kind"].as_str() {
        Some("threshold") => json!({"reading": "latest", "judge": "latest"}),
        Some("exact") => json!({"reading": "latest", "tolerance": 0.0}),
        Some("bands") => json!({"reading": "latest", "between": "linear"}),
        Some("change") if measure["reading"] == "sum" => json!({"from": "zero"}),
        Some("change") => json!({"reading": "latest", "from": "baseline"}),
        Some("metric" | "levels") => json!({"reading": "latest"}),
        Some("events") => json!({"partial": false}),
        Some("children") => json!({"roll_up": "mean"}),
        // A step of milestones; units, judges and composites have nothing to be filled in.
        None if measure["title"].is_string() || measure["title"].is_object() => json!({"weight": 1.0}),
        _ => json!({}),
    };
    defaults.as_object().unwrap().clone()
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Nodes

/// A figured objective or key result.
struct Node {
    id: String,
    /// As shown: clamped.
    progress: Figure,
    /// What it adds to a sum of children's readings.
    reading: Option<f64>,
    /// With manual scores, its own and those below.
    score: Option<f64>,
    /// Without its own manual score.
    computed: Option<f64>,
    /// Without any manual score, below it either.
    pure: Option<f64>,
    has_manual: bool,
    expected: f64,
    ends: NaiveDate,
    confidence: Option<f64>,
    checked_in: Option<NaiveDate>,
    status: String,
    stage: String,
    /// Of an objective: the resulting shares of its key results.
    shares: HashMap<String, f64>,
    /// Of a key result: what it would be by the terms as written, where they matter.
    original: Option<Value>,
}

/// What F13 looks at.
struct Standing<'s> {
    stage: &'s str,
    ambition: &'s str,
    starts: NaiveDate,
    ends: NaiveDate,
    progress: Figure,
    pure: Option<f64>,
    expected: f64,
    confidence: Option<f64>,
    checked_in: Option<NaiveDate>,
}

/// A member of a roll-up.
struct Member {
    part: Part,
    node: Rc<Node>,
}

#[derive(Clone, Copy)]
enum Part {
    /// A share that is kept as it is.
    Fixed(f64),
    /// A weight, in proportion to the others.
    Free(f64),
}

/// One F9 of an objective, and what it counts for where there are two.
struct Side {
    counts: f64,
    members: Vec<Member>,
}

/// F8: the shares of those that have a figure; the others have none.
fn shares(parts: &[(Part, bool)]) -> Vec<f64> {
    let fixed: f64 = parts
        .iter()
        .map(|(part, has)| if let (Part::Fixed(share), true) = (part, has) { *share } else { 0.0 })
        .sum();
    let free: f64 = parts
        .iter()
        .map(|(part, has)| if let (Part::Free(weight), true) = (part, has) { *weight } else { 0.0 })
        .sum();
    // Amendments not known yet can let the fixed ones exceed the whole; then they are scaled, as if nobody were free.
    let scale = if free > 0.0 && fixed <= 1.0 { 1.0 } else { fixed };
    let rest = (1.0 - fixed).max(0.0);
    let share = |(part, has): &(Part, bool)| match part {
        _ if !has => 0.0,
        Part::Fixed(share) => share / scale,
        Part::Free(weight) => rest * weight / free,
    };
    parts.iter().map(share).collect()
}

/// F9: Σ shareᵢ·xᵢ over the members that have the figure.
fn roll_up(members: &[Member], figure: impl Fn(&Member) -> Option<f64>) -> Option<f64> {
    let parts: Vec<(Part, bool)> = members.iter().map(|member| (member.part, figure(member).is_some())).collect();
    if parts.iter().all(|(_, has)| !has) {
        return None;
    }
    Some(
        members
            .iter()
            .zip(shares(&parts))
            .map(|(member, share)| share * figure(member).unwrap_or(0.0))
            .sum(),
    )
}

/// F10: the sides mixed; one without a figure gives way.
fn mix(sides: &[Side], figure: impl Fn(&Side) -> Option<f64>) -> Option<f64> {
    let figures: Vec<(f64, f64)> = sides.iter().filter_map(|side| figure(side).map(|figure| (side.counts, figure))).collect();
    match figures.as_slice() {
        [] => None,
        [(_, alone)] => Some(*alone),
        several => Some(several.iter().map(|(counts, figure)| counts * figure).sum()),
    }
}

struct Oracle<'p> {
    plan: &'p Value,
    profile: &'p Value,
    day: NaiveDate,
    known: Option<DateTime<Utc>>,
    nodes: RefCell<HashMap<String, Rc<Node>>>,
}

impl<'p> Oracle<'p> {
    fn node(&self, id: &str) -> Rc<Node> {
        if let Some(node) = self.nodes.borrow().get(id) {
            return Rc::clone(node);
        }
        let node = Rc::new(match self.find(id) {
            (objective, Some(key_result)) => self.key_result(objective, key_result),
            (objective, None) => self.objective(objective),
        });
        self.nodes.borrow_mut().insert(id.to_owned(), Rc::clone(&node));
        node
    }

    /// The objective of an id, and the key result if it is one.
    fn find(&self, id: &str) -> (&'p Value, Option<&'p Value>) {
        for objective in list(self.plan, "objectives") {
            if objective["id"] == id {
                return (objective, None);
            }
            if let Some(key_result) = list(objective, "key_results").iter().find(|key_result| key_result["id"] == id) {
                return (objective, Some(key_result));
            }
        }
        panic!("no node `{id}`")
    }

    fn cycle(&self, objective: &Value) -> &'p Value {
        list(self.plan, "cycles").iter().find(|cycle| cycle["id"] == objective["cycle"]).unwrap()
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // Facts

    /// A fact without `recorded` is known from 00:00 UTC of its `on`.
    fn is_known(&self, fact: &Value) -> bool {
        let recorded = || {
            fact["recorded"]
                .as_str()
                .map_or_else(|| date(text(fact, "on")).and_time(NaiveTime::MIN).and_utc(), instant)
        };
        self.known.is_none_or(|known| recorded() <= known)
    }

    /// The dated facts that hold on the day, oldest first, those of a day as they stand in the list.
    fn facts(&self, node: &'p Value, field: &str) -> Vec<&'p Value> {
        let mut facts: Vec<&Value> = list(node, field)
            .iter()
            .filter(|fact| self.is_known(fact) && date(text(fact, "on")) <= self.day)
            .collect();
        facts.sort_by_key(|fact| date(text(fact, "on")));
        facts
    }

    fn stage(&self, node: &'p Value) -> &'p str {
        let default = if list(node, "stages").is_empty() { "active" } else { "draft" };
        let before = word(node, "stage", default);
        self.facts(node, "stages").last().map_or(before, |change| text(change, "stage"))
    }

    /// Whether a dated change closed or dropped the node and still held at the end of a day.
    fn is_over_by_change(&self, node: &'p Value, day: NaiveDate) -> bool {
        let changes = self.facts(node, "stages");
        let holds = changes.iter().rfind(|change| date(text(change, "on")) <= day);
        holds.is_some_and(|change| matches!(text(change, "stage"), "closed" | "dropped"))
    }

    /// A closed or dropped node takes no check-in dated after that day, until it is taken up again.
    fn is_frozen(&self, node: &'p Value, on: NaiveDate) -> bool {
        self.is_over_by_change(node, on.pred_opt().unwrap()) && self.is_over_by_change(node, on)
    }

    fn check_ins(&self, objective: &'p Value, key_result: &'p Value) -> Vec<Value> {
        let mut check_ins = self.facts(key_result, "check_ins");
        check_ins.retain(|check_in| {
            let on = date(text(check_in, "on"));
            !self.is_frozen(key_result, on) && !self.is_frozen(objective, on)
        });
        let replaced: Vec<&Value> = check_ins.iter().map(|check_in| &check_in["replaces"]).filter(|id| !id.is_null()).collect();
        let stands = |check_in: &&&Value| !replaced.contains(&&check_in["id"]) && check_in["void"] != true;
        check_ins.iter().filter(stands).map(|check_in| (*check_in).clone()).collect()
    }

    fn manual_score(&self, node: &'p Value) -> Option<f64> {
        self.facts(node, "manual_scores").last().and_then(|score| number(score, "value"))
    }

    fn in_force(&self, key_result: &'p Value) -> Terms {
        let mut terms = Terms::written(key_result);
        for amendment in self.facts(key_result, "amendments") {
            terms.amend(&amendment["set"]);
        }
        terms
    }

    /// What it is judged by: the terms in force, or by goalposts as written with the weight in force.
    fn judged(&self, key_result: &'p Value) -> Terms {
        let in_force = self.in_force(key_result);
        if self.profile["goalposts"] == "original" {
            return Terms {
                weight: in_force.weight,
                share: in_force.share,
                ..Terms::written(key_result)
            };
        }
        in_force
    }

    /// Its own dates, else the objective's, else the cycle's.
    fn period(&self, objective: &Value, starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
        let above = |field| day_of(objective, field).unwrap_or_else(|| date(text(self.cycle(objective), field)));
        (starts.unwrap_or_else(|| above("starts")), ends.unwrap_or_else(|| above("ends")))
    }

    fn clamp(&self, which: &str, figure: f64) -> f64 {
        let clamp = &self.profile["clamp"][which];
        let floored = number(clamp, "floor").map_or(figure, |floor| figure.max(floor));
        number(clamp, "cap").map_or(floored, |cap| floored.min(cap))
    }

    fn anchor(&self, name: &str) -> f64 {
        number(&self.profile["anchors"], name).unwrap()
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // Measures

    /// The progress of a measure by what was checked in.
    fn progress(&self, id: &str, measure: &Value, log: &[Value], cycle: &Value) -> Figure {
        match text(measure, "kind") {
            "threshold" if measure["judge"]["share_of"] == "check_ins" => share_of_check_ins(measure, log),
            "threshold" if measure["judge"].is_object() => share_of_slots(measure, log, cycle),
            "zones" => {
                let zone = log.iter().rev().find_map(|entry| entry["zone"].as_str());
                Ok(self.anchor(zone.ok_or(Lack::NoData)?))
            }
            "milestones" => {
                let done = steps_done(log)?;
                milestones(measure, |step| done.contains(&step["id"]))
            }
            "done" => {
                let done = log.iter().rev().find_map(|entry| entry["done"].as_bool());
                Ok(if done.ok_or(Lack::NoData)? { 1.0 } else { 0.0 })
            }
            "events" => finite(events(measure, log)? / number(measure, "count").unwrap()),
            "composite" => self.composite(id, measure, log, cycle),
            "children" => self.children(id, measure),
            "observe" => Err(Lack::NotScored),
            _ => self.through(measure, reading(measure, log)?),
        }
    }

    /// A value put through a measure.
    fn through(&self, measure: &Value, value: f64) -> Figure {
        match text(measure, "kind") {
            "metric" | "change" | "children" if self.profile["progress"] == "ratio" => {
                // c/t, the start ignored.
                let target = if measure["kind"] == "change" {
                    distance(measure)?.1
                } else {
                    number(measure, "target").unwrap()
                };
                finite(value / target)
            }
            "metric" | "change" | "children" => {
                // F1: (c−s)/(t−s), up and down alike.
                let (start, target) = distance(measure)?;
                finite(finite(value - start)? / finite(target - start)?)
            }
            "threshold" => Ok(if met(measure, value) { 1.0 } else { 0.0 }),
            "exact" => {
                // F4: 1 within the tolerance, else max(0, 1−|c−t|/|t−s|).
                let (start, target) = distance(measure)?;
                if (value - target).abs() <= number(measure, "tolerance").unwrap_or(0.0) {
                    return Ok(1.0);
                }
                Ok((1.0 - finite(finite(value - target)?.abs() / finite(target - start)?.abs())?).max(0.0))
            }
            "bands" => {
                let points: Vec<(f64, f64)> = list(measure, "points")
                    .iter()
                    .map(|point| (point[0].as_f64().unwrap(), point[1].as_f64().unwrap()))
                    .collect();
                if measure["between"] == "step" {
                    step(&points, value)
                } else {
                    linear(&points, value)
                }
            }
            "levels" => self.levels(measure, value),
            other => panic!("`{other}` takes no value"),
        }
    }

    /// F5 through the profile's anchors, flat at the last level given.
    fn levels(&self, measure: &Value, value: f64) -> Figure {
        let anchors = [("start", "fail"), ("commit", "commit"), ("target", "target"), ("stretch", "stretch")];
        let level = |(level, anchor)| number(measure, level).map(|value| (value, self.anchor(anchor)));
        let points: Vec<(f64, f64)> = anchors.into_iter().filter_map(level).collect();
        if points.len() < 2 {
            return Err(Lack::NoData);
        }
        if points[1].0 > points[0].0 {
            return linear(&points, value);
        }
        // Levels that fall are levels that rise, seen in a mirror.
        let mirrored: Vec<(f64, f64)> = points.iter().map(|(value, anchor)| (-value, *anchor)).collect();
        linear(&mirrored, -value)
    }

    /// On the parts' progress, each clamped to [0,1]; a part without a figure leaves the whole without one.
    fn composite(&self, id: &str, measure: &Value, log: &[Value], cycle: &Value) -> Figure {
        let mut figures = Vec::new();
        for (name, part) in measure["parts"].as_object().unwrap() {
            let of_part = |entry: &Value| {
                let mut figures = entry["parts"].get(name)?.clone();
                figures["on"] = entry["on"].clone();
                Some(figures)
            };
            let part_log: Vec<Value> = log.iter().filter_map(of_part).collect();
            figures.push(self.progress(id, part, &part_log, cycle)?.clamp(0.0, 1.0));
        }
        Ok(match text(measure, "combine") {
            "mean" => figures.iter().sum::<f64>() / f64::from(u32::try_from(figures.len()).unwrap()),
            "min" => figures.into_iter().fold(1.0, f64::min),
            "product" => figures.into_iter().product(),
            other => panic!("combine `{other}`"),
        })
    }

    /// Of what contributes to this key result.
    fn children(&self, id: &str, measure: &Value) -> Figure {
        let members = self.linked_members(id);
        match word(measure, "roll_up", "mean") {
            "mean" => finite(roll_up(&members, |member| self.member_progress(member)).ok_or(Lack::NoData)?),
            "min" => members
                .iter()
                .filter_map(|member| self.member_progress(member))
                .reduce(f64::min)
                .ok_or(Lack::NoData),
            "sum" => self.through(measure, self.sum_of_readings(id)?),
            other => panic!("roll up `{other}`"),
        }
    }

    /// The readings of the children, added as they are: the weights of the links do not scale them.
    fn sum_of_readings(&self, id: &str) -> Figure {
        let of_member = |member: &Member| member.node.reading.or(self.substitute(&member.node));
        let readings: Vec<f64> = self.linked_members(id).iter().filter_map(of_member).collect();
        if readings.is_empty() {
            Err(Lack::NoData)
        } else {
            finite(readings.iter().sum())
        }
    }

    /// What a key result adds to the sum of a parent.
    fn numeric_reading(&self, id: &str, measure: &Value, log: &[Value]) -> Option<f64> {
        match text(measure, "kind") {
            "events" => events(measure, log).ok(),
            "children" if measure["roll_up"] == "sum" => self.sum_of_readings(id).ok(),
            _ => reading(measure, log).ok(),
        }
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // Members

    /// Stage active or closed, measured, and of a key result the objective too.
    fn counts(&self, id: &str) -> bool {
        let stands = |node| matches!(self.stage(node), "active" | "closed");
        let (objective, key_result) = self.find(id);
        stands(objective) && key_result.is_none_or(|key_result| stands(key_result) && key_result["measure"]["kind"] != "observe")
    }

    fn ignores_weights(&self) -> bool {
        self.profile["weights"] == "ignore"
    }

    fn own_members(&self, objective: &'p Value) -> Vec<Member> {
        let mut members = Vec::new();
        for key_result in list(objective, "key_results") {
            let terms = self.in_force(key_result);
            let part = terms.share.map_or_else(|| Part::Free(terms.weight.unwrap_or(1.0)), Part::Fixed);
            let (Part::Fixed(weight) | Part::Free(weight)) = part;
            let stands = matches!(self.stage(key_result), "active" | "closed") && key_result["measure"]["kind"] != "observe";
            if stands && weight > 0.0 {
                let part = if self.ignores_weights() { Part::Free(1.0) } else { part };
                members.push(Member {
                    part,
                    node: self.node(text(key_result, "id")),
                });
            }
        }
        members
    }

    /// The links in force on the day that move their parents.
    fn links(&self) -> impl Iterator<Item = &'p Value> {
        list(self.plan, "links").iter().filter(|link| {
            let has_begun = day_of(link, "starts").is_none_or(|starts| starts <= self.day);
            let has_ended = day_of(link, "ends").is_some_and(|ends| ends < self.day);
            word(link, "kind", "contributes") == "contributes" && has_begun && !has_ended
        })
    }

    fn linked_members(&self, parent: &str) -> Vec<Member> {
        let leads_here = |link: &&Value| link["parent"] == parent && link_weight(link) > 0.0 && self.counts(text(link, "child"));
        self.links()
            .filter(leads_here)
            .map(|link| Member {
                part: self.link_part(link),
                node: self.node(text(link, "child")),
            })
            .collect()
    }

    fn link_part(&self, link: &Value) -> Part {
        let weight = link_weight(link);
        if self.ignores_weights() {
            return Part::Free(1.0);
        }
        if self.profile["multi_parent"] == "divide" {
            // link weight × link weight / Σ of the child's contributing link weights
            let all: f64 = self.links().filter(|other| other["child"] == link["child"]).map(link_weight).sum();
            return Part::Free(weight * weight / all);
        }
        Part::Free(weight)
    }

    /// F10: who enters an objective.
    fn sides(&self, objective: &'p Value) -> Vec<Side> {
        let own = || self.own_members(objective);
        let linked = || self.linked_members(text(objective, "id"));
        let pool = &self.profile["pool"];
        if let Some(own_share) = number(pool, "own_share") {
            return vec![
                Side {
                    counts: own_share,
                    members: own(),
                },
                Side {
                    counts: 1.0 - own_share,
                    members: linked(),
                },
            ];
        }
        let members = match pool.as_str().unwrap() {
            "key_results" => own(),
            // Where nothing contributes, as at the leaves of the tree, its key results.
            "children" => Some(linked()).filter(|members| !members.is_empty()).unwrap_or_else(own),
            "pooled" => own().into_iter().chain(linked()).collect(),
            other => panic!("pool `{other}`"),
        };
        vec![Side { counts: 1.0, members }]
    }

    /// What stands for a missing figure: nothing or 0, by whether the member's own last day has passed.
    fn substitute(&self, node: &Node) -> Option<f64> {
        let policy = if self.day > node.ends { "missing_at_close" } else { "missing" };
        (self.profile[policy] == "zero").then_some(0.0)
    }

    fn member_progress(&self, member: &Member) -> Option<f64> {
        let node = &member.node;
        node.progress
            .map_or_else(|_| self.substitute(node), |progress| Some(self.clamp("member", progress)))
    }

    fn member_score(&self, member: &Member) -> Option<f64> {
        member.node.score.or_else(|| self.substitute(&member.node))
    }

    fn member_pure_score(&self, member: &Member) -> Option<f64> {
        member.node.pure.or_else(|| self.substitute(&member.node))
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // Evaluation of a node

    fn key_result(&self, objective: &'p Value, key_result: &'p Value) -> Node {
        let id = text(key_result, "id");
        let terms = self.judged(key_result);
        let log = self.check_ins(objective, key_result);
        let (starts, ends) = self.period(objective, terms.starts, terms.ends);
        let figure = self.progress(id, &terms.measure, &log, self.cycle(objective));
        let progress = figure.map(|figure| self.clamp("shown", figure));
        // A score is in [0,1] in every profile: the progress clamped.
        let pure = progress.ok().map(|progress| progress.clamp(0.0, 1.0));
        // What is observed is never scored, by hand either.
        let manual = self.manual_score(key_result).filter(|_| progress != Err(Lack::NotScored));
        let expected = self.expected(&terms, starts, ends);
        let confidence = log.iter().rev().find_map(|check_in| number(check_in, "confidence"));
        let checked_in = log.last().map(|check_in| date(text(check_in, "on")));
        let ambition = word(objective, "ambition", "aspirational");
        let standing = Standing {
            stage: self.stage(key_result),
            ambition,
            starts,
            ends,
            progress,
            pure,
            expected,
            confidence,
            checked_in,
        };
        Node {
            id: id.to_owned(),
            progress,
            reading: self.numeric_reading(id, &terms.measure, &log),
            score: manual.or(pure),
            computed: pure,
            pure,
            has_manual: manual.is_some(),
            expected,
            ends,
            confidence,
            checked_in,
            status: self.key_result_status(&terms.measure, figure, &standing),
            stage: standing.stage.to_owned(),
            shares: HashMap::new(),
            original: self.original(objective, key_result, &log),
        }
    }

    /// The figures by the measure as written, where amendments made it another.
    fn original(&self, objective: &'p Value, key_result: &'p Value, log: &[Value]) -> Option<Value> {
        let measure = &key_result["measure"];
        if plainly(measure) == plainly(&self.in_force(key_result).measure) {
            return None;
        }
        let figure = self.progress(text(key_result, "id"), measure, log, self.cycle(objective));
        let progress = figure.ok().map(|figure| self.clamp("shown", figure));
        let target = match text(measure, "kind") {
            "change" => distance(measure).ok().map(|(_, target)| target),
            "events" => number(measure, "count"),
            _ => number(measure, "target"),
        };
        Some(json!({"target": target, "progress": progress, "score": progress.map(|progress| progress.clamp(0.0, 1.0))}))
    }

    fn objective(&self, objective: &'p Value) -> Node {
        let sides = self.sides(objective);
        let (starts, ends) = self.period(objective, day_of(objective, "starts"), day_of(objective, "ends"));
        let sum = mix(&sides, |side| roll_up(&side.members, |member| self.member_progress(member)));
        let progress = sum.ok_or(Lack::NoData).and_then(finite).map(|progress| self.clamp("objective", progress));
        let computed = mix(&sides, |side| roll_up(&side.members, |member| self.member_score(member)));
        let pure = mix(&sides, |side| roll_up(&side.members, |member| self.member_pure_score(member)));
        let manual = self.manual_score(objective);
        let confidence = mix(&sides, |side| roll_up(&side.members, |member| member.node.confidence));
        // F12: an objective's e is F9 over the members that entered its progress; without any, its τ.
        let entered = |member: &Member| self.member_progress(member).map(|_| member.node.expected);
        let expected = mix(&sides, |side| roll_up(&side.members, entered)).filter(|expected| expected.is_finite());
        let expected = expected.unwrap_or_else(|| elapsed(self.day, starts, ends));
        let checked_in = sides.iter().flat_map(|side| &side.members).filter_map(|member| member.node.checked_in).max();
        let ambition = word(objective, "ambition", "aspirational");
        let standing = Standing {
            stage: self.stage(objective),
            ambition,
            starts,
            ends,
            progress,
            pure,
            expected,
            confidence,
            checked_in,
        };
        Node {
            id: text(objective, "id").to_owned(),
            progress,
            reading: None,
            score: manual.or(computed),
            computed,
            pure,
            has_manual: manual.is_some(),
            expected,
            ends,
            confidence,
            checked_in,
            status: self.objective_status(&sides, &standing),
            stage: standing.stage.to_owned(),
            shares: self.resulting_shares(&sides),
            original: None,
        }
    }

    /// What every member resulted to count for in the progress of its objective.
    fn resulting_shares(&self, sides: &[Side]) -> HashMap<String, f64> {
        let parts = |side: &Side| -> Vec<(Part, bool)> {
            side.members
                .iter()
                .map(|member| (member.part, self.member_progress(member).is_some()))
                .collect()
        };
        let with_figure = sides.iter().filter(|side| parts(side).iter().any(|(_, has)| *has)).count();
        let mut resulting = HashMap::new();
        for side in sides {
            let counts = if with_figure > 1 { side.counts } else { 1.0 };
            for (member, share) in side.members.iter().zip(shares(&parts(side))) {
                resulting.insert(member.node.id.clone(), counts * share);
            }
        }
        resulting
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // Pace and status

    /// F12: what progress is expected on the day.
    fn expected(&self, terms: &Terms, starts: NaiveDate, ends: NaiveDate) -> f64 {
        let tau = elapsed(self.day, starts, ends);
        let measure = &terms.measure;
        let figure = if terms.path.is_empty() {
            self.straight_line(measure, tau)
        } else {
            self.on_path(&terms.path).and_then(|value| self.through(measure, value))
        };
        figure.unwrap_or(tau)
    }

    /// F12: the straight line start→target at τ put through the measure.
    fn straight_line(&self, measure: &Value, tau: f64) -> Figure {
        match text(measure, "kind") {
            "levels" => {
                let start = number(measure, "start").ok_or(Lack::NoData)?;
                let aim = ["target", "stretch", "commit"].into_iter().find_map(|level| number(measure, level)).unwrap();
                self.levels(measure, finite(start + (aim - start) * tau)?)
            }
            "zones" => Ok(self.anchor("target") * tau),
            "milestones" if list(measure, "steps").iter().all(|step| step["ends"].is_string()) => {
                milestones(measure, |step| date(text(step, "ends")) <= self.day)
            }
            _ => Ok(tau),
        }
    }

    /// F12: `expected_path`, linear between, flat outside.
    fn on_path(&self, path: &[Value]) -> Figure {
        let origin = date(text(&path[0], "on"));
        let points: Vec<(f64, f64)> = path
            .iter()
            .map(|point| (days_between(origin, date(text(point, "on"))), number(point, "value").unwrap()))
            .collect();
        linear(&points, days_between(origin, self.day))
    }

    /// F13 for a key result.
    fn key_result_status(&self, measure: &Value, figure: Figure, standing: &Standing<'_>) -> String {
        let settled = self.settled(standing);
        if measure["kind"] == "observe" {
            return settled
                .filter(|status| matches!(*status, "dropped" | "not_started"))
                .unwrap_or("not_scored")
                .to_owned();
        }
        if let Some(status) = settled {
            return status.to_owned();
        }
        // A threshold judged by its latest is on track while met, and at its worst while not.
        if measure["kind"] == "threshold" && !measure["judge"].is_object() {
            return if figure == Ok(1.0) {
                "on_track".to_owned()
            } else {
                self.worst_pace().to_owned()
            };
        }
        self.running(standing).to_owned()
    }

    /// F13 for an objective: by its own figures, or the worst of its members.
    fn objective_status(&self, sides: &[Side], standing: &Standing<'_>) -> String {
        if let Some(status) = self.settled(standing) {
            return status.to_owned();
        }
        let members = sides.iter().flat_map(|side| &side.members).map(|member| member.node.status.as_str());
        if self.profile["objective_status"] == "worst" {
            return members.min_by_key(|status| severity(status)).unwrap().to_owned();
        }
        self.running(standing).to_owned()
    }

    /// The rows of F13 that come before anything about pace.
    fn settled(&self, standing: &Standing<'_>) -> Option<&'static str> {
        if standing.stage == "dropped" {
            return Some("dropped");
        }
        if standing.stage == "draft" || self.day < standing.starts {
            return Some("not_started");
        }
        if standing.progress.is_err() {
            return Some("no_data");
        }
        if standing.stage != "closed" && self.day <= standing.ends {
            return None;
        }
        let Some(success) = number(&self.profile["success"], standing.ambition) else {
            return Some("closed");
        };
        Some(if nine(standing.pure.unwrap()) >= nine(success) {
            "achieved"
        } else {
            "missed"
        })
    }

    /// The rows of F13 for what runs and has a figure.
    fn running(&self, standing: &Standing<'_>) -> &'p str {
        if self.profile["achieve_running"] == true && standing.progress.is_ok_and(|progress| nine(progress) >= 1.0) {
            return "achieved";
        }
        let row = list(self.profile, "pace")
            .iter()
            .find(|row| row["when"].as_object().is_none_or(|when| self.all_hold(when, standing)));
        text(row.unwrap(), "status")
    }

    fn all_hold(&self, when: &Map<String, Value>, standing: &Standing<'_>) -> bool {
        let holds = |name: &str, bounds: &Value| self.fact(name, standing).is_some_and(|fact| within(bounds, nine(fact), nine));
        when.iter().all(|(name, bounds)| holds(name, bounds))
    }

    /// What the pace rows test, by name; manual scores have no part in it.
    fn fact(&self, name: &str, standing: &Standing<'_>) -> Option<f64> {
        let (progress, expected) = (standing.progress.ok()?, standing.expected);
        let is_nothing_expected = expected == 0.0;
        match name {
            "gap" => Some(expected - progress),
            "relative_gap" if is_nothing_expected => Some(0.0),
            "relative_gap" => Some((expected - progress) / expected),
            "ratio" if is_nothing_expected => Some(if progress >= 0.0 { f64::INFINITY } else { f64::NEG_INFINITY }),
            "ratio" => Some(progress / expected),
            "progress" => Some(progress),
            "score" => standing.pure,
            "grade" => standing.pure.map(|score| self.grade(score)),
            "elapsed" => Some(elapsed(self.day, standing.starts, standing.ends)),
            "confidence" => standing.confidence,
            "days_since_check_in" => standing.checked_in.map(|on| days_between(on, self.day)),
            other => panic!("when `{other}`"),
        }
    }

    fn worst_pace(&self) -> &'p str {
        list(self.profile, "pace")
            .iter()
            .map(|row| text(row, "status"))
            .min_by_key(|status| severity(status))
            .unwrap()
    }

    // -----------------------------------------------------------------------------------------------------------------------------
    // What is shown

    /// F14: the score rounded to nine decimals, then to `decimals`, half up on the decimal digits.
    fn grade(&self, score: f64) -> f64 {
        let decimals = self.profile["grade"]["decimals"]
            .as_u64()
            .map_or(1, |decimals| u32::try_from(decimals).unwrap().min(9));
        // Adding 0 takes the sign off a −0.
        let billionths: u64 = format!("{:.9}", score + 0.0).replace('.', "").parse().unwrap();
        let unit = 10_u64.pow(9 - decimals);
        let rounded = (billionths + unit / 2) / unit;
        format!("{rounded}e-{decimals}").parse().unwrap()
    }

    /// The last one whose `from` the grade reaches.
    fn band(&self, grade: f64) -> Option<&'p str> {
        let reaches = |band: &&Value| nine(grade) >= nine(number(band, "from").unwrap());
        list(&self.profile["grade"], "bands").iter().rfind(reaches).map(|band| text(band, "band"))
    }

    /// A node as the scorecard has it; a key result comes with its share.
    fn shown(&self, node: &Node, share: Option<f64>) -> Value {
        let progress = node.progress.ok();
        let outcome = match node.progress {
            Ok(_) => "value",
            Err(Lack::NoData) => "no_data",
            Err(Lack::Undefined) => "undefined",
            Err(Lack::NotScored) => "not_scored",
        };
        let grade = node.score.map(|score| self.grade(score));
        let gap = progress.map(|progress| node.expected - progress).filter(|gap| gap.is_finite());
        let ratio = progress
            .map(|progress| progress / node.expected)
            .filter(|ratio| node.expected != 0.0 && ratio.is_finite());
        let mut shown = json!({
            "progress": progress, "outcome": outcome, "score": node.score, "grade": grade, "band": grade.and_then(|grade| self.band(grade)),
            "expected": node.expected, "gap": gap, "ratio": ratio, "status": node.status, "confidence": node.confidence, "stage": node.stage,
        });
        if node.has_manual {
            shown["computed_score"] = json!(node.computed);
        }
        if let Some(share) = share {
            shown["share"] = json!(share);
        }
        if let Some(original) = &node.original {
            shown["original"] = original.clone();
        }
        shown
    }
}

fn link_weight(link: &Value) -> f64 {
    number(link, "weight").unwrap_or(1.0)
}

/// The worst first.
fn severity(status: &str) -> usize {
    let order = ["missed", "at_risk", "behind", "no_data", "not_started", "on_track", "closed", "achieved"];
    order.iter().position(|known| *known == status).unwrap()
}

// ---------------------------------------------------------------------------------------------------------------------------------
// The oracle against the published cases

/// The fields of a node that the oracle gives.
const GIVEN: &[&str] = &[
    "progress",
    "outcome",
    "score",
    "computed_score",
    "grade",
    "band",
    "expected",
    "gap",
    "ratio",
    "status",
    "confidence",
    "share",
    "stage",
    "original",
];

fn is_given(pointer: &str) -> bool {
    let mut names = pointer.split('/').skip(1);
    let of_node = matches!(names.next(), Some("objectives" | "key_results"));
    of_node && names.nth(1).is_some_and(|field| GIVEN.contains(&field))
}

fn agrees(found: Option<&Value>, expected: &Value) -> bool {
    match (found.and_then(Value::as_f64), expected.as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9,
        _ => found == Some(expected),
    }
}

/// What a case expects that the oracle finds otherwise, or nothing if the case asks for nothing that it gives.
fn differences(case: &Value) -> Option<Vec<String>> {
    let named = [&case["profile"], &case["plan"]["profile"], &json!("default")]
        .into_iter()
        .find(|value| !value.is_null())?
        .clone();
    let expect = case["expect"].as_object()?;
    let pointers: Vec<(&String, &Value)> = expect.iter().filter(|(pointer, _)| is_given(pointer)).collect();
    if pointers.is_empty() {
        return None;
    }
    let as_of = &case["as_of"];
    let on = as_of["on"].as_str().or(as_of.as_str())?;
    let scorecard = evaluate(&case["plan"], &profile(&named), on, as_of["known"].as_str());
    let differs = |(pointer, expected): (&String, &Value)| {
        let found = scorecard.pointer(pointer);
        (!agrees(found, expected)).then(|| format!("{}: {pointer} is {found:?}, expected {expected}", case["name"]))
    };
    let stays = |pointer: &&Value| {
        pointer
            .as_str()
            .is_some_and(|pointer| is_given(pointer) && scorecard.pointer(pointer).is_some())
    };
    let left = list(case, "absent")
        .iter()
        .filter(stays)
        .map(|pointer| format!("{}: {pointer} is there", case["name"]));
    Some(pointers.into_iter().filter_map(differs).chain(left).collect())
}

#[test]
fn the_oracle_meets_the_published_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../okrkit-testing/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let suites: Vec<Value> = files.iter().map(|path| read(path)).collect();
    let compared: Vec<Vec<String>> = suites.iter().flat_map(|suite| list(suite, "cases")).filter_map(differences).collect();
    let found: Vec<&String> = compared.iter().flatten().collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(compared.len() > 100, "only {} cases were compared", compared.len());
}
