// axe finds nothing to complain about, in any view, light and dark, on a desk and on a phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { picture, settled, startBrowser, startSite, visit, type Site } from './site.ts';

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await startBrowser();
    site = await startSite(false);
  });
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
  });

  it.each(['lesson', 'code', 'try', 'inside'])('the %s tab', async (tab) => {
    const { page } = await visit(browser, site, '?step=40', { colorScheme });
    await settled(page);
    await page.locator(`[data-tab=${tab}]`).click();
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });

  it('the page on a phone', async () => {
    const { page } = await visit(browser, site, '?step=40', {
      colorScheme,
      viewport: { width: 390, height: 844 },
    });
    await settled(page);
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });

  it('the share dialog', async () => {
    const { page } = await visit(browser, site, '?step=40', { colorScheme });
    await settled(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.locator('share-dialog [data-link]').waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });

  it('a link with mistakes', async () => {
    const { page } = await visit(browser, site, '?seed=x&nonsense=1', { colorScheme });
    await settled(page);
    await page.locator('[data-link-problems]').waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['picture', 760],
    ['code', 760],
    ['output', 760],
    ['picture', 320],
  ])('an embed: %s, %i pixels wide', async (view, width) => {
    const { page } = await visit(browser, site, 'embed.html?p=worker_pool&step=40', {
      colorScheme,
      viewport: { width, height: 620 },
    });
    await page.locator('[data-steps]:not([disabled])').waitFor();
    await page.locator(`[data-view=${view}]`).click();
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `embed-${view}-${width}-${colorScheme}`);
    await page.context().close();
  });

  it('a program with mistakes', async () => {
    const { page } = await visit(browser, site, '?p=own', { colorScheme });
    await settled(page);
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('package main\n\nfunc main() {\n\tx := 1\n}\n');
    await page.locator('[data-diagnostics]').waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });
});
