// The stage and the timeline in a real browser: every kind of object has its picture (kept for looking at, in
// light, dark, on a phone and on a large screen), and everything on them answers to the pointer and to keys.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/app/session.ts';
import { picture, settled, useSite, visit } from './site.ts';

interface AppElement extends HTMLElement {
  readonly session: Session;
}

const { browser, site } = await useSite(false);

/** Opens the page with a program of tests/fixtures, at a part of its run. */
async function open(
  name: string,
  share: number,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const source = readFileSync(resolve(import.meta.dirname, `../fixtures/${name}.go`), 'utf8');
  const { page, problems } = await visit(browser, site, '?p=own', options);
  await settled(page);
  const before = await page.evaluate((text) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { runNumber } = session;
    session.edit(text);
    session.emit('source');
    return runNumber;
  }, source);
  await page.waitForFunction((old) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    return session.runNumber > old && session.status === 'ready' && session.player.complete;
  }, before);
  await page.evaluate((part) => {
    const { player } = (document.querySelector('sluice-app') as unknown as AppElement).session;
    player.pause();
    player.jump(Math.floor((player.length - 1) * part));
  }, share);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { page, problems };
}

const words = (page: Page): Promise<string> =>
  page.locator('stage-panel #picture').evaluate((e) => e.textContent ?? '');

const PROGRAMS: readonly (readonly [string, number, RegExp])[] = [
  ['locks', 0.6, /acc\.mu: held by teller #\d · \d waits?/],
  ['cond', 0.4, /q\.ready: condition · \d wait/],
  ['contexts', 0.8, /left: cancelled.*wg: \d to go/],
  ['limits', 0.5, /sem: \d of 4 taken.*lim: (owes )?[\d.]+ (of|·)/],
  ['outside', 0.75, /http\.request #2: sleeping/],
  ['select', 0.4, /channel fast: \d of 2/],
  ['watched', 0.7, /main\.func1/],
  ['crowd', 0.5, /and \d+ more goroutines/],
];

describe.each(PROGRAMS)('%s', (name, share, expected) => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
    ['narrow', { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, colorScheme: 'dark' }],
    ['large', { viewport: { width: 3840, height: 2160 } }],
  ] as const)('has its picture, %s', async (view, options) => {
    const { page, problems } = await open(name, share, options);
    await expect.poll(() => words(page)).toMatch(expected);
    await picture(page, `stage-${name}-${view}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** Where something is on the canvas, in pixels of the page. */
async function place(page: Page, what: 'group' | 'token'): Promise<{ x: number; y: number }> {
  const at = await page.evaluate((wanted) => {
    const app = document.querySelector('sluice-app')!;
    const panel = app.shadowRoot!.querySelector('stage-panel')!;
    const box = panel.shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
    const { view } = panel as unknown as {
      view: {
        order: { node: { kind: string }; body: { x: number; y: number; w: number; h: number } }[];
        moment(): { after: Map<number, { at: { x: number; y: number } }> };
        toScreen(at: { x: number; y: number }): { x: number; y: number };
      };
    };
    let world: { x: number; y: number };
    if (wanted === 'token') world = [...view.moment().after.values()][0]!.at;
    else {
      const { body } = view.order.find((placed) => placed.node.kind === 'group')!;
      world = { x: body.x + 40, y: body.y + 16 };
    }
    const screen = view.toScreen(world);
    return { x: box.left + screen.x, y: box.top + screen.y };
  }, what);
  return at;
}

describe('on the stage', () => {
  it('a click opens a part of a large group, and "Fold groups" closes it', async () => {
    const { page } = await open('crowd', 0.5);
    const before = await page.evaluate(countNodes);
    const at = await place(page, 'group');
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => page.evaluate(countNodes)).toBe(before + 1);
    await picture(page, 'stage-crowd-opened');
    await page.getByRole('button', { name: 'Fold groups' }).click();
    await expect.poll(() => page.evaluate(countNodes)).toBe(before);
    await page.context().close();
  });

  it('a click on a value shows its way, and a click on a station goes there', async () => {
    const { page, problems } = await open('select', 0.4);
    const at = await place(page, 'token');
    await page.mouse.click(at.x, at.y);
    const stations = page.locator('stage-panel .journey button');
    await stations.first().waitFor();
    expect(await stations.first().innerText()).toMatch(/sends/);
    await picture(page, 'stage-journey');
    await stations.first().click();
    expect(await stations.first().getAttribute('aria-current')).toBe('step');
    await page.getByRole('button', { name: 'Deselect' }).click();
    expect(await stations.count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('answers to keys: things by name, zoom, move, show all', async () => {
    const { page } = await open('locks', 0.6);
    await page.locator('stage-panel canvas').focus();
    await page.keyboard.press('j');
    const said = page.locator('stage-panel p[aria-live]');
    await expect.poll(() => said.textContent()).toBe('main');
    await page.keyboard.press('k');
    await expect.poll(() => said.textContent()).not.toBe('main');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Steps of main' }).waitFor();
    await page.keyboard.press('Escape');
    const all = page.locator('stage-panel').getByRole('button', { name: 'Show all' });
    expect(await all.isDisabled()).toBe(true);
    await page.keyboard.press('z');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => all.isDisabled()).toBe(false);
    await page.keyboard.press('0');
    await expect.poll(() => all.isDisabled()).toBe(true);
    await page.context().close();
  });
});

function countNodes(): number {
  const app = document.querySelector('sluice-app')!;
  const panel = app.shadowRoot!.querySelector('stage-panel') as unknown as { view: { order: unknown[] } };
  return panel.view.order.length;
}

describe('the timeline', () => {
  it('loads charts only when they are asked for', async () => {
    const { page, problems } = await open('crowd', 0.5);
    const loaded = (): Promise<number> =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter((e) => e.name.includes('charts')).length,
      );
    expect(await loaded()).toBe(0);
    await page.getByRole('button', { name: 'Charts' }).click();
    await page.locator('timeline-panel .uplot').nth(2).waitFor();
    expect(await loaded()).toBeGreaterThan(0);
    await picture(page, 'timeline-charts');
    await page.getByRole('button', { name: 'Charts' }).click();
    expect(await page.locator('timeline-panel .uplot').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows processors, loops what is marked on its axis, and seeks on a click', async () => {
    const { page } = await open('locks', 0.1);
    await page.getByRole('button', { name: 'Processors' }).click();
    await picture(page, 'timeline-processors');
    await page.getByRole('button', { name: 'Processors' }).click();
    const box = (await page.locator('timeline-panel canvas.timeline').boundingBox())!;
    const y = box.y + box.height - 6;
    await page.mouse.move(box.x + box.width * 0.4, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
    await page.mouse.up();
    const end = page.getByRole('button', { name: 'End loop' });
    await end.waitFor();
    const loop = await page.evaluate(
      () => (document.querySelector('sluice-app') as unknown as AppElement).session.player.loop,
    );
    expect(loop!.to).toBeGreaterThan(loop!.from);
    await picture(page, 'timeline-loop');
    await end.click();
    await page.mouse.click(box.x + box.width * 0.8, box.y + 20);
    const share = await page.evaluate(() => {
      const { player, run } = (document.querySelector('sluice-app') as unknown as AppElement).session;
      return player.timeNs / run!.store.endTime;
    });
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.85);
    await page.context().close();
  });
});
