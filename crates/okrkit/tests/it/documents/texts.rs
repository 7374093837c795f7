//! Texts on the edge of JSON.

use okrkit::Code;

use crate::support::{codes, told};

const EMPTY: &str = r#""id": "p", "cycles": [], "objectives": []"#;

/// A plan in which some text stands for the title.
fn titled(title: &str) -> String {
    format!("{{\"okrkit\": 1, {EMPTY}, \"title\": {title}}}")
}

#[track_caller]
fn assert_syntax(text: &str, path: &str, message: &str) {
    let issues = okrkit::read(text).unwrap_err();
    assert_eq!(told(&issues), [format!("document.syntax {path} {message}")]);
}

#[test]
fn a_text_cut_short_anywhere_is_a_syntax_error_and_nothing_else() {
    let text = r#"{"okrkit": 1, "id": "خطة", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [{"id": "o", "title": {"ar": "نمو\n"}, "cycle": "c", "key_results": [
            {"id": "k", "title": "k", "weight": 1.5e1, "measure": {"kind": "metric", "start": null, "target": -10}, "check_ins": []}]}]}"#;
    for text in [text, &crate::support::everything().to_string()] {
        assert!(okrkit::read(text).is_ok());
        for length in 0..text.len() {
            let issues = okrkit::read_bytes(&text.as_bytes()[..length]).expect_err("a part is no plan");
            assert_eq!(codes(&issues), [Code::DocumentSyntax], "cut at byte {length}: {issues}");
            assert!(okrkit::read_bytes(&text.as_bytes()[length + 1..]).is_err(), "from byte {length}");
        }
    }
}

#[test]
fn nothing_may_follow_a_plan_but_white_space() {
    let plan = format!("{{\"okrkit\": 1, {EMPTY}}}");
    assert!(okrkit::read(&format!("\n\t {plan} \r\n")).is_ok());
    assert_syntax(&format!("{plan}{plan}"), "", "trailing characters, at line 1 column 57");
    assert_syntax(&format!("{plan}\u{0}"), "", "trailing characters, at line 1 column 57");
}

#[test]
fn a_syntax_error_tells_the_line_and_the_place_in_the_document() {
    let text = "{\n  \"okrkit\": 1,\n  \"id\": \"p\",\n  \"cycles\": [{\"id\": 'c'}]\n}";
    assert_syntax(text, "/cycles/0/id", "expected value, at line 4 column 21");
}

/// Line, column and byte of the one problem of a text.
#[track_caller]
fn place(issues: &okrkit::Issues) -> (usize, usize, usize) {
    let position = issues.iter().next().unwrap().position.unwrap();
    (position.line, position.column, position.offset)
}

#[test]
fn a_syntax_error_has_its_place_as_data_in_characters_and_in_bytes() {
    let place_in = |text: &str| place(&okrkit::read(text).unwrap_err());
    assert_eq!(place_in(""), (1, 1, 0), "an empty text ends where it begins");
    assert_eq!(place_in("{\"okrkit\": 1,\n"), (2, 1, 14));
    assert_eq!(place_in("{\n  \"خطة\": nul}"), (2, 13, 17));
    assert_eq!(place_in("\u{feff}[x"), (1, 3, 4));
    assert_eq!(place_in("{\"a\": \"b\nc\"}").0, 1, "a line may not break within a text");
    let error = okrkit::read_bytes("{\n\"ن\": \"\u{645}".as_bytes().iter().copied().chain([0xff]).collect::<Vec<_>>().as_slice()).unwrap_err();
    assert_eq!(place(&error), (2, 8, 11));
}

#[test]
fn the_place_of_a_syntax_error_is_in_its_json_form_and_others_have_none() {
    let of = |text: &str| serde_json::to_value(okrkit::read(text).unwrap_err()).unwrap()[0]["position"].clone();
    assert_eq!(of("{\n x"), serde_json::json!({"line": 2, "column": 2, "offset": 3}));
    assert_eq!(of("{}"), serde_json::Value::Null);
}

#[test]
fn a_text_that_ends_too_early_is_told_in_the_style_of_all_messages() {
    let issues = okrkit::read("{\"okrkit\": 1,").unwrap_err();
    let message = &issues.iter().next().unwrap().message;
    assert_eq!(crate::support::fault_of(message), None, "{message}");
}

