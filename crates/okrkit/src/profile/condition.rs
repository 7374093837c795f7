//! The conditions of the pace table.

use crate::wire;

wire::record! {
    /// Bounds of a figure, all of which must hold. Figures are compared at nine decimals, so that 0.5 − 0.4 is 0.1.
    pub struct Bounds is "bounds" {
        /// Greater than this.
        above: Option<f64> = optional;
        /// This or greater.
        at_least: Option<f64> = optional;
        /// Less than this.
        below: Option<f64> = optional;
        /// This or less.
        at_most: Option<f64> = optional;
    }
}

wire::record! {
    /// What a pace row tests; all that is given must hold. A figure that is not there holds nothing.
    pub struct Condition is "a condition" {
        /// Expected − progress.
        gap: Option<Bounds> = optional;
        /// The gap as a part of what is expected; 0 where nothing is expected yet.
        relative_gap: Option<Bounds> = optional;
        /// Progress / expected; beyond every bound where nothing is expected yet: upwards if progress is 0 or more.
        ratio: Option<Bounds> = optional;
        /// Progress, as shown.
        progress: Option<Bounds> = optional;
        /// The computed score.
        score: Option<Bounds> = optional;
        /// The grade of the computed score.
        grade: Option<Bounds> = optional;
        /// The share of the time that has gone.
        elapsed: Option<Bounds> = optional;
        /// The latest confidence.
        confidence: Option<Bounds> = optional;
        /// Days since the last check-in of any kind.
        days_since_check_in: Option<Bounds> = optional;
    }
}

/// A figure at nine decimals, as status, success and bands compare it.
pub(crate) fn nine(value: f64) -> f64 {
    let scaled = value * 1e9;
    // From 2^52 on a double has no decimals left to round.
    if scaled.abs() < 4_503_599_627_370_496.0 { whole(scaled) / 1e9 } else { value }
}

/// The nearest whole number, half away from 0, of a number below 2^52. The same steps on every platform.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "below 2^52 whole numbers are exact both ways"
)]
pub(crate) fn whole(value: f64) -> f64 {
    (value + 0.5_f64.copysign(value)) as i64 as f64
}

impl Bounds {
    pub(crate) fn hold(&self, figure: Option<f64>) -> bool {
        let Some(figure) = figure.map(nine) else { return false };
        self.above.is_none_or(|bound| figure > nine(bound))
            && self.at_least.is_none_or(|bound| figure >= nine(bound))
            && self.below.is_none_or(|bound| figure < nine(bound))
            && self.at_most.is_none_or(|bound| figure <= nine(bound))
    }
}

/// What conditions are asked about.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Facts {
    pub(crate) progress: f64,
    pub(crate) expected: f64,
    pub(crate) score: Option<f64>,
    pub(crate) grade: Option<f64>,
    pub(crate) elapsed: f64,
    pub(crate) confidence: Option<f64>,
    pub(crate) days_since_check_in: Option<i32>,
}

impl Facts {
    pub(crate) fn gap(&self) -> f64 {
        self.expected - self.progress
    }

    pub(crate) fn relative_gap(&self) -> f64 {
        if self.expected == 0.0 { 0.0 } else { self.gap() / self.expected }
    }

    pub(crate) fn ratio(&self) -> f64 {
        if self.expected != 0.0 {
            self.progress / self.expected
        } else if self.progress >= 0.0 {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    }
}

impl Condition {
    /// The figures it tests, with their bounds.
    pub(crate) fn tests(&self) -> impl Iterator<Item = (&'static str, &Bounds)> {
        [
            ("gap", &self.gap),
            ("relative_gap", &self.relative_gap),
            ("ratio", &self.ratio),
            ("progress", &self.progress),
            ("score", &self.score),
            ("grade", &self.grade),
            ("elapsed", &self.elapsed),
            ("confidence", &self.confidence),
            ("days_since_check_in", &self.days_since_check_in),
        ]
        .into_iter()
        .filter_map(|(name, bounds)| bounds.as_ref().map(|bounds| (name, bounds)))
    }

    pub(crate) fn holds(&self, facts: &Facts) -> bool {
        let holds = |bounds: &Option<Bounds>, figure: &dyn Fn() -> Option<f64>| bounds.as_ref().is_none_or(|bounds| bounds.hold(figure()));
        holds(&self.gap, &|| Some(facts.gap()))
            && holds(&self.relative_gap, &|| Some(facts.relative_gap()))
            && holds(&self.ratio, &|| Some(facts.ratio()))
            && holds(&self.progress, &|| Some(facts.progress))
            && holds(&self.score, &|| facts.score)
            && holds(&self.grade, &|| facts.grade)
            && holds(&self.elapsed, &|| Some(facts.elapsed))
            && holds(&self.confidence, &|| facts.confidence)
            && holds(&self.days_since_check_in, &|| facts.days_since_check_in.map(f64::from))
    }
}

impl Facts {
    /// A figure by the name a condition gives it.
    pub(crate) fn figure(&self, name: &str) -> Option<f64> {
        match name {
            "gap" => Some(self.gap()),
            "relative_gap" => Some(self.relative_gap()),
            "ratio" => Some(self.ratio()),
            "progress" => Some(self.progress),
            "score" => self.score,
            "grade" => self.grade,
            "elapsed" => Some(self.elapsed),
            "confidence" => self.confidence,
            "days_since_check_in" => self.days_since_check_in.map(f64::from),
            _ => None,
        }
    }
}
