// axe finds nothing to complain about, in any view, light and dark, on a desk and on a phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { settled, startBrowser, startSite, visit, type Site } from './site.ts';

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
