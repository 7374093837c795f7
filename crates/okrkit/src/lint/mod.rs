//! Lint: what is unwise in a plan that is valid.
//!
//! A [`Rule`] has a stable id, a level, the reason for it, and two examples. [`lint`] asks every rule of [`rules`] on a day and
//! gives [`Finding`]s. A plan sets the level of a rule and accepts single findings in its [`LintSettings`];
//! what is accepted is reported apart by [`lint_report`], so that it can be counted. Limits are fields of a [`LintPolicy`].
//!
//! Rules look at objectives that are drafts or run: those that are closed, dropped or over are history, and only the rules that
//! say so look at them. No rule touches a figure.

mod ar;
mod confidence;
mod history;
mod kpi;
mod letters;
mod measuring;
mod ownership;
mod policy;
mod rhythm;
mod sarif;
mod structure;
mod text;
mod view;
mod wording;
mod words;

pub use policy::LintPolicy;
pub use sarif::to_sarif;
pub use text::{lint_text, to_text};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::explain::Language;
use crate::issue::quote;
use crate::plan::{LintIgnore, LintLevel, LintSettings, Plan};
use crate::profile::Profile;
use crate::time::AsOf;
use view::{Found, View};

/// A rule, with what people want to know of it.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rule {
    /// The stable id, `family.rule`. Once published it is never renamed.
    pub id: &'static str,
    /// The level it has where the plan does not set another.
    pub level: LintLevel,
    /// Why it is there, in a sentence or two.
    pub why: &'static str,
    /// What to do about a finding, in one line.
    pub fix: &'static str,
    /// Where the advice comes from, if it is somebody's in particular.
    pub source: Option<&'static str>,
    /// What it finds: changes of the example plan (`docs/lint-plan.json`), JSON pointer → value, `null` to take away, and
    /// `as_of` where it is another day than the example's.
    pub bad: &'static str,
    /// The same done well: it finds nothing.
    pub good: &'static str,
    #[serde(skip)]
    find: fn(&View<'_>, &mut Vec<Found>),
}

/// The table, family by family.
const FAMILIES: &[&[Rule]] = &[
    structure::RULES,
    wording::RULES,
    ownership::RULES,
    measuring::RULES,
    kpi::RULES,
    rhythm::RULES,
    history::RULES,
    confidence::RULES,
    &[UNUSED_IGNORE],
];

/// An accepted finding that is not found. It is asked last, when it is known what the others found.
const UNUSED_IGNORE: Rule = Rule {
    id: "lint.unused_ignore",
    level: LintLevel::Warning,
    why: "What was accepted and is no longer there hides the next one: it would be accepted unseen.",
    fix: "take the entry out of `lint.ignore`",
    source: None,
    bad: r#"{"/lint": {"ignore": [{"rule": "wording.vague", "node": "revenue", "reason": "agreed with the board"}]}}"#,
    good: r#"{"/objectives/1/title": "Reach 500,000 USD in sales",
 "/lint": {"ignore": [{"rule": "wording.number_in_objective", "node": "grow", "reason": "agreed with the board"}]}}"#,
    find: |_, _| {},
};

/// Every rule, in the order in which findings are listed.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// A rule by its id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

impl Rule {
    /// The rule with its reason and what to do in a language.
    ///
    /// ```
    /// use okrkit::{Language, lint::rule};
    /// let vague = rule("wording.vague").ok_or("no such rule")?;
    /// assert_eq!(vague.fix, "say from which value to which, or leave the word out");
    /// assert_eq!(vague.in_language(Language::Arabic).fix, "قل من أي قيمة إلى أي قيمة، أو احذف الكلمة");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        let told = match language {
            Language::English => None,
            Language::Arabic => ar::of(self.id),
        };
        let (why, fix) = told.unwrap_or((self.why, self.fix));
        Self { why, fix, ..*self }
    }
}

/// Something that is unwise in a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule.
    pub rule: &'static str,
    /// How seriously it is taken in this plan; never `off`.
    pub level: LintLevel,
    /// RFC 6901 JSON pointer to the place in the document, or to where an absent member would be.
    pub path: String,
    /// The ids it is about, the first the one it is found at: objectives, key results, teams, cycles, KPIs. None
    /// where something is accepted everywhere and found nowhere.
    pub nodes: Vec<String>,
    /// One line that says what is unwise here.
    pub message: String,
    /// What to do about it.
    pub fix: &'static str,
}

/// A finding that the plan accepts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ignored {
    /// What was found.
    pub finding: Finding,
    /// Why it is accepted, in the words of the plan.
    pub reason: String,
}

