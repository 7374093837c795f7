//! The figures of a node, side by side.

use serde::Serialize;

use crate::explain::StepValue;
use crate::measure::{Reading, Reason};
use crate::plan::{Node, Status};
use crate::score::{KeyResultScore, NodeScore, ObjectiveScore, Scorecard};
use crate::wire;

wire::words! {
    /// A figure of an objective or a key result that edits may change: each that the scorecard has, but for the target and the
    /// score by the original terms.
    pub enum ChangedFigure is "a changed figure" {
        /// [`KeyResultScore::reading`](crate::KeyResultScore::reading): a number or a word; `true` or `false`; what is no single
        /// one of these, such as the steps done, as JSON. Objectives have none.
        Reading = "reading",
        /// [`KeyResultScore::target`](crate::KeyResultScore::target); objectives have none.
        Target = "target",
        /// Whether [`NodeScore::progress`](crate::NodeScore::progress) is a number, and what it is else.
        Outcome = "outcome",
        /// Why it is none.
        Reason = "reason",
        /// [`NodeScore::progress`](crate::NodeScore::progress); none where there is no number.
        Progress = "progress",
        /// [`NodeScore::score`](crate::NodeScore::score).
        Score = "score",
        /// [`NodeScore::computed_score`](crate::NodeScore::computed_score), where a manual one takes its place.
        ComputedScore = "computed_score",
        /// [`NodeScore::grade`](crate::NodeScore::grade).
        Grade = "grade",
        /// [`NodeScore::band`](crate::NodeScore::band).
        Band = "band",
        /// [`NodeScore::expected`](crate::NodeScore::expected).
        Expected = "expected",
        /// [`NodeScore::gap`](crate::NodeScore::gap).
        Gap = "gap",
        /// [`NodeScore::ratio`](crate::NodeScore::ratio).
        Ratio = "ratio",
        /// [`NodeScore::elapsed`](crate::NodeScore::elapsed).
        Elapsed = "elapsed",
        /// [`NodeScore::status`](crate::NodeScore::status).
        Status = "status",
        /// [`NodeScore::confidence`](crate::NodeScore::confidence).
        Confidence = "confidence",
        /// [`ObjectiveScore::net_confidence`](crate::ObjectiveScore::net_confidence); key results have none.
        NetConfidence = "net_confidence",
        /// [`NodeScore::stage`](crate::NodeScore::stage).
        Stage = "stage",
        /// [`NodeScore::starts`](crate::NodeScore::starts).
        Starts = "starts",
        /// [`NodeScore::ends`](crate::NodeScore::ends).
        Ends = "ends",
        /// [`NodeScore::days_since_check_in`](crate::NodeScore::days_since_check_in).
        DaysSinceCheckIn = "days_since_check_in",
        /// [`KeyResultScore::share`](crate::KeyResultScore::share); objectives have none.
        Share = "share",
        /// [`KeyResultScore::owner_status`](crate::KeyResultScore::owner_status); objectives have none.
        OwnerStatus = "owner_status",
        /// [`KeyResultScore::original`](crate::KeyResultScore::original): the progress by the original terms.
        OriginalProgress = "original_progress",
        /// [`ObjectiveScore::guardrails`](crate::ObjectiveScore::guardrails): the ids of those out of range, as JSON; none where
        /// there is none, and for key results.
        Guardrails = "guardrails",
    }
}

/// A figure before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FigureChange {
    /// Which figure.
    pub figure: ChangedFigure,
    /// What it was; `null` where there was none.
    pub before: StepValue,
    /// What it would be.
    pub after: StepValue,
}

/// The figures of a node on one scorecard.
pub(super) enum Figures {
    Objective(ObjectiveScore),
    KeyResult(KeyResultScore),
}

impl Figures {
    pub(super) fn of(id: &str, card: &Scorecard) -> Option<Self> {
        match card.plan().node(id)? {
            Node::Objective(_) => card.objective(id).map(Self::Objective),
            Node::KeyResult(_) => card.key_result(id).map(Self::KeyResult),
        }
    }

    fn node(&self) -> &NodeScore {
        match self {
            Self::Objective(score) => &score.node,
            Self::KeyResult(score) => &score.node,
        }
    }

    fn key_result(&self) -> Option<&KeyResultScore> {
        if let Self::KeyResult(score) = self { Some(score) } else { None }
    }

    fn value(&self, figure: ChangedFigure) -> StepValue {
        let (node, key_result) = (self.node(), self.key_result());
        let objective = if let Self::Objective(score) = self { Some(score) } else { None };
        match figure {
            ChangedFigure::Reading => key_result.and_then(|score| score.reading.as_ref()).map_or(StepValue::None, reading),
            ChangedFigure::Target => key_result.and_then(|score| score.target).into(),
            ChangedFigure::Outcome => node.progress.as_str().into(),
            ChangedFigure::Reason => node.progress.reason().map(Reason::as_str).into(),
            ChangedFigure::Progress => node.progress.value().into(),
            ChangedFigure::Score => node.score.into(),
            ChangedFigure::ComputedScore => node.computed_score.into(),
            ChangedFigure::Grade => node.grade.into(),
            ChangedFigure::Band => node.band.as_deref().map(str::to_owned).into(),
            ChangedFigure::Expected => node.expected.into(),
            ChangedFigure::Gap => node.gap.into(),
            ChangedFigure::Ratio => node.ratio.into(),
            ChangedFigure::Elapsed => node.elapsed.into(),
            ChangedFigure::Status => node.status.as_str().into(),
            ChangedFigure::Confidence => node.confidence.into(),
            ChangedFigure::NetConfidence => objective.and_then(|score| score.net_confidence).into(),
            ChangedFigure::Stage => node.stage.as_str().into(),
            ChangedFigure::Starts => node.starts.into(),
            ChangedFigure::Ends => node.ends.into(),
            ChangedFigure::DaysSinceCheckIn => node.days_since_check_in.map(f64::from).into(),
            ChangedFigure::Share => key_result.map(|score| score.share).into(),
            ChangedFigure::OwnerStatus => key_result.and_then(|score| score.owner_status).map(Status::as_str).into(),
            ChangedFigure::OriginalProgress => key_result.and_then(|score| score.original.as_ref()?.progress).into(),
            ChangedFigure::Guardrails => objective.map(|score| &score.guardrails).filter(|ids| !ids.is_empty()).map(written).into(),
        }
    }
}

fn reading(reading: &Reading) -> StepValue {
    match reading {
        Reading::Number(number) => (*number).into(),
        Reading::Done(is_done) => if *is_done { "true" } else { "false" }.into(),
        Reading::Zone(zone) => zone.as_str().into(),
        Reading::Steps(_) | Reading::Parts(_) => StepValue::Expression(written(reading)),
    }
}

fn written(value: &impl Serialize) -> String {
    crate::document::to_compact(value)
}

/// The figures that differ; a node that is not there has none.
pub(super) fn differing(before: Option<&Figures>, after: Option<&Figures>) -> Vec<FigureChange> {
    let value = |of: Option<&Figures>, figure: ChangedFigure| of.map_or(StepValue::None, |figures| figures.value(figure));
    let all = ChangedFigure::ALL.iter().map(|figure| FigureChange {
        figure: *figure,
        before: value(before, *figure),
        after: value(after, *figure),
    });
    all.filter(|change| change.before != change.after).collect()
}
