//! Shares, weights and scores.

use std::collections::BTreeMap;

use super::super::terms::in_order;
use super::super::{KeyResult, ManualScore, Objective, Owner, stage_on};
use super::all_known;
use crate::issue::Code;
use crate::measure::MeasureKind;
use crate::profile::nine;
use crate::time::Date;
use crate::wire::Context;

pub(super) fn check_owners(owners: &[Owner], cx: &mut Context) {
    if owners.iter().all(|owner| owner.share.is_none()) {
        return;
    }
    cx.name("owners", |cx| {
        for (i, owner) in owners.iter().enumerate() {
            cx.index(i, |cx| check_share(owner.share, cx));
        }
        let sum: f64 = owners.iter().filter_map(|owner| owner.share.filter(|share| is_share(*share))).sum();
        if nine(sum) > 1.0 {
            cx.report(Code::ShareSum, format!("the owners' shares add up to `{}`, more than 1", nine(sum)));
        }
    });
}

/// Whether it is a share at all. One that is none says nothing about what shares add up to.
fn is_share(share: f64) -> bool {
    (0.0..=1.0).contains(&share)
}

fn check_share(share: Option<f64>, cx: &mut Context) {
    if let Some(share) = share.filter(|share| !is_share(*share)) {
        cx.report_at("share", Code::ShareRange, format!("a share is within 0 and 1, found `{share}`"));
    }
}

pub(super) fn check_weight(weight: Option<f64>, cx: &mut Context) {
    if let Some(weight) = weight.filter(|weight| *weight < 0.0) {
        cx.report_at("weight", Code::WeightNegative, format!("a weight is 0 or more, found `{weight}`"));
    }
}

pub(super) fn check_weight_or_share(weight: Option<f64>, share: Option<f64>, cx: &mut Context) {
    check_weight(weight, cx);
    check_share(share, cx);
    if weight.is_some() && share.is_some() {
        cx.report_at("share", Code::WeightBoth, "a key result has a weight or a share, found both");
    }
}

pub(super) fn check_manual_scores(scores: &[ManualScore], cx: &mut Context) {
    for (i, score) in scores.iter().enumerate().filter(|(_, score)| !(0.0..=1.0).contains(&score.value)) {
        cx.name("manual_scores", |cx| {
            cx.index(i, |cx| {
                cx.report_at("value", Code::ScoreRange, format!("a score is within 0 and 1, found `{}`", score.value));
            });
        });
    }
}

/// Notes fixed shares that add up to more than 1 on any day, over the key results that count on it. What is only watched never
/// counts.
pub(super) fn check_share_sum(objective: &Objective, cx: &mut Context) {
    let mut changes: BTreeMap<Date, i128> = BTreeMap::new();
    for (j, key_result) in objective.key_results.iter().enumerate() {
        let what = ["share", "stage", "stages", "amendments"];
        if fixes_a_share(key_result) && !cx.index(j, |cx| what.iter().any(|member| cx.is_broken_within(member))) {
            add_changes(key_result, &mut changes);
        }
    }
    let mut sum = 0;
    for (day, change) in changes {
        sum += change;
        let shown = nine(of_grains(sum));
        if shown > 1.0 {
            let when = if day == Date::MIN { String::new() } else { format!(" from {day}") };
            return cx.report(Code::ShareSum, format!("the fixed shares add up to `{shown}`{when}, more than 1"));
        }
    }
}

fn fixes_a_share(key_result: &KeyResult) -> bool {
    let is_scored = key_result.measure.kind() != MeasureKind::Observe;
    is_scored && (key_result.share.is_some() || key_result.amendments.iter().any(|amendment| amendment.set.share.is_some()))
}

/// Notes by how much the sum of the shares changes on each day for the sake of one key result.
fn add_changes(key_result: &KeyResult, changes: &mut BTreeMap<Date, i128>) {
    let mut stages: Vec<_> = key_result.stages.iter().map(|change| (change.on, change.stage.counts())).collect();
    stages.sort_by_key(|(on, _)| *on);
    let amendments = in_order(key_result, all_known());
    let shares = amendments.into_iter().filter_map(|at| key_result.amendments.get(at)).filter_map(|amendment| {
        let set = &amendment.set;
        (set.weight.is_some() || set.share.is_some()).then_some((amendment.on, set.share))
    });

    let (mut stages, mut shares) = (stages.into_iter().peekable(), shares.peekable());
    let mut counts = stage_on(key_result.stage, &key_result.stages, Date::MIN.into()).counts();
    let mut share = key_result.share;
    let (mut day, mut before) = (Date::MIN, 0);
    loop {
        while let Some((_, now)) = stages.next_if(|(on, _)| *on <= day) {
            counts = now;
        }
        while let Some((_, now)) = shares.next_if(|(on, _)| *on <= day) {
            share = now;
        }
        let now = if counts {
            share.filter(|share| is_share(*share)).map_or(0, grains)
        } else {
            0
        };
        *changes.entry(day).or_default() += now - before;
        before = now;
        let next = [stages.peek().map(|(on, _)| *on), shares.peek().map(|(on, _)| *on)];
        match next.into_iter().flatten().min() {
            Some(next) => day = next,
            None => break,
        }
    }
}

/// Shares are added as whole numbers of 2^-60, so that a sum is the same however it came about.
const GRAIN: f64 = 1_152_921_504_606_846_976.0;

#[expect(clippy::cast_possible_truncation, reason = "a share is within 0 and 1")]
fn grains(share: f64) -> i128 {
    (share * GRAIN) as i128
}

#[expect(clippy::cast_precision_loss, reason = "nine decimals are shown")]
fn of_grains(grains: i128) -> f64 {
    grains as f64 / GRAIN
}
