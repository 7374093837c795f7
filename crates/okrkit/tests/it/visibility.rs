//! Who sees what, and that what is seen neither tells what is hidden nor has other figures for it.

use std::collections::BTreeSet;

use okrkit::visibility::{HiddenTeam, SeenBy, is_visible};
use okrkit::{GroupBy, Plan, Profile, RedactionPolicy, Scorecard, Viewer, redact};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::strategies::{config, plans};
use crate::support::{date, metric, plan_of, read};

const MARKER: &str = "MARKER";

fn objective(id: &str, visibility: &str) -> Value {
    json!({"id": id, "title": format!("Objective {id}"), "cycle": "c", "team": "gulf", "visibility": visibility, "owners": [{"who": "amal"}],
        "key_results": [{"id": format!("{id} kr"), "title": "Revenue", "owners": [{"who": "badr"}], "measure": {"kind": "metric", "start": 0, "target": 10},
        "check_ins": [{"on": "2026-02-01", "value": 4, "note": "two deals", "by": "badr"}]}]})
}

/// `sales` above `gulf` above `riyadh`, and one objective of each visibility.
fn plan() -> Value {
    let mut plan = plan_of(json!([
        objective("public", "public"),
        objective("team", "team"),
        objective("private", "private")
    ]));
    plan["teams"] =
        json!([{"id": "sales", "title": "Sales"}, {"id": "gulf", "title": "Gulf", "parent": "sales"}, {"id": "riyadh", "title": "Riyadh", "parent": "gulf"}]);
    plan
}

fn seen(plan: &Plan, viewer: &Viewer) -> Vec<String> {
    let policy = RedactionPolicy::default();
    let seen = plan.objectives().filter(|objective| is_visible(plan, objective, viewer, &policy));
    seen.map(|objective| objective.id.clone()).collect()
}

#[test]
fn a_team_sees_what_is_its_own_and_of_the_teams_above_it() {
    let plan = read(&plan());
    assert_eq!(seen(&plan, &Viewer::default()), ["public"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("gulf")), ["public", "team"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("riyadh")), ["public", "team"]);
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("sales")), ["public"], "the team above does not");
    assert_eq!(seen(&plan, &Viewer::new("samir").of_team("nowhere")), ["public"]);
    assert_eq!(seen(&plan, &Viewer::new("amal")), ["public", "team", "private"]);
    assert_eq!(
        seen(&plan, &Viewer::new("badr")),
        ["public", "team", "private"],
        "who owns a key result checks it in"
    );
}

#[test]
fn owners_of_key_results_may_be_kept_out() {
    let plan = read(&plan());
    let mut policy = RedactionPolicy::default();
    policy.owners = SeenBy::OwnersOfObjective;
    let private = plan.objective("private").unwrap();
    assert!(!is_visible(&plan, private, &Viewer::new("badr"), &policy));
    assert!(is_visible(&plan, private, &Viewer::new("amal"), &policy));
}

#[test]
fn what_is_hidden_keeps_numbers_and_loses_words() {
    let redacted = redact(&read(&plan()), &Viewer::new("samir").of_team("gulf"), &RedactionPolicy::default()).unwrap();
    let hidden = redacted.objectives().last().unwrap();
    let expected = json!({"id": "hidden-1", "title": "hidden", "cycle": "c", "visibility": "private",
        "key_results": [{"id": "hidden-2", "title": "hidden", "measure": {"kind": "metric", "start": 0.0, "target": 10.0}, "check_ins": [{"on": "2026-02-01", "value": 4.0}]}]});
    let written: Value = serde_json::from_str(&serde_json::to_string(hidden).unwrap()).unwrap();
    let without_ambition = |mut value: Value| {
        value.as_object_mut().unwrap().shift_remove("ambition");
        value
    };
    assert_eq!(without_ambition(written), expected);
    assert_eq!(redacted.objective("team"), read(&plan()).objective("team"));
}

#[test]
fn placeholders_do_not_take_ids_that_somebody_sees() {
    let mut plan = plan();
    plan["objectives"][0]["id"] = "hidden-1".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    let ids: Vec<&str> = redacted.objectives().map(|objective| objective.id.as_str()).collect();
    assert_eq!(ids, ["hidden-1", "hidden-2", "hidden-4"]);
    for (placeholder, expected) in [("geheim", "geheim-1"), ("", "-2"), (" ", "hidden-2"), ("a\nb", "hidden-2")] {
        let mut policy = RedactionPolicy::default();
        placeholder.clone_into(&mut policy.placeholder);
        let redacted = redact(&read(&plan), &Viewer::default(), &policy).unwrap();
        assert_eq!(
            redacted.objectives().nth(1).unwrap().id,
            expected.replace("-2", if placeholder.is_empty() { "-1" } else { "-2" }),
            "{placeholder:?}"
        );
    }
}

