// Steps of a kind: the next one that prints, the previous one that has to do with a goroutine or a channel,
// the next statement of a goroutine, its next wait, a line with a breakpoint.
//
// A statement is what a goroutine does at one place: what merely finishes it (the wake-up of a send that had
// to wait, the choice of a select) belongs to the statement that began it. Only what is recorded can be
// found here: app/statements.ts asks the engine for lines that do nothing anybody else can see.

import { EVENTS, EventKind as K } from '../generated/events.ts';
import { GState, stateAfter } from './lanes.ts';
import type { RunIndex } from './run_index.ts';

/** A goroutine, an object or a value (by its message) by its number. */
export interface Subject {
  readonly kind: 'goroutine' | 'object' | 'message';
  readonly id: number;
}

/** True when an event of the step is done by, done to, or wakes the subject. */
export function concerns(run: RunIndex, step: number, subject: Subject): boolean {
  const { store, steps, messages } = run;
  const root = subject.kind === 'message' ? messages.root.get(subject.id) : 0;
  for (let i = steps.firstEvent(step); i <= steps.lastEvent(step); i++) {
    if (subject.kind === 'message') {
      if (EVENTS[store.kind(i)]?.bKind === 'message' && messages.root.get(store.b(i)) === root) return true;
    } else if (subject.kind === 'object') {
      if (store.object(i) === subject.id && store.kind(i) !== K.SelectCase) return true;
    } else if (store.goroutine(i) === subject.id) return true;
    else if (store.kind(i) === K.GoUnblock || store.kind(i) === K.GoCreate) {
      if (store.a(i) === subject.id) return true;
    }
  }
  return false;
}

export function prints(run: RunIndex, step: number): boolean {
  return run.store.kind(run.steps.coreEvent(step)) === K.Output;
}

/** What the scheduler does to a goroutine; no statement of its own. */
const SCHEDULING = new Set<number>([
  K.GoStart,
  K.GoPreempt,
  K.GoYield,
  K.GoSteal,
  K.GoHold,
  K.GoUnblock,
  K.GoBlock,
  K.GoEnd,
  K.Leak,
]);
/** Events that finish an operation which had to wait. */
const FINISHES = new Set<number>([
  K.ChanRecvWake,
  K.ChanSendWake,
  K.SelectWake,
  K.MutexLock,
  K.RWLock,
  K.RWRLock,
  K.WaitGroupWait,
  K.SemaAcquire,
  K.ChanRecvClosed,
]);

/** The goroutine's own event before event i that is not the scheduler's; -1 when there is none. */
function previousOwn(run: RunIndex, i: number): number {
  const g = run.store.goroutine(i);
  for (let k = i - 1; k >= 0; k--)
    if (run.store.goroutine(k) === g && !SCHEDULING.has(run.store.kind(k))) return k;
  return -1;
}

/** True when goroutine g begins a statement in this step. */
export function beginsStatement(run: RunIndex, step: number, g: number): boolean {
  const { store, steps } = run;
  const core = steps.coreEvent(step);
  const kind = store.kind(core);
  if (store.goroutine(core) !== g || store.pos(core) === 0 || SCHEDULING.has(kind)) return false;
  if (!FINISHES.has(kind)) return true;
  const before = previousOwn(run, core);
  if (before < 0 || store.pos(before) !== store.pos(core)) return true;
  const after = stateAfter(store, before);
  return after !== GState.Blocked && after !== GState.Sleeping;
}

/** True when goroutine g begins to wait in this step, be it for somebody or for time to pass. */
export function beginsWaiting(run: RunIndex, step: number, g: number): boolean {
  const { store, steps } = run;
  for (let i = steps.firstEvent(step); i <= steps.lastEvent(step); i++) {
    if (store.goroutine(i) !== g) continue;
    const after = stateAfter(store, i);
    if (after === GState.Blocked || after === GState.Sleeping) return true;
  }
  return false;
}

/** Events that a goroutine is merely said to be at a line by, without doing anything there. */
function isAtLine(kind: number): boolean {
  return !SCHEDULING.has(kind) && kind !== K.SelectCase;
}

/** True when somebody does something on one of the lines in this step; where it begins, not where it ends. */
export function reachesLine(run: RunIndex, step: number, lines: ReadonlySet<number>): boolean {
  const { store, steps } = run;
  if (lines.size === 0) return false;
  const core = steps.coreEvent(step);
  const kind = store.kind(core);
  if (store.goroutine(core) === 0 || !isAtLine(kind) || !lines.has(store.line(core))) return false;
  return !FINISHES.has(kind) || beginsStatement(run, step, store.goroutine(core));
}

/** The lines on which something is recorded: breakpoints elsewhere are never reached. */
export function linesReached(run: RunIndex, to = run.store.length): Set<number> {
  const lines = new Set<number>();
  const { store } = run;
  for (let i = 0; i < to; i++)
    if (store.goroutine(i) !== 0 && store.pos(i) !== 0 && isAtLine(store.kind(i))) lines.add(store.line(i));
  return lines;
}

/**
 * The nearest step after (by 1) or before (by -1) `from` that passes the test; `from` itself when there
 * is none.
 */
export function findStep(run: RunIndex, from: number, by: 1 | -1, test: (step: number) => boolean): number {
  for (let step = from + by; step >= 0 && step < run.steps.length; step += by) if (test(step)) return step;
  return from;
}
