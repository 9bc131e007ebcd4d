// The first thing a visitor does: watch the worker pool, drag the workers, step forwards and back. With
// threads and without.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventKind as K } from '../../src/generated/events.ts';
import {
  caption,
  engineLine,
  engineSentences,
  outputs,
  pictureInWords,
  position,
  rawEvents,
  source,
  status,
  traceDigest,
} from './inside.ts';
import { picture, settled, startBrowser, startSite, visit, type Site } from './site.ts';

/** The line of the editor that begins so, near the top: the editor holds only what is near its window. */
async function lineAtTop(page: Page, beginning: string): Promise<string> {
  await page.locator('code-panel .cm-scroller').evaluate((element) => (element.scrollTop = 0));
  const line = page.locator('code-panel .cm-line', { hasText: beginning }).first();
  return (await line.innerText()).trim();
}

let browser: Browser;
const digests = new Map<boolean, string>();

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

describe.each([true, false])('worker pool, isolation headers %s', (isolation) => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite(isolation);
  });
  afterAll(() => site?.server.close());

  it('runs, and says with which engine', async () => {
    const { page, problems } = await visit(browser, site);
    await settled(page);
    expect(await status(page)).toMatchObject({ status: 'ready', failure: '', program: 'worker_pool' });
    expect(await engineLine(page)).toContain(isolation ? 'engine-mt' : 'engine-st');
    await page.keyboard.press('End');
    expect((await outputs(page)).length).toBe(8);
    digests.set(isolation, await traceDigest(page));
    await picture(page, `worker-pool-${isolation ? 'threads' : 'one-thread'}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('rewrites the constant and runs again when the workers slider moves', async () => {
    const { page, problems } = await visit(browser, site);
    await settled(page);
    const before = await rawEvents(page, 100_000);
    await page.locator('slider-bar [data-slider=numWorkers]').fill('5');
    await page.waitForFunction(() => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { source: string; status: string };
      };
      return app.session.status === 'ready' && app.session.source.includes('numWorkers = 5');
    });
    expect(await source(page)).toContain('const numWorkers = 5');
    expect(await lineAtTop(page, 'const numWorkers')).toMatch(/^const numWorkers = 5\b/);
    const workers = (events: number[][]): number => events.filter(([kind]) => kind === K.GoCreate).length;
    expect(workers(await rawEvents(page, 100_000))).toBe(workers(before) + 2);
    await page.locator('caption-line').click();
    await page.keyboard.press('End');
    expect((await outputs(page)).sort()).toEqual(
      [2, 4, 6, 8, 10, 12, 14, 16].map((n) => `result: ${n}`).sort(),
    );
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('steps forwards and back, and shows at every step what the trace says', async () => {
    const { page, problems } = await visit(browser, site);
    await settled(page);
    await page.keyboard.press('Home');
    const sentences = await engineSentences(page, 0, (await position(page)).events);
    const raw = await rawEvents(page, 100_000);
    const seen: string[] = [];
    for (let k = 0; k < 40; k++) {
      await page.getByRole('button', { name: 'Step forward' }).click();
      const at = await position(page);
      expect(at.step).toBe(k);
      const text = await caption(page);
      expect(text.startsWith(sentences[at.core]!), `${text} / ${sentences[at.core]}`).toBe(true);
      expect(await pictureInWords(page)).toContain(
        `channel jobs: ${inJobs(raw, at.last)} of 5`.replace(/^channel jobs: - of 5$/, ''),
      );
      seen.push(text);
    }
    for (let k = 38; k >= 0; k--) {
      await page.getByRole('button', { name: 'Step back' }).click();
      expect(await caption(page)).toBe(seen[k]);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

it('the trace is the same with threads and without', () => {
  expect(digests.size).toBe(2);
  expect(digests.get(true)).toBe(digests.get(false));
});

/**
 * How many values the first channel holds after event `last`, counted without the page's model; "-"
 * before it is made.
 */
function inJobs(raw: number[][], last: number): string {
  const jobs = raw.find(([kind]) => kind === K.ChanMake)?.[2];
  let count = -1;
  for (const [kind, , object] of raw.slice(0, last + 1)) {
    if (object !== jobs) continue;
    if (kind === K.ChanMake) count = 0;
    if (kind === K.ChanSendBuffer || kind === K.ChanRefill) count++;
    if (kind === K.ChanRecvBuffer) count--;
  }
  return count < 0 ? '-' : String(count);
}
