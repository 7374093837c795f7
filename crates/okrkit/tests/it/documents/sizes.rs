//! Documents that are deep or long.

use std::fmt::Write as _;

use okrkit::Code;

use crate::support::{codes, told};

const DEEP: usize = 1_000;

fn nested(open: &str, inner: &str, close: &str) -> String {
    [open.repeat(DEEP), inner.to_owned(), close.repeat(DEEP)].concat()
}

fn with(field: &str, value: &str) -> String {
    format!("{{\"okrkit\": 1, \"id\": \"p\", \"cycles\": [], \"objectives\": [], \"{field}\": {value}}}")
}

#[test]
fn data_of_ones_own_may_be_as_deep_as_it_likes() {
    for deep in [nested("[", "1", "]"), nested("{\"a\":", "null", "}")] {
        let plan = okrkit::read(&with("ext", &deep)).unwrap();
        let written = okrkit::write(&plan);
        assert!(written.contains(&deep), "kept to the letter");
        assert_eq!(okrkit::read(&written), Ok(plan));
    }
}

#[test]
fn a_deep_value_where_none_belongs_is_passed_over() {
    let lists = nested("[", "", "]");
    let found = told(&okrkit::read(&with("title", &lists)).unwrap_err());
    assert_eq!(
        found,
        ["document.wrong_type /title expected a text, or an object of language tags and texts, found a list"]
    );
    let objects = nested("{\"cycles\":", "1", "}");
    let found = told(&okrkit::read(&with("links", &objects)).unwrap_err());
    assert_eq!(found, ["document.wrong_type /links expected a list, found an object"]);
    assert_eq!(codes(&okrkit::read(&lists).unwrap_err()), [Code::DocumentWrongType]);
}

#[test]
fn a_deep_value_that_would_be_read_is_refused() {
    for text in [
        with("goals", &nested("[", "", "]")),
        format!(
            "{{\"okrkit\": 1, \"id\": \"p\", \"cycles\": [], \"objectives\": [{}]}}",
            nested("{\"key_results\": [", "", "]}")
        ),
        format!("{{\"okrkit\": 1, \"id\": \"p\", \"cycles\": [{}]}}", nested("[", "", "]")),
    ] {
        assert!(okrkit::read(&text).is_err());
    }
}

/// A plan of more than 100 MB: one key result with a check-in for every day of the year, round and round, and a note each.
fn long(n_check_ins: usize, last: &str) -> String {
    let mut text = String::from(
        r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-12-31"}], "objectives": [{"id": "o", "title": "o", "cycle": "c",
"key_results": [{"id": "k", "title": "k", "measure": {"kind": "metric", "start": 0, "target": 1000000, "reading": "sum"}, "check_ins": ["#,
    );
    let note = "تجديدان كبيران، ".repeat(30);
    for n in 0..n_check_ins {
        let (month, day) = (n / 28 % 12 + 1, n % 28 + 1);
        writeln!(text, r#"{{"on": "2026-{month:02}-{day:02}", "value": 1, "note": "{note}{n}"}},"#).unwrap();
    }
    text.push_str(last);
    text.push_str("]}]}]}");
    text
}

#[test]
fn a_plan_of_100_megabytes_is_read_and_its_last_mistake_is_found() {
    const N: usize = 110_000;
    let text = long(N, r#"{"on": "2026-12-31", "value": 2}"#);
    assert!(text.len() > 100_000_000, "{}", text.len());
    let plan = okrkit::read(&text).unwrap();
    assert_eq!(plan.key_result("k").unwrap().check_ins.len(), N + 1);
    let card = okrkit::evaluate(&plan, &crate::support::named("default"), crate::support::date("2026-12-31"));
    assert_eq!(card.key_result("k").unwrap().progress.value(), Some(0.110_002));
    drop((plan, card, text));

    let text = long(N, r#"{"on": "2026-12-31", "value": true}"#);
    let issues = okrkit::read(&text).unwrap_err();
    let path = format!("/objectives/0/key_results/0/check_ins/{N}/value");
    assert_eq!(told(&issues), [format!("document.wrong_type {path} expected a number, found `true`")]);
    let place = okrkit::document::locate(&text, [path.as_str()]);
    assert_eq!((place[0].line, place[0].column), (N + 2, 31));
    assert!(text[place[0].offset..].starts_with("true"));
}
