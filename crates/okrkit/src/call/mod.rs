//! Every verb of the library by its name, over JSON: what a binding, a service or a plugin calls.
//!
//! [`VERBS`] is the table. [`call`] takes the name of a verb, what it works on, and its arguments as a JSON object; it gives an
//! [`Answer`]: plans and scorecards as values, everything else as JSON. Nothing is computed here: each verb reads its arguments,
//! calls the function of its name, and writes what that gave.
//!
//! Arguments are read as documents are: every problem at once, each with its code, a pointer into the arguments, and the nearest
//! known name. They use the words of the documents: `as_of` is a day or `{"on": …, "known": …}`; `profile` is the name of a profile
//! or a whole one, and without it the plan's own counts; `policy` says only what differs from the defaults, with each
//! number within its range, which the schema says; `edits` are [`Edit`](crate::Edit)s as
//! [`read_edits`](crate::plan::read_edits) takes them. Who makes a policy in Rust is not asked: forecasts and what belongs to them
//! take the nearest number within the range, all else goes by what is written.
//!
//! ```
//! use okrkit::call::{Given, call};
//!
//! let text = r#"{"okrkit": 1, "id": "acme",
//!   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
//!   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
//!     {"id": "revenue", "title": "Revenue", "measure": {"kind": "metric", "start": 0, "target": 500000}}]}]}"#;
//! let plan = okrkit::read(text)?;
//!
//! // A plan is a value: what changes one gives another.
//! let edits = r#"{"edits": [{"kind": "check_in", "key_result": "revenue", "check_in": {"on": "2026-01-31", "value": 120000}}]}"#;
//! let plan = call("plan.apply", Given::Plans(&[&plan]), edits)?.plan.ok_or("no plan")?;
//!
//! // So is a scorecard, which is asked for what is wanted of it.
//! let answer = call("evaluate", Given::Plans(&[&plan]), r#"{"as_of": "2026-02-14"}"#)?;
//! let (name, card) = answer.scorecards.first().ok_or("no scorecard")?;
//! assert_eq!(name, "default");
//! let revenue = call("scorecard.key_result", Given::Scorecard(card), r#"{"key_result": "revenue"}"#)?.json.ok_or("no JSON")?;
//! assert!(revenue.starts_with(r#"{"reading":120000.0,"target":500000.0,"outcome":"value","reason":null,"progress":0.24,"#));
//!
//! // What is wrong with arguments is told at once.
//! let issues = call("forecast", Given::Plans(&[&plan]), r#"{"key_result": "revenue", "profle": "viva"}"#).unwrap_err();
//! let found: Vec<String> = issues.iter().map(|issue| format!("{} {}", issue.path, issue.message)).collect();
//! assert_eq!(found, [
//!     "/profle unknown field `profle` in the arguments of `forecast`, did you mean `profile`?",
//!     "/as_of field `as_of` is missing",
//! ]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the feature `schema`, `verbs_schema` gives JSON Schema for the arguments and the answer of every verb;
//! the repository has it as `crates/okrkit/schema/verbs-1.json`, to generate types from.

mod answers;
mod arguments;
#[cfg(feature = "schema")]
mod schema;
mod table;
mod verbs;

#[cfg(feature = "schema")]
pub use schema::verbs_schema;
pub use table::VERBS;

use std::fmt;

use arguments::Call;

use crate::issue::{Code, Issue, Issues, nearest, quote};
use crate::plan::Plan;
use crate::score::Scorecard;

/// What a verb works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Nothing but its arguments.
    Nothing,
    /// A plan.
    Plan,
    /// Several plans, each with its part, in order.
    Plans(&'static [&'static str]),
    /// A scorecard.
    Scorecard,
}

impl On {
    /// The plans it takes, by their parts.
    #[must_use]
    pub const fn plans(self) -> &'static [&'static str] {
        match self {
            Self::Nothing | Self::Scorecard => &[],
            Self::Plan => &["plan"],
            Self::Plans(parts) => parts,
        }
    }

    /// `nothing`, `plan`, `plans` or `scorecard`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Plan => "plan",
            Self::Plans(_) => "plans",
            Self::Scorecard => "scorecard",
        }
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Plan => f.write_str("a plan"),
            Self::Plans(parts) => write!(f, "{} plans ({})", parts.len(), parts.join(", ")),
            Self::Scorecard => f.write_str("a scorecard"),
        }
    }
}

