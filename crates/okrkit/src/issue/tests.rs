use super::{nearest, quote, way};

#[test]
fn a_near_name_is_offered_and_a_far_one_is_not() {
    let known = ["sales", "support", "المبيعات"];
    assert_eq!(nearest("sale", known), Some("sales"));
    assert_eq!(nearest("مبيعات", known), Some("المبيعات"));
    assert_eq!(nearest("finance", known), None);
    assert_eq!(nearest("", known), None);
}

#[test]
fn what_a_user_wrote_is_shown_on_one_line_and_cut() {
    assert_eq!(quote("a\nb\u{2028}c"), "`a\\nb\\u{2028}c`");
    assert_eq!(quote(&"ن".repeat(60)), format!("`{}`", "ن".repeat(60)));
    assert_eq!(quote(&"ن".repeat(61)), format!("`{}…`", "ن".repeat(60)));
}

#[test]
fn a_long_way_shows_its_ends() {
    assert_eq!(way(&["a", "b", "a"]), "`a` → `b` → `a`");
    let ids: Vec<String> = (0..100).map(|n| format!("n{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let shown = way(&ids);
    assert!(
        shown.starts_with("`n0` → `n1`") && shown.ends_with("`n98` → `n99`") && shown.contains('…'),
        "{shown}"
    );
}
