//! What holds for any plan.

use okrkit::rhythm::{AgendaKind, AgendaPolicy, SlotStatus, StalenessPolicy};
use okrkit::{Profile, agenda, check_in_slots, discipline, owed, staleness};
use proptest::prelude::*;
use serde_json::json;

use crate::strategies::{config, plans};
use crate::support;

proptest! {
    #![proptest_config(config(192))]

    /// Slots run in order without touching, are served each by a check-in of its own that was there, and are counted once.
    #[test]
    fn every_slot_is_served_by_a_check_in_of_its_own(case in plans::cases(), due in 0_usize..6, grace_days in 0_i32..20) {
        let mut plan = case.plan.0.clone();
        let mut due = [
            json!({}),
            json!({"on": "first_weekday"}),
            json!({"on": "last_weekday", "weekend": "friday_saturday"}),
            json!({"on": "day_of_month", "day": 31}),
            json!({"on": "day_of_month", "day": 1}),
            json!({"on": "slot_end"}),
        ][due].clone();
        due["grace_days"] = grace_days.into();
        plan["cycles"][1]["check_in_due"] = due;
        let plan = support::read(&plan);
        let mut counted = 0;
        for (_, key_result) in plan.key_results() {
            let Some(slots) = check_in_slots(&plan, &key_result.id, case.on) else { continue };
            for pair in slots.windows(2) {
                prop_assert!(pair[0].ends < pair[1].starts);
            }
            let served: Vec<_> = slots.iter().filter_map(|slot| slot.served_on).collect();
            prop_assert!(served.is_sorted(), "{served:?}");
            prop_assert!(served.iter().all(|day| *day <= case.on && key_result.check_ins.iter().any(|check_in| check_in.on == *day)));
            for slot in &slots {
                prop_assert!((slot.starts..=slot.ends).contains(&slot.due));
                let in_time = slot.served_on.map(|day| day <= slot.due);
                let expected = match slot.status {
                    SlotStatus::OnTime => Some(true),
                    SlotStatus::Late => Some(false),
                    SlotStatus::Missed | SlotStatus::Pending | SlotStatus::Future => None,
                };
                prop_assert_eq!(in_time, expected);
                prop_assert_eq!(slot.status == SlotStatus::Future, slot.served_on.is_none() && slot.starts > case.on);
            }
            counted += slots.iter().filter(|slot| matches!(slot.status, SlotStatus::OnTime | SlotStatus::Late | SlotStatus::Missed)).count();
        }
        let total = discipline(&plan, case.on).total;
        prop_assert_eq!(total.on_time + total.late + total.missed, counted);
    }

    /// Whatever is owed is stale or owned or nobody's, and agendas are made of any plan.
    #[test]
    fn what_is_owed_is_told_to_somebody(case in plans::cases()) {
        let plan = support::read(&case.plan);
        let found = owed(&plan, case.on);
        let aged = staleness(&plan, case.on, &StalenessPolicy::default());
        for check_in in &found.check_ins {
            let told = check_in.people.iter().all(|person| found.by_person[person].contains(&check_in.key_result));
            prop_assert!(told && (!check_in.people.is_empty() || found.of_nobody.contains(&check_in.key_result)));
            prop_assert!(aged.iter().any(|news| news.key_result == check_in.key_result));
        }
        for kind in AgendaKind::ALL {
            let made = agenda(&plan, &Profile::named("default").unwrap(), case.on, *kind, &AgendaPolicy::default());
            prop_assert!(made.items.is_sorted_by_key(|item| item.section));
            prop_assert!(made.items.iter().all(|item| plan.node(&item.node).is_some()));
        }
    }
}
