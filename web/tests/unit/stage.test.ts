import { describe, expect, it } from 'vitest';
import { EVENTS, EventKind as K } from '../../src/generated/events.ts';
import { Checkpoints } from '../../src/model/checkpoints.ts';
import { concerns } from '../../src/model/find_step.ts';
import { journeyOf } from '../../src/model/journey.ts';
import { layoutRun } from '../../src/model/layout.ts';
import { Queue } from '../../src/model/queue.ts';
import type { RunIndex } from '../../src/model/run_index.ts';
import { limiterLevel } from '../../src/model/state.ts';
import { effectsOfStep } from '../../src/stage/effects.ts';
import { MomentMaker } from '../../src/stage/moment_maker.ts';
import { relationsOf } from '../../src/stage/relations.ts';
import { lookedAt } from '../../src/stage/draw_select.ts';
import { selectOfStep } from '../../src/stage/select_view.ts';
import { syncCaption } from '../../src/stage/sync_caption.ts';
import { loadTrace } from '../fake/load.ts';
import { pipelineTrace, workerPoolTrace } from '../fake/programs.ts';
import { Recorder } from '../fake/recorder.ts';

const MAIN = 1;
const WORKER = 2;

/** main and a worker, both running; what follows is up to the test. */
function started(): Recorder {
  const r = new Recorder();
  r.event(0, K.RunStart, 0, 0, 0, 4);
  r.event(0, K.GoCreate, 0, 0, 0, MAIN, r.text('main'));
  r.event(0, K.GoStart, MAIN);
  r.event(0, K.GoCreate, MAIN, 0, 3, WORKER, r.text('worker'));
  r.event(0, K.GoStart, WORKER);
  return r;
}

function make(r: Recorder, object: number, type: string, name: string): void {
  r.event(0, K.ObjectMake, MAIN, object, 4, r.text(type), r.text(name));
}

const at = (run: RunIndex, i = run.store.length - 1) => new Checkpoints(run.store).at(i);
const info = (run: RunIndex, id: number) => run.entities.objects.get(id)!;

describe('what stands on the shelf', () => {
  it('tells who holds a mutex and who waits for it, in order, and draws a line to each', () => {
    const r = started();
    make(r, 1, 'mutex', 'mu');
    r.event(10, K.MutexLock, MAIN, 1);
    r.event(20, K.MutexBlock, WORKER, 1, 5, MAIN);
    const run = loadTrace(r.finish());
    const state = at(run);
    expect(syncCaption(run, state, info(run, 1), 20)).toBe('held by main · 1 waits');
    const relations = relationsOf(run, layoutRun(run, 'right'), state);
    expect(relations.map((x) => [x.kind, x.goroutine])).toEqual([
      ['holds', 'g1'],
      ['waits', 'g2'],
    ]);
    expect(relationsOf(run, layoutRun(run, 'right'), at(run, 5))).toEqual([]);
  });

  it('counts readers, units of a semaphore and what a wait group waits for', () => {
    const r = started();
    make(r, 1, 'rwmutex', 'rates');
    make(r, 2, 'semaphore', 'sem');
    make(r, 3, 'waitgroup', 'wg');
    r.event(1, K.SemaMake, MAIN, 2, 6, 5);
    r.event(2, K.RWRLock, MAIN, 1, 7, 1);
    r.event(2, K.RWRLock, WORKER, 1, 7, 2);
    r.event(3, K.SemaAcquire, WORKER, 2, 8, 3, 3);
    r.event(4, K.WaitGroupAdd, MAIN, 3, 9, 2, 2);
    const run = loadTrace(r.finish());
    const state = at(run);
    expect(syncCaption(run, state, info(run, 1), 4)).toBe('2 reading');
    expect(syncCaption(run, state, info(run, 2), 4)).toBe('3 of 5 taken');
    expect(syncCaption(run, state, info(run, 3), 4)).toBe('2 to go');
    expect(run.peaks.get(3)).toBe(2);
  });

  it("lets a limiter's bucket fill with time, up to its size, and owe what was taken ahead", () => {
    const r = started();
    make(r, 1, 'limiter', 'lim');
    r.event(0, K.LimiterSet, MAIN, 1, 5, 100_000, 3);
    r.event(0, K.LimiterTake, MAIN, 1, 6, 1, 2000);
    const run = loadTrace(r.finish());
    const s = at(run).syncs.get(1)!;
    expect(limiterLevel(s, 0)).toBe(2);
    expect(limiterLevel(s, 50e6)).toBeCloseTo(2.5);
    expect(limiterLevel(s, 1e9)).toBe(3);
    r.event(1e9, K.LimiterTake, MAIN, 1, 6, 1, -1500 >>> 0);
    const later = loadTrace(r.finish());
    expect(syncCaption(later, at(later), info(later, 1), 1e9)).toBe('owes 1.5 · holds 3');
  });

  it('puts contexts into a tree, hides their channels, and shows who waits for them', () => {
    const r = started();
    for (const [id, parent] of [
      [10, 0],
      [11, 10],
      [12, 10],
      [13, 11],
    ] as const) {
      r.event(0, K.ChanMake, MAIN, id + 100, 4, 0, r.text('done'));
      make(r, id, 'context', `ctx${id}`);
      r.event(0, K.ContextMake, MAIN, id, 4, parent, r.text('WithCancel'));
      r.event(0, K.ObjectLink, MAIN, id + 100, 4, id, r.text(`ctx${id}.Done()`));
    }
    r.event(5, K.ChanRecvBlock, WORKER, 113);
    const run = loadTrace(r.finish());
    const layout = layoutRun(run, 'right');
    expect(layout.graph.nodes.some((node) => node.kind === 'channel')).toBe(false);
    expect(layout.branches.map((b) => `${b.from}>${b.to}`).sort()).toEqual(['o10>o11', 'o10>o12', 'o11>o13']);
    const x = (id: number): number => layout.nodes.get(`o${id}`)!.box.x;
    expect(x(10)).toBeLessThan(x(11));
    expect(x(11)).toBe(x(12));
    expect(x(11)).toBeLessThan(x(13));
    expect(relationsOf(run, layout, at(run)).map((one) => one.shelf)).toEqual(['o13']);
  });
});

