import { readFileSync } from "node:fs";
import { start } from "./slim.js";

start(readFileSync(new URL("./okrkit.wasm", import.meta.url)));

export * from "./slim.js";
