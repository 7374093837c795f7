//! Texts of profiles that say only what differs from a named one.

use okrkit::Profile;
use serde_json::json;

use crate::support::{named, told};

fn read(members: &str) -> Result<Profile, Vec<String>> {
    okrkit::profile::read(&format!(r#"{{"okrkit_profile": 1, "id": "ours", {members}}}"#)).map_err(|issues| told(&issues))
}

#[test]
fn what_is_not_said_is_taken_from_the_named_profile() {
    let profile = read(r#""extends": "viva", "clamp": {"shown": {"cap": 1}}, "pool": {"own_share": 0.7}"#).unwrap();
    let mut expected = named("viva");
    expected.id = "ours".to_owned();
    expected.clamp.shown.cap.0 = Some(1.0);
    expected.pool = okrkit::profile::Pool::OwnShare(0.7);
    assert_eq!(profile, expected);
}

#[test]
fn data_of_ones_own_is_kept_to_the_letter_beside_extends() {
    let deep = ["[".repeat(100_000), "1e999".to_owned(), "]".repeat(100_000)].concat();
    for ext in [r#"{"a": 1.50,  "a": "\ud800"}"#, &deep] {
        let profile = read(&format!(r#""extends": "viva", "ext": {ext}, "clamp": {{"ext": {ext}}}"#)).unwrap();
        assert_eq!(profile.ext.unwrap().json(), ext);
        assert_eq!(profile.clamp.ext.unwrap().json(), ext);
    }
}

#[test]
fn numbers_of_a_profile_that_extends_another_keep_their_last_bit() {
    let profile = read(r#""extends": "viva", "anchors": {"commit": 0.30000000000000004}"#).unwrap();
    assert_eq!(profile.anchors.commit.to_bits(), 0.300_000_000_000_000_04_f64.to_bits());
}

#[test]
fn extends_is_a_name_given_once() {
    assert_eq!(
        read(r#""extends": "viva", "extends": "google""#),
        Err(vec!["document.duplicate_field /extends field `extends` is given twice".to_owned()])
    );
    assert_eq!(
        read(r#""extends": ["viva"]"#),
        Err(vec!["document.wrong_type /extends expected the name of a profile".to_owned()])
    );
}

#[test]
fn the_version_is_not_taken_from_the_named_profile() {
    for profile in [
        json!({"id": "ours", "extends": "viva", "colour": 1}),
        json!({"okrkit_profile": 2, "id": "ours", "extends": "vivaa", "colour": 1}),
    ] {
        let issues = okrkit::profile::read(&profile.to_string()).unwrap_err();
        assert_eq!(issues.len(), 1, "{issues}");
        assert!(told(&issues)[0].starts_with("document.unsupported_version /okrkit_profile "), "{issues}");
    }
}
