//! Progress and score of every node, and nothing else: for when that is all that is asked for, and often.

use std::hint::black_box;
use std::ops::Range;

use super::fill::{Place, places};
use super::frame::frame_of;
use super::line::KeyResultLine;
use super::roll_up::{Side, substitute};
use super::{Scorecard, Sheet, as_score, evaluate};
use crate::measure::Outcome;
use crate::plan::{Columns, Node, Plan};
use crate::profile::{Clamp, Pool, Profile, ProgressRule, Weights};
use crate::time::AsOf;

/// Progress and score of nodes, in the order of the document, side by side. NaN stands where there is no number.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ScoreColumns {
    /// How far each is, as [`NodeScore::progress`](super::NodeScore::progress).
    pub progress: Vec<f64>,
    /// The score of each, as [`NodeScore::score`](super::NodeScore::score), in \[0,1\].
    pub score: Vec<f64>,
}

impl ScoreColumns {
    /// Makes room for so many. What there is stays where it is as many already: every one of them is overwritten.
    fn make_room(&mut self, n: usize) {
        for column in [&mut self.progress, &mut self.score] {
            if column.len() != n {
                column.clear();
                column.reserve_exact(n);
            }
        }
    }

    /// At least so many.
    fn grow(&mut self, n: usize) {
        for column in [&mut self.progress, &mut self.score] {
            if column.len() < n {
                column.resize(n, f64::NAN);
            }
        }
    }

    #[cfg(feature = "rayon")]
    pub(super) fn of(n: usize) -> Self {
        // Zeros are pages that nobody has touched yet; every one of them is overwritten.
        Self {
            progress: vec![0.0; n],
            score: vec![0.0; n],
        }
    }

    #[cfg(feature = "rayon")]
    pub(super) fn slots(&mut self) -> Slots<'_> {
        self.from(0)
    }

    fn from(&mut self, first: usize) -> Slots<'_> {
        Slots {
            progress: self.progress.get_mut(first..).unwrap_or_default(),
            score: self.score.get_mut(first..).unwrap_or_default(),
        }
    }

    fn get(&self, at: usize) -> (Option<f64>, Option<f64>) {
        let number = |column: &[f64]| column.get(at).copied().filter(|figure| !figure.is_nan());
        (number(&self.progress), number(&self.score))
    }
}

/// Room for progress and score.
#[derive(Debug)]
pub(super) struct Slots<'s> {
    pub(super) progress: &'s mut [f64],
    pub(super) score: &'s mut [f64],
}

#[cfg(feature = "rayon")]
impl Slots<'_> {
    /// The first of them, which are taken out.
    pub(super) fn take(&mut self, n: usize) -> Self {
        let (progress, progress_left) = std::mem::take(&mut self.progress).split_at_mut_checked(n).unwrap_or_default();
        let (score, score_left) = std::mem::take(&mut self.score).split_at_mut_checked(n).unwrap_or_default();
        (self.progress, self.score) = (progress_left, score_left);
        Self { progress, score }
    }
}

impl Slots<'_> {
    #[inline]
    fn get(&self, rows: &Range<usize>) -> impl Iterator<Item = (&f64, &f64)> {
        let (progress, score) = (self.progress.get(rows.clone()), self.score.get(rows.clone()));
        progress.unwrap_or_default().iter().zip(score.unwrap_or_default())
    }

    #[inline]
    fn put(&mut self, at: usize, progress: f64, score: f64) {
        if let (Some(slot), Some(other)) = (self.progress.get_mut(at), self.score.get_mut(at)) {
            (*slot, *other) = (progress, score);
        }
    }
}

/// Progress and score of every node of a plan; see [`scores`].
#[derive(Debug, Clone)]
pub struct Scores {
    plan: Plan,
    /// Of the key results, numbered through the plan.
    key_results: ScoreColumns,
    /// Of the objectives.
    objectives: ScoreColumns,
}

impl Scores {
    /// Those of the key results, in the order of [`Plan::key_results`].
    #[must_use]
    pub const fn key_results(&self) -> &ScoreColumns {
        &self.key_results
    }

    /// Those of the objectives, in the order of [`Plan::objectives`].
    #[must_use]
    pub const fn objectives(&self) -> &ScoreColumns {
        &self.objectives
    }

