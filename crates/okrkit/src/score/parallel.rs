//! The verbs of evaluation on several threads, with the feature `rayon`.
//!
//! They use the pool they are called in, which is rayon's own where none is given. What they give has the same bits as without
//! them, whatever the number of threads: a chunk of a plan depends on nothing beyond it, sums run in the order of the document
//! within an objective, and what waits for links is computed after all chunks, in topological order.

use rayon::prelude::*;

use super::fill::{Place, places};
use super::line::{KeyResultLine, ObjectiveLine};
use super::roll_up::Side;
use super::scores::{Desk, ScoreColumns, Scores, Slots, waits_for_links};
use super::{Scorecard, evaluate as evaluate_alone};
use crate::plan::Plan;
use crate::profile::Profile;
use crate::time::AsOf;

/// How many chunks a thread takes at least: fewer are not worth the handing over.
const AT_LEAST: usize = 16;

/// Room for the figures of a chunk.
#[derive(Debug, Default)]
struct Room {
    key_results: Vec<KeyResultLine>,
    objectives: Vec<ObjectiveLine>,
    side: Side,
}

/// [`evaluate`](crate::evaluate) of one wide plan.
#[must_use]
pub fn evaluate(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) -> Scorecard {
    let mut card = Scorecard::empty(plan.clone(), profile.clone(), as_of.into());
    let (mut key_results, mut objectives) = (
        vec![KeyResultLine::default(); plan.n_key_results()],
        vec![ObjectiveLine::default(); plan.n_objectives()],
    );
    let sheet = card.sheet();
    let mut parts = Vec::new();
    let (mut lines, mut others) = (key_results.as_mut_slice(), objectives.as_mut_slice());
    for place in places(plan) {
        let (own, own_objectives);
        (own, lines) = lines.split_at_mut_checked(place.chunk.n_key_results()).unwrap_or_default();
        (own_objectives, others) = others.split_at_mut_checked(place.chunk.n_objectives()).unwrap_or_default();
        parts.push((place, own, own_objectives));
    }
    parts
        .into_par_iter()
        .with_min_len(AT_LEAST)
        .for_each_init(Room::default, |room, (place, own, objectives)| {
            room.key_results.clear();
            room.objectives.clear();
            sheet.fill_chunk(&place, &mut room.key_results, &mut room.objectives, &mut room.side);
            // As many as there is place for.
            if own.len() == room.key_results.len() && objectives.len() == room.objectives.len() {
                own.copy_from_slice(&room.key_results);
                objectives.copy_from_slice(&room.objectives);
            }
        });
    (card.key_results, card.objectives) = (key_results, objectives);
    card.fill_late(plan, &mut Side::default());
    card
}

/// [`evaluate`](crate::evaluate) of several plans, each on one thread at a time; the scorecards stand in the order of the plans.
#[must_use]
pub fn evaluate_all(plans: &[Plan], profile: &Profile, as_of: impl Into<AsOf>) -> Vec<Scorecard> {
    let as_of = as_of.into();
    plans.par_iter().map(|plan| evaluate_alone(plan, profile, as_of)).collect()
}

/// [`scores`](crate::scores) of one wide plan.
#[must_use]
pub fn scores(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) -> Scores {
    let as_of = as_of.into();
    if waits_for_links(plan, profile) {
        return Scores::of_card(&evaluate(plan, profile, as_of));
    }
    let bare = Scorecard::empty(plan.clone(), profile.clone(), as_of);
    let (mut key_results, mut objectives) = (ScoreColumns::of(plan.n_key_results()), ScoreColumns::of(plan.n_objectives()));
    let mut parts: Vec<(Place<'_>, Slots<'_>, Slots<'_>)> = Vec::new();
    let (mut rows, mut others) = (key_results.slots(), objectives.slots());
    for place in places(plan) {
        parts.push((place, rows.take(place.chunk.n_key_results()), others.take(place.chunk.n_objectives())));
    }
    let desk = || Desk::new(bare.sheet());
    parts
        .into_par_iter()
        .with_min_len(AT_LEAST)
        .for_each_init(desk, |desk, (place, mut rows, mut others)| desk.chunk(&place, &mut rows, &mut others));
    Scores::of_columns(plan.clone(), key_results, objectives)
}
