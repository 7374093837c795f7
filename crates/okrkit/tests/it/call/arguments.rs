//! What is said of arguments that are not right.

use okrkit::call::{Given, VERBS, Verb, call};
use okrkit::forecast::{BacktestPolicy, CalibrationPolicy, ProposalPolicy};
use okrkit::review::{CarryPolicy, ReviewPolicy};
use okrkit::rhythm::{AgendaPolicy, StalenessPolicy};
use okrkit::visibility::RedactionPolicy;
use okrkit::{Code, ForecastPolicy, LintPolicy, RequiredPolicy};
use serde_json::{Value, json};

use super::samples::{World, samples, world};
use super::schema::{faults, schema, validator};
use crate::support::told;

fn refused(world: &World, verb: &str, arguments: &str) -> Vec<String> {
    let issues = world.call(Verb::named(verb).unwrap(), arguments).expect_err(verb);
    told(&issues)
}

#[test]
fn every_problem_is_told_at_once_with_its_place() {
    let arguments = json!({
        "key_result": 7, "as_of": {"on": "2026-02-30", "knwn": 1}, "profile": {"okrkit_profile": 1, "id": "ours", "extends": "viva", "misssing": "zero"},
        "policy": {"coverage": "much", "last_k": 2.5, "min_obs": 3}, "kee": 1,
    });
    assert_eq!(
        refused(&world(), "forecast", &arguments.to_string()),
        [
            "document.unknown_field /kee unknown field `kee` in the arguments of `forecast`, which takes `key_result`, `profile`, `as_of`, `policy`",
            "document.wrong_type /key_result expected a text, found the number `7`",
            "document.unknown_field /profile/misssing unknown field `misssing` in a profile, did you mean `missing`?",
            "document.unknown_field /as_of/knwn unknown field `knwn` in a day with what was known, did you mean `known`?",
            "date.invalid /as_of/on `2026-02-30` is not a calendar date `YYYY-MM-DD`",
            "document.unknown_field /policy/min_obs unknown field `min_obs` in a policy of forecasts, which takes `last_k`, `min_observations`, \
         `theil_sen_latest`, `coverage`, `horizon_days`, `tolerance`",
            "document.wrong_type /policy/coverage expected a number, found the text `much`",
            "number.range /policy/last_k expected a whole number from 2 to 2147483647, found `2.5`",
        ]
    );
}

#[test]
fn arguments_that_are_absent_are_told_all_together() {
    let world = world();
    for verb in VERBS {
        let must: Vec<String> = verb
            .arguments
            .iter()
            .filter(|argument| argument.need == okrkit::call::Need::Must)
            .map(|argument| format!("/{}", argument.name))
            .collect();
        match world.call(verb, "") {
            Ok(_) => assert!(must.is_empty(), "{}", verb.name),
            Err(issues) => {
                let found: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
                assert_eq!(found, must, "{}", verb.name);
                assert!(issues.iter().all(|issue| issue.code == Code::DocumentMissingField), "{}", verb.name);
            }
        }
    }
}

#[test]
fn an_argument_that_may_be_absent_can_be_left_out_of_every_call() {
    let (world, mut n) = (world(), 0);
    for sample in samples(&world) {
        let verb = Verb::named(sample.verb).unwrap();
        for argument in verb.arguments.iter().filter(|argument| argument.need == okrkit::call::Need::May) {
            let mut arguments = sample.arguments.clone();
            if arguments.as_object_mut().unwrap().shift_remove(argument.name).is_some() {
                let answer = world.call(verb, &arguments.to_string());
                // What a KPI is kept within, a metric does not tell.
                let is_refused = (sample.verb, argument.name) == ("demote", "healthy");
                assert_eq!(answer.is_err(), is_refused, "{} {}", sample.verb, argument.name);
                n += 1;
            }
        }
    }
    assert!(n > 20, "{n}");
}

