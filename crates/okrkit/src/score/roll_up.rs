//! F8 and F9: how members make one figure.

use std::sync::Arc;

use super::Sheet;
use super::line::{KeyResultLine, Line};
use crate::measure::{Outcome, Reason};
use crate::plan::{Contribution, Link, LinkKind, Node, Stage, Status};
use crate::profile::{Missing, MultiParent, Weights};
use crate::time::Date;

/// What a member counts for: a proportion, or a fixed part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Free(f64),
    Fixed(f64),
}

impl Part {
    pub(crate) fn amount(self) -> f64 {
        match self {
            Self::Free(amount) | Self::Fixed(amount) => amount,
        }
    }
}

/// Why a candidate is no member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excluded {
    /// Its stage does not count.
    Stage(Stage),
    /// The stage of its objective does not count.
    ObjectiveStage(Stage),
    /// It weighs nothing.
    Weight,
    /// It is measured and never scored.
    NotScored,
    /// The link is not there on the day.
    LinkDates,
}

/// A member of a roll-up, with what it brings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    pub(crate) node: Node,
    pub(crate) part: Part,
    /// Within the clamp for members, or the substitute for a missing one.
    pub(crate) progress: Option<f64>,
    pub(crate) score: Option<f64>,
    pub(crate) measured_score: Option<f64>,
    pub(crate) expected: f64,
    pub(crate) confidence: Option<f64>,
    pub(crate) status: Status,
    /// Which policy decides over the member where it has no figure of its own.
    pub(crate) missing: Option<Missing>,
}

/// The figures that are rolled up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Progress,
    Score,
    MeasuredScore,
    /// Of the members that entered the progress.
    Expected,
    Confidence,
}

impl Figure {
    /// A sum of shares of figures that lie in \[0,1\] lies there too; its last bit may not.
    pub(super) fn bounded(self, sum: f64) -> f64 {
        match self {
            Self::Score | Self::MeasuredScore | Self::Confidence => sum.clamp(0.0, 1.0),
            Self::Progress | Self::Expected => sum,
        }
    }
}

impl Member {
    pub(crate) fn figure(&self, figure: Figure) -> Option<f64> {
        match figure {
            Figure::Progress => self.progress,
            Figure::Score => self.score,
            Figure::MeasuredScore => self.measured_score,
            Figure::Expected => self.progress.map(|_| self.expected),
            Figure::Confidence => self.confidence,
        }
    }
}

/// How a whole is divided among the members that have a figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Division {
    /// Σ of the fixed shares.
    pub(crate) fixed: f64,
    /// What the fixed shares are divided by: 1, unless they are all there is and have to be scaled to 1.
    pub(crate) scale: f64,
    /// What is left to the free members.
    pub(crate) left: f64,
    /// Σ of the weights of free members, in units of `unit`.
    pub(crate) free: f64,
    /// 1, unless weights near the end of the doubles add up to infinity: then each is taken against the largest.
    pub(crate) unit: f64,
}

impl Division {
    /// F8: what a member gets.
    fn share(&self, part: Part) -> f64 {
        match part {
            Part::Fixed(share) => share / self.scale,
            Part::Free(weight) => self.left * (weight / self.unit / self.free),
        }
    }
}

/// What the links of a child weigh by which it contributes on the day.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LinksUp {
    sum: f64,
    largest: f64,
    /// The sum in units of the largest, for weights near the end of the doubles, which add up to infinity.
    in_largest: f64,
}

/// Members that share one whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Side {
    pub(crate) members: Vec<Member>,
    /// The shares for progress, once [`settle`](Self::settle)d: most figures are had by the same members, and share alike.
    pub(super) settled: Vec<f64>,
    /// Of an objective that was computed last: the places of its key results, with their resulting shares.
    pub(super) own_shares: Vec<(usize, f64)>,
}

