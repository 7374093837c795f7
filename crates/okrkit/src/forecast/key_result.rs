//! The forecast of a key result.

use serde::Serialize;

use super::goal::{aim, goals};
use super::objective::projected;
use super::trend::{Observation, Trend};
use super::{Chance, Estimate, ForecastPolicy, Lack, Method, student};
use crate::measure::{Measure, Outcome, nearest};
use crate::plan::{KeyResult, Node, Objective, Plan, Stage};
use crate::profile::Profile;
use crate::score::{KeyResultFacts, Put, Scorecard, Sheet, evaluate};
use crate::time::{AsOf, Date, elapsed};
use crate::wire;

wire::words! {
    /// Where in its period a key result is.
    pub enum Phase is "a phase" {
        /// From the first day to the last.
        Running = "running",
        /// Before the first day, or a draft.
        NotStarted = "not_started",
        /// After the last day, or closed or dropped: what it came to is no forecast.
        Over = "over",
    }
}

wire::words! {
    /// What scale the readings of a forecast are on.
    pub enum Scale is "a scale" {
        /// The measure's own.
        Reading = "reading",
        /// Progress: milestones, whose readings are no numbers.
        Progress = "progress",
    }
}

/// What a method says of the end of the period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Projection {
    /// The method.
    pub method: Method,
    /// The reading on the last day.
    pub reading: Estimate,
    /// The progress of that reading, within the profile's clamp for what is shown.
    pub progress: Estimate,
    /// By how much the reading moves each day.
    pub per_day: Estimate,
    /// The day on which the target is reached, if it goes on like that: today where it is by now. `None` where that is never, or
    /// not before the policy's horizon. It may lie after the last day.
    pub reached_on: Option<Date>,
}

/// Between which readings the last day's is likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Interval {
    /// How often it is to hold, in \[0,1\].
    pub coverage: f64,
    /// The lower end, on the scale of the forecast.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// s·√(1 + 1/n + (x − x̄)²/Σ(xᵢ − x̄)²), with s² = Σ residual²/(n − 2): half the width in units of t.
    pub standard_error: f64,
    /// n − 2.
    pub degrees_of_freedom: usize,
}

/// How fast it has to go from today to reach the target on the last day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RequiredRate {
    /// What the reading still has to move: down where negative, 0 where the target is reached.
    pub remaining: Estimate,
    /// Days from the day asked about to the last one.
    pub days_left: i32,
    /// remaining / days left. 0 where the target is reached, `no_time_left` on the last day.
    pub per_day: Estimate,
    /// The same for seven days. Worked: (500,000 − 210,000) over 42 days is 48,333.33 a week.
    pub per_week: Estimate,
}

/// Where a key result is going.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Forecast {
    /// The id of the key result.
    pub key_result: String,
    /// The day asked about.
    pub as_of: AsOf,
    /// Its first day.
    pub starts: Date,
    /// Its last day, which is forecast.
    pub ends: Date,
    /// Where in its period it is.
    pub phase: Phase,
    /// What scale readings are on.
    pub scale: Scale,
    /// The reading of the day, on that scale.
    pub reading: Estimate,
    /// The progress of the day, as the scorecard shows it. Sales departments say attainment: 70,000 of 90,000 is 0.7778.
    pub progress: Estimate,
    /// F11: the share of its time that has gone.
    pub elapsed: f64,
    /// progress / elapsed: 1 is just in time. Worked: 0.7778 with 0.7527 of the time gone is 1.0333.
    pub pace: Estimate,
    /// On how many days there was a figure.
    pub n_observations: usize,
    /// What each method says, in the order of [`Method::ALL`].
    pub projections: Vec<Projection>,
    /// Around the reading of least squares. `None` where that has no number.
    pub interval: Option<Interval>,
    /// How likely each goal is. Empty where the measure has none that a number could reach.
    pub chances: Vec<Chance>,
    /// How fast it has to go to reach the target.
    pub required: RequiredRate,
}

impl Forecast {
    /// What a method says.
    #[must_use]
    pub fn by(&self, method: Method) -> Option<&Projection> {
        self.projections.iter().find(|projection| projection.method == method)
    }

    /// How likely a goal is. `None` where the measure has no such goal.
    #[must_use]
    pub fn chance(&self, goal: super::Goal) -> Option<&Chance> {
        self.chances.iter().find(|chance| chance.goal == goal)
    }
}

