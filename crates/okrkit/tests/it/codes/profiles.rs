//! `profile.…`, and what else a profile may have wrong.

use okrkit::Code;
use serde_json::{Value, json};

use super::{Given, Row, row};
use crate::support;

/// The default profile with some fields of one's own.
fn profile(fields: Value) -> Given {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    let mut profile = json!({"okrkit_profile": 1, "id": "ours", "extends": "default"});
    for (name, value) in fields {
        profile[name] = value;
    }
    Given::Profile(profile.to_string())
}

const NAMES: &str = "default, google, viva, quantive, perdoo, workfront, 15five, servicenow, upraise, engagedly, mooncamp, leankit, zokri, puzzle, \
    okr_tracker, notion";

pub(crate) fn rows() -> Vec<Row> {
    let anchors = "the anchors do not rise from `fail` to `stretch` within 0 and 1";
    let pace = "the last pace row, and only the last, has no `when`";
    let sweet_spot = "the sweet spot is two scores within 0 and 1, the lower first";
    vec![
        row(
            Given::Name("vivaa"),
            Code::ProfileUnknown,
            "",
            format!("`vivaa` is not a profile okrkit brings ({NAMES}), did you mean `viva`?"),
        ),
        row(
            Given::Plan(json!({"okrkit": 1, "id": "p", "profile": "نموذج", "cycles": [], "objectives": []})),
            Code::ProfileUnknown,
            "/profile",
            format!("`نموذج` is not a profile okrkit brings ({NAMES})"),
        ),
        row(
            profile(json!({"extends": "vivaa"})),
            Code::ProfileUnknown,
            "/extends",
            format!("`vivaa` is not a profile okrkit brings ({NAMES}), did you mean `viva`?"),
        ),
        row(
            profile(json!({"clamp": {"shown": {"floor": 1, "cap": 0.5}}})),
            Code::ProfileClamp,
            "/clamp/shown",
            "the floor `1` is above the cap `0.5`",
        ),
        row(profile(json!({"anchors": {"commit": 0.9}})), Code::ProfileAnchors, "/anchors", anchors),
        row(profile(json!({"anchors": {"stretch": 1.1}})), Code::ProfileAnchors, "/anchors", anchors),
        row(profile(json!({"pace": []})), Code::ProfilePace, "/pace", pace),
        row(
            profile(json!({"pace": [{"status": "on_track"}, {"status": "behind"}]})),
            Code::ProfilePace,
            "/pace",
            pace,
        ),
        row(
            profile(json!({"pace": [{"status": "on_track", "when": {}}, {"status": "behind"}]})),
            Code::ProfilePace,
            "/pace",
            pace,
        ),
        row(
            profile(json!({"pace": [{"status": "on_track", "when": {"gap": {"at_most": 0}, "ratio": {}}}, {"status": "behind"}]})),
            Code::ProfilePace,
            "/pace/0/when/ratio",
            "`ratio` is tested against nothing, give `above`, `at_least`, `below` or `at_most`",
        ),
        row(
            profile(json!({"id": " ours"})),
            Code::IdInvalid,
            "/id",
            "the id ` ours` has white space at an end",
        ),
        row(
            profile(json!({"grade": {"bands": [{"from": 0.5, "band": "a"}, {"from": 0.5, "band": "b"}]}})),
            Code::ProfileBands,
            "/grade/bands",
            "the bands do not rise by `from`",
        ),
        row(profile(json!({"sweet_spot": [0.7, 0.6]})), Code::ProfileSweetSpot, "/sweet_spot", sweet_spot),
        row(profile(json!({"sweet_spot": [0.7]})), Code::ProfileSweetSpot, "/sweet_spot", sweet_spot),
        row(
            profile(json!({"grade": {"decimals": 1.5}})),
            Code::NumberRange,
            "/grade/decimals",
            "`decimals` is a whole number from 0 to 9, found `1.5`",
        ),
        row(
            profile(json!({"align": {"depth": {"max": -1}}})),
            Code::NumberRange,
            "/align/depth/max",
            "`max` is 0 or more, found `-1`",
        ),
        row(
            profile(json!({"success": {"learning": 2}})),
            Code::ScoreRange,
            "/success/learning",
            "a score is within 0 and 1, found `2`",
        ),
        row(
            profile(json!({"pool": {"own_share": 2}})),
            Code::ShareRange,
            "/pool/own_share",
            "a share is within 0 and 1, found `2`",
        ),
        row(
            profile(json!({"pool": "all"})),
            Code::DocumentUnknownWord,
            "/pool",
            "`all` is not a pool (key_results, children, pooled)",
        ),
        row(
            profile(json!({"miss": "zero"})),
            Code::DocumentUnknownField,
            "/miss",
            "unknown field `miss` in a profile, did you mean `missing`?",
        ),
        row(
            Given::Profile(r#"{"okrkit_profile": 1, "id": "ours", "extends": "viva", "missing": "zero", "missing": "exclude"}"#.to_owned()),
            Code::DocumentDuplicateField,
            "/missing",
            "field `missing` is given twice",
        ),
        row(
            Given::Profile(r#"{"okrkit_profile": 7, "id": 7, "anchors": 7}"#.to_owned()),
            Code::DocumentUnsupportedVersion,
            "/okrkit_profile",
            "the format version is the number `7`, this reader knows the number `1`",
        ),
    ]
}

#[test]
fn a_number_beyond_the_doubles_is_told_alike_whether_or_not_a_profile_extends_another() {
    let told = |text: &str| -> Vec<String> {
        let issues = okrkit::profile::read(text).unwrap_err();
        issues.iter().map(|issue| format!("{} {}", issue.code, issue.path)).collect()
    };
    let extending = r#"{"okrkit_profile": 1, "id": "x", "extends": "viva", "anchors": {"target": 1e999}, "ext": {"mine": 1e999}}"#;
    assert_eq!(told(extending), ["number.range /anchors/target"]);
    let alone = told(r#"{"okrkit_profile": 1, "id": "x", "anchors": {"target": 1e999}}"#);
    assert!(alone.contains(&"number.range /anchors/target".to_owned()), "{alone:?}");
}

#[test]
fn all_problems_of_a_profile_are_told_at_once() {
    let told = |text: &str| support::told(&okrkit::profile::read(text).unwrap_err());
    let extending = r#"{"okrkit_profile":1,"id":"bp","extends":"default","clamp":{"member":{"floor":2,"cap":1}},"sweet_spot":[0.9,0.1],
        "success":{"committed":5},"missing":"skip"}"#;
    assert_eq!(
        told(extending),
        [
            "document.unknown_word /missing `skip` is not what becomes of missing data (exclude, zero)",
            "profile.clamp /clamp/member the floor `2` is above the cap `1`",
            "score.range /success/committed a score is within 0 and 1, found `5`",
            "profile.sweet_spot /sweet_spot the sweet spot is two scores within 0 and 1, the lower first",
        ]
    );
    // What is lost in filling in is told too, and only once: that `missing` is given twice, and what the second says.
    let twice = r#"{"okrkit_profile":1,"id":"bp","extends":"default","missing":"zero","missing":"skip","sweet_spot":[0.9,0.1]}"#;
    let told_twice = told(twice);
    assert!(
        told_twice.contains(&"document.duplicate_field /missing field `missing` is given twice".to_owned()),
        "{told_twice:?}"
    );
    assert_eq!(told_twice.iter().filter(|told| told.contains("/sweet_spot")).count(), 1, "{told_twice:?}");
}

#[test]
fn what_stands_in_for_a_broken_value_is_not_judged() {
    let broken = r#"{"okrkit_profile":1,"id":"bp","extends":"default","anchors":{"stretch":"high"},"sweet_spot":[0.6,"x"],
        "pace":[{"status":"on_track","when":7},{"status":"behind"}],"grade":{"bands":[{"from":0.5,"band":"a"},{"from":"b","band":"b"}]},
        "success":{"learning":2}}"#;
    let issues = okrkit::profile::read(broken).unwrap_err();
    let told: Vec<String> = issues.iter().map(|issue| format!("{} {}", issue.code, issue.path)).collect();
    assert_eq!(
        told,
        [
            "document.wrong_type /anchors/stretch",
            "document.wrong_type /sweet_spot/1",
            "document.wrong_type /pace/0/when",
            "document.wrong_type /grade/bands/1/from",
            "score.range /success/learning",
        ]
    );
}
