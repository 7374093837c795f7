//! What stands in a field of a plan, whatever its type.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::wire::Ext;

/// The member of any object whose value is kept to the letter.
const EXT: &str = "ext";

/// A value as a plan is written: JSON, in which every `ext` keeps its letters.
///
/// Objects keep the order in which their members are written, that of the format or of their names.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub enum FieldValue {
    /// `null`: a figure that is not known yet.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text, a word, a day or an instant.
    Text(String),
    /// Data of one's own.
    Ext(Ext),
    /// A list.
    List(Vec<FieldValue>),
    /// An object.
    Object(Vec<(String, FieldValue)>),
}

impl FieldValue {
    /// What is written of a value.
    pub(crate) fn of(value: &impl Serialize) -> Self {
        // Through text, since only there `ext` is told apart from what it looks like. What a plan holds can be written and read.
        Self::parsed(&crate::document::to_compact(value))
    }

    /// The value of a JSON text. `null` where it is none.
    pub(crate) fn parsed(text: &str) -> Self {
        serde_json::from_str(text).map(|Parsed(value)| value).unwrap_or_default()
    }

    /// The members, where it is an object.
    #[must_use]
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The items, where it is a list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A member by name. Looks through them in order.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The members by name, to look up many.
    pub(crate) fn by_name(&self) -> BTreeMap<&str, &Self> {
        self.members().iter().map(|(name, value)| (name.as_str(), value)).collect()
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    /// A member that may be changed.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => members.iter_mut().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Takes a member out.
    pub(crate) fn take(&mut self, name: &str) -> Option<Self> {
        let Self::Object(members) = self else { return None };
        let at = members.iter().position(|(own, _)| own == name)?;
        Some(members.remove(at).1)
    }

    /// Puts a member in, in the place of the one of its name; `None` takes that away.
    pub(crate) fn put(&mut self, name: &str, value: Option<Self>) {
        match (self.get_mut(name), value) {
            (Some(slot), Some(value)) => *slot = value,
            (Some(_), None) => drop(self.take(name)),
            (None, Some(value)) => {
                if let Self::Object(members) = self {
                    members.push((name.to_owned(), value));
                }
            }
            (None, None) => {}
        }
    }

    /// The items, where it is a list.
    pub(crate) fn into_items(self) -> Vec<Self> {
        match self {
            Self::List(items) => items,
            _ => Vec::new(),
        }
    }

    /// The value as JSON: of two that were written, the same text exactly where they are equal.
    pub(crate) fn canonical(&self) -> String {
        crate::document::to_compact(self)
    }
}

impl fmt::Display for FieldValue {
    /// For people, on one line: texts in quotes, all else as JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.canonical())
    }
}

impl Serialize for FieldValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
            Self::Number(value) if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 => serializer.serialize_i64(*value as i64),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Ext(ext) => ext.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut out = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    out.serialize_entry(name, value)?;
                }
                out.end()
            }
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FieldValue {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FieldValue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "description": "What stands in a field of a plan, as it is written there: any JSON." })
    }
}

/// A value read from JSON text, and from nothing else: other readers do not keep letters.
struct Parsed(FieldValue);

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Parsed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Null))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Bool(value)))
            }
            #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
            fn visit_i64<E>(self, value: i64) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Number(value as f64)))
            }
            #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
            fn visit_u64<E>(self, value: u64) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Number(value as f64)))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Number(value)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Text(text.to_owned())))
            }
            fn visit_string<E>(self, text: String) -> Result<Parsed, E> {
                Ok(Parsed(FieldValue::Text(text)))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Parsed, A::Error> {
                let mut items = Vec::new();
                while let Some(Parsed(item)) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Parsed(FieldValue::List(items)))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parsed, A::Error> {
                let mut members = Vec::new();
                while let Some(name) = map.next_key::<String>()? {
                    // A word of the user's own that is called `ext`, such as a tag, is kept to the letter too, and comes to the same.
                    let value = if name == EXT {
                        FieldValue::Ext(Ext::of_raw(map.next_value::<Box<RawValue>>()?))
                    } else {
                        map.next_value::<Parsed>()?.0
                    };
                    members.push((name, value));
                }
                Ok(Parsed(FieldValue::Object(members)))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
