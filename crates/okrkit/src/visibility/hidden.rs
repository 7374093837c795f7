//! What is left of hidden nodes. Each is built anew from what figures need, so that a field the format gains is hidden until
//! somebody says otherwise.

use std::collections::BTreeMap;

use super::{HiddenTeam, HiddenValues, Words};
use crate::plan::{
    Amendment, AmendmentSet, CheckIn, CheckInBeside, Figures, Healthy, KeyResult, KeyResultBeside, Kpi, KpiReading, ManualScore, Objective, ObjectiveBeside,
    PathPoint, StageChange, Text,
};

impl Words {
    fn title(&self) -> Text {
        Text::Plain(self.placeholder.clone())
    }

    /// The id in the place of a hidden node's.
    fn node(&self, id: &str) -> String {
        self.nodes.get(id).cloned().unwrap_or_default()
    }

    pub(super) fn objective(&self, objective: &Objective) -> Objective {
        let guardrails = objective.guardrails.iter().filter_map(|id| match self.kpis.get(id) {
            Some(placeholder) => placeholder.clone(),
            None => Some(id.clone()),
        });
        Objective {
            id: self.node(&objective.id),
            title: self.title(),
            cycle: objective.cycle.clone(),
            team: objective.team.clone().filter(|_| self.team == HiddenTeam::Kept),
            ambition: objective.ambition,
            key_results: objective.key_results.iter().map(|key_result| self.key_result(key_result)).collect(),
            beside: ObjectiveBeside {
                starts: objective.starts,
                ends: objective.ends,
                stage: objective.stage,
                stages: stages(&objective.stages),
                manual_scores: manual_scores(&objective.manual_scores),
                visibility: objective.visibility,
                guardrails: guardrails.collect(),
                ..ObjectiveBeside::default()
            }
            .boxed(),
            ..Objective::default()
        }
    }

    /// Check-ins with ids of ours, numbered on after those that are taken.
    fn with_own_ids(&self, check_ins: &[CheckIn], n_taken: usize) -> Vec<CheckIn> {
        let ids = check_ins.iter().filter_map(|check_in| check_in.id.as_deref()).zip(n_taken + 1..);
        let ids: BTreeMap<&str, String> = ids.map(|(id, n)| (id, format!("{}-{n}", self.placeholder))).collect();
        let new = |id: &Option<String>| id.as_deref().and_then(|id| ids.get(id)).cloned();
        let renamed = check_ins.iter().map(|check_in| {
            let (id, replaces) = (new(&check_in.id), new(&check_in.replaces));
            let mut check_in = check_in.clone();
            (check_in.id, check_in.replaces) = (id, replaces);
            check_in
        });
        renamed.collect()
    }

