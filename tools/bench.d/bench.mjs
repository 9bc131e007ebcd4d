// The table of budgets (docs/benchmarks.md): ours against real Go built for js/wasm under the same Node, and
// against native Go, in the same run.
//
//   tools/bench [--runs N] [--only NAME,NAME…] [--clock wall|cpu] [--json FILE]
//
// Every figure is a median over runs that take turns (ours, Go's wasm, native …), so that a machine whose
// speed drifts disturbs all alike. A run is made twice, with few and with many operations, and the difference
// counts: start-up is not measured. Events are recorded and read, as on the page. --only picks rows by a part
// of their names; `budgets` are the rows that have one. --clock cpu counts the time the program's thread was
// executing, for machines that are busy.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { printCompileTimes } from "./compile_times.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    clock: { type: "string", default: "wall" },
    json: { type: "string" },
  },
});
const runs = Number(values.runs);
const out = join(root, "build/bench");
mkdirSync(out, { recursive: true });

const wanted = values.only.split(",").filter(Boolean);
const isWanted = (name, hasBudget) =>
  !wanted.length || wanted.some((w) => name.includes(w) || (w === "budgets" && hasBudget));
const byCpu = values.clock === "cpu";

/// Operations of the short and the long run, and what the budget says (times faster than Go's wasm; below 1
/// slower is allowed). The rows without a budget are there to find programs we are slow at.
const PROGRAMS = [
  { name: "channel_round_trip", few: 50_000, many: 850_000, budget: 5 },
  { name: "worker_pool", few: 50_000, many: 850_000, budget: 3 },
  { name: "spawn", few: 1_000, many: 101_000, budget: 5 },
  { name: "cpu_loop", few: 1_000_000, many: 31_000_000, budget: 1 / 5 },
  { name: "mutex_counter", few: 160_000, many: 1_760_000 },
  { name: "sieve", few: 500_000, many: 10_500_000 },
  { name: "fib", few: 500_000, many: 20_500_000 },
  { name: "matrix", few: 500_000, many: 20_500_000 },
  { name: "methods", few: 100_000, many: 3_100_000 },
  { name: "sorting", few: 50_000, many: 850_000 },
  { name: "int_map", few: 100_000, many: 2_100_000 },
  { name: "maps_and_strings", few: 50_000, many: 850_000 },
  { name: "strings_built", few: 20_000, many: 420_000 },
  { name: "printing", few: 10_000, many: 110_000 },
];
const PARKED = 1_000_000;
const PARKED_BUDGET = 2 ** 30;
const BUNDLE_BUDGET = 300 * 1024;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const goRoot = execFileSync(join(root, "tools/go"), ["env", "GOROOT"], { encoding: "utf8" }).trim();
const wasmExec = [join(goRoot, "lib/wasm/wasm_exec.js"), join(goRoot, "misc/wasm/wasm_exec.js")].find(
  existsSync,
);

function buildGo(name) {
  const source = join(here, "programs", `${name}.go`);
  const wasm = join(out, `${name}.wasm`);
  const native = join(out, name);
  execFileSync(join(root, "tools/go"), ["build", "-o", native, source], { stdio: "inherit" });
  execFileSync(join(root, "tools/go"), ["build", "-o", wasm, source], {
    stdio: "inherit",
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
  });
  return { source, wasm, native };
}

function child(file, args) {
  const result = spawnSync(file, args.map(String), {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 600_000,
  });
  if (result.status !== 0)
    return { error: (result.stderr || result.stdout || String(result.signal)).trim().split("\n").pop() };
  return result.stdout.trim() ? JSON.parse(result.stdout.trim().split("\n").pop()) : {};
}

/// A native program tells no times itself; its start-up is in both runs.
function timed(file, args) {
  const start = performance.now();
  const result = child(file, args);
  return { ms: performance.now() - start, ...result };
}

