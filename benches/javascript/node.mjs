// `node benches/javascript/node.mjs`, after `cargo xtask wasm`: in Node, and with `--chromium` in Chromium too.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as okrkit from "../../bindings/wasm/npm/pkg/node.js";
import { measure, told } from "./bench.mjs";

console.log(told(`Node ${process.version}`, measure(okrkit)));

if (process.argv.includes("--chromium")) {
  const { visit } = await import("../../bindings/wasm/tests/browser.mjs");
  const at = (path) => fileURLToPath(new URL(path, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "okrkit-bench-"));
  try {
    for (const name of ["bench.mjs", "plain.mjs", "plans.mjs"]) cpSync(at(name), join(folder, name));
    cpSync(at("../../bindings/wasm/npm/pkg"), join(folder, "pkg"), { recursive: true });
    writeFileSync(
      join(folder, "index.html"),
      `<!doctype html><title>bench</title><script type="module">
        import * as okrkit from "./pkg/browser.js";
        import { measure } from "./bench.mjs";
        globalThis.result = measure(okrkit);
      </script>`,
    );
    console.log(told("Chromium", await visit(folder, "index.html", { timeout: 600_000 })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
