use super::{Context, escape, list};
use crate::issue::Code;

#[test]
fn pointers_are_escaped_and_follow_the_reader() {
    assert_eq!(escape("a/b~c"), "a~1b~0c");
    let mut cx = Context::default();
    cx.name("objectives", |cx| cx.index(3, |cx| cx.key("a/b", |cx| cx.report(Code::IdInvalid, "no"))));
    cx.report(Code::IdInvalid, "no");
    let paths: Vec<String> = cx.into_issues().into_iter().map(|issue| issue.path).collect();
    assert_eq!(paths, ["/objectives/3/a~1b", ""]);
}

/// Where an objective is broken nothing is said of what stands in it, and of its neighbour everything.
#[test]
fn what_stands_below_a_broken_place_is_a_default() {
    let mut cx = Context::default();
    cx.name("objectives", |cx| cx.index(1, |cx| cx.report(Code::DocumentWrongType, "no object")));
    cx.end_of_structure();
    assert!(cx.is_broken("/objectives/1/title"));
    assert!(!cx.is_broken("/objectives/10/title"));
    assert!(!cx.is_broken("/objectives"));
    assert!(cx.name("objectives", |cx| cx.index(1, |cx| cx.is_lost("id"))));
}

#[test]
fn names_are_listed_in_backticks() {
    assert_eq!(list(&["a", "b"]), "`a`, `b`");
}
