// The static pages of the site: home, patterns, lessons, comparisons, questions, and the page for authors.
// Their text is complete without a script, and all of it comes from the catalogue and from docs/.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, Rollup } from 'vite';
import { documentPage } from './site/document_page.ts';
import { card } from './site/cards.ts';
import { compareIndex, comparePage } from './site/compare_page.ts';
import { readFacts } from './site/facts.ts';
import { homePage, missingPage, patternsPage, questionsPage } from './site/index_pages.ts';
import { lessonPage } from './site/lesson_page.ts';
import { shell, type Assets, type PageText } from './site/shell.ts';

const root = resolve(import.meta.dirname, '../..');
const SCRIPT = resolve(root, 'web/src/site/site.ts');

async function pages(): Promise<PageText[]> {
  const facts = await readFacts();
  const { lessons, comparisons } = facts;
  // Among the files the documents name each other as files, on the site as pages.
  const doc = (name: string): string =>
    readFileSync(resolve(root, 'docs', name), 'utf8')
      .replace(/\]\(embedding\.md/g, '](authors.html')
      .replace(/\]\((\w+)\.md/g, ']($1.html');
  return [
    homePage(lessons, comparisons),
    patternsPage(lessons, comparisons),
    questionsPage(lessons),
    ...lessons.map((lesson) => lessonPage(facts, lesson)),
    compareIndex(comparisons),
    ...comparisons.map((comparison) => comparePage(facts, comparison)),
    documentPage('authors.html', doc('embedding.md'), 'authors'),
    documentPage('directives.html', doc('directives.md'), 'directives'),
    documentPage('instruments.html', doc('instruments.md'), 'instruments'),
    missingPage(),
  ];
}

/** The style sheets of a chunk and of what it imports, those first. */
function stylesOf(bundle: Rollup.OutputBundle, file: string, seen = new Set<string>()): string[] {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return [];
  seen.add(file);
  const below = chunk.imports.flatMap((name) => stylesOf(bundle, name, seen));
  return [...new Set([...below, ...(chunk.viteMetadata?.importedCss ?? [])])];
}

export function sitePages(): Plugin {
  let script = '';
  return {
    name: 'sluicebox-site-pages',
    apply: 'build',
    buildStart() {
      script = this.emitFile({ type: 'chunk', id: SCRIPT, name: 'site' });
    },
    async generateBundle(_, bundle) {
      const file = this.getFileName(script);
      const assets: Assets = { script: file, styles: stylesOf(bundle, file) };
      const all = await pages();
      for (const page of all) {
        this.emitFile({ type: 'asset', fileName: page.path, source: shell(page, assets) });
        if (page.picture !== undefined)
          this.emitFile({
            type: 'asset',
            fileName: page.picture,
            source: card(page.title.replace(/ in Go, animated · Sluicebox$/, ''), 'Go concurrency, animated'),
          });
      }
      this.emitFile({
        type: 'asset',
        fileName: 'cards/sluicebox.png',
        source: card('See what your goroutines do', 'A laboratory for Go concurrency'),
      });
    },
  };
}
