// Debian's Firefox ESR, driven over WebDriver BiDi, on the built site.

import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const pictures = resolve(import.meta.dirname, '../../../build/screenshots');

/** Dark colours and motion are preferences of the browser: this version cannot emulate them for a page. */
export async function startFirefox(dark = false): Promise<Browser> {
  const executablePath = [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined) throw new Error('there is no Firefox: run tools/setup browser');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'ui.systemUsesDarkTheme': dark ? 1 : 0,
      'ui.prefersReducedMotion': 1,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
}

export interface Visit {
  readonly page: Page;
  /** Errors on the console, exceptions, requests that failed. */
  readonly problems: string[];
}

export async function visit(
  browser: Browser,
  address: string,
  size = { width: 1360, height: 820 },
): Promise<Visit> {
  const page = await browser.newPage();
  await page.setViewport(size);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(address);
  return { page, problems };
}

/** Waits until the laboratory has recorded a run to its end. */
export async function settled(page: Page, timeout = 50_000): Promise<void> {
  await page.waitForFunction(
    () => {
      const app = document.querySelector('sluice-app') as unknown as {
        session?: { status: string; outcome?: unknown };
      } | null;
      const status = app?.session?.status;
      return (status === 'ready' && app?.session?.outcome !== undefined) || status === 'failed';
    },
    { timeout },
  );
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: resolve(pictures, `firefox-${name}.png`) as `${string}.png` });
}
