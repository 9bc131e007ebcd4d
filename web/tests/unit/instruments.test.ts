import { describe, expect, it } from 'vitest';
import { Drafts, titleOfSource } from '../../src/app/drafts.ts';
import { holdsText, readHolds, scheduleText } from '../../src/app/holds.ts';
import { sweepValues } from '../../src/app/sweep.ts';
import { DIAGNOSTICS } from '../../src/generated/diagnostics.ts';
import { EventKind as K } from '../../src/generated/events.ts';
import { Checkpoints } from '../../src/model/checkpoints.ts';
import {
  beginsStatement,
  beginsWaiting,
  findStep,
  linesReached,
  reachesLine,
} from '../../src/model/find_step.ts';
import { findingsOf } from '../../src/model/findings.ts';
import { holdersOf, parseInside, parseValues } from '../../src/model/inspection.ts';
import { Log, WHOLE_LOG } from '../../src/model/log.ts';
import { measure } from '../../src/model/measure.ts';
import { chainOf } from '../../src/model/wait_graph.ts';
import { Player } from '../../src/player/player.ts';
import { loadTrace } from '../fake/load.ts';
import { workerPoolTrace } from '../fake/programs.ts';
import { Recorder } from '../fake/recorder.ts';
import { slider } from '../fake/slider.ts';

const MS = 1_000_000;

/** Two goroutines that lock two mutexes in opposite order, and main that waits for both. */
function lockOrder(): ReturnType<typeof loadTrace> {
  const r = new Recorder();
  const mutex = r.text('mutex');
  r.event(0, K.RunStart, 0, 0, 0, 4, 1);
  r.event(0, K.GoCreate, 0, 0, 0, 1, r.text('main'));
  r.event(0, K.GoStart, 1);
  r.event(0, K.ObjectMake, 1, 1, 4, mutex, r.text('a'));
  r.event(0, K.ObjectMake, 1, 2, 4, mutex, r.text('b'));
  r.event(0, K.ChanMake, 1, 3, 5, 0, r.text('done'));
  r.event(0, K.GoCreate, 1, 0, 6, 2, r.text('left'));
  r.event(0, K.GoCreate, 1, 0, 7, 3, r.text('right'));
  r.event(0, K.ChanRecvBlock, 1, 3, 8);
  r.event(0, K.GoStart, 2);
  r.event(0, K.MutexLock, 2, 1, 20);
  r.event(0, K.GoSleep, 2, 0, 21, MS, 0);
  r.event(0, K.GoStart, 3);
  r.event(0, K.MutexLock, 3, 2, 30);
  r.event(0, K.GoSleep, 3, 0, 31, MS, 0);
  r.event(MS, K.GoUnblock, 0, 0, 0, 2);
  r.event(MS, K.GoStart, 2);
  r.event(MS, K.MutexBlock, 2, 2, 22, 3);
  r.event(MS, K.GoUnblock, 0, 0, 0, 3);
  r.event(MS, K.GoStart, 3);
  r.event(MS, K.MutexBlock, 3, 1, 32, 2);
  r.event(MS, K.Deadlock, 0, 0, 0, 3);
  r.event(MS, K.RunEnd, 0, 0, 0, 5, 0);
  return loadTrace(r.finish());
}

describe('stepping', () => {
  const run = loadTrace(workerPoolTrace());
  const worker = [...run.entities.goroutines.values()].find((g) => g.fn === 'worker')!.id;

  it('by statement goes from line to line of one goroutine, forwards and back over the same places', () => {
    const test = (step: number): boolean => beginsStatement(run, step, worker);
    const lines: number[] = [];
    const places: number[] = [];
    for (let at = -1; ;) {
      const next = findStep(run, at, 1, test);
      if (next === at) break;
      at = next;
      places.push(at);
      lines.push(run.store.line(run.steps.coreEvent(at)));
      expect(run.store.goroutine(run.steps.coreEvent(at))).toBe(worker);
    }
    expect(lines.slice(0, 5)).toEqual([10, 11, 12, 13, 10]);
    const back: number[] = [];
    for (let at = run.steps.length; ;) {
      const next = findStep(run, at, -1, test);
      if (next === at) break;
      at = next;
      back.push(at);
    }
    expect(back.reverse()).toEqual(places);
  });

  it('by wait stops where the goroutine blocks or falls asleep, and nowhere else', () => {
    const first = findStep(run, -1, 1, (step) => beginsWaiting(run, step, worker));
    const core = run.store.kind(run.steps.coreEvent(first));
    expect([K.ChanRecvBlock, K.GoSleep, K.ChanSendBlock]).toContain(core);
    expect(beginsWaiting(run, first, worker + 1)).toBe(false);
  });

  it('knows the lines that can be stopped at', () => {
    const lines = linesReached(run);
    expect(lines.has(13)).toBe(true);
    expect(lines.has(14)).toBe(false);
  });

  it('stops playing at breakpoints, and finishes the motion of that step', () => {
    const player = new Player();
    player.setRun(run, true);
    const lines = new Set([33]);
    player.stopAt = (step) => reachesLine(run, step, lines);
    player.setSpeed(64);
    const stops: number[] = [];
    for (let k = 0; k < 3; k++) {
      player.play();
      for (let tick = 0; tick < 5000 && player.playing; tick++) player.tick(16);
      expect(player.playing).toBe(false);
      player.tick(2000);
      expect(player.t).toBe(1);
      stops.push(player.step);
    }
    expect(stops[0]).toBeLessThan(stops[1]!);
    expect(stops[1]).toBeLessThan(stops[2]!);
    for (const step of stops) expect(run.store.line(run.steps.coreEvent(step))).toBe(33);
  });
});

