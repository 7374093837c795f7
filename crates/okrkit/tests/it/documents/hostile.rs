//! Documents made to do harm: very deep, very long, or with very many problems. Each is answered, and none takes more than its
//! length in time and memory. Where something were quadratic here, these tests would run for hours.

use std::fmt::Write as _;

use okrkit::{Code, Issues};

use crate::support::{codes, everything, told};

const DEEP: usize = 100_000;
const MANY: usize = 1_000_000;

fn nested(open: &str, inner: &str, close: &str) -> String {
    [&open.repeat(DEEP), inner, &close.repeat(DEEP)].concat()
}

/// A plan with nothing in it but these members.
fn with(members: &str) -> String {
    format!(r#"{{"okrkit": 1, "id": "p", "cycles": [], "objectives": [], {members}}}"#)
}

/// A plan of one metric that starts at a number, as it is written.
fn starting_at(number: &str) -> String {
    format!(
        r#"{{"okrkit": 1, "id": "p", "cycles": [{{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}}], "objectives": [
        {{"id": "o", "title": "o", "cycle": "c", "key_results": [{{"id": "k", "title": "k", "measure": {{"kind": "metric", "start": {number}, "target": 7}}}}]}}]}}"#
    )
}

fn start(number: &str) -> f64 {
    match &okrkit::read(&starting_at(number))
        .unwrap_or_else(|issues| panic!("{issues}"))
        .key_result("k")
        .unwrap()
        .measure
    {
        okrkit::Measure::Metric(metric) => metric.start.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn refusal(text: &str) -> Issues {
    okrkit::read(text).expect_err("it should be refused")
}

/// Asserts what the first of very many problems is, and that the rest is counted.
#[track_caller]
fn assert_many(text: &str, first: &str, n: usize) {
    let issues = refusal(text);
    assert_eq!(told(&issues)[0], first);
    assert_eq!((issues.len(), issues.len() + issues.more()), (Issues::MOST, n));
    assert!(issues.to_string().ends_with(&format!("\nand {} more", n - Issues::MOST)));
}

#[test]
fn data_of_ones_own_may_be_100_000_deep() {
    for deep in [nested("[", "1e999", "]"), nested("{\"ext\":", "\"\\ud800\"", "}")] {
        let plan = okrkit::read(&with(&format!("\"ext\": {deep}"))).unwrap();
        let written = okrkit::write(&plan);
        assert!(written.contains(&deep), "kept to the letter");
        assert_eq!(okrkit::read(&written), Ok(plan));
    }
}

#[test]
fn a_value_100_000_deep_is_passed_over_where_none_belongs() {
    let deep = nested("[", "1e999", "]");
    assert_eq!(
        told(&refusal(&with(&format!("\"title\": {deep}")))),
        ["document.wrong_type /title expected a text, or an object of language tags and texts, found a list"]
    );
    assert_eq!(
        told(&refusal(&with(&format!("\"objectve\": {deep}")))),
        ["document.unknown_field /objectve unknown field `objectve` in a plan, did you mean `objectives`?"]
    );
    assert_eq!(
        told(&refusal(&with(&format!("\"id\": {deep}")))),
        ["document.duplicate_field /id field `id` is given twice"]
    );
    assert_eq!(told(&refusal(&deep)), ["document.wrong_type  expected a plan, found a list"]);
    let deep = nested("{\"a\":", "0", "}");
    assert_eq!(
        told(&refusal(&with(&format!("\"teams\": {deep}")))),
        ["document.wrong_type /teams expected a list, found an object"]
    );
    // Another problem that needs mending does not lead into the depth.
    let issues = refusal(&with(&format!("\"a\": {deep}, \"title\": 1e999")));
    assert_eq!(
        issues.iter().map(|issue| (issue.code, issue.path.as_str())).collect::<Vec<_>>(),
        [(Code::DocumentUnknownField, "/a"), (Code::NumberRange, "/title")]
    );
}

#[test]
fn a_value_that_is_read_is_refused_where_it_is_too_deep() {
    // A composite is not made of composites, and the reader finds out before it gets lost in them.
    let measure = nested(r#"{"kind": "composite", "parts": {"a": "#, "1", "}}");
    let text = starting_at("0").replace(r#"{"kind": "metric", "start": 0, "target": 7}"#, &measure);
    let issues = refusal(&text);
    assert_eq!(codes(&issues), [Code::DocumentSyntax]);
    let issue = issues.iter().next().unwrap();
    assert!(issue.path.starts_with("/objectives/0/key_results/0/measure/parts/a/parts/a/"), "{}", issue.path);
    assert!(
        issue.path.len() < 1_000 && issue.message.starts_with("recursion limit exceeded, at line 2 "),
        "{issue}"
    );
}

#[test]
fn places_are_found_in_a_text_100_000_deep() {
    let text = with(&format!("\"ext\": {}, \"title\": 7", nested("[", "1", "]")));
    let found = okrkit::document::locate(&text, ["/title", "/ext", &"/0".repeat(DEEP), &format!("/ext{}", "/0".repeat(DEEP))]);
    let at = |piece: &str| text.find(piece).unwrap();
    let offsets: Vec<usize> = found.iter().map(|place| place.offset).collect();
    assert_eq!(offsets, [at("7}"), at("[["), 0, at("1]")]);
}

#[test]
fn a_document_cut_off_in_the_depth_is_a_syntax_error() {
    for open in ["[", "{\"ext\":", "{\"objectives\":[", "{\"title\":{\"en\":"] {
        let issues = refusal(&open.repeat(DEEP));
        assert_eq!(codes(&issues), [Code::DocumentSyntax], "{open}");
    }
}

#[test]
fn a_plan_cut_off_at_any_byte_is_a_syntax_error_at_a_place() {
    let whole = serde_json::to_string_pretty(&everything()).unwrap();
    okrkit::read(&whole).unwrap_or_else(|issues| panic!("{issues}"));
    for end in 0..whole.len() {
        let issues = okrkit::read_bytes(&whole.as_bytes()[..end]).expect_err("it should be refused");
        assert_eq!(codes(&issues), [Code::DocumentSyntax], "{end}");
        let place = issues.iter().next().unwrap().position.unwrap();
        assert!(place.offset <= end, "{end}: {place:?}");
    }
}

#[test]
fn a_million_problems_of_structure_are_counted_and_ten_thousand_told() {
    const FEWER: usize = MANY / 10;
    let list = |item: &str, n: usize| [item, &format!(",{item}").repeat(n - 1)].concat();
    assert_many(
        &with(&format!("\"teams\": [{}]", list("0", MANY))),
        "document.wrong_type /teams/0 expected a team, found the number `0`",
        MANY,
    );
    assert_many(
        &with(&format!("\"links\": [{}]", list("{}", FEWER))),
        "document.missing_field /links/0/child field `child` is missing",
        2 * FEWER,
    );
    assert_many(
        &with(&list("\"id\": 1", FEWER)),
        "document.duplicate_field /id field `id` is given twice",
        FEWER,
    );
    assert_many(
        &with(&format!("\"title\": {{\"a\": \"\", {}}}", list("\"a\": \"\"", FEWER))),
        "document.duplicate_field /title/a field `a` is given twice",
        FEWER,
    );
    let mut unknown = String::new();
    for n in 0..MANY {
        write!(unknown, "\"q{n}\":0,").unwrap();
    }
    assert_many(
        &with(unknown.trim_end_matches(',')),
        "document.unknown_field /q0 unknown field `q0` in a plan, which takes `okrkit`, `id`, `title`, `description`, `profile`, `cycles`, `teams`, `kpis`, `objectives`, `links`, `lint`, `ext`",
        MANY,
    );
}

#[test]
fn a_million_numbers_beyond_the_doubles_are_counted_and_ten_thousand_told() {
    let points = [r#"{"on": "2026-01-01", "value": 1e999}"#].repeat(MANY / 10).join(",");
    let text = starting_at("0").replace(r#""title": "k","#, &format!(r#""title": "k", "expected_path": [{points}],"#));
    let issues = refusal(&text);
    let first = "number.range /objectives/0/key_results/0/expected_path/0/value the number `1e999` is beyond the finite doubles";
    assert_eq!(told(&issues)[0], first);
    assert_eq!((issues.len(), issues.more()), (Issues::MOST, MANY / 10 - Issues::MOST));
    assert!(codes(&issues).iter().all(|code| *code == Code::NumberRange));
}

#[test]
fn many_problems_of_sense_are_told_and_the_search_for_near_names_ends() {
    let mut objectives = String::new();
    let mut links = String::new();
    for n in 0..20_000 {
        writeln!(objectives, r#"{{"id": "objective {n}", "title": "o", "cycle": "c"}},"#).unwrap();
        writeln!(links, r#"{{"child": "objectve {n}", "parent": "{n}"}},"#).unwrap();
    }
    let text = format!(
        r#"{{"okrkit": 1, "id": "p", "cycles": [], "objectives": [{}], "links": [{}]}}"#,
        objectives.trim_end_matches(",\n"),
        links.trim_end_matches(",\n")
    );
    let cycles = refusal(&text);
    assert_eq!(told(&cycles)[0], "cycle.unknown /objectives/0/cycle there is no cycle `c`");
    assert_eq!((cycles.len(), cycles.more()), (Issues::MOST, 50_000));
    let right = text.replace(r#""cycles": []"#, r#""cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}]"#);
    let links = refusal(&right);
    assert_eq!(
        told(&links)[0],
        "link.unknown /links/0/child there is no objective or key result `objectve 0`, did you mean `objective 0`?"
    );
    assert_eq!((links.len(), links.more()), (Issues::MOST, 30_000));
    // Not even all names are compared for each; towards the end none is offered.
    assert_eq!(
        told(&links)[9_998],
        "link.unknown /links/4999/child there is no objective or key result `objectve 4999`"
    );
}

#[test]
fn problems_within_a_key_of_a_megabyte_do_not_repeat_it_ten_thousand_times() {
    let key = "ك".repeat(500_000);
    let fields: Vec<String> = (0..100_000).map(|n| format!("\"q{n}\":0")).collect();
    let measure = format!(
        r#"{{"kind": "composite", "combine": "min", "parts": {{"{key}": {{"kind": "done", {}}}}}}}"#,
        fields.join(",")
    );
    let text = starting_at("0").replace(r#"{"kind": "metric", "start": 0, "target": 7}"#, &measure);
    let issues = refusal(&text);
    assert_eq!(
        issues.iter().next().unwrap().path,
        format!("/objectives/0/key_results/0/measure/parts/{key}/q0")
    );
    assert_eq!(issues.len() + issues.more(), 100_000);
    let length: usize = issues.iter().map(|issue| issue.path.len() + issue.message.len()).sum();
    assert!(length < 20_000_000, "{length}");
}

#[test]
fn a_text_of_100_megabytes_is_read() {
    let text = "نص".repeat(25_000_000);
    assert_eq!(text.len(), 100_000_000);
    let plan = okrkit::read(&with(&format!("\"title\": \"{text}\""))).unwrap();
    assert_eq!(plan.title().unwrap().get("en").len(), text.len());
    let text = "نص".repeat(250_000);
    let issues = refusal(&with(&format!("\"profile\": \"{text}\"")));
    assert_eq!(
        (codes(&issues), issues.iter().next().unwrap().path.as_str()),
        (vec![Code::ProfileUnknown], "/profile")
    );
    let issues = refusal(&with(&format!("\"{text}\": 1")));
    let issue = issues.iter().next().unwrap();
    assert_eq!((issue.code, issue.path.len(), issues.len()), (Code::DocumentUnknownField, text.len() + 1, 1));
    assert!(issue.message.len() < 500, "a message shows the beginning of a long name");
}

#[test]
fn a_list_of_100_megabytes_of_blanks_is_read() {
    let blanks = " \n\t\r".repeat(12_500_000);
    let plan = okrkit::read(&with(&format!("\"teams\": [{blanks}]{blanks}"))).unwrap();
    assert_eq!(plan.teams(), []);
    drop(blanks);
    let text = with(&format!("\"teams\": [{}", " \n\t\r".repeat(1_000)));
    let issues = refusal(&text[..text.len() - 1]);
    assert_eq!(
        (codes(&issues), issues.iter().next().unwrap().path.as_str()),
        (vec![Code::DocumentSyntax], "/teams/0")
    );
}

#[test]
fn a_million_escapes_are_one_text() {
    let text = r"\u0041\u00e9\ud83d\ude00\\\u0022\n".repeat(MANY / 5);
    let plan = okrkit::read(&with(&format!("\"title\": \"{text}\""))).unwrap();
    assert_eq!(plan.title().unwrap().get("en"), "Aé😀\\\"\n".repeat(MANY / 5));
    // Half a pair at the end of them, and one in a name.
    let issues = refusal(&with(&format!("\"title\": \"{text}\\ud83d\"")));
    assert_eq!(told(&issues), ["document.syntax /title the text holds an escape of half a surrogate pair"]);
    let issues = refusal(&with("\"\\udc00\": 1"));
    assert_eq!(codes(&issues), [Code::DocumentSyntax]);
    let issues = refusal(&with(&format!("\"{text}\": 1")));
    assert_eq!((codes(&issues), issues.len()), (vec![Code::DocumentUnknownField], 1));
}

#[test]
fn a_number_may_have_a_million_digits() {
    let digits = "9".repeat(MANY);
    assert_eq!(start(&format!("0.{digits}")).to_bits(), 1.0_f64.to_bits());
    assert_eq!(start(&format!("1.{}1", "0".repeat(MANY))).to_bits(), 1.0_f64.to_bits());
    assert_eq!(start(&format!("1{}e-{MANY}", "0".repeat(MANY))).to_bits(), 1.0_f64.to_bits());
    assert_eq!(start(&format!("-0.{}", "0".repeat(MANY))).to_bits(), 0.0_f64.to_bits());
    assert_eq!(start("1e-400").to_bits(), 0.0_f64.to_bits());
    assert_eq!(start(&format!("-1e-{digits}")).to_bits(), 0.0_f64.to_bits());
    for number in [digits.clone(), format!("-{digits}.5e0"), format!("1e{digits}")] {
        let issues = refusal(&starting_at(&number));
        assert_eq!(codes(&issues), [Code::NumberRange]);
        let issue = issues.iter().next().unwrap();
        assert_eq!(issue.path, "/objectives/0/key_results/0/measure/start");
        assert!(issue.message.len() < 200, "{}", issue.message);
    }
}
