// The instruments: stepping, breakpoints, holding a goroutine, looking inside, the log, findings, comparing.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/app/session.ts';
import { complaints } from './axe.ts';
import { position } from './inside.ts';
import { picture, settled, startBrowser, startSite, visit, type Site } from './site.ts';

interface AppElement extends HTMLElement {
  readonly session: Session;
}

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await startBrowser();
  site = await startSite(false);
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

async function open(query: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const { page } = await visit(browser, site, query, {
    colorScheme,
    // The reload for threads would come in between.
    serviceWorkers: 'block',
  });
  await settled(page);
  return page;
}

/** Types a whole program and waits for its run. */
async function run(page: Page, program: string): Promise<void> {
  await page.locator('code-panel .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
  await page.waitForFunction((text) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    return session.ran?.source === text && session.status === 'ready' && session.outcome !== undefined;
  }, program);
  await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
}

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

const LOCK_ORDER = `package main

import (
\t"sync"
\t"time"
)

type node struct {
\tname string
\tnext *node
}

func main() {
\tvar a, b sync.Mutex
\tring := &node{name: "one"}
\tring.next = &node{name: "two", next: ring}
\tdone := make(chan bool)
\tgo func() {
\t\ta.Lock()
\t\ttime.Sleep(time.Millisecond)
\t\tb.Lock()
\t\tdone <- true
\t}()
\tb.Lock()
\ttime.Sleep(time.Millisecond)
\ta.Lock()
\t<-done
\tprintln(ring.name)
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
    expect(there).toEqual(['19', '15 3', '15 7', '15 11', '19']);
    const back: string[] = [];
    for (let i = 0; i < 4; i++) back.push(await press('['));
    expect(back).toEqual(['15 11', '15 7', '15 3', '19']);
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

describe('looking inside', () => {
  it('shows stacks and variables, opens values, and says that a cycle is one', async () => {
    const page = await open('?p=own');
    await run(page, LOCK_ORDER);
    await page.keyboard.press('End');
    await page.locator('[data-tab=inside]').click();
    const ring = page.locator('inspect-panel value-tree', { hasText: 'ring' }).first();
    await ring.locator('button').first().click();
    await page
      .locator('value-tree value-tree', { hasText: 'next' })
      .first()
      .locator('button')
      .first()
      .click();
    await page.locator('.again').first().waitFor();
    const main = page.locator('[data-goroutine="1"]');
    await main.locator('summary').click();
    await expect.poll(() => main.locator('wait-chain p').innerText()).toContain('A cycle of 2');
    expect(await page.locator('[data-object]').count()).toBe(3);
    await picture(page, 'inside-deadlock');
    await page.context().close();
  });

  it('goes back and forth quickly in a long run, and tells the same each time', async () => {
    const page = await open('?p=own');
    await run(
      page,
      `package main

