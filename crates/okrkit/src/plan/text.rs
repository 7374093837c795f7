//! What people read, and the version of the format.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::issue::Code;
use crate::wire::{self, Context, Pairs, Read, Scalar, Source, Stop, Take};

/// Text, in one language or in several: `"Grow"` or `{"en": "Grow", "ar": "تنمية"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Text {
    /// One text for everybody.
    Plain(String),
    /// Language tag → text.
    Localized(BTreeMap<String, String>),
}

impl Text {
    /// The text in a language: that of the tag itself, else of its primary language (`ar` for `ar-EG`), else English, else
    /// the first there is.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Localized(texts) => {
                let primary = language.split('-').next().unwrap_or(language);
                [language, primary, "en"]
                    .iter()
                    .find_map(|tag| texts.get(*tag))
                    .or_else(|| texts.values().next())
                    .map_or("", String::as_str)
            }
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Text {
    fn from(texts: [(&str, &str); N]) -> Self {
        Self::Localized(texts.into_iter().map(|(tag, text)| (tag.to_owned(), text.to_owned())).collect())
    }
}

impl Read for Text {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        value.hand(self, cx)
    }
}

impl Take for Text {
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context) {
        match found {
            Scalar::Text(text) => *self = Self::Plain(text.to_owned()),
            _ => wire::wrong_type(cx, "a text, or an object of language tags and texts", found),
        }
    }

    fn object(&mut self, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
        let mut texts = BTreeMap::new();
        wire::read_entries(&mut texts, pairs, cx)?;
        *self = Self::Localized(texts);
        Ok(())
    }
}

/// The version of a document format. There is one so far, 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FormatVersion(pub(crate) u32);

impl FormatVersion {
    /// The newest version, and the one that is written.
    pub const NEWEST: Self = Self(1);
}

impl Serialize for FormatVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

wire::leaf!(FormatVersion, "a whole number", |found, cx| {
    if let Scalar::Number(1.0) = found {
        return Some(Self::NEWEST);
    }
    cx.report(
        Code::DocumentUnsupportedVersion,
        format!("the format version is {found}, this reader knows the number `1`"),
    );
    Some(Self(0))
});

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FormatVersion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FormatVersion".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "const": 1 })
    }
}
