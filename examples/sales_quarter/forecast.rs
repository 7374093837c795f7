//! Where it is going: what the quarter comes to if all goes on as it does.

use okrkit::forecast::{Goal, Phase, forecast_all};
use okrkit::{Forecast, ForecastPolicy, Language, Method, ObjectiveForecast, Scorecard};

use crate::layout::{day, heading, left, number, own, percent, right, word};
use crate::options::tag;

const NAME: usize = 40;
const FIGURE: usize = 11;
/// As many key results as are looked into: those that are least likely to be a success.
const SHOWN: usize = 8;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let found = forecast_all(card.plan(), card.profile(), card.as_of(), &ForecastPolicy::default());
    let running = found.key_results.iter().filter(|forecast| forecast.phase == Phase::Running);
    let mut telling: Vec<(&Forecast, f64)> = running.filter_map(|forecast| Some((forecast, success(forecast)?))).collect();
    if telling.is_empty() {
        return String::new();
    }
    let objectives: String = found.objectives.iter().map(|forecast| objective(card, forecast, language)).collect();
    let columns = ["today", "run rate", "last weeks", "trend", "robust"].map(|name| right(name, FIGURE)).join(" ");
    let caption = format!("{} {columns}  success by trend", left("objective: progress at the end", NAME));
    telling.sort_by(|a, b| a.1.total_cmp(&b.1));
    let key_results: String = telling
        .iter()
        .take(SHOWN)
        .map(|(forecast, chance)| key_result(card, forecast, *chance, language))
        .collect();
    let columns = ["now", "at the end", "80% from", "to", "a week to go"]
        .map(|name| right(name, FIGURE + 1))
        .join(" ");
    let second = format!("{} {columns} {}", left("the least likely: reading", NAME), right("success", 8));
    let heading = heading(&format!("Where it is going, seen on {}", day(card.as_of().on)));
    format!("{heading}{caption}\n{objectives}\n{second}\n{key_results}")
}

fn success(forecast: &Forecast) -> Option<f64> {
    forecast.chance(Goal::Success)?.probability.value()
}

fn objective(card: &Scorecard, forecast: &ObjectiveForecast, language: Language) -> String {
    let title = card
        .plan()
        .objective(&forecast.objective)
        .map_or("", |objective| objective.title.get(tag(language)));
    let by = Method::ALL.iter().map(|method| forecast.by(*method).and_then(|it| it.progress.value()));
    let figures: Vec<String> = [forecast.progress.value()]
        .into_iter()
        .chain(by)
        .map(|it| right(&percent(it), FIGURE))
        .collect();
    let is_success = forecast.by(Method::LeastSquares).and_then(|it| it.is_success);
    let verdict = is_success.map_or("–", |is_success| if is_success { "yes" } else { "no" });
    format!("{} {}  {verdict}\n", own(title, NAME), figures.join(" "))
}

fn key_result(card: &Scorecard, forecast: &Forecast, chance: f64, language: Language) -> String {
    let title = card.plan().key_result(&forecast.key_result).map_or("", |it| it.title.get(tag(language)));
    let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), number);
    let cells = [
        figure(forecast.reading.value()),
        figure(forecast.by(Method::LeastSquares).and_then(|it| it.reading.value())),
        figure(forecast.interval.map(|it| it.low)),
        figure(forecast.interval.map(|it| it.high)),
        forecast
            .required
            .per_week
            .reason()
            .map_or_else(|| figure(forecast.required.per_week.value()), |lack| word(lack.as_str())),
    ];
    let cells = cells.map(|cell| right(&cell, FIGURE + 1)).join(" ");
    format!("{} {cells} {}\n", own(title, NAME), right(&percent(Some(chance)), 8))
}
