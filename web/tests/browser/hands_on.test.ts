// Sliders in the code, formatting, remarks of the stepper, what a selection leads to, two runs on one clock:
// what hands do quickly, repeatedly and from the keyboard.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { position } from './inside.ts';
import { openLab, runProgram, type AppElement } from './lab.ts';
import { picture, useSite } from './site.ts';

const { browser, site } = await useSite(false);

const workersOf = (page: Page, side: 'left' | 'right' = 'left'): Promise<string> =>
  page.evaluate((which) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { source } = which === 'left' ? session : session.beside.comparison!.right;
    return /numWorkers\s*=\s*(\d+)/.exec(source)?.[1] ?? '';
  }, side);

/** Step and virtual time of both sides of a comparison. */
const clocks = (page: Page): Promise<{ left: number[]; right: number[]; query: string }> =>
  page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { left, right } = session.beside.comparison!;
    const of = ({ player }: typeof left): number[] => [player.step, player.timeNs];
    return { left: of(left), right: of(right), query: location.search };
  });

describe('the code', () => {
  it('a slider in the code keeps its focus and its drag although the run would scroll the code', async () => {
    const page = await openLab(browser, site, '?p=worker_pool');
    const slider = page.locator('code-panel .knob[data-name=numWorkers] input');
    await slider.focus();
    for (let k = 0; k < 4; k++) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((n) => {
        const { session } = document.querySelector('sluice-app') as unknown as AppElement;
        return session.status === 'ready' && session.ran?.source.includes(`numWorkers = ${n}`) === true;
      }, 4 + k);
    }
    expect(await workersOf(page)).toBe('7');
    expect(await slider.getAttribute('aria-valuetext')).toBe('7');
    const box = (await slider.boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.4, y);
    await page.mouse.down();
    for (let k = 4; k <= 10; k++) {
      await page.mouse.move(box.x + box.width * (k / 10), y);
      await page.waitForTimeout(120);
    }
    await page.mouse.up();
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.ran?.source.includes('numWorkers = 16') === true;
    });
    await page.context().close();
  });

  it('a constant that is true or false has its switch beside it', async () => {
    const page = await openLab(browser, site, '?p=worker_pool');
    const box = page.locator('code-panel .knob[data-name=readAfterWait] input');
    await box.scrollIntoViewIfNeeded();
    await box.check();
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.ran?.source.includes('readAfterWait = true') === true;
    });
    await page.context().close();
  });

  it('formats what has just been typed, and tells what came of it', async () => {
    const page = await openLab(browser, site, '?p=own');
    const told = page.locator('[data-format]');
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('package main\nfunc main(){\nx:=1\n_=x}');
    await page.getByRole('button', { name: 'Format' }).click();
    await expect.poll(() => told.innerText()).toBe('Formatted.');
    expect(await page.locator('code-panel .cm-content').innerText()).toContain('\tx := 1');
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('Shift+Alt+f');
    await expect.poll(() => told.innerText()).toBe('Already formatted.');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('func {');
    await page.locator('[data-diagnostics]').waitFor();
    await page.keyboard.press('Shift+Alt+f');
    await expect.poll(() => told.innerText()).toContain('Not formatted');
    await page.context().close();
  });

  it('Tab goes through the code without changing it; after typing, Escape and Tab leave it', async () => {
    const page = await openLab(browser, site, '?p=worker_pool');
    const inEditor = (): Promise<boolean> =>
      page.evaluate(() => {
        const panel = document.querySelector('sluice-app')!.shadowRoot!.querySelector('code-panel')!;
        return panel.shadowRoot!.activeElement?.classList.contains('cm-content') === true;
      });
    const source = (): Promise<string> =>
      page.evaluate(() => (document.querySelector('sluice-app') as unknown as AppElement).session.source);
    const before = await source();
    await page.getByRole('button', { name: 'Format' }).focus();
    await page.keyboard.press('Tab');
    expect(await inEditor()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await inEditor()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    while (!(await inEditor())) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('/');
    await page.keyboard.press('Tab');
    expect(await inEditor()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await inEditor()).toBe(false);
    await expect.poll(async () => (await source()) === before).toBe(false);
    await page.context().close();
  });

  it('counts the problems and keeps the lines of a message', async () => {
    const page = await openLab(browser, site, '?p=own');
    await page.locator('code-panel .cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      'package main\n\nfunc f() (int, error) {\n\treturn 1\n}\n\nfunc main() {\n\tx := f()\n}\n',
    );
    const problems = page.locator('[data-diagnostics] .problems');
    await expect.poll(() => problems.innerText()).toMatch(/^\d problems\./);
    expect(await problems.innerText()).toMatch(/not enough return values\n\s*have \(number\)\n/);
    expect(await page.locator('[data-diagnostics] [role=alert]').innerText()).toMatch(/Line 4: not enough/);
    await page.context().close();
  });

  it('the names of sleeping and waiting goroutines on the code can be read in both colours', async () => {
    for (const colours of ['light', 'dark'] as const) {
      const page = await openLab(browser, site, '?p=worker_pool&step=44', colours);
      await page.locator('code-panel .pill.sleeping').first().waitFor();
      expect(await complaints(page), colours).toEqual([]);
      await page.context().close();
    }
  });
});

