//! Laws of time: what is known when.

use okrkit::{AsOf, CheckIn, Date, Edit};
use proptest::prelude::*;
use serde_json::Value;

use crate::strategies::{config, plans, profiles};
use crate::support;

/// The first day on which anything was checked in.
fn first_check_in(plan: &okrkit::Plan) -> Option<Date> {
    plan.key_results()
        .flat_map(|(_, key_result)| &key_result.check_ins)
        .map(|check_in| check_in.on)
        .min()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_same_input_gives_the_same_bits(case in plans::cases(), profile in profiles::profiles()) {
        let (plan, again) = (support::read(&case.plan), support::read(&case.plan));
        let profile = profiles::read(&profile);
        let as_of = case.known.as_ref().map_or_else(|| AsOf::from(case.on), |known| AsOf::known_at(case.on, known.parse().unwrap()));
        let card = okrkit::evaluate(&plan, &profile, as_of);
        prop_assert_eq!(&card, &okrkit::evaluate(&plan, &profile, as_of));
        prop_assert_eq!(card.to_json(), okrkit::evaluate(&again, &profile, as_of).to_json());
    }

    #[test]
    fn a_day_before_any_check_in_sees_none(case in plans::cases()) {
        let plan = support::read(&case.plan);
        let before = first_check_in(&plan).and_then(|first| first.add_days(-1)).unwrap_or(case.on);
        let card = okrkit::evaluate(&plan, &support::named("default"), before);
        for (key_result, score) in card.key_results() {
            prop_assert_eq!(score.days_since_check_in, None);
            prop_assert_eq!(score.confidence, None);
            prop_assert_eq!(score.owner_status, None);
            if key_result.measure.kind() != okrkit::MeasureKind::Children {
                prop_assert_eq!(&score.reading, &None);
                prop_assert_eq!(score.progress.value(), None);
            }
        }
        for (_, score) in card.objectives() {
            prop_assert_eq!(score.confidence, None);
            prop_assert_eq!(score.days_since_check_in, None);
        }
    }

    #[test]
    fn a_later_check_in_never_changes_an_earlier_day(case in plans::cases(), profile in profiles::profiles(), (at, days, replaces) in (any::<usize>(), prop_oneof![1..8, 8..200], any::<bool>())) {
        let plan = support::read(&case.plan);
        let ids: Vec<&str> = plan.key_results().map(|(_, key_result)| key_result.id.as_str()).collect();
        prop_assume!(!ids.is_empty());
        let key_result = plan.key_result(ids[at % ids.len()]).unwrap();
        // What was checked in before fits again, and a confidence fits every measure; a correction takes away what stood there,
        // from its own day on.
        let before = key_result.check_ins.iter().find(|earlier| !earlier.void).cloned();
        let mut check_in = before.unwrap_or_default();
        check_in.on = case.on.add_days(days).unwrap();
        (check_in.id, check_in.recorded) = (None, None);
        check_in.confidence = Some(0.5);
        check_in.note = Some("later".to_owned());
        check_in.replaces = key_result.check_ins.iter().find_map(|earlier| earlier.id.clone()).filter(|_| replaces);
        let after = plan.apply([Edit::CheckIn { key_result: key_result.id.clone(), check_in }]).unwrap();
        let profile = profiles::read(&profile);
        let (old, new) = (okrkit::evaluate(&plan, &profile, case.on), okrkit::evaluate(&after, &profile, case.on));
        prop_assert_eq!(old.to_json(), new.to_json());
    }

    #[test]
    fn a_check_in_recorded_later_does_not_change_what_was_known(case in plans::cases(), profile in profiles::profiles(), at in any::<usize>()) {
        let known: okrkit::Instant = case.known.as_deref().unwrap_or("2026-02-20T09:00:00Z").parse().unwrap();
        let plan = support::read(&case.plan);
        let ids: Vec<&str> = plan.key_results().map(|(_, key_result)| key_result.id.as_str()).collect();
        prop_assume!(!ids.is_empty());
        let mut check_in = CheckIn::new(case.on);
        check_in.confidence = Some(0.5);
        check_in.recorded = Some("2030-01-01T00:00:00Z".parse().unwrap());
        let after = plan.apply([Edit::CheckIn { key_result: ids[at % ids.len()].to_owned(), check_in }]).unwrap();
        let (profile, as_of) = (profiles::read(&profile), AsOf::known_at(case.on, known));
        prop_assert_eq!(okrkit::evaluate(&plan, &profile, as_of).to_json(), okrkit::evaluate(&after, &profile, as_of).to_json());
    }

    #[test]
    fn everything_known_is_the_same_as_nothing_said_of_knowing(case in plans::cases(), profile in profiles::profiles()) {
        let plan = support::read(&case.plan);
        let profile = profiles::read(&profile);
        let long_after = AsOf::known_at(case.on, "9999-12-31T23:59:59Z".parse().unwrap());
        let (plain, known) = (support::card(&plan, &profile, case.on), support::card(&plan, &profile, long_after));
        for part in ["objectives", "key_results", "groups", "total", "findings"] {
            prop_assert_eq!(&plain[part], &known[part]);
        }
        prop_assert_ne!(&plain["as_of"], &Value::Null);
    }
}