    /// The progress of an objective or key result, by id. `None` where there is no number, or no such node.
    #[must_use]
    pub fn progress(&self, id: &str) -> Option<f64> {
        self.of(self.plan.node(id)?).0
    }

    /// The score of an objective or key result, by id. `None` where there is none, or no such node.
    #[must_use]
    pub fn score(&self, id: &str) -> Option<f64> {
        self.of(self.plan.node(id)?).1
    }

    fn of(&self, node: Node) -> (Option<f64>, Option<f64>) {
        match node {
            Node::Objective(at) => self.objectives.get(at),
            Node::KeyResult(at) => self.key_results.get(at),
        }
    }

    /// Computes them anew for a plan, a profile and a day, in the room they have.
    pub fn compute(&mut self, plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) {
        let as_of = as_of.into();
        self.plan = plan.clone();
        self.key_results.make_room(plan.n_key_results());
        self.objectives.make_room(plan.n_objectives());
        if waits_for_links(plan, profile) {
            self.take(&evaluate(plan, profile, as_of));
            return;
        }
        let bare = Scorecard::empty(plan.clone(), profile.clone(), as_of);
        let sheet = bare.sheet();
        let mut desk = Desk::new(sheet);
        // Chunks lie anywhere in memory, and while one is waited for nothing is computed: so the next comes along with it.
        let (mut next, mut after) = (plan.chunks().skip(1), plan.chunks().skip(2));
        for place in places(plan) {
            black_box((
                next.next().map(|chunk| chunk.columns.touch()),
                after.next().map(|chunk| chunk.columns.ends().len()),
            ));
            self.key_results.grow(place.key_result + place.chunk.n_key_results());
            self.objectives.grow(place.objective + place.chunk.n_objectives());
            desk.chunk(&place, &mut self.key_results.from(place.key_result), &mut self.objectives.from(place.objective));
        }
    }

    /// Those of a scorecard.
    fn take(&mut self, card: &Scorecard) {
        (self.key_results, self.objectives) = (ScoreColumns::default(), ScoreColumns::default());
        let figures = |progress: Outcome, score: Option<f64>| (progress.value().unwrap_or(f64::NAN), score.unwrap_or(f64::NAN));
        for line in &card.key_results {
            let (progress, score) = figures(line.node.progress, line.node.score());
            self.key_results.progress.push(progress);
            self.key_results.score.push(score);
        }
        for line in &card.objectives {
            let (progress, score) = figures(line.node.progress, line.node.score());
            self.objectives.progress.push(progress);
            self.objectives.score.push(score);
        }
    }

    #[cfg(feature = "rayon")]
    pub(super) fn of_card(card: &Scorecard) -> Self {
        let mut scores = Self::of_columns(card.plan().clone(), ScoreColumns::default(), ScoreColumns::default());
        scores.take(card);
        scores
    }

    pub(super) fn of_columns(plan: Plan, key_results: ScoreColumns, objectives: ScoreColumns) -> Self {
        Self { plan, key_results, objectives }
    }
}

/// Progress and score of every node of a plan on a day: the very bits of [`evaluate`], without expected progress, status,
/// confidence and shares.
///
/// It reads two numbers a key result that a plan keeps beside its objectives: how far it has come, and what part of its objective
/// it is. Both are divided when a plan is read or edited, so that scores of a million key results take some milliseconds. What is
/// more than a way from a start to a target (amendments, stages, corrections, scores set by hand, other measures, days before the
/// last check-in) is computed the long way, objective by objective. Where a profile rolls children up, or `children` measures are
/// contributed to, it takes as long as a scorecard.
///
/// ```
/// use okrkit::{Date, Profile};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "R", "weight": 2, "measure": {"kind": "metric", "start": 0, "target": 500000},
///      "check_ins": [{"on": "2026-01-31", "value": 240000}]},
///     {"id": "churn", "title": "C", "measure": {"kind": "metric", "start": 6, "target": 4},
///      "check_ins": [{"on": "2026-01-31", "value": 5.5}]}]}]}"#)?;
/// let scores = okrkit::scores(&plan, &Profile::named("default")?, Date::new(2026, 2, 14)?);
/// assert_eq!(scores.key_results().score, [0.48, 0.25]);
/// // (2 × 0.48 + 0.25)/3
/// assert_eq!(scores.score("grow").map(|score| (score * 1e4).round()), Some(4033.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn scores(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) -> Scores {
    let mut scores = Scores::of_columns(Plan::nothing(), ScoreColumns::default(), ScoreColumns::default());
    scores.compute(plan, profile, as_of);
    scores
}

