// Runs one program on a WebAssembly bundle, reading its events as the page does, and prints how long it ran:
// node engine_child.mjs ENGINE.mjs PROGRAM.go ARGS…. Without ARGS it stops at the first event.
import { readFileSync } from "node:fs";
import { openBundle } from "../../wasm/open_bundle.mjs";
import { cpuSince, threadTimes } from "./thread_time.mjs";

const [engineFile, program, ...args] = process.argv.slice(2);
const module = await openBundle(engineFile);
const engine = new module.Engine();
engine.setArguments(args.join("\n"));
const compileStart = performance.now();
if (!engine.compile(readFileSync(program, "utf8"))) throw new Error(engine.diagnostic(0).message);
const compileMs = performance.now() - compileStart;
engine.setLimit("events", 1e12);
const start = performance.now();
const cpuStart = threadTimes();
engine.start(1, 4);
const FINISHED = 4;
let events = 0;
let firstMs = 0;
for (;;) {
  const state = engine.advance(20_000_000);
  const control = engine.control();
  const head = Atomics.load(control, 0);
  events += (head - control[1]) >>> 0;
  if (events && !firstMs) firstMs = performance.now() - start;
  Atomics.store(control, 1, head);
  if (state === FINISHED || (events && !args.length)) break;
  if (module.engineThreaded()) await new Promise((done) => setTimeout(done, 0));
}
const ms = performance.now() - start;
const cpuMs = cpuSince(cpuStart, !module.engineThreaded());
const outcome = args.length ? engine.outcome() : undefined;
if (args.length && outcome.kind !== "done") throw new Error(`${outcome.kind}: ${outcome.message}`);
const bytes = (module.HEAPU8 ?? engine.ring()).buffer.byteLength;
console.log(JSON.stringify({ ms, cpuMs, compileMs, firstMs, events, bytes }));
process.exit(0);
