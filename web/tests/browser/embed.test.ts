// Embeds as authors use them: in plain, isolated and strict pages, in sandboxes, with listings of every kind,
// and through the messages.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SluiceBoxState } from '../../public/sluice-box.d.ts';
import { escaped, ISOLATED, LISTINGS, PROGRAM, startHosts, type Hosts } from './hosts.ts';
import { picture, startBrowser, startSite, type Site } from './site.ts';

let browser: Browser;
let site: Site;
let bare: Site;
let hosts: Hosts;
beforeAll(async () => {
  browser = await startBrowser();
  site = await startSite(true);
  bare = await startSite(false);
  hosts = await startHosts();
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
  bare?.server.close();
  hosts?.server.close();
});

interface Guest {
  readonly page: Page;
  readonly problems: string[];
}

async function open(
  html: string,
  headers: Record<string, string> = {},
  options: BrowserContextOptions = {},
): Promise<Guest> {
  const context = await browser.newContext({
    viewport: { width: 900, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const known = [site.url, bare.url, hosts.url].some((url) => new URL(url).origin === origin);
    if (protocol.startsWith('http') && !known) problems.push(`request to ${request.url()}`);
  });
  await page.goto(hosts.page(html, headers));
  return { page, problems };
}

const script = (at: Site = site, more = ''): string =>
  `<script src="${at.url}sluice-box.js" ${more}></script>`;
const box = (attributes: string, content = ''): string => `<sluice-box ${attributes}>${content}</sluice-box>`;

/** The state of the n-th element; asking starts it when the reader has not come near yet. */
const state = (page: Page, index = 0): Promise<SluiceBoxState> =>
  page.evaluate((k) => document.querySelectorAll('sluice-box')[k]!.getState(), index);

async function complete(page: Page, index = 0): Promise<SluiceBoxState> {
  for (;;) {
    const now = await state(page, index);
    if (now.complete && now.outcome !== '') return now;
    await page.waitForTimeout(50);
  }
}

describe('in other pages', () => {
  it.each([
    ['a plain page', true, {}, 'with threads'],
    ['an isolated page', true, ISOLATED, 'with threads'],
    ['a plain page, without headers of ours', false, {}, '1 thread, because the page around'],
  ] as const)('%s: runs, and says on how many threads', async (name, headers, around, engine) => {
    const { page, problems } = await open(
      `<h1>A tutorial</h1>${script(headers ? site : bare)}${box('program="worker_pool" step="30"')}`,
      around,
    );
    const now = await complete(page);
    expect(now).toMatchObject({ program: 'worker_pool', step: 30, outcome: 'done' });
    expect(now.engine).toContain(engine);
    await picture(page, `embed-in-${name.replace(/\W+/g, '-')}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('a sandboxed frame without an origin: runs on one thread and says why', async () => {
    const { page, problems } = await open(
      `<iframe sandbox="allow-scripts" width="800" height="600"
        src="${site.url}embed.html?p=pipeline&step=20"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-steps]:not([disabled])').waitFor();
    expect(await frame.locator('[data-engine]').getAttribute('data-engine')).toMatch(/threads?[,:]/);
    expect(await frame.locator('[data-caption]').innerText()).not.toBe('');
    await picture(page, 'embed-in-sandbox');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('a page with a strict policy of its own: the element needs no inline styles', async () => {
    const { origin } = new URL(site.url);
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`;
    const { page, problems } = await open(
      `<main>${script()}${box('program="generator"')}</main>`.replace(/ style="[^"]*"/g, ''),
      { 'Content-Security-Policy': policy },
    );
    expect((await complete(page)).outcome).toBe('done');
    // The style attribute of the test page's own body is what the policy forbids.
    expect(problems.filter((text) => !text.includes('inline style'))).toEqual([]);
    await page.context().close();
  });
});

describe('the script', () => {
  it.each([
    ['before the element', () => `${script()}${box('program="generator"')}`],
    ['after the element', () => `${box('program="generator"')}${script()}`],
    ['twice', () => `${script()}${box('program="generator"')}${script()}`],
    ['asynchronously', () => `${script(undefined, 'async')}${box('program="generator"')}`],
  ])('loaded %s works', async (_, html) => {
    const { page, problems } = await open(html());
    expect((await complete(page)).program).toBe('generator');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('works as a module, by import, and for elements made later', async () => {
    // A module needs the host's leave to be read from elsewhere.
    const { page } = await open(
      `<script>const s = document.createElement('script'); s.src = '${site.url}sluice-box.js';
       document.head.append(s);</script><p>later</p>`,
    );
    await page.waitForFunction(() => customElements.get('sluice-box') !== undefined);
    await page.evaluate((program) => {
      const element = document.createElement('sluice-box');
      const pre = document.createElement('pre');
      pre.textContent = program;
      element.append(pre);
      document.body.append(element);
    }, PROGRAM);
    expect((await complete(page)).source).toBe(PROGRAM);
    await page.context().close();
  });
});

describe('a listing', () => {
  it.each(Object.entries(LISTINGS))('with %s is read as it is meant', async (_, listing) => {
    const { page, problems } = await open(script() + box('', listing));
    const now = await complete(page);
    expect(now.source.replace(/^ +| +$/gm, (s) => s.trim())).toBe(PROGRAM);
    expect(now.output).toBe('');
    expect(await page.locator('sluice-box :is(pre, table)').first().isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('that a Markdown processor has put behind the element is found', async () => {
    const { page } = await open(
      `${script()}<p><sluice-box controls="min"></p>\n<div class="highlight">${LISTINGS['pre alone']}</div>
       <p></sluice-box></p>`,
    );
    expect((await complete(page)).source).toBe(PROGRAM);
    await page.context().close();
  });

  it('stays readable without JavaScript', async () => {
    const { page } = await open(script() + box('', LISTINGS['plain']!), {}, { javaScriptEnabled: false });
    expect(await page.locator('sluice-box pre').innerText()).toContain('func main()');
    await picture(page, 'embed-without-javascript');
    await page.context().close();
  });

  it('stays readable when the engine cannot be had, and the page is told', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.route(/engine-(st|mt)\.(wasm|mjs)/, (route) => route.abort());
    await page.goto(
      hosts.page(
        `<script>addEventListener('sluice-error', (e) => (window.told = e.detail))</script>` +
          script() +
          box('', LISTINGS['plain']!),
      ),
    );
    await page.waitForFunction(() => 'told' in window);
    expect(await page.evaluate(() => (window as unknown as { told: object }).told)).toMatchObject({
      where: 'engine',
    });
    expect(await page.locator('sluice-box pre').isVisible()).toBe(true);
    await picture(page, 'embed-without-engine');
    await context.close();
  });

  it('that does not compile says what is wrong, in the figure and to the page', async () => {
    const { page } = await open(
      `<script>addEventListener('sluice-error', (e) => (window.told = e.detail))</script>${script()}` +
        box('', `<pre>${escaped('package main\n\nfunc main() {\n\tx := 1\n}\n')}</pre>`),
    );
    await page.waitForFunction(() => 'told' in window);
    expect(await page.evaluate(() => (window as unknown as { told: object }).told)).toMatchObject({
      where: 'program',
      message: '4:2: declared and not used: x',
    });
    expect(await page.frameLocator('iframe').locator('[data-problems]').innerText()).toContain(
      'declared and not used: x',
    );
    await page.context().close();
  });
});

describe('the element', () => {
  it('is told what to do, and tells what happens', async () => {
    const { page, problems } = await open(
      `<script>window.events = []; for (const name of ['ready', 'step', 'ended', 'error'])
        addEventListener('sluice-' + name, (e) => window.events.push([name, e.detail]));</script>` +
        script() +
        box('speed="64"', LISTINGS['plain']!),
    );
    const first = await complete(page);
    expect(first).toMatchObject({ step: -1, playing: false, speed: 64, seed: 1 });
    expect(first.parameters).toEqual([{ name: 'count', value: '3', min: '1', max: '9' }]);
    const run = (code: string): Promise<SluiceBoxState> =>
      page.evaluate(`document.querySelector('sluice-box').${code}`);
    expect((await run('seek(4)')).step).toBe(4);
    expect((await run('step()')).step).toBe(5);
    expect((await run('step(-2)')).step).toBe(3);
    expect((await run('seek(1e6)')).step).toBe(first.steps - 1);
    expect((await run('setParameter("count", "5")')).source).toContain('const count = 5');
    expect((await run('setSpeed(16)')).speed).toBe(16);
    await run('setSpeed(64)');
    await run('seek(0)');
    await run('play()');
    await page.waitForFunction(() =>
      (window as unknown as { events: [string][] }).events.some(([name]) => name === 'ended'),
    );
    const end = await run('getState()');
    expect(end).toMatchObject({ playing: false, outcome: 'done' });
    expect(end.output).toContain('got 4');
    const loaded = await run(
      'load({ program: "worker_pool", parameters: { numWorkers: "2" }, seed: 7, step: 9 })',
    );
    expect(loaded).toMatchObject({ program: 'worker_pool', seed: 7, step: 9 });
    expect(loaded.source).toContain('const numWorkers = 2');
    for (const wrong of [
      'seek("x")',
      'setParameter("nothing", "1")',
      'setParameter("numWorkers", "many")',
      'setSpeed(-1)',
      'load({})',
      'load({ program: "no such program" })',
      'load({ source: "package main\\nfunc main() { x }" })',
    ])
      await expect(run(wrong), wrong).rejects.toThrow();
    const names = await page.evaluate(() =>
      (window as unknown as { events: [string][] }).events.map(([name]) => name),
    );
    expect(names[0]).toBe('step');
    expect(names).toContain('ready');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('makes its frame as high as the figure, at every width', async () => {
    const { page } = await open(script() + box('program="worker_pool"'));
    await complete(page);
    const fits = (): Promise<number> =>
      page.evaluate(async () => {
        const frame = document.querySelector('sluice-box')!.querySelector('iframe')!;
        await new Promise((resolve) => setTimeout(resolve, 400));
        return frame.offsetHeight;
      });
    const wide = await fits();
    const inside = (): Promise<{ whole: number; seen: number }> =>
      page
        .frames()[1]!
        .evaluate(() => ({ whole: document.documentElement.scrollHeight, seen: window.innerHeight }));
    expect((await inside()).whole).toBeLessThanOrEqual((await inside()).seen);
    await page.setViewportSize({ width: 340, height: 900 });
    const narrow = await fits();
    expect(narrow).not.toBe(wide);
    expect((await inside()).whole).toBeLessThanOrEqual((await inside()).seen);
    await picture(page, 'embed-narrow');
    await page.context().close();
  });

  it('takes the colours of the page around, and follows when they change', async () => {
    const { page } = await open(
      `<style>:root { --sluice-accent: rgb(200, 30, 60) } html.dark { --sluice-paper: #102030 }
        html.dark body { background: #0b0b10; color: #ddd }</style>
        ${script()}${box('program="pipeline" step="20"')}`,
    );
    await complete(page);
    const look = (): Promise<string[]> =>
      page.frames()[1]!.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return [
          document.documentElement.dataset['theme'] ?? '',
          style.getPropertyValue('--accent').trim(),
          style.getPropertyValue('--paper').trim(),
        ];
      });
    expect(await look()).toEqual(['light', 'rgb(200, 30, 60)', '#fbfaf7']);
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await page.waitForTimeout(500);
    expect(await look()).toEqual(['dark', 'rgb(200, 30, 60)', '#102030']);
    await picture(page, 'embed-dark-host');
    await page.context().close();
  });
});
