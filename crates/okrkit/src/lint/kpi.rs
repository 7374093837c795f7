//! Rules about the indicators beside the objectives.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use super::view::{Found, View};
use crate::issue::quote;
use crate::plan::{Kpi, KpiReading, LintLevel};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "kpi.unhealthy",
        level: LintLevel::Warning,
        why: "An indicator is outside its healthy range and no objective that is open names it: nobody set out to mend it.",
        fix: "make it a key result, or a guardrail of the objective that endangers it",
        source: Some("Christina Wodtke, Radical Focus: health metrics are watched beside the OKRs"),
        bad: r#"{"/kpis/0/readings/0/value": 14, "/objectives/1/guardrails": null}"#,
        good: r#"{"/kpis/0/readings/0/value": 14}"#,
        find: unhealthy,
    },
    Rule {
        id: "kpi.guardrail_stale",
        level: LintLevel::Warning,
        why: "A guardrail that nobody reads guards nothing.",
        fix: "take a reading, or take the guardrail out",
        source: None,
        bad: r#"{"/kpis/0/readings/0/on": "2025-12-31"}"#,
        good: r#"{"/kpis/0/readings/0/on": "2026-02-20"}"#,
        find: guardrail_stale,
    },
];

/// The latest reading up to the day; of two on a day, the later in the list.
fn latest<'a>(view: &View<'_>, kpi: &'a Kpi) -> Option<&'a KpiReading> {
    let seen = kpi.readings.iter().filter(|reading| view.as_of.sees(reading.on, reading.recorded));
    seen.max_by_key(|reading| reading.on)
}

fn unhealthy(view: &View<'_>, out: &mut Vec<Found>) {
    let guarded = view.open().flat_map(|seen| seen.objective.guardrails.iter());
    let pursued = view.open_key_results().filter_map(|seen| seen.key_result.kpi.as_ref());
    let named: BTreeSet<&str> = guarded.chain(pursued).map(String::as_str).collect();
    for (at, kpi) in view.plan.kpis().iter().enumerate() {
        let Some(reading) = latest(view, kpi).filter(|reading| !kpi.healthy.holds(reading.value)) else {
            continue;
        };
        if !named.contains(kpi.id.as_str()) {
            let (id, value) = (quote(&kpi.id), reading.value);
            out.push(Found {
                path: format!("/kpis/{at}"),
                nodes: vec![kpi.id.clone()],
                message: format!(
                    "the KPI {id} was {value} on {}, which is not healthy, and no open objective names it",
                    reading.on
                ),
            });
        }
    }
}

fn guardrail_stale(view: &View<'_>, out: &mut Vec<Found>) {
    let kpis: BTreeMap<&str, &Kpi> = view.plan.kpis().iter().map(|kpi| (kpi.id.as_str(), kpi)).collect();
    let mut known = BTreeMap::new();
    for seen in view.open().filter(|seen| seen.score.starts <= view.on()) {
        for (at, id) in seen.objective.guardrails.iter().enumerate() {
            // A KPI may have many readings and guard many objectives: it is looked through once.
            let on = *known.entry(id.as_str()).or_insert_with(|| {
                let reading = kpis.get(id.as_str()).and_then(|kpi| latest(view, kpi));
                reading.map(|reading| reading.on)
            });
            let since = match on {
                Some(on) if view.on().days_since(on) <= view.policy.guardrail_days => continue,
                Some(on) => format!("since {on}"),
                None => "at all".to_owned(),
            };
            let message = format!("the guardrail {} of {} was not read {since}", quote(id), quote(&seen.objective.id));
            out.push(seen.found(&format!("/guardrails/{at}"), message).and([id]));
        }
    }
}
