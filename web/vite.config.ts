import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { catalogueIndex } from './build/catalogue_index.ts';
import { engine } from './build/engine_files.ts';
import { finish } from './build/finish.ts';
import { pageHead } from './build/page_head.ts';
import { shortStyles } from './build/short_styles.ts';
import { sitePages } from './build/site_pages.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: './',
  plugins: [shortStyles(), catalogueIndex(), engine(), pageHead(), sitePages(), finish()],
  worker: { format: 'es' },
  server: { fs: { allow: [resolve(root, '..')] } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { lab: resolve(root, 'lab.html'), embed: resolve(root, 'embed.html') } },
  },
});
