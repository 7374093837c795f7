#![doc = "stub"]
pub mod align;
pub mod document;
pub mod explain;
mod id;
pub mod issue;
pub mod measure;
pub mod plan;
pub mod profile;
pub mod score;
pub mod time;
pub mod unit;
mod wire;

pub use align::findings;
pub use document::{read, read_bytes, write};
pub use explain::{Explanation, Figure, Language, Subject, explain};
pub use id::MAX_ID_CHARS;
pub use issue::{Code, Issue, Issues, Severity};
pub use measure::{
    Bands, Between, Change, ChangeFrom, Children, ChildrenRollUp, Combine, Composite, Done, Events, Exact, Judge, Levels, Measure, MeasureFields, MeasureKind,
    Metric, Milestones, Observe, Outcome, Point, Reading, ReadingRule, Reason, SlotShare, Step, Threshold, Zone, Zones,
};
pub use plan::{
    Ambition, Amendment, AmendmentSet, CheckIn, Cycle, Edit, Figures, KeyResult, Link, LinkKind, ManualScore, Node, Objective, Owner, PathPoint, Plan,
    PlanBuilder, PlanDocument, Source, Stage, StageChange, Status, Team, Text,
};
pub use profile::Profile;
pub use score::{Group, GroupBy, GroupScore, KeyResultScore, NodeScore, ObjectiveScore, Original, Scorecard, evaluate};
pub use time::{AsOf, Cadence, Date, DateError, Instant, elapsed};
pub use unit::{Period, Unit, UnitKind};
pub use wire::{Ext, Nullable, UnknownWord};
