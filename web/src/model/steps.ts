// Steps: what one press of "step" moves by. One step has one core event, which is what the step is
// about, with the events that only prepare it (a goroutine gets its processor, a select looks at its
// cases) and those that only follow from it (a waiting goroutine is woken, a waiting value moves up).

import { EventKind as K } from '../generated/events.ts';
import { GrowableU32 } from './growable.ts';
import type { TraceStore } from './trace_store.ts';

const PREPARES = new Set<number>([
  K.GoStart,
  K.SelectEnter,
  K.SelectCase,
  K.SelectTake,
  K.SelectWake,
  K.GoSteal,
  K.TimeJump,
]);
const FOLLOWS = new Set<number>([K.GoUnblock, K.ChanRefill, K.ObjectLink, K.Line]);
const BLOCKS = new Set<number>([
  K.ChanSendBlock,
  K.ChanRecvBlock,
  K.SelectBlock,
  K.MutexBlock,
  K.RWRBlock,
  K.RWBlock,
  K.WaitGroupBlock,
  K.CondWait,
  K.OnceBlock,
  K.SemaBlock,
  K.GoSleep,
]);

export class Steps {
  private readonly first = new GrowableU32();
  private readonly core = new GrowableU32();
  private seen = 0;
  /** First event of the step that is being put together; -1 when none is. */
  private open = -1;

  get length(): number {
    return this.first.length;
  }

  /** Takes in the events that are new. The last one waits for its successor unless the trace is complete. */
  extend(store: TraceStore, complete: boolean): void {
    const end = complete ? store.length : store.length - 1;
    for (; this.seen < end; this.seen++) this.add(store, this.seen);
  }

  private add(store: TraceStore, i: number): void {
    const kind = store.kind(i);
    if (this.open < 0 && this.length > 0 && this.followsLast(store, i, kind)) return;
    if (this.open < 0) this.open = i;
    const next = i + 1;
    const leadsOn =
      PREPARES.has(kind) &&
      next < store.length &&
      (kind === K.TimeJump || store.goroutine(next) === store.goroutine(i));
    if (leadsOn) return;
    this.first.push(this.open);
    this.core.push(i);
    this.open = -1;
  }

  private followsLast(store: TraceStore, i: number, kind: number): boolean {
    const core = this.core.get(this.length - 1);
    if (FOLLOWS.has(kind)) return store.goroutine(core) === store.goroutine(i) && store.goroutine(i) !== 0;
    return (
      kind === K.GoBlock &&
      i > 0 &&
      BLOCKS.has(store.kind(core)) &&
      store.goroutine(core) === store.goroutine(i)
    );
  }

  /** First event of step k. */
  firstEvent(k: number): number {
    return this.first.get(k);
  }

  /** The event that step k is about. */
  coreEvent(k: number): number {
    return this.core.get(k);
  }

  /** Last event of step k, given how many events are stepped so far. */
  lastEvent(k: number): number {
    return k + 1 < this.length
      ? this.first.get(k + 1) - 1
      : Math.max(this.core.get(k), (this.open < 0 ? this.seen : this.open) - 1);
  }

  /** The step that event i belongs to; -1 before the first. */
  stepOfEvent(i: number): number {
    return this.first.countUpTo(i) - 1;
  }
}