/// What a verb is given to work on.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// Nothing.
    Nothing,
    /// Plans, in the order of [`On::plans`].
    Plans(&'a [&'a Plan]),
    /// A scorecard.
    Scorecard(&'a Scorecard),
}

impl fmt::Display for Given<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing | Self::Plans([]) => f.write_str("nothing"),
            Self::Plans([_]) => f.write_str("a plan"),
            Self::Plans(plans) => write!(f, "{} plans", plans.len()),
            Self::Scorecard(_) => f.write_str("a scorecard"),
        }
    }
}

/// Whether an argument may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Must,
    /// It may be absent, and has a default or no meaning then.
    May,
}

/// An argument of a verb.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Argument {
    /// Its name.
    pub name: &'static str,
    /// What it is: a name of the schema's definitions, `string`, `number`, `integer`; `[X]` is a list of X.
    pub takes: &'static str,
    /// Whether it may be absent.
    pub need: Need,
}

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// [`Answer::plan`](field@Answer::plan) holds a plan.
    Plan,
    /// [`Answer::plan`](field@Answer::plan) holds a plan, or none where the JSON says why.
    PlanOrNone,
    /// [`Answer::scorecards`](field@Answer::scorecards) holds these, by name.
    Scorecards(&'static [&'static str]),
    /// [`Answer::scorecards`](field@Answer::scorecards) holds one for each profile, by its name.
    ScorecardsByProfile,
    /// [`Answer::json`](field@Answer::json) holds a value: a name of the schema's definitions, `string`, `number`, `boolean`; `[X]` is a list of X, `{X}` an
    /// object of such by name, `X?` may be `null`.
    Json(&'static str),
    /// [`Answer::text`](field@Answer::text) holds a text.
    Text,
    /// [`Answer::text`](field@Answer::text) holds a text if it is asked for.
    TextOrNone,
}

/// A verb: one public function of the library.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Verb {
    /// Its name: that of the function, behind that of its module or type where the crate's root does not have it.
    pub name: &'static str,
    /// What it works on.
    pub on: On,
    /// What it does, in one line.
    pub about: &'static str,
    /// Its arguments, members of one object.
    pub arguments: &'static [Argument],
    /// What its answer holds.
    pub answer: &'static [Part],
    run: fn(&mut Call<'_>) -> Result<Answer, Issues>,
}

/// What a verb answers. Which of these it fills, [`Verb::answer`] says.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// A plan.
    pub plan: Option<Plan>,
    /// Scorecards, by name.
    pub scorecards: Vec<(String, Scorecard)>,
    /// Data, as JSON on one line.
    pub json: Option<String>,
    /// Text for people, or a document to be kept as it stands.
    pub text: Option<String>,
}

impl Verb {
    /// A verb by its name. Looks through the table in order.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        VERBS.iter().find(|verb| verb.name == name)
    }

    /// Calls it, as [`call`] does.
    ///
    /// # Errors
    /// As there.
    pub fn call(&'static self, given: Given<'_>, arguments: &str) -> Result<Answer, Issues> {
        let arguments = if arguments.trim().is_empty() { "{}" } else { arguments };
        (self.run)(&mut Call::new(self, given, arguments)?)
    }
}

/// Calls a verb. `arguments` is a JSON object, or nothing for one without members.
///
/// Where the function gives `None`, such as for a node that is not there, the answer is `null`.
///
/// # Errors
/// - Every problem of the arguments at once, with pointers into them; and what the function itself refuses.
/// - [`Code::DocumentUnknownWord`]: there is no such verb. [`Code::DocumentWrongType`] at `""`: it works on something else than it
///   was given.
pub fn call(verb: &str, given: Given<'_>, arguments: &str) -> Result<Answer, Issues> {
    if let Some(verb) = Verb::named(verb) {
        return verb.call(given, arguments);
    }
    let near = nearest(verb, VERBS.iter().map(|verb| verb.name));
    let near = near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
    let message = format!("there is no verb {}{near}", quote(verb));
    Err(Issues::from_vec(vec![Issue::new(Code::DocumentUnknownWord, "", message)]))
}
