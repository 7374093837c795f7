//! The scorecard as a table.

use okrkit::{Language, NodeScore, Outcome, Scorecard, Status};

use crate::layout::{WIDTH, bar, day, decimal, folded, heading, left, own, percent, right, width, word, wrapped};
use crate::options::tag;
use crate::{notes, readings};

const NAME: usize = 36;
const NOW: usize = 12;
const BAR: u8 = 14;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let (plan, as_of) = (card.plan(), card.as_of());
    let name = plan.title().map_or(plan.id(), |title| title.get(tag(language)));
    let heading = heading(&format!("{}: scorecard as of {}", own(name, width(name)), day(as_of.on)));
    let mut rows = Vec::new();
    let mut rest = card.key_results();
    for (objective, score) in card.objectives() {
        let team = objective.team.as_deref().and_then(|id| plan.teams().iter().find(|team| team.id == id));
        let team = team.map_or("", |team| team.title.get(tag(language)));
        rows.push(row(objective.title.get(tag(language)), 0, &own(team, NOW), &score));
        rows.push(noted(&notes::of_objective(objective, &score, as_of), 2));
        for (key_result, score) in rest.by_ref().take(objective.key_results.len()) {
            let now = right(&readings::now(key_result, &score), NOW);
            rows.push(row(key_result.title.get(tag(language)), 2, &now, &score));
            rows.push(noted(&notes::of_key_result(key_result, &score, as_of), 4));
        }
        rows.push("\n".to_owned());
    }
    heading + &legend(card) + &header() + &rows.concat() + &total(card)
}

fn legend(card: &Scorecard) -> String {
    let text = format!(
        "By the rules of profile {}. │ marks the progress expected by now (exp.), * a score set by hand; conf. is how sure the owners are.",
        card.profile().id
    );
    wrapped("", &text, 0) + "\n"
}

fn header() -> String {
    let first = [
        left("objective", NAME),
        left("team", NOW),
        left("progress", usize::from(BAR)),
        right("%", 5),
        right("exp.", 4),
        right("score ", 6),
        left("grade", 10),
        left("status", 11),
        right("conf", 4),
    ];
    let second = [left("  key result", NAME), right("now", NOW)];
    format!("{}\n{}\n{}\n", first.join(" "), second.join(" "), "─".repeat(WIDTH))
}

/// The figures of a node behind its name, which goes on below where it is long, and what it is at now.
fn row(name: &str, indent: usize, now: &str, score: &NodeScore) -> String {
    let room = NAME - indent;
    let mut lines = folded(name, room).into_iter();
    let name = " ".repeat(indent) + &own(&lines.next().unwrap_or_default(), room);
    // What goes on below stands further in, so that it is not taken for the next one.
    let rest: Vec<String> = lines.map(|line| format!("{}{}\n", " ".repeat(indent + 2), own(&line, width(&line)))).collect();
    let drawn = match score.progress {
        _ if score.status == Status::Dropped => "╌".repeat(usize::from(BAR)),
        Outcome::Value(progress) => bar(progress, score.expected, BAR),
        other => format!("({})", readings::reason(other.reason())),
    };
    // Of what does not count any more nothing is expected.
    let expected = Some(score.expected).filter(|_| score.stage.counts());
    let by_hand = if score.is_manual { "*" } else { " " };
    let columns = [
        name,
        now.to_owned(),
        left(&drawn, usize::from(BAR)),
        right(&percent(score.progress.value()), 5),
        right(&percent(expected), 4),
        right(&(decimal(score.score, 3) + by_hand), 6),
        left(&format!("{} {}", decimal(score.grade, 1), score.band.as_deref().unwrap_or("")), 10),
        left(&word(score.status.as_str()), 11),
        right(&percent(score.confidence), 4),
    ];
    columns.join(" ").trim_end().to_owned() + "\n" + &rest.concat()
}

fn noted(notes: &[String], indent: usize) -> String {
    notes
        .iter()
        .map(|note| wrapped(&format!("{}└ ", " ".repeat(indent)), note, indent + 2))
        .collect()
}

/// One line over everything.
fn total(card: &Scorecard) -> String {
    let total = card.total();
    if total.n == 0 {
        return "No objective counts on this day.\n".to_owned();
    }
    let statuses: Vec<String> = total.status.iter().map(|(status, n)| format!("{n} {}", word(status.as_str()))).collect();
    let text = format!(
        "All together ({}): progress {}, expected {}, grade {} {}; {}",
        total.n,
        percent(total.progress),
        percent(total.expected),
        decimal(total.grade, 1),
        total.band.as_deref().unwrap_or(""),
        statuses.join(", ")
    );
    wrapped("", &text, 0)
}
