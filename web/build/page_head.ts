// Puts what all pages have in common into their head: the policy, icons, the manifest.

import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { CSP } from './csp.ts';
import { socialTags } from './site/shell.ts';

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;

/** The elements for a page whose way to the site's root is `root` ("./", "../"). */
export function headElements(root: string): string {
  return [
    `<meta http-equiv="Content-Security-Policy" content="${CSP}" />`,
    '<meta name="color-scheme" content="light dark" />',
    '<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />',
    '<meta name="theme-color" content="#11151c" media="(prefers-color-scheme: dark)" />',
    `<link rel="icon" type="image/svg+xml" href="${root}icon.svg" />`,
    `<link rel="apple-touch-icon" href="${root}icon-192.png" />`,
    `<link rel="manifest" href="${root}manifest.webmanifest" />`,
  ].join('\n    ');
}

/** What a page loads as soon as its first script runs: there is no need to wait for that. */
const SOON: Readonly<Record<string, readonly string[]>> = {
  'embed.html': ['src/embed/start_embed.ts'],
  'lab.html': ['src/app/app.ts'],
};

/** Links that fetch modules of a page, and all that these import, together with the first script. */
function preloads(page: string, html: string, bundle: OutputBundle): string {
  const files = new Set<string>();
  const add = (chunk: OutputChunk): void => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') add(next);
    }
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || chunk.facadeModuleId === null) continue;
    if ((SOON[page] ?? []).some((module) => chunk.facadeModuleId!.endsWith(module))) add(chunk);
  }
  return [...files]
    .filter((file) => !html.includes(file))
    .map((file) => `<link rel="modulepreload" crossorigin href="./${file}">\n  `)
    .join('  ');
}

/** What others read about the laboratory, and its colours before anything else is there. */
function labHead(html: string): string {
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
  const description = /name="description"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  return `  ${socialTags({ path: 'lab.html', title, description })}
    <script src="./theme.js"></script>
  `;
}

/**
 * Replaces `<!-- head -->` in pages. Only the built site has the policy: the development server injects
 * scripts and styles of its own.
 */
export function pageHead(): Plugin {
  let building = false;
  return {
    name: 'sluicebox-page-head',
    config: (_, { command }) => void (building = command === 'build'),
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        const head = building ? headElements('./') : '<link rel="icon" href="/icon.svg" />';
        const page = basename(filename);
        const own = building && page === 'lab.html' ? labHead(html) : '';
        const soon = bundle === undefined ? '' : preloads(page, html, bundle);
        return html.replace('<!-- head -->', head).replace('</head>', `${own}${soon}</head>`);
      },
    },
  };
}
