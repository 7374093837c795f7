use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::Say;
use crate::time::Date;

/// What a step came to.
#[derive(Debug, Clone, PartialEq)]
pub enum StepValue {
    /// A number.
    Number(f64),
    /// A word of the library, such as a status or a reason.
    Word(&'static str),
    /// Text of the plan or the profile.
    Text(String),
    /// Bounds, points or levels, written out.
    Expression(String),
    /// A day.
    Day(Date),
    /// Nothing.
    None,
}

impl StepValue {
    /// The number, where it is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            _ => None,
        }
    }
}

impl From<f64> for StepValue {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<&'static str> for StepValue {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

impl From<String> for StepValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for StepValue {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl<T: Into<Self>> From<Option<T>> for StepValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for StepValue {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StepValue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a step came to: a number; a word, text or day; null for nothing.",
            "type": ["number", "string", "null"]
        })
    }
}

impl Serialize for StepValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Text(text) | Self::Expression(text) => serializer.serialize_str(text),
            Self::Day(day) => day.serialize(serializer),
            Self::None => serializer.serialize_none(),
        }
    }
}

/// What went into a step, by the name its sentence uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The name, such as `start` or `share`.
    pub name: &'static str,
    /// The value.
    pub value: StepValue,
}

/// One step towards a figure.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// What the step says; its name in JSON, its sentence in a language.
    pub say: Say,
    /// What it came to.
    pub value: StepValue,
    /// The number of the formula, such as `F9`.
    pub formula: Option<&'static str>,
    /// The field of the profile that was applied, such as `clamp.member`.
    pub policy: Option<&'static str>,
    /// What went in.
    pub inputs: Vec<Input>,
    /// What led here.
    pub steps: Vec<Step>,
}

impl Step {
    pub(super) fn new(say: Say, value: impl Into<StepValue>) -> Self {
        Self {
            say,
            value: value.into(),
            formula: say.formula(),
            policy: None,
            inputs: Vec::new(),
            steps: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<StepValue>) -> Self {
        self.inputs.push(Input { name, value: value.into() });
        self
    }

    /// An input that is only there where it matters.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<StepValue>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn by(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    pub(super) fn step(mut self, step: Self) -> Self {
        self.steps.push(step);
        self
    }

    pub(super) fn steps(mut self, steps: impl IntoIterator<Item = Self>) -> Self {
        self.steps.extend(steps);
        self
    }

    /// Puts what led to a figure below it; of what led to none, only what stands below, since the reason is told already.
    pub(super) fn derived_from(self, derivation: Self) -> Self {
        match derivation.say {
            Say::NoFigure | Say::NoMembers | Say::Observed => self.steps(derivation.steps),
            _ => self.step(derivation),
        }
    }

    pub(super) fn input(&self, name: &str) -> Option<&StepValue> {
        self.inputs.iter().find(|input| input.name == name).map(|input| &input.value)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Step {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ExplanationStep".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let says: Vec<&str> = Say::ALL.iter().map(|say| say.as_str()).collect();
        let (value, steps) = (generator.subschema_for::<StepValue>(), generator.subschema_for::<Vec<Self>>());
        schemars::json_schema!({
            "description": "One step towards a figure.",
            "type": "object",
            "properties": {
                "step": { "description": "What the step says.", "enum": says },
                "value": value,
                "formula": { "description": "The number of the formula, such as F9.", "type": "string" },
                "policy": { "description": "The field of the profile that was applied, such as clamp.member.", "type": "string" },
                "inputs": { "description": "What went in, by name.", "type": "object", "additionalProperties": value },
                "steps": { "description": "What led here.", "allOf": [steps] }
            },
            "required": ["step", "value"],
            "additionalProperties": false
        })
    }
}

struct Inputs<'a>(&'a [Input]);

impl Serialize for Inputs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(self.0.len()))?;
        for input in self.0 {
            out.serialize_entry(input.name, &input.value)?;
        }
        out.end()
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Step", 6)?;
        out.serialize_field("step", self.say.as_str())?;
        out.serialize_field("value", &self.value)?;
        if let Some(formula) = self.formula {
            out.serialize_field("formula", formula)?;
        }
        if let Some(policy) = self.policy {
            out.serialize_field("policy", policy)?;
        }
        if !self.inputs.is_empty() {
            out.serialize_field("inputs", &Inputs(&self.inputs))?;
        }
        if !self.steps.is_empty() {
            out.serialize_field("steps", &self.steps)?;
        }
        out.end()
    }
}
