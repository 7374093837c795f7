//! JSON Schema (2020-12) of what verbs take and answer.

use std::ops::RangeInclusive;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{Need, Part, VERBS, Verb, answers};
use crate::document::{plain_description, plan_schema, profile_schema, refuse_null_of_absent};
use crate::time::{AsOf, Cadence, Date};
use crate::{catalog, compare, diff, explain, forecast, issue, kpi, lint, plan, profile, review, rhythm, score, trend, visibility, what_if};

/// A type of the table, by the way to it, the last part of which is its name there.
type Named = (&'static str, fn(&mut SchemaGenerator) -> Schema);

macro_rules! named {
    ($($ty:ty),* $(,)?) => {
        &[$((stringify!($ty), |generator| generator.subschema_for::<$ty>())),*]
    };
}

/// Every type that the table names.
const TYPES: &[Named] = named![
    String,
    AsOf,
    Cadence,
    Date,
    Aim,
    Days,
    ProfileOrName,
    Schema,
    Subject,
    Viewer,
    answers::CarryReport<'_>,
    answers::CodeEntry,
    answers::MergeReport<'_>,
    catalog::CatalogDocument,
    catalog::Template,
    compare::Comparison,
    crate::document::Position,
    diff::PlanDiff,
    explain::Explanation,
    explain::Figure,
    explain::Language,
    forecast::Backtest,
    forecast::BacktestPolicy,
    forecast::Calibration,
    forecast::CalibrationPolicy,
    forecast::Forecast,
    forecast::ForecastPolicy,
    forecast::Forecasts,
    forecast::Method,
    forecast::ObjectiveForecast,
    forecast::PastReading,
    forecast::Proposal,
    forecast::ProposalPolicy,
    issue::Issue,
    kpi::KpiStatus,
    lint::Finding,
    lint::LintPolicy,
    lint::LintReport,
    lint::Rule,
    plan::Cycle,
    plan::Edit,
    plan::Healthy,
    plan::KeyResult,
    plan::Kpi,
    plan::Objective,
    plan::PlanDocument,
    plan::Team,
    plan::Text,
    profile::Profile,
    review::CarryPolicy,
    review::CycleReview,
    review::ReviewPolicy,
    rhythm::Agenda,
    rhythm::AgendaKind,
    rhythm::AgendaPolicy,
    rhythm::Discipline,
    rhythm::Owed,
    rhythm::Slot,
    rhythm::Staleness,
    rhythm::StalenessPolicy,
    score::GroupScore,
    score::KeyResultScore,
    score::NodeScore,
    score::ObjectiveScore,
    score::Scorecard,
    trend::Trend,
    visibility::RedactionPolicy,
    visibility::ValuesKept,
    what_if::Required,
    what_if::RequiredPolicy,
    what_if::Sensitivity,
    what_if::WhatIf,
];

/// A type that is read by a function of its own, with its schema.
macro_rules! of_arguments {
    ($($(#[doc = $about:literal])+ $name:ident($generator:ident) = $schema:expr;)*) => {$(
        struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("description".to_owned(), [$($about),+].concat().trim().into());
                schema
            }
        }
    )*};
}