/// All that the rules find.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LintReport {
    /// What is to be looked at: rule by rule in the order of [`rules`], within a rule in the order of the document.
    pub findings: Vec<Finding>,
    /// What the plan accepts, likewise.
    pub ignored: Vec<Ignored>,
}

/// What the rules find in a plan on a day, without what the plan accepts.
///
/// ```
/// use okrkit::{Date, LintPolicy, Profile, lint};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "o", "title": "Sell 500 bicycles", "cycle": "c", "owners": [{"who": "amal"}], "key_results": []}]}"#)?;
/// let found = lint(&plan, &Profile::named("default")?, Date::new(2026, 1, 2)?, &LintPolicy::default());
/// let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, ["structure.no_key_results", "wording.number_in_objective"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes one evaluation, and time in proportion to the plan but for sorting.
#[must_use]
pub fn lint(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, policy: &LintPolicy) -> Vec<Finding> {
    lint_report(plan, profile, as_of, policy).findings
}

/// As [`lint`], with what the plan accepts beside it.
#[must_use]
pub fn lint_report(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, policy: &LintPolicy) -> LintReport {
    let view = View::new(plan, profile, as_of.into(), policy);
    let none = LintSettings::default();
    let settings = plan.lint_settings().unwrap_or(&none);
    let level = |rule: &Rule| settings.levels.get(rule.id).copied().unwrap_or(rule.level);
    let mut accepted = Accepted::new(&settings.ignore);
    let mut report = LintReport::default();
    let mut found = Vec::new();
    for rule in rules().filter(|rule| level(rule) != LintLevel::Off) {
        (rule.find)(&view, &mut found);
        for found in found.drain(..) {
            accepted.sort(finding(rule, level(rule), found), &mut report);
        }
    }
    if level(&UNUSED_IGNORE) != LintLevel::Off {
        for found in accepted.unused(|id| rule(id).is_some_and(|rule| level(rule) != LintLevel::Off)) {
            accepted.sort(finding(&UNUSED_IGNORE, level(&UNUSED_IGNORE), found), &mut report);
        }
    }
    report
}

fn finding(rule: &Rule, level: LintLevel, found: Found) -> Finding {
    Finding {
        rule: rule.id,
        level,
        path: found.path,
        nodes: found.nodes,
        message: found.message,
        fix: rule.fix,
    }
}

/// What a plan accepts, and what of it was found.
struct Accepted<'a> {
    ignore: &'a [LintIgnore],
    at: BTreeMap<(&'a str, Option<&'a str>), usize>,
    used: Vec<bool>,
}

impl<'a> Accepted<'a> {
    fn new(ignore: &'a [LintIgnore]) -> Self {
        let mut at = BTreeMap::new();
        for (place, entry) in ignore.iter().enumerate() {
            at.entry((entry.rule.as_str(), entry.node.as_deref())).or_insert(place);
        }
        Self {
            ignore,
            at,
            used: vec![false; ignore.len()],
        }
    }

    /// Puts a finding where it belongs. An entry for one of its nodes goes before one for all.
    fn sort(&mut self, finding: Finding, report: &mut LintReport) {
        let of_node = finding.nodes.iter().find_map(|node| self.at.get(&(finding.rule, Some(node.as_str()))));
        let place = of_node.or_else(|| self.at.get(&(finding.rule, None))).copied();
        match place.and_then(|place| self.ignore.get(place)) {
            Some(entry) => {
                if let Some(used) = place.and_then(|place| self.used.get_mut(place)) {
                    *used = true;
                }
                report.ignored.push(Ignored {
                    finding,
                    reason: entry.reason.clone(),
                });
            }
            None => report.findings.push(finding),
        }
    }

    /// Entries that nothing was found for. Of a rule that is off nothing is known.
    fn unused(&self, is_asked: impl Fn(&str) -> bool) -> Vec<Found> {
        let entries = self.ignore.iter().zip(&self.used).enumerate();
        let unused = entries.filter(|(_, (entry, used))| !**used && entry.rule != UNUSED_IGNORE.id && is_asked(&entry.rule));
        let told = unused.map(|(place, (entry, _))| {
            let of = entry.node.as_deref().map_or_else(String::new, |node| format!(" of {}", quote(node)));
            Found {
                path: format!("/lint/ignore/{place}"),
                nodes: entry.node.iter().cloned().collect(),
                message: format!("{} is accepted{of} and not found", quote(&entry.rule)),
            }
        });
        told.collect()
    }
}
