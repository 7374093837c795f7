//! Student's t distribution, for whole degrees of freedom.
//!
//! For these the distribution is a finite sum of sines and cosines (Abramowitz and Stegun, *Handbook of Mathematical Functions*,
//! 26.7.3 and 26.7.4), exact but for rounding. `libm` has the trigonometry, so that the bits are the same everywhere.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

/// How often an interval is halved to find a quantile: until a double has no more bits to give.
const HALVINGS: u32 = 64;

/// P(−t ≤ T ≤ t) for t = √ν·tan θ, with θ in \[0, π/2\] and ν degrees of freedom, at least 1.
fn within(angle: f64, dof: usize) -> f64 {
    let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
    let square = cosine * cosine;
    let is_odd = dof % 2 == 1;
    if dof <= 1 {
        return FRAC_2_PI * angle;
    }
    // 1, ½cos², (1·3)/(2·4)cos⁴ … for even ν; cos, ⅔cos³, (2·4)/(3·5)cos⁵ … for odd ν.
    let mut term = if is_odd { cosine } else { 1.0 };
    let (mut sum, mut numerator) = (term, if is_odd { 2.0 } else { 1.0 });
    let n_terms = if is_odd { (dof - 3) / 2 } else { (dof - 2) / 2 };
    for _ in 0..n_terms {
        term *= square * (numerator / (numerator + 1.0));
        numerator += 2.0;
        let next = sum + term;
        // Nothing that follows is larger.
        if next <= sum {
            break;
        }
        sum = next;
    }
    let within = if is_odd { FRAC_2_PI * (angle + sine * sum) } else { sine * sum };
    within.clamp(0.0, 1.0)
}

/// P(T ≤ t). `dof` is at least 1; fewer count as 1.
///
/// Worked: with 10 degrees of freedom P(T ≤ 2.228) = 0.975.
pub(super) fn cdf(t: f64, dof: usize) -> f64 {
    let half = 0.5 * within(libm::atan(t.abs() / root(dof)), dof);
    if t < 0.0 { 0.5 - half } else { 0.5 + half }
}

/// The t for which P(−t ≤ T ≤ t) is `coverage`, which is within 0 and 1.
///
/// Worked: 95 % with 10 degrees of freedom: 2.228; with 1: 12.706.
pub(super) fn two_sided(coverage: f64, dof: usize) -> f64 {
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if within(middle, dof) < coverage {
            low = middle;
        } else {
            high = middle;
        }
    }
    root(dof) * libm::tan(high)
}

#[expect(clippy::cast_precision_loss, reason = "no plan has 2^53 check-ins")]
fn root(dof: usize) -> f64 {
    (dof.max(1) as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{cdf, two_sided};

    /// Abramowitz and Stegun, table 26.10, rounded to three decimals.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (dof, eighty, ninety_five, ninety_nine) in [
            (1, 3.078, 12.706, 63.657),
            (2, 1.886, 4.303, 9.925),
            (3, 1.638, 3.182, 5.841),
            (4, 1.533, 2.776, 4.604),
            (5, 1.476, 2.571, 4.032),
            (10, 1.372, 2.228, 3.169),
            (29, 1.311, 2.045, 2.756),
            (30, 1.310, 2.042, 2.750),
            (120, 1.289, 1.980, 2.617),
        ] {
            for (coverage, table) in [(0.8, eighty), (0.95, ninety_five), (0.99, ninety_nine)] {
                let found = two_sided(coverage, dof);
                assert!((found - table).abs() <= 0.0005 + 1e-9, "{dof} at {coverage}: {found}, not {table}");
                assert!((cdf(found, dof) - (0.5 + coverage / 2.0)).abs() < 1e-12);
                assert!((cdf(-found, dof) - (0.5 - coverage / 2.0)).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn many_degrees_of_freedom_come_to_the_normal_distribution() {
        assert!((two_sided(0.95, 1_000_000) - 1.959_964).abs() < 1e-5);
        assert!((cdf(0.0, 7) - 0.5).abs() < 1e-15);
        assert!((cdf(f64::INFINITY, 7) - 1.0).abs() < 1e-12 && cdf(f64::NEG_INFINITY, 7) < 1e-12);
    }
}
