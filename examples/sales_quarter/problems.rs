//! The problems of a plan that could not be read.

use std::path::Path;

use okrkit::document::locate;
use okrkit::{Code, Issue, Issues};

/// One problem a line with its place, as compilers write them, so that editors can jump there.
pub(crate) fn listed(file: &Path, bytes: &[u8], issues: &Issues) -> String {
    let text = String::from_utf8_lossy(bytes);
    let places = locate(&text, issues.iter().map(|issue| issue.path.as_str()));
    let lines = issues.iter().zip(places).map(|(issue, place)| {
        let (line, column) = place_of_syntax(issue, bytes).unwrap_or((place.line, place.column));
        let Issue { code, severity, message, .. } = issue;
        format!("{}:{line}:{column}: {severity}[{code}]: {message}\n  help: {}\n", file.display(), issue.help())
    });
    let lines: Vec<String> = lines.collect();
    let problems = if lines.len() == 1 { "problem" } else { "problems" };
    format!("{}\n{} {problems} in {}\n", lines.concat(), lines.len(), file.display())
}

/// What is no JSON has no members to point at: there the message ends with the place, unless the bytes are no text at all.
fn place_of_syntax(issue: &Issue, bytes: &[u8]) -> Option<(usize, usize)> {
    if issue.code != Code::DocumentSyntax {
        return None;
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        let before = std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?;
        let line = before.rsplit('\n').next().unwrap_or(before);
        return Some((before.matches('\n').count() + 1, line.chars().count() + 1));
    }
    let (_, place) = issue.message.rsplit_once(", at line ")?;
    let (line, column) = place.split_once(" column ")?;
    // In an empty file the parser has not come to the first column.
    Some((line.parse().ok()?, column.parse::<usize>().ok()?.max(1)))
}