of_arguments! {
    /// What an indicator shall reach as a key result: its healthy range, or a target on its own scale.
    Aim(generator) = {
        let target = generator.subschema_for::<f64>();
        json_schema!({ "anyOf": [
            { "const": "healthy" },
            { "type": "object", "properties": { "target": target }, "required": ["target"], "additionalProperties": false }
        ] })
    };
    /// A list of days, or days at a cadence.
    Days(generator) = {
        let (day, every) = (generator.subschema_for::<Date>(), generator.subschema_for::<Cadence>());
        json_schema!({ "anyOf": [
            { "type": "array", "items": day },
            {
                "type": "object", "properties": { "from": day, "to": day, "every": every }, "required": ["from", "to", "every"],
                "additionalProperties": false
            }
        ] })
    };
    /// The name of a profile that okrkit brings, a whole profile, or one that says what differs from the one it extends.
    ProfileOrName(generator) = {
        let whole = generator.subschema_for::<profile::Profile>();
        json_schema!({ "anyOf": [
            { "type": "string" },
            whole,
            { "type": "object", "properties": { "extends": { "type": "string" } }, "required": ["extends"] }
        ] })
    };
    /// Somebody who looks at a plan, as owners are named, and the ids of their teams. Without either anybody.
    Viewer(generator) = {
        let teams = generator.subschema_for::<Vec<String>>();
        json_schema!({
            "type": "object", "properties": { "who": { "type": "string" }, "teams": teams }, "additionalProperties": false
        })
    };
    /// The id of an objective or key result, or a group: what objectives are grouped by, and which; all of them by `total`.
    Subject(_generator) = json_schema!({ "anyOf": [
        { "type": "string" },
        {
            "type": "object", "properties": { "by": { "type": "string" }, "of": { "type": "string" } }, "required": ["by"],
            "additionalProperties": false
        }
    ] });
}

/// The schema of the arguments and the answer of every verb: `$defs` holds the types, `verbs` what each takes and gives.
///
/// Of a verb there is `about`, `on` (`nothing`, `plan`, `plans`, `scorecard`; of several `plans` the part of each), `arguments`, and
/// `answer`: `plan` and `text` are `always` or `or_none` where there is any, `scorecards` their names or `by_profile`, `json` a
/// schema. A field that is not required may be absent and is never `null`; one that is required may be `null` where its type says so.
#[must_use]
pub fn verbs_schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut own = Map::new();
    let mut verbs = Map::new();
    for verb in VERBS {
        let name = arguments_name(verb);
        own.insert(name.clone(), arguments(verb, &mut generator));
        verbs.insert(verb.name.to_owned(), entry(verb, &name, &mut generator));
    }
    let mut defs = generator.take_definitions(true);
    for (name, definition) in &mut defs {
        mend(name, definition);
    }
    // What is read is the same wherever it stands: what is written of it has some fields in any case that may be absent.
    for (root, schema) in [("PlanDocument", plan_schema()), ("Profile", profile_schema())] {
        take_over(&mut defs, root, schema);
    }
    defs.append(&mut own);
    json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://okrkit.dev/schema/verbs-1.json",
        "title": "okrkit verbs: what each takes and answers",
        "$defs": defs,
        "verbs": verbs,
    })
}

/// `ForecastObjectiveArguments`, `ScorecardGroupByArguments`.
fn arguments_name(verb: &Verb) -> String {
    let words = verb.name.split(['.', '_']);
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    words.map(capital).chain(["Arguments".to_owned()]).collect()
}

/// Puts the definitions of a document in the place of those that were made of the same types for writing.
fn take_over(defs: &mut Map<String, Value>, root: &str, schema: Schema) {
    let Value::Object(mut whole) = schema.to_value() else { return };
    let Some(Value::Object(parts)) = whole.remove("$defs") else { return };
    whole.retain(|name, _| !matches!(name.as_str(), "$id" | "$schema" | "title"));
    let document = (root.to_owned(), Value::Object(whole));
    for (name, definition) in parts.into_iter().chain([document]) {
        if let Some(own) = defs.get_mut(&name) {
            *own = definition;
        }
    }
}

macro_rules! ranges {
    ($($ty:ty),* $(,)?) => {
        &[$((stringify!($ty), <$ty>::RANGES)),*]
    };
}

