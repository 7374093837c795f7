//! Laws of plans that keep the text of objectives: nothing tells them from plans of values.

use okrkit::explain::Figure;
use okrkit::{AsOf, CheckIn, Edit, Live, Node, Plan, Profile};
use okrkit_testing::conformance;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategies::spelling::{long, spelt};
use crate::strategies::{Tape, config, garbage, plans, profiles, tapes};
use crate::support;

/// A plan with objectives of metrics among those of all kinds.
fn plan_with_metrics(tape: &mut Tape) -> plans::Case {
    let mut case = plans::case(tape);
    let Some(objectives) = case.plan.0["objectives"].as_array_mut() else {
        panic!("a list")
    };
    for nth in 0..=tape.below(3) {
        let key_results: Vec<Value> = (0..tape.below(4))
            .map(|k| {
                let check_ins: Vec<Value> = (0..tape.below(3))
                    .map(|day| json!({"on": format!("2026-02-{:02}", 3 + 7 * day), "value": tape.number(-3, 12), "note": "“ç”"}))
                    .collect();
                json!({"id": format!("metric {nth} نتيجة {k}"), "title": "K", "weight": 1 + k, "check_ins": check_ins, "ext": {"a": [1e2, "\u{1f600}"]},
                    "measure": {"kind": "metric", "start": 0, "target": 10.5}})
            })
            .collect();
        let objective = json!({"id": format!("metrics/{nth}"), "title": {"en": "M", "ar": "م"}, "cycle": "quarter", "key_results": key_results,
            "tags": {"region": "gulf"}, "owners": [{"who": "amal"}], "ambition": tape.pick(&["committed", "aspirational"])});
        objectives.insert(tape.below(objectives.len() + 1), objective);
    }
    case
}

fn nodes(plan: &Plan) -> Vec<Node> {
    let objectives = (0..plan.n_objectives()).map(Node::Objective);
    objectives.chain((0..plan.n_key_results()).map(Node::KeyResult)).collect()
}

/// Everything that is asked without the values of objectives, and then with them.
fn answers_alike(kept: &Plan, made: &Plan, profile: &Profile, as_of: AsOf) -> Result<(), TestCaseError> {
    prop_assert_eq!(nodes(kept), nodes(made));
    for node in nodes(made) {
        prop_assert_eq!(kept.id_of(node), made.id_of(node));
        prop_assert_eq!(kept.node(made.id_of(node)), Some(node));
    }
    prop_assert_eq!(kept.id_of(Node::Objective(made.n_objectives())), "");
    prop_assert_eq!(kept.id_of(Node::KeyResult(made.n_key_results())), "");

    let scores = |plan| {
        let scores = okrkit::scores(plan, profile, as_of);
        [scores.key_results(), scores.objectives()]
            .map(|columns| [&columns.progress, &columns.score].map(|column| column.iter().map(|figure| figure.to_bits()).collect::<Vec<_>>()))
    };
    prop_assert_eq!(scores(kept), scores(made));
    let (card, expected) = (okrkit::evaluate(kept, profile, as_of), okrkit::evaluate(made, profile, as_of));
    prop_assert_eq!(card.to_json(), expected.to_json());
    for node in nodes(made) {
        let figure = |card| okrkit::explain(card, &okrkit::Subject::from(made.id_of(node)), Figure::Score);
        prop_assert_eq!(figure(&card), figure(&expected));
    }
    prop_assert_eq!(okrkit::write(kept), okrkit::write(made));
    prop_assert_eq!(kept, made);
    prop_assert_eq!(card, expected);
    prop_assert!(okrkit::diff(kept, made).is_empty());
    Ok(())
}

/// A check-in for each key result, some of which take none.
fn edits(plan: &Plan) -> Vec<Edit> {
    let on = support::date("2026-03-01");
    let ids = (0..plan.n_key_results()).map(|at| plan.id_of(Node::KeyResult(at)).to_owned());
    ids.map(|key_result| Edit::CheckIn {
        key_result,
        check_in: CheckIn::of_value(on, 7.25),
    })
    .collect()
}

#[test]
fn the_cases_of_conformance_hold_for_long_texts_too() {
    for (file, text) in conformance::cases() {
        let suite = conformance::Suite::from_text(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for mut case in suite.cases {
            case.plan = long(&case.plan);
            case.check().unwrap_or_else(|why| panic!("{file}, {}: {why}", case.name));
        }
    }
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn a_plan_of_a_long_text_is_one_of_values(mut tape in tapes(2500), profile in profiles::profiles()) {
        let case = plan_with_metrics(&mut tape);
        let profile = profiles::read(&profile);
        let as_of = case.known.as_ref().map_or_else(|| AsOf::from(case.on), |known| AsOf::known_at(case.on, known.parse().unwrap()));
        let text = spelt(&case.plan, &mut tape);
        let long = long(&text);
        let read = || okrkit::read(&long).unwrap_or_else(|issues| panic!("{issues}\n{text}"));
        let made = Plan::from_document(okrkit::read(&text).unwrap().to_document()).unwrap();
        prop_assert_eq!(made.text_kept(), 0);
        answers_alike(&read(), &made, &profile, as_of)?;
        for asked in [AsOf::from(case.on), AsOf::from(case.on.add_days(200).unwrap())] {
            answers_alike(&read(), &made, &profile, asked)?;
        }

        // Edits, of a plan that is shared and of one that is not, before anything else is asked.
        let kept = read();
        let mut live = [Live::new(read(), profile.clone(), as_of), Live::new(made.clone(), profile.clone(), as_of)];
        for (nth, edit) in edits(&made).into_iter().enumerate() {
            let [of_kept, of_made] = live.each_mut().map(|live| live.apply([edit.clone()]));
            prop_assert_eq!(of_kept, of_made);
            let [of_kept, of_made] = [&kept, &made].map(|plan| plan.apply([edit.clone()]));
            if let (Ok(of_kept), Ok(of_made), true) = (&of_kept, &of_made, nth < 2) {
                answers_alike(of_kept, of_made, &profile, as_of)?;
            }
            prop_assert_eq!(of_kept, of_made);
        }
        let [of_kept, of_made] = &live;
        answers_alike(of_kept.plan(), of_made.plan(), &profile, as_of)?;
        prop_assert_eq!(of_kept.card(), of_made.card());
        let [back_to_kept, back_to_made] = live.each_mut().map(|live| live.show(kept.clone()));
        prop_assert_eq!(back_to_kept, back_to_made);
        answers_alike(&kept, &made, &profile, as_of)?;
        let retitled = [&read(), &made].map(|plan| plan.apply([Edit::SetTitle(Some("Anew".into()))]).unwrap());
        answers_alike(&retitled[0], &retitled[1], &profile, as_of)?;
    }

    #[test]
    fn a_long_document_with_mistakes_is_told_of_as_a_short_one_is(mutated in garbage::mutated()) {
        let told = |text: &str| okrkit::read(text).map_err(|issues| (support::told(&issues), issues.more()));
        prop_assert_eq!(told(&long(&mutated.text)), told(&mutated.text));
    }
}
