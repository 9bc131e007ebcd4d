// Memory of the single-threaded bundle over many compiles and runs: two hundred in one engine, then fifty
// engines made and deleted, must not make it grow once the first few have been through.
//
//   node tests/files/cycles.mjs [BUNDLE]
import { join } from "node:path";
import { openBundle } from "../../wasm/open_bundle.mjs";
import { repoRoot } from "./engines.mjs";

const bundle = process.argv[2] ?? join(repoRoot, "build/wasm-st/wasm/engine-st.mjs");
const module = await openBundle(bundle);
const FINISHED = 4;
const TAIL = 1;
const WARM = 20;

/// Programs that end in every way there is; `n` makes each text a new one.
const programs = [
  (n) => `package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello", ${n}) }\n`,
  (n) =>
    "package main\n\nfunc main() {\n\tc := make(chan int)\n" +
    "\tfor i := range 200 {\n\t\tgo func() { c <- i }()\n\t}\n" +
    `\tfor range 200 {\n\t\t<-c\n\t}\n\tprintln(${n})\n}\n`,
  (n) =>
    `package main\n\nfunc main() {\n\tvar all [][]int\n\tfor i := range ${n} + 2000 {\n` +
    `\t\tall = append(all, make([]int, 100), []int{i})\n\t}\n\tprintln(len(all))\n}\n`,
  () => `package main\n\nfunc main() {\n\tvar m map[string]int\n\tm["x"] = 1\n}\n`,
  () => `package main\n\nfunc main() {\n\tselect {}\n}\n`,
  (n) => `package main\n\nfunc main() { undefined${n}() }\n`,
];

function cycle(engine, n) {
  if (!engine.compile(programs[n % programs.length](n))) return;
  engine.start(n + 1, 0);
  for (;;) {
    const state = engine.advance(1_000_000);
    const control = engine.control();
    Atomics.store(control, TAIL, Atomics.load(control, 0));
    if (state === FINISHED) return;
  }
}
const memory = (engine) => engine.control().buffer.byteLength;

let failed = 0;
const expect = (what, before, after) => {
  console.log(`${what}: ${before >> 10} KiB, then ${after >> 10} KiB`);
  if (after > before) failed++;
};
let engine = new module.Engine();
for (let n = 0; n < WARM; n++) cycle(engine, n);
const warm = memory(engine);
for (let n = WARM; n < 200; n++) cycle(engine, n);
expect("200 cycles in one engine", warm, memory(engine));
for (let n = 0; n < 50; n++) {
  engine.delete();
  engine = new module.Engine();
  cycle(engine, n);
}
expect("50 engines made and deleted", warm, memory(engine));
engine.delete();
console.log(`RESULT ${2 - failed} ${failed}`);
process.exit(failed ? 1 : 0);
