// Differential testing: runs a folder of programs under real Go and under Sluicebox and compares what
// they print and how they end.
//
//   tools/go-diff [--engine native|st|mt] [--filter TEXT] [--show] [--record] [FOLDER…]      (default
//   folder: tests/run)
//
// What is compared follows the program's `//test:` lines (expect.mjs). A program that has several legal
// outcomes (`-- or --` in its .want file, or order=any) passes when both outcomes are legal. Programs that do
// not compile are compared by the compiler's messages. real_go.mjs says when a difference counts. --record
// only runs real Go and writes its outcome as the .want file of programs that have none.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import {
  findPrograms,
  firstDifference,
  normalise,
  outcomeText,
  readProgram,
  readWant,
  writeWant,
} from "./expect.mjs";
import { RealGo } from "./real_go.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "native" },
    filter: { type: "string", default: "" },
    show: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

const realGo = new RealGo();
const engine = values.record ? null : await openEngine(values.engine);

/** What is wrong with real Go's outcome, given ours; "" when they agree. */
function problemOf(program, real, ours) {
  if (values.show) console.log(`--- ${program.path}\nreal: ${real}ours: ${ours}`);
  if (real === ours) return "";
  const legal = readWant(program)?.map((text) => normalise(program, text)) ?? [];
  if (legal.includes(real) && legal.includes(ours)) return "";
  if (legal.length > 1 && !legal.includes(real))
    return `real Go's outcome is not among the legal ones: ${firstDifference(real, legal[0])}`;
  return `differs from real Go: ${firstDifference(ours, real)}`;
}

async function compare(path) {
  const program = readProgram(path);
  if (program.go === "no") return "left out";
  const inWords = (outcome) => normalise(program, outcomeText(outcome));
  if (engine) {
    const ours = inWords(await engine.run(program.source, program));
    return realGo.compare(program, (real) => problemOf(program, inWords(real), ours));
  }
  return realGo.compare(program, (real) => {
    if (readWant(program) === null) writeWant(program, [inWords(real)]);
    return "";
  });
}

let passed = 0;
let failed = 0;
let left = 0;
const paths = (positionals.length ? positionals : [join(repoRoot, "tests/run")]).flatMap((f) =>
  findPrograms(f, values.filter),
);
async function worker() {
  for (let path = paths.shift(); path; path = paths.shift()) {
    const problem = await compare(path).catch((error) => String(error.stack ?? error));
    if (problem === "") passed++;
    else if (problem === "left out") left++;
    else {
      failed++;
      console.log(`FAIL ${path}: ${problem}`);
    }
  }
}
await Promise.all([worker(), worker()]);
await engine?.close();
realGo.close();
if (left) console.log(`${left} programs are not comparable with real Go (//test: go=no)`);
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
