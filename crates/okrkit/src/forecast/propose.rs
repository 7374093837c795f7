//! Quotas for the periods to come, from those that were.

use serde::{Deserialize, Serialize};

use super::policy::coverage;
use super::season::{SeasonModel, Smoothing, fit};
use super::{Estimate, Lack, student};
use crate::wire;

wire::words! {
    /// Which way a figure is better.
    pub enum Better is "which way is better" {
        /// More is better: revenue.
        Higher = "higher",
        /// Less is better: churn.
        Lower = "lower",
    }
}

/// How quotas are proposed.
///
/// A policy that is read by `call` is refused where a number is out of its range. In Rust any number may stand here,
/// and one that is beyond counts as the nearest that is not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ProposalPolicy {
    /// Which way is better; higher.
    pub better: Better,
    /// How often what comes is to lie between commit and stretch, in \[0,1\]; 0.8, so that commit is missed one time in ten. At 1
    /// there is neither: what holds always has no ends.
    pub coverage: f64,
    /// For how many periods ahead quotas are proposed; 1. At most 1,000.
    pub ahead: usize,
    /// The richest model to be used; `season`. A history that is too short for it gets a simpler one.
    pub richest: SeasonModel,
    /// How many steps the grid of the smoothing parameters has between 0 and 1; 10. At least 1, at most 50.
    pub grid: usize,
    /// What no quota is below. Without it 0 where no figure of the history is below 0, since sales, deals and shares are never
    /// negative, and nothing where one is. A floor that is low enough, such as −1e300, is none.
    pub floor: Option<f64>,
}

wire::settings! {
    ProposalPolicy is "a policy of proposals" {
        better,
        coverage in wire::SHARE,
        ahead in wire::whole(0, MOST_AHEAD),
        richest,
        grid in wire::whole(1, FINEST_GRID),
        floor in f64::MIN..=f64::MAX,
    }
}

impl Default for ProposalPolicy {
    fn default() -> Self {
        Self {
            better: Better::Higher,
            coverage: 0.8,
            ahead: 1,
            richest: SeasonModel::Season,
            grid: 10,
            floor: None,
        }
    }
}

/// What keeps a policy from another's hand from asking for the work of days.
const MOST_AHEAD: usize = 1000;
const FINEST_GRID: usize = 50;

impl ProposalPolicy {
    /// What no quota from a history is below.
    fn lowest(&self, history: &[f64]) -> f64 {
        let by_history = || if history.iter().all(|value| *value >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
        self.floor.filter(|floor| !floor.is_nan()).unwrap_or_else(by_history)
    }
}

/// Quotas for one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quota {
    /// How many periods ahead, 1 being the next.
    pub ahead: usize,
    /// What can be promised: the end of the interval on the worse side.
    pub commit: Estimate,
    /// What is to be expected: the forecast.
    pub target: Estimate,
    /// What would be outstanding: the end of the interval on the better side.
    pub stretch: Estimate,
    /// The standard error of the forecast.
    pub standard_error: Estimate,
}

/// Quotas proposed from a history.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Proposal {
    /// How many past periods it goes by.
    pub n_history: usize,
    /// The model that was used. `None` where the history is too short for any.
    pub model: Option<SeasonModel>,
    /// How fast its parts follow the data.
    pub smoothing: Option<Smoothing>,
    /// Errors − parameters: what Student's t has for the interval.
    pub degrees_of_freedom: usize,
    /// One for each period ahead.
    pub quotas: Vec<Quota>,
}

/// Proposes commit, target and stretch for periods to come from the figures of past ones, oldest first. `season_length` is the
/// number of periods after which a pattern comes back: 4 for quarters of a year, 1 or less for none.
///
/// The target is the forecast of exponential smoothing (see [`SeasonModel`]), commit and stretch are the ends of its prediction
/// interval: forecast ± t·standard error, Student's t taking the place of the normal distribution since histories are short. None
/// of them is below the policy's [`floor`](ProposalPolicy::floor): 100, 10, 90 has its commit at 0, not at −186. The
/// model is the richest one that leaves a degree of freedom: a level needs 3 periods, a trend 5, a season two of its lengths and
/// at least 4 periods more than one length.
///
/// Worked: 10, 20, 12, 22, 14, 24, 16, 26 with a season of 2 rises by 1 a period and swings by 4.5 around that, so 18 comes next.
///
/// ```
/// use okrkit::forecast::{ProposalPolicy, propose};
/// let proposal = propose(&[10.0, 20.0, 12.0, 22.0, 14.0, 24.0, 16.0, 26.0], 2, &ProposalPolicy::default());
/// assert_eq!(proposal.quotas.first().and_then(|quota| quota.target.value()), Some(18.0));
/// ```
///
/// Takes time in proportion to the history and to the cube of the grid.
#[must_use]
pub fn propose(history: &[f64], season_length: usize, policy: &ProposalPolicy) -> Proposal {
    let ahead = policy.ahead.min(MOST_AHEAD);
    let fitted = if history.iter().all(|value| value.is_finite()) {
        SeasonModel::for_history(history.len(), season_length, policy.richest)
    } else {
        Err(Lack::Overflow)
    };
    let fitted = fitted.and_then(|model| {
        let fitted = fit(model, history, season_length, policy.grid.clamp(1, FINEST_GRID));
        fitted.map(|fitted| (model, fitted)).ok_or(Lack::TooFewObservations)
    });
    match fitted {
        Err(lack) => Proposal {
            n_history: history.len(),
            model: None,
            smoothing: None,
            degrees_of_freedom: 0,
            quotas: (1..=ahead).map(|ahead| Quota::none(ahead, lack)).collect(),
        },
        Ok((model, fitted)) => {
            let t = coverage(policy.coverage).map(|coverage| student::two_sided(coverage, fitted.dof));
            let floor = policy.lowest(history);
            let quotas = (1..=ahead).zip(fitted.errors()).map(|(ahead, error)| {
                let target = fitted.ahead(ahead);
                let sign = match policy.better {
                    Better::Higher => 1.0,
                    Better::Lower => -1.0,
                };
                // What left the range of doubles is told, and no floor.
                let quota = |value: f64| Estimate::of(value).then(|value| Estimate::of(value.max(floor)));
                let end = |sign: f64| t.map_or(Estimate::none(Lack::NoInterval), |t| quota(target + sign * t * error));
                Quota {
                    ahead,
                    commit: end(-sign),
                    target: quota(target),
                    stretch: end(sign),
                    standard_error: Estimate::of(error),
                }
            });
            Proposal {
                n_history: history.len(),
                model: Some(model),
                smoothing: Some(fitted.smoothing),
                degrees_of_freedom: fitted.dof,
                quotas: quotas.collect(),
            }
        }
    }
}

impl Quota {
    fn none(ahead: usize, lack: Lack) -> Self {
        let none = Estimate::none(lack);
        Self {
            ahead,
            commit: none,
            target: none,
            stretch: none,
            standard_error: none,
        }
    }
}
