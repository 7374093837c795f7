//! What a key result is judged by.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::values::{day_of, list, number};

/// What a key result is judged by.
#[derive(Clone)]
pub(super) struct Terms {
    pub(super) measure: Value,
    pub(super) weight: Option<f64>,
    pub(super) share: Option<f64>,
    pub(super) starts: Option<NaiveDate>,
    pub(super) ends: Option<NaiveDate>,
    pub(super) path: Vec<Value>,
}

impl Terms {
    pub(super) fn written(key_result: &Value) -> Self {
        Self {
            measure: key_result["measure"].clone(),
            weight: number(key_result, "weight"),
            share: number(key_result, "share"),
            starts: day_of(key_result, "starts"),
            ends: day_of(key_result, "ends"),
            path: list(key_result, "expected_path").to_vec(),
        }
    }

    pub(super) fn amend(&mut self, set: &Value) {
        // A weight takes a share away, and a share a weight.
        if let Some(weight) = number(set, "weight") {
            (self.weight, self.share) = (Some(weight), None);
        }
        if let Some(share) = number(set, "share") {
            (self.weight, self.share) = (None, Some(share));
        }
        self.starts = day_of(set, "starts").or(self.starts);
        self.ends = day_of(set, "ends").or(self.ends);
        if let Some(path) = set["expected_path"].as_array() {
            self.path.clone_from(path);
        }
        for (field, value) in set["measure"].as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
            self.amend_measure(field, value);
        }
    }

    pub(super) fn amend_measure(&mut self, field: &str, value: &Value) {
        let fields = self.measure.as_object_mut().unwrap();
        match field {
            "percent" => fields.shift_remove("amount"),
            "amount" => fields.shift_remove("percent"),
            _ => None,
        };
        fields.insert(field.to_owned(), value.clone());
    }
}

/// A measure with its defaults written out and its numbers as doubles, so that two that mean the same are the same.
pub(super) fn plainly(measure: &Value) -> Value {
    match measure {
        Value::Number(number) => json!(number.as_f64().unwrap() + 0.0),
        Value::Array(values) => values.iter().map(plainly).collect(),
        Value::Object(fields) => {
            let mut plain = defaults(measure);
            for (field, value) in fields.iter().filter(|(field, value)| *field != "ext" && !value.is_null()) {
                plain.insert(field.clone(), plainly(value));
            }
            Value::Object(plain)
        }
        other => other.clone(),
    }
}

pub(super) fn defaults(measure: &Value) -> Map<String, Value> {
    let defaults = match measure["kind"].as_str() {
        Some("threshold") => json!({"reading": "latest", "judge": "latest"}),
        Some("exact") => json!({"reading": "latest", "tolerance": 0.0}),
        Some("bands") => json!({"reading": "latest", "between": "linear"}),
        Some("change") if measure["reading"] == "sum" => json!({"from": "zero"}),
        Some("change") => json!({"reading": "latest", "from": "baseline"}),
        Some("metric" | "levels") => json!({"reading": "latest"}),
        Some("events") => json!({"partial": false}),
        Some("children") => json!({"roll_up": "mean"}),
        // A step of milestones; units, judges and composites have nothing to be filled in.
        None if measure["title"].is_string() || measure["title"].is_object() => json!({"weight": 1.0}),
        _ => json!({}),
    };
    defaults.as_object().unwrap().clone()
}
