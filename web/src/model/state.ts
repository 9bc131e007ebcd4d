// The state of everything after some event: what the stage draws. Plain data that can be copied; fold.ts
// changes it.
//
// Goroutines are columns (typed arrays), so that a copy of 100,000 of them is a handful of memcpys;
// channels and synchronisation objects are small records.

import { Queue } from './queue.ts';
import { GState, type GStateNumber } from './lanes.ts';

export interface Waiter {
  readonly goroutine: number;
  /** The value a sender wants to get rid of; 0 for receivers. */
  readonly msg: number;
  /** True when it waits in a select, for other channels too. */
  readonly select: boolean;
}

export interface ChannelState {
  readonly capacity: number;
  /** Messages in the buffer, oldest first. */
  readonly buffer: Queue<number>;
  /** Messages given to a receiver that has not run since. */
  readonly handed: Queue<number>;
  readonly senders: Queue<Waiter>;
  readonly receivers: Queue<Waiter>;
  closed: boolean;
  sent: number;
  received: number;
}

export interface SyncState {
  /** Goroutine that holds it (mutex, writer, the one that does a once's work); 0 when nobody. */
  owner: number;
  /** Wait group counter, readers of an rwmutex, held weight of a semaphore, items in a pool. */
  counter: number;
  /** Who waits, in order. */
  readonly waiters: Queue<number>;
  /** Who reads an rwmutex or holds part of a semaphore. */
  readonly holders: Queue<number>;
  /** Cancelled context, done once, fired timer. */
  over: boolean;
  /** When a running timer goes off, in ns; 0 when it is not running. */
  untilNs: number;
  /** Size of a semaphore, burst of a limiter; 0 when unknown. */
  size: number;
  /**
   * Limiters: tokens at `levelAtNs`, and ns for one more (0: no limit). Semaphores: `levelAtNs` is when
   * somebody acquired last, -1 after a release.
   */
  level: number;
  levelAtNs: number;
  intervalNs: number;
}

/** A request that is under way between the program and the outside world. */
export interface Request {
  readonly id: number;
  readonly text: string;
  /** Who asked; 0 when it comes from outside. */
  readonly goroutine: number;
}

/** Tokens in a limiter's bucket at a point in time; below zero when some are owed. */
export function limiterLevel(s: SyncState, timeNs: number): number {
  if (s.intervalNs === 0) return s.size;
  return Math.min(s.size, s.level + Math.max(0, timeNs - s.levelAtNs) / s.intervalNs);
}

const EMPTY = 64;

export class State {
  /** The last event that is in this state; -1 for the state before the run. */
  event = -1;
  goroutineCount = 0;
  private states = new Uint8Array(EMPTY);
  private why_ = new Uint32Array(EMPTY);
  private pos_ = new Uint32Array(EMPTY);
  private hand_ = new Uint32Array(EMPTY);
  private waker_ = new Uint32Array(EMPTY);
  readonly channels = new Map<number, ChannelState>();
  readonly syncs = new Map<number, SyncState>();
  /** What is under way to and from the outside world, in order. */
  requests: readonly Request[] = [];
  /** The last signal from outside and its event; -1 before the first. */
  signalEvent = -1;
  /** Channels in whose queues a goroutine stands. */
  queued = new Map<number, readonly number[]>();
  /** How many goroutines are in each state. */
  readonly totals = new Uint32Array(6);

  stateOf(g: number): GStateNumber {
    return (this.states[g] ?? GState.None) as GStateNumber;
  }
  /** Event that put g into its state. */
  why(g: number): number {
    return (this.why_[g] ?? 0) - 1;
  }
  /** Where g is in the user's file: line << 12 | column. */
  pos(g: number): number {
    return this.pos_[g] ?? 0;
  }
  /** The message that g has in hand; 0 for none. */
  hand(g: number): number {
    return this.hand_[g] ?? 0;
  }
  /** Who woke g last; -1 when nobody did. */
  waker(g: number): number {
    return (this.waker_[g] ?? 0) - 1;
  }

  enter(g: number, state: GStateNumber, event: number): void {
    this.ensure(g);
    const old = this.states[g] as GStateNumber;
    if (old === GState.None) this.goroutineCount++;
    else this.totals[old]!--;
    this.totals[state]!++;
    this.states[g] = state;
    this.why_[g] = event + 1;
    if (state !== GState.Runnable) this.waker_[g] = 0;
  }
  setPos(g: number, pos: number): void {
    this.ensure(g);
    this.pos_[g] = pos;
  }
  setHand(g: number, msg: number): void {
    this.ensure(g);
    this.hand_[g] = msg;
  }
  setWaker(g: number, waker: number): void {
    this.ensure(g);
    this.waker_[g] = waker + 1;
  }

  private ensure(g: number): void {
    if (g < this.states.length) return;
    const size = Math.max(g + 1, this.states.length * 2);
    const grow = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(size);
      to.set(from);
      return to;
    };
    const states = new Uint8Array(size);
    states.set(this.states);
    this.states = states;
    this.why_ = grow(this.why_);
    this.pos_ = grow(this.pos_);
    this.hand_ = grow(this.hand_);
    this.waker_ = grow(this.waker_);
  }

  copy(): State {
    const to = new State();
    to.event = this.event;
    to.goroutineCount = this.goroutineCount;
    to.states = this.states.slice();
    to.why_ = this.why_.slice();
    to.pos_ = this.pos_.slice();
    to.hand_ = this.hand_.slice();
    to.waker_ = this.waker_.slice();
    to.totals.set(this.totals);
    for (const [id, c] of this.channels) {
      to.channels.set(id, {
        ...c,
        buffer: c.buffer.copy(),
        handed: c.handed.copy(),
        senders: c.senders.copy(),
        receivers: c.receivers.copy(),
      });
    }
    for (const [id, s] of this.syncs)
      to.syncs.set(id, { ...s, waiters: s.waiters.copy(), holders: s.holders.copy() });
    to.requests = this.requests;
    to.signalEvent = this.signalEvent;
    to.queued = new Map(this.queued);
    return to;
  }

  /** How much there is to copy, in entities: checkpoints are spaced by it. */
  get weight(): number {
    let weight = this.states.length / 16 + this.syncs.size + this.queued.size / 4;
    for (const c of this.channels.values())
      weight += 1 + (c.buffer.length + c.senders.length + c.receivers.length) / 8;
    return weight;
  }
}
