//! The problems of a plan that could not be read.

use std::path::Path;

use okrkit::document::locate;
use okrkit::{Issue, Issues};

/// One problem a line with its place, as compilers write them, so that editors can jump there.
pub(crate) fn listed(file: &Path, bytes: &[u8], issues: &Issues) -> String {
    let text = String::from_utf8_lossy(bytes);
    let places = locate(&text, issues.iter().map(|issue| issue.path.as_str()));
    // What is no JSON has no members to point at, and knows its place itself.
    let mut rows: Vec<_> = issues
        .iter()
        .zip(places)
        .map(|(issue, place)| (issue.position.unwrap_or(place), issue))
        .collect();
    rows.sort_by_key(|(place, _)| (place.line, place.column));
    let lines = rows.into_iter().map(|(place, issue)| {
        let Issue { code, severity, message, .. } = issue;
        format!(
            "{}:{}:{}: {severity}[{code}]: {message}\n  help: {}\n",
            file.display(),
            place.line,
            place.column,
            issue.help()
        )
    });
    let lines: Vec<String> = lines.collect();
    let problems = if lines.len() == 1 { "problem" } else { "problems" };
    format!("{}\n{} {problems} in {}\n", lines.concat(), lines.len(), file.display())
}
