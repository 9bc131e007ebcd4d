// What lies on the stage lies over nothing: what is picked, how it ended, watched variables, the legend.
// And on a small phone stage, sentence and lanes are in sight at once.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/app/session.ts';
import type { StageView } from '../../src/stage/stage_view.ts';
import { picture, settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

/** The boxes on the stage that cover a thing, by their class. */
const covering = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const app = document.querySelector('sluice-app')!;
    const panel = app.shadowRoot!.querySelector('stage-panel')! as unknown as HTMLElement & {
      view: StageView;
    };
    const at = panel.getBoundingClientRect();
    return ['.selection', '.note.over > span', '.watches', '.legend'].filter((what) => {
      const box = panel.shadowRoot!.querySelector(what)?.getBoundingClientRect();
      if (box === undefined) return false;
      return panel.view.isBelow({ x: box.x - at.x, y: box.y - at.y, w: box.width, h: box.height });
    });
  });

const SIZES = [
  [1360, 820],
  [1100, 700],
  [390, 844],
  [320, 640],
] as const;

describe.each(SIZES)('on a stage of a page of %d × %d', (width, height) => {
  it.each([
    ['worker_pool', 40],
    ['deadlock_cycle', 26],
    ['graceful_shutdown_http', 100],
    ['circuit_breaker', 30],
    ['dining_philosophers', 20],
  ])('%s: no box covers a thing', async (program, step) => {
    const { page, problems } = await visit(browser, site, `?p=${program}&step=${step}`, {
      viewport: { width, height },
    });
    await settled(page);
    expect(await covering(page)).toEqual([]);
    await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
      const { messages } = session.run!;
      for (let msg = 1; msg < 500; msg++)
        if (messages.channel.get(msg) !== 0) return session.select({ kind: 'message', id: msg });
      session.select({ kind: 'goroutine', id: 1 });
    });
    expect(await covering(page)).toEqual([]);
    await page.evaluate(() => {
      const { player } = (document.querySelector('sluice-app') as unknown as { session: Session }).session;
      player.jump(player.length - 1);
    });
    expect(await covering(page)).toEqual([]);
    await picture(page, `overlays-${program}-${width}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

it('on a phone of 320 × 640 the first lanes are above the controls', async () => {
  const { page } = await visit(browser, site, '?p=worker_pool&step=40', {
    viewport: { width: 320, height: 640 },
  });
  await settled(page);
  const lanes = (await page.locator('canvas.timeline').boundingBox())!;
  const controls = (await page.locator('transport-bar').boundingBox())!;
  expect(controls.y - lanes.y).toBeGreaterThan(70);
  expect(controls.y + controls.height).toBeLessThanOrEqual(641);
  const tools = (await page.locator('timeline-panel .tools').boundingBox())!;
  const first = (await page.locator('[data-inputs]').boundingBox())!;
  expect(first.x).toBeGreaterThanOrEqual(0);
  expect(tools.x + tools.width).toBeLessThanOrEqual(321);
  await page.context().close();
});

/** Names of the channels on the stage. */
const channels = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const panel = document.querySelector('sluice-app')!.shadowRoot!.querySelector('stage-panel')!;
    const { view } = panel as unknown as { view: StageView };
    return view.order.filter(({ node }) => node.kind === 'channel').map(({ node }) => node.label);
  });

it('what Server.Shutdown makes for itself is not on the stage, the program’s own are', async () => {
  const { page } = await visit(browser, site, '?p=graceful_shutdown_http&step=10');
  await settled(page);
  expect(await channels(page)).toEqual(['stopped']);
  await page.goto(`${site.url}lab.html?p=timeout_after&step=10`);
  await settled(page);
  expect((await channels(page)).some((name) => name.startsWith('timer('))).toBe(true);
  await page.context().close();
});

it('who picks a blocked goroutine on the stage is led to why it is blocked', async () => {
  const { page, problems } = await visit(browser, site, '?p=deadlock_lock_order&step=20');
  await settled(page);
  await page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    session.select({ kind: 'goroutine', id: 2 });
  });
  await page.locator('[data-why-blocked]').click();
  await page.locator('inspect-panel [data-why][open]').first().waitFor();
  await page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    session.player.jump(3);
  });
  await page.locator('[data-why-blocked]').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await page.context().close();
});

// The button did nothing in a figure, which has no panel for findings.
it('“Why?” in a figure leads to the findings in the laboratory, at the same step', async () => {
  const { page } = await visit(browser, site, 'embed.html?p=deadlock_cycle&step=26');
  await page.locator('[data-explain]').waitFor();
  const [lab] = await Promise.all([page.waitForEvent('popup'), page.locator('[data-explain]').click()]);
  await lab.waitForURL(/lab\.html/);
  await settled(lab);
  expect(new URL(lab.url()).searchParams.get('tab')).toBe('findings');
  expect(new URL(lab.url()).searchParams.get('p')).toBe('deadlock_cycle');
  await lab.locator('findings-panel').waitFor({ state: 'visible' });
  await page.context().close();
});
