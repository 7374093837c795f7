export { start } from "./engine.js";
export * from "./index.js";
