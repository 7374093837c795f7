//! Objects of which each member is read on its own.
//!
//! Arguments, settings and edits are small and of many shapes. Each is taken apart by one function, and its members are read one
//! by one from their text, so that a new shape costs no reader of its own.

use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Context, Read, Scalar, UnknownWord, missing, tell_unknown, twice_told, unknown_word, wrong_type};
use crate::issue::Code;

/// The members of an object, each as it is written.
#[derive(Debug, Default)]
pub(crate) struct Members<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

struct Entries<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

/// The name of a member, borrowed from the text where it can be.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        de.deserialize_str(Text)
    }
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    entries.push((name, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        de.deserialize_map(Object)
    }
}

impl<'t> Members<'t> {
    /// Takes an object apart. `text` is one JSON value; one that is no object has no members, and fields given twice or not among
    /// `known` are told.
    pub(crate) fn of(text: &'t str, label: &str, known: &[&str], cx: &mut Context) -> Self {
        let Some(Self(entries)) = Self::of_any(text, label, cx) else {
            return Self::default();
        };
        let mut members = Self(Vec::with_capacity(entries.len()));
        for (name, value) in entries {
            if members.text(&name).is_some() {
                twice_told(cx, &name);
            } else if known.contains(&name.as_ref()) {
                members.0.push((name, value));
            } else {
                tell_unknown(cx, &name, label, known);
            }
        }
        members
    }

    /// The members of any object, as they come. `None` where there is no object, which is told.
    pub(crate) fn of_any(text: &'t str, label: &str, cx: &mut Context) -> Option<Self> {
        if let Ok(Entries(entries)) = serde_json::from_str(text) {
            return Some(Self(entries));
        }
        wrong_type(cx, label, scalar_of(text, &mut String::new()));
        None
    }

    /// The text of a member.
    pub(crate) fn text(&self, name: &str) -> Option<&'t str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.get())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &'t str)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value.get()))
    }

    /// A member that may be absent.
    pub(crate) fn optional<T: Read + Default>(&self, name: &'static str, cx: &mut Context) -> Option<T> {
        self.text(name).map(|text| cx.name(name, |cx| read_into(text, cx)))
    }

    /// A member that must be there; one that is not is told, and a default.
    pub(crate) fn required<T: Read + Default>(&self, name: &'static str, cx: &mut Context) -> T {
        self.optional(name, cx).unwrap_or_else(|| {
            missing(cx, name);
            T::default()
        })
    }
}

/// What a JSON value is that is no object.
fn scalar_of<'s>(text: &str, buffer: &'s mut String) -> Scalar<'s> {
    match text.trim_start().as_bytes().first() {
        Some(b'{') => Scalar::Object,
        Some(b'[') => Scalar::Array,
        Some(b'n') => Scalar::Null,
        Some(b't') => Scalar::Bool(true),
        Some(b'f') => Scalar::Bool(false),
        Some(b'"') => {
            *buffer = serde_json::from_str(text).unwrap_or_default();
            Scalar::Text(buffer)
        }
        _ => Scalar::Number(serde_json::from_str(text).unwrap_or(f64::INFINITY)),
    }
}

/// Reads one JSON value; what is wrong with it is told at the present place.
pub(crate) fn read_into<T: Read + Default>(text: &str, cx: &mut Context) -> T {
    crate::document::read_value(text).unwrap_or_else(|issues| {
        cx.absorb(issues);
        T::default()
    })
}

/// A type of the words of a list.
pub(crate) trait Word: FromStr<Err = UnknownWord> {}

/// Reads a word.
pub(crate) fn read_word<T: Word>(text: &str, cx: &mut Context) -> Option<T> {
    let before = cx.n_issues();
    let word: String = read_into(text, cx);
    if cx.n_issues() > before {
        return None;
    }
    match word.parse() {
        Ok(word) => Some(word),
        Err(UnknownWord { label, known }) => {
            unknown_word(cx, &word, label, known);
            None
        }
    }
}

/// A field of a settings object: it has a value already, and may be given another.
pub(crate) trait Setting {
    /// Reads the value, which stays as it is where it cannot be read.
    fn set(&mut self, text: &str, cx: &mut Context);
}

/// An object all of whose fields have defaults.
pub(crate) trait Settings {
    /// What it is, for messages.
    fn label(&self) -> &'static str;
    /// The names of the fields.
    fn fields(&self) -> &'static [&'static str];
    /// Reads one field.
    fn set_field(&mut self, name: &str, text: &str, cx: &mut Context);
}

