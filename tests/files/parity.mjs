// The same program, parameters and seed give the same trace, byte for byte, on all builds: native, st and mt.
//
//   node tests/files/parity.mjs [--seeds N] [--engines native,st,mt] [FOLDER…]
//
// Without folders: tests/run, core/catalogue, and ../shared/listings when it is there. There is no way to
// exempt a program: everything is deterministic.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms, readProgram } from "./expect.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "2" },
    engines: { type: "string", default: "native,st,mt" },
    filter: { type: "string", default: "" },
  },
});

const folders = positionals.length
  ? positionals
  : [
      join(repoRoot, "tests/run"),
      join(repoRoot, "core/catalogue"),
      join(repoRoot, "../shared/listings"),
    ].filter(existsSync);
const engines = [];
for (const name of values.engines.split(",")) engines.push(await openEngine(name));

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

/// Where two traces begin to differ.
function difference(a, b) {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? `lengths ${a.length} and ${b.length}` : `byte ${at} (record ${Math.floor(at / 32)})`;
}

async function check(program, seed) {
  let first = null;
  for (const engine of engines) {
    const result = await engine.run(program.source, { ...program, seed, raw: true });
    const own = { ...result, raw: result.raw ?? Buffer.from(result.stderr) };
    if (first === null) first = own;
    else if (digest(own.raw) !== digest(first.raw))
      return `${engine.name} differs from ${engines[0].name} at ${difference(own.raw, first.raw)}`;
    else if (own.stdout !== first.stdout || own.status !== first.status)
      return `${engine.name} prints something else than ${engines[0].name}`;
  }
  return null;
}

let passed = 0;
let failed = 0;
for (const folder of folders) {
  for (const path of findPrograms(folder, values.filter)) {
    const program = readProgram(path);
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const problem = await check(program, seed).catch((error) => String(error.stack ?? error));
      if (problem === null) passed++;
      else {
        failed++;
        console.log(`FAIL ${path} seed ${seed}: ${problem}`);
      }
    }
  }
}
for (const engine of engines) await engine.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