    fn key_result(&self, key_result: &KeyResult) -> KeyResult {
        let names = self.names(key_result);
        let bare = self.bare.get(&key_result.id);
        let amendments = key_result.amendments.iter().enumerate().filter_map(|(at, amendment)| {
            let set = AmendmentSet {
                weight: amendment.set.weight,
                share: amendment.set.share,
                starts: amendment.set.starts,
                ends: amendment.set.ends,
                expected_path: match bare {
                    Some(bare) => bare.paths.amended.get(at).cloned().flatten(),
                    None => amendment.set.expected_path.as_deref().map(path),
                },
                // What it makes of the progress is told by the check-ins in their place.
                measure: amendment
                    .set
                    .measure
                    .as_ref()
                    .filter(|_| bare.is_none())
                    .and_then(|fields| self.measure_fields(fields, &names)),
                ext: None,
            };
            // One that changed words alone is gone.
            (set != AmendmentSet::default()).then(|| Amendment {
                on: amendment.on,
                reason: self.placeholder.clone(),
                set,
                recorded: amendment.recorded,
                ..Amendment::default()
            })
        });
        let mut ids: BTreeMap<&str, String> = BTreeMap::new();
        for id in key_result.check_ins.iter().filter_map(|check_in| check_in.id.as_deref()) {
            let n = ids.len() + 1;
            ids.insert(id, format!("{}-{n}", self.placeholder));
        }
        let more = self.with_own_ids(bare.map_or(&[], |bare| &bare.more), ids.len());
        let check_ins = key_result.check_ins.iter().enumerate().map(|(at, check_in)| {
            let kept = CheckIn {
                on: check_in.on,
                confidence: check_in.confidence,
                void: check_in.void,
                ..CheckIn::default()
            };
            let beside = CheckInBeside {
                id: check_in.id.as_deref().and_then(|id| ids.get(id)).cloned(),
                replaces: check_in.replaces.as_deref().and_then(|id| ids.get(id)).cloned(),
                recorded: check_in.recorded,
                ..CheckInBeside::default()
            };
            if let Some(bare) = bare {
                let value = bare.values.get(at).copied().flatten();
                return CheckIn {
                    value,
                    beside: beside.boxed(),
                    ..kept
                };
            }
            let figures = names.figures(&Figures {
                steps_done: check_in.steps_done.clone(),
                steps_undone: check_in.steps_undone.clone(),
                ..Figures::default()
            });
            CheckIn {
                value: check_in.value,
                done: check_in.done,
                zone: check_in.zone,
                event: check_in.event,
                beside: CheckInBeside {
                    steps_done: figures.steps_done,
                    steps_undone: figures.steps_undone,
                    met: check_in.met,
                    of: check_in.of,
                    parts: check_in.parts.iter().map(|(name, part)| (names.part(name), names.figures(part))).collect(),
                    ..beside
                }
                .boxed(),
                ..kept
            }
        });
        KeyResult {
            id: self.node(&key_result.id),
            title: self.title(),
            measure: bare.map_or_else(|| self.measure(&key_result.measure, &names), |bare| bare.measure.clone()),
            weight: key_result.weight,
            check_ins: check_ins.chain(more).collect(),
            beside: KeyResultBeside {
                share: key_result.share,
                starts: key_result.starts,
                ends: key_result.ends,
                expected_path: bare.map_or_else(|| path(&key_result.expected_path), |bare| bare.paths.first.clone()),
                stage: key_result.stage,
                stages: stages(&key_result.stages),
                amendments: amendments.collect(),
                manual_scores: manual_scores(&key_result.manual_scores),
                ..KeyResultBeside::default()
            }
            .boxed(),
            ..KeyResult::default()
        }
    }

    /// A KPI as it may be seen. `None` where it is hidden and guards nothing.
    pub(super) fn kpi(&self, kpi: &Kpi) -> Option<Kpi> {
        let Some(placeholder) = self.kpis.get(&kpi.id) else {
            return Some(kpi.clone());
        };
        let readings = kpi.readings.iter().map(|reading| KpiReading {
            on: reading.on,
            value: match self.values {
                HiddenValues::Progress => f64::from(kpi.healthy.holds(reading.value)),
                HiddenValues::Kept => reading.value,
            },
            recorded: reading.recorded,
            ..KpiReading::default()
        });
        Some(Kpi {
            id: placeholder.clone()?,
            title: self.title(),
            healthy: match self.values {
                HiddenValues::Progress => Healthy {
                    at_least: Some(1.0),
                    ..Healthy::default()
                },
                HiddenValues::Kept => Healthy {
                    ext: None,
                    ..kpi.healthy.clone()
                },
            },
            readings: readings.collect(),
            ..Kpi::default()
        })
    }
}

fn stages(stages: &[StageChange]) -> Vec<StageChange> {
    let bare = |change: &StageChange| StageChange {
        on: change.on,
        stage: change.stage,
        recorded: change.recorded,
        ..StageChange::default()
    };
    stages.iter().map(bare).collect()
}

fn manual_scores(scores: &[ManualScore]) -> Vec<ManualScore> {
    let bare = |score: &ManualScore| ManualScore {
        on: score.on,
        value: score.value,
        recorded: score.recorded,
        ..ManualScore::default()
    };
    scores.iter().map(bare).collect()
}

fn path(points: &[PathPoint]) -> Vec<PathPoint> {
    let bare = |point: &PathPoint| PathPoint {
        on: point.on,
        value: point.value,
        ..PathPoint::default()
    };
    points.iter().map(bare).collect()
}
