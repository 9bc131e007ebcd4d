// The last thing of a build: files for hosts and authors, the element's script, and, when everything else is
// there, the service worker that knows it all by name.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { authorFiles } from './authors.ts';
import { hostingFiles } from './hosting.ts';
import { singleFile } from './single_file.ts';

const web = resolve(import.meta.dirname, '..');
/** What a page needs no copy of: files for hosts and authors, pictures for other sites. */
const NOT_OFFLINE =
  /^(_headers|\.|vercel\.json|hosting\/|oembed\/|hugo\/|cards\/|sw\.js|.*\.(d\.ts|map|br|gz)$)/;

function write(dist: string, path: string, text: string): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every file below a folder, as an address. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function finish(): Plugin {
  let dist = '';
  let building = false;
  return {
    name: 'sluicebox-finish',
    configResolved(config) {
      dist = resolve(config.root, config.build.outDir);
      building = config.command === 'build';
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (!building) return;
        const given = process.env['SLUICEBOX_URL'] ?? '/';
        const base = given.endsWith('/') ? given : `${given}/`;
        const engine = readdirSync(dist).find((name) => name.startsWith('engine-')) ?? 'engine';
        for (const [path, text] of Object.entries({ ...hostingFiles(engine), ...authorFiles(base) }))
          write(dist, path, text);
        write(dist, 'sluice-box.js', await singleFile(resolve(web, 'src/element/sluice_box.ts')));
        const files = filesBelow(dist).filter((path) => !NOT_OFFLINE.test(path));
        const hash = createHash('sha256');
        for (const path of files) hash.update(path).update(readFileSync(join(dist, path)));
        const version = hash.digest('hex').slice(0, 12);
        const worker = await singleFile(resolve(web, 'src/offline/service_worker.ts'), {
          __SITE_FILES__: JSON.stringify(files),
          __SITE_VERSION__: JSON.stringify(version),
        });
        write(dist, 'sw.js', worker);
      },
    },
  };
}
