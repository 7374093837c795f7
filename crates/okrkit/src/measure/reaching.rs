//! Measures the other way round: which readings reach a progress.

use super::bands::{Bands, Between};
use super::{Exact, Judge, Levels, Measure, Rules, Threshold};
use crate::profile::ProgressRule;

/// Readings from `low` to `high`, both included; either may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Range {
    pub(crate) const ALL: Self = Self {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
    };

    pub(crate) const fn from(low: f64) -> Self {
        Self { low, ..Self::ALL }
    }

    pub(crate) const fn up_to(high: f64) -> Self {
        Self { high, ..Self::ALL }
    }

    /// What is in both.
    pub(crate) fn and(&self, other: &Self) -> Option<Self> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Self { low, high })
    }

    /// The reading of the range that is nearest to another; without another, an end of the range.
    pub(crate) fn nearest_to(&self, value: Option<f64>) -> Option<f64> {
        let end = if self.low.is_finite() { self.low } else { self.high };
        Some(value.map_or(end, |value| value.max(self.low).min(self.high))).filter(|nearest| nearest.is_finite())
    }
}

/// The nearest reading of several ranges; of two as near, the one in the earlier range.
pub(crate) fn nearest(ranges: &[Range], value: Option<f64>) -> Option<f64> {
    let candidates = ranges.iter().filter_map(|range| range.nearest_to(value));
    let off = |reading: f64| value.map_or(0.0, |value| (reading - value).abs());
    candidates.reduce(|best, other| if off(other) < off(best) { other } else { best })
}

impl Measure {
    /// The numbers of the [course](Self::course) whose progress is `progress` or more, rising. `None` where a number leads to no
    /// progress: a kind without a scale, a start that is not known.
    pub(crate) fn reaching(&self, progress: f64, rules: &Rules<'_>) -> Option<Vec<Range>> {
        Some(match self {
            Self::Metric(m) => on_way(m.start, m.target, progress, rules.progress)?,
            Self::Change(m) => {
                let (start, target) = m.ends_of_way()?;
                on_way(Some(start), target, progress, rules.progress)?
            }
            Self::Children(m) => on_way(m.start, m.target?, progress, rules.progress)?,
            Self::Exact(m) => m.reaching(progress),
            Self::Threshold(m) if m.judge == Judge::Latest => m.reaching(progress),
            Self::Bands(m) => m.reaching(progress),
            Self::Levels(m) => m.reaching(progress, rules)?,
            Self::Events(m) => vec![Range::from(progress * m.count)],
            Self::Milestones(_) => vec![Range::from(progress)],
            _ => return None,
        })
    }
}

/// F1 turned round: s + p(t − s) and beyond.
fn on_way(start: Option<f64>, target: f64, progress: f64, rule: ProgressRule) -> Option<Vec<Range>> {
    let start = match rule {
        ProgressRule::FromStart => start?,
        ProgressRule::Ratio => 0.0,
    };
    // Both ends to the bit.
    let reading = start * (1.0 - progress) + target * progress;
    if !reading.is_finite() {
        return None;
    }
    if target > start {
        Some(vec![Range::from(reading)])
    } else if target < start {
        Some(vec![Range::up_to(reading)])
    } else {
        None
    }
}

impl Exact {
    fn reaching(&self, progress: f64) -> Vec<Range> {
        if progress <= 0.0 {
            return vec![Range::ALL];
        }
        if progress > 1.0 {
            return Vec::new();
        }
        let off = ((1.0 - progress) * (self.target - self.start).abs()).max(self.tolerance);
        vec![Range {
            low: self.target - off,
            high: self.target + off,
        }]
    }
}

impl Threshold {
    fn reaching(&self, progress: f64) -> Vec<Range> {
        if progress <= 0.0 {
            return vec![Range::ALL];
        }
        if progress > 1.0 {
            return Vec::new();
        }
        let (low, high) = self.limits();
        vec![Range {
            low: low.unwrap_or(f64::NEG_INFINITY),
            high: high.unwrap_or(f64::INFINITY),
        }]
    }
}

impl Bands {
    fn reaching(&self, progress: f64) -> Vec<Range> {
        let points = || self.points.iter().map(|point| (point.value, point.score));
        match self.between {
            Between::Linear => above(points(), progress),
            Between::Step => {
                let mut ranges: Vec<Range> = Vec::new();
                let ends = points().skip(1).map(|(value, _)| value.next_down()).chain([f64::INFINITY]);
                for (at, ((value, score), high)) in points().zip(ends).enumerate() {
                    if score < progress {
                        continue;
                    }
                    let low = if at == 0 { f64::NEG_INFINITY } else { value };
                    match ranges.last_mut() {
                        Some(last) if last.high >= low.next_down() => last.high = high,
                        _ => ranges.push(Range { low, high }),
                    }
                }
                ranges
            }
        }
    }
}

impl Levels {
    fn reaching(&self, progress: f64, rules: &Rules<'_>) -> Option<Vec<Range>> {
        let points = || self.points(rules.anchors);
        if points().is_sorted_by(|a, b| a.0 < b.0) {
            Some(above(points(), progress))
        } else if points().is_sorted_by(|a, b| a.0 > b.0) {
            let mirrored = above(points().map(|(level, score)| (-level, score)), progress);
            let back = |range: Range| Range {
                low: -range.high,
                high: -range.low,
            };
            Some(mirrored.into_iter().rev().map(back).collect())
        } else {
            None
        }
    }
}

/// Where a line through points, flat outside them, is at or above a height.
fn above(points: impl Iterator<Item = (f64, f64)>, height: f64) -> Vec<Range> {
    let mut ranges = Vec::new();
    let (mut since, mut before): (Option<f64>, Option<(f64, f64)>) = (None, None);
    for (x, y) in points {
        match before {
            None => since = (y >= height).then_some(f64::NEG_INFINITY),
            Some((x0, y0)) => {
                let crossing = || {
                    let way = (height - y0) / (y - y0);
                    x0 * (1.0 - way) + x * way
                };
                match (y0 >= height, y >= height) {
                    (false, true) => since = Some(crossing()),
                    (true, false) => ranges.extend(since.take().map(|low| Range { low, high: crossing() })),
                    _ => {}
                }
            }
        }
        before = Some((x, y));
    }
    ranges.extend(since.map(Range::from));
    ranges
}
