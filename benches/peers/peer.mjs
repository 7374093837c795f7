// Plain JavaScript: objects, a Map and loops. The input and the orders are those of `peer.py`.

import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const folder = process.argv[2];
const numbers = (name) => {
  const bytes = readFileSync(`${folder}/${name}.f64`);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
};
const lines = (name) => readFileSync(`${folder}/${name}.txt`, "utf8").split("\n");

const ids = lines("objective_id");
const [start, target, reading, weight] = ["start", "target", "reading", "weight"].map(numbers);
const rows = Array.from(start, (_, at) => ({
  objective: ids[at],
  start: start[at],
  target: target[at],
  reading: Number.isNaN(reading[at]) ? null : reading[at],
  weight: weight[at],
}));
const parentLines = lines("parents");
const objectives = lines("objectives").slice(0, -1);
const parents = new Map(objectives.map((id, at) => [id, parentLines[at] || null]));

function sums() {
  const out = new Map();
  for (const row of rows) {
    if (row.reading === null) continue;
    const progress = Math.min(1, Math.max(0, (row.reading - row.start) / (row.target - row.start)));
    const sum = out.get(row.objective);
    if (sum === undefined) {
      out.set(row.objective, { weight: row.weight, weighted: row.weight * progress });
    } else {
      sum.weight += row.weight;
      sum.weighted += row.weight * progress;
    }
  }
  return out;
}

function scores() {
  const out = new Map();
  for (const [id, sum] of sums()) out.set(id, sum.weighted / sum.weight);
  return out;
}

function tree() {
  const all = sums();
  const waits = new Map();
  for (const parent of parents.values()) waits.set(parent, (waits.get(parent) ?? 0) + 1);
  const ready = objectives.filter((id) => !waits.has(id));
  const out = new Map();
  while (ready.length > 0) {
    const id = ready.pop();
    const sum = all.get(id);
    if (sum !== undefined) out.set(id, sum.weighted / sum.weight);
    const parent = parents.get(id);
    if (parent === null) continue;
    if (sum !== undefined) {
      let above = all.get(parent);
      if (above === undefined) all.set(parent, (above = { weight: 0, weighted: 0 }));
      above.weight += 1;
      above.weighted += out.get(id);
    }
    const left = waits.get(parent) - 1;
    waits.set(parent, left);
    if (left === 0) ready.push(parent);
  }
  return out;
}

const tasks = { scores, tree };
let result = new Map();
console.log("ready scores tree");
for await (const line of createInterface({ input: process.stdin })) {
  const [order, file] = line.split(" ");
  if (order === "write") {
    writeFileSync(file, new Uint8Array(Float64Array.from(objectives, (id) => result.get(id) ?? NaN).buffer));
    console.log("written");
    continue;
  }
  const before = process.hrtime.bigint();
  result = tasks[order]();
  console.log(String(process.hrtime.bigint() - before));
}