/// Carries the reading of a key result on to its last day. `None` where there is no such key result.
///
/// Worked: 70,000 of 90,000 with 70 of 93 days gone is progress 0.7778, pace 1.0333, and at that rate 70,000 × 93/70 = 93,000 on
/// the last day; the remaining 20,000 need 869.57 a day.
///
/// ```
/// use okrkit::{Date, ForecastPolicy, Method, Profile, forecast};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-04-04"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "sales", "title": "Sell for 90,000", "measure": {"kind": "metric", "start": 0, "target": 90000},
///      "check_ins": [{"on": "2026-03-12", "value": 70000}]}]}]}"#)?;
/// let found = forecast(&plan, &Profile::named("default")?, "sales", Date::new(2026, 3, 12)?, &ForecastPolicy::default());
/// let found = found.ok_or("no such key result")?;
/// let run_rate = found.by(Method::RunRate).and_then(|projection| projection.reading.value());
/// assert_eq!(run_rate.map(f64::round), Some(93000.0));
/// assert!(found.by(Method::LeastSquares).is_some_and(|projection| projection.reading.value().is_none()), "one figure is no line");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes time in proportion to the check-ins; a key result that rolls up children, to the whole plan. For many key results
/// [`forecast_all`](super::forecast_all) goes through the plan once.
#[must_use]
pub fn forecast(plan: &Plan, profile: &Profile, key_result: &str, as_of: impl Into<AsOf>, policy: &ForecastPolicy) -> Option<Forecast> {
    let Node::KeyResult(at) = plan.node(key_result)? else { return None };
    if matches!(plan.key_result_at(at)?.1.measure, Measure::Children(_)) {
        let card = evaluate(plan, profile, as_of);
        let traced = traces(&card.sheet(), policy);
        let by_method: Vec<Scorecard> = Method::ALL.iter().map(|method| projected(&card, &traced, *method)).collect();
        return rolled_up(&card.sheet(), at, &by_method);
    }
    let bare = Scorecard::empty(plan.clone(), profile.clone(), as_of.into());
    let sheet = bare.sheet();
    trace(&sheet, at, policy).map(|trace| trace.forecast(&sheet, policy))
}

/// A key result with what its forecast is made from.
#[derive(Debug)]
pub(super) struct Trace<'a> {
    objective: &'a Objective,
    pub(super) key_result: &'a KeyResult,
    facts: KeyResultFacts<'a>,
    pub(super) phase: Phase,
    today: f64,
    last_day: f64,
    pub(super) seen: Vec<Observation>,
    /// Whether the reading is a number that moves along a line.
    is_numeric: bool,
    outcome: Outcome,
    /// Of each method, in order.
    trends: Vec<Result<Trend, Lack>>,
}

/// What every key result that is not made of others is forecast from, by its number in the plan.
pub(super) fn traces<'a>(sheet: &Sheet<'a>, policy: &ForecastPolicy) -> Vec<Option<Trace<'a>>> {
    (0..sheet.plan.n_key_results()).map(|at| trace(sheet, at, policy)).collect()
}

pub(super) fn phase(stages: [Stage; 2], (starts, ends): (Date, Date), on: Date) -> Phase {
    if on > ends || stages.iter().any(|stage| stage.is_over()) {
        Phase::Over
    } else if on < starts || stages.contains(&Stage::Draft) {
        Phase::NotStarted
    } else {
        Phase::Running
    }
}

/// `None` for a key result that is made of others.
pub(super) fn trace<'a>(sheet: &Sheet<'a>, at: usize, policy: &ForecastPolicy) -> Option<Trace<'a>> {
    let (key_result, facts) = sheet.facts(at)?;
    let owner = sheet.plan.owner_of(at)?;
    let objective = sheet.plan.objective_at(owner)?;
    let measure: &Measure = &facts.judged.measure;
    if matches!(measure, Measure::Children(_)) {
        return None;
    }
    let on = sheet.as_of.on;
    let (starts, ends) = facts.period;
    let phase = phase([facts.stage, sheet.objective_stage(owner)], facts.period, on);
    let (today, last_day) = (f64::from(on.days_since(starts)), f64::from(ends.days_since(starts)));
    let log = facts.log(key_result);
    let outcome = sheet.shown(measure.evaluate(&log, &facts.rules).progress);
    let course = measure.course(&log);
    let why_not = match (phase, &course) {
        (Phase::NotStarted, _) => Some(Lack::NotStarted),
        (Phase::Over, _) => Some(Lack::Over),
        (Phase::Running, None) => Some(Lack::NotNumeric),
        (Phase::Running, Some(course)) => (!course.iter().all(|(_, reading)| reading.is_finite())).then_some(Lack::Overflow),
    };
    let is_numeric = course.is_some();
    let seen: Vec<Observation> = course
        .unwrap_or_default()
        .into_iter()
        .map(|(on, reading)| Observation {
            day: f64::from(on.days_since(starts)),
            reading,
        })
        .collect();
    let trends = Method::ALL.iter().map(|method| match why_not {
        Some(lack) => Err(lack),
        None => method.trend(&seen, measure.origin(), today, policy),
    });
    Some(Trace {
        trends: trends.collect(),
        objective,
        key_result,
        phase,
        today,
        last_day,
        seen,
        is_numeric,
        outcome,
        facts,
    })
}

