//! One objective made private: what somebody else sees of it, and what it does to the figures of the others.

use okrkit::{Edit, RedactionPolicy, Scorecard, Viewer, Visibility, evaluate, redact};

use crate::layout::{decimal, heading, percent, wrapped};

pub(crate) fn chapter(card: &Scorecard) -> String {
    let Some(objective) = card.plan().objectives().find(|objective| objective.key_results.len() > 1) else {
        return String::new();
    };
    let mut private = objective.clone();
    private.visibility = Visibility::Private;
    let seen = card.plan().apply([Edit::ChangeObjective(private)]).and_then(|plan| {
        let viewer = Viewer::new("somebody else");
        redact(&plan, &viewer, &RedactionPolicy::default())
    });
    let heading = heading(&format!("With {} private, as somebody else sees it", objective.id));
    match seen {
        Ok(plan) => heading + &text(card, &evaluate(&plan, card.profile(), card.as_of())),
        Err(issues) => format!("{heading}{issues}\n"),
    }
}

fn text(whole: &Scorecard, seen: &Scorecard) -> String {
    let mut out = String::new();
    let mut n_same = 0;
    for ((objective, before), (shown, after)) in whole.objectives().zip(seen.objectives()) {
        if objective.id != shown.id {
            let ids: Vec<&str> = shown.key_results.iter().map(|key_result| key_result.id.as_str()).collect();
            let text = format!(
                "{} is {}, titled \"{}\", with {}; it is at {}",
                objective.id,
                shown.id,
                shown.title.get("en"),
                ids.join(", "),
                percent(after.progress.value())
            );
            out += &wrapped("", &text, 0);
        } else if before == after {
            n_same += 1;
        }
    }
    let of = whole.plan().n_objectives() - 1;
    let totals = [whole, seen].map(|card| decimal(card.total().score, 4));
    out + &format!(
        "{n_same} of the other {of} objectives have the same figures; in total {} before, {} after\n",
        totals[0], totals[1]
    )
}
