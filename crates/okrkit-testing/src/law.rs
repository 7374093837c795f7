//! What must hold for any text at all; fuzzing looks for one for which it does not.

use okrkit::explain::{Step, StepValue};
use okrkit::{CheckIn, Date, Edit, Figure, Group, Language, ManualScore, NodeScore, Plan, Profile, Scorecard, Stage, StageChange, Subject};

/// Reads any bytes as a plan. What can be read is scored in three of the named profiles, each figure explained, in data and in
/// words, grouped, looked through for findings, edited, written, and must be the same when it is read again.
///
/// The first byte picks the profiles, the second one the day: so many weeks after the first cycle began. The rest is the text.
/// See [`seed`] for the way back.
///
/// # Panics
/// Where the law does not hold. That is what a fuzzer waits for.
pub fn holds_for(data: &[u8]) {
    let [profile, week, text @ ..] = data else { return };
    let plan = match okrkit::read_bytes(text) {
        Ok(plan) => plan,
        Err(issues) => return refusals_say_what_and_where(text, &issues),
    };
    let begin = plan.cycles().first().map_or(Date::MIN, |cycle| cycle.starts);
    let day = begin.add_days(i32::from(*week) * 7).unwrap_or(begin);
    for profile in [0, 5, 10].map(|step| usize::from(*profile) + step) {
        scorecards_are_whole(&plan, profile, day);
    }
    reads_as_it_was_written(&plan);
    edits_lead_to_plans(&plan, day);
}

fn refusals_say_what_and_where(text: &[u8], issues: &okrkit::Issues) {
    assert!(!issues.is_empty(), "a plan is refused without a reason");
    for issue in issues {
        assert!(issue.path.is_empty() || issue.path.starts_with('/'), "`{}` is no pointer", issue.path);
        assert!(
            !issue.message.is_empty() && !issue.message.contains('\n'),
            "a message has one line: {}",
            issue.message
        );
    }
    if let Ok(text) = std::str::from_utf8(text) {
        for place in okrkit::document::locate(text, issues.iter().map(|issue| issue.path.as_str())) {
            assert!(text.is_char_boundary(place.offset), "{place:?} is no place in the text");
        }
    }
}

fn reads_as_it_was_written(plan: &Plan) {
    let written = okrkit::write(plan);
    match okrkit::read(&written) {
        Ok(again) => {
            assert!(again == *plan, "what was written reads as another plan: {written}");
            assert_eq!(okrkit::write(&again), written, "the text of one plan differs");
        }
        Err(issues) => assert!(issues.is_empty(), "what was written cannot be read: {issues}\n{written}"),
    }
}

fn scorecards_are_whole(plan: &Plan, profile: usize, day: Date) {
    let count = Profile::names().len();
    let profile = Profile::names().nth(profile % count).map(Profile::named);
    let Some(Ok(profile)) = profile else {
        assert!(profile.is_none(), "a named profile cannot be read: {profile:?}");
        return;
    };
    let card = okrkit::evaluate(plan, &profile, day);
    let nodes = card.objectives().map(|(objective, score)| (&objective.id, score.node));
    let nodes = nodes.chain(card.key_results().map(|(key_result, score)| (&key_result.id, score.node)));
    for (id, node) in nodes {
        figures_are_sound(id, &node);
        let subject = Subject::Node(id.clone());
        let progress = node.progress.value().map(f64::to_bits);
        is_explained(&card, &subject, Figure::Progress, progress);
        is_explained(&card, &subject, Figure::Score, node.score.map(f64::to_bits));
        is_explained(&card, &subject, Figure::Grade, node.grade.map(f64::to_bits));
        is_explained(&card, &subject, Figure::Expected, Some(node.expected.to_bits()));
        let status = okrkit::explain(&card, &subject, Figure::Status).map(|explanation| explanation.step.value);
        assert_eq!(status, Some(StepValue::Word(node.status.as_str())), "the status of `{id}`");
    }
    groups_are_sound(&card);
    let text = card.to_json();
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "the scorecard is no JSON: {text}");
    for finding in card.findings() {
        assert!(!finding.message.is_empty() && !finding.message.contains('\n'), "{finding}");
    }
    for finding in okrkit::lint(plan, &profile, day, &okrkit::LintPolicy::default()) {
        assert!(!finding.message.is_empty() && !finding.message.contains('\n'), "{finding:?}");
        assert!(finding.path.starts_with('/'), "{finding:?}");
    }
}

fn figures_are_sound(id: &str, node: &NodeScore) {
    for (name, score) in [("score", node.score), ("grade", node.grade), ("confidence", node.confidence)] {
        let score = score.unwrap_or_default();
        assert!((0.0..=1.0).contains(&score), "the {name} of `{id}` is {score}");
    }
    let figures = [node.progress.value(), Some(node.expected), node.gap, node.ratio, Some(node.elapsed)];
    assert!(
        figures.into_iter().flatten().all(f64::is_finite),
        "`{id}` has a figure that is no number: {node:?}"
    );
}

