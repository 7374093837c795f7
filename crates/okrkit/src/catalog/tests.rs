use std::collections::BTreeMap;

use super::{SALES, read, sales};
use crate::measure::{Measure, MeasureKind};
use crate::plan::{Cycle, Team};
use crate::{Code, Outcome, Profile, Reason, Text};

fn codes(issues: &crate::Issues) -> Vec<(&str, &str)> {
    issues.iter().map(|issue| (issue.path.as_str(), issue.code.as_str())).collect()
}

#[test]
fn the_sales_catalogue_reads_without_issue() {
    let catalog = read(SALES).unwrap();
    assert_eq!(catalog, sales());
    assert_eq!(catalog.id(), "sales");
    assert_eq!(catalog.templates().len(), 15);
    assert!(catalog.templates().iter().all(|template| template.key_results.len() == 3));
}

#[test]
fn every_title_is_there_in_english_and_arabic() {
    fn both(text: &Text) -> bool {
        let Text::Localized(texts) = text else { return false };
        let is_arabic = |text: &String| text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c));
        texts.get("en").is_some_and(|text| !is_arabic(text)) && texts.get("ar").is_some_and(is_arabic)
    }
    fn steps(measure: &Measure) -> Vec<&Text> {
        match measure {
            Measure::Milestones(milestones) => milestones.steps.iter().map(|step| &step.title).collect(),
            Measure::Composite(composite) => composite.parts.values().flat_map(steps).collect(),
            _ => Vec::new(),
        }
    }
    let catalog = sales();
    let mut n = 0;
    for template in catalog.templates() {
        assert!(both(&template.title) && template.description.as_ref().is_some_and(both), "{}", template.id);
        for key_result in &template.key_results {
            assert!(both(&key_result.title), "{}", key_result.id);
            for title in steps(&key_result.measure) {
                assert!(both(title), "{}", key_result.id);
                n += 1;
            }
        }
    }
    assert!(n > 20, "the steps were looked at");
}

#[test]
fn the_categories_are_the_five_of_the_article() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for template in sales().templates() {
        *found.entry(template.category.clone().unwrap_or_default()).or_default() += 1;
    }
    let found: Vec<_> = found.iter().map(|(category, n)| (category.as_str(), *n)).collect();
    assert_eq!(found, [("customer", 3), ("process", 3), ("product", 1), ("revenue", 5), ("team", 3)]);
}

