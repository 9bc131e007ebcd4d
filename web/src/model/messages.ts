// Every value that was sent: from whom, to whom, through what; and the lineage that gives a token its
// colour for life.
//
// Lineage: a value that a goroutine sends while it has a received value in hand descends from that
// value. The first ancestor is the root; roots are coloured in the order in which they first appear.

import { EventKind as K } from '../generated/events.ts';
import { GrowableU32 } from './growable.ts';
import type { TraceStore } from './trace_store.ts';

/** The goroutine that a direct receive took its value from: it is woken by the next event. */
function waitingSender(store: TraceStore, i: number): number {
  const next = i + 1;
  return next < store.length &&
    store.kind(next) === K.GoUnblock &&
    store.goroutine(next) === store.goroutine(i)
    ? store.a(next)
    : 0;
}

export class Messages {
  readonly sender = new GrowableU32();
  readonly receiver = new GrowableU32();
  readonly channel = new GrowableU32();
  /** Id of the value's text. */
  readonly value = new GrowableU32();
  /** The message that this one descends from; itself for a root. */
  readonly root = new GrowableU32();
  /** The nearest ancestor, 0 for a root. */
  readonly parent = new GrowableU32();
  /** 0, 1, 2 … for the roots in order of appearance. */
  readonly family = new GrowableU32();
  /** Event in which it was sent, plus one. */
  readonly sentAt = new GrowableU32();
  /** Event in which it was received, plus one; 0 while it was not. */
  readonly taken = new GrowableU32();
  private readonly hand = new GrowableU32();
  private families = 0;

  add(store: TraceStore, i: number): void {
    const g = store.goroutine(i);
    switch (store.kind(i)) {
      case K.ChanSendBuffer:
      case K.ChanSendDirect:
      case K.ChanSendBlock:
        this.sent(store, i, g);
        break;
      case K.ChanRecvBuffer:
      case K.ChanRecvDirect:
      case K.ChanRecvWake:
        this.received(store, i, g);
        break;
      case K.ChanRecvClosed:
      case K.ChanRecvEmpty:
        this.hand.set(g, 0);
        break;
      default:
    }
  }

  /** The message that g had last received when all events so far were over; 0 if none. */
  lastReceived(g: number): number {
    return this.hand.get(g);
  }

  /** Whoever waited in a select has no message yet; it gets its number only when somebody takes the value. */
  private sent(store: TraceStore, i: number, g: number): void {
    const msg = store.b(i);
    if (msg === 0 || this.root.get(msg) !== 0) return;
    const parent = g === 0 ? 0 : this.hand.get(g);
    this.sender.set(msg, g);
    this.sentAt.set(msg, i + 1);
    this.channel.set(msg, store.object(i));
    this.value.set(msg, store.a(i));
    this.parent.set(msg, parent);
    this.root.set(msg, parent === 0 ? msg : this.root.get(parent));
    this.family.set(msg, parent === 0 ? this.families++ : this.family.get(parent));
  }

  private received(store: TraceStore, i: number, g: number): void {
    const msg = store.b(i);
    if (msg === 0) return;
    if (this.root.get(msg) === 0) this.sent(store, i, waitingSender(store, i));
    this.receiver.set(msg, g);
    this.taken.set(msg, i + 1);
    this.hand.set(g, msg);
  }
}
