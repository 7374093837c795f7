//! What explanations say, word for word.

use okrkit::{Figure, Group, Language, Plan, Profile, Subject};
use serde_json::{Value, json};

use crate::support::{date, metric, named, plan_of, plan_with, plan_with_key_result, read};

mod amendments;
mod expected;
mod measures;
mod members;
mod status;

/// The default profile with some fields of one's own.
fn ours(fields: &Value) -> Profile {
    let mut profile = json!({"okrkit_profile": 1, "id": "ours", "extends": "default"});
    for (name, value) in fields.as_object().unwrap() {
        profile[name] = value.clone();
    }
    okrkit::profile::read(&profile.to_string()).unwrap()
}

fn told(plan: &Plan, profile: &Profile, on: &str, subject: &Subject, figure: Figure, language: Language) -> String {
    let card = okrkit::evaluate(plan, profile, date(on));
    okrkit::explain(&card, subject, figure).unwrap().to_text(language)
}

/// The explanation of a node's figure by the default profile.
fn english(plan: &Value, on: &str, id: &str, figure: Figure) -> String {
    told(&read(plan), &named("default"), on, &id.into(), figure, Language::English)
}

fn english_by(profile: &Profile, plan: &Value, on: &str, id: &str, figure: Figure) -> String {
    told(&read(plan), profile, on, &id.into(), figure, Language::English)
}

fn arabic(plan: &Value, on: &str, id: &str, figure: Figure) -> String {
    told(&read(plan), &named("default"), on, &id.into(), figure, Language::Arabic)
}

/// Asserts that an explanation consists of these lines, each indented by two spaces a level.
#[track_caller]
fn assert_told(found: &str, lines: &[&str]) {
    assert_eq!(found.lines().collect::<Vec<_>>(), lines, "\n{found}");
}

/// Asserts that an explanation has these lines among others, in this order, however far indented.
#[track_caller]
fn assert_tells(found: &str, lines: &[&str]) {
    let mut rest = found.lines().map(str::trim);
    for line in lines {
        assert!(rest.any(|found| found == *line), "{line}\nis not told, or not there, in\n{found}");
    }
}

#[test]
fn the_root_of_a_grade_names_its_node_and_counts_decimals() {
    let plan = plan_with(json!([metric("k", &[("2026-02-01", 4.0)])]));
    let found = english(&plan, "2026-02-20", "k", Figure::Grade);
    assert!(
        found.starts_with("grade of `k` is 0.4: 0.4 rounded half up to 1 decimal (F14, grade.decimals)\n"),
        "{found}"
    );
    let fine = ours(&json!({"grade": {"decimals": 2}}));
    let found = english_by(&fine, &plan, "2026-02-20", "k", Figure::Grade);
    assert!(
        found.starts_with("grade of `k` is 0.4: 0.4 rounded half up to 2 decimals (F14, grade.decimals)\n"),
        "{found}"
    );
    let found = arabic(&plan, "2026-02-20", "k", Figure::Grade);
    assert!(
        found.starts_with("درجة \u{2068}k\u{2069} هي 0.4: 0.4 مقرّبة، وعدد المنازل العشرية 1 (F14"),
        "{found}"
    );
}

#[test]
fn groups_count_their_objectives_and_say_what_they_have_none_of() {
    let told_of = |key_results: Value, figure| {
        let plan = read(&plan_with(key_results));
        told(&plan, &named("default"), "2026-02-20", &Subject::Group(Group::Total), figure, Language::English)
    };
    let one = json!([metric("k", &[("2026-02-01", 4.0)])]);
    assert_told(
        &told_of(one, Figure::Status),
        &["everything: 1 objective, net confidence 1", "  on track: 1", "  `o` is on track"],
    );
    let left_out = "`o` has no figure and is left out: nothing enters the roll-up (missing)";
    let none = || json!([metric("k", &[])]);
    assert_tells(
        &told_of(none(), Figure::Expected),
        &["nothing is expected of everything: nothing enters the roll-up", left_out],
    );
    assert_tells(
        &told_of(none(), Figure::Score),
        &["everything has no score", "nothing enters the roll-up", left_out],
    );
    assert_tells(
        &told_of(none(), Figure::Progress),
        &["everything has no progress: nothing enters the roll-up", left_out],
    );
}
