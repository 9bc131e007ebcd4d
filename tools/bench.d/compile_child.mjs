// Compiles programs one after another in one engine, as a page does, and prints how long each took until
// its first event: node compile_child.mjs ENGINE.mjs ROUNDS PROGRAM.go…
//
// The first program of a process finds nothing compiled yet, not even the engine's own machine code (cold).
// Each further round finds the library packages that earlier compiles have read and the machine code that
// the JavaScript engine has optimised by then: what an editor or a slider sees (warm).
import { readFileSync } from "node:fs";
import { openBundle } from "../../wasm/open_bundle.mjs";

const [engineFile, rounds, ...programs] = process.argv.slice(2);
const begin = performance.now();
const module = await openBundle(engineFile);
const loadMs = performance.now() - begin;
const engine = new module.Engine();

/**
 * One compile and run up to the first event, in ms: { compileMs, firstMs, cpuMs }. The last is the processor
 * time of the whole process, which other programs on the machine do not disturb.
 */
async function once(source) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  if (!engine.compile(source)) throw new Error(engine.diagnostic(0).message);
  const compiled = performance.now();
  engine.start(1, 4);
  for (;;) {
    engine.advance(1000);
    if (Atomics.load(engine.control(), 0) !== 0) break;
    if (module.engineThreaded()) await new Promise((done) => setTimeout(done, 0));
  }
  const firstMs = performance.now() - compiled;
  const used = process.cpuUsage(cpu);
  const result = { compileMs: compiled - start, firstMs, cpuMs: (used.user + used.system) / 1000 };
  engine.stop();
  return result;
}

const sources = programs.map((path) => readFileSync(path, "utf8"));
const results = programs.map(() => []);
for (let round = 0; round < Number(rounds); round++) {
  for (let i = 0; i < sources.length; i++) results[i].push(await once(sources[i]));
}
console.log(JSON.stringify({ loadMs, results }));
process.exit(0);
