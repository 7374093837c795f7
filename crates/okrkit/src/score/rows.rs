//! Key results as rows of numbers: the rules of evaluation for tables, where sums are made in parts and merged.
//!
//! What [`evaluate`](crate::evaluate) does with a plan, [`RowRules`] does with a row at a time, by the same functions. A row has
//! its reading already; links, shares, amendments and manual scores are not of this place.

use std::collections::BTreeMap;

use super::line::{Line, ObjectiveLine};
use super::roll_up::{Member, Part, outcome, substitute};
use super::status::{Verdict, Verdicts, rank};
use super::{GroupScore, NodeScore, ObjectiveScore, PartialScore, Scorecard, as_score};
use crate::measure::{CycleSpan, Outcome, RowMeasure, Rules};
use crate::number::Maybe;
use crate::plan::{Ambition, Node, Plan, Stage, Status};
use crate::profile::{ObjectiveStatus, Profile, Weights};
use crate::time::{Date, elapsed};

/// A key result as a row.
#[derive(Debug, Clone, Copy)]
pub struct RowKeyResult {
    /// How it is measured.
    pub measure: RowMeasure,
    /// What its check-ins amount to on the day.
    pub reading: Option<f64>,
    /// Progress that was computed elsewhere, before any clamp: it takes the place of what the measure makes of the reading.
    pub progress: Option<f64>,
    /// A proportion, 0 or more.
    pub weight: f64,
    /// Its first and last day.
    pub period: (Date, Date),
    /// The latest confidence, in \[0,1\].
    pub confidence: Option<f64>,
    /// Its stage on the day.
    pub stage: Stage,
    /// The ambition of its objective.
    pub ambition: Ambition,
}

impl RowKeyResult {
    /// An active key result of weight 1 whose time has no end.
    #[must_use]
    pub fn new(measure: RowMeasure, reading: Option<f64>) -> Self {
        Self {
            measure,
            reading,
            progress: None,
            weight: 1.0,
            period: (Date::MIN, Date::MAX),
            confidence: None,
            stage: Stage::Active,
            ambition: Ambition::default(),
        }
    }
}

/// What a row brings to its objective, whichever that is: rows can be judged in one place and [added](PartialObjective::add) in another.
#[derive(Debug, Clone, Copy)]
pub struct RowShare {
    period: (Date, Date),
    weight: f64,
    progress: Maybe,
    score: Maybe,
    expected: f64,
    confidence: Maybe,
    status: Status,
    is_member: bool,
}

/// What an objective is made of, in sums that can be computed apart and [merged](Self::merge).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PartialObjective {
    /// How many rows it has, members or not.
    pub n: u64,
    /// Σw, Σw·score and how many members have a score.
    pub score: PartialScore,
    /// Σw·progress of the same members.
    progress: f64,
    /// Σw·expected of the same members.
    expected: f64,
    confidence: PartialScore,
    /// From the first to the last day of its rows.
    period: Option<(Date, Date)>,
    worst: Option<Status>,
    verdicts: Verdicts,
    /// Its ambition: that of the row that came first.
    pub ambition: Ambition,
    /// Its stage on the day.
    pub stage: Stage,
}

impl PartialObjective {
    /// An objective without rows yet.
    #[must_use]
    pub fn new(ambition: Ambition, stage: Stage) -> Self {
        Self {
            ambition,
            stage,
            ..Self::default()
        }
    }

    /// Adds the rows of another part of the same objective.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.score.merge(other.score);
        self.progress += other.progress;
        self.expected += other.expected;
        self.confidence.merge(other.confidence);
        self.verdicts.merge(other.verdicts);
        self.period = spanned(self.period, other.period);
        self.worst = worse(self.worst, other.worst);
    }

    /// Adds a row of the objective.
    #[inline]
    pub fn add(&mut self, row: &RowShare) {
        self.n += 1;
        self.period = spanned(self.period, Some(row.period));
        if !row.is_member {
            return;
        }
        if let (Some(progress), Some(score)) = (row.progress.get(), row.score.get()) {
            self.score.add(row.weight, score);
            self.progress += row.weight * progress;
            self.expected += row.weight * row.expected;
        }
        if let Some(confidence) = row.confidence.get() {
            self.confidence.add(row.weight, confidence);
        }
        self.verdicts.add(row.status);
        self.worst = worse(self.worst, Some(row.status));
    }

    fn mean(&self, weighted: f64) -> Option<f64> {
        PartialScore { weighted, ..self.score }.mean()
    }
}

/// What a group of objectives is made of, each counting once, in sums that can be computed apart and [merged](Self::merge).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartialGroup {
    n: usize,
    score: PartialScore,
    progress: f64,
    expected: f64,
    confidence: PartialScore,
    verdicts: Verdicts,
    status: BTreeMap<Status, usize>,
}

