//! A plan taken apart into things with ids and the lists they stand in.

use std::collections::BTreeMap;

use serde::Serialize;

use super::FieldValue;
use crate::issue::quote;
use crate::plan::Plan;

/// What a change is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Of {
    /// The plan itself.
    Plan,
    /// The cycle with this id.
    Cycle(String),
    /// The team with this id.
    Team(String),
    /// The KPI with this id.
    Kpi(String),
    /// The objective with this id, its key results aside.
    Objective(String),
    /// The key result with this id.
    KeyResult(String),
    /// The link between two.
    Link {
        /// The id of the child.
        child: String,
        /// The id of the parent.
        parent: String,
    },
}

impl std::fmt::Display for Of {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plan => f.write_str("the plan"),
            Self::Cycle(id) => write!(f, "cycle {}", quote(id)),
            Self::Team(id) => write!(f, "team {}", quote(id)),
            Self::Kpi(id) => write!(f, "KPI {}", quote(id)),
            Self::Objective(id) => write!(f, "objective {}", quote(id)),
            Self::KeyResult(id) => write!(f, "key result {}", quote(id)),
            Self::Link { child, parent } => write!(f, "link {} → {}", quote(child), quote(parent)),
        }
    }
}

/// A list of things with ids.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    Cycles,
    Teams,
    Kpis,
    Objectives,
    /// Of the objective with this id.
    KeyResults(String),
    Links,
}

impl List {
    /// The lists of a plan itself, in the order in which they are told.
    pub(crate) const OF_PLAN: [Self; 5] = [Self::Cycles, Self::Teams, Self::Kpis, Self::Objectives, Self::Links];

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Cycles => "cycles",
            Self::Teams => "teams",
            Self::Kpis => "kpis",
            Self::Objectives => "objectives",
            Self::KeyResults(_) => "key_results",
            Self::Links => "links",
        }
    }

    /// The objective whose list it is.
    pub(crate) fn objective(&self) -> Option<&str> {
        match self {
            Self::KeyResults(objective) => Some(objective),
            _ => None,
        }
    }

    /// What stands in it under the id that a value has.
    pub(crate) fn of(&self, value: &FieldValue) -> Of {
        let text = |name: &str| value.get(name).and_then(FieldValue::text).unwrap_or_default().to_owned();
        match self {
            Self::Cycles => Of::Cycle(text("id")),
            Self::Teams => Of::Team(text("id")),
            Self::Kpis => Of::Kpi(text("id")),
            Self::Objectives => Of::Objective(text("id")),
            Self::KeyResults(_) => Of::KeyResult(text("id")),
            Self::Links => Of::Link {
                child: text("child"),
                parent: text("parent"),
            },
        }
    }

    /// The list in which something stands that is no key result.
    pub(crate) fn fixed(of: &Of) -> Option<Self> {
        match of {
            Of::Plan | Of::KeyResult(_) => None,
            Of::Cycle(_) => Some(Self::Cycles),
            Of::Team(_) => Some(Self::Teams),
            Of::Kpi(_) => Some(Self::Kpis),
            Of::Objective(_) => Some(Self::Objectives),
            Of::Link { .. } => Some(Self::Links),
        }
    }
}

/// A plan taken apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flat {
    /// The plan itself under [`Of::Plan`], and everything with an id; lists of such things are taken out of what they stand in.
    pub(crate) things: BTreeMap<Of, FieldValue>,
    /// What stands in which list, in order. An objective without key results has none.
    pub(crate) lists: BTreeMap<List, Vec<Of>>,
}

impl Flat {
    pub(crate) fn of(plan: &Plan) -> Self {
        Self::of_value(FieldValue::of(plan))
    }

    /// Of a document that may be no plan.
    pub(crate) fn of_value(mut head: FieldValue) -> Self {
        let mut flat = Self::default();
        for list in List::OF_PLAN {
            flat.add(&list, head.take(list.name()));
        }
        flat.things.insert(Of::Plan, head);
        flat
    }

    fn add(&mut self, list: &List, items: Option<FieldValue>) {
        let mut order = Vec::new();
        for mut item in items.map(FieldValue::into_items).unwrap_or_default() {
            let of = list.of(&item);
            if let Of::Objective(id) = &of {
                self.add(&List::KeyResults(id.clone()), item.take("key_results"));
            }
            order.push(of.clone());
            self.things.insert(of, item);
        }
        if !order.is_empty() {
            self.lists.insert(list.clone(), order);
        }
    }

    /// The document again.
    pub(crate) fn into_value(mut self) -> FieldValue {
        let mut head = self.things.remove(&Of::Plan).unwrap_or_default();
        for list in List::OF_PLAN {
            let items = self.take(&list);
            head.put(list.name(), Some(FieldValue::List(items)));
        }
        head
    }

    fn take(&mut self, list: &List) -> Vec<FieldValue> {
        let mut items = Vec::new();
        for of in self.lists.remove(list).unwrap_or_default() {
            let Some(mut item) = self.things.remove(&of) else { continue };
            if let Of::Objective(id) = &of {
                let key_results = self.take(&List::KeyResults(id.clone()));
                item.put("key_results", (!key_results.is_empty()).then_some(FieldValue::List(key_results)));
            }
            items.push(item);
        }
        items
    }

    pub(crate) fn list(&self, list: &List) -> &[Of] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// The list in which each thing stands.
    pub(crate) fn homes(&self) -> BTreeMap<&Of, &List> {
        self.lists.iter().flat_map(|(list, order)| order.iter().map(move |of| (of, list))).collect()
    }
}
