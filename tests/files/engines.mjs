// The three builds of the engine behind one function: run(source, options) → result.
//
//   options: { seed, processors, parameters: {name: value}, inputs: ["SIGINT at=2s"], args, raw: boolean,
//              gcStress: boolean (native only),
//              limits: { instructions, events, goroutines, heapBytes, outputBytes } }
//   result:  { stdout, stderr, status, problems, raw: Buffer | null, outcome }
//
// `status` is what a shell would see: the program's own status, 1 when it does not compile, 3 after a limit.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openBundle } from "../../wasm/open_bundle.mjs";

export const repoRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const RECORD_BYTES = 32;
const OUTPUT_EVENT = 110; // events.def: numbers are for ever
const CONTROL = { head: 0, tail: 1, state: 2, capacity: 4 };
const STATE = { needsDrain: 2, paused: 3, finished: 4, budgetUsed: 5 };
/// A run that takes longer than this in real time is hanging; every limit of the engine is reached sooner.
const HANG_MS = 120_000;

/// The command line program of a native build.
export function nativeEngine(binary) {
  const scratch = mkdtempSync(join(tmpdir(), "sluicebox-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  let counter = 0;
  return {
    name: "native",
    async run(source, options = {}) {
      // The name is part of what goes into a trace, so it is the one that the bundles use.
      const folder = join(scratch, String(counter));
      mkdirSync(folder);
      const file = "./prog.go";
      const rawFile = join(scratch, `raw${counter++}`);
      writeFileSync(join(folder, file), source);
      const args = ["run", file, "--seed", String(options.seed ?? 1)];
      if (options.processors) args.push("--processors", String(options.processors));
      for (const [name, value] of Object.entries(options.parameters ?? {}))
        args.push("--param", `${name}=${value}`);
      for (const input of options.inputs ?? []) args.push("--input", input);
      for (const [name, value] of Object.entries(options.limits ?? {}))
        args.push("--limit", `${name}=${value}`);
      if (options.gcStress) args.push("--gc-stress");
      if (options.raw) args.push("--raw", rawFile);
      if (options.args) args.push("--", ...options.args);
      const child = spawnSync(binary, args, { cwd: folder, input: "", timeout: HANG_MS, maxBuffer: 1 << 28 });
      const result = { stdout: child.stdout.toString(), stderr: child.stderr.toString(), raw: null };
      result.status = child.status ?? `killed by ${child.signal}`;
      if (options.raw && existsSync(rawFile)) result.raw = readFileSync(rawFile);
      rmSync(folder, { recursive: true, force: true });
      rmSync(rawFile, { force: true });
      return result;
    },
    async close() {},
  };
}

/// Reads what a wasm run has produced: keeps records and texts, collects output.
class Reader {
  constructor(engine, keepRaw) {
    this.engine = engine;
    this.keepRaw = keepRaw;
    this.records = [];
    this.texts = [];
    this.textBytes = [];
    this.tail = 0;
    this.output = { 1: [], 2: [] };
  }

  readTexts() {
    const view = this.engine.texts(this.texts.length);
    const bytes = Buffer.from(view.slice());
    this.textBytes.push(bytes);
    for (let at = 0; at < bytes.length;) {
      const length = bytes.readUInt32LE(at);
      this.texts.push(bytes.toString("utf8", at + 4, at + 4 + length));
      at += 4 + Math.ceil(length / 4) * 4;
    }
  }

  drain() {
    const control = this.engine.control();
    const ring = this.engine.ring();
    const head = Atomics.load(control, CONTROL.head);
    const capacity = control[CONTROL.capacity];
    if (head !== this.tail) this.readTexts();
    for (; this.tail !== head; this.tail = (this.tail + 1) >>> 0) {
      const at = (this.tail & (capacity - 1)) * RECORD_BYTES;
      const record = Buffer.from(ring.slice(at, at + RECORD_BYTES));
      if (this.keepRaw) this.records.push(record);
      if (record.readUInt16LE(8) === OUTPUT_EVENT)
        this.output[record.readUInt32LE(28)]?.push(this.texts[record.readUInt32LE(24)]);
    }
    Atomics.store(control, CONTROL.tail, head);
  }
}

/// A WebAssembly bundle: "st" or "mt".
export async function wasmEngine(kind, file) {
  const module = await openBundle(file);
  const engine = new module.Engine();
  /// What the program asks for itself; the command line adds to it, too.
  const defaultInputs = () =>
    Array.from({ length: engine.directiveCount() }, (_, i) => engine.directive(i))
      .filter(({ verb }) => verb === "input")
      .map(({ text }) => text);
  const run = async (source, options = {}) => {
    engine.clearParameters();
    for (const [name, value] of Object.entries(options.parameters ?? {}))
      engine.setParameter(name, String(value));
    if (!engine.compile(source)) return { stdout: "", stderr: engine.problemText(), status: 1, raw: null };
    for (const name of ["instructions", "timeNs", "events", "heapBytes", "goroutines", "outputBytes"])
      engine.setLimit(name, options.limits?.[name] ?? 0);
    engine.clearInputs();
    for (const input of [...defaultInputs(), ...(options.inputs ?? [])]) {
      const error = engine.addInput(input);
      if (error) throw new Error(error);
    }
    engine.setArguments((options.args ?? []).join("\n"));
    engine.start(options.seed ?? 1, options.processors ?? 0);
    const reader = new Reader(engine, options.raw);
    for (const deadline = Date.now() + HANG_MS; ;) {
      const state = engine.advance(50_000_000);
      reader.drain();
      if (state === STATE.finished) break;
      if (Date.now() > deadline) throw new Error("hangs");
      if (kind === "mt") await new Promise((done) => setTimeout(done, 0));
    }
    reader.drain();
    const outcome = engine.outcome();
    if (options.raw) reader.readTexts();
    return {
      stdout: reader.output[1].join(""),
      stderr:
        reader.output[2].join("") +
        (outcome.kind === "limit" ? `sluicebox: stopped: ${outcome.message}\n` : ""),
      status: outcome.exitCode,
      raw: options.raw ? Buffer.concat([...reader.records, ...reader.textBytes]) : null,
      outcome,
    };
  };
  /// The reports of all experiments of a program; none when it does not compile.
  const conductAll = (source) => {
    engine.clearParameters();
    if (!engine.compile(source)) return [];
    return JSON.parse(engine.experiments()).map((_, index) => JSON.parse(engine.conduct(source, index)));
  };
  const close = async () => {
    engine.delete();
    module.PThread?.terminateAllThreads?.();
  };
  return { name: kind, run, conductAll, close };
}

/// The engine for a name, built where the presets build it.
export async function openEngine(name) {
  const paths = {
    native: resolve(repoRoot, process.env.SLUICEBOX ?? "build/release/tools/sluicebox/sluicebox"),
    st: join(repoRoot, "build/wasm-st/wasm/engine-st.mjs"),
    mt: join(repoRoot, "build/wasm-mt/wasm/engine-mt.mjs"),
  };
  if (!paths[name]) throw new Error(`no engine is called ${name}; there are native, st and mt`);
  if (!existsSync(paths[name])) throw new Error(`${paths[name]} is not built`);
  return name === "native" ? nativeEngine(paths.native) : wasmEngine(name, paths[name]);
}
