// The site in Firefox: laboratory and embeds, with and without threads, desk and phone, light and dark.

import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SluiceBoxState } from '../../public/sluice-box.d.ts';
import { ISOLATED, LISTINGS, PROGRAM, startHosts, type Hosts } from '../browser/hosts.ts';
import { startSite, type Site } from '../browser/site.ts';
import { picture, settled, startFirefox, visit } from './firefox.ts';

interface App extends HTMLElement {
  readonly session: {
    readonly status: string;
    readonly source: string;
    readonly player: { readonly step: number; readonly length: number };
    readonly outcome?: { readonly kind: string };
    readonly run?: { readonly outputs: readonly { readonly text: string }[] };
  };
}

let site: Site;
let bare: Site;
let hosts: Hosts;
let browser: Browser;
beforeAll(async () => {
  site = await startSite(true);
  bare = await startSite(false);
  hosts = await startHosts();
  browser = await startFirefox();
});
afterAll(async () => {
  await browser?.close();
  for (const { server } of [site, bare, hosts]) server?.close();
});

const lab = (
  page: Page,
): Promise<{ status: string; kind: string; step: number; output: string; engine: string }> =>
  page.evaluate(() => {
    const app = document.querySelector('sluice-app') as unknown as App;
    const { status, player, outcome, run } = app.session;
    return {
      status,
      kind: outcome?.kind ?? '',
      step: player.step,
      output: run?.outputs.map((line) => line.text).join('') ?? '',
      engine: app.shadowRoot!.querySelector('[data-engine]')!.textContent ?? '',
    };
  });

describe('the laboratory', () => {
  it('runs with threads where the host isolates it', async () => {
    const { page, problems } = await visit(browser, `${site.url}lab.html?p=worker_pool&step=30`);
    await settled(page);
    const now = await lab(page);
    expect(now).toMatchObject({ status: 'ready', kind: 'done', step: 30 });
    expect(now.engine).toContain('engine-mt · with threads');
    await picture(page, 'lab');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('runs on one thread when asked to, with the same output', async () => {
    const outputs: string[] = [];
    for (const engine of ['st', 'mt']) {
      const { page } = await visit(browser, `${site.url}lab.html?p=pipeline&seed=4&engine=${engine}`);
      await settled(page);
      const now = await lab(page);
      expect(now.engine).toContain(`engine-${engine}`);
      outputs.push(now.output);
      await page.close();
    }
    expect(outputs[0]).not.toBe('');
    expect(outputs[1]).toBe(outputs[0]);
  });

  // The glue used to make its threads inside the worker, and one start in thirty hung in it for ever.
  it('starts with threads every time', async () => {
    for (let visits = 0; visits < 25; visits++) {
      const { page } = await visit(browser, `${site.url}lab.html?p=unbuffered_channel`);
      await settled(page, 20_000);
      expect((await lab(page)).engine).toContain('engine-mt · with threads');
      await page.close();
    }
  }, 120_000);

  it('takes steps by keyboard and a program in the address', async () => {
    const { page, problems } = await visit(browser, `${site.url}lab.html?p=own`);
    await settled(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect((await lab(page)).step).toBe(1);
    await page.waitForFunction(() => location.hash.startsWith('#c=') && location.search.includes('step=1'));
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await settled(page);
    expect((await lab(page)).step).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each([
    ['phone', { width: 390, height: 844 }],
    ['small-phone', { width: 320, height: 640 }],
    ['wide', { width: 2560, height: 1440 }],
  ])('on a %s: nothing sticks out sideways', async (name, size) => {
    const { page } = await visit(browser, `${site.url}lab.html?step=60`, size);
    await settled(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
    await picture(page, name);
    await page.close();
  });

  it('in dark colours', async () => {
    const dark = await startFirefox(true);
    const { page, problems } = await visit(dark, `${site.url}lab.html?p=worker_pool&step=40`);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await picture(page, 'lab-dark');
    expect(problems).toEqual([]);
    await dark.close();
  });
});

async function state(page: Page): Promise<SluiceBoxState> {
  return page.evaluate(async () => {
    await customElements.whenDefined('sluice-box');
    for (;;) {
      const now = await document.querySelector('sluice-box')!.getState();
      if (now.complete && now.outcome !== '') return now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

describe('an embed', () => {
  it.each([
    ['a plain page', true, {}, '1 thread, because the page around'],
    ['an isolated page', true, ISOLATED, 'with threads'],
    ['a plain page, without headers of ours', false, {}, '1 thread, because the page around'],
  ] as const)('in %s runs, and says on how many threads', async (name, headers, around, engine) => {
    const at = headers ? site.url : bare.url;
    const html = `<h1>A tutorial</h1><script src="${at}sluice-box.js"></script>
      <sluice-box program="worker_pool" step="30"></sluice-box>`;
    const { page, problems } = await visit(browser, hosts.page(html, around), { width: 900, height: 900 });
    const now = await state(page);
    expect(now).toMatchObject({ program: 'worker_pool', step: 30, outcome: 'done' });
    expect(now.engine).toContain(engine);
    await picture(page, `embed-in-${name.replace(/\W+/g, '-')}`);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('around a listing runs it, and does as it is told', async () => {
    const html = `<script src="${site.url}sluice-box.js"></script>
      <sluice-box>${LISTINGS['a table with line numbers']}</sluice-box>`;
    const { page, problems } = await visit(browser, hosts.page(html));
    expect((await state(page)).source).toBe(PROGRAM);
    const later = await page.evaluate(async () => {
      const box = document.querySelector('sluice-box')!;
      await box.setParameter('count', '7');
      return box.seek(6);
    });
    expect(later.step).toBe(6);
    expect(later.source).toContain('const count = 7');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('in a sandbox without an origin runs on one thread', async () => {
    const html = `<iframe sandbox="allow-scripts" width="800" height="600"
      src="${site.url}embed.html?p=pipeline&step=20"></iframe>`;
    const { page } = await visit(browser, hosts.page(html));
    await page.waitForFunction(() => document.querySelector('iframe') !== null);
    const frame = page.frames().find((one) => one.url().includes('embed.html'))!;
    await frame.waitForFunction(
      () => {
        const embed = document.querySelector('sluice-embed') as unknown as App | null;
        return embed?.session?.outcome?.kind === 'done';
      },
      { timeout: 50_000 },
    );
    const line = await frame.evaluate(
      () => (document.querySelector('sluice-embed') as unknown as { engineLine: string }).engineLine,
    );
    expect(line).toContain('1 thread');
    await picture(page, 'embed-in-sandbox');
    await page.close();
  });
});
