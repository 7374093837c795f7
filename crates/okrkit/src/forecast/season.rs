//! Exponential smoothing: a level, a trend and a season that follow the data.
//!
//! R. J. Hyndman and G. Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., chapter 8: simple exponential smoothing
//! (8.1), Holt's linear trend (8.2), Holt–Winters' additive method (8.3), all in their error-correction form (8.5). With e the
//! error of the forecast one step ahead, ŷ = ℓ + b + s of the same season:
//!
//! ```text
//! ℓ' = ℓ + b + αe      b' = b + αβ*e      s' = s + γe      0 ≤ α, β* ≤ 1, 0 ≤ γ ≤ 1 − α
//! ```
//!
//! α, β* and γ are those of a grid that leave the least Σe². The variance of the forecast h steps ahead is
//! σ²·(1 + Σ cⱼ²), j from 1 to h − 1, cⱼ = α + αβ*j + γ·\[j is a multiple of the season\] (8.7), with σ² = Σe²/(errors − parameters).

use serde::Serialize;

use super::Lack;
use crate::wire;

wire::words! {
    /// What smoothing follows.
    pub enum SeasonModel is "a model of smoothing" {
        /// A level alone: simple exponential smoothing.
        Level = "level",
        /// A level with a trend: Holt.
        Trend = "trend",
        /// A level, a trend and a season that is added: Holt–Winters.
        Season = "season",
    }
}

impl SeasonModel {
    /// How many figures come before the first error.
    fn n_before(self, season: usize) -> usize {
        match self {
            Self::Level => 1,
            Self::Trend => 2,
            Self::Season => season,
        }
    }

    /// How many numbers are chosen for it.
    const fn n_parameters(self) -> usize {
        match self {
            Self::Level => 1,
            Self::Trend => 2,
            Self::Season => 3,
        }
    }

    fn degrees_of_freedom(self, n: usize, season: usize) -> usize {
        n.saturating_sub(self.n_before(season) + self.n_parameters())
    }

    /// The richest model, up to a given one, that leaves a degree of freedom. A season shows itself in two of them.
    pub(super) fn for_history(n: usize, season: usize, richest: Self) -> Result<Self, Lack> {
        let fits = |model: &Self| {
            let has_seasons = *model != Self::Season || (season >= 2 && n / 2 >= season);
            *model <= richest && has_seasons && model.degrees_of_freedom(n, season) >= 1
        };
        Self::ALL
            .iter()
            .rev()
            .copied()
            .find(fits)
            .ok_or(if n == 0 { Lack::NoCheckIns } else { Lack::TooFewObservations })
    }
}

/// How fast each part follows the data: α, β* and γ, each in \[0,1\]; 0 for a part the model has not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Smoothing {
    /// α: of the level.
    pub level: f64,
    /// β*: of the trend, as a part of α.
    pub trend: f64,
    /// γ: of the season.
    pub season: f64,
}

/// A model fitted to a history.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    pub(super) smoothing: Smoothing,
    state: State,
    squares: f64,
    /// Errors − parameters.
    pub(super) dof: usize,
}

/// Level, trend and seasons after the last figure seen.
#[derive(Debug, Clone)]
struct State {
    level: f64,
    trend: f64,
    /// One season; `next` is the place of the one that comes.
    seasons: Vec<f64>,
    next: usize,
}

#[expect(clippy::cast_precision_loss, reason = "no history has 2^53 periods")]
fn count(n: usize) -> f64 {
    n as f64
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

impl State {
    /// From the first figures: the first one; the first two; the first two seasons, of which the means give level and trend, and
    /// what is left of the first one the seasons.
    fn first(model: SeasonModel, history: &[f64], season: usize) -> Option<Self> {
        let plain = |level, trend| Self {
            level,
            trend,
            seasons: Vec::new(),
            next: 0,
        };
        match model {
            SeasonModel::Level => Some(plain(*history.first()?, 0.0)),
            SeasonModel::Trend => Some(plain(*history.get(1)?, history.get(1)? - history.first()?)),
            SeasonModel::Season => {
                let (first, second) = (history.get(..season)?, history.get(season..2 * season)?);
                let trend = (mean(second) - mean(first)) / count(season);
                // The mean is where the middle of the season is.
                let to_middle = (count(season) - 1.0) / 2.0;
                let on_line = |at: usize| mean(first) + trend * (count(at) - to_middle);
                Some(Self {
                    level: on_line(season - 1),
                    trend,
                    seasons: first.iter().enumerate().map(|(at, value)| value - on_line(at)).collect(),
                    next: 0,
                })
            }
        }
    }

    fn ahead(&self, steps: usize) -> f64 {
        let season = if self.seasons.is_empty() {
            None
        } else {
            self.seasons.get((self.next + steps - 1) % self.seasons.len())
        };
        self.level + self.trend * count(steps) + season.copied().unwrap_or(0.0)
    }

    /// Takes in a figure and gives the error of what was forecast for it.
    fn take(&mut self, value: f64, smoothing: &Smoothing) -> f64 {
        let error = value - self.ahead(1);
        self.level += self.trend + smoothing.level * error;
        self.trend += smoothing.level * smoothing.trend * error;
        if let Some(season) = self.seasons.get_mut(self.next) {
            *season += smoothing.season * error;
            self.next = (self.next + 1) % self.seasons.len();
        }
        error
    }
}

impl Fitted {
    /// The forecast so many steps ahead, 1 being the next period.
    pub(super) fn ahead(&self, steps: usize) -> f64 {
        self.state.ahead(steps)
    }

    /// The standard errors from one step ahead on.
    pub(super) fn errors(&self) -> impl Iterator<Item = f64> {
        let Smoothing { level, trend, season } = self.smoothing;
        let (variance, length) = (self.squares / count(self.dof.max(1)), self.state.seasons.len());
        (1_usize..).scan(1.0, move |sum, step| {
            let error = (variance * *sum).sqrt();
            let is_season = length > 0 && step % length == 0;
            let weight = level + level * trend * count(step) + if is_season { season } else { 0.0 };
            *sum += weight * weight;
            Some(error)
        })
    }
}

/// The model with the smoothing of a grid that leaves the least squared error; of several, the slowest. `grid` steps lie between
/// 0 and 1.
pub(super) fn fit(model: SeasonModel, history: &[f64], season: usize, grid: usize) -> Option<Fitted> {
    let first = State::first(model, history, season)?;
    let rest = history.get(model.n_before(season)..)?;
    // Counted in whole steps: 0.1 is no part of 1 − 0.9 among the doubles.
    let steps = |has: bool, most: usize| 0..=if has { most } else { 0 };
    let part = |step: usize| count(step) / count(grid.max(1));
    let mut best: Option<Fitted> = None;
    for level in steps(true, grid) {
        for trend in steps(model >= SeasonModel::Trend, grid) {
            for season_part in steps(model >= SeasonModel::Season, grid - level) {
                let smoothing = Smoothing {
                    level: part(level),
                    trend: part(trend),
                    season: part(season_part),
                };
                let mut state = first.clone();
                let squares = rest.iter().map(|value| state.take(*value, &smoothing)).map(|error| error * error).sum();
                if best.as_ref().is_none_or(|best| squares < best.squares) {
                    best = Some(Fitted {
                        smoothing,
                        state,
                        squares,
                        dof: model.degrees_of_freedom(history.len(), season),
                    });
                }
            }
        }
    }
    best
}
