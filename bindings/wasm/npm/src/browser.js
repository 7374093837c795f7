import { start } from "./slim.js";

const place = new URL("./okrkit.wasm", import.meta.url);
// A server that does not say `application/wasm` is no reason to fail.
const whole = async () => WebAssembly.compile(await (await fetch(place)).arrayBuffer());
start(await WebAssembly.compileStreaming(fetch(place)).catch(whole));

export * from "./slim.js";
