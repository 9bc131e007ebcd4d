// The share dialog: what it copies, and that every file it saves is what it says.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Session } from '../../src/app/session.ts';
import { position, source, status } from './inside.ts';
import { picture, settled, useSite, visit } from './site.ts';

const cli = resolve(import.meta.dirname, '../../../build/release/tools/sluicebox/sluicebox');
const { browser, site } = await useSite(true);

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.locator('share-dialog [data-link]').waitFor();
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`share-dialog [data-file=${name}]`).click(),
  ]);
  return readFileSync(await download.path());
}

describe('the share dialog', () => {
  it('gives a link that leads to the same run, and lines for other pages', async () => {
    const { page, problems } = await visit(browser, site, '?p=worker_pool&numWorkers=2&seed=5&step=17');
    await settled(page);
    await openShare(page);
    const link = await page.locator('share-dialog [data-link]').inputValue();
    await picture(page, 'share');
    const texts: string[] = [];
    for (const kind of ['element', 'iframe', 'hugo', 'markdown']) {
      await page.locator(`share-dialog [data-kind=${kind}]`).click();
      texts.push(await page.locator('share-dialog textarea').inputValue());
    }
    expect(texts[0]).toContain('<sluice-box program="worker_pool" params="numWorkers=2');
    expect(texts[1]).toContain('<iframe src="');
    expect(texts[2]).toContain('{{< sluicebox');
    expect(texts[3]).toContain(`](${link})`);
    await page.goto(link);
    await settled(page);
    expect(await status(page)).toMatchObject({ program: 'worker_pool', seed: 5 });
    expect((await position(page)).step).toBe(17);
    expect(await source(page)).toContain('const numWorkers = 2');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('has a link that opens the charts and the processors again', async () => {
    const { page, problems } = await visit(browser, site, '?p=worker_pool&step=17');
    await settled(page);
    await page.getByRole('button', { name: 'Charts' }).click();
    await page.getByRole('button', { name: 'Processors' }).click();
    await page.waitForURL(/[?&]show=charts\.processors/);
    await page.reload();
    await settled(page);
    for (const name of ['Charts', 'Processors'])
      expect(await page.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
    await page.locator('timeline-panel .charts canvas').first().waitFor();
    await openShare(page);
    const lines = await page.locator('share-dialog textarea').inputValue();
    expect(lines).not.toContain('show=');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('saves pictures, an animation, and the run as text', async () => {
    const { page, problems } = await visit(browser, site, '?p=worker_pool&step=24');
    await settled(page);
    await openShare(page);
    const png = await saved(page, 'PNG');
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2080, 1208]);
    const svg = (await saved(page, 'SVG')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const text of ['jobs', 'results', 'worker']) expect(svg).toContain(text);
    const parsed = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        broken: document.querySelector('parsererror') !== null,
        drawn: document.querySelectorAll('path').length,
      };
    }, svg);
    expect(parsed.broken).toBe(false);
    expect(parsed.drawn).toBeGreaterThan(20);
    // Pictures were black: the canvas they are drawn on was in no place that has the page's colours.
    expect(svg).not.toContain('fill=""');
    const paper = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
    );
    expect(svg).toContain(`fill="${paper}"`);
    await page.locator('share-dialog .number').nth(1).fill('30');
    await page.locator('share-dialog .number').nth(1).press('Tab');
    const gif = await saved(page, 'GIF');
    expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
    expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([720, 400]);
    expect(gif[gif.length - 1]).toBe(0x3b);
    expect(gif.length).toBeGreaterThan(10_000);
    const story = (await saved(page, 'Text')).toString();
    expect(story).toContain('lab.html?p=worker_pool');
    expect(story).toMatch(/worker #1/);
    const trace = JSON.parse((await saved(page, 'Trace')).toString()) as { traceEvents: unknown[] };
    expect(trace.traceEvents.length).toBeGreaterThan(100);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('saves what is seen: zoomed in, the picture has fewer things and they are larger', async () => {
    const { page, problems } = await visit(browser, site, '?p=worker_pool&step=24');
    await settled(page);
    const box = (await page.locator('stage-panel').boundingBox())!;
    for (let k = 0; k < 6; k++) await page.getByRole('button', { name: 'Zoom in' }).first().click();
    await openShare(page);
    const choice = page.locator('share-dialog [data-picture]');
    expect(await choice.inputValue()).toBe('seen');
    const seen = await saved(page, 'PNG');
    expect([seen.readUInt32BE(16), seen.readUInt32BE(20)]).toEqual([
      2 * Math.round(box.width),
      2 * (Math.round(box.height) + 44),
    ]);
    const scale = (svg: string): number => Number(/matrix\(([\d.]+) /.exec(svg)?.[1] ?? 1);
    const close = scale((await saved(page, 'SVG')).toString());
    await choice.selectOption('whole');
    const whole = scale((await saved(page, 'SVG')).toString());
    expect(close).toBeGreaterThan(whole * 2);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  // Canvas paths that are made once and drawn often came out of the SVG as nothing.
  it('draws a crowd in SVG, dot by dot', async () => {
    const crowd = readFileSync(resolve(import.meta.dirname, '../fixtures/crowd.go'), 'utf8');
    const { page, problems } = await visit(browser, site, '?p=own');
    await settled(page);
    await page.evaluate(
      (text) => {
        const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
        session.edit(text);
      },
      crowd.replace('const workers = 1000', 'const workers = 300'),
    );
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
      return (session.run?.entities.goroutines.size ?? 0) > 300 && session.outcome !== undefined;
    });
    await page.evaluate(() => {
      const { player } = (document.querySelector('sluice-app') as unknown as { session: Session }).session;
      player.jump(Math.floor(player.length / 2));
    });
    await openShare(page);
    const svg = (await saved(page, 'SVG')).toString();
    const longest = Math.max(...[...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!.split('M').length - 1));
    expect(longest).toBeGreaterThan(50);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.skipIf(!existsSync(cli))('writes traces as the command line does', async () => {
    const { page } = await visit(browser, site, '?p=worker_pool&seed=3');
    await settled(page);
    const folder = mkdtempSync(join(tmpdir(), 'sluicebox-'));
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('prog.go'), await source(page));
    await openShare(page);
    const [csv, trace] = [await saved(page, 'CSV'), await saved(page, 'Trace')];
    execFileSync(cli, [
      'run',
      file('prog.go'),
      '--seed',
      '3',
      '--csv',
      file('t.csv'),
      '--chrome',
      file('t.json'),
    ]);
    expect(csv.toString()).toBe(readFileSync(file('t.csv'), 'utf8'));
    expect(trace.toString()).toBe(readFileSync(file('t.json'), 'utf8'));
    await page.context().close();
  });
});

describe('a damaged link', () => {
  it('says what was lost and keeps the rest', async () => {
    const { page, problems } = await visit(
      browser,
      site,
      '?p=worker_pool&numWorkers=99&nonsense=1&seed=-4&step=999999',
    );
    await settled(page);
    const notice = page.locator('[data-link-problems]');
    await notice.waitFor();
    const text = await notice.innerText();
    for (const part of ['“-4”', 'numWorkers cannot be 99', '“nonsense”', 'steps'])
      expect(text).toContain(part);
    await picture(page, 'damaged-link');
    expect(await source(page)).toContain('const numWorkers = 16');
    await notice.getByRole('button').click();
    expect(await notice.count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('that names no program of ours opens the first one and says so', async () => {
    const { page } = await visit(browser, site, '?p=no_such_program');
    await settled(page);
    expect(await page.locator('[data-link-problems]').innerText()).toContain('no_such_program');
    await page.context().close();
  });
});
