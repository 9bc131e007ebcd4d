// What the outside world does: added, moved, changed and deleted, by pointer and by keyboard, and kept in the
// link.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/app/session.ts';
import { complaints } from './axe.ts';
import { picture, settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

async function open(query: string): Promise<{ page: Page; problems: string[] }> {
  const visited = await visit(browser, site, query);
  await settled(visited.page);
  return visited;
}

interface Now {
  readonly inputs: readonly string[];
  readonly ran: readonly string[];
  readonly step: number;
  readonly timeNs: number;
  readonly playing: boolean;
  readonly runs: number;
  readonly outcome: string;
  readonly events: string;
}

/** What the session has and what the shown run was made with. */
const now = (page: Page): Promise<Now> =>
  page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    const { player, run } = session;
    const { store } = run!;
    let events = '';
    for (let k = 0; k < (player.step < 0 ? 0 : run!.steps.lastEvent(player.step) + 1); k++)
      events += `${store.time(k)}:${store.kind(k)}:${store.goroutine(k)} `;
    return {
      inputs: session.outside.forEngine(),
      ran: session.ran!.options.inputs,
      step: player.step,
      timeNs: player.timeNs,
      playing: player.playing,
      runs: session.runNumber,
      outcome: session.outcome?.kind ?? '',
      events,
    };
  });

/** The run that follows a change. */
const after = async (page: Page, before: Now): Promise<Now> => {
  await page.waitForFunction((runs) => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    return session.runNumber > runs && session.status === 'ready' && session.outcome !== undefined;
  }, before.runs);
  return now(page);
};

describe('the inputs of a program', () => {
  it('can be changed in an editor that says what is wrong, and are kept in the link', async () => {
    const { page, problems } = await open('?p=graceful_shutdown&step=10');
    let before = await now(page);
    expect(before.ran).toEqual(['SIGTERM at=1.1s']);
    await page.locator('.chip').click();
    const at = page.locator('inputs-bar input[name=at]');
    await at.fill('soon');
    await at.press('Tab');
    await expect
      .poll(() => page.locator('inputs-bar [role=alert]').textContent())
      .toContain('“soon” is not a time');
    expect((await now(page)).runs).toBe(before.runs);
    await at.fill('0.7 s');
    await at.press('Tab');
    let later = await after(page, before);
    expect(later.ran).toEqual(['SIGTERM at=700ms']);
    expect(await page.locator('inputs-bar [role=alert]').count()).toBe(0);
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'inputs-editor');

    before = later;
    await page.locator('inputs-bar select[name=kind]').selectOption('HTTP');
    later = await after(page, before);
    expect(later.ran).toEqual(['HTTP at=700ms path=/']);
    before = later;
    await page.locator('inputs-bar input[name=path]').fill('/a b');
    await page.locator('inputs-bar input[name=count]').fill('3');
    await page.locator('inputs-bar button:has-text("Done")').click();
    await expect.poll(async () => (await now(page)).ran).toEqual(['HTTP at=700ms path="/a b" count=3']);
    await page.waitForFunction(() => new URLSearchParams(location.search).get('in')?.includes('count=3'));
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await settled(page);
    expect((await now(page)).ran).toEqual(['HTTP at=700ms path="/a b" count=3']);

    before = await now(page);
    await page.locator('inputs-bar button:has-text("Reset")').click();
    later = await after(page, before);
    expect(later.ran).toEqual(['SIGTERM at=1.1s']);
    await page.waitForFunction(() => !new URLSearchParams(location.search).has('in'));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('“Send SIGINT now” changes nothing before now, and goes on playing', async () => {
    const { page, problems } = await open('?p=graceful_shutdown&step=30');
    const before = await now(page);
    await page.locator('[data-send-now]').click();
    const paused = await after(page, before);
    expect(paused.step).toBe(30);
    expect(paused.playing).toBe(false);
    expect(paused.events).toBe(before.events);
    const sent = paused.ran.find((text) => text.startsWith('SIGINT'))!;
    expect(sent).toBeDefined();
    await page.keyboard.press('ArrowRight');

    await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
      session.player.jump(12);
      session.player.setSpeed(0.25);
      session.player.play();
    });
    await page.locator('[data-send-now]').click();
    const played = await after(page, paused);
    expect(played.playing).toBe(true);
    expect(played.step).toBeGreaterThanOrEqual(12);
    expect(played.ran.filter((text) => text.startsWith('SIGINT'))).toHaveLength(2);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('stand on the timeline, where they are dragged, moved by keys, and deleted', async () => {
    const { page, problems } = await open('?p=graceful_shutdown_http&step=10');
    const markers = page.locator('input-markers .marker');
    expect(await markers.count()).toBe(4);
    const line = (await page.locator('canvas.timeline').boundingBox())!;
    const box = (await markers.nth(1).boundingBox())!;
    let before = await now(page);
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 30, box.y + 12, { steps: 4 });
    expect((await now(page)).runs).toBe(before.runs);
    await page.mouse.move(x + line.width / 6, box.y + 12, { steps: 4 });
    await picture(page, 'inputs-drag');
    await page.mouse.up();
    let later = await after(page, before);
    const time = Number(/at=(\d+)ms path=\/report count=2/.exec(later.ran[1]!)?.[1]);
    expect(time).toBeGreaterThan(600);
    expect(time).toBeLessThan(1000);
    expect([later.ran[0], later.ran[2]]).toEqual([before.ran[0], before.ran[2]]);

    before = later;
    await markers.nth(0).focus();
    await page.keyboard.press('ArrowRight');
    later = await after(page, before);
    expect(later.ran[0]).toMatch(/^HTTP at=2[12]\dms path=\/report$/);
    expect(later.step).toBe(before.step);
    expect(await markers.nth(0).getAttribute('aria-valuetext')).toMatch(/^2[12]\d ms$/);
    expect(await complaints(page)).toEqual([]);

    before = later;
    await page.keyboard.press('Delete');
    later = await after(page, before);
    expect(later.ran).toHaveLength(3);
    await markers.nth(0).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('inputs-bar input[name=at]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('inputs-bar input[name=at]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('can be given to a program that listens to none, from the timeline', async () => {
    const { page } = await open('?p=worker_pool&step=10');
    expect(await page.locator('inputs-bar .row').count()).toBe(0);
    await page.locator('[data-inputs]').click();
    const before = await now(page);
    await page.locator('inputs-bar select').first().selectOption({ label: 'a signal' });
    const later = await after(page, before);
    expect(later.ran).toHaveLength(1);
    expect(later.outcome).not.toBe('done');
    await page.context().close();
  });

  it('that a link misspells are left out, and said', async () => {
    const { page } = await open('?p=graceful_shutdown&in=SIGFOO%20at%3D1s%3B%20SIGINT%20at%3D2s');
    expect((await now(page)).ran).toEqual(['SIGINT at=2s']);
    expect(await page.locator('[data-link-problems]').textContent()).toContain('no input called SIGFOO');
    await page.context().close();
  });
});
