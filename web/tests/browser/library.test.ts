// What an engine fetches beside itself: parts of the library and of its own code, only when a program
// needs them; and what a visitor is told when they cannot be had.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { outputs, status } from './inside.ts';
import { settled, startBrowser, startSite, visit, type Site } from './site.ts';

let browser: Browser;
let isolated: Site;
let plain: Site;
beforeAll(async () => {
  browser = await startBrowser();
  isolated = await startSite(true);
  plain = await startSite(false);
});
afterAll(async () => {
  await browser?.close();
  isolated?.server.close();
  plain?.server.close();
});

const TEXTUAL = `package main

import (
\t"encoding/json"
\t"fmt"
\t"strings"
)

func main() {
\tdone := make(chan string)
\tgo func() {
\t\tdata, _ := json.Marshal(map[string]int{strings.ToUpper("a"): 1})
\t\tdone <- string(data)
\t}()
\tfmt.Println(<-done)
}
`;

/** Names of files below the engine's folder that the page and its workers ask for. */
function asked(page: Page): string[] {
  const names: string[] = [];
  page.context().on('request', (request) => {
    const found = /\/engine-[0-9a-f]+\/(.*)$/.exec(request.url());
    if (found) names.push(found[1]!);
  });
  return names;
}

async function write(page: Page, program: string): Promise<void> {
  await page.locator('code-panel .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
}

/** The page's program is the one with JSON, and has run to its end. */
const hasRun = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { status: string; source: string; outcome?: { kind: string } };
      };
      const { status: now, source, outcome } = app.session;
      return now === 'ready' && source.includes('encoding/json') && outcome?.kind === 'done';
    },
    undefined,
    { timeout: 30_000 },
  );

describe.each([
  ['with threads', () => isolated, 'mt'],
  ['with one thread', () => plain, 'st'],
] as const)('the engine %s', (_, site, kind) => {
  it('fetches what the program needs, and natives only for one that calls them', async () => {
    const { page, problems } = await visit(browser, site(), 'authors.html');
    const names = asked(page);
    await page.goto(`${site().url}embed.html?p=worker_pool${kind === 'st' ? '&engine=st' : ''}`);
    await page.waitForTimeout(1000);
    await page.waitForTimeout(2500);
    expect(names).toContain('library/base.txt');
    // What the machine itself refers to may be a part of its own; everything else is for other programs.
    expect(names.filter((name) => /^library\/(?!base|runtime)/.test(name))).toEqual([]);
    expect(names.filter((name) => /\.(natives|tools)\.wasm$/.test(name))).toEqual([]);
    await page.goto(`${site().url}lab.html?p=own${kind === 'st' ? '&engine=st' : ''}`);
    await settled(page);
    await write(page, TEXTUAL);
    await hasRun(page);
    await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('End');
    expect((await outputs(page)).join('\n')).toContain('{"A":1}');
    expect(names).toContain('library/strings.txt');
    expect(names).toContain('library/encoding-json.txt');
    expect(names).toContain(`engine-${kind}.natives.wasm`);
    expect(names).not.toContain('library/net-http.txt');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a part that cannot be had', () => {
  it('is told, with what to do, and is fetched when the program runs again', async () => {
    const { page } = await visit(browser, plain, '?p=own');
    await settled(page);
    await page.context().route('**/library/encoding-json.txt', (route) => route.abort());
    await write(page, TEXTUAL);
    const note = page.getByText("a part of Go's library that this program imports could not be fetched");
    await note.waitFor({ timeout: 30_000 });
    expect(await note.innerText()).toContain('encoding-json.txt');
    expect((await status(page)).status).toBe('failed');
    await page.context().unroute('**/library/encoding-json.txt');
    await write(page, `${TEXTUAL}\n`);
    await hasRun(page);
    await page.context().close();
  });
});
