// The page's end of the protocol against a worker that behaves as the threaded one does: events in a
// shared ring.

import { expect, it } from 'vitest';
import { EngineClient } from '../../src/engine/client.ts';
import { Control, EngineState, type Outcome, type Reply, type Request } from '../../src/engine/protocol.ts';
import { workerPoolTrace } from '../fake/programs.ts';

const CAPACITY = 64;
const trace = workerPoolTrace();
const outcome: Outcome = {
  kind: 'done',
  exitCode: 0,
  message: '',
  timeNs: 0,
  events: 0,
  instructions: 0,
  schedule: '',
};

/** Writes the trace into a small ring, a few records at a time, and waits while the ring is full. */
class ThreadedWorker {
  private readonly control = new Uint32Array(new SharedArrayBuffer(64));
  private readonly ring = new Uint8Array(new SharedArrayBuffer(CAPACITY * 32));
  private listener: (event: { data: Reply }) => void = () => {};
  private written = 0;

  addEventListener(type: string, listener: (event: { data: Reply }) => void): void {
    if (type === 'message') this.listener = listener;
  }
  terminate(): void {}
  private reply(data: Reply): void {
    setTimeout(() => this.listener({ data }), 1);
  }
  protected answer(data: Reply): void {
    this.reply(data);
  }

  postMessage(request: Request): void {
    const { control, ring } = this;
    const { id } = request;
    if (request.type === 'load') {
      control[Control.capacity] = CAPACITY;
      control[Control.state] = EngineState.Finished;
      this.reply({ type: 'loaded', id, version: '1', threaded: true, shared: { control, ring } });
    } else if (request.type === 'texts') {
      this.reply({ type: 'texts', id, texts: packed(trace.texts.slice(request.from - 1)) });
    } else if (request.type === 'run') {
      control.fill(0, Control.head, Control.state + 1);
      control[Control.texts] = trace.texts.length + 1;
      this.reply({ type: 'batch', id, texts: new ArrayBuffer(0), records: new ArrayBuffer(0) });
      this.produce(id);
    }
  }

  private produce(id: number): void {
    const { control, ring } = this;
    const total = trace.records.length / 32;
    for (let k = 0; k < 10 && this.written < total; k++) {
      if (control[Control.head]! - control[Control.tail]! >= CAPACITY) break;
      const record = trace.records.subarray(this.written * 32, (this.written + 1) * 32);
      ring.set(record, (this.written % CAPACITY) * 32);
      control[Control.head] = ++this.written;
    }
    if (this.written < total) setTimeout(() => this.produce(id), 1);
    else {
      control[Control.state] = EngineState.Finished;
      this.reply({ type: 'finished', id, outcome });
    }
  }
}

function packed(texts: readonly string[]): ArrayBuffer {
  const bytes: number[] = [];
  for (const text of texts) {
    const encoded = new TextEncoder().encode(text);
    bytes.push(encoded.length & 255, encoded.length >> 8, 0, 0, ...encoded);
    while (bytes.length % 4 !== 0) bytes.push(0);
  }
  return new Uint8Array(bytes).buffer;
}

it('takes a whole run out of a shared ring that is smaller than the run, texts first', async () => {
  const client = new EngineClient(
    'engine-mt',
    () => 'x',
    () => new ThreadedWorker() as unknown as Worker,
  );
  const records: number[] = [];
  const texts: string[] = [];
  const options = { seed: 1, processors: 0, inputs: [], limits: {}, ahead: 1e6, schedule: '' };
  const result = await client.run(options, {
    texts: (more) => texts.push(...more),
    records: (bytes) => {
      expect(texts.length).toBe(trace.texts.length);
      records.push(...bytes);
    },
  });
  expect(result.kind).toBe('done');
  expect(texts).toEqual(trace.texts);
  expect(records).toEqual([...trace.records]);
});

it('takes the engine without threads when the other one does not start, and says why', async () => {
  const asked: string[] = [];
  /** A worker in which the threaded bundle fails to load. */
  class Failing extends ThreadedWorker {
    override postMessage(request: Request): void {
      if (request.type === 'load') {
        asked.push(request.url);
        if (request.bundle === 'engine-mt') {
          this.answer({ type: 'failed', id: request.id, message: 'no room for shared memory' });
          return;
        }
        this.answer({ type: 'loaded', id: request.id, version: '1', threaded: false });
      } else super.postMessage(request);
    }
  }
  const client = new EngineClient(
    'engine-mt',
    (bundle) => `${bundle}.mjs`,
    () => new Failing() as unknown as Worker,
  );
  let why = '';
  client.onFallback = (reason) => (why = reason);
  expect((await client.load()).threaded).toBe(false);
  expect(asked).toEqual(['engine-mt.mjs', 'engine-st.mjs']);
  expect(why).toContain('no room');
});