#[test]
fn a_team_group_leaves_the_hidden_out_unless_the_policy_keeps_them() {
    let plan = read(&plan());
    let profile = Profile::named("default").unwrap();
    let n = |team: HiddenTeam| {
        let mut policy = RedactionPolicy::default();
        policy.team = team;
        let redacted = redact(&plan, &Viewer::default(), &policy).unwrap();
        okrkit::evaluate(&redacted, &profile, date("2026-02-20")).group_by(&GroupBy::Team)["gulf"].n
    };
    assert_eq!((n(HiddenTeam::Removed), n(HiddenTeam::Kept)), (1, 3));
}

#[test]
fn a_kpi_is_hidden_with_those_that_alone_refer_to_it() {
    let kpi =
        |id: &str| json!({"id": id, "title": id, "team": "gulf", "healthy": {"at_most": 3}, "readings": [{"on": "2026-02-01", "value": 5, "note": "bad"}]});
    let mut plan = plan();
    plan["kpis"] = json!([kpi("both"), kpi("guard"), kpi("made"), kpi("nobody")]);
    plan["objectives"][0]["guardrails"] = json!(["both"]);
    plan["objectives"][2]["guardrails"] = json!(["guard", "both"]);
    plan["objectives"][2]["key_results"][0]["kpi"] = "made".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    let ids: Vec<&str> = redacted.kpis().iter().map(|kpi| kpi.id.as_str()).collect();
    assert_eq!(ids, ["both", "hidden-1", "nobody"]);
    assert_eq!(redacted.objectives().last().unwrap().guardrails, ["hidden-1", "both"]);
    let written = serde_json::to_value(&redacted.kpis()[1]).unwrap();
    assert_eq!(
        written,
        json!({"id": "hidden-1", "title": "hidden", "healthy": {"at_most": 3.0}, "readings": [{"on": "2026-02-01", "value": 5.0}]})
    );
}

#[test]
fn accepted_findings_of_the_hidden_and_lineage_to_them_are_gone() {
    let mut plan = plan();
    plan["lint"] = json!({"ignore": [{"rule": "wording.vague", "node": "private kr", "reason": "secret"}, {"rule": "wording.vague", "node": "public", "reason": "known"}]});
    plan["objectives"][0]["continued_from"] = "private".into();
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert_eq!(redacted.lint_settings().unwrap().ignore.len(), 1);
    assert_eq!(redacted.objective("public").unwrap().continued_from.as_deref(), Some("hidden-3"));
}

/// The indicator guards a hidden objective alone, so it goes too, with what was accepted of it.
#[test]
fn accepted_findings_of_hidden_indicators_are_gone() {
    let mut plan = plan();
    plan["kpis"] = json!([{"id": "secret", "title": "S", "healthy": {"at_most": 3}}]);
    plan["objectives"][2]["guardrails"] = json!(["secret"]);
    assert_eq!(plan["objectives"][2]["visibility"], "private");
    plan["lint"] = json!({"ignore": [{"rule": "kpi.unhealthy", "node": "secret", "reason": "r"}]});
    let redacted = redact(&read(&plan), &Viewer::default(), &RedactionPolicy::default()).unwrap();
    assert!(redacted.lint_settings().unwrap().ignore.is_empty());
    assert!(!okrkit::write(&redacted).contains("secret"));
}

