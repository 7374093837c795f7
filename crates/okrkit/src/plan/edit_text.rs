//! Edits as they are written.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Edit;

/// The kinds of edits: the word, the variant, and the names of its members in JSON with the types they are read as.
macro_rules! edits {
    ($(
        $(#[doc = $about:literal])+
        $kind:literal = $variant:ident $( ( $only:ident : $only_ty:ty = $how:ident ) )? $( { $($name:ident : $ty:ty = $each:ident),+ } )?;
    )*) => {
        impl Edit {
            /// The words for what edits do.
            #[cfg(feature = "call")]
            const KINDS: &'static [&'static str] = &[$($kind),*];
        }

        impl Serialize for Edit {
            /// As an object with `kind` and the members of the kind.
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut out = serializer.serialize_map(None)?;
                match self {
                    $(
                        Self::$variant $( ( $only ) )? $( { $($name),+ } )? => {
                            out.serialize_entry("kind", $kind)?;
                            $( edits!(@write out $only $how); )?
                            $( $( edits!(@write out $name $each); )+ )?
                        }
                    )*
                }
                out.end()
            }
        }

        #[cfg(feature = "call")]
        impl Edit {
            /// Reads one edit. What is wrong with it is told at the present place; without its kind there is none.
            pub(crate) fn read(text: &str, cx: &mut crate::wire::Context) -> Option<Self> {
                use crate::wire::Members;
                // What members there are, the kind says, so it is looked at first.
                let kind = kind_of(text, cx)?;
                match kind.as_str() {
                    $(
                        $kind => {
                            let known = &["kind", $( stringify!($only), )? $( $( stringify!($name) ),+ )?];
                            let members = Members::of(text, concat!("an edit `", $kind, "`"), known, cx);
                            Some(Self::$variant
                                $( (edits!(@read members cx $only $how)) )?
                                $( { $( $name: edits!(@read members cx $name $each) ),+ } )?)
                        }
                    )*
                    _ => {
                        cx.name("kind", |cx| crate::wire::unknown_word(cx, &kind, "a kind of edit", Self::KINDS));
                        None
                    }
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Edit {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Edit".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut kinds = Vec::new();
                $({
                    let mut kind = Kind::new($kind, &[$($about),+]);
                    $( kind.member(stringify!($only), generator.subschema_for::<$only_ty>(), stringify!($how)); )?
                    $( $( kind.member(stringify!($name), generator.subschema_for::<$ty>(), stringify!($each)); )+ )?
                    kinds.push(kind.schema());
                })*
                schemars::json_schema!({ "description": "One change of a plan, by its kind.", "oneOf": kinds })
            }
        }
    };

    (@write $out:ident $name:ident required) => { $out.serialize_entry(stringify!($name), $name)?; };
    (@write $out:ident $name:ident optional) => {
        if let Some(value) = $name {
            $out.serialize_entry(stringify!($name), value)?;
        }
    };
    (@read $members:ident $cx:ident $name:ident required) => { $members.required(stringify!($name), $cx) };
    (@read $members:ident $cx:ident $name:ident optional) => { $members.optional(stringify!($name), $cx) };
}

edits! {
    /// Sets the plan's title; without one it has none.
    "set_title" = SetTitle(title: super::Text = optional);
    /// Sets the plan's description; without one it has none.
    "set_description" = SetDescription(description: super::Text = optional);
    /// Sets the profile the plan is meant to be judged by; without one the default.
    "set_profile" = SetProfile(profile: String = optional);
    /// Sets how the plan wants to be linted; without it as every plan is.
    "set_lint" = SetLint(lint: super::LintSettings = optional);
    /// Sets the plan's data of your own; without it there is none.
    "set_ext" = SetExt(ext: crate::wire::Ext = optional);
    /// Adds a cycle.
    "add_cycle" = AddCycle(cycle: super::Cycle = required);
    /// Puts a cycle in the place of the one with its id.
    "change_cycle" = ChangeCycle(cycle: super::Cycle = required);
    /// Removes a cycle, by id.
    "remove_cycle" = RemoveCycle(cycle: String = required);
    /// Adds a team.
    "add_team" = AddTeam(team: super::Team = required);
    /// Puts a team in the place of the one with its id.
    "change_team" = ChangeTeam(team: super::Team = required);
    /// Removes a team, by id.
    "remove_team" = RemoveTeam(team: String = required);
    /// Adds a KPI.
    "add_kpi" = AddKpi(kpi: super::Kpi = required);
    /// Puts a KPI in the place of the one with its id.
    "change_kpi" = ChangeKpi(kpi: super::Kpi = required);
    /// Removes a KPI, by id.
    "remove_kpi" = RemoveKpi(kpi: String = required);
    /// Adds a reading of a KPI, which is named by its id.
    "read_kpi" = ReadKpi { kpi: String = required, reading: super::KpiReading = required };
    /// Adds an objective, with its key results.
    "add_objective" = AddObjective(objective: super::Objective = required);
    /// Puts an objective, with its key results, in the place of the one with its id.
    "change_objective" = ChangeObjective(objective: super::Objective = required);
    /// Removes an objective by id, its key results and every link that ends at one of them.
    "remove_objective" = RemoveObjective(objective: String = required);
    /// Adds something to be decided about an objective, which is named by its id.
    "add_decision" = AddDecision { objective: String = required, decision: super::Decision = required };
    /// Says that something was decided about an objective, which is named by its id: of the decisions of these words (`what`) the first
    /// that is open.
    "decide" = Decide { objective: String = required, what: String = required, on: crate::time::Date = required, outcome: String = optional };
    /// Adds a key result to an objective, which is named by its id.
    "add_key_result" = AddKeyResult { objective: String = required, key_result: super::KeyResult = required };
    /// Puts a key result in the place of the one with its id.
    "change_key_result" = ChangeKeyResult(key_result: super::KeyResult = required);
    /// Removes a key result by id, and every link that ends at it.
    "remove_key_result" = RemoveKeyResult(key_result: String = required);
    /// Checks in, for a key result that is named by its id.
    "check_in" = CheckIn { key_result: String = required, check_in: super::CheckIn = required };
    /// Changes the terms of a key result, which is named by its id, from a day on.
    "amend" = Amend { key_result: String = required, amendment: super::Amendment = required };
    /// Changes the stage of an objective or key result, which is named by its id, from a day on.
    "set_stage" = SetStage { node: String = required, change: super::StageChange = required };
    /// Sets the score of an objective or key result, which is named by its id, by hand from a day on.
    "set_score" = SetScore { node: String = required, score: super::ManualScore = required };
    /// Adds a link.
    "link" = Link(link: super::Link = required);
    /// Removes the link between two, which are named by their ids.
    "unlink" = Unlink { child: String = required, parent: String = required };
}

/// The kind of an edit, whatever else is wrong with it.
#[cfg(feature = "call")]
fn kind_of(text: &str, cx: &mut crate::wire::Context) -> Option<String> {
    use crate::wire::{Members, missing, read_into};
    let members = Members::of_any(text, "an edit", cx)?;
    let Some(kind) = members.text("kind") else {
        missing(cx, "kind");
        return None;
    };
    let before = cx.n_issues();
    let kind = cx.name("kind", |cx| read_into(kind, cx));
    (cx.n_issues() == before).then_some(kind)
}

/// Reads a list of edits.
///
/// ```
/// use okrkit::{CheckIn, Edit};
/// let edits = okrkit::plan::read_edits(r#"[
///   {"kind": "check_in", "key_result": "revenue", "check_in": {"on": "2026-02-10", "value": 180000}},
///   {"kind": "unlink", "child": "grow", "parent": "lead"}]"#)?;
/// let check_in = CheckIn::of_value("2026-02-10".parse()?, 180_000.0);
/// assert_eq!(edits[0], Edit::CheckIn { key_result: "revenue".into(), check_in });
/// assert_eq!(serde_json::to_string(&edits[1])?, r#"{"kind":"unlink","child":"grow","parent":"lead"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Every problem of structure at once, with pointers into the text. Whether the edits fit a plan, [`Plan::apply`](super::Plan::apply)
/// says.
#[cfg(feature = "call")]
pub fn read_edits(text: &str) -> Result<Vec<Edit>, crate::issue::Issues> {
    let mut cx = crate::wire::Context::default();
    let edits = edits_of(text, &mut cx);
    if cx.has_issues() { Err(cx.refusal()) } else { Ok(edits) }
}

/// The edits of a list; what is wrong is told at the present place.
#[cfg(feature = "call")]
pub(crate) fn edits_of(text: &str, cx: &mut crate::wire::Context) -> Vec<Edit> {
    let texts: Vec<crate::wire::Ext> = crate::wire::read_into(text, cx);
    let each = texts.iter().enumerate();
    each.filter_map(|(at, text)| cx.index(at, |cx| Edit::read(text.json(), cx))).collect()
}

/// The schema of one kind of edit.
#[cfg(feature = "schema")]
struct Kind {
    schema: serde_json::Value,
}

#[cfg(feature = "schema")]
impl Kind {
    fn new(kind: &str, about: &[&str]) -> Self {
        let about: Vec<&str> = about.iter().map(|line| line.trim()).collect();
        Self {
            schema: serde_json::json!({
                "description": about.join(" "),
                "type": "object",
                "properties": { "kind": { "const": kind } },
                "required": ["kind"],
                "additionalProperties": false,
            }),
        }
    }

    fn member(&mut self, name: &str, schema: schemars::Schema, how: &str) {
        if let Some(properties) = self.schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
            properties.insert(name.to_owned(), schema.to_value());
        }
        if let Some(required) = self.schema.get_mut("required").and_then(serde_json::Value::as_array_mut)
            && how == "required"
        {
            required.push(name.into());
        }
    }

    fn schema(self) -> serde_json::Value {
        self.schema
    }
}
