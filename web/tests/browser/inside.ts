// Questions to the running page. Each is a function that the browser evaluates; `sluice-app` carries the
// session.

import type { Page } from 'playwright-core';
import type { Session } from '../../src/app/session.ts';

interface AppElement extends HTMLElement {
  readonly session: Session;
}

export async function status(
  page: Page,
): Promise<{ status: string; failure: string; seed: number; program: string }> {
  return page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    return {
      status: session.status,
      failure: session.failure,
      seed: session.seed,
      program: session.program.id,
    };
  });
}

export interface Position {
  readonly step: number;
  readonly steps: number;
  readonly core: number;
  readonly last: number;
  readonly events: number;
}

export async function position(page: Page): Promise<Position> {
  return page.evaluate(() => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { player, run } = session;
    const { step } = player;
    return {
      step,
      steps: player.length,
      core: step < 0 ? -1 : run!.steps.coreEvent(step),
      last: step < 0 ? -1 : run!.steps.lastEvent(step),
      events: run!.store.length,
    };
  });
}

/** The engine's own sentences for a range of events. */
export async function engineSentences(page: Page, from: number, to: number): Promise<string[]> {
  const text = await page.evaluate(
    ([a, b]) => {
      const { session } = document.querySelector('sluice-app') as unknown as AppElement;
      return session.engine.narrate(a, b);
    },
    [from, to] as const,
  );
  return text.replace(/\n$/, '').split('\n');
}

/** Raw events of the trace: kind, goroutine, object, a, b. */
export async function rawEvents(page: Page, count: number): Promise<number[][]> {
  return page.evaluate((n) => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { store } = session.run!;
    return Array.from({ length: Math.min(n, store.length) }, (_, i) => [
      store.kind(i),
      store.goroutine(i),
      store.object(i),
      store.a(i),
      store.b(i),
    ]);
  }, count);
}

/** A digest of the whole trace, texts included: equal runs have equal digests. */
export async function traceDigest(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { session } = document.querySelector('sluice-app') as unknown as AppElement;
    const { store } = session.run!;
    const words: number[] = [];
    for (let i = 0; i < store.length; i++) {
      words.push(
        store.time(i),
        store.kind(i),
        store.processor(i),
        store.goroutine(i),
        store.object(i),
        store.pos(i),
        store.a(i),
        store.b(i),
      );
    }
    const texts = Array.from({ length: store.textCount }, (_, k) => store.text(k));
    const bytes = new TextEncoder().encode(JSON.stringify([words, texts]));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
  });
}

export const caption = (page: Page): Promise<string> =>
  page.locator('caption-line [data-caption]').innerText();
export const outputs = (page: Page): Promise<string[]> =>
  page.locator('output-panel [data-output] span').allInnerTexts();
export const engineLine = (page: Page): Promise<string> => page.locator('[data-engine]').innerText();
export const source = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector('sluice-app') as unknown as AppElement).session.source);
export const pictureInWords = async (page: Page): Promise<string> =>
  (await page.locator('stage-panel #picture').textContent()) ?? '';

/** The whole trace as the words of its records, and its texts from number 1 on. */
export async function recorded(page: Page): Promise<{ words: number[]; texts: string[] }> {
  return page.evaluate(() => {
    const { store } = (document.querySelector('sluice-app') as unknown as AppElement).session.run!;
    const words: number[] = [];
    for (let i = 0; i < store.length; i++) {
      const time = store.time(i);
      words.push(
        time % 4294967296,
        Math.floor(time / 4294967296),
        store.kind(i) + store.processor(i) * 65536,
      );
      words.push(store.goroutine(i), store.object(i), store.pos(i), store.a(i), store.b(i));
    }
    return { words, texts: Array.from({ length: store.textCount - 1 }, (_, k) => store.text(k + 1)) };
  });
}
