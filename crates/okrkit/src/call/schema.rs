//! JSON Schema (2020-12) of what verbs take and answer.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{Need, Part, VERBS, Verb, answers};
use crate::document::{add_rules, refuse_null_of_absent};
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
    defs.append(&mut own);
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://okrkit.dev/schema/verbs-1.json",
        "title": "okrkit verbs: what each takes and answers",
        "$defs": defs,
        "verbs": verbs,
    });
    add_rules(&mut schema);
    schema
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

/// What generated schemas say that is not so.
fn mend(name: &str, definition: &mut Value) {
    let Ok(schema) = <&mut Schema>::try_from(definition) else { return };
    RecursiveTransform(refuse_null_of_absent).transform(schema);
    RecursiveTransform(plain_description).transform(schema);
    // All fields of a policy have defaults.
    if name.ends_with("Policy") && name != "Policy" {
        schema.remove("required");
    }
    // Written always, and read where it is absent.
    if name == "StageChange"
        && let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut)
    {
        required.retain(|field| field != "stage");
    }
    // There only beside a manual score, and null where nothing could be computed.
    if let Some(score) = schema.pointer_mut("/properties/computed_score/type") {
        *score = json!(["number", "null"]);
    }
}

/// What stands in the documentation of the types as a link, as plain words.
fn plain_description(schema: &mut Schema) {
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
    let name_of = |way: &'static str| way.rsplit("::").next().unwrap_or(way).trim_end_matches("<'_>").trim();
    let found = TYPES.iter().find(|(way, _)| name_of(way) == written);
    // A test looks for types that are not in the list: `false` fits nothing.
    found.map_or(Value::Bool(false), |(_, schema)| schema(generator).to_value())
}

fn arguments(verb: &Verb, generator: &mut SchemaGenerator) -> Value {
    let mut properties = Map::new();
    for argument in verb.arguments {
        let mut schema = type_schema(argument.takes, generator);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), describe(argument.name).into());
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

/// What an argument means; the same wherever it occurs.
fn describe(argument: &str) -> &'static str {
    match argument {
        "aim" => "what it shall reach",
        "as_of" => "the day, and optionally what was known by then",
        "baseline" => "what it is compared with, on the measure's own scale",
        "by" => "what objectives are grouped by: team, team_tree, owner, cycle, category, or a tag",
        "catalog" => "a catalogue; without it that of sales",
        "cycle" => "a cycle",
        "cycles" => "the ids of cycles; without any all",
        "days" => "the days of the series",
        "diff" => "a difference, as `diff` gives it",
        "edits" => "the changes, in order",
        "ends" => "the last day",
        "every" => "how far apart",
        "figure" => "which figure",
        "first_month" => "the month with which the year begins, 1 to 12",
        "from" => "where it begins: the id of a cycle, or a day",
        "grade" => "a grade",
        "half" => "1 or 2",
        "healthy" => "where it should be",
        "history" => "the figures of past periods, oldest first",
        "id" => "an id",
        "key_result" => "the id of the key result",
        "key_results" => "ids of key results; without them all",
        "kind" => "which meeting",
        "kpi" => "the id of the indicator",
        "language" => "a language: `en`, `ar`; of texts any tag",
        "method" => "a method of forecasting",
        "name" => "a name",
        "node" => "the id of an objective or key result",
        "objective" => "the id of the objective",
        "objectives" => "ids of objectives; without them all",
        "on" => "the day",
        "pointers" => "RFC 6901 JSON pointers",
        "policy" => "what differs from the defaults",
        "profile" => "the profile to go by; without it the plan's own",
        "profiles" => "the profiles, the first being the one that the others are compared with",
        "quarter" => "1 to 4",
        "score" => "a score, in [0,1]",
        "season_length" => "after how many periods a pattern comes back; 1 for none, and without it",
        "starts" => "the first day",
        "subject" => "what is explained",
        "team" => "a team",
        "template" => "the id of the template",
        "text" => "the text it is about: that of the document, or of a title",
        "title" => "a title, if not the indicator's",
        "to" => "where it ends: the id of a cycle, or a day",
        "uri" => "what names the document, relative or absolute",
        "viewer" => "who looks at the plan",
        "weight" => "a weight, if not 1",
        "year" => "the year, 1 to 9999",
        _ => "",
    }
}
