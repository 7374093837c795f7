// Scorecards cross as numbers. They must be to the letter what the core writes.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as engine from "../../npm/src/engine.js";
import { scorecard } from "../../npm/src/scorecard.js";

engine.start(readFileSync(new URL("../../npm/pkg/okrkit.wasm", import.meta.url)));
const vectors = new URL("../../../../crates/okrkit-testing/vectors/", import.meta.url);

test("every scorecard of the conformance cases is as the core writes it", () => {
  let n = 0;
  for (const file of readdirSync(vectors)) {
    for (const { plan, profile, as_of, error } of JSON.parse(readFileSync(new URL(file, vectors), "utf8")).cases) {
      if (error || !plan) continue;
      const kept = engine.read(JSON.stringify(plan));
      const text = JSON.stringify({ as_of, profile });
      const [wanted, found] = [engine.callCard("scorecard.to_json", engine.card(kept, text), "").json, scorecard(...engine.whole(kept, text))];
      assert.equal(JSON.stringify(found), JSON.stringify(wanted));
      n += 1;
    }
  }
  assert.ok(n > 100, `${n} scorecards`);
});

test("a node may be called like what every object has", () => {
  const key_results = [{ id: "toString", title: "t", measure: { kind: "done" } }];
  const objectives = [{ id: "__proto__", title: "t", cycle: "c", key_results }];
  const kept = engine.read(JSON.stringify({ okrkit: 1, id: "p", cycles: [{ id: "c", starts: "2026-01-01", ends: "2026-03-31" }], objectives }));
  const card = scorecard(...engine.whole(kept, JSON.stringify({ as_of: "2026-02-01" })));
  assert.ok(Object.hasOwn(card.objectives, "__proto__"));
  assert.equal(card.key_results.toString.status, "no_data");
});
