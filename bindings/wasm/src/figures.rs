//! The figures of all nodes of a scorecard as one row of numbers.
//!
//! A scorecard of thousands of nodes is mostly names of fields and dates that repeat. As numbers it crosses ten times as fast as
//! JSON is written and parsed; the objects are made in JavaScript, in `npm/src/scorecard.js`, by the order of the fields here.

use std::collections::BTreeMap;

use okrkit::{Date, KeyResultScore, NodeScore, ObjectiveScore, Scorecard};
use serde::Serialize;

/// A word that is none, and a number that is none.
const NONE: f64 = f64::NAN;

/// What does not fit into the row: words by their place, and by node what only some have.
#[derive(Debug, Serialize)]
pub(crate) struct Rest<'a> {
    plan: &'a str,
    profile: &'a str,
    as_of: okrkit::AsOf,
    words: Vec<String>,
    /// By place among all nodes, objectives first.
    more: BTreeMap<usize, More>,
    groups: Vec<(String, BTreeMap<String, okrkit::GroupScore>)>,
    total: okrkit::GroupScore,
    findings: Vec<okrkit::Issue>,
}

/// What only some nodes have.
#[derive(Debug, Default, Serialize)]
struct More {
    /// A reading that is no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<okrkit::Reading>,
    /// The computed score, in a list of its own, since it may be none.
    #[serde(skip_serializing_if = "Option::is_none")]
    computed_score: Option<[Option<f64>; 1]>,
    /// Target, progress and score by the original terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<[Option<f64>; 3]>,
    /// The guardrails that are out of range.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guardrails: Vec<String>,
}

impl More {
    fn of(node: &NodeScore) -> Self {
        Self {
            computed_score: node.is_manual.then_some([node.computed_score]),
            ..Self::default()
        }
    }

    fn is_any(&self) -> bool {
        self.reading.is_some() || self.computed_score.is_some() || self.original.is_some() || !self.guardrails.is_empty()
    }
}

/// How many figures an objective has in the row.
const OF_OBJECTIVE: usize = 17;

/// How many figures a key result has in the row.
const OF_KEY_RESULT: usize = 20;

#[derive(Default)]
struct Row {
    figures: Vec<f64>,
    /// Few, so that looking through them is the fastest.
    words: Vec<String>,
    /// Where words stand in memory, and their places. The same text mostly comes from the same place, and is not compared again.
    seen: Vec<(*const u8, f64)>,
    dates: Vec<(Date, f64)>,
}

impl Row {
    /// The place of a word that stays where it is while the row is made.
    fn word(&mut self, word: &str) -> f64 {
        let at = word.as_ptr();
        if let Some((_, place)) = self.seen.iter().find(|(seen, _)| *seen == at) {
            return *place;
        }
        let place = self.place(word);
        self.seen.push((at, place));
        place
    }

    fn some_word(&mut self, word: Option<&str>) -> f64 {
        word.map_or(NONE, |word| self.word(word))
    }

    fn place(&mut self, word: &str) -> f64 {
        let place = self.words.iter().position(|known| known == word).unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.words.len() - 1
        });
        u32::try_from(place).map_or(NONE, f64::from)
    }

    fn date(&mut self, date: Date) -> f64 {
        if let Some((_, place)) = self.dates.iter().find(|(known, _)| *known == date) {
            return *place;
        }
        let place = self.place(&date.to_string());
        self.dates.push((date, place));
        place
    }

    fn node(&mut self, node: &NodeScore) -> [f64; 16] {
        [
            self.word(node.progress.as_str()),
            self.some_word(node.progress.reason().map(okrkit::measure::Reason::as_str)),
            number(node.progress.value()),
            number(node.score),
            number(node.grade),
            self.some_word(node.band.as_deref()),
            node.expected,
            number(node.gap),
            number(node.ratio),
            node.elapsed,
            self.word(node.status.as_str()),
            number(node.confidence),
            self.word(node.stage.as_str()),
            self.date(node.starts),
            self.date(node.ends),
            number(node.days_since_check_in.map(f64::from)),
        ]
    }

    fn objective(&mut self, score: ObjectiveScore) -> More {
        let node = self.node(&score);
        self.figures.extend_from_slice(&node);
        self.figures.push(number(score.net_confidence));
        let more = More::of(&score);
        More {
            guardrails: score.guardrails,
            ..more
        }
    }

    fn key_result(&mut self, score: KeyResultScore) -> More {
        let reading = score.reading.as_ref().and_then(okrkit::Reading::number);
        let node = self.node(&score);
        self.figures.extend_from_slice(&[number(reading), number(score.target)]);
        self.figures.extend_from_slice(&node);
        let owner_status = self.some_word(score.owner_status.map(okrkit::Status::as_str));
        self.figures.extend_from_slice(&[score.share, owner_status]);
        let more = More::of(&score);
        More {
            reading: score.reading.filter(|_| reading.is_none()),
            original: score.original.map(|original| [original.target, original.progress, original.score]),
            ..more
        }
    }
}

fn number(number: Option<f64>) -> f64 {
    number.unwrap_or(NONE)
}

/// The figures of all nodes, objectives before key results, and the rest as JSON.
pub(crate) fn of(card: &Scorecard) -> (Vec<f64>, String) {
    let (n_objectives, n_key_results) = (card.plan().n_objectives(), card.plan().n_key_results());
    let mut row = Row::default();
    row.figures.reserve(n_objectives * OF_OBJECTIVE + n_key_results * OF_KEY_RESULT);
    let mut more = BTreeMap::new();
    let objectives = card.objectives().map(|(_, score)| row.objective(score));
    let mut keep = |at, its: More| {
        if its.is_any() {
            more.insert(at, its);
        }
    };
    objectives.enumerate().for_each(|(at, its)| keep(at, its));
    let key_results = card.key_results().map(|(_, score)| row.key_result(score));
    key_results.enumerate().for_each(|(at, its)| keep(n_objectives + at, its));

    let bys = card.group_bys();
    let rest = Rest {
        plan: card.plan().id(),
        profile: &card.profile().id,
        as_of: card.as_of(),
        words: row.words,
        more,
        groups: bys.iter().map(|by| (by.name(), card.group_by(by))).collect(),
        total: card.total(),
        findings: card.findings(),
    };
    (row.figures, crate::answer::json(&rest))
}

/// The ids of a plan in the order of the figures.
#[derive(Debug, Serialize)]
pub(crate) struct Order<'a> {
    objectives: Vec<&'a str>,
    key_results: Vec<&'a str>,
}

impl<'a> Order<'a> {
    pub(crate) fn of(plan: &'a okrkit::Plan) -> Self {
        Self {
            objectives: plan.objectives().map(|objective| objective.id.as_str()).collect(),
            key_results: plan.key_results().map(|(_, key_result)| key_result.id.as_str()).collect(),
        }
    }
}
