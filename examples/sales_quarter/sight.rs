//! One objective made private: what somebody else sees of it, and what it does to the figures of the others.

use okrkit::{Edit, Issues, Objective, Plan, RedactionPolicy, Scorecard, Viewer, Visibility, evaluate, redact, values_kept};

use crate::layout::{decimal, heading, percent, wrapped};

pub(crate) fn chapter(card: &Scorecard) -> String {
    let policy = RedactionPolicy::default();
    let viewer = Viewer::new("somebody else");
    // Those whose readings are added up further above have to keep their numbers; one that has none of these is shown.
    let private = |objective: &Objective| private(card.plan(), objective).ok();
    let loses_all = |plan: &Plan| values_kept(plan, &viewer, &policy).is_ok_and(|kept| kept.is_empty());
    let found = card.plan().objectives().filter(|objective| objective.key_results.len() > 1);
    let Some((objective, plan)) = found.filter_map(|it| Some((it, private(it)?))).find(|(_, plan)| loses_all(plan)) else {
        return String::new();
    };
    let heading = heading(&format!("With {} private, as somebody else sees it", objective.id));
    match redact(&plan, &viewer, &policy) {
        Ok(seen) => heading + &text(card, &evaluate(&seen, card.profile(), card.as_of())),
        Err(issues) => format!("{heading}{issues}\n"),
    }
}

fn private(plan: &Plan, objective: &Objective) -> Result<Plan, Issues> {
    let mut private = objective.clone();
    private.visibility = Visibility::Private;
    plan.apply([Edit::ChangeObjective(private)])
}

fn text(whole: &Scorecard, seen: &Scorecard) -> String {
    let mut out = String::new();
    let mut n_same = 0;
    for ((objective, before), (shown, after)) in whole.objectives().zip(seen.objectives()) {
        if objective.id == shown.id {
            n_same += usize::from(before == after);
            continue;
        }
        let title = shown.title.get("en");
        out += &wrapped(
            "",
            &format!("{} is {}, titled \"{title}\", at {}", objective.id, shown.id, percent(after.progress.value())),
            0,
        );
        for (was, is) in objective.key_results.iter().zip(&shown.key_results) {
            let [was_at, is_at] = [(whole, &was.id), (seen, &is.id)].map(|(card, id)| card.key_result(id));
            let reading = |score: Option<okrkit::KeyResultScore>| decimal(score.and_then(|score| score.reading?.number()), 3);
            out += &wrapped(
                "  ",
                &format!("{} is {}, reading {} instead of {}", was.id, is.id, reading(is_at), reading(was_at)),
                2,
            );
        }
    }
    let of = whole.plan().n_objectives() - 1;
    let totals = [whole, seen].map(|card| decimal(card.total().score, 4));
    out + &format!(
        "{n_same} of the other {of} objectives have the same figures; in total {} before, {} after\n",
        totals[0], totals[1]
    )
}
