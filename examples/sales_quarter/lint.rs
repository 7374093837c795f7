//! What is unwise in the plan, though it is valid: told here, and as a log that tools for code review read.

use std::collections::BTreeMap;

use okrkit::lint::{to_sarif, to_text};
use okrkit::{Finding, LintLevel, LintPolicy, Scorecard, lint_report};

use crate::layout::{heading, left, right, wrapped};

/// So many findings are shown in full, one of each rule, the most serious first.
const SHOWN: usize = 5;

pub(crate) fn chapter(card: &Scorecard) -> String {
    let report = lint_report(card.plan(), card.profile(), card.as_of(), &LintPolicy::default());
    let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        by_rule.entry(finding.rule).or_default().push(finding);
    }
    let mut rules: Vec<Vec<&Finding>> = by_rule.into_values().collect();
    rules.sort_by_key(|found| std::cmp::Reverse((level(found), found.len())));

    let told = rules.iter().take(SHOWN).filter_map(|found| {
        let first = found.first()?;
        let what = format!("{}[{}]: {}", first.level, first.rule, first.message);
        Some(wrapped("", &what, 0) + &wrapped("  fix: ", first.fix, 7))
    });
    let told: String = told.collect();
    let counts = rules.iter().filter_map(|found| {
        let first = found.first()?;
        Some(format!(
            "{} {} {}\n",
            right(&found.len().to_string(), 4),
            left(&first.level.to_string(), 8),
            first.rule
        ))
    });
    let counts: String = counts.collect();
    let accepted = match report.ignored.len() {
        0 => String::new(),
        n => format!("{} accepted by the plan\n", right(&n.to_string(), 4)),
    };
    let nothing = if report.findings.is_empty() { "Nothing to report.\n" } else { "" };
    let of_each = if told.is_empty() { "" } else { "\nFound in all:\n" };
    // The text of the plan, for the places: written anew here, a program would take the file that it read.
    let text = okrkit::write(card.plan());
    let first: String = to_text(&report, &text).lines().take(1).map(|line| wrapped("", line, 2)).collect();
    let log = to_sarif(&report, "plan.json", &text);
    let sarif = format!("as SARIF 2.1.0: {} results, {} bytes\n", log.matches("\"ruleId\"").count(), log.len());
    format!(
        "{}{nothing}{told}{of_each}{counts}{accepted}\nFor an editor, and as a log for tools:\n{first}{sarif}",
        heading("Advice")
    )
}

fn level(found: &[&Finding]) -> Option<LintLevel> {
    found.first().map(|finding| finding.level)
}