impl Side {
    /// F8: the part of the whole that each member with a figure gets; 0 for those without.
    ///
    /// Free members divide what fixed shares leave, in proportion to their weights; where nobody is free the fixed shares are
    /// scaled to 1. Worked: a fixed half and two free ones of weight 1: 0.5, 0.25, 0.25.
    pub(crate) fn shares(&self, figure: Figure) -> impl Iterator<Item = f64> + '_ {
        let division = self.division(figure);
        self.members.iter().map(move |member| match member.figure(figure) {
            None => 0.0,
            Some(_) => division.share(member.part),
        })
    }

    /// How the whole is divided.
    pub(crate) fn division(&self, figure: Figure) -> Division {
        let (mut fixed, mut free, mut largest) = (0.0, 0.0, 0.0_f64);
        for member in self.members.iter().filter(|member| member.figure(figure).is_some()) {
            match member.part {
                Part::Fixed(share) => fixed += share,
                Part::Free(weight) => {
                    free += weight;
                    largest = largest.max(weight);
                }
            }
        }
        let unit = if free.is_finite() { 1.0 } else { largest };
        if !free.is_finite() {
            let weights = self.members.iter().filter(|member| member.figure(figure).is_some());
            free = weights
                .map(|member| if let Part::Free(weight) = member.part { weight / unit } else { 0.0 })
                .sum();
        }
        // Fixed shares that leave nothing over, as an amendment not yet known may do, are scaled to 1 too.
        let scale = if free > 0.0 && fixed < 1.0 { 1.0 } else { fixed };
        Division {
            fixed,
            scale,
            left: (1.0 - fixed).max(0.0),
            free,
            unit,
        }
    }

    pub(super) fn clear(&mut self) {
        self.members.clear();
        self.settled.clear();
    }

    pub(super) fn settled_shares(&self) -> impl Iterator<Item = f64> + '_ {
        self.settled.iter().copied()
    }

    /// Computes the shares for progress ahead of the roll-ups. Members may not change between.
    pub(super) fn settle(&mut self) {
        let mut settled = std::mem::take(&mut self.settled);
        settled.clear();
        settled.extend(self.shares(Figure::Progress));
        self.settled = settled;
    }

    /// F9: Σ shareᵢ·figureᵢ, over the members that have the figure. `None` where none has.
    pub(crate) fn roll_up(&self, figure: Figure) -> Option<f64> {
        let is_settled =
            self.settled.len() == self.members.len() && self.members.iter().all(|member| member.figure(figure).is_some() == member.progress.is_some());
        if is_settled {
            self.add(figure, self.settled.iter().copied())
        } else {
            self.add(figure, self.shares(figure))
        }
    }

    fn add(&self, figure: Figure, shares: impl Iterator<Item = f64>) -> Option<f64> {
        let mut sum = None;
        for (member, share) in self.members.iter().zip(shares) {
            if let Some(value) = member.figure(figure) {
                sum = Some(sum.unwrap_or(0.0) + share * value);
            }
        }
        sum.map(|sum| figure.bounded(sum))
    }
}

/// What takes the place of a missing figure.
pub(super) fn substitute(missing: Missing) -> Option<f64> {
    (missing == Missing::Zero).then_some(0.0)
}

/// A progress that was rolled up.
pub(crate) fn outcome(progress: Option<f64>) -> Outcome {
    progress.map_or(Outcome::NoData(Reason::NoMembers), Outcome::finite)
}

