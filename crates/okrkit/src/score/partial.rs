//! F9 in parts: sums that can be computed apart and put together.

use serde::Serialize;

/// What some members bring to a roll-up by weight: Σw, Σw·x and how many they are.
///
/// F9 is then Σw·x / Σw, whoever added up which part: a thread, a batch of rows, another machine. Parts are [merged](Self::merge)
/// by adding them, so three numbers a group are all that has to travel.
///
/// ```
/// use okrkit::PartialScore;
///
/// // 0.48 weighing 2 and 0.3 weighing 1: (0.96 + 0.3)/3 = 0.42.
/// let mut whole = PartialScore::of(2.0, 0.48);
/// whole.merge(PartialScore::of(1.0, 0.3));
/// assert_eq!((whole.weight, whole.n), (3.0, 2));
/// assert!((whole.score().unwrap_or_default() - 0.42).abs() < 1e-15);
/// assert_eq!(PartialScore::default().score(), None);
/// ```
///
/// # The last bits
///
/// Sums of doubles depend on their order. The same members added one by one in the same order give the same bits everywhere, and
/// so do the same parts merged in the same order. Merged in another order, or cut into other parts, the last bits may differ (by
/// about n times 10⁻¹⁶ of the sum; sums of fewer than 2⁵³ whole numbers do not differ at all). For the same reason a score from
/// parts and one of [`evaluate`](crate::evaluate), which multiplies by shares (F8), agree to about 10⁻¹⁵ and not always to the bit.
///
/// # Limits
///
/// Weights are proportions: a fixed `share` has no part here. Where Σw or Σw·x is beyond the doubles there is no score;
/// [`evaluate`](crate::evaluate) scales such weights and has one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartialScore {
    /// Σw.
    pub weight: f64,
    /// Σw·x.
    pub weighted: f64,
    /// How many members.
    pub n: u64,
}

impl PartialScore {
    /// One member: its weight, above 0, and its figure.
    #[must_use]
    pub fn of(weight: f64, figure: f64) -> Self {
        Self {
            weight,
            weighted: weight * figure,
            n: 1,
        }
    }

    /// Adds a member: its weight, above 0, and its figure.
    #[inline]
    pub fn add(&mut self, weight: f64, figure: f64) {
        self.merge(Self::of(weight, figure));
    }

    /// Adds the members of another part.
    #[inline]
    pub fn merge(&mut self, other: Self) {
        self.weight += other.weight;
        self.weighted += other.weighted;
        self.n += other.n;
    }

    /// F9: Σw·x / Σw. `None` without members, where they weigh nothing, and where a sum is beyond the doubles.
    #[must_use]
    #[inline]
    pub fn mean(&self) -> Option<f64> {
        let mean = self.weighted / self.weight;
        (self.weight > 0.0 && mean.is_finite() && self.weight.is_finite()).then_some(mean)
    }

    /// The mean of figures that are scores: within 0 and 1, its last bit included.
    #[must_use]
    #[inline]
    pub fn score(&self) -> Option<f64> {
        self.mean().map(|mean| mean.clamp(0.0, 1.0))
    }
}

impl FromIterator<(f64, f64)> for PartialScore {
    /// Of weights and figures.
    fn from_iter<T: IntoIterator<Item = (f64, f64)>>(members: T) -> Self {
        let mut sum = Self::default();
        for (weight, figure) in members {
            sum.add(weight, figure);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::PartialScore;

    const MEMBERS: [(f64, f64); 4] = [(2.0, 0.25), (1.0, 1.0), (4.0, 0.5), (1.0, 0.0)];

    #[test]
    fn parts_merged_are_the_whole_wherever_it_is_cut() {
        let whole: PartialScore = MEMBERS.into_iter().collect();
        // 0.5 + 1 + 2 + 0 = 3.5 of 8.
        assert_eq!(whole.score(), Some(0.4375));
        for cut in 0..=MEMBERS.len() {
            let (first, second) = MEMBERS.split_at(cut);
            let mut merged: PartialScore = first.iter().copied().collect();
            merged.merge(second.iter().copied().collect());
            assert_eq!(merged, whole, "cut at {cut}");
        }
    }

    #[test]
    fn without_members_or_weight_there_is_no_score() {
        assert_eq!(PartialScore::default().score(), None);
        assert_eq!(PartialScore::of(0.0, 1.0).score(), None);
    }

    #[test]
    fn sums_beyond_the_doubles_have_no_score() {
        let mut sum = PartialScore::of(f64::MAX, 1.0);
        sum.add(f64::MAX, 0.5);
        assert_eq!(sum.score(), None);
        assert_eq!(PartialScore::of(f64::MAX, 0.5).score(), Some(0.5));
    }

    #[test]
    fn three_members_that_are_complete_are_complete_to_the_bit() {
        let sum: PartialScore = [(0.1, 1.0); 3].into_iter().collect();
        assert_eq!(sum.score(), Some(1.0));
    }
}
