//! The forecast of a key result.

use std::rc::Rc;

use serde::Serialize;

use super::children::{Projected, Standing, add_sums, rolled_up};
use super::goal::{aim, goals};
use super::increments::Nature;
use super::trend::{Observation, Trend};
use super::{Chance, Estimate, ForecastPolicy, Lack, Method, student};
use crate::measure::{Measure, Outcome, Range, nearest};
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
    /// The day on which the target is reached, if it goes on like that. Today where the reading of the day reaches it, whatever the
    /// line says, or where the line does and nothing was checked in today; never before tomorrow where something was and does not.
    /// It may lie after the last day.
    pub reached_on: Option<Date>,
    /// Why there is no such day: `never`, `beyond_horizon`, nothing to be reached, or the method has no line. `None` where there
    /// is one.
    pub not_reached: Option<Lack>,
}

/// Between which readings the last day's is likely to be.
///
/// Of readings of their own it is that of a line of least squares, n readings yᵢ on the days xᵢ, for the day x:
///
/// ```text
/// standard error s·√(1 + 1/n + (x − x̄)²/Σ(xᵢ − x̄)²)      s² = Σ residual²/(n − 2)      n − 2 degrees of freedom
/// ```
///
/// Of running sums (`"reading": "sum"`, events, milestones, and what adds up such) it is that of their increments: n increments xᵢ
/// over dᵢ days, T days in all, for h days after the last of them:
///
/// ```text
/// standard error s·√(h + h²/T)      s² = Σ (xᵢ − r·dᵢ)²/dᵢ/(n − 1), r = Σxᵢ/T      n − 1 degrees of freedom
/// ```
///
/// (random walk with drift: Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., table 5.2, where each
/// increment takes a day). A sum is told anew on each day with a figure; of events every day up to the one asked about is an
/// increment, 0 where nothing happened. Worked: 10, 12, 8 and 10 in four weeks, 40 in T = 28 days: residuals 0, 2, −2, 0, so
/// s² = (4 + 4)/7/3 = 0.381; 28 days later 80 ± 1.638·√(0.381·(28 + 28)) = 80 ± 7.6.
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
    /// Half the width in units of t.
    pub standard_error: f64,
    /// Of Student's t.
    pub degrees_of_freedom: usize,
}

/// How fast it has to go from today to reach the target on the last day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RequiredRate {
    /// What the reading still has to move: down where negative, 0 where the target is reached. Before the first check-in it is the
    /// whole way, from the start of the measure or from 0 where increments are added.
    pub remaining: Estimate,
    /// Days from the day asked about to the last one; before it begins, from the first one.
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
    /// On how many days there was a figure. 0 for the mean or the least of others, which are not carried on by themselves.
    pub n_observations: usize,
    /// What each method says, in the order of [`Method::ALL`].
    pub projections: Vec<Projection>,
    /// Around the reading of least squares.
    pub interval: Option<Interval>,
    /// Why there is no interval. `None` where there is one.
    pub no_interval: Option<Lack>,
    /// How likely each goal is. Empty where the measure has none that a number could reach; of the mean or the least of others each
    /// is `no_data`, for it is their progress that would have to be foreseen together.
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
/// Of milestones the reading, its progress and both ends of the interval are held within 0 and 1, for there are no more steps than
/// there are: 3 of 4 by 1 April would be 3.03 of them all at the end of the year, and are 1.
///
/// What is made of others: the course of a sum is that of the readings of today's members added day by day, from the first day on
/// which all have one (running sums are 0 before their first, and run from the earliest first day of theirs), and is carried on like any other. The mean and the least of others are what
/// the projections of these come to, `no_data` (`members`) unless the method has one for each that has a figure and is not over.
/// Worked: 3 + 4 on day 10, 6 + 4 on day 20, 6 + 8 on day 30 is the course 7, 10, 14.
///
/// Takes time in proportion to its check-ins; a key result that rolls up children takes as long as
/// [`forecast_all`](super::forecast_all), which goes through the plan once for all key results and says what a sum costs.
#[must_use]
pub fn forecast(plan: &Plan, profile: &Profile, key_result: &str, as_of: impl Into<AsOf>, policy: &ForecastPolicy) -> Option<Forecast> {
    let Node::KeyResult(at) = plan.node(key_result)? else { return None };
    if matches!(plan.key_result_at(at)?.1.measure, Measure::Children(_)) {
        let card = evaluate(plan, profile, as_of);
        let traced = traces(&card.sheet(), policy);
        return match traced.get(at)? {
            Some(trace) => Some(trace.forecast(&card.sheet(), policy)),
            None => rolled_up(&card.sheet(), at, &Projected::by_each_method(&card, &traced)),
        };
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
    /// Its own, and its objective's.
    stages: [Stage; 2],
    pub(super) phase: Phase,
    today: f64,
    last_day: f64,
    pub(super) seen: Rc<[Observation]>,
    pub(super) nature: Nature,
    /// Where the course begins. `None` where it is not known.
    origin: Option<Observation>,
    /// The reading of the day.
    now: Estimate,
    outcome: Outcome,
    /// Of each method, in order.
    trends: Vec<Result<Trend, Lack>>,
}

/// What every key result is forecast from that has a course, its own or that of a sum of others, by its number in the plan.
pub(super) fn traces<'a>(sheet: &Sheet<'a>, policy: &ForecastPolicy) -> Vec<Option<Trace<'a>>> {
    let mut traces: Vec<_> = (0..sheet.plan.n_key_results()).map(|at| trace(sheet, at, policy)).collect();
    add_sums(sheet, &mut traces, policy);
    traces
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

