//! What each key result must still reach for a score.

use serde::Serialize;

use super::Ask;
use super::RequiredPolicy;
use super::mover::{Held, Ladder, Team, objective_at, score_of};
use crate::forecast::Estimate;
use crate::plan::Plan;
use crate::profile::Profile;
use crate::score::{Scorecard, evaluate};
use crate::time::AsOf;
use crate::wire;

wire::words! {
    /// Why a score cannot be reached.
    pub enum Obstacle is "an obstacle" {
        /// Not even with everything that can be moved as high as it goes.
        NotEnough = "not_enough",
        /// No member can be moved.
        NothingToMove = "nothing_to_move",
        /// The objective's score is set by hand.
        ManualScore = "manual_score",
        /// A score is a number within 0 and 1.
        OutOfRange = "out_of_range",
        /// No double that could be checked in comes near enough.
        Precision = "precision",
    }
}

/// A way to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Route {
    /// It can be reached.
    Possible {
        /// What has to be reached, in the order of the roll-up; who is not named stays. Empty where the score is there already.
        asks: Vec<Ask>,
        /// The score that gives: the one wanted, or more where steps and levels leave nothing between.
        gives: f64,
    },
    /// It cannot.
    Impossible {
        /// Why.
        why: Obstacle,
        /// The highest score on this way, where there is one.
        at_most: Estimate,
    },
}

impl Route {
    /// The asks, where it can be reached.
    #[must_use]
    pub fn asks(&self) -> Option<&[Ask]> {
        match self {
            Self::Possible { asks, .. } => Some(asks),
            Self::Impossible { .. } => None,
        }
    }
}

/// The way of one key result alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Alone {
    /// The id of the key result.
    pub key_result: String,
    /// Its way.
    pub route: Route,
}

/// What must still be reached for an objective to have a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Required {
    /// The id of the objective.
    pub objective: String,
    /// The day on which it is to be reached.
    pub as_of: AsOf,
    /// The score wanted.
    pub score: f64,
    /// The score today.
    pub now: Estimate,
    /// Everybody to the same progress, those beyond it staying where they are.
    pub alike: Route,
    /// With the least progress in all: first to whom the greatest share belongs, each as far as it goes.
    pub least_effort: Route,
    /// One key result alone, for each that can be moved.
    pub alone: Vec<Alone>,
    /// Members that stay as they are, and why.
    pub held: Vec<Held>,
}

/// What the key results of an objective must still reach for it to have a score on the day. `None` where there is no such
/// objective.
///
/// It turns F8 to F10 round: with shares f of members at scores s, a score S asks for Σ fᵢ·sᵢ = S. Weights, fixed shares, pools and
/// links count as in the roll-up. A key result without data gets a share once it has a figure, so the others' shrink; all alike
/// asks it too, least effort only where the rest do not suffice. Effort is progress: of two shares the greater one moves the
/// objective more for each unit. What moves in steps (milestones, done, zones, events, bands in steps, thresholds) is taken step by
/// step, milestones in their order; then the score may come out higher than wanted.
///
/// Worked: 0.2 and 0.6 with weights 1 and 3 are 0.5. For 0.7 all alike must be at 0.7; with least effort the second goes to
/// 0.6 + 0.2/0.75 = 0.8667; the first alone would have to be at 1, and is then at 0.7 just so.
///
/// ```
/// use okrkit::{Date, Profile, RequiredPolicy, required};
/// # let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
/// #   "objectives": [{"id": "grow", "title": "Grow", "cycle": "c", "key_results": [
/// #     {"id": "a", "title": "a", "weight": 1, "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [{"on": "2026-01-05", "value": 2}]},
/// #     {"id": "b", "title": "b", "weight": 3, "measure": {"kind": "metric", "start": 0, "target": 10}, "check_ins": [{"on": "2026-01-05", "value": 6}]}]}]}"#)?;
/// let (profile, on) = (Profile::named("default")?, Date::new(2026, 2, 10)?);
/// let required = required(&plan, &profile, on, "grow", 0.7, &RequiredPolicy::default()).ok_or("no such objective")?;
/// let readings: Vec<_> = required.alike.asks().into_iter().flatten().filter_map(|ask| ask.reading).collect();
/// assert_eq!(readings, [7.0, 7.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes time in proportion to the plan.
#[must_use]
pub fn required(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, objective: &str, score: f64, policy: &RequiredPolicy) -> Option<Required> {
    let policy = policy.sound();
    let card = evaluate(plan, profile, as_of);
    let at = objective_at(&card, objective)?;
    let line = &card.sheet().objectives.get(at)?.node;
    let (now, is_manual) = (line.score(), line.is_manual);
    let sheet = card.sheet();
    let team = Team::of(&sheet, at, policy);
    let search = Search {
        card: &card,
        team: &team,
        wanted: score,
        same: policy.same,
    };
    let refused = if !(0.0..=1.0).contains(&score) {
        Some(Obstacle::OutOfRange)
    } else if now.is_some_and(|now| now >= score - policy.same) {
        None
    } else if is_manual {
        Some(Obstacle::ManualScore)
    } else if team.movers.is_empty() {
        Some(Obstacle::NothingToMove)
    } else {
        None
    };
    let way = |find: &dyn Fn() -> Route| match (refused, now) {
        (Some(why), now) => Route::Impossible {
            why,
            at_most: now.map_or(Estimate::from(line.progress), Estimate::of),
        },
        (None, Some(now)) if now >= score - policy.same => Route::Possible { asks: Vec::new(), gives: now },
        _ => find(),
    };
    Some(Required {
        objective: objective.to_owned(),
        as_of: card.as_of(),
        score,
        now: now.map_or(Estimate::from(line.progress), Estimate::of),
        alike: way(&|| search.alike(true).or_else(|| search.alike(false))),
        least_effort: way(&|| search.least_effort(false).or_else(|| search.least_effort(true))),
        alone: (0..team.movers.len())
            .filter_map(|mover| {
                Some(Alone {
                    key_result: team.movers.get(mover)?.key_result.id.clone(),
                    route: way(&|| search.alone(mover)),
                })
            })
            .collect(),
        held: team.held.clone(),
    })
}

