// What one would write without okrkit: the figures of a plan by the same rules, in plain JavaScript over plain objects.
//
// It knows the measures and the profile of the plan that is measured with, and no more: `metric`, `change`, `milestones`, `done`;
// key results and contributing objectives pooled by weight, missing ones left out, pace by the ratio. What it gives is compared
// with okrkit's for every node before anything is timed.

const nine = (value) => Math.round(value * 1e9);
const clamped = (value) => (value < 0 ? 0 : value > 1 ? 1 : value);

const days = new Map();
/** A date as a number of days. */
function day(date) {
  let found = days.get(date);
  if (found === undefined) {
    found = Date.parse(date) / 86_400_000;
    days.set(date, found);
  }
  return found;
}

/** The latest value of a field up to a day; of two on a day the later in the list. */
function latest(checkIns, asOf, field) {
  let on = "";
  let value;
  for (const checkIn of checkIns) {
    if (checkIn.on >= on && checkIn.on <= asOf && checkIn[field] !== undefined) {
      on = checkIn.on;
      value = checkIn[field];
    }
  }
  return value;
}

function summed(checkIns, asOf) {
  let sum;
  for (const checkIn of checkIns) {
    if (checkIn.on <= asOf && checkIn.value !== undefined) sum = (sum ?? 0) + checkIn.value;
  }
  return sum;
}

function stepsDone(measure, checkIns, asOf) {
  const said = checkIns.filter((checkIn) => checkIn.on <= asOf && checkIn.steps_done !== undefined);
  if (said.length === 0) return undefined;
  const done = new Set(said.flatMap((checkIn) => checkIn.steps_done));
  return measure.steps.filter((step) => done.has(step.id)).map((step) => step.id);
}

/** Reading, target and progress of a key result. */
function measured({ measure, check_ins }, asOf) {
  switch (measure.kind) {
    case "metric": {
      const reading = measure.reading === "sum" ? summed(check_ins, asOf) : latest(check_ins, asOf, "value");
      const { start, target } = measure;
      return { reading, target, progress: reading === undefined ? undefined : (reading - start) / (target - start) };
    }
    case "change": {
      const reading = latest(check_ins, asOf, "value");
      const start = measure.baseline;
      const target = start * (1 + measure.percent / 100);
      return { reading, target, progress: reading === undefined ? undefined : (reading - start) / (target - start) };
    }
    case "milestones": {
      const reading = stepsDone(measure, check_ins, asOf);
      if (reading === undefined) return { reading, target: null, progress: undefined };
      const unit = Math.max(...measure.steps.map((step) => step.weight));
      let part = 0;
      let whole = 0;
      for (const step of measure.steps) {
        if (reading.includes(step.id)) part += step.weight / unit;
        whole += step.weight / unit;
      }
      return { reading, target: null, progress: part / whole };
    }
    case "done": {
      const reading = latest(check_ins, asOf, "done");
      return { reading, target: null, progress: reading === undefined ? undefined : reading ? 1 : 0 };
    }
    default:
      throw new Error(`no rule for ${measure.kind}`);
  }
}

function statusOf(progress, expected) {
  if (progress === null) return "no_data";
  if (nine(progress) >= 1e9) return "achieved";
  const ratio = expected === 0 ? (progress >= 0 ? Infinity : -Infinity) : progress / expected;
  const rounded = nine(ratio);
  return rounded >= 0.9e9 ? "on_track" : rounded >= 0.7e9 ? "behind" : "at_risk";
}

const gradeOf = (score) => Math.floor((nine(score) + 50_000_000) / 100_000_000) / 10;
const bandOf = (grade) => (grade >= 0.7 ? "green" : grade >= 0.4 ? "yellow" : "red");

/** Σ share × figure over the members that have it. */
function rolled(members, figure) {
  let weights = 0;
  for (const member of members) if (member[figure] !== null) weights += member.weight;
  if (weights === 0) return null;
  let sum = 0;
  for (const member of members) if (member[figure] !== null) sum += (member.weight / weights) * member[figure];
  return sum;
}

