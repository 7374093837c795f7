//! Rows of numbers are judged as the key results of a plan are.

use okrkit::{
    Date, GroupBy, GroupScore, Judge, KeyResult, Measure, MeasureKind, NodeScore, Objective, Outcome, PartialGroup, PartialObjective, PartialScore, Plan,
    Profile, Reading, RowKeyResult, RowMeasure, RowRules, Scorecard,
};
use okrkit_testing::generate::{self, AS_OF, Config};

/// A generated plan without what rows do not have: links, amendments, steps with days of their own.
fn plan(seed: u64) -> Plan {
    let config = Config {
        seed,
        objectives: 120,
        links: false,
        ..Config::default()
    };
    let mut document = okrkit::read(&generate::plan(&config)).unwrap().to_document();
    for objective in &mut document.objectives {
        for key_result in &mut objective.key_results {
            key_result.amendments.clear();
            if let Measure::Milestones(milestones) = &mut key_result.measure {
                milestones.steps.iter_mut().for_each(|step| step.ends = None);
            }
        }
    }
    Plan::from_document(document).unwrap()
}

fn row(objective: &Objective, key_result: &KeyResult, card: &Scorecard) -> RowKeyResult {
    let measure = RowMeasure::of(&key_result.measure);
    let score = card.key_result(&key_result.id).unwrap();
    let reading = score.reading.as_ref().and_then(|reading| match reading {
        Reading::Done(done) => Some(f64::from(*done)),
        reading => reading.number(),
    });
    let mut row = RowKeyResult::new(measure, reading);
    let is_judged_by_latest = |measure: &Measure| !matches!(measure, Measure::Threshold(threshold) if threshold.judge != Judge::Latest);
    if let Outcome::Value(progress) = score.progress
        && (key_result.measure.kind() == MeasureKind::Milestones || !is_judged_by_latest(&key_result.measure))
    {
        row.progress = Some(progress);
    }
    row.weight = key_result.weight.unwrap_or(1.0);
    row.period = (score.starts, score.ends);
    (row.confidence, row.stage, row.ambition) = (score.confidence, score.stage, objective.ambition);
    row
}

fn close(one: Option<f64>, other: Option<f64>, what: &str) {
    match (one, other) {
        (Some(one), Some(other)) => assert!((one - other).abs() < 1e-12, "{what}: {one} and {other}"),
        (one, other) => assert_eq!(one, other, "{what}"),
    }
}

fn same_node(one: &NodeScore, other: &NodeScore, id: &str) {
    close(one.progress.value(), other.progress.value(), id);
    assert_eq!(one.progress.as_str(), other.progress.as_str(), "{id}");
    close(one.score, other.score, id);
    close(Some(one.expected), Some(other.expected), id);
    close(one.gap, other.gap, id);
    close(one.confidence, other.confidence, id);
    assert_eq!((one.status, one.grade, &one.band), (other.status, other.grade, &other.band), "{id}");
    assert_eq!((one.elapsed.to_bits(), one.stage), (other.elapsed.to_bits(), other.stage), "{id}");
}

fn same_group(one: &GroupScore, other: &GroupScore, name: &str) {
    close(one.progress, other.progress, name);
    close(one.score, other.score, name);
    close(one.expected, other.expected, name);
    close(one.confidence, other.confidence, name);
    close(one.net_confidence, other.net_confidence, name);
    assert_eq!((one.n, &one.status, one.grade), (other.n, &other.status, other.grade), "{name}");
}

#[test]
fn rows_of_a_plan_come_to_its_scorecard_in_every_profile() {
    let plan = plan(7);
    for name in Profile::names() {
        let profile = Profile::named(name).unwrap();
        for day in [AS_OF, "2026-02-20", "2027-03-01"] {
            let on: Date = day.parse().unwrap();
            let (card, rules) = (okrkit::evaluate(&plan, &profile, on), RowRules::new(&profile, on));
            let mut total = PartialGroup::default();
            let mut teams: std::collections::BTreeMap<&str, PartialGroup> = std::collections::BTreeMap::new();
            for objective in plan.objectives() {
                let mut sums = PartialObjective::new(objective.ambition, objective.stage.unwrap_or_default());
                let mut scores = PartialScore::default();
                for key_result in &objective.key_results {
                    let row = row(objective, key_result, &card);
                    let score = rules.add_and_score(&row, &mut sums);
                    same_node(&score, &card.key_result(&key_result.id).unwrap(), &key_result.id);
                    rules.member_score(&row).into_iter().for_each(|(weight, score)| scores.add(weight, score));
                }
                assert_eq!(scores, sums.score, "the short way adds the same");
                let (score, plain) = (rules.objective(&sums), card.objective(&objective.id).unwrap());
                same_node(&score, &plain, &objective.id);
                close(score.net_confidence, plain.net_confidence, &objective.id);
                rules.add_objective(&sums, &mut total);
                rules.add_objective(&sums, teams.entry(objective.team.as_deref().unwrap()).or_default());
            }
            same_group(&rules.group(&total), &card.total(), "total");
            for (team, plain) in card.group_by(&GroupBy::Team) {
                same_group(&rules.group(&teams[team.as_str()]), &plain, &team);
            }
        }
    }
}

#[test]
fn parts_of_an_objective_merged_are_the_objective() {
    let plan = plan(3);
    let (profile, on) = (Profile::named("servicenow").unwrap(), AS_OF.parse().unwrap());
    let (card, rules) = (okrkit::evaluate(&plan, &profile, on), RowRules::new(&profile, on));
    for objective in plan.objectives() {
        let rows: Vec<_> = objective.key_results.iter().map(|key_result| row(objective, key_result, &card)).collect();
        let (first, second) = rows.split_at(2);
        let mut parts = [PartialObjective::default(); 2];
        for (rows, part) in [first, second].into_iter().zip(&mut parts) {
            for row in rows {
                rules.add(row, part);
            }
        }
        let [mut merged, other] = parts;
        merged.merge(&other);
        (merged.ambition, merged.stage) = (objective.ambition, objective.stage.unwrap_or_default());
        same_node(&rules.objective(&merged), &card.objective(&objective.id).unwrap(), &objective.id);
    }
}

#[test]
fn a_row_without_a_figure_is_treated_as_the_profile_says() {
    let rules = |name: &str| RowRules::new(&Profile::named(name).unwrap(), Date::new(2026, 2, 1).unwrap());
    let mut row = RowKeyResult::new(RowMeasure::metric(Some(0.0), 10.0).unwrap(), None);
    assert_eq!(rules("default").member_score(&row), None);
    assert_eq!(rules("okr_tracker").member_score(&row), Some((1.0, 0.0)));
    // Once it is over it counts as 0 by default too.
    row.period.1 = Date::new(2026, 1, 31).unwrap();
    assert_eq!(rules("default").member_score(&row), Some((1.0, 0.0)));
}

#[test]
fn weights_that_a_profile_ignores_count_one_and_those_of_nothing_leave_out() {
    let mut row = RowKeyResult::new(RowMeasure::metric(Some(0.0), 10.0).unwrap(), Some(5.0));
    row.weight = 3.0;
    let on = Date::new(2026, 2, 1).unwrap();
    let score = |name: &str, row: &RowKeyResult| RowRules::new(&Profile::named(name).unwrap(), on).member_score(row);
    assert_eq!(score("default", &row), Some((3.0, 0.5)));
    assert_eq!(score("15five", &row), Some((1.0, 0.5)));
    row.weight = 0.0;
    assert_eq!(score("15five", &row), None);
}
