export * from "./index.js";

/**
 * Starts the engine on the module of `okrkit/okrkit.wasm`, or on its bytes. Before that nothing else can be called; a second
 * start changes nothing.
 */
export function start(module: WebAssembly.Module | ArrayBuffer | Uint8Array): void;
