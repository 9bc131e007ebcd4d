// Goroutines that no value flows to or from: they lock, count, sleep. No edge ties them to a place, so where
// there are many they stand in a block instead of one endless column.

import { boundsOf, MARGIN } from './bounds.ts';
import type { Box, Flow } from './geometry.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import type { PlacedNode } from './layout.ts';
import type { Sized } from './sizes.ts';

/** A column of so many is still easy to read. */
export const LOOSE_COLUMN = 5;
const GAP = { across: 22, along: 34 } as const;

/** Goroutines without an edge, main excepted: everything begins with it. */
export function looseNodes(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphNode[] {
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return nodes.filter(
    ({ kind, key, members }) =>
      (kind === 'goroutine' || kind === 'group') && members[0] !== 1 && !tied.has(key),
  );
}

/** Places them behind the layers, in order, `across` of them beside each other. */
export function placeBlock(
  block: readonly GraphNode[],
  across: number,
  nodes: Map<string, PlacedNode>,
  sizes: ReadonlyMap<string, Sized>,
  flow: Flow,
  gap: number,
): void {
  const right = flow === 'right';
  const bounds: Box = nodes.size === 0 ? { x: 0, y: 0, w: 0, h: 0 } : boundsOf(nodes, []);
  const middle = right ? bounds.y + bounds.h / 2 : bounds.x + bounds.w / 2;
  let at = (right ? bounds.x + bounds.w : bounds.y + bounds.h) - MARGIN + gap;
  for (let first = 0; first < block.length; first += across) {
    const line = block.slice(first, first + across).map((node) => ({ node, size: sizes.get(node.key)! }));
    const deep = Math.max(...line.map(({ size }) => (right ? size.w : size.h)));
    const long = line.reduce((sum, { size }) => sum + (right ? size.h : size.w), 0);
    let along = middle - (long + (line.length - 1) * GAP.across) / 2;
    for (const { node, size } of line) {
      const x = right ? at + (deep - size.w) / 2 : along;
      const y = right ? along : at + (deep - size.h) / 2;
      const box = { x, y, w: size.w, h: size.h };
      const body = { ...size.body, x: x + size.body.x, y: y + size.body.y };
      nodes.set(node.key, { node, box, body });
      along += (right ? size.h : size.w) + GAP.across;
    }
    at += deep + GAP.along;
  }
}
