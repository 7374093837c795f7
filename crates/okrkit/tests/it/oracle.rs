//! A slow, obvious evaluation of a plan, to hold the fast one against.
//!
//! It was written from the specification alone. Every formula stands as it stands there, under its number; nothing is shared with
//! the library, and no care is taken of time or memory. It works on valid plans only and panics on others.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test helper that meets valid plans only"
)]

mod cases;
mod facts;
mod groups;
mod measures;
mod members;
mod nodes;
mod pace;
mod readings;
mod shown;
mod terms;
mod values;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value, json};

use members::Node;
use values::{date, instant, list, text};

/// The figures of every objective, key result and group of a plan on a day, as far as they were known at an instant.
pub(crate) fn evaluate(plan: &Value, profile: &Value, on: &str, known: Option<&str>) -> Value {
    let known = known.map(instant);
    let oracle = Oracle {
        plan,
        profile,
        day: date(on),
        known,
        nodes: RefCell::default(),
    };
    let (mut objectives, mut key_results) = (Map::new(), Map::new());
    for objective in list(plan, "objectives") {
        let node = oracle.node(text(objective, "id"));
        objectives.insert(node.id.clone(), oracle.shown(&node, None));
        for key_result in list(objective, "key_results") {
            let own = oracle.node(text(key_result, "id"));
            let share = node.shares.get(&own.id).copied().unwrap_or(0.0);
            key_results.insert(own.id.clone(), oracle.shown(&own, Some(share)));
        }
    }
    json!({"objectives": objectives, "key_results": key_results, "groups": oracle.groups(), "total": oracle.total()})
}

/// A profile with nothing left to extend, from a name or from a document that may extend another.
pub(crate) fn profile(value: &Value) -> Value {
    let document = match value.as_str() {
        Some(name) => read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/profile/named").join(format!("{name}.json"))),
        None => value.clone(),
    };
    match document.get("extends") {
        None => document,
        Some(base) => {
            let mut whole = profile(base);
            merge(&mut whole, &document);
            whole.as_object_mut().unwrap().shift_remove("extends");
            whole
        }
    }
}

/// Compares two figures: numbers within the ninth decimal of their size, all else exactly, an absent one as null.
pub(crate) fn agree(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
            // A little more than the ninth decimal, in which two ways to round a tie may differ: 0.5126953125, off by its last bit.
            (found - expected).abs() <= 1.1e-9 * expected.abs().max(1.0)
        }
        (Value::Object(found), Value::Object(expected)) => {
            found.len() == expected.len() && found.iter().all(|(name, value)| expected.get(name).is_some_and(|other| agree(value, other)))
        }
        (Value::Array(found), Value::Array(expected)) => found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| agree(a, b)),
        (found, expected) => found == expected,
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Objects are merged deeply, everything else is replaced whole.
fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}

struct Oracle<'p> {
    plan: &'p Value,
    profile: &'p Value,
    day: NaiveDate,
    known: Option<DateTime<Utc>>,
    nodes: RefCell<HashMap<String, Rc<Node>>>,
}

impl<'p> Oracle<'p> {
    fn node(&self, id: &str) -> Rc<Node> {
        if let Some(node) = self.nodes.borrow().get(id) {
            return Rc::clone(node);
        }
        let node = Rc::new(match self.find(id) {
            (objective, Some(key_result)) => self.key_result(objective, key_result),
            (objective, None) => self.objective(objective),
        });
        self.nodes.borrow_mut().insert(id.to_owned(), Rc::clone(&node));
        node
    }

    /// The objective of an id, and the key result if it is one.
    fn find(&self, id: &str) -> (&'p Value, Option<&'p Value>) {
        for objective in list(self.plan, "objectives") {
            if objective["id"] == id {
                return (objective, None);
            }
            if let Some(key_result) = list(objective, "key_results").iter().find(|key_result| key_result["id"] == id) {
                return (objective, Some(key_result));
            }
        }
        panic!("no node `{id}`")
    }

    fn cycle(&self, objective: &Value) -> &'p Value {
        list(self.plan, "cycles").iter().find(|cycle| cycle["id"] == objective["cycle"]).unwrap()
    }
}
