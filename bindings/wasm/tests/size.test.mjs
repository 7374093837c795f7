// What a page loads, counted as it travels: gzipped. The limits are in size.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const limits = JSON.parse(readFileSync(new URL("../size.json", import.meta.url), "utf8"));

test("the package is no larger than its limits", (t) => {
  assert.ok(Object.keys(limits).length > 0);
  for (const [name, limit] of Object.entries(limits)) {
    const size = gzipSync(readFileSync(new URL(`../npm/pkg/${name}`, import.meta.url)), { level: 9 }).length;
    t.diagnostic(`${name}: ${size} of ${limit} bytes`);
    assert.ok(size <= limit, `${name} has ${size} bytes gzipped, ${limit} are allowed`);
  }
});
