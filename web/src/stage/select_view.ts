// A select at the moment it looks: every case with whether it was ready and which one was taken.

import { EventKind as K } from '../generated/events.ts';
import { GState } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';

export interface SelectCase {
  readonly object: number;
  readonly send: boolean;
  readonly ready: boolean;
  readonly taken: boolean;
}

export interface SelectView {
  readonly goroutine: number;
  readonly cases: readonly SelectCase[];
  /** No case was ready and there is a default. */
  readonly tookDefault: boolean;
}

/** Bit 31 of an event's set stands for all cases from there on. */
const LAST_BIT = 31;

/** The select that a step is about; undefined when it is about none. */
export function selectOfStep(run: RunIndex, step: number): SelectView | undefined {
  if (step < 0) return undefined;
  const { store, steps } = run;
  const first = steps.firstEvent(step);
  const core = steps.coreEvent(step);
  let enter = -1;
  let taken = -1;
  let woken = false;
  let tookDefault = false;
  for (let i = first; i <= core; i++) {
    switch (store.kind(i)) {
      case K.SelectEnter:
        enter = i;
        break;
      case K.SelectTake:
        taken = store.a(i);
        break;
      case K.SelectDefault:
        tookDefault = true;
        break;
      case K.SelectWake:
        taken = store.a(i);
        woken = true;
        break;
      default:
    }
  }
  const goroutine = store.goroutine(core);
  if (woken) enter = enterOfBlocked(run, goroutine, core);
  if (enter < 0) return undefined;
  return { goroutine, cases: casesAfter(run, enter, goroutine, taken, woken), tookDefault };
}

/** Where the select began in which a goroutine was blocked before event `before`. */
function enterOfBlocked(run: RunIndex, g: number, before: number): number {
  const { store } = run;
  const lane = run.lanes.lane(g);
  if (lane === undefined) return -1;
  let k = lane.segmentAt(before);
  while (k >= 0 && lane.states.get(k) !== GState.Blocked) k--;
  if (k < 0) return -1;
  for (let i = lane.events.get(k); i >= 0 && store.goroutine(i) === g; i--)
    if (store.kind(i) === K.SelectEnter) return i;
  return -1;
}

function casesAfter(run: RunIndex, enter: number, g: number, taken: number, woken: boolean): SelectCase[] {
  const { store } = run;
  const set = store.b(enter);
  const cases: SelectCase[] = [];
  for (let i = enter + 1; i < store.length && store.goroutine(i) === g; i++) {
    if (store.kind(i) !== K.SelectCase) break;
    const index = store.a(i);
    const ready = woken ? index === taken : ((set >>> Math.min(index, LAST_BIT)) & 1) === 1;
    cases.push({ object: store.object(i), send: store.b(i) === 1, ready, taken: index === taken });
  }
  return cases;
}
