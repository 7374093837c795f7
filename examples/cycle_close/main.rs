//! The end of a cycle: what came of it, and what goes on in the next.
//!
//! ```text
//! cargo run --example cycle_close                                              the first quarter of sales_quarter
//! cargo run --example cycle_close -- my-plan.json q1 q2 2026-04-02             a plan of your own that has both cycles
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use okrkit::review::{CarriedForward, CarryPolicy, CycleReview, NextStepWhat, ReviewPolicy};
use okrkit::{Cycle, Date, Edit, Plan, Profile, carry_forward, close};

/// The plan of the example, and a day soon after its quarter.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sales-2026-q1.json");

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
    let (plan, from, to, day) = match (arguments.next(), arguments.next(), arguments.next(), arguments.next()) {
        (Some(file), Some(from), Some(to), Some(day)) => (okrkit::read_bytes(&std::fs::read(file)?)?, from, to, day.parse()?),
        (None, ..) => {
            let plan = okrkit::read_bytes(&std::fs::read(EXAMPLE)?)?;
            // The next quarter is not drawn up yet: that is an edit of the plan.
            let mut next = Cycle::quarter(2026, 2)?.within("fy26");
            "q2".clone_into(&mut next.id);
            (plan.apply([Edit::AddCycle(next)])?, "q1".to_owned(), "q2".to_owned(), Date::new(2026, 4, 2)?)
        }
        _ => return Err("usage: cycle_close [PLAN CYCLE NEXT-CYCLE DAY]".into()),
    };
    let profile = Profile::named(plan.profile())?;
    let review = close(&plan, &profile, &from, day, &ReviewPolicy::default()).ok_or("the plan has no such cycle")?;
    let carried = carry_forward(&plan, &from, &to, &CarryPolicy::default())?;
    Ok([closed(&plan, &review), forward(&carried, &to)].join("\n"))
}

fn title<'a>(plan: &'a Plan, id: &'a str) -> &'a str {
    let objective = plan.objective(id).map(|objective| &objective.title);
    let title = objective.or_else(|| plan.key_result(id).map(|key_result| &key_result.title));
    title.map_or(id, |title| title.get("en"))
}

fn closed(plan: &Plan, review: &CycleReview) -> String {
    let mut lines = vec![format!("THE CYCLE {} AS OF {}\n\nfinal grades\n", review.cycle, review.as_of.on)];
    for grade in review.grades.iter().filter(|grade| grade.objective.is_none()) {
        let score = grade.score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}"));
        let verdict = match grade.success {
            Some(true) => "succeeded",
            Some(false) => "fell short",
            None => "not judged",
        };
        lines.push(format!("  {score}  {verdict:<10}  {:<12}  {}\n", grade.ambition, title(plan, &grade.node)));
    }
    lines.push("\nsuccess\n".to_owned());
    for of in &review.by_ambition {
        lines.push(format!("  {:<12}  {} of {}\n", of.ambition, of.succeeded, of.n));
    }
    lines.push("\nbands, objectives and key results\n".to_owned());
    for of in &review.bands {
        lines.push(format!(
            "  {:<12}  {:>2}  {:>2}\n",
            of.band.as_deref().unwrap_or("no grade"),
            of.objectives,
            of.key_results
        ));
    }
    lines.push("\nto celebrate\n".to_owned());
    for win in review.wins.iter().filter(|win| plan.objective(win).is_some()) {
        lines.push(format!("  {}\n", title(plan, win)));
    }
    lines.push("\nwhat the low grades ask for\n".to_owned());
    for what in NextStepWhat::ALL {
        let steps = review.next_steps.iter().filter(|step| step.what == *what);
        let titles: Vec<String> = steps.map(|step| format!("    {}\n", title(plan, &step.node))).collect();
        if !titles.is_empty() {
            lines.push(format!("  {}\n{}", what.as_str().replace('_', " "), titles.concat()));
        }
    }
    lines.push("\nmoved goalposts: score as written, and by the terms in force\n".to_owned());
    for moved in &review.goalposts {
        let score = |score: Option<f64>| score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}"));
        let reason = moved.reason.as_deref().map_or_else(String::new, |reason| format!(" ({reason})"));
        lines.push(format!(
            "  {} → {}  {}{reason}\n",
            score(moved.original_score),
            score(moved.score),
            title(plan, &moved.node)
        ));
    }
    for easy in &review.too_easy {
        lines.push(format!(
            "\ntoo easy for {} {}: everything reached in {}\n",
            easy.whom,
            easy.name,
            easy.cycles.join(", ")
        ));
    }
    lines.push(format!(
        "\nlearned: written down for {} objectives, not for {}\n",
        review.learned.len(),
        review.without_learned.len()
    ));
    for lesson in &review.learned {
        lines.push(format!("  {}: {}\n", title(plan, &lesson.objective), lesson.learned.get("en")));
    }
    lines.concat()
}

/// A number with its thousands apart, as whole as it is.
fn grouped(number: f64) -> String {
    let text = number.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if left % 3 == 0 && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

fn forward(carried: &CarriedForward, to: &str) -> String {
    let mut lines = vec![format!("INTO THE CYCLE {to}\n\ncarried forward\n")];
    for copy in &carried.copied {
        let Some(key_result) = carried.plan.key_result(&copy.to) else {
            lines.push(format!("  {}\n", title(&carried.plan, &copy.to)));
            continue;
        };
        let before = carried.plan.key_result(&copy.from).and_then(|before| before.measure.target());
        let target = key_result.measure.target();
        let aim = match (before, target) {
            (Some(before), Some(target)) if (before - target).abs() > 1e-6 => format!(": {} of {} left", grouped(target), grouped(before)),
            _ => String::new(),
        };
        lines.push(format!("    {}{aim}\n", key_result.title.get("en")));
    }
    lines.push("\nleft behind\n".to_owned());
    for left in &carried.left {
        lines.push(format!("  {:<14}  {}\n", left.why.as_str().replace('_', " "), title(&carried.plan, &left.id)));
    }
    lines.concat()
}
