// A scorecard made of a row of numbers. The order of the fields is that of `src/figures.rs`.

/** The scorecard of the figures of all nodes, the rest, and the ids of the plan. */
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

  const objectives = {};
  for (const id of order.objectives) {
    const node = {
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
    };
    put(objectives, id, Object.freeze(place in more ? withMore(node, more[place]) : node));
    place += 1;
  }
  const key_results = {};
  for (const id of order.key_results) {
    const node = {
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
    };
    put(key_results, id, Object.freeze(place in more ? withMore(node, more[place]) : node));
    place += 1;
  }
  return {
    okrkit_scorecard: 1,
    plan,
    profile,
    as_of,
    order,
    objectives,
    key_results,
    groups: { ...Object.fromEntries(groups), total },
    total,
    findings,
  };
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

/** Puts a member, whatever it is called. */
function put(object, name, value) {
  if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true });
  else object[name] = value;
}
