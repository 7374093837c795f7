//! The text that a plan is written as.

use serde_json::json;

use crate::support;

const CANONICAL: &str = r#"{
  "okrkit": 1,
  "id": "acme",
  "title": "ACME sales",
  "cycles": [
    {
      "id": "q1",
      "starts": "2026-01-01",
      "ends": "2026-03-31",
      "check_in_every": "week"
    }
  ],
  "objectives": [
    {
      "id": "grow",
      "title": {
        "ar": "تنمية",
        "en": "Grow"
      },
      "cycle": "q1",
      "key_results": [
        {
          "id": "revenue",
          "title": "Reach 500,000 USD",
          "measure": {
            "kind": "metric",
            "start": null,
            "target": 500000,
            "unit": {
              "kind": "currency",
              "code": "USD"
            }
          },
          "weight": 0.1,
          "check_ins": [
            {
              "on": "2026-01-31",
              "value": 120000.5,
              "recorded": "2026-02-01T06:30:00Z"
            }
          ]
        }
      ]
    }
  ],
  "ext": {"b":1.0,  "a": [ ]}
}
"#;

#[test]
fn a_canonical_text_is_written_as_it_was_read() {
    assert_eq!(okrkit::write(&okrkit::read(CANONICAL).unwrap()), CANONICAL);
}

#[test]
fn order_of_fields_white_space_defaults_and_spellings_of_numbers_do_not_matter() {
    let text = r#"{"ext": {"b":1.0,  "a": [ ]}, "links": [], "teams": [], "objectives": [{"key_results": [{"check_ins": [
        {"recorded": "2026-02-01T09:30:00+03:00", "value": 1200005e-1, "on": "2026-01-31", "source": "manual", "void": false, "event": false, "parts": {}}],
        "weight": 0.10, "amendments": [],
        "measure": {"unit": {"code": "USD", "kind": "currency"}, "reading": "latest", "target": 5e5, "start": null, "kind": "metric"},
        "title": "Reach 500,000 USD", "id": "revenue"}],
        "ambition": "aspirational", "tags": {}, "cycle": "q1", "title": {"en": "Grow", "ar": "\u062a\u0646\u0645\u064a\u0629"}, "id": "grow"}],
        "cycles": [{"check_in_every": "week", "ends": "2026-03-31", "starts": "2026-01-01", "id": "q1"}], "title": "ACME sales", "id": "acme", "okrkit": 1.0}"#;
    assert_eq!(okrkit::write(&okrkit::read(text).unwrap()), CANONICAL);
}

#[test]
fn what_says_something_is_kept_even_where_it_looks_like_a_default() {
    // A weight of 1 is what is meant where none is given, but it was given; so with `active` and `contributes`.
    let plan = json!({
        "okrkit": 1, "id": "p", "profile": "default", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [
            {"id": "a", "title": "", "cycle": "c", "stage": "active", "key_results": [{"id": "k", "title": "k", "measure": {"kind": "done"}, "weight": 1.0,
             "check_ins": [{"on": "2026-01-01", "done": false, "confidence": 0.0}]}]},
            {"id": "b", "title": "b", "cycle": "c"}
        ],
        "links": [{"child": "b", "parent": "a", "weight": 1}]
    });
    let written = okrkit::write(&support::read(&plan));
    for kept in [
        r#""profile": "default""#,
        r#""stage": "active""#,
        r#""weight": 1"#,
        r#""done": false"#,
        r#""confidence": 0"#,
        r#""title": """#,
    ] {
        assert!(written.contains(kept), "{kept}\n{written}");
    }
    assert_eq!(written.matches(r#""weight": 1"#).count(), 2);
    assert!(!written.contains(r#""kind": "contributes""#));
}

#[test]
fn numbers_are_written_shortest_and_whole_ones_without_a_fraction() {
    for (given, written) in [
        ("5e5", "500000"),
        ("0.10", "0.1"),
        ("-2.0", "-2"),
        ("-0.0", "0"),
        ("9007199254740992", "9007199254740992"),
        ("1e300", "1e+300"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("5e-324", "5e-324"),
        ("333333333.33333329", "333333333.3333333"),
    ] {
        let text = support::plan_with_key_result(json!({"measure": {"kind": "metric", "start": "«»", "target": 7}})).to_string();
        let plan = okrkit::read(&text.replace("\"«»\"", given)).unwrap();
        let out = okrkit::write(&plan);
        assert!(out.contains(&format!("\"start\": {written},")), "{given}: {out}");
        assert_eq!(okrkit::read(&out), Ok(plan));
    }
}

#[test]
fn instants_are_written_in_utc_with_the_digits_they_need() {
    for (given, written) in [
        ("2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"),
        ("2026-02-01T01:30:00+03:00", "2026-01-31T22:30:00Z"),
        ("2026-02-01T00:00:00.250-00:00", "2026-02-01T00:00:00.250Z"),
        ("2026-02-01t00:00:00.000000001z", "2026-02-01T00:00:00.000000001Z"),
    ] {
        let plan = support::plan_with_key_result(json!({"measure": {"kind": "done"}, "check_ins": [{"on": "2026-02-01", "recorded": given}]}));
        let out = okrkit::write(&support::read(&plan));
        assert!(out.contains(&format!("\"recorded\": \"{written}\"")), "{given}: {out}");
    }
}

#[test]
fn the_empty_plan_is_five_lines() {
    let plan = okrkit::read(r#"{"okrkit":1,"id":"p","cycles":[],"objectives":[]}"#).unwrap();
    assert_eq!(
        okrkit::write(&plan),
        "{\n  \"okrkit\": 1,\n  \"id\": \"p\",\n  \"cycles\": [],\n  \"objectives\": []\n}\n"
    );
}
