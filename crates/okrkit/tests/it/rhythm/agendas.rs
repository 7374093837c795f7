//! Agendas.

use okrkit::rhythm::{Agenda, AgendaKind, AgendaPolicy, AgendaSection};
use okrkit::{agenda, read_bytes};
use serde_json::{Value, json};

use crate::support::{assert_close, date, metric, named, plan_with, read};

fn made(plan: &Value, on: &str, kind: AgendaKind) -> Agenda {
    agenda(&read(plan), &named("default"), date(on), kind, &AgendaPolicy::default())
}

/// Section, subject, node, from and to of each item.
fn told(agenda: &Agenda) -> Vec<Value> {
    let items = agenda.items.iter().map(|item| serde_json::to_value(item).unwrap());
    items
        .map(|item| json!([item["section"], item["what"], item["node"], item["from"], item["to"]]))
        .collect()
}

#[test]
fn a_weekly_agenda_starts_with_wins() {
    // 100 days: 0.45 is expected on 2026-02-15, 0.52 a week later.
    let mut plan = plan_with(json!([
        metric("there", &[("2026-02-10", 8.0), ("2026-02-18", 10.0)]),
        metric("better", &[("2026-02-10", 1.0), ("2026-02-18", 5.0)]),
        metric("worse", &[("2026-02-15", 3.6)]),
        {"id": "steps", "title": "s", "measure": {"kind": "milestones", "steps": [{"id": "a"}, {"id": "b"}, {"id": "c"}]},
         "check_ins": [{"on": "2026-02-10", "steps_done": ["a"]}, {"on": "2026-02-20", "steps_done": ["b"]}]}
    ]));
    plan["objectives"][0]["decisions"] = json!([
        {"what": "later", "due": "2026-03-10"}, {"what": "price", "due": "2026-02-25", "by": "amal"},
        {"what": "done", "due": "2026-02-20", "decided": "2026-02-19"}, {"what": "overdue", "due": "2026-02-10", "decided": "2026-02-23"}]);
    plan["objectives"][0]["key_results"][2]["check_ins"][0]["blocker"] = "customs".into();
    plan["objectives"][0]["key_results"][2]["check_ins"][0]["by"] = "badr".into();
    let found = made(&plan, "2026-02-22", AgendaKind::Weekly);
    assert_eq!(found.since, date("2026-02-15"));
    // 3.6 of 10 is 0.09 behind 0.45, on track; a week later 0.16 behind. One of three steps is 0.12 behind; two are ahead.
    // The objective goes from (0.8 + 0.1 + 0.36 + 0.333)/4 = 0.398 to (1 + 0.5 + 0.36 + 0.667)/4 = 0.632, on track both times.
    assert_eq!(
        told(&found),
        [
            json!(["wins", "reached", "there", 0.8, 1.0]),
            json!(["wins", "status_improved", "better", "at_risk", "on_track"]),
            json!(["wins", "status_improved", "steps", "behind", "on_track"]),
            json!(["wins", "step_done", "steps", null, "b"]),
            json!(["fell_behind", "status_worsened", "worse", "on_track", "behind"]),
            json!(["blockers", "blocker", "worse", null, null]),
            json!(["decisions", "decision_due", "o", null, null]),
            json!(["decisions", "decision_due", "o", null, null]),
        ]
    );
    let texts: Vec<_> = found
        .items
        .iter()
        .filter_map(|item| Some((item.text.as_deref()?, item.people.join(" "))))
        .collect();
    assert_eq!(
        texts,
        [("customs", "badr".to_owned()), ("overdue", String::new()), ("price", "amal".to_owned())]
    );
}

#[test]
fn a_blocker_is_gone_with_the_next_check_in() {
    let mut plan = plan_with(json!([metric("k", &[("2026-02-10", 4.0), ("2026-02-12", 5.0)])]));
    plan["objectives"][0]["key_results"][0]["check_ins"][0]["blocker"] = "customs".into();
    let blockers = |on: &str| made(&plan, on, AgendaKind::Weekly).section(AgendaSection::Blockers).count();
    assert_eq!((blockers("2026-02-11"), blockers("2026-02-12")), (1, 0));
}

