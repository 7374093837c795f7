//! Values that are no records: numbers, texts, words, dates.

use std::fmt;

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

/// Takes whatever scalar comes. It knows no type, so that there is one of it and not one for each.
struct LeafVisitor<'c>(&'c mut dyn FnMut(Scalar<'_>));

impl<'de> Visitor<'de> for LeafVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, v: bool) -> Result<(), E> {
        (self.0)(Scalar::Bool(v));
        Ok(())
    }
    fn visit_i64<E>(self, v: i64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        (self.0)(Scalar::Number(v as f64));
        Ok(())
    }
    fn visit_u64<E>(self, v: u64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        (self.0)(Scalar::Number(v as f64));
        Ok(())
    }
    fn visit_f64<E>(self, v: f64) -> Result<(), E> {
        (self.0)(Scalar::Number(v));
        Ok(())
    }
    fn visit_str<E>(self, v: &str) -> Result<(), E> {
        (self.0)(Scalar::Text(v));
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        (self.0)(Scalar::Null);
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        drain_seq(seq)?;
        (self.0)(Scalar::Array);
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        drain_map(map)?;
        (self.0)(Scalar::Object);
        Ok(())
    }
}

/// Reads a leaf from whatever comes.
pub(crate) fn read_scalar<'de, T: Leaf, D: Deserializer<'de>>(de: D, cx: &mut Context) -> Result<T, D::Error> {
    let mut value = None;
    hand_scalar(de, &mut |found| {
        let accepted = T::accept(found, cx);
        if accepted.is_none() {
            wrong_type(cx, T::EXPECTED, found);
        }
        value = accepted;
    })?;
    Ok(value.unwrap_or_default())
}

/// Hands on the scalar that comes.
#[inline(never)]
fn hand_scalar<'de, D: Deserializer<'de>>(de: D, take: &mut dyn FnMut(Scalar<'_>)) -> Result<(), D::Error> {
    de.deserialize_any(LeafVisitor(take))
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
pub struct Ext(Box<Box<RawValue>>);

impl Ext {
    /// Wraps JSON text. `None` where the text is no JSON.
    #[must_use]
    pub fn new(json: &str) -> Option<Self> {
        RawValue::from_string(json.to_owned()).ok().map(Self::of_raw)
    }

    pub(crate) fn of_raw(raw: Box<RawValue>) -> Self {
        // Twice boxed: the box of a text takes two words, and where there is none one is enough.
        Self(Box::new(raw))
    }

    /// The JSON text, as it was written.
    #[must_use]
    pub fn json(&self) -> &str {
        self.0.get()
    }
}

impl Default for Ext {
    fn default() -> Self {
        Self::of_raw(RawValue::NULL.to_owned())
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
        Box::<RawValue>::deserialize(de).map(Self::of_raw)
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
