//! Whether confidence was warranted.

use serde::{Deserialize, Serialize};

use super::{Estimate, Lack};
use crate::plan::{Plan, Status};
use crate::profile::{Profile, nine};
use crate::score::{Scorecard, evaluate};
use crate::time::AsOf;
use crate::wire;

wire::words! {
    /// Which of the confidences checked in for a key result are held against its outcome.
    pub enum Predictions is "which confidences count" {
        /// Every one.
        Each = "each",
        /// The first one, which says most of foresight.
        First = "first",
        /// The last one.
        Last = "last",
    }
}

/// How confidences are held against outcomes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CalibrationPolicy {
    /// Which confidences count; each.
    pub predictions: Predictions,
    /// How many bins of equal width there are between 0 and 1; 10. At least 1, at most 1,000.
    pub n_bins: usize,
}

wire::settings! {
    CalibrationPolicy is "a policy of calibration" {
        predictions,
        n_bins in wire::whole(1, MOST_BINS),
    }
}

impl Default for CalibrationPolicy {
    fn default() -> Self {
        Self {
            predictions: Predictions::Each,
            n_bins: 10,
        }
    }
}

/// More bins than anybody reads.
const MOST_BINS: usize = 1000;

/// The confidences within a range, and what became of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConfidenceBin {
    /// From which confidence on.
    pub from: f64,
    /// Up to which, without it; the last bin holds 1 too.
    pub to: f64,
    /// How many there were.
    pub n: usize,
    /// Their mean.
    pub mean_confidence: Estimate,
    /// The share of them whose key result was achieved. Well calibrated, it is near the mean.
    pub hit_rate: Estimate,
}

/// How warranted confidence was.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Calibration {
    /// How many confidences were held against an outcome.
    pub n: usize,
    /// Of how many key results.
    pub n_key_results: usize,
    /// The Brier score, Σ(confidence − outcome)²/n with outcome 1 or 0: 0 at best, 0.25 for always saying 0.5 (Brier 1950).
    pub brier: Estimate,
    /// The mean confidence.
    pub mean_confidence: Estimate,
    /// The share that was achieved, each confidence counting once. Below the mean confidence people were too sure.
    pub hit_rate: Estimate,
    /// By confidence, rising.
    pub bins: Vec<ConfidenceBin>,
}

/// Holds the confidences checked in during some cycles, all where none is named, against what became of their key results.
///
/// A key result counts once it is over by the day and achieved or missed, as the profile judges it for the ambition of its
/// objective; where nothing is success (learning) there is nothing to be confident of. Confidences dated after its last day are
/// no predictions.
///
/// Worked: 0.8 and 0.6 for one that was achieved, 0.7 for one that was missed: (0.04 + 0.16 + 0.49)/3 = 0.23.
#[must_use]
pub fn calibration(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, cycles: &[&str], policy: &CalibrationPolicy) -> Calibration {
    let card = evaluate(plan, profile, as_of);
    let (mut told, mut n_key_results) = (Vec::new(), 0);
    for (at, (objective, _)) in plan.key_results().enumerate() {
        if !cycles.is_empty() && !cycles.contains(&objective.cycle.as_str()) {
            continue;
        }
        let before = told.len();
        tell(&card, at, policy.predictions, &mut told);
        n_key_results += usize::from(told.len() > before);
    }
    let n_bins = policy.n_bins.clamp(1, MOST_BINS);
    let mut bins = vec![Sums::default(); n_bins];
    let mut all = Sums::default();
    for (confidence, outcome) in told {
        all.add(confidence, outcome);
        if let Some(bin) = bins.get_mut(bin_of(confidence, n_bins)) {
            bin.add(confidence, outcome);
        }
    }
    let bins = bins.iter().enumerate().map(|(at, sums)| ConfidenceBin {
        from: count(at) / count(n_bins),
        to: count(at + 1) / count(n_bins),
        n: sums.n,
        mean_confidence: sums.mean(sums.confidence),
        hit_rate: sums.mean(sums.outcome),
    });
    Calibration {
        n: all.n,
        n_key_results,
        brier: all.mean(all.squares),
        mean_confidence: all.mean(all.confidence),
        hit_rate: all.mean(all.outcome),
        bins: bins.collect(),
    }
}

/// Adds the confidences of a key result that is achieved or missed.
fn tell(card: &Scorecard, at: usize, predictions: Predictions, told: &mut Vec<(f64, f64)>) {
    let sheet = card.sheet();
    let Some(line) = sheet.key_results.get(at) else { return };
    let outcome = match line.node.status {
        Status::Missed => 0.0,
        // While it runs, achieved is a state of today.
        Status::Achieved if card.as_of().on > line.node.ends || line.node.stage.is_over() => 1.0,
        _ => return,
    };
    let Some((key_result, facts)) = sheet.facts(at) else { return };
    let log = facts.log(key_result);
    let mut said: Vec<_> = log
        .check_ins()
        .filter_map(|it| Some((it.on, it.confidence?)))
        .filter(|(on, _)| *on <= line.node.ends)
        .collect();
    said.sort_by_key(|(on, _)| *on);
    let mut said = said.iter().map(|(_, confidence)| (*confidence, outcome));
    match predictions {
        Predictions::Each => told.extend(said),
        Predictions::First => told.extend(said.take(1)),
        Predictions::Last => told.extend(said.next_back()),
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    n: usize,
    confidence: f64,
    outcome: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, confidence: f64, outcome: f64) {
        self.n += 1;
        self.confidence += confidence;
        self.outcome += outcome;
        self.squares += (confidence - outcome) * (confidence - outcome);
    }

    fn mean(&self, sum: f64) -> Estimate {
        if self.n == 0 {
            Estimate::none(Lack::NoCheckIns)
        } else {
            Estimate::of(sum / count(self.n))
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no plan has 2^53 check-ins")]
fn count(n: usize) -> f64 {
    n as f64
}

/// At nine decimals, so that 0.3 is where 0.3 begins.
fn bin_of(confidence: f64, n_bins: usize) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and the number of bins")]
    let bin = nine(confidence.clamp(0.0, 1.0) * count(n_bins)) as usize;
    bin.min(n_bins - 1)
}
