//! How much an objective's score moves with each reading.

use serde::Serialize;

use super::mover::objective_at;
use crate::forecast::{Estimate, Lack};
use crate::measure::{Between, Measure, Rules};
use crate::plan::{Node, Plan};
use crate::profile::{Clamp, Profile, ProgressRule};
use crate::score::{Figure, Side, evaluate};
use crate::time::AsOf;

/// How much an objective's score moves with a key result.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sensitivity {
    /// The id of the key result.
    pub key_result: String,
    /// What part of the score it makes, in \[0,1\].
    pub share: f64,
    /// By how much the score moves for one unit of the reading, on the measure's own scale; below 0 where less is better. 0 where
    /// a clamp or a manual score keeps it from moving. `no_data` with `steps` where the score moves in steps.
    pub per_unit: Estimate,
}

/// How much the score of an objective moves for each unit of the reading of each member key result, in the order of the roll-up.
/// `None` where there is no such objective.
///
/// It is the derivative share × ds/dreading, exact, to the side on which the reading goes towards its target: 0 on the target and
/// beyond, the full slope on the start, 0 before it. Where two slopes of levels or bands meet, that of the side it goes to; of bands
/// that is up.
///
/// Worked: a quarter of an objective, from 0 to 500,000: 0.25/500,000 = 0.0000005 for each dollar.
///
/// Takes time in proportion to the plan.
#[must_use]
pub fn sensitivity(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, objective: &str) -> Option<Vec<Sensitivity>> {
    let card = evaluate(plan, profile, as_of);
    let sheet = card.sheet();
    let at = objective_at(&card, objective)?;
    let is_manual = sheet.objectives.get(at)?.node.is_manual;
    let mut side = Side::default();
    let sides = sheet.sides(at, &mut side);
    let part = sides.first_part(Figure::Score);
    let first = sides.first.members.iter().zip(sides.first.shares(Figure::Score).map(|share| part * share));
    // Where the first side has no figure, the second makes the whole.
    let second_part = if sides.first.members.iter().any(|member| member.score.is_some()) {
        1.0 - part
    } else {
        1.0
    };
    let second: Vec<_> = sides
        .second
        .iter()
        .flat_map(|(second, _)| second.members.iter().zip(second.shares(Figure::Score)))
        .collect();
    let all = first.chain(second.into_iter().map(|(member, share)| (member, second_part * share)));
    let each = all.filter_map(|(member, share)| {
        let Node::KeyResult(at) = member.node else { return None };
        let line = sheet.key_results.get(at)?;
        let (key_result, facts) = sheet.facts(at)?;
        let per_unit = if line.node.progress.value().is_none() {
            line.node.progress.into()
        } else if line.node.is_manual || is_manual {
            Estimate::of(0.0)
        } else {
            let is_composite = matches!(key_result.measure, Measure::Composite(_));
            let reading = Estimate::or(line.number(), if is_composite { Lack::NotNumeric } else { Lack::Steps });
            let shown = &sheet.profile.clamp.shown;
            reading
                .then(|reading| slope(&facts.judged.measure, reading, &facts.rules, shown))
                .then(|slope| Estimate::of(share * slope))
        };
        Some(Sensitivity {
            key_result: key_result.id.clone(),
            share,
            per_unit,
        })
    });
    Some(each.collect())
}

/// ds/dreading.
fn slope(measure: &Measure, reading: f64, rules: &Rules<'_>, shown: &Clamp) -> Estimate {
    let on_way = |start: Option<f64>, target: f64| {
        let start = if rules.progress == ProgressRule::Ratio { Some(0.0) } else { start };
        Estimate::or(start, Lack::Start).then(|start| Estimate::of(1.0 / (target - start)))
    };
    let slope = match measure {
        Measure::Metric(m) => on_way(m.start, m.target),
        Measure::Change(m) => match m.ends_of_way() {
            Some((start, target)) => on_way(Some(start), target),
            None => Estimate::none(Lack::Baseline),
        },
        Measure::Exact(m) => {
            let off = m.target - reading;
            let is_there = off.abs() <= m.tolerance || off.abs() > (m.target - m.start).abs();
            Estimate::of(if is_there { 0.0 } else { off.signum() / (m.target - m.start).abs() })
        }
        Measure::Levels(m) => {
            let points: Vec<(f64, f64)> = m.points(rules.anchors).collect();
            let rises = points.is_sorted_by(|a, b| a.0 < b.0);
            // Falling levels are rising ones of the opposite sign, and so is their slope.
            let sign = if rises { 1.0 } else { -1.0 };
            Estimate::of(sign * slope_after(points.into_iter().map(|(level, score)| (sign * level, score)), sign * reading))
        }
        Measure::Bands(m) if m.between == Between::Linear => Estimate::of(slope_after(m.points.iter().map(|point| (point.value, point.score)), reading)),
        Measure::Children(_) => return Estimate::none(Lack::Members),
        Measure::Bands(_) | Measure::Threshold(_) | Measure::Events(_) | Measure::Milestones(_) | Measure::Done(_) | Measure::Zones(_) => {
            return Estimate::none(Lack::Steps);
        }
        Measure::Composite(_) | Measure::Observe(_) => return Estimate::none(Lack::NotNumeric),
    };
    let Some(progress) = measure.progress_along(reading, rules) else {
        return slope;
    };
    // Bands may fall, so only a way that leads up ends at its end.
    let leads_up = !matches!(measure, Measure::Bands(_));
    let (floor, cap) = (shown.floor.0.unwrap_or(0.0).max(0.0), shown.cap.0.unwrap_or(1.0).min(1.0));
    let is_clamped = progress < floor || progress > cap || (leads_up && progress >= cap);
    if is_clamped { Estimate::of(0.0) } else { slope }
}

/// The slope of a line through points right after a place; 0 outside them.
fn slope_after(points: impl Iterator<Item = (f64, f64)>, place: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in points {
        if place < x {
            return before.map_or(0.0, |(x0, y0)| (y - y0) / (x - x0));
        }
        before = Some((x, y));
    }
    0.0
}
