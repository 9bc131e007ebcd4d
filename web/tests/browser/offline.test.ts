// The service worker: everything without a network after the first visit, threads on hosts without headers,
// one reload and no more.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { engineLine, status } from './inside.ts';
import { picture, settled, startBrowser, startSite, type Site } from './site.ts';

let browser: Browser;
let bare: Site;
beforeAll(async () => {
  browser = await startBrowser();
  bare = await startSite(false);
});
afterAll(async () => {
  await browser?.close();
  bare?.server.close();
});

describe('a host that sends no headers', () => {
  it('is isolated by the service worker after one reload, and works without a network', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${bare.url}lab.html?p=pipeline&step=12`);
    await page.waitForFunction(() => crossOriginIsolated, undefined, { timeout: 50_000 });
    await settled(page);
    expect(await engineLine(page)).toContain('engine-mt · with threads');
    expect(await status(page)).toMatchObject({ program: 'pipeline', status: 'ready' });
    expect(loads).toBe(2);
    await page.waitForTimeout(1500);
    expect(loads).toBe(2);
    // The network goes away; every page and every program still comes.
    await context.setOffline(true);
    bare.server.closeAllConnections();
    for (const address of ['lab.html?p=worker_pool&step=20', 'lab.html?p=own', 'index.html']) {
      const offline = await context.newPage();
      const failed: string[] = [];
      offline.on('requestfailed', (request) => failed.push(request.url()));
      await offline.goto(bare.url + address);
      if (address.startsWith('lab')) {
        await settled(offline);
        expect(await status(offline)).toMatchObject({ status: 'ready' });
      } else expect(await offline.title()).not.toBe('');
      expect(failed).toEqual([]);
      if (address.includes('worker_pool')) await picture(offline, 'offline');
      await offline.close();
    }
    await context.close();
  });

  it('a reader of a lesson has the laboratory too when the network is gone', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(`${bare.url}lessons/pipeline.html`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      timeout: 50_000,
    });
    await context.setOffline(true);
    await page.goto(`${bare.url}lab.html?p=pipeline&step=4`);
    await settled(page);
    expect(await status(page)).toMatchObject({ program: 'pipeline', status: 'ready' });
    await context.close();
  });

  it('says that there is one thread, and why, where service workers are not allowed', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${bare.url}lab.html?p=pipeline`);
    await settled(page);
    await page.waitForTimeout(800);
    expect(await engineLine(page)).toContain('engine-st · 1 thread, because this host does not isolate');
    expect(loads).toBe(1);
    await context.close();
  });

  it('is not reloaded under the hands of a visitor', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => loads++);
    await page.addInitScript(() =>
      addEventListener('load', () => dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))),
    );
    await page.goto(`${bare.url}lab.html?p=pipeline`);
    await settled(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      timeout: 50_000,
    });
    await page.waitForTimeout(500);
    expect(loads).toBe(1);
    await context.close();
  });
});
