//! Findings as text with places.

use std::fmt::Write;

use super::{Finding, LintPolicy, LintReport, lint_report};
use crate::document::{Position, locate, read};
use crate::issue::Issues;
use crate::profile::Profile;
use crate::time::AsOf;

/// The places of findings in the text that the plan was read from.
pub(super) fn places<'f>(text: &str, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Position> {
    locate(text, findings.into_iter().map(|finding| finding.path.as_str()))
}

/// Findings as text, two lines each: line and column in the text that the plan was read from, level, rule and message; then
/// what to do. What the plan accepts is counted in a last line.
///
/// Takes one walk down the text.
#[must_use]
pub fn to_text(report: &LintReport, text: &str) -> String {
    let mut out = String::new();
    for (finding, place) in report.findings.iter().zip(places(text, &report.findings)) {
        let Finding { rule, level, message, fix, .. } = finding;
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}:{}: {level}[{rule}]: {message}\n  fix: {fix}", place.line, place.column);
    }
    if !report.ignored.is_empty() {
        let _ = writeln!(out, "{} accepted", report.ignored.len());
    }
    out
}

/// Reads a plan and lints it, as text with line and column.
///
/// ```
/// use okrkit::{Date, LintPolicy, Profile};
/// let text = r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
/// "objectives": [
///   {"id": "o", "title": "Sell 500 bicycles", "cycle": "c", "owners": [{"who": "amal"}]}]}"#;
/// let text = okrkit::lint::lint_text(text, &Profile::named("default")?, Date::new(2026, 1, 2)?, &LintPolicy::default())?;
/// assert!(text.contains("3:24: warning[wording.number_in_objective]: the title of the objective `o` holds a number"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Every problem of a text that is no plan.
pub fn lint_text(text: &str, profile: &Profile, as_of: impl Into<AsOf>, policy: &LintPolicy) -> Result<String, Issues> {
    let plan = read(text)?;
    Ok(to_text(&lint_report(&plan, profile, as_of, policy), text))
}
