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

  const common = (node) => {
    node.outcome = word();
    node.reason = word();
    node.progress = number();
    node.score = number();
    const is_manual = figures[at++];
    const computed = number();
    if (is_manual) node.computed_score = computed;
    node.grade = number();
    node.band = word();
    node.expected = number();
    node.gap = number();
    node.ratio = number();
    node.elapsed = number();
    node.status = word();
    node.confidence = number();
    node.stage = word();
    node.starts = word();
    node.ends = word();
    node.days_since_check_in = number();
  };
  const objectives = {};
  for (const id of order.objectives) {
    const node = {};
    common(node);
    node.net_confidence = number();
    const its = more[place++];
    if (its) node.guardrails = its.guardrails;
    put(objectives, id, Object.freeze(node));
  }
  const key_results = {};
  for (const id of order.key_results) {
    const its = more[place++];
    const reading = number();
    const node = { reading: its?.reading ?? reading, target: number() };
    common(node);
    node.share = number();
    node.owner_status = word();
    if (its?.original) {
      const [target, progress, score] = its.original;
      node.original = { progress, score, target };
    }
    put(key_results, id, Object.freeze(node));
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

/** Puts a member, whatever it is called. */
function put(object, name, value) {
  if (name === "__proto__") Object.defineProperty(object, name, { value, enumerable: true });
  else object[name] = value;
}
