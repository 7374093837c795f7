//! What the alignment rules have to say.

use okrkit::Scorecard;

use crate::layout::{heading, wrapped};

pub(crate) fn chapter(card: &Scorecard) -> String {
    let findings = card.findings();
    let told = findings.iter().map(|finding| {
        let what = format!("{}[{}]: {}", finding.severity, finding.code, finding.message);
        wrapped("", &what, 0) + &wrapped("  help: ", finding.help(), 8)
    });
    let nothing = if findings.is_empty() { "Nothing to report: every link fits.\n" } else { "" };
    heading("Alignment") + nothing + &told.collect::<String>()
}
