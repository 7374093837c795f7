//! Objectives ready to be taken over: the fifteen of sales teams, in English and Arabic, and the reader for catalogues of your
//! own.
//!
//! A catalogue is a document of [`Template`]s: objectives that belong to no cycle and no team yet, with nothing checked in. What
//! only the adopter knows, such as last quarter's average deal size, is `null` in it: [`Catalog::baselines`] lists what is still
//! to be filled in, [`Catalog::with_baseline`] fills it in.
//!
//! ```
//! use okrkit::{Cycle, Profile, Team, catalog};
//!
//! let sales = catalog::sales();
//! assert_eq!(sales.templates().len(), 15);
//!
//! // Ten per cent more than 9,800 USD. Without it the deal size would be `no_data`, and never a silent 0.
//! let plan = sales
//!     .with_baseline("deal-size", 9_800.0)?
//!     .plan("acme", Cycle::quarter(2026, 1)?, Some(Team::new("gulf", "Gulf")))?;
//! assert_eq!((plan.n_objectives(), plan.n_key_results()), (15, 45));
//!
//! let card = okrkit::evaluate(&plan, &Profile::named("default")?, "2026-02-14".parse::<okrkit::Date>()?);
//! let target = card.key_result("deal-size").and_then(|deal_size| deal_size.target);
//! assert!(target.is_some_and(|target| (target - 10_780.0).abs() < 1e-9));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The document, here with one template:
//!
//! ```
//! let ours = okrkit::catalog::read(r#"{"okrkit_catalog": 1, "id": "service", "title": "OKRs for service teams",
//!   "objectives": [
//!     {"id": "answer-fast", "title": {"en": "Answer fast", "ar": "الرد السريع"}, "category": "customer", "key_results": [
//!       {"id": "first-answer", "title": "First answer within an hour",
//!        "measure": {"kind": "threshold", "at_most": 60, "judge": {"share_of": "check_ins"}}}]}]}"#)?;
//! assert_eq!(ours.template("answer-fast").map(|template| template.title("ar")), Some("الرد السريع"));
//! # Ok::<(), okrkit::Issues>(())
//! ```

mod template;
#[cfg(test)]
mod tests;

pub use template::Template;

use crate::issue::{Code, Issues, quote};
use crate::plan::{Cycle, FormatVersion, KeyResult, Plan, PlanDocument, Team, Text};
use crate::time::{Cadence, Date};
use crate::wire::{self, Context};

wire::record! {
    /// A catalogue as it is written. [`Catalog`] is the checked form.
    pub struct CatalogDocument is "a catalogue" {
        /// The version of the format.
        okrkit_catalog: FormatVersion = written;
        /// The id of the catalogue.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = optional;
        /// The templates.
        objectives: Vec<Template> = required;
    }
}

/// The text of the catalogue of sales OKRs.
const SALES: &str = include_str!("sales.json");

/// The fifteen OKRs of sales teams, with their 45 key results, titled in English (`en`) and Arabic (`ar`).
///
/// Growing revenue, keeping customers, widening market share, raising productivity, selling a product, generating leads,
/// deepening relationships, developing the team, selling to existing customers, streamlining the process, entering regions,
/// forecasting, growing digital sales, working as one team, lowering acquisition cost. Their categories are `revenue`,
/// `customer`, `product`, `process` and `team`.
///
/// ```
/// let sales = okrkit::catalog::sales();
/// let grow = sales.template("grow-revenue").ok_or("no such template")?;
/// assert_eq!(grow.title("en"), "Grow our quarterly sales revenue");
/// assert_eq!(grow.title("ar"), "تنمية إيرادات المبيعات الفصلية");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The text is read anew with every call: keep what you get.
#[must_use]
pub fn sales() -> Catalog {
    // A test reads the same text and fails on any issue, so the empty catalogue is never seen.
    read(SALES).unwrap_or_default()
}

/// Reads a catalogue of your own.
///
/// # Errors
/// Every problem at once, with pointers into the text: of structure, as in a plan; ids that are taken (objectives and key results
/// share one namespace); measures that cannot be; and dated facts, which a template has none of.
///
/// ```
/// let issues = okrkit::catalog::read(r#"{"okrkit_catalog": 1, "id": "ours", "title": "Ours", "objectives": [
///   {"id": "o", "title": "O", "key_results": [
///     {"id": "o", "title": "K", "measure": {"kind": "metric", "start": 5, "target": 5}}]}]}"#).unwrap_err();
/// let found: Vec<_> = issues.iter().map(|issue| (issue.path.as_str(), issue.code.as_str())).collect();
/// assert_eq!(found, [
///     ("/objectives/0/key_results/0/measure", "measure.start_equals_target"),
///     ("/objectives/0/key_results/0/id", "id.duplicate"),
/// ]);
/// ```
pub fn read(text: &str) -> Result<Catalog, Issues> {
    let document = crate::document::read_with(text, Vec::new(), |document: &CatalogDocument| document.okrkit_catalog, "okrkit_catalog", check)?;
    Ok(Catalog { document })
}