#[test]
fn a_nul_byte_is_no_part_of_a_text_unless_it_is_escaped() {
    let issues = okrkit::read(&titled("\"a\u{0}b\"")).unwrap_err();
    assert_eq!(codes(&issues), [Code::DocumentSyntax]);
    assert_eq!(issues.iter().next().unwrap().path, "/title");
    let plan = okrkit::read(&titled(r#""a\u0000b""#)).unwrap();
    assert_eq!(plan.title().unwrap().get("en"), "a\u{0}b");
    let written = okrkit::write(&plan);
    assert!(written.contains(r#""title": "a\u0000b""#), "{written}");
    assert_eq!(okrkit::read(&written), Ok(plan));
}

#[test]
fn half_a_surrogate_pair_is_no_text() {
    assert_syntax(&titled(r#""\ud83d""#), "/title", "the text holds an escape of half a surrogate pair");
    assert_syntax(&titled(r#""\ude00 x""#), "/title", "the text holds an escape of half a surrogate pair");
    let whole = okrkit::read(&titled(r#""\ud83d\ude00""#)).unwrap();
    assert_eq!(whole.title().unwrap().get("en"), "😀");
}

#[test]
fn a_byte_order_mark_in_front_is_passed_over_and_one_within_is_text() {
    let plan = okrkit::read(&titled("\"t\"")).unwrap();
    let marked = format!("\u{feff}{}", titled("\"t\""));
    assert_eq!(okrkit::read(&marked).as_ref(), Ok(&plan));
    assert_eq!(okrkit::read_bytes(marked.as_bytes()), Ok(plan));
    assert_syntax(&format!("\u{feff}\u{feff}{}", titled("\"t\"")), "", "expected value, at line 1 column 2");
    assert_eq!(okrkit::read(&titled("\"\u{feff}t\"")).unwrap().title().unwrap().get("en"), "\u{feff}t");
}

#[test]
fn a_profile_that_extends_another_may_have_a_byte_order_mark_too() {
    let text = r#"{"okrkit_profile": 1, "id": "ours", "extends": "viva"}"#;
    let plain = okrkit::profile::read(text).unwrap();
    assert_eq!(okrkit::profile::read(&format!("\u{feff}{text}")), Ok(plain));
}

#[test]
fn bytes_that_are_not_utf_8_are_told_by_the_first_of_them() {
    let mut bytes = titled("\"؟\"").into_bytes();
    let at = bytes.iter().position(|byte| *byte == 0xd8).unwrap();
    bytes[at] = 0xff;
    let issues = okrkit::read_bytes(&bytes).unwrap_err();
    assert_eq!(
        told(&issues),
        [format!("document.syntax  the text is not UTF-8 from byte {at} on, at line 1 column {}", at + 1)]
    );
    assert_eq!(place(&issues), (1, at + 1, at));
    // Half of a character at the end of a file that was cut off.
    assert_eq!(codes(&okrkit::read_bytes(b"\"\xd8").unwrap_err()), [Code::DocumentSyntax]);
    // The bytes of a surrogate are not UTF-8 either, and a plan in UTF-16 is none.
    assert_eq!(codes(&okrkit::read_bytes(b"\"\xed\xa0\x80\"").unwrap_err()), [Code::DocumentSyntax]);
    let utf_16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        codes(&okrkit::read_bytes(&[vec![0xff, 0xfe], utf_16].concat()).unwrap_err()),
        [Code::DocumentSyntax]
    );
}

#[test]
fn json_of_other_tools_is_not_json() {
    for text in [
        "",
        " ",
        "NaN",
        "{okrkit: 1}",
        "{\"okrkit\": 1 /* c */}",
        "{\"okrkit\": 01}",
        "{\"okrkit\": +1}",
        "{\"okrkit\": .5}",
        "\u{0}",
    ] {
        assert_eq!(codes(&okrkit::read(text).unwrap_err()), [Code::DocumentSyntax], "{text:?}");
    }
    for number in ["NaN", "Infinity", "-Infinity", "0x10", "1_000", "1."] {
        assert_eq!(codes(&okrkit::read(&titled(number)).unwrap_err()), [Code::DocumentSyntax], "{number}");
    }
}

#[test]
fn what_is_json_and_no_object_is_said_to_be_of_the_wrong_type() {
    for (text, found) in [
        ("null", "null"),
        ("true", "`true`"),
        ("-7", "the number `-7`"),
        ("\"plan\"", "the text `plan`"),
        ("[]", "a list"),
    ] {
        let issues = okrkit::read(text).unwrap_err();
        assert_eq!(told(&issues), [format!("document.wrong_type  expected a plan, found {found}")]);
    }
}

#[test]
fn a_version_may_be_written_as_any_number_that_is_1() {
    for version in ["1", "1.0", "1e0", "10e-1"] {
        assert!(okrkit::read(&format!("{{\"okrkit\": {version}, {EMPTY}}}")).is_ok(), "{version}");
    }
    for version in ["0", "-1", "2", "1.0000001", "true", "[]", "{}", "\"\"", "1e999"] {
        let issues = okrkit::read(&format!("{{\"okrkit\": {version}, \"id\": 7, \"goals\": [{{}}]}}")).unwrap_err();
        assert_eq!(codes(&issues), [Code::DocumentUnsupportedVersion], "{version}: {issues}");
        assert_eq!(issues.iter().next().unwrap().path, "/okrkit");
    }
}
