//! Why a group has its figures.

use super::{Figure, Say, Step, StepValue, Why};
use crate::score::{Figure as Rolled, Group, Scorecard, members_of};

impl Why<'_> {
    pub(super) fn group(&self, card: &Scorecard, group: &Group, figure: Figure) -> Option<Step> {
        let (name, score, places) = match group {
            Group::Total => (None, card.total(), (0..self.sheet.plan.n_objectives()).collect()),
            Group::Of(by, name) => {
                let places = members_of(&self.sheet, by).remove(name)?;
                (Some(name.clone()), self.sheet.group(places.iter().copied()), places)
            }
        };
        let side = self.sheet.group_side(places);
        let id: StepValue = name.map_or(StepValue::Word("everything"), StepValue::Text);
        let rolled = |figure| self.rolled(&side, figure, Vec::new(), None);
        let root = |[say, without]: [Say; 2], value: Option<f64>| {
            Step::new(
                if value.is_some() { say } else { without },
                value.map_or(StepValue::Word("no_members"), StepValue::Number),
            )
            .with("id", id.clone())
        };
        Some(match figure {
            Figure::Progress => root([Say::Progress, Say::NoFigure], score.progress).derived_from(rolled(Rolled::Progress)),
            Figure::Score => root([Say::Score, Say::NoScore], score.score).step(rolled(Rolled::Score)),
            Figure::Expected => root([Say::Expected, Say::NoExpected], score.expected).derived_from(rolled(Rolled::Expected)),
            Figure::Grade => self.grade(id, score.score, rolled(Rolled::Score)),
            Figure::Status => {
                #[expect(clippy::cast_precision_loss, reason = "objectives are fewer than 2^53")]
                let counts = score
                    .status
                    .iter()
                    .map(|(status, n)| Step::new(Say::Count, *n as f64).with("status", status.as_str()));
                let members = side
                    .members
                    .iter()
                    .map(|member| Step::new(Say::MemberStatus, member.status.as_str()).with("id", self.id(member.node)));
                #[expect(clippy::cast_precision_loss, reason = "objectives are fewer than 2^53")]
                let root = Step::new(Say::GroupStatus, score.net_confidence)
                    .with("id", id.clone())
                    .with("n", score.n as f64);
                root.steps(counts.collect::<Vec<_>>()).steps(members.collect::<Vec<_>>())
            }
        })
    }
}
