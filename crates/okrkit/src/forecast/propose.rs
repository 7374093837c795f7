//! Quotas for the periods to come, from those that were.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ProposalPolicy {
    /// Which way is better; higher.
    pub better: Better,
    /// How often what comes is to lie between commit and stretch, in \[0,1\]; 0.8, so that commit is missed one time in ten.
    pub coverage: f64,
    /// For how many periods ahead quotas are proposed; 1. At most 1,000.
    pub ahead: usize,
    /// The richest model to be used; `season`. A history that is too short for it gets a simpler one.
    pub richest: SeasonModel,
    /// How many steps the grid of the smoothing parameters has between 0 and 1; 10. At most 50.
    pub grid: usize,
}

wire::settings! {
    ProposalPolicy is "a policy of proposals" { better, coverage, ahead, richest, grid }
}

impl Default for ProposalPolicy {
    fn default() -> Self {
        Self {
            better: Better::Higher,
            coverage: 0.8,
            ahead: 1,
            richest: SeasonModel::Season,
            grid: 10,
        }
    }
}

/// What keeps a policy from another's hand from asking for the work of days.
const MOST_AHEAD: usize = 1000;
const FINEST_GRID: usize = 50;

impl ProposalPolicy {
    fn coverage(&self) -> f64 {
        if self.coverage.is_finite() { self.coverage.clamp(0.0, 1.0) } else { 0.0 }
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
/// interval: forecast ± t·standard error, Student's t taking the place of the normal distribution since histories are short. The
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
        let fitted = fit(model, history, season_length, policy.grid.min(FINEST_GRID));
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
            let t = student::two_sided(policy.coverage(), fitted.dof);
            let quotas = (1..=ahead).zip(fitted.errors()).map(|(ahead, error)| {
                let (target, half) = (fitted.ahead(ahead), t * error);
                let (worse, better) = match policy.better {
                    Better::Higher => (target - half, target + half),
                    Better::Lower => (target + half, target - half),
                };
                Quota {
                    ahead,
                    commit: Estimate::of(worse),
                    target: Estimate::of(target),
                    stretch: Estimate::of(better),
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
