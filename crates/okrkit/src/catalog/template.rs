//! One objective of a catalogue.

use std::collections::BTreeMap;

use super::no_key_result;
use crate::issue::{Code, Issues, quote};
use crate::measure::{Measure, MeasureFields, ReadingRule};
use crate::plan::{Ambition, KeyResult, Objective, ObjectiveBeside, Text};
use crate::wire::{self, Context, Nullable};

wire::record! {
    /// An objective of no cycle and no team, with key results that have nothing checked in.
    ///
    /// It is plain data: change it as you like. It is checked again when it becomes part of a plan.
    pub struct Template is "an objective template" {
        /// The id, in one namespace with the key results of the whole catalogue.
        id: String = required;
        /// For people.
        title: Text = required;
        /// For people, at length.
        description: Option<Text> = optional;
        /// `revenue`, `customer`, `product`, `process`, `team`, or any other word.
        category: Option<String> = optional;
        /// What success means.
        ambition: Ambition = optional;
        /// Words to group by.
        tags: BTreeMap<String, String> = optional;
        /// How it is measured.
        key_results: Vec<KeyResult> = optional;
    }
}

impl Template {
    /// The title in a language, as [`Text::get`] finds it.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }

    /// The key results that cannot be scored before their start or baseline is known: `null` in a `metric` or a `change`, or in
    /// a part of a `composite`. Until then their progress is `no_data`, with reason `start` or `baseline`.
    ///
    /// ```
    /// let sales = okrkit::catalog::sales();
    /// let grow = sales.template("grow-revenue").ok_or("no such template")?;
    /// // 500,000 USD and 50 deals count from 0; ten per cent more needs to know of what.
    /// assert_eq!(grow.baselines().map(|key_result| key_result.id.as_str()).collect::<Vec<_>>(), ["deal-size"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn baselines(&self) -> impl Iterator<Item = &KeyResult> {
        self.key_results.iter().filter(|key_result| needs_baseline(&key_result.measure))
    }

    /// The template with what a key result is compared with filled in: the `baseline` of a `change`, the `start` of a `metric`,
    /// `exact` or `levels` measure, on the measure's own scale (percent: 78 means 78 %). One that is known already is replaced.
    ///
    /// ```
    /// let sales = okrkit::catalog::sales();
    /// let grow = sales.template("grow-revenue").ok_or("no such template")?;
    /// let grow = grow.clone().with_baseline("deal-size", 1_200.0)?;
    /// assert_eq!(grow.key_results[2].measure.target(), Some(1_320.0), "ten per cent more");
    ///
    /// let issues = grow.with_baseline("deals", 12.0).unwrap_err();
    /// assert!(issues.iter().all(|issue| issue.message.contains("counts what happens in the cycle")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// - [`Code::EditUnknown`]: the template has no such key result.
    /// - [`Code::DocumentUnknownField`]: its measure takes no baseline. Milestones and events do not, nor does a `metric` that
    ///   adds up what happens in the cycle; of a `composite` the parts have baselines, in [`KeyResult::measure`].
    /// - [`Code::MeasureStartEqualsTarget`]: there is no way from this baseline to the target; [`Code::MeasureLevelsOrder`]: not
    ///   all levels lie on one side of it.
    /// - [`Code::NumberRange`]: it is not finite.
    pub fn with_baseline(mut self, key_result: &str, baseline: f64) -> Result<Self, Issues> {
        let mut cx = Context::default();
        self.set_baseline(key_result, baseline, &mut cx);
        if cx.has_issues() {
            return Err(Issues::from_vec(cx.into_issues()));
        }
        Ok(self)
    }

    /// An objective of a cycle and, if given, a team. Ids, titles and measures are those of the template.
    ///
    /// Two instances in one plan need ids of their own: change them, as they are plain data.
    ///
    /// ```
    /// use okrkit::{Cycle, Plan, catalog};
    ///
    /// let sales = catalog::sales();
    /// let q1 = Cycle::quarter(2026, 1)?;
    /// let grow = sales.template("grow-revenue").ok_or("no such template")?.instantiate(&q1.id, Some("gulf"));
    /// let plan = Plan::builder("acme").cycle(q1).team("gulf", "Gulf", None).objective(grow.owned_by("noura")).build()?;
    /// assert_eq!(plan.key_result("deals").map(|deals| deals.title.get("en")), Some("Close 50 new deals"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instantiate(&self, cycle: &str, team: Option<&str>) -> Objective {
        let Self {
            id,
            title,
            description,
            category,
            ambition,
            tags,
            key_results,
            ext,
        } = self.clone();
        Objective {
            team: team.map(str::to_owned),
            category,
            ambition,
            tags,
            key_results,
            beside: ObjectiveBeside {
                description,
                ext,
                ..ObjectiveBeside::default()
            }
            .boxed(),
            ..Objective::new(id, title, cycle)
        }
    }

    /// Sets a baseline; what is wrong with it is noted in `cx`, at its place in the template.
    pub(super) fn set_baseline(&mut self, id: &str, baseline: f64, cx: &mut Context) {
        let Some(at) = self.key_results.iter().position(|key_result| key_result.id == id) else {
            cx.report(Code::EditUnknown, no_key_result(id, "the template", std::slice::from_ref(self)));
            return;
        };
        let Some(key_result) = self.key_results.get_mut(at) else { return };
        cx.name("key_results", |cx| {
            cx.index(at, |cx| cx.name("measure", |cx| set_baseline(key_result, baseline, cx)));
        });
    }

    /// Notes what only a key result of a cycle has.
    pub(super) fn check_is_undated(&self, cx: &mut Context) {
        cx.name("key_results", |cx| {
            for (i, key_result) in self.key_results.iter().enumerate() {
                let dated = [
                    ("starts", key_result.starts.is_some()),
                    ("ends", key_result.ends.is_some()),
                    ("expected_path", !key_result.expected_path.is_empty()),
                    ("stages", !key_result.stages.is_empty()),
                    ("check_ins", !key_result.check_ins.is_empty()),
                    ("amendments", !key_result.amendments.is_empty()),
                    ("manual_scores", !key_result.manual_scores.is_empty()),
                ];
                cx.index(i, |cx| {
                    for (name, _) in dated.into_iter().filter(|(_, is_given)| *is_given) {
                        cx.report_at(
                            name,
                            Code::DocumentUnknownField,
                            format!("a template belongs to no cycle, so its key results have no `{name}`"),
                        );
                    }
                });
            }
        });
    }
}

