//! What would be if: edits tried out, what a score asks for, and what moves it most.
//!
//! [`what_if`] applies edits to a plan, evaluates it again, and says of every node whose figures differ what made it so.
//! [`required`] turns the roll-up round: which readings bring an objective to a score. [`sensitivity`] says how much the score
//! moves with each reading.

mod ask;
mod causes;
mod figure;
mod mover;
mod policy;
mod required;
mod sensitivity;

pub use ask::Ask;
pub use figure::{ChangedFigure, FigureChange};
pub use mover::{Held, Holds};
pub use policy::RequiredPolicy;
pub use required::{Alone, Obstacle, Required, Route, required};
pub use sensitivity::{Sensitivity, sensitivity};

use serde::Serialize;

use crate::compare::nodes;
use crate::issue::Issues;
use crate::plan::{Edit, Plan};
use crate::profile::Profile;
use crate::score::{Scorecard, evaluate};
use crate::time::AsOf;
use crate::wire;

use figure::Figures;

wire::words! {
    /// Where a node is found.
    pub enum Presence is "a presence" {
        /// Before and after.
        Kept = "kept",
        /// Only after.
        Added = "added",
        /// Only before.
        Removed = "removed",
    }
}

/// What made the figures of a node change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// An edit that names the node, its objective as a whole, its cycle, or a link by which something contributes to it.
    Edit {
        /// Its place among the edits, from 0.
        edit: usize,
    },
    /// A member of its roll-up that moved, or that came or went; of an objective also a key result of its own by whose check-in
    /// the days since the last one are others.
    Member {
        /// The id of the member, which has causes of its own.
        node: String,
    },
    /// The whole was divided anew, so that the share changed.
    Shares {
        /// The id of the objective, which has causes of its own.
        objective: String,
    },
}

/// A node whose figures would not be the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NodeChange {
    /// The id of the objective or key result.
    pub node: String,
    /// Whether it is there before and after.
    pub presence: Presence,
    /// The figures that differ, to the last bit, in the order of [`ChangedFigure::ALL`]. Of what the original terms give, that is
    /// the progress alone; their target and score are on the scorecards.
    pub figures: Vec<FigureChange>,
    /// What made them differ: edits in their order, then members in that of the roll-up, then shares.
    pub because: Vec<Cause>,
}

impl NodeChange {
    /// The change of a figure. `None` where it is the same.
    #[must_use]
    pub fn figure(&self, figure: ChangedFigure) -> Option<&FigureChange> {
        self.figures.iter().find(|change| change.figure == figure)
    }
}

/// A plan before and after some edits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WhatIf {
    /// Every node whose figures differ: objective by objective in the order of the document after, each before its key results;
    /// then what is gone, in the order of the document before.
    pub changes: Vec<NodeChange>,
    /// The scorecard before. It is a document of its own, and not written here.
    #[serde(skip)]
    pub before: Scorecard,
    /// The scorecard after, with the plan as it would be.
    #[serde(skip)]
    pub after: Scorecard,
}

impl WhatIf {
    /// The change of a node. `None` where its figures are the same.
    #[must_use]
    pub fn change(&self, node: &str) -> Option<&NodeChange> {
        self.changes.iter().find(|change| change.node == node)
    }
}

/// Tries out edits: what the scorecard of the day would be with them, what differs, and why. The plan stays as it is.
///
/// A cause is an edit that names the node, or a member whose figures changed; following the members down leads to the edits. That
/// takes two evaluations, however many edits there are. An edit that touched a node beside one that moved it is named too.
///
/// Worked: a key result of weight 1 beside one of weight 3, from 0.2 to 0.6: the objective moves by a quarter of 0.4.
///
/// ```
/// use okrkit::what_if::{Cause, ChangedFigure};
/// use okrkit::{CheckIn, Date, Edit, Profile, what_if};
/// # let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
/// #   "objectives": [{"id": "grow", "title": "Grow", "cycle": "c", "key_results": [
/// #     {"id": "sales", "title": "Sell", "measure": {"kind": "metric", "start": 0, "target": 10}}]}]}"#)?;
/// let on = Date::new(2026, 2, 10)?;
/// let tried = what_if(&plan, &Profile::named("default")?, on, [
///     Edit::CheckIn { key_result: "sales".into(), check_in: CheckIn::of_value(on, 4.0) },
/// ])?;
/// let grow = tried.change("grow").ok_or("nothing changed")?;
/// assert_eq!(grow.figure(ChangedFigure::Progress).map(|change| &change.after), Some(&0.4.into()));
/// assert_eq!(grow.because, [Cause::Member { node: "sales".into() }]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of [`Plan::apply`].
pub fn what_if(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, edits: impl IntoIterator<Item = Edit>) -> Result<WhatIf, Issues> {
    let (as_of, edits): (AsOf, Vec<Edit>) = (as_of.into(), edits.into_iter().collect());
    let touched = causes::Touched::by(&edits);
    let edited = plan.apply(edits)?;
    let (before, after) = (evaluate(plan, profile, as_of), evaluate(&edited, profile, as_of));
    let mut changes: Vec<NodeChange> = nodes(&edited).filter_map(|node| change(edited.id_of(node), &before, &after)).collect();
    let gone = nodes(plan).map(|node| plan.id_of(node)).filter(|id| edited.node(id).is_none());
    changes.extend(gone.filter_map(|id| change(id, &before, &after)));
    causes::explain(&mut changes, &touched, &before, &after);
    Ok(WhatIf { changes, before, after })
}

/// The figures of a node that differ. `None` where none does and it was there before.
fn change(id: &str, before: &Scorecard, after: &Scorecard) -> Option<NodeChange> {
    let (old, new) = (Figures::of(id, before), Figures::of(id, after));
    let presence = match (&old, &new) {
        (Some(_), Some(_)) => Presence::Kept,
        (None, _) => Presence::Added,
        (_, None) => Presence::Removed,
    };
    let figures = figure::differing(old.as_ref(), new.as_ref());
    (presence != Presence::Kept || !figures.is_empty()).then(|| NodeChange {
        node: id.to_owned(),
        presence,
        figures,
        because: Vec::new(),
    })
}
