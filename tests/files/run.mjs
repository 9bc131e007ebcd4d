// Runs the programs of tests/run (or other folders) on one build and compares their outcomes with the
// .want files.
//
//   node tests/files/run.mjs [--engine native|st|mt] [--update] [--filter TEXT] [--no-sweep] [--gc-stress]
// [FOLDER…]
import { parseArgs } from "node:util";
import { join } from "node:path";
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "native" },
    update: { type: "boolean", default: false },
    "gc-stress": { type: "boolean", default: false },
    "no-sweep": { type: "boolean", default: false },
    filter: { type: "string", default: "" },
  },
});

const engine = await openEngine(values.engine);

async function outcomeOf(program, seed) {
  const result = await engine.run(program.source, { ...program, seed, gcStress: values["gc-stress"] });
  return normalise(program, outcomeText(result));
}

/// null when all is well, otherwise what is wrong.
async function check(program) {
  const sweep = program.seeds > 0 && !values["no-sweep"];
  const seen = new Set();
  for (const seed of sweep ? Array.from({ length: program.seeds }, (_, i) => i + 1) : [program.seed])
    seen.add(await outcomeOf(program, seed));
  if (values.update) {
    writeWant(program, [...seen].sort());
    return null;
  }
  const want = readWant(program)?.map((text) => normalise(program, text));
  if (!want) return "has no .want file";
  for (const outcome of seen)
    if (!want.includes(outcome))
      return (want.length > 1 ? "not legal; first: " : "") + firstDifference(outcome, want[0]);
  if (sweep && seen.size < program.reach)
    return `reached ${seen.size} outcomes with ${program.seeds} seeds, wants ${program.reach}`;
  return null;
}

let passed = 0;
let failed = 0;
for (const folder of positionals.length ? positionals : [join(repoRoot, "tests/run")]) {
  for (const path of findPrograms(folder, values.filter)) {
    let problem;
    try {
      problem = await check(readProgram(path));
    } catch (error) {
      problem = String(error.stack ?? error);
    }
    if (problem === null) passed++;
    else {
      failed++;
      console.log(`FAIL ${path} [${engine.name}]: ${problem}`);
    }
  }
}
await engine.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