/// Reads an object over the settings that stand.
pub(crate) fn read_settings(settings: &mut dyn Settings, text: &str, cx: &mut Context) {
    let members = Members::of(text, settings.label(), settings.fields(), cx);
    for (name, value) in members.iter() {
        cx.key(name, |cx| settings.set_field(name, value, cx));
    }
}

macro_rules! setting_of_read {
    ($($ty:ty),*) => {$(
        impl Setting for $ty {
            fn set(&mut self, text: &str, cx: &mut Context) {
                *self = read_into(text, cx);
            }
        }
    )*};
}

setting_of_read!(String, Option<String>, Vec<String>);

/// A field of a settings object that is a number, or several.
pub(crate) trait Ranged {
    /// Reads the value, which stays as it is where it cannot be read or is out of its range.
    fn set_within(&mut self, text: &str, range: &RangeInclusive<f64>, cx: &mut Context);
}

impl Ranged for f64 {
    fn set_within(&mut self, text: &str, range: &RangeInclusive<f64>, cx: &mut Context) {
        let before = cx.n_issues();
        let number: f64 = read_into(text, cx);
        if cx.n_issues() == before && is_within(number, range, cx) {
            *self = number;
        }
    }
}

impl Ranged for Option<f64> {
    fn set_within(&mut self, text: &str, range: &RangeInclusive<f64>, cx: &mut Context) {
        // As it is written where there is none.
        if text == "null" {
            *self = None;
            return;
        }
        let mut number = 0.0;
        let before = cx.n_issues();
        number.set_within(text, range, cx);
        if cx.n_issues() == before {
            *self = Some(number);
        }
    }
}

/// More numbers than any list of settings needs.
const MOST_LISTED: usize = 1000;

impl Ranged for Vec<f64> {
    fn set_within(&mut self, text: &str, range: &RangeInclusive<f64>, cx: &mut Context) {
        let before = cx.n_issues();
        let numbers: Self = read_into(text, cx);
        if numbers.len() > MOST_LISTED {
            cx.report_with(Code::NumberRange, || format!("expected at most {MOST_LISTED} numbers, found {}", numbers.len()));
            return;
        }
        for (at, number) in numbers.iter().enumerate() {
            cx.index(at, |cx| is_within(*number, range, cx));
        }
        if cx.n_issues() == before {
            *self = numbers;
        }
    }
}

/// Whether a number is within its range; one that is not is told.
fn is_within(number: f64, range: &RangeInclusive<f64>, cx: &mut Context) -> bool {
    let is_within = range.contains(&number);
    if !is_within {
        let (least, most) = (range.start(), range.end());
        cx.report_with(Code::NumberRange, || {
            if *most >= f64::MAX {
                format!("expected a number of {least} or more, found `{number}`")
            } else {
                format!("expected a number from {least} to {most}, found `{number}`")
            }
        });
    }
    is_within
}

/// Reads a whole number within bounds.
pub(crate) fn read_whole(text: &str, least: f64, most: f64, cx: &mut Context) -> Option<f64> {
    let before = cx.n_issues();
    let number: f64 = read_into(text, cx);
    if cx.n_issues() > before {
        return None;
    }
    if number.fract() == 0.0 && (least..=most).contains(&number) {
        return Some(number);
    }
    cx.report_with(Code::NumberRange, || {
        format!("expected a whole number from {least} to {most}, found `{number}`")
    });
    None
}

macro_rules! ranged_whole {
    ($($ty:ident),*) => {$(
        impl Ranged for $ty {
            #[expect(clippy::cast_possible_truncation, clippy::allow_attributes, reason = "ranges are within the bounds of the type")]
            #[allow(clippy::cast_sign_loss, reason = "and of its sign, where it has one")]
            fn set_within(&mut self, text: &str, range: &RangeInclusive<f64>, cx: &mut Context) {
                if let Some(number) = read_whole(text, *range.start(), *range.end(), cx) {
                    *self = number as $ty;
                }
            }
        }
    )*};
}

ranged_whole!(usize, u32, i32);

impl<T: Word> Setting for T {
    fn set(&mut self, text: &str, cx: &mut Context) {
        if let Some(word) = read_word(text, cx) {
            *self = word;
        }
    }
}