/// From where to where each number of a policy may be.
type Ranges = [(&'static str, RangeInclusive<f64>)];

/// Every policy, by the way to it, with its ranges. One that is not here does not compile: nobody would use its own.
const RANGES: &[(&str, &Ranges)] = ranges![
    forecast::BacktestPolicy,
    forecast::CalibrationPolicy,
    forecast::ForecastPolicy,
    forecast::ProposalPolicy,
    lint::LintPolicy,
    review::CarryPolicy,
    review::ReviewPolicy,
    rhythm::AgendaPolicy,
    rhythm::StalenessPolicy,
    visibility::RedactionPolicy,
    what_if::RequiredPolicy,
];

/// The last part of the way to a type.
fn name_of(way: &'static str) -> &'static str {
    way.rsplit("::").next().unwrap_or(way).trim_end_matches("<'_>").trim()
}

/// Says from where to where the numbers of a policy may be.
fn bound(name: &str, schema: &mut Schema) {
    let found = RANGES.iter().find(|(way, _)| name_of(way) == name);
    for (field, range) in found.map_or(&[][..], |(_, ranges)| ranges) {
        let numbers = [format!("/properties/{field}/items"), format!("/properties/{field}")];
        let Some(place) = numbers.iter().find(|place| schema.pointer(place).is_some()) else {
            continue;
        };
        let Some(Value::Object(number)) = schema.pointer_mut(place) else { continue };
        for (word, end) in [("minimum", range.start()), ("maximum", range.end())] {
            if end.abs() < f64::MAX {
                // Whole ones as they are written: `0`, not `0.0`.
                number.insert(word.to_owned(), end.to_string().parse().unwrap_or_else(|_| json!(end)));
            }
        }
    }
}

/// What generated schemas say that is not so.
fn mend(name: &str, definition: &mut Value) {
    let Ok(schema) = <&mut Schema>::try_from(definition) else { return };
    RecursiveTransform(refuse_null_of_absent).transform(schema);
    RecursiveTransform(plain_description).transform(schema);
    // All fields of a policy have defaults.
    if name.ends_with("Policy") && name != "Policy" {
        schema.remove("required");
    }
    bound(name, schema);
    // There only beside a manual score, and null where nothing could be computed.
    if let Some(score) = schema.pointer_mut("/properties/computed_score/type") {
        *score = json!(["number", "null"]);
    }
}

/// The schema of a type as the table writes it.
fn type_schema(written: &str, generator: &mut SchemaGenerator) -> Value {
    if let Some(inner) = written.strip_suffix('?') {
        return json!({ "anyOf": [type_schema(inner, generator), { "type": "null" }] });
    }
    let inside = |open, close| written.strip_prefix(open).and_then(|inner: &str| inner.strip_suffix(close));
    if let Some(inner) = inside('[', ']') {
        return json!({ "type": "array", "items": type_schema(inner, generator) });
    }
    if let Some(inner) = inside('{', '}') {
        return json!({ "type": "object", "additionalProperties": type_schema(inner, generator) });
    }
    if matches!(written, "string" | "number" | "integer" | "boolean") {
        return json!({ "type": written });
    }
    let found = TYPES.iter().find(|(way, _)| name_of(way) == written);
    // A test looks for types that are not in the list: `false` fits nothing.
    found.map_or(Value::Bool(false), |(_, schema)| schema(generator).to_value())
}

fn arguments(verb: &Verb, generator: &mut SchemaGenerator) -> Value {
    let mut properties = Map::new();
    for argument in verb.arguments {
        let mut schema = type_schema(argument.takes, generator);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), describe(verb.name, argument.name).into());
        }
        properties.insert(argument.name.to_owned(), schema);
    }
    let required = verb.arguments.iter().filter(|argument| argument.need == Need::Must);
    json!({
        "description": format!("What `{}` takes.", verb.name),
        "type": "object",
        "properties": properties,
        "required": required.map(|argument| argument.name).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn entry(verb: &Verb, arguments: &str, generator: &mut SchemaGenerator) -> Value {
    let mut answer = Map::new();
    for part in verb.answer {
        let (name, value) = match part {
            Part::Plan => ("plan", json!("always")),
            Part::PlanOrNone => ("plan", json!("or_none")),
            Part::Scorecards(names) => ("scorecards", json!(names)),
            Part::ScorecardsByProfile => ("scorecards", json!("by_profile")),
            Part::Json(written) => ("json", type_schema(written, generator)),
            Part::Text => ("text", json!("always")),
            Part::TextOrNone => ("text", json!("or_none")),
        };
        answer.insert(name.to_owned(), value);
    }
    let mut entry = json!({
        "about": verb.about,
        "on": verb.on.as_str(),
        "arguments": { "$ref": format!("#/$defs/{arguments}") },
        "answer": answer,
    });
    if let (super::On::Plans(parts), Some(entry)) = (verb.on, entry.as_object_mut()) {
        entry.insert("plans".to_owned(), json!(parts));
    }
    entry
}

/// What an argument means.
fn describe(verb: &str, argument: &str) -> &'static str {
    match (verb, argument) {
        ("catalog.plan", "cycle") => "the cycle of the plan",
        ("catalog.plan", "id") => "the id of the plan",
        ("catalog.plan", "team") => "the team of all objectives",
        ("template.instantiate", "team") => "the id of the team",
        ("carry_forward", "from") => "the id of the cycle that ends",
        ("carry_forward", "to") => "the id of the next one",
        ("promote", "key_result") => "the id that the key result gets",
        ("promote", "as_of") => "as of when the latest reading is its start",
        ("demote", "kpi") => "the id that the indicator gets; without it that of the one the key result was made of, else the key result's own",
        ("demote", "healthy") => "where it should be; without it the range of the indicator that is there already, else the bounds of a threshold",
        ("required", "score") => "the score wanted, in [0,1]",
        ("profile.named", "name") => "the name of the profile",
        ("profile.grade_of" | "profile.band_of", "profile") => "the profile to go by",
        ("text.get", "text") => "a text, or texts by language",
        ("text.get", "language") => "a language tag, such as `ar` or `en-GB`",
        ("lint.rule", "id") => "the id of the rule",
        ("lint.to_text" | "lint.to_sarif", "text") => "the text that the plan was read from",
        ("read" | "profile.read" | "catalog.read", "text") => "the document",
        (_, "aim") => "what it shall reach",
        (_, "as_of") => "the day, and optionally what was known by then",
        (_, "baseline") => "what it is compared with, on the measure's own scale",
        (_, "by") => "what objectives are grouped by: team, team_tree, owner, cycle, category, or a tag",
        (_, "catalog") => "a catalogue; without it that of sales",
        (_, "cycle") => "the id of the cycle",
        (_, "cycles") => "the ids of cycles; without any all",
        (_, "days") => "the days of the series",
        (_, "diff") => "a difference, as `diff` gives it",
        (_, "edits") => "the changes, in order",
        (_, "every") => "how far apart",
        (_, "figure") => "which figure",
        (_, "first_month") => "the month with which the year begins, 1 to 12",
        (_, "grade") => "a grade",
        (_, "half") => "1 or 2",
        (_, "history") => "the figures of past periods, oldest first",
        (_, "key_result") => "the id of the key result",
        (_, "key_results") => "ids of key results; without them all",
        (_, "kind") => "which meeting",
        (_, "kpi") => "the id of the indicator",
        (_, "language") => "the language of the words",
        (_, "method") => "a method of forecasting",
        (_, "node") => "the id of an objective or key result",
        (_, "objective") => "the id of the objective",
        (_, "objectives") => "ids of objectives; without them all",
        (_, "on") => "the day",
        (_, "pointers") => "RFC 6901 JSON pointers",
        (_, "policy") => "what differs from the defaults",
        (_, "profile") => "the profile to go by; without it the plan's own",
        (_, "profiles") => "the profiles; the others are compared with the first",
        (_, "quarter") => "1 to 4",
        (_, "score") => "a score, in [0,1]",
        (_, "season_length") => "after how many periods a pattern comes back; 1, which it is without it, for none",
        (_, "from" | "starts") => "the first day",
        (_, "subject") => "what is explained",
        (_, "template") => "the id of the template",
        (_, "text") => "the text that the pointers lead into",
        (_, "title") => "a title, if not the indicator's",
        (_, "ends" | "to") => "the last day",
        (_, "uri") => "what names the document, relative or absolute",
        (_, "viewer") => "who looks at the plan",
        (_, "weight") => "a weight, if not 1",
        (_, "year") => "the year, 1 to 9999",
        _ => "",
    }
}
