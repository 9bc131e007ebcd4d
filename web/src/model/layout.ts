// Where everything stands: layers along the flow, computed once for the whole run, so that nothing ever
// jumps.
//
// The layers come from dagre; what is ours: which edges close a cycle (they run underneath, against the
// flow), the order of equal goroutines (by number), and the shelf of synchronisation objects below.

import { Graph as DagreGraph, layout as dagreLayout } from '@dagrejs/dagre';
import {
  entry,
  exit,
  flowCurve,
  roundedPath,
  type Box,
  type Curve,
  type Flow,
  type Point,
} from './geometry.ts';
import { buildGraph, isShelf, WORLD, type Graph, type GraphEdge, type GraphNode } from './graph.ts';
import type { RunIndex } from './run_index.ts';
import { boundsOf } from './bounds.ts';
import { placeShelf, type Branch, type ShelfSide } from './shelf.ts';
import { sizeOf, type Sized } from './sizes.ts';

export interface PlacedNode {
  readonly node: GraphNode;
  /** The node with its labels. */
  readonly box: Box;
  /** The card or pipe itself. */
  readonly body: Box;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly curve: Curve;
  /** Runs against the flow. */
  readonly feedback: boolean;
  readonly label: Point;
}

export interface Layout {
  readonly flow: Flow;
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly edges: readonly PlacedEdge[];
  /** From each context to its children. */
  readonly branches: readonly Branch[];
  readonly bounds: Box;
  /** Room between two layers: what stands in a queue must fit into it. */
  readonly gap: number;
}

const GAP = { right: { node: 24, rank: 62 }, down: { node: 26, rank: 56 } } as const;
/** Above so many things the layers move closer together. */
const LONG_CHAIN = 6;
const UNDER_GAP = 22;

/** Lays out the whole run. @param expanded keys of groups to show member by member */
export function layoutRun(
  run: RunIndex,
  flow: Flow,
  expanded: ReadonlySet<string> = new Set(),
  side: ShelfSide = 'below',
): Layout {
  const graph = buildGraph(run, flow, expanded);
  const partners = longestPartners(run);
  const sizes = new Map<string, Sized>(
    graph.nodes.map((node) => [node.key, sizeOf(node, run, flow, partners)]),
  );
  const main = graph.nodes.filter((node) => !isShelf(node));
  const back = feedbackEdges(main, graph.edges);
  const placed = placeLayers(run, graph, main, back, sizes, flow);
  const branches = placeShelf(run, graph.nodes.filter(isShelf), placed.nodes, sizes, flow, side);
  const edges = graph.edges
    .filter((edge) => placed.nodes.has(edge.from) && placed.nodes.has(edge.to))
    .map((edge) => routeEdge(edge, placed, back.has(edge), flow));
  return {
    flow,
    graph,
    nodes: placed.nodes,
    edges,
    branches,
    bounds: boundsOf(placed.nodes, edges),
    gap: rankGap(main.length, flow),
  };
}

/** The layout, along whichever flow makes it larger in the given space. */
export function layoutFor(
  run: RunIndex,
  width: number,
  height: number,
  expanded: ReadonlySet<string>,
): Layout {
  const right = layoutRun(run, 'right', expanded);
  const scale = (l: Layout): number => Math.min(width / l.bounds.w, height / l.bounds.h, 1);
  if (scale(right) > 0.9) return right;
  const beside = layoutRun(run, 'right', expanded, 'beside');
  const wide = scale(beside) > scale(right) * 1.08 ? beside : right;
  if (scale(wide) > 0.8 || width > height * 1.5) return wide;
  const down = layoutRun(run, 'down', expanded);
  return scale(down) > scale(wide) * 1.15 ? down : wide;
}

const rankGap = (things: number, flow: Flow): number =>
  things > LONG_CHAIN ? GAP[flow].rank * 0.85 : GAP[flow].rank;

/**
 * For every goroutine the length of the longest name among the things it deals with: its status line
 * will say it.
 */
function longestPartners(run: RunIndex): Map<number, number> {
  const longest = new Map<number, number>();
  for (const edge of run.edges.all) {
    const length = run.entities.objectName(edge.object).length;
    if (length > (longest.get(edge.goroutine) ?? 0)) longest.set(edge.goroutine, length);
  }
  return longest;
}

/**
 * Edges that close a cycle, found from the first node on: main feeds the jobs, so what comes back to
 * main is feedback.
 */
function feedbackEdges(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Set<GraphEdge> {
  // What goes out of the program runs back: the world stands at its beginning.
  const back = new Set<GraphEdge>(edges.filter((edge) => edge.to === WORLD));
  const out = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    if (back.has(edge)) continue;
    const list = out.get(edge.from);
    if (list === undefined) out.set(edge.from, [edge]);
    else list.push(edge);
  }
  const state = new Map<string, 1 | 2>();
  const incoming = new Set(edges.map((edge) => edge.to));
  const roots = nodes.filter((node) => !incoming.has(node.key)).concat(nodes);
  for (const root of roots) {
    if (state.has(root.key)) continue;
    const stack: { key: string; next: number }[] = [{ key: root.key, next: 0 }];
    state.set(root.key, 1);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const edge = out.get(top.key)?.[top.next++];
      if (edge === undefined) {
        state.set(top.key, 2);
        stack.pop();
      } else if (state.get(edge.to) === 1) back.add(edge);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 1);
        stack.push({ key: edge.to, next: 0 });
      }
    }
  }
  return back;
}