describe('select', () => {
  const trace = (ready: number): Recorder => {
    const r = started();
    for (const [id, name] of [
      [1, 'fast'],
      [2, 'slow'],
      [3, 'quit'],
    ] as const)
      r.event(0, K.ChanMake, MAIN, id, 4, 1, r.text(name));
    r.event(9, K.SelectEnter, MAIN, 0, 9, 3, ready);
    for (let k = 0; k < 3; k++) r.event(9, K.SelectCase, MAIN, k + 1, 9, k, k === 2 ? 1 : 0);
    return r;
  };

  it('says which cases were ready, which one was taken and which lost', () => {
    const r = trace(0b011);
    r.event(9, K.SelectTake, MAIN, 0, 9, 1, 0b011);
    r.event(9, K.ChanRecvBuffer, MAIN, 2, 9, r.text('x'), 1);
    const run = loadTrace(r.finish());
    const view = selectOfStep(run, run.steps.length - 1)!;
    expect(view.cases.map((c) => [c.object, c.send, c.ready, c.taken])).toEqual([
      [1, false, true, false],
      [2, false, true, true],
      [3, true, false, false],
    ]);
  });

  // A select that had to wait was the one step in which nothing moved.
  it('looks at its cases one after the other', () => {
    for (const cases of [1, 2, 5]) {
      for (let k = 0; k < cases; k++) {
        expect(lookedAt(1, k, cases)).toBe(1);
        if (k > 0) expect(lookedAt(0.1, k, cases)).toBeLessThan(lookedAt(0.1, k - 1, cases) + 1e-9);
      }
      expect(lookedAt(0, cases - 1, cases)).toBe(0);
    }
  });

  it('remembers the cases of a select that had to wait', () => {
    const r = trace(0);
    r.event(9, K.SelectBlock, MAIN, 0, 9, 3);
    r.event(20, K.ChanSendDirect, WORKER, 1, 12, r.text('v'), 1);
    r.event(20, K.GoUnblock, WORKER, 0, 12, MAIN);
    r.event(21, K.GoStart, MAIN);
    r.event(21, K.SelectWake, MAIN, 0, 9, 0);
    r.event(21, K.ChanRecvWake, MAIN, 1, 9, r.text('v'), 1);
    const run = loadTrace(r.finish());
    const view = selectOfStep(run, run.steps.length - 1)!;
    expect(view.cases.map((c) => c.taken)).toEqual([true, false, false]);
  });
});