impl Trace<'_> {
    fn measure(&self) -> &Measure {
        &self.facts.judged.measure
    }

    pub(super) fn period(&self) -> (Date, Date) {
        self.facts.period
    }

    /// The reading of the day.
    pub(super) fn now(&self) -> Estimate {
        match (self.seen.last(), self.is_numeric) {
            (Some(last), _) => Estimate::of(last.reading),
            (None, true) => Estimate::none(Lack::NoCheckIns),
            (None, false) => Estimate::none(Lack::NotNumeric),
        }
    }

    /// The progress of the day, as the scorecard shows it.
    pub(super) fn shown_progress(&self) -> Estimate {
        self.outcome.into()
    }

    /// The reading on the last day by a method.
    pub(super) fn reading(&self, method: Method) -> Estimate {
        let trend = Method::ALL.iter().zip(&self.trends).find(|(of, _)| **of == method);
        match trend {
            Some((_, Ok(trend))) => Estimate::of(trend.at(self.last_day)),
            Some((_, Err(lack))) => Estimate::none(*lack),
            None => Estimate::none(Lack::NotNumeric),
        }
    }

    /// The progress of a reading, before any clamp.
    pub(super) fn progress_of(&self, reading: f64) -> Estimate {
        let lack = Estimate::from(self.outcome).reason().unwrap_or(Lack::Overflow);
        Estimate::or(self.measure().progress_along(reading, &self.facts.rules), lack)
    }

    /// Between which readings the last day's is likely to be.
    pub(super) fn interval(&self, policy: &ForecastPolicy) -> Option<Interval> {
        let trend = self.least_squares()?;
        let (error, dof) = trend.error_at(self.last_day)?;
        let half = student::two_sided(policy.coverage(), dof) * error;
        let reading = trend.at(self.last_day);
        let interval = Interval {
            coverage: policy.coverage(),
            low: reading - half,
            high: reading + half,
            standard_error: error,
            degrees_of_freedom: dof,
        };
        (interval.low.is_finite() && interval.high.is_finite()).then_some(interval)
    }

    fn least_squares(&self) -> Option<&Trend> {
        self.trends.iter().flatten().find(|trend| trend.spread.is_some())
    }

    pub(super) fn forecast(&self, sheet: &Sheet<'_>, policy: &ForecastPolicy) -> Forecast {
        let (starts, ends) = self.facts.period;
        let gone = elapsed(starts, ends, sheet.as_of.on);
        let rules = &self.facts.rules;
        let aim = aim(self.measure(), rules);
        let reading = self.now();
        let shown = |progress: f64| Estimate::of(sheet.profile.clamp.shown.apply(progress));
        let days = |trend: &Trend| aim.as_ref()?.iter().filter_map(|range| trend.days_until(self.today, range, policy)).min();
        let projections = Method::ALL.iter().zip(&self.trends).map(|(method, trend)| Projection {
            method: *method,
            reading: self.reading(*method),
            progress: self.reading(*method).then(|reading| self.progress_of(reading)).then(shown),
            per_day: trend.as_ref().map(|trend| trend.per_day).map_err(|lack| *lack).into(),
            reached_on: trend
                .as_ref()
                .ok()
                .and_then(days)
                .and_then(|days| sheet.as_of.on.add_days(i32::try_from(days).ok()?)),
        });
        let lack = self.trends.iter().zip(Method::ALL).find_map(|(trend, method)| match (trend, method) {
            (Err(lack), Method::LeastSquares) => Some(*lack),
            _ => None,
        });
        let goals = goals(self.measure(), rules, sheet.profile, self.objective.ambition);
        let chances = goals.into_iter().map(|(goal, ranges)| Chance {
            goal,
            reading: nearest(&ranges, reading.value()),
            probability: Estimate::or(
                self.least_squares().and_then(|trend| trend.probability(self.last_day, &ranges, policy)),
                lack.unwrap_or(Lack::Overflow),
            ),
        });
        let progress = self.shown_progress();
        Forecast {
            key_result: self.key_result.id.clone(),
            as_of: sheet.as_of,
            starts,
            ends,
            phase: self.phase,
            scale: if matches!(self.measure(), Measure::Milestones(_)) {
                Scale::Progress
            } else {
                Scale::Reading
            },
            pace: pace(progress, gone),
            projections: projections.collect(),
            interval: self.interval(policy),
            chances: chances.collect(),
            required: RequiredRate::new(
                reading,
                aim.and_then(|aim| nearest(&aim, reading.value())),
                self.phase,
                ends.days_since(sheet.as_of.on),
            ),
            n_observations: self.seen.len(),
            elapsed: gone,
            reading,
            progress,
        }
    }
}

