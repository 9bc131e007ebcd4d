// Every program of the catalogue under real Go, unchanged: `go vet` has nothing to say, and what the program
// prints and its exit status are what Sluicebox gives.
//
//   node tests/files/catalogue_go.mjs [--engine native|st|mt] [--filter TEXT]
//
// - A program whose output depends on the seed here may print its lines in any order there: then the lines
//   are compared as a set. All others must print the same, to the byte.
// - Signals and other inputs of the world are left out on both sides: nobody sends them to the real program.
// - The programs sleep for real, and a busy machine may be late by more than a lesson's margin. So a
//   difference counts when it shows ATTEMPTS times. A real outcome that agreed is kept in build/go-results,
//   by the text of the program, and compared again with ours each time.
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference } from "./expect.mjs";

const ATTEMPTS = 3;
const SEEDS = 5;
/** Longer than any program of the catalogue takes; who is still there then hangs. */
const HANG_MS = 60_000;

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "native" },
    filter: { type: "string", default: "" },
  },
});
const kept = join(repoRoot, "build/go-results");
mkdirSync(kept, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "sluicebox-catalogue-go-"));

/** Runs a command and returns what it printed and how it ended. */
const outcomeOf = (file, args) =>
  new Promise((resolve) => {
    execFile(file, args, { timeout: HANG_MS, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error ? (error.code ?? error.signal) : 0 });
    });
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
const tools = join(repoRoot, "tools/go");

async function check(path) {
  const source = readFileSync(path, "utf8").replace(/^\/\/sluice:input .*$/gm, "//");
  const ours = [];
  for (let seed = 1; seed <= SEEDS; seed++) ours.push(await engine.run(source, { seed }));

  const key = createHash("sha256").update("catalogue").update(source).digest("hex");
  const file = join(kept, `${key}.json`);
  if (existsSync(file)) return problemOf(JSON.parse(readFileSync(file, "utf8")), ours);

  const vet = await outcomeOf(tools, ["vet", path]);
  if (vet.status !== 0) return `go vet: ${vet.stderr}`;
  const binary = join(scratch, basename(path, ".go"));
  const build = await outcomeOf(tools, ["build", "-o", binary, path]);
  if (build.status !== 0) return `go build: ${build.stderr}`;
  let problem = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const real = await outcomeOf(binary, []);
    problem = problemOf(real, ours);
    if (problem !== "") continue;
    writeFileSync(file, JSON.stringify(real));
    break;
  }
  rmSync(binary, { force: true });
  return problem;
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
rmSync(scratch, { recursive: true, force: true });
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
