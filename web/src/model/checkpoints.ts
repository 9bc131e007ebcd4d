// Any state in a few milliseconds: copies of the state every so many events, and a fold from the nearest
// one before.
//
// Invariants: checkpoints are ascending in `event`; each is a state nobody else holds; the gap between
// two of them is at least MIN_GAP events and grows with the number of things to copy, so that memory
// stays in proportion to the trace.

import { applyEvent } from './fold.ts';
import { State } from './state.ts';
import type { TraceStore } from './trace_store.ts';

/** Folding so many events takes a few milliseconds. */
export const MIN_GAP = 16384;
const GAP_PER_WEIGHT = 4;
/** How often warm() asks whether it has done enough. */
const WARM_MASK = 1023;

/** The saved states of one trace; cursors share them. */
class Saved {
  private readonly list: State[] = [new State()];

  before(i: number): State {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.list[middle]!.event <= i) low = middle + 1;
      else high = middle;
    }
    return this.list[low - 1]!;
  }

  get last(): State {
    return this.list[this.list.length - 1]!;
  }

  keepWhenDue(state: State): void {
    const distance = state.event - this.list[this.list.length - 1]!.event;
    if (distance < MIN_GAP || distance < state.weight * GAP_PER_WEIGHT) return;
    this.list.push(state.copy());
  }
}

/** Walks over the states of a trace. Going on is cheap, going back costs a copy and a fold. */
export class Checkpoints {
  private current = new State();
  private walker: State | undefined;
  /** How many events the last at() had to go through: what seeking costs. */
  folded = 0;

  constructor(
    private readonly store: TraceStore,
    private readonly saved: Saved = new Saved(),
  ) {}

  /**
   * Goes through what nobody has looked at yet, so that seeking there is quick: a part of the trace with each
   * call, until `enough` says so. True when there is nothing left.
   */
  warm(enough: () => boolean): boolean {
    const { store, saved } = this;
    const ahead = saved.last.event;
    if (this.walker === undefined || this.walker.event < ahead) this.walker = saved.last.copy();
    const state = this.walker;
    for (let k = state.event + 1; k < store.length; k++) {
      applyEvent(state, store, k);
      saved.keepWhenDue(state);
      if ((k & WARM_MASK) === 0 && enough()) return false;
    }
    return true;
  }

  /** Another walk over the same trace, for somebody who looks at other events. */
  another(): Checkpoints {
    return new Checkpoints(this.store, this.saved);
  }

  /** The state after event i (-1: before the run). Valid until the next call; copy() it to keep it. */
  at(i: number): State {
    const target = Math.min(i, this.store.length - 1);
    if (target < this.current.event) this.current = this.saved.before(target).copy();
    else if (target - this.current.event > MIN_GAP) {
      const nearer = this.saved.before(target);
      if (nearer.event > this.current.event) this.current = nearer.copy();
    }
    this.folded = target - this.current.event;
    for (let k = this.current.event + 1; k <= target; k++) {
      applyEvent(this.current, this.store, k);
      this.saved.keepWhenDue(this.current);
    }
    return this.current;
  }
}
