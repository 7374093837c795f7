//! How a series is computed: what waits for nothing first, objective by objective, then what links lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};
use std::sync::Arc;

use super::standing::Span;
use super::{Along, Column, Run, Series, Track};
use crate::measure::Gauge;
use crate::number::Maybe;
use crate::plan::{KeyResult, Node, Plan, Row, StageChange, Status};
use crate::profile::{ObjectiveStatus, Pace, Profile};
use crate::score::Sheet;
use crate::score::fill::places;
use crate::score::frame::{Frame, frame_of, frames};
use crate::score::key_result::{KeyResultFacts, facts_of, path_value};
use crate::score::line::{KeyResultLine, ObjectiveLine};
use crate::score::objective::Sides;
use crate::score::roll_up::{Figure, LinksUp, Side};
use crate::score::scorecard::out_of_range;
use crate::time::{AsOf, Date, elapsed};

/// What a day has to itself beside the figures.
#[derive(Debug)]
struct Moment {
    on: Date,
    out_of_range: Arc<[bool]>,
    links_up: Arc<[LinksUp]>,
}

/// What all days have in common.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    plan: &'a Plan,
    profile: &'a Profile,
    pub(super) pace: &'a Pace,
    moments: Vec<Moment>,
}

impl<'a> Desk<'a> {
    fn new(plan: &'a Plan, profile: &'a Profile, pace: &'a Pace, days: &[Date]) -> Self {
        let moments = days.iter().map(|on| Moment {
            on: *on,
            out_of_range: out_of_range(plan, AsOf::from(*on)),
            links_up: Arc::default(),
        });
        let mut desk = Self {
            plan,
            profile,
            pace,
            moments: moments.collect(),
        };
        let changes = desk.changes_of_links();
        let mut since: Option<(Date, Arc<[LinksUp]>)> = None;
        for (day, on) in days.iter().enumerate() {
            let links_up = match &since {
                // Shared until a link begins or ends: there is one for each link of a node.
                Some((before, links_up)) if changes.range((Bound::Excluded(*before), Bound::Included(*on))).next().is_none() => Arc::clone(links_up),
                _ => desk.sheet(day).weigh_links_up(),
            };
            since = Some((*on, Arc::clone(&links_up)));
            if let Some(moment) = desk.moments.get_mut(day) {
                moment.links_up = links_up;
            }
        }
        desk
    }

    /// The days from which on other links hold.
    fn changes_of_links(&self) -> BTreeSet<Date> {
        let links = self.plan.links().iter();
        links
            .flat_map(|link| link.starts.into_iter().chain(link.ends.and_then(|ends| ends.add_days(1))))
            .collect()
    }

    fn on(&self, day: usize) -> Date {
        self.moments.get(day).map_or(Date::MIN, |moment| moment.on)
    }

    /// The place of the first day that is not before another.
    fn place_of(&self, on: Date) -> usize {
        self.moments.partition_point(|moment| moment.on < on)
    }

    /// A day without any figures.
    pub(super) fn sheet(&self, day: usize) -> Sheet<'_> {
        let moment = self.moments.get(day);
        Sheet {
            plan: self.plan,
            profile: self.profile,
            as_of: AsOf::from(self.on(day)),
            key_results: &[],
            objectives: &[],
            first_key_result: 0,
            bands: &[],
            pace: self.pace,
            out_of_range: moment.map_or(&[], |moment| &moment.out_of_range),
            links_up: moment.map_or(&[], |moment| &moment.links_up),
        }
    }
}

