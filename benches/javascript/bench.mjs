// okrkit beside the same rules in plain JavaScript, on one plan: in Node and in a page alike.

import { evaluate } from "./plain.mjs";
import { AS_OF, ancestors, plan } from "./plans.mjs";

/** Fails where the two differ in any figure of any node. */
export function agree(okrkit, document) {
  const [plain, card] = [evaluate(document, AS_OF), okrkit.Plan.parse(document).evaluate({ asOf: AS_OF })];
  let n = 0;
  for (const kind of ["objectives", "key_results"]) {
    for (const [id, figures] of Object.entries(card[kind])) {
      const other = plain[kind][id];
      const names = new Set([...Object.keys(figures), ...Object.keys(other)]);
      for (const name of names) {
        const [a, b] = [figures[name], other[name]];
        const same = typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : JSON.stringify(a) === JSON.stringify(b);
        if (!same) throw new Error(`${id} ${name}: okrkit ${JSON.stringify(a)}, plain ${JSON.stringify(b)}`);
        n += 1;
      }
    }
  }
  return n;
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Medians of runs that take turns, in milliseconds. */
function interleaved(tasks, rounds) {
  const times = new Map(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task(round);
      // The first two only warm up.
      if (round >= 0) times.get(name).push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, each]) => [name, median(each)]));
}

/** So that nothing that is read is optimized away. */
let sink = 0;
const readAll = ({ objectives, key_results }) => {
  for (const id in objectives) sink += objectives[id].score ?? 0;
  for (const id in key_results) sink += key_results[id].score ?? 0;
};

/** All that is measured. */
export function measure(okrkit, { objectives = 1000, keyResults = 5, checkIns = 6, rounds = 31 } = {}) {
  for (let seed = 1; seed <= 20; seed += 1) agree(okrkit, plan({ objectives: 40, keyResults: 5, checkIns, seed }));
  const document = plan({ objectives, keyResults, checkIns });
  const n_compared = agree(okrkit, document);
  const text = JSON.stringify(document);
  const options = { asOf: AS_OF };
  const leaf = `o${objectives - 1}k0`;
  const line = ancestors(leaf);
  document.objectives[objectives - 1].key_results[0].measure = { kind: "metric", start: 0, target: 1000 };
  const plain = JSON.parse(JSON.stringify(document));
  let kept = okrkit.Plan.parse(document);
  const live = kept.live(options);
  const checkIn = (round) => ({ on: "2026-02-19", value: 100 + (round % 800) });

  const tasks = {
    "a: check-in and ancestors, plain, evaluated again": (round) => {
      plain.objectives[objectives - 1].key_results[0].check_ins.push(checkIn(round));
      const card = evaluate(plain, AS_OF);
      for (const id of line) sink += card.objectives[id].score;
    },
    "a: check-in and ancestors, okrkit, evaluated again": (round) => {
      kept = kept.checkIn(leaf, checkIn(round));
      const scores = kept.objectiveScores({ ...options, objectives: line });
      for (const id of line) sink += scores[id].score;
    },
    "a: check-in and ancestors, okrkit, live": (round) => {
      const { objectives } = live.checkIn(leaf, checkIn(round));
      for (const id in objectives) sink += objectives[id].score;
    },
    "b: full evaluation, plain": () => readAll(evaluate(plain, AS_OF)),
    // Another `known` each time, so that no scorecard of before is found.
    "b: full evaluation, okrkit": () => readAll(kept.evaluate({ ...options, profile: fresh() })),
    "b: one figure of a full evaluation, okrkit": () => (sink += kept.total({ ...options, profile: fresh() }).n),
    "c: parse, plain JSON.parse that checks nothing": () => (sink += JSON.parse(text).objectives.length),
    "c: parse, okrkit, every problem checked": () => okrkit.Plan.parse(text).dispose(),
  };
  const times = interleaved(tasks, rounds);
  return { n_compared, bytes: text.length, times, sink };
}

let n_profiles = 0;
/** A profile that was not seen before and says what the plan's own says. */
const fresh = () => ({ okrkit_profile: 1, id: `p${(n_profiles += 1)}`, extends: "workfront" });

/** The measurements as lines to read, with what each is of its plain peer. */
export function told(where, { n_compared, bytes, times }) {
  const lines = [`${where}: ${n_compared} figures agree; the document has ${(bytes / 1e6).toFixed(2)} MB; medians`];
  const first = {};
  for (const [name, time] of Object.entries(times)) {
    const peer = (first[name[0]] ??= time);
    lines.push(`  ${time.toFixed(3).padStart(9)} ms  ${(peer / time).toFixed(2).padStart(8)} × as fast as plain   ${name}`);
  }
  return lines.join("\n");
}
