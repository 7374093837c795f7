//! The figures of a key result.

use super::figures::Original;
use super::frame::{Frame, frame_of};
use super::line::{KeyResultLine, Line};
use super::roll_up::{Figure, Member, Side, outcome};
use super::status::Verdict;
use super::{Sheet, StatusRule};
use crate::measure::{Children, ChildrenRollUp, Gauge, Log, Measure, Measured, Outcome, Reading, Reason, Rules, counting, number_through, toward};
use crate::number::Maybe;
use crate::plan::{Cell, CheckIn, Entry, KeyResult, Node, Objective, PathPoint, Row, RowHead, Said as SaidInRow, Stage, Status, Terms, frozen_days, stage_on};
use crate::profile::Goalposts;
use crate::time::{Date, elapsed};

/// What a key result is judged by on the day.
#[derive(Debug)]
pub(crate) struct KeyResultFacts<'a> {
    /// Whether amendments in force make the measure another than was written.
    pub(crate) is_amended: bool,
    /// The terms it is judged by: those in force, or the original measure and dates where the profile says so.
    pub(crate) judged: Terms<'a>,
    pub(crate) period: (Date, Date),
    pub(crate) stage: Stage,
    pub(crate) rules: Rules<'a>,
    /// Days without check-ins.
    pub(crate) frozen: Vec<(Date, Date)>,
    /// The entries of its check-ins, where they are all that counts; else the check-ins that count.
    log: Result<&'a [Entry], Vec<&'a CheckIn>>,
}

/// The terms a key result is judged by, and whether amendments in force make the measure another than was written.
fn terms_of<'a>(sheet: &Sheet<'_>, key_result: &'a KeyResult) -> (Terms<'a>, bool) {
    if key_result.amendments.is_empty() {
        return (Terms::original(key_result), false);
    }
    let in_force = Terms::in_force(key_result, sheet.as_of);
    let is_amended = *in_force.measure != key_result.measure;
    match sheet.profile.goalposts {
        Goalposts::InForce => (in_force, is_amended),
        Goalposts::Original => (
            Terms {
                weight: in_force.weight,
                share: in_force.share,
                ..Terms::original(key_result)
            },
            is_amended,
        ),
    }
}

/// Gathers what a key result is judged by.
pub(crate) fn facts_of<'a>(sheet: &Sheet<'a>, frame: &Frame<'a>, key_result: &'a KeyResult, row: Option<Row<'a>>) -> KeyResultFacts<'a> {
    let (judged, is_amended) = terms_of(sheet, key_result);
    let no_check_ins = frozen_days(frame.stages(), &key_result.stages, sheet.as_of);
    let entries = row
        .filter(|_| sheet.as_of.known.is_none() && no_check_ins.is_empty())
        .and_then(|row| row.up_to(sheet.as_of.on));
    KeyResultFacts {
        log: entries.ok_or_else(|| counting(&key_result.check_ins, sheet.as_of, &no_check_ins)),
        period: judged.period(frame.period),
        is_amended,
        judged,
        stage: stage_on(key_result.stage, &key_result.stages, sheet.as_of),
        rules: sheet.rules(frame),
        frozen: no_check_ins,
    }
}

impl<'a> KeyResultFacts<'a> {
    pub(crate) fn log<'l>(&'l self, key_result: &'l KeyResult) -> Log<'l>
    where
        'a: 'l,
    {
        match &self.log {
            Ok(entries) => Log::of_entries(&key_result.check_ins, entries),
            Err(check_ins) => Log::of_counting(check_ins),
        }
    }
}

/// F12: what an expected path says for a day: linear between its points, flat outside.
pub(crate) fn path_value(path: &[PathPoint], on: Date) -> Option<f64> {
    let after = path.iter().position(|point| on <= point.on);
    let Some(after) = after else { return path.last().map(|point| point.value) };
    let next = path.get(after)?;
    let Some(before) = after.checked_sub(1).and_then(|before| path.get(before)) else {
        return Some(next.value);
    };
    let way = elapsed(before.on, next.on, on);
    // Within its ends to the bit: a flat path stays where it is, and a threshold on it stays met.
    let (low, high) = (before.value.min(next.value), before.value.max(next.value));
    Some((before.value * (1.0 - way) + next.value * way).clamp(low, high))
}

/// What check-ins say beside the reading.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    last: Option<Date>,
    confidence: Option<f64>,
    status: Option<Status>,
}

