// Divides a linked module after the link: node split.mjs MODULE.wasm TOOLS. MODULE must have the names of its
// functions; it is replaced by what every program needs, and for each NAME of aside.mjs there is
// MODULE.NAME.wasm beside it (code_parts.h). TOOLS is the folder of Binaryen's programs.
//
// A part is what can only be reached through its functions of aside.mjs. They are called through the function
// table only, so nothing that stays refers to the part directly, and no placeholders are needed. What two
// parts share stays.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ASIDE } from "./aside.mjs";

const [module, tools] = process.argv.slice(2);
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals"];
if (module.includes("engine-mt")) features.push("threads");
const flags = features.map((name) => `--enable-${name}`);
const run = (tool, ...args) =>
  execFileSync(join(tools, tool), args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "inherit"],
  });

/// What calls what, from the text form: { calls: Map name → names, roots: exported or in the table }.
function readGraph(text) {
  const calls = new Map();
  const roots = new Set();
  let current = [];
  for (const line of text.split("\n")) {
    const defined = /^ \(func \$(\S+)/.exec(line);
    if (defined) calls.set(defined[1], (current = []));
    else if (line.startsWith(" (elem")) {
      // The first name is the segment's own.
      for (const [, name] of [...line.matchAll(/\$([^\s()]+)/g)].slice(1)) roots.add(name);
    } else if (line.startsWith(" (export") || line.startsWith(" (start")) {
      const exported = /\((?:func|start) \$([^\s()]+)\)/.exec(line);
      if (exported) roots.add(exported[1]);
    } else {
      for (const [, name] of line.matchAll(/\((?:call|return_call|ref\.func) \$([^\s()]+)/g))
        current.push(name);
    }
  }
  return { calls, roots };
}

const { calls, roots } = readGraph(run("wasm-dis", module));

/// All functions that can be reached from some.
function reachable(from) {
  const found = new Set();
  const queue = [...from];
  while (queue.length > 0) {
    const name = queue.pop();
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...(calls.get(name) ?? []));
  }
  return found;
}

/// The functions of a part that are called from outside.
function entriesOf(part) {
  const entries = new Set();
  for (const pattern of ASIDE[part]) {
    const fitting = [...roots].filter((name) => pattern.test(name));
    if (fitting.length === 0) throw new Error(`${part} in aside.mjs: nothing is called ${pattern}`);
    for (const name of fitting) entries.add(name);
  }
  return entries;
}

const size = (file) => `${(readFileSync(file).length / 1024).toFixed(0)} KiB`;

/// What the module's functions are called now: splitting takes the names away, after which a function is
/// called by its number among those that are not imported.
let nameNow = new Map([...calls.keys()].map((name) => [name, name]));

/// Takes a part's functions out of the module.
function setAside(part, names) {
  const file = module.replace(/\.wasm$/, `.${part}.wasm`);
  const list = `${file}.names`;
  const half = `${module}.half`;
  writeFileSync(list, names.map((name) => nameNow.get(name)).join("\n") + "\n");
  run(
    "wasm-split",
    ...flags,
    module,
    `--split-funcs=@${list}`,
    "--no-placeholders",
    "--import-namespace=primary",
    `--export-prefix=%${part[0]}`,
    "--symbolmap",
    // With reference types the tool would keep a part's functions in a table of their own, so they are not
    // among the features; without them it thinks that no place of a table may be empty.
    "--no-validation",
    "-o1",
    half,
    "-o2",
    file,
  );
  const were = new Map([...nameNow].map(([name, now]) => [now, name]));
  const symbols = readFileSync(`${half}.symbols`, "utf8").trim().split("\n");
  // Those that are imported come first, and have no name of ours.
  const own = symbols.map((line) => were.get(line.slice(line.indexOf(":") + 1))).filter(Boolean);
  nameNow = new Map(own.map((name, number) => [name, String(number)]));
  writeFileSync(module, readFileSync(half));
  for (const left of [half, list, `${half}.symbols`, `${file}.symbols`]) rmSync(left);
  console.log(`${part}: ${names.length} of ${calls.size} functions set aside, ${size(file)}`);
}

const entries = new Map(Object.keys(ASIDE).map((part) => [part, entriesOf(part)]));
for (const [part, own] of entries) {
  const others = reachable([...roots].filter((name) => !own.has(name)));
  const called = [...own].filter((name) => others.has(name));
  if (called.length > 0)
    throw new Error(`these are called directly and cannot be set aside: ${called.join(", ")}`);
  const names = [...calls.keys()].filter((name) => !others.has(name));
  setAside(part, names);
}
console.log(`${size(module)} stay`);
