// The mouse over the stage of the laboratory; embed_commands.test.ts has the wheel over a figure.

import { expect, it } from 'vitest';
import { openLab } from './lab.ts';
import { settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

it('the wheel zooms the stage of the laboratory, and the other mouse buttons do not move it', async () => {
  const page = await openLab(browser, site, '?p=worker_pool');
  const all = page.locator('stage-panel').getByRole('button', { name: 'Show all' });
  const box = (await page.locator('stage-panel canvas').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(box.x + 40, box.y + 40, { steps: 4 });
  await page.mouse.up({ button: 'right' });
  expect(await all.isDisabled()).toBe(true);
  await page.mouse.wheel(0, -300);
  await expect.poll(() => all.isDisabled()).toBe(false);
  await page.context().close();
});

// What understands gestures was fetched with the first one, which was lost.
it('the first pinch on a phone zooms the stage', async () => {
  const { page } = await visit(browser, site, '?p=worker_pool', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await settled(page);
  const all = page.locator('stage-panel').getByRole('button', { name: 'Show all' });
  const box = (await page.locator('stage-panel canvas').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const device = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    device.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === 0 ? [] : [-1, 1].map((side, id) => ({ x: x + side * apart, y, id })),
    });
  await touch('touchStart', 30);
  for (const apart of [40, 60, 80, 100]) await touch('touchMove', apart);
  await touch('touchEnd', 0);
  await expect.poll(() => all.isDisabled()).toBe(false);
  await page.context().close();
});
