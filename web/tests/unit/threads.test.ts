// Threads that the page makes for the engine's worker: order, spare ones, failures, the end.

import { afterEach, describe, expect, it } from 'vitest';
import { FarThread, Threads, type ThreadWish } from '../../src/engine/threads.ts';

/** Answers every message with itself, after a moment. */
class Echo {
  static made: Echo[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly got: unknown[] = [];
  constructor(
    readonly url: string,
    readonly options: WorkerOptions,
  ) {
    Echo.made.push(this);
  }
  postMessage(data: unknown): void {
    this.got.push(data);
    setTimeout(() => this.onmessage?.({ data }), 1);
  }
  terminate(): void {
    this.ended = true;
  }
}

const threads: Threads[] = [];
const house = (): Threads => {
  const one = new Threads((url, options) => new Echo(url, options) as unknown as Worker);
  threads.push(one);
  return one;
};
afterEach(() => {
  for (const one of threads) one.end();
  threads.length = 0;
  Echo.made = [];
});
const far = (to: Threads): FarThread =>
  new FarThread('glue.mjs', { type: 'module', name: 'em-pthread' }, (wish: ThreadWish) => to.serve(wish));

describe('a thread that the page makes', () => {
  it('gets messages in order and answers in order', async () => {
    const thread = far(house());
    const heard: unknown[] = [];
    thread.onmessage = (event) => heard.push(event.data);
    for (let k = 0; k < 20; k++) thread.postMessage({ k });
    await expect.poll(() => heard.length).toBe(20);
    expect(heard).toEqual(Array.from({ length: 20 }, (_, k) => ({ k })));
    expect(Echo.made).toHaveLength(1);
    expect(Echo.made[0]!.options).toEqual({ type: 'module', name: 'em-pthread' });
  });

  it('has been loading since the engine was wished for', () => {
    const one = house();
    one.prepare('glue.mjs');
    expect(Echo.made).toHaveLength(2);
    far(one);
    far(one);
    expect(Echo.made).toHaveLength(2);
    far(one);
    expect(Echo.made).toHaveLength(3);
  });

  it('that fails says so to the engine', async () => {
    const thread = far(house());
    let told = '';
    thread.onerror = ({ message }) => (told = message);
    Echo.made[0]!.onerror?.({ message: 'no memory' });
    await expect.poll(() => told).toBe('no memory');
  });

  it('ends when it is ended, alone', async () => {
    const one = house();
    const [first] = [far(one), far(one)];
    first.terminate();
    await expect.poll(() => Echo.made.map((echo) => echo.ended)).toEqual([true, false]);
  });

  it('goes when the engine goes, the spare ones too', () => {
    const one = house();
    one.prepare('glue.mjs');
    far(one);
    one.end();
    expect(Echo.made.map((echo) => echo.ended)).toEqual([true, true]);
  });
});
