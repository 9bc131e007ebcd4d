// Which goroutine each processor runs, over the whole run: the timeline's other view. Built when somebody
// asks for it, and extended as the trace grows.

import { EventKind as K, NO_PROCESSOR } from '../generated/events.ts';
import { GrowableU32 } from './growable.ts';
import { GState, stateAfter } from './lanes.ts';
import type { TraceStore } from './trace_store.ts';

export interface ProcessorLane {
  /** Events at which somebody else (or nobody) runs, ascending, and who: 0 for nobody. */
  readonly events: GrowableU32;
  readonly goroutines: GrowableU32;
}

export class ProcessorLanes {
  readonly lanes: ProcessorLane[] = [];
  private readonly processorOf = new Map<number, number>();
  private seen = 0;

  constructor(private readonly store: TraceStore) {}

  /** Takes in the events that are new. */
  extend(): void {
    const { store } = this;
    for (; this.seen < store.length; this.seen++) this.add(this.seen);
  }

  private add(i: number): void {
    const { store } = this;
    if (store.kind(i) === K.RunStart) for (let p = 0; p < store.a(i); p++) this.of(p);
    const g = store.goroutine(i);
    const state = stateAfter(store, i);
    if (g === 0 || state === GState.None) return;
    const before = this.processorOf.get(g);
    if (state === GState.Running) {
      const p = store.processor(i);
      if (p === NO_PROCESSOR) return;
      if (before !== undefined && before !== p) this.put(before, i, 0);
      this.processorOf.set(g, p);
      this.put(p, i, g);
    } else if (before !== undefined) {
      this.processorOf.delete(g);
      const lane = this.of(before);
      if (lane.goroutines.get(lane.goroutines.length - 1) === g) this.put(before, i, 0);
    }
  }

  private put(p: number, event: number, g: number): void {
    const lane = this.of(p);
    lane.events.push(event);
    lane.goroutines.push(g);
  }

  private of(p: number): ProcessorLane {
    while (this.lanes.length <= p)
      this.lanes.push({ events: new GrowableU32(16), goroutines: new GrowableU32(16) });
    return this.lanes[p]!;
  }
}