#[test]
fn a_policy_is_read_with_what_it_leaves_out_by_default() {
    let policy: RedactionPolicy = serde_json::from_str(r#"{"team": "kept"}"#).unwrap();
    assert_eq!((policy.team, policy.placeholder.as_str()), (HiddenTeam::Kept, "hidden"));
    assert!(serde_json::from_str::<RedactionPolicy>(r#"{"taem": "kept"}"#).is_err());
    assert!(
        !seen(
            &read(&plan_of(
                json!([{"id": "o", "title": "o", "cycle": "c", "visibility": "team", "key_results": [metric("k", &[])]}])
            )),
            &Viewer::new("amal")
        )
        .contains(&"o".to_owned())
    );
}

/// Puts the marker wherever a word of the user's own can stand in a hidden objective.
fn mark(value: &mut Value, within: &str) {
    let records = [
        "owners",
        "stages",
        "manual_scores",
        "check_ins",
        "amendments",
        "key_results",
        "expected_path",
        "steps",
        "decisions",
        "objectives",
        "kpis",
        "readings",
    ];
    let Value::Object(members) = value else { return };
    let is_part = within == "parts";
    if records.contains(&within) || is_part || matches!(within, "measure" | "set" | "judge" | "healthy" | "unit") {
        members.insert("ext".into(), json!({MARKER: [MARKER]}));
    }
    let added: &[&str] = match within {
        "objectives" => &["title", "description", "category", "learned", "continued_from"],
        "key_results" => &["title", "description", "continued_from"],
        "kpis" => &["title", "description"],
        "check_ins" => &["note", "by", "blocker"],
        "readings" => &["note", "by"],
        "stages" | "manual_scores" | "amendments" => &["reason", "by"],
        "steps" => &["title"],
        "decisions" => &["what", "by", "outcome"],
        _ => &[],
    };
    for name in added {
        members.insert((*name).into(), format!("{MARKER} {name}").into());
    }
    match within {
        "objectives" => {
            members.insert("tags".into(), json!({MARKER: MARKER}));
            members.insert("owners".into(), json!([{"who": MARKER}]));
            members.insert("decisions".into(), json!([{"what": MARKER, "due": "2026-02-01"}]));
        }
        "key_results" | "kpis" => {
            members.insert("owners".into(), json!([{"who": MARKER}]));
        }
        _ => {}
    }
    let name_of = |text: &Value| Value::from(format!("{MARKER} {}", text.as_str().unwrap()));
    for (name, member) in members.iter_mut() {
        match (name.as_str(), within, &mut *member) {
            ("ext", ..) => {}
            ("id", "steps" | "check_ins", text) | ("replaces", _, text) => *text = name_of(text),
            ("steps_done" | "steps_undone", _, Value::Array(ids)) => ids.iter_mut().for_each(|id| *id = name_of(id)),
            ("parts", _, Value::Object(parts)) => {
                let marked: Map<String, Value> = parts.iter().map(|(name, part)| (format!("{MARKER} {name}"), part.clone())).collect();
                *parts = marked;
                parts.iter_mut().for_each(|(_, part)| mark(part, "parts"));
            }
            (list, _, Value::Array(items)) => items.iter_mut().for_each(|item| mark(item, list)),
            (field, _, object @ Value::Object(_)) => mark(object, field),
            _ => {}
        }
    }
}

/// The plan with marked words in all that is hidden, and the ids of what is not.
fn marked(plan: &Value, viewer: &Viewer) -> (Value, BTreeSet<String>) {
    let checked = read(plan);
    let visible = seen(&checked, viewer);
    let mut out = plan.clone();
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut ids = BTreeSet::new();
    let has_links = plan["links"].is_array();
    let (mut public, mut secret) = (BTreeSet::new(), BTreeSet::new());
    for objective in out["objectives"].as_array_mut().unwrap() {
        let is_visible = visible.contains(&objective["id"].as_str().unwrap().to_owned());
        let kpis = if is_visible { &mut public } else { &mut secret };
        kpis.extend(
            objective
                .get("guardrails")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(ToString::to_string),
        );
        for key_result in objective.get("key_results").and_then(Value::as_array).into_iter().flatten() {
            kpis.extend(key_result.get("kpi").map(ToString::to_string));
        }
        if is_visible {
            ids.insert(objective["id"].as_str().unwrap().to_owned());
            ids.extend(
                objective
                    .get("key_results")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .map(|key_result| key_result["id"].as_str().unwrap().to_owned()),
            );
            continue;
        }
        if !has_links {
            for key_result in objective.get_mut("key_results").and_then(Value::as_array_mut).into_iter().flatten() {
                if key_result["measure"].get("unit").is_some() {
                    key_result["measure"]["unit"] = json!({"kind": "count", "of": MARKER});
                    for amendment in key_result.get_mut("amendments").and_then(Value::as_array_mut).into_iter().flatten() {
                        if let Some(measure) = amendment.pointer_mut("/set/measure") {
                            measure["unit"] = json!({"kind": "count", "of": format!("{MARKER} per week")});
                        }
                    }
                }
            }
        }
        mark(objective, "objectives");
        let below = objective
            .get_mut("key_results")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
            .map(|key_result| &mut key_result["id"]);
        let mut rename = |id: &mut Value| {
            let (old, new) = (id.as_str().unwrap().to_owned(), format!("{MARKER} {}", id.as_str().unwrap()));
            *id = new.clone().into();
            renamed.push((old, new));
        };
        below.for_each(&mut rename);
        rename(&mut objective["id"]);
    }
    for link in out.get_mut("links").and_then(Value::as_array_mut).into_iter().flatten() {
        for end in ["child", "parent"] {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| link[end] == **old) {
                link[end] = new.clone().into();
                link["ext"] = MARKER.into();
            }
        }
    }
    for ignore in out.pointer_mut("/lint/ignore").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some((_, new)) = renamed.iter().find(|(old, _)| ignore["node"] == **old) {
            ignore["node"] = new.clone().into();
            ignore["reason"] = MARKER.into();
        }
    }
    for kpi in out.get_mut("kpis").and_then(Value::as_array_mut).into_iter().flatten() {
        let id = kpi["id"].to_string();
        if secret.contains(&id) && !public.contains(&id) {
            mark(kpi, "kpis");
            kpi["id"] = format!("{MARKER} {}", kpi["id"].as_str().unwrap()).into();
        }
    }
    let is_secret = |id: &Value| secret.contains(&id.to_string()) && !public.contains(&id.to_string());
    for objective in out["objectives"].as_array_mut().unwrap() {
        let below = objective.get_mut("key_results").and_then(Value::as_array_mut).into_iter().flatten();
        let made_of = below.filter_map(|key_result| key_result.get_mut("kpi"));
        made_of
            .filter(|id| is_secret(id))
            .for_each(|id| *id = format!("{MARKER} {}", id.as_str().unwrap()).into());
        let guardrails = objective.get_mut("guardrails").and_then(Value::as_array_mut).into_iter().flatten();
        guardrails
            .filter(|id| is_secret(id))
            .for_each(|id| *id = format!("{MARKER} {}", id.as_str().unwrap()).into());
    }
    (out, ids)
}

/// The figures of what is visible, and of the groups that stay, to the last bit.
fn figures(card: &Scorecard, visible: &BTreeSet<String>) -> Value {
    let whole: Value = serde_json::to_value(card).unwrap();
    let kept = |list: &str| -> Vec<(String, Value)> {
        let all = whole[list].as_object().unwrap().iter();
        all.filter(|(id, _)| visible.contains(*id))
            .map(|(id, node)| (id.clone(), node.clone()))
            .collect()
    };
    json!([kept("objectives"), kept("key_results"), whole["groups"]["cycle"], whole["total"]])
}

fn viewers(n: usize) -> Viewer {
    match n {
        0 => Viewer::default(),
        1 => Viewer::new("amal"),
        2 => Viewer::new("badr").of_team("team 1"),
        _ => Viewer::new("somebody").of_team("team 0").of_team("team 2"),
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_word_of_what_is_hidden_is_left_and_no_visible_figure_differs(case in plans::cases(), viewer in 0..4_usize) {
        let viewer = viewers(viewer);
        let (marked, visible) = marked(&case.plan, &viewer);
        let plan = okrkit::read(&marked.to_string());
        prop_assert!(plan.is_ok(), "{}\n{marked}", plan.unwrap_err());
        let plan = plan.unwrap();
        let n_visible = seen(&plan, &viewer).len();
        // The words are those of the hidden alone: whoever is an owner is one as before.
        prop_assert_eq!(n_visible, plan.objectives().filter(|objective| visible.contains(&objective.id)).count());
        let redacted = redact(&plan, &viewer, &RedactionPolicy::default());
        prop_assert!(redacted.is_ok(), "{}\n{marked}", redacted.unwrap_err());
        let redacted = redacted.unwrap();
        let text = okrkit::write(&redacted);
        prop_assert!(!text.contains(MARKER), "{text}");
        prop_assert_eq!(redacted.n_objectives(), plan.n_objectives());

        let as_of = match &case.known {
            Some(known) => okrkit::AsOf::known_at(case.on, known.parse().unwrap()),
            None => case.on.into(),
        };
        for profile in Profile::names() {
            let profile = Profile::named(profile).unwrap();
            let before = figures(&okrkit::evaluate(&plan, &profile, as_of), &visible);
            let after = figures(&okrkit::evaluate(&redacted, &profile, as_of), &visible);
            prop_assert_eq!(before, after, "by {}", profile.id);
        }
        prop_assert_eq!(redact(&redacted, &viewer, &RedactionPolicy::default()), Ok(redacted.clone()), "once more changes nothing");
    }
}
