// Everything about a whole run that does not depend on the step one looks at: built once, as the events
// arrive.

import { EventKind as K } from '../generated/events.ts';
import { Edges } from './edges.ts';
import { Entities } from './entities.ts';
import { GrowableU32 } from './growable.ts';
import { Lanes } from './lanes.ts';
import { Messages } from './messages.ts';
import { Steps } from './steps.ts';
import type { TraceStore } from './trace_store.ts';

export interface OutputLine {
  readonly event: number;
  readonly timeNs: number;
  readonly goroutine: number;
  /** 1 standard output, 2 standard error. */
  readonly stream: number;
  readonly text: string;
}

/** How a run ended, as far as the events tell. */
export interface Ending {
  readonly event: number;
  readonly kind: 'running' | 'done' | 'panic' | 'deadlock' | 'fatal' | 'limit';
  readonly text: string;
}

export class RunIndex {
  readonly entities = new Entities();
  readonly messages = new Messages();
  readonly edges = new Edges();
  readonly lanes = new Lanes();
  readonly steps = new Steps();
  readonly outputs: OutputLine[] = [];
  /** Goroutines that would wait for ever, with the event that says so. */
  readonly leaks: { readonly event: number; readonly goroutine: number }[] = [];
  /** Watched variables by name: the events in which they changed and the value words. */
  readonly watches = new Map<string, { readonly events: GrowableU32; readonly values: GrowableU32 }>();
  ending: Ending = { event: -1, kind: 'running', text: '' };
  /** Grows whenever somebody new takes part or a new edge appears: the layout is made again then. */
  topology = 0;
  private seen = 0;

  constructor(readonly store: TraceStore) {}

  /** Takes in the events that are new; `complete` when no more will come. */
  extend(complete: boolean): void {
    const { store } = this;
    for (; this.seen < store.length; this.seen++) {
      const i = this.seen;
      if (this.entities.add(store, i)) this.topology++;
      if (this.edges.add(store, i)) this.topology++;
      this.messages.add(store, i);
      this.lanes.add(store, i);
      this.note(i);
    }
    this.steps.extend(store, complete);
  }

  private note(i: number): void {
    const { store } = this;
    switch (store.kind(i)) {
      case K.Output:
        this.outputs.push({
          event: i,
          timeNs: store.time(i),
          goroutine: store.goroutine(i),
          stream: store.b(i),
          text: store.text(store.a(i)),
        });
        break;
      case K.Panic:
        this.ending = { event: i, kind: 'panic', text: store.text(store.a(i)) };
        break;
      case K.Recover:
        this.ending = { event: -1, kind: 'running', text: '' };
        break;
      case K.Fatal:
        if (this.ending.kind !== 'deadlock')
          this.ending = { event: i, kind: 'fatal', text: store.text(store.a(i)) };
        break;
      case K.Deadlock:
        this.ending = { event: i, kind: 'deadlock', text: 'all goroutines are asleep - deadlock!' };
        break;
      case K.Watch:
        this.watch(i);
        break;
      case K.Leak:
        this.leaks.push({ event: i, goroutine: store.goroutine(i) });
        break;
      case K.LimitReached:
        this.ending = { event: i, kind: 'limit', text: store.text(store.a(i)) };
        break;
      case K.MainReturn:
        if (this.ending.kind === 'running') this.ending = { event: i, kind: 'done', text: '' };
        break;
      default:
    }
  }

  private watch(i: number): void {
    const name = this.store.text(this.store.a(i));
    let changes = this.watches.get(name);
    if (changes === undefined) {
      changes = { events: new GrowableU32(8), values: new GrowableU32(8) };
      this.watches.set(name, changes);
    }
    changes.events.push(i);
    changes.values.push(this.store.b(i));
  }

  /** The value of a watched variable after event i; undefined before its first change. */
  watched(name: string, i: number): string | undefined {
    const changes = this.watches.get(name);
    const count = changes === undefined || i < 0 ? 0 : changes.events.countUpTo(i);
    return count === 0 ? undefined : this.store.value(changes!.values.get(count - 1));
  }

  /** How many output lines there are up to event i. */
  outputsUpTo(i: number): number {
    let low = 0;
    let high = this.outputs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.outputs[middle]!.event <= i) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
