// Opens a bundle under Node, for tests, benchmarks and the build of the site: with all parts of the library
// that lie beside it, where a page's worker fetches those that a program needs.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Gives an engine, and with it all engines of its module, every part of the library beside the bundle. */
export function provideLibrary(engine, file) {
  const folder = join(dirname(file), "library");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    if (!engine.provide(text)) throw new Error(`${folder}/${name} is no part of the library`);
  }
}

/** The module of the bundle whose glue is `file`; its engines have the whole library. */
export async function openBundle(file) {
  const module = await (await import(pathToFileURL(file).href)).default();
  const engine = new module.Engine();
  provideLibrary(engine, file);
  engine.delete();
  return module;
}
