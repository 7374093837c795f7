//! Conformance cases: a plan, a profile, a day, and what must come out of it.
//!
//! ```
//! let report = okrkit_testing::conformance::run(r#"{"suite": "ids", "cases": [
//!     {"name": "an id is not empty", "plan": {"okrkit": 1, "id": "", "cycles": [], "objectives": []}, "error": "id.invalid"}
//! ]}"#);
//! assert_eq!(report.passed, 1, "{:?}", report.failures);
//! ```

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use okrkit::{AsOf, Issues, Plan, Profile};
use serde_json::{Map, Value};

/// How far a number may be from the expected one where a case does not say.
pub const TOLERANCE: f64 = 1e-9;

/// The cases that come with okrkit: file name and text, in the order of the names.
///
/// They are found when the crate is compiled, so that a runner never passes because a folder is gone.
#[must_use]
pub fn cases() -> Vec<(&'static str, &'static str)> {
    VECTORS.to_vec()
}

/// Lists the files of `vectors/`; a test compares the list with the folder.
macro_rules! vectors {
    ($($name:literal),* $(,)?) => {
        const VECTORS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../vectors/", $name)))),*];
    };
}

vectors![
    "alignment.json",
    "beside.json",
    "documents.json",
    "grades.json",
    "guardrails.json",
    "history.json",
    "measures.json",
    "own_alignment.json",
    "own_documents.json",
    "own_edges.json",
    "own_figures.json",
    "own_history.json",
    "own_measures.json",
    "own_roll_up.json",
    "own_status.json",
    "page.json",
    "roll_up.json",
    "status.json",
];

/// A file of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Suite {
    /// What the cases are about.
    pub name: String,
    /// The cases, in order; at least one.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// Where the expected figures come from.
    pub source: Option<String>,
    /// The text of the plan.
    pub plan: String,
    /// The profile; without it the one that the plan names.
    pub profile: Option<ProfileChoice>,
    /// The day. A case that only expects an error needs none.
    pub as_of: Option<AsOf>,
    /// What is checked.
    pub wants: Wants,
}

/// A profile by name, or in full.
#[derive(Debug, Clone, PartialEq)]
pub enum ProfileChoice {
    /// One that okrkit brings.
    Named(String),
    /// The text of a profile.
    Document(String),
}

/// What a case checks.
#[derive(Debug, Clone, PartialEq)]
pub enum Wants {
    /// This code is among those reported when the plan or the profile is read.
    Error(String),
    /// The plan can be scored, and these are the figures.
    Scorecard {
        /// Pointers into the scorecard, and the values there.
        expect: Vec<(String, Value)>,
        /// Pointers that lead nowhere.
        absent: Vec<String>,
        /// How far a number may be from the expected one.
        tolerance: f64,
    },
}

/// What came of the cases of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many held.
    pub passed: usize,
    /// Those that did not. A file that is no suite fails as a whole.
    pub failures: Vec<Failure>,
}

/// A case that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The name of the case.
    pub name: String,
    /// What differs, all of it.
    pub why: String,
}

/// Runs the cases in the text of a file.
#[must_use]
pub fn run(text: &str) -> Report {
    let mut report = Report::default();
    match split(text) {
        Err(why) => report.failures.push(Failure {
            name: "the file".to_owned(),
            why,
        }),
        Ok((_, cases)) => {
            for (at, case) in cases.iter().enumerate() {
                let outcome = Case::from_value(case).and_then(|case| guarded(|| case.check()));
                match outcome {
                    Ok(()) => report.passed += 1,
                    Err(why) => report.failures.push(Failure {
                        name: name_of(case).unwrap_or_else(|| format!("case {at}, counted from 0")),
                        why,
                    }),
                }
            }
        }
    }
    report
}

/// The name of a suite, and its cases as they stand.
fn split(text: &str) -> Result<(String, Vec<Value>), String> {
    let file: Value = serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))?;
    let name = file.get("suite").and_then(Value::as_str).ok_or("no suite: `suite` is no text")?;
    match file.get("cases").and_then(Value::as_array) {
        None => Err("no suite: `cases` is no list".to_owned()),
        Some(cases) if cases.is_empty() => Err("the suite has no cases".to_owned()),
        Some(cases) => Ok((name.to_owned(), cases.clone())),
    }
}

