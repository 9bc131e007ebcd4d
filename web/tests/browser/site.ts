// The built site, served with or without the isolation headers, and the system's Chromium to look at it.

import { existsSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const dist = resolve(root, 'web/dist');
const pictures = resolve(root, 'build/screenshots');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Site {
  readonly url: string;
  readonly server: Server;
}

export async function startSite(isolation: boolean): Promise<Site> {
  if (!existsSync(resolve(dist, 'index.html')))
    throw new Error('the site has not been built: run tools/run --build');
  const tool = (await import(pathToFileURL(resolve(root, 'tools/serve.mjs')).href)) as {
    serve(folder: string, options: { isolation: boolean }): Promise<Server>;
  };
  const server = await tool.serve(dist, { isolation });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
}

/** A browser and the built site for the tests of one file; both end with them. */
export async function useSite(
  isolation: boolean,
): Promise<{ readonly browser: Browser; readonly site: Site }> {
  const site = await startSite(isolation);
  const browser = await startBrowser();
  afterAll(async () => {
    await browser.close();
    site.server.close();
  });
  return { browser, site };
}

/**
 * Chromium's own editing gives text that a script inserts over several lines a style for a moment, and the
 * page's policy forbids that too. It is nothing that the page or a visitor does. The style names colours of
 * the code (style.css): with other colours it has another hash.
 */
const EDITING_STYLE = 'sha256-wh2X20oD13FvXms6yTqInOzeA1/N2Z9ActZxojKGHS4=';

/** A page that keeps what went wrong in it: errors on the console, exceptions, requests to other hosts. */
export interface Visit {
  readonly page: Page;
  readonly problems: string[];
}

export async function visit(
  browser: Browser,
  site: Site,
  query = '',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 820 },
    reducedMotion: 'reduce',
    // It would reload pages of hosts without headers once; offline.test.ts is about that.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(EDITING_STYLE)) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(site.url).origin)
      problems.push(`request to ${request.url()}`);
  });
  await page.goto(`${site.url}${query === '' || query.startsWith('?') ? `lab.html${query}` : query}`);
  return { page, problems };
}

/** Waits until a run has been recorded to its end. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const app = document.querySelector('sluice-app') as unknown as { session?: { status: string } } | null;
    return (
      app?.session?.status === 'ready' ||
      app?.session?.status === 'invalid' ||
      app?.session?.status === 'failed'
    );
  });
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: resolve(pictures, `${name}.png`) });
}