/// What the article says: "±x %" against a baseline, "to x %" an absolute level, and the counts.
#[test]
fn the_figures_are_those_of_the_article() {
    const CHANGES: &[(&str, f64)] = &[
        ("deal-size", 10.0),
        ("churn-rate", -5.0),
        ("market-share", 5.0),
        ("call-volume", 20.0),
        ("sales-cycle", -15.0),
        ("product-sales", 25.0),
        ("team-performance", 15.0),
        ("upsell-revenue", 20.0),
        ("admin-work", -25.0),
        ("process-efficiency", 30.0),
        ("online-revenue", 40.0),
        ("cross-team-projects", 20.0),
        ("acquisition-cost", -10.0),
        ("referral-participation", 30.0),
    ];
    const TARGETS: &[(&str, f64)] = &[
        ("revenue", 500_000.0),
        ("deals", 50.0),
        ("renewal-rate", 85.0),
        ("new-customers", 100.0),
        ("penetration-campaigns", 10.0),
        ("webinars", 5.0),
        ("product-upsell-rate", 30.0),
        ("leads", 1_000.0),
        ("lead-conversion", 20.0),
        ("satisfaction", 90.0),
        ("interviews", 50.0),
        ("training-sessions", 10.0),
        ("certification-rate", 80.0),
        ("cross-sell-opportunities", 50.0),
        ("new-markets", 3.0),
        ("new-region-customers", 200.0),
        ("new-region-revenue", 1_000_000.0),
        ("forecast-accuracy", 90.0),
        ("site-conversion", 15.0),
        ("digital-campaigns", 3.0),
    ];
    const OTHERS: &[(&str, MeasureKind)] = &[
        ("loyalty-programme", MeasureKind::Composite),
        ("crm", MeasureKind::Composite),
        ("sales-automation", MeasureKind::Composite),
        ("complaints", MeasureKind::Threshold),
        ("weekly-meetings", MeasureKind::Threshold),
        ("nurturing-campaign", MeasureKind::Milestones),
        ("cross-sell-training", MeasureKind::Milestones),
        ("forecasting-tool", MeasureKind::Milestones),
        ("forecasting-training", MeasureKind::Done),
        ("collaboration-tool", MeasureKind::Milestones),
        ("cost-effective-leads", MeasureKind::Milestones),
    ];
    assert_eq!(CHANGES.len() + TARGETS.len() + OTHERS.len(), 45);
    let catalog = sales();
    let measure = |id: &str| {
        catalog
            .templates()
            .iter()
            .flat_map(|template| &template.key_results)
            .find(|kr| kr.id == id)
            .map(|kr| &kr.measure)
            .unwrap()
    };
    for (id, percent) in CHANGES {
        let Measure::Change(change) = measure(id) else { panic!("{id} is no change") };
        assert_eq!((change.percent, change.baseline), (Some(*percent), None), "{id}");
    }
    for (id, target) in TARGETS {
        assert_eq!(measure(id).target(), Some(*target), "{id}");
    }
    for (id, kind) in OTHERS {
        assert_eq!(measure(id).kind(), *kind, "{id}");
    }
    let Measure::Events(webinars) = measure("webinars") else {
        panic!("webinars are events")
    };
    assert_eq!(webinars.each_at_least, Some(200.0));
}

#[test]
fn a_plan_of_the_catalogue_is_valid_and_waits_for_its_baselines() {
    let catalog = sales();
    let plan = catalog
        .plan("acme", Cycle::quarter(2026, 1).unwrap(), Some(Team::new("sales", "Sales")))
        .unwrap();
    assert!(
        plan.objectives()
            .all(|objective| objective.team.as_deref() == Some("sales") && objective.cycle == "2026-q1")
    );
    assert_eq!(plan.title().map(|title| title.get("en")), Some("OKRs for sales teams"));

    // A check-in alone makes no figure of what has no baseline, and each names what is missing.
    let on = "2026-02-01".parse().unwrap();
    let waiting: Vec<&str> = catalog.baselines().map(|key_result| key_result.id.as_str()).collect();
    let check_ins = waiting.iter().map(|id| crate::Edit::CheckIn {
        key_result: (*id).to_owned(),
        check_in: crate::CheckIn::of_value(on, 1.0),
    });
    let card = crate::evaluate(&plan.apply(check_ins).unwrap(), &Profile::named("default").unwrap(), on);
    for (key_result, score) in card.key_results() {
        let reason = if waiting.contains(&key_result.id.as_str()) {
            if key_result.measure.kind() == MeasureKind::Change {
                Reason::Baseline
            } else {
                Reason::Start
            }
        } else {
            Reason::NoCheckIns
        };
        assert_eq!(score.progress, Outcome::NoData(reason), "{}", key_result.id);
    }
}

#[test]
fn with_its_baselines_every_key_result_can_be_scored() {
    let ids: Vec<String> = sales().baselines().map(|key_result| key_result.id.clone()).collect();
    let catalog = ids.iter().try_fold(sales(), |catalog, id| catalog.with_baseline(id, 7.0)).unwrap();
    assert_eq!(catalog.baselines().count(), 0);
    catalog.plan("acme", Cycle::quarter(2026, 1).unwrap(), None).unwrap();
}

