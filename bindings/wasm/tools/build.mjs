// Makes the npm package of what the compiler left: `node tools/build.mjs`.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const npm = join(here, "../npm");
const pkg = join(npm, "pkg");
const source = (name) => join(npm, "src", name);

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });

// What every browser of the last years has; the compiler uses these too.
const FEATURES = ["bulk-memory", "mutable-globals", "nontrapping-float-to-int", "sign-ext", "reference-types", "multivalue"];
const opt = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin/wasm-opt");
execFileSync(process.execPath, [
  opt,
  ...["-Oz", "--strip-debug"],
  ...FEATURES.map((feature) => `--enable-${feature}`),
  join(npm, "glue/okrkit_bg.wasm"),
  ...["-o", join(pkg, "okrkit.wasm")],
]);

const common = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };
await build({ ...common, entryPoints: [source("slim.js")], outfile: join(pkg, "slim.js"), format: "esm" });
await build({ ...common, entryPoints: [source("slim.js")], outfile: join(pkg, "slim.cjs"), format: "cjs" });
await build({
  ...common,
  entryPoints: [source("node.js")],
  outfile: join(pkg, "node.cjs"),
  format: "cjs",
  platform: "node",
  define: { "import.meta.url": "here" },
  banner: { js: 'const here = require("node:url").pathToFileURL(__filename);' },
});
cpSync(source("browser.js"), join(pkg, "browser.js"));
// One module for `import` and `require`, so that a plan of the one is a plan of the other.
writeFileSync(join(pkg, "node.js"), 'export * from "./node.cjs";\n');

for (const name of ["index", "slim"]) {
  const types = readFileSync(join(npm, "types", `${name}.d.ts`), "utf8");
  writeFileSync(join(pkg, `${name}.d.ts`), types);
  writeFileSync(join(pkg, `${name}.d.cts`), types.replaceAll(/"\.\/(\w+)\.js"/g, '"./$1.cjs"'));
}
