//! What must hold for any text at all; fuzzing looks for one for which it does not.

use okrkit::{Plan, Profile};
use serde_json::Value;

/// Reads any bytes as a plan; what can be read is scored, written, and must be the same when it is read again.
///
/// The first byte picks one of the named profiles, the second one the day: so many weeks after the first cycle began. The rest
/// is the text. See [`seed`] for the way back.
///
/// # Panics
/// Where the law does not hold. That is what a fuzzer waits for.
pub fn read_score_write_read(data: &[u8]) {
    let [profile, week, text @ ..] = data else { return };
    let plan = match okrkit::read_bytes(text) {
        Ok(plan) => plan,
        Err(issues) => {
            assert!(issues.iter().count() > 0, "a plan is refused without a reason");
            for issue in &issues {
                assert!(issue.path.is_empty() || issue.path.starts_with('/'), "`{}` is no pointer", issue.path);
                assert!(!issue.message.contains('\n'), "a message has one line: {}", issue.message);
            }
            return;
        }
    };
    scores_lie_within_0_and_1(&plan, usize::from(*profile), i32::from(*week));
    let written = okrkit::write(&plan);
    match okrkit::read(&written) {
        Ok(again) => {
            assert!(again == plan, "what was written reads as another plan: {written}");
            assert_eq!(okrkit::write(&again), written, "the text of one plan differs");
        }
        Err(issues) => assert!(issues.iter().count() == 0, "what was written cannot be read: {issues:?}\n{written}"),
    }
}

fn scores_lie_within_0_and_1(plan: &Plan, profile: usize, week: i32) {
    let names = Profile::names();
    let count = names.len();
    let profile = names.into_iter().nth(profile % count).map(Profile::named);
    let Some(Ok(profile)) = profile else {
        assert!(profile.is_none(), "a named profile cannot be read: {profile:?}");
        return;
    };
    let begin = plan.cycles().first().map_or(okrkit::Date::MIN, |cycle| cycle.starts);
    let scorecard = okrkit::evaluate(plan, &profile, begin.add_days(week * 7).unwrap_or(begin));
    let scorecard = serde_json::to_value(scorecard).unwrap_or_default();
    assert!(scorecard.is_object(), "the scorecard cannot be written");
    for list in ["objectives", "key_results"] {
        let nodes = scorecard.get(list).and_then(Value::as_object).into_iter().flatten();
        for (id, node) in nodes {
            let score = node.get("score").and_then(Value::as_f64).unwrap_or_default();
            assert!((0.0..=1.0).contains(&score), "the score of `{id}` is {score}");
        }
    }
}

/// Bytes that [`read_score_write_read`] reads as this text.
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
                for profile in 0..16 {
                    let mut data = seed(&case.plan);
                    (data[0], data[1]) = (profile, 9);
                    read_score_write_read(&data);
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
                read_score_write_read(&seed(&text));
            }
        }
    }

    #[test]
    fn the_law_holds_for_what_is_no_plan() {
        for data in [&b""[..], b"d", b"dd", b"dd{", b"dd{}", b"dd\xff", b"dd[[[[", b"dd{\"okrkit\": 1}"] {
            read_score_write_read(data);
        }
    }
}
