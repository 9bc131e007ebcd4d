// The engine's bundles in the site: a folder whose name changes with their content, so that it can be cached
// for ever.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { minifySync, type Plugin } from 'vite';

const build = resolve(import.meta.dirname, '../../build');

/** What the engine's builds leave behind; a bundle that has not been built is simply not there. */
const bundleFiles = ['st', 'mt']
  .flatMap((kind) =>
    ['mjs', 'wasm', 'natives.wasm', 'tools.wasm', 'worker.mjs'].map((ending) =>
      resolve(build, `wasm-${kind}/wasm/engine-${kind}.${ending}`),
    ),
  )
  .filter((path) => existsSync(path));

/** The parts of Go's library; the bundles come with the same ones. */
function libraryFiles(): string[] {
  const folders = [...new Set(bundleFiles.map((path) => resolve(dirname(path), 'library')))];
  const texts = folders.map((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => [resolve(folder, name), readFileSync(resolve(folder, name), 'utf8')] as const),
  );
  const [first = [], ...others] = texts;
  const told = (list: typeof first): string =>
    list.map(([path, text]) => `${basename(path)}\n${text}`).join('');
  if (others.some((list) => told(list) !== told(first)))
    throw new Error('the bundles were built with different libraries: build both again');
  return first.map(([path]) => path);
}

/** All files of the folder by their names in it. */
const engineFiles: ReadonlyMap<string, string> = new Map(
  [...bundleFiles, ...libraryFiles()].map((path) => [
    path.endsWith('.txt') ? `library/${basename(path)}` : basename(path),
    path,
  ]),
);

const contentTypes: Readonly<Record<string, string>> = {
  wasm: 'application/wasm',
  mjs: 'text/javascript',
  txt: 'text/plain; charset=utf-8',
};

/** What the site has of a file. Emscripten shortens no names that are local to its glue. */
function delivered(path: string): string | Buffer {
  if (!path.endsWith('.mjs')) return readFileSync(path);
  const { code, errors } = minifySync(basename(path), readFileSync(path, 'utf8'), { module: true });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  return code;
}

function engineFolder(): string {
  const hash = createHash('sha256');
  for (const [name, path] of engineFiles) hash.update(name).update(readFileSync(path));
  return `engine-${hash.digest('hex').slice(0, 10)}`;
}

export function engine(): Plugin {
  let folder = 'engine';
  return {
    name: 'sluicebox-engine',
    config(_, { command }) {
      if (command === 'build') folder = engineFolder();
      const bundles = ['engine-st', 'engine-mt'].filter((name) => engineFiles.has(`${name}.wasm`));
      return {
        define: { __ENGINE_FOLDER__: JSON.stringify(folder), __ENGINE_BUNDLES__: JSON.stringify(bundles) },
      };
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}/`, (request, response, next) => {
        const name = (request.url ?? '').split('?')[0]!.replace(/^\//, '');
        const path = engineFiles.get(name);
        if (path === undefined) return next();
        response.setHeader(
          'Content-Type',
          contentTypes[name.split('.').pop()!] ?? 'application/octet-stream',
        );
        response.end(readFileSync(path));
      });
    },
    generateBundle() {
      for (const [name, path] of engineFiles)
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: delivered(path) });
    },
  };
}
