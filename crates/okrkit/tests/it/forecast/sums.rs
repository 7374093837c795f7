//! Running sums: the interval and the chances follow from their increments.

use okrkit::forecast::{Goal, Lack};
use okrkit::{Method, forecast};
use serde_json::{Value, json};

use super::{by, chance, metric, of, says};
use crate::support::{assert_close, date, named, plan_with_key_result, read};

fn sold(sold: &[(i32, f64)]) -> Value {
    let mut fields = metric(0.0, 100.0, sold);
    fields["measure"]["reading"] = json!("sum");
    fields
}

fn events(days: &[i32]) -> Value {
    let day = |days: &i32| date("2026-01-01").add_days(*days).unwrap().to_string();
    let check_ins: Vec<Value> = days.iter().map(|days| json!({"on": day(days), "event": true})).collect();
    json!({"measure": {"kind": "events", "count": 10}, "check_ins": check_ins})
}

#[test]
fn a_sum_strays_as_its_increments_do() {
    // 10, 12, 8 and 10 in four weeks; four more are to come.
    let mut fields = sold(&[(7, 10.0), (14, 12.0), (21, 8.0), (28, 10.0)]);
    fields["ends"] = json!("2026-02-26");
    fields["measure"]["target"] = json!(80);
    let forecast = of(fields.clone(), "2026-01-29");
    let (reading, _, reached) = says(&forecast, Method::LeastSquares);
    assert_close(reading.unwrap(), 80.0);
    assert_eq!(reached.as_deref(), Some("2026-02-26"));
    // Residuals 0, 2, −2 and 0 over 7 days each: s² = (4 + 4)/7/3 a day. 28 days ahead, after 28: s²·(28 + 28) = 64/3.
    let interval = forecast.interval.unwrap();
    assert_eq!(interval.degrees_of_freedom, 3);
    assert_close(interval.standard_error, (64.0_f64 / 3.0).sqrt());
    assert!((interval.high - (80.0 + 1.6377 * (64.0_f64 / 3.0).sqrt())).abs() < 1e-3, "{interval:?}");
    assert_close(interval.low + interval.high, 160.0);
    // Half of what comes is more.
    assert_close(chance(&forecast, Goal::Target).probability.value().unwrap(), 0.5);
    // A line through 10, 22, 30 and 40 would have been sure to a quarter of that.
    fields["measure"]["reading"] = json!("latest");
    for (check_in, sum) in fields["check_ins"].as_array_mut().unwrap().iter_mut().zip([10, 22, 30, 40]) {
        check_in["value"] = sum.into();
    }
    assert!(of(fields, "2026-01-29").interval.unwrap().standard_error < interval.standard_error);
}

#[test]
fn what_lies_before_the_period_is_no_increment_of_it() {
    // 50 stand when it begins, and 10 a decade come.
    let forecast = of(sold(&[(0, 50.0), (10, 10.0), (20, 10.0), (30, 10.0)]), "2026-01-31");
    assert_close(says(&forecast, Method::LeastSquares).0.unwrap(), 80.0 + 70.0);
    let interval = forecast.interval.unwrap();
    assert_eq!((interval.degrees_of_freedom, interval.standard_error), (2, 0.0));
}

#[test]
fn a_day_without_an_event_is_one_too() {
    // 3 events in 30 days.
    let forecast = of(events(&[5, 10, 15]), "2026-01-31");
    let projection = forecast.by(Method::LeastSquares).unwrap();
    assert_close(projection.per_day.value().unwrap(), 0.1);
    assert_close(projection.reading.value().unwrap(), 3.0 + 70.0 * 0.1);
    // Three days of 1 and 27 of 0 around 0.1: (3 × 0.81 + 27 × 0.01)/29.
    let interval = forecast.interval.unwrap();
    assert_eq!(interval.degrees_of_freedom, 29);
    assert_close(interval.standard_error, (2.7_f64 / 29.0 * (70.0 + 70.0 * 70.0 / 30.0)).sqrt());
    // The same ten days earlier: all that came was known, and it came faster.
    assert_close(
        of(events(&[5, 10, 15]), "2026-01-21")
            .by(Method::LeastSquares)
            .unwrap()
            .per_day
            .value()
            .unwrap(),
        0.15,
    );
}

#[test]
fn what_cannot_vary_is_too_little() {
    // One increment after what was there.
    let forecast = by(sold(&[(-5, 1.0), (0, 10.0), (0, 5.0)]), "2026-01-31", &okrkit::ForecastPolicy::default());
    assert_eq!(forecast.no_interval, Some(Lack::TooFewObservations));
    assert_eq!(chance(&forecast, Goal::Target).probability.reason(), Some(Lack::TooFewObservations));
}

/// Evenly spread within 0 and 1, the same in every run (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }

    /// Around 0 with variance 1, near enough to the normal distribution.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// How often what comes lies within the interval of 80 %, and how often the target is met, beside its mean chance.
fn held(mut drawn: impl FnMut(&mut Numbers) -> (Value, &'static str, f64)) -> (f64, f64, f64) {
    let (mut numbers, mut within, mut met, mut chances, n) = (Numbers(20_260_101), 0.0, 0.0, 0.0, 1000.0);
    let (profile, policy) = (named("default"), okrkit::ForecastPolicy::default());
    let mut made = 0.0;
    while made < n {
        let (fields, on, came) = drawn(&mut numbers);
        let target = fields["measure"]["target"].as_f64().or(fields["measure"]["count"].as_f64()).unwrap();
        let found = forecast(&read(&plan_with_key_result(fields)), &profile, "k", date(on), &policy).unwrap();
        let Some(interval) = found.interval else { continue };
        made += 1.0;
        within += f64::from(u8::from((interval.low..=interval.high).contains(&came)));
        met += f64::from(u8::from(came >= target));
        chances += chance(&found, Goal::Target).probability.value().unwrap();
    }
    (within / n, met / n, chances / n)
}

#[test]
fn four_of_five_intervals_of_a_sum_hold() {
    // 13 weeks of about 10 each, give or take 3, seen after the seventh.
    let (within, met, chance) = held(|numbers| {
        let weeks: Vec<f64> = (0..13).map(|_| 10.0 + 3.0 * numbers.normal()).collect();
        let seen: Vec<(i32, f64)> = (1..=7).zip(&weeks).map(|(week, sold)| (7 * week, *sold)).collect();
        let mut fields = sold(&seen);
        (fields["ends"], fields["measure"]["target"]) = (json!("2026-04-02"), json!(130));
        (fields, "2026-02-19", weeks.iter().sum())
    });
    assert!((within - 0.8).abs() < 0.03, "{within}");
    assert!((met - chance).abs() < 0.05, "{met} came, {chance} was foreseen");
}

#[test]
fn four_of_five_intervals_of_events_hold() {
    // On three days of ten something happens; seen after 50 of 100.
    let (within, met, chance) = held(|numbers| {
        let days: Vec<i32> = (1..=100).filter(|_| numbers.next() < 0.3).collect();
        let seen: Vec<i32> = days.iter().copied().filter(|day| *day <= 50).collect();
        let mut fields = events(&seen);
        (fields["ends"], fields["measure"]["count"]) = (json!("2026-04-11"), json!(30));
        (fields, "2026-02-20", f64::from(u32::try_from(days.len()).unwrap()))
    });
    assert!((within - 0.8).abs() < 0.04, "{within}");
    assert!((met - chance).abs() < 0.06, "{met} came, {chance} was foreseen");
}
