//! F9 and F10: the figures of an objective.

use super::frame::Frame;
use super::line::{KeyResultLine, Line, ObjectiveLine};
use super::roll_up::{Figure, Member, Part, Side, outcome, substitute};
use super::status::{Verdict, Verdicts, net_confidence, rank};
use super::{Sheet, StatusRule};
use crate::measure::Outcome;
use crate::number::Maybe;
use crate::plan::{Ambition, Chunk, Contribution, Node, Objective, Stage, Status, Terms, manual_score};
use crate::profile::{ObjectiveStatus, Pool, Weights};
use crate::time::Date;

/// The members of an objective: one side, or two that are mixed.
#[derive(Debug)]
pub(crate) struct Sides<'s> {
    pub(crate) first: &'s Side,
    /// The second side, and the part of the first in the mix.
    pub(crate) second: Option<(Side, f64)>,
}

impl Sides<'_> {
    /// F10: the figure of one side, or of both mixed; a side without one gives way.
    pub(crate) fn roll_up(&self, figure: Figure) -> Option<f64> {
        let first = self.first.roll_up(figure);
        let Some((second, part)) = &self.second else { return first };
        match (first, second.roll_up(figure)) {
            (Some(first), Some(second)) => Some(figure.bounded(part * first + (1.0 - part) * second)),
            (first, second) => first.or(second),
        }
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &Member> {
        self.first.members.iter().chain(self.second.iter().flat_map(|(second, _)| &second.members))
    }

    /// What part the first side has in a figure.
    pub(crate) fn first_part(&self, figure: Figure) -> f64 {
        match &self.second {
            Some((second, part)) if second.roll_up(figure).is_some() => *part,
            _ => 1.0,
        }
    }
}

