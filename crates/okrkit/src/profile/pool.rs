//! What the figures of an objective are made of.

use serde::{Serialize, Serializer};

use crate::issue::Code;
use crate::wire::{self, Context, Found, Read, Source, Stop};

/// F10: what an objective's figures are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Pool {
    /// Its key results.
    #[default]
    KeyResults,
    /// What contributes to it over links; where nothing does, as at the leaves of the tree, its key results.
    Children,
    /// Both, in one F9.
    Pooled,
    /// Two F9, mixed: this share for its own key results, the rest for the children. A side without a figure gives way.
    OwnShare(f64),
}

wire::record! {
    /// The wire form of a mixed pool.
    pub struct MixedPool is "a pool" {
        /// The share of an objective's own key results, in \[0,1\].
        own_share: f64 = required;
    }
}

impl Read for Pool {
    fn read(&mut self, value: &mut dyn Source, cx: &mut Context) -> Result<(), Stop> {
        let mut mixed = MixedPool::default();
        let found = wire::read_word_or(value, cx, &["key_results", "children", "pooled"], &mut mixed, &mut |word| {
            *self = match word {
                "children" => Self::Children,
                "pooled" => Self::Pooled,
                _ => Self::KeyResults,
            };
        })?;
        if found == Found::Object {
            if !(0.0..=1.0).contains(&mixed.own_share) {
                cx.report_at("own_share", Code::ShareRange, format!("a share is within 0 and 1, found `{}`", mixed.own_share));
            }
            *self = Self::OwnShare(mixed.own_share);
        }
        Ok(())
    }
}

impl Serialize for Pool {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::KeyResults => serializer.serialize_str("key_results"),
            Self::Children => serializer.serialize_str("children"),
            Self::Pooled => serializer.serialize_str("pooled"),
            Self::OwnShare(own_share) => MixedPool { own_share, ext: None }.serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Pool {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Pool".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mixed = generator.subschema_for::<MixedPool>();
        schemars::json_schema!({
            "description": "What an objective's figures are made of.",
            "oneOf": [{ "enum": ["key_results", "children", "pooled"] }, mixed]
        })
    }
}
