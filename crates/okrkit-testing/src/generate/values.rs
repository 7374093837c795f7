//! What plans are made of: chance, numbers, days and cycles.

use std::fmt;

/// `SplitMix64`: small, fast, and good enough to choose words by.
pub(super) struct Rng(pub(super) u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 on below `end`; 0 where `end` is.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(low.abs_diff(high) + 1)).unwrap_or(0)
    }

    pub(super) fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }
}

/// A number in hundredths, written as a decimal.
#[derive(Clone, Copy)]
pub(super) struct Hundredths(pub(super) i64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// A day of 2026, from 0.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) u64);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        for (month, days) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate() {
            if left < days {
                return write!(f, "2026-{:02}-{:02}", month + 1, left + 1);
            }
            left -= days;
        }
        f.write_str("2026-12-31")
    }
}

/// A cycle: id, first day, number of days.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) id: &'static str,
    pub(super) starts: u64,
    pub(super) days: u64,
}

pub(super) const YEAR: Span = Span {
    id: "fy26",
    starts: 0,
    days: 365,
};
pub(super) const QUARTERS: [Span; 4] = [
    Span { id: "q1", starts: 0, days: 90 },
    Span {
        id: "q2",
        starts: 90,
        days: 91,
    },
    Span {
        id: "q3",
        starts: 181,
        days: 92,
    },
    Span {
        id: "q4",
        starts: 273,
        days: 92,
    },
];

impl Span {
    pub(super) fn ends(self) -> Day {
        Day(self.starts + self.days - 1)
    }

    /// The day of check-in `nth` of `count`: Fridays of its weeks, more or less, or evenly spread where the weeks do not do.
    pub(super) fn day(self, nth: u64, count: u64) -> Day {
        let into = if count * 7 <= self.days { nth * 7 + 4 } else { nth * self.days / count };
        Day(self.starts + into)
    }
}
