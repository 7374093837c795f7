//! What a team talks about on a day: the weekly agenda, who owes a check-in, and the monthly agenda.
//!
//! ```text
//! cargo run --example weekly_review                          the plan of sales_quarter, on 25 February 2026
//! cargo run --example weekly_review -- my-plan.json 2026-05-04
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use okrkit::explain::StepValue;
use okrkit::rhythm::{Agenda, AgendaItem, AgendaKind, AgendaPolicy, AgendaSection, AgendaWhat};
use okrkit::{Date, Plan, Profile, agenda, owed};

/// The plan of the example, and a day in its middle.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sales-2026-q1.json");
const EXAMPLE_DAY: &str = "2026-02-25";

fn main() -> ExitCode {
    let (text, code) = match shown() {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(error) => (format!("{error}\n"), ExitCode::FAILURE),
    };
    // Where nobody reads on, writing fails; that is no failure of ours.
    drop(std::io::stdout().write_all(text.as_bytes()));
    code
}

fn shown() -> Result<String, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| EXAMPLE.to_owned());
    let day: Date = arguments.next().unwrap_or_else(|| EXAMPLE_DAY.to_owned()).parse()?;
    let plan = okrkit::read_bytes(&std::fs::read(file)?)?;
    let profile = Profile::named(plan.profile())?;
    let policy = AgendaPolicy::default();
    let [weekly, monthly] = [AgendaKind::Weekly, AgendaKind::Monthly].map(|kind| agenda(&plan, &profile, day, kind, &policy));
    Ok([told(&plan, &weekly), check_ins(&plan, day), told(&plan, &monthly)].join("\n"))
}

fn told(plan: &Plan, agenda: &Agenda) -> String {
    let mut lines = vec![format!("{} agenda of {}, against {}\n", agenda.kind, agenda.as_of.on, agenda.since).to_uppercase()];
    for section in AgendaSection::ALL {
        let items: Vec<String> = agenda.section(*section).map(|item| line(plan, item)).collect();
        if !items.is_empty() {
            lines.push(format!("\n{} ({})\n{}", section.as_str().replace('_', " "), items.len(), items.concat()));
        }
    }
    lines.concat()
}

fn line(plan: &Plan, item: &AgendaItem) -> String {
    let (from, to, text) = (word(&item.from), word(&item.to), item.text.as_deref().unwrap_or_default());
    let (before, after) = (percent(item.from.number()), percent(item.to.number()));
    let what = match item.what {
        AgendaWhat::Reached => "reached".to_owned(),
        AgendaWhat::StatusImproved | AgendaWhat::StatusWorsened => format!("{from} → {to}"),
        AgendaWhat::StepDone => format!("step done: {to}"),
        AgendaWhat::NewsStale if item.from == StepValue::None => format!("never checked in, {to} days into it"),
        AgendaWhat::NewsStale => format!("nothing since {from}, {to} days ago"),
        AgendaWhat::CheckInOverdue => format!("due since {from}, slots without a check-in: {to}"),
        AgendaWhat::Blocker => format!("in the way: {text}"),
        AgendaWhat::DecisionDue => format!("by {}: {text}", item.on.map(|on| on.to_string()).unwrap_or_default()),
        AgendaWhat::Progress => format!("{before} → {after}, expected {}", percent(item.expected)),
        AgendaWhat::ConfidenceRose | AgendaWhat::ConfidenceFell => format!("confidence {before} → {after}"),
        AgendaWhat::StatusAtRisk => format!("at risk at {before}, {after} would be success"),
        AgendaWhat::RunRateLow => format!("at this rate it ends at {before}, {after} would be success"),
        AgendaWhat::Misaligned => text.to_owned(),
    };
    let who = item.people.join(", ");
    format!(
        "  {}: {what}{}\n",
        title(plan, &item.node),
        if who.is_empty() { who } else { format!(" ({who})") }
    )
}

fn title<'a>(plan: &'a Plan, id: &'a str) -> &'a str {
    let objective = plan.objective(id).map(|objective| &objective.title);
    let title = objective.or_else(|| plan.key_result(id).map(|key_result| &key_result.title));
    title.map_or(id, |title| title.get("en"))
}

/// A status, a step, a day or a count.
fn word(value: &StepValue) -> String {
    match value {
        StepValue::Number(number) => number.to_string(),
        StepValue::Word(word) => word.replace('_', " "),
        StepValue::Text(text) => text.clone(),
        StepValue::Day(day) => day.to_string(),
        _ => "–".to_owned(),
    }
}

fn percent(share: Option<f64>) -> String {
    // Adding 0 makes −0 a 0.
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.0}%", (share * 100.0).round() + 0.0))
}

/// Who owes a check-in, and of what.
fn check_ins(plan: &Plan, day: Date) -> String {
    let found = owed(plan, day);
    let overdue = |id: &&String| found.check_ins.iter().any(|check_in| check_in.key_result == **id && check_in.days_overdue > 0);
    let mut lines = vec!["CHECK-INS THAT ARE OVERDUE\n\n".to_owned()];
    for (person, ids) in &found.by_person {
        let titles: Vec<&str> = ids.iter().filter(overdue).map(|id| title(plan, id)).collect();
        if !titles.is_empty() {
            lines.push(format!("  {person}: {}\n", titles.join("; ")));
        }
    }
    lines.concat()
}
