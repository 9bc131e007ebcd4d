// The laboratory in a page: opened, and with a program of one's own in it.

import type { Browser, Page } from 'playwright-core';
import type { Session } from '../../src/app/session.ts';
import { settled, visit, type Site } from './site.ts';

export interface AppElement extends HTMLElement {
  readonly session: Session;
}

/** Opens it with a query and waits for its first run. */
export async function openLab(
  browser: Browser,
  site: Site,
  query: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const { page } = await visit(browser, site, query, {
    colorScheme,
    // The reload for threads would come in between.
    serviceWorkers: 'block',
  });
  await settled(page);
  return page;
}

/** Types a whole program and waits for its run. */
export async function runProgram(page: Page, program: string): Promise<void> {
  await page.locator('code-panel .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
  await page.waitForFunction((text) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    return session.ran?.source === text && session.status === 'ready' && session.outcome !== undefined;
  }, program);
  await page.locator('transport-bar').click({ position: { x: 3, y: 3 } });
}