impl Sheet<'_> {
    /// The members of an objective by the profile's pool.
    pub(crate) fn sides<'s>(&self, at: usize, side: &'s mut Side) -> Sides<'s> {
        side.clear();
        let node = Node::Objective(at);
        let mut second = None;
        if self.profile.pool != Pool::Children {
            self.add_own(at, side);
        }
        match self.profile.pool {
            Pool::KeyResults => {}
            Pool::Pooled => self.add_children(node, side),
            Pool::Children => {
                self.add_children(node, side);
                // An objective that nothing contributes to is where the children's figures come from: its key results.
                if side.members.is_empty() {
                    self.add_own(at, side);
                }
            }
            Pool::OwnShare(part) => {
                let mut children = Side::default();
                self.add_children(node, &mut children);
                second = Some((children, part));
            }
        }
        side.settle();
        Sides { first: side, second }
    }

    fn add_own(&self, at: usize, side: &mut Side) {
        let Some((chunk, in_chunk)) = self.plan.chunk_of(at) else { return };
        let first = self.plan.first_of(at);
        for within in 0..chunk.columns.weights_of(in_chunk).len() {
            let Some(part) = self.part_within(chunk, in_chunk, within) else { continue };
            side.members.extend(self.member(Node::KeyResult(first + within), part).ok());
        }
    }

    /// What a key result counts for in its own objective.
    fn part_within(&self, chunk: &Chunk, in_chunk: usize, within: usize) -> Option<Part> {
        if let Some(weight) = chunk.columns.plain_weight(in_chunk, within) {
            return Some(self.own_part(Some(weight), None));
        }
        if let Some(row) = chunk.row(in_chunk, within)
            && row.head.is_as_written
        {
            return Some(self.own_part(row.head.weight.get(), row.head.share.get()));
        }
        let terms = Terms::in_force(chunk.objective(in_chunk)?.key_results.get(within)?, self.as_of);
        Some(self.own_part(terms.weight, terms.share))
    }

    /// The figures of an objective. The resulting shares of its key results are left in `side`.
    pub(super) fn objective(&self, frame: &Frame<'_>, side: &mut Side) -> ObjectiveLine {
        if let Some(line) = self.objective_of_plain(frame, side) {
            return line;
        }
        let Frame { at, gone, .. } = *frame;
        let sides = self.sides(at, side);

        let progress = match outcome(sides.roll_up(Figure::Progress)) {
            Outcome::Value(progress) => Outcome::Value(self.profile.clamp.objective.apply(progress)),
            other => other,
        };
        // Without manual scores among the members the two are the same sum.
        let score = sides.roll_up(Figure::Score);
        let has_manual = sides.members().any(|member| member.score != member.measured_score);
        let measured_score = if has_manual { sides.roll_up(Figure::MeasuredScore) } else { score };
        let manual = manual_score(frame.manual_scores(), self.as_of).map(|manual| manual.value);
        let mut node = Line {
            progress,
            score: manual.or(score).into(),
            measured_score: measured_score.into(),
            expected: sides.roll_up(Figure::Expected).unwrap_or(gone),
            confidence: sides.roll_up(Figure::Confidence).into(),
            last: self.freshest(frame),
            starts: frame.period.0,
            ends: frame.period.1,
            stage: frame.stage(self.as_of),
            status: Status::default(),
            is_manual: manual.is_some(),
            kept: None,
        };
        node.status = self.status(&node, self.verdict(frame.facts.ambition, guarded(frame), &sides)).0;
        let net_confidence = net_confidence(sides.members().map(|member| member.status));
        let part = sides.first_part(Figure::Progress);
        self.note_own_shares(at, part, side);
        ObjectiveLine {
            node,
            computed_score: manual.and(score).into(),
            net_confidence: net_confidence.into(),
        }
    }

    fn note_own_shares(&self, at: usize, part: f64, side: &mut Side) {
        let mut own_shares = std::mem::take(&mut side.own_shares);
        own_shares.clear();
        let first = self.plan.first_of(at);
        for (member, share) in side.members.iter().zip(side.settled_shares()) {
            // A key result that contributes over a link has its share in its own objective.
            if let Node::KeyResult(key_result) = member.node
                && self.plan.owner_of(key_result) == Some(at)
            {
                own_shares.push((key_result - first, part * share));
            }
        }
        side.own_shares = own_shares;
    }

    /// The status of an objective and the rule that gave it.
    pub(crate) fn objective_status(&self, node: &Line, objective: &Objective, sides: &Sides<'_>) -> (Status, StatusRule) {
        self.status(node, self.verdict(objective.ambition, Some(objective), sides))
    }

    fn verdict<'o>(&self, ambition: Ambition, guarded: Option<&'o Objective>, sides: &Sides<'_>) -> Verdict<'o> {
        let worst = match self.profile.objective_status {
            ObjectiveStatus::Own => None,
            ObjectiveStatus::Worst => sides.members().map(|member| member.status).min_by_key(|status| rank(*status)),
        };
        Verdict { ambition, guarded, worst }
    }

    /// The lines of its key results.
    fn own_lines(&self, frame: &Frame<'_>) -> &[KeyResultLine] {
        let first = frame.first - self.first_key_result;
        self.key_results.get(first..first + frame.facts.n_key_results as usize).unwrap_or_default()
    }

    fn freshest(&self, frame: &Frame<'_>) -> Option<Date> {
        self.own_lines(frame).iter().filter_map(|line| line.node.last).max()
    }

    /// The own key results of an objective whose key results are all plain, as members.
    fn plain_own<'s>(&'s self, frame: &Frame<'s>) -> impl Iterator<Item = Result<PlainMember<'s>, Unsaid>> + Clone + use<'s> {
        let weighs_alike = self.profile.weights == Weights::Ignore;
        frame.weights().iter().zip(self.own_lines(frame)).map(move |(weight, line)| {
            Ok(PlainMember {
                weight: if weighs_alike { 1.0 } else { *weight },
                line: &line.node,
                is_own: true,
            })
        })
    }

    /// What contributes to an objective and is there on the day, as members.
    fn plain_children<'s>(&'s self, children: &'s [Contribution]) -> impl Iterator<Item = Result<PlainMember<'s>, Unsaid>> + Clone + 's {
        children.iter().filter_map(|contribution| {
            let Node::Objective(child) = contribution.child() else {
                return Some(Err(Unsaid));
            };
            let weight = match self.link_part(contribution) {
                Ok(Part::Free(weight)) if weight > 0.0 => weight,
                Ok(_) => return Some(Err(Unsaid)),
                Err(_) => return None,
            };
            let line = self.objectives.get(child).map(|line| &line.node).filter(|line| line.stage.counts());
            Some(line.map(|line| PlainMember { weight, line, is_own: false }).ok_or(Unsaid))
        })
    }

    /// What a member brings to the progress: its own within the clamp, or the substitute where it has none. Nothing is said of one
    /// whose score does not go with its progress, as one set by hand need not.
    #[inline]
    fn progress_of_member(&self, line: &Line) -> Result<Option<f64>, Unsaid> {
        let is_scored = line.score().is_some();
        if is_scored != line.measured_score().is_some() {
            return Err(Unsaid);
        }
        match line.progress.value() {
            Some(progress) if is_scored => Ok(Some(self.profile.clamp.member.apply(progress))),
            None if !is_scored => Ok(substitute(self.missing(line.ends))),
            _ => Err(Unsaid),
        }
    }

    /// The same figures as of any other, for an objective whose own key results are plain and to which objectives contribute at most.
    fn objective_of_plain(&self, frame: &Frame<'_>, side: &mut Side) -> Option<ObjectiveLine> {
        if !frame.facts.is_plain || frame.facts.n_key_results == 0 {
            return None;
        }
        let children = self.children(Node::Objective(frame.at));
        let found = match self.profile.pool {
            Pool::Pooled if !children.is_empty() => self.roll_up_plain(frame, self.plain_own(frame).chain(self.plain_children(children)), side),
            Pool::KeyResults | Pool::Pooled => self.roll_up_plain(frame, self.plain_own(frame), side),
            _ if children.is_empty() => self.roll_up_plain(frame, self.plain_own(frame), side),
            _ => Err(Unsaid),
        };
        found.ok()
    }

    fn roll_up_plain<'s>(
        &'s self,
        frame: &Frame<'s>,
        members: impl Iterator<Item = Result<PlainMember<'s>, Unsaid>> + Clone,
        side: &mut Side,
    ) -> Result<ObjectiveLine, Unsaid> {
        let (mut free, mut free_confident) = (0.0, 0.0);
        for member in members.clone() {
            let member = member?;
            if self.progress_of_member(member.line)?.is_some() {
                free += member.weight;
            }
            if member.line.confidence().is_some() {
                free_confident += member.weight;
            }
        }
        if !f64::is_finite(free) || !f64::is_finite(free_confident) {
            return Err(Unsaid);
        }
        side.own_shares.clear();
        let shows_worst = self.profile.objective_status == ObjectiveStatus::Worst;
        let mut sums = Sums::default();
        let (mut worst, mut verdicts) = (None, Verdicts::default());
        for (at, member) in members.enumerate() {
            let PlainMember { weight, line, is_own } = member?;
            let mut part = 0.0;
            if let Some(progress) = self.progress_of_member(line)? {
                part = weight / free;
                sums.progress += part * progress;
                sums.score += part * line.score().unwrap_or(0.0);
                sums.measured += part * line.measured_score().unwrap_or(0.0);
                sums.expected += part * line.expected;
            }
            if let Some(own) = line.confidence() {
                sums.confidence += weight / free_confident * own;
            }
            verdicts.add(line.status);
            if shows_worst {
                worst = worst.into_iter().chain([line.status]).min_by_key(|status| rank(*status));
            }
            // Own key results come first.
            if is_own {
                side.own_shares.push((at, part));
            }
        }
        let has_figure = free > 0.0;
        let progress = match outcome(has_figure.then_some(sums.progress)) {
            Outcome::Value(progress) => Outcome::Value(self.profile.clamp.objective.apply(progress)),
            other => other,
        };
        let score = |figure: Figure, sum: f64| Maybe::from(has_figure.then(|| figure.bounded(sum)));
        let confidence = (free_confident > 0.0).then(|| Figure::Confidence.bounded(sums.confidence));
        let mut node = Line {
            progress,
            score: score(Figure::Score, sums.score),
            measured_score: score(Figure::MeasuredScore, sums.measured),
            expected: if has_figure { sums.expected } else { frame.gone },
            confidence: confidence.into(),
            last: self.freshest(frame),
            starts: frame.period.0,
            ends: frame.period.1,
            stage: Stage::Active,
            status: Status::default(),
            is_manual: false,
            kept: None,
        };
        let verdict = Verdict {
            ambition: frame.facts.ambition,
            guarded: guarded(frame),
            worst,
        };
        node.status = self.status(&node, verdict).0;
        Ok(ObjectiveLine {
            node,
            computed_score: Maybe::NONE,
            net_confidence: verdicts.net_confidence().into(),
        })
    }
}

/// The objective, where its guardrails are asked.
fn guarded<'a>(frame: &Frame<'a>) -> Option<&'a Objective> {
    if frame.facts.is_guarded { frame.objective() } else { None }
}

/// What has a weight and no fixed share.
#[derive(Debug, Clone, Copy)]
struct PlainMember<'s> {
    weight: f64,
    line: &'s Line,
    is_own: bool,
}

/// More of a member has to be known.
#[derive(Debug)]
struct Unsaid;

/// Sums of shares times figures.
#[derive(Debug, Default)]
struct Sums {
    progress: f64,
    score: f64,
    measured: f64,
    expected: f64,
    confidence: f64,
}