interface Placed {
  readonly nodes: Map<string, PlacedNode>;
  /** Dagre's bends, by "from to", in the names after equal goroutines were put in order. */
  readonly bends: Map<string, readonly Point[]>;
}

function placeLayers(
  run: RunIndex,
  graph: Graph,
  nodes: readonly GraphNode[],
  back: ReadonlySet<GraphEdge>,
  sizes: ReadonlyMap<string, Sized>,
  flow: Flow,
): Placed {
  const g = new DagreGraph({ multigraph: false, compound: false });
  g.setGraph({
    rankdir: flow === 'right' ? 'LR' : 'TB',
    nodesep: GAP[flow].node,
    ranksep: rankGap(nodes.length, flow),
    edgesep: 14,
    marginx: 0,
    marginy: 0,
  });
  g.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    const size = sizes.get(node.key)!;
    g.setNode(node.key, { width: size.w, height: size.h });
  }
  const linked = new Set<string>();
  for (const edge of graph.edges) {
    if (!g.hasNode(edge.from) || !g.hasNode(edge.to)) continue;
    linked.add(edge.from).add(edge.to);
    if (!back.has(edge)) g.setEdge(edge.from, edge.to, { weight: edge.role === 'close' ? 0.5 : 2 });
  }
  for (const node of nodes) {
    if (node.kind !== 'goroutine' && node.kind !== 'group') continue;
    if (linked.has(node.key)) continue;
    const parent = graph.nodeOfGoroutine.get(run.entities.goroutines.get(node.members[0]!)?.parent ?? 0);
    if (parent !== undefined && parent !== node) g.setEdge(parent.key, node.key, { weight: 0.2 });
  }
  dagreLayout(g);
  let renamed = orderEquals(nodes, graph, g, flow);
  if (mirrorIfUpsideDown(nodes, g, renamed, flow)) renamed = orderEquals(nodes, graph, g, flow);
  const placed = new Map<string, PlacedNode>();
  for (const node of nodes) {
    const at = g.node(renamed.get(node.key) ?? node.key) as { x: number; y: number };
    const size = sizes.get(node.key)!;
    const box = { x: at.x - size.w / 2, y: at.y - size.h / 2, w: size.w, h: size.h };
    placed.set(node.key, {
      node,
      box,
      body: { ...size.body, x: box.x + size.body.x, y: box.y + size.body.y },
    });
  }
  const bends = new Map<string, readonly Point[]>();
  const original = new Map([...renamed].map(([key, place]) => [place, key]));
  for (const e of g.edges()) {
    const points = (g.edge(e) as { points?: Point[] }).points ?? [];
    bends.set(`${original.get(e.v) ?? e.v} ${original.get(e.w) ?? e.w}`, points.slice(1, -1));
  }
  return { nodes: placed, bends };
}

/** The layers do not care which way up they are; readers want #1 above #2. */
function mirrorIfUpsideDown(
  nodes: readonly GraphNode[],
  g: DagreGraph,
  renamed: ReadonlyMap<string, string>,
  flow: Flow,
): boolean {
  const across = (key: string): number =>
    (g.node(renamed.get(key) ?? key) as { x: number; y: number })[flow === 'right' ? 'y' : 'x'];
  let balance = 0;
  const previous = new Map<string, string>();
  for (const node of nodes) {
    const before = previous.get(node.label);
    if (before !== undefined) balance += Math.sign(across(node.key) - across(before));
    previous.set(node.label, node.key);
  }
  if (balance >= 0) return false;
  const flip = (point: { x: number; y: number }): void => {
    if (flow === 'right') point.y = -point.y;
    else point.x = -point.x;
  };
  for (const node of nodes) flip(g.node(node.key) as { x: number; y: number });
  for (const e of g.edges())
    for (const point of (g.edge(e) as { points?: { x: number; y: number }[] }).points ?? []) flip(point);
  return true;
}

/**
 * Goroutines of one group with the same neighbours can change places without changing the picture: they
 * are put in order of their numbers. Returns for each such node the node whose place it takes.
 */
function orderEquals(
  nodes: readonly GraphNode[],
  graph: Graph,
  g: DagreGraph,
  flow: Flow,
): Map<string, string> {
  const neighbours = new Map<string, string[]>();
  for (const edge of graph.edges) {
    for (const [key, other] of [
      [edge.from, `>${edge.to}`],
      [edge.to, `<${edge.from}`],
    ] as const) {
      const list = neighbours.get(key);
      if (list === undefined) neighbours.set(key, [other]);
      else list.push(other);
    }
  }
  const classes = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.kind !== 'goroutine') continue;
    const at = g.node(node.key) as { x: number; y: number; width: number; height: number };
    const rank = Math.round(flow === 'right' ? at.x : at.y);
    const key = `${node.label}|${rank}|${at.width}|${(neighbours.get(node.key) ?? []).sort().join(' ')}`;
    const list = classes.get(key);
    if (list === undefined) classes.set(key, [node]);
    else list.push(node);
  }
  const place = (key: string): number => {
    const at = g.node(key) as { x: number; y: number };
    return flow === 'right' ? at.y : at.x;
  };
  const renamed = new Map<string, string>();
  for (const members of classes.values()) {
    const places = members.map((node) => node.key).sort((p, q) => place(p) - place(q));
    members.forEach((node, k) => renamed.set(node.key, places[k]!));
  }
  return renamed;
}

function routeEdge(edge: GraphEdge, placed: Placed, feedback: boolean, flow: Flow): PlacedEdge {
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
