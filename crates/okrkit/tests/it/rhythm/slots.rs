//! Slots, what is owed, discipline, staleness.

use okrkit::rhythm::{Freshness, SlotStatus, StalenessPolicy};
use okrkit::{check_in_slots, discipline, owed, staleness};
use serde_json::{Value, json};

use crate::support::{assert_close, date, metric, read};

/// Four weeks from Monday 2026-01-05 to Sunday 2026-02-01, checked in weekly, of a team within a team.
fn four_weeks(key_results: Value) -> Value {
    json!({"okrkit": 1, "id": "p",
        "cycles": [{"id": "c", "starts": "2026-01-05", "ends": "2026-02-01", "check_in_every": "week"}],
        "teams": [{"id": "top", "title": "Top"}, {"id": "low", "title": "Low", "parent": "top"}],
        "objectives": [{"id": "o", "title": "O", "cycle": "c", "team": "low", "owners": [{"who": "amal"}], "key_results": key_results}]})
}

fn one_week(check_ins: &[&str]) -> Value {
    let check_ins: Vec<_> = check_ins.iter().map(|on| (*on, 1.0)).collect();
    four_weeks(json!([metric("k", &check_ins)]))
}

/// The slots of `k`, one word each: its due day and how it stands.
#[track_caller]
fn assert_slots(plan: &Value, on: &str, expected: &[&str]) {
    let slots = check_in_slots(&read(plan), "k", date(on)).expect("slots");
    let found: Vec<String> = slots.iter().map(|slot| format!("{} {}", &slot.due.to_string()[5..], slot.status)).collect();
    assert_eq!(found, expected, "{plan}");
}

#[test]
fn a_slot_is_served_by_a_check_in_up_to_its_due_day_and_by_no_later_one() {
    let plan = one_week(&["2026-01-11", "2026-01-19"]);
    // The 11th is the last day of the first week. The 19th lies in the third, so the second has none.
    assert_slots(&plan, "2026-01-20", &["01-11 on_time", "01-18 missed", "01-25 on_time", "02-01 future"]);
}

#[test]
fn within_the_grace_a_check_in_counts_for_the_slot_before_and_for_it_alone() {
    let mut plan = one_week(&["2026-01-07", "2026-01-19"]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 2});
    assert_slots(&plan, "2026-01-20", &["01-11 on_time", "01-18 late", "01-25 pending", "02-01 future"]);
    // A day too late for the grace it is early for the next.
    let mut plan = one_week(&["2026-01-07", "2026-01-21"]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 2});
    assert_slots(&plan, "2026-01-21", &["01-11 on_time", "01-18 missed", "01-25 on_time", "02-01 future"]);
    // While the grace runs it can still come.
    let mut plan = one_week(&["2026-01-07"]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 2});
    assert_slots(&plan, "2026-01-20", &["01-11 on_time", "01-18 pending", "01-25 pending", "02-01 future"]);
    assert_slots(&plan, "2026-01-21", &["01-11 on_time", "01-18 missed", "01-25 pending", "02-01 future"]);
}

#[test]
fn a_slot_that_was_served_in_time_leaves_the_next_check_in_to_the_next_slot() {
    let mut plan = one_week(&["2026-01-11", "2026-01-12"]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 7});
    assert_slots(&plan, "2026-01-13", &["01-11 on_time", "01-18 on_time", "01-25 future", "02-01 future"]);
}

#[test]
fn grace_beyond_the_end_of_the_cycle_still_holds() {
    let mut plan = one_week(&["2026-01-06", "2026-01-13", "2026-01-20", "2026-02-03"]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 2});
    assert_slots(&plan, "2026-02-10", &["01-11 on_time", "01-18 on_time", "01-25 on_time", "02-01 late"]);
}

