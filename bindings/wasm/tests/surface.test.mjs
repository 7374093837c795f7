// Whatever the core offers, the package offers: a verb that is missed here would be missed by everybody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as okrkit from "../npm/pkg/node.js";
import { VERBS } from "../npm/src/verbs.js";

const { verbs } = JSON.parse(readFileSync(new URL("../../../crates/okrkit/schema/verbs-1.json", import.meta.url), "utf8"));
const BY_HAND = {
  read: okrkit.Plan.parse,
  write: okrkit.Plan.prototype.toString,
  evaluate: okrkit.Plan.prototype.evaluate,
  "plan.to_document": okrkit.Plan.prototype.toJSON,
  // The whole scorecard is what `evaluate` gives, findings and all.
  "scorecard.to_json": okrkit.Plan.prototype.evaluate,
  "scorecard.findings": okrkit.Plan.prototype.findings,
};

test("every verb of the core can be called", () => {
  const table = new Map(VERBS.map((line) => line.split(" ")).map(([verb, place]) => [verb, place]));
  const names = Object.keys(verbs).filter((verb) => verb !== "document.schemas");
  assert.ok(names.length > 60, `${names.length} verbs`);
  for (const verb of names) {
    if (BY_HAND[verb]) continue;
    const [space, name] = table.get(verb)?.split(".") ?? assert.fail(`no ${verb}`);
    const there = space === "Plan" ? okrkit.Plan.prototype[name] : space ? okrkit[space]?.[name] : okrkit[name];
    assert.equal(typeof there, "function", `${verb} as ${space}.${name}`);
  }
});

test("every method of what is worked on is in the types", () => {
  const types = readFileSync(new URL("../npm/types/index.d.ts", import.meta.url), "utf8").split("export class Live")[1];
  const methods = Object.entries(Object.getOwnPropertyDescriptors(okrkit.Live.prototype)).filter(([name, { value }]) => name !== "constructor" && value);
  assert.ok(methods.length >= 7);
  for (const [name] of methods) {
    assert.match(types, new RegExp(`^  ${name}\\(`, "m"));
  }
});

test("every method and export is in the types", () => {
  const types = readFileSync(new URL("../npm/types/index.d.ts", import.meta.url), "utf8");
  const methods = Object.getOwnPropertyNames(okrkit.Plan.prototype).filter((name) => name !== "constructor");
  assert.ok(methods.length > 40);
  for (const name of methods) assert.match(types, new RegExp(`^  ${name}\\(`, "m"));
  for (const name of Object.keys(okrkit).filter((name) => name !== "start")) {
    assert.match(types, new RegExp(`^export (class|const|function) ${name}\\b`, "m"));
  }
});
