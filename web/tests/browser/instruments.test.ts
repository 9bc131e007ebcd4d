// The instruments: looking inside, the log, findings, comparing. stepping.test.ts has the rest.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { position } from './inside.ts';
import { openLab, runProgram as run, type AppElement } from './lab.ts';
import { picture, settled, useSite } from './site.ts';

const { browser, site } = await useSite(false);

const open = (query: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> =>
  openLab(browser, site, query, colorScheme);

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
