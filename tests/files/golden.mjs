// Golden traces: what `sluicebox run --trace` and `--narrate` print for the programs of tests/golden,
// word for word.
//
//   node tests/files/golden.mjs [--update] [--filter TEXT]
//
// NAME.go with NAME.trace (events, one a line) and NAME.story (sentences). The same events come from
// every build (parity.mjs), so the native one is enough here. If
// a golden changes, the commit says why.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference } from "./expect.mjs";

const { values } = parseArgs({
  options: { update: { type: "boolean", default: false }, filter: { type: "string", default: "" } },
});
const binary = process.env.SLUICEBOX ?? join(repoRoot, "build/release/tools/sluicebox/sluicebox");
const folder = join(repoRoot, "tests/golden");
const FORMS = { trace: "--trace", story: "--narrate", lanes: "--timeline" };

let passed = 0;
let failed = 0;
for (const path of findPrograms(folder, values.filter)) {
  for (const [ending, option] of Object.entries(FORMS)) {
    const wantFile = path.replace(/go$/, ending);
    const child = spawnSync(binary, ["run", basename(path), option], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (values.update) writeFileSync(wantFile, child.stdout);
    const want = existsSync(wantFile) ? readFileSync(wantFile, "utf8") : null;
    if (want === child.stdout && want !== "") passed++;
    else {
      failed++;
      console.log(`FAIL ${wantFile}: ${want === null ? "is missing" : firstDifference(child.stdout, want)}`);
    }
  }
}
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
