// Stepping by events and by statements, breakpoints, holding a goroutine back.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { position } from './inside.ts';
import { openLab, runProgram as run, type AppElement } from './lab.ts';
import { picture, settled, useSite } from './site.ts';

const { browser, site } = await useSite(false);

const open = (query: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
  openLab(browser, site, query, colorScheme);

const line = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    return session.run!.store.line(session.run!.steps.coreEvent(session.player.step));
  });

const COMPUTES = `package main

import "fmt"

func square(n int) int {
\tn = n * n
\treturn n
}

func main() {
\tresults := make(chan int)
\tgo func() {
\t\tsum := 0
\t\tfor i := range 3 {
\t\t\tsum += square(i)
\t\t}
\t\tresults <- sum
\t}()
\tgot := <-results
\tgot++
\tdouble := got * 2
\tfmt.Println(got, double)
}
`;

describe('stepping', () => {
  it('moves by the unit that is chosen, with buttons and with keys, both ways', async () => {
    const page = await open('?p=worker_pool&step=20');
    await page.locator('[data-step-by]').selectOption('output');
    await page.locator('transport-bar [aria-label="Step forward"]').click();
    const first = (await position(page)).step;
    expect(first).toBeGreaterThan(20);
    await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('ArrowRight');
    expect((await position(page)).step).toBeGreaterThan(first);
    await page.keyboard.press('ArrowLeft');
    expect((await position(page)).step).toBe(first);
    for (const key of ['w', 'c']) {
      const { step } = await position(page);
      await page.keyboard.press(key);
      expect((await position(page)).step, key).toBeGreaterThan(step);
      await page.keyboard.press(key.toUpperCase());
      expect((await position(page)).step, key).toBeLessThan((await position(page)).steps);
    }
    await page.keyboard.press('End');
    await page.keyboard.press('o');
    expect(await page.locator('[data-said]').innerText()).toContain('Nothing is printed after this');
    await page.context().close();
  });

  it('stops at every statement of one goroutine, recorded or not, both ways', async () => {
    const page = await open('?p=own');
    await run(page, COMPUTES);
    /** Presses a key and tells where that leads: a line about to be executed, or one whose event is shown. */
    const press = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      return page.evaluate(async () => {
        const { session } = document.querySelector('sluice-app') as unknown as AppElement;
        const { statements } = session.stepping;
        await statements.idle;
        if (statements.between !== undefined) return `${statements.between.line}…`;
        const { run, player } = session;
        return player.step < 0 ? 'start' : String(run!.store.line(run!.steps.coreEvent(player.step)));
      });
    };
    const walk = async (key: string, count: number): Promise<string[]> => {
      const places: string[] = [];
      for (let i = 0; i < count; i++) places.push(await press(key));
      return places;
    };
    await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      session.player.jump(-1);
      session.select({ kind: 'goroutine', id: 2 });
    });
    const turn = ['15…', '6…', '7…', '14…'];
    const there = await walk('s', 15);
    expect(there).toEqual(['13…', '14…', ...turn, ...turn, ...turn, '17']);
    expect(await walk('S', 14)).toEqual(there.slice(0, -1).reverse());

    // The second turn: what is inside, what the caption says, and a link that leads there again.
    await walk('s', 6);
    expect(await page.locator('[data-caption]').innerText()).toContain('is about to execute line 15: sum +=');
    await page.locator('[role=tab]', { hasText: 'Inside' }).click();
    const inside = page.locator('[data-goroutine="2"]');
    await inside.getByText('line 15').waitFor();
    expect(await inside.locator('.frame').first().innerText()).toMatch(/sum[^]*0[^]*i[^]*1/);
    await picture(page, 'between-two-events');
    await page.waitForFunction(() => /[?&]st=2\.\d+\.7\./.test(location.search));
    await page.reload();
    await settled(page);
    await page.locator('[data-caption]', { hasText: 'is about to execute line 15' }).waitFor();
    await page.context().close();
  });

  it('stops at breakpoints, playing and stepping, both ways, and keeps them in the link', async () => {
    const page = await open('?p=worker_pool');
    await page.locator('code-panel .cm-content').click();
    const text = await page.evaluate(
      () => (document.querySelector('sluice-app') as unknown as AppElement).session.source,
    );
    const wanted = text.split('\n').findIndex((l) => l.includes('results <-')) + 1;
    await page
      .locator('.cm-lineNumbers .cm-gutterElement', { hasText: new RegExp(`^${wanted}$`) })
      .scrollIntoViewIfNeeded();
    await page.locator('code-panel .cm-line', { hasText: 'results <-' }).first().click();
    await page.keyboard.press('F9');
    expect(await page.locator('.cm-breakpoints .breakpoint').count()).toBeGreaterThan(0);
    await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('Home');
    await page.locator('transport-bar select[aria-label=Speed]').selectOption('64');
    await page.keyboard.press(' ');
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return !session.player.playing;
    });
    expect(await line(page)).toBe(wanted);
    const { step } = await position(page);
    await page.keyboard.press(']');
    expect((await position(page)).step).toBeGreaterThan(step);
    expect(await line(page)).toBe(wanted);
    await page.keyboard.press('[');
    expect((await position(page)).step).toBe(step);
    await page.waitForFunction((n) => location.search.includes(`break=${n}`), wanted);
    await page.reload();
    await settled(page);
    expect(
      await page.evaluate(() => [
        ...(document.querySelector('sluice-app') as unknown as AppElement).session.stepping.breakpoints,
      ]),
    ).toEqual([wanted]);
    await page.context().close();
  });

  it('stops at a breakpoint on a line that only computes, playing and stepping, both ways', async () => {
    const page = await open('?p=own');
    await run(page, COMPUTES);
    await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      session.player.jump(-1);
      session.stepping.toggleBreakpoint(15);
      session.stepping.toggleBreakpoint(19);
    });
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.stepping.isReached(15);
    });
    expect(await page.locator('.cm-breakpoints .unreached').count()).toBe(0);
    const press = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      return page.evaluate(async () => {
        const { session } = document.querySelector('sluice-app') as unknown as AppElement;
        const { statements } = session.stepping;
        await statements.idle;
        const { between } = statements;
        if (between !== undefined) return `${between.line} ${between.statement}`;
        const { run, player } = session;
        return String(run!.store.line(run!.steps.coreEvent(player.step)));
      });
    };
    const there: string[] = [];
    for (let i = 0; i < 5; i++) there.push(await press(']'));
    // The wake-up on line 19 ends a statement that was stopped at when it began.
    expect(there).toEqual(['19', '15 3', '15 7', '15 11', '15 11']);
    expect(await page.locator('[data-said]').innerText()).toBe('No breakpoint is reached after this.');
    const back: string[] = [];
    for (let i = 0; i < 3; i++) back.push(await press('['));
    expect(back).toEqual(['15 7', '15 3', '19']);
    await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      session.stepping.toggleBreakpoint(19);
      session.player.jump(-1);
      session.player.setSpeed(64);
      session.player.play();
    });
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return !session.player.playing && session.stepping.statements.between?.line === 15;
    });
    await page.context().close();
  });

  it('holds a goroutine back: another run, said as such, with the way back', async () => {
    const page = await open('?p=worker_pool&step=40&tab=inside');
    const before = await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return { number: session.runNumber, length: session.run!.store.length };
    });
    await page.locator('inspect-panel button.hold').nth(1).click();
    await page.waitForFunction((n) => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.runNumber > n && session.status === 'ready';
    }, before.number);
    expect((await position(page)).step).toBe(40);
    expect(await page.locator('[data-holding]').innerText()).toContain('not the schedule of seed 1');
    expect(
      await page.evaluate(() => {
        const { session } = document.querySelector('sluice-app') as unknown as AppElement;
        const { store } = session.run!;
        // Event kind 20 says that somebody is held back; or it just stays runnable for longer.
        return session.ran!.options.schedule.startsWith('s1:1;h') && store.length > 0;
      }),
    ).toBe(true);
    await page.waitForFunction(() => location.search.includes('hold='));
    await picture(page, 'held-goroutine');
    const link = page.url();
    await page.locator('[data-original]').click();
    await page.locator('[data-holding]').waitFor({ state: 'detached' });
    await page.waitForFunction((length) => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.status === 'ready' && session.run!.store.length === length;
    }, before.length);
    await page.goto(link);
    await settled(page);
    await page.locator('[data-holding]').waitFor();
    await page.context().close();
  });
});
