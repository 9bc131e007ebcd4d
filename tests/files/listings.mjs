// The tutorial listings beside the repository (../shared/listings, when it is there) run unchanged and
// print what Go prints.
//
//   node tests/files/listings.mjs [--engine native|st|mt] [--folder DIR]
//
// want/NAME.exact: word for word. want/NAME.sorted: the same lines in any order, worker numbers replaced
// by N. want/NAME.varies: three samples; any
// run must look like one of them (numbers and times replaced). Listings without a want file must end
// well. Listings that wait for the outside get the
// input that ends them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { firstDifference } from "./expect.mjs";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "native" },
    folder: { type: "string", default: join(repoRoot, "../shared/listings") },
  },
});
const SEEDS = [1, 2, 3, 4, 5];
/// What the outside does to listings that wait for it.
const INPUTS = { "002_graceful_shutdown.go": ["HTTP at=1s path=/ count=3", "SIGTERM at=2s"] };

const sorted = (text) =>
  text
    .replace(/[Ww]orker \d+/g, "worker N")
    .replace(/(Request \d+) at .*/g, "$1")
    .split("\n")
    .filter((line) => line !== "")
    .sort()
    .join("\n");
const shape = (text) =>
  [
    ...new Set(
      text
        .trim()
        .split("\n")
        .map((line) => line.replace(/\d+/g, "0")),
    ),
  ].join("\n");

function problemWith(name, want, result) {
  if (result.status !== 0) return `exit status ${result.status}: ${result.stderr}`;
  if (want.exact !== undefined)
    return result.stdout === want.exact ? null : firstDifference(result.stdout, want.exact);
  if (want.sorted !== undefined) {
    const [got, wanted] = [sorted(result.stdout), sorted(want.sorted)];
    return got === wanted ? null : firstDifference(got, wanted);
  }
  if (want.varies !== undefined) {
    const samples = want.varies.split(/^--- run \d+\n/m).filter(Boolean);
    return samples.some((sample) => shape(sample) === shape(result.stdout))
      ? null
      : `unlike all samples: ${JSON.stringify(result.stdout)}`;
  }
  return result.stdout === "" ? "printed nothing" : null;
}

if (!existsSync(values.folder)) {
  console.log(`${values.folder} is not there: nothing to compare with`);
  console.log("RESULT 1 0");
  process.exit(0);
}
const engine = await openEngine(values.engine);
let passed = 0;
let failed = 0;
for (const name of readdirSync(values.folder)
  .filter((file) => file.endsWith(".go"))
  .sort()) {
  const want = {};
  for (const kind of ["exact", "sorted", "varies"]) {
    const path = join(values.folder, "want", `${basename(name, ".go")}.${kind}`);
    if (existsSync(path)) want[kind] = readFileSync(path, "utf8");
  }
  for (const seed of SEEDS) {
    const result = await engine.run(readFileSync(join(values.folder, name), "utf8"), {
      seed,
      inputs: INPUTS[name],
    });
    const problem = problemWith(name, want, result);
    if (problem === null) passed++;
    else {
      failed++;
      console.log(`FAIL ${name} seed ${seed} [${engine.name}]: ${problem}`);
    }
  }
}
await engine.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
