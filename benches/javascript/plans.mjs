// The plan that is measured with: a tree of objectives, ten below each, with key results that are checked in week by week.

const DAYS = Array.from({ length: 90 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));

export const AS_OF = "2026-02-20";

/** A generator of whole numbers below a bound, the same for a seed on every machine. */
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** The document of a plan. */
export function plan({ objectives, keyResults, checkIns, seed = 1 }) {
  const next = drawn(seed);
  const measures = [
    () => ({ kind: "metric", start: 0, target: 100 + next(900) }),
    () => ({ kind: "metric", start: 90, target: 10 + next(50) }),
    () => ({ kind: "metric", start: 0, target: 100 + next(400), reading: "sum" }),
    () => ({ kind: "change", baseline: 50 + next(50), percent: 10 + next(30) }),
    () => ({ kind: "milestones", steps: ["a", "b", "c", "d"].map((id) => ({ id, title: id, weight: 1 + next(3) })) }),
    () => ({ kind: "done" }),
  ];
  const checkIn = (kind, on, at) => {
    const fact = { on, by: `p${next(50)}` };
    if (next(3) === 0) fact.confidence = next(11) / 10;
    if (kind === "milestones") fact.steps_done = ["a", "b", "c", "d"].slice(0, 1 + next(at + 1 < 4 ? at + 1 : 3));
    else if (kind === "done") fact.done = next(4) === 0;
    else fact.value = next(110);
    return fact;
  };
  const keyResult = (id) => {
    const measure = measures[next(measures.length)]();
    // One in twenty has not been looked at.
    const n = next(20) === 0 ? 0 : checkIns;
    return {
      id,
      title: `Key result ${id}`,
      weight: 1 + next(4),
      owners: [{ who: `p${next(50)}` }],
      measure,
      check_ins: Array.from({ length: n }, (_, at) => checkIn(measure.kind, DAYS[at * 7 + next(7)], at)),
    };
  };
  return {
    okrkit: 1,
    id: "measured",
    profile: "workfront",
    cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31", check_in_every: "week" }],
    teams: [],
    objectives: Array.from({ length: objectives }, (_, at) => ({
      id: `o${at}`,
      title: `Objective ${at}`,
      cycle: "q1",
      key_results: Array.from({ length: keyResults }, (_, within) => keyResult(`o${at}k${within}`)),
    })),
    links: Array.from({ length: objectives - 1 }, (_, at) => ({ child: `o${at + 1}`, parent: `o${Math.floor(at / 10)}` })),
  };
}

/** The objective of a key result and all above it, from the lowest up. */
export function ancestors(keyResult) {
  let at = Number(/^o(\d+)k/.exec(keyResult)[1]);
  const found = [`o${at}`];
  while (at > 0) {
    at = Math.floor((at - 1) / 10);
    found.push(`o${at}`);
  }
  return found;
}
