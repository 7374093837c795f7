//! The figures of a node.

use std::ops::Deref;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::measure::{Outcome, Reading};
use crate::plan::{Stage, Status};
use crate::time::Date;

/// The figures that objectives and key results have in common. Everything is on the scale 0–1 unless it says otherwise.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NodeScore {
    /// How far it is, or why that cannot be said. It may lie beyond 0 and 1 where the profile does not clamp it.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub progress: Outcome,
    /// The score, in \[0,1\]: the manual one where there is one.
    pub score: Option<f64>,
    /// The computed score, where a manual one takes its place.
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "Option::is_none"))]
    pub computed_score: Option<f64>,
    /// Whether a manual score is in force.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub is_manual: bool,
    /// F14: the grade of the score.
    pub grade: Option<f64>,
    /// The band of the grade.
    pub band: Option<Arc<str>>,
    /// F12: the progress that is expected on the day.
    pub expected: f64,
    /// Expected − progress.
    pub gap: Option<f64>,
    /// Progress / expected; none where nothing is expected yet.
    pub ratio: Option<f64>,
    /// F11: the share of its time that has gone.
    pub elapsed: f64,
    /// F13.
    pub status: Status,
    /// How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an objective.
    pub confidence: Option<f64>,
    /// The stage on the day.
    pub stage: Stage,
    /// Its first day.
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
    /// Days since the last check-in of any kind; for an objective the freshest of its key results.
    pub days_since_check_in: Option<i32>,
}

/// What a key result would be by its original terms.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Original {
    /// The target before any amendment.
    pub target: Option<f64>,
    /// The progress towards it.
    pub progress: Option<f64>,
    /// The score.
    pub score: Option<f64>,
}

/// The figures of a key result: those of a [`NodeScore`], to which it derefs, and its own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct KeyResultScore {
    /// What it has in common with objectives.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub node: NodeScore,
    /// What the check-ins amount to, on the measure's own scale.
    pub reading: Option<Reading>,
    /// The target in force, on the measure's own scale, where the measure has one.
    pub target: Option<f64>,
    /// F8: its resulting part of its objective's progress; 0 where it did not enter.
    pub share: f64,
    /// The owner's own call, from the latest check-in that has one.
    pub owner_status: Option<Status>,
    /// What the original terms would give, where amendments of the measure are in force.
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "Option::is_none"))]
    pub original: Option<Original>,
}

/// The figures of an objective: those of a [`NodeScore`], to which it derefs, and its own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ObjectiveScore {
    /// What it has in common with key results.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub node: NodeScore,
    /// Share of the members on track or achieved − share at risk, of those with a verdict; in \[−1,1\].
    pub net_confidence: Option<f64>,
    /// The KPIs among its guardrails that are out of range on the day, by id: it is not achieved while there is any.
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "Vec::is_empty"))]
    pub guardrails: Vec<String>,
}

impl Deref for KeyResultScore {
    type Target = NodeScore;
    fn deref(&self) -> &NodeScore {
        &self.node
    }
}

impl Deref for ObjectiveScore {
    type Target = NodeScore;
    fn deref(&self) -> &NodeScore {
        &self.node
    }
}

impl NodeScore {
    fn serialize_into<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        out.serialize_entry("outcome", self.progress.as_str())?;
        out.serialize_entry("reason", &self.progress.reason())?;
        out.serialize_entry("progress", &self.progress.value())?;
        out.serialize_entry("score", &self.score)?;
        if self.is_manual {
            out.serialize_entry("computed_score", &self.computed_score)?;
        }
        out.serialize_entry("grade", &self.grade)?;
        out.serialize_entry("band", &self.band.as_deref())?;
        out.serialize_entry("expected", &self.expected)?;
        out.serialize_entry("gap", &self.gap)?;
        out.serialize_entry("ratio", &self.ratio)?;
        out.serialize_entry("elapsed", &self.elapsed)?;
        out.serialize_entry("status", &self.status)?;
        out.serialize_entry("confidence", &self.confidence)?;
        out.serialize_entry("stage", &self.stage)?;
        out.serialize_entry("starts", &self.starts)?;
        out.serialize_entry("ends", &self.ends)?;
        out.serialize_entry("days_since_check_in", &self.days_since_check_in)
    }
}

impl Serialize for NodeScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        self.serialize_into(&mut out)?;
        out.end()
    }
}

impl Serialize for KeyResultScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("reading", &self.reading)?;
        out.serialize_entry("target", &self.target)?;
        self.node.serialize_into(&mut out)?;
        out.serialize_entry("share", &self.share)?;
        out.serialize_entry("owner_status", &self.owner_status)?;
        if let Some(original) = &self.original {
            let Original { target, progress, score } = *original;
            out.serialize_entry(
                "original",
                &std::collections::BTreeMap::from([("target", target), ("progress", progress), ("score", score)]),
            )?;
        }
        out.end()
    }
}

impl Serialize for ObjectiveScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        self.node.serialize_into(&mut out)?;
        out.serialize_entry("net_confidence", &self.net_confidence)?;
        if !self.guardrails.is_empty() {
            out.serialize_entry("guardrails", &self.guardrails)?;
        }
        out.end()
    }
}
