// Opens a bundle under Node, for tests, benchmarks and the build of the site. Its engines take what they need
// of the library and of their own code from the files beside the bundle, as a page's worker fetches it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ASIDE, TOOLS } from "./aside.mjs";

/** Methods that compile, and may find that something is missing. */
const COMPILING = ["compile", "conduct", "compare"];
/** A program lacks parts of the library first, and then of the code. */
const MOST_ROUNDS = 5;

function provideCode(engine, file, part) {
  const module = file.replace(/\.mjs$/, `.${part}.wasm`);
  if (!engine.hasCode(part) && !engine.provideCode(part, readFileSync(module)))
    throw new Error(`${module} does not fit`);
}

/** Gives an engine what it lacks; false when it lacked nothing. */
function provideMissing(engine, file) {
  const missing = engine.missingParts();
  for (const name of missing.split(" ")) {
    if (name in ASIDE) provideCode(engine, file, name);
    else if (name !== "") {
      const path = join(dirname(file), "library", `${name}.txt`);
      if (!engine.provide(readFileSync(path, "utf8")))
        throw new Error(`${path} is no part of the library`);
    }
  }
  return missing !== "";
}

/** The module of the bundle whose glue is `file`; its engines lack nothing. */
export async function openBundle(file) {
  const module = await (await import(pathToFileURL(file).href)).default();
  const methods = module.Engine.prototype;
  for (const name of new Set([...TOOLS, ...COMPILING])) {
    const method = methods[name];
    methods[name] = function (...args) {
      if (TOOLS.includes(name)) for (const part of Object.keys(ASIDE)) provideCode(this, file, part);
      let result = method.apply(this, args);
      if (!COMPILING.includes(name)) return result;
      for (let round = 0; provideMissing(this, file); round++) {
        if (round === MOST_ROUNDS)
          throw new Error(`${file} and what lies beside it do not fit together`);
        result = method.apply(this, args);
      }
      return result;
    };
  }
  return module;
}
