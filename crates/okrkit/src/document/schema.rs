//! JSON Schema (2020-12) of the documents, generated from the types that read them.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Map, Value, json};

use crate::measure::Composite;
use crate::plan::PlanDocument;
use crate::profile::Profile;
use crate::unit::DURATIONS;

fn schema_of<T: schemars::JsonSchema>(id: &str, title: &str, version: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(refuse_null).transform(&mut schema);
    RecursiveTransform(plain_description).transform(&mut schema);
    schema.insert("$id".to_owned(), format!("https://okrkit.dev/schema/{id}.json").into());
    schema.insert("title".to_owned(), title.into());
    // From Rust a document has its version without anybody giving it; a text must say it.
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.insert(0, version.into());
    }
    if let Some(field) = property(&mut schema, version) {
        field.remove("default");
    }
    schema
}

fn property<'s>(schema: &'s mut Schema, name: &str) -> Option<&'s mut Map<String, Value>> {
    schema.get_mut("properties")?.get_mut(name)?.as_object_mut()
}

/// What stands in the documentation of the types as a link, as plain words.
pub(crate) fn plain_description(schema: &mut Schema) {
    let Some(Value::String(text)) = schema.get_mut("description") else { return };
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some((before, link)) = rest.split_once("[`") {
        plain.push_str(before);
        let (name, after) = link.split_once("`]").unwrap_or((link, ""));
        plain.extend(["`", name, "`"]);
        rest = match after.strip_prefix('(').and_then(|way| way.split_once(')')) {
            // A way may end in a call, as in `(crate::evaluate())`.
            Some((_, after)) => after.strip_prefix(')').unwrap_or(after),
            None => after,
        };
    }
    plain.push_str(rest);
    *text = plain.replace("\\[", "[").replace("\\]", "]");
}

/// What Rust calls an option is in a text a field that may be absent. `null` is a value of [`Nullable`](crate::Nullable) alone.
fn refuse_null(schema: &mut Schema) {
    refuse_null_but(schema, &[]);
}

/// The same for what is written: a field that is always there may be `null`.
#[cfg(feature = "call")]
pub(crate) fn refuse_null_of_absent(schema: &mut Schema) {
    let required: Vec<String> = schema
        .get("required")
        .and_then(Value::as_array)
        .map_or_else(Vec::new, |required| required.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    refuse_null_but(schema, &required);
}

fn refuse_null_but(schema: &mut Schema, kept: &[String]) {
    let is_null = |schema: &Value| schema.get("type").is_some_and(|found| found == "null");
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    let fields = properties.iter_mut().filter(|(name, _)| !kept.contains(name));
    for field in fields.filter_map(|(_, field)| field.as_object_mut()) {
        if field.get("default").is_some_and(Value::is_null) {
            field.remove("default");
        }
        for list in ["type", "enum"] {
            if let Some(found) = field.get_mut(list).and_then(Value::as_array_mut) {
                found.retain(|item| !item.is_null() && item != "null");
                if let ("type", [one]) = (list, found.as_slice()) {
                    let one = one.clone();
                    field.insert("type".to_owned(), one);
                }
            }
        }
        let Some(found) = field.get_mut("anyOf").and_then(Value::as_array_mut) else {
            continue;
        };
        found.retain(|schema| !is_null(schema));
        if let [Value::Object(one)] = found.as_slice() {
            let one = one.clone();
            field.remove("anyOf");
            for (name, value) in one {
                field.entry(name).or_insert(value);
            }
        }
    }
}

/// The schema of the plan document.
///
/// What a schema can say it says: fields, types, words, ranges. That ids are unique, links end somewhere and levels rise, only
/// the reader tells.
#[must_use]
pub fn plan_schema() -> Schema {
    let mut schema = schema_of::<PlanDocument>("plan-1", "okrkit plan, format version 1", "okrkit");
    add_rules(&mut schema);
    schema
}

/// What no single field says.
pub(crate) fn add_rules(schema: &mut Schema) {
    let rules = [
        ("Unit", of_units()),
        ("Children", of_children()),
        ("JudgeShare", of_shares()),
        ("Composite", of_parts()),
        ("MeasureFields", of_parts()),
    ];
    for (name, rules) in rules {
        if let Some(found) = schema.pointer_mut(&format!("/$defs/{name}")).and_then(Value::as_object_mut) {
            found.insert("allOf".to_owned(), rules);
        }
    }
}

/// A unit's fields by its kind.
fn of_units() -> Value {
    let is = |kind: &str| json!({ "properties": { "kind": { "const": kind } }, "required": ["kind"] });
    let times = json!({ "properties": { "of": { "enum": DURATIONS } }, "required": ["of"] });
    json!([
        { "if": is("currency"), "then": { "required": ["code"] }, "else": { "properties": { "code": false } } },
        { "if": is("duration"), "then": times, "else": { "if": is("count"), "else": { "properties": { "of": false } } } },
    ])
}

/// The fields of a sum of children.
fn of_children() -> Value {
    json!([{
        "if": { "properties": { "roll_up": { "const": "sum" } }, "required": ["roll_up"] },
        "then": { "required": ["start", "target"] },
        "else": { "properties": { "start": false, "target": false, "unit": false } },
    }])
}

/// What a share of check-ins does not have.
fn of_shares() -> Value {
    json!([{
        "if": { "properties": { "share_of": { "const": "check_ins" } }, "required": ["share_of"] },
        "then": { "properties": { "every": false } },
    }])
}

/// What the parts of a composite are not.
fn of_parts() -> Value {
    let kind = json!({ "not": { "enum": Composite::NO_PARTS } });
    json!([{ "properties": { "parts": { "additionalProperties": { "properties": { "kind": kind } } } } }])
}

/// The schema of a profile that extends nothing.
#[must_use]
pub fn profile_schema() -> Schema {
    schema_of::<Profile>("profile-1", "okrkit profile, format version 1", "okrkit_profile")
}
