use super::{Cycle, Kpi, Link, Objective, Plan, PlanDocument, Team, Text};
use crate::issue::Issues;
use crate::time::Date;

/// Builds a plan in Rust, through the same check as a document.
///
/// ```
/// use okrkit::{CheckIn, Cycle, KeyResult, Measure, Metric, Objective, Plan};
///
/// let q1 = Cycle::quarter(2026, 1)?;
/// let plan = Plan::builder("acme")
///     .cycle(q1.clone())
///     .objective(
///         Objective::new("grow", "Grow quarterly sales revenue", &q1.id).key_result(
///             KeyResult::new("revenue", "Reach 500,000 USD in sales", Measure::Metric(Metric::new(0.0, 500_000.0)))
///                 .check_in(CheckIn::of_value("2026-01-31".parse()?, 120_000.0)),
///         ),
///     )
///     .build()?;
/// assert_eq!(plan.key_result("revenue").map(|kr| kr.check_ins.len()), Some(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct PlanBuilder {
    document: PlanDocument,
}

impl PlanBuilder {
    pub(super) fn new(id: impl Into<String>) -> Self {
        Self {
            document: PlanDocument {
                id: id.into(),
                ..PlanDocument::default()
            },
        }
    }

    /// Sets the title.
    #[must_use]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.document.title = Some(title.into());
        self
    }

    /// Sets the profile it is meant to be judged by.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.document.profile = Some(name.into());
        self
    }

    /// Adds a cycle.
    #[must_use]
    pub fn cycle(mut self, cycle: Cycle) -> Self {
        self.document.cycles.push(cycle);
        self
    }

    /// Adds a team.
    #[must_use]
    pub fn team(mut self, id: impl Into<String>, title: impl Into<Text>, parent: Option<&str>) -> Self {
        let parent = parent.map(str::to_owned);
        self.document.teams.push(Team {
            id: id.into(),
            title: title.into(),
            parent,
            ..Team::default()
        });
        self
    }

    /// Adds a KPI.
    #[must_use]
    pub fn kpi(mut self, kpi: Kpi) -> Self {
        self.document.kpis.push(kpi);
        self
    }

    /// Adds an objective with its key results.
    #[must_use]
    pub fn objective(mut self, objective: Objective) -> Self {
        self.document.objectives.push(objective);
        self
    }

    /// Adds a link.
    #[must_use]
    pub fn link(mut self, link: Link) -> Self {
        self.document.links.push(link);
        self
    }

    /// Checks everything.
    ///
    /// # Errors
    /// Every problem at once, with pointers into the document that the plan would be written as.
    pub fn build(self) -> Result<Plan, Issues> {
        Plan::from_document(self.document)
    }
}

impl Team {
    /// A team at the top.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<Text>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            ..Self::default()
        }
    }
}

impl super::StageChange {
    /// A change of stage.
    #[must_use]
    pub fn new(on: Date, stage: super::Stage) -> Self {
        Self { on, stage, ..Self::default() }
    }
}

impl super::ManualScore {
    /// A score set by hand, with its reason.
    #[must_use]
    pub fn new(on: Date, value: f64, reason: impl Into<String>) -> Self {
        Self {
            on,
            value,
            reason: Some(reason.into()),
            ..Self::default()
        }
    }
}

impl super::Amendment {
    /// A change of the terms, with its reason.
    #[must_use]
    pub fn new(on: Date, reason: impl Into<String>, set: super::AmendmentSet) -> Self {
        Self {
            on,
            reason: reason.into(),
            set,
            ..Self::default()
        }
    }
}
