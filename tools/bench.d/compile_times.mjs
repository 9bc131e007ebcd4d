// The budget "compile + run of any catalogue program to its first event < 10 ms" in WebAssembly with one
// thread: a part of tools/bench, also on its own:
//
//   node tools/bench.d/compile_times.mjs [--cold N] [--rounds N] [PROGRAM.go…]
//
// Columns: cold = first compile in a new process (median of N), with the engine's start beside it; warm =
// median of the later rounds in one process that compiles all programs in turn, the best of them, and the
// median of the processor time they took, which other work on the machine disturbs least.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const BUDGET_MS = 10;
/// Rounds after which V8 has optimised what compiles run through.
const WARM_UP_ROUNDS = 5;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const total = (sample) => sample.compileMs + sample.firstMs;

function child(rounds, programs) {
  const engine = join(root, "build/wasm-st/wasm/engine-st.mjs");
  const args = [join(here, "compile_child.mjs"), engine, String(rounds), ...programs];
  const limits = { maxBuffer: 1 << 28, timeout: 600_000 };
  const result = spawnSync(process.execPath, args, { encoding: "utf8", ...limits });
  if (result.status !== 0) throw new Error((result.stderr || String(result.signal)).trim().split("\n").pop());
  return JSON.parse(result.stdout);
}

/// Every program of the catalogue, in folders too.
export function cataloguePrograms() {
  const folder = join(root, "core/catalogue");
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".go"))
    .sort()
    .map((file) => join(folder, file));
}

/// Measures and prints; returns the rows by program.
export function printCompileTimes({ programs = cataloguePrograms(), cold = 3, rounds = 20 } = {}) {
  console.log(`\ncompile + run to the first event, one thread (budget ${BUDGET_MS} ms)`);
  const line = (name, cells) => `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join("")}`;
  console.log(line("", ["start", "cold", "warm", "best", "cpu"]));
  const warm = child(WARM_UP_ROUNDS + rounds, programs).results;
  const table = {};
  programs.forEach((program, i) => {
    const runs = Array.from({ length: cold }, () => child(1, [program]));
    const samples = warm[i].slice(WARM_UP_ROUNDS).map(total);
    const row = {
      startMs: cold ? median(runs.map((run) => run.loadMs)) : NaN,
      coldMs: cold ? median(runs.map((run) => total(run.results[0][0]))) : NaN,
      warmMs: median(samples),
      bestMs: Math.min(...samples),
      cpuMs: median(warm[i].slice(WARM_UP_ROUNDS).map((sample) => sample.cpuMs)),
    };
    table[basename(program)] = row;
    const cells = Object.values(row).map((ms) => `${ms.toFixed(1)} ms`);
    console.log(`${line(basename(program), cells)}   ${row.warmMs < BUDGET_MS ? "met" : "MISSED"}`);
  });
  const missed = Object.values(table).filter((row) => row.warmMs >= BUDGET_MS).length;
  console.log(`  ${programs.length - missed} of ${programs.length} within the budget when warm`);
  return table;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = {};
  const programs = [];
  for (let i = 2; i < process.argv.length; i++) {
    const found = /^--(cold|rounds)$/.exec(process.argv[i]);
    if (found) options[found[1]] = Number(process.argv[++i]);
    else programs.push(resolve(process.argv[i]));
  }
  printCompileTimes({ ...options, ...(programs.length ? { programs } : {}) });
}
