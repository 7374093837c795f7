//! An engine for objectives and key results: a plan in, an explained scorecard out.
//!
//! # The book in short
//!
//! An **objective** says in words what shall come about; its **key results** say how far it is. Each key result has a
//! [`Measure`] that turns **check-ins** into a reading and a reading into **progress**. Progress becomes a **score** in \[0,1\],
//! rolls up into objectives by weights and links, is held against what is **expected** of the time gone, and ends in a
//! **status** and a **grade**. Products disagree about the details; a [`Profile`] says which way it is done.
//!
//! ```text
//! text ─read→ document ─check→ Plan ─evaluate(profile, as_of)→ Scorecard ─→ explain · compare · forecast · what_if · group_by · findings
//!                  └─ Issues ←┘    └─ apply(Edit) → Plan
//! ```
//!
//! Each arrow is one public function with that verb. A [`Plan`] that exists is valid; every way in leads through one check that
//! reports *every* problem at once. [`evaluate`] is a pure function of plan, profile and day: no clock, no I/O, no randomness,
//! and the same input gives the same bits on every platform. A figure is a number, or says why there is none; it is never a
//! silent 0. And each one explains itself.
//!
//! # One plan, worked
//!
//! ```
//! use okrkit::{Date, Figure, Language, Profile, Status};
//!
//! let plan = okrkit::read(r#"{
//!   "okrkit": 1, "id": "acme",
//!   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
//!   "objectives": [{
//!     "id": "grow", "title": "Grow quarterly sales revenue", "cycle": "q1",
//!     "key_results": [
//!       {"id": "revenue", "title": "Reach 500,000 USD in sales", "weight": 2,
//!        "measure": {"kind": "metric", "start": 0, "target": 500000, "unit": {"kind": "currency", "code": "USD"}},
//!        "check_ins": [{"on": "2026-02-13", "value": 240000, "by": "amal"}]},
//!       {"id": "churn", "title": "Churn from 6 % to 4 %",
//!        "measure": {"kind": "metric", "start": 6, "target": 4, "unit": {"kind": "percent"}},
//!        "check_ins": [{"on": "2026-02-13", "value": 5.4}]}
//!     ]}]
//! }"#)?;
//!
//! let card = okrkit::evaluate(&plan, &Profile::named("default")?, Date::new(2026, 2, 14)?);
//! let grow = card.objective("grow").ok_or("no such objective")?;
//! // Revenue is at 0.48 and weighs 2, churn at (5.4 − 6)/(4 − 6) = 0.3: (2 × 0.48 + 0.3)/3 = 0.42.
//! assert!((grow.score.unwrap_or_default() - 0.42).abs() < 1e-9);
//! // 44 of 89 days have gone, so 0.494 is expected; 0.074 behind is still on track by default.
//! assert_eq!(grow.status, Status::OnTrack);
//! // Another product would say it is behind: there anything below the line is.
//! let viva = okrkit::evaluate(&plan, &Profile::named("viva")?, Date::new(2026, 2, 14)?);
//! assert_eq!(viva.objective("grow").map(|grow| grow.status), Some(Status::Behind));
//!
//! let why = okrkit::explain(&card, &"grow".into(), Figure::Progress).ok_or("no such node")?;
//! assert!(why.to_text(Language::English).contains("`revenue`: 0.6667 × 0.48"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Further reading
//!
//! - [`docs::architecture`]: the data flow and the rooms of the code.
//! - [`docs::design`]: why it is as it is, and what was decided where the field leaves it open.
//! - [`docs::glossary`]: every word, once.
//! - [`docs::lint`]: the lint rules, with examples.
//! - [`docs::scale`]: how far one process goes, and how work is cut beyond that.
//!
//! - `call`, with the feature of that name: every verb by its name, over JSON, for services and other languages.
//!
//! Modules stand in reading order.

pub mod issue;
mod id;
mod number;
mod wire;
pub mod time;
pub mod unit;
pub mod measure;
pub mod plan;
pub mod document;
pub mod profile;
pub mod align;
pub mod kpi;
pub mod score;
pub mod explain;
pub mod compare;
pub mod rhythm;
pub mod forecast;
pub mod lint;
pub mod diff;
pub mod trend;
pub mod review;
pub mod merge;
pub mod visibility;
pub mod what_if;
pub mod catalog;
#[cfg(feature = "call")]
pub mod call;

/// The documents of the project.
pub mod docs {
    #[doc = include_str!("../docs/ARCHITECTURE.md")]
    pub mod architecture {}
    #[doc = include_str!("../docs/DESIGN.md")]
    pub mod design {}
    #[doc = include_str!("../docs/GLOSSARY.md")]
    pub mod glossary {}
    #[doc = include_str!("../docs/LINT.md")]
    pub mod lint {}
    #[doc = include_str!("../docs/SCALE.md")]
    pub mod scale {}
}

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

pub use align::findings;
pub use compare::{Comparison, compare};
pub use diff::{PlanDiff, diff};
pub use document::{read, read_bytes, write};
pub use explain::{Explanation, Figure, Language, Subject, explain};
pub use forecast::{
    Backtest, Calibration, Estimate, Forecast, ForecastPolicy, Forecasts, Method, ObjectiveForecast, Proposal, backtest, backtest_history, calibration,
    forecast, forecast_all, forecast_objective, past_readings, propose,
};
pub use id::MAX_ID_CHARS;
pub use issue::{Code, Issue, Issues, Severity};
pub use kpi::{KpiStatus, demote, kpi_status, kpis, promote};
pub use lint::{Finding, LintPolicy, LintReport, lint, lint_report};
pub use measure::{
    Bands, Between, Change, ChangeFrom, Children, ChildrenRollUp, Combine, Composite, Done, Events, Exact, Judge, JudgeShare, Levels, Measure, MeasureFields,
    MeasureKind, Metric, Milestones, Observe, Outcome, Point, Reading, ReadingRule, Reason, RowMeasure, ShareOf, Step, Threshold, Zone, Zones,
};
pub use merge::{Merge, merge};
pub use plan::{
    Ambition, Amendment, AmendmentSet, CheckIn, CheckInBeside, Cycle, Decision, Due, DueOn, Edit, Figures, Healthy, KeyResult, KeyResultBeside, Kpi,
    KpiReading, Link, LinkKind, LintIgnore, LintLevel, LintSettings, ManualScore, Node, Objective, ObjectiveBeside, Owner, PathPoint, Plan, PlanBuilder,
    PlanDocument, Source, Stage, StageChange, Status, Team, Text, Visibility, Weekend,
};
pub use profile::Profile;
pub use review::{carry_forward, close};
pub use rhythm::{agenda, check_in_slots, discipline, owed, staleness};
#[cfg(feature = "rayon")]
pub use score::parallel;
pub use score::{
    Changes, Group, GroupBy, GroupScore, KeyResultScore, Live, NodeScore, ObjectiveScore, Original, PartialGroup, PartialObjective, PartialScore, RowKeyResult,
    RowRules, RowShare, ScoreColumns, Scorecard, Scores, evaluate, scores,
};
pub use time::{AsOf, Cadence, Date, DateError, Instant, elapsed};
pub use trend::{Trend, trend};
pub use unit::{Period, Unit, UnitBeside, UnitKind};
pub use visibility::{RedactionPolicy, Viewer, redact, values_kept};
pub use what_if::{Required, RequiredPolicy, Sensitivity, WhatIf, required, sensitivity, what_if};
pub use wire::{Ext, Nullable, UnknownWord};
