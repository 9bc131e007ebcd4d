// The box around everything that has been placed, with a margin.

import type { Box } from './geometry.ts';
import type { PlacedEdge, PlacedNode } from './layout.ts';

export const MARGIN = 24;

export function boundsOf(nodes: ReadonlyMap<string, PlacedNode>, edges: readonly PlacedEdge[]): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const cover = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const { box } of nodes.values()) {
    cover(box.x, box.y);
    cover(box.x + box.w, box.y + box.h);
  }
  for (const { curve } of edges) for (const part of curve.parts) cover(part[2].x, part[2].y);
  if (left === Infinity) return { x: 0, y: 0, w: 2 * MARGIN, h: 2 * MARGIN };
  return { x: left - MARGIN, y: top - MARGIN, w: right - left + 2 * MARGIN, h: bottom - top + 2 * MARGIN };
}
