// The last thing of a build: files for hosts and authors, the element's script, and, when everything else is
// there, the service worker that knows it all by name.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { authorFiles } from './authors.ts';
import { hostingFiles } from './hosting.ts';
import { singleFile } from './single_file.ts';
import { siteAddress } from './site/shell.ts';

const web = resolve(import.meta.dirname, '..');
/** What a page needs no copy of: files for hosts and authors, pictures for other sites. */
const NOT_OFFLINE =
  /^(_headers|\.|vercel\.json|sitemap\.xml|robots\.txt|hosting\/|oembed\/|hugo\/|cards\/|sw\.js|.*\.(d\.ts|map|br|gz)$)/;

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

/** For searchers: the pages of the site, by their whole addresses. */
function searchFiles(site: string, files: readonly string[]): Record<string, string> {
  const pages = files
    .filter((path) => path.endsWith('.html') && !/^(404|embed|hugo\/.*)\.html$/.test(path))
    .map((path) => `  <url><loc>${site}${path.replace(/^index\.html$/, '')}</loc></url>\n`);
  return {
    'sitemap.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('')}</urlset>\n`,
    'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n`,
  };
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
        const site = siteAddress();
        const engine = readdirSync(dist).find((name) => name.startsWith('engine-')) ?? 'engine';
        for (const [path, text] of Object.entries({ ...hostingFiles(engine), ...authorFiles(site ?? '/') }))
          write(dist, path, text);
        if (site !== undefined)
          for (const [path, text] of Object.entries(searchFiles(site, filesBelow(dist))))
            write(dist, path, text);
        write(dist, 'theme.js', await singleFile(resolve(web, 'src/site/first_theme.ts')));
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
