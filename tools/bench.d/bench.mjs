// The table of budgets (design, "Budgets"): ours against real Go built for js/wasm under the same Node,
// and against native Go.
//
//   tools/bench [--runs N] [--filter TEXT] [--json FILE]
//
// Every figure is a median over runs that take turns (ours, Go's wasm, native …), so that a machine
// whose speed drifts disturbs all alike. A run is
// made twice, with few and with many operations, and the difference counts: start-up is not measured.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { printCompileTimes } from "./compile_times.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    filter: { type: "string", default: "" },
    json: { type: "string" },
  },
});
const runs = Number(values.runs);
const out = join(root, "build/bench");
mkdirSync(out, { recursive: true });

/// Operations of the short and the long run, and what the budget says (times faster than Go's wasm;
/// below 1 slower is allowed).
const PROGRAMS = [
  { name: "channel_round_trip", few: 10_000, many: 210_000, budget: 5 },
  { name: "worker_pool", few: 10_000, many: 210_000, budget: 3 },
  { name: "spawn", few: 1_000, many: 101_000, budget: 5 },
  { name: "mutex_counter", few: 80_000, many: 880_000 },
  { name: "cpu_loop", few: 100_000, many: 10_100_000, budget: 1 / 5 },
  { name: "sieve", few: 100_000, many: 3_100_000, budget: 1 / 5 },
  { name: "maps_and_strings", few: 10_000, many: 410_000 },
];
const PARKED = 1_000_000;

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
console.log(
  `${"program".padEnd(22)}${Object.keys(engines)
    .map((e) => e.padStart(16))
    .join("")}${"st against Go wasm".padStart(22)}   budget`,
);
for (const program of PROGRAMS.filter((p) => p.name.includes(values.filter))) {
  const built = buildGo(program.name);
  const samples = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let i = 0; i < runs; i++)
    for (const [name, run] of Object.entries(engines)) {
      const few = run(built, program.few);
      const many = run(built, program.many);
      if (few.error || many.error) console.log(`${program.name}, ${name}: ${few.error ?? many.error}`);
      else samples[name].push(((many.ms - few.ms) / (program.many - program.few)) * 1e6);
    }
  const row = Object.fromEntries(
    Object.entries(samples).map(([name, s]) => [name, s.length ? median(s) : NaN]),
  );
  const ratio = row["Go, wasm"] / row["ours, st"];
  table[program.name] = { nsPerOperation: row, ratio, budget: program.budget, samples };
  const budget =
    program.budget === undefined
      ? ""
      : `≥ ${program.budget.toFixed(1)}×  ${ratio >= program.budget ? "met" : "MISSED"}`;
  console.log(
    `${program.name.padEnd(22)}${Object.values(row)
      .map((ns) => `${ns.toFixed(1)} ns`.padStart(16))
      .join("")}${`${ratio.toFixed(2)}×`.padStart(22)}   ${budget}`,
  );
}

if ("parked".includes(values.filter)) {
  const built = buildGo("parked");
  console.log(`\n${PARKED.toLocaleString("en")} parked goroutines`);
  for (const name of ["ours, st", "ours, mt", "Go, wasm"]) {
    const result = engines[name](built, PARKED);
    console.log(
      `  ${name.padEnd(10)} ` +
        (result.error ??
          `${(result.ms / 1000).toFixed(2)} s, ${(result.bytes / 2 ** 20).toFixed(0)} MiB of memory`),
    );
    table[`parked, ${name}`] = result;
  }
}

if ("compile catalogue".includes(values.filter)) table["first event"] = printCompileTimes({ cold: runs });
if (values.json) writeFileSync(values.json, JSON.stringify(table, null, 2));