fn pace(progress: Estimate, gone: f64) -> Estimate {
    progress.then(|progress| {
        if gone > 0.0 {
            Estimate::of(progress / gone)
        } else {
            Estimate::none(Lack::NoTimeGone)
        }
    })
}

impl RequiredRate {
    /// `target` is the reading aimed at; `None` where the measure aims at none, or none can be reached.
    fn new(reading: Estimate, target: Option<f64>, phase: Phase, days_left: i32) -> Self {
        let remaining = match (phase, target) {
            (Phase::Over, _) => Estimate::none(Lack::Over),
            (_, None) => reading.then(|_| Estimate::none(Lack::NoGoal)),
            (_, Some(target)) => reading.then(|reading| Estimate::of(target - reading)),
        };
        let rate = |days: f64| {
            remaining.then(|remaining| match days_left {
                _ if remaining == 0.0 => Estimate::of(0.0),
                ..=0 => Estimate::none(Lack::NoTimeLeft),
                left => Estimate::of(remaining / f64::from(left) * days),
            })
        };
        Self {
            remaining,
            days_left,
            per_day: rate(1.0),
            per_week: rate(7.0),
        }
    }
}

/// The forecast of a key result that is made of others: what their projections add up to, by each method.
pub(super) fn rolled_up(sheet: &Sheet<'_>, at: usize, by_method: &[Scorecard]) -> Option<Forecast> {
    let (key_result, facts) = sheet.facts(at)?;
    let owner = sheet.plan.owner_of(at)?;
    let on = sheet.as_of.on;
    let (starts, ends) = facts.period;
    let phase = phase([facts.stage, sheet.objective_stage(owner)], facts.period, on);
    let gone = elapsed(starts, ends, on);
    let now = sheet.key_results.get(at)?;
    let measure: &Measure = &facts.judged.measure;
    let why_not = match phase {
        Phase::NotStarted => Some(Lack::NotStarted),
        Phase::Over => Some(Lack::Over),
        Phase::Running => None,
    };
    let lack_of_reading = if measure.reads_number() { Lack::NoMembers } else { Lack::NotNumeric };
    let reading = Estimate::or(now.number(), lack_of_reading);
    let projections = Method::ALL.iter().zip(by_method).map(|(method, card)| {
        let line = card.sheet().key_results.get(at);
        let (number, progress) = (line.and_then(crate::score::KeyResultLine::number), line.map(|line| line.node.progress));
        let unless_over = |estimate: Estimate| why_not.map_or(estimate, Estimate::none);
        Projection {
            method: *method,
            reading: unless_over(Estimate::or(number, lack_of_reading)),
            progress: unless_over(progress.map_or(Estimate::none(Lack::NoMembers), Estimate::from)),
            per_day: Estimate::none(Lack::Members),
            reached_on: None,
        }
    });
    let progress = Estimate::from(now.node.progress);
    let aim = aim(measure, &facts.rules).and_then(|aim| nearest(&aim, reading.value()));
    Some(Forecast {
        key_result: key_result.id.clone(),
        as_of: sheet.as_of,
        starts,
        ends,
        phase,
        scale: if measure.reads_number() { Scale::Reading } else { Scale::Progress },
        pace: pace(progress, gone),
        projections: projections.collect(),
        interval: None,
        chances: Vec::new(),
        required: RequiredRate::new(reading, aim, phase, ends.days_since(on)),
        n_observations: 0,
        elapsed: gone,
        reading,
        progress,
    })
}

impl Trace<'_> {
    /// What is put through roll-ups in the place of today's figures, by a method.
    pub(super) fn put(&self, method: Method) -> Option<Put> {
        let reading = self.reading(method).value()?;
        Some(Put {
            number: self.measure().reads_number().then_some(reading),
            progress: self.progress_of(reading).value()?,
        })
    }
}
