//! From a log to progress.

use serde_json::{Map, Value};

use super::Oracle;
use super::members::{Member, roll_up};
use super::readings::{distance, events, milestones, part_log, reading, share_of_check_ins, share_of_slots, steps_done, way};
use super::values::{Figure, Lack, finite, linear, list, met, number, step, text, word};

impl Oracle<'_> {
    /// The progress of a measure by what was checked in.
    pub(super) fn progress(&self, id: &str, measure: &Value, log: &[Value], cycle: &Value) -> Figure {
        match text(measure, "kind") {
            "threshold" if measure["judge"]["share_of"] == "check_ins" => share_of_check_ins(measure, log),
            "threshold" if measure["judge"].is_object() => share_of_slots(measure, log, cycle),
            "zones" => {
                let zone = log.iter().rev().find_map(|entry| entry["zone"].as_str());
                Ok(self.anchor(zone.ok_or(Lack::NoData("no_check_ins"))?))
            }
            "milestones" => {
                let done = steps_done(log)?;
                milestones(measure, |step| done.contains(&step["id"]))
            }
            "done" => {
                let done = log.iter().rev().find_map(|entry| entry["done"].as_bool());
                Ok(if done.ok_or(Lack::NoData("no_check_ins"))? { 1.0 } else { 0.0 })
            }
            "events" => finite(events(measure, log)? / number(measure, "count").unwrap()),
            "composite" => self.composite(id, measure, log, cycle),
            "children" => self.children(id, measure),
            "observe" => Err(Lack::NotScored),
            _ => self.through(measure, reading(measure, log)?),
        }
    }

    /// A value put through a measure.
    pub(super) fn through(&self, measure: &Value, value: f64) -> Figure {
        match text(measure, "kind") {
            "metric" | "change" | "children" if self.profile["progress"] == "ratio" => {
                // c/t, the start ignored; t = 0 → `undefined`.
                let target = if measure["kind"] == "change" {
                    distance(measure)?.1
                } else {
                    number(measure, "target").unwrap()
                };
                if target == 0.0 {
                    return Err(Lack::Undefined("target_zero"));
                }
                finite(value / target)
            }
            "metric" | "change" | "children" => {
                // F1: (c−s)/(t−s), up and down alike.
                let (start, target) = way(measure)?;
                finite(finite(value - start)? / finite(target - start)?)
            }
            "threshold" => Ok(if met(measure, value) { 1.0 } else { 0.0 }),
            "exact" => {
                // F4: 1 within the tolerance, else max(0, 1−|c−t|/|t−s|).
                let (start, target) = distance(measure)?;
                if (value - target).abs() <= number(measure, "tolerance").unwrap_or(0.0) {
                    return Ok(1.0);
                }
                way(measure)?;
                Ok((1.0 - finite(finite(value - target)?.abs() / finite(target - start)?.abs())?).max(0.0))
            }
            "bands" => {
                let points: Vec<(f64, f64)> = list(measure, "points")
                    .iter()
                    .map(|point| (point[0].as_f64().unwrap(), point[1].as_f64().unwrap()))
                    .collect();
                if measure["between"] == "step" {
                    step(&points, value)
                } else {
                    linear(&points, value)
                }
            }
            "levels" => self.levels(measure, value),
            other => panic!("`{other}` takes no value"),
        }
    }

    /// F5 through the profile's anchors, flat at the last level given.
    pub(super) fn levels(&self, measure: &Value, value: f64) -> Figure {
        let anchors = [("start", "fail"), ("commit", "commit"), ("target", "target"), ("stretch", "stretch")];
        let level = |(level, anchor)| number(measure, level).map(|value| (value, self.anchor(anchor)));
        let points: Vec<(f64, f64)> = anchors.into_iter().filter_map(level).collect();
        if points[1].0 > points[0].0 {
            return linear(&points, value);
        }
        // Levels that fall are levels that rise, seen in a mirror.
        let mirrored: Vec<(f64, f64)> = points.iter().map(|(value, anchor)| (-value, *anchor)).collect();
        linear(&mirrored, -value)
    }

    /// On the parts' progress, each clamped to [0,1]; a part without a figure leaves the whole without one, first of all one
    /// without data.
    pub(super) fn composite(&self, id: &str, measure: &Value, log: &[Value], cycle: &Value) -> Figure {
        // The reason is that of the first part by name that gives one.
        let mut parts: Vec<(&String, &Value)> = measure["parts"].as_object().unwrap().iter().collect();
        parts.sort_by_key(|(name, _)| *name);
        let figures: Vec<Figure> = parts
            .into_iter()
            .map(|(name, part)| self.progress(id, part, &part_log(log, name), cycle))
            .collect();
        if let Some(none) = figures.iter().find(|figure| matches!(figure, Err(Lack::NoData(_)))) {
            return *none;
        }
        let figures: Result<Vec<f64>, Lack> = figures.into_iter().map(|figure| Ok(figure?.clamp(0.0, 1.0))).collect();
        let figures = figures?;
        Ok(match text(measure, "combine") {
            "mean" => figures.iter().sum::<f64>() / f64::from(u32::try_from(figures.len()).unwrap()),
            "min" => figures.into_iter().fold(1.0, f64::min),
            "product" => figures.into_iter().product(),
            other => panic!("combine `{other}`"),
        })
    }

    /// Of what contributes to this key result.
    pub(super) fn children(&self, id: &str, measure: &Value) -> Figure {
        let members = self.linked_members(id);
        match word(measure, "roll_up", "mean") {
            "mean" => finite(roll_up(&members, |member| self.member_progress(member)).ok_or(Lack::NoData("no_members"))?),
            "min" => members
                .iter()
                .filter_map(|member| self.member_progress(member))
                .reduce(f64::min)
                .ok_or(Lack::NoData("no_members")),
            "sum" => self.through(measure, self.sum_of_readings(id)?),
            other => panic!("roll up `{other}`"),
        }
    }

    /// The readings of the children, added as they are: the weights of the links do not scale them.
    pub(super) fn sum_of_readings(&self, id: &str) -> Figure {
        let of_member = |member: &Member| member.node.reading.or(self.substitute(&member.node));
        let readings: Vec<f64> = self.linked_members(id).iter().filter_map(of_member).collect();
        if readings.is_empty() {
            Err(Lack::NoData("no_members"))
        } else {
            finite(readings.iter().sum())
        }
    }

    /// A reading as the scorecard has it: the number; true/false; the ids done; the zone; {part → reading}.
    pub(super) fn shown_reading(&self, id: &str, measure: &Value, log: &[Value]) -> Value {
        let last = |field: &str| log.iter().rev().map(|entry| &entry[field]).find(|value| !value.is_null()).cloned();
        match text(measure, "kind") {
            "zones" => last("zone").unwrap_or_default(),
            "done" => last("done").unwrap_or_default(),
            "milestones" => steps_done(log).map_or(Value::Null, |done| {
                let ids = list(measure, "steps").iter().map(|step| &step["id"]);
                ids.filter(|id| done.contains(id)).cloned().collect()
            }),
            "composite" => {
                let of_part = |(name, part): (&String, &Value)| (name.clone(), self.shown_reading(id, part, &part_log(log, name)));
                let readings: Map<String, Value> = measure["parts"].as_object().unwrap().iter().map(of_part).collect();
                let is_read = readings.values().any(|reading| !reading.is_null());
                is_read.then_some(readings).into()
            }
            "children" if measure["roll_up"] != "sum" => Value::Null,
            _ => self.numeric_reading(id, measure, log).into(),
        }
    }

    /// What a key result adds to the sum of a parent.
    pub(super) fn numeric_reading(&self, id: &str, measure: &Value, log: &[Value]) -> Option<f64> {
        match text(measure, "kind") {
            "events" => events(measure, log).ok(),
            "children" if measure["roll_up"] == "sum" => self.sum_of_readings(id).ok(),
            _ => reading(measure, log).ok(),
        }
    }
}