fn name_of(case: &Value) -> Option<String> {
    case.get("name").and_then(Value::as_str).map(str::to_owned)
}

/// Turns a panic into a failure of the one case.
fn guarded(check: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(check)).unwrap_or_else(|payload| Err(format!("panicked: {}", panic_text(payload.as_ref()))))
}

fn panic_text(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("no message")
}

impl Suite {
    /// Reads a suite.
    ///
    /// # Errors
    /// Where the text is no suite, has no cases, or one of them is malformed.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let (name, cases) = split(text)?;
        let cases = cases
            .iter()
            .map(|case| Case::from_value(case).map_err(|why| format!("{}: {why}", name_of(case).unwrap_or_default())))
            .collect::<Result<_, _>>()?;
        Ok(Self { name, cases })
    }
}

impl Case {
    /// Reads a case. Members that are not known are left to other runners.
    ///
    /// # Errors
    /// Says what is malformed.
    pub fn from_value(case: &Value) -> Result<Self, String> {
        let name = name_of(case).ok_or("the case has no name")?;
        let plan = match (case.get("plan"), case.get("plan_text")) {
            (Some(plan), None) => plan.to_string(),
            (None, Some(Value::String(text))) => text.clone(),
            (None, Some(_)) => return Err("`plan_text` is no text".to_owned()),
            (None, None) => return Err("the case has neither `plan` nor `plan_text`".to_owned()),
            (Some(_), Some(_)) => return Err("the case has both `plan` and `plan_text`".to_owned()),
        };
        let profile = case.get("profile").map(|profile| match profile {
            Value::String(name) => ProfileChoice::Named(name.clone()),
            document => ProfileChoice::Document(document.to_string()),
        });
        Ok(Self {
            name,
            source: case.get("source").and_then(Value::as_str).map(str::to_owned),
            plan,
            profile,
            as_of: case.get("as_of").map(as_of).transpose()?,
            wants: Wants::from_value(case)?,
        })
    }

    /// Checks the case.
    ///
    /// # Errors
    /// Says everything that differs.
    pub fn check(&self) -> Result<(), String> {
        let (profile, issues) = self.read();
        match (&self.wants, profile) {
            (Wants::Error(code), _) => {
                if issues.iter().any(|(found, _)| found == code) {
                    Ok(())
                } else if issues.is_empty() {
                    Err(format!("expected the error `{code}`, found none"))
                } else {
                    Err(format!("expected the error `{code}`, found {}", shown(&issues)))
                }
            }
            (Wants::Scorecard { expect, absent, tolerance }, Some((plan, profile))) => {
                let as_of = self.as_of.ok_or("the case has no `as_of`")?;
                let scorecard =
                    serde_json::to_value(okrkit::evaluate(&plan, &profile, as_of)).map_err(|error| format!("the scorecard cannot be written: {error}"))?;
                compare(&scorecard, expect, absent, *tolerance)
            }
            (Wants::Scorecard { .. }, None) => Err(format!("unexpected {}", shown(&issues))),
        }
    }

    /// Plan and profile where both can be read, and otherwise every code and message.
    fn read(&self) -> (Option<(Plan, Profile)>, Vec<Told>) {
        let plan = okrkit::read(&self.plan);
        let profile = match (&self.profile, &plan) {
            (Some(ProfileChoice::Named(name)), _) => Some(Profile::named(name)),
            (Some(ProfileChoice::Document(text)), _) => Some(okrkit::profile::read(text)),
            (None, Ok(plan)) => Some(Profile::named(plan.profile())),
            (None, Err(_)) => None,
        };
        let mut issues = Vec::new();
        let plan = plan.map_err(|found| issues.extend(told(&found))).ok();
        let profile = profile.and_then(|profile| profile.map_err(|found| issues.extend(told(&found))).ok());
        (plan.zip(profile), issues)
    }
}

/// The code of an issue, and all of it as text.
type Told = (String, String);

fn told(issues: &Issues) -> Vec<Told> {
    issues
        .iter()
        .map(|issue| {
            (
                issue.code.as_str().to_owned(),
                format!("{} at `{}`: {}", issue.code.as_str(), issue.path, issue.message),
            )
        })
        .collect()
}

