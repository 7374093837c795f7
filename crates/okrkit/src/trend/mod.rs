//! The scorecard as a series: how each node came to where it is.
//!
//! [`trend`] gives progress, score, expected and status of every node on every day asked for, in one pass: readings are computed
//! again only on days on which something was said. For key results whose reading is a number, reading and expected reading make a
//! burn-up chart.

use std::collections::BTreeSet;

use crate::measure::Reason;
use crate::plan::{Node, Plan, Status};
use crate::profile::Profile;
use crate::score::{Day, KeyResultLine, day_by_day};
use crate::time::{Cadence, Date, Slots};

/// Days at a cadence: the first, each one a cadence later, and the last in any case.
///
/// Worked: from 2026-01-31 to 2026-04-10 by month: 2026-01-31, 02-28, 03-31 and 04-10. Where `to` lies before `from` there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrendDays {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// How far apart.
    pub every: Cadence,
}

impl TrendDays {
    /// Days at a cadence.
    #[must_use]
    pub const fn new(from: Date, to: Date, every: Cadence) -> Self {
        Self { from, to, every }
    }
}

impl IntoIterator for TrendDays {
    type Item = Date;
    type IntoIter = std::vec::IntoIter<Date>;

    fn into_iter(self) -> Self::IntoIter {
        let slots = Slots::new(self.from, self.to, self.every);
        let mut days: Vec<Date> = (0..).map_while(|n| slots.span(n)).map(|(starts, _)| starts).collect();
        if days.last().is_some_and(|last| *last < self.to) {
            days.push(self.to);
        }
        days.into_iter()
    }
}

/// A node on a day. The figures are those of [`evaluate`](crate::evaluate()), to the last bit.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TrendPoint {
    /// The day.
    pub on: Date,
    /// Of a key result: what the check-ins amount to, where that is a number. For `sum` it is cumulative, as a burn-up needs.
    pub reading: Option<f64>,
    /// What that was to be: the expected path, else start + (target − start) × the share of time gone. None for a measure without
    /// such a line: thresholds, bands, zones, milestones, done, composites, means of children, and what is only watched.
    pub expected_reading: Option<f64>,
    /// The target in force, so that a chart shows where it was moved.
    pub target: Option<f64>,
    /// Progress.
    pub progress: Option<f64>,
    /// Why there is no progress.
    pub reason: Option<Reason>,
    /// The score, in \[0,1\].
    pub score: Option<f64>,
    /// The progress that is expected.
    pub expected: f64,
    /// The status.
    pub status: Status,
}

/// One node on every day.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NodeTrend {
    /// The id of the objective or key result.
    pub node: String,
    /// One point a day, in their order.
    pub points: Vec<TrendPoint>,
}

/// A plan on every day.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Trend {
    /// The days, rising, each once.
    pub days: Vec<Date>,
    /// Every objective followed by its key results, in the order of the document.
    pub nodes: Vec<NodeTrend>,
}

impl Trend {
    /// The points of a node, by id. Looks through the nodes in order.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&[TrendPoint]> {
        self.nodes.iter().find(|node| node.node == id).map(|node| node.points.as_slice())
    }
}

/// The scorecard as a series over days, which are put in order first.
///
/// Worked: a quarter of 89 days from 2026-01-01, 0 to 500,000, with 120,000 checked in on the 31st. On the 30th there is no
/// reading; on the 31st progress is 0.24, and 30/89 of the way were expected: 168,539.
///
/// ```
/// use okrkit::trend::TrendDays;
/// use okrkit::{Cadence, Date, Profile, trend};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "o", "title": "O", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "R", "measure": {"kind": "metric", "start": 0, "target": 500000, "reading": "sum"},
///      "check_ins": [{"on": "2026-01-31", "value": 120000}, {"on": "2026-02-28", "value": 90000}]}]}]}"#)?;
/// let days = TrendDays::new(Date::new(2026, 1, 30)?, Date::new(2026, 2, 28)?, Cadence::Day);
/// let series = trend(&plan, &Profile::named("default")?, days);
/// let points = series.node("revenue").ok_or("no such node")?;
/// assert_eq!(points.iter().filter_map(|point| point.progress).next(), Some(0.24));
/// assert_eq!(points.last().and_then(|point| point.reading), Some(210_000.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes and fills room in proportion to days × nodes; check-ins are read again only on days that change what counts.
#[must_use]
pub fn trend(plan: &Plan, profile: &Profile, days: impl IntoIterator<Item = Date>) -> Trend {
    let days: Vec<Date> = days.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let places: Vec<Node> = crate::compare::nodes(plan).collect();
    let mut nodes: Vec<NodeTrend> = places
        .iter()
        .map(|node| NodeTrend {
            node: plan.id_of(*node).to_owned(),
            points: Vec::with_capacity(days.len()),
        })
        .collect();
    day_by_day(plan, profile, days.iter().copied(), |day| {
        for (node, place) in nodes.iter_mut().zip(&places) {
            node.points.extend(point(day, *place));
        }
    });
    Trend { days, nodes }
}

fn point(day: &Day<'_, '_>, node: Node) -> Option<TrendPoint> {
    let sheet = day.card.sheet();
    let line = sheet.node(node)?;
    let key_result = match node {
        Node::KeyResult(at) => sheet.key_results.get(at).map(|own| (at, own)),
        Node::Objective(_) => None,
    };
    Some(TrendPoint {
        on: day.card.as_of().on,
        reading: key_result.and_then(|(_, own)| KeyResultLine::number(own)),
        expected_reading: key_result.and_then(|(at, _)| day.expected_reading(at)),
        target: key_result.and_then(|(_, own)| own.target()),
        progress: line.progress.value(),
        reason: line.progress.reason(),
        score: line.score(),
        expected: line.expected,
        status: line.status,
    })
}
