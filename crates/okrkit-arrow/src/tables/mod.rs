#![doc = include_str!("../../docs/TABLES.md")]

mod flat;
#[cfg(feature = "parquet")]
mod files;
mod read;

#[cfg(feature = "parquet")]
pub use files::{read_parquet, write_parquet};
pub use read::from_tables;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use okrkit::{Plan, PlanDocument};

use flat::Table;

/// The tables of a plan. Each may come in several batches, or in none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanTables {
    /// The plan itself: one row.
    pub plan: Vec<RecordBatch>,
    /// The cycles.
    pub cycles: Vec<RecordBatch>,
    /// The teams.
    pub teams: Vec<RecordBatch>,
    /// The objectives, without their key results.
    pub objectives: Vec<RecordBatch>,
    /// The key results, without their check-ins.
    pub key_results: Vec<RecordBatch>,
    /// The check-ins.
    pub check_ins: Vec<RecordBatch>,
    /// The links.
    pub links: Vec<RecordBatch>,
}

impl PlanTables {
    /// The names of the tables, and the tables.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &Vec<RecordBatch>)> {
        [
            ("plan", &self.plan),
            ("cycles", &self.cycles),
            ("teams", &self.teams),
            ("objectives", &self.objectives),
            ("key_results", &self.key_results),
            ("check_ins", &self.check_ins),
            ("links", &self.links),
        ]
        .into_iter()
    }

    #[cfg(feature = "parquet")]
    fn each_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Vec<RecordBatch>)> {
        [
            ("plan", &mut self.plan),
            ("cycles", &mut self.cycles),
            ("teams", &mut self.teams),
            ("objectives", &mut self.objectives),
            ("key_results", &mut self.key_results),
            ("check_ins", &mut self.check_ins),
            ("links", &mut self.links),
        ]
        .into_iter()
    }
}

/// The tables of a plan.
///
/// ```
/// use okrkit_arrow::tables::{from_tables, to_tables};
///
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "acme",
///   "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [
///     {"id": "revenue", "title": "Reach 500,000 USD", "measure": {"kind": "metric", "start": 0, "target": 500000},
///      "check_ins": [{"on": "2026-01-31", "value": 120000}]}]}]}"#)?;
/// let tables = to_tables(&plan)?;
/// assert_eq!(tables.check_ins[0].num_rows(), 1);
/// assert_eq!(from_tables(&tables)?, plan);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None of its own: what Arrow refuses, and it has no reason to.
pub fn to_tables(plan: &Plan) -> Result<PlanTables, ArrowError> {
    let mut rest = PlanDocument::default();
    (rest.id, rest.title, rest.description) = (plan.id().to_owned(), plan.title().cloned(), plan.description().cloned());
    let document = plan.to_document();
    (rest.okrkit, rest.profile, rest.kpis, rest.lint, rest.ext) = (document.okrkit, document.profile, document.kpis, document.lint, document.ext);
    let mut tables = [
        flat::PLAN,
        flat::CYCLES,
        flat::TEAMS,
        flat::OBJECTIVES,
        flat::KEY_RESULTS,
        flat::CHECK_INS,
        flat::LINKS,
    ]
    .map(Table::new);
    let [plan, cycles, teams, objectives, key_results, check_ins, links] = &mut tables;
    plan.push("", &rest)?;
    document.cycles.iter().try_for_each(|cycle| cycles.push("", cycle))?;
    document.teams.iter().try_for_each(|team| teams.push("", team))?;
    document.links.iter().try_for_each(|link| links.push("", link))?;
    for mut objective in document.objectives {
        for mut key_result in std::mem::take(&mut objective.key_results) {
            for check_in in std::mem::take(&mut key_result.check_ins) {
                check_ins.push(&key_result.id, &check_in)?;
            }
            key_results.push(&objective.id, &key_result)?;
        }
        objectives.push("", &objective)?;
    }
    let [plan, cycles, teams, objectives, key_results, check_ins, links] = tables.map(Table::finish);
    Ok(PlanTables {
        plan: vec![plan?],
        cycles: vec![cycles?],
        teams: vec![teams?],
        objectives: vec![objectives?],
        key_results: vec![key_results?],
        check_ins: vec![check_ins?],
        links: vec![links?],
    })
}
