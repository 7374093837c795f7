//! Values that are no records: numbers, texts, words, dates.

use std::fmt;

use serde::Serialize;
use serde_json::value::RawValue;

use super::{Context, Read, Source, Stop, Take};
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

/// A value read from one scalar.
pub(crate) trait Leaf: Sized {
    /// What the field takes, for messages: "a number".
    const EXPECTED: &'static str;

    /// The value, or `None` where the type is wrong. Other problems are noted in `cx` by the leaf itself.
    fn accept(found: Scalar<'_>, cx: &mut Context) -> Option<Self>;
}

/// Reads a leaf from whatever comes.
pub(crate) fn read_scalar<T: Leaf>(into: &mut T, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
    struct Into<'a, T>(&'a mut T);

    impl<T: Leaf> Take for Into<'_, T> {
        fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
            match T::accept(found, cx) {
                Some(value) => *self.0 = value,
                None => wrong_type(cx, T::EXPECTED, found),
            }
        }
    }

    value.hand(&mut Into(into), cx)
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
    fn read(&mut self, value: &mut dyn Source, _cx: &mut Context) -> Result<(), Stop> {
        if let Some(raw) = value.raw()? {
            *self = Self::of_raw(raw);
        }
        Ok(())
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
