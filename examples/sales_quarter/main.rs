//! A quarter of a sales department: scorecards, one number explained, five profiles compared, regions, alignment.
//!
//! ```text
//! cargo run --example sales_quarter                       the quarter of Cedar Trading, a company that does not exist
//! cargo run --example sales_quarter -- my-plan.json       a plan of your own
//! cargo run --example sales_quarter -- --help             the rest
//! ```
//!
//! `options` reads the command line, `input` the plan; each of the other modules turns scorecards into one chapter of text. None
//! of them prints: `main` does, once, so that every chapter can be used elsewhere.

mod alignment;
mod comparison;
mod explanation;
mod forecast;
mod groups;
mod hindsight;
mod indicators;
mod input;
mod layout;
mod lint;
mod notes;
mod options;
mod problems;
mod readings;
mod review;
mod rhythm;
mod revision;
mod scorecard;
mod sight;
mod what_if;

use std::io::Write;
use std::process::ExitCode;

use okrkit::{Profile, evaluate};

use input::Input;
use options::{Options, Request, USAGE};

/// Why there is nothing to show.
#[derive(Debug)]
pub(crate) struct Failure {
    /// 1: the plan could not be read. 2: the command line was wrong.
    pub(crate) exit_code: u8,
    pub(crate) text: String,
}

fn main() -> ExitCode {
    let shown = match Request::parse(std::env::args_os().skip(1)) {
        Ok(Request::Help) => Ok(USAGE.to_owned()),
        Ok(Request::Show(options)) => show(&options),
        Err(failure) => Err(failure),
    };
    // Where nobody reads on, as in `sales_quarter | head`, writing fails; that is no failure of ours.
    match shown {
        Ok(text) => {
            drop(std::io::stdout().write_all(text.as_bytes()));
            ExitCode::SUCCESS
        }
        Err(failure) => {
            drop(std::io::stderr().write_all(failure.text.as_bytes()));
            ExitCode::from(failure.exit_code)
        }
    }
}

/// Everything that is printed.
fn show(options: &Options) -> Result<String, Failure> {
    let input = Input::read(options.plan.as_deref())?;
    let profile = Profile::named(options.profile.as_deref().unwrap_or(input.plan.profile())).map_err(|issues| options::unusable(&issues))?;
    let days = input.days(options.as_of)?;
    let cards: Vec<_> = days.iter().map(|day| evaluate(&input.plan, &profile, *day)).collect();
    // The last day is where the quarter stands: it is the one that is looked into.
    let Some(card) = cards.last() else { return Ok(String::new()) };
    if options.json {
        return Ok(card.to_json());
    }
    let mut chapters: Vec<String> = cards.iter().map(|card| scorecard::chapter(card, options.language)).collect();
    chapters.push(explanation::chapter(card, options.explain.as_deref(), options.language)?);
    chapters.push(comparison::chapter(card, options.language)?);
    chapters.push(groups::chapter(card, options.language));
    chapters.push(alignment::chapter(card));
    chapters.push(lint::chapter(card));
    chapters.push(rhythm::chapter(card, options.language));
    chapters.push(indicators::chapter(card, options.language));
    chapters.push(revision::chapter(card));
    chapters.push(sight::chapter(card));
    chapters.push(review::chapter(card, options.language));
    // The first day is where something can still be done: it is the one that is carried on.
    chapters.extend(cards.first().map(|card| forecast::chapter(card, options.language)));
    chapters.extend(cards.first().map(|card| what_if::chapter(card, options.language)));
    chapters.push(hindsight::chapter(card));
    chapters.retain(|chapter| !chapter.is_empty());
    Ok(chapters.join("\n\n"))
}