/// How a reading came about.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) seen: Rc<[Observation]>,
    pub(super) nature: Nature,
    /// The day from which a running sum was added up, counted from the first day as those seen are.
    pub(super) began: f64,
    pub(super) now: Estimate,
    pub(super) outcome: Outcome,
    /// Why it cannot be carried on, whatever the day.
    pub(super) why_not: Option<Lack>,
}

/// `None` for a key result that is made of others.
pub(super) fn trace<'a>(sheet: &Sheet<'a>, at: usize, policy: &ForecastPolicy) -> Option<Trace<'a>> {
    let (key_result, facts) = sheet.facts(at)?;
    let measure: &Measure = &facts.judged.measure;
    if matches!(measure, Measure::Children(_)) {
        return None;
    }
    let starts = facts.period.0;
    let log = facts.log(key_result);
    let outcome = sheet.shown(measure.evaluate(&log, &facts.rules).progress);
    let course = measure.course(&log);
    let why_not = course.is_none().then_some(Lack::NotNumeric);
    let readings = course.unwrap_or_default().into_iter();
    let seen: Rc<[Observation]> = readings.map(|(on, reading)| Observation::new(on.days_since(starts), reading)).collect();
    let course = Course {
        nature: measure.nature(),
        began: 0.0,
        now: Estimate::or(seen.last().map(|last| last.reading), why_not.unwrap_or(Lack::NoCheckIns)),
        outcome,
        why_not,
        seen,
    };
    traced(sheet, at, course, policy)
}

/// A key result with the lines through its course.
pub(super) fn traced<'a>(sheet: &Sheet<'a>, at: usize, course: Course, policy: &ForecastPolicy) -> Option<Trace<'a>> {
    let (key_result, facts) = sheet.facts(at)?;
    let owner = sheet.plan.owner_of(at)?;
    let on = sheet.as_of.on;
    let (starts, ends) = facts.period;
    let stages = [facts.stage, sheet.objective_stage(owner)];
    let phase = phase(stages, facts.period, on);
    let (today, last_day) = (f64::from(on.days_since(starts)), f64::from(ends.days_since(starts)));
    let Course {
        seen,
        nature,
        began,
        now,
        outcome,
        why_not,
    } = course;
    let why_not = match phase {
        Phase::NotStarted => Some(Lack::NotStarted),
        Phase::Over => Some(Lack::Over),
        Phase::Running => why_not.or_else(|| (!seen.iter().all(|seen| seen.reading.is_finite())).then_some(Lack::Overflow)),
    };
    let origin = if nature.is_sum() {
        // Also of a sum of such, whose start is where its progress is counted from.
        Some(Observation { day: began, reading: 0.0 })
    } else {
        facts.judged.measure.origin().map(|start| Observation::new(0, start))
    };
    let trends = Method::ALL.iter().map(|method| match why_not {
        Some(lack) => Err(lack),
        None => method.trend(&seen, nature, origin, today, policy),
    });
    Some(Trace {
        trends: trends.collect(),
        objective: sheet.plan.objective_at(owner)?,
        key_result,
        stages,
        phase,
        today,
        last_day,
        seen,
        nature,
        origin,
        now,
        outcome,
        facts,
    })
}

