//! Where pointers lead in a text.

use okrkit::document::{Position, locate};

#[track_caller]
fn assert_at(text: &str, pointer: &str, line: usize, column: usize) {
    let found = locate(text, [pointer]);
    assert_eq!((found[0].line, found[0].column), (line, column), "{pointer} in {text}");
    // The offset is that of the same place, in bytes.
    let before = &text[..found[0].offset];
    assert_eq!(before.matches('\n').count() + 1, line);
    assert_eq!(before.rsplit('\n').next().unwrap().chars().count() + 1, column);
}

#[test]
fn a_pointer_leads_to_the_first_character_of_its_value() {
    let text = "{\n  \"okrkit\": 1,\n  \"cycles\": [ {\"id\": \"c\"},\n    {\"id\": \"d\"} ]\n}";
    assert_at(text, "", 1, 1);
    assert_at(text, "/okrkit", 2, 13);
    assert_at(text, "/cycles", 3, 13);
    assert_at(text, "/cycles/0", 3, 15);
    assert_at(text, "/cycles/1/id", 4, 12);
}

#[test]
fn a_pointer_to_what_is_not_there_leads_to_the_object_around_it() {
    let text = "{\n \"cycles\": [\n  {\"id\": \"c\"}]}";
    assert_at(text, "/cycles/0/starts", 3, 3);
    assert_at(text, "/cycles/7/starts", 2, 12);
    assert_at(text, "/objectives/0", 1, 1);
    assert_at(text, "/cycles/0/id/of/nothing", 3, 10);
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let text = "{\"title\": \"تنمية إيرادات المبيعات\", \"id\": 7}";
    // 1 + 8 for the name, 2 for colon and blank, 24 for the Arabic text in its quotes, ", " and `"id": `.
    let column = text.chars().position(|c| c == '7').unwrap() + 1;
    assert_eq!(column, 43);
    assert_at(text, "/id", 1, column);
    assert_at("{\"a\": \"😀\",\r\n\"b\": 1}", "/b", 2, 6);
}

#[test]
fn white_space_and_a_byte_order_mark_in_front_are_counted() {
    assert_at("\n\n  {\"id\": 1}", "", 3, 3);
    assert_at("\n\n  {\"id\": 1}", "/id", 3, 10);
    let found = locate("\u{feff}{\"id\": 1}", ["/id"]);
    assert_eq!(
        found,
        [Position {
            line: 1,
            column: 9,
            offset: 10
        }]
    );
}

#[test]
fn names_with_slashes_tildes_and_escapes_are_found() {
    let text = r#"{"a/b": 1, "m~n": 2, "": 3, "\u0061": 4, "~1": 5}"#;
    for (pointer, value) in [("/a~1b", "1"), ("/m~0n", "2"), ("/", "3"), ("/a", "4"), ("/~01", "5")] {
        let found = locate(text, [pointer]);
        assert!(text[found[0].offset..].starts_with(value), "{pointer}");
    }
}

#[test]
fn of_a_field_given_twice_it_is_the_second() {
    assert_at(r#"{"id": 1, "id": 2}"#, "/id", 1, 17);
}

#[test]
fn many_pointers_are_found_together_in_the_order_they_were_asked_for() {
    let text = "[10,\n 20,\n 30]";
    let found = locate(text, ["/2", "/0", "/9", "/1"]);
    let places: Vec<(usize, usize)> = found.iter().map(|place| (place.line, place.column)).collect();
    assert_eq!(places, [(3, 2), (1, 2), (1, 1), (2, 2)]);
    assert_eq!(locate(text, []), []);
}

#[test]
fn a_text_that_is_no_json_leads_to_its_beginning() {
    assert_at("{\"id\": ", "/id", 1, 1);
    assert_at("", "/id", 1, 1);
    assert_at("\n x", "/id", 2, 2);
}

#[test]
fn every_problem_of_a_plan_can_be_shown_in_its_text() {
    let text =
        "{\"okrkit\": 1, \"id\": \"خطة\",\n \"cycles\": [],\n \"objectives\": [\n  {\"id\": \"o\", \"title\": \"زيادة\", \"cycle\": \"ربع\", \"wight\": 1}]}";
    let issues = okrkit::read(text).unwrap_err();
    let found = locate(text, issues.iter().map(|issue| issue.path.as_str()));
    let shown: Vec<(&str, usize, &str)> = issues
        .iter()
        .zip(&found)
        .map(|(issue, place)| (issue.code.as_str(), place.line, text[place.offset..].split([',', '}']).next().unwrap()))
        .collect();
    assert_eq!(shown, [("document.unknown_field", 4, "1"), ("cycle.unknown", 4, "\"ربع\"")]);
}
