//! Laws of explanations: they come to the very figures of the scorecard, and every step of them says something.

use okrkit::explain::{Say, Step, StepValue};
use okrkit::{AsOf, Explanation, Figure, Group, Language, NodeScore, Plan, Profile, Scorecard, Subject};
use proptest::prelude::*;

use crate::strategies::{config, plans, profiles};
use crate::support;

fn all_steps<'s>(step: &'s Step, found: &mut Vec<&'s Step>) {
    found.push(step);
    for inner in &step.steps {
        all_steps(inner, found);
    }
}

/// What a line says beside the formula and the field of the profile that it cites.
fn said(line: &str) -> &str {
    line.rsplit_once(" (").map_or(line, |(said, _)| said).trim()
}

fn input(step: &Step, name: &str) -> Option<f64> {
    let found = step.inputs.iter().find(|input| input.name == name)?;
    found.value.number()
}

fn is_close(found: f64, told: f64) -> Result<(), TestCaseError> {
    prop_assert!((found - told).abs() <= 1e-9, "{found} is told as {told}");
    Ok(())
}

/// What a share is said to follow from comes to the share, and what was counted for a threshold to its two numbers.
fn shares_add_up(step: &Step) -> Result<(), TestCaseError> {
    match step.say {
        Say::Member => {
            let weight = input(step, "weight").or(input(step, "link_weight"));
            let told = match (input(step, "fixed"), weight, input(step, "weights")) {
                (Some(fixed), None, None) => fixed / input(step, "fixed_sum").unwrap_or(1.0),
                (None, Some(weight), Some(weights)) => weight / weights * input(step, "left").unwrap_or(1.0),
                _ => return Err(TestCaseError::fail(format!("a share of {:?}", step.inputs))),
            };
            is_close(input(step, "share").unwrap(), told)
        }
        Say::DividedWeight => {
            let weight = input(step, "weight").unwrap();
            is_close(step.value.number().unwrap(), weight * weight / input(step, "weights").unwrap())
        }
        Say::ThresholdShare => {
            let (mut met, mut counted) = (0.0, 0.0);
            for below in &step.steps {
                let value = below.value.number().unwrap_or_default();
                let is_met = below.inputs.iter().any(|input| input.value == StepValue::Word("within_bounds"));
                let (found, of) = match below.say {
                    Say::Judged | Say::Slot => (f64::from(is_met), 1.0),
                    Say::Batch => (value, input(below, "of").unwrap()),
                    Say::SlotGap => (0.0, value),
                    _ => (0.0, 0.0),
                };
                (met, counted) = (met + found, counted + of);
            }
            is_close(met, input(step, "met").unwrap())?;
            is_close(counted, input(step, "counted").unwrap())
        }
        _ => Ok(()),
    }
}

fn says_something(explanation: &Explanation) -> Result<(), TestCaseError> {
    let mut steps = Vec::new();
    all_steps(&explanation.step, &mut steps);
    for language in [Language::English, Language::Arabic] {
        let text = explanation.to_text(language);
        prop_assert_eq!(text.lines().count(), steps.len(), "a line for each step: {}", text);
        let arabic = text.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c));
        prop_assert!(arabic || language == Language::English, "there is no Arabic in {}", text);
        for (line, step) in text.lines().zip(&steps) {
            prop_assert!(said(line).chars().any(char::is_alphanumeric), "{:?} says nothing: {:?}", step.say, line);
            prop_assert!(!line.contains(['{', '}']), "a gap is left open: {line}");
        }
    }
    for step in steps {
        shares_add_up(step)?;
        let inputs = step.inputs.iter().map(|input| &input.value);
        let numbers: Vec<f64> = inputs.chain([&step.value]).filter_map(StepValue::number).collect();
        prop_assert!(numbers.iter().all(|number| number.is_finite()), "{:?} has {:?}", step.say, numbers);
    }
    // As data it has the same root.
    let data = serde_json::to_value(explanation).unwrap();
    prop_assert_eq!(data["step"]["value"].as_f64().map(f64::to_bits), explanation.value().number().map(f64::to_bits));
    Ok(())
}

