// What a whole run comes to in a few numbers: for comparisons, sweeps and charts. Reads records one after
// the other, in a worker or in the page.
//
// Invariants: time is only counted between two events with different times; a goroutine is busy while it
// runs or sleeps ("working": a task that sleeps is at work, one that waits for a channel or a lock is not).

import { EVENTS, EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import type { TraceStore } from './trace_store.ts';

/** The columns of a record that measuring needs. */
export interface EventLike {
  readonly timeNs: number;
  readonly kind: number;
  readonly goroutine: number;
  readonly object: number;
  readonly a: number;
  readonly b: number;
}

export interface Measures {
  /** Virtual time from the first to the last event. */
  readonly timeNs: number;
  readonly events: number;
  /** Goroutines ever started, and most alive at once. */
  readonly goroutines: number;
  readonly mostAlive: number;
  /** Goroutine time by what it was spent on, in ns, summed over all goroutines but main. */
  readonly runningNs: number;
  readonly sleepingNs: number;
  readonly waitingNs: number;
  readonly readyNs: number;
  /** How much of its life a goroutine besides main was at work: (running + sleeping) / all; 0…1. */
  readonly busy: number;
  /** Part of the processors' time in which a goroutine ran, 0…1. */
  readonly processorBusy: number;
  readonly processors: number;
  /** Values sent, and most values in the buffer of any channel, and most goroutines blocked at once. */
  readonly sent: number;
  readonly longestQueue: number;
  readonly mostBlocked: number;
  readonly outputs: number;
  readonly leaks: number;
}

const DEFAULT_PROCESSORS = 4;
const enum S {
  None,
  Running,
  Ready,
  Waiting,
  Sleeping,
  Done,
}
const AFTER: Readonly<Record<string, S>> = {
  run: S.Running,
  ready: S.Ready,
  block: S.Waiting,
  sleep: S.Sleeping,
  end: S.Done,
};
const change = new Uint8Array(4096);
EVENTS.forEach((info, kind) => {
  if (info !== undefined) change[kind] = AFTER[info.change] ?? S.None;
});

export class Measurer {
  private events = 0;
  private first = 0;
  private now = 0;
  private readonly state: S[] = [];
  /** How many goroutines besides main are in each state, and how many with main. */
  private readonly others = [0, 0, 0, 0, 0, 0];
  private readonly all = [0, 0, 0, 0, 0, 0];
  private readonly spent = [0, 0, 0, 0, 0, 0];
  private runningAll = 0;
  private capacityNs = 0;
  private processors = DEFAULT_PROCESSORS;
  private started = 0;
  private mostAlive = 0;
  private mostBlocked = 0;
  private sent = 0;
  private longestQueue = 0;
  private outputs = 0;
  private leaks = 0;
  private over = false;
  private readonly queues = new Map<number, number>();

  add(event: EventLike): void {
    const { kind, goroutine: g } = event;
    if (this.events++ === 0) this.first = this.now = event.timeNs;
    if (event.timeNs > this.now) this.pass(event.timeNs);
    // What is noted behind the program's end is about those left behind.
    if (kind === K.Leak) this.leaks++;
    if (this.over) return;
    this.count(event);
    if (kind === K.GoCreate) this.enter(event.a, S.Ready);
    else if (kind === K.GoUnblock) this.enter(event.a, S.Ready);
    let next = change[kind] as S;
    if (kind === K.GoBlock && WAIT_REASONS[event.a]?.klass === 'sleep') next = S.Sleeping;
    if (g !== 0 && next !== S.None) this.enter(g, next);
    if (kind === K.MainReturn) this.over = true;
  }

  private pass(to: number): void {
    const dt = to - this.now;
    for (let s = S.Running; s <= S.Sleeping; s++) this.spent[s]! += this.others[s]! * dt;
    this.runningAll += this.all[S.Running]! * dt;
    this.capacityNs += this.processors * dt;
    // Only what lasts counts: a goroutine is not blocked "at once" with others in no time at all.
    this.mostBlocked = Math.max(this.mostBlocked, this.all[S.Waiting]!);
    this.now = to;
  }

  private enter(g: number, to: S): void {
    const from = this.state[g] ?? S.None;
    if (from === to) return;
    this.state[g] = to;
    if (from === S.None) this.started++;
    this.all[from]!--;
    this.all[to]!++;
    if (g !== 1) {
      this.others[from]!--;
      this.others[to]!++;
    }
    const alive = this.all[S.Running]! + this.all[S.Ready]! + this.all[S.Waiting]! + this.all[S.Sleeping]!;
    this.mostAlive = Math.max(this.mostAlive, alive);
  }

  private count(event: EventLike): void {
    switch (event.kind) {
      case K.RunStart:
      case K.Processors:
        this.processors = Math.max(1, event.a);
        break;
      case K.ChanSendBuffer:
        this.sent++;
        this.queue(event.object, 1);
        break;
      case K.ChanSendDirect:
      case K.ChanRecvDirect:
        this.sent++;
        break;
      case K.ChanRefill:
        this.sent++;
        this.queue(event.object, 1);
        break;
      case K.ChanRecvBuffer:
        this.queue(event.object, -1);
        break;
      case K.Output:
        this.outputs++;
        break;
      default:
    }
  }

  private queue(object: number, by: number): void {
    const length = (this.queues.get(object) ?? 0) + by;
    this.queues.set(object, length);
    this.longestQueue = Math.max(this.longestQueue, length);
  }

  result(): Measures {
    const [, runningNs, readyNs, waitingNs, sleepingNs] = this.spent as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const life = runningNs + readyNs + waitingNs + sleepingNs;
    return {
      timeNs: this.now - this.first,
      events: this.events,
      goroutines: this.started,
      mostAlive: this.mostAlive,
      runningNs,
      sleepingNs,
      waitingNs,
      readyNs,
      busy: life === 0 ? 0 : (runningNs + sleepingNs) / life,
      processorBusy: this.capacityNs === 0 ? 0 : this.runningAll / this.capacityNs,
      processors: this.processors,
      sent: this.sent,
      longestQueue: this.longestQueue,
      mostBlocked: this.mostBlocked,
      outputs: this.outputs,
      leaks: this.leaks,
    };
  }
}

/** Measures events of a recorded run up to number `to`. */
export function measure(store: TraceStore, to = store.length): Measures {
  const measurer = new Measurer();
  for (let i = 0; i < to; i++) {
    measurer.add({
      timeNs: store.time(i),
      kind: store.kind(i),
      goroutine: store.goroutine(i),
      object: store.object(i),
      a: store.a(i),
      b: store.b(i),
    });
  }
  return measurer.result();
}
