import { describe, expect, it } from 'vitest';
import { Checkpoints, MIN_GAP } from '../../src/model/checkpoints.ts';
import { GState } from '../../src/model/lanes.ts';
import { EventKind as K } from '../../src/generated/events.ts';
import { loadTrace } from '../fake/load.ts';
import { Recorder } from '../fake/recorder.ts';
import { deadlockTrace, pingPongTrace, pipelineTrace, workerPoolTrace } from '../fake/programs.ts';

describe('trace store', () => {
  it('keeps records byte for byte, across chunks, and finds events by time', () => {
    const { store } = loadTrace(pingPongTrace(20000));
    expect(store.length).toBeGreaterThan(100_000);
    for (let i = 1; i < store.length; i += 997) {
      expect(store.time(i)).toBeGreaterThanOrEqual(store.time(i - 1));
      const found = store.indexAtTime(store.time(i));
      expect(store.time(found)).toBe(store.time(i));
      if (found + 1 < store.length) expect(store.time(found + 1)).toBeGreaterThan(store.time(i));
    }
    expect(store.indexAtTime(-1)).toBe(-1);
  });
});

describe('state', () => {
  // "held=2, held=1": a semaphore of which both places were taken was shown as half taken.
  it('counts a semaphore right when two acquire at one time and tell of it in the other order', () => {
    const r = new Recorder();
    r.event(0, K.ObjectMake, 1, 1, 4, r.text('semaphore'), r.text('sem'));
    r.event(0, K.SemaMake, 1, 1, 4, 2);
    r.event(5, K.SemaAcquire, 3, 1, 6, 1, 2);
    r.event(5, K.SemaAcquire, 2, 1, 6, 1, 1);
    r.event(9, K.SemaRelease, 3, 1, 7, 1, 1);
    r.event(9, K.SemaRelease, 2, 1, 7, 1, 0);
    const states = new Checkpoints(loadTrace(r.finish()).store);
    const counts = [2, 3, 4, 5].map((i) => states.at(i).syncs.get(1)!.counter);
    expect(counts).toEqual([2, 2, 1, 0]);
  });

  it('conserves values: sent = received + buffered + handed over, at every event', () => {
    const { store } = loadTrace(workerPoolTrace());
    const states = new Checkpoints(store);
    for (let i = 0; i < store.length; i++) {
      for (const c of states.at(i).channels.values()) {
        expect(c.sent).toBe(c.received + c.buffer.length + c.handed.length);
        expect(c.buffer.length).toBeLessThanOrEqual(c.capacity);
        expect(c.senders.length > 0 && c.buffer.length < c.capacity).toBe(false);
      }
    }
  });

  it('is the same whether one walks forwards, backwards or jumps', () => {
    const { store } = loadTrace(workerPoolTrace({ workers: 5, jobs: 30 }));
    const forwards = new Checkpoints(store);
    const images: string[] = [];
    for (let i = 0; i < store.length; i++) images.push(image(forwards.at(i)));
    const backwards = new Checkpoints(store);
    for (let i = store.length - 1; i >= 0; i--) expect(image(backwards.at(i))).toBe(images[i]);
  });

  it('ends with everybody done and nothing left in the pipes', () => {
    const { store, entities } = loadTrace(workerPoolTrace());
    const end = new Checkpoints(store).at(store.length - 1);
    for (const g of entities.goroutines.keys()) expect(end.stateOf(g)).toBe(GState.Done);
    for (const c of end.channels.values())
      expect([c.buffer, c.senders, c.receivers, c.handed].map((q) => q.length)).toEqual([0, 0, 0, 0]);
    expect(end.queued.size).toBe(0);
  });

  it('goes through a few thousand events at most to get anywhere in a million', () => {
    const { store } = loadTrace(pingPongTrace(130_000));
    expect(store.length).toBeGreaterThan(1_000_000);
    const states = new Checkpoints(store);
    states.at(store.length - 1);
    for (let k = 0; k < 40; k++) {
      expect(states.at((k * 7_919_317) % store.length).event).toBe((k * 7_919_317) % store.length);
      expect(states.folded).toBeLessThanOrEqual(2 * MIN_GAP);
    }
  });
});

describe('lineage', () => {
  it('gives a result the colour of its job', () => {
    const { messages, store } = loadTrace(workerPoolTrace());
    for (let msg = 1; msg < messages.root.length; msg++) {
      if (messages.parent.get(msg) === 0) continue;
      const root = messages.root.get(msg);
      expect(Number(store.value(messages.value.get(msg)))).toBe(
        2 * Number(store.value(messages.value.get(root))),
      );
      expect(messages.family.get(msg)).toBe(messages.family.get(root));
    }
  });

  it('follows a value through every stage of a pipeline', () => {
    const { messages } = loadTrace(pipelineTrace(3, 4));
    const families = new Set<number>();
    for (let msg = 1; msg < messages.root.length; msg++) families.add(messages.family.get(msg));
    expect(families.size).toBe(4);
  });
});

describe('steps', () => {
  it('cover every event once and in order', () => {
    const { steps, store } = loadTrace(workerPoolTrace());
    expect(steps.firstEvent(0)).toBe(0);
    expect(steps.lastEvent(steps.length - 1)).toBe(store.length - 1);
    for (let k = 1; k < steps.length; k++) expect(steps.firstEvent(k)).toBe(steps.lastEvent(k - 1) + 1);
    for (let i = 0; i < store.length; i++) {
      const k = steps.stepOfEvent(i);
      expect(steps.firstEvent(k)).toBeLessThanOrEqual(i);
      expect(steps.lastEvent(k)).toBeGreaterThanOrEqual(i);
    }
  });

  it('are the same when the trace arrives in pieces', async () => {
    const { TraceStore } = await import('../../src/model/trace_store.ts');
    const { RunIndex } = await import('../../src/model/run_index.ts');
    const trace = workerPoolTrace();
    const whole = loadTrace(trace);
    const store = new TraceStore();
    const index = new RunIndex(store);
    for (let at = 0; at < trace.records.length; at += 32 * 7) {
      store.append(trace.records.subarray(at, at + 32 * 7));
      index.extend(false);
    }
    index.extend(true);
    expect(index.steps.length).toBe(whole.steps.length);
    for (let k = 0; k < whole.steps.length; k++)
      expect(index.steps.coreEvent(k)).toBe(whole.steps.coreEvent(k));
  });
});

describe('endings', () => {
  it('knows a deadlock from a normal end', () => {
    expect(loadTrace(deadlockTrace()).ending.kind).toBe('deadlock');
    expect(loadTrace(workerPoolTrace()).ending.kind).toBe('done');
  });

  it('counts the values that went along an edge', () => {
    const { edges, store } = loadTrace(workerPoolTrace({ jobs: 9 }));
    let sent = 0;
    for (const edge of edges.all)
      if (edge.object === 1 && edge.role === 'receive') sent += edge.moves.countUpTo(store.length);
    expect(sent).toBe(9);
    expect(store.kind(0)).toBe(K.RunStart);
  });
});

function image(state: ReturnType<Checkpoints['at']>): string {
  const goroutines = Array.from({ length: 12 }, (_, g) => [
    state.stateOf(g),
    state.why(g),
    state.pos(g),
    state.hand(g),
    state.waker(g),
  ]);
  return JSON.stringify([
    goroutines,
    [...state.channels],
    [...state.syncs],
    [...state.queued],
    [...state.totals],
  ]);
}
