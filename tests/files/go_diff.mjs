// Differential testing: runs a folder of programs under real Go and under Sluicebox and compares what
// they print and how they end.
//
//   tools/go-diff [--engine native|st|mt] [--filter TEXT] [--show] [--record] [FOLDER…]      (default
//   folder: tests/run)
//
// What is compared follows the program's `//test:` lines (expect.mjs). A program that has several legal
// outcomes (`-- or --` in its .want file, or
// order=any) passes when both outcomes are legal. Programs that do not compile are compared by the
// compiler's messages. Results of real Go are kept in
// build/go-results by the content of the program: they do not change. --record only runs real Go and
// writes its outcome as the .want file of programs that
// have none.
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
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
    filter: { type: "string", default: "" },
    show: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

const cache = join(repoRoot, "build/go-results");
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "sluicebox-go-"));
const run = promisify(execFile);
/// Real programs that wait for ever are stopped here; those of the folders end within seconds.
const REAL_TIMEOUT_MS = 60_000;

async function outcomeOfChild(file, args) {
  try {
    const { stdout, stderr } = await run(file, args, { timeout: REAL_TIMEOUT_MS, maxBuffer: 1 << 28 });
    return { stdout, stderr, status: 0 };
  } catch (error) {
    return {
      stdout: error.stdout ?? "",
      stderr: error.stderr ?? String(error),
      status: error.code ?? `killed by ${error.signal}`,
    };
  }
}

/// What real Go does with the program: builds it and runs the result.
async function realOutcome(program) {
  const key = createHash("sha256")
    .update(program.source)
    .update(JSON.stringify(program.args ?? []))
    .digest("hex");
  const kept = join(cache, `${key}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const source = join(scratch, `${key}.go`);
  const binary = join(scratch, key);
  writeFileSync(source, program.source);
  let outcome = await outcomeOfChild(join(repoRoot, "tools/go"), ["build", "-o", binary, source]);
  if (outcome.status === 0) outcome = await outcomeOfChild(binary, program.args ?? []);
  else {
    const lines = outcome.stderr.split("\n").filter((line) => !line.startsWith("#"));
    const stderr = lines.join("\n").replace(/^(?:\S*\/)?[0-9a-f]{64}\.go:/gm, "./prog.go:");
    outcome = { stdout: "", stderr, status: 1 };
  }
  rmSync(binary, { force: true });
  writeFileSync(kept, JSON.stringify(outcome));
  return outcome;
}

const engine = values.record ? null : await openEngine(values.engine);

async function compare(path) {
  const program = readProgram(path);
  if (program.go === "no") return "left out";
  const real = normalise(program, outcomeText(await realOutcome(program)));
  if (values.record) {
    if (readWant(program) === null) writeWant(program, [real]);
    return null;
  }
  const ours = normalise(program, outcomeText(await engine.run(program.source, program)));
  if (values.show) console.log(`--- ${path}\nreal: ${real}ours: ${ours}`);
  if (real === ours) return null;
  const legal = readWant(program)?.map((text) => normalise(program, text)) ?? [];
  if (legal.includes(real) && legal.includes(ours)) return null;
  if (legal.length > 1 && !legal.includes(real))
    return `real Go's outcome is not among the legal ones: ${firstDifference(real, legal[0])}`;
  return `differs from real Go: ${firstDifference(ours, real)}`;
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
    if (problem === null) passed++;
    else if (problem === "left out") left++;
    else {
      failed++;
      console.log(`FAIL ${path}: ${problem}`);
    }
  }
}
await Promise.all([worker(), worker()]);
await engine?.close();
rmSync(scratch, { recursive: true, force: true });
if (left) console.log(`${left} programs are not comparable with real Go (//test: go=no)`);
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
