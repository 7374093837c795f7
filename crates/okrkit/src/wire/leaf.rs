//! Values that are no records: numbers, texts, words, dates.

use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Context, Read};
use crate::issue::{Code, quote};

/// What stood where a leaf was expected.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scalar<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    Array,
    Object,
}

impl fmt::Display for Scalar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "`{value}`"),
            Self::Number(value) => write!(f, "the number `{value}`"),
            Self::Text(text) => write!(f, "the text {}", quote(text)),
            Self::Array => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
        }
    }
}

/// Notes that something else than `expected` was found.
pub(crate) fn wrong_type(cx: &mut Context, expected: &str, found: Scalar<'_>) {
    cx.report_with(Code::DocumentWrongType, || format!("expected {expected}, found {found}"));
}

pub(crate) fn drain_seq<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

pub(crate) fn drain_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

/// A value read from one scalar.
pub(crate) trait Leaf: Sized + Default {
    /// What the field takes, for messages: "a number".
    const EXPECTED: &'static str;

    /// The value, or `None` where the type is wrong. Other problems are noted in `cx` by the leaf itself.
    fn accept(found: Scalar<'_>, cx: &mut Context) -> Option<Self>;
}

struct LeafVisitor<'c, T>(&'c mut Context, PhantomData<T>);

impl<T: Leaf> LeafVisitor<'_, T> {
    fn take(self, found: Scalar<'_>) -> T {
        T::accept(found, self.0).unwrap_or_else(|| {
            wrong_type(self.0, T::EXPECTED, found);
            T::default()
        })
    }
}

impl<'de, T: Leaf> Visitor<'de> for LeafVisitor<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }
    fn visit_bool<E>(self, v: bool) -> Result<T, E> {
        Ok(self.take(Scalar::Bool(v)))
    }
    fn visit_i64<E>(self, v: i64) -> Result<T, E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        Ok(self.take(Scalar::Number(v as f64)))
    }
    fn visit_u64<E>(self, v: u64) -> Result<T, E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        Ok(self.take(Scalar::Number(v as f64)))
    }
    fn visit_f64<E>(self, v: f64) -> Result<T, E> {
        Ok(self.take(Scalar::Number(v)))
    }
    fn visit_str<E>(self, v: &str) -> Result<T, E> {
        Ok(self.take(Scalar::Text(v)))
    }
    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(self.take(Scalar::Null))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        drain_seq(seq)?;
        Ok(self.take(Scalar::Array))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        drain_map(map)?;
        Ok(self.take(Scalar::Object))
    }
}

/// Reads a leaf from whatever comes.
pub(crate) fn read_scalar<'de, T: Leaf, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<T, D::Error> {
    de.deserialize_any(LeafVisitor(cx, PhantomData))
}

super::leaf!(f64, "a number", |found, _cx| match found {
    // Adding 0 turns −0 into 0, so that equal plans have equal texts.
    Scalar::Number(value) => Some(value + 0.0),
    _ => None,
});

super::leaf!(bool, "true or false", |found, _cx| match found {
    Scalar::Bool(value) => Some(value),
    _ => None,
});

super::leaf!(String, "a text", |found, _cx| match found {
    Scalar::Text(text) => Some(text.to_owned()),
    _ => None,
});

/// A number, or `null` where the figure is not known yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Nullable(pub Option<f64>);

super::leaf!(Nullable, "a number, or null while it is not known", |found, _cx| match found {
    Scalar::Number(value) => Some(Nullable(Some(value + 0.0))),
    Scalar::Null => Some(Nullable(None)),
    _ => None,
});

/// Data of your own, kept to the letter and never read.
///
/// Every object of a document may hold one under `ext`: any JSON. Two are equal when their texts are.
#[derive(Debug, Clone)]
pub struct Ext(Box<RawValue>);

impl Ext {
    /// Wraps JSON text. `None` where the text is no JSON.
    #[must_use]
    pub fn new(json: &str) -> Option<Self> {
        RawValue::from_string(json.to_owned()).ok().map(Self)
    }

    pub(crate) fn of_raw(raw: Box<RawValue>) -> Self {
        Self(raw)
    }

    /// The JSON text, as it was written.
    #[must_use]
    pub fn json(&self) -> &str {
        self.0.get()
    }
}

impl Default for Ext {
    fn default() -> Self {
        Self(RawValue::NULL.to_owned())
    }
}

impl PartialEq for Ext {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl Serialize for Ext {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Read for Ext {
    fn read<'de, D: Deserializer<'de>>(de: D, _cx: &mut Context) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(de).map(Self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Ext {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ext".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "description": "Data of your own: any JSON, kept to the letter and never read." })
    }
}