#[test]
fn a_baseline_that_cannot_be_is_refused_with_its_place() {
    let refused = |id: &str, baseline: f64| {
        let issues = sales().with_baseline(id, baseline).unwrap_err();
        assert_eq!(issues.len(), 1, "{issues}");
        let issue = issues.iter().next().unwrap();
        (issue.path.clone(), issue.code, issue.message.clone())
    };
    assert_eq!(
        refused("deal-sise", 1.0),
        (
            String::new(),
            Code::EditUnknown,
            "there is no key result `deal-sise` in the catalogue, did you mean `deal-size`?".to_owned()
        )
    );
    assert_eq!(
        refused("deals", 12.0),
        (
            "/objectives/0/key_results/1/measure/start".to_owned(),
            Code::DocumentUnknownField,
            "`deals` counts what happens in the cycle, it has no baseline".to_owned()
        )
    );
    assert_eq!(refused("renewal-rate", 85.0).1, Code::MeasureStartEqualsTarget);
    assert_eq!(refused("deal-size", f64::NAN).1, Code::NumberRange);
    assert_eq!(
        refused("webinars", 1.0).2,
        "`webinars` has a measure of kind `events`, which is compared with no baseline"
    );
    assert_eq!(refused("crm", 1.0).2, "`crm` is a composite, whose parts have baselines of their own");
    // A template gives the place within itself.
    let issues = sales().template("grow-revenue").unwrap().clone().with_baseline("deals", 1.0).unwrap_err();
    assert_eq!(codes(&issues), [("/key_results/1/measure/start", "document.unknown_field")]);
}

#[test]
fn a_sum_whose_start_is_not_known_takes_one() {
    let text = r#"{"okrkit_catalog": 1, "id": "c", "title": "C", "objectives": [{"id": "o", "title": "O", "key_results": [
        {"id": "k", "title": "K", "measure": {"kind": "metric", "start": null, "target": 9, "reading": "sum"}}]}]}"#;
    let catalog = read(text).unwrap().with_baseline("k", 4.0).unwrap();
    assert_eq!(catalog.baselines().count(), 0);
}

#[test]
fn every_problem_of_a_catalogue_is_reported_at_its_place() {
    let text = r#"{"okrkit_catalog": 1, "id": " c", "title": "C", "objectives": [
        {"id": "o", "title": "O", "cycle": "q1", "key_results": [
            {"id": "k", "title": "K", "measure": {"kind": "done"}, "check_ins": [{"on": "2026-01-01", "done": true}]},
            {"id": "k", "title": "K", "measure": {"kind": "milestones", "steps": []}}]}]}"#;
    let issues = read(text).unwrap_err();
    assert_eq!(
        codes(&issues),
        [
            ("/objectives/0/cycle", "document.unknown_field"),
            ("/id", "id.invalid"),
            ("/objectives/0/key_results/1/measure/steps", "measure.empty"),
            ("/objectives/0/key_results/1/id", "id.duplicate"),
            ("/objectives/0/key_results/0/check_ins", "document.unknown_field"),
        ]
    );
    let issues = read(r#"{"okrkit": 1, "id": "c", "title": "C", "objectives": []}"#).unwrap_err();
    assert_eq!(codes(&issues), [("/okrkit_catalog", "document.unsupported_version")]);
}

#[test]
fn a_share_of_slots_may_leave_their_length_to_the_cycle() {
    let text = r#"{"okrkit_catalog": 1, "id": "c", "title": "C", "objectives": [{"id": "o", "title": "O", "key_results": [
        {"id": "k", "title": "K", "measure": {"kind": "threshold", "at_least": 1, "judge": {"share_of": "planned"}}}]}]}"#;
    let catalog = read(text).unwrap();
    let cycle = Cycle::quarter(2026, 1).unwrap();
    let issues = catalog.plan("p", cycle.clone(), None).unwrap_err();
    assert_eq!(codes(&issues), [("/objectives/0/key_results/0/measure/judge", "measure.no_cadence")]);
    let weekly = Cycle {
        check_in_every: Some(crate::Cadence::Week),
        ..cycle
    };
    assert!(catalog.plan("p", weekly, None).is_ok());
}

#[test]
fn a_catalogue_is_written_as_it_is_read() {
    let written = serde_json::to_string(&sales()).unwrap();
    assert_eq!(read(&written).unwrap(), sales());
}
