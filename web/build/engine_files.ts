// The engine's bundles in the site: a folder whose name changes with their content, so that it can be cached
// for ever.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';

const build = resolve(import.meta.dirname, '../../build');

/** What the engine's builds leave behind; a bundle that has not been built is simply not there. */
const engineFiles = ['st', 'mt']
  .flatMap((kind) =>
    ['mjs', 'wasm', 'worker.mjs'].map((ending) =>
      resolve(build, `wasm-${kind}/wasm/engine-${kind}.${ending}`),
    ),
  )
  .filter((path) => existsSync(path));

function engineFolder(): string {
  const hash = createHash('sha256');
  for (const path of engineFiles) hash.update(basename(path)).update(readFileSync(path));
  return `engine-${hash.digest('hex').slice(0, 10)}`;
}

export function engine(): Plugin {
  let folder = 'engine';
  return {
    name: 'sluicebox-engine',
    config(_, { command }) {
      if (command === 'build') folder = engineFolder();
      const bundles = ['engine-st', 'engine-mt'].filter((name) =>
        engineFiles.some((path) => basename(path) === `${name}.wasm`),
      );
      return {
        define: { __ENGINE_FOLDER__: JSON.stringify(folder), __ENGINE_BUNDLES__: JSON.stringify(bundles) },
      };
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}/`, (request, response, next) => {
        const name = basename((request.url ?? '').split('?')[0]!);
        const path = engineFiles.find((file) => basename(file) === name);
        if (path === undefined) return next();
        response.setHeader('Content-Type', path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
        response.end(readFileSync(path));
      });
    },
    generateBundle() {
      for (const path of engineFiles) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${basename(path)}`, source: readFileSync(path) });
      }
    },
  };
}
