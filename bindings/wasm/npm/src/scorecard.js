// A scorecard made of a row of numbers. The order of the fields is that of `src/figures.rs`.

import { frozen } from "./engine.js";

/** The scorecard of the figures of all nodes, the rest, and the ids of the plan. Frozen as a whole. */
export function scorecard(figures, rest, order) {
  const { plan, profile, as_of, words, more, groups, total, findings } = rest;
  let at = 0;
  let place = 0;
  const number = () => {
    const value = figures[at++];
    return value === value ? value : null;
  };
  const word = () => {
    const value = figures[at++];
    return value === value ? words[value] : null;
  };
  const put = (nodes, id, node) => {
    const whole = Object.freeze(place in more ? withMore(node, more[place]) : node);
    place += 1;
    if (id === "__proto__") Object.defineProperty(nodes, id, { value: whole, enumerable: true });
    else nodes[id] = whole;
  };
  // Written out twice: a spread of what the two have in common takes twice as long, and gives objects that are slower to read.
  const objectives = {};
  for (const id of order.objectives) {
    put(objectives, id, {
      outcome: word(),
      reason: word(),
      progress: number(),
      score: number(),
      grade: number(),
      band: word(),
      expected: number(),
      gap: number(),
      ratio: number(),
      elapsed: number(),
      status: word(),
      confidence: number(),
      stage: word(),
      starts: word(),
      ends: word(),
      days_since_check_in: number(),
      net_confidence: number(),
    });
  }
  const key_results = {};
  for (const id of order.key_results) {
    put(key_results, id, {
      reading: number(),
      target: number(),
      outcome: word(),
      reason: word(),
      progress: number(),
      score: number(),
      grade: number(),
      band: word(),
      expected: number(),
      gap: number(),
      ratio: number(),
      elapsed: number(),
      status: word(),
      confidence: number(),
      stage: word(),
      starts: word(),
      ends: word(),
      days_since_check_in: number(),
      share: number(),
      owner_status: word(),
    });
  }
  // The nodes are frozen already, and thousands: only what holds them is.
  Object.freeze(objectives);
  Object.freeze(key_results);
  return Object.freeze({
    okrkit_scorecard: 1,
    plan,
    profile,
    as_of: frozen(as_of),
    order: frozen(order),
    objectives,
    key_results,
    groups: frozen({ ...Object.fromEntries(groups), total }),
    total,
    findings: frozen(findings),
  });
}

/** A node with what only some have, each where it belongs. */
function withMore(node, { reading, computed_score, original, guardrails }) {
  if (reading !== undefined) node.reading = reading;
  if (computed_score !== undefined) {
    const fields = Object.entries(node);
    fields.splice(fields.findIndex(([name]) => name === "score") + 1, 0, ["computed_score", computed_score[0]]);
    node = Object.fromEntries(fields);
  }
  if (original !== undefined) {
    const [target, progress, score] = original;
    node.original = { progress, score, target };
  }
  if (guardrails !== undefined) node.guardrails = guardrails;
  return node;
}