const engines = {
  "ours, st": (b, n) =>
    child(process.execPath, [
      join(here, "engine_child.mjs"),
      join(root, "build/wasm-st/wasm/engine-st.mjs"),
      b.source,
      n,
    ]),
  "ours, mt": (b, n) =>
    child(process.execPath, [
      join(here, "engine_child.mjs"),
      join(root, "build/wasm-mt/wasm/engine-mt.mjs"),
      b.source,
      n,
    ]),
  "Go, wasm": (b, n) =>
    child(process.execPath, ["--stack-size=8192", join(here, "go_wasm_child.mjs"), wasmExec, b.wasm, n]),
  "Go, native": (b, n) => timed(b.native, [n]),
};

const table = {};
const verdict = (met) => (met ? "met" : "MISSED");

function header() {
  const [{ model }] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${model}, Node ${process.version}`;
  console.log(`${date}, ${machine}, ${runs} runs, ${values.clock} clock`);
  const columns = Object.keys(engines).map((name) => name.padStart(16));
  const last = `${"st to Go wasm".padStart(16)}   budget`;
  console.log(`\n${"program, ns a piece".padEnd(22)}${columns.join("")}${last}`);
}

function measure(program) {
  const built = buildGo(program.name);
  const samples = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  const time = (result) => (byCpu && result.cpuMs !== undefined ? result.cpuMs : result.ms);
  for (let i = 0; i < runs; i++)
    for (const [name, run] of Object.entries(engines)) {
      const few = run(built, program.few);
      const many = few.error ? few : run(built, program.many);
      if (many.error) console.log(`${program.name}, ${name}: ${many.error}`);
      else samples[name].push(((time(many) - time(few)) / (program.many - program.few)) * 1e6);
    }
  const row = Object.fromEntries(
    Object.entries(samples).map(([name, s]) => [name, s.length ? median(s) : NaN]),
  );
  const ratio = row["Go, wasm"] / row["ours, st"];
  table[program.name] = { nsPerOperation: row, ratio, budget: program.budget, samples };
  const budget = program.budget ? `≥ ${program.budget.toFixed(1)}×  ${verdict(ratio >= program.budget)}` : "";
  const cells = Object.values(row).map((ns) => ns.toFixed(1).padStart(16));
  const last = `${`${ratio.toFixed(2)}×`.padStart(16)}   ${budget}`;
  console.log(`${program.name.padEnd(22)}${cells.join("")}${last}`);
}

function measureParked() {
  const built = buildGo("parked");
  console.log(`\n${PARKED.toLocaleString("en")} parked goroutines (budget: less than 1 GiB)`);
  for (const name of ["ours, st", "ours, mt", "Go, wasm"]) {
    const result = engines[name](built, PARKED);
    const bytes = `${(result.bytes / 2 ** 20).toFixed(0)} MiB of memory`;
    const met = name.startsWith("ours") ? `   ${verdict(result.bytes < PARKED_BUDGET)}` : "";
    const text = `${(result.ms / 1000).toFixed(2)} s, ${bytes}${met}`;
    console.log(`  ${name.padEnd(10)} ${result.error ?? text}`);
    table[`parked, ${name}`] = result;
  }
}

function measureSizes() {
  console.log("\nbundles, brotli (budget 300 KiB each)");
  for (const name of ["engine-st", "engine-mt"]) {
    const folder = join(root, `build/wasm-${name.slice(-2)}/wasm`);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    const sizes = [`${name}.wasm`, `${name}.mjs`].map(
      (file) => brotliCompressSync(readFileSync(join(folder, file)), options).length,
    );
    const total = sizes[0] + sizes[1];
    const [all, glue] = [total, sizes[1]].map((bytes) => `${(bytes / 1024).toFixed(0)} KiB`);
    console.log(`  ${name.padEnd(10)} ${all}, of which glue ${glue}   ${verdict(total <= BUNDLE_BUDGET)}`);
    table[`size, ${name}`] = total;
  }
}

const programs = PROGRAMS.filter((p) => isWanted(p.name, p.budget !== undefined));
header();
programs.forEach(measure);
if (isWanted("parked", true)) measureParked();
if (isWanted("first event", true)) table["first event"] = printCompileTimes({ cold: runs });
if (isWanted("sizes", true)) measureSizes();
if (values.json) writeFileSync(values.json, JSON.stringify(table, null, 2));
