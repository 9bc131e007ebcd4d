// Any state in a few milliseconds: copies of the state every so many events, and a fold from the nearest one before.
//
// Invariants: checkpoints are ascending in `event`; each is a state nobody else holds; the gap between two of them is at
// least MIN_GAP events and grows with the number of things to copy, so that memory stays in proportion to the trace.

import { applyEvent } from './fold.ts';
import { State } from './state.ts';
import type { TraceStore } from './trace_store.ts';

/** Folding so many events takes a few milliseconds. */
export const MIN_GAP = 16384;
const GAP_PER_WEIGHT = 4;

export class Checkpoints {
  private saved: State[] = [new State()];
  private current = new State();
  /** How many events the last at() had to go through: what seeking costs. */
  folded = 0;

  constructor(private readonly store: TraceStore) {}

  /** The state after event i (-1: before the run). Valid until the next call; copy() it to keep it. */
  at(i: number): State {
    const target = Math.min(i, this.store.length - 1);
    if (target < this.current.event) this.current = this.before(target).copy();
    else if (target - this.current.event > MIN_GAP) {
      const nearer = this.before(target);
      if (nearer.event > this.current.event) this.current = nearer.copy();
    }
    this.folded = target - this.current.event;
    for (let k = this.current.event + 1; k <= target; k++) {
      applyEvent(this.current, this.store, k);
      this.saveWhenDue();
    }
    return this.current;
  }

  private before(i: number): State {
    let low = 0;
    let high = this.saved.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.saved[middle]!.event <= i) low = middle + 1;
      else high = middle;
    }
    return this.saved[low - 1]!;
  }

  private saveWhenDue(): void {
    const last = this.saved[this.saved.length - 1]!;
    const distance = this.current.event - last.event;
    if (distance < MIN_GAP || distance < this.current.weight * GAP_PER_WEIGHT) return;
    this.saved.push(this.current.copy());
  }
}