const NO_VERDICT = new Set(["no_data", "not_started"]);
function netConfidence(members) {
  let good = 0;
  let bad = 0;
  let n = 0;
  for (const { status } of members) {
    if (NO_VERDICT.has(status)) continue;
    n += 1;
    if (status === "on_track" || status === "achieved") good += 1;
    else if (status === "at_risk") bad += 1;
  }
  return n === 0 ? null : (good - bad) / n;
}

function node(progress, score, expected, elapsed, confidence, cycle, lastOn, asOf, reason) {
  const grade = score === null ? null : gradeOf(score);
  return {
    outcome: progress === null ? "no_data" : "value",
    reason: progress === null ? reason : null,
    progress,
    score,
    grade,
    band: grade === null ? null : bandOf(grade),
    expected,
    gap: progress === null ? null : expected - progress,
    ratio: progress === null || expected === 0 ? null : progress / expected,
    elapsed,
    status: statusOf(progress, expected),
    confidence,
    stage: "active",
    starts: cycle.starts,
    ends: cycle.ends,
    days_since_check_in: lastOn === "" ? null : day(asOf) - day(lastOn),
  };
}

/** The figures of every objective and key result. */
export function evaluate(plan, asOf) {
  const cycles = new Map(plan.cycles.map((cycle) => [cycle.id, cycle]));
  const children = new Map();
  for (const { child, parent } of plan.links) {
    const found = children.get(parent);
    if (found) found.push(child);
    else children.set(parent, [child]);
  }
  const byId = new Map(plan.objectives.map((objective) => [objective.id, objective]));
  const objectives = {};
  const key_results = {};

  const visit = (objective) => {
    const done = objectives[objective.id];
    if (done) return done;
    const cycle = cycles.get(objective.cycle);
    const elapsed = clamped((day(asOf) - day(cycle.starts)) / (day(cycle.ends) - day(cycle.starts)));
    const members = [];
    const own = [];
    let freshest = "";
    for (const keyResult of objective.key_results) {
      const { reading, target, progress: found } = measured(keyResult, asOf);
      const progress = found ?? null;
      let lastOn = "";
      for (const { on } of keyResult.check_ins) if (on <= asOf && on > lastOn) lastOn = on;
      if (lastOn > freshest) freshest = lastOn;
      const score = progress === null ? null : clamped(progress);
      const confidence = latest(keyResult.check_ins, asOf, "confidence") ?? null;
      const figures = {
        reading: reading ?? null,
        target,
        ...node(progress, score, elapsed, elapsed, confidence, cycle, lastOn, asOf, "no_check_ins"),
        share: 0,
        owner_status: null,
      };
      key_results[keyResult.id] = figures;
      own.push(figures);
      members.push(member(keyResult.weight, figures));
    }
    for (const child of children.get(objective.id) ?? []) members.push(member(1, visit(byId.get(child))));

    let weights = 0;
    for (const each of members) if (each.progress !== null) weights += each.weight;
    own.forEach((figures, at) => {
      if (members[at].progress !== null) figures.share = members[at].weight / weights;
    });
    const progress = rolled(members, "progress");
    const figures = {
      ...node(
        progress === null ? null : clamped(progress),
        rolled(members, "score"),
        rolled(members, "expected") ?? elapsed,
        elapsed,
        rolled(members, "confidence"),
        cycle,
        freshest,
        asOf,
        "no_members",
      ),
      net_confidence: netConfidence(members),
    };
    objectives[objective.id] = figures;
    return figures;
  };
  plan.objectives.forEach(visit);
  return { objectives, key_results };
}

/** What a node brings to the objective above it. */
const member = (weight, { progress, score, expected, confidence, status }) => ({
  weight,
  progress: progress === null ? null : clamped(progress),
  score,
  expected: progress === null ? null : expected,
  confidence,
  status,
});
