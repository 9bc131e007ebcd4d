// Steps of a kind: the next one that prints, the previous one that has to do with a goroutine or a channel.

import { EventKind as K } from '../generated/events.ts';
import type { RunIndex } from './run_index.ts';

/** A goroutine or an object by its number. */
export interface Subject {
  readonly kind: 'goroutine' | 'object';
  readonly id: number;
}

/** True when an event of the step is done by, done to, or wakes the subject. */
export function concerns(run: RunIndex, step: number, subject: Subject): boolean {
  const { store, steps } = run;
  for (let i = steps.firstEvent(step); i <= steps.lastEvent(step); i++) {
    if (subject.kind === 'object') {
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

/**
 * The nearest step after (by 1) or before (by -1) `from` that passes the test; `from` itself when there
 * is none.
 */
export function findStep(run: RunIndex, from: number, by: 1 | -1, test: (step: number) => boolean): number {
  for (let step = from + by; step >= 0 && step < run.steps.length; step += by) if (test(step)) return step;
  return from;
}