func main() {
\tc := make(chan int)
\tgo func() {
\t\tfor i := range 20000 {
\t\t\tc <- i
\t\t}
\t\tclose(c)
\t}()
\tsum := 0
\tfor v := range c {
\t\tsum += v
\t}
\tprintln(sum)
}
`,
    );
    await page.locator('[data-tab=inside]').click();
    const at = (step: number): Promise<string> =>
      page.evaluate(async (wanted) => {
        const app = document.querySelector('sluice-app') as unknown as AppElement;
        app.session.player.jump(wanted);
        const panel = app.shadowRoot!.querySelector('inspect-panel')!;
        for (let k = 0; k < 300; k++) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          const { inspector } = panel as unknown as { inspector?: { at: string; inside?: unknown } };
          const { run, runNumber } = app.session;
          if (inspector?.at.startsWith(`${runNumber} ${run!.steps.lastEvent(wanted) + 1} `) === true)
            return JSON.stringify(inspector.inside);
        }
        return '';
      }, step);
    const steps = [30_000, 100, 20_000, 29_990, 30_000];
    const told: string[] = [];
    for (const step of steps) told.push(await at(step));
    expect(told.every((text) => text !== '')).toBe(true);
    expect(told[4]).toBe(told[0]);
    expect(new Set(told.slice(0, 4)).size).toBe(4);
    await page.context().close();
  });
});

describe('the log', () => {
  it('is searched, filtered and clicked', async () => {
    const page = await open('?p=worker_pool&tab=log');
    await page.locator('log-panel input').fill('closes');
    await expect.poll(() => page.locator('log-panel .count').innerText()).toMatch(/^2 of /);
    await page.locator('log-panel [data-row]').last().click();
    expect(await page.locator('caption-line [data-caption]').innerText()).toContain('closes results');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('caption-line [data-caption]').innerText()).toContain('closes jobs');
    await page.locator('log-panel input').fill('');
    await page.locator('log-panel select').first().selectOption('output');
    await expect.poll(() => page.locator('log-panel [data-row]').count()).toBeGreaterThan(3);
    await picture(page, 'log');
    await page.context().close();
  });
});

describe('findings', () => {
  it('explain a deadlock with its cycle, and lead to the line', async () => {
    const page = await open('?p=own');
    await run(page, LOCK_ORDER);
    await page.keyboard.press('End');
    await page.locator('[data-explain]').click();
    const finding = page.locator('[data-finding=deadlock]');
    await expect.poll(() => finding.locator('wait-chain p').innerText()).toContain('A cycle of 2');
    const text = await finding.innerText();
    expect(text).toContain('fatal error: all goroutines are asleep - deadlock!');
    expect(text).toContain('same order');
    await picture(page, 'finding-deadlock');
    await finding.locator('button.go').click();
    expect((await position(page)).step).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('the code', () => {
  it('explains mistakes, keeps the run, and keeps what was typed over a reload', async () => {
    const page = await open('?p=own');
    await run(page, LOCK_ORDER);
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('func extra() { x := 1 }\n');
    await page.locator('[data-diagnostics]').waitFor();
    const text = await page.locator('[data-diagnostics]').innerText();
    expect(text).toContain('declared and not used: x');
    expect(text).toContain('A variable that is never used');
    expect(text).toContain('What to try');
    expect(text).toContain('last program that compiled');
    expect((await position(page)).steps).toBeGreaterThan(5);
    await page.goto(`${site.url}?p=own`);
    await settled(page);
    await page.waitForFunction(() =>
      (document.querySelector('sluice-app') as unknown as AppElement).session.source.includes('func extra()'),
    );
    await page.context().close();
  });

  it('opens a file that is chosen, and offers the changed version of a catalogue program again', async () => {
    const page = await open('?p=pipeline&tab=code');
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('\n// my remark\n');
    await page.waitForFunction(() =>
      (document.querySelector('sluice-app') as unknown as AppElement).session.source.includes('my remark'),
    );
    await page.locator('button', { hasText: 'Files' }).click();
    await page.locator('[data-reset]').click();
    await page.locator('[data-recovery] button').first().click();
    await page.waitForFunction(() =>
      (document.querySelector('sluice-app') as unknown as AppElement).session.source.includes('my remark'),
    );
    // Taken back, it is no version of its own any more. (A click might hit a slider beside its constant.)
    await page.locator('code-panel .cm-content').focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.locator('code-panel .cm-line', { hasText: 'my remark' }).waitFor();
    await settled(page);
    await page.keyboard.press('ControlOrMeta+z');
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return !session.edited && session.own.recoverable === undefined;
    });
    await page.locator('button', { hasText: 'Files' }).click();
    const source = 'package main\n\nfunc main() {\n\tprintln("from a file")\n}\n';
    await page
      .locator('files-dialog input[type=file]')
      .setInputFiles({ name: 'prog.go', mimeType: 'text/plain', buffer: Buffer.from(source) });
    await page.waitForFunction((text) => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.ran?.source === text && session.program.id === 'own';
    }, source);
    await page.context().close();
  });
});

describe('comparing', () => {
  const QUERY = `?p=worker_pool&with=${encodeURIComponent('p=worker_pool&numWorkers=8')}&sweep=numWorkers`;

  it('shows two runs on one clock, their difference, and a sweep, all from a link', async () => {
    const page = await open(QUERY);
    await page.locator('[data-differences]').waitFor();
    await expect
      .poll(() => page.locator('[data-differences]').innerText())
      .toMatch(/total time\s+1.5 s\s+500 ms\s+33 %/);
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.beside.comparison?.sweep.points.length === 16;
    });
    const times = await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.beside.comparison!.sweep.points.map((p) => p.measures.timeNs / 1e6);
    });
    expect(times.slice(0, 4)).toEqual([4000, 2000, 1500, 1000]);
    expect(times[15]).toBe(500);
    await page.keyboard.press('End');
    await page.waitForTimeout(200);
    const both = await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return [session.player.atEnd, session.beside.comparison!.right.player.atEnd];
    });
    expect(both).toEqual([true, true]);
    await page.waitForFunction(() => location.search.includes('with=') && location.search.includes('sweep='));
    await picture(page, 'comparison');
    await page.locator('[data-end]').click();
    await page.locator('[data-right]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('sweeps without blocking, and stops when told to', async () => {
    const page = await open('?p=worker_pool&tab=compare');
    await page.locator('[data-compare]').click();
    await page.locator('[data-sweep]').click();
    await page
      .locator('compare-panel button', { hasText: 'Stop' })
      .click({ timeout: 3000 })
      .catch(() => {});
    const state = await page.evaluate(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.beside.comparison!.sweep.running;
    });
    expect(state).toBe(false);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (colorScheme) => {
  it.each(['inside', 'log', 'findings', 'compare'])('the %s tab', async (tab) => {
    const page = await open(`?p=worker_pool&step=40&tab=${tab}`, colorScheme);
    await page.waitForTimeout(400);
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });

  it('two runs side by side', async () => {
    const page = await open(
      `?p=worker_pool&step=40&with=${encodeURIComponent('p=worker_pool&numWorkers=8')}&sweep=numWorkers`,
      colorScheme,
    );
    await page.locator('[data-differences]').waitFor();
    await page.waitForTimeout(600);
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });
});
