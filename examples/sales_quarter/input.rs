//! The plan, and the days to look at it.

use std::path::{Path, PathBuf};

use okrkit::{Date, Plan};

use crate::{Failure, options, problems};

/// The plan of the example, and the days at which its quarter is looked at.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sales-2026-q1.json");
const EXAMPLE_DAYS: [&str; 2] = ["2026-02-15", "2026-03-31"];

pub(crate) struct Input {
    pub(crate) plan: Plan,
    is_example: bool,
}

impl Input {
    pub(crate) fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let file = path.map_or_else(|| PathBuf::from(EXAMPLE), Path::to_path_buf);
        let bytes = std::fs::read(&file).map_err(|error| Failure {
            exit_code: 1,
            text: format!("cannot read {}: {error}\n", file.display()),
        })?;
        let plan = okrkit::read_bytes(&bytes).map_err(|issues| Failure {
            exit_code: 1,
            text: problems::listed(&file, &bytes, &issues),
        })?;
        Ok(Self {
            plan,
            is_example: path.is_none(),
        })
    }

    /// The days to look at, the last of them closely.
    pub(crate) fn days(&self, as_of: Option<Date>) -> Result<Vec<Date>, Failure> {
        if let Some(day) = as_of {
            return Ok(vec![day]);
        }
        if self.is_example {
            return Ok(EXAMPLE_DAYS.iter().filter_map(|day| day.parse().ok()).collect());
        }
        // okrkit has no clock, and neither needs this program one: a plan is looked at as of when it was last worked on.
        let checked_in = self
            .plan
            .key_results()
            .flat_map(|(_, key_result)| &key_result.check_ins)
            .map(|check_in| check_in.on)
            .max();
        let last = checked_in.or_else(|| self.plan.cycles().iter().map(|cycle| cycle.ends).max());
        last.map(|day| vec![day])
            .ok_or_else(|| options::misused("the plan has no check-in and no cycle, so tell the day with --as-of"))
    }
}