describe('stepping', () => {
  it('what a step had to say goes when the playhead goes on', async () => {
    const page = await openLab(browser, site, '?p=worker_pool&step=20');
    const said = page.locator('[data-said]');
    await page.keyboard.press('Home');
    await page.keyboard.press('n');
    expect(await said.innerText()).toBe('Pick a goroutine or an object on the stage first.');
    await page.keyboard.press('O');
    expect(await said.innerText()).toBe('Nothing is printed before this.');
    await page.keyboard.press('End');
    await said.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a click on a line number, or beside it, sets and removes a breakpoint', async () => {
    const page = await openLab(browser, site, '?p=own');
    const lines = (): Promise<number[]> =>
      page.evaluate(() => {
        const { session } = document.querySelector('sluice-app') as unknown as AppElement;
        return [...session.stepping.breakpoints];
      });
    const six = page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^6$/ });
    await six.click();
    expect(await lines()).toEqual([6]);
    const box = (await six.boundingBox())!;
    const beside = (await page.locator('.cm-breakpoints').boundingBox())!;
    await page.mouse.click(beside.x + beside.width / 2, box.y + box.height / 2);
    expect(await lines()).toEqual([]);
    await page.context().close();
  });

  it('a held goroutine is marked, and the way back is a link to the original run', async () => {
    const page = await openLab(browser, site, '?p=worker_pool&step=30&tab=inside&hold=3%4030');
    await page.locator('inspect-panel article h3', { hasText: 'held back' }).waitFor();
    const link = page.locator('[data-original]');
    await page.waitForFunction(() => location.search.includes('step=30'));
    const address = (await link.getAttribute('href'))!;
    expect(address).not.toContain('hold');
    expect(address).toContain('p=worker_pool');
    await link.click();
    await page.locator('[data-holding]').waitFor({ state: 'detached' });
    expect((await position(page)).step).toBe(30);
    await page.context().close();
  });
});

const LEADS = `package main

import (
\t"fmt"
\t"sync/atomic"
)

type node struct {
\tname string
\tnext *node
}

func main() {
\tvar hits atomic.Int64
\tvar ready atomic.Bool
\thits.Add(41)
\tready.Store(true)
\ta := &node{name: "a"}
\tb := &node{name: "b", next: a}
\ta.next = b
\tnodes := make(chan *node, 2)
\tnodes <- a
\tfmt.Println(hits.Load(), b.name)
\t<-make(chan int)
}
`;

describe('inside', () => {
  it('shows what an atomic holds, and each heap object that the selection leads to once', async () => {
    const page = await openLab(browser, site, '?p=own');
    await runProgram(page, LEADS);
    await page.keyboard.press('End');
    await page.locator('[data-tab=inside]').click();
    const main = page.locator('inspect-panel [data-goroutine="1"]');
    await expect.poll(() => main.innerText()).toMatch(/hits\s+41 atomic.Int64/);
    expect(await main.innerText()).toMatch(/ready\s+true atomic.Bool/);
    await main.locator('button.name').click();
    const reached = page.locator('inspect-panel [data-reachable]');
    await reached.waitFor();
    const text = await reached.innerText();
    expect(text).toMatch(/Heap objects reachable from main/);
    expect(await reached.locator('value-tree').count()).toBe(3);
    expect(text).toMatch(/a \(3 ways\)/);
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'reachable-from-main');
    await page.context().close();
  });
});