#[test]
fn old_news_are_told_once_as_stale_or_as_overdue() {
    let mut plan = plan_with(json!([
        metric("stale", &[("2026-02-01", 4.0)]),
        metric("late", &[("2026-02-10", 5.0)]),
        metric("fresh", &[("2026-02-20", 5.0)])
    ]));
    plan["cycles"][0]["check_in_every"] = "week".into();
    // Weeks begin on Thursdays, the 1st of January: they are due on Wednesdays, such as 2026-02-11 and the 18th.
    let found = made(&plan, "2026-02-20", AgendaKind::Weekly);
    let stale: Vec<Value> = told(&found).into_iter().filter(|item| item[0] == "stale").collect();
    assert_eq!(
        stale,
        [
            json!(["stale", "news_stale", "stale", "2026-02-01", 19.0]),
            json!(["stale", "check_in_overdue", "late", "2026-02-18", 2.0]),
        ]
    );
}

#[test]
fn a_monthly_agenda_tells_where_it_is_going() {
    let mut plan = plan_with(json!([
        metric("slow", &[("2026-02-01", 4.0), ("2026-02-28", 5.0)]),
        metric("fast", &[("2026-02-01", 2.0), ("2026-02-28", 6.0)]),
        metric("risky", &[("2026-02-01", 1.0)])
    ]));
    for (at, confidence) in [(0, 0.5), (1, 0.75)] {
        plan["objectives"][0]["key_results"][0]["check_ins"][at]["confidence"] = confidence.into();
        plan["objectives"][0]["key_results"][1]["check_ins"][at]["confidence"] = (1.2 - confidence).into();
    }
    plan["cycles"][0]["ends"] = "2026-03-31".into();
    let found = made(&plan, "2026-03-01", AgendaKind::Monthly);
    assert_eq!(found.since, date("2026-02-01"));
    let items = told(&found);
    assert_eq!(items[0][1], "progress");
    // (4 + 2 + 1)/30 then, (5 + 6 + 1)/30 now; 59 of 89 days have gone.
    assert_close(items[0][3].as_f64().unwrap(), 7.0 / 30.0);
    assert_close(items[0][4].as_f64().unwrap(), 0.4);
    assert_close(found.items[0].expected.unwrap(), 59.0 / 89.0);
    assert_eq!(items[1], json!(["confidence", "confidence_rose", "slow", 0.5, 0.75]));
    assert_eq!(items[2][1], "confidence_fell");
    assert_eq!(items[2][2], "fast");
    // `slow` gained 0.1 in 28 days and has 30 left; `fast` gained 0.4 and gets there.
    assert_eq!((&items[3][1], &items[3][2]), (&json!("run_rate_low"), &json!("slow")));
    assert_close(items[3][3].as_f64().unwrap(), 0.5 + 0.1 / 28.0 * 30.0);
    assert_eq!(items[3][4], 0.7);
    assert_eq!(items[4], json!(["at_risk", "status_at_risk", "risky", 0.1, 0.7]));
    assert_eq!(items.len(), 5);
}

#[test]
fn alignment_findings_stand_at_their_nodes() {
    let mut plan = plan_with(json!([metric("k", &[])]));
    plan["teams"] = json!([{"id": "top", "title": "T"}, {"id": "low", "title": "L", "parent": "top"}]);
    plan["objectives"][0]["team"] = "low".into();
    let found = made(&plan, "2026-03-01", AgendaKind::Monthly);
    let orphan = found.section(AgendaSection::Alignment).next().unwrap();
    assert_eq!(
        (orphan.node.as_str(), orphan.text.as_deref()),
        ("o", Some("`o` of team `low` is linked to nothing above"))
    );
}

#[test]
fn policies_are_data_and_refuse_what_they_do_not_know() {
    let policy: AgendaPolicy = serde_json::from_str(r#"{"weekly_days": 14, "staleness": {"slot_days": 3}}"#).unwrap();
    assert_eq!((policy.weekly_days, policy.monthly_days, policy.staleness.slot_days), (14.0, 28.0, 3.0));
    assert!(serde_json::from_str::<AgendaPolicy>(r#"{"weekly": 14}"#).is_err());
    // Numbers that no document can hold make no panic.
    let plan = read_bytes(plan_with(json!([metric("k", &[])])).to_string().as_bytes()).unwrap();
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
        let mut policy = AgendaPolicy::default();
        (policy.weekly_days, policy.decision_days) = (odd, odd);
        assert!(agenda(&plan, &named("default"), date("2026-02-01"), AgendaKind::Weekly, &policy).items.len() < 3);
    }
}
