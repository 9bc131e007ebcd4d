// Runs one program built by Go for js/wasm and prints how long it ran: node go_wasm_child.mjs
// WASM_EXEC_JS PROGRAM.wasm ARGS…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { webcrypto } from "node:crypto";
import fs from "node:fs";
import util from "node:util";
import { cpuSince, threadTimes } from "./thread_time.mjs";

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
const cpuStart = threadTimes();
await go.run(instance);
const ms = performance.now() - start;
const cpuMs = cpuSince(cpuStart, true);
console.log(JSON.stringify({ ms, cpuMs, bytes: instance.exports.mem?.buffer.byteLength ?? 0 }));