describe('inside, at the end', () => {
  it('a goroutine in its last statement has its variables still', async () => {
    const page = await openLab(browser, site, '?p=own');
    await runProgram(page, 'package main\n\nimport "fmt"\n\nfunc main() {\n\tx := 3\n\tfmt.Println(x)\n}\n');
    await page.locator('[data-tab=inside]').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    const main = page.locator('inspect-panel [data-goroutine="1"]');
    await expect.poll(() => main.innerText()).toMatch(/this was its last statement[^]*line 7[^]*x\s+3 int/);
    // Back to where nobody has begun, while the answer for the end is still shown.
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    for (const key of ['Home', 'End', 'Home', 'o', 'Home']) await page.keyboard.press(key);
    await expect.poll(() => main.count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('a wait group waits for all whom it was told of, and for nobody else', async () => {
    const page = await openLab(browser, site, '?p=own');
    await runProgram(
      page,
      `package main

import "sync"

func main() {
\tvar wg sync.WaitGroup
\tnever := make(chan int)
\twg.Add(2)
\tgo func() { <-never; wg.Done() }()
\tgo func() { <-never; wg.Done() }()
\tgo func() { <-never }()
\twg.Wait()
}
`,
    );
    await page.keyboard.press('End');
    await page.locator('[data-tab=inside]').click();
    const why = page.locator('inspect-panel [data-goroutine="1"] [data-why]');
    await why.locator('summary').click();
    const text = (await why.locator('wait-chain li').first().innerText()).replace(/\s+/g, ' ');
    expect(text).toMatch(/main waits for wg: 2 to go line 12 \(and main\.func2\)/);
    expect(text).not.toContain('func3');
    await page.context().close();
  });
});

describe('comparing', () => {
  it('keys pressed fast on a slider all count', async () => {
    const page = await openLab(browser, site, '?p=worker_pool&with=p%3Dworker_pool%26numWorkers%3D8');
    const slider = page.locator('compare-panel [data-slider=numWorkers]');
    await slider.focus();
    for (let k = 0; k < 7; k++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => workersOf(page, 'right')).toBe('1');
    await page.context().close();
  });

  it('is one clock: for lanes, captions, clicks in the shorter run, and after a swap', async () => {
    const page = await openLab(
      browser,
      site,
      '?p=worker_pool&step=0&with=p%3Dworker_pool%26numWorkers%3D1&sweep=numJobs',
    );
    await page.locator('[data-summary]', { hasText: 'takes 2.5 s longer' }).waitFor();
    expect(await page.locator('caption-line').count()).toBe(2);
    const lanes = page.locator('timeline-panel canvas.timeline');
    expect(await lanes.count()).toBe(2);
    // Both axes end at 4 s, so the same place is the same time; the left run ends at 1.5 s.
    const box = (await lanes.first().boundingBox())!;
    await page.mouse.click(box.x + 76 + (box.width - 76) * 0.25, box.y + 20);
    await expect.poll(async () => (await clocks(page)).right[1]! > 5e8).toBe(true);
    const { left, right } = await clocks(page);
    expect(Math.abs(left[1]! - right[1]!)).toBeLessThan(1e6);
    await picture(page, 'compare-one-clock');
    await page.getByRole('button', { name: 'Swap' }).click();
    await expect.poll(() => workersOf(page)).toBe('1');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('with') === 'p=worker_pool');
    const swapped = await clocks(page);
    expect(swapped.left[1]).toBe(right[1]);
    expect(swapped.query).toContain('numWorkers=1');
    const seed = page.locator('[data-right-seed]');
    await seed.fill('seven');
    await seed.press('Enter');
    expect(await seed.inputValue()).toBe('1');
    expect(await complaints(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a screen of 3,840 pixels', () => {
  it('has larger texts, and clicks in the code and in the chart go where they point', async () => {
    const page = await openLab(browser, site, '?p=worker_pool&with=p%3Dworker_pool&sweep=numWorkers');
    await page.setViewportSize({ width: 3840, height: 2160 });
    const line = page.locator('code-panel .cm-line', { hasText: 'import (' }).first();
    await page.locator('[data-tab=code]').click();
    expect((await line.boundingBox())!.height).toBeGreaterThan(30);
    const text = (await line.boundingBox())!;
    await page.mouse.click(text.x + 4, text.y + text.height / 2);
    await page.keyboard.press('End');
    await page.keyboard.type('// here');
    expect(await line.innerText()).toContain('import (// here');
    await page.keyboard.press('ControlOrMeta+z');
    await page.locator('[data-tab=compare]').click();
    const plot = page.locator('sweep-plot .u-over');
    await plot.waitFor();
    await page.waitForFunction(() => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      const sweep = session.beside.comparison?.sweep;
      return sweep?.running === false && sweep.points.length === 16;
    });
    // The chart takes the size of its panel a moment after the panel is shown.
    const pickAt = async (part: number): Promise<string> => {
      const box = (await plot.boundingBox())!;
      await page.mouse.click(box.x + (box.width - 3) * part, box.y + box.height / 2);
      return workersOf(page);
    };
    await expect.poll(() => pickAt(1), { timeout: 8000 }).toBe('16');
    await expect.poll(() => pickAt(0.2), { timeout: 8000 }).toBe('4');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(3840);
    await picture(page, 'compare-4k');
    await page.context().close();
  });
});
