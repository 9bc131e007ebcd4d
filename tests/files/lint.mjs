// `sluicebox lint`: what it prints for the programs of tests/lint, word for word (NAME.lint beside
// NAME.go); that every experiment of the catalogue holds; and that the WebAssembly bundles judge as the
// native build does.
//
//   node tests/files/lint.mjs [--engine st|mt] [--update] [--filter TEXT]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference } from "./expect.mjs";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "" },
    update: { type: "boolean", default: false },
    filter: { type: "string", default: "" },
  },
});
const binary = process.env.SLUICEBOX ?? join(repoRoot, "build/release/tools/sluicebox/sluicebox");
const lint = (path, ...options) =>
  spawnSync(binary, ["lint", ...options, basename(path)], {
    cwd: dirname(path),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

let passed = 0;
let failed = 0;
const result = (path, problem) => {
  if (problem === "") passed++;
  else {
    failed++;
    console.log(`FAIL ${relative(repoRoot, path)}: ${problem}`);
  }
};

/** The wanted file holds the output and, on its last line, the exit status. */
function checkWanted(path) {
  const wantFile = path.replace(/(go|md)$/, "lint");
  const child = lint(path);
  const got = `${child.stdout}exit status ${child.status}\n`;
  if (values.update) writeFileSync(wantFile, got);
  const want = existsSync(wantFile) ? readFileSync(wantFile, "utf8") : "";
  result(path, got === want ? "" : firstDifference(got, want));
}

function checkHolds(path) {
  const child = lint(path, "--quiet");
  result(path, child.status === 0 ? "" : child.stdout + child.stderr);
}

/** The bundle's reports against the native ones, byte for byte. */
function checkBundle(engine, path) {
  const child = lint(path, "--json");
  const native = child.status === 0 ? JSON.parse(child.stdout).reports : [];
  const got = engine.conductAll(readFileSync(path, "utf8"));
  const same = JSON.stringify(got) === JSON.stringify(native);
  result(path, same ? "" : "the reports differ from the native ones");
}

const examples = findPrograms(join(repoRoot, "tests/lint"), values.filter);
const catalogue = findPrograms(join(repoRoot, "core/catalogue"), values.filter);
const comparisonsIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".md") && name.includes(values.filter))
        .map((name) => join(folder, name))
    : [];
if (values.engine === "") {
  [...examples, ...comparisonsIn(join(repoRoot, "tests/lint/compare"))].forEach(checkWanted);
  [...catalogue, ...comparisonsIn(join(repoRoot, "core/catalogue/compare"))].forEach(checkHolds);
} else {
  const engine = await openEngine(values.engine);
  for (const path of [...examples, ...catalogue]) checkBundle(engine, path);
  await engine.close();
}
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
