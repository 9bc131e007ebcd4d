// Every program of the catalogue under real Go, unchanged: `go vet` has nothing to say, and what the program
// prints and its exit status are what Sluicebox gives.
//
//   node tests/files/catalogue_go.mjs [--engine native|st|mt] [--filter TEXT]
//
// - A program whose output depends on the seed here may print its lines in any order there: then the lines
//   are compared as a set. All others must print the same, to the byte.
// - Signals and other inputs of the world are left out on both sides: nobody sends them to the real program.
// - real_go.mjs says when a difference counts.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference } from "./expect.mjs";
import { RealGo } from "./real_go.mjs";

const SEEDS = 5;
const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "native" },
    filter: { type: "string", default: "" },
  },
});
const sortedLines = (text) => text.split("\n").sort().join("\n");
const inWords = ({ stdout, status }) => `${stdout}exit status ${status}\n`;

/** What is wrong with real Go's outcome, given ours for several seeds; "" when they agree. */
function problemOf(real, ours) {
  const outcomes = ours.map(inWords);
  if (outcomes.includes(inWords(real))) return "";
  const isOrderFree = new Set(outcomes).size > 1;
  if (isOrderFree && outcomes.map(sortedLines).includes(sortedLines(inWords(real)))) return "";
  return `differs from real Go: ${firstDifference(outcomes[0], inWords(real))}`;
}

const engine = await openEngine(values.engine);
const realGo = new RealGo();

async function check(path) {
  const said = await realGo.vet(path);
  if (said !== "") return said;
  const source = readFileSync(path, "utf8").replace(/^\/\/sluice:input .*$/gm, "//");
  const ours = [];
  for (let seed = 1; seed <= SEEDS; seed++) ours.push(await engine.run(source, { seed }));
  return realGo.compare({ source }, (real) => problemOf(real, ours));
}

let passed = 0;
let failed = 0;
const paths = findPrograms(join(repoRoot, "core/catalogue"), values.filter);
async function worker() {
  for (let path = paths.shift(); path; path = paths.shift()) {
    const problem = await check(path);
    if (problem === "") passed++;
    else {
      failed++;
      console.log(`FAIL ${basename(path)}: ${problem}`);
    }
  }
}
await Promise.all([worker(), worker()]);
await engine.close();
realGo.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