#[test]
fn what_is_no_object_or_no_json_is_told() {
    let world = world();
    assert_eq!(
        refused(&world, "evaluate", "[1]"),
        ["document.wrong_type  expected the arguments of `evaluate`, found a list"]
    );
    assert_eq!(
        refused(&world, "evaluate", "{\"as_of\": "),
        ["document.syntax  the text ends too early, at line 1 column 11"]
    );
    assert_eq!(
        refused(&world, "evaluate", r#"{"as_of": "2026-02-14", "as_of": "2026-02-15"}"#),
        ["document.duplicate_field /as_of field `as_of` is given twice"]
    );
    assert_eq!(
        refused(&world, "required", r#"{"as_of": "2026-02-14", "objective": "grow-revenue", "score": 1e999}"#),
        ["number.range /score the number `1e999` is beyond the finite doubles"]
    );
}

#[test]
fn a_profile_that_is_not_known_is_told_at_its_place() {
    let world = world();
    let found = refused(&world, "compare", r#"{"as_of": "2026-02-14", "profiles": ["default", "vivva"]}"#);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("profile.unknown /profiles/1 `vivva` is not a profile okrkit brings ("),
        "{found:?}"
    );
    assert!(found[0].ends_with("did you mean `viva`?"), "{found:?}");
}

#[test]
fn words_are_told_with_the_nearest_known_one() {
    let found = refused(&world(), "backtest", r#"{"as_of": "2026-02-14", "method": "least_square"}"#);
    assert_eq!(
        found,
        [
            "document.unknown_word /method `least_square` is not a method of forecasting (run_rate, last_k, least_squares, theil_sen), did you mean `least_squares`?"
        ]
    );
}

#[test]
fn a_verb_that_is_not_there_or_works_on_something_else_is_told() {
    let world = world();
    let plans = [&world.plan];
    let told_of = |verb, given| told(&call(verb, given, "{}").expect_err(verb));
    assert_eq!(
        told_of("forcast", Given::Nothing),
        ["document.unknown_word  there is no verb `forcast`, did you mean `forecast`?"]
    );
    assert_eq!(
        told_of("diff", Given::Plans(&plans)),
        ["document.wrong_type  `diff` works on 2 plans (before, after), found a plan"]
    );
    assert_eq!(
        told_of("scorecard.total", Given::Plans(&plans)),
        ["document.wrong_type  `scorecard.total` works on a scorecard, found a plan"]
    );
    assert_eq!(
        told_of("kpis", Given::Scorecard(&world.card))[0],
        "document.wrong_type  `kpis` works on a plan, found a scorecard"
    );
}

#[test]
fn a_group_without_its_name_and_an_aim_of_another_word_are_told() {
    let world = world();
    assert_eq!(
        refused(&world, "explain", r#"{"subject": {"by": "team"}, "figure": "score"}"#),
        ["document.missing_field /subject/of field `of` is missing"]
    );
    let arguments = r#"{"kpi": "discount", "objective": "grow-revenue", "key_result": "k", "as_of": "2026-02-14", "aim": "helthy"}"#;
    assert_eq!(
        refused(&world, "promote", arguments),
        ["document.unknown_word /aim `helthy` is not an aim (healthy), did you mean `healthy`?"]
    );
    assert_eq!(
        refused(&world, "cycle.fiscal_year", r#"{"year": 1, "first_month": 4}"#),
        ["date.invalid /year it begins before the year 1, or ends after the year 9999"]
    );
    assert_eq!(
        refused(&world, "cycle.quarter", r#"{"year": 2026, "quarter": 5}"#),
        ["number.range /quarter expected a whole number from 1 to 4, found `5`"]
    );
}

/// The default of every policy, with a verb that takes it.
fn policies() -> Vec<(&'static str, &'static str, Value)> {
    fn value(policy: impl serde::Serialize) -> Value {
        serde_json::to_value(policy).unwrap()
    }
    vec![
        ("forecast_all", "ForecastPolicy", value(ForecastPolicy::default())),
        ("required", "RequiredPolicy", value(RequiredPolicy::default())),
        ("backtest", "BacktestPolicy", value(BacktestPolicy::default())),
        ("calibration", "CalibrationPolicy", value(CalibrationPolicy::default())),
        ("propose", "ProposalPolicy", value(ProposalPolicy::default())),
        ("carry_forward", "CarryPolicy", value(CarryPolicy::default())),
        ("close", "ReviewPolicy", value(ReviewPolicy::default())),
        ("agenda", "AgendaPolicy", value(AgendaPolicy::default())),
        ("staleness", "StalenessPolicy", value(StalenessPolicy::default())),
        ("redact", "RedactionPolicy", value(RedactionPolicy::default())),
        ("lint", "LintPolicy", value(LintPolicy::default())),
    ]
}

#[test]
fn every_field_of_every_policy_is_read_and_in_the_schema() {
    let (world, schema) = (world(), schema());
    let all = samples(&world);
    for (verb, name, mut policy) in policies() {
        let fields: Vec<String> = policy.as_object().unwrap().keys().cloned().collect();
        // What has no default is absent in JSON.
        policy.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let sample = all.iter().find(|sample| sample.verb == verb).unwrap();
        let takes = validator(&schema, &json!({"$ref": format!("#/$defs/{name}")}));
        assert_eq!(faults(&takes, &policy), [""; 0], "{name}");
        let mut arguments = sample.arguments.clone();
        arguments["policy"] = policy.clone();
        let whole = world.call(Verb::named(verb).unwrap(), &arguments.to_string());
        assert!(whole.is_ok(), "{name}: {:?}", whole.err());
        arguments["policy"] = json!({});
        assert_eq!(
            whole.ok(),
            world.call(Verb::named(verb).unwrap(), &arguments.to_string()).ok(),
            "{name}: the default is no default"
        );
        for field in &fields {
            let wrong = json!({field: [[true]]});
            assert_ne!(faults(&takes, &wrong), [""; 0], "{name}.{field}");
            arguments["policy"] = wrong;
            let found = refused(&world, verb, &arguments.to_string());
            assert!(found[0].contains(&format!(" /policy/{field}")), "{name}.{field}: {found:?}");
        }
        let known = schema["$defs"][name]["properties"].as_object().unwrap().len();
        assert_eq!(known, fields.len(), "{name}");
    }
    let named: Vec<&String> = schema["$defs"]
        .as_object()
        .unwrap()
        .keys()
        .filter(|name| name.len() > 6 && name.ends_with("Policy"))
        .collect();
    assert_eq!(named.len(), policies().len(), "{named:?}");
}

#[test]
fn numbers_of_policies_are_held_to_their_ranges_all_at_once() {
    let world = world();
    let policy = r#"{"coverage": 80, "tolerance": -1, "last_k": 1, "theil_sen_latest": 100000, "horizon_days": 2.5, "min_observations": 4}"#;
    assert_eq!(
        refused(&world, "forecast_all", &format!(r#"{{"as_of": "2026-02-14", "policy": {policy}}}"#)),
        [
            "number.range /policy/coverage expected a number from 0 to 1, found `80`",
            "number.range /policy/tolerance expected a number from 0 to 1, found `-1`",
            "number.range /policy/last_k expected a whole number from 2 to 2147483647, found `1`",
            "number.range /policy/theil_sen_latest expected a whole number from 3 to 1000, found `100000`",
            "number.range /policy/horizon_days expected a whole number from 0 to 3652058, found `2.5`",
        ]
    );
    assert_eq!(
        refused(
            &world,
            "lint",
            r#"{"as_of": "2026-02-14", "policy": {"largest_share": 80, "jump_back": -0.1, "staleness": {"slot_days": -7}}}"#
        ),
        [
            "number.range /policy/largest_share expected a number from 0 to 1, found `80`",
            "number.range /policy/jump_back expected a number of 0 or more, found `-0.1`",
            "number.range /policy/staleness/slot_days expected a number from 0 to 3652058, found `-7`",
        ]
    );
    assert_eq!(
        refused(
            &world,
            "required",
            r#"{"objective": "grow-revenue", "score": 0.9, "as_of": "2026-02-14", "policy": {"same": 1, "near": 0.01}}"#
        ),
        [
            "number.range /policy/same expected a number from 0 to 0.001, found `1`",
            "number.range /policy/near expected a number from 0 to 0.001, found `0.01`",
        ]
    );
    let origins = vec![0.5; 1001];
    for (policy, told) in [
        (
            json!({"origins": [0.5, 50], "latest": 100_000, "forecast": {"coverage": 2}}),
            vec!["/origins/1", "/latest", "/forecast/coverage"],
        ),
        (json!({"origins": origins}), vec!["/origins"]),
    ] {
        let arguments = json!({"as_of": "2026-02-14", "method": "run_rate", "policy": policy});
        let found = refused(&world, "backtest", &arguments.to_string());
        let mut places: Vec<&str> = found.iter().map(|issue| issue.split(' ').nth(1).unwrap()).collect();
        let mut expected: Vec<String> = told.iter().map(|place| format!("/policy{place}")).collect();
        places.sort_unstable();
        expected.sort();
        assert_eq!(places, expected);
    }
}

/// The place of every number of a policy.
fn numbers_of(policy: &Value, at: &str, out: &mut Vec<String>) {
    match policy {
        Value::Number(_) => out.push(at.to_owned()),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| numbers_of(value, &format!("{at}/{name}"), out)),
        Value::Array(values) => values.iter().enumerate().for_each(|(n, value)| numbers_of(value, &format!("{at}/{n}"), out)),
        _ => {}
    }
}

#[test]
fn every_number_of_every_policy_has_a_range_and_the_schema_says_it() {
    let (world, schema) = (world(), schema());
    let all = samples(&world);
    for (verb, name, policy) in policies() {
        let takes = validator(&schema, &json!({"$ref": format!("#/$defs/{name}")}));
        let mut arguments = all.iter().find(|sample| sample.verb == verb).unwrap().arguments.clone();
        let mut places = Vec::new();
        numbers_of(&policy, "", &mut places);
        for place in places {
            // Nothing in a policy is below nothing.
            let mut wrong = policy.clone();
            *wrong.pointer_mut(&place).unwrap() = json!(-1);
            assert_ne!(faults(&takes, &wrong), [""; 0], "{name}{place}");
            // What has no default is absent in JSON.
            wrong.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            arguments["policy"] = wrong;
            let found = refused(&world, verb, &arguments.to_string());
            assert_eq!(found.len(), 1, "{name}{place}: {found:?}");
            assert!(found[0].starts_with(&format!("number.range /policy{place} ")), "{name}{place}: {found:?}");
        }
    }
}