/// Whether any figure waits for what links lead to it.
pub(super) fn waits_for_links(plan: &Plan, profile: &Profile) -> bool {
    let graph = plan.graph();
    graph.late().any(|node| graph.is_late(node, profile.pool.takes_children()))
}

/// What is computed with, chunk after chunk.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    sheet: Sheet<'a>,
    shown: Limits,
    member: Limits,
    objective: Limits,
    /// Of each key result of a chunk what it brings into the progress of its objective, and into the score.
    brought: Vec<(f64, f64)>,
    side: Side,
    lines: Vec<KeyResultLine>,
}

/// A clamp that is there in any case.
#[derive(Debug, Clone, Copy)]
struct Limits {
    floor: f64,
    cap: f64,
}

impl Limits {
    fn of(clamp: &Clamp) -> Self {
        Self {
            floor: clamp.floor.0.unwrap_or(f64::NEG_INFINITY),
            cap: clamp.cap.0.unwrap_or(f64::INFINITY),
        }
    }

    /// NaN stays.
    #[inline]
    fn apply(self, progress: f64) -> f64 {
        let above = if progress < self.floor { self.floor } else { progress };
        if above > self.cap { self.cap } else { above }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(sheet: Sheet<'a>) -> Self {
        Self {
            sheet,
            shown: Limits::of(&sheet.profile.clamp.shown),
            member: Limits::of(&sheet.profile.clamp.member),
            objective: Limits::of(&sheet.profile.clamp.objective),
            brought: Vec::new(),
            side: Side::default(),
            lines: Vec::new(),
        }
    }

    /// The scores of a chunk, into slots that begin with its own.
    pub(super) fn chunk(&mut self, place: &Place<'a>, key_results: &mut Slots<'_>, objectives: &mut Slots<'_>) {
        let columns = &place.chunk.columns;
        self.rows(columns, key_results);
        // Shares go by weights, and say nothing where these are ignored.
        let has_shares = self.sheet.as_of.known.is_none() && self.sheet.profile.weights != Weights::Ignore;
        let on = Some(self.sheet.as_of.on);
        let is_after_all = columns.last() <= on;
        let mut first = 0;
        for (at, end) in columns.ends().iter().enumerate() {
            let rows = first..*end as usize;
            first = rows.end;
            let is_after = || is_after_all || columns.facts().get(at).is_some_and(|facts| facts.last <= on);
            let by_shares = if has_shares && is_after() { self.by_shares(&rows) } else { None };
            match by_shares.or_else(|| self.by_weights(columns, at, key_results, &rows)) {
                Some((progress, score)) => objectives.put(at, progress, score),
                None => self.long_way(place, at, rows.start, key_results, objectives),
            }
        }
    }

    /// F1 and the clamps, for rows of which nothing else is known, and what each brings into its objective by its share. What is no
    /// number afterwards goes the long way.
    fn rows(&mut self, columns: &Columns, slots: &mut Slots<'_>) {
        self.brought.resize(columns.stakes().len(), (0.0, 0.0));
        let (shown, member) = (self.shown, self.member);
        // Shares are those where what has no figure is left out. Where it may count 0, such an objective has no sum here.
        let left_out = if self.leaves_out(columns) { 0.0 } else { f64::NAN };
        let slots = slots.progress.iter_mut().zip(slots.score.iter_mut()).zip(&mut self.brought);
        let put = |((progress, score), brought): ((&mut f64, &mut f64), &mut (f64, f64)), come: f64, share: f64| {
            *progress = shown.apply(come);
            *score = as_score(*progress);
            let counted = if progress.is_nan() { left_out } else { *progress };
            *brought = (share * member.apply(counted), share * as_score(counted));
        };
        match self.sheet.profile.progress {
            ProgressRule::FromStart => columns.stakes().iter().zip(slots).for_each(|(stake, slot)| put(slot, stake.come, stake.share)),
            ProgressRule::Ratio => columns.cells().iter().zip(columns.stakes()).zip(slots).for_each(|((cell, stake), slot)| {
                let ratio = cell.reading / cell.target + 0.0;
                let has_figure = ratio.is_finite();
                // Shares go by who has a figure of the other rule.
                let share = if has_figure == stake.come.is_nan() { f64::NAN } else { stake.share };
                put(slot, if has_figure { ratio } else { f64::NAN }, share);
            }),
        }
    }

    /// Whether what has no figure is left out in all objectives of a chunk.
    fn leaves_out(&self, columns: &Columns) -> bool {
        let profile = self.sheet.profile;
        let may_be_over = columns.ends_first().is_some_and(|ends| self.sheet.as_of.on > ends);
        let leaves_out = |missing| substitute(missing).is_none();
        leaves_out(profile.missing) && (!may_be_over || leaves_out(profile.missing_at_close))
    }

    /// F9 for an objective of plain key results of which some have a figure, by their shares. `None` for any other, whose sum is NaN.
    #[inline]
    fn by_shares(&self, rows: &Range<usize>) -> Option<(f64, f64)> {
        let brought = self.brought.get(rows.clone()).unwrap_or_default();
        let (mut all, mut scored) = (0.0, 0.0);
        for (progress, score) in brought {
            all += progress;
            scored += score;
        }
        if f64::is_nan(scored) || brought.is_empty() {
            return None;
        }
        self.of_sums(all, scored)
    }

    /// F9 for an objective of plain key results, NaN where none of them has a figure. `None` for any other.
    fn by_weights(&self, columns: &Columns, at: usize, slots: &Slots<'_>, rows: &Range<usize>) -> Option<(f64, f64)> {
        let facts = columns.facts().get(at)?;
        let weights = columns.weights().get(rows.clone()).unwrap_or_default();
        let is_plain = facts.is_plain && facts.last <= Some(self.sheet.as_of.on) && self.sheet.as_of.known.is_none();
        if !is_plain || weights.is_empty() {
            return None;
        }
        let weighs_alike = self.sheet.profile.weights == Weights::Ignore;
        let weight = |weight: &f64| if weighs_alike { 1.0 } else { *weight };
        // What has no figure counts 0, or not at all.
        let missing_counts = substitute(self.sheet.missing(facts.period.1)).is_some();
        let free = weights.iter().zip(slots.get(rows)).fold(0.0, |free, (own, (progress, _))| {
            free + if missing_counts || !progress.is_nan() { weight(own) } else { 0.0 }
        });
        if free == 0.0 {
            return Some((f64::NAN, f64::NAN));
        }
        if !free.is_finite() {
            return None;
        }
        let (mut all, mut scored) = (0.0, 0.0);
        for (own, (progress, score)) in weights.iter().zip(slots.get(rows)) {
            let share = weight(own) / free;
            let has_figure = !progress.is_nan();
            all += if has_figure { share * self.member.apply(*progress) } else { 0.0 };
            scored += if has_figure { share * score } else { 0.0 };
        }
        self.of_sums(all, scored)
    }

    #[inline]
    fn of_sums(&self, all: f64, scored: f64) -> Option<(f64, f64)> {
        all.is_finite().then(|| (self.objective.apply(all), as_score(scored)))
    }

    /// The scores of an objective and its key results as evaluation computes them.
    fn long_way(&mut self, place: &Place<'a>, at: usize, first: usize, key_results: &mut Slots<'_>, objectives: &mut Slots<'_>) {
        let Some(frame) = frame_of(self.sheet.plan, self.sheet.as_of, place.objective + at) else {
            objectives.put(at, f64::NAN, f64::NAN);
            return;
        };
        self.lines.clear();
        let objective = self.sheet.fill_objective(&frame, &mut self.lines, &mut self.side);
        let number = |figure: Option<f64>| figure.unwrap_or(f64::NAN);
        for (within, line) in self.lines.iter().enumerate() {
            key_results.put(first + within, number(line.node.progress.value()), number(line.node.score()));
        }
        objectives.put(at, number(objective.node.progress.value()), number(objective.node.score()));
    }
}

impl Pool {
    /// Whether what contributes to an objective moves it.
    pub(crate) fn takes_children(self) -> bool {
        self != Self::KeyResults
    }
}
