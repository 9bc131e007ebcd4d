// Where every value is: in a slot, waiting to get in, at the gate, or in somebody's hand. And how it
// gets from there to the next place: along the edge that joins the two.

import type { Layout, PlacedEdge } from '../model/layout.ts';
import { along, center, sample, type Point } from '../model/geometry.ts';
import type { RunIndex } from '../model/run_index.ts';
import {
  gateCenter,
  handPlace,
  isCompressed,
  rosterGrid,
  rosterRow,
  senderPlace,
  slotCenter,
  slotCount,
} from '../model/sizes.ts';
import type { State } from '../model/state.ts';

export interface Site {
  readonly node: string;
  readonly kind: 'slot' | 'gate' | 'queue' | 'hand';
  readonly at: Point;
}

export type Sites = Map<number, Site>;

const MOST_QUEUED = 3;

/** The places of all values that are shown one by one. */
export function tokenSites(layout: Layout, state: State): Sites {
  const sites: Sites = new Map();
  for (const placed of layout.nodes.values()) {
    const { node, body } = placed;
    const id = node.members[0]!;
    if (node.kind === 'goroutine') {
      const msg = state.hand(id);
      if (msg !== 0) sites.set(msg, { node: node.key, kind: 'hand', at: handPlace(body) });
    }
    if (node.kind === 'group' && rosterGrid(node.members.length) !== undefined) {
      node.members.forEach((g, k) => {
        const msg = state.hand(g);
        if (msg === 0) return;
        const row = rosterRow(body, node.members.length, k);
        sites.set(msg, { node: node.key, kind: 'hand', at: { x: row.x + row.w - 15, y: row.y + row.h / 2 } });
      });
    }
    if (node.kind !== 'channel') continue;
    const c = state.channels.get(id);
    if (c === undefined) continue;
    const slots = slotCount(c.capacity);
    c.handed.forEach((msg, k) => {
      const at = c.capacity === 0 ? gateCenter(body) : slotCenter(body, Math.min(k, slots - 1), layout.flow);
      sites.set(msg, { node: node.key, kind: 'gate', at });
    });
    const room = isCompressed(c.capacity) ? slots : c.capacity;
    c.buffer.slice(0, room).forEach((msg, k) => {
      const slot = Math.min(k + c.handed.length, slots - 1);
      sites.set(msg, { node: node.key, kind: 'slot', at: slotCenter(body, slot, layout.flow) });
    });
    c.senders.slice(0, MOST_QUEUED).forEach((waiter, k) => {
      if (waiter.msg !== 0)
        sites.set(waiter.msg, { node: node.key, kind: 'queue', at: senderPlace(body, k, layout.flow) });
    });
  }
  return sites;
}

export interface Motion {
  readonly msg: number;
  readonly path: readonly Point[];
  /** Edges that light up while it moves. */
  readonly edges: readonly PlacedEdge[];
}

/**
 * What moves between two moments. Values that are new start at what they were made from, or at their
 * sender.
 */
export function motions(run: RunIndex, layout: Layout, before: Sites, after: Sites): Motion[] {
  const moves: Motion[] = [];
  for (const [msg, to] of after) {
    const from = before.get(msg) ?? origin(run, layout, before, msg);
    if (from === undefined) continue;
    if (from.node === to.node && from.at.x === to.at.x && from.at.y === to.at.y) continue;
    moves.push(route(layout, msg, from, to));
  }
  return moves;
}

function origin(run: RunIndex, layout: Layout, before: Sites, msg: number): Site | undefined {
  const parent = before.get(run.messages.parent.get(msg));
  const sender = layout.graph.nodeOfGoroutine.get(run.messages.sender.get(msg));
  if (parent !== undefined && parent.kind === 'hand' && parent.node === sender?.key) return parent;
  const placed = sender === undefined ? undefined : layout.nodes.get(sender.key);
  if (placed === undefined) return undefined;
  return { node: placed.node.key, kind: 'hand', at: center(placed.body) };
}

function route(layout: Layout, msg: number, from: Site, to: Site): Motion {
  if (from.node === to.node) return { msg, path: [from.at, to.at], edges: [] };
  const edge = layout.edges.find(
    (e) => e.edge.from === from.node && e.edge.to === to.node && e.edge.role !== 'close',
  );
  if (edge === undefined) return throughChannel(layout, msg, from, to);
  const body = layout.nodes.get(from.node)!.body;
  const start = from.kind === 'queue' ? [from.at, gateCenter(body)] : [from.at];
  return { msg, path: [...start, ...sample(edge.curve), to.at], edges: [edge] };
}

/** From a sender's hand straight into a receiver's: both edges of the channel that lies between them. */
function throughChannel(layout: Layout, msg: number, from: Site, to: Site): Motion {
  for (const first of layout.edges) {
    if (first.edge.from !== from.node) continue;
    const second = layout.edges.find((e) => e.edge.from === first.edge.to && e.edge.to === to.node);
    if (second === undefined) continue;
    return {
      msg,
      path: [from.at, ...sample(first.curve), ...sample(second.curve), to.at],
      edges: [first, second],
    };
  }
  return { msg, path: [from.at, to.at], edges: [] };
}

/** Where a moving value is at progress t (0…1): ease-out, never bouncing. */
export function placeOnPath(motion: Motion, t: number): Point {
  const eased = 1 - (1 - t) ** 3;
  return along(motion.path, eased);
}

const LONGEST_NUMBER = 5;

/**
 * What fits into a disc: short values as they are, of longer ones the number in them or the first
 * letters.
 */
export function shortValue(text: string): string {
  const bare = text.replace(/^"(.*)"$/, '$1');
  if (bare.length <= 3) return bare;
  const number = /-?\d+/.exec(bare)?.[0];
  if (number === bare && number.length <= LONGEST_NUMBER) return number;
  if (number !== undefined && number.length <= 3) return number;
  if (number !== undefined && number === bare) return `${bare.slice(0, 2)}…`;
  return bare === '{}' ? '' : `${bare.replace(/^[^\w]+/, '').slice(0, 2)}…`;
}
