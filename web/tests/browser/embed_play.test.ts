// What moves by itself in an embed, and what does not; who may command it; many of them on one page.

import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LISTINGS, useHosts } from './hosts.ts';
import { picture, useSite } from './site.ts';

const { browser, site } = await useSite(true);
const hosts = await useHosts();

const LISTEN = `<script>window.events = []; for (const name of ['ready', 'step', 'ended', 'error'])
  addEventListener('sluice-' + name, (e) => window.events.push([name, e.detail]));</script>`;

interface Events extends Window {
  readonly events: [string, { playing?: boolean; loops?: number }][];
}

async function open(html: string, motion: 'reduce' | 'no-preference'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 900, height: 800 },
    reducedMotion: motion,
  });
  const page = await context.newPage();
  await page.goto(hosts.page(`${LISTEN}<script src="${site.url}sluice-box.js"></script>${html}`));
  return page;
}

const heard = (page: Page, what: string): Promise<number> =>
  page.evaluate((name) => (window as unknown as Events).events.filter(([n]) => n === name).length, what);
const playing = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    document
      .querySelector('sluice-box')!
      .getState()
      .then((now) => now.playing),
  );
const listing = LISTINGS['plain']!;

describe('playing by itself', () => {
  it('begins in sight, loops five times, and stops', async () => {
    const page = await open(
      `<sluice-box loop speed="64" range="2-6">${listing}</sluice-box>`,
      'no-preference',
    );
    await page.waitForFunction(() =>
      (window as unknown as Events).events.some(([name, { loops }]) => name === 'ended' && loops === 5),
    );
    await page.waitForTimeout(2500);
    expect(await heard(page, 'ended')).toBe(5);
    expect(await playing(page)).toBe(false);
    const steps = await page.evaluate(() =>
      (window as unknown as Events).events
        .filter(([name]) => name === 'step')
        .map(([, detail]) => (detail as { step: number }).step),
    );
    expect(Math.max(...steps)).toBe(6);
    await page.context().close();
  });

  it('does not begin where motion is unwelcome, nor when the author does not want it', async () => {
    for (const [html, motion] of [
      [`<sluice-box>${listing}</sluice-box>`, 'reduce'],
      [`<sluice-box autoplay="no">${listing}</sluice-box>`, 'no-preference'],
    ] as const) {
      const page = await open(html, motion);
      await page.waitForFunction(() =>
        (window as unknown as Events).events.some(([name]) => name === 'ready'),
      );
      await page.waitForTimeout(700);
      expect(await playing(page)).toBe(false);
      // The visitor may still want it.
      await page.frameLocator('iframe').getByRole('button', { name: 'Play' }).click();
      expect(await playing(page)).toBe(true);
      await page.context().close();
    }
  });

  it('rests out of sight and goes on in sight; frames are fetched on approach only', async () => {
    const page = await open(
      `<sluice-box program="worker_pool" speed="0.25"></sluice-box><div style="height: 4000px"></div>
       <sluice-box program="pipeline"></sluice-box>`,
      'no-preference',
    );
    await page.waitForFunction(() =>
      (window as unknown as Events).events.some(([name, { playing }]) => name === 'step' && playing),
    );
    expect(page.frames()).toHaveLength(2);
    await page.evaluate(() => scrollTo(0, 2200));
    await page.waitForFunction(() => {
      const { events } = window as unknown as Events;
      return events.filter(([name]) => name === 'step').pop()?.[1].playing === false;
    });
    expect(page.frames()).toHaveLength(2);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => {
      const { events } = window as unknown as Events;
      return events.filter(([name]) => name === 'step').pop()?.[1].playing === true;
    });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => page.frames().length).toBe(3);
    await page.context().close();
  });
});