#[test]
fn the_cadence_is_that_of_the_key_result_else_of_the_nearest_team_else_of_the_cycle() {
    let mut plan = one_week(&[]);
    assert_eq!(check_in_slots(&read(&plan), "k", date("2026-01-06")).unwrap().len(), 4);
    plan["teams"][0]["check_in_every"] = "two_weeks".into();
    assert_eq!(check_in_slots(&read(&plan), "k", date("2026-01-06")).unwrap().len(), 2);
    plan["teams"][1]["check_in_every"] = "month".into();
    assert_eq!(check_in_slots(&read(&plan), "k", date("2026-01-06")).unwrap().len(), 1);
    plan["objectives"][0]["key_results"][0]["check_in_every"] = "day".into();
    assert_eq!(check_in_slots(&read(&plan), "k", date("2026-01-06")).unwrap().len(), 28);
    // The due day is looked for apart from the cadence.
    plan["teams"][0]["check_in_due"] = json!({"on": "first_weekday"});
    assert_eq!(
        check_in_slots(&read(&plan), "k", date("2026-01-06")).unwrap().len(),
        20,
        "nobody checks in on a weekend"
    );
}

#[test]
fn due_days_keep_to_weekdays_and_to_the_days_that_a_month_has() {
    let mut plan = one_week(&[]);
    let due = |plan: &mut Value, due: Value| plan["cycles"][0]["check_in_due"] = due;
    due(&mut plan, json!({"on": "last_weekday"}));
    assert_slots(&plan, "2025-12-01", &["01-09 future", "01-16 future", "01-23 future", "01-30 future"]);
    due(&mut plan, json!({"on": "last_weekday", "weekend": "friday_saturday"}));
    assert_slots(&plan, "2025-12-01", &["01-11 future", "01-18 future", "01-25 future", "02-01 future"]);
    due(&mut plan, json!({"on": "first_weekday"}));
    assert_slots(&plan, "2025-12-01", &["01-05 future", "01-12 future", "01-19 future", "01-26 future"]);
    // Of four weeks only one has a 15th.
    due(&mut plan, json!({"on": "day_of_month", "day": 15}));
    assert_slots(&plan, "2025-12-01", &["01-15 future"]);
    plan["cycles"][0] = json!({"id": "c", "starts": "2026-01-01", "ends": "2026-04-30", "check_in_every": "month"});
    due(&mut plan, json!({"on": "day_of_month", "day": 31}));
    assert_slots(&plan, "2025-12-01", &["01-31 future", "02-28 future", "03-31 future", "04-30 future"]);
    // Months from the 31st are clipped; the last is a stub.
    plan["cycles"][0] = json!({"id": "c", "starts": "2026-01-31", "ends": "2026-04-10", "check_in_every": "month"});
    assert_slots(&plan, "2025-12-01", &["02-27 future", "03-30 future", "04-10 future"]);
}

#[test]
fn nothing_is_owed_outside_the_period_nor_after_a_close_nor_while_drafted() {
    let mut plan = one_week(&[]);
    plan["objectives"][0]["key_results"][0]["starts"] = "2026-01-12".into();
    plan["objectives"][0]["key_results"][0]["ends"] = "2026-01-31".into();
    assert_slots(&plan, "2026-02-10", &["01-18 missed", "01-25 missed"]);
    let mut plan = one_week(&[]);
    plan["objectives"][0]["stages"] = json!([{"on": "2026-01-05", "stage": "active"}, {"on": "2026-01-18", "stage": "closed"}]);
    assert_slots(&plan, "2026-02-10", &["01-11 missed", "01-18 missed"]);
    assert_slots(&plan, "2026-01-17", &["01-11 missed", "01-18 pending", "01-25 future", "02-01 future"]);
    let mut plan = one_week(&[]);
    plan["objectives"][0]["key_results"][0]["stages"] = json!([
        {"on": "2026-01-12", "stage": "active"}, {"on": "2026-01-17", "stage": "dropped"}, {"on": "2026-01-26", "stage": "active"}]);
    assert_slots(&plan, "2026-02-10", &["02-01 missed"]);
}

