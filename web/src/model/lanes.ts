// The timeline's material: for every goroutine the times at which its state changed, and who woke whom.

import { EVENTS, EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { GrowableU32 } from './growable.ts';
import type { TraceStore } from './trace_store.ts';

/**
 * States of a goroutine, as numbers for typed arrays. Colour and shape of each are in the stage's
 * palette.
 */
export const GState = { None: 0, Running: 1, Runnable: 2, Blocked: 3, Sleeping: 4, Done: 5 } as const;
export type GStateNumber = (typeof GState)[keyof typeof GState];
export const STATE_NAMES = ['', 'running', 'runnable', 'blocked', 'sleeping', 'done'] as const;

const CHANGES: Readonly<Record<string, GStateNumber>> = {
  run: GState.Running,
  ready: GState.Runnable,
  block: GState.Blocked,
  sleep: GState.Sleeping,
  end: GState.Done,
};

const changeOfKind = new Uint8Array(4096);
EVENTS.forEach((info, kind) => {
  if (info !== undefined) changeOfKind[kind] = CHANGES[info.change] ?? GState.None;
});

/** The state that an event puts its goroutine into; None when it leaves it alone. */
export function stateAfter(store: TraceStore, i: number): GStateNumber {
  const kind = store.kind(i);
  const change = changeOfKind[kind] as GStateNumber;
  if (kind === K.GoBlock && WAIT_REASONS[store.a(i)]?.klass === 'sleep') return GState.Sleeping;
  return change;
}

export class Lane {
  /** Event numbers at which the state changed, ascending, and the new states. */
  readonly events = new GrowableU32(8);
  readonly states = new GrowableU32(8);

  put(event: number, state: GStateNumber): void {
    const last = this.events.length - 1;
    if (last >= 0 && this.states.get(last) === state) return;
    this.events.push(event);
    this.states.push(state);
  }

  /** Index of the segment that holds event i; -1 before the first. */
  segmentAt(event: number): number {
    return this.events.countUpTo(event) - 1;
  }
}

export class Lanes {
  private readonly lanes: (Lane | undefined)[] = [];
  /** Wake-ups: event, waking goroutine, woken goroutine. */
  readonly wakeEvents = new GrowableU32();
  readonly wakeFrom = new GrowableU32();
  readonly wakeTo = new GrowableU32();

  lane(g: number): Lane | undefined {
    return this.lanes[g];
  }

  add(store: TraceStore, i: number): void {
    const kind = store.kind(i);
    if (kind === K.GoCreate) this.of(store.a(i)).put(i, GState.Runnable);
    if (kind === K.GoUnblock) {
      this.of(store.a(i)).put(i, GState.Runnable);
      this.wakeEvents.push(i);
      this.wakeFrom.push(store.goroutine(i));
      this.wakeTo.push(store.a(i));
    }
    const g = store.goroutine(i);
    const state = stateAfter(store, i);
    if (g !== 0 && state !== GState.None) this.of(g).put(i, state);
  }

  private of(g: number): Lane {
    return (this.lanes[g] ??= new Lane());
  }
}