describe('held goroutines', () => {
  it('are written into schedules and addresses, and read back', () => {
    const holds = [
      { goroutine: 3, from: 120, until: 400 },
      { goroutine: 2, from: 5, until: Infinity },
    ];
    expect(scheduleText(7, holds)).toBe('s1:7;h3@120-400;h2@5');
    expect(scheduleText(7, [])).toBe('');
    expect(readHolds(holdsText(holds))).toEqual(holds);
    expect(readHolds('')).toEqual([]);
    for (const bad of ['3', '3@', '@4', '0@4', '3@5-5', '3@9-2', 'x@1', '3@1,', '3@-1'])
      expect(readHolds(bad), bad).toBeUndefined();
  });
});

describe('who waits for whom', () => {
  it('finds the cycle of two locks taken in opposite order, also from somebody outside of it', () => {
    const run = lockOrder();
    const state = new Checkpoints(run.store).at(run.store.length - 1);
    const chain = chainOf(run, state, 2);
    expect(chain.end).toBe('cycle');
    expect(chain.waits.map((w) => w.goroutine)).toEqual([2, 3]);
    expect(chain.cycleFrom).toBe(0);
    expect(chain.waits[0]).toMatchObject({ what: 'for b to be unlocked', line: 22, by: [3] });
    // Main waits for a channel that only `left` has in a variable: the chain leads into the cycle.
    const holders = new Map([[3, [{ goroutine: 2, type: 'chan int' }]]]);
    const fromMain = chainOf(run, state, 1, holders);
    expect(fromMain.waits.map((w) => w.goroutine)).toEqual([1, 2, 3]);
    expect(fromMain).toMatchObject({ end: 'cycle', cycleFrom: 1 });
    expect(chainOf(run, state, 1).end).toBe('nobody');
  });

  it('does not take a receive-only variable for a sender', () => {
    const run = lockOrder();
    const state = new Checkpoints(run.store).at(run.store.length - 1);
    const holders = new Map([[3, [{ goroutine: 2, type: '<-chan int' }]]]);
    expect(chainOf(run, state, 1, holders).end).toBe('nobody');
  });

  it('ends with whoever can go on, or with time', () => {
    const run = loadTrace(workerPoolTrace());
    const states = new Checkpoints(run.store);
    const main = 1;
    let seen = '';
    for (let i = 0; i < run.store.length; i++) {
      const chain = chainOf(run, states.at(i), main);
      if (chain.waits.length > 0) seen += `${chain.end} `;
      expect(chain.end).not.toBe('cycle');
    }
    expect(seen).toContain('time');
  });
});

