// Where everything stands: layers along the flow, computed once for the whole run, so that nothing ever
// jumps.
//
// The layers come from dagre; what is ours: which edges close a cycle (they run underneath, against the
// flow), the order of equal goroutines (by number), and the shelf of synchronisation objects below.

import { Graph as DagreGraph, layout as dagreLayout } from '@dagrejs/dagre';
import type { Box, Curve, Flow, Point } from './geometry.ts';
import { buildGraph, isShelf, WORLD, type Graph, type GraphEdge, type GraphNode } from './graph.ts';
import type { RunIndex } from './run_index.ts';
import { boundsOf } from './bounds.ts';
import { LOOSE_COLUMN, looseNodes, placeBlock } from './loose.ts';
import { routeEdge, type Placed } from './routes.ts';
import { placeShelf, SHELF_WIDTHS, type Branch, type ShelfSide } from './shelf.ts';
import { sizeOf, type Sized } from './sizes.ts';
import { longColumns, neighboursOf, spans } from './stagger.ts';

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

/** How the things that no edge ties to a place are arranged. */
interface Arrangement {
  /** So many loose goroutines stand beside each other across the flow; 0: all in their layer. */
  readonly across: number;
  /** Long columns of equal channels stand in so many layers. */
  readonly layers: number;
  readonly side: ShelfSide;
  /** Width of a shelf beside the layers. */
  readonly shelfWidth: number;
}

const USUAL: Arrangement = { across: 0, layers: 1, side: 'below', shelfWidth: SHELF_WIDTHS[0] };

/** Lays out the whole run. @param expanded keys of groups to show member by member */
export function layoutRun(run: RunIndex, flow: Flow, expanded: ReadonlySet<string> = new Set()): Layout {
  return new Sheet(run, flow, expanded).layout(USUAL);
}

/** One run along one flow, for the arrangements that there are to choose from. */
class Sheet {
  readonly loose: readonly GraphNode[];
  readonly columns: readonly (readonly GraphNode[])[];
  private readonly graph: Graph;
  private readonly main: readonly GraphNode[];
  private readonly back: ReadonlySet<GraphEdge>;
  private readonly neighbours: ReadonlyMap<string, string>;
  private readonly sizes: ReadonlyMap<string, Sized>;
  /** By the numbers across and of layers: they are the same for every shelf. */
  private readonly layers = new Map<string, Placed>();

  constructor(
    private readonly run: RunIndex,
    private readonly flow: Flow,
    expanded: ReadonlySet<string>,
  ) {
    this.graph = buildGraph(run, flow, expanded);
    const partners = longestPartners(run);
    this.sizes = new Map(this.graph.nodes.map((node) => [node.key, sizeOf(node, run, flow, partners)]));
    this.main = this.graph.nodes.filter((node) => !isShelf(node));
    this.back = feedbackEdges(this.main, this.graph.edges);
    this.loose = looseNodes(this.main, this.graph.edges);
    this.neighbours = neighboursOf(this.graph.edges);
    this.columns = longColumns(this.main, this.neighbours);
  }

  private placed(across: number, layers: number): Placed {
    const known = `${across} ${layers}`;
    let placed = this.layers.get(known);
    if (placed !== undefined) return placed;
    const { run, graph, main, back, sizes, flow, neighbours } = this;
    const block = across === 0 ? [] : this.loose;
    const layered = block.length === 0 ? main : main.filter((node) => !block.includes(node));
    placed = placeLayers(run, graph, layered, back, sizes, flow, neighbours, spans(this.columns, layers));
    if (block.length > 0) placeBlock(block, across, placed.nodes, sizes, flow, rankGap(layered.length, flow));
    this.layers.set(known, placed);
    return placed;
  }

