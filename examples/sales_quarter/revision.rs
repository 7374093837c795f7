//! Two people change the plan without knowing of each other; what each changed, and what the merge makes of it.

use okrkit::{CheckIn, Edit, Plan, Scorecard, diff, merge};

use crate::layout::{heading, wrapped};

pub(crate) fn chapter(card: &Scorecard) -> String {
    let plan = card.plan();
    let Some((_, key_result)) = plan
        .key_results()
        .find(|(_, key_result)| key_result.check_ins.iter().any(|check_in| check_in.value.is_some()))
    else {
        return String::new();
    };
    let check_in = |value: f64, note: &str| {
        let mut check_in = CheckIn::of_value(card.as_of().on, value);
        check_in.note = Some(note.to_owned());
        Edit::CheckIn {
            key_result: key_result.id.clone(),
            check_in,
        }
    };
    let reached = key_result.check_ins.iter().rev().find_map(|check_in| check_in.value).unwrap_or_default();
    let ours = plan.apply([check_in(reached, "counted on the train"), Edit::SetTitle(Some("The quarter".into()))]);
    let theirs = plan.apply([check_in(reached + 1.0, "one more call"), Edit::SetTitle(Some("Our quarter".into()))]);
    let (Ok(ours), Ok(theirs)) = (ours, theirs) else { return String::new() };
    heading("Two revisions, merged") + &text(plan, &ours, &theirs)
}

fn text(base: &Plan, ours: &Plan, theirs: &Plan) -> String {
    let merged = merge(base, ours, theirs);
    let mut out = format!("One changed\n{}the other\n{}", diff(base, ours), diff(base, theirs));
    for conflict in &merged.conflicts {
        let shown = |value: &Option<okrkit::diff::FieldValue>| value.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string);
        let told = format!(
            "conflict: {} {} is {} here and {} there; {} was taken",
            conflict.of,
            conflict.field.trim_start_matches('/'),
            shown(&conflict.ours),
            shown(&conflict.theirs),
            conflict.taken
        );
        out += &wrapped("", &told, 0);
    }
    match merged.plan() {
        Some(plan) => out + "and together they changed\n" + &diff(base, plan).to_string(),
        None => out,
    }
}