impl Trace<'_> {
    fn measure(&self) -> &Measure {
        &self.facts.judged.measure
    }

    /// Whether neither it nor its objective is dropped or a draft on the day.
    pub(super) fn is_carried_through(&self) -> bool {
        self.stages.iter().all(|stage| stage.counts())
    }

    pub(super) fn period(&self) -> (Date, Date) {
        self.facts.period
    }

    /// The day from which its running sum was added up, counted from another day.
    pub(super) fn began_after(&self, day: Date) -> f64 {
        self.origin.map_or(0.0, |origin| origin.day) + f64::from(self.facts.period.0.days_since(day))
    }

    /// The reading of the day.
    pub(super) fn now(&self) -> Estimate {
        self.now
    }

    /// The progress of the day, as the scorecard shows it.
    pub(super) fn shown_progress(&self) -> Estimate {
        self.outcome.into()
    }

    /// The reading on the last day by a method.
    pub(super) fn reading(&self, method: Method) -> Estimate {
        self.trend(method).map(|trend| self.possible(trend.at(self.last_day))).into()
    }

    /// The nearest reading that there can be: no more steps are done than there are, and no fewer than none.
    fn possible(&self, reading: f64) -> f64 {
        if self.scale() == Scale::Progress { reading.clamp(0.0, 1.0) } else { reading }
    }

    fn scale(&self) -> Scale {
        if matches!(self.measure(), Measure::Milestones(_)) {
            Scale::Progress
        } else {
            Scale::Reading
        }
    }

    /// The progress of a reading, before any clamp.
    pub(super) fn progress_of(&self, reading: f64) -> Estimate {
        let lack = Estimate::from(self.outcome).reason().unwrap_or(Lack::Overflow);
        Estimate::or(self.measure().progress_along(reading, &self.facts.rules), lack)
    }

    /// Between which readings the last day's is likely to be.
    pub(super) fn interval(&self, policy: &ForecastPolicy) -> Result<Interval, Lack> {
        let trend = self.least_squares()?;
        let coverage = policy.coverage().ok_or(Lack::NoInterval)?;
        let (error, dof) = trend.error_at(self.last_day).ok_or(Lack::NoInterval)?;
        let half = student::two_sided(coverage, dof) * error;
        let reading = trend.at(self.last_day);
        let (low, high) = (reading - half, reading + half);
        if !low.is_finite() || !high.is_finite() {
            return Err(Lack::Overflow);
        }
        Ok(Interval {
            coverage,
            low: self.possible(low),
            high: self.possible(high),
            standard_error: error,
            degrees_of_freedom: dof,
        })
    }

    fn trend(&self, method: Method) -> Result<&Trend, Lack> {
        let trend = Method::ALL.iter().zip(&self.trends).find(|(of, _)| **of == method);
        trend.map_or(Err(Lack::NotNumeric), |(_, trend)| trend.as_ref().map_err(|lack| *lack))
    }

    fn least_squares(&self) -> Result<&Trend, Lack> {
        self.trend(Method::LeastSquares)
    }

    /// The day on which a line is where it is to go.
    fn reached_on(&self, trend: &Trend, aim: &[Range], on: Date, policy: &ForecastPolicy) -> Result<Date, Lack> {
        if self.now.value().is_some_and(|reading| aim.iter().any(|range| range.holds(reading, policy))) {
            return Ok(on);
        }
        // Of today the reading is known, where it was told today.
        let soonest = u32::from(self.seen.last().is_some_and(|last| last.day >= self.today));
        let mut reached = Err(Lack::NoGoal);
        for range in aim {
            reached = match (reached, trend.days_until(self.today, range, soonest, policy)) {
                (Ok(days), Ok(other)) => Ok(days.min(other)),
                (Ok(days), Err(_)) | (Err(_), Ok(days)) => Ok(days),
                // What comes late is more to tell than what never comes.
                (Err(Lack::BeyondHorizon), Err(_)) => Err(Lack::BeyondHorizon),
                (Err(_), Err(lack)) => Err(lack),
            };
        }
        let day = i32::try_from(reached?).ok().and_then(|days| on.add_days(days));
        day.ok_or(Lack::BeyondHorizon)
    }

    pub(super) fn forecast(&self, sheet: &Sheet<'_>, policy: &ForecastPolicy) -> Forecast {
        let (starts, ends) = self.facts.period;
        let on = sheet.as_of.on;
        let gone = elapsed(starts, ends, on);
        let rules = &self.facts.rules;
        let aim = aim(self.measure(), rules);
        let reading = self.now();
        let shown = |progress: f64| Estimate::of(sheet.profile.clamp.shown.apply(progress));
        let projections = Method::ALL.iter().map(|method| {
            let trend = self.trend(*method);
            let reached = trend.and_then(|trend| self.reached_on(trend, aim.as_ref().ok_or(Lack::NoGoal)?, on, policy));
            Projection {
                method: *method,
                reading: self.reading(*method),
                progress: self.reading(*method).then(|reading| self.progress_of(reading)).then(shown),
                per_day: trend.map(|trend| trend.per_day).into(),
                reached_on: reached.ok(),
                not_reached: reached.err(),
            }
        });
        let least_squares = self.least_squares();
        let goals = goals(self.measure(), rules, sheet.profile, self.objective.ambition);
        let chances = goals.into_iter().map(|(goal, ranges)| Chance {
            goal,
            reading: nearest(&ranges, reading.value()),
            probability: least_squares
                .and_then(|trend| trend.probability(self.last_day, &ranges, policy).ok_or(Lack::Overflow))
                .into(),
        });
        let progress = self.shown_progress();
        let interval = self.interval(policy);
        // Before anything was told it is where it begins.
        let stands = match (reading, self.origin) {
            (Estimate::NoData { reason: Lack::NoCheckIns }, Some(origin)) => Estimate::of(origin.reading),
            _ => reading,
        };
        let target = aim.as_ref().and_then(|aim| nearest(aim, stands.value()));
        Forecast {
            key_result: self.key_result.id.clone(),
            as_of: sheet.as_of,
            starts,
            ends,
            phase: self.phase,
            scale: self.scale(),
            pace: pace(progress, gone),
            projections: projections.collect(),
            interval: interval.ok(),
            no_interval: interval.err(),
            chances: chances.collect(),
            required: RequiredRate::new(stands, target, self.phase, ends.days_since(on.max(starts))),
            n_observations: self.seen.len(),
            elapsed: gone,
            reading,
            progress,
        }
    }
}

pub(super) fn pace(progress: Estimate, gone: f64) -> Estimate {
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
    pub(super) fn new(reading: Estimate, target: Option<f64>, phase: Phase, days_left: i32) -> Self {
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

impl Trace<'_> {
    /// What becomes of its figure by a method.
    pub(super) fn standing(&self, method: Method) -> Standing {
        if self.put(method).is_some() {
            Standing::Carried
        } else if self.phase == Phase::Over {
            Standing::Over
        } else if self.outcome.value().is_some() {
            Standing::Held
        } else {
            Standing::Absent
        }
    }

    /// What is put through roll-ups in the place of today's figures, by a method.
    pub(super) fn put(&self, method: Method) -> Option<Put> {
        let reading = self.reading(method).value()?;
        Some(Put {
            number: self.measure().reads_number().then_some(reading),
            progress: self.progress_of(reading).value()?,
        })
    }
}