impl Said {
    fn of(log: &Log<'_>) -> Self {
        if let Some(entries) = log.entries() {
            return Self::of_entries(entries, true);
        }
        Self {
            last: log.check_ins().map(|check_in| check_in.on).max(),
            confidence: log.latest(|seen| seen.check_in.confidence).map(|(_, confidence)| confidence),
            status: log.latest(|seen| seen.check_in.status).map(|(_, status)| status),
        }
    }

    fn of_entries(entries: &[Entry], has_status: bool) -> Self {
        let latest_first = || entries.iter().rev();
        Self {
            last: entries.last().map(|entry| entry.on),
            confidence: latest_first().find_map(Entry::confidence),
            status: if has_status { latest_first().find_map(|entry| entry.status) } else { None },
        }
    }
}

/// What the figures of a key result follow from.
#[derive(Debug)]
pub(super) struct Judged {
    /// Before any clamp.
    progress: Outcome,
    number: Option<f64>,
    is_kept_or_broken: bool,
    period: (Date, Date),
    expected: f64,
    stage: Stage,
    said: Said,
    manual: Option<f64>,
}

impl<'a> Sheet<'a> {
    /// Where a key result stands: its objective, and its place among that objective's.
    pub(crate) fn place(&self, at: usize) -> Option<(Frame<'a>, usize)> {
        let frame = frame_of(self.plan, self.as_of, self.plan.owner_of(at)?)?;
        Some((frame, at - frame.first))
    }

    /// A key result with what it is judged by, by its number in the plan.
    pub(crate) fn facts(&self, at: usize) -> Option<(&'a KeyResult, KeyResultFacts<'a>)> {
        let (frame, within) = self.place(at)?;
        let key_result = frame.objective()?.key_results.get(within)?;
        Some((key_result, facts_of(self, &frame, key_result, self.plan.row(frame.at, within))))
    }

