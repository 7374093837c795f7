// With the feature `panic` of the binding, a verb behind `panic:` runs to its end, keeps its answer, and panics.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as engine from "../../npm/src/engine.js";
import { Plan } from "../../npm/src/index.js";
import { n_kept } from "../../npm/glue/okrkit.js";
import { asOf, spring } from "../plans.mjs";

engine.start(readFileSync(new URL("../../npm/pkg/okrkit.wasm", import.meta.url)));

const EDITS = JSON.stringify({ edits: [{ kind: "check_in", key_result: "revenue", check_in: { on: "2026-02-19", value: 300000 } }] });

/** Panics in the middle of applying edits to a plan like the tests'. */
function panic() {
  const kept = engine.read(JSON.stringify(spring()));
  assert.throws(
    () => engine.call("panic:plan.apply", [kept], EDITS),
    (error) => error instanceof engine.OkrError && error.issues[0].code === "engine.stopped" && error.cause instanceof WebAssembly.RuntimeError,
  );
  return kept;
}

test("a panic is an error like any other, and the plan is as it was", () => {
  const kept = panic();
  assert.equal(engine.write(kept), Plan.parse(spring()).toString());
  assert.ok(engine.call("plan.apply", [kept], EDITS).plan, "and can be edited");
});

test("plans of before a panic are used on, edited ones and merged ones too", () => {
  const base = Plan.parse(spring());
  const edited = base.checkIn("revenue", { on: "2026-02-19", value: 300000 });
  const merged = base.merge(edited, base.checkIn("deals", { on: "2026-02-19", value: 11 })).plan;
  const wanted = [base, edited, merged].map((plan) => JSON.stringify([plan, plan.evaluate({ asOf })]));
  panic();
  panic();
  assert.deepEqual([merged, base, edited].map((plan) => JSON.stringify([plan, plan.evaluate({ asOf })])), [wanted[2], wanted[0], wanted[1]]);
});

test("a plan with a long history of edits is made again", () => {
  let plan = Plan.parse(spring());
  for (let at = 0; at < 1000; at += 1) plan = plan.checkIn("deals", { on: "2026-02-19", value: 1 });
  panic();
  assert.equal(plan.evaluate({ asOf }).key_results.deals.reading, 1014);
});

test("nobody has to free anything", async () => {
  panic(); // starts from nothing
  for (let at = 0; at < 5000; at += 1) Plan.parse(spring()).evaluate({ asOf });
  const most = n_kept();
  assert.ok(most > 0);
  for (let tries = 0; tries < 50 && n_kept() > 10; tries += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok(n_kept() <= 10, `${n_kept()} of ${most} are still kept`);
});

test("what is disposed of is gone at once", () => {
  panic();
  const plan = Plan.parse(spring());
  plan.evaluate({ asOf });
  assert.equal(n_kept(), 2, "a plan and its scorecard");
  plan[Symbol.dispose]();
  assert.equal(n_kept(), 0);
});

test("what is worked on goes on after a panic", () => {
  const live = Plan.parse(spring()).live({ asOf });
  live.checkIn("deals", { on: "2026-02-19", value: 11 });
  panic();
  const { key_results, objectives } = live.checkIn("revenue", { on: "2026-02-19", value: 300000 });
  assert.deepEqual(Object.keys(key_results), ["revenue"]);
  // 0.75 × 0.6 + 0.25 × 0.5
  assert.ok(Math.abs(objectives.grow.score - 0.575) < 1e-9, `${objectives.grow.score}`);
});