impl Route {
    /// Another way where there is none on this one.
    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if matches!(self, Self::Possible { .. }) {
            return self;
        }
        let other = other();
        if matches!(other, Self::Possible { .. }) { other } else { self }
    }
}

struct Search<'a> {
    card: &'a Scorecard,
    team: &'a Team<'a>,
    wanted: f64,
    same: f64,
}

/// Who takes part in a search, and what each counts for.
struct Part {
    /// The places of movers, with their shares.
    movers: Vec<(usize, f64)>,
    /// What all others bring.
    rest: f64,
}

impl Part {
    /// The score with every mover at a score of its own.
    fn total(&self, of: impl Fn(usize) -> f64) -> f64 {
        self.movers.iter().fold(self.rest, |sum, (at, share)| sum + share * of(*at))
    }
}

impl Search<'_> {
    /// The movers chosen, each with its share once all of them have a figure.
    fn part(&self, chosen: impl Fn(usize) -> bool) -> Part {
        let mut joins = vec![false; self.team.members.len()];
        for (at, mover) in self.team.movers.iter().enumerate() {
            if let Some(join) = joins.get_mut(mover.place) {
                *join = chosen(at);
            }
        }
        let joins = |place: usize| joins.get(place).copied().unwrap_or_default();
        let shares = self.team.shares(joins);
        let rest: Vec<f64> = shares
            .iter()
            .enumerate()
            .map(|(place, share)| if joins(place) { 0.0 } else { *share })
            .collect();
        let movers = self.team.movers.iter().enumerate().filter(|(at, _)| chosen(*at));
        Part {
            movers: movers.map(|(at, mover)| (at, shares.get(mover.place).copied().unwrap_or_default())).collect(),
            rest: score_of(&self.team.members, &rest),
        }
    }

    fn is_missing(&self, mover: usize) -> bool {
        self.team.movers.get(mover).is_some_and(|mover| mover.is_missing)
    }

    fn rung(&self, mover: usize, score: f64) -> f64 {
        self.team.movers.get(mover).map_or(0.0, |mover| mover.rung(score))
    }

    fn not_enough(&self, part: &Part) -> Option<Route> {
        let at_most = part.total(|at| self.rung(at, 1.0));
        (at_most < self.wanted - self.same).then(|| Route::Impossible {
            why: if part.movers.is_empty() {
                Obstacle::NothingToMove
            } else {
                Obstacle::NotEnough
            },
            at_most: Estimate::of(at_most),
        })
    }

    /// Everybody, with or without those that have no data, to the same progress.
    fn alike(&self, with_missing: bool) -> Route {
        let part = self.part(|at| with_missing || !self.is_missing(at));
        if let Some(route) = self.not_enough(&part) {
            return route;
        }
        // The score rises with the progress asked of everybody.
        let at = |progress: f64| part.total(|mover| self.rung(mover, progress));
        let (mut low, mut high) = (0.0, 1.0);
        if at(low) >= self.wanted - self.same {
            high = low;
        }
        // Nearer than doubles about 1 lie together no search gets.
        while high - low > (self.same / 16.0).max(f64::EPSILON) {
            let middle = f64::midpoint(low, high);
            if at(middle) >= self.wanted {
                high = middle;
            } else {
                low = middle;
            }
        }
        // On a step the search stays just above it, and what is computed from those who rise may lie just below.
        let exact = self.exact_level(&part, high);
        let level = if at(exact) >= self.wanted - self.same { exact } else { high };
        self.route(&part, |mover| self.rung(mover, level))
    }

    /// The progress that those on their way to it share, without the last bits of the search.
    fn exact_level(&self, part: &Part, near: f64) -> f64 {
        let (mut rest, mut rising) = (part.rest, 0.0);
        for (at, share) in &part.movers {
            let Some(mover) = self.team.movers.get(*at) else { continue };
            let score = mover.rung(near);
            let is_rising = mover.ladder == Ladder::Any && (mover.is_missing || score > mover.now) && score < mover.ceiling;
            if is_rising {
                rising += share;
            } else {
                rest += share * score;
            }
        }
        let level = (self.wanted - rest) / rising;
        if (level - near).abs() <= self.same * 16.0 { level } else { near }
    }

    /// First to whom the greatest share belongs; what comes in steps only as far as it does not go beyond, unless it must.
    fn least_effort(&self, with_missing: bool) -> Route {
        let part = self.part(|at| with_missing || !self.is_missing(at));
        if let Some(route) = self.not_enough(&part) {
            return route;
        }
        let mut to: Vec<f64> = part.movers.iter().map(|(at, _)| self.rung(*at, 0.0)).collect();
        let mut order: Vec<usize> = (0..part.movers.len()).collect();
        let share = |at: usize| part.movers.get(at).map_or(0.0, |(_, share)| *share);
        order.sort_by(|a, b| share(*b).total_cmp(&share(*a)));
        let mut gap = self.wanted - part.movers.iter().zip(&to).fold(part.rest, |sum, ((_, share), to)| sum + share * to);
        for at in &order {
            let (Some((mover, share)), Some(to)) = (part.movers.get(*at), to.get_mut(*at)) else {
                continue;
            };
            if gap <= self.same || *share <= 0.0 {
                continue;
            }
            let reach = self.team.movers.get(*mover).map_or(*to, |mover| mover.rung_below(*to + gap / share)).max(*to);
            gap -= share * (reach - *to);
            *to = reach;
        }
        if gap > self.same {
            self.step_beyond(&part, &order, &mut to, gap);
        }
        let mut by_mover = vec![0.0; self.team.movers.len()];
        for ((mover, _), to) in part.movers.iter().zip(&to) {
            if let Some(slot) = by_mover.get_mut(*mover) {
                *slot = *to;
            }
        }
        self.route(&part, |mover| by_mover.get(mover).copied().unwrap_or_default())
    }

    /// Takes the one step that goes least beyond what is wanted, and gives the surplus back to those that move freely.
    fn step_beyond(&self, part: &Part, order: &[usize], to: &mut [f64], gap: f64) {
        let steps = order.iter().filter_map(|at| {
            let (mover, share) = part.movers.get(*at)?;
            let now = *to.get(*at)?;
            let next = self.team.movers.get(*mover)?.next_rung(now)?;
            Some((*at, next, share * (next - now))).filter(|(_, _, gain)| *gain >= gap - self.same)
        });
        let Some((at, next, gain)) = steps.reduce(|best, other| if other.2 < best.2 { other } else { best }) else {
            return;
        };
        if let Some(to) = to.get_mut(at) {
            *to = next;
        }
        let mut surplus = gain - gap;
        for at in order.iter().rev() {
            let (Some((mover, share)), Some(to)) = (part.movers.get(*at), to.get_mut(*at)) else {
                continue;
            };
            let Some(mover) = self.team.movers.get(*mover).filter(|mover| mover.ladder == Ladder::Any && *share > 0.0) else {
                continue;
            };
            let back = (surplus / share).min(*to - mover.now).max(0.0);
            *to -= back;
            surplus -= back * share;
        }
    }

    /// One alone, the others as they are.
    fn alone(&self, mover: usize) -> Route {
        let shares = self.team.movers.get(mover).and_then(|mover| self.team.alone(mover));
        let (share, rest) = shares.unwrap_or_default();
        let part = Part {
            movers: vec![(mover, share)],
            rest,
        };
        if let Some(route) = self.not_enough(&part) {
            return route;
        }
        let score = if share > 0.0 { (self.wanted - part.rest) / share } else { 0.0 };
        self.route(&part, |at| self.rung(at, score.clamp(0.0, 1.0)))
    }

    /// What brings each mover to its score.
    fn route(&self, part: &Part, to: impl Fn(usize) -> f64) -> Route {
        let (mut asks, mut gives) = (Vec::new(), part.rest);
        for (at, share) in &part.movers {
            let Some(mover) = self.team.movers.get(*at) else { continue };
            let score = to(*at);
            if !mover.is_missing && score <= mover.now {
                gives += share * mover.now;
                continue;
            }
            let Some(ask) = mover.ask(score, self.card.profile(), self.card.as_of()) else {
                return Route::Impossible {
                    why: Obstacle::Precision,
                    at_most: Estimate::of(part.total(|at| self.rung(at, 1.0))),
                };
            };
            gives += share * ask.to;
            asks.push(ask);
        }
        Route::Possible { asks, gives }
    }
}