describe('motion', () => {
  it('differs from kind to kind: every event that somebody does to something is seen', () => {
    const silent: string[] = [];
    // Values that travel and selects have pictures of their own; a jump of the clock is nobody's.
    const elsewhere =
      /^(None|TimeJump|Input|Line|Select|Chan(Send|Recv)(Buffer|Direct)|Chan(SendBlock|RecvWake|Refill))/;
    // These are about what this little run lacks: a timer's channel, an owner, somebody who waits.
    const notHere = new Set(['TimerFire', 'ObjectLink', 'Deadlock']);
    EVENTS.forEach((event, kind) => {
      if (event === undefined || elsewhere.test(event.name) || notHere.has(event.name)) return;
      const r = started();
      make(r, 1, 'mutex', 'thing');
      r.event(1, K.Signal, 0, 0, 0, r.text('interrupt'));
      r.event(2, kind, MAIN, 1, 7, kind === K.GoCreate || kind === K.GoUnblock ? WORKER : r.text('word'), 1);
      const run = loadTrace(r.finish());
      const effects = effectsOfStep(
        run,
        layoutRun(run, 'right'),
        run.steps.stepOfEvent(run.store.length - 1),
      );
      if (effects.length === 0) silent.push(event.name);
    });
    expect(silent).toEqual([]);
  });

  it('never leaves the numbers: all places are finite, at every step, along both flows', () => {
    for (const flow of ['right', 'down'] as const) {
      const run = loadTrace(workerPoolTrace({ workers: 5 }));
      const maker = new MomentMaker(run, new Checkpoints(run.store), layoutRun(run, flow));
      for (let step = 0; step < run.steps.length; step++) {
        const moment = maker.make(step, 0.5, 0, false);
        for (const site of moment.after.values()) expect(Number.isFinite(site.at.x + site.at.y)).toBe(true);
        for (const effect of moment.effects) {
          const numbers = JSON.stringify(effect, (_, v: unknown) => (Number.isNaN(v) ? 'NaN' : v));
          expect(numbers).not.toContain('NaN');
        }
      }
    }
  });
});

describe('the way of a value', () => {
  it('is every hand and channel from the first to the last, in order', () => {
    const run = loadTrace(pipelineTrace(3, 4));
    const journey = journeyOf(run, 1);
    expect(journey.messages.size).toBeGreaterThan(2);
    expect(journey.objects.size).toBe(journey.messages.size);
    expect([...journey.events].sort((a, b) => a - b)).toEqual(journey.events);
    const roots = new Set([...journey.messages].map((msg) => run.messages.root.get(msg)));
    expect(roots.size).toBe(1);
    for (const event of journey.events)
      expect(concerns(run, run.steps.stepOfEvent(event), { kind: 'message', id: 1 })).toBe(true);
  });
});

describe('queue', () => {
  it('keeps its order while its first leave, and gives copies that stay as they are', () => {
    const queue = new Queue<number>();
    for (let k = 0; k < 1000; k++) queue.push(k);
    const copy = queue.copy();
    for (let k = 0; k < 900; k++) queue.remove((item) => item === k);
    queue.remove((item) => item === 950);
    expect(queue.length).toBe(99);
    expect(queue.first).toBe(900);
    expect(queue.slice(0, 2)).toEqual([900, 901]);
    expect([...queue].includes(950)).toBe(false);
    expect(copy.length).toBe(1000);
    expect(copy.first).toBe(0);
  });
});

describe('a large group', () => {
  it('opens a part at a time and keeps everybody in exactly one place', () => {
    const run = loadTrace(workerPoolTrace({ workers: 300 }));
    const closed = layoutRun(run, 'right');
    const group = [...closed.nodes.values()].find((n) => n.node.kind === 'group')!;
    const opened = layoutRun(run, 'right', new Set([group.node.key]));
    const groups = [...opened.nodes.values()].filter((n) => n.node.kind === 'group');
    const [named, rest] = groups as [(typeof groups)[0], (typeof groups)[0]];
    expect(named.node.members).toEqual(group.node.members.slice(0, 24));
    expect(rest.node.members.length).toBe(group.node.members.length - 24);
    const twice = layoutRun(run, 'right', new Set([group.node.key, named.node.key, rest.node.key]));
    const seen = [...twice.nodes.values()].flatMap((n) =>
      n.node.kind === 'goroutine' || n.node.kind === 'group' ? n.node.members : [],
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(run.entities.goroutines.size);
  });
});
