//! Findings in the format of code scanners: SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).
//!
//! The part of it that is written here is small; what it has to look like, a test asks the schema of the standard.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::text::places;
use super::{Finding, LintReport, Rule, rules};
use crate::document::Position;
use crate::plan::LintLevel;

/// Findings as a SARIF 2.1.0 log, for whatever shows the results of analysers beside the text.
///
/// `uri` names the document, relative or absolute; what a URI cannot hold is escaped. `text` is what the plan was read from: it
/// gives lines and columns, in Unicode scalars. What the plan accepts is in the log as suppressed, with the reason. JSON
/// pointers stand in the logical locations.
#[must_use]
pub fn to_sarif(report: &LintReport, uri: &str, text: &str) -> String {
    let uri = escaped(uri);
    let rules: Vec<&'static Rule> = rules().collect();
    let index: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(at, rule)| (rule.id, at)).collect();
    let open = report.findings.iter().map(|finding| (finding, None));
    let accepted = report.ignored.iter().map(|ignored| (&ignored.finding, Some(ignored.reason.as_str())));
    let all: Vec<(&Finding, Option<&str>)> = open.chain(accepted).collect();
    let places = places(text, all.iter().map(|(finding, _)| *finding));
    let results = all.iter().zip(places).map(|((finding, reason), place)| SarifResult {
        rule_id: finding.rule,
        rule_index: index.get(finding.rule).copied(),
        level: finding.level,
        message: Message { text: &finding.message },
        locations: [Location::of(finding, &uri, place)],
        suppressions: reason
            .map(|justification| Suppression {
                kind: "inSource",
                justification,
            })
            .into_iter()
            .collect(),
    });
    crate::document::to_text(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "okrkit",
                    version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_REPOSITORY"),
                    rules: rules.into_iter().map(Descriptor::of).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    })
}

/// A text as a URI reference: what may not stand in one is escaped byte by byte. So is a per cent sign that escapes nothing, and the
/// colon of a name that would read as a scheme, such as that of a drive: one before any slash, unless it is `file:/` or has `//`
/// behind it.
fn escaped(uri: &str) -> String {
    let mut out = String::with_capacity(uri.len());
    let first_segment = uri.find('/').unwrap_or(uri.len());
    let is_of_scheme = |at: usize| uri.get(at..).is_some_and(|rest| rest.starts_with("://")) || (at == 4 && uri.starts_with("file:/"));
    let escapes = |at: usize| {
        uri.as_bytes()
            .get(at + 1..at + 3)
            .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    for (at, byte) in uri.bytes().enumerate() {
        let may_stand = match byte {
            b':' => at > first_segment || is_of_scheme(at),
            b'%' => escapes(at),
            byte => byte.is_ascii_alphanumeric() || b"-._~/?#@!$&'()*+,;=".contains(&byte),
        };
        if may_stand {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    full_description: Message<'static>,
    help: Message<'static>,
    default_configuration: Configuration,
}

impl Descriptor {
    fn of(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            full_description: Message { text: rule.why },
            help: Message { text: rule.fix },
            default_configuration: Configuration { level: rule.level },
        }
    }
}

#[derive(Serialize)]
struct Configuration {
    /// The words are those of SARIF, but for `off`, which no rule has by default.
    level: LintLevel,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: LintLevel,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
    logical_locations: [LogicalLocation<'a>; 1],
}

impl<'a> Location<'a> {
    fn of(finding: &'a Finding, uri: &'a str, place: Position) -> Self {
        Self {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri },
                region: Region {
                    start_line: place.line,
                    start_column: place.column,
                },
            },
            logical_locations: [LogicalLocation {
                fully_qualified_name: &finding.path,
            }],
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation<'a>,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation<'a> {
    uri: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    justification: &'a str,
}
