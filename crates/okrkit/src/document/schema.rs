//! JSON Schema (2020-12) of the documents, generated from the types that read them.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::plan::PlanDocument;
use crate::profile::Profile;

fn schema_of<T: schemars::JsonSchema>(id: &str, title: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), format!("https://okrkit.dev/schema/{id}.json").into());
    schema.insert("title".to_owned(), title.into());
    schema
}

/// The schema of the plan document.
///
/// What a schema can say it says: fields, types, words, ranges. That ids are unique, links end somewhere and levels rise, only
/// the reader tells.
#[must_use]
pub fn plan_schema() -> Schema {
    schema_of::<PlanDocument>("plan-1", "okrkit plan, format version 1")
}

/// The schema of a profile that extends nothing.
#[must_use]
pub fn profile_schema() -> Schema {
    schema_of::<Profile>("profile-1", "okrkit profile, format version 1")
}
