// The rest of the page: own programs and their mistakes, limits, keys, links, themes, small screens.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { outputs, position, status } from './inside.ts';
import { picture, settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

/** Replaces the whole program by typing over it. */
async function type(page: Page, program: string): Promise<void> {
  await page.locator('code-panel .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((text) => navigator.clipboard.writeText(text).catch(() => {}), program);
  await page.keyboard.insertText(program);
}

async function ended(page: Page, kinds: RegExp): Promise<void> {
  await page.waitForFunction((pattern) => {
    const app = document.querySelector('sluice-app') as unknown as {
      session: { status: string; outcome?: { kind: string } };
    };
    return app.session.status === 'ready' && new RegExp(pattern).test(app.session.outcome?.kind ?? '');
  }, kinds.source);
}

/** An experiment with two choices, of which the second comes true. */
const EXPERIMENT = `package main

//sluice:slider min=0 max=3
const room = 1

//sluice:try "No room" room=0 ask="What does a channel without a buffer do?" -> deadlock
//sluice:choice "It prints 1" -> output is "1"
//sluice:choice "It waits for ever" -> deadlock
//sluice:because "Nobody receives."
func main() {
\tc := make(chan int, room)
\tc <- 1
\tprintln(<-c)
}
`;

describe('programs', () => {
  it.each(['worker_pool', 'pipeline', 'generator', 'fan_out_fan_in'])('%s runs to its end', async (id) => {
    const { page, problems } = await visit(browser, site, `?p=${id}`);
    await settled(page);
    await page.keyboard.press('End');
    expect(await status(page)).toMatchObject({ status: 'ready', program: id });
    expect((await outputs(page)).length).toBeGreaterThan(3);
    await page.keyboard.press('Home');
    for (let k = 0; k < 4; k++) await page.keyboard.press('Shift+ArrowRight');
    await picture(page, `program-${id}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("underlines mistakes in one's own program, explains them, and recovers", async () => {
    const { page } = await visit(browser, site, '?p=own');
    await settled(page);
    await type(page, 'package main\n\nfunc main() {\n\tx := 1\n}\n');
    await page.locator('[data-diagnostics]').waitFor();
    expect(await page.locator('[data-diagnostics]').innerText()).toContain('declared and not used: x');
    expect(await page.locator('code-panel .cm-lintRange-error').count()).toBeGreaterThan(0);
    await picture(page, 'own-program-with-mistake');
    await type(page, 'package main\n\nfunc main() {\n\tprintln("fine")\n}\n');
    await page.locator('[data-diagnostics]').waitFor({ state: 'detached' });
    await settled(page);
    await page.context().close();
  });

  it("shows a deadlock in Go's words", async () => {
    const { page } = await visit(browser, site, '?p=own');
    await settled(page);
    await type(page, 'package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n');
    await ended(page, /^deadlock$/);
    await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
    await page.keyboard.press('End');
    const text = (await outputs(page)).join('\n');
    expect(text).toContain('all goroutines are asleep - deadlock!');
    expect(text).toContain('goroutine 1 [chan receive]');
    await picture(page, 'deadlock');
    await page.context().close();
  });

  it.each([
    ['an endless loop', 'package main\n\nfunc main() {\n\tfor {\n\t}\n}\n'],
    [
      'endless printing',
      'package main\n\nimport "fmt"\n\nfunc main() {\n\tfor {\n\t\tfmt.Println("again")\n\t}\n}\n',
    ],
    ['a goroutine bomb', 'package main\n\nfunc main() {\n\tfor {\n\t\tgo func() { select {} }()\n\t}\n}\n'],
  ])('stays usable with %s', async (_, program) => {
    const { page } = await visit(browser, site, '?p=own');
    await settled(page);
    await type(page, program);
    await page.waitForFunction(() => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { source: string; run?: { store: { length: number } } };
      };
      return app.session.source.includes('for {') && app.session.run !== undefined;
    });
    await page.waitForTimeout(1500);
    await page.locator('app-header select').selectOption('pipeline');
    await page.waitForFunction(() => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { status: string; outcome?: { kind: string }; program: { id: string } };
      };
      return (
        app.session.program.id === 'pipeline' &&
        app.session.status === 'ready' &&
        app.session.outcome?.kind === 'done'
      );
    });
    await page.context().close();
  });
});

describe('controls', () => {
  it('are all reachable by keyboard', async () => {
    const { page } = await visit(browser, site);
    await settled(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect((await position(page)).step).toBe(1);
    await page.keyboard.press('ArrowLeft');
    expect((await position(page)).step).toBe(0);
    await page.keyboard.press('End');
    const end = await position(page);
    expect(end.step).toBe(end.steps - 1);
    await page.keyboard.press('?');
    expect(await page.locator('shortcut-sheet dialog').isVisible()).toBe(true);
    await picture(page, 'shortcuts');
    await page.keyboard.press('Escape');
    expect(await page.locator('shortcut-sheet dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  it('keep program, parameters, seed and step in the address', async () => {
    const { page } = await visit(browser, site, '?p=worker_pool&numWorkers=2&workTime=100ms&seed=9&step=12');
    await settled(page);
    expect(await status(page)).toMatchObject({ seed: 9 });
    expect((await position(page)).step).toBe(12);
    expect(await page.locator('slider-bar [data-slider=numWorkers]').inputValue()).toBe('2');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.search.includes('step=13'));
    const query = new URL(page.url()).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      p: 'worker_pool',
      numWorkers: '2',
      workTime: '100ms',
      seed: '9',
      step: '13',
    });
    await page.context().close();
  });

  it("carry one's own program in the address", async () => {
    const first = await visit(browser, site, '?p=own');
    await settled(first.page);
    await first.page.waitForFunction(() => location.hash.includes('c='));
    const before = new URL(first.page.url()).hash;
    await type(first.page, 'package main\n\nfunc main() {\n\tprintln("carried along")\n}\n');
    await first.page.waitForFunction((old) => location.hash.includes('c=') && location.hash !== old, before);
    const { search, hash } = new URL(first.page.url());
    const second = await visit(browser, site, search + hash);
    await settled(second.page);
    expect(await second.page.locator('code-panel .cm-content').innerText()).toContain('carried along');
    await first.page.context().close();
    await second.page.context().close();
  });

  it('ask what will happen, run the experiment and say who was right', async () => {
    const { page, problems } = await visit(browser, site, '?p=own');
    await settled(page);
    await type(page, EXPERIMENT);
    await page.getByRole('tab', { name: 'Try it (1)' }).click();
    await page.getByRole('button', { name: 'It waits for ever' }).click();
    const card = page.locator('try-panel li').first();
    await card.getByText('You were right.').waitFor();
    await card.getByText('Nobody receives.').waitFor();
    await card.locator('summary').click();
    await card.getByText('deadlock holds: deadlock').waitFor();
    await picture(page, 'experiment-right');
    await page.waitForFunction(() => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { source: string; status: string };
      };
      return app.session.status === 'ready' && app.session.source.includes('room = 0\n');
    });
    await page.getByRole('button', { name: 'It prints 1' }).click();
    await card.getByText('The program disagrees.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('open at an experiment that a link names', async () => {
    const { page } = await visit(browser, site, '?p=worker_pool&try=2');
    await settled(page);
    await page.locator('try-panel li').nth(1).waitFor({ state: 'visible' });
    await page.context().close();
  });
});

describe('inside', () => {
  it('shows stacks and local variables at the current step', async () => {
    const { page, problems } = await visit(browser, site, '?p=own');
    await settled(page);
    await type(
      page,
      'package main\n\nfunc main() {\n\tc := make(chan int, 1)\n\tanswer := 42\n' +
        '\tc <- answer\n\tprintln(answer)\n}\n',
    );
    await page.waitForFunction(() => {
      const app = document.querySelector('sluice-app') as unknown as {
        session: { status: string; source: string; run: { outputs: unknown[] } };
      };
      const { status, source, run } = app.session;
      return status === 'ready' && source.includes('answer') && run.outputs.length > 0;
    });
    await page.getByRole('tab', { name: 'Inside' }).click();
    await page.locator('caption-line').click();
    await page.keyboard.press('Home');
    for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
    const main = page.locator('inspect-panel [data-goroutine="1"]');
    await main.waitFor();
    expect(await main.innerText()).toContain('answer');
    expect(await main.innerText()).toContain('42');
    await picture(page, 'inside');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('looks', () => {
  it.each([
    ['desk-light', { viewport: { width: 1440, height: 860 } }],
    ['desk-dark', { viewport: { width: 1440, height: 860 }, colorScheme: 'dark' }],
    ['wide', { viewport: { width: 2560, height: 1440 } }],
    ['tablet', { viewport: { width: 820, height: 1180 } }],
    ['phone', { viewport: { width: 390, height: 844 } }],
    ['phone-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
    ['small-phone', { viewport: { width: 320, height: 640 } }],
  ] as const)('%s: nothing sticks out sideways', async (name, options) => {
    const { page, problems } = await visit(browser, site, '?step=60', options);
    await settled(page);
    await page.waitForTimeout(300);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(options.viewport.width);
    await picture(page, `look-${name}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
