//! Edits such as people try out, made from a tape.

use okrkit::{CheckIn, Date, Edit, Link, ManualScore, Plan, Stage, StageChange};
use serde_json::{Value, json};

use crate::strategies::Tape;

/// Up to five edits that a plan takes one after another.
pub(super) fn edits(tape: &mut Tape, plan: &Plan, on: Date) -> Vec<Edit> {
    let (mut plan, mut taken) = (plan.clone(), Vec::new());
    for _ in 0..=tape.below(5) {
        let Some(edit) = edit(tape, &plan, on) else { continue };
        if let Ok(after) = plan.apply([edit.clone()]) {
            plan = after;
            taken.push(edit);
        }
    }
    taken
}

fn edit(tape: &mut Tape, plan: &Plan, on: Date) -> Option<Edit> {
    let objectives: Vec<String> = plan.objectives().map(|objective| objective.id.clone()).collect();
    let key_results: Vec<String> = plan.key_results().map(|(_, key_result)| key_result.id.clone()).collect();
    let nodes: Vec<String> = objectives.iter().chain(&key_results).cloned().collect();
    let one = |tape: &mut Tape, ids: &[String]| (!ids.is_empty()).then(|| tape.pick(ids));
    Some(match tape.below(9) {
        0..=2 => {
            let mut check_in = CheckIn::new(on);
            match tape.below(4) {
                0 => check_in.done = Some(true),
                1 => check_in.confidence = Some(0.5),
                _ => check_in.value = Some(tape.number(-5, 40)),
            }
            Edit::CheckIn {
                key_result: one(tape, &key_results)?,
                check_in,
            }
        }
        3 => Edit::RemoveKeyResult(one(tape, &key_results)?),
        4 => Edit::RemoveObjective(one(tape, &objectives)?),
        5 => Edit::SetStage {
            node: one(tape, &nodes)?,
            change: StageChange::new(on, tape.pick(&[Stage::Active, Stage::Dropped, Stage::Closed, Stage::Draft])),
        },
        6 => Edit::SetScore {
            node: one(tape, &nodes)?,
            score: ManualScore::new(on, 0.5, "as agreed"),
        },
        7 => {
            let link = tape.pick(plan.links().get(..).filter(|links| !links.is_empty())?);
            Edit::Unlink {
                child: link.child,
                parent: link.parent,
            }
        }
        _ => Edit::Link(Link::contributes(one(tape, &nodes)?, one(tape, &nodes)?)),
    })
}

/// The plan with a total of what a key result reads, where it has one that can be added up. What it reads may change while its
/// clamped progress does not.
pub(super) fn with_a_total(plan: &Value) -> Value {
    let is_added = |key_result: &&Value| {
        ["metric", "exact", "levels", "observe"]
            .iter()
            .any(|kind| key_result["measure"]["kind"] == *kind)
    };
    let all = plan["objectives"].as_array().into_iter().flatten();
    let found = all
        .flat_map(|objective| objective["key_results"].as_array().into_iter().flatten())
        .find(is_added);
    let Some(found) = found else { return plan.clone() };
    let mut measure = json!({"kind": "children", "roll_up": "sum", "start": 0, "target": 100});
    if let Some(unit) = found["measure"].get("unit") {
        measure["unit"] = unit.clone();
    }
    let mut with = plan.clone();
    let above = json!({"id": "above all", "title": "A", "cycle": plan["objectives"][0]["cycle"], "key_results": [{"id": "total of it", "title": "T", "measure": measure}]});
    with["objectives"].as_array_mut().unwrap().push(above);
    let link = json!({"child": found["id"], "parent": "total of it"});
    match with.get_mut("links").and_then(Value::as_array_mut) {
        Some(links) => links.push(link),
        None => with["links"] = json!([link]),
    }
    if okrkit::read(&with.to_string()).is_ok() { with } else { plan.clone() }
}
