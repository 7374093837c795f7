// Runs files of conformance cases: a line for each case that fails, then `N passed, N failed`.

import { readFileSync } from "node:fs";
import * as okrkit from "../npm/pkg/node.js";
import { run } from "./cases.mjs";

const files = process.argv.slice(2);
if (files.length === 0) console.error("no file to run");
let passed = 0;
let failed = 0;
for (const file of files) {
  let report;
  try {
    report = run(okrkit, readFileSync(file, "utf8"));
  } catch (error) {
    report = { passed: 0, failures: [["the file", error.message]] };
  }
  for (const [name, why] of report.failures) console.log(`FAILED ${file}: ${name}: ${why}`);
  passed += report.passed;
  failed += report.failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
