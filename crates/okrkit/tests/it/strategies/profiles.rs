//! Profiles: named ones, and named ones with some of their choices changed.

use okrkit::Profile;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Json, Tape, set, tapes};

/// The name of a profile, or a document that extends one.
pub(crate) fn profiles() -> impl Strategy<Value = Json> {
    tapes(60).prop_map(|mut tape| Json(profile(&mut tape)))
}

/// Reads a profile by name or document, as a caller of the library does.
pub(crate) fn read(profile: &Value) -> Profile {
    match profile.as_str() {
        Some(name) => Profile::named(name).unwrap(),
        None => okrkit::profile::read(&profile.to_string()).unwrap_or_else(|issues| panic!("{issues}\n{profile}")),
    }
}

fn profile(tape: &mut Tape) -> Value {
    let names: Vec<&str> = Profile::names().collect();
    let base = tape.pick(&names);
    if !tape.chance(70) {
        return base.into();
    }
    let mut profile = json!({"okrkit_profile": 1, "id": "ours", "extends": base});
    for clamp in ["shown", "member", "objective"] {
        if tape.chance(20) {
            let (floor, cap) = tape.pick(&[
                (json!(0), json!(1)),
                (Value::Null, Value::Null),
                (json!(-0.5), json!(1.5)),
                (json!(0), Value::Null),
            ]);
            profile["clamp"][clamp] = json!({"floor": floor, "cap": cap});
        }
    }
    let mut word = |field: &str, words: &[&str]| {
        let word = tape.maybe(20, |tape| tape.pick(words));
        set(&mut profile, field, word);
    };
    word("missing", &["zero", "exclude"]);
    word("missing_at_close", &["exclude", "zero"]);
    word("weights", &["ignore", "use"]);
    word("multi_parent", &["divide", "full"]);
    word("progress", &["ratio", "from_start"]);
    word("goalposts", &["original", "in_force"]);
    word("objective_status", &["worst", "own"]);
    let pools = [
        json!("children"),
        json!("pooled"),
        json!("key_results"),
        json!({"own_share": 0.7}),
        json!({"own_share": 0.25}),
    ];
    set(&mut profile, "pool", tape.maybe(40, |tape| tape.pick(&pools)));
    set(&mut profile, "achieve_running", tape.maybe(20, |tape| tape.pick(&[true, false])));
    let anchors = [
        json!({"commit": 0.4, "target": 0.6}),
        json!({"fail": 0.1, "stretch": 0.9}),
        json!({"commit": 0.7, "target": 0.7}),
    ];
    set(&mut profile, "anchors", tape.maybe(20, |tape| tape.pick(&anchors)));
    let success = [json!({"learning": 0.5}), json!({"committed": 0.9, "aspirational": null})];
    set(&mut profile, "success", tape.maybe(20, |tape| tape.pick(&success)));
    let grades = [
        json!({"decimals": 2}),
        json!({"decimals": 0, "bands": [{"from": 0, "band": "no"}, {"from": 1, "band": "yes"}]}),
        json!({"decimals": 9, "bands": [{"from": 0.3333, "band": "some"}]}),
    ];
    set(&mut profile, "grade", tape.maybe(30, |tape| tape.pick(&grades)));
    set(&mut profile, "pace", tape.maybe(40, pace));
    profile
}

fn pace(tape: &mut Tape) -> Value {
    let mut rows: Vec<Value> = Vec::new();
    for _ in 0..=tape.below(3) {
        let mut when = json!({});
        for _ in 0..=tape.below(2) {
            let figures = [
                "gap",
                "relative_gap",
                "ratio",
                "progress",
                "score",
                "grade",
                "elapsed",
                "confidence",
                "days_since_check_in",
            ];
            let figure = tape.pick(&figures);
            let bound = tape.pick(&["at_most", "below", "at_least", "above"]);
            let number = if figure == "days_since_check_in" {
                f64::from(tape.between(0, 30))
            } else {
                tape.pick(&[0.1, 0.0, 0.25, 0.5, 0.7, 1.0])
            };
            when[figure] = json!({ bound: number });
        }
        rows.push(json!({"status": tape.pick(&["on_track", "behind", "at_risk"]), "when": when}));
    }
    rows.push(json!({"status": tape.pick(&["at_risk", "behind", "on_track"])}));
    rows.into()
}
