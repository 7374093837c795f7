//! Two plans that came of the same one, made into one again.
//!
//! People check in on two laptops without a network, or change a plan on two branches. [`merge`] puts both together, loses no
//! dated fact of either, and tells as data where both said something else of the same.

mod fields;
mod logs;
mod order;
mod refused;
mod rivals;
mod things;

use serde::Serialize;

use crate::diff::{FieldValue, Flat, Of};
use crate::document;
use crate::issue::Issues;
use crate::plan::{Plan, PlanDocument};
use crate::wire;

wire::words! {
    /// What a merge took where the sides are in conflict.
    pub enum Taken is "what was taken" {
        /// What our side has.
        Ours = "ours",
        /// What their side has.
        Theirs = "theirs",
        /// What stood there before both.
        Base = "base",
        /// Both: nothing was decided, and together they make no plan.
        Both = "both",
    }
}

/// Something that both sides changed, and not alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conflict {
    /// What it is about.
    pub of: Of,
    /// Which field, as a JSON pointer from there with ids in the place of numbers; empty where it is about the thing as a whole.
    /// `/objective` is the objective a key result stands in, and the name of a list its order. `/check_ins/ID` is a check-in, or
    /// what the sides put in its place; of an entry without an id, that is `/check_ins/DAY`.
    pub field: String,
    /// What stood there before; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<FieldValue>,
    /// What our side has; absent where it has nothing there, or no longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ours: Option<FieldValue>,
    /// What their side has; absent likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theirs: Option<FieldValue>,
    /// What stands in the merged plan. [`Taken::Both`] belongs to a problem of a refused one, and the values are what each side did
    /// that has to do with it.
    pub taken: Taken,
}

/// What came of a merge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Merged {
    /// A plan.
    Plan(Plan),
    /// A document that is no plan: each side is valid, and both together are not.
    Refused {
        /// The document, to be mended.
        document: Box<PlanDocument>,
        /// What is wrong with it.
        issues: Issues,
    },
}

/// Two plans made into one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Merge {
    /// The merged plan, or why there is none.
    pub merged: Merged,
    /// What both sides changed, and not alike. Everything else is merged without a loss.
    pub conflicts: Vec<Conflict>,
}

impl Merge {
    /// The merged plan. `None` where it is refused.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        match &self.merged {
            Merged::Plan(plan) => Some(plan),
            Merged::Refused { .. } => None,
        }
    }
}

/// Makes one plan of two that came of `base`.
///
/// - A field that one side changed has its new value. Where both did, and not alike, there is a [`Conflict`] and ours is taken.
/// - What one side removed is gone, unless the other changed it or refers to it: then it stays, with a conflict.
/// - Dated facts (check-ins, amendments, stages, manual scores, readings, decisions) are united: those from before in their old
///   order, then what either side added by day and text, so that the order does not depend on who is ours. What a side entered
///   twice is there twice, what both entered alike is there once. A check-in with an `id` is the same by it, and a conflict where
///   both gave it something else to say.
/// - What both put in the place of one entry would count twice, so there is a conflict and ours is taken: corrections and
///   withdrawals of one check-in, or one of these and what the other wrote into it.
/// - An entry without an `id` that both took out may have been rewritten: as one that was put in of the same day, or that says the
///   same of another day. Where only one side put in such, that is taken, with a conflict, since the other side may have removed
///   what was rewritten. Where both did, ours are taken, and the conflict tells all of theirs: an edit does not say what it was, so
///   a new entry of that day may be among them and has to be entered again. What both put in alike is the edit of both.
///   A conflict about several such entries is told at the day of the first.
/// - Where all that makes no plan, it is refused, with a conflict for each field that is wrong.
///
/// Without conflicts `merge(base, a, b)` and `merge(base, b, a)` are the same plan.
///
/// ```
/// let base = okrkit::read(r#"{"okrkit": 1, "id": "acme", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "Revenue", "measure": {"kind": "metric", "start": 0, "target": 500}}]}]}"#)?;
/// let check_in = |on: &str, value| -> Result<_, Box<dyn std::error::Error>> {
///     let check_in = okrkit::CheckIn::of_value(on.parse()?, value);
///     Ok(base.apply([okrkit::Edit::CheckIn { key_result: "revenue".into(), check_in }])?)
/// };
/// let (amal, badr) = (check_in("2026-02-10", 200.0)?, check_in("2026-01-31", 120.0)?);
///
/// let merge = okrkit::merge(&base, &amal, &badr);
/// assert!(merge.conflicts.is_empty());
/// let plan = merge.plan().ok_or("refused")?;
/// let revenue = plan.key_result("revenue").ok_or("no such key result")?;
/// let values: Vec<_> = revenue.check_ins.iter().filter_map(|check_in| check_in.value).collect();
/// assert_eq!(values, [120.0, 200.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes O(n log n) of the length of the plans and of the conflicts; a chain of corrections that both sides have, each with other
/// texts, is gone through once for each of its links.
#[must_use]
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Merge {
    let (base, ours, theirs) = (Flat::of(base), Flat::of(ours), Flat::of(theirs));
    let sides = Three {
        base: &base,
        ours: &ours,
        theirs: &theirs,
    };
    let (flat, mut conflicts) = things::merge(sides);
    let merged = match document::read_unchecked(&flat.into_value().canonical()) {
        Ok(document) => match Plan::from_document(document.clone()) {
            Ok(plan) => Merged::Plan(plan),
            Err(issues) => Merged::Refused {
                document: Box::new(document),
                issues,
            },
        },
        // What was written of plans can be read.
        Err(issues) => Merged::Refused {
            document: Box::default(),
            issues,
        },
    };
    if let Merged::Refused { document, issues } = &merged {
        conflicts.extend(refused::conflicts(document, issues, sides));
    }
    Merge { merged, conflicts }
}

/// What three plans say of the same; `None` where nothing stands there.
#[derive(Debug, Clone, Copy)]
struct Three<T> {
    base: T,
    ours: T,
    theirs: T,
}

impl<T: Copy + PartialEq> Three<T> {
    /// What both sides say, or what the one of them says that changed it. `None` where both changed it, and not alike.
    fn agreed(self) -> Option<T> {
        if self.ours == self.theirs || self.base == self.theirs {
            Some(self.ours)
        } else if self.base == self.ours {
            Some(self.theirs)
        } else {
            None
        }
    }
}

impl<T: Copy> Three<T> {
    fn map<U>(self, mut f: impl FnMut(T) -> U) -> Three<U> {
        Three {
            base: f(self.base),
            ours: f(self.ours),
            theirs: f(self.theirs),
        }
    }

    fn each(self) -> [T; 3] {
        [self.base, self.ours, self.theirs]
    }
}

impl Three<Option<&FieldValue>> {
    /// The conflict in which the three are.
    fn conflict(self, of: &Of, field: &str, taken: Taken) -> Conflict {
        let Three { base, ours, theirs } = self.map(Option::<&FieldValue>::cloned);
        Conflict {
            of: of.clone(),
            field: field.to_owned(),
            base,
            ours,
            theirs,
            taken,
        }
    }
}
