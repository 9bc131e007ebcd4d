// The static pages: readable without scripts, findable, accessible, without a dead link.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { picture, settled, useSite, visit } from './site.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const INDEXES = [
  'index.html',
  'patterns.html',
  'questions.html',
  'compare.html',
  'authors.html',
  'directives.html',
  'instruments.html',
];
const pagesIn = (folder: string): string[] =>
  readdirSync(resolve(dist, folder))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${folder}/${name}`);
const LESSONS = pagesIn('lessons');
const COMPARISONS = pagesIn('compare');
const ALL = [...INDEXES, ...LESSONS, ...COMPARISONS];

const { browser, site } = await useSite(false);

describe('static pages', () => {
  it('have title, description, picture, one heading and text before any script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ALL) {
      await page.goto(site.url + path);
      expect(await page.title(), path).toMatch(/Sluicebox/);
      expect(await page.locator('meta[name=description]').getAttribute('content'), path).toMatch(/.{20}/);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(150);
      const card = await page.locator('meta[property="og:image"]').getAttribute('content');
      const answer = await page.request.get(new URL(card!, page.url()).href);
      expect(answer.headers()['content-type'], path).toBe('image/png');
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
      expect(new URL(canonical!, page.url()).href, path).toBe(page.url().replace(/index\.html$/, ''));
    }
    await context.close();
  });

  it('have no dead link', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const checked = new Set<string>();
    for (const path of ALL) {
      await page.goto(site.url + path);
      const links = await page
        .locator('a[href], link[href], script[src]')
        .evaluateAll((elements) =>
          elements.map((e) => (e as HTMLAnchorElement).href || (e as HTMLScriptElement).src),
        );
      for (const link of links) {
        const url = new URL(link);
        if (url.origin !== new URL(site.url).origin) continue;
        const file = url.origin + url.pathname;
        if (!checked.has(file))
          expect((await page.request.get(file)).status(), `${link} on ${path}`).toBe(200);
        checked.add(file);
        if (url.hash !== '' && url.pathname === new URL(page.url()).pathname)
          expect(await page.locator(`[id="${url.hash.slice(1)}"]`).count(), link).toBe(1);
      }
    }
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'give axe nothing to complain about in %s colours',
    async (colorScheme) => {
      for (const path of ALL) {
        const { page, problems } = await visit(browser, site, path, { colorScheme });
        await page.waitForLoadState();
        expect(await complaints(page), path).toEqual([]);
        expect(problems, path).toEqual([]);
        if (INDEXES.includes(path)) await picture(page, `site-${path.replace('.html', '')}-${colorScheme}`);
        await page.context().close();
      }
    },
    300_000,
  );

  it.each([1280, 390])('stand still while their figures arrive, %i pixels wide', async (width) => {
    for (const path of ['index.html', 'patterns.html', LESSONS[0]!, COMPARISONS[0]!]) {
      const { page } = await visit(browser, site, 'about:blank', { viewport: { width, height: 860 } });
      await page.addInitScript(() => {
        const seen = window as unknown as { moved: number };
        seen.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site.url + path);
      for (const frame of await page.locator('sluice-box iframe').all())
        await frame.contentFrame().locator('caption-line').waitFor();
      await page.waitForTimeout(500);
      const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
      expect(moved, path).toBeLessThan(0.05);
      await page.context().close();
    }
  });

  it('are dark from the first picture for those who like it dark', async () => {
    const { page } = await visit(browser, site, 'lab.html', { colorScheme: 'dark' });
    for (const path of ['lab.html', 'index.html', LESSONS[0]!]) {
      await page.route('**/*.js', (route) =>
        route.request().url().endsWith('/theme.js') ? route.continue() : route.abort(),
      );
      await page.goto(site.url + path);
      expect(await page.evaluate(() => document.documentElement.dataset['theme']), path).toBe('dark');
    }
    await page.context().close();
  });

  it('show the names on cards in ink, not as links in a text', async () => {
    const { page } = await visit(browser, site, 'patterns.html');
    const [name, text] = await page.evaluate(() =>
      ['.categories b', 'h1'].map((what) => getComputedStyle(document.querySelector(what)!).color),
    );
    expect(name).toBe(text);
    await page.context().close();
  });

  it('fit a phone of 320 pixels', async () => {
    for (const path of [...INDEXES, LESSONS[0]!, ...COMPARISONS.slice(0, 1)]) {
      const { page } = await visit(browser, site, path, { viewport: { width: 320, height: 640 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(320);
      await picture(page, `site-${path.replace(/\W/g, '-')}-320`);
      await page.context().close();
    }
  });
});

describe('a reader', () => {
  const shown = (page: Page): Promise<number> => page.locator('[data-search]:visible').count();

  it('finds a pattern by what it is for, by its name and by a part of Go', async () => {
    const { page } = await visit(browser, site, 'patterns.html');
    const all = await shown(page);
    for (const words of ['pool', 'sync.WaitGroup', 'chan']) {
      await page.getByRole('searchbox').fill(words);
      const some = await shown(page);
      expect(some, words).toBeGreaterThan(0);
      expect(some, words).toBeLessThanOrEqual(all);
    }
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByText('Nothing found').waitFor();
    await page.context().close();
  });

  it('searches from the first page', async () => {
    const { page } = await visit(browser, site, 'index.html');
    await page.getByRole('searchbox').fill('leak');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/patterns\.html#search=leak/);
    expect(await shown(page)).toBeGreaterThan(2);
    await page.context().close();
  });

  it('comes from a lesson to its experiment in the laboratory', async () => {
    const { page, problems } = await visit(browser, site, 'lessons/worker_pool.html');
    await page.getByRole('link', { name: 'Predict, then try' }).nth(1).click();
    await settled(page);
    await page.locator('try-panel li').nth(1).waitFor({ state: 'visible' });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('marks what is understood, and finds it marked', async () => {
    const { page } = await visit(browser, site, 'lessons/worker_pool.html');
    await page.getByRole('button', { name: 'I have understood this' }).click();
    await page.goto(`${site.url}patterns.html`);
    await page.locator('li.understood[data-lesson=worker_pool]').waitFor();
    await page.context().close();
  });

  it('gets with an old link, to the first page, where it led', async () => {
    const { page } = await visit(browser, site, 'index.html?p=worker_pool&numWorkers=5&step=3');
    await page.waitForURL(/lab\.html\?p=worker_pool&numWorkers=5/);
    await settled(page);
    await page.context().close();
  });

  it('sees the miniature move on the first page', async () => {
    const { page } = await visit(browser, site, 'index.html', { reducedMotion: 'no-preference' });
    const frame = page.frameLocator('sluice-box iframe');
    await frame.getByRole('button', { name: 'Pause' }).waitFor();
    await picture(page, 'site-index-alive');
    await page.context().close();
  });
});