fn needs_baseline(measure: &Measure) -> bool {
    match measure {
        Measure::Metric(metric) => metric.start.is_none(),
        Measure::Change(change) => change.baseline.is_none(),
        Measure::Composite(composite) => composite.parts.values().any(needs_baseline),
        _ => false,
    }
}

fn set_baseline(key_result: &mut KeyResult, baseline: f64, cx: &mut Context) {
    let known = Some(Nullable(Some(baseline)));
    let id = quote(&key_result.id);
    let (name, fields) = match &key_result.measure {
        Measure::Change(_) => (
            "baseline",
            MeasureFields {
                baseline: known,
                ..MeasureFields::default()
            },
        ),
        Measure::Metric(metric) if metric.reading == ReadingRule::Sum && metric.start.is_some() => {
            let message = format!("{id} counts what happens in the cycle, it has no baseline");
            return cx.report_at("start", Code::DocumentUnknownField, message);
        }
        Measure::Metric(_) | Measure::Exact(_) | Measure::Levels(_) => (
            "start",
            MeasureFields {
                start: known,
                ..MeasureFields::default()
            },
        ),
        Measure::Composite(_) => {
            let message = format!("{id} is a composite, whose parts have baselines of their own");
            return cx.report_at("baseline", Code::DocumentUnknownField, message);
        }
        other => {
            let message = format!("{id} has a measure of kind `{}`, which is compared with no baseline", other.kind());
            return cx.report_at("baseline", Code::DocumentUnknownField, message);
        }
    };
    if !baseline.is_finite() {
        return cx.report_at(name, Code::NumberRange, format!("a baseline is a finite number, found `{baseline}`"));
    }
    let measure = key_result.measure.clone().with(&fields, cx);
    measure.check(cx, None);
    key_result.measure = measure;
}