  layout({ across, layers, side, shelfWidth }: Arrangement): Layout {
    const { run, graph, sizes, flow } = this;
    const main = this.placed(across, layers);
    const placed = { ...main, nodes: new Map(main.nodes) };
    const branches = placeShelf(
      run,
      graph.nodes.filter(isShelf),
      placed.nodes,
      sizes,
      flow,
      side,
      shelfWidth,
    );
    const edges = graph.edges
      .filter((edge) => placed.nodes.has(edge.from) && placed.nodes.has(edge.to))
      .map((edge) => routeEdge(edge, placed, this.back.has(edge), flow));
    const bounds = boundsOf(placed.nodes, edges);
    return {
      flow,
      graph,
      nodes: placed.nodes,
      edges,
      branches,
      bounds,
      gap: rankGap(this.main.length, flow),
    };
  }
}

/** Numbers across that are tried for loose goroutines. */
const ACROSS = { right: [4, 6, 9], down: [2, 3] } as const;
/** Numbers of layers that are tried for long columns. */
const LAYERS = [1, 2, 3] as const;
/** An arrangement is left for another only when that makes everything so much larger. */
const WORTH_IT = 1.08;

/** The layout, along whichever flow and in whichever arrangement makes it larger in the given space. */
export function layoutFor(
  run: RunIndex,
  width: number,
  height: number,
  expanded: ReadonlySet<string>,
): Layout {
  const scale = (l: Layout): number => Math.min(width / l.bounds.w, height / l.bounds.h, 1);
  const best = (sheet: Sheet, flow: Flow): Layout => {
    let chosen = sheet.layout(USUAL);
    if (scale(chosen) > 0.9) return chosen;
    const blocks = sheet.loose.length > LOOSE_COLUMN ? [0, ...ACROSS[flow]] : [0];
    const divided = sheet.columns.length > 0 ? LAYERS : [1];
    for (const [across, layers] of blocks.flatMap((a) => divided.map((l) => [a, l] as const))) {
      const below = sheet.layout({ ...USUAL, across, layers });
      if (scale(below) > scale(chosen) * WORTH_IT) chosen = below;
      if (flow === 'down') continue;
      for (const shelfWidth of SHELF_WIDTHS) {
        const beside = sheet.layout({ across, layers, side: 'beside', shelfWidth });
        if (scale(beside) > scale(chosen) * WORTH_IT) chosen = beside;
      }
    }
    return chosen;
  };
  const wide = best(new Sheet(run, 'right', expanded), 'right');
  if (scale(wide) > 0.8 || width > height * 1.5) return wide;
  const down = best(new Sheet(run, 'down', expanded), 'down');
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

function placeLayers(
  run: RunIndex,
  graph: Graph,
  nodes: readonly GraphNode[],
  back: ReadonlySet<GraphEdge>,
  sizes: ReadonlyMap<string, Sized>,
  flow: Flow,
  neighbours: ReadonlyMap<string, string>,
  minlen: (edge: GraphEdge) => number,
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
    if (back.has(edge)) continue;
    g.setEdge(edge.from, edge.to, { weight: edge.role === 'close' ? 0.5 : 2, minlen: minlen(edge) });
  }
  for (const node of nodes) {
    if (node.kind !== 'goroutine' && node.kind !== 'group') continue;
    if (linked.has(node.key)) continue;
    const parent = graph.nodeOfGoroutine.get(run.entities.goroutines.get(node.members[0]!)?.parent ?? 0);
    if (parent !== undefined && parent !== node) g.setEdge(parent.key, node.key, { weight: 0.2 });
  }
  dagreLayout(g);
  let renamed = orderEquals(nodes, neighbours, g, flow);
  if (mirrorIfUpsideDown(nodes, g, renamed, flow)) renamed = orderEquals(nodes, neighbours, g, flow);
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
 * Goroutines of one group, or channels of one name, with the same neighbours can change places without
 * changing the picture: they are put in order of their numbers. Returns for each such node the node whose
 * place it takes.
 */
function orderEquals(
  nodes: readonly GraphNode[],
  neighbours: ReadonlyMap<string, string>,
  g: DagreGraph,
  flow: Flow,
): Map<string, string> {
  const classes = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.kind !== 'goroutine' && node.kind !== 'channel') continue;
    const at = g.node(node.key) as { x: number; y: number; width: number; height: number };
    const rank = Math.round(flow === 'right' ? at.x : at.y);
    const key = `${node.label}|${rank}|${at.width}|${neighbours.get(node.key) ?? ''}`;
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