/// Templates go through the check of plans, in a cycle that stands for any: a catalogue has its objectives where a plan has
/// them, so the pointers are right as they are.
fn check(document: &CatalogDocument, cx: &mut Context) {
    let any = Cycle {
        check_in_every: Some(Cadence::Week),
        ..Cycle::new("any", Date::MIN, Date::MAX)
    };
    let objectives = document.objectives.iter().map(|template| template.instantiate(&any.id, None)).collect();
    let plan = PlanDocument {
        id: document.id.clone(),
        cycles: vec![any],
        objectives,
        ..PlanDocument::default()
    };
    // What is wrong is noted in `cx`; the plan itself is of no use.
    drop(Plan::checked(plan, cx));
    cx.name("objectives", |cx| {
        for (i, template) in document.objectives.iter().enumerate() {
            cx.index(i, |cx| template.check_is_undated(cx));
        }
    });
}

/// A valid catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalog {
    document: CatalogDocument,
}

impl Catalog {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }

    /// The title, in a language.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.document.title.get(language)
    }

    /// The templates, in the order of the document.
    #[must_use]
    pub fn templates(&self) -> &[Template] {
        &self.document.objectives
    }

    /// A template by id.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates().iter().find(|template| template.id == id)
    }

    /// The key results, of all templates, that cannot be scored before their start or baseline is known.
    ///
    /// ```
    /// let sales = okrkit::catalog::sales();
    /// assert_eq!(sales.baselines().count(), 21);
    /// let sales = sales.with_baseline("deal-size", 9_800.0)?;
    /// assert_eq!(sales.baselines().count(), 20);
    /// # Ok::<(), okrkit::Issues>(())
    /// ```
    pub fn baselines(&self) -> impl Iterator<Item = &KeyResult> {
        self.templates().iter().flat_map(Template::baselines)
    }

    /// The catalogue with what a key result is compared with filled in, as [`Template::with_baseline`] does.
    ///
    /// # Errors
    /// As there; [`Code::EditUnknown`] where no template has such a key result. Pointers lead into the catalogue.
    pub fn with_baseline(mut self, key_result: &str, baseline: f64) -> Result<Self, Issues> {
        let mut cx = Context::default();
        let mut templates = self.document.objectives.iter_mut().enumerate();
        let found = templates.find(|(_, template)| template.key_results.iter().any(|own| own.id == key_result));
        match found {
            Some((at, template)) => cx.name("objectives", |cx| cx.index(at, |cx| template.set_baseline(key_result, baseline, cx))),
            None => cx.report(Code::EditUnknown, no_key_result(key_result, "the catalogue", &self.document.objectives)),
        }
        if cx.has_issues() {
            return Err(Issues::from_vec(cx.into_issues()));
        }
        Ok(self)
    }

    /// A plan of all templates, for one cycle and, if given, one team.
    ///
    /// For some of them, or several teams, put [instances](Template::instantiate) into a [builder](Plan::builder) of your own.
    ///
    /// # Errors
    /// Every problem of the plan at once: an id that is not valid, a cycle that ends before it starts, a share of slots where
    /// neither the measure nor the cycle says how long a slot is.
    pub fn plan(&self, id: impl Into<String>, cycle: Cycle, team: Option<Team>) -> Result<Plan, Issues> {
        let team_id = team.as_ref().map(|team| team.id.as_str());
        let objectives = self.templates().iter().map(|template| template.instantiate(&cycle.id, team_id)).collect();
        Plan::from_document(PlanDocument {
            id: id.into(),
            title: Some(self.document.title.clone()),
            cycles: vec![cycle],
            objectives,
            teams: team.into_iter().collect(),
            ..PlanDocument::default()
        })
    }
}

impl serde::Serialize for Catalog {
    /// As the document.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document.serialize(serializer)
    }
}

/// "there is no key result `deal-sise` in the catalogue, did you mean `deal-size`?"
fn no_key_result(id: &str, within: &str, templates: &[Template]) -> String {
    let known = templates
        .iter()
        .flat_map(|template| &template.key_results)
        .map(|key_result| key_result.id.as_str());
    let near = crate::issue::nearest(id, known).map_or_else(String::new, |near| format!(", did you mean {}?", quote(near)));
    format!("there is no key result {} in {within}{near}", quote(id))
}
