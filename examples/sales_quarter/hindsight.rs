//! How good it was: forecasts and confidences held against what came of them, and quotas from the quarters before.

use okrkit::forecast::{BacktestPolicy, CalibrationPolicy, ProposalPolicy};
use okrkit::{Estimate, Method, Scorecard, backtest, backtest_history, calibration, propose};

use crate::layout::{decimal, heading, left, number, percent, right, word};

const NAME: usize = 22;
const FIGURE: usize = 12;
/// What was sold in the eight quarters before, in thousands of USD: the plan holds no such history.
const SOLD: [f64; 8] = [310.0, 390.0, 335.0, 480.0, 352.0, 431.0, 384.0, 528.0];
const QUARTERS: usize = 4;

pub(crate) fn chapter(card: &Scorecard) -> String {
    // On its last day a quarter still runs.
    let Some(after) = card.as_of().on.add_days(1) else { return String::new() };
    let (plan, profile) = (card.plan(), card.profile());
    let row = |name: &str, cells: [String; 4]| {
        format!("{} {}", left(name, NAME), cells.map(|cell| right(&cell, FIGURE)).concat())
            .trim_end()
            .to_owned()
            + "\n"
    };

    let methods = Method::ALL
        .iter()
        .map(|method| (method, backtest(plan, profile, after, *method, &[], &BacktestPolicy::default())));
    let methods: Vec<_> = methods.filter(|(_, found)| found.n > 0).collect();
    if methods.is_empty() {
        return String::new();
    }
    let mut out = heading("How good forecasts and confidences were, and what to ask for next");
    out += &row("forecasts of progress", ["made", "off by", "too high by", "in interval"].map(str::to_owned));
    for (method, found) in &methods {
        let [off, bias, within] = [found.mean_absolute_error, found.bias, found.coverage].map(|figure| percent(figure.value()));
        out += &row(&word(method.as_str()), [found.n.to_string(), off, bias, within]);
    }

    let found = calibration(plan, profile, after, &[], &CalibrationPolicy::default());
    out += &row("\nconfidences", ["said", "on average", "came true", "Brier score"].map(str::to_owned));
    for bin in found.bins.iter().filter(|bin| bin.n > 0) {
        let name = format!("from {}", percent(Some(bin.from)));
        let [mean, hits] = [bin.mean_confidence, bin.hit_rate].map(|figure| percent(figure.value()));
        out += &row(&name, [bin.n.to_string(), mean, hits, String::new()]);
    }
    let [mean, hits] = [found.mean_confidence, found.hit_rate].map(|figure| percent(figure.value()));
    out += &row("all", [found.n.to_string(), mean, hits, decimal(found.brier.value(), 3)]);

    let mut policy = ProposalPolicy::default();
    policy.ahead = QUARTERS;
    out += &row("\nsales, 1000 USD", ["commit", "target", "stretch", ""].map(str::to_owned));
    for quota in propose(&SOLD, QUARTERS, &policy).quotas {
        let [commit, target, stretch] =
            [quota.commit, quota.target, quota.stretch].map(|it| it.value().map_or_else(|| "–".to_owned(), |it| number(it.round())));
        out += &row(&format!("quarters ahead: {}", quota.ahead), [commit, target, stretch, String::new()]);
    }
    // The same held against the last quarters there were, each forecast from those before it.
    let found = backtest_history(&SOLD, QUARTERS, &BacktestPolicy::default());
    let figure = |it: Estimate| it.value().map_or_else(|| "–".to_owned(), |it| number(it.round()));
    out += &row("\nsuch forecasts before", ["made", "off by", "too high by", "in interval"].map(str::to_owned));
    let within = percent(found.coverage.value());
    out + &row(
        "quarter by quarter",
        [found.n.to_string(), figure(found.mean_absolute_error), figure(found.bias), within],
    )
}
