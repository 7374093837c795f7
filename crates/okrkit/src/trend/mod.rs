//! The scorecard as a series: how each node came to where it is.
//!
//! [`trend`] gives progress, score, expected and status of every node on every day asked for, in one pass: a node is computed
//! again only on days on which something was said of it or of what is below it. For key results whose reading is a number, reading
//! and expected reading make a burn-up chart.

use std::collections::BTreeSet;
use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::measure::Reason;
use crate::plan::{Node, Plan, Status};
use crate::profile::Profile;
use crate::score::{KeyResultLine, Series, series};
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
#[derive(Clone, Copy)]
pub struct NodeTrend<'t> {
    trend: &'t Trend,
    node: Node,
}

impl<'t> NodeTrend<'t> {
    /// The id of the objective or key result.
    #[must_use]
    pub fn node(&self) -> &'t str {
        self.trend.plan.id_of(self.node)
    }

    /// One point a day, in their order.
    #[must_use]
    pub fn points(&self) -> impl ExactSizeIterator<Item = TrendPoint> + DoubleEndedIterator + use<'t> {
        let (trend, node) = (self.trend, self.node);
        trend.days.iter().enumerate().map(move |(at, on)| trend.point(node, at, *on))
    }
}

/// A plan on every day.
///
/// It keeps the plan it was computed from (sharing it, not copying). Between two days on which something was said of a node most of
/// its figures are kept once.
#[derive(Clone)]
#[non_exhaustive]
pub struct Trend {
    /// The days, rising, each once.
    pub days: Vec<Date>,
    plan: Plan,
    series: Series,
}

impl Trend {
    /// Every objective followed by its key results, in the order of the document.
    pub fn nodes(&self) -> impl Iterator<Item = NodeTrend<'_>> {
        crate::compare::nodes(&self.plan).map(|node| NodeTrend { trend: self, node })
    }

    /// A node, by id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<NodeTrend<'_>> {
        let node = self.plan.node(id)?;
        Some(NodeTrend { trend: self, node })
    }

    fn point(&self, node: Node, at: usize, on: Date) -> TrendPoint {
        let (own, target, expected_reading) = self.series.on(&self.plan, node, at).unwrap_or_default();
        let line = &own.node;
        TrendPoint {
            on,
            reading: KeyResultLine::number(&own),
            expected_reading,
            target,
            progress: line.progress.value(),
            reason: line.progress.reason(),
            score: line.score(),
            expected: line.expected,
            status: line.status,
        }
    }
}

impl PartialEq for NodeTrend<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.node() == other.node() && self.points().eq(other.points())
    }
}

impl PartialEq for Trend {
    fn eq(&self, other: &Self) -> bool {
        self.days == other.days && self.nodes().eq(other.nodes())
    }
}

impl fmt::Debug for NodeTrend<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points: Vec<TrendPoint> = self.points().collect();
        f.debug_struct("NodeTrend").field("node", &self.node()).field("points", &points).finish()
    }
}

impl fmt::Debug for Trend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trend")
            .field("plan", &self.plan)
            .field("days", &self.days)
            .finish_non_exhaustive()
    }
}

/// A list written as it comes.
struct Items<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for Items<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl Serialize for NodeTrend<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("NodeTrend", 2)?;
        out.serialize_field("node", self.node())?;
        out.serialize_field("points", &Items(|| self.points()))?;
        out.end()
    }
}

impl Serialize for Trend {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Trend", 2)?;
        out.serialize_field("days", &self.days)?;
        out.serialize_field("nodes", &Items(|| self.nodes()))?;
        out.end()
    }
}

#[cfg(feature = "schema")]
mod schema {
    //! The JSON form, whose lists are made as they are written.
    #![expect(dead_code, reason = "only their shape is asked for")]

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use super::{Date, TrendPoint};

    /// One node on every day.
    #[derive(JsonSchema)]
    struct NodeTrend {
        /// The id of the objective or key result.
        node: String,
        /// One point a day, in their order.
        points: Vec<TrendPoint>,
    }

    /// A plan on every day.
    #[derive(JsonSchema)]
    struct Trend {
        /// The days, rising, each once.
        days: Vec<Date>,
        /// Every objective followed by its key results, in the order of the document.
        nodes: Vec<NodeTrend>,
    }

    impl JsonSchema for super::Trend {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            Trend::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Trend::json_schema(generator)
        }
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
/// assert_eq!(points.points().find_map(|point| point.progress), Some(0.24));
/// assert_eq!(points.points().next_back().and_then(|point| point.reading), Some(210_000.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes and fills room in proportion to days × nodes, little a day, and to the days that change what counts, more for each.
#[must_use]
pub fn trend(plan: &Plan, profile: &Profile, days: impl IntoIterator<Item = Date>) -> Trend {
    let days: Vec<Date> = days.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    Trend {
        plan: plan.clone(),
        series: series(plan, profile, &days),
        days,
    }
}
