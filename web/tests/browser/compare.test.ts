// A comparison that a link opens.

import { expect, it } from 'vitest';
import type { Session } from '../../src/app/session.ts';
import { settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

// The longer side is the clock of both; it began at nothing and took the left side back to there.
it.each([
  ['the longer run on the right', 'numWorkers%3D1'],
  ['the longer run on the left', 'numWorkers%3D8'],
])('a link opens both sides at the moment that it names, %s', async (_, right) => {
  const { page, problems } = await visit(browser, site, `?p=worker_pool&step=40&with=${right}`);
  await settled(page);
  await page.waitForFunction(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    const other = session.beside.comparison?.right;
    return session.outcome !== undefined && other?.outcome !== undefined && other.player.timeNs > 0;
  });
  const now = await page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    const other = session.beside.comparison!.right;
    return { step: session.player.step, left: session.player.timeNs, right: other.player.timeNs };
  });
  expect(now.left).toBe(5e8);
  expect(now.right).toBe(5e8);
  expect(now.step).toBeGreaterThanOrEqual(40);
  expect(problems).toEqual([]);
  await page.context().close();
});

// The button on the right-hand stage did nothing: every panel told of the left run.
it('“Why?” on the right-hand stage explains the right run, and a switch leads back', async () => {
  const { page, problems } = await visit(browser, site, '?p=worker_pool&with=p%3Ddeadlock_lock_order');
  await settled(page);
  await page.waitForFunction(() => {
    const { session } = document.querySelector('sluice-app') as unknown as { session: Session };
    return session.outcome !== undefined && session.beside.comparison?.right.outcome !== undefined;
  });
  await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
  await page.keyboard.press('End');
  await page.locator('[data-right] [data-explain]').click();
  const finding = page.locator('findings-panel [data-finding=deadlock]');
  await finding.waitFor();
  await page.locator('[data-side=left]').click();
  await expect.poll(() => finding.count()).toBe(0);
  await page.locator('[data-side=right]').click();
  await finding.locator('button.go').click();
  await page.locator('[data-right]').getByRole('button', { name: 'Why blocked?' }).click();
  await page
    .locator('inspect-panel')
    .getByText(/transfers #1/)
    .first()
    .waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});
