//! A scorecard with other figures for key results, and all that is rolled up from them computed again.

use super::Scorecard;
use super::frame::frame_of;
use super::key_result::as_score;
use super::roll_up::Side;
use crate::measure::Outcome;
use crate::number::Maybe;
use crate::plan::Node;

/// What takes the place of a key result's figures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Put {
    /// The reading, where it is a number.
    pub(crate) number: Option<f64>,
    /// Before any clamp.
    pub(crate) progress: f64,
}

impl Scorecard {
    /// The scorecard with figures put in the place of those of key results, by their number in the plan. What is rolled up by
    /// objectives, and by the `children` measures that are chosen, is rolled up again by the same rules on the same day; a manual
    /// score stays.
    pub(crate) fn projected(&self, puts: &[Option<Put>], is_rolled_up: impl Fn(usize) -> bool) -> Self {
        let mut card = self.clone();
        for (at, put) in puts.iter().enumerate() {
            let Some(put) = put else { continue };
            let progress = card.sheet().shown(Outcome::finite(put.progress));
            let Some(line) = card.key_results.get_mut(at) else { continue };
            let score = Maybe::from(progress.value().map(as_score));
            line.number = put.number.into();
            line.node.progress = progress;
            line.node.measured_score = score;
            if !line.node.is_manual {
                line.node.score = score;
            }
        }
        let (plan, mut side) = (self.plan().clone(), Side::default());
        if !plan.graph().has_links() {
            for at in 0..plan.n_objectives() {
                card.roll_up_again(Node::Objective(at), &mut side);
            }
        }
        for node in plan.graph().order() {
            let is_chosen = match node {
                Node::Objective(_) => true,
                Node::KeyResult(at) => is_rolled_up(at),
            };
            if is_chosen {
                card.roll_up_again(node, &mut side);
            }
        }
        card
    }

    fn roll_up_again(&mut self, node: Node, side: &mut Side) {
        let plan = self.plan().clone();
        match node {
            Node::Objective(at) => {
                let Some(frame) = frame_of(&plan, self.as_of(), at) else { return };
                let line = self.sheet().objective(&frame, side);
                if let Some(slot) = self.objectives.get_mut(at) {
                    *slot = line;
                }
            }
            Node::KeyResult(at) => {
                let Some((frame, within)) = self.sheet().place(at) else { return };
                let line = self.sheet().key_result(&frame, within, side);
                if let Some(slot) = self.key_results.get_mut(at) {
                    *slot = line;
                }
            }
        }
    }
}