/// Asserts that a figure is explained, bit for bit.
fn comes_to(card: &Scorecard, subject: &Subject, figure: Figure, number: Option<f64>) -> Result<(), TestCaseError> {
    let Some(explanation) = okrkit::explain(card, subject, figure) else {
        return Err(TestCaseError::fail(format!("{figure} of {subject:?} has no explanation")));
    };
    prop_assert_eq!(
        explanation.value().number().map(f64::to_bits),
        number.map(f64::to_bits),
        "{} of {:?} in {} is {:?}: {}",
        figure,
        subject,
        card.profile().id,
        number,
        explanation.to_text(Language::English)
    );
    says_something(&explanation)
}

fn node_comes_to(card: &Scorecard, id: &str, node: &NodeScore) -> Result<(), TestCaseError> {
    let subject = Subject::from(id);
    comes_to(card, &subject, Figure::Progress, node.progress.value())?;
    comes_to(card, &subject, Figure::Score, node.score)?;
    comes_to(card, &subject, Figure::Grade, node.grade)?;
    comes_to(card, &subject, Figure::Expected, Some(node.expected))?;
    let status = okrkit::explain(card, &subject, Figure::Status).unwrap();
    prop_assert_eq!(status.value(), &StepValue::Word(node.status.as_str()));
    says_something(&status)
}

fn card_is_explained(plan: &Plan, profile: &Profile, as_of: AsOf) -> Result<(), TestCaseError> {
    let card = okrkit::evaluate(plan, profile, as_of);
    for (objective, score) in card.objectives() {
        node_comes_to(&card, &objective.id, &score)?;
    }
    for (key_result, score) in card.key_results() {
        node_comes_to(&card, &key_result.id, &score)?;
    }
    let named = card.group_bys().into_iter().flat_map(|by| {
        let groups = card.group_by(&by);
        groups.into_iter().map(move |(name, score)| (Group::Of(by.clone(), name), score))
    });
    for (group, score) in named.chain([(Group::Total, card.total())]) {
        let subject = Subject::Group(group);
        comes_to(&card, &subject, Figure::Progress, score.progress)?;
        comes_to(&card, &subject, Figure::Score, score.score)?;
        comes_to(&card, &subject, Figure::Grade, score.grade)?;
        comes_to(&card, &subject, Figure::Expected, score.expected)?;
        comes_to(&card, &subject, Figure::Status, score.net_confidence)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(25))]

    #[test]
    fn every_figure_is_explained_bit_for_bit_in_every_profile(case in plans::cases(), own in profiles::profiles()) {
        let plan = support::read(&case.plan);
        let as_of = AsOf { on: case.on, known: case.known.as_ref().map(|known| known.parse().unwrap()) };
        for profile in Profile::names().map(|name| Profile::named(name).unwrap()).chain([profiles::read(&own)]) {
            card_is_explained(&plan, &profile, as_of)?;
        }
    }
}

#[test]
fn the_figures_of_the_published_cases_are_explained_bit_for_bit() {
    let mut n = 0;
    for (file, text) in okrkit_testing::conformance::cases() {
        let suite = okrkit_testing::conformance::Suite::from_text(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for case in suite.cases {
            let Ok(plan) = okrkit::read(&case.plan) else { continue };
            let day = plan.cycles().first().map_or(okrkit::Date::MIN, |cycle| cycle.starts.add_days(45).unwrap());
            for profile in ["default", plan.profile(), "notion", "workfront"] {
                card_is_explained(&plan, &support::named(profile), day.into()).unwrap_or_else(|error| panic!("{file}: {}: {error}", case.name));
                n += 1;
            }
        }
    }
    assert!(n > 300, "{n}");
}
