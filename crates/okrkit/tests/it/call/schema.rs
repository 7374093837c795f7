//! What verbs take and answer against the schema in the repository.

use std::collections::BTreeSet;

use jsonschema::Validator;
use okrkit::call::{Part, VERBS, Verb};
use serde_json::{Value, json};

use super::samples::{samples, world};

const VERBS_SCHEMA: &str = include_str!("../../../schema/verbs-1.json");

pub(crate) fn schema() -> Value {
    serde_json::from_str(VERBS_SCHEMA).unwrap()
}

/// The schema with every object closed that has named fields, so that a field it does not tell of is found.
fn closed() -> Value {
    fn close(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.values_mut().for_each(close);
                let is_object = members.get("type").is_some_and(|found| found == "object") && members.contains_key("properties");
                if is_object && !members.contains_key("additionalProperties") {
                    members.insert("additionalProperties".to_owned(), false.into());
                }
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    /// The definitions beside whose fields others stand.
    fn extended(value: &Value, out: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                members.values().for_each(|value| extended(value, out));
                if let (Some(Value::Array(all)), true) = (members.get("allOf"), members.contains_key("unevaluatedProperties")) {
                    let to = all.iter().filter_map(|one| one["$ref"].as_str()?.strip_prefix("#/$defs/"));
                    out.extend(to.map(str::to_owned));
                }
            }
            Value::Array(items) => items.iter().for_each(|item| extended(item, out)),
            _ => {}
        }
    }
    let mut schema = schema();
    let mut open = BTreeSet::from(["ProfileOrName".to_owned()]);
    extended(&schema, &mut open);
    assert!(open.len() > 5 && open.len() < 20, "{open:?}");
    let defs = schema["$defs"].as_object_mut().unwrap();
    for (_, definition) in defs.iter_mut().filter(|(name, _)| !open.contains(*name)) {
        close(definition);
    }
    schema
}

/// A validator of something that refers to the definitions.
pub(crate) fn validator(schema: &Value, of: &Value) -> Validator {
    let whole = json!({"$schema": schema["$schema"], "$defs": schema["$defs"], "allOf": [of]});
    jsonschema::draft202012::meta::validate(&whole).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft202012::new(&whole).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| format!("{error:.300} (at {})", error.instance_path()))
        .collect()
}

#[test]
fn the_schema_in_the_folder_is_that_of_the_table() {
    assert_eq!(schema(), serde_json::to_value(okrkit::call::verbs_schema()).unwrap());
    let verbs = schema();
    assert_eq!(verbs["verbs"].as_object().unwrap().len(), VERBS.len());
}

#[test]
fn every_definition_has_a_name_of_its_own_and_nothing_is_false() {
    let schema = schema();
    for name in schema["$defs"].as_object().unwrap().keys() {
        assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "{name}: two types have this name");
    }
    for verb in VERBS {
        for argument in verb.arguments {
            let name = format!("{} {}", verb.name, argument.name);
            let definition = schema["verbs"][verb.name]["arguments"]["$ref"].as_str().unwrap().strip_prefix('#').unwrap();
            let described = &schema.pointer(definition).unwrap()["properties"][argument.name];
            assert!(described["description"].as_str().is_some_and(|about| !about.is_empty()), "{name}");
            assert!(described.as_object().unwrap().len() > 1, "{name} has no type");
        }
        let is_json = |part: &Part| matches!(part, Part::Json(_));
        let json = &schema["verbs"][verb.name]["answer"]["json"];
        assert_eq!(verb.answer.iter().any(is_json), json.is_object(), "{}", verb.name);
        assert!(!json.to_string().contains("false"), "{}: a type is not in the list", verb.name);
    }
}

#[test]
fn what_every_verb_takes_and_answers_is_as_the_schema_says() {
    let (world, closed) = (world(), closed());
    for sample in samples(&world) {
        let verb = Verb::named(sample.verb).unwrap();
        let entry = &closed["verbs"][sample.verb];
        let takes = validator(&closed, &entry["arguments"]);
        assert_eq!(faults(&takes, &sample.arguments), [""; 0], "{}", sample.verb);
        let answer = world
            .call(verb, &sample.arguments.to_string())
            .unwrap_or_else(|issues| panic!("{}: {issues}", sample.verb));
        let tells = |part: &str| entry["answer"].get(part);
        match tells("json") {
            Some(of) => {
                let json = serde_json::from_str(answer.json.as_deref().unwrap()).unwrap();
                assert_eq!(faults(&validator(&closed, of), &json), [""; 0], "{}", sample.verb);
            }
            None => assert_eq!(answer.json, None, "{}", sample.verb),
        }
        for (part, is_there) in [("plan", answer.plan.is_some()), ("text", answer.text.is_some())] {
            match tells(part).and_then(Value::as_str) {
                Some("always") => assert!(is_there, "{} {part}", sample.verb),
                Some("or_none") => {}
                Some(other) => panic!("{other}"),
                None => assert!(!is_there, "{} {part}", sample.verb),
            }
        }
        match tells("scorecards") {
            Some(Value::Array(names)) => assert_eq!(names.len(), answer.scorecards.len(), "{}", sample.verb),
            Some(found) => assert!(found == "by_profile" && !answer.scorecards.is_empty(), "{}", sample.verb),
            None => assert!(answer.scorecards.is_empty(), "{}", sample.verb),
        }
    }
}

/// A value that is right in no argument.
const WRONG: &str = r#"{"qqqq": [[true]]}"#;

#[test]
fn an_argument_of_another_type_is_refused_by_the_reader_and_the_schema() {
    let (world, schema) = (world(), schema());
    let mut n = 0;
    for sample in samples(&world) {
        let verb = Verb::named(sample.verb).unwrap();
        let takes = validator(&schema, &schema["verbs"][sample.verb]["arguments"]);
        for argument in verb.arguments {
            let mut arguments = sample.arguments.clone();
            arguments[argument.name] = serde_json::from_str(WRONG).unwrap();
            let name = format!("{} {}", sample.verb, argument.name);
            // A text in several languages may be called anything.
            assert_ne!(faults(&takes, &arguments), [""; 0], "{name}");
            let issues = world.call(verb, &arguments.to_string()).expect_err(&name);
            let place = format!("/{}", argument.name);
            assert!(issues.iter().all(|issue| issue.path.starts_with(&place)), "{name}: {issues}");
            n += 1;
        }
    }
    assert!(n > 150, "{n}");
}