describe('commands', () => {
  it('of anybody but the page around are not heard', async () => {
    const page = await open(
      `<sluice-box program="worker_pool"></sluice-box>
       <iframe id="other" srcdoc="<p>another frame</p>"></iframe>`,
      'reduce',
    );
    await page.waitForFunction(() => (window as unknown as Events).events.some(([name]) => name === 'ready'));
    const step = (): Promise<number> =>
      page.evaluate(() =>
        document
          .querySelector('sluice-box')!
          .getState()
          .then((now) => now.step),
      );
    expect(await step()).toBe(-1);
    // Another frame of the page finds the figure and speaks to it.
    const other = page.frames().find((frame) => frame.url() === 'about:srcdoc')!;
    await other.evaluate(() => {
      for (let i = 0; i < parent.length; i++)
        parent[i]!.postMessage({ sluicebox: 1, type: 'seek', step: 5 }, '*');
    });
    await page.waitForTimeout(400);
    expect(await step()).toBe(-1);
    // And pretends to be the figure: the element listens to its own frame alone.
    await other.evaluate(() => parent.postMessage({ sluicebox: 1, type: 'resize', height: 2222 }, '*'));
    await page.waitForTimeout(300);
    const height = await page.evaluate(
      () => document.querySelector('sluice-box')!.querySelector('iframe')!.offsetHeight,
    );
    expect(height).not.toBe(2224);
    await page.context().close();
  });

  it('from an origin that the address does not name are not heard', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const frame = (origin: string): string =>
      `<iframe width="600" height="400"
        src="${site.url}embed.html?p=pipeline&origin=${encodeURIComponent(origin)}"></iframe>`;
    const listen = `<script>window.heard = [];
      addEventListener('message', (e) => heard.push(e.data))</script>`;
    await page.goto(hosts.page(listen + frame('https://elsewhere.example')));
    await page.frameLocator('iframe').locator('[data-steps]:not([disabled])').waitFor();
    await page.evaluate(() =>
      document
        .querySelector('iframe')!
        .contentWindow!.postMessage({ sluicebox: 1, type: 'seek', step: 5 }, '*'),
    );
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    expect(await page.frameLocator('iframe').locator('[data-steps]').getAttribute('data-step')).toBe('-1');
    // The right origin is heard, and answered.
    await page.goto(hosts.page(listen + frame(new URL(hosts.url).origin)));
    await page.frameLocator('iframe').locator('[data-steps]:not([disabled])').waitFor();
    await page.evaluate(() =>
      document
        .querySelector('iframe')!
        .contentWindow!.postMessage({ sluicebox: 1, id: 7, type: 'seek', step: 5 }, '*'),
    );
    await page.waitForFunction(() =>
      (window as unknown as { heard: { id?: number; state?: { step: number } }[] }).heard.some(
        (message) => message.id === 7 && message.state?.step === 5,
      ),
    );
    await context.close();
  });
});

describe('twenty figures on one page', () => {
  it('share one compiled engine, and all of them run', async () => {
    const page = await open(
      Array.from(
        { length: 20 },
        (_, k) =>
          `<p>Figure ${k}</p>
          <sluice-box program="worker_pool" params="seed=${k + 1}" controls="min"></sluice-box>`,
      ).join(''),
      'reduce',
    );
    await page.evaluate(() =>
      Promise.all([...document.querySelectorAll('sluice-box')].map((box) => box.getState())),
    );
    const outcomes = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('sluice-box')].map(async (box) => {
          for (;;) {
            const now = await box.getState();
            if (now.complete && now.outcome !== '') return `${now.outcome} ${now.seed}`;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }),
      ),
    );
    expect(outcomes).toEqual(Array.from({ length: 20 }, (_, k) => `done ${k + 1}`));
    // Every figure holds the module that one of them compiled.
    const frames = page.frames().filter((frame) => frame.url().includes('embed.html'));
    expect(frames).toHaveLength(20);
    const compiled = await frames[0]!.evaluate(async () => {
      const all = new Map<string, Set<WebAssembly.Module>>();
      for (let i = 0; i < parent.length; i++) {
        for (const [url, module] of parent[i]!.sluiceboxShared?.modules ?? []) {
          if (!all.has(url)) all.set(url, new Set());
          all.get(url)!.add(await module);
        }
      }
      return [...all.values()].map((set) => set.size);
    });
    expect(compiled.length).toBeGreaterThan(0);
    for (const count of compiled) expect(count).toBe(1);
    // No more than a few of them reserve memory for threads.
    const threaded = await Promise.all(
      frames.map((frame) => frame.evaluate(() => window.sluiceboxShared?.threaded === true)),
    );
    expect(threaded.filter(Boolean).length).toBeLessThanOrEqual(5);
    await picture(page, 'embed-twenty');
    await page.context().close();
  });
});