impl PartialGroup {
    /// Adds the objectives of another part of the same group.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.score.merge(other.score);
        self.progress += other.progress;
        self.expected += other.expected;
        self.confidence.merge(other.confidence);
        self.verdicts.merge(other.verdicts);
        for (status, n) in &other.status {
            *self.status.entry(*status).or_insert(0) += n;
        }
    }
}

fn spanned(one: Option<(Date, Date)>, other: Option<(Date, Date)>) -> Option<(Date, Date)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        (one, other) => one.or(other),
    }
}

fn worse(one: Option<Status>, other: Option<Status>) -> Option<Status> {
    one.into_iter().chain(other).min_by_key(|status| rank(*status))
}

/// A profile and a day, ready to judge rows.
///
/// ```
/// use okrkit::{Date, Outcome, PartialObjective, Profile, RowKeyResult, RowMeasure, RowRules, Status};
///
/// let rules = RowRules::new(&Profile::named("default")?, "2026-02-14".parse()?);
/// let mut revenue = RowKeyResult::new(RowMeasure::metric(Some(0.0), 500_000.0).ok_or("no way to go")?, Some(240_000.0));
/// (revenue.weight, revenue.period) = (2.0, ("2026-01-01".parse()?, "2026-03-31".parse()?));
/// let mut churn = RowKeyResult::new(RowMeasure::metric(Some(6.0), 4.0).ok_or("no way to go")?, Some(5.4));
/// churn.period = revenue.period;
///
/// // The worked plan of the crate, from its rows: (2 × 0.48 + 0.3)/3 = 0.42; 44 of 89 days have gone.
/// let mut grow = PartialObjective::default();
/// for row in [revenue, churn] {
///     rules.add(&row, &mut grow);
/// }
/// let score = rules.objective(&grow);
/// assert!((score.score.unwrap_or_default() - 0.42).abs() < 1e-9);
/// assert_eq!(score.status, Status::OnTrack);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct RowRules {
    /// Of a plan without anything in it.
    card: Scorecard,
}

/// What evaluation gives a node that is in no plan.
const NOWHERE: Node = Node::KeyResult(usize::MAX);

impl RowRules {
    /// Rules for rows as they are on a day.
    #[must_use]
    pub fn new(profile: &Profile, as_of: Date) -> Self {
        Self {
            card: Scorecard::empty(Plan::nothing(), profile.clone(), as_of.into()),
        }
    }