impl<'a> Sheet<'a> {
    pub(super) fn key_result_line(&self, at: usize) -> Option<&'a KeyResultLine> {
        self.key_results.get(at.checked_sub(self.first_key_result)?)
    }

    /// The figures of a node that are computed already.
    pub(crate) fn node(&self, node: Node) -> Option<&'a Line> {
        match node {
            Node::Objective(at) => self.objectives.get(at).map(|score| &score.node),
            Node::KeyResult(at) => self.key_result_line(at).map(|score| &score.node),
        }
    }

    /// What an own key result counts for: its share, or its weight, 1 unless given.
    pub(crate) fn own_part(&self, weight: Option<f64>, share: Option<f64>) -> Part {
        let part = share.map_or_else(|| Part::Free(weight.unwrap_or(1.0)), Part::Fixed);
        self.by_weights_rule(part)
    }

    fn by_weights_rule(&self, part: Part) -> Part {
        match self.profile.weights {
            Weights::Ignore if part.amount() > 0.0 => Part::Free(1.0),
            _ => part,
        }
    }

    /// What a contribution counts for, and why it may not.
    pub(crate) fn link_part(&self, contribution: &Contribution) -> Result<Part, Excluded> {
        let holds = |link: &Link| link.holds_on(self.as_of.on);
        if contribution.is_dated() && !self.plan.links().get(contribution.link()).is_some_and(holds) {
            return Err(Excluded::LinkDates);
        }
        let weight = self.by_weights_rule(Part::Free(contribution.weight)).amount();
        if self.profile.multi_parent == MultiParent::Full {
            return Ok(Part::Free(weight));
        }
        let up = self.links_up.get(self.plan.graph().number(contribution.child())).copied().unwrap_or_default();
        let part = if up.sum.is_infinite() {
            weight / up.largest / up.in_largest
        } else if up.sum > 0.0 {
            weight / up.sum
        } else {
            0.0
        };
        Ok(Part::Free(weight * part))
    }

    fn weight_of(&self, link: &Link) -> f64 {
        self.by_weights_rule(Part::Free(link.weight())).amount()
    }

    /// Of each node, by its number: what the links weigh by which it contributes. Empty where nothing is divided among parents.
    pub(super) fn weigh_links_up(&self) -> Arc<[LinksUp]> {
        if self.profile.multi_parent == MultiParent::Full || self.plan.links().is_empty() {
            return Arc::default();
        }
        let graph = self.plan.graph();
        let links = || {
            let links = self.plan.links().iter().enumerate().filter(|(_, link)| self.contributes(link));
            links.filter_map(|(at, link)| Some((graph.number(graph.ends(at)?.child), self.weight_of(link))))
        };
        let mut up = vec![LinksUp::default(); self.plan.n_objectives() + self.plan.n_key_results()];
        for (child, weight) in links() {
            if let Some(up) = up.get_mut(child) {
                (up.sum, up.largest) = (up.sum + weight, up.largest.max(weight));
            }
        }
        for (child, weight) in links() {
            if let Some(up) = up.get_mut(child) {
                up.in_largest += if up.largest > 0.0 { weight / up.largest } else { 0.0 };
            }
        }
        up.into()
    }

    /// What the links count for by which a child contributes, before any division among its parents.
    pub(crate) fn weights_up(&self, child: Node) -> impl Iterator<Item = f64> + '_ {
        let links = self.contributing(self.plan.graph().up(child));
        links.map(|link| self.weight_of(link))
    }

    fn contributing(&self, links: impl Iterator<Item = usize>) -> impl Iterator<Item = &Link> {
        let links = links.filter_map(|link| self.plan.links().get(link));
        links.filter(|link| self.contributes(link))
    }

    fn contributes(&self, link: &Link) -> bool {
        link.kind == LinkKind::Contributes && link.holds_on(self.as_of.on)
    }

    /// What contributes to a node, in the order of the document, whether or not it is there on the day.
    pub(crate) fn children(&self, node: Node) -> &'a [Contribution] {
        self.plan.graph().contributions(node)
    }

    /// A candidate as a member, or why it is none.
    pub(crate) fn member(&self, node: Node, part: Part) -> Result<Member, Excluded> {
        let Some(score) = self.node(node) else { return Err(Excluded::NotScored) };
        self.line_as_member(node, score, part)
    }

    /// Figures of a candidate as those of a member, or why it is none.
    pub(super) fn line_as_member(&self, node: Node, score: &Line, part: Part) -> Result<Member, Excluded> {
        if !score.stage.counts() {
            return Err(Excluded::Stage(score.stage));
        }
        if part.amount() <= 0.0 {
            return Err(Excluded::Weight);
        }
        if score.progress == Outcome::NotScored {
            return Err(Excluded::NotScored);
        }
        let missing = score.progress.value().is_none().then(|| self.missing(score.ends));
        let substitute = missing.and_then(substitute);
        Ok(Member {
            node,
            part,
            progress: score.progress.value().map(|progress| self.profile.clamp.member.apply(progress)).or(substitute),
            score: score.score().or(substitute),
            measured_score: score.measured_score().or(substitute),
            expected: score.expected,
            confidence: score.confidence(),
            status: score.status,
            missing,
        })
    }

    /// Which policy decides over a member without a figure.
    pub(super) fn missing(&self, ends: Date) -> Missing {
        if self.as_of.on > ends {
            self.profile.missing_at_close
        } else {
            self.profile.missing
        }
    }

    /// Fills a side with the members among what contributes to a node.
    pub(crate) fn add_children(&self, node: Node, side: &mut Side) {
        for contribution in self.children(node) {
            let part = self.link_part(contribution);
            side.members.extend(part.and_then(|part| self.contributor(contribution.child(), part)).ok());
        }
    }

    /// What contributes over a link, as a member, or why it is none.
    pub(crate) fn contributor(&self, child: Node, part: Part) -> Result<Member, Excluded> {
        if let Node::KeyResult(at) = child {
            let stage = self.plan.owner_of(at).map_or(Stage::Active, |owner| self.objective_stage(owner));
            if !stage.counts() {
                return Err(Excluded::ObjectiveStage(stage));
            }
        }
        self.member(child, part)
    }
}
