// Divides a linked module in two (see rest.h), after the link: node split.mjs MODULE.wasm REST.wasm TOOLS.
// MODULE must have the names of its functions; it is replaced by what every program needs, REST gets the
// rest. TOOLS is the folder of Binaryen's programs.
//
// The rest is what can only be reached through the functions below. They are called through the function
// table only, so nothing that stays refers to the rest directly, and no placeholders are needed.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/// Natives of packages that few figures use, and methods of the engine that answer questions: mangled names.
const ENTRIES = [
  /^_ZNK?6sluice4wasm6Engine(6format|5about|7conduct|7compare|9narration|7stateAt|\d+inspect)/,
  /^_ZN6sluice\d+native(Json|Math|Cond|Pool|Strings|Strconv|Unicode|Utf8|Sha|Md5|Sql|Http|Signal|Rand)/,
  /^_ZN6sluice\d+native(FmtScan|Time(Parse|Format|Civil|Days|Quote)|Sort|Slices|WaitIo|WakeIo)/,
  /^_ZN6sluice\d+nativeOs(Read|Arguments)/,
  /^_ZN6sluice\d+nativeRuntime(Stack|Caller|Memory|Gomaxprocs)/,
];
/// Fewer than these and somebody has renamed something above.
const LEAST_ENTRIES = 120;

const [module, rest, tools] = process.argv.slice(2);
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
const entries = [...roots].filter((name) => ENTRIES.some((pattern) => pattern.test(name)));
if (entries.length < LEAST_ENTRIES)
  throw new Error(`only ${entries.length} of the functions to set aside were found`);

const kept = new Set();
const queue = [...roots].filter((name) => !entries.includes(name));
while (queue.length > 0) {
  const name = queue.pop();
  if (kept.has(name)) continue;
  kept.add(name);
  queue.push(...(calls.get(name) ?? []));
}
const aside = [...calls.keys()].filter((name) => !kept.has(name));
const wrongly = entries.filter((name) => kept.has(name));
if (wrongly.length > 0)
  throw new Error(`these are called directly and cannot be set aside: ${wrongly.join(", ")}`);

const list = `${rest}.names`;
writeFileSync(list, aside.join("\n") + "\n");
const half = `${module}.half`;
run(
  "wasm-split",
  ...flags,
  module,
  `--split-funcs=@${list}`,
  "--no-placeholders",
  "--import-namespace=primary",
  "--export-prefix=%",
  "-o1",
  half,
  "-o2",
  rest,
);
writeFileSync(module, readFileSync(half));
rmSync(half);
rmSync(list);
const size = (file) => `${(readFileSync(file).length / 1024).toFixed(0)} KiB`;
console.log(`${aside.length} of ${calls.size} functions set aside: ${size(rest)}, ${size(module)} stay`);
