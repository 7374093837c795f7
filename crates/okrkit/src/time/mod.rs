//! Days, instants, cadences and the share of a period that has gone.

mod cadence;
mod date;
#[cfg(test)]
mod tests;

pub use cadence::Cadence;
pub use date::{Date, DateError, Instant};

pub(crate) use cadence::Slots;

use serde::Serialize;

/// The day a scorecard is computed for, and optionally what was known by then.
///
/// A [`Date`] turns into an `AsOf` by itself, so most callers never name this type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day. Facts dated later do not count.
    pub on: Date,
    /// Facts recorded after this instant do not exist. `None`: everything in the plan is known.
    pub known: Option<Instant>,
}

impl AsOf {
    /// A day, as it was known at an instant.
    #[must_use]
    pub const fn known_at(on: Date, known: Instant) -> Self {
        Self { on, known: Some(known) }
    }

    /// Whether a fact dated `on` and recorded at `recorded` counts. Without `recorded` it is known from 00:00 UTC of `on`.
    pub(crate) fn sees(&self, on: Date, recorded: Option<Instant>) -> bool {
        on <= self.on && self.known.is_none_or(|known| recorded.unwrap_or_else(|| on.midnight()) <= known)
    }
}

impl From<Date> for AsOf {
    fn from(on: Date) -> Self {
        Self { on, known: None }
    }
}

impl Serialize for AsOf {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let Some(known) = self.known else { return self.on.serialize(serializer) };
        let mut out = serializer.serialize_struct("AsOf", 2)?;
        out.serialize_field("on", &self.on)?;
        out.serialize_field("known", &known)?;
        out.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for AsOf {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AsOf".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (on, known) = (generator.subschema_for::<Date>(), generator.subschema_for::<Instant>());
        schemars::json_schema!({
            "description": "The day something is computed for, and optionally an instant: facts recorded later do not exist.",
            "anyOf": [
                on,
                { "type": "object", "properties": { "on": on, "known": known }, "required": ["on"], "additionalProperties": false }
            ]
        })
    }
}

/// F11: the share of a period that has gone on a day, τ = (d − starts)/(ends − starts), in \[0,1\].
///
/// The first day counts as 0, the last one as 1. A period of one day is 0 before it and 1 from that day on.
///
/// Worked: 2026-02-20 in 2026-01-01 … 2026-04-11 is 50/100 = 0.5.
#[must_use]
pub fn elapsed(starts: Date, ends: Date, on: Date) -> f64 {
    if on < starts {
        0.0
    } else if on >= ends {
        1.0
    } else {
        f64::from(on.days_since(starts)) / f64::from(ends.days_since(starts))
    }
}