#[test]
fn what_others_contribute_and_what_has_no_cadence_has_no_slots() {
    let plan = read(&four_weeks(json!([{"id": "k", "title": "k", "measure": {"kind": "children"}}])));
    assert_eq!(check_in_slots(&plan, "k", date("2026-01-06")), None);
    assert_eq!(check_in_slots(&plan, "o", date("2026-01-06")), None);
    let mut plan = one_week(&[]);
    plan["cycles"][0].as_object_mut().unwrap().remove("check_in_every");
    assert_eq!(check_in_slots(&read(&plan), "k", date("2026-01-06")), None);
}

#[test]
fn a_withdrawn_check_in_serves_nothing() {
    let mut plan = one_week(&["2026-01-07"]);
    plan["objectives"][0]["key_results"][0]["check_ins"] =
        json!([{"on": "2026-01-07", "value": 1, "id": "a"}, {"on": "2026-01-14", "replaces": "a", "void": true}]);
    assert_slots(&plan, "2026-01-12", &["01-11 on_time", "01-18 pending", "01-25 future", "02-01 future"]);
    assert_slots(&plan, "2026-01-15", &["01-11 missed", "01-18 pending", "01-25 future", "02-01 future"]);
}

#[test]
fn owed_is_what_the_latest_slots_in_a_row_lack() {
    let plan = four_weeks(json!([
        metric("behind", &[("2026-01-07", 1.0)]),
        metric("early", &[("2026-01-19", 1.0)]),
        {"id": "badr's", "title": "b", "measure": {"kind": "done"}, "owners": [{"who": "badr"}], "check_ins": [{"on": "2026-01-16"}]}
    ]));
    let found = owed(&read(&plan), date("2026-01-20"));
    // Due since the 18th, for two slots; the one who checked in this week owes nothing, though a week was missed before.
    assert_eq!(
        serde_json::to_value(&found.check_ins).unwrap(),
        json!([
            {"key_result": "behind", "objective": "o", "team": "low", "people": ["amal"], "since": "2026-01-18", "days_overdue": 2,
             "n_slots": 2, "last_served_on": "2026-01-07"},
            {"key_result": "badr's", "objective": "o", "team": "low", "people": ["badr"], "since": "2026-01-25", "days_overdue": 0,
             "n_slots": 1, "last_served_on": "2026-01-16"}
        ])
    );
    assert_eq!(
        serde_json::to_value((&found.by_person, &found.by_team, &found.of_nobody)).unwrap(),
        json!([{"amal": ["behind"], "badr": ["badr's"]}, {"low": ["behind", "badr's"]}, []])
    );
    assert!(owed(&read(&plan), date("2026-02-02")).check_ins.is_empty(), "the cycle is over");
}

#[test]
fn who_missed_a_day_and_checked_in_since_owes_nothing() {
    let mut plan = one_week(&["2026-01-05", "2026-01-13"]);
    plan["cycles"][0]["check_in_due"] = json!({"on": "first_weekday"});
    // Due on Monday the 12th; Tuesday's serves Monday the 19th ahead.
    assert_slots(&plan, "2026-01-14", &["01-05 on_time", "01-12 missed", "01-19 on_time", "01-26 future"]);
    assert!(owed(&read(&plan), date("2026-01-14")).check_ins.is_empty());
    let found = discipline(&read(&plan), date("2026-01-14")).total;
    assert_eq!((found.on_time, found.missed), (2, 1));
}

#[test]
fn discipline_is_the_share_that_came_in_time() {
    let mut plan = four_weeks(json!([
        metric("k", &[("2026-01-07", 1.0), ("2026-01-19", 2.0), ("2026-01-22", 3.0)]),
        metric("l", &[])
    ]));
    plan["objectives"][0]["key_results"][1]["owners"] = json!([{"who": "badr"}, {"who": "amal"}]);
    plan["cycles"][0]["check_in_due"] = json!({"grace_days": 1});
    let found = discipline(&read(&plan), date("2026-02-10"));
    // k: on time, late, on time, missed; l: missed four times.
    assert_eq!(
        serde_json::to_value(&found.by_key_result["k"]).unwrap(),
        json!({"on_time": 2, "late": 1, "missed": 1, "rate": 0.5})
    );
    assert_close(found.by_person["amal"].rate.unwrap(), 2.0 / 8.0);
    assert_close(found.by_person["badr"].rate.unwrap(), 0.0);
    assert_close(found.by_team["low"].rate.unwrap(), 0.25);
    assert_eq!(found.total, found.by_team["low"]);
    let early = discipline(&read(&plan), date("2026-01-06"));
    assert_eq!(early.total.rate, None, "nothing has come to an end yet");
}

