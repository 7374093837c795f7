//! Edits and differences as JSON.

use okrkit::call::Verb;
use okrkit::{Edit, plan::read_edits};
use serde_json::{Value, json};

use super::samples::world;
use super::schema::{faults, schema, validator};
use crate::support::told;

/// One edit of each kind.
fn every_kind() -> Value {
    let cycle = json!({"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"});
    let kpi = json!({"id": "churn", "title": "Churn", "healthy": {"at_most": 3.0}});
    let key_result = json!({"id": "k", "title": "K", "measure": {"kind": "metric", "start": 0.0, "target": 10.0}});
    let objective = json!({"id": "o", "title": {"ar": "هدف", "en": "O"}, "cycle": "c", "key_results": [key_result]});
    json!([
        {"kind": "set_title", "title": "T"},
        {"kind": "set_title"},
        {"kind": "set_description", "description": {"en": "D"}},
        {"kind": "set_profile", "profile": "viva"},
        {"kind": "set_lint", "lint": {"levels": {"wording.vague": "off"}}},
        {"kind": "set_ext", "ext": {"any": [1.50, null]}},
        {"kind": "add_cycle", "cycle": cycle},
        {"kind": "change_cycle", "cycle": cycle},
        {"kind": "remove_cycle", "cycle": "c"},
        {"kind": "add_team", "team": {"id": "t", "title": "T"}},
        {"kind": "change_team", "team": {"id": "t", "title": "T", "parent": "top"}},
        {"kind": "remove_team", "team": "t"},
        {"kind": "add_kpi", "kpi": kpi},
        {"kind": "change_kpi", "kpi": kpi},
        {"kind": "remove_kpi", "kpi": "churn"},
        {"kind": "read_kpi", "kpi": "churn", "reading": {"on": "2026-01-31", "value": 2.5}},
        {"kind": "add_objective", "objective": objective},
        {"kind": "change_objective", "objective": objective},
        {"kind": "remove_objective", "objective": "o"},
        {"kind": "add_decision", "objective": "o", "decision": {"what": "Hire", "due": "2026-02-01"}},
        {"kind": "decide", "objective": "o", "what": "Hire", "on": "2026-02-01", "outcome": "two"},
        {"kind": "decide", "objective": "o", "what": "Hire", "on": "2026-02-01"},
        {"kind": "add_key_result", "objective": "o", "key_result": key_result},
        {"kind": "change_key_result", "key_result": key_result},
        {"kind": "remove_key_result", "key_result": "k"},
        {"kind": "check_in", "key_result": "k", "check_in": {"on": "2026-02-10", "value": 4.0, "by": "amal"}},
        {"kind": "amend", "key_result": "k", "amendment": {"on": "2026-02-10", "reason": "R", "set": {"weight": 2.0}}},
        {"kind": "set_stage", "node": "o", "change": {"on": "2026-02-10", "stage": "closed"}},
        {"kind": "set_score", "node": "o", "score": {"on": "2026-02-10", "value": 0.5, "reason": "agreed"}},
        {"kind": "link", "link": {"child": "k", "parent": "o2", "kind": "supports"}},
        {"kind": "unlink", "child": "k", "parent": "o2"},
    ])
}

#[test]
fn every_kind_of_edit_is_read_and_written_again_the_same() {
    let (edits, schema) = (every_kind(), schema());
    let read = read_edits(&edits.to_string()).unwrap_or_else(|issues| panic!("{issues}"));
    assert_eq!(serde_json::to_value(&read).unwrap(), edits);
    assert_eq!(read_edits(&serde_json::to_string(&read).unwrap()).as_ref(), Ok(&read));
    assert_eq!(read[1], Edit::SetTitle(None));
    let takes = validator(&schema, &json!({"type": "array", "items": {"$ref": "#/$defs/Edit"}}));
    assert_eq!(faults(&takes, &edits), [""; 0]);
    let mut kinds: Vec<&str> = edits.as_array().unwrap().iter().map(|edit| edit["kind"].as_str().unwrap()).collect();
    kinds.dedup();
    let known = schema["$defs"]["Edit"]["oneOf"].as_array().unwrap();
    let known: Vec<&str> = known.iter().map(|kind| kind["properties"]["kind"]["const"].as_str().unwrap()).collect();
    assert_eq!(kinds, known);
}

