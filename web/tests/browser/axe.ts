// What axe has to complain about.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: {
    readonly id: string;
    readonly nodes: { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Complaints about the page as it is now, one line each. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const result = await page.evaluate(async () =>
    (window as unknown as { axe: { run(): Promise<unknown> } }).axe.run(),
  );
  return (result as AxeResult).violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
  );
}