#[test]
fn news_age_by_the_length_of_a_slot() {
    let mut plan = four_weeks(json!([metric("k", &[("2026-01-07", 1.0)]), metric("never", &[])]));
    let age = |plan: &Value, on: &str| -> Vec<(i32, Freshness)> {
        let found = staleness(&read(plan), date(on), &StalenessPolicy::default());
        found.iter().map(|news| (news.days, news.freshness)).collect()
    };
    assert_eq!(age(&plan, "2026-01-14"), [(7, Freshness::Fresh), (9, Freshness::Ageing)]);
    assert_eq!(age(&plan, "2026-01-15"), [(8, Freshness::Ageing), (10, Freshness::Ageing)]);
    assert_eq!(age(&plan, "2026-01-22"), [(15, Freshness::Stale), (17, Freshness::Stale)]);
    assert_eq!(age(&plan, "2026-02-02"), [], "what is over cannot grow stale");
    // Without a cadence by the days of the policy: 15 > 14, and not yet 28.
    plan["cycles"][0].as_object_mut().unwrap().remove("check_in_every");
    assert_eq!(age(&plan, "2026-01-22"), [(15, Freshness::Ageing), (17, Freshness::Ageing)]);
}

#[test]
fn a_slot_that_runs_has_its_word() {
    let plan = one_week(&[]);
    let slots = check_in_slots(&read(&plan), "k", date("2026-01-05")).unwrap();
    assert_eq!((slots[0].status, slots[1].status), (SlotStatus::Pending, SlotStatus::Future));
}

/// A team below a team, twenty thousand deep, with an objective each: every team is asked once, and the one at the bottom has the
/// cadence of the one at the top.
#[test]
fn a_very_deep_tree_of_teams_hands_its_cadence_down() {
    let n = 20_000;
    let mut plan = four_weeks(json!([]));
    plan["cycles"][0].as_object_mut().unwrap().remove("check_in_every");
    plan["teams"] = (0..n)
        .map(|at| {
            if at == 0 {
                json!({"id": "0", "title": "t", "check_in_every": "week"})
            } else {
                json!({"id": at.to_string(), "title": "t", "parent": (at - 1).to_string()})
            }
        })
        .collect();
    plan["objectives"] = (0..n)
        .rev()
        .map(|at| json!({"id": format!("o{at}"), "title": "o", "cycle": "c", "team": at.to_string(), "key_results": [metric(&format!("k{at}"), &[])]}))
        .collect();
    let plan = read(&plan);
    assert_eq!(discipline(&plan, date("2026-01-20")).total.missed, 2 * n);
    assert_eq!(owed(&plan, date("2026-01-20")).by_team.len(), n);
}

#[test]
fn of_a_cycle_without_end_the_slots_around_the_day_are_looked_at() {
    let mut plan = one_week(&["2026-01-07"]);
    plan["cycles"][0]["starts"] = "0001-01-01".into();
    plan["cycles"][0]["ends"] = "9999-12-31".into();
    plan["cycles"][0]["check_in_every"] = "day".into();
    let plan = read(&plan);
    let slots = check_in_slots(&plan, "k", date("2026-01-09")).expect("slots");
    assert_eq!(slots.len(), 20_001);
    let middle: Vec<_> = slots[9_998..=10_000].iter().map(|slot| (slot.due, slot.status)).collect();
    assert_eq!(
        middle,
        [
            (date("2026-01-07"), SlotStatus::OnTime),
            (date("2026-01-08"), SlotStatus::Missed),
            (date("2026-01-09"), SlotStatus::Pending)
        ]
    );
    assert_eq!(discipline(&plan, date("2026-01-09")).total.missed, 9_999);
}