fn groups_are_sound(card: &Scorecard) {
    for by in card.group_bys() {
        for (name, group) in card.group_by(&by) {
            let figures = [group.progress, group.score, group.expected, group.confidence, group.net_confidence];
            assert!(
                figures.into_iter().flatten().all(f64::is_finite),
                "a figure of `{name}` is no number: {group:?}"
            );
            let subject = Subject::Group(Group::Of(by.clone(), name));
            is_explained(card, &subject, Figure::Score, group.score.map(f64::to_bits));
        }
    }
}

/// That the explanation comes to the figure itself, bit for bit, and can be told.
fn is_explained(card: &Scorecard, subject: &Subject, figure: Figure, bits: Option<u64>) {
    let Some(explanation) = okrkit::explain(card, subject, figure) else {
        assert!(bits.is_none(), "{figure} of {subject:?} has no explanation");
        return;
    };
    assert_eq!(
        explanation.value().number().map(f64::to_bits),
        bits,
        "{figure} of {subject:?} is explained as another"
    );
    assert!(serde_json::to_string(&explanation).is_ok(), "{figure} of {subject:?} cannot be written");
    for language in [Language::English, Language::Arabic] {
        let text = explanation.to_text(language);
        assert_eq!(text.lines().count(), lines(&explanation.step), "a step is one line: {text}");
        assert!(text.lines().all(|line| !line.trim().is_empty()), "a step says nothing: {text}");
    }
}

fn lines(step: &Step) -> usize {
    1 + step.steps.iter().map(lines).sum::<usize>()
}

fn edits_lead_to_plans(plan: &Plan, day: Date) {
    let before = okrkit::write(plan);
    let mut edits = vec![Edit::SetTitle(Some("title".into()))];
    if let Some((_, key_result)) = plan.key_results().next() {
        let id = &key_result.id;
        let last = key_result.check_ins.last().cloned();
        for check_in in [CheckIn::new(day), CheckIn::of_value(day, 0.5)].into_iter().chain(last) {
            let key_result = id.clone();
            edits.push(Edit::CheckIn { key_result, check_in });
        }
        edits.push(Edit::RemoveKeyResult(id.clone()));
    }
    if let Some(objective) = plan.objectives().last() {
        let node = objective.id.clone();
        let mut change = StageChange::default();
        (change.on, change.stage) = (day, Stage::Closed);
        edits.push(Edit::SetStage { node: node.clone(), change });
        let mut score = ManualScore::default();
        (score.on, score.value) = (day, 0.5);
        edits.push(Edit::SetScore { node: node.clone(), score });
        edits.push(Edit::RemoveObjective(node));
    }
    for edit in edits {
        let told = format!("{edit:?}");
        // A check-in alone is checked alone; beside an edit that changes nothing, with the whole plan.
        let nothing = Edit::SetTitle(plan.title().cloned());
        let (alone, beside) = (plan.apply([edit.clone()]), plan.apply([edit.clone(), nothing]));
        assert!(
            matches!(edit, Edit::SetTitle(_)) || alone == beside,
            "{told} comes to {alone:?} and to {beside:?}"
        );
        match alone {
            Ok(after) => reads_as_it_was_written(&after),
            Err(issues) => assert!(!issues.is_empty(), "{told} is refused without a reason"),
        }
    }
    assert_eq!(okrkit::write(plan), before, "an edit changed the plan it began with");
}

/// Bytes that [`holds_for`] reads as this text.
#[must_use]
pub fn seed(text: &str) -> Vec<u8> {
    // Letters, so that a seed can be looked at; which profile and day matters little, a fuzzer changes both.
    [b"dd", text.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use crate::{conformance, generate};

    use super::*;

    #[test]
    fn the_law_holds_for_the_plans_of_the_cases_in_every_profile() {
        let mut seen = 0;
        for (file, text) in conformance::cases() {
            let suite = conformance::Suite::from_text(text).unwrap_or_else(|why| panic!("{file}: {why}"));
            for case in suite.cases {
                // Each stands for itself and those five and ten after it, so these are all sixteen.
                for profile in 0..6 {
                    let mut data = seed(&case.plan);
                    (data[0], data[1]) = (profile, 9);
                    holds_for(&data);
                    seen += 1;
                }
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn the_law_holds_for_generated_plans() {
        // Small ones too: some of them have objectives of the year to which nothing contributes.
        for objectives in (1..=8).chain([30]) {
            for number in 0..8 {
                let text = generate::plan(&generate::Config {
                    seed: number,
                    objectives,
                    ..generate::Config::default()
                });
                assert!(okrkit::read(&text).is_ok(), "it is the part behind the door that matters here");
                holds_for(&seed(&text));
            }
        }
    }

    #[test]
    fn the_law_holds_for_what_is_no_plan() {
        for data in [&b""[..], b"d", b"dd", b"dd{", b"dd{}", b"dd\xff", b"dd[[[[", b"dd{\"okrkit\": 1}"] {
            holds_for(data);
        }
    }
}
