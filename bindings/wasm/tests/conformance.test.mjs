// The conformance cases in a page. In Node `conformance.mjs` runs them.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { visit } from "./browser.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

test("a page passes all conformance cases", async () => {
  const vectors = readdirSync(at("../../../crates/okrkit-testing/vectors")).sort();
  const folder = mkdtempSync(join(tmpdir(), "okrkit-cases-"));
  try {
    cpSync(at("../npm/pkg"), join(folder, "pkg"), { recursive: true });
    cpSync(at("../../../crates/okrkit-testing/vectors"), join(folder, "vectors"), { recursive: true });
    cpSync(at("cases.mjs"), join(folder, "cases.mjs"));
    writeFileSync(
      join(folder, "index.html"),
      `<!doctype html><title>cases</title><script type="module">
        import * as okrkit from "./pkg/browser.js";
        import { run } from "./cases.mjs";
        const reports = [];
        for (const name of ${JSON.stringify(vectors)}) reports.push([name, run(okrkit, await (await fetch("vectors/" + name)).text())]);
        globalThis.result = reports;
      </script>`,
    );
    const reports = await visit(folder, "index.html");
    assert.deepEqual(reports.flatMap(([name, { failures }]) => failures.map((failure) => [name, ...failure])), []);
    assert.equal(reports.length, vectors.length);
    for (const [name, { passed }] of reports) assert.ok(passed > 0, `${name} has no cases`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
