// Who sends into and who receives from which channel, with the events, so that the count at any step is
// a binary search.

import { EventKind as K } from '../generated/events.ts';
import { GrowableU32 } from './growable.ts';
import type { TraceStore } from './trace_store.ts';

export type EdgeRole = 'send' | 'receive' | 'close';

export interface Edge {
  readonly goroutine: number;
  readonly object: number;
  readonly role: EdgeRole;
  /** Events in which a value really moved along it (or the close happened). */
  readonly moves: GrowableU32;
}

const ROLES = new Map<number, readonly [EdgeRole, boolean]>([
  [K.ChanSendBuffer, ['send', true]],
  [K.ChanSendDirect, ['send', true]],
  [K.ChanSendBlock, ['send', false]],
  [K.ChanSendWake, ['send', true]],
  [K.ChanSendFull, ['send', false]],
  [K.ChanRecvBuffer, ['receive', true]],
  [K.ChanRecvDirect, ['receive', true]],
  [K.ChanRecvWake, ['receive', true]],
  [K.ChanRecvBlock, ['receive', false]],
  [K.ChanRecvClosed, ['receive', false]],
  [K.ChanRecvEmpty, ['receive', false]],
  [K.ChanClose, ['close', true]],
]);

const ROLE_NUMBERS: Readonly<Record<EdgeRole, number>> = { send: 0, receive: 1, close: 2 };

/** One exact number per edge: both ids stay far below 2^25. */
function edgeKey(goroutine: number, object: number, role: EdgeRole): number {
  return (goroutine * 33554432 + object) * 3 + ROLE_NUMBERS[role];
}

export class Edges {
  private readonly byKey = new Map<number, Edge>();

  /** All edges in order of first use. */
  get all(): IterableIterator<Edge> {
    return this.byKey.values();
  }

  get size(): number {
    return this.byKey.size;
  }

  find(goroutine: number, object: number, role: EdgeRole): Edge | undefined {
    return this.byKey.get(edgeKey(goroutine, object, role));
  }

  /** Takes event i into account; true when it brought a new edge. */
  add(store: TraceStore, i: number): boolean {
    const kind = store.kind(i);
    if (kind === K.SelectCase) return this.touch(store, i, store.b(i) === 0 ? 'receive' : 'send', false);
    const role = ROLES.get(kind);
    return role === undefined ? false : this.touch(store, i, role[0], role[1]);
  }

  private touch(store: TraceStore, i: number, role: EdgeRole, moves: boolean): boolean {
    const goroutine = store.goroutine(i);
    const object = store.object(i);
    if (object === 0) return false;
    const key = edgeKey(goroutine, object, role);
    let edge = this.byKey.get(key);
    const isNew = edge === undefined;
    if (edge === undefined) {
      edge = { goroutine, object, role, moves: new GrowableU32(8) };
      this.byKey.set(key, edge);
    }
    if (moves) edge.moves.push(i);
    return isNew;
  }
}
