// Every program of the catalogue with the seeds 1…50, as it stands: it ends normally and leaves no goroutine
// behind, unless its lesson promises something else: an experiment that changes nothing and claims a
// deadlock, a panic, an exit status or leaks.
//
//   node tests/files/catalogue.mjs [--engine native|st|mt] [--filter TEXT]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms } from "./expect.mjs";

const SEEDS = 50;
const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "native" },
    filter: { type: "string", default: "" },
  },
});
const binary = process.env.SLUICEBOX ?? join(repoRoot, "build/release/tools/sluicebox/sluicebox");
const folder = mkdtempSync(join(tmpdir(), "sluicebox-catalogue-"));

/** All reports of a program's text, of the native build. */
function nativeReports(text) {
  const file = join(folder, "prog.go");
  writeFileSync(file, text);
  const child = spawnSync(binary, ["lint", "--json", file], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (child.status !== 0) throw new Error(child.stdout + child.stderr);
  return JSON.parse(child.stdout).reports;
}

/** What the lesson says of the program as it stands, when that is a finding; otherwise "". */
function promiseOf(text) {
  const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
  const unchanged = new RegExp(String.raw`^//sluice:try ${quoted}(?:\s+ask=${quoted})?\s+->\s*(.*)$`, "gm");
  for (const [, claims] of text.matchAll(unchanged)) {
    const finding = claims
      .split(/,\s*/)
      .filter((claim) => /^(deadlock|panic|exit [1-9]|leaks = [1-9]|leaks > |limit)/.test(claim));
    if (finding.length > 0) return finding.join(", ");
  }
  return "";
}

let passed = 0;
let failed = 0;
const engine = values.engine === "native" ? null : await openEngine(values.engine);
for (const path of findPrograms(join(repoRoot, "core/catalogue"), values.filter)) {
  const source = readFileSync(path, "utf8");
  const wanted = promiseOf(source) || "clean";
  const asItStands = `${source}\n//sluice:try "As it stands" seeds=${SEEDS} -> ${wanted}\n`;
  // Only the line that was added: the others are the lint suite's business.
  const text = asItStands.replace(/^\/\/sluice:(try|choice|because) (?!"As it stands" seeds).*$/gm, "//");
  const [report] = engine ? engine.conductAll(text) : nativeReports(text);
  if (report?.holds) passed++;
  else {
    failed++;
    const found = report?.claims.map((c) => `${c.claim}: ${c.found}`).join("; ") ?? "it does not compile";
    console.log(`FAIL ${basename(path)}: ${report?.error || found}`);
  }
}
await engine?.close();
rmSync(folder, { recursive: true });
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
