//! What stands beside objectives and key results: KPIs, who sees what, decisions, lint settings.

use okrkit::Date;
use serde_json::{Value, json};

use super::{Tape, day, set};

/// Adds it to a plan, whose cycle starts on a day.
pub(crate) fn add(tape: &mut Tape, plan: &mut Value, starts: Date) {
    if tape.chance(50) {
        let kpis: Vec<Value> = (0..=tape.below(2)).map(|n| kpi(tape, n, starts)).collect();
        plan["kpis"] = kpis.into();
    }
    let n_kpis = plan["kpis"].as_array().map_or(0, Vec::len);
    for objective in plan["objectives"].as_array_mut().unwrap() {
        set(objective, "visibility", tape.maybe(40, |tape| tape.pick(&["team", "private"])));
        let guardrails: Vec<String> = (0..n_kpis).filter(|_| tape.chance(40)).map(|n| format!("kpi {n}")).collect();
        set(objective, "guardrails", Some(guardrails).filter(|guardrails| !guardrails.is_empty()));
        set(objective, "decisions", tape.maybe(10, |tape| decisions(tape, starts)));
        set(objective, "continued_from", tape.maybe(10, |_| "o0"));
        for key_result in objective.get_mut("key_results").and_then(Value::as_array_mut).into_iter().flatten() {
            let kpi = (n_kpis > 0 && tape.chance(20)).then(|| format!("kpi {}", tape.below(n_kpis)));
            set(key_result, "kpi", kpi);
            set(key_result, "check_in_every", tape.maybe(10, |_| "week"));
        }
    }
    let lint = json!({"levels": {"wording.long_title": "off"},
            "ignore": [{"rule": "rhythm.stale", "node": "o0", "reason": "known"}, {"rule": "wording.vague", "reason": "known too"}]});
    set(plan, "lint", tape.maybe(15, |_| lint));
}

fn kpi(tape: &mut Tape, n: usize, starts: Date) -> Value {
    let healthy = tape.pick(&[json!({"at_most": 3}), json!({"above": 0, "below": 4.5}), json!({"at_least": 2})]);
    let mut kpi = json!({"id": format!("kpi {n}"), "title": format!("KPI {n}"), "healthy": healthy});
    let readings: Vec<Value> = (0..tape.below(5))
        .map(|_| {
            let on = day(starts, tape.between(-20, 100));
            let mut reading = json!({"on": on.to_string(), "value": tape.pick(&[1.0, 3.0, 5.0, 2.5])});
            set(&mut reading, "note", tape.maybe(20, |_| "counted twice"));
            set(&mut reading, "recorded", tape.maybe(20, |tape| super::plans::instant(tape, on)));
            reading
        })
        .collect();
    set(&mut kpi, "readings", Some(readings).filter(|readings| !readings.is_empty()));
    kpi
}

fn decisions(tape: &mut Tape, starts: Date) -> Value {
    let mut decision = json!({"what": "go on?", "due": day(starts, tape.between(0, 80)).to_string()});
    set(&mut decision, "by", tape.maybe(50, |_| "badr"));
    json!([decision])
}