/// The figures of every node on days that rise, the same to the last bit as those of days that are evaluated alone.
pub(crate) fn series(plan: &Plan, profile: &Profile, days: &[Date]) -> Series {
    let pace = Pace::of(profile);
    let desk = Desk::new(plan, profile, &pace, days);
    let n_nodes = plan.n_objectives() + plan.n_key_results();
    let graph = plan.graph();
    let (takes_children, has_late) = (profile.pool.takes_children(), graph.has_late());
    let mut filler = Filler {
        desk: &desk,
        n_days: days.len(),
        series: Series {
            tracks: vec![Track::default(); n_nodes],
            statuses: vec![Status::default(); n_nodes * days.len()],
            runs: Vec::with_capacity(2 * n_nodes),
            columns: Vec::new(),
            days: days.to_vec(),
        },
        gone: BTreeMap::new(),
        last_gone: None,
        own: Vec::new(),
        key_results: vec![KeyResultLine::default(); if has_late { plan.n_key_results() } else { 0 }],
        objectives: vec![ObjectiveLine::default(); if has_late { plan.n_objectives() } else { 0 }],
        begins: Vec::new(),
        expected: Vec::new(),
        side: Side::default(),
        has_dated_links: !desk.changes_of_links().is_empty(),
    };
    if filler.n_days == 0 {
        return filler.series;
    }
    let is_late = |node: Node| graph.is_late(node, takes_children);
    let first_day = AsOf::from(desk.on(0));
    for place in places(plan) {
        for frame in frames(plan, first_day, &place) {
            let n = frame.facts.n_key_results as usize;
            for within in 0..n {
                if !is_late(Node::KeyResult(frame.first + within)) {
                    filler.key_result(&frame, within);
                }
            }
            if !is_late(Node::Objective(frame.at)) {
                filler.objective(&frame);
            }
        }
    }
    for node in graph.late().filter(|node| is_late(*node)) {
        match node {
            Node::Objective(at) => {
                if let Some(frame) = frame_of(plan, first_day, at) {
                    filler.objective(&frame);
                }
            }
            Node::KeyResult(at) => {
                if let Some((frame, within)) = desk.sheet(0).place(at) {
                    filler.key_result(&frame, within);
                }
            }
        }
    }
    filler.series
}

struct Filler<'d> {
    desk: &'d Desk<'d>,
    n_days: usize,
    series: Series,
    /// The columns of the shares of time gone, by first and last day.
    gone: BTreeMap<(Date, Date), Column>,
    last_gone: Option<((Date, Date), Column)>,
    /// The figures of the key results of an objective on a day.
    own: Vec<KeyResultLine>,
    /// The figures of what late nodes wait for, on a day.
    key_results: Vec<KeyResultLine>,
    objectives: Vec<ObjectiveLine>,
    /// Of each day whether a run begins on it.
    begins: Vec<bool>,
    /// What is expected of an objective, day by day.
    expected: Vec<f64>,
    side: Side,
    has_dated_links: bool,
}

impl<'d> Filler<'d> {
    fn number(&self, node: Node) -> usize {
        self.desk.plan.graph().number(node)
    }

    /// The shares of a time that have gone.
    fn gone(&mut self, period: (Date, Date)) -> Column {
        if let Some((last, column)) = self.last_gone
            && last == period
        {
            return column;
        }
        let (desk, columns) = (self.desk, &mut self.series.columns);
        let column = *self.gone.entry(period).or_insert_with(|| {
            let column = Column(columns.len());
            columns.extend(desk.moments.iter().map(|moment| elapsed(period.0, period.1, moment.on)));
            column
        });
        self.last_gone = Some((period, column));
        column
    }

    /// Room for a number a day.
    fn new_column(&mut self) -> Column {
        let column = Column(self.series.columns.len());
        self.series.columns.resize(column.0 + self.n_days, 0.0);
        column
    }

    fn put_number(&mut self, column: Column, day: usize, number: f64) {
        if let Some(slot) = self.series.columns.get_mut(column.0 + day) {
            *slot = number;
        }
    }

