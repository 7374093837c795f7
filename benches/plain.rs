//! The plan document as one would write it down with derives, to compare with: no checks, no dates, no words, no units.
#![expect(dead_code, reason = "the fields are parsed and never looked at")]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Text {
    One(String),
    Many(BTreeMap<String, String>),
}

#[derive(Deserialize)]
pub(crate) struct Plan {
    okrkit: u32,
    id: String,
    title: Option<Text>,
    description: Option<Text>,
    profile: Option<String>,
    cycles: Vec<Cycle>,
    #[serde(default)]
    teams: Vec<Team>,
    objectives: Vec<Objective>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct Cycle {
    id: String,
    title: Option<Text>,
    description: Option<Text>,
    starts: String,
    ends: String,
    parent: Option<String>,
    check_in_every: Option<String>,
}

#[derive(Deserialize)]
struct Team {
    id: String,
    title: Text,
    description: Option<Text>,
    parent: Option<String>,
    level: Option<String>,
}

#[derive(Deserialize)]
struct Owner {
    who: String,
    share: Option<f64>,
}

#[derive(Deserialize)]
struct StageChange {
    on: String,
    stage: Option<String>,
    reason: Option<String>,
    by: Option<String>,
    recorded: Option<String>,
}

#[derive(Deserialize)]
struct ManualScore {
    on: String,
    value: f64,
    reason: Option<String>,
    by: Option<String>,
    recorded: Option<String>,
}

#[derive(Deserialize)]
struct Objective {
    id: String,
    title: Text,
    description: Option<Text>,
    cycle: String,
    team: Option<String>,
    #[serde(default)]
    owners: Vec<Owner>,
    category: Option<String>,
    ambition: Option<String>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
    starts: Option<String>,
    ends: Option<String>,
    stage: Option<String>,
    #[serde(default)]
    stages: Vec<StageChange>,
    learned: Option<Text>,
    #[serde(default)]
    manual_scores: Vec<ManualScore>,
    #[serde(default)]
    key_results: Vec<KeyResult>,
}

#[derive(Deserialize)]
struct KeyResult {
    id: String,
    title: Text,
    description: Option<Text>,
    #[serde(default)]
    owners: Vec<Owner>,
    measure: Measure,
    weight: Option<f64>,
    share: Option<f64>,
    starts: Option<String>,
    ends: Option<String>,
    #[serde(default)]
    expected_path: Vec<PathPoint>,
    stage: Option<String>,
    #[serde(default)]
    stages: Vec<StageChange>,
    #[serde(default)]
    check_ins: Vec<CheckIn>,
    #[serde(default)]
    amendments: Vec<Amendment>,
    #[serde(default)]
    manual_scores: Vec<ManualScore>,
}

#[derive(Deserialize)]
struct PathPoint {
    on: String,
    value: f64,
}

#[derive(Deserialize)]
struct Unit {
    kind: String,
    code: Option<String>,
    of: Option<String>,
    per: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Judge {
    Word(String),
    Share { share_of: String, every: Option<String> },
}

#[derive(Deserialize)]
struct Step {
    id: String,
    title: Option<Text>,
    weight: Option<f64>,
    ends: Option<String>,
}

// One struct with every field: an enum tagged by `kind` would be slower to parse.
#[derive(Deserialize)]
struct Measure {
    kind: Option<String>,
    start: Option<f64>,
    target: Option<f64>,
    baseline: Option<f64>,
    percent: Option<f64>,
    amount: Option<f64>,
    from: Option<String>,
    above: Option<f64>,
    at_least: Option<f64>,
    below: Option<f64>,
    at_most: Option<f64>,
    judge: Option<Judge>,
    tolerance: Option<f64>,
    points: Option<Vec<(f64, f64)>>,
    between: Option<String>,
    commit: Option<f64>,
    stretch: Option<f64>,
    steps: Option<Vec<Step>>,
    count: Option<f64>,
    each_at_least: Option<f64>,
    partial: Option<bool>,
    parts: Option<BTreeMap<String, Measure>>,
    combine: Option<String>,
    roll_up: Option<String>,
    unit: Option<Unit>,
    reading: Option<String>,
}

#[derive(Deserialize)]
struct Figures {
    value: Option<f64>,
    done: Option<bool>,
    steps_done: Option<Vec<String>>,
    steps_undone: Option<Vec<String>>,
    zone: Option<String>,
    event: Option<bool>,
    met: Option<f64>,
    of: Option<f64>,
}

#[derive(Deserialize)]
struct CheckIn {
    on: String,
    value: Option<f64>,
    done: Option<bool>,
    steps_done: Option<Vec<String>>,
    steps_undone: Option<Vec<String>>,
    zone: Option<String>,
    #[serde(default)]
    event: bool,
    met: Option<f64>,
    of: Option<f64>,
    #[serde(default)]
    parts: BTreeMap<String, Figures>,
    confidence: Option<f64>,
    note: Option<String>,
    by: Option<String>,
    source: Option<String>,
    status: Option<String>,
    id: Option<String>,
    replaces: Option<String>,
    #[serde(default)]
    void: bool,
    recorded: Option<String>,
}

#[derive(Deserialize)]
struct Amendment {
    on: String,
    reason: String,
    by: Option<String>,
    set: AmendmentSet,
    recorded: Option<String>,
}

#[derive(Deserialize)]
struct AmendmentSet {
    weight: Option<f64>,
    share: Option<f64>,
    starts: Option<String>,
    ends: Option<String>,
    expected_path: Option<Vec<PathPoint>>,
    measure: Option<Box<Measure>>,
}

#[derive(Deserialize)]
struct Link {
    child: String,
    parent: String,
    kind: Option<String>,
    weight: Option<f64>,
    starts: Option<String>,
    ends: Option<String>,
}