    pub(super) fn rules(&self, frame: &Frame<'_>) -> Rules<'a> {
        Rules {
            anchors: &self.profile.anchors,
            progress: self.profile.progress,
            cycle: frame.cycle(),
        }
    }

    pub(crate) fn objective_stage(&self, objective: usize) -> Stage {
        // One that has been active all along is not asked for its values: they may have to be made of its text.
        if self.plan.facts_of(objective).is_none_or(|facts| facts.is_undated) {
            return Stage::Active;
        }
        let found = self.plan.objective_at(objective);
        found.map_or(Stage::Active, |objective| stage_on(objective.stage, &objective.stages, self.as_of))
    }

    /// The figures of a key result. `side` is room to gather members in.
    pub(super) fn key_result(&self, frame: &Frame<'a>, within: usize, side: &mut Side) -> KeyResultLine {
        if frame.facts.is_undated
            && self.as_of.known.is_none()
            && let Some((cell, said)) = frame.plain(within)
        {
            return self.by_cell(frame, within, cell, said);
        }
        let row = frame.row(within);
        if let Some(row) = row
            && row.head.is_as_written
            && frame.stages().is_empty()
            && self.as_of.known.is_none()
            && let Some(entries) = row.up_to(self.as_of.on)
            && let Some(gauge) = &row.head.gauge
        {
            return self.by_gauge(frame, row.head, gauge, entries);
        }
        match frame.objective().and_then(|objective| objective.key_results.get(within)) {
            Some(key_result) => self.by_terms(frame, key_result, row, Node::KeyResult(frame.first + within), side),
            None => KeyResultLine::default(),
        }
    }

    /// Adds the figures of the key results of an objective that are all plain: those of [`key_result`](Self::key_result), without
    /// looking each of them up.
    pub(super) fn push_plain(&self, frame: &Frame<'a>, lines: &mut Vec<KeyResultLine>) {
        let cells = frame.all_plain().enumerate();
        lines.extend(cells.map(|(within, (cell, said))| self.by_cell(frame, within, cell, said)));
    }

    /// The figures of a plain key result: what [`by_terms`](Self::by_terms) gives for it, from its cell alone, or from its entries on
    /// a day before the last of them.
    #[inline]
    fn by_cell(&self, frame: &Frame<'a>, within: usize, cell: &Cell, all: &SaidInRow) -> KeyResultLine {
        let (reading, said) = if all.last <= Some(self.as_of.on) {
            let said = Said {
                last: all.last,
                confidence: all.confidence.get(),
                status: all.status,
            };
            (Maybe::from(cell.reading), said)
        } else {
            // What is plain has a row of entries that are all that counts.
            self.by_entries(frame, within).unwrap_or_default()
        };
        let (number, progress) = number_through(reading.get(), |value| {
            toward(self.profile.progress, Some(cell.start), Reason::Start, cell.target, value)
        });
        self.line(
            frame,
            &Judged {
                progress,
                number,
                is_kept_or_broken: false,
                period: frame.period,
                expected: frame.gone,
                stage: Stage::Active,
                said,
                manual: None,
            },
        )
    }

    /// What the entries up to the day amount to, and what they say, where the measure is a way.
    fn by_entries(&self, frame: &Frame<'a>, within: usize) -> Option<(Maybe, Said)> {
        let row = frame.row(within)?;
        let entries = row.up_to(self.as_of.on)?;
        let (_, rule) = row.head.gauge.as_ref()?.way()?;
        let reading = Log::of_entries_alone(entries).read(rule);
        Some((reading.into(), Said::of_entries(entries, row.head.has_status)))
    }

    /// The figures of a key result whose terms are as written and whose measure has a gauge: what [`by_terms`](Self::by_terms)
    /// gives for it, from its row alone.
    pub(super) fn by_gauge(&self, frame: &Frame<'_>, head: &RowHead, gauge: &Gauge, entries: &[Entry]) -> KeyResultLine {
        let rules = self.rules(frame);
        let (number, progress) = gauge.evaluate(&Log::of_entries_alone(entries), &rules);
        let period = (head.starts.unwrap_or(frame.period.0), head.ends.unwrap_or(frame.period.1));
        let gone = if period == frame.period {
            frame.gone
        } else {
            elapsed(period.0, period.1, self.as_of.on)
        };
        self.line(
            frame,
            &Judged {
                progress,
                number,
                is_kept_or_broken: gauge.is_kept_or_broken(),
                period,
                expected: gauge.expected(gone, &rules),
                stage: Stage::Active,
                said: Said::of_entries(entries, head.has_status),
                manual: None,
            },
        )
    }

    /// The figures of any key result.
    pub(super) fn by_terms(&self, frame: &Frame<'a>, key_result: &'a KeyResult, row: Option<Row<'a>>, node: Node, side: &mut Side) -> KeyResultLine {
        let facts = facts_of(self, frame, key_result, row);
        self.line(frame, &self.judge(key_result, &facts, node, side))
    }

    /// What the figures of a key result follow from on the day.
    pub(super) fn judge(&self, key_result: &KeyResult, facts: &KeyResultFacts<'_>, node: Node, side: &mut Side) -> Judged {
        let log = facts.log(key_result);
        let (starts, ends) = facts.period;
        let gone = elapsed(starts, ends, self.as_of.on);
        let judged: &Measure = &facts.judged.measure;

        let measured = self.measure(judged, &log, &facts.rules, node, side);
        Judged {
            progress: measured.progress,
            number: measured.reading.as_ref().and_then(Reading::number),
            is_kept_or_broken: judged.is_kept_or_broken(),
            period: facts.period,
            expected: self.expected(facts, gone),
            stage: facts.stage,
            said: Said::of(&log),
            manual: key_result.manual_score(self.as_of).map(|manual| manual.value),
        }
    }

    /// The target of a key result whose terms are what is written and whose reading is a number, by its number in the plan. `None`
    /// for any other.
    pub(super) fn as_written(&self, at: usize) -> Option<Maybe> {
        if let Some((cell, _)) = self.plan.plain(at) {
            return Some(cell.target.into());
        }
        let owner = self.plan.owner_of(at)?;
        let head = self.plan.row(owner, at - self.plan.first_of(owner))?.head;
        head.gauge.as_ref().filter(|_| head.is_as_written).map(|gauge| gauge.target().into())
    }

    /// The target of any key result.
    pub(crate) fn target(&self, at: usize) -> Option<f64> {
        self.facts(at)?.1.judged.measure.target()
    }

    /// The reading of a key result, and what its original terms would give where amendments of the measure are in force.
    pub(crate) fn reading_and_original(&self, at: usize) -> Option<(Option<Reading>, Option<Original>)> {
        let (key_result, facts) = self.facts(at)?;
        let (log, node, mut side) = (facts.log(key_result), Node::KeyResult(at), Side::default());
        let reading = self.measure(&facts.judged.measure, &log, &facts.rules, node, &mut side).reading;
        let original = facts.is_amended.then(|| {
            let measured = self.measure(&key_result.measure, &log, &facts.rules, node, &mut side);
            let progress = self.shown(measured.progress).value();
            Original {
                target: key_result.measure.target(),
                progress,
                score: progress.map(as_score),
            }
        });
        Some((reading, original))
    }

    #[inline]
    pub(super) fn line(&self, frame: &Frame<'_>, judged: &Judged) -> KeyResultLine {
        let progress = self.shown(judged.progress);
        let computed = progress.value().map(as_score);
        let mut node = Line {
            progress,
            score: judged.manual.or(computed).into(),
            measured_score: computed.into(),
            expected: judged.expected,
            confidence: judged.said.confidence.into(),
            last: judged.said.last,
            starts: judged.period.0,
            ends: judged.period.1,
            stage: judged.stage,
            status: Status::default(),
            is_manual: judged.manual.is_some(),
            // Of the progress before any clamp: a floor above 0 meets no threshold.
            kept: judged.is_kept_or_broken.then(|| judged.progress.value().is_some_and(|progress| progress > 0.0)),
        };
        node.status = self.status(&node, Verdict::of_key_result(frame.facts.ambition)).0;
        KeyResultLine {
            node,
            number: judged.number.into(),
            share: 0.0,
            owner_status: judged.said.status,
        }
    }

    /// The status of a key result and the rule that gave it.
    pub(crate) fn key_result_status(&self, node: &Line, objective: &Objective) -> (Status, StatusRule) {
        self.status(node, Verdict::of_key_result(objective.ambition))
    }

    pub(crate) fn shown(&self, progress: Outcome) -> Outcome {
        match progress {
            Outcome::Value(value) => Outcome::Value(self.profile.clamp.shown.apply(value)),
            other => other,
        }
    }

    /// F12: the path where there is one that leads to a figure, else what the measure expects of the time gone.
    pub(crate) fn expected(&self, facts: &KeyResultFacts<'_>, gone: f64) -> f64 {
        match self.planned(facts) {
            Some((_, progress)) => progress,
            None => facts.judged.measure.expected(gone, self.as_of.on, &facts.rules).0,
        }
    }

    /// What the expected path says for the day, and the progress that is.
    pub(crate) fn planned(&self, facts: &KeyResultFacts<'_>) -> Option<(f64, f64)> {
        let value = path_value(facts.judged.expected_path, self.as_of.on)?;
        Some((value, facts.judged.measure.progress_of(value, &facts.rules)?))
    }

    fn measure(&self, measure: &Measure, log: &Log<'_>, rules: &Rules<'_>, node: Node, side: &mut Side) -> Measured {
        match measure {
            Measure::Children(children) => self.of_children(children, rules, node, side),
            measure => measure.evaluate(log, rules),
        }
    }

    /// Reading and progress of a measure that is made of what contributes. Its members are left in `side`.
    pub(crate) fn of_children(&self, children: &Children, rules: &Rules<'_>, node: Node, side: &mut Side) -> Measured {
        side.clear();
        self.add_children(node, side);
        match children.roll_up {
            ChildrenRollUp::Mean => Measured {
                reading: None,
                progress: outcome(side.roll_up(Figure::Progress)),
            },
            ChildrenRollUp::Min => Measured {
                reading: None,
                progress: outcome(side.members.iter().filter_map(|member| member.progress).reduce(f64::min)),
            },
            ChildrenRollUp::Sum => {
                let sum = side
                    .members
                    .iter()
                    .filter_map(|member| self.addend(member))
                    .reduce(|sum, reading| sum + reading);
                match sum {
                    None => Measured {
                        reading: None,
                        progress: Outcome::NoData(Reason::NoMembers),
                    },
                    Some(sum) if !sum.is_finite() => Measured {
                        reading: None,
                        progress: Outcome::Undefined(Reason::Overflow),
                    },
                    Some(sum) => Measured {
                        reading: Some(Reading::Number(sum)),
                        progress: children.progress_of(sum, rules),
                    },
                }
            }
        }
    }

    /// The reading of a key result, where it is a number.
    pub(crate) fn number(&self, node: Node) -> Option<f64> {
        match node {
            Node::KeyResult(at) => self.key_result_line(at).and_then(KeyResultLine::number),
            Node::Objective(_) => None,
        }
    }

    /// What a key result adds to a sum of children: its reading, or the substitute for a missing one.
    fn addend(&self, member: &Member) -> Option<f64> {
        // A reading counts even where no progress can be told from it, for want of a start.
        self.number(member.node).or_else(|| member.missing.and(member.progress))
    }
}

/// The progress as a score.
pub(crate) fn as_score(progress: f64) -> f64 {
    progress.clamp(0.0, 1.0)
}
