// Runs one program built by Go for js/wasm and prints how long it ran: node go_wasm_child.mjs
// WASM_EXEC_JS PROGRAM.wasm ARGS…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { webcrypto } from "node:crypto";
import fs from "node:fs";
import util from "node:util";

globalThis.require = createRequire(import.meta.url);
globalThis.fs = fs;
globalThis.TextEncoder = util.TextEncoder;
globalThis.TextDecoder = util.TextDecoder;
globalThis.crypto ??= webcrypto;
const [wasmExec, program, ...args] = process.argv.slice(2);
globalThis.require(wasmExec);
const go = new globalThis.Go();
go.argv = [program, ...args];
go.env = {};
const { instance } = await WebAssembly.instantiate(readFileSync(program), go.importObject);
const start = performance.now();
await go.run(instance);
console.log(
  JSON.stringify({ ms: performance.now() - start, bytes: instance.exports.mem?.buffer.byteLength ?? 0 }),
);