describe('findings', () => {
  it('explain a deadlock with everybody who is stuck, the lines, and what to try', () => {
    const run = lockOrder();
    const [finding, ...more] = findingsOf(run, new Checkpoints(run.store));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      kind: 'deadlock',
      severity: 'error',
      go: 'fatal error: all goroutines are asleep - deadlock!',
      line: 8,
    });
    expect(finding!.goroutines).toEqual([1, 2, 3]);
    expect(finding!.means).toContain('left is stuck at b in line 22');
    expect(finding!.tries.join(' ')).toContain('same order');
  });

  it('say who had closed the channel that was sent into', () => {
    const r = new Recorder();
    r.event(0, K.GoCreate, 0, 0, 0, 1, r.text('main'));
    r.event(0, K.GoStart, 1);
    r.event(0, K.ChanMake, 1, 1, 4, 1, r.text('jobs'));
    r.event(0, K.ChanSendBuffer, 1, 1, 5, 0x80000001, 1);
    r.event(0, K.ChanClose, 1, 1, 6, 0);
    r.event(0, K.Panic, 1, 0, 7, r.text('send on closed channel'));
    const run = loadTrace(r.finish());
    const [finding] = findingsOf(run, new Checkpoints(run.store));
    expect(finding).toMatchObject({ kind: 'panic', line: 7, go: 'panic: send on closed channel' });
    expect(finding!.means).toContain('main had closed jobs in line 6');
  });

  it('tell who was left behind and who was cut short when main returned', () => {
    const r = new Recorder();
    r.event(0, K.GoCreate, 0, 0, 0, 1, r.text('main'));
    r.event(0, K.GoStart, 1);
    r.event(0, K.ChanMake, 1, 1, 4, 0, r.text('out'));
    r.event(0, K.GoCreate, 1, 0, 5, 2, r.text('sender'));
    r.event(0, K.GoCreate, 1, 0, 5, 3, r.text('sender'));
    r.event(0, K.GoCreate, 1, 0, 6, 4, r.text('slow'));
    for (const g of [2, 3]) {
      r.event(0, K.GoStart, g);
      r.event(0, K.ChanSendBlock, g, 1, 12, 0x80000001, g);
    }
    r.event(0, K.GoStart, 4);
    r.event(0, K.GoSleep, 4, 0, 15, MS, 0);
    r.event(0, K.MainReturn, 1, 0, 8);
    r.event(0, K.Leak, 2, 1, 0, 6);
    r.event(0, K.Leak, 3, 1, 0, 6);
    const run = loadTrace(r.finish());
    const found = findingsOf(run, new Checkpoints(run.store));
    expect(found.map((f) => f.kind)).toEqual(['leak', 'early']);
    expect(found[0]).toMatchObject({ line: 12, goroutines: [2, 3], go: 'goroutine 2 [chan send]' });
    expect(found[1]!.goroutines).toEqual([4]);
  });

  it('are none for a program that ends as it should', () => {
    const run = loadTrace(workerPoolTrace());
    expect(findingsOf(run, new Checkpoints(run.store))).toEqual([]);
  });
});

describe('the log', () => {
  const run = loadTrace(workerPoolTrace());
  const states = new Checkpoints(run.store);
  const all = (log: Log): number[] => {
    while (!log.search(5));
    return Array.from({ length: log.length }, (_, k) => log.step(k));
  };

  it('has every step when nothing is filtered', () => {
    expect(all(new Log(run, states, WHOLE_LOG))).toEqual(
      Array.from({ length: run.steps.length }, (_, k) => k),
    );
  });

  it('finds what a text, a kind and somebody have in common, in slices', () => {
    const printed = new Log(run, states, { ...WHOLE_LOG, kind: 'output' });
    expect(all(printed)).toHaveLength(run.outputs.length);
    const log = new Log(run, states, {
      kind: 'channels',
      subject: { kind: 'goroutine', id: 1 },
      text: 'results',
    });
    let time = 0;
    let slices = 0;
    while (!log.search(1, () => time++)) slices++;
    expect(log.length).toBeGreaterThan(3);
    expect(slices).toBeGreaterThanOrEqual(0);
    for (let k = 0; k < log.length; k++) expect(log.shown(log.step(k))).toContain('results');
    expect(log.rowOf(log.step(2))).toBe(2);
    expect(log.rowOf(-1)).toBe(-1);
  });
});

describe('measures', () => {
  it('are what the simulated pool comes to', () => {
    const run = loadTrace(workerPoolTrace({ workers: 3, jobs: 8 }));
    const m = measure(run.store);
    expect(m.timeNs).toBe(run.store.endTime - run.store.time(0));
    expect(m.goroutines).toBe(6);
    expect(m.sent).toBe(16);
    expect(m.longestQueue).toBe(5);
    expect(m.busy).toBeGreaterThan(0.3);
    expect(m.busy).toBeLessThanOrEqual(1);
    expect(m.leaks).toBe(0);
    const more = measure(loadTrace(workerPoolTrace({ workers: 8, jobs: 8 })).store);
    expect(more.timeNs).toBeLessThan(m.timeNs);
  });

  it('do not count what takes no time', () => {
    const r = new Recorder();
    r.event(0, K.GoCreate, 0, 0, 0, 1, r.text('main'));
    r.event(0, K.GoStart, 1);
    r.event(0, K.ChanMake, 1, 1, 4, 0, r.text('c'));
    r.event(0, K.ChanRecvBlock, 1, 1, 5);
    r.event(0, K.GoUnblock, 0, 0, 0, 1);
    r.event(0, K.GoStart, 1);
    r.event(MS, K.MainReturn, 1);
    const m = measure(loadTrace(r.finish()).store);
    expect(m.mostBlocked).toBe(0);
    expect(m.timeNs).toBe(MS);
  });
});

