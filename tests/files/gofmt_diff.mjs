// Compares the formatter with the real gofmt on every Go file below the given folders: as it stands, in a
// crushed form (no indentation, blanks squeezed, which makes the formatter do all the work) and with comments
// strewn over it. Also checks that formatting the result again changes nothing, unless gofmt changes it too.
//
//   node tests/files/gofmt_diff.mjs [--show N] [--limit N] [FOLDER…]    (SLUICE_GOFMT: the real gofmt)
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference } from "./expect.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: "string", default: "20" },
    limit: { type: "string", default: "1000000" },
  },
});
const gofmt = process.env.SLUICE_GOFMT;
const sluicebox = process.env.SLUICEBOX ?? join(repoRoot, "build/release/tools/sluicebox/sluicebox");
const BATCH = 200;

const crushed = (text) =>
  text
    .split("\n")
    .map((line) => line.replace(/^[ \t]+/, "").replace(/[ \t]+/g, " "))
    .join("\n");

/// Comments at every few blanks and line ends, the same for the same text.
function commented(text) {
  let state = text.length >>> 0;
  const chance = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % n === 0;
  };
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t]/g, (blank) => (chance(25) ? `${blank}/* c */ ` : blank)))
    .map((line) => (chance(15) ? `${line} // c` : chance(30) ? `// c\n${line}` : line))
    .join("\n");
}

const variants = { "as written": (text) => text, crushed, commented };

/// Runs a formatter in place; the files it refuses are returned.
function formatAll(command, args, folder, names) {
  const refused = new Set();
  for (let i = 0; i < names.length; i += BATCH) {
    const batch = names.slice(i, i + BATCH);
    const options = { cwd: folder, maxBuffer: 1 << 28, timeout: 300_000 };
    const child = spawnSync(command, [...args, ...batch], options);
    if (child.error || child.signal) throw new Error(`${command} ${child.error ?? child.signal} ${batch}`);
    if (child.status === 0) continue;
    for (const [, name] of child.stderr.toString().matchAll(/^(?:\.\/)?(\d+\.go):/gm)) refused.add(name);
  }
  return refused;
}

const paths = [];
for (const folder of positionals.length ? positionals : [join(repoRoot, "tests/run")])
  paths.push(...findPrograms(folder));
paths.splice(Number(values.limit));

const scratch = mkdtempSync(join(tmpdir(), "sluicebox-gofmt-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const counts = { equal: 0, different: 0, refused: 0, unstable: 0, accepted: 0 };
let shown = 0;
const tell = (text) => {
  if (shown++ < Number(values.show)) console.log(text);
};

for (const variant of Object.keys(variants)) {
  const folders = {};
  for (const name of ["theirs", "ours", "again", "theirAgain"]) {
    folders[name] = join(scratch, variant.replace(" ", "-"), name);
    mkdirSync(folders[name], { recursive: true });
  }
  const names = paths.map((path, i) => {
    const text = readFileSync(path, "utf8");
    writeFileSync(join(folders.theirs, `${i}.go`), variants[variant](text));
    return `${i}.go`;
  });
  cpSync(folders.theirs, folders.ours, { recursive: true });
  const theyRefuse = formatAll(gofmt, ["-w"], folders.theirs, names);
  const weRefuse = formatAll(sluicebox, ["fmt", "-w"], folders.ours, names);
  cpSync(folders.theirs, folders.theirAgain, { recursive: true });
  cpSync(folders.ours, folders.again, { recursive: true });
  formatAll(gofmt, ["-w"], folders.theirAgain, names);
  formatAll(sluicebox, ["fmt", "-w"], folders.again, names);
  names.forEach((name, i) => {
    const where = `${paths[i]} (${variant})`;
    if (theyRefuse.has(name)) {
      if (!weRefuse.has(name)) counts.accepted++;
      return;
    }
    if (weRefuse.has(name)) {
      counts.refused++;
      return tell(`REFUSED ${where}`);
    }
    const read = (folder) => readFileSync(join(folders[folder], name), "utf8");
    const theirs = read("theirs");
    const ours = read("ours");
    const again = read("again");
    if (ours === theirs) counts.equal++;
    else {
      counts.different++;
      tell(`DIFFERENT ${where}: ${firstDifference(ours, theirs)}`);
    }
    if (again !== ours && !(ours === theirs && read("theirAgain") === again)) {
      counts.unstable++;
      tell(`UNSTABLE ${where}: ${firstDifference(again, ours)}`);
    }
  });
}
const all = counts.equal + counts.different + counts.refused;
console.log(`${counts.equal} of ${all} equal (${((100 * counts.equal) / all).toFixed(3)} %)`);
console.log(
  `${counts.different} different, ${counts.refused} refused by us alone, ` +
    `${counts.accepted} refused by gofmt alone, ${counts.unstable} unstable`,
);
const bad = counts.different + counts.refused + counts.unstable;
console.log(`RESULT ${counts.equal} ${bad}`);
process.exit(bad || !counts.equal ? 1 : 0);