    /// The frame of an objective on another day.
    fn frame_on(&self, frame: &Frame<'d>, gone: Column, day: usize) -> Frame<'d> {
        let mut frame = *frame;
        frame.gone = self.series.number(gone, day);
        frame
    }

    /// Adds a run of a node up to another day, its statuses included.
    fn push(&mut self, number: usize, run: Run, up_to: usize, frame: &Frame<'_>) {
        let (n_days, columns) = (self.n_days, &self.series.columns);
        let days = |begins: usize| begins + run.first..begins + up_to;
        let span = Span {
            first: run.first,
            line: &run.line.node,
            expected: columns.get(days(run.expected.0)).unwrap_or_default(),
            is_rising: run.expected == run.gone,
            ambition: frame.facts.ambition,
        };
        let statuses = self.series.statuses.get_mut(days(number * n_days)).unwrap_or_default();
        span.fill(self.desk, statuses);
        self.series.runs.push(run);
    }

    fn track(&mut self, number: usize, begins: usize) {
        let ends = self.series.runs.len();
        if let Some(track) = self.series.tracks.get_mut(number) {
            *track = Track { begins, ends };
        }
    }

    fn key_result(&mut self, frame: &Frame<'d>, within: usize) {
        let number = self.number(Node::KeyResult(frame.first + within));
        let begins = self.series.runs.len();
        let row = frame.row(within);
        match row {
            Some(row) if row.head.is_as_written && frame.stages().is_empty() && row.all().is_some() && row.head.gauge.is_some() => {
                self.by_gauge(frame, row, number);
            }
            row => {
                if let Some(objective) = frame.objective()
                    && let Some(key_result) = objective.key_results.get(within)
                {
                    self.by_terms(frame, within, key_result, row, number);
                }
            }
        }
        self.track(number, begins);
    }

    /// The runs of a key result of which its entries and a few numbers are all there is to know.
    fn by_gauge(&mut self, frame: &Frame<'d>, row: Row<'d>, number: usize) {
        let (Some(gauge), Some(entries)) = (&row.head.gauge, row.all()) else { return };
        let desk = self.desk;
        let period = (row.head.starts.unwrap_or(frame.period.0), row.head.ends.unwrap_or(frame.period.1));
        let objective_gone = self.gone(frame.period);
        let gone = self.gone(period);
        let expected = if gauge.expects_time_gone() {
            gone
        } else {
            self.expected_by(gauge, gone, frame)
        };
        let over = period.1.add_days(1);
        let (mut first, mut n) = (0, entries.partition_point(|entry| entry.on <= desk.on(0)));
        while first < self.n_days {
            let on = desk.on(first);
            let next = entries.get(n).map(|entry| entry.on).into_iter().chain(over.filter(|over| *over > on)).min();
            let up_to = next.map_or(self.n_days, |next| desk.place_of(next));
            let counting = entries.get(..n).unwrap_or_default();
            let line = desk
                .sheet(first)
                .by_gauge(&self.frame_on(frame, objective_gone, first), row.head, gauge, counting);
            let along = Along::AsWritten;
            self.push(
                number,
                Run {
                    first,
                    line,
                    gone,
                    expected,
                    along,
                    target: gauge.target().into(),
                },
                up_to,
                frame,
            );
            first = up_to;
            let on = desk.on(first);
            n += entries.get(n..).unwrap_or_default().iter().take_while(|entry| entry.on <= on).count();
        }
    }

    fn expected_by(&mut self, gauge: &Gauge, gone: Column, frame: &Frame<'d>) -> Column {
        let column = self.new_column();
        let rules = self.desk.sheet(0).rules(frame);
        for day in 0..self.n_days {
            let expected = gauge.expected(self.series.number(gone, day), &rules);
            self.put_number(column, day, expected);
        }
        column
    }

    /// Runs begin where something is said of a node, and no others yet.
    fn begin_runs(&mut self, changes: impl Iterator<Item = Date>) {
        self.begins.clear();
        self.begins.resize(self.n_days, false);
        let desk = self.desk;
        for day in changes.map(|on| desk.place_of(on)).chain([0]) {
            if let Some(begins) = self.begins.get_mut(day) {
                *begins = true;
            }
        }
    }

    /// Runs begin where those of another node do.
    fn begin_with(&mut self, node: Node) {
        for run in self.series.runs_of(self.number(node)) {
            if let Some(begins) = self.begins.get_mut(run.first) {
                *begins = true;
            }
        }
    }

    /// Of a node that takes in what contributes to it.
    fn begin_with_children(&mut self, node: Node) {
        let contributions = self.desk.plan.graph().contributions(node);
        // Which of them hold, and how a child is divided, may change on any day.
        if self.has_dated_links && !contributions.is_empty() {
            self.begins.fill(true);
        }
        for contribution in contributions {
            self.begin_with(contribution.child());
        }
    }

    /// The runs that were begun.
    fn runs(&self) -> Vec<Range<usize>> {
        let firsts: Vec<usize> = self.begins.iter().enumerate().filter(|(_, begins)| **begins).map(|(day, _)| day).collect();
        let ends = firsts.iter().copied().skip(1).chain([self.n_days]);
        firsts.iter().copied().zip(ends).map(|(first, end)| first..end).collect()
    }

    /// The figures of a day of what contributes to a node.
    fn put_children(&mut self, node: Node, day: usize) {
        for contribution in self.desk.plan.graph().contributions(node) {
            self.put(contribution.child(), day);
        }
    }

    fn put(&mut self, node: Node, day: usize) {
        let Some(line) = self.series.line_on(self.number(node), day) else { return };
        match node {
            Node::Objective(at) => {
                if let Some(slot) = self.objectives.get_mut(at) {
                    slot.node = line.node;
                }
            }
            Node::KeyResult(at) => {
                if let Some(slot) = self.key_results.get_mut(at) {
                    *slot = line;
                }
            }
        }
    }

    /// The runs of any key result.
    fn by_terms(&mut self, frame: &Frame<'d>, within: usize, key_result: &'d KeyResult, row: Option<Row<'d>>, number: usize) {
        let (desk, node) = (self.desk, Node::KeyResult(frame.first + within));
        let stages = frame.stages();
        let changes = days_of_change(stages, key_result);
        let objective_gone = self.gone(frame.period);
        // The day after the last is a change to what is above: the dates of amendments are among the changes, and so is it.
        let ends = key_result
            .amendments
            .iter()
            .filter_map(|amendment| amendment.set.ends)
            .chain(key_result.ends)
            .chain([frame.period.1]);
        let overs = ends.filter_map(|ends| ends.add_days(1));
        self.begin_runs(changes.iter().copied().chain(overs));
        self.begin_with_children(node);
        let mut known: Option<(KeyResultFacts<'d>, usize)> = None;
        // One column of each for all runs, since they share no day.
        let (mut own_column, mut path_column) = (None, None);
        for run in self.runs() {
            self.put_children(node, run.start);
            let frame = self.frame_on(frame, objective_gone, run.start);
            let n_changes = changes.partition_point(|day| *day <= desk.on(run.start));
            let facts = match &known {
                Some((facts, n)) if *n == n_changes => facts,
                _ => &known.insert((facts_of(&desk.sheet(run.start), &frame, key_result, row), n_changes)).0,
            };
            let sheet = Sheet {
                key_results: &self.key_results,
                objectives: &self.objectives,
                ..desk.sheet(run.start)
            };
            let judged = sheet.judge(key_result, facts, node, &mut self.side);
            let line = sheet.line(&frame, &judged);
            let gone = self.gone(facts.period);
            let path = facts.judged.expected_path;
            let expected = if path.is_empty() && facts.judged.measure.expects_time_gone() {
                gone
            } else {
                let column = *own_column.get_or_insert_with(|| self.new_column());
                for day in run.clone() {
                    let expected = desk.sheet(day).expected(facts, self.series.number(gone, day));
                    self.put_number(column, day, expected);
                }
                column
            };
            let along = if path.is_empty() {
                facts
                    .judged
                    .measure
                    .ends_of_line()
                    .map_or(Along::Nothing, |(start, target)| Along::Line(start, target))
            } else {
                let column = *path_column.get_or_insert_with(|| self.new_column());
                for day in run.clone() {
                    self.put_number(column, day, path_value(path, desk.on(day)).unwrap_or(f64::NAN));
                }
                Along::Path(column)
            };
            let first = run.start;
            self.push(
                number,
                Run {
                    first,
                    line,
                    gone,
                    expected,
                    along,
                    target: facts.judged.measure.target().into(),
                },
                run.end,
                &frame,
            );
        }
    }

    /// The runs of an objective.
    fn objective(&mut self, frame: &Frame<'d>) {
        let (desk, node) = (self.desk, Node::Objective(frame.at));
        let (number, begins) = (self.number(node), self.series.runs.len());
        let takes_children = desk.profile.pool.takes_children() && !desk.plan.graph().contributions(node).is_empty();
        let stages = frame.stages().iter().map(|change| change.on);
        let scores = frame.manual_scores().iter().map(|score| score.on);
        self.begin_runs(stages.chain(scores).chain(frame.period.1.add_days(1)));
        let n = frame.facts.n_key_results as usize;
        for within in 0..n {
            self.begin_with(Node::KeyResult(frame.first + within));
        }
        if takes_children {
            self.begin_with_children(node);
        }
        // These may change its status on any day.
        if frame.facts.is_guarded || desk.profile.objective_status == ObjectiveStatus::Worst {
            self.begins.fill(true);
        }
        let gone = self.gone(frame.period);
        self.expected.clear();
        self.expected.resize(self.n_days, 0.0);
        let column = self.new_column();
        for run in self.runs() {
            let frame = self.frame_on(frame, gone, run.start);
            let line = if takes_children {
                self.with_children(&frame, run.clone())
            } else {
                self.of_own(&frame, gone, run.clone())
            };
            for day in run.clone() {
                let expected = self.expected.get(day).copied().unwrap_or_default();
                self.put_number(column, day, expected);
            }
            let run_of = Run {
                first: run.start,
                line: KeyResultLine {
                    node: line.node,
                    ..KeyResultLine::default()
                },
                gone,
                expected: column,
                along: Along::Nothing,
                target: Maybe::NONE,
            };
            self.push(number, run_of, run.end, &frame);
        }
        self.track(number, begins);
    }

    /// The figures of an objective of its own key results on the first day of a run, and what is expected of it on each.
    fn of_own(&mut self, frame: &Frame<'d>, gone: Column, run: Range<usize>) -> ObjectiveLine {
        let begins = self.number(Node::KeyResult(frame.first));
        let numbers = begins..begins + frame.facts.n_key_results as usize;
        self.own.clear();
        self.own
            .extend(numbers.clone().map(|number| self.series.line_on(number, run.start).unwrap_or_default()));
        let sheet = Sheet {
            key_results: &self.own,
            first_key_result: frame.first,
            ..self.desk.sheet(run.start)
        };
        let line = sheet.objective(frame, &mut self.side);
        let expected = self.expected.get_mut(run.clone()).unwrap_or_default();
        // Of no member, time is expected.
        if self.side.own_shares.iter().all(|(_, share)| *share == 0.0) {
            for (expected, gone) in expected.iter_mut().zip(self.series.column(gone).get(run).unwrap_or_default()) {
                *expected = *gone;
            }
            return line;
        }
        for (within, share) in &self.side.own_shares {
            let Some(own) = self.series.run_on(begins + within, run.start) else {
                continue;
            };
            let column = self.series.column(own.expected).get(run.clone()).unwrap_or_default();
            for (expected, own) in expected.iter_mut().zip(column) {
                *expected += share * own;
            }
        }
        line
    }

    /// The same for one that takes in what contributes to it.
    fn with_children(&mut self, frame: &Frame<'d>, run: Range<usize>) -> ObjectiveLine {
        let node = Node::Objective(frame.at);
        self.put_children(node, run.start);
        for within in 0..frame.facts.n_key_results as usize {
            self.put(Node::KeyResult(frame.first + within), run.start);
        }
        let sheet = Sheet {
            key_results: &self.key_results,
            objectives: &self.objectives,
            ..self.desk.sheet(run.start)
        };
        let line = sheet.objective(frame, &mut self.side);
        let Sides { first, mut second } = sheet.sides(frame.at, &mut self.side);
        let mut first = first.clone();
        for day in run {
            let members = first.members.iter_mut().chain(second.iter_mut().flat_map(|(second, _)| &mut second.members));
            for member in members {
                let number = self.desk.plan.graph().number(member.node);
                if let Some(run) = self.series.run_on(number, day) {
                    member.expected = self.series.number(run.expected, day);
                }
            }
            let sides = Sides { first: &first, second };
            let expected = sides
                .roll_up(Figure::Expected)
                .unwrap_or_else(|| elapsed(frame.period.0, frame.period.1, self.desk.on(day)));
            second = sides.second;
            if let Some(slot) = self.expected.get_mut(day) {
                *slot = expected;
            }
        }
        line
    }
}

/// The days on which something is said of a key result or of the stage of its objective. Between two of them its facts are the same.
fn days_of_change(stages: &[StageChange], key_result: &KeyResult) -> Vec<Date> {
    let check_ins = key_result.check_ins.iter().map(|check_in| check_in.on);
    let amendments = key_result.amendments.iter().map(|amendment| amendment.on);
    let stages = stages.iter().chain(&key_result.stages).map(|change| change.on);
    let scores = key_result.manual_scores.iter().map(|score| score.on);
    let mut days: Vec<Date> = check_ins.chain(amendments).chain(stages).chain(scores).collect();
    days.sort_unstable();
    days.dedup();
    days
}
