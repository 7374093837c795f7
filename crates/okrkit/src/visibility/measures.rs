//! Measures without words: numbers stay, names of steps and parts become others.

use std::collections::{BTreeMap, BTreeSet};

use super::Words;
use crate::measure::{Judge, JudgeShare, Measure, MeasureFields, Step};
use crate::plan::{Figures, KeyResult};
use crate::wire::Context;

/// What stands in the place of the names within one key result.
pub(super) struct Names {
    steps: BTreeMap<String, String>,
    parts: BTreeMap<String, String>,
}

impl Names {
    fn step(&self, id: &str) -> String {
        self.steps.get(id).cloned().unwrap_or_default()
    }

    pub(super) fn part(&self, name: &str) -> String {
        self.parts.get(name).cloned().unwrap_or_default()
    }

    pub(super) fn figures(&self, figures: &Figures) -> Figures {
        let steps = |ids: &Option<Vec<String>>| ids.as_ref().map(|ids| ids.iter().map(|id| self.step(id)).collect());
        Figures {
            value: figures.value,
            done: figures.done,
            steps_done: steps(&figures.steps_done),
            steps_undone: steps(&figures.steps_undone),
            zone: figures.zone,
            event: figures.event,
            met: figures.met,
            of: figures.of,
            ext: None,
        }
    }
}

impl Words {
    /// The names within a key result, in all versions of its measure.
    pub(super) fn names(&self, key_result: &KeyResult) -> Names {
        let mut found = Found::default();
        found.measure(&key_result.measure);
        for amendment in &key_result.amendments {
            if let Some(fields) = &amendment.set.measure {
                found.fields(fields);
            }
        }
        // Parts are added in the order of their names, which the numbers keep: as many digits as the last has.
        let digits = found.parts.len().to_string().len();
        let part = |(n, name): (usize, &String)| (name.clone(), format!("{}-{:0digits$}", self.placeholder, n + 1));
        let step = |(n, id): (usize, &String)| (id.clone(), format!("{}-{}", self.placeholder, n + 1));
        Names {
            steps: found.steps.iter().enumerate().map(step).collect(),
            parts: found.parts.iter().enumerate().map(part).collect(),
        }
    }

    pub(super) fn measure(&self, measure: &Measure, names: &Names) -> Measure {
        let fields = self.bare(&measure.clone().into_fields(), names);
        // What fitted its kind still does.
        Measure::from_fields(fields, &mut Context::default())
    }

    /// What an amendment replaces. `None` where that was a word.
    pub(super) fn measure_fields(&self, fields: &MeasureFields, names: &Names) -> Option<MeasureFields> {
        Some(self.bare(fields, names)).filter(|fields| *fields != MeasureFields::default())
    }

    fn bare(&self, fields: &MeasureFields, names: &Names) -> MeasureFields {
        let step = |step: &Step| Step {
            id: names.step(&step.id),
            weight: step.weight,
            ends: step.ends,
            ..Step::default()
        };
        let judge = |judge: &Judge| match judge {
            Judge::Latest => Judge::Latest,
            Judge::Share(share) => Judge::Share(JudgeShare {
                share_of: share.share_of,
                every: share.every,
                ext: None,
            }),
        };
        let parts = |parts: &BTreeMap<String, Measure>| -> BTreeMap<String, Measure> {
            let bare = |(name, part): (&String, &Measure)| (names.part(name), self.measure(part, names));
            parts.iter().map(bare).collect()
        };
        MeasureFields {
            kind: fields.kind.clone(),
            start: fields.start,
            target: fields.target,
            baseline: fields.baseline,
            percent: fields.percent,
            amount: fields.amount,
            from: fields.from,
            above: fields.above,
            at_least: fields.at_least,
            below: fields.below,
            at_most: fields.at_most,
            judge: fields.judge.as_ref().map(judge),
            tolerance: fields.tolerance,
            points: fields.points.clone(),
            between: fields.between,
            commit: fields.commit,
            stretch: fields.stretch,
            steps: fields.steps.as_ref().map(|steps| steps.iter().map(step).collect()),
            count: fields.count,
            each_at_least: fields.each_at_least,
            partial: fields.partial,
            parts: fields.parts.as_ref().map(parts),
            combine: fields.combine,
            roll_up: fields.roll_up,
            unit: self.unit(fields.unit.as_ref()),
            reading: fields.reading,
            ext: None,
        }
    }
}

/// Names found so far.
#[derive(Default)]
struct Found {
    steps: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl Found {
    fn measure(&mut self, measure: &Measure) {
        match measure {
            Measure::Milestones(milestones) => self.steps(&milestones.steps),
            Measure::Composite(composite) => self.parts(&composite.parts),
            _ => {}
        }
    }

    fn fields(&mut self, fields: &MeasureFields) {
        self.steps(fields.steps.as_deref().unwrap_or_default());
        fields.parts.iter().for_each(|parts| self.parts(parts));
    }

    fn steps(&mut self, steps: &[Step]) {
        self.steps.extend(steps.iter().map(|step| step.id.clone()));
    }

    fn parts(&mut self, parts: &BTreeMap<String, Measure>) {
        for (name, part) in parts {
            self.parts.insert(name.clone());
            self.measure(part);
        }
    }
}
