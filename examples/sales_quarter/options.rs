//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use okrkit::{Date, DateError, Issues, Language};

use crate::Failure;

pub(crate) const USAGE: &str = "\
usage: sales_quarter [PLAN] [--as-of DATE] [--profile NAME] [--language en|ar] [--explain ID] [--json]

  PLAN             a plan of your own, as JSON; without it, that of the example
  --as-of DATE     the day to look at, as 2026-03-31; without it the day of the last check-in
                   (the example shows the middle and the end of its quarter)
  --profile NAME   the rules to judge by, such as google or viva; without it those the plan names
  --language TAG   the language of titles and explanations: en or ar
  --explain ID     the objective or key result whose score is explained
  --json           the scorecard as JSON, of one day, and nothing else
  --help           this text
";

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Show(Options),
}

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) plan: Option<PathBuf>,
    pub(crate) as_of: Option<Date>,
    pub(crate) profile: Option<String>,
    pub(crate) language: Language,
    pub(crate) explain: Option<String>,
    pub(crate) json: bool,
}

impl Request {
    pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Self, Failure> {
        let mut options = Options {
            plan: None,
            as_of: None,
            profile: None,
            language: Language::English,
            explain: None,
            json: false,
        };
        let mut arguments = arguments.peekable();
        while let Some(argument) = arguments.next() {
            // A path need not be UTF-8, a flag is.
            let flag = argument.to_str().filter(|text| text.starts_with('-')).map(str::to_owned);
            let Some(flag) = flag else {
                if options.plan.replace(argument.into()).is_some() {
                    return Err(misused("there is one plan at a time"));
                }
                continue;
            };
            let (name, given) = flag
                .split_once('=')
                .map_or((flag.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
            let mut value = || {
                let value = given.clone().or_else(|| arguments.next()?.into_string().ok());
                value.ok_or_else(|| misused(&format!("{name} needs a value")))
            };
            match name {
                "--help" | "-h" => return Ok(Self::Help),
                "--json" => options.json = true,
                "--as-of" => {
                    let day = value()?;
                    options.as_of = Some(
                        day.parse()
                            .map_err(|DateError| misused(&format!("--as-of {day}: not a day such as 2026-03-31")))?,
                    );
                }
                "--profile" => options.profile = Some(value()?),
                "--explain" => options.explain = Some(value()?),
                "--language" => {
                    options.language = match value()?.as_str() {
                        "en" => Language::English,
                        "ar" => Language::Arabic,
                        other => return Err(misused(&format!("--language {other}: en or ar"))),
                    }
                }
                unknown => return Err(misused(&format!("unknown option {unknown}"))),
            }
        }
        Ok(Self::Show(options))
    }
}

/// A command line that cannot be followed.
pub(crate) fn misused(what: &str) -> Failure {
    Failure {
        exit_code: 2,
        text: format!("{what}\n\n{USAGE}"),
    }
}

/// A value that okrkit refused, in its own words.
pub(crate) fn unusable(issues: &Issues) -> Failure {
    let lines: Vec<String> = issues.iter().map(|issue| format!("{issue}\n  help: {}\n", issue.help())).collect();
    Failure {
        exit_code: 2,
        text: lines.concat(),
    }
}

/// The tag of a language, by which texts of a plan are found.
pub(crate) const fn tag(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Arabic => "ar",
    }
}
