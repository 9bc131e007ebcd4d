// What the page tells is what the engine tells: every sentence of every program of the catalogue, word
// for word.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../src/model/checkpoints.ts';
import { narrate, plainText } from '../../src/model/narration.ts';
import { RunIndex } from '../../src/model/run_index.ts';
import { TraceStore } from '../../src/model/trace_store.ts';
import { engineSentences, recorded } from './inside.ts';
import { settled, useSite, visit } from './site.ts';

const { browser, site } = await useSite(false);

async function runOf(page: Page): Promise<RunIndex> {
  const { words, texts } = await recorded(page);
  const store = new TraceStore();
  store.appendTexts(texts);
  store.append(new Uint8Array(new Uint32Array(words).buffer));
  const run = new RunIndex(store);
  run.extend(true);
  return run;
}

describe.each(['worker_pool', 'pipeline', 'generator', 'fan_out_fan_in'])('%s', (program) => {
  it('is told in the same words, and nothing is lost on the way', async () => {
    const { page } = await visit(browser, site, `?p=${program}`);
    await settled(page);
    const run = await runOf(page);
    const told = await engineSentences(page, 0, run.store.length);
    const states = new Checkpoints(run.store);
    const ours = told.map((_, i) => plainText(narrate(run, states.at(i - 1), i)));
    expect(ours).toEqual(told);
    for (const c of states.at(run.store.length - 1).channels.values()) {
      expect(c.sent).toBe(c.received + c.buffer.length + c.handed.length);
    }
    await page.context().close();
  });
});
