// The curves between things: along the flow through the bends that the layers leave free, and what comes back
// around the outside.

import { entry, exit, flowCurve, roundedPath, type Box, type Flow, type Point } from './geometry.ts';
import type { GraphEdge } from './graph.ts';
import type { PlacedEdge, PlacedNode } from './layout.ts';

const UNDER_GAP = 22;

/** Where everything stands before the edges are drawn. */
export interface Placed {
  readonly nodes: Map<string, PlacedNode>;
  /** Dagre's bends, by "from to", in the names after equal goroutines were put in order. */
  readonly bends: Map<string, readonly Point[]>;
}

export function routeEdge(edge: GraphEdge, placed: Placed, feedback: boolean, flow: Flow): PlacedEdge {
  const from = placed.nodes.get(edge.from)!.body;
  const to = placed.nodes.get(edge.to)!.body;
  if (feedback) return routeBack(edge, from, to, placed.nodes, flow);
  const start = exit(from, flow);
  const end = entry(to, flow);
  const bends = placed.bends.get(`${edge.from} ${edge.to}`) ?? [];
  const rank = (p: Point): number => (flow === 'right' ? p.x : p.y);
  const through =
    bends.length > 1 ? bends.filter((p) => rank(p) > rank(start) + 20 && rank(p) < rank(end) - 20) : [];
  const curve = flowCurve([start, ...through, end], flow);
  return { edge, curve, feedback: false, label: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - 8 } };
}

/** Around the outside: below everything for a flow to the right, on the right for a flow down. */
function routeBack(
  edge: GraphEdge,
  from: Box,
  to: Box,
  nodes: ReadonlyMap<string, PlacedNode>,
  flow: Flow,
): PlacedEdge {
  let far = -Infinity;
  for (const { box, node } of nodes.values()) {
    if (node.kind === 'sync' || node.kind === 'syncs') continue;
    const low = flow === 'right' ? Math.min(from.x, to.x) : Math.min(from.y, to.y);
    const high =
      flow === 'right' ? Math.max(from.x + from.w, to.x + to.w) : Math.max(from.y + from.h, to.y + to.h);
    const inSpan =
      flow === 'right' ? box.x + box.w > low && box.x < high : box.y + box.h > low && box.y < high;
    if (inSpan) far = Math.max(far, flow === 'right' ? box.y + box.h : box.x + box.w);
  }
  far += UNDER_GAP;
  if (flow === 'right') {
    const a = { x: from.x + from.w, y: from.y + from.h / 2 };
    const b = { x: to.x + to.w / 2, y: to.y + to.h };
    const out = { x: a.x + 26, y: a.y };
    const points = [a, out, { x: out.x, y: far }, ...homeward(b, to, far, nodes)];
    return {
      edge,
      curve: roundedPath(points, 16),
      feedback: true,
      label: { x: (a.x + b.x) / 2, y: far - 6 },
    };
  }
  const a = { x: from.x + from.w / 2, y: from.y + from.h };
  const b = { x: to.x + to.w, y: to.y + to.h / 2 };
  const out = { x: a.x, y: a.y + 22 };
  const points = [a, out, { x: far, y: out.y }, { x: far, y: b.y }, b];
  return { edge, curve: roundedPath(points, 16), feedback: true, label: { x: far + 6, y: (a.y + b.y) / 2 } };
}

/** The last stretch, up into a node: straight, or round its left side when something stands below it. */
function homeward(b: Point, to: Box, far: number, nodes: ReadonlyMap<string, PlacedNode>): readonly Point[] {
  let left = to.x;
  let free = true;
  for (const { box } of nodes.values()) {
    if (box.y < to.y + to.h || box.y > far) continue;
    if (box.x < b.x && box.x + box.w > b.x) free = false;
    if (box.x < to.x + to.w && box.x + box.w > to.x) left = Math.min(left, box.x);
  }
  if (free) return [{ x: b.x, y: far }, b];
  const middle = to.y + to.h / 2;
  return [
    { x: left - 18, y: far },
    { x: left - 18, y: middle },
    { x: to.x, y: middle },
  ];
}