describe('sweeps', () => {
  it('try every value of a short slider and two dozen of a long one', () => {
    expect(sweepValues(slider({}))).toEqual(Array.from({ length: 16 }, (_, k) => k + 1));
    expect(sweepValues(slider({ kind: 'bool', min: 0, max: 1 }))).toEqual([0, 1]);
    const long = sweepValues(slider({ kind: 'duration', min: 10 * MS, max: 2000 * MS, step: 0, log: true }));
    expect(long.length).toBeGreaterThan(15);
    expect(long.length).toBeLessThanOrEqual(24);
    expect(long[0]).toBe(10 * MS);
    expect(long[long.length - 1]).toBe(2000 * MS);
    for (let k = 1; k < long.length; k++) expect(long[k]).toBeGreaterThan(long[k - 1]!);
  });
});

describe('own programs', () => {
  const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
    const map = new Map<string, string>();
    return { getItem: (k) => map.get(k) ?? null, setItem: (k, v) => void map.set(k, v) };
  };

  it('are kept newest first, and found again by another page', () => {
    const shared = storage();
    let now = 1;
    const drafts = new Drafts(shared, () => now++);
    expect(drafts.freshId()).toBe('own-1');
    drafts.put('own-1', 'package main // one');
    drafts.put('edit:pipeline', 'package main // changed');
    drafts.put('own-2', '// # A title\npackage main');
    const later = new Drafts(shared);
    expect(later.own.map((d) => d.id)).toEqual(['own-2', 'own-1']);
    expect(later.own[0]!.title).toBe('A title');
    expect(later.freshId()).toBe('own-3');
    later.remove('own-2');
    expect(new Drafts(shared).own.map((d) => d.id)).toEqual(['own-1']);
  });

  it('survive a damaged, a full and a forbidden storage', () => {
    const damaged = storage();
    damaged.setItem('sluicebox-programs', '{"not": [a list');
    expect(new Drafts(damaged).all).toEqual([]);
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    const drafts = new Drafts(full);
    drafts.put('own-1', 'package main');
    expect(drafts.find('own-1')?.source).toBe('package main');
    expect(new Drafts(undefined).all).toEqual([]);
  });

  it('are bounded in number and length, and keep the newest whatever it is', () => {
    const drafts = new Drafts(storage());
    for (let k = 0; k < 40; k++) drafts.put(`own-${k}`, `package main // ${k}`);
    expect(drafts.all.length).toBeLessThanOrEqual(24);
    drafts.put('own-big', 'x'.repeat(1_900_000));
    drafts.put('own-bigger', 'y'.repeat(1_900_000));
    expect(drafts.all[0]!.id).toBe('own-bigger');
    expect(drafts.find('own-big')).toBeUndefined();
  });

  it('are called by what they say about themselves', () => {
    expect(titleOfSource('// # Worker pool\npackage main')).toBe('Worker pool');
    expect(titleOfSource('package main\n\nfunc work() {}\nfunc main() {}')).toBe('work');
    expect(titleOfSource('package main\n\nfunc main() {}')).toBe('main');
  });
});

describe('looking inside', () => {
  it('reads the answers of the engine, and nothing from garbage', () => {
    const local = { name: 'c', type: 'chan<- int', value: 'chan int', target: '12', object: 7, parts: 0 };
    const frame = { function: 'main.main', line: 3, column: 1, library: false, locals: [local] };
    const main = { number: 1, name: 'main', status: 'running', reason: '', object: 0, frames: [frame] };
    const inside = parseInside(JSON.stringify({ goroutines: [main], package: [] }))!;
    expect(holdersOf(inside).get(7)).toEqual([{ goroutine: 1, type: 'chan<- int' }]);
    for (const bad of ['', '{', 'null', '[]', '{"x":1}']) expect(parseInside(bad)).toBeUndefined();
    expect(parseValues('{}')).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('each have a meaning and advice', () => {
    expect(Object.keys(DIAGNOSTICS).length).toBeGreaterThan(100);
    expect(DIAGNOSTICS['UnusedVar']?.meaning).toContain('never used');
    for (const [name, info] of Object.entries(DIAGNOSTICS))
      expect(info.meaning.length * info.hint.length, name).toBeGreaterThan(0);
  });
});