fn shown(issues: &[Told]) -> String {
    issues.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ")
}

impl Wants {
    fn from_value(case: &Value) -> Result<Self, String> {
        let none = Map::new();
        let expect = match case.get("expect") {
            None => &none,
            Some(Value::Object(expect)) => expect,
            Some(_) => return Err("`expect` is no object".to_owned()),
        };
        let absent = match case.get("absent") {
            None => Vec::new(),
            Some(absent) => texts(absent).ok_or("`absent` is no list of pointers")?,
        };
        let tolerance = match case.get("tolerance") {
            None => TOLERANCE,
            Some(tolerance) => tolerance
                .as_f64()
                .filter(|tolerance| *tolerance >= 0.0)
                .ok_or("`tolerance` is no number from 0 on")?,
        };
        let pointers: BTreeSet<&str> = expect.keys().map(String::as_str).chain(absent.iter().map(String::as_str)).collect();
        if let Some(pointer) = pointers.iter().find(|pointer| !pointer.is_empty() && !pointer.starts_with('/')) {
            // In `absent` it would lead nowhere and so hold, whatever the scorecard.
            return Err(format!("`{pointer}` is no JSON pointer"));
        }
        match case.get("error") {
            None if pointers.is_empty() => Err("the case checks nothing: it has no `expect`, `absent` or `error`".to_owned()),
            None if case.get("as_of").is_none() => Err("the case has no `as_of`".to_owned()),
            None => Ok(Self::Scorecard {
                expect: expect.iter().map(|(pointer, value)| (pointer.clone(), value.clone())).collect(),
                absent,
                tolerance,
            }),
            Some(Value::String(code)) if pointers.is_empty() => Ok(Self::Error(code.clone())),
            Some(Value::String(_)) => Err("what cannot be read has no scorecard: the case has `error` beside `expect` or `absent`".to_owned()),
            Some(_) => Err("`error` is no text".to_owned()),
        }
    }
}

fn texts(list: &Value) -> Option<Vec<String>> {
    list.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}

fn as_of(value: &Value) -> Result<AsOf, String> {
    fn parsed<T: std::str::FromStr>(value: Option<&Value>) -> Option<T> {
        value?.as_str()?.parse().ok()
    }
    let found = match value {
        Value::Object(members) => parsed(members.get("on")).and_then(|on| match members.get("known") {
            None => Some(AsOf { on, known: None }),
            known => Some(AsOf {
                on,
                known: Some(parsed(known)?),
            }),
        }),
        on => parsed(Some(on)).map(|on| AsOf { on, known: None }),
    };
    found.ok_or_else(|| format!("`as_of` is no day and no {{on, known}}: {value}"))
}

fn compare(scorecard: &Value, expect: &[(String, Value)], absent: &[String], tolerance: f64) -> Result<(), String> {
    let mut differences = Vec::new();
    for (pointer, expected) in expect {
        match scorecard.pointer(pointer) {
            None => differences.push(format!("{pointer}: expected {expected}, found nothing")),
            Some(found) if !agrees(expected, found, tolerance) => differences.push(format!("{pointer}: expected {expected}, found {found}")),
            Some(_) => {}
        }
    }
    for pointer in absent {
        if let Some(found) = scorecard.pointer(pointer) {
            differences.push(format!("{pointer}: expected nothing, found {found}"));
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

/// Numbers agree within the tolerance, everything else only when it is the same.
fn agrees(expected: &Value, found: &Value, tolerance: f64) -> bool {
    match (expected.as_f64(), found.as_f64()) {
        (Some(expected), Some(found)) => (expected - found).abs() <= tolerance,
        _ => same(expected, found),
    }
}

/// Equality of JSON values: 1 and 1.0 are one number, and the order of members means nothing. The tolerance is for the numbers
/// that pointers lead to, so there is none within a list or an object.
fn same(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Number(expected), Value::Number(found)) => expected.as_f64() == found.as_f64(),
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(expected, found)| same(expected, found))
        }
        (Value::Object(expected), Value::Object(found)) => {
            expected.len() == found.len()
                && expected
                    .iter()
                    .all(|(name, expected)| found.get(name).is_some_and(|found| same(expected, found)))
        }
        _ => expected == found,
    }
}

#[cfg(test)]
mod tests;