#[test]
fn every_member_of_an_edit_that_is_wrong_absent_or_unknown_is_told() {
    for (at, edit) in every_kind().as_array().unwrap().iter().enumerate() {
        for member in edit.as_object().unwrap().keys().filter(|member| *member != "ext") {
            let mut wrong = edit.clone();
            wrong[member] = json!([[true]]);
            let issues = read_edits(&json!([wrong]).to_string()).expect_err(member);
            assert!(
                issues.iter().all(|issue| issue.path.starts_with(&format!("/0/{member}"))),
                "{at} {member}: {issues}"
            );
        }
        let mut more = edit.clone();
        more["qqqq"] = 1.into();
        let issues = read_edits(&json!([more]).to_string()).expect_err("qqqq");
        assert_eq!(issues.iter().map(|issue| issue.path.as_str()).collect::<Vec<_>>(), ["/0/qqqq"], "{at}");
    }
    let issues = read_edits(r#"[{"kind": "chek_in"}, {"key_result": "k"}, {"kind": "check_in"}, 7]"#).unwrap_err();
    let found = told(&issues);
    assert!(found[0].starts_with("document.unknown_word /0/kind `chek_in` is not a kind of edit (") && found[0].ends_with("did you mean `check_in`?"));
    assert_eq!(
        found[1..],
        [
            "document.missing_field /1/kind field `kind` is missing",
            "document.missing_field /2/key_result field `key_result` is missing",
            "document.missing_field /2/check_in field `check_in` is missing",
            "document.wrong_type /3 expected an edit, found the number `7`",
        ]
    );
}

#[test]
fn a_difference_that_is_wrong_is_told_and_one_of_another_plan_refused() {
    let world = world();
    let apply = |diff: Value| {
        let verb = Verb::named("plan_diff.apply").unwrap();
        told(&world.call(verb, &json!({"diff": diff}).to_string()).expect_err("a wrong difference"))
    };
    assert_eq!(
        apply(json!({"changes": [{"field": {"of": "plam"}}, {"moved": {"of": {"cycle": 7}, "at": -1}}, {}]})),
        [
            "document.unknown_word /diff/changes/0/field/of `plam` is not what changes (plan, cycle, team, kpi, objective, key_result, link), did you mean `plan`?",
            "document.missing_field /diff/changes/0/field/field field `field` is missing",
            "document.wrong_type /diff/changes/1/moved/of/cycle expected a text, found the number `7`",
            "number.range /diff/changes/1/moved/at expected a whole number from 0 to 2147483647, found `-1`",
            "document.missing_field /diff/changes/2 a change has exactly one member, of added, removed, moved, field, entry_added, entry_removed",
        ]
    );
    let gone = json!({"changes": [{"removed": {"of": {"objective": "no-such"}, "at": 0, "value": {}}}]});
    assert_eq!(apply(gone), ["diff.mismatch /changes/0 there is no objective `no-such`"]);
    // Whatever it says, it makes no plan that is none, and nothing breaks.
    for hostile in [
        json!([{"added": {"of": {"cycle": "x"}, "at": 2_147_483_647, "value": null}}]),
        json!([{"added": {"of": {"key_result": "x"}, "objective": "no-such", "at": 0, "value": {"id": "x"}}}]),
        json!([{"field": {"of": "plan", "field": "", "after": 7}}]),
        json!([{"field": {"of": "plan", "field": "/id", "before": "cedar-trading", "after": null}}]),
        json!([{"entry_added": {"of": "plan", "field": "/okrkit", "at": 0, "entry": {}}}]),
    ] {
        assert!(!apply(json!({"changes": hostile})).is_empty(), "{hostile}");
    }
}
