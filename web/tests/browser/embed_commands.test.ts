// Pages that speak to a figure as scripts do: early, all at once, and through attributes that change.

import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { SluiceBoxState } from '../../public/sluice-box.d.ts';
import { useHosts } from './hosts.ts';
import { useSite } from './site.ts';

const { browser, site } = await useSite(true);
const hosts = await useHosts();

async function open(html: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(hosts.page(html));
  return page;
}

const script = (): string => `<script src="${site.url}sluice-box.js"></script>`;
const state = (page: Page): Promise<SluiceBoxState> =>
  page.evaluate(() => document.querySelector('sluice-box')!.getState());

describe('commands', () => {
  it('are carried out one after the other, though nobody waited for the answers', async () => {
    const page = await open(`${script()}<sluice-box program="pipeline"></sluice-box>`);
    const answers = await page.evaluate(async () => {
      const box = document.querySelector('sluice-box')!;
      return Promise.all([
        box.load({ program: 'worker_pool' }),
        box.setParameter('numWorkers', '2'),
        box.setParameter('numWorkers', '5'),
        box.seek(33),
        box.load({ program: 'prime_sieve' }),
      ]);
    });
    expect(answers.map(({ program }) => program)).toEqual([
      ...Array.from({ length: 4 }, () => 'worker_pool'),
      'prime_sieve',
    ]);
    expect(answers[3]).toMatchObject({ step: 33, complete: true });
    expect(answers[3]!.parameters.find(({ name }) => name === 'numWorkers')?.value).toBe('5');
    await page.context().close();
  });

  it('posted when the frame has loaded, before the engine is there, are not lost', async () => {
    const page = await open(`<script>window.heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
      const frame = document.createElement('iframe');
      frame.onload = () => {
        const say = (message) => frame.contentWindow.postMessage({ sluicebox: 1, ...message }, '*');
        say({ id: 3, type: 'setParameter', name: 'numWorkers', value: '2' });
        say({ id: 4, type: 'seek', step: 12 });
      };
      frame.src = '${site.url}embed.html?p=worker_pool';
      addEventListener('DOMContentLoaded', () => document.body.append(frame));</script>`);
    type Heard = { heard: { id?: number; state?: SluiceBoxState }[] };
    await page.waitForFunction(() => (window as unknown as Heard).heard.some(({ id }) => id === 4));
    const last = await page.evaluate(
      () => (window as unknown as Heard).heard.find(({ id }) => id === 4)!.state!,
    );
    expect(last.step).toBe(12);
    expect(last.parameters[0]).toMatchObject({ name: 'numWorkers', value: '2' });
    await page.context().close();
  });

  it('are refused when the element leaves the page unanswered; it works when it returns', async () => {
    const page = await open(`${script()}<sluice-box program="pipeline"></sluice-box><section></section>`);
    await state(page);
    const refused = await page.evaluate(() => {
      const box = document.querySelector('sluice-box')!;
      const asked = box.load({ program: 'worker_pool' }).then(
        () => '',
        (error: Error) => error.message,
      );
      return new Promise((resolve) =>
        setTimeout(() => {
          document.querySelector('section')!.append(box);
          resolve(asked);
        }),
      );
    });
    expect(refused).toBe('the figure is not on the page');
    expect((await state(page)).program).toBe('pipeline');
    expect(await page.locator('iframe').count()).toBe(1);
    await page.context().close();
  });
});

describe('attributes', () => {
  it('that change make another figure, and leave no entry in the history', async () => {
    const page = await open(`${script()}<sluice-box program="pipeline"></sluice-box>`);
    await state(page);
    const entries = await page.evaluate(() => history.length);
    await page.evaluate(() => {
      const box = document.querySelector('sluice-box')!;
      box.setAttribute('program', 'worker_pool');
      box.setAttribute('params', 'numWorkers=2');
      box.setAttribute('seed', '7');
    });
    await page.waitForTimeout(50);
    expect(await state(page)).toMatchObject({ program: 'worker_pool', seed: 7 });
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(await page.locator('iframe').count()).toBe(1);
    await page.context().close();
  });
});

describe("a page's rules for frames", () => {
  it('do not touch the figure', async () => {
    const page = await open(
      `<style>iframe { display: none !important; max-width: 50% !important; height: auto !important;
        position: absolute !important; transform: scale(0.5) !important; padding: 30px !important }</style>
       ${script()}<sluice-box program="pipeline"></sluice-box>`,
    );
    await state(page);
    const wide = await page.evaluate(() => {
      const box = document.querySelector('sluice-box')!;
      const frame = box.querySelector('iframe')!.getBoundingClientRect();
      return frame.width === box.getBoundingClientRect().width && frame.height > 300;
    });
    expect(wide).toBe(true);
    await page.context().close();
  });
});

describe('the wheel over a figure', () => {
  it('scrolls the page around; with Ctrl it zooms the picture', async () => {
    const page = await open(
      `${script()}<sluice-box program="pipeline"></sluice-box><div style="height: 3000px"></div>`,
    );
    await state(page);
    await page.mouse.move(500, 250);
    // What zooms is fetched when the pointer comes.
    await page.waitForTimeout(500);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
    const fit = page.frameLocator('iframe').getByRole('button', { name: 'Show all' });
    expect(await fit.isDisabled()).toBe(true);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(() => fit.isDisabled()).toBe(false);
    await page.context().close();
  });
});

describe('a figure of a program that listens to the outside', () => {
  it('sends a signal or a request now, and fetches the editor when it is asked for', async () => {
    const page = await open(`${script()}<sluice-box program="graceful_shutdown_http"></sluice-box>`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.evaluate(() => document.querySelector('sluice-box')!.seek(40));
    const figure = page.frameLocator('iframe');
    const before = await state(page);
    await figure.getByRole('button', { name: 'Send a request now' }).click();
    await expect.poll(async () => (await state(page)).steps).toBeGreaterThan(before.steps);
    expect((await state(page)).step).toBe(40);
    await expect.poll(() => figure.locator('[data-told]').innerText()).toContain('GET /report at 500 ms');
    expect(fetched.filter((url) => url.includes('inputs_bar'))).toEqual([]);
    await figure.getByRole('button', { name: 'Change…' }).click();
    await figure.locator('inputs-bar .chip').last().waitFor();
    expect(await figure.getByRole('button', { name: 'Send SIGINT now' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('has no such row with fewer controls, nor where nothing listens', async () => {
    for (const attributes of ['program="graceful_shutdown" controls="min"', 'program="worker_pool"']) {
      const page = await open(`${script()}<sluice-box ${attributes}></sluice-box>`);
      await state(page);
      expect(await page.frameLocator('iframe').getByText('Outside world').count()).toBe(0);
      await page.context().close();
    }
  });
});

describe('the other views of a figure', () => {
  it('come when they are opened, with the run in them', async () => {
    const page = await open(`${script()}<sluice-box program="worker_pool"></sluice-box>`);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.evaluate(() => document.querySelector('sluice-box')!.seek(60));
    const figure = page.frameLocator('iframe');
    await figure.getByRole('button', { name: 'Code' }).click();
    expect(await figure.locator('embed-code li.now').innerText()).toMatch(/worker #\d/);
    await page.evaluate(() => document.querySelector('sluice-box')!.seek(98));
    await figure.getByRole('button', { name: 'Output' }).click();
    await figure.getByText('result: 16').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
