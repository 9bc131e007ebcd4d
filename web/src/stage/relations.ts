// Who holds and who waits for the things on the shelf, as lines that are there only while it is so.

import type { Curve } from '../model/geometry.ts';
import type { Layout, PlacedNode } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import { placedGoroutine, shelfCurve } from './places.ts';

export interface Relation {
  readonly kind: 'holds' | 'waits';
  readonly curve: Curve;
  readonly shelf: string;
  readonly goroutine: string;
}

/** More lines than these would hide the picture; the queues on the cards still tell. */
const MOST_LINES = 48;
/** So many who wait are looked at; their nodes are what counts. */
const MOST_LOOKED_AT = 400;

export function relationsOf(run: RunIndex, layout: Layout, state: State): Relation[] {
  const relations: Relation[] = [];
  for (const placed of layout.nodes.values()) {
    if (placed.node.kind !== 'sync') continue;
    const id = placed.node.members[0]!;
    const s = state.syncs.get(id);
    if (s === undefined) continue;
    const holders = s.owner === 0 ? s.holders.slice(0, MOST_LOOKED_AT) : [s.owner];
    const waiters = contextWaiters(run, state, id) ?? s.waiters.slice(0, MOST_LOOKED_AT);
    connect(layout, placed, holders, 'holds', relations);
    connect(layout, placed, waiters, 'waits', relations);
  }
  return relations.slice(0, MOST_LINES);
}

/** Those who wait for a context stand in the queue of its channel. */
export function contextWaiters(run: RunIndex, state: State, context: number): number[] | undefined {
  const channel = run.entities.doneOf.get(context);
  return channel === undefined ? undefined : state.channels.get(channel)?.receivers.map((w) => w.goroutine);
}

function connect(
  layout: Layout,
  shelf: PlacedNode,
  goroutines: readonly number[],
  kind: Relation['kind'],
  into: Relation[],
): void {
  const seen = new Set<string>();
  for (const g of goroutines.slice(0, MOST_LOOKED_AT)) {
    const placed = placedGoroutine(layout, g);
    if (placed === undefined || seen.has(placed.node.key)) continue;
    seen.add(placed.node.key);
    const curve = shelfCurve(shelf, placed);
    into.push({ kind, curve, shelf: shelf.node.key, goroutine: placed.node.key });
  }
}