    /// The profile.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        self.card.profile()
    }

    /// The day.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.card.as_of().on
    }

    fn rules(&self) -> Rules<'_> {
        let profile = self.card.profile();
        Rules {
            anchors: &profile.anchors,
            progress: profile.progress,
            // Only slots ask for it, and rows have none.
            cycle: CycleSpan {
                starts: Date::MIN,
                ends: Date::MAX,
                every: None,
            },
        }
    }

    /// F1 to F7 and the clamp for what is shown: the progress of a key result.
    #[must_use]
    #[inline]
    pub fn progress(&self, measure: &RowMeasure, reading: Option<f64>) -> Outcome {
        self.card.sheet().shown(measure.progress(reading, &self.rules()))
    }

    /// What a row brings to the score of its objective: weight and score, the substitute for a missing one included. `None` where
    /// it is no member or has no figure. It is what [`add`](Self::add) adds to [`PartialObjective::score`], and nothing else.
    #[must_use]
    #[inline]
    pub fn member_score(&self, row: &RowKeyResult) -> Option<(f64, f64)> {
        let weight = self.weight(row.weight);
        if weight <= 0.0 || !row.stage.counts() || !row.measure.is_scored() {
            return None;
        }
        let progress = self.row_progress(row).value().map(as_score);
        let score = progress.or_else(|| substitute(self.card.sheet().missing(row.period.1)))?;
        Some((weight, score))
    }

    #[inline]
    fn row_progress(&self, row: &RowKeyResult) -> Outcome {
        match row.progress.filter(|_| row.measure.is_scored()) {
            Some(progress) => self.card.sheet().shown(Outcome::finite(progress)),
            None => self.progress(&row.measure, row.reading),
        }
    }

    #[inline]
    fn weight(&self, weight: f64) -> f64 {
        if self.card.profile().weights == Weights::Ignore && weight > 0.0 {
            1.0
        } else {
            weight
        }
    }

    #[inline]
    fn line(&self, row: &RowKeyResult) -> Line {
        let gone = elapsed(row.period.0, row.period.1, self.as_of());
        let progress = self.row_progress(row);
        let score = Maybe::from(progress.value().map(as_score));
        let is_met = || self.row_kept(row);
        let mut line = Line {
            progress,
            score,
            measured_score: score,
            expected: row.measure.expected(gone, &self.rules()),
            confidence: row.confidence.into(),
            starts: row.period.0,
            ends: row.period.1,
            stage: row.stage,
            kept: row.measure.is_kept_or_broken().then(is_met),
            ..Line::default()
        };
        line.status = self.status(&line, row.ambition, None);
        line
    }

    /// Of the progress before any clamp: a floor above 0 meets no threshold.
    fn row_kept(&self, row: &RowKeyResult) -> bool {
        let progress = row.progress.or_else(|| row.measure.progress(row.reading, &self.rules()).value());
        progress.is_some_and(|progress| progress > 0.0)
    }

    fn status(&self, line: &Line, ambition: Ambition, worst: Option<Status>) -> Status {
        let verdict = Verdict {
            worst,
            ..Verdict::of_key_result(ambition)
        };
        self.card.sheet().status(line, verdict).0
    }

    /// The figures of a key result.
    #[must_use]
    pub fn key_result(&self, row: &RowKeyResult) -> NodeScore {
        self.card.sheet().full(&self.line(row), Maybe::NONE)
    }

    /// What a key result brings to its objective.
    #[must_use]
    #[inline]
    pub fn share(&self, row: &RowKeyResult) -> RowShare {
        self.share_of(&self.line(row), row.weight)
    }

    /// Adds a key result to its objective.
    pub fn add(&self, row: &RowKeyResult, to: &mut PartialObjective) {
        to.add(&self.share(row));
    }

    /// The same, and the figures of the key result.
    pub fn add_and_score(&self, row: &RowKeyResult, to: &mut PartialObjective) -> NodeScore {
        let line = self.line(row);
        to.add(&self.share_of(&line, row.weight));
        self.card.sheet().full(&line, Maybe::NONE)
    }

    #[inline]
    fn share_of(&self, line: &Line, weight: f64) -> RowShare {
        let member = self.card.sheet().line_as_member(NOWHERE, line, Part::Free(self.weight(weight))).ok();
        let of = |figure: fn(&Member) -> Option<f64>| member.as_ref().and_then(figure).into();
        RowShare {
            period: (line.starts, line.ends),
            weight: member.as_ref().map_or(0.0, |member| member.part.amount()),
            progress: of(|member| member.progress),
            score: of(|member| member.score),
            expected: line.expected,
            confidence: of(|member| member.confidence),
            status: line.status,
            is_member: member.is_some(),
        }
    }

    fn objective_line(&self, sums: &PartialObjective) -> ObjectiveLine {
        let profile = self.card.profile();
        let (starts, ends) = sums.period.unwrap_or((Date::MIN, Date::MAX));
        let gone = elapsed(starts, ends, self.as_of());
        let progress = match outcome(sums.mean(sums.progress)) {
            Outcome::Value(progress) => Outcome::Value(profile.clamp.objective.apply(progress)),
            other => other,
        };
        let score = Maybe::from(sums.score.score());
        let mut line = Line {
            progress,
            score,
            measured_score: score,
            expected: sums.mean(sums.expected).unwrap_or(gone),
            confidence: sums.confidence.score().into(),
            starts,
            ends,
            stage: sums.stage,
            ..Line::default()
        };
        let worst = sums.worst.filter(|_| profile.objective_status == ObjectiveStatus::Worst);
        line.status = self.status(&line, sums.ambition, worst);
        ObjectiveLine {
            node: line,
            computed_score: Maybe::NONE,
            net_confidence: sums.verdicts.net_confidence().into(),
        }
    }

    /// F9: the figures of an objective from the sums of its rows.
    #[must_use]
    pub fn objective(&self, sums: &PartialObjective) -> ObjectiveScore {
        self.card.sheet().objective_score(usize::MAX, &self.objective_line(sums))
    }

    /// Adds an objective to a group, as a member that counts 1. Draft and dropped ones enter none.
    pub fn add_objective(&self, sums: &PartialObjective, to: &mut PartialGroup) {
        let line = self.objective_line(sums).node;
        let Ok(member) = self.card.sheet().line_as_member(NOWHERE, &line, Part::Free(1.0)) else {
            return;
        };
        to.n += 1;
        if let (Some(progress), Some(score)) = (member.progress, member.score) {
            to.score.add(1.0, score);
            to.progress += progress;
            to.expected += member.expected;
        }
        if let Some(confidence) = member.confidence {
            to.confidence.add(1.0, confidence);
        }
        to.verdicts.add(member.status);
        *to.status.entry(member.status).or_insert(0) += 1;
    }

    /// The figures of a group from the sums of its objectives.
    #[must_use]
    pub fn group(&self, sums: &PartialGroup) -> GroupScore {
        let mean = |weighted: f64| PartialScore { weighted, ..sums.score }.mean();
        let score = sums.score.score();
        let grade = score.map(|score| self.profile().grade_of(score));
        GroupScore {
            n: sums.n,
            progress: mean(sums.progress),
            score,
            grade,
            band: self.card.sheet().band(grade),
            expected: mean(sums.expected),
            confidence: sums.confidence.score(),
            status: sums.status.clone(),
            net_confidence: sums.verdicts.net_confidence(),
        }
    }
}
