// The mouse over the stage of the laboratory; embed_commands.test.ts has the wheel over a figure.

import { expect, it } from 'vitest';
import { openLab } from './lab.ts';
import { useSite } from './site.ts';

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
